"""Entries, thought records and search hits as rows of a list."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from resilience_desktop import content, i18n, themes
from resilience_desktop.domain.entry import Entry, Frame
from resilience_desktop.domain.markdown import in_brief
from resilience_desktop.domain.practice import Practice
from resilience_desktop.domain.search import Kind
from resilience_desktop.i18n import text
from resilience_desktop.ui.practice_row import SIGN, practice_row
from resilience_desktop.ui.sides import number
from resilience_desktop.ui.widgets.text_block import BREAK
from resilience_desktop.ui.widgets.written_rows import SEPARATOR, Heading, Row

if TYPE_CHECKING:
    from collections.abc import Iterable

    from resilience_desktop.domain.record_brief import Rated
    from resilience_desktop.domain.search import Excerpt, Found, Hit
    from resilience_desktop.domain.thought_record import ThoughtRecord
    from resilience_desktop.services.looking import Page

_SEEN = 2000
"""Characters of a note, more than a row can show."""
MORE = "more"
"""The kind of a row that shows more of what was found."""


def timeline_rows(page: Page, today: dt.date, last_heading: str = "") -> list[Heading | Row]:
    """Return rows grouped by day; a heading that stands already is not repeated."""
    rows: list[Heading | Row] = []
    for item in page.items:
        heading = i18n.day_heading(item.at.day, today)
        if heading != last_heading:
            rows.append(day_heading(heading, page.days.get(item.at.day)))
            last_heading = heading
        if isinstance(item, Practice):
            rows.append(practice_row(item, page.skills[item.skill]))
        else:
            rows.append(entry_row(item) if isinstance(item, Entry) else record_row(item))
    return rows


def day_heading(words: str, mood: float | None) -> Heading:
    """Return the heading of a day, with its mood if there is one."""
    if mood is None:
        return Heading(words)
    word = content.mood_word(themes.nearest_step(mood))
    said = text("mood of the day {number}").format(number=i18n.spoken(mood))
    tip = text("Mood of the day, the mean of what you noted: {number}, {word}")
    shown = number(i18n.in_tenths(mood))
    return Heading(words, mood=mood, aloud=said, tip=tip.format(number=shown, word=word))


def entry_row(entry: Entry) -> Row:
    """Return an entry as it stands in the timeline."""
    feelings = [
        feeling.word if feeling.intensity is None else f"{feeling.word} {feeling.intensity}"
        for feeling in entry.feelings
    ]
    return Row(
        id=entry.id,
        kind=Kind.ENTRY,
        when="" if entry.frame is Frame.TODAY else i18n.clock(entry.at.wall),
        mood=entry.mood,
        drawing="" if entry.mood is not None else "pencil",
        label=SEPARATOR.join(part for part in (", ".join(feelings), _what_it_is(entry)) if part),
        words=((shown, False),) if (shown := _own_words(entry)) else (),
        foot=SEPARATOR.join(_facts(entry)),
        aloud=", ".join(_entry_aloud(entry)),
        marks=(*star(entry.starred), *(("picture",) if entry.pictures else ())),
        starred=entry.starred,
        never_share=entry.never_share,
    )


def record_row(record: ThoughtRecord, *, when: str = "", label: str | None = None) -> Row:
    """Return a thought record as it stands in a list, with its kind or another label above it."""
    thought = record.hot_thought
    quote = (
        f"\N{LEFT DOUBLE QUOTATION MARK}{thought.text}\N{RIGHT DOUBLE QUOTATION MARK}"
        if (thought)
        else record.situation
    )
    if label is None:
        label = text("Thought record") if record.finished else text("Thought record, still open")
    hidden = kept_back(never_share=record.never_share)
    rated = _ratings(record, of=text("of 100"))
    aloud = (label, *hidden, *star_aloud(record.starred), *rated)
    return Row(
        id=record.id,
        kind=Kind.THOUGHT_RECORD,
        when=when or i18n.clock(record.at.wall),
        drawing="record",
        label=label,
        words=((quote, False),) if quote.strip() else (),
        foot=SEPARATOR.join([*hidden, *_ratings(record)]),
        aloud=", ".join(part for part in aloud if part),
        marks=star(record.starred),
        starred=record.starred,
        never_share=record.never_share,
    )


def found_rows(kinds: Iterable[Found], step: int) -> list[Heading | Row]:
    """Return what search found, each kind below its name; ``step`` more can be asked for.

    Of what is still being counted, how much there is follows.
    """
    rows: list[Heading | Row] = []
    for found in kinds:
        rows.append(
            Heading(kind_name(found.kind), "" if found.count is None else f"{found.count:,}")
        )
        rows += map(hit_row, found.hits)
        shown = len(found.hits)
        if found.count is not None and found.count > shown:
            every = found.count - shown <= step
            words = text("Show all {n}") if every else text("Show {n} more")
            label = words.format(n=f"{found.count if every else step:,}")
            rows.append(more_row(found.kind, shown, label))
    return rows


def kind_name(kind: Kind) -> str:
    """Return what several things of a kind are called."""
    return {
        Kind.THOUGHT_RECORD: text("Thought records"),
        Kind.ENTRY: text("Journal entries"),
        Kind.PRACTICE: text("Skills used"),
        Kind.SHEET: text("Worksheets"),
        Kind.WORRY: text("Worries"),
        Kind.OWN_SKILL: text("Skills of your own"),
        Kind.REPORT_WORDS: text("Words for a report"),
        Kind.SESSION: text("Sessions"),
        Kind.DRAFT: text("Not finished yet"),
    }[kind]


def hit_row(hit: Hit) -> Row:
    """Return something that search found, with the words marked."""
    label: str | Excerpt
    drawing, label, aloud = {
        Kind.THOUGHT_RECORD: ("record", "", text("Thought record")),
        Kind.ENTRY: ("pencil", "", text("entry")),
        Kind.PRACTICE: (_drawing_of(hit.skill), hit.skill_name, text("Skill")),
        Kind.SHEET: ("list", hit.skill_name, text("Worksheet")),
        Kind.WORRY: ("clock", "", text("Worry")),
        Kind.OWN_SKILL: ("footprints", hit.skill_name, text("Skill of your own")),
        Kind.REPORT_WORDS: ("page", _part_name(hit.id), _part_name(hit.id)),
        Kind.SESSION: ("calendar", "", text("Session")),
        Kind.DRAFT: ("pencil", "", text("Not finished yet")),
    }[hit.kind]
    words = hit.excerpt
    if hit.beginning is not None:  # feelings and tags are no words of their own
        label, words = hit.excerpt, ((hit.beginning, False),) if hit.beginning else ()
        aloud = ", ".join((aloud, "".join(piece for piece, _ in hit.excerpt)))
    elif hit.skill and label:
        aloud = f"{aloud}, {label}"
    return Row(
        id=f"{hit.kind}:{hit.id}",  # a draft has the id of the entry it changes
        kind=hit.kind,
        when=i18n.short_day(hit.at.day) if hit.at else "",
        drawing=drawing,
        label=label,
        words=words,
        aloud=aloud,
        skill=hit.skill,
    )


def _drawing_of(skill: str) -> str:
    return content.skill(skill).drawing if skill in content.skill_ids() else SIGN


def more_row(kind: Kind, shown: int, label: str) -> Row:
    """Return the row that shows more of a kind of which some is shown."""
    return Row(
        id=f"more:{kind}:{shown}",
        kind=MORE,
        when="",
        drawing="chevron-down",
        label=label,
        aloud=label,
        is_action=True,
    )


def _part_name(part: str) -> str:
    """Return the words beside a field of the report; a newer version may know more of them."""
    return {
        "name": text("Name on it"),
        "how_it_has_been": text("How it has been"),
        "to_talk_about": text("To talk about"),
        "question": text("A question for them"),
        "note": text("A note for them"),
    }.get(part, "")


def short_days() -> list[str]:
    """Return a short date in each month, to measure how much room a column of them takes."""
    return [i18n.short_day(dt.date(2000, month, 28)) for month in range(1, 13)]


def _own_words(entry: Entry) -> str:
    """Return the note without its signs, or else what went all right."""
    if not entry.note.strip():
        return entry.went_well.strip()
    return in_brief(entry.note[:_SEEN]).replace("\n", BREAK) + entry.note[_SEEN:]


def _what_it_is(entry: Entry) -> str:
    """Return what words without a note are."""
    is_alone = entry.went_well.strip() and not entry.note.strip()
    return text("went all right") if is_alone else ""


def star(starred: bool) -> tuple[str, ...]:
    """Return the drawing of something starred."""
    return ("star-filled",) if starred else ()


def star_aloud(starred: bool) -> tuple[str, ...]:
    """Return what the star is for, as a screen reader should say it."""
    return (text("for your next session"),) if starred else ()


def kept_back(*, never_share: bool) -> list[str]:
    """Return what is said of something that is never shared."""
    return [text("never shared")] if never_share else []


def _facts(entry: Entry) -> list[str]:
    facts = kept_back(never_share=entry.never_share)  # first: what comes later may be cut off
    if entry.frame is Frame.TODAY:
        facts.append(text("the whole day"))
    if entry.energy is not None:
        facts.append(text("energy {n}").format(n=number(i18n.signed(entry.energy))))
    if entry.sleep_hours is not None:
        facts.append(text("slept {n} h").format(n=f"{entry.sleep_hours:g}"))
    if entry.tags:
        facts.append("  ".join(f"#{tag}" for tag in entry.tags))
    if entry.went_well.strip() and entry.note.strip():
        facts.append(text("went all right"))
    return facts


def _entry_aloud(entry: Entry) -> list[str]:
    said = [text("entry about the whole day") if entry.frame is Frame.TODAY else text("entry")]
    said += [*kept_back(never_share=entry.never_share), *star_aloud(entry.starred)]
    if entry.pictures:
        said.append(text("with a picture"))
    if entry.mood is not None:
        said.append(text("mood {number}").format(number=i18n.spoken(entry.mood)))
    for feeling in entry.feelings:
        rated = text("{feeling}, {n} of 100").format(feeling=feeling.word, n=feeling.intensity)
        said.append(feeling.word if feeling.intensity is None else rated)
    if entry.energy is not None:
        said.append(text("energy {n}").format(n=i18n.spoken(entry.energy)))
    if entry.sleep_hours is not None:
        said.append(text("slept {n} h").format(n=f"{entry.sleep_hours:g}"))
    if entry.went_well.strip():
        said.append(text("went all right"))
    return [*said, *entry.tags]


def ratings(believed: Rated | None, feelings: Iterable[Rated], *, of: str = "") -> list[str]:
    """Return the first ratings in words, each followed by ``of`` what."""
    found = []
    if believed and believed[1] is not None:
        found.append(_first_and_later(text("believed"), believed[1], believed[2], of))
    found += [_first_and_later(*rated, of) for rated in feelings]
    return [words for words in found if words][:3]


def _ratings(record: ThoughtRecord, *, of: str = "") -> list[str]:
    hot = record.hot_thought
    believed = (hot.text, hot.belief_before, hot.belief_after) if hot else None
    return ratings(believed, [(f.word, f.before, f.after) for f in record.feelings], of=of)


def _first_and_later(name: str, first: int | None, later: int | None, of: str) -> str:
    if first is None and later is None:
        return name
    if first is not None and later is not None:
        words = text("{name} {first}, later {later}").format(name=name, first=first, later=later)
    else:
        words = f"{name} {later if first is None else first}"
    return f"{words} {of}".rstrip()
