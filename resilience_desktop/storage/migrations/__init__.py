"""Steps that bring an older journal up to date, oldest first. A released step is never edited.

A step is one small file with literal SQL that says why it is there and imports none of today's
code, so that it does the same in ten years.
"""

from __future__ import annotations

from resilience_desktop.storage.driver import Migrations
from resilience_desktop.storage.migrations import (
    m0001_journal,
    m0002_contacts_and_settings,
    m0003_upkeep,
    m0004_journal_in_full,
    m0005_thought_records_in_full,
    m0006_never_shared,
    m0007_practices,
)

FORMAT = 7
"""Kept in the file as ``user_version``; raised with every step, so that older apps refuse it."""

STEPS = (
    m0001_journal,
    m0002_contacts_and_settings,
    m0003_upkeep,
    m0004_journal_in_full,
    m0005_thought_records_in_full,
    m0006_never_shared,
    m0007_practices,
)

MIGRATIONS = Migrations("journal")
for _step in STEPS:
    MIGRATIONS(name=_step.__name__.rpartition(".")[2])(_step.apply)
