"""Notes written in a rich editor, as plain lines."""

from __future__ import annotations

import re
from html.entities import html5
from html.parser import HTMLParser

_BLOCKS = frozenset({"div", "p", "ul", "ol", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6"})
_INLINE = ("b", "strong", "i", "em", "u", "s", "strike", "del", "font", "span", "a")
_NAMES = "|".join(sorted({*_BLOCKS, *_INLINE, "li", "br", "hr"}))

_LEFT_BRACKET = re.compile(rf"<(?:(/?)({_NAMES})(?:\s[^<>]*|/)?>)?", re.IGNORECASE)
_RUN_OF_SPACES = re.compile(r"&nbsp;|&#160;")
"""How rich editors write the second space of two; a typed no-break space is left alone."""
_AMPERSAND = re.compile(r"&(?:(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});)?")


def plain(markup: str) -> str:
    """Return the text of a note, whether it was written as HTML or as plain text.

    ``<br>`` and blocks become lines, list items begin with ``- ``, entities their characters.
    Whatever is not markup of an editor stays as it was written: ``<3``, ``a < b``, ``R&D``.
    """
    markup = markup.replace("\r\n", "\n").replace("\r", "\n")
    if "<" not in markup and "&" not in markup:
        return markup.strip()
    markup = _RUN_OF_SPACES.sub(" ", markup)
    markup = _AMPERSAND.sub(_known_entity, markup)
    markup = _LEFT_BRACKET.sub(_known_tag, markup)
    lines = _Lines()
    lines.feed(markup)
    lines.close()
    return lines.text.strip()


def _known_entity(found: re.Match[str]) -> str:
    # Only whole names count: the parser would read "R&notes" as "R\N{NOT SIGN}es".
    name = found[1] or ""
    known = name.startswith("#") or f"{name};" in html5
    return found[0] if known else f"&amp;{found[0][1:]}"


def _known_tag(found: re.Match[str]) -> str:
    # The parser is shown only bare tags that it knows. What it makes of "<3", "<- so" or an
    # attribute without an end differs between Python versions, and words would get lost.
    slash, name = found.groups()
    return f"<{slash}{name.lower()}>" if name else "&lt;"


class _Lines(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._pieces: list[str] = []

    @property
    def text(self) -> str:
        return "".join(self._pieces)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag == "br":
            self._pieces.append("\n")
        elif tag == "li":
            self._begin_line()
            self._pieces.append("- ")
        elif tag in _BLOCKS or tag == "hr":
            self._begin_line()

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._begin_line()

    def handle_data(self, data: str) -> None:
        self._pieces.append(data)

    def _begin_line(self) -> None:
        if self._pieces and not self._pieces[-1].endswith("\n"):
            self._pieces.append("\n")
