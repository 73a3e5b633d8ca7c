"""Folders that a service copies are noticed, and others are not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from resilience_desktop.services.cloud_folder import cloud_service


@pytest.fixture
def home(tmp_path):
    return tmp_path / "anna"


def service(folder, home, **environment):
    return cloud_service(folder, environment, home)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Dropbox/journal", "Dropbox"),
        ("Dropbox (Personal)/journal", "Dropbox"),
        ("OneDrive/Documents/journal", "OneDrive"),
        ("OneDrive - Firm/journal", "OneDrive"),
        ("Library/Mobile Documents/com~apple~CloudDocs/journal", "iCloud Drive"),
        ("iCloudDrive/journal", "iCloud Drive"),
        ("Library/CloudStorage/Dropbox/journal", "Dropbox"),
        ("Library/CloudStorage/OneDrive-Personal/journal", "OneDrive"),
        ("Library/CloudStorage/GoogleDrive-anna@example.org/My Drive/journal", "Google Drive"),
        ("Library/CloudStorage/Box-Box/journal", "Box"),
        ("Library/CloudStorage/ProtonDrive-anna/journal", "ProtonDrive"),
        ("Google Drive/journal", "Google Drive"),
        ("GoogleDrive/journal", "Google Drive"),
        ("My Drive/journal", "Google Drive"),
        ("Nextcloud/journal", "Nextcloud"),
        ("ownCloud/journal", "ownCloud"),
        ("pCloudDrive/journal", "pCloud"),
        ("Box/journal", "Box"),
        ("nextcloud", "Nextcloud"),
        ("Documents/journal", ""),
        (".local/share/resilience-desktop/journal", ""),
        ("AppData/Local/resilience-desktop/journal", ""),
        ("My Dropbox notes/journal", ""),
        ("box-of-things/journal", ""),
        ("Boxes/journal", ""),
    ],
)
def test_that_the_folder_of_a_service_is_known_by_its_name(home, name, found):
    assert service(home / name, home) == found


@pytest.mark.parametrize(
    ("mark", "found"),
    [
        (".dropbox", "Dropbox"),
        ("._sync_3f2a.db", "Nextcloud"),
        (".sync_3f2a.db", "Nextcloud"),
        (".owncloudsync.log", "ownCloud"),
        (".stfolder", "Syncthing"),
        ("sync.db", ""),
    ],
)
def test_that_a_folder_with_any_name_is_known_by_what_the_service_leaves(home, mark, found):
    (home / "shared" / "journal").mkdir(parents=True)
    (home / "shared" / mark).touch()
    assert service(home / "shared" / "journal", home) == found


def test_that_what_a_service_keeps_at_home_is_no_mark(home):
    (home / ".dropbox").mkdir(parents=True)
    assert service(home / "journal", home) == ""


@pytest.mark.parametrize("name", ["OneDrive", "OneDriveCommercial", "OneDriveConsumer"])
def test_that_windows_says_where_onedrive_is(home, name):
    assert service(home / "work" / "journal", home, **{name: str(home / "work")}) == "OneDrive"
    assert service(home / "other" / "journal", home, **{name: str(home / "work")}) == ""
    assert service(home / "work" / "journal", home, **{name: ""}) == ""


@pytest.mark.parametrize("place", [".dropbox", "roaming/Dropbox"])
def test_that_dropbox_says_where_it_is(home, place):
    info = home / place / "info.json"
    info.parent.mkdir(parents=True)
    info.write_text(json.dumps({"personal": {"path": str(home / "notes")}}))
    found = service(home / "notes" / "journal", home, APPDATA=str(home / "roaming"))
    assert found == "Dropbox"


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"personal": 3}', '{"personal": {}}'])
def test_that_a_damaged_note_of_dropbox_says_nothing(home, content):
    (home / ".dropbox").mkdir(parents=True)
    (home / ".dropbox" / "info.json").write_text(content)
    assert service(home / "notes" / "journal", home) == ""


def test_that_a_link_into_a_cloud_is_seen_through(home):
    (home / "Dropbox" / "journal").mkdir(parents=True)
    (home / "journal").symlink_to(home / "Dropbox" / "journal")
    assert service(home / "journal", home) == "Dropbox"


def test_that_a_computer_without_a_home_is_no_failure(monkeypatch, tmp_path):
    def homeless():
        raise RuntimeError

    monkeypatch.setattr(Path, "home", homeless)
    assert cloud_service(tmp_path / "Dropbox") == ""
    monkeypatch.undo()
    assert cloud_service(tmp_path / "Dropbox") == "Dropbox"
