"""The library of thinking patterns: those of the app, one's own, and what was added to them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from resilience_desktop import content
from resilience_desktop.domain.changes import Changes
from resilience_desktop.domain.own_pattern import OwnPattern, pattern_from_plain, pattern_to_plain
from resilience_desktop.storage.documents import PATTERN

if TYPE_CHECKING:
    from resilience_desktop.content import ThinkingPattern
    from resilience_desktop.storage.store import Store


@dataclass(frozen=True, slots=True)
class KnownPattern:
    """A pattern as the library shows it."""

    pattern: ThinkingPattern = field(repr=False)
    own: bool
    note: str = field(repr=False)
    archived: bool
    used: int
    """In how many finished records it was chosen."""


@dataclass(frozen=True, slots=True)
class PatternBook:
    """The thinking patterns of an open journal."""

    store: Store

    def all(self) -> list[KnownPattern]:
        """Return every pattern: the app's in their order, then one's own by name; no others.

        The three special choices are among them; archived ones too.
        """
        with self.store.reading():
            kept = {p.pattern: p for p in map(pattern_from_plain, self._plain())}
            used = self.store.thought_records.times_named()
        given = {p.id: p for p in content.thinking_patterns()}
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
        return Changes(patterns=True)

    def rename(self, old: str, new: str) -> Changes:
        """Give a pattern of one's own another name, in every record too.

        Raises ``ValueError`` for a name without words, or one that another pattern has.
        """
        new = " ".join(new.split())
        taken = {known.pattern.id for known in self.all()}
        taken |= {known.pattern.name for known in self.all()}
        if not new or (new != old and new in taken):
            message = "A pattern has a name of its own."
            raise ValueError(message)
        with self.store.writing():
            changed = replace(self.kept(old), pattern=new)
            self.store.documents.drop(PATTERN, old)
            self.store.documents.put(PATTERN, pattern_to_plain(changed))
            self.store.thought_records.rename_pattern(old, new)
        return Changes(patterns=True, thought_records=True)

    def drop(self, pattern: str) -> Changes:
        """Forget what was added to a pattern; one of one's own that no record has is gone then."""
        with self.store.writing():
            self.store.documents.drop(PATTERN, pattern)
        return Changes(patterns=True)

    def _plain(self) -> list[object]:
        return self.store.documents.all(PATTERN)


def _as_pattern(own: OwnPattern) -> ThinkingPattern:
    return content.ThinkingPattern(
        own.pattern,
        own.pattern,
        own.definition,
        own.example,
        own.questions,
        special=False,
    )
