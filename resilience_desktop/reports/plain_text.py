"""A report as plain text, for a message: the same parts in the same order, from the same values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop.i18n import text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from resilience_desktop.reports.document import Document, Plain

_BREAKABLE = "\N{ZERO WIDTH SPACE}"
"""Paper needs a place to break in long words; a message breaks by itself."""


def plain_text(document: Document) -> str:
    """Return the words and numbers of a summary, and of a chart what it says in words.

    Headings stand on lines of their own with a line of signs below, as people write them.
    """
    values = document.values
    blocks = [
        _heading(values["title"], "="),
        "\n".join(_named(item["label"], item["text"]) for item in values["head"]),
        *(block for part in values["parts"] for block in _part(part)),
    ]
    footer = values["footer"]
    if footer["text"]:
        blocks.append(f"{footer['lead']} {footer['text']}")
    words = "\n\n".join(block for block in blocks if block)
    return words.replace(_BREAKABLE, "") + "\n"


def _part(part: Plain) -> Iterator[str]:
    if part.get("title"):
        yield _heading(part["title"], "-")
    yield from _BY_KIND[part["kind"]](part)
    if part.get("note"):
        yield part["note"]


def _words(part: Plain) -> Iterator[str]:
    for row in part["rows"]:
        yield from _said(row["label"], _paragraphs(row["words"]), row["facts"])


def _said(label: str, words: str, facts: str = "") -> Iterator[str]:
    """Return somebody's words after what they are; several paragraphs begin below it."""
    said = "\n".join(filter(None, (words, facts)))
    yield f"{_named(label, '')}\n{said}" if "\n" in said else _named(label, said)


def _sentences(part: Plain) -> Iterator[str]:
    yield from part["paragraphs"]


def _small(part: Plain) -> Iterator[str]:
    yield part["text"]


def _table(part: Plain) -> Iterator[str]:
    _, *titles = (column["title"] for column in part["columns"])
    yield _listed(_row(titles, *map(_cell, row)) for row in part["rows"])


def _bars(part: Plain) -> Iterator[str]:
    rows = (_named(_cell(row["name"]), row["number"]) for row in part["rows"])
    yield f"{_named(*part['columns'])}\n{_listed(rows)}"


def _mood(part: Plain) -> Iterator[str]:
    yield part["sentence"] or part["alt"]
    for note in part["notes"]:
        yield f"{note['number']}. {_named(note['day'], _paragraphs(note['words']))}"


def _beside(part: Plain) -> Iterator[str]:
    for half in part["parts"]:
        yield from _part(half)


def _record(part: Plain) -> Iterator[str]:
    yield from _rows(part["rows"])
    for side in part["facts"]:
        yield f"{_named(side['title'], '')}\n{_listed(map(_paragraphs, side['facts']))}"
    yield from _rows(part["outside"])
    if "balanced" in part:
        fairer = part["balanced"]
        yield from _said(fairer["title"], _paragraphs(fairer["words"]), fairer.get("note", ""))
    if "ratings" in part:
        yield from _ratings(part["ratings"])
    yield from _rows(part["later"])


def _rows(rows: Iterable[Plain]) -> Iterator[str]:
    for row in rows:
        words = row["plain"] if "plain" in row else _paragraphs(row["words"])
        yield from _said(row["label"], words, row.get("note", ""))


def _ratings(part: Plain) -> Iterator[str]:
    _, *titles = part["columns"]
    rows = [_row(titles, _paragraphs(row["label"]), *row["numbers"]) for row in part["rows"]]
    yield f"{_named(part['title'], '')}\n{_listed(rows)}"
    yield part.get("note", "")


def _entries(part: Plain) -> Iterator[str]:
    for day in part["days"]:
        yield day["title"]
        for entry in day["entries"]:
            yield "\n".join(filter(None, (entry["line"], _paragraphs(entry["words"]))))


def _cards(part: Plain) -> Iterator[str]:
    yield from map(_paragraphs, part["cards"])


def _methods(part: Plain) -> Iterator[str]:
    for row in part["rows"]:
        yield f"{row['lead']} {row['text']}"


_BY_KIND: Mapping[str, Callable[[Plain], Iterator[str]]] = {
    "words": _words,
    "sentences": _sentences,
    "small": _small,
    "table": _table,
    "bars": _bars,
    "mood": _mood,
    "beside": _beside,
    "record": _record,
    "entries": _entries,
    "cards": _cards,
    "methods": _methods,
}


def _heading(words: str, sign: str) -> str:
    return f"{words}\n{sign * len(words)}"


def _named(name: str, value: str) -> str:
    """Return a value after its name, or the name alone as what a list is of."""
    return text("{name}: {value}").format(name=name, value=value).strip()


def _row(titles: Iterable[str], first: str, *cells: str) -> str:
    """Return a row of a table: what it is of, then each number after the title of its column."""
    numbers = (
        text("{title} {number}").format(title=title, number=cell)
        for title, cell in zip(titles, cells, strict=True)
    )
    return _named(first, "; ".join(numbers))


def _listed(rows: Iterable[str]) -> str:
    return "\n".join(f"- {row}" for row in rows)


def _cell(cell: Plain) -> str:
    return _paragraphs(cell["words"]) if "words" in cell else cell["text"]


def _paragraphs(paragraphs: Iterable[Mapping[str, str]]) -> str:
    return "\n\n".join(paragraph["text"] for paragraph in paragraphs)
