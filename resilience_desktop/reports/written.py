"""Thought records and journal entries on paper, in full."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from resilience_desktop import content, i18n
from resilience_desktop.domain.markdown import plain_words
from resilience_desktop.domain.thought_record import Share, ThoughtKind, ThoughtRecord
from resilience_desktop.i18n import signed, text
from resilience_desktop.reports.wording import halved, line, paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from resilience_desktop.domain.entry import Entry
    from resilience_desktop.domain.feeling import Feeling
    from resilience_desktop.reports.document import Plain

NOT_RATED = "\N{EN DASH}"
_HIDDEN = "\N{HORIZONTAL ELLIPSIS}"
"""Stands for a thought whose words are not to be read."""


def record_part(record: ThoughtRecord) -> Plain:
    """Return a thought record as a worksheet; a step that was skipped takes no room.

    Of one that a report may hold only what is counted of, there are numbers and the app's own
    names, and nothing in the person's words.
    """
    only_counted = record.share is Share.SUMMARY
    record = _counted(record) if only_counted else record
    part: Plain = {
        "kind": "record",
        "above": text("Appendix, chosen record by record"),
        "title": text("Thought record, {day}").format(day=i18n.day(record.at.day)),
        "rows": _pattern_rows(record) if only_counted else _rows(record),
        "facts": _facts(record),
        "outside": _from_outside(record),
        "later": _later(record),
    }
    balanced = paragraphs(record.balanced_thought)
    if balanced:
        part["balanced"] = {"title": text("A fairer way to put it"), "words": balanced}
        if record.balanced_belief is not None:
            part["balanced"]["note"] = _believed(record.balanced_belief)
    ratings = _ratings(record)
    if ratings["rows"]:
        part["ratings"] = ratings
    return part


def _counted(record: ThoughtRecord) -> ThoughtRecord:
    """Return what is counted of a record: ratings, patterns of the list, how helpful it was."""
    hot = record.hot_thought
    known = {pattern.id for pattern in content.thinking_patterns()}
    return ThoughtRecord(
        at=record.at,
        feelings=tuple(f for f in record.feelings if f.word in _listed_words()),
        thoughts=(replace(hot, text=_HIDDEN),) if hot else (),
        patterns=tuple(chosen for chosen in record.patterns if chosen.pattern in known),
        helpful=record.helpful,
        id=record.id,
    )


def _rows(record: ThoughtRecord) -> list[Plain]:
    rows = _own(text("Situation"), record.situation)
    rows += _own(text("What set it off"), *(trigger.word for trigger in record.triggers))
    rows += _own(text("Feelings"), ", ".join(feeling.in_short for feeling in record.felt))
    rows += _own(text("Body"), ", ".join(felt.word for felt in record.sensations))
    thoughts = [thought for thought in record.thoughts if thought.text.strip()]
    for number, thought in enumerate(thoughts, 1):
        several = len(thoughts) > 1
        label = text("Automatic thought {n}") if several else text("Automatic thought")
        row = {"label": label.format(n=number), "words": paragraphs(thought.text)}
        notes = [text("This one stings most.")] if several and thought.hot else []
        if thought.belief_before is not None:
            notes.append(_believed(thought.belief_before, thought.kind))
        rows.append(row | ({"note": " ".join(notes)} if notes else {}))
    rows += _own(text("What it would mean, if it were true"), *record.arrow)
    rows += _own(text("A word for it"), record.label)
    rows += _own(text("What I did"), record.did)
    rows += _own(text("What I chose instead"), record.chose)
    rows += _pattern_rows(record)
    return rows


def _facts(record: ThoughtRecord) -> list[Plain]:
    """Return the facts on either side, each as its own item; a side without any is left out."""
    sides = (
        (text("Facts that speak for it"), record.evidence_for),
        (text("Facts that speak against it"), record.evidence_against),
    )
    found = [(title, [w for fact in facts if (w := halved(fact))]) for title, facts in sides]
    return [{"title": title, "facts": facts} for title, facts in found if facts]


def _from_outside(record: ThoughtRecord) -> list[Plain]:
    """Return what stands below the facts."""
    friend = _own(text("To a good friend"), record.friend)
    return [*friend, *_own(text("From further away"), record.distance)]


def _pattern_rows(record: ThoughtRecord) -> list[Plain]:
    if not record.patterns:
        return []
    return [{"label": text("Thinking patterns"), "plain": _patterns(record)}]


def _later(record: ThoughtRecord) -> list[Plain]:
    """Return what stands below the ratings."""
    prediction, likely = record.prediction, record.prediction.likely
    seemed = "" if likely is None else text("It seemed {n} of 100 likely.").format(n=likely)
    day = record.next_step_on
    rows = _own(text("A kind word to myself"), record.kindness)
    if record.helpful is not None:
        helpful = text("{n} of 10").format(n=record.helpful)
        rows.append({"label": text("How helpful it was"), "plain": helpful})
    rows += _own(text("What I expected"), prediction.expected, note=seemed)
    rows += _own(text("What happened"), prediction.happened)
    rows += _own(text("What I learned from it"), prediction.learned)
    rows += _own(text("Next step"), record.next_step, note=i18n.day(day) if day else "")
    rows += _own(text("How it turned out"), record.turned_out)
    return rows


def _own(label: str, *lines: str, note: str = "") -> list[Plain]:
    """Return a row of somebody's own words, each of the lines a paragraph; none without words."""
    words = [paragraph for one in lines for paragraph in paragraphs(one)]
    if not words:
        return []
    return [{"label": label, "words": words} | ({"note": note} if note else {})]


def _believed(percent: int, kind: ThoughtKind = ThoughtKind.WORDS) -> str:
    """Return how far a thought was believed, or how real a picture or a memory felt."""
    said = text("Believed {percent} %")
    if kind is not ThoughtKind.WORDS:
        said = text("Felt {percent} % real")
    return said.format(percent=percent)


def _patterns(record: ThoughtRecord) -> str:
    ordered = sorted(record.patterns, key=lambda chosen: not chosen.main)
    names = [
        text("{pattern} (main)").format(pattern=content.pattern_name(chosen.pattern))
        if chosen.main
        else content.pattern_name(chosen.pattern)
        for chosen in ordered
    ]
    return line(", ".join([names[0], *(name[:1].lower() + name[1:] for name in names[1:])]))


def _ratings(record: ThoughtRecord) -> Plain:
    """Return the table of first and later; without a second look it has one column."""
    rated: list[tuple[Plain, int | None, int | None, bool]] = []
    thoughts = [thought for thought in record.thoughts if thought.text.strip()]
    for number, thought in enumerate(thoughts, 1):
        label = (
            text("Belief in thought {n}") if len(thoughts) > 1 else text("Belief in the thought")
        )
        name = {"own": False, "label": paragraphs(label.format(n=number))}
        rated.append((name, thought.belief_before, thought.belief_after, False))
    for feeling in record.feelings:
        own = feeling.word not in _listed_words()
        name = {"own": own, "label": paragraphs(feeling.word)}
        rated.append((name, feeling.before, feeling.after, True))
    again = record.is_rated_again
    rows = [
        name | {"numbers": _numbers(before, after, again=again, can_be_new=can_be_new)}
        for name, before, after, can_be_new in rated
        if before is not None or after is not None
    ]
    unrated = [feeling.word for feeling in record.felt if feeling.before is None]
    note = line(text("Not rated: {feelings}.").format(feelings=", ".join(unrated)))
    return ({"note": note} if unrated else {}) | {
        "title": text("First and later") if again else text("How strong it was"),
        "columns": [text("0 to 100"), text("First"), *([text("Later")] if again else [])],
        "rows": rows,
    }


def _numbers(before: int | None, after: int | None, *, again: bool, can_be_new: bool) -> list[str]:
    missing = text("new") if can_be_new else NOT_RATED
    first = missing if before is None else str(before)
    return [first, NOT_RATED if after is None else str(after)] if again else [first]


@i18n.once_a_language
def _listed_words() -> frozenset[str]:
    """Return the app's own feeling words; every other is the person's, and set as such."""
    return frozenset(word for family in content.feeling_families() for word in family.words)


def entries_part(entries: Iterable[Entry]) -> Plain:
    """Return journal entries in full, by day."""
    return {
        "kind": "entries",
        "title": text("Journal entries"),
        "days": [
            {
                "title": i18n.day(day, weekday=True),
                "entries": [_entry(entry) for entry in same_day],
            }
            for day, same_day in groupby(entries, key=lambda entry: entry.at.day)
        ],
    }


def _entry(entry: Entry) -> Plain:
    facts = [i18n.clock(entry.at.wall)]
    if entry.mood is not None:
        facts.append(mood_in_words(entry.mood))
    if entry.energy is not None:
        facts.append(text("energy {number}").format(number=signed(entry.energy)))
    if entry.sleep_hours is not None:
        facts.append(text("slept {hours} h").format(hours=f"{entry.sleep_hours:g}"))
    if entry.feelings:
        facts.append(", ".join(_feeling(feeling) for feeling in entry.feelings))
    if entry.tags:
        facts.append(", ".join(entry.tags))
    if entry.converted_from:
        facts.append(text("converted from {original}").format(original=entry.converted_from))
    return {"line": line("; ".join(facts)), "words": paragraphs(plain_words(entry.note))}


def mood_in_words(mood: int) -> str:
    """Return a mood as a number, and its word where the step has one of its own."""
    word = content.mood_words().get(mood)
    said = text("mood {number}, {word}") if word else text("mood {number}")
    return said.format(number=signed(mood), word=word)


def _feeling(feeling: Feeling) -> str:
    return feeling.word if feeling.intensity is None else f"{feeling.word} {feeling.intensity}"
