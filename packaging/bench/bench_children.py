"""Starts the small programs of the bench, each kind in a home of its own that is thrown away."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

_HERE = Path(__file__).resolve().parent
_LONGEST_S = 180
_HOMES = {
    "HOME": "",
    "USERPROFILE": "",
    "APPDATA": "roaming",
    "LOCALAPPDATA": "local",
    "XDG_CONFIG_HOME": "config",
    "XDG_CACHE_HOME": "cache",
    "XDG_DATA_HOME": "data",
    "XDG_STATE_HOME": "state",
    "XDG_RUNTIME_DIR": "runtime",
}
_NOT_AS_INSTALLED = ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "PYTHONPATH", "PYTHONHOME")


def milliseconds_to_first_line(home: Path, program: str, *arguments: object) -> float:
    """Start a program, and return how long it took from there to the first line it said."""
    taken, _ = _run(home, program, *arguments)
    return taken


def told(home: Path, program: str, *arguments: object) -> Any:  # noqa: ANN401
    """Start a program, and return what it said."""
    _, line = _run(home, program, *arguments)
    return json.loads(line)


def _run(home: Path, program: str, *arguments: object) -> tuple[float, str]:
    command = [sys.executable, str(_HERE / f"{program}.py"), *map(str, arguments)]
    environment = _environment(home)
    with tempfile.TemporaryFile("w+", encoding="utf-8") as errors:
        start = time.perf_counter()
        with subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=errors,
            env=environment,
            encoding="utf-8",
        ) as child:
            guard = threading.Timer(_LONGEST_S, child.kill)
            guard.start()
            try:
                line = child.stdout.readline() if child.stdout else ""
                taken = 1000 * (time.perf_counter() - start)
                child.wait()
            finally:
                guard.cancel()
        if not line or child.returncode != 0:
            errors.seek(0)
            message = f"{program} {' '.join(map(str, arguments[:1]))}: {errors.read()[-3000:]}"
            raise RuntimeError(message)
    return taken, line


def _environment(home: Path) -> Mapping[str, str]:
    """Return the surroundings of a program that is installed, for somebody who has only that."""
    places = {name: home / inside for name, inside in _HOMES.items()}
    for place in places.values():
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
    kept = {name: value for name, value in os.environ.items() if name not in _NOT_AS_INSTALLED}
    return {
        "QT_QPA_PLATFORM": "offscreen",  # unless somebody asks for a screen
        **kept,
        **{name: str(place) for name, place in places.items()},
        "LANGUAGE": "en",
    }
