"""Starting the app as a program of its own that is locked; what it does is in ``locked_over``."""

from __future__ import annotations

import subprocess
import sys
from contextlib import contextmanager

from resilience_desktop.services.journal import Journal
from tests.promises.children import environment

from .conftest import WORDS


@contextmanager
def program(what, places, file, **variables):
    """Start the app with a journal that has a passphrase, and end it in any case."""
    Journal.create(places.journal, WORDS)[0].close()
    home = str(places.settings.parent)
    own = dict.fromkeys(("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"), home)
    with subprocess.Popen(
        [sys.executable, "-m", "tests.ui.locked_over", what, places.journal, WORDS, file],
        env=environment(QT_QPA_PLATFORM="offscreen", **own, **variables),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield process
        finally:
            process.kill()
