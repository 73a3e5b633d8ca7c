"""Choosing what a new entry asks for: parts, the day's basics, and scales of one's own."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from resilience_desktop.domain.details import ScaleValue
from resilience_desktop.domain.journal_settings import PARTS
from resilience_desktop.domain.own_scale import OwnScale
from resilience_desktop.domain.timeline_filter import SavedFilter, TimelineFilter

from .samples import entry

Key = Qt.Key


@pytest.fixture
def choosing(home):
    """Somebody in front of the settings of the journal."""
    home.window.dialogs.show_settings("journal")
    home.wait()
    return home


def settings(person):
    person.wait()
    return person.read(lambda journal: journal.settings())


def press(person, name):
    person.qtbot.mouseClick(person.find(name), Qt.MouseButton.LeftButton)
    person.wait()


def type_anew(person, name, words):
    field = person.find(name)
    field.selectAll()
    person.qtbot.keyClicks(field, words)


def make_scale(person, name, low=0, high=10):
    press(person, "settings.add_scale")
    person.qtbot.keyClicks(person.find("scale.name"), name)
    person.find("scale.low").setValue(low)
    person.find("scale.high").setValue(high)
    person.key(Key.Key_Return)
    person.wait()


def test_that_every_part_can_be_asked_for(choosing):
    for part in PARTS:
        if not choosing.find(f"settings.ask_{part}").isChecked():
            choosing.tick(f"settings.ask_{part}")
        choosing.wait()
    assert set(settings(choosing).asks) == set(PARTS)


def test_that_each_of_the_basics_can_be_switched_off_and_on(choosing):
    choosing.find("settings.basic_water").setChecked(False)
    assert settings(choosing).basics == ("outdoors", "movement", "meals")
    choosing.find("settings.basic_water").setChecked(True)
    assert settings(choosing).basics == ("water", "outdoors", "movement", "meals")


def test_that_a_scale_is_made_with_a_name_only(choosing):
    press(choosing, "settings.add_scale")
    choosing.key(Key.Key_Return)
    assert "name is needed" in choosing.find("scale.wrong").text()
    choosing.qtbot.keyClicks(choosing.find("scale.name"), "Pain")
    choosing.key(Key.Key_Return)
    (scale,) = settings(choosing).scales
    assert (scale.name, scale.low, scale.high, scale.asked) == ("Pain", 0, 10, True)


@pytest.mark.parametrize(("low", "high", "said"), [(5, 5, "above the lowest"), (-100, 1, "room")])
def test_that_a_range_that_cannot_be_is_told_and_the_words_stay(choosing, low, high, said):
    make_scale(choosing, "Pain", low, high)
    assert said in choosing.find("scale.wrong").text()
    assert choosing.find("scale.name").text() == "Pain"
    press(choosing, "scale.cancel")
    assert settings(choosing).scales == ()


def test_that_a_scale_is_changed_moved_and_no_longer_asked(choosing):
    make_scale(choosing, "Pain")
    make_scale(choosing, "Stress", -5, 5)
    press(choosing, "settings.scale2.up")
    assert [scale.name for scale in settings(choosing).scales] == ["Stress", "Pain"]
    press(choosing, "settings.scale1.change")
    type_anew(choosing, "scale.high_words", "as much as I can bear")
    press(choosing, "scale.keep")
    choosing.find("settings.scale1").setChecked(False)
    stress = settings(choosing).scales[0]
    assert (stress.low, stress.high_words, stress.asked) == (-5, "as much as I can bear", False)


def test_that_a_change_leaves_alone_what_was_changed_elsewhere(choosing):
    kept = SavedFilter("walks", TimelineFilter(tags=("walk",)))

    def elsewhere(journal):
        return journal.keep_settings(
            replace(journal.settings(), filters=(kept,), scales=(OwnScale("Pain"),))
        )

    choosing.parts.tasks.write(elsewhere, owner=choosing.window)
    choosing.tick("settings.ask_body")
    now = settings(choosing)
    assert now.filters == (kept,)
    assert now.asks_for("body")
    choosing.wait_for(lambda: choosing.find("settings.scale1") is not None)


def test_that_a_scale_without_numbers_is_removed_and_comes_back_with_undo(choosing):
    make_scale(choosing, "Pain")
    make_scale(choosing, "Stress")
    press(choosing, "settings.scale1.change")
    press(choosing, "scale.remove")
    assert [scale.name for scale in settings(choosing).scales] == ["Stress"]
    press(choosing, "settings.scales.undo")
    assert [scale.name for scale in settings(choosing).scales] == ["Pain", "Stress"]
    assert not choosing.find("settings.scales.undo")


@pytest.mark.parametrize("kept", [True, False])
def test_that_a_scale_with_numbers_stays(home, kept):
    pain = OwnScale("Pain")
    written = entry("", scales=(ScaleValue(pain.id, 3),))

    def write(journal):
        journal.keep_settings(replace(journal.settings(), scales=(pain,)))
        return journal.keep_entry(written) if kept else journal.drafts.keep("entry:new", written)

    home.parts.tasks.write(write, owner=home.window)
    home.window.dialogs.show_settings("journal")
    home.wait_for(lambda: home.find("settings.scale1.change") is not None)
    press(home, "settings.scale1.change")
    assert not home.find("scale.remove")
    press(home, "scale.cancel")


def test_that_the_line_of_earlier_years_is_switched_off_and_on(choosing):
    box = choosing.find("settings.memories")
    assert box.isChecked()
    box.setChecked(False)
    assert not settings(choosing).memories
    box.setChecked(True)
    assert settings(choosing).memories


def test_that_a_scale_just_made_is_asked_in_the_form_at_once(choosing):
    choosing.window.resize(1100, 640)
    make_scale(choosing, "Pain")
    choosing.find("settings").reject()
    choosing.wait()
    scale = choosing.see("journal.scale1.slider")
    choosing.wait_for(lambda: scale.visibleRegion().boundingRect() == scale.rect())


def test_that_numbers_noted_before_are_spoken_of_where_there_are_some(home):
    scales = (OwnScale("Pain"), OwnScale("Stress"))

    def note(journal):
        journal.keep_entry(entry("Rain", scales=(ScaleValue(scales[0].id, 4),)))
        return journal.keep_settings(replace(journal.settings(), scales=scales))

    home.parts.tasks.write(note, owner=home.window)
    home.window.dialogs.show_settings("journal")
    home.wait()
    for place, is_said in ((1, True), (2, False)):
        press(home, f"settings.scale{place}.change")
        assert ("noted before" in home.find("scale.said").text()) is is_said
        press(home, "scale.cancel")
