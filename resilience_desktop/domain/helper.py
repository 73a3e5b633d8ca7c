"""Somebody whose work it is to help, as the person keeps them: a therapist, a doctor, a group."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from resilience_desktop.domain.ids import new_id
from resilience_desktop.domain.plain_values import Plain, mapping, one_of, text_in


class HelperKind(StrEnum):
    """What kind of help it is."""

    THERAPIST = "therapist"
    DOCTOR = "doctor"
    GROUP = "group"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Helper:
    """One of the own help list."""

    name: str = field(repr=False)
    kind: HelperKind = field(default=HelperKind.OTHER, repr=False)
    reach: str = field(default="", repr=False)
    """How to get there: a number, an address, a way in words."""
    note: str = field(default="", repr=False)
    """Such as when they can be reached."""
    id: str = field(default_factory=new_id)

    def __post_init__(self) -> None:
        if not self.name.strip():
            message = "A helper has a name."
            raise ValueError(message)


def helper_to_plain(helper: Helper) -> Plain:
    """Return a helper as JSON values."""
    return {
        "id": helper.id,
        "name": helper.name,
        "kind": helper.kind.value,
        "reach": helper.reach,
        "note": helper.note,
    }


def helper_from_plain(value: object) -> Helper:
    """Return what ``helper_to_plain`` wrote; raise ``ValueError`` for anything else."""
    plain = mapping(value)
    return Helper(
        text_in(plain, "name"),
        one_of(plain, "kind", HelperKind),
        text_in(plain, "reach"),
        text_in(plain, "note"),
        text_in(plain, "id"),
    )
