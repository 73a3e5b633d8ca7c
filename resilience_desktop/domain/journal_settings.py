"""Settings that say something about the person, and so belong inside their journal."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Self, TypeVar

from resilience_desktop.domain.look_back import (
    LookBack,
    look_back_from_plain,
    look_back_to_plain,
)
from resilience_desktop.domain.own_scale import OwnScale, scale_from_plain, scale_to_plain
from resilience_desktop.domain.record_form import Form, form_from_plain, form_to_plain
from resilience_desktop.domain.timeline_filter import (
    SavedFilter,
    saved_from_plain,
    saved_to_plain,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

T = TypeVar("T")
U = TypeVar("U")

ENERGY, FEELINGS, BODY, TRIGGERS, TAGS = "energy", "feelings", "body", "triggers", "tags"
SLEEP, BASICS, SCALES, WENT_WELL = "sleep", "basics", "scales", "went_well"
PARTS = (ENERGY, FEELINGS, BODY, TRIGGERS, TAGS, SLEEP, BASICS, SCALES, WENT_WELL)
"""Parts of the entry form that can be left out until they are asked for, in their order."""
DAILY_BASICS = ("water", "outdoors", "movement", "meals")
MINUTES_OF_A_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Template:
    """Words to begin an entry with."""

    name: str = field(repr=False)
    words: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class JournalSettings:
    """What somebody wants of their journal."""

    asks: tuple[str, ...] = field(default=(FEELINGS,), repr=False)
    """Parts of the entry form that are shown at once; a newer version may know more of them."""
    quiet_line: bool = True
    """Whether what is written is looked through for words that call for the quiet line."""
    basics: tuple[str, ...] = field(default=DAILY_BASICS, repr=False)
    """Which of the day's basics are asked about."""
    scales: tuple[OwnScale, ...] = field(default=(), repr=False)
    filters: tuple[SavedFilter, ...] = field(default=(), repr=False)
    templates: tuple[Template, ...] = field(default=(), repr=False)
    prompts: tuple[str, ...] | None = field(default=None, repr=False)
    """Sentences to write from, one a day; None for those that come with the app."""
    spelling: str = field(default="", repr=False)
    """The language whose dictionary looks at the spelling, such as ``en_GB``; empty for none."""
    learned: tuple[str, ...] = field(default=(), repr=False)
    """Words that no dictionary has and that are right all the same."""
    forms: tuple[Form, ...] = field(default=(), repr=False)
    """One's own forms of a thought record."""
    first_form: str = field(default="quick", repr=False)
    """Id of the form that a new thought record begins with."""
    settle_first: bool = True
    """Whether it is offered to settle before looking at evidence, when a feeling is strong."""
    pattern_hints: bool = True
    """Whether words of a thought may bring up the question if it could be a pattern."""
    fact_nudges: bool = True
    """Whether a line of evidence that reads like an interpretation is said to."""
    memories: bool = True
    """Whether the journal says that something was written on this day of earlier years."""
    memories_away: str = field(default="", repr=False)
    """The day on which that was put away until tomorrow, as in ``2026-11-22``."""
    compare_from: dt.date | None = field(default=None, repr=False)
    """First day of the weeks that later days are compared with; None until somebody asks for it."""
    look_back: LookBack | None = field(default=None, repr=False)
    """When a wider look is offered again; None until somebody chooses."""
    worry_time: dt.time | None = field(default=None, repr=False)
    """The time of day, in whole minutes, that is kept for worries; None without one."""
    worry_minutes: int = 20
    """How long that time lasts."""

    @classmethod
    def from_plain(cls, plain: Mapping[str, object]) -> Self:
        """Return the settings among these values; one that cannot be used is as usual."""
        usual = cls()
        return cls(
            asks=_words(plain.get("asks"), usual.asks),
            quiet_line=_of_type(plain, "quiet_line", usual.quiet_line),
            basics=_words(plain.get("basics"), usual.basics),
            scales=_each(plain.get("scales"), scale_from_plain),
            filters=_each(plain.get("filters"), saved_from_plain),
            templates=_each(plain.get("templates"), _template),
            prompts=_words(plain.get("prompts"), usual.prompts),
            spelling=_of_type(plain, "spelling", usual.spelling),
            learned=_words(plain.get("learned"), usual.learned),
            forms=_each(plain.get("forms"), form_from_plain),
            first_form=_of_type(plain, "first_form", usual.first_form),
            settle_first=_of_type(plain, "settle_first", usual.settle_first),
            pattern_hints=_of_type(plain, "pattern_hints", usual.pattern_hints),
            fact_nudges=_of_type(plain, "fact_nudges", usual.fact_nudges),
            memories=_of_type(plain, "memories", usual.memories),
            memories_away=_of_type(plain, "memories_away", usual.memories_away),
            compare_from=_day(plain.get("compare_from")),
            look_back=look_back_from_plain(plain.get("look_back")),
            worry_time=_time(plain.get("worry_time")),
            worry_minutes=_minutes(plain.get("worry_minutes"), usual.worry_minutes),
        )

    def to_plain(self) -> dict[str, Any]:
        """Return the settings as JSON values."""
        return {
            "asks": list(self.asks),
            "quiet_line": self.quiet_line,
            "basics": list(self.basics),
            "scales": [scale_to_plain(scale) for scale in self.scales],
            "filters": [saved_to_plain(saved) for saved in self.filters],
            "templates": [{"name": t.name, "words": t.words} for t in self.templates],
            "prompts": None if self.prompts is None else list(self.prompts),
            "spelling": self.spelling,
            "learned": list(self.learned),
            "forms": [form_to_plain(form) for form in self.forms],
            "first_form": self.first_form,
            "settle_first": self.settle_first,
            "pattern_hints": self.pattern_hints,
            "fact_nudges": self.fact_nudges,
            "memories": self.memories,
            "memories_away": self.memories_away,
            "compare_from": self.compare_from.isoformat() if self.compare_from else None,
            "look_back": look_back_to_plain(self.look_back) if self.look_back else None,
            "worry_time": f"{self.worry_time:%H:%M}" if self.worry_time else None,
            "worry_minutes": self.worry_minutes,
        }

    def asks_for(self, part: str) -> bool:
        """Whether a part of the entry form is shown at once."""
        return part in self.asks

    def asking(self, part: str, *, wanted: bool) -> JournalSettings:
        """Return the settings with one part shown at once, or not."""
        others = tuple(one for one in self.asks if one != part)
        return replace(self, asks=(*others, part) if wanted else others)


def _of_type(plain: Mapping[str, object], name: str, usual: T) -> T:
    value = plain.get(name)
    return value if isinstance(value, type(usual)) else usual


def _day(value: object) -> dt.date | None:
    with suppress(ValueError):
        return dt.date.fromisoformat(value) if isinstance(value, str) else None
    return None


def _time(value: object) -> dt.time | None:
    with suppress(ValueError):
        hours, minutes = map(int, str(value).split(":"))
        return dt.time(hours, minutes)
    return None


def _minutes(value: object, usual: int) -> int:
    return value if type(value) is int and 0 < value <= MINUTES_OF_A_DAY else usual


def _words(value: object, usual: U) -> tuple[str, ...] | U:
    if isinstance(value, list) and all(isinstance(word, str) for word in value):
        return tuple(value)
    return usual


def _each(value: object, read: Callable[[object], T | None]) -> tuple[T, ...]:
    found = map(read, value) if isinstance(value, list) else ()
    return tuple(one for one in found if one is not None)


def _template(plain: object) -> Template | None:
    name, words = (plain.get("name"), plain.get("words")) if isinstance(plain, dict) else (0, 0)
    return Template(name, words) if isinstance(name, str) and isinstance(words, str) else None
