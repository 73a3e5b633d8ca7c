"""People and services somebody has chosen to call."""

from __future__ import annotations

from dataclasses import dataclass, field

MOST_CONTACTS = 5
"""More would be a list to search through when there is no strength for it."""
LONGEST = 200
"""Characters in a name, a number or a note."""


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody who can be called, in the person's own words. A name or a number is needed."""

    name: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)
    note: str = field(default="", repr=False)
    """Who they are, or when to call."""

    def __post_init__(self) -> None:
        if not (self.name.strip() or self.phone.strip()):
            message = "A contact has a name or a number."
            raise ValueError(message)
        if max(map(len, (self.name, self.phone, self.note))) > LONGEST:
            message = f"A name, a number or a note has at most {LONGEST} characters."
            raise ValueError(message)

    @property
    def without_note(self) -> Contact:
        """What the lock page may show: the name and the number."""
        return Contact(self.name, self.phone)
