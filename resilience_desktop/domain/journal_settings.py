"""Settings that say something about the person, and so belong inside their journal."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Mapping

FEELINGS, ENERGY = "feelings", "energy"
"""Parts of the entry form that can be left out until they are asked for."""


@dataclass(frozen=True, slots=True)
class JournalSettings:
    """What somebody wants of their journal."""

    asks: tuple[str, ...] = field(default=(FEELINGS,), repr=False)
    """Parts of the entry form that are shown at once; a newer version may know more of them."""
    quiet_line: bool = True
    """Whether what is written is looked through for words that call for the quiet line."""

    @classmethod
    def from_plain(cls, plain: Mapping[str, object]) -> Self:
        """Return the settings among these values; one that cannot be used is as usual."""
        usual = cls()
        asks, quiet_line = plain.get("asks"), plain.get("quiet_line")
        is_list_of_words = isinstance(asks, list) and all(isinstance(part, str) for part in asks)
        return cls(
            asks=tuple(asks) if isinstance(asks, list) and is_list_of_words else usual.asks,
            quiet_line=quiet_line if isinstance(quiet_line, bool) else usual.quiet_line,
        )

    def to_plain(self) -> dict[str, Any]:
        """Return the settings as JSON values."""
        return {"asks": list(self.asks), "quiet_line": self.quiet_line}

    def asks_for(self, part: str) -> bool:
        """Whether a part of the entry form is shown at once."""
        return part in self.asks

    def asking(self, part: str, *, wanted: bool) -> JournalSettings:
        """Return the settings with one part shown at once, or not."""
        others = tuple(one for one in self.asks if one != part)
        return JournalSettings((*others, part) if wanted else others, self.quiet_line)
