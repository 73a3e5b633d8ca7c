"""Domain values as plain JSON values and back: the one wording of drafts and lossless exports.

``*_from_plain`` take anything a JSON file may hold and raise ``ValueError`` (with no words of the
person in it) when it is not what ``*_to_plain`` writes.
"""

from __future__ import annotations

import datetime as dt

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
from resilience_desktop.domain.plain_values import (
    Plain,
    day_in,
    day_or_none_in,
    each_in,
    flag_in,
    mapping,
    rating_in,
    text_in,
    unexpected,
    whole_in,
    words_in,
)
from resilience_desktop.domain.small_goal import SmallGoal
from resilience_desktop.domain.tag import Tag

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
    "never_share": False,
}
"""What an entry says that was written before there were these."""


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
    plain = mapping(value)
    utc = dt.datetime.fromisoformat(text_in(plain, "utc"))
    if utc.tzinfo is None:
        raise unexpected("utc")
    try:
        utc = utc.astimezone(dt.UTC)
    except OverflowError:
        raise unexpected("utc") from None
    return Moment(utc, text_in(plain, "zone"), whole_in(plain, "offset"))


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
        "sensations": [sensation_to_plain(felt) for felt in entry.sensations],
        "triggers": [trigger_to_plain(trigger) for trigger in entry.triggers],
        "basics": [{"name": b.name, "done": b.done} for b in entry.basics],
        "scales": [{"scale": s.scale, "value": s.value} for s in entry.scales],
        "went_well": entry.went_well,
        "pictures": [{"id": p.id, "words": p.words} for p in entry.pictures],
        "starred": entry.starred,
        "sealed": entry.sealed,
        "never_share": entry.never_share,
        "frame": entry.frame.value,
        "converted_from": entry.converted_from,
        "source": entry.source,
    }


def entry_from_plain(value: object) -> Entry:
    """Return the entry that ``entry_to_plain`` wrote, of this version or an earlier one."""
    plain = _NO_DETAILS | mapping(value)
    sleep = plain.get("sleep_hours")
    if sleep is not None and (isinstance(sleep, bool) or not isinstance(sleep, int | float)):
        raise unexpected("sleep_hours")
    return Entry(
        id=text_in(plain, "id"),
        at=moment_from_plain(plain.get("at")),
        mood=rating_in(plain, "mood"),
        energy=rating_in(plain, "energy"),
        feelings=each_in(
            plain, "feelings", lambda f: Feeling(text_in(f, "word"), rating_in(f, "intensity"))
        ),
        note=text_in(plain, "note"),
        tags=words_in(plain, "tags"),
        sleep_hours=sleep,
        sleep_quality=rating_in(plain, "sleep_quality"),
        sensations=each_in(plain, "sensations", sensation_from_plain),
        triggers=each_in(plain, "triggers", trigger_from_plain),
        basics=each_in(plain, "basics", lambda b: Basic(text_in(b, "name"), flag_in(b, "done"))),
        scales=each_in(
            plain, "scales", lambda s: ScaleValue(text_in(s, "scale"), whole_in(s, "value"))
        ),
        went_well=text_in(plain, "went_well"),
        pictures=each_in(
            plain, "pictures", lambda p: Picture(text_in(p, "id"), text_in(p, "words"))
        ),
        starred=flag_in(plain, "starred"),
        sealed=flag_in(plain, "sealed"),
        never_share=flag_in(plain, "never_share"),
        frame=Frame(text_in(plain, "frame")),
        converted_from=text_in(plain, "converted_from"),
        source=text_in(plain, "source"),
    )


def sensation_to_plain(felt: Sensation) -> Plain:
    """Return what was felt in the body as JSON values."""
    return {"word": felt.word, "region": felt.region, "intensity": felt.intensity}


def sensation_from_plain(plain: Plain) -> Sensation:
    """Return what ``sensation_to_plain`` wrote."""
    return Sensation(
        text_in(plain, "word"), text_in(plain, "region"), rating_in(plain, "intensity")
    )


def trigger_to_plain(trigger: Trigger) -> Plain:
    """Return what set something off as JSON values."""
    return {"word": trigger.word, "kind": trigger.kind}


def trigger_from_plain(plain: Plain) -> Trigger:
    """Return what ``trigger_to_plain`` wrote."""
    kind = None if plain.get("kind") is None else TriggerKind(text_in(plain, "kind"))
    return Trigger(text_in(plain, "word"), kind)


def contact_to_plain(contact: Contact) -> Plain:
    """Return the contact as JSON values."""
    return {"name": contact.name, "phone": contact.phone, "note": contact.note}


def contact_from_plain(value: object) -> Contact:
    """Return the contact that ``contact_to_plain`` wrote."""
    plain = mapping(value)
    return Contact(text_in(plain, "name"), text_in(plain, "phone"), text_in(plain, "note"))


def tag_to_plain(tag: Tag) -> Plain:
    """Return what is known of a tag as JSON values; how many entries have it is theirs to say."""
    return {"word": tag.word, "group": tag.group, "archived": tag.archived}


def tag_from_plain(value: object) -> Tag:
    """Return the tag that ``tag_to_plain`` wrote."""
    plain = mapping(value)
    word = text_in(plain, "word")
    if not word.strip():
        raise unexpected("word")
    return Tag(word, text_in(plain, "group"), flag_in(plain, "archived"))


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
    plain = mapping(value)
    done = day_or_none_in(plain, "done")
    return SmallGoal(text_in(plain, "words"), day_in(plain, "begun"), done, text_in(plain, "id"))
