"""Reading single values of a JSON file.

Each function raises ``ValueError``, with no words of the person in it, when a value is not of the
kind that is asked for.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Plain = dict[str, Any]
T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)


def day_in(plain: Plain, name: str) -> dt.date:
    """Return a day, as in ``2026-11-22``."""
    try:
        return dt.date.fromisoformat(text_in(plain, name))
    except ValueError:
        raise unexpected(name) from None


def day_or_none_in(plain: Plain, name: str) -> dt.date | None:
    """Return a day, or None where there is none."""
    return None if plain.get(name) is None else day_in(plain, name)


def unexpected(name: str) -> ValueError:
    """Return what is raised for a value that is not as it should be."""
    return ValueError(f"The value of {name!r} is not what was expected.")


def mapping(value: object) -> Plain:
    """Return a group of named values."""
    if not isinstance(value, dict):
        message = "A group of named values was expected."
        raise ValueError(message)
    return value


def text_in(plain: Plain, name: str) -> str:
    """Return words."""
    value = plain.get(name)
    if not isinstance(value, str):
        raise unexpected(name)
    return value


def whole_in(plain: Plain, name: str) -> int:
    """Return a whole number."""
    value = plain.get(name)
    if isinstance(value, bool) or not isinstance(value, int):
        raise unexpected(name)
    return value


def rating_in(plain: Plain, name: str) -> int | None:
    """Return a whole number, or None where there is none."""
    return None if plain.get(name) is None else whole_in(plain, name)


def flag_in(plain: Plain, name: str) -> bool:
    """Return whether."""
    value = plain.get(name)
    if not isinstance(value, bool):
        raise unexpected(name)
    return value


def list_in(plain: Plain, name: str) -> list[object]:
    """Return a list."""
    value = plain.get(name)
    if not isinstance(value, list):
        raise unexpected(name)
    return value


def each_in(plain: Plain, name: str, build: Callable[[Plain], T]) -> tuple[T, ...]:
    """Return what is built from each group of a list."""
    return tuple(build(mapping(item)) for item in list_in(plain, name))


def words_in(plain: Plain, name: str) -> tuple[str, ...]:
    """Return a list of words."""
    words = list_in(plain, name)
    return tuple(text_in({name: word}, name) for word in words)


def one_of(plain: Plain, name: str, names: type[E]) -> E:
    """Return a word that is one of a few."""
    try:
        return names(text_in(plain, name))
    except ValueError:
        raise unexpected(name) from None


def named_to_plain(answers: Iterable[tuple[str, str]]) -> list[Plain]:
    """Return what was written in fields as JSON values."""
    return [{"field": field, "words": words} for field, words in answers]


def named_from_plain(plain: Plain, name: str) -> tuple[tuple[str, str], ...]:
    """Return what ``named_to_plain`` wrote."""
    return each_in(plain, name, lambda one: (text_in(one, "field"), text_in(one, "words")))
