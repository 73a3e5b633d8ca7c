"""Domain values as plain JSON values and back: the one wording of drafts and lossless exports.

``*_from_plain`` take anything a JSON file may hold and raise ``ValueError`` (with no words of the
person in it) when it is not what ``*_to_plain`` writes.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, TypeVar

from resilience_desktop.domain.contact import Contact
from resilience_desktop.domain.details import (
    Basic,
    Picture,
    ScaleValue,
    Sensation,
    Trigger,
    TriggerKind,
)
from resilience_desktop.domain.entry import Entry, Frame
from resilience_desktop.domain.feeling import Feeling
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.small_goal import SmallGoal
from resilience_desktop.domain.tag import Tag
from resilience_desktop.domain.thought_record import (
    AutomaticThought,
    ChosenPattern,
    RatedFeeling,
    Step,
    ThoughtRecord,
)

if TYPE_CHECKING:
    from collections.abc import Callable

Plain = dict[str, Any]

_NO_DETAILS: Plain = {
    "sleep_quality": None,
    "sensations": [],
    "triggers": [],
    "basics": [],
    "scales": [],
    "went_well": "",
    "pictures": [],
    "starred": False,
    "sealed": False,
}
"""What an entry says that was written before there were these."""
T = TypeVar("T")


def moment_to_plain(moment: Moment) -> Plain:
    """Return the moment with its wall time spelled out for whoever reads the file."""
    return {
        "utc": moment.utc.replace(tzinfo=None).isoformat() + "Z",
        "zone": moment.zone,
        "offset": moment.offset,
        "local": moment.wall.isoformat(),
    }


def moment_from_plain(value: object) -> Moment:
    """Return the moment; ``local`` is for readers and not read back."""
    plain = _mapping(value)
    utc = dt.datetime.fromisoformat(_text(plain, "utc"))
    if utc.tzinfo is None:
        raise _unexpected("utc")
    try:
        utc = utc.astimezone(dt.UTC)
    except OverflowError:
        raise _unexpected("utc") from None
    return Moment(utc, _text(plain, "zone"), _whole(plain, "offset"))


def entry_to_plain(entry: Entry) -> Plain:
    """Return the entry as JSON values."""
    return {
        "id": entry.id,
        "at": moment_to_plain(entry.at),
        "mood": entry.mood,
        "energy": entry.energy,
        "feelings": [{"word": f.word, "intensity": f.intensity} for f in entry.feelings],
        "note": entry.note,
        "tags": list(entry.tags),
        "sleep_hours": entry.sleep_hours,
        "sleep_quality": entry.sleep_quality,
        "sensations": [
            {"word": s.word, "region": s.region, "intensity": s.intensity} for s in entry.sensations
        ],
        "triggers": [{"word": t.word, "kind": t.kind} for t in entry.triggers],
        "basics": [{"name": b.name, "done": b.done} for b in entry.basics],
        "scales": [{"scale": s.scale, "value": s.value} for s in entry.scales],
        "went_well": entry.went_well,
        "pictures": [{"id": p.id, "words": p.words} for p in entry.pictures],
        "starred": entry.starred,
        "sealed": entry.sealed,
        "frame": entry.frame.value,
        "converted_from": entry.converted_from,
        "source": entry.source,
    }


def entry_from_plain(value: object) -> Entry:
    """Return the entry that ``entry_to_plain`` wrote, of this version or an earlier one."""
    plain = _NO_DETAILS | _mapping(value)
    sleep = plain.get("sleep_hours")
    if sleep is not None and (isinstance(sleep, bool) or not isinstance(sleep, int | float)):
        raise _unexpected("sleep_hours")
    return Entry(
        id=_text(plain, "id"),
        at=moment_from_plain(plain.get("at")),
        mood=_rating(plain, "mood"),
        energy=_rating(plain, "energy"),
        feelings=_each(
            plain, "feelings", lambda f: Feeling(_text(f, "word"), _rating(f, "intensity"))
        ),
        note=_text(plain, "note"),
        tags=_words(plain, "tags"),
        sleep_hours=sleep,
        sleep_quality=_rating(plain, "sleep_quality"),
        sensations=_each(
            plain,
            "sensations",
            lambda s: Sensation(_text(s, "word"), _text(s, "region"), _rating(s, "intensity")),
        ),
        triggers=_each(plain, "triggers", _trigger),
        basics=_each(plain, "basics", lambda b: Basic(_text(b, "name"), _flag(b, "done"))),
        scales=_each(plain, "scales", lambda s: ScaleValue(_text(s, "scale"), _whole(s, "value"))),
        went_well=_text(plain, "went_well"),
        pictures=_each(plain, "pictures", lambda p: Picture(_text(p, "id"), _text(p, "words"))),
        starred=_flag(plain, "starred"),
        sealed=_flag(plain, "sealed"),
        frame=Frame(_text(plain, "frame")),
        converted_from=_text(plain, "converted_from"),
        source=_text(plain, "source"),
    )


def _trigger(plain: Plain) -> Trigger:
    kind = None if plain.get("kind") is None else TriggerKind(_text(plain, "kind"))
    return Trigger(_text(plain, "word"), kind)


def record_to_plain(record: ThoughtRecord) -> Plain:
    """Return the thought record as JSON values."""
    return {
        "id": record.id,
        "at": moment_to_plain(record.at),
        "situation": record.situation,
        "feelings": [
            {"word": f.word, "before": f.before, "after": f.after} for f in record.feelings
        ],
        "thoughts": [
            {
                "text": t.text,
                "belief_before": t.belief_before,
                "belief_after": t.belief_after,
                "hot": t.hot,
            }
            for t in record.thoughts
        ],
        "patterns": [{"pattern": p.pattern, "main": p.main} for p in record.patterns],
        "balanced_thought": record.balanced_thought,
        "balanced_belief": record.balanced_belief,
        "step": record.step.value,
        "finished": record.finished,
        "starred": record.starred,
    }


def record_from_plain(value: object) -> ThoughtRecord:
    """Return the thought record that ``record_to_plain`` wrote."""
    plain = _mapping(value)
    return ThoughtRecord(
        id=_text(plain, "id"),
        at=moment_from_plain(plain.get("at")),
        situation=_text(plain, "situation"),
        feelings=_each(
            plain,
            "feelings",
            lambda f: RatedFeeling(_text(f, "word"), _rating(f, "before"), _rating(f, "after")),
        ),
        thoughts=_each(
            plain,
            "thoughts",
            lambda t: AutomaticThought(
                _text(t, "text"),
                _rating(t, "belief_before"),
                _rating(t, "belief_after"),
                _flag(t, "hot"),
            ),
        ),
        patterns=_each(
            plain, "patterns", lambda p: ChosenPattern(_text(p, "pattern"), _flag(p, "main"))
        ),
        balanced_thought=_text(plain, "balanced_thought"),
        balanced_belief=_rating(plain, "balanced_belief"),
        step=Step(_text(plain, "step")),
        finished=_flag(plain, "finished"),
        starred=_flag({"starred": False} | plain, "starred"),
    )


def contact_to_plain(contact: Contact) -> Plain:
    """Return the contact as JSON values."""
    return {"name": contact.name, "phone": contact.phone, "note": contact.note}


def contact_from_plain(value: object) -> Contact:
    """Return the contact that ``contact_to_plain`` wrote."""
    plain = _mapping(value)
    return Contact(_text(plain, "name"), _text(plain, "phone"), _text(plain, "note"))


def tag_to_plain(tag: Tag) -> Plain:
    """Return what is known of a tag as JSON values; how many entries have it is theirs to say."""
    return {"word": tag.word, "group": tag.group, "archived": tag.archived}


def tag_from_plain(value: object) -> Tag:
    """Return the tag that ``tag_to_plain`` wrote."""
    plain = _mapping(value)
    word = _text(plain, "word")
    if not word.strip():
        raise _unexpected("word")
    return Tag(word, _text(plain, "group"), _flag(plain, "archived"))


def goal_to_plain(goal: SmallGoal) -> Plain:
    """Return a small goal as JSON values."""
    return {
        "id": goal.id,
        "words": goal.words,
        "begun": goal.begun.isoformat(),
        "done": goal.done and goal.done.isoformat(),
    }


def goal_from_plain(value: object) -> SmallGoal:
    """Return the small goal that ``goal_to_plain`` wrote."""
    plain = _mapping(value)
    done = None if plain.get("done") is None else _day(plain, "done")
    return SmallGoal(_text(plain, "words"), _day(plain, "begun"), done, _text(plain, "id"))


def _day(plain: Plain, name: str) -> dt.date:
    try:
        return dt.date.fromisoformat(_text(plain, name))
    except ValueError:
        raise _unexpected(name) from None


def _unexpected(name: str) -> ValueError:
    return ValueError(f"The value of {name!r} is not what was expected.")


def _mapping(value: object) -> Plain:
    if not isinstance(value, dict):
        message = "A group of named values was expected."
        raise ValueError(message)
    return value


def _text(plain: Plain, name: str) -> str:
    value = plain.get(name)
    if not isinstance(value, str):
        raise _unexpected(name)
    return value


def _whole(plain: Plain, name: str) -> int:
    value = plain.get(name)
    if isinstance(value, bool) or not isinstance(value, int):
        raise _unexpected(name)
    return value


def _rating(plain: Plain, name: str) -> int | None:
    return None if plain.get(name) is None else _whole(plain, name)


def _flag(plain: Plain, name: str) -> bool:
    value = plain.get(name)
    if not isinstance(value, bool):
        raise _unexpected(name)
    return value


def _list(plain: Plain, name: str) -> list[object]:
    value = plain.get(name)
    if not isinstance(value, list):
        raise _unexpected(name)
    return value


def _each(plain: Plain, name: str, build: Callable[[Plain], T]) -> tuple[T, ...]:
    return tuple(build(_mapping(item)) for item in _list(plain, name))


def _words(plain: Plain, name: str) -> tuple[str, ...]:
    words = _list(plain, name)
    return tuple(_text({name: word}, name) for word in words)
