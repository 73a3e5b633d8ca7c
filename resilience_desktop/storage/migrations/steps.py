"""Every step, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop.storage.driver import load_utils
from resilience_desktop.storage.migrations import (
    m0001_journal,
    m0002_contacts_and_settings,
    m0003_upkeep,
    m0004_journal_in_full,
    m0005_thought_records_in_full,
    m0006_never_shared,
    m0007_practices,
)

if TYPE_CHECKING:
    from sqlite_utils import Migrations

STEPS = (
    m0001_journal,
    m0002_contacts_and_settings,
    m0003_upkeep,
    m0004_journal_in_full,
    m0005_thought_records_in_full,
    m0006_never_shared,
    m0007_practices,
)

MIGRATIONS: Migrations = load_utils().Migrations("journal")
for _step in STEPS:
    MIGRATIONS(name=_step.__name__.rpartition(".")[2])(_step.apply)
