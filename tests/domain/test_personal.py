"""Contacts and the settings of a journal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience_desktop.domain.changes import Changes
from resilience_desktop.domain.contact import LONGEST, Contact
from resilience_desktop.domain.journal_settings import (
    ENERGY,
    FEELINGS,
    JournalSettings,
    Template,
)
from resilience_desktop.domain.plain import contact_from_plain, contact_to_plain
from tests.strategies import contacts, journal_settings, json_values


@given(contacts)
def test_that_a_contact_comes_back_from_plain_values(contact):
    assert contact_from_plain(contact_to_plain(contact)) == contact
    assert contact.without_note == Contact(contact.name, contact.phone)


@pytest.mark.parametrize(
    "make",
    [
        lambda: Contact(),
        lambda: Contact("  ", "\t", "only a note"),
        lambda: Contact("x" * (LONGEST + 1)),
        lambda: Contact("Mara", note="x" * (LONGEST + 1)),
        lambda: contact_from_plain({"name": "Mara", "phone": 5, "note": ""}),
        lambda: contact_from_plain(["Mara"]),
    ],
)
def test_that_a_contact_without_a_name_and_a_number_or_too_long_is_refused(make):
    with pytest.raises(ValueError, match=r".") as caught:
        make()
    assert "Mara" not in str(caught.value)


def test_that_feelings_are_asked_at_once_and_words_are_looked_through_unless_someone_says_no():
    usual = JournalSettings()
    assert usual.asks_for(FEELINGS)
    assert not usual.asks_for(ENERGY)
    assert usual.quiet_line
    both = usual.asking(ENERGY, wanted=True)
    assert both.asks_for(FEELINGS)
    assert both.asks_for(ENERGY)
    assert both.asking(ENERGY, wanted=False) == usual
    assert usual.asking(FEELINGS, wanted=True) == usual


@given(st.lists(st.text(max_size=8), max_size=4), st.booleans())
def test_that_settings_come_back_with_parts_of_a_newer_version(asks, quiet_line):
    settings = JournalSettings(tuple(asks), quiet_line)
    assert JournalSettings.from_plain(settings.to_plain()) == settings
    assert settings.asking(ENERGY, wanted=True).asks[-1] == ENERGY


@given(journal_settings)
def test_that_all_settings_come_back_from_plain_values(settings):
    assert JournalSettings.from_plain(settings.to_plain()) == settings


one = json_values | st.fixed_dictionaries({"name": json_values, "words": json_values})
NAMES = [*JournalSettings().to_plain(), "other"]


@given(st.dictionaries(st.sampled_from(NAMES), json_values | st.lists(one, max_size=3)))
def test_that_any_value_in_the_file_gives_settings_that_can_be_used(plain):
    settings = JournalSettings.from_plain(plain)
    assert all(isinstance(part, str) for part in (*settings.asks, *settings.basics))
    assert isinstance(settings.quiet_line, bool)
    assert JournalSettings.from_plain(settings.to_plain()) == settings


def test_that_templates_that_are_none_do_not_cost_the_others():
    whole = {"name": "Evening", "words": "What was"}
    found = JournalSettings.from_plain({"templates": [whole, {"name": "x"}, 3, None, {"words": 1}]})
    assert found.templates == (Template("Evening", "What was"),)


@pytest.mark.parametrize("value", [None, "", "soon", "2026-13-01", 20261122])
def test_that_a_day_that_is_none_compares_with_nothing(value):
    assert JournalSettings.from_plain({"compare_from": value}).compare_from is None


def test_that_changes_of_every_kind_add_up():
    both = Changes(contacts=True) | Changes(settings=True)
    assert both == Changes(contacts=True, settings=True)
    assert both
