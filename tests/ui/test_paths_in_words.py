"""A folder that is named begins on a line of its own, so that it can be read and copied whole."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

from resilience_desktop.services.backups import Restored
from resilience_desktop.ui.dialogs.outcome import salvaged
from resilience_desktop.ui.settings.backup_source import remarks_on

FOLDER = Path("home") / "somebody" / "journal" / "quarantine" / "2026-11-22_1a2b3c4d"


def test_that_a_rescued_journal_names_its_folder_on_a_line_of_its_own():
    saved = SimpleNamespace(
        incomplete=0, lost=0, set_aside=FOLDER, entries=1, thought_records=0, in_bin=0
    )
    _title, _sentence, remarks = salvaged(saved)
    assert str(FOLDER) in "\n".join(remarks).splitlines()


def test_that_a_journal_that_was_set_aside_is_named_on_a_line_of_its_own():
    restored = Restored(set_aside=FOLDER, before=None)
    assert str(FOLDER) in "\n".join(remarks_on(restored, None)).splitlines()
