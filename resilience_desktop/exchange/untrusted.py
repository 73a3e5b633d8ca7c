"""JSON that anyone may have written: limits and items that are not as they should be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from resilience_desktop.exchange.limits import LONGEST_TEXT
from resilience_desktop.exchange.reading import RowProblem
from resilience_desktop.i18n import text

if TYPE_CHECKING:
    from collections.abc import Callable

    from resilience_desktop.domain.entry import Entry
    from resilience_desktop.domain.practice import Practice
    from resilience_desktop.domain.progress import Progress
    from resilience_desktop.domain.thought_record import ThoughtRecord

DEEPEST = 40
T = TypeVar("T")


class Items:
    """Reads lists of items and remembers which could not be read."""

    def __init__(self, number: int, progress: Progress) -> None:
        self.problems: list[RowProblem] = []
        self._number, self._progress = number, progress
        """How many items there are in all lists together."""
        self._read = 0

    def read(self, plain: list[Any], build: Callable[[object], T]) -> tuple[T, ...]:
        """Return the items that ``build`` can make something of."""
        found: list[T] = []
        for place, item in enumerate(plain, start=1):
            self._progress.check()
            self._progress.tell(self._read, self._number)
            self._read += 1
            try:
                _limit(item)
                found.append(build(item))
            except (ValueError, OverflowError):
                self.problems.append(RowProblem(place, _not_as_written()))
        return tuple(found)


def check(item: Entry | ThoughtRecord | Practice) -> None:
    """Raise ``ValueError`` or ``OverflowError`` if the item cannot be used, though it was built.

    A moment at the ends of the calendar may have no local time; without an id nothing can be kept.
    """
    _ = item.at.wall
    if not item.id.strip():
        message = "An item has an id."
        raise ValueError(message)


def too_deep(value: object) -> bool:
    """Return whether lists and objects are nested deeper than any real file has them."""
    level = [value]
    for _ in range(DEEPEST):
        level = [inner for outer in level for inner in _inside(outer)]
        if not level:
            return False
    return True


def mended(value: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
    """Return the value with halves of surrogate pairs replaced, since they cannot be kept.

    JSON can hold them as escapes, but they are no characters and have no UTF-8 form.
    """
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, list):
        return [mended(inner) for inner in value]
    if isinstance(value, dict):
        return {name: mended(inner) for name, inner in value.items()}
    return value


def _limit(value: object) -> None:
    if isinstance(value, str) and len(value) > LONGEST_TEXT:
        message = "A text is longer than what can be kept."
        raise ValueError(message)
    for inner in _inside(value):
        _limit(inner)


def _inside(value: object) -> list[Any]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []


def _not_as_written() -> str:
    return text("This item is not written as Resilience Desktop writes it.")
