"""Which service copies a folder to other computers, as far as that can be seen from here.

Nothing is asked of any service: names of folders, a few files that these programs leave, and what
Windows says about OneDrive are all there is to go by.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_ONEDRIVE = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
"""Variables of Windows."""

_NAMES = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "mobile documents": "iCloud Drive",
    "com~apple~clouddocs": "iCloud Drive",
    "icloud drive": "iCloud Drive",
    "iclouddrive": "iCloud Drive",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "pcloud drive": "pCloud",
    "pclouddrive": "pCloud",
    "box": "Box",
    "box sync": "Box",
}
"""Names that the services give their folders, in lower case."""

_BEGINNINGS = {
    "onedrive - ": "OneDrive",
    "onedrive-": "OneDrive",
    "dropbox (": "Dropbox",
    "dropbox-": "Dropbox",
    "googledrive-": "Google Drive",
    "nextcloud-": "Nextcloud",
    "owncloud-": "ownCloud",
    "box-": "Box",
    "pcloud": "pCloud",
}
"""How names of folders begin where the service adds an account or a firm."""

_ONLY_IN_CLOUD_STORAGE = ("dropbox-", "onedrive-", "box-", "nextcloud-", "owncloud-", "pcloud")
"""Beginnings that anybody may give a folder of their own, but on macOS only a service there."""

_MARKS = {
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    "._sync_*.db": "Nextcloud",
    ".sync_*.db": "Nextcloud",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".stfolder": "Syncthing",
}
"""Files that a service leaves at the top of its folder."""

_CLOUD_STORAGE = ("library", "cloudstorage")


def cloud_service(
    folder: Path, environment: Mapping[str, str] | None = None, home: Path | None = None
) -> str:
    """Return the name of the service that copies this folder, or nothing when none is noticed."""
    environment = os.environ if environment is None else environment
    with suppress(OSError, RuntimeError):  # the second: there is no home
        home = home or Path.home()
        return _service_of(folder.resolve(), environment, home.resolve())
    return ""


def _service_of(folder: Path, environment: Mapping[str, str], home: Path) -> str:
    above = (folder, *folder.parents)
    for service, place in _told_places(environment, home):
        if place in above:
            return service
    for place in above:
        service = _by_name(place) or (_by_mark(place) if place != home else "")
        if service:
            return service
    return ""


def _told_places(environment: Mapping[str, str], home: Path) -> Iterator[tuple[str, Path]]:
    """Go through the folders that the services themselves say are theirs."""
    for name in _ONEDRIVE:
        if environment.get(name):
            yield "OneDrive", Path(environment[name]).resolve()
    windows = [environment[name] for name in ("APPDATA", "LOCALAPPDATA") if environment.get(name)]
    for place in (home / ".dropbox", *(Path(name) / "Dropbox" for name in windows)):
        for path in _dropbox_folders(place / "info.json"):
            yield "Dropbox", path.resolve()


def _dropbox_folders(info: Path) -> list[Path]:
    with suppress(OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return [Path(account["path"]) for account in json.loads(info.read_bytes()).values()]
    return []


def _by_name(place: Path) -> str:
    name = place.name.casefold()
    if name in _NAMES:
        return _NAMES[name]
    in_storage = tuple(part.casefold() for part in place.parent.parts[-2:]) == _CLOUD_STORAGE
    for beginning, service in _BEGINNINGS.items():
        if name.startswith(beginning) and (in_storage or beginning not in _ONLY_IN_CLOUD_STORAGE):
            return service
    return place.name.partition("-")[0] if in_storage else ""


def _by_mark(place: Path) -> str:
    for mark, service in _MARKS.items():
        if next(iter(place.glob(mark)), None) is not None:
            return service
    return ""
