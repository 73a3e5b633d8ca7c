"""Everything in a journal as one thing: for a lossless copy, a preview, and bringing entries in."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from resilience_desktop.domain.contact import MOST_CONTACTS
from resilience_desktop.domain.coping_card import CopingCard, card_from_plain, card_to_plain
from resilience_desktop.domain.early_sign import EarlySign, sign_from_plain, sign_to_plain
from resilience_desktop.domain.helper import Helper, helper_from_plain, helper_to_plain
from resilience_desktop.domain.insight import Insight, insight_from_plain, insight_to_plain
from resilience_desktop.domain.month_look import MonthLook, look_from_plain, look_to_plain
from resilience_desktop.domain.own_pattern import OwnPattern, pattern_from_plain, pattern_to_plain
from resilience_desktop.domain.progress import Progress
from resilience_desktop.domain.report_profile import (
    ReportMade,
    ReportProfile,
    made_from_plain,
    made_to_plain,
    profile_from_plain,
    profile_to_plain,
)
from resilience_desktop.domain.session import Session, session_from_plain, session_to_plain
from resilience_desktop.domain.sheet import Sheet, sheet_from_plain, sheet_to_plain
from resilience_desktop.domain.time_of_change import (
    TimeOfChange,
    change_from_plain,
    change_to_plain,
)
from resilience_desktop.domain.toolkit import (
    OwnSkill,
    Toolkit,
    own_skill_from_plain,
    own_skill_to_plain,
)
from resilience_desktop.domain.worry import Worry, worry_from_plain, worry_to_plain
from resilience_desktop.i18n import text
from resilience_desktop.services.kept_names import ONLY_HERE
from resilience_desktop.services.toolkit import toolkit_document, toolkit_of
from resilience_desktop.storage.documents import (
    CARD,
    EARLY_SIGN,
    HELPER,
    INSIGHT,
    MONTH_LOOK,
    OWN_SKILL,
    PATTERN,
    REPORT_MADE,
    REPORT_PROFILE,
    SESSION,
    SHEET,
    TIME_OF_CHANGE,
    TOOLKIT,
    WORRY,
)
from resilience_desktop.storage.rows import in_parts
from resilience_desktop.storage.still_open import making_many

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from resilience_desktop.domain.contact import Contact
    from resilience_desktop.domain.entry import Entry
    from resilience_desktop.domain.practice import Practice
    from resilience_desktop.domain.small_goal import SmallGoal
    from resilience_desktop.domain.tag import Tag
    from resilience_desktop.domain.thought_record import ThoughtRecord
    from resilience_desktop.storage.store import Store

Item = TypeVar("Item", "Entry", "ThoughtRecord", "Practice")

_JOINED = {"scales": "id", "filters": "name", "templates": "name", "forms": "id"}
"""Settings that are lists, and what tells the things in them apart: entries may need a scale that
the journal does not have, whatever other scales it has."""


class _Listed(NamedTuple):
    """Documents of one kind: where they are, and how each is read and written."""

    part: str
    """The field of ``Contents`` with them."""
    kind: str
    read: Callable[[dict[str, Any]], Any]
    written: Callable[[Any], dict[str, Any]]


_LISTED = (
    _Listed("cards", CARD, card_from_plain, card_to_plain),
    _Listed("insights", INSIGHT, insight_from_plain, insight_to_plain),
    _Listed("patterns", PATTERN, pattern_from_plain, pattern_to_plain),
    _Listed("times_of_change", TIME_OF_CHANGE, change_from_plain, change_to_plain),
    _Listed("sessions", SESSION, session_from_plain, session_to_plain),
    _Listed("report_profiles", REPORT_PROFILE, profile_from_plain, profile_to_plain),
    _Listed("reports_made", REPORT_MADE, made_from_plain, made_to_plain),
    _Listed("month_looks", MONTH_LOOK, look_from_plain, look_to_plain),
    _Listed("early_signs", EARLY_SIGN, sign_from_plain, sign_to_plain),
    _Listed("own_skills", OWN_SKILL, own_skill_from_plain, own_skill_to_plain),
    _Listed("sheets", SHEET, sheet_from_plain, sheet_to_plain),
    _Listed("worries", WORRY, worry_from_plain, worry_to_plain),
    _Listed("helpers", HELPER, helper_from_plain, helper_to_plain),
)
"""What is kept as documents, but for the toolkit, of which there is one."""


@dataclass(frozen=True, slots=True)
class Contents:
    """Everything in a journal, but for earlier versions."""

    entries: tuple[Entry, ...] = field(default=(), repr=False)
    thought_records: tuple[ThoughtRecord, ...] = field(default=(), repr=False)
    binned_entries: tuple[Entry, ...] = field(default=(), repr=False)
    binned_thought_records: tuple[ThoughtRecord, ...] = field(default=(), repr=False)
    drafts: tuple[tuple[str, Entry], ...] = field(default=(), repr=False)
    report_words: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    contacts: tuple[Contact, ...] = field(default=(), repr=False)
    settings: tuple[tuple[str, Any], ...] = field(default=(), repr=False)
    """Name and JSON value of each setting, also of those that only a newer version knows."""
    tags: tuple[Tag, ...] = field(default=(), repr=False)
    """What is known of tags besides which entries have them."""
    goals: tuple[SmallGoal, ...] = field(default=(), repr=False)
    pictures: tuple[tuple[str, bytes], ...] = field(default=(), repr=False)
    """Id and bytes of those that the entries and drafts name."""
    cards: tuple[CopingCard, ...] = field(default=(), repr=False)
    insights: tuple[Insight, ...] = field(default=(), repr=False)
    patterns: tuple[OwnPattern, ...] = field(default=(), repr=False)
    times_of_change: tuple[TimeOfChange, ...] = field(default=(), repr=False)
    sessions: tuple[Session, ...] = field(default=(), repr=False)
    report_profiles: tuple[ReportProfile, ...] = field(default=(), repr=False)
    reports_made: tuple[ReportMade, ...] = ()
    month_looks: tuple[MonthLook, ...] = field(default=(), repr=False)
    early_signs: tuple[EarlySign, ...] = field(default=(), repr=False)
    practices: tuple[Practice, ...] = field(default=(), repr=False)
    own_skills: tuple[OwnSkill, ...] = field(default=(), repr=False)
    toolkit: tuple[Toolkit, ...] = field(default=(), repr=False)
    """The one that there is, if any."""
    sheets: tuple[Sheet, ...] = field(default=(), repr=False)
    worries: tuple[Worry, ...] = field(default=(), repr=False)
    helpers: tuple[Helper, ...] = field(default=(), repr=False)

    def named_pictures(self) -> tuple[str, ...]:
        """Return the ids of the pictures that the entries and drafts name, each once."""
        drafts = (entry for _, entry in self.drafts)
        entries = (*self.entries, *self.binned_entries, *drafts)
        return tuple(dict.fromkeys(p.id for entry in entries for p in entry.pictures))


def contents_of(store: Store, progress: Progress | None = None) -> Contents:
    """Return everything in an open file."""
    progress = progress or Progress()
    progress.stage(text("Gathering everything"), until=0.4)
    entries = tuple(store.entries.all(binned=False))
    progress.tell(1, 1)
    progress.check()
    contents = Contents(
        entries,
        tuple(store.thought_records.all(binned=False)),
        tuple(store.entries.all(binned=True)),
        tuple(store.thought_records.all(binned=True)),
        tuple(store.drafts.all().items()),
        tuple(store.report_words.all().items()),
        store.contacts.all(),
        tuple(s for s in store.settings.all().items() if s[0] not in ONLY_HERE),
        tuple(store.tags.kept()),
        tuple(store.small_goals.all()),
        practices=tuple(store.practices.all()),
        toolkit=tuple(toolkit for toolkit in (toolkit_of(store),) if toolkit),
        **{one.part: tuple(map(one.read, store.documents.all(one.kind))) for one in _LISTED},
    )
    return with_pictures(store, contents)


def with_pictures(store: Store, contents: Contents) -> Contents:
    """Return the same with the pictures that its entries name, as far as they are there."""
    return replace(contents, pictures=tuple(store.pictures.some(contents.named_pictures()).items()))


def fresh_for(store: Store, contents: Contents) -> Contents:
    """Return what of this is not in an open file yet, each thing once."""
    sources = store.entries.sources()
    parts = store.report_words.all()
    contacts, settings = store.contacts.all(), store.settings.all()
    new_contacts = (c for c in dict.fromkeys(contents.contacts) if c not in contacts)
    ids: set[str] = set()
    words = {tag.word for tag in store.tags.kept()}
    goals = {goal.id for goal in store.small_goals.all()}
    named = set(contents.named_pictures())
    pictures = store.pictures.known(named)
    return Contents(
        _fresh_entries(store, contents.entries, ids, sources),
        _fresh(store, contents.thought_records, ids),
        _fresh_entries(store, contents.binned_entries, ids, sources),
        _fresh(store, contents.binned_thought_records, ids),
        tuple(d for d in contents.drafts if store.drafts.get(d[0]) is None),
        tuple(p for p in contents.report_words if p[0] not in parts),
        tuple(new_contacts)[: max(0, MOST_CONTACTS - len(contacts))],
        tuple(_fresh_settings(settings, contents.settings)),
        tuple({t.word: replace(t, used=0) for t in contents.tags if t.word not in words}.values()),
        tuple({g.id: g for g in contents.goals if g.id not in goals}.values()),
        tuple({p[0]: p for p in contents.pictures if p[0] in named - pictures}.values()),
        practices=_fresh(store, contents.practices, ids),
        toolkit=_fresh_toolkit(toolkit_of(store), contents.toolkit),
        **{one.part: _fresh_documents(store, one, contents) for one in _LISTED},
    )


def _fresh_toolkit(present: Toolkit | None, offered: Iterable[Toolkit]) -> tuple[Toolkit, ...]:
    """Return the toolkit to be written, if it differs: the present one goes first."""
    joined = present
    for toolkit in offered:
        joined = joined.joined(toolkit) if joined else toolkit
    return () if joined is None or joined == present else (joined,)


def _fresh_documents(store: Store, listed: _Listed, contents: Contents) -> tuple[Any, ...]:
    """Return the new ones, each id once."""
    known = {plain["id"] for plain in store.documents.all(listed.kind)}
    offered = {listed.written(one)["id"]: one for one in getattr(contents, listed.part)}
    return tuple(one for id_, one in offered.items() if id_ not in known)


def _fresh_settings(
    present: Mapping[str, Any], offered: Iterable[tuple[str, Any]]
) -> Iterator[tuple[str, Any]]:
    """Return the settings to be written; lists of things that have a name are joined."""
    for name, value in offered:
        if name in ONLY_HERE:
            continue
        if name not in present:
            yield name, value
        elif name in _JOINED and isinstance(value, list) and isinstance(present[name], list):
            known = [_named(one, _JOINED[name]) for one in present[name]]
            more = [one for one in value if _named(one, _JOINED[name]) not in known]
            if more:
                yield name, [*present[name], *more]


def _named(one: object, key: str) -> object:
    return one.get(key) if isinstance(one, dict) else None


@making_many()
def put_into(store: Store, fresh: Contents, progress: Progress) -> None:
    """Put what is not in an open file yet into it, inside the caller's transaction."""
    entries = (*fresh.entries, *fresh.binned_entries)
    others: tuple[ThoughtRecord | Practice, ...] = (
        *fresh.thought_records,
        *fresh.binned_thought_records,
        *fresh.practices,
    )
    done, number = 0, len(entries) + len(others)
    for id_, body in fresh.pictures:
        progress.check()
        store.pictures.put(id_, body)
    for some in in_parts(entries):
        progress.check()
        progress.tell(done, number)
        store.entries.put_new(some)
        done += len(some)
    for item in others:
        progress.check()
        progress.tell(done, number)
        store.put(item)
        done += 1
    progress.check()
    progress.tell(1, 1)
    for entry in fresh.binned_entries:
        store.items.bin(entry.id)
    for record in fresh.binned_thought_records:
        store.items.bin(record.id)
    for slot, draft in fresh.drafts:
        store.drafts.put(slot, draft)
    store.report_words.put(dict(fresh.report_words))
    if fresh.contacts:
        store.contacts.put((*store.contacts.all(), *fresh.contacts))
    store.settings.put(dict(fresh.settings))
    for tag in fresh.tags:
        store.tags.put(tag)
    for goal in fresh.goals:
        store.small_goals.put(goal)
    for toolkit in fresh.toolkit:
        store.documents.put(TOOLKIT, toolkit_document(toolkit))
    for listed in _LISTED:
        for one in getattr(fresh, listed.part):
            store.documents.put(listed.kind, listed.written(one))


def _fresh_entries(
    store: Store, entries: Iterable[Entry], ids: set[str], sources: set[str]
) -> tuple[Entry, ...]:
    """Return the new ones, each imported row once; ``sources`` learns their fingerprints."""
    fresh = []
    for entry in _fresh(store, entries, ids):
        source = entry.source
        if source not in sources:
            fresh.append(entry)
            if source:
                sources.add(source)
    return tuple(fresh)


def _fresh(store: Store, items: Iterable[Item], ids: set[str]) -> tuple[Item, ...]:
    """Return the new ones, each id once; ``ids`` learns those that were seen."""
    candidates: dict[str, Item] = {}
    for item in items:
        candidates.setdefault(item.id, item)
    for seen in candidates.keys() & ids:
        del candidates[seen]
    ids.update(candidates)
    for known in store.items.known(candidates):
        del candidates[known]
    return tuple(candidates.values())
