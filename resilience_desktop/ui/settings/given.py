"""What somebody typed to open a journal or a backup."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Given:
    """What somebody typed to open something with; nothing, where nothing is needed."""

    passphrase: str | None = field(default=None, repr=False)
    code: str | None = field(default=None, repr=False)
