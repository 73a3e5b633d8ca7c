"""Setting a document in type, in memory: to PDF/UA and PDF/A, or to pictures of its pages.

Both standards refuse a character that no font on the computer has. Such characters become a box
and are named, so that a person is told before anything is saved.
"""

from __future__ import annotations

import datetime as dt
import io
import json
import re
import unicodedata
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, cast

import font_source_sans_pro
import font_source_serif_pro
import pikepdf
import typst

from resilience_desktop import resources
from resilience_desktop.reports.memory import give_back_memory
from resilience_desktop.reports.wording import BOX, PRIVATE_USE, Boxes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from resilience_desktop.reports.document import Document, Plain

ACCESSIBLE = "ua-1"
"""PDF/UA-1: tagged, with a title, a language and texts for pictures."""
LASTING = "a-2a"
"""PDF/A-2a: everything needed to show it is inside. Forbids a password."""

_SHARED = ("common.typ", "parts.typ", "record.typ")
"""Templates that others import."""
_UNPRINTABLE = re.compile(r'(?:the text|the codepoint) `"(.*?)"`', re.DOTALL)
_QUOTED = re.compile("`.*`", re.DOTALL)  # may hold words of the person
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")


@dataclass(frozen=True, slots=True)
class Fitted:
    """A document that can be printed on this computer."""

    document: Document
    pdf: bytes = field(repr=False)
    unprintable: tuple[str, ...] = field(repr=False)
    """What was replaced by a box, each once, in the order of the document."""

    def pages(self, ppi: float) -> list[bytes]:
        """Return a PNG of each page, at ``ppi`` pixels an inch."""
        compiled = _compile(self.document, format="png", ppi=ppi)
        return compiled if isinstance(compiled, list) else [compiled]


def pdf(document: Document, *, lasting: bool = True) -> bytes:
    """Return the document as a tagged PDF; ``lasting`` makes it PDF/A as well."""
    return fit(document, lasting=lasting).pdf


def pages(document: Document, ppi: float) -> list[bytes]:
    """Return a PNG of each page, at ``ppi`` pixels an inch."""
    return fit(document).pages(ppi)


def fit(document: Document, *, lasting: bool = True) -> Fitted:
    """Return the PDF, with boxes where a character has no font, and which characters those are."""
    standards = [ACCESSIBLE, LASTING] if lasting else [ACCESSIBLE]
    missing = {c for words in _strings(document.values) for c in PRIVATE_USE.findall(words)}
    while True:
        boxes = Boxes(missing)
        fitted = replace(document, values=cast("Plain", _filled(document.values, boxes.fill)))
        try:
            compiled = _compile(fitted, format="pdf", pdf_standards=standards)
        except typst.TypstError as error:
            found = _without_font(error.diagnostic) - missing
            if not found:
                raise RuntimeError(_QUOTED.sub("`...`", error.message)) from None
            missing |= found
        else:
            return Fitted(fitted, cast("bytes", compiled), tuple(boxes.replaced))


def page_count(pdf: bytes) -> int:
    """Return how many pages a PDF has."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return len(opened.pages)


def pages_of_parts(pdf: bytes) -> list[int]:
    """Return the page on which each part of a summary begins, counted from 0."""
    with pikepdf.open(io.BytesIO(pdf)) as opened, opened.open_outline() as outline:
        numbers = {page.obj.objgen: number for number, page in enumerate(opened.pages)}
        parts = [part for title in outline.root for part in title.children]
        return [numbers[cast("pikepdf.Array", part.destination)[0].objgen] for part in parts]


def _compile(document: Document, **options: object) -> bytes | list[bytes]:
    sources = {
        "main.typ": resources.read_bytes(f"reports/{document.template}.typ"),
        **{name: resources.read_bytes(f"reports/{name}") for name in _SHARED},
        "writing.typ": resources.read_bytes("reports/writing.typ"),
        "data.json": json.dumps(document.values, ensure_ascii=False).encode(),
        **document.pictures,
    }
    noon = dt.datetime.combine(document.made_on, dt.time(12), dt.UTC)
    # The type hints of typst do not know yet that sources can be a mapping.
    compile_sources = cast("Callable[..., bytes | list[bytes]]", typst.compile)
    try:
        return compile_sources(sources, font_paths=_fonts(), timestamp=noon, **options)
    except BaseException as problem:
        if type(problem).__name__ == "PanicException":  # its message holds words of the person
            message = "Typst stopped while setting a report."
            raise RuntimeError(message) from None
        raise
    finally:
        give_back_memory()


@cache
def _fonts() -> typst.Fonts:
    """Return the app's two families, what Typst brings, and what the computer has."""
    packages = (font_source_sans_pro, font_source_serif_pro)
    return typst.Fonts(font_paths=[str(Path(package.font_directory)) for package in packages])


def _without_font(diagnostic: str) -> set[str]:
    """Return characters to do without, of those that Typst's messages name as having no font.

    A message names everything that is shown as one, so a letter may be named only for the accent
    it carries, and a picture made of several only for what joins them. Hence accents go first,
    then letters, then joiners; whoever calls tries again after each.
    """
    named = {c for found in _UNPRINTABLE.findall(diagnostic) for c in _unescaped(found)}
    kinds: dict[int, set[str]] = {0: set(), 1: set(), 2: set()}
    for character in named - {BOX}:
        if not character.isascii():
            kinds[_turn(character)].add(character)
    return kinds[0] or kinds[1] or kinds[2]


def _turn(character: str) -> int:
    if unicodedata.category(character) == "Cf" or "\ufe00" <= character <= "\ufe0f":
        return 2
    return 0 if unicodedata.category(character).startswith("M") else 1


def _unescaped(words: str) -> str:
    return _ESCAPED.sub(lambda found: chr(int(found.group(1), 16)), words)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)


def _filled(value: object, fill: Callable[[str], str]) -> object:
    if isinstance(value, str):
        return fill(value)
    if isinstance(value, dict):
        return {name: _filled(inner, fill) for name, inner in value.items()}
    if isinstance(value, list):
        return [_filled(inner, fill) for inner in value]
    return value
