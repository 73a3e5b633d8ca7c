"""Markdown, one line at a time: how a note looks as it is typed, and its words without the signs.

Only what a line says by itself: headings, lists, boxes to tick, quotes, emphasis and code. There
are no links, no pictures and no HTML, so nothing that is written can fetch anything.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import IntFlag
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    Mark = Callable[[int, int, "Part"], None]

MOST = 10_000
"""Characters in a line up to which emphasis is looked for."""
INDENT = "  "


class Part(IntFlag):
    """What a piece of a line is; a piece can be several of these."""

    SIGN = 1
    """A sign, not a word."""
    HEADING = 2
    QUOTE = 4
    DONE = 8
    """What follows a box that is ticked."""
    STRONG = 16
    EMPHASIS = 32
    CODE = 64


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line that looks the same."""

    start: int
    end: int
    part: Part


@dataclass(frozen=True, slots=True)
class Item:
    """The beginning of a list item."""

    indent: str = field(repr=False)
    marker: str = field(repr=False)
    """Such as ``-`` or ``3.``, without the space after it."""
    box: int
    """Where the sign inside its box to tick stands; -1 when it has none."""
    ticked: bool
    words_at: int
    words: str = field(repr=False)

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been written in it."""
        return not self.words.strip()

    def next(self) -> str:
        """Return what the item after this one begins with."""
        marker, box = self.marker, "[ ] " if self.box >= 0 else ""
        if marker[:-1].isdigit():
            marker = f"{int(marker[:-1]) + 1}{marker[-1]}"
        return f"{self.indent}{marker} {box}"


_ITEM = re.compile(r"([ \t]*)([-*+]|[0-9]{1,6}[.)])[ \t]+(?:\[([ xX])\](?:[ \t]+|$))?")
_HEADING = re.compile(r"(#{1,6})[ \t]+(?=\S)")
_QUOTE = re.compile(r"[ \t]*>[ \t]?")
_CODE = re.compile(r"`[^`]+`")
# Signs inside a word are none: 2*3*4 and snake_case stay as they are.
_STRONG = re.compile(
    r"(?<![\w*])\*\*(?=\S).{1,1000}?(?<=\S)\*\*(?![\w*])"
    r"|(?<![\w_])__(?=\S).{1,1000}?(?<=\S)__(?![\w_])"
)
_EMPHASIS = re.compile(
    r"(?<![\w*])\*(?=[^\s*]).{0,1000}?(?<=[^\s*])\*(?![\w*])"
    r"|(?<![\w_])_(?=[^\s_]).{0,1000}?(?<=[^\s_])_(?![\w_])"
)
_HIDDEN = "\0"  # no letter, no space and no sign


def item_of(line: str) -> Item | None:
    """Return the list item that a line is, or None."""
    found = _ITEM.match(line)
    if found is None:
        return None
    words = line[found.end() :]
    box, ticked = found.start(3), (found[3] or " ") != " "
    return Item(found[1], found[2], box, ticked, found.end(), words)


def heading_level(line: str) -> int:
    """Return 1 to 6 for a heading, 0 for any other line."""
    found = _HEADING.match(line)
    return len(found[1]) if found else 0


def pieces(line: str) -> list[Piece]:
    """Return the stretches of a line that look different from plain words, in their order."""
    if not line:
        return []
    parts = [0] * len(line)

    def mark(start: int, end: int, part: Part) -> None:
        for place in range(start, end):
            parts[place] |= part

    begin = _mark_start(line, mark)
    if len(line) <= MOST:
        masked = _mark_inside(_HIDDEN * begin + line[begin:], _CODE, 1, Part.CODE, mark, whole=True)
        masked = _mark_inside(masked, _STRONG, 2, Part.STRONG, mark)
        _mark_inside(masked, _EMPHASIS, 1, Part.EMPHASIS, mark)
    found, place = [], 0
    for part, same in groupby(parts):
        end = place + sum(1 for _ in same)
        if part:
            found.append(Piece(place, end, Part(part)))
        place = end
    return found


def plain_words(markdown: str) -> str:
    """Return what was written without the signs, for where it is only read; a bullet stays one."""
    return "\n".join(map(_plain_line, markdown.split("\n")))


def in_brief(markdown: str) -> str:
    """Return the words without the signs where there is little room.

    Lines of prose run on; a heading and each item of a list keep a line of their own. A heading
    with nothing below it is left out where anything else was written, and so is an empty item.
    """
    written = [line for line in markdown.split("\n") if line.strip()]
    lines: list[str] = []
    prose_before = False
    for line in _filled(written) or written:
        words = _plain_line(line).strip()
        is_prose = item_of(line) is None and not heading_level(line)
        if is_prose and prose_before:
            lines[-1] += f" {words}"
        else:
            lines.append(words)
        prose_before = is_prose
    return "\n".join(lines)


def place_to_fill(markdown: str) -> int:
    """Return where somebody goes on who begins with these words.

    That is in an empty item, after a colon, right below a heading, or after any other words that
    an empty line follows; else at the end.
    """
    lines, before, place = markdown.split("\n"), "", 0
    for number, line in enumerate(lines):
        item, is_bare = item_of(line), not line.strip()
        follows = any(rest.strip() for rest in lines[number:])
        if is_bare and before and (heading_level(before) or follows):
            return place
        is_question = line.rstrip().endswith(":") and not heading_level(line)
        if is_question or (item is not None and item.is_empty):
            return place + len(line)
        before = line if not is_bare else before
        place += len(line) + 1
    return len(markdown)


def number_of_words(markdown: str) -> int:
    """Return how many words there are; a sign is none."""
    return sum(
        any(map(str.isalnum, word))
        for line in markdown.split("\n")
        for word in _without_signs(line).split()
    )


def _filled(lines: list[str]) -> list[str]:
    """Return the lines without headings that have nothing below them, and without empty items."""
    kept: list[str] = []
    for line in reversed(lines):
        item, level = item_of(line), heading_level(line)
        is_bare = level and (not kept or 0 < heading_level(kept[-1]) <= level)
        if not is_bare and (item is None or not item.is_empty):
            kept.append(line)
    return kept[::-1]


def _without_signs(line: str) -> str:
    kept, place = [], 0
    for piece in pieces(line):
        if piece.part & Part.SIGN:
            kept.append(line[place : piece.start])
            place = piece.end
    return "".join((*kept, line[place:]))


def _plain_line(line: str) -> str:
    kept, place = [], 0
    item = item_of(line)
    if item is not None:
        bullet = "" if item.box >= 0 else "\N{BULLET} "
        marker = f"{item.marker} " if item.marker[:-1].isdigit() else bullet
        kept.append(item.indent + marker + ("" if item.box < 0 else f"[{line[item.box]}] "))
        place = item.words_at
    for piece in pieces(line):
        if piece.part & Part.SIGN and piece.end > place:
            kept.append(line[place : piece.start])
            place = piece.end
    return "".join((*kept, line[place:]))


def _mark_start(line: str, mark: Mark) -> int:
    """Mark what the line begins with, and return where its words begin."""
    if heading := _HEADING.match(line):
        mark(0, len(line), Part.HEADING)
        mark(0, heading.end(), Part.SIGN)
        return heading.end()
    if (item := item_of(line)) is not None:
        mark(0, item.words_at, Part.SIGN)
        if item.ticked:
            mark(item.words_at, len(line), Part.DONE)
        return item.words_at
    if quote := _QUOTE.match(line):
        mark(0, len(line), Part.QUOTE)
        mark(0, quote.end(), Part.SIGN)
        return quote.end()
    return 0


def _mark_inside(
    line: str,
    pattern: re.Pattern[str],
    signs: int,
    part: Part,
    mark: Mark,
    *,
    whole: bool = False,
) -> str:
    """Mark what a pattern finds between signs; return the line without these signs.

    With ``whole``, what stands between them is taken out of it as well.
    """
    rest = list(line)
    for found in pattern.finditer(line):
        start, end = found.span()
        mark(start, end, part)
        for first, last in ((start, start + signs), (end - signs, end)):
            mark(first, last, Part.SIGN)
            rest[first:last] = _HIDDEN * signs
        if whole:
            rest[start:end] = _HIDDEN * (end - start)
    return "".join(rest)
