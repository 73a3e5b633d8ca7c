"""Entry point: a window by default, a headless command when one is named."""

from __future__ import annotations

import gc
import os
import sys

from resilience_desktop import hardening, i18n
from resilience_desktop.options import window_options
from resilience_desktop.paths import Places
from resilience_desktop.settings import Settings


def main() -> int:
    """Start what the arguments ask for and return its exit code."""
    i18n.use_language(Settings.read(Places.usual().settings).language)
    options = window_options(sys.argv[1:])
    hardening.harden()
    # Late, here and below: a window needs no commands, and a command needs no window.
    if options is None:
        from resilience_desktop import cli

        options = cli.parser().parse_args()
        if options.command:
            return cli.run(options)
    if options.demo and _has_no_screen():
        from resilience_desktop.showcase.demo import demo_into_files

        return demo_into_files()
    if _has_no_display():
        from resilience_desktop import cli

        return cli.say_no_screen(options)
    gc.disable()  # nearly all that is made for a window stays; see ``ui.garbage`` for the rest
    from resilience_desktop.app import run

    return run(options)


def _has_no_screen() -> bool:
    return os.environ.get("QT_QPA_PLATFORM") in ("offscreen", "minimal") or _has_no_display()


def _has_no_display() -> bool:
    """Whether Qt would find nothing to open a window on, and end the process."""
    if sys.platform in ("win32", "darwin"):
        return False
    places = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
    return not any(os.environ.get(name) for name in places)


if __name__ == "__main__":
    sys.exit(main())
