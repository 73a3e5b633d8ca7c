"""Who can be called: emergency numbers and help lines, and the words around them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from resilience_desktop.content.reading import read, texts
from resilience_desktop.domain.quiet_line import PhraseList
from resilience_desktop.i18n import once_a_language, text

if TYPE_CHECKING:
    from collections.abc import Mapping

_TRUSTED_FOR = dt.timedelta(days=365)
"""How long help lines are shown as they are; after that with a word of caution."""


@dataclass(frozen=True, slots=True)
class HelpLine:
    """A service that can be contacted."""

    name: str
    contacts: tuple[str, ...]
    """Numbers to call or text, as they are dialled, with a word when it is not a call."""
    web: str
    hours: str
    free: bool = False


@dataclass(frozen=True, slots=True)
class Country:
    """Emergency numbers and help lines of one country."""

    code: str
    name: str
    emergency: tuple[str, ...]
    lines: tuple[HelpLine, ...]
    checked_on: dt.date
    """When somebody last looked at what the services themselves say."""

    def is_due_for_a_check(self, today: dt.date) -> bool:
        """Whether the last check is a year ago or more, so that numbers may have changed."""
        return today - self.checked_on >= _TRUSTED_FOR


@once_a_language
def countries() -> tuple[Country, ...]:
    """Return the countries whose help lines were checked for this release, by name."""
    return tuple(
        sorted(
            (
                Country(
                    code=c["country_code"],
                    name=text(c["country"]),
                    emergency=tuple(c["emergency"]),
                    lines=tuple(_line(line) for line in c["lines"]),
                    checked_on=dt.date.fromisoformat(c["checked_on"]),
                )
                for c in read("help_lines")["countries"]
                if c["ship_default"]  # the others are drafts nobody has confirmed
            ),
            key=lambda country: country.name,
        )
    )


def _line(plain: Mapping[str, Any]) -> HelpLine:
    contacts = [plain["call"]] if "call" in plain else []
    if "text" in plain:
        contacts.append(text("text {number}").format(number=plain["text"]))
    hours = text("day and night") if plain["hours"] == "24/7" else ""
    free = bool(plain.get("free"))
    return HelpLine(plain["name"], tuple(contacts), plain.get("web", ""), hours, free=free)


def country(code: str) -> Country | None:
    """Return one country by its two letters, or None."""
    return next((found for found in countries() if found.code == code), None)


@once_a_language
def help_wording() -> Mapping[str, Any]:
    """Return the sentences of the Help now panel."""
    return {key: _worded(words) for key, words in read("help_lines")["wording"].items()}


@cache
def help_phrases() -> PhraseList:
    """Return the words that call for the quiet line when somebody writes them."""
    found = read("help_phrases")
    return PhraseList(found["phrases"], found["idioms"])


def _worded(words: str | list[str]) -> str | tuple[str, ...]:
    return text(words) if isinstance(words, str) else texts(words)
