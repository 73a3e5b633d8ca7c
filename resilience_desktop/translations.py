"""Which languages there are, and which of them somebody wants.

English is the language of the source. Every other is a ``.mo`` file,
``resources/i18n/<code>/LC_MESSAGES/resilience.mo``; the made-up ones are for those who work on it.
"""

from __future__ import annotations

import gettext
import os
import re
import struct
from typing import TYPE_CHECKING

from resilience_desktop import pseudo, resources

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

SOURCE = "en"
_SOURCE_NAME = "English"
"""A translation says its own name in place of this word."""
_RIGHT_TO_LEFT = frozenset(
    {"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi", pseudo.RIGHT_TO_LEFT}
)
_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
"""Where a system without windows says its language; the first that is set counts."""


def own_names() -> tuple[tuple[str, str], ...]:
    """Return the code of each language and what it calls itself, English first."""
    translated = [(code, load(code).gettext(_SOURCE_NAME)) for code in _translated()]
    return ((SOURCE, _SOURCE_NAME), *sorted(translated, key=lambda pair: pair[1]))


def best(wanted: Iterable[str]) -> str:
    """Return the first language that is there, given codes such as ``de-AT``; else English."""
    there = {code.casefold(): code for code in (SOURCE, *_translated(), *pseudo.CODES)}
    spellings = (spelling for code in wanted for spelling in _spellings(code))
    return next((there[s.casefold()] for s in spellings if s.casefold() in there), SOURCE)


def of_environment() -> list[str]:
    """Return the languages that the environment asks for, as gettext itself would."""
    found = next(filter(None, (os.environ.get(name) for name in _VARIABLES)), "")
    return [code for code in found.split(":") if code]


def load(code: str) -> gettext.NullTranslations:
    """Return the words of one language; English where there are none, or none can be read."""
    if code in pseudo.CODES:
        return pseudo.Pseudo()
    try:
        with _translated()[code].open("rb") as file:
            return gettext.GNUTranslations(file)
    except (LookupError, OSError, ValueError, struct.error):
        return gettext.NullTranslations()


def is_right_to_left(code: str) -> bool:
    """Return whether a language is written from right to left."""
    return base(code) in _RIGHT_TO_LEFT


def base(code: str) -> str:
    """Return the language without its region: ``de`` for ``de_AT``."""
    return code.partition("_")[0]


def _translated() -> Mapping[str, Path]:
    """Return the file of each translation by its code."""
    folder = resources.root() / "i18n"
    if not folder.is_dir():
        return {}
    files = {found.name: found / "LC_MESSAGES" / "resilience.mo" for found in folder.iterdir()}
    return {code: files[code] for code in sorted(files) if files[code].is_file()}


def _spellings(code: str) -> Iterator[str]:
    """Yield a code as gettext writes it, then with less and less behind it."""
    parts = re.split(r"[-_]", re.split(r"[.@]", code)[0])
    for count in range(len(parts), 0, -1):
        yield "_".join(parts[:count])
