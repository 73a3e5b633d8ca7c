"""The library of thinking patterns: those of the app, one's own, and what was added to them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import chain
from typing import TYPE_CHECKING

from resilience_desktop import content
from resilience_desktop.domain.changes import Changes
from resilience_desktop.domain.own_pattern import (
    NewNames,
    OwnPattern,
    pattern_from_plain,
    pattern_to_plain,
)
from resilience_desktop.domain.pattern_hints import Hint, hints, is_bare_feeling
from resilience_desktop.services.book import Book
from resilience_desktop.storage.documents import PATTERN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from resilience_desktop.content import ThinkingPattern
    from resilience_desktop.storage.store import Store


FEELING = "feeling_not_thought"
"""The choice that a thought is a feeling."""


@dataclass(frozen=True, slots=True)
class KnownPattern:
    """A pattern as the library shows it."""

    pattern: ThinkingPattern = field(repr=False)
    own: bool
    note: str = field(repr=False)
    archived: bool
    used: int
    """In how many finished records it was chosen."""
    named: bool
    """Whether any record names it, also one that is unfinished, sealed or in the bin."""


class PatternBook(Book):
    """The thinking patterns of an open journal."""

    def __init__(self, store: Store, new_names: NewNames) -> None:
        super().__init__(store)
        self.new_names = new_names

    def all(self) -> list[KnownPattern]:
        """Return every pattern: the app's in their order, then one's own by name; no others.

        The three special choices are among them; archived ones too.
        """
        with self.store.reading():
            kept = {p.pattern: p for p in map(pattern_from_plain, self._plain())}
            used = self.store.thought_records.times_named()
            named = self.store.thought_records.patterns_named()
        given = _given()
        own = {name: _as_pattern(p) for name, p in kept.items() if name not in given}
        # One that was named in a record elsewhere, and came here with that record alone.
        own |= {n: _as_pattern(OwnPattern(n)) for n in used if n not in given and n not in own}
        nothing = OwnPattern("?")
        return [
            KnownPattern(
                pattern,
                own=pattern.id in own,
                note=kept.get(pattern.id, nothing).note,
                archived=kept.get(pattern.id, nothing).archived,
                used=used.get(pattern.id, 0),
                named=pattern.id in named,
            )
            for pattern in (*given.values(), *sorted(own.values(), key=lambda p: p.name.lower()))
        ]

    def kept(self, pattern: str) -> OwnPattern:
        """Return what was added to a pattern; nothing yet for one that is only known."""
        with self.store.reading():
            found = map(pattern_from_plain, self._plain())
            return next((p for p in found if p.pattern == pattern), OwnPattern(pattern))

    def keep(self, pattern: OwnPattern) -> Changes:
        """Keep a pattern of one's own, or what is added to another."""
        with self.store.writing():
            self.store.documents.put(PATTERN, pattern_to_plain(pattern))
        self.new_names.allow(pattern.pattern)
        return Changes(patterns=True)

    def is_free(self, name: str, but: str = "") -> bool:
        """Whether one's own pattern can have a name: no other has it, whatever its capitals."""
        with self.store.reading():
            known = {pattern.pattern for pattern in map(pattern_from_plain, self._plain())}
            known |= self.store.thought_records.patterns_named()
        given = _given()
        taken = {*known, *given, *(pattern.name for pattern in given.values())} - {but}
        return bool(name.strip()) and name.casefold() not in map(str.casefold, taken)

    def rename(self, old: str, new: str) -> Changes:
        """Give a pattern of one's own another name, in every record too.

        Raises ``ValueError`` for a name without words, or one that another pattern has, and for
        a pattern that comes with the app. Earlier versions keep what they said. A record that was
        open meanwhile, and is saved by its old name, gets the new one.
        """
        new = " ".join(new.split())
        if not self.is_free(new, but=old) or old in _given():
            message = "A pattern has a name of its own."
            raise ValueError(message)
        with self.store.writing():
            changed = replace(self.kept(old), pattern=new)
            self.store.documents.drop(PATTERN, old)
            self.store.documents.put(PATTERN, pattern_to_plain(changed))
            self.store.thought_records.rename_pattern(old, new)
        self.new_names.note(old, new)
        return Changes(patterns=True, thought_records=True)

    def drop(self, pattern: str) -> Changes:
        """Forget what was added to a pattern; one of one's own that no record has is gone then."""
        with self.store.writing():
            self.store.documents.drop(PATTERN, pattern)
        return Changes(patterns=True)

    def _plain(self) -> list[object]:
        return self.store.documents.all(PATTERN)


def hints_about(thought: str, without: Iterable[str] = ()) -> tuple[Hint, ...]:
    """Return what could be asked about a thought: nothing about one that is about giving up.

    Patterns in ``without``, such as those that are chosen, are not asked about. That a thought
    may be a feeling is only asked when it is nothing else.
    """
    if content.help_phrases().is_found_in(thought):
        return ()
    left_out = set(without)
    patterns = [p for p in content.thinking_patterns() if not p.special]
    found = hints(thought, {pattern.id: pattern.cues for pattern in patterns}, left_out)
    if found or FEELING in left_out or not is_bare_feeling(thought, _feelings()):
        return found
    return (Hint(FEELING, (" ".join(thought.split()),)),)


def _feelings() -> tuple[str, ...]:
    words = [word for family in content.feeling_families() for word in family.words]
    more = (p.cues for p in content.thinking_patterns() if p.id == FEELING)
    return (*words, *chain.from_iterable(more))


def _given() -> dict[str, ThinkingPattern]:
    return {pattern.id: pattern for pattern in content.thinking_patterns()}


def _as_pattern(own: OwnPattern) -> ThinkingPattern:
    return content.ThinkingPattern(
        own.pattern,
        own.pattern,
        own.definition,
        own.example,
        own.questions,
        special=False,
    )
