"""Where files live on this computer."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from platformdirs import PlatformDirs

_DIRS = PlatformDirs("resilience-desktop", appauthor=False, roaming=False)


@dataclass(frozen=True, slots=True)
class Places:
    """The folders one run of the app uses. Tests and the demo pass folders of their own."""

    journal: Path
    """Folder of the journal and its key file: local data, never roaming, never Documents."""
    settings: Path
    """Settings that are not personal: window size, theme, country of the help lines."""
    cache: Path
    """What can be made again, such as matplotlib's list of fonts."""

    @classmethod
    def usual(cls, journal: Path | None = None) -> Places:
        """Return the usual places for this system, with another journal folder if given."""
        return cls(
            journal=journal or usual_journal(),
            settings=Path(_DIRS.user_config_dir) / "settings.json",
            cache=Path(_DIRS.user_cache_dir),
        )

    @classmethod
    def inside(cls, folder: Path) -> Places:
        """Return places that all lie inside one folder, which can be thrown away."""
        return cls(folder / "journal", folder / "settings.json", folder / "cache")


def usual_journal() -> Path:
    """Return the folder of the journal of whoever names no other: on this computer only."""
    return Path(_DIRS.user_data_dir) / "journal"
