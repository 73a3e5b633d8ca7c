"""Finds what is needed of the system on Linux, and installs it where it may."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys

from dev_errors import DevError

# What Qt's modules and its xcb, wayland and offscreen platforms, printing and D-Bus load from the
# system (the other dependencies bring their own libraries), with the Debian package of each.
PACKAGE_OF = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libbrotlidec.so.1": "libbrotli1",
    "libcups.so.2": "libcups2",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libstdc++.so.6": "libstdc++6",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}

_TRY_TO_LOAD = """
import ctypes, json, sys
missing = []
for name in json.loads(sys.argv[1]):
    try:
        ctypes.CDLL(name)
    except OSError:
        missing.append(name)
print(json.dumps(missing))
"""


def ensure_libraries(python: str) -> None:
    """Install what is missing, or say with which one command the person can do it."""
    if not sys.platform.startswith("linux"):
        return
    missing = missing_libraries(python)
    if not missing:
        return
    if not shutil.which("apt-get"):
        # Other systems name and ship these differently: say it, and let the person judge.
        _say(
            "These system libraries, which the window needs, were not found: "
            + ", ".join(missing)
            + ". If it does not start, install them with your system's package manager."
        )
        return
    packages = sorted({PACKAGE_OF[name] for name in missing})
    if not is_root():
        raise DevError(
            "Some system libraries that the window needs are missing. Install them with\n\n"
            "    sudo apt-get install --yes --no-install-recommends " + " ".join(packages) + "\n\n"
            "and run this again."
        )
    _say("Installing system libraries: " + " ".join(packages))
    _install(packages)
    still_missing = missing_libraries(python)
    if still_missing:
        raise DevError(
            "apt-get could not install everything the window needs. Still missing: "
            + ", ".join(still_missing)
            + ". Look at what apt-get said above, install them by hand and run this again."
        )


def ensure_strace() -> None:
    """Install what some trials look through, where it may; without it they say they did not run."""
    if not sys.platform.startswith("linux") or shutil.which("strace"):
        return
    if shutil.which("apt-get") and is_root():
        _say("Installing strace, which some trials need.")
        _install(["strace"])
    else:
        _say("strace is missing, so some trials cannot run. Your package manager has it.")


def missing_libraries(python: str) -> list[str]:
    """Return the sonames that cannot be loaded."""
    # In a process of its own: a loaded library cannot be unloaded, and a failed look-up can be
    # remembered by the loader.
    done = subprocess.run(
        [python, "-c", _TRY_TO_LOAD, json.dumps(sorted(PACKAGE_OF))],
        stdout=subprocess.PIPE,
        check=False,
    )
    if done.returncode != 0:
        raise DevError(python + " could not look for system libraries (it said why above).")
    missing: list[str] = json.loads(done.stdout.decode())
    return missing


def is_root() -> bool:
    """Tell whether system packages can be installed without asking."""
    return os.geteuid() == 0


def _install(packages: list[str]) -> None:
    # The lists may be old, or absent in a new container. Should this fail for one of several
    # sources, the install may work all the same.
    _apt_get("update")
    if _apt_get("install", *packages) == 0:
        return
    # One name that this release lacks refuses all of them; so try each, and look what is missing.
    for package in packages:
        _apt_get("install", package)


def _apt_get(command: str, *arguments: str) -> int:
    options = ["--quiet=2", "-o", "Dpkg::Use-Pty=0"]  # no progress bars in a log
    if command == "install":
        options += ["--yes", "--no-install-recommends"]
    return subprocess.run(
        ["apt-get", command, *options, *arguments],
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        stdin=subprocess.DEVNULL,
        stdout=sys.stderr,
        check=False,
    ).returncode


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)
