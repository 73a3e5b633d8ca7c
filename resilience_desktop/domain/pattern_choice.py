"""Ticking the patterns of a thought: which go together, and which is the main one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from resilience_desktop.domain.thought_record import ChosenPattern

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable


class PatternChoice:
    """What is ticked, in the order it was chosen.

    ``special`` are the choices that are no pattern. Those of them in ``alone`` say that there is
    none: such a choice takes the place of the patterns and of its like, and a pattern that of
    such a choice. What was kept together before stays until somebody ticks something.
    """

    def __init__(
        self,
        chosen: Iterable[ChosenPattern],
        *,
        special: Collection[str] = (),
        alone: Collection[str] = (),
    ) -> None:
        self._special, self._alone = special, alone
        self._chosen = {one.pattern: one for one in chosen}

    def __contains__(self, pattern: object) -> bool:
        return pattern in self._chosen

    @property
    def chosen(self) -> tuple[ChosenPattern, ...]:
        """What is ticked, the main one first."""
        return tuple(sorted(self._chosen.values(), key=lambda one: not one.main))

    @property
    def patterns(self) -> tuple[str, ...]:
        """The patterns that are ticked, without special choices."""
        return tuple(id_ for id_ in self._chosen if id_ not in self._special)

    @property
    def main(self) -> str:
        """The main pattern, or nothing."""
        return next((id_ for id_, one in self._chosen.items() if one.main), "")

    def add(self, pattern: str, *, hinted: bool = False) -> tuple[str, ...]:
        """Tick one more; return what it took the place of. The first pattern is the main one."""
        gone = tuple(one for one in self._chosen if self._clash(pattern, one))
        for one in gone:
            del self._chosen[one]
        is_first = pattern not in self._special and not self.patterns
        self._chosen[pattern] = ChosenPattern(pattern, main=is_first, hinted=hinted)
        self._settle()
        return gone

    def remove(self, pattern: str) -> None:
        """Untick one."""
        del self._chosen[pattern]
        self._settle()

    def make_main(self, pattern: str) -> None:
        """Make a pattern the main one."""
        for id_, one in self._chosen.items():
            self._chosen[id_] = replace(one, main=id_ == pattern)

    def _settle(self) -> None:
        """Without a main one, the first that somebody found is it; never one from a question."""
        found = [id_ for id_ in self.patterns if not self._chosen[id_].hinted]
        if not self.main and found:
            self.make_main(found[0])

    def _clash(self, new: str, old: str) -> bool:
        if new in self._alone:
            return old in self._alone or old not in self._special
        return old in self._alone and new not in self._special
