"""Takes a picture of every page and dialog: `dev.py shots` runs it with the project's Python."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def main() -> None:
    """Write the pictures and say where they are."""
    parser = argparse.ArgumentParser(prog="dev.py shots", description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("shots"), metavar="FOLDER")
    target = parser.parse_args().out

    from resilience_desktop.showcase.shots import write_shots

    print(f"{len(write_shots(target))} pictures in {target}")


if __name__ == "__main__":
    main()
