"""Words made fit for paper: what cannot be set is taken out, what cannot be broken is loosened."""

from __future__ import annotations

import re
import unicodedata
from typing import TypedDict

BOX = "\N{WHITE SQUARE}"
"""Stands where a character could not be printed. A font inside Typst has it."""

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_NEVER_TEXT = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f"  # control characters
    "\ud800-\udfff"  # halves of a pair
    "\ufdd0-\ufdef"  # set aside by Unicode as no characters
    + "".join(
        f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
    )
    + "]"
)
_BLANK_LINES = re.compile(r"\n[ \n]*\n")

MOST_MARKS = 30
"""Accents and invisible signs in a row; more are never writing (Unicode UAX 15, stream-safe text).

Tens of thousands of them on one line make Typst stop.
"""
_MANY_SIGNS = re.compile(rf"[^\w\s]{{{MOST_MARKS + 1},}}")

LONGEST_WORD = 40
"""Characters of the reading serif that fit a line whatever they are."""
_LONG_WORD = re.compile(
    # Typst knows where Thai, Khmer and East Asian writing may break, and after / and -.
    rf"[^\s/\-\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ud7ff\U00020000-\U0003ffff]"
    rf"{{{LONGEST_WORD + 1},}}"
)
NARROW, HALF = 18, 21
"""The same of a cell of a table, and of half a page."""
_ENDLESS = 400
"""Characters without a space in any writing; PDF/A limits the length of one piece of text."""
_ENDLESS_WORD = re.compile(rf"[^\s\u200b]{{{_ENDLESS + 1},}}")
_BREAKABLE = "\N{ZERO WIDTH SPACE}"

PRIVATE_USE = re.compile("[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]")


class Paragraph(TypedDict):
    """One paragraph, and whether its writing starts at the right."""

    text: str
    rtl: bool


def clean(words: str) -> str:
    """Return words without what no font can show: control characters, halves of characters."""
    words = _LINE_ENDS.sub("\n", words)
    words = _NEVER_TEXT.sub("", words.replace("\t", " "))
    return _MANY_SIGNS.sub(_few_marks, words).strip()


def _few_marks(found: re.Match[str]) -> str:
    """Return signs with at most ``MOST_MARKS`` in a row that take no room of their own."""
    kept, in_a_row = [], 0
    for character in found.group():
        in_a_row = in_a_row + 1 if unicodedata.category(character)[0] in "MC" else 0
        if in_a_row <= MOST_MARKS:
            kept.append(character)
    return "".join(kept)


def line(words: str) -> str:
    """Return words for a single line, such as a name."""
    return loosened(" ".join(clean(words).split()))


def paragraphs(words: str) -> list[Paragraph]:
    """Return what someone wrote as paragraphs; single line ends stay line ends."""
    parts = _BLANK_LINES.split(clean(words))
    return [{"text": loosened(part), "rtl": starts_right(part)} for part in parts if part.strip()]


def loosened(words: str) -> str:
    """Return words with a place to break in every word that is longer than a line."""
    words = _LONG_WORD.sub(lambda found: _with_breaks(found.group(), LONGEST_WORD), words)
    return _ENDLESS_WORD.sub(lambda found: _with_breaks(found.group(), _ENDLESS), words)


def narrow(words: str) -> list[Paragraph]:
    """Return words of the person as they fit a cell: one paragraph that can break anywhere."""
    return _narrowed(paragraphs(" ".join(clean(words).split())), NARROW)


def halved(words: str) -> list[Paragraph]:
    """Return what someone wrote as paragraphs that fit half a page."""
    return _narrowed(paragraphs(words), HALF)


def _narrowed(some: list[Paragraph], most: int) -> list[Paragraph]:
    long_word = re.compile(rf"[^\s{_BREAKABLE}]{{{most + 1},}}")
    return [
        {
            "text": long_word.sub(lambda found: _with_breaks(found.group(), most), one["text"]),
            "rtl": one["rtl"],
        }
        for one in some
    ]


def _with_breaks(word: str, most: int) -> str:
    """Return a word with a break after ``most`` characters, later where accents follow."""
    pieces, start = [], 0
    for end in range(1, len(word)):
        joined = unicodedata.category(word[end])[0] in "MC" or word[end - 1] == "\u200d"
        if end - start >= most and not (joined and end - start < _ENDLESS):
            pieces.append(word[start:end])
            start = end
    return _BREAKABLE.join([*pieces, word[start:]])


def starts_right(words: str) -> bool:
    """Return whether the first letter is written right to left (Unicode bidi, rule P2)."""
    for character in words:
        direction = unicodedata.bidirectional(character)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False


class Boxes:
    """Puts a box in place of each character that has no font, and remembers which they were."""

    def __init__(self, missing: set[str]) -> None:
        marks = "".join(sorted(m for m in missing if unicodedata.category(m)[0] in "MC"))
        letters = "".join(sorted(missing - set(marks)))
        joined = "\u200d[^\\s]|[\ufe00-\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f"
        alone = f"|[{re.escape(marks)}]" if marks else ""
        first = f"[{re.escape(letters)}]" if letters else "(?!)"
        self._pattern = re.compile(f"{first}(?:{joined}{re.escape(marks)}])*{alone}")
        self._marks = set(marks)
        self.replaced: dict[str, None] = {}

    def fill(self, words: str) -> str:
        """Return words with boxes; an accent that no font has is left off its letter."""
        return self._pattern.sub(self._box, words)

    def _box(self, found: re.Match[str]) -> str:
        self.replaced[found.group()] = None
        return "" if found.group()[0] in self._marks else BOX
