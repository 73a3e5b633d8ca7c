"""Makes the project's .venv from the lock file, and sees at a glance when it is already there."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from dev_errors import DevError
from dev_libraries import ensure_libraries, is_root

if TYPE_CHECKING:
    from pathlib import Path

OLDEST_PYTHON = (3, 11)
NEWEST_PYTHON = (3, 14)

_ASK_PYTHON = """
import importlib.util, json, sys
print(json.dumps({
    "version": sys.version_info[:2],
    "identity": "%s in %s" % (sys.version.split()[0], sys.base_prefix),
    # Not the python of a virtual environment: that one may be about to be deleted.
    "executable": getattr(sys, "_base_executable", "") or sys.executable,
    "makes_venvs": all(importlib.util.find_spec(name) for name in ("venv", "ensurepip")),
}))
"""

_SIGNS_OF_NO_NETWORK = (
    "NewConnectionError",
    "NameResolutionError",
    "Failed to establish a new connection",
    "connection broken by",
    "ConnectTimeout",
    "ReadTimeout",
    "ConnectionResetError",
    "ProxyError",
    "Network is unreachable",
    "name resolution",
    "error sending request",
    "dns error",
)


class Environment:
    """The virtual environment of one checkout."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = root / ".venv"
        self.lock = root / "packaging" / "requirements.lock"
        # Written last and removed first: an interrupted setup has none, and is made anew.
        self._stamp = self.folder / "made-from.json"

    @property
    def python(self) -> Path:
        """The interpreter inside."""
        return self.script("python")

    def script(self, name: str) -> Path:
        """Return the path of a program that the environment brings."""
        return script_in(self.folder, name)

    def prepare(self) -> None:
        """Make the environment, or bring it up to date; nothing to do most of the time."""
        made_from = self._read_stamp() if self.python.exists() else {}
        wanted = self._wanted_stamp(made_from)
        if made_from == wanted:
            return
        interpreter = find_interpreter()
        wanted["python"] = running_python() or interpreter["identity"]
        ensure_libraries(interpreter["executable"])
        try:
            self._make(interpreter["executable"], made_from, wanted)
        except OSError as error:
            raise DevError(
                f"Could not write {self.folder}: {error.strerror or error}. Is a program from it "
                "still running, the folder read-only or the disk full? Then run this again."
            ) from error

    def _make(self, python: str, made_from: dict[str, str], wanted: dict[str, str]) -> None:
        self._stamp.unlink(missing_ok=True)
        if any(made_from.get(part) != wanted[part] for part in ("python", "lock", "root")):
            _say("Setting up .venv, once; this takes about a minute.")
            make_venv(python, self.folder)
            self._pip("install", "--only-binary=:all:", "--require-hashes", "-r", str(self.lock))
        _say("Installing the project into .venv.")
        self._pip(
            "install", "--no-index", "--no-build-isolation", "--no-deps", "-e", str(self.root)
        )
        self._stamp.write_text(json.dumps(wanted, indent=1), encoding="utf-8")

    def _pip(self, *arguments: str) -> None:
        pip(self.python, *arguments)

    def _read_stamp(self) -> dict[str, str]:
        try:
            made_from = json.loads(self._stamp.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return made_from if isinstance(made_from, dict) else {}

    def _wanted_stamp(self, made_from: dict[str, str]) -> dict[str, str]:
        return {
            # A Python that cannot run the app takes the environment as another one made it.
            "python": running_python() or made_from.get("python", ""),
            "lock": _digest(self.lock),
            "project": _digest(self.root / "pyproject.toml"),
            # The environment knows its own place; a moved checkout needs a new one.
            "root": str(self.root),
        }


def running_python() -> str:
    """Name the Python that runs this, or nothing when it is none that the app runs on."""
    if not _supported(sys.version_info[:2]):
        return ""
    return f"{sys.version.split()[0]} in {sys.base_prefix}"


def find_interpreter() -> dict[str, str]:
    """Return what is to be known of a Python that can make the environment."""
    if _supported(sys.version_info[:2]):
        found = _ask([sys.executable])
    else:
        found = next(filter(None, map(_ask, _other_pythons())), None)
    if not found:
        raise DevError(
            "Resilience Desktop needs Python {}.{} to {}.{}; this is Python {}.{}, and no other "
            "was found. Install one and run this again with it.".format(
                *OLDEST_PYTHON, *NEWEST_PYTHON, *sys.version_info[:2]
            )
        )
    if not found["makes_venvs"]:
        raise DevError(_no_venv_module(found["executable"]))
    return found


def _no_venv_module(python: str) -> str:
    sentence = f"{python} lacks the venv module, which makes virtual environments."
    if shutil.which("apt-get"):
        command = ("" if is_root() else "sudo ") + "apt-get install --yes python3-venv"
        return f"{sentence} Install it with\n\n    {command}\n\nand run this again."
    return sentence + " Install it, or a Python that has it, and run this again."


def _supported(version: tuple[int, ...]) -> bool:
    return OLDEST_PYTHON <= tuple(version) <= NEWEST_PYTHON


def _other_pythons() -> list[list[str]]:
    minors = range(NEWEST_PYTHON[1], OLDEST_PYTHON[1] - 1, -1)
    named = [shutil.which(f"python3.{minor}") for minor in minors]
    launcher = shutil.which("py") if os.name == "nt" else None
    return [[path] for path in named if path] + [
        [launcher, f"-3.{minor}"] for minor in minors if launcher
    ]


def _ask(python: list[str]) -> dict[str, str] | None:
    try:
        done = subprocess.run(
            [*python, "-c", _ASK_PYTHON],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            check=False,
        )
        answer = json.loads(done.stdout.decode(errors="replace"))
    except (OSError, ValueError):
        # A name on the path need not be a Python that works (version managers put stand-ins).
        return None
    return answer if _supported(answer["version"]) else None


def script_in(folder: Path, name: str) -> Path:
    """Return the path of a program in a virtual environment, on any system."""
    if os.name == "nt":
        return folder / "Scripts" / f"{name}.exe"
    return folder / "bin" / name


def make_venv(python: str, folder: Path) -> None:
    """Make an empty virtual environment, in the place of any that is there."""
    if folder.exists():
        shutil.rmtree(folder)
    done = subprocess.run(
        [python, "-m", "venv", str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    if done.returncode != 0:
        raise DevError(
            "Python could not make a virtual environment. It said:\n"
            + done.stdout.decode(errors="replace").strip()
        )


def pip(python: Path, *arguments: str) -> None:
    """Run pip with the machine's own settings; its errors become sentences."""
    quiet = [] if sys.stderr.isatty() else ["--quiet"]
    done = subprocess.run(
        [str(python), "-m", "pip", "--no-input", "--disable-pip-version-check", *quiet, *arguments],
        # What the wanted command prints may be piped to somewhere; setting up stays out of it.
        stdout=sys.stderr,
        stderr=subprocess.PIPE,
        check=False,
    )
    if done.returncode != 0:
        raise DevError(explain_download_failure(done.stderr.decode(errors="replace")))


def explain_download_failure(said: str) -> str:
    """Put what pip or uv said into a sentence, with its last lines below."""
    lines = [line for line in said.strip().splitlines() if not line.startswith("WARNING:")]
    last_lines = "\n".join(lines[-12:])
    if any(sign in said for sign in _SIGNS_OF_NO_NETWORK):
        return (
            "The packages could not be downloaded: no network, or the package index does not "
            "answer. Check the connection and run this again.\n\n" + last_lines
        )
    if "No matching distribution found" in said:
        return (
            "A package has no build for this machine. Supported are 64-bit Linux with glibc 2.34 "
            "or newer (2.39 on ARM), macOS 15 or newer, and Windows 10 or newer.\n\n" + last_lines
        )
    return "Installing the packages failed:\n\n" + last_lines


def _digest(file: Path) -> str:
    try:
        return hashlib.sha256(file.read_bytes()).hexdigest()
    except OSError as error:
        raise DevError(f"Could not read {file}: {error.strerror}.") from error


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)
