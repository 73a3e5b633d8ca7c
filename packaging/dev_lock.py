"""Remakes the lock file, and proves that every machine we support can install from it."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from dev_environment import (
    Environment,
    explain_download_failure,
    find_interpreter,
    make_venv,
    pip,
    script_in,
)
from dev_errors import DevError

PYTHONS = ("3.11", "3.12", "3.13", "3.14")
PLATFORMS = (
    "x86_64-manylinux_2_34",
    "aarch64-manylinux_2_39",
    "aarch64-apple-darwin",
    "x86_64-apple-darwin",
    "x86_64-pc-windows-msvc",
)
_HEADER = """\
# Made by `python3 packaging/dev.py lock` from pyproject.toml and packaging/lock-extra.in,
# for Python 3.11 to 3.14 on Linux, macOS and Windows. Not to be edited by hand.
"""


def remake_lock(environment: Environment, arguments: list[str]) -> int:
    """Write a new lock file; versions that still fit stay, unless --upgrade is given."""
    if arguments not in ([], ["--upgrade"]):
        raise DevError("lock takes no argument but --upgrade, which takes the newest versions.")
    with tempfile.TemporaryDirectory() as folder:
        tools = Path(folder, "tools")
        make_venv(find_interpreter()["executable"], tools)
        pip(script_in(tools, "python"), "install", "--only-binary=:all:", "uv")
        candidate = Path(folder, "requirements.lock")
        if environment.lock.exists():
            # uv takes the versions in the file it is to write as those to prefer.
            candidate.write_bytes(environment.lock.read_bytes())
        _compile(tools, environment.root, candidate, arguments)
        _check(tools, candidate)
        text = _HEADER + candidate.read_text(encoding="utf-8")
    environment.lock.write_bytes(text.encode())
    print(f"Wrote {environment.lock}.")
    return 0


def _compile(tools: Path, root: Path, lock: Path, arguments: list[str]) -> None:
    _uv(
        tools,
        "compile",
        *("--universal", "--python-version", PYTHONS[0]),
        *("--generate-hashes", "--no-header", "--no-annotate"),
        *("--only-binary", ":all:"),
        *("--group", "{}:dev".format(root / "pyproject.toml")),
        *(str(root / "pyproject.toml"), str(root / "packaging" / "lock-extra.in")),
        *("--output-file", str(lock)),
        *arguments,
    )
    if "://" in lock.read_text(encoding="utf-8"):
        raise DevError("uv wrote an address into the lock file, so it was left as it was.")


def _check(tools: Path, lock: Path) -> None:
    for python in PYTHONS:
        for platform in PLATFORMS:
            print(f"Checking Python {python} on {platform}", flush=True)
            _uv(
                tools,
                "install",
                *("--dry-run", "--no-deps", "--require-hashes", "--only-binary", ":all:"),
                *("--python-version", python, "--python-platform", platform),
                *("--target", str(lock.parent / "nothing-is-written-here")),
                *("-r", str(lock)),
            )


def _uv(tools: Path, command: str, *arguments: str) -> None:
    done = subprocess.run(
        [str(script_in(tools, "uv")), "--quiet", "pip", command, *arguments],
        env={
            **os.environ,
            "VIRTUAL_ENV": str(tools),
            "UV_PYTHON_DOWNLOADS": "never",
            "MACOSX_DEPLOYMENT_TARGET": "15.0",
        },
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        check=False,
    )
    if done.returncode != 0:
        said = done.stderr.decode(errors="replace")
        print(said, file=sys.stderr, flush=True)
        raise DevError(explain_download_failure(said))
