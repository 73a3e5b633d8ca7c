"""Everything a developer does, by one command: `python3 packaging/dev.py --help`.

The first use sets up .venv; later ones see that it is there and go straight to work.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from dev_environment import Environment
from dev_errors import DevError
from dev_libraries import ensure_strace

HELP = """\
Usage: python3 packaging/dev.py COMMAND [arguments]

  run [arguments]         start the app; the arguments are the app's own (try: run --help)
  test [arguments]        run the tests without a screen; the arguments are pytest's own
  check                   look at style, types and which package imports which
  shots [--out FOLDER]    take pictures of the window
  stress [--size N] [NAME ...]
                          try to break every promise of the journal, or those named (G1, G2, ...)
  bench [--years N] [--rounds N] [--rows WORD] [--peers] [--out FILE]
                          measure the program against what the machine allows, with a journal
                          of so many years; with --peers also what is used instead of it
  practice FILE [--rows N]
                          try thought records on real texts, in a throw-away journal
  lock [--upgrade]        remake packaging/requirements.lock; with --upgrade, from newest versions

The first command sets up .venv with everything the project needs; that takes about a minute.
"""


def main(arguments: list[str]) -> int:
    """Carry out one command and return its exit code."""
    if not arguments or arguments[0] in ("-h", "--help", "help"):
        print(HELP, end="")
        return 0 if arguments else 2
    name, *rest = arguments
    command = COMMANDS.get(name)
    try:
        if command is None:
            raise DevError(f"There is no command {name!r}; --help lists those there are.")
        return command(Environment(Path(__file__).resolve().parent.parent), rest)
    except DevError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return 130


def run(environment: Environment, arguments: list[str]) -> int:
    """Start the app."""
    environment.prepare()
    return _become([str(environment.python), "-m", "resilience_desktop", *arguments])


def test(environment: Environment, arguments: list[str]) -> int:
    """Run the tests on all cores, with windows drawn into memory."""
    environment.prepare()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.chdir(environment.root)
    return _become([str(environment.python), "-m", "pytest", "-q", "-n", "auto", *arguments])


def check(environment: Environment, arguments: list[str]) -> int:
    """Run every checker, even after one has found something."""
    if arguments:
        raise DevError("check takes no arguments.")
    environment.prepare()
    python = str(environment.python)
    checkers = {
        "ruff check": [python, "-m", "ruff", "check", "."],
        "ruff format": [python, "-m", "ruff", "format", "--check", "."],
        "mypy": [python, "-m", "mypy"],
        "lint-imports": [str(environment.script("lint-imports"))],
    }
    failed = []
    for name, command in checkers.items():
        print(f"== {name}", flush=True)
        if subprocess.run(command, cwd=environment.root, check=False).returncode != 0:
            failed.append(name)
    print("Found something: " + ", ".join(failed) if failed else "All checks passed.", flush=True)
    return 1 if failed else 0


def shots(environment: Environment, arguments: list[str]) -> int:
    """Take pictures of the window."""
    environment.prepare()
    return _become([str(environment.python), str(Path(__file__).with_name("shots.py")), *arguments])


def stress(environment: Environment, arguments: list[str]) -> int:
    """Try to break what the journal promises."""
    environment.prepare()
    ensure_strace()
    return _become(
        [str(environment.python), str(Path(__file__).with_name("stress.py")), *arguments]
    )


def bench(environment: Environment, arguments: list[str]) -> int:
    """Measure the program against the same work done bare."""
    environment.prepare()
    bench = Path(__file__).parent / "bench" / "bench.py"
    return _become([str(environment.python), str(bench), *arguments])


def practice(environment: Environment, arguments: list[str]) -> int:
    """Try thought records on the texts of a file."""
    environment.prepare()
    return _become(
        [str(environment.python), str(Path(__file__).with_name("practice.py")), *arguments]
    )


def lock(environment: Environment, arguments: list[str]) -> int:
    """Remake the lock file."""
    # Imported late: no other command needs it.
    from dev_lock import remake_lock

    return remake_lock(environment, arguments)


COMMANDS = {
    "run": run,
    "test": test,
    "check": check,
    "shots": shots,
    "stress": stress,
    "bench": bench,
    "practice": practice,
    "lock": lock,
}


def _become(command: list[str]) -> int:
    """Go on as another program, so that signals and the exit code are its own."""
    if os.name == "posix":
        sys.stdout.flush()
        sys.stderr.flush()
        os.execv(command[0], command)  # noqa: S606  (no shell is what is wanted)
    return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
