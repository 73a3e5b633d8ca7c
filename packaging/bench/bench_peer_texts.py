"""The entries of the measured journal, written as other journals keep them."""

from __future__ import annotations

import json
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from resilience_desktop.domain.entry import Entry


def write_for_rednotebook(entries: Iterable[Entry], folder: Path) -> None:
    """Write a file for each month, with one text for each day: RedNotebook knows no other.

    A text of JSON is one of YAML too, as long as all in it can be printed; ours can.
    """
    folder.mkdir()
    for month, of_month in groupby(entries, key=lambda entry: f"{entry.at.wall:%Y-%m}"):
        lines = []
        for day, of_day in groupby(of_month, key=lambda entry: entry.at.wall.day):
            text = "\n\n".join(f"{entry.at.wall:%H:%M}\n{entry.note}" for entry in of_day)
            lines.append(f"{day}: {json.dumps({'text': text}, ensure_ascii=False)}\n")
        (folder / f"{month}.txt").write_text("".join(lines), encoding="utf-8")


def write_for_jrnl(entries: Iterable[Entry], file: Path) -> None:
    """Write one text file; what comes after the time is jrnl's title, and here all there is."""
    lines = (f"[{entry.at.wall:%Y-%m-%d %H:%M}] {entry.note}\n" for entry in entries)
    file.write_text("\n".join(lines), encoding="utf-8")
