"""The lossless export of a journal: one JSON file that can be read back, here or elsewhere.

The file is UTF-8 JSON, indented, without a byte order mark. Version 1 is one object::

    {
      "format": "resilience-journal",
      "version": 1,
      "app": "Resilience Desktop 0.1.0",
      "made": "2026-11-22T04:01:00Z",
      "entries": [Entry, ...],
      "thought_records": [ThoughtRecord, ...],
      "binned_entries": [Entry, ...],
      "binned_thought_records": [ThoughtRecord, ...],
      "drafts": [{"slot": string, "entry": Entry}, ...],
      "report_words": [{"part": string, "words": string}, ...],
      "contacts": [Contact, ...],
      "settings": [{"name": string, "value": any}, ...],
      "tags": [Tag, ...],
      "small_goals": [SmallGoal, ...],
      "coping_cards": [CopingCard, ...],
      "insights": [Insight, ...],
      "patterns": [Pattern, ...],
      "times_of_change": [TimeOfChange, ...],
      "sessions": [Session, ...],
      "report_profiles": [ReportProfile, ...],
      "reports_made": [ReportMade, ...],
      "month_looks": [MonthLook, ...],
      "early_signs": [EarlySign, ...],
      "practices": [Practice, ...],
      "own_skills": [OwnSkill, ...],
      "toolkit": [Toolkit],
      "sheets": [Sheet, ...],
      "worries": [Worry, ...],
      "helpers": [Helper, ...],
      "pictures": [{"id": string, "base64": string}, ...]
    }

``format``, ``version``, ``entries`` and ``thought_records`` are needed; a missing list among the
others is an empty one. ``app`` and ``made`` are for people. Names not listed here are ignored. A
change that makes older readers misunderstand the file raises ``version``; they refuse it then.
Order carries no meaning, ids do: they are UUIDs and stay the same from export to export. What the
person put in the bin is in the two ``binned`` lists, ``drafts`` holds what was being written,
``report_words`` what was written for the first page of a report, ``contacts`` people to call, in
their order, and ``settings`` what somebody wants of their journal, whatever version wrote it.
``tags`` says more of tags than that entries have them, ``small_goals`` are those of all days,
``coping_cards`` are sentences to read when it gets hard, ``insights`` notes to keep and one's own
story, ``patterns`` what was added to the library of thinking patterns, ``times_of_change`` what was
marked for the charts, ``month_looks`` wider looks at a month, ``early_signs`` what somebody knows
as an early sign, ``sessions`` are talks with a therapist, ``report_profiles`` are choices of what
goes into a report, ``reports_made`` says of which days there were reports, ``practices`` are uses
of a skill, ``own_skills`` skills that somebody wrote, ``toolkit`` what they reach for in a hard
moment (one or none), ``sheets`` worksheets, ``worries`` what was put off until its time,
``helpers`` those whose work it is to help, and ``pictures`` are JPEG or PNG files that entries or
drafts name by their id, in base64 in one piece. Earlier versions of what has been changed stay
behind in the journal and its backups.

**Moment**, when something happened::

    utc      string   the instant, "2026-11-22T04:01:00Z", whole seconds
    zone     string   IANA time zone the person was in, "Europe/London"
    offset   integer  seconds east of UTC that the clock on the wall stood at
    local    string   what that clock showed; for people, follows from utc and offset

**Entry**, what someone kept about one moment (null means "not said"; all names are needed but for
those from ``sleep_quality`` to ``never_share``, which files of the first releases do not have)::

    id              string
    at              Moment
    mood            integer or null   -5 as bad as it gets, 0 neither good nor bad, +5 as good ...
    energy          integer or null   -5 completely drained to +5 full of energy
    feelings        list of {"word": string, "intensity": integer 0-100 or null}
    note            string
    tags            list of strings
    sleep_hours     number or null    hours slept the night before, 0 to 24
    sleep_quality   integer or null   1 very bad to 5 very good
    sensations      list of {"word": string, "region": string, "intensity": 0-100 or null}; what was
                    felt in the body, with the id of a part of the body or ""
    triggers        list of {"word": string, "kind": "event", "people", "stress", "inside" or null}
    basics          list of {"name": string, "done": boolean}; "water", "outdoors", "movement",
                    "meals" or a name of one's own; all that were asked about, or none
    scales          list of {"scale": string, "value": integer}; id of a scale in the settings
    went_well       string            something that went all right
    pictures        list of {"id": string, "words": string}; what is to be seen, in words
    starred         boolean           whether it is to be brought to the next session
    sealed          boolean           whether it is put away, out of lists, search and reports
    never_share     boolean           whether its words stay out of all that is made for others
    frame           "now" or "today"  whether it speaks of that moment or of the whole day
    converted_from  string            the mood before it was put on this scale, else ""
    source          string            fingerprint of the imported row, else ""

**ThoughtRecord**, one worksheet (names marked + are missing in files of the first releases)::

    id                string
    at                Moment           when the situation happened
    begun           + string or null   when writing began, ISO 8601 with an offset
    form            + string           "notice", "quick", "triple", "five", "seven", "whole", or the
                                       id of a form of one's own
    steps           + list of strings  what is asked, in order, each once: "situation", "feelings",
                                       "thought", "label", "response", "patterns", "evidence",
                                       "balanced", "kindness", "look_again", "prediction",
                                       "next_step"
    situation         string
    triggers        + list, as in an entry
    tags            + list of strings
    feelings          list of {"word": string, "before": 0-100 or null, "after": 0-100 or null}
    sensations      + list, as in an entry
    thoughts          list of {"text": string, "belief_before": 0-100 or null,
                      "belief_after": 0-100 or null, "hot": boolean, "kind": "words", "image" or
                      "memory" (+)}; at most one is hot
    arrow           + list of at most 5 strings, what the thought would mean, and so on
    label           + string           what the mind was doing, in a word
    did             + string           what was done
    chose           + string           what was chosen in its place
    patterns          list of {"pattern": string, "main": boolean, "hinted": boolean (+)}; at most
                      one is main; an id of the app's, or the name of one's own
    turned_down     + list of strings  ids of patterns that were asked about and were not it
    settled         + {"choice": "declined", "breathing" or "grounding", "seconds": integer or
                      null, "at": one of the steps or null} or null: what came of the offer
    evidence_for    + list of strings, facts
    evidence_against + list of strings, facts
    friend          + string           what a good friend would be told
    distance        + string           how it looks from further away
    balanced_thought  string
    balanced_belief   integer 0-100 or null
    checks          + list of "specific", "fair", "kind", "next_step"
    kindness        + string           something said to oneself as to a friend
    helpful         + integer 0-10 or null
    prediction      + {"expected": string, "likely": 0-100 or null, "happened": string,
                      "learned": string}
    next_step       + string
    next_step_on    + string or null   the day, "2026-11-22"
    revisit_on      + string or null   the day from which it asks how it turned out
    turned_out      + string
    revisited       + boolean
    not_ready       + boolean          kept without a fairer thought on purpose
    share           + "never", "ask" (only if it is ticked), "summary" or "full": how much of it a
                      report may hold
    step              one of the steps: where the person left
    finished          boolean
    starred         + boolean
    sealed          + boolean          as in an entry

**CopingCard**, a sentence to read when it gets hard::

    id      string
    words   string
    made    string   the day
    record  string   id of the thought record it comes from, or ""

**Insight**, a note to keep (names marked + are missing in files of the first releases)::

    id        string
    kind    + "seen" across several entries and records, after a "setback", or one's own "story" as
              it was at the end of a day; the newest counts
    words     string           empty where there are answers
    answers + list of {"prompt": string, "words": string}; after a setback "happened", "learned"
              (with days: what went on, and what helped), "next_step", in the story "hard",
              "helped", "found", "matters", in this order
    made      string           the day
    days    + list of two strings, the first and the last day that it is about, or null
    links     list of strings  ids of entries and records
    shared    boolean          whether reports hold it; of the story that is chosen each time

**Pattern**, one of one's own, or what was added to one of the app's::

    id          string           the name of one's own, or the id of one of the app's
    definition  string
    example     string
    questions   list of strings
    note        string
    archived    boolean          whether it is offered no longer

**TimeOfChange**, such as a move, or a stretch that is known to be hard::

    id    string
    name  string
    day   string          the first day, "2026-11-22"
    last  string or null  the last day, or null without one
    kind  string          any word, or ""
    hard  boolean         whether it is a stretch that is known to be hard

**Session**, a talk with a therapist or somebody else, to come or held::

    id        string
    made      string          the day somebody began to prepare it, "2026-11-22"
    day       string or null  the day it is on, or null while that is not known
    agenda    list of {"words": string, "talked": boolean, "link": string}; id of the entry or
              record a line was taken from, or ""
    homework  list of {"words": string, "went": "open", "done", "partly" or "not"}; what was agreed
              in it, for the time after it
    notes     string

**ReportProfile**, a choice of what goes into a report::

    id      string
    name    string
    preset  "since_last", "weeks" (the last four), "months_3", "months_6", "year", "all" or "own"
    dates   list of two strings, the first and the last day of "own", or null
    parts   list of "my_words", "mood", "data", "sleep_activities", "low_spells", "better_days",
            "feelings", "patterns", "records_together", "next_session", "story", "methods"
    lists   list of "records", "entries", "cards": of which lists what is chosen goes in
    paper   "a4" or "us-letter"

**ReportMade**, a report that was saved or printed::

    id       string
    made_on  string  the day, "2026-11-22"
    first    string  the first day it is of
    last     string  the last one

**MonthLook**, a wider look at the weeks up to a day; whatever was not said is left out or null::

    id       string
    day      string  "2026-11-22"
    ratings  object  axis and integer 0-10: "weight" (of difficulties; less is lighter), "steady",
                     "people", "self", "life", "settling", "flexible", "noticing", "say",
                     "connected"
    values   list of {"name": string, "importance": integer 0-10 or null, "lived": integer 0-10 or
             null}
    words    string

**EarlySign**, something a person knows as an early sign, and when it counts for them::

    id        string
    name      string
    measure   "none" (words alone), "mood", "energy", "sleep_hours", "sleep_quality", "scale",
              "feeling" or "tag"
    word      string   the id of the scale, the feeling or the tag; else ""
    at_least  boolean  whether a day counts from the number on; else it counts below it
    number    number   means nothing for words, feelings and tags
    days      integer  on how many days it has to be so ...
    of_days   integer  ... of how many, the last ones that have such a number, or entries
    tells     boolean  whether a quiet line may say that it is there

**Practice**, one use of a skill::

    id       string
    skill    string   id of a skill of the app, or of one's own
    at       Moment   when it was begun
    seconds  integer  how long it lasted, without pauses
    stopped  boolean  whether it was ended before its end
    before   integer 0-100 or null   distress at the beginning
    after    integer 0-100 or null   and at the end
    answers  list of {"field": string, "words": string}; what was written on the way
    wave     list of {"seconds": integer, "strength": integer 0-100}; how an urge went, in the order
             of time
    note     string

**OwnSkill**, something of one's own to do, or a script to be led through::

    id       string
    name     string
    about    string
    steps    list of strings
    minutes  integer or null   how long it takes, 1 or more

**Toolkit**, what somebody reaches for in a hard moment::

    chosen       list of at most 5 strings, ids of skills in their order, each once
    automatic    list of strings, ids of skills that come by themselves now
    stage        "safety", "settle", "work_through", "integrate" or "grow"
    gone_on      list of strings, ids of skills of a later stage that are used all the same
    may_be_cold  boolean or null   whether cold and exercise are safe for the body; null until asked
    comforts     list of {"kind": "soothe", "distract" or "accept", "words": string}

**Sheet**, a worksheet of a skill::

    id       string
    skill    string
    made     string          the day, "2026-11-22"
    answers  list of {"field": string, "words": string}
    rows     list of {"words": string, "more": list as answers, "ratings": list of {"field": string,
             "number": integer 0-10}, "chosen": boolean}; ideas, parts of life
    when     string or null  the day of the next step
    done     boolean         whether that was done

**Worry**, one line that was put off until its time::

    id         string
    words      string
    noted      string          the day, "2026-11-22"
    outcome    "waits", "gone" (it no longer matters), "acted" (there is a step) or "stands"
    step       string          the step, if there is one
    looked_at  string or null  the day on which that was said

**Helper**, somebody whose work it is to help::

    id     string
    name   string
    kind   "therapist", "doctor", "group" or "other"
    reach  string   how to get there
    note   string

**Contact**, a person or service to call; a name or a number is needed::

    name   string
    phone  string
    note   string   who they are, or when to call

**Tag**, what is known of a word that entries are marked with::

    word      string
    group     string   "activities", "people", or a name that somebody gave
    archived  boolean  whether it is offered no longer

**SmallGoal**, one small thing for a day::

    id     string
    words  string
    begun  string          the day, "2026-11-22"
    done   string or null  the day, or null while it is not

**Settings** that are known so far; a name that is not is kept as it is::

    asks           list of strings   parts of the entry form shown at once: "energy", "feelings",
                                     "body", "triggers", "tags", "sleep", "basics", "scales",
                                     "went_well"
    quiet_line     boolean           whether words that were written may call for the quiet line
    basics         list of strings   which of the day's basics are asked about
    scales         list of {"id": string, "name": string, "low": integer, "high": integer,
                   "low_words": string, "high_words": string, "asked": boolean}
    filters        list of {"name": string, ...}; filters of the timeline, each name as in the
                   journal
    templates      list of {"name": string, "words": string}; words to begin an entry with
    prompts        list of strings   sentences to write from; null for those of the app
    spelling       string            language whose dictionary looks at the spelling, "en_GB"; or ""
    learned        list of strings   words that are right although no dictionary has them
    forms          list of {"id": string, "name": string, "steps": list of strings}; forms of a
                   thought record
    first_form     string            id of the form that a new thought record begins with
    settle_first   boolean           whether a thought record offers to settle before evidence
    pattern_hints  boolean           whether words of a thought may bring up a question
    fact_nudges    boolean           whether it is said that a line may not be a fact
    memories       boolean           whether the same day of earlier years is mentioned
    compare_from   string or null    first day of the weeks that a note of lower days compares with;
                                     null while nobody wants that note
    look_back      object or null    when a wider look is offered again: {"rhythm": "none",
                                     "monthly" or "spread", "chosen": the day, "2026-11-22"}
    worry_time     string or null    the time of day that is kept for worries, "17:30"
    worry_minutes  integer           how long it lasts
"""

from __future__ import annotations

import base64
import datetime as dt
import io
import json
import re
from contextlib import suppress
from typing import TYPE_CHECKING, Any, BinaryIO, NoReturn

from resilience_desktop.domain.coping_card import card_from_plain, card_to_plain
from resilience_desktop.domain.early_sign import sign_from_plain, sign_to_plain
from resilience_desktop.domain.helper import helper_from_plain, helper_to_plain
from resilience_desktop.domain.insight import insight_from_plain, insight_to_plain
from resilience_desktop.domain.month_look import look_from_plain, look_to_plain
from resilience_desktop.domain.own_pattern import pattern_from_plain, pattern_to_plain
from resilience_desktop.domain.plain import (
    contact_from_plain,
    contact_to_plain,
    entry_from_plain,
    entry_to_plain,
    goal_from_plain,
    goal_to_plain,
    tag_from_plain,
    tag_to_plain,
)
from resilience_desktop.domain.practice import practice_from_plain, practice_to_plain
from resilience_desktop.domain.progress import Progress
from resilience_desktop.domain.record_plain import record_from_plain, record_to_plain
from resilience_desktop.domain.report_profile import (
    made_from_plain,
    made_to_plain,
    profile_from_plain,
    profile_to_plain,
)
from resilience_desktop.domain.session import session_from_plain, session_to_plain
from resilience_desktop.domain.sheet import sheet_from_plain, sheet_to_plain
from resilience_desktop.domain.time_of_change import change_from_plain, change_to_plain
from resilience_desktop.domain.toolkit import (
    own_skill_from_plain,
    own_skill_to_plain,
    toolkit_from_plain,
    toolkit_to_plain,
)
from resilience_desktop.domain.worry import worry_from_plain, worry_to_plain
from resilience_desktop.errors import NotUnderstoodError
from resilience_desktop.exchange.limits import (
    LONGEST_TEXT,
    MOST_BYTES,
    MOST_BYTES_OF_A_PICTURE,
    MOST_BYTES_WITH_PICTURES,
    MOST_ROWS,
)
from resilience_desktop.exchange.reading import Draft, Format, Reading
from resilience_desktop.exchange.untrusted import Items, check, mended, too_deep
from resilience_desktop.i18n import text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from resilience_desktop.domain.contact import Contact
    from resilience_desktop.domain.coping_card import CopingCard
    from resilience_desktop.domain.early_sign import EarlySign
    from resilience_desktop.domain.entry import Entry
    from resilience_desktop.domain.helper import Helper
    from resilience_desktop.domain.insight import Insight
    from resilience_desktop.domain.month_look import MonthLook
    from resilience_desktop.domain.own_pattern import OwnPattern
    from resilience_desktop.domain.practice import Practice
    from resilience_desktop.domain.report_profile import ReportMade, ReportProfile
    from resilience_desktop.domain.session import Session
    from resilience_desktop.domain.sheet import Sheet
    from resilience_desktop.domain.small_goal import SmallGoal
    from resilience_desktop.domain.tag import Tag
    from resilience_desktop.domain.thought_record import ThoughtRecord
    from resilience_desktop.domain.time_of_change import TimeOfChange
    from resilience_desktop.domain.toolkit import OwnSkill, Toolkit
    from resilience_desktop.domain.worry import Worry

NAME = "resilience-journal"
APP = "Resilience Desktop"
VERSION = 1
"""Version of the format that is written; the newest one that is read."""

_NEEDED = ("entries", "thought_records")
_LISTS = (
    *_NEEDED,
    "binned_entries",
    "binned_thought_records",
    "drafts",
    "report_words",
    "contacts",
    "settings",
    "tags",
    "small_goals",
    "coping_cards",
    "insights",
    "patterns",
    "times_of_change",
    "sessions",
    "report_profiles",
    "reports_made",
    "month_looks",
    "early_signs",
    "practices",
    "own_skills",
    "toolkit",
    "sheets",
    "worries",
    "helpers",
    "pictures",
)
_PICTURE = re.compile(rb'"base64"\s*:\s*"([A-Za-z0-9+/=]*)"')
"""Nobody's words: in a text of JSON, quotation marks have a sign before them."""
_HALF_A_PAIR = re.compile(rb"\\u[dD]")


def dump(
    entries: Iterable[Entry],
    records: Iterable[ThoughtRecord] = (),
    *,
    binned_entries: Iterable[Entry] = (),
    binned_records: Iterable[ThoughtRecord] = (),
    drafts: Iterable[Draft] = (),
    report_words: Mapping[str, str] | None = None,
    contacts: Iterable[Contact] = (),
    settings: Mapping[str, Any] | None = None,
    tags: Iterable[Tag] = (),
    goals: Iterable[SmallGoal] = (),
    cards: Iterable[CopingCard] = (),
    insights: Iterable[Insight] = (),
    patterns: Iterable[OwnPattern] = (),
    times_of_change: Iterable[TimeOfChange] = (),
    sessions: Iterable[Session] = (),
    report_profiles: Iterable[ReportProfile] = (),
    reports_made: Iterable[ReportMade] = (),
    month_looks: Iterable[MonthLook] = (),
    early_signs: Iterable[EarlySign] = (),
    practices: Iterable[Practice] = (),
    own_skills: Iterable[OwnSkill] = (),
    toolkit: Iterable[Toolkit] = (),
    sheets: Iterable[Sheet] = (),
    worries: Iterable[Worry] = (),
    helpers: Iterable[Helper] = (),
    pictures: Iterable[tuple[str, bytes]] = (),
    app: str = APP,
    made: dt.datetime | None = None,
    progress: Progress | None = None,
) -> bytes:
    """Return everything as one file. The same values give the same bytes.

    ``app`` is the name and version of what writes, ``made`` an aware time, now if not given.
    """
    made = made or dt.datetime.now(dt.UTC)
    progress = progress or Progress()
    contents = {
        "format": NAME,
        "version": VERSION,
        "app": app,
        "made": made.astimezone(dt.UTC).replace(tzinfo=None).isoformat(timespec="seconds") + "Z",
        "entries": [entry_to_plain(entry) for entry in progress.each(tuple(entries))],
        "thought_records": [record_to_plain(record) for record in records],
        "binned_entries": [entry_to_plain(entry) for entry in binned_entries],
        "binned_thought_records": [record_to_plain(record) for record in binned_records],
        "drafts": [{"slot": draft.slot, "entry": entry_to_plain(draft.entry)} for draft in drafts],
        "report_words": [
            {"part": part, "words": words} for part, words in (report_words or {}).items()
        ],
        "contacts": [contact_to_plain(contact) for contact in contacts],
        "settings": [{"name": name, "value": value} for name, value in (settings or {}).items()],
        "tags": [tag_to_plain(tag) for tag in tags],
        "small_goals": [goal_to_plain(goal) for goal in goals],
        "coping_cards": [card_to_plain(card) for card in cards],
        "insights": [insight_to_plain(insight) for insight in insights],
        "patterns": [pattern_to_plain(pattern) for pattern in patterns],
        "times_of_change": [change_to_plain(change) for change in times_of_change],
        "sessions": [session_to_plain(session) for session in sessions],
        "report_profiles": [profile_to_plain(profile) for profile in report_profiles],
        "reports_made": [made_to_plain(made) for made in reports_made],
        "month_looks": [look_to_plain(look) for look in month_looks],
        "early_signs": [sign_to_plain(sign) for sign in early_signs],
        "practices": [practice_to_plain(practice) for practice in practices],
        "own_skills": [own_skill_to_plain(skill) for skill in own_skills],
        "toolkit": [toolkit_to_plain(one) for one in toolkit],
        "sheets": [sheet_to_plain(sheet) for sheet in sheets],
        "worries": [worry_to_plain(worry) for worry in worries],
        "helpers": [helper_to_plain(helper) for helper in helpers],
    }
    progress.check()
    written = json.dumps(contents, ensure_ascii=False, allow_nan=False, indent=2)
    file = io.BytesIO()
    # Half of a surrogate pair has no UTF-8 form; as an escape it does not stop the export.
    file.write(written.removesuffix("\n}").encode("utf-8", "backslashreplace"))
    _write_pictures(file, pictures, progress)
    file.write(b"\n}\n")
    return file.getvalue()


def _write_pictures(
    file: BinaryIO, pictures: Iterable[tuple[str, bytes]], progress: Progress
) -> None:
    """Write the last list by hand, so that no more than one picture is in memory again."""
    file.write(b',\n  "pictures": [')
    comma = b""
    for id_, body in pictures:
        progress.check()
        file.write(comma + b'\n    {"id": ' + json.dumps(id_).encode() + b', "base64": "')
        file.write(base64.b64encode(body))
        file.write(b'"}')
        comma = b","
    file.write(b"\n  ]" if comma else b"]")


def load(data: bytes, *, name: str, progress: Progress | None = None) -> Reading:
    """Return what an export holds; items that are not as they should be are listed as problems.

    Raises ``NotUnderstoodError`` when it is not such an export, is from a newer version, or is
    beyond the limits.
    """
    contents, bodies = _contents(data, name)
    lists = {key: _list(contents, key, name) for key in _LISTS}
    number = sum(map(len, lists.values()))
    if number > MOST_ROWS:
        _refuse(text("“{name}” holds more than {limit} items."), name, limit=f"{MOST_ROWS:,}")
    items = Items(number, progress or Progress())
    return Reading(
        format=Format.RESILIENCE,
        rows=number,
        entries=items.read(lists["entries"], _entry),
        records=items.read(lists["thought_records"], _record),
        binned_entries=items.read(lists["binned_entries"], _entry),
        binned_records=items.read(lists["binned_thought_records"], _record),
        drafts=items.read(lists["drafts"], _draft),
        report_words=items.read(lists["report_words"], _report_words),
        contacts=items.read(lists["contacts"], contact_from_plain),
        settings=items.read(lists["settings"], _setting),
        tags=items.read(lists["tags"], tag_from_plain),
        goals=items.read(lists["small_goals"], goal_from_plain),
        cards=items.read(lists["coping_cards"], card_from_plain),
        insights=items.read(lists["insights"], insight_from_plain),
        patterns=items.read(lists["patterns"], pattern_from_plain),
        times_of_change=items.read(lists["times_of_change"], change_from_plain),
        sessions=items.read(lists["sessions"], session_from_plain),
        report_profiles=items.read(lists["report_profiles"], _profile),
        reports_made=items.read(lists["reports_made"], made_from_plain),
        month_looks=items.read(lists["month_looks"], look_from_plain),
        early_signs=items.read(lists["early_signs"], sign_from_plain),
        practices=items.read(lists["practices"], _practice),
        own_skills=items.read(lists["own_skills"], own_skill_from_plain),
        toolkit=items.read(lists["toolkit"], toolkit_from_plain),
        sheets=items.read(lists["sheets"], sheet_from_plain),
        worries=items.read(lists["worries"], worry_from_plain),
        helpers=items.read(lists["helpers"], helper_from_plain),
        pictures=items.read(lists["pictures"], lambda plain: _picture(plain, bodies)),
        problems=tuple(items.problems),
    )


def _contents(data: bytes, name: str) -> tuple[dict[str, Any], list[memoryview]]:
    """Return the object in the file, after everything about it as a whole has been checked.

    Pictures are taken out before it is parsed, and numbers stand in their places.
    """
    if len(data) > MOST_BYTES_WITH_PICTURES:
        _refuse_size(name, MOST_BYTES_WITH_PICTURES)
    bodies: list[memoryview] = []
    whole = memoryview(data)

    def take(found: re.Match[bytes]) -> bytes:
        bodies.append(whole[slice(*found.span(1))])
        return b'"base64": %d' % (len(bodies) - 1)

    data = _PICTURE.sub(take, data)
    if len(data) > MOST_BYTES:
        _refuse_size(name, MOST_BYTES)
    contents = _parsed(data)
    if not isinstance(contents, dict) or contents.get("format") != NAME or too_deep(contents):
        _refuse(text("“{name}” is not an export of Resilience Desktop, or it is damaged."), name)
    version = contents.get("version")
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        _refuse(text("“{name}” does not say which version of the export format it has."), name)
    if version > VERSION:
        _refuse(
            text(
                "“{name}” was written by a newer version of Resilience Desktop. Please update the "
                "app, then try again."
            ),
            name,
        )
    # Only an escape can bring in half of a surrogate pair.
    return (mended(contents) if _HALF_A_PAIR.search(data) else contents), bodies


def _parsed(data: bytes) -> object:
    # Nothing is raised from here: the parser's error carries the whole file with it. Besides bad
    # JSON, ValueError stands for bad UTF-8 and for numbers of thousands of digits.
    with suppress(ValueError, RecursionError):
        return json.loads(data.decode("utf-8-sig"))
    return None


def _list(contents: dict[str, Any], key: str, name: str) -> list[Any]:
    found = contents.get(key, None if key in _NEEDED else [])
    if not isinstance(found, list):
        _refuse(text("“{name}” is damaged: one of its lists is missing."), name)
    return found


def _entry(plain: object) -> Entry:
    entry = entry_from_plain(plain)
    check(entry)
    return entry


def _record(plain: object) -> ThoughtRecord:
    record = record_from_plain(plain)
    check(record)
    return record


def _practice(plain: object) -> Practice:
    practice = practice_from_plain(plain)
    check(practice)
    return practice


def _draft(plain: object) -> Draft:
    if not isinstance(plain, dict) or not isinstance(plain.get("slot"), str):
        message = "A draft has a slot."
        raise ValueError(message)
    return Draft(plain["slot"], _entry(plain.get("entry")))


def _report_words(plain: object) -> tuple[str, str]:
    parts = (plain.get("part"), plain.get("words")) if isinstance(plain, dict) else (None, None)
    if not all(isinstance(part, str) and len(part) <= LONGEST_TEXT for part in parts):
        message = "A part of a report has words."
        raise ValueError(message)
    return str(parts[0]), str(parts[1])


def _profile(plain: object) -> ReportProfile:
    profile = profile_from_plain(plain)
    if not profile.name.strip():
        message = "A profile has a name."
        raise ValueError(message)
    return profile


def _setting(plain: object) -> tuple[str, Any]:
    if not isinstance(plain, dict) or not isinstance(plain.get("name"), str):
        message = "A setting has a name."
        raise ValueError(message)
    value = plain.get("value")
    json.dumps(value, allow_nan=False)  # Python reads numbers that JSON does not have
    return plain["name"], value


def _picture(plain: object, bodies: Sequence[memoryview]) -> tuple[str, bytes]:
    id_, place = (plain.get("id"), plain.get("base64")) if isinstance(plain, dict) else (None, None)
    if not isinstance(id_, str) or not id_.strip() or type(place) is not int:
        message = "A picture has an id and bytes."
        raise ValueError(message)
    if place not in range(len(bodies)) or len(bodies[place]) > MOST_BYTES_OF_A_PICTURE * 4 // 3 + 4:
        message = "A picture is no larger than what can be kept."
        raise ValueError(message)
    return id_, base64.b64decode(bodies[place], validate=True)


def _refuse_size(name: str, limit: int) -> NoReturn:
    _refuse(text("“{name}” is larger than {limit} MB."), name, limit=limit // 1024**2)


def _refuse(reason: str, name: str, **values: object) -> NoReturn:
    raise NotUnderstoodError(
        reason.format(name=name, **values) + " " + text("Nothing was changed.")
    )
