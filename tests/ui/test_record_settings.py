"""Settings of thought records: the first form, forms of one's own, and what is offered."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox

from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.record_form import Form, Step
from resilience_desktop.domain.thought_record import ThoughtRecord
from resilience_desktop.services.clock import local_zone
from resilience_desktop.ui.step_names import step_name
from resilience_desktop.ui.widgets.buttons import IconButton
from resilience_desktop.ui.widgets.chips import Chip

from .at_a_step import write

OWN = Form("own", "After work", (Step.THOUGHT, Step.FEELINGS))


@pytest.fixture
def choosing(home):
    """Somebody before the settings, with a form of their own."""
    write(home, lambda j: j.keep_settings(replace(j.settings(), forms=(OWN,))))
    home.window.dialogs.show_settings("thoughts")
    home.wait()
    yield home
    if home.find("settings"):
        home.find("settings").close()


def settings(person):
    person.wait()
    return person.read(lambda journal: journal.settings())


def press(person, name):
    person.qtbot.mouseClick(person.find(name), Qt.MouseButton.LeftButton)
    person.wait()


@pytest.mark.parametrize("name", ["settle_first", "pattern_hints", "fact_nudges"])
def test_that_what_is_offered_can_be_switched_off(choosing, name):
    assert getattr(settings(choosing), name)
    choosing.find(f"settings.{name}", QCheckBox).click()
    assert not getattr(settings(choosing), name)


def test_that_the_first_form_is_chosen_among_all_ones_own_first(choosing):
    box = choosing.find("settings.first_form", QComboBox)
    assert box.itemText(0) == "After work"
    assert box.currentText() == "Quick catch, about 2 minutes"
    box.setFocus()
    choosing.qtbot.keyClick(box, Qt.Key.Key_Home)
    choosing.wait()
    assert settings(choosing).first_form == "own"
    choosing.find("settings").close()
    choosing.shortcut(Qt.Key.Key_T)
    assert choosing.window.page("thoughts").worksheet.record().steps == OWN.steps


def test_that_a_form_is_made_by_keyboard(choosing):
    press(choosing, "settings.add_form")
    choosing.qtbot.keyClicks(choosing.find("form.name"), "Short")
    choosing.find("form.parts.add").enter()
    for _ in range(2):  # the first chip twice: situation, then feelings
        choosing.key(Qt.Key.Key_Space)
    choosing.find("form.parts.situation.out", IconButton).setFocus()
    choosing.key(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert QApplication.focusWidget().objectName().startswith("form.parts.situation")
    choosing.key(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)  # there is no place below
    press(choosing, "form.keep")
    made = settings(choosing).forms[-1]
    assert (made.name, made.steps) == ("Short", (Step.FEELINGS, Step.SITUATION))


def test_that_parts_are_moved_and_taken_out_by_mouse(choosing):
    press(choosing, "settings.form1.change")
    press(choosing, "form.parts.feelings.up")
    press(choosing, "form.parts.thought.out")
    choosing.qtbot.mouseClick(choosing.find("form.parts.add.1"), Qt.MouseButton.LeftButton)
    press(choosing, "form.keep")
    (form,) = settings(choosing).forms
    assert (form.id, form.steps) == ("own", (Step.FEELINGS, Step.SITUATION))


def test_that_all_parts_fit_into_a_form(choosing):
    press(choosing, "settings.form1.change")
    choosing.find("form.parts.add").enter()
    for _ in range(len(Step) - len(OWN.steps)):
        choosing.key(Qt.Key.Key_Space)
    assert choosing.find("form.parts.add") is None
    press(choosing, "form.keep")
    (form,) = settings(choosing).forms
    assert set(form.steps) == set(Step)


@pytest.mark.parametrize(
    ("name", "parts", "said"), [("", 1, "A name is needed"), ("Short", 0, "at least one part")]
)
def test_that_a_form_has_a_name_and_a_part(choosing, name, parts, said):
    press(choosing, "settings.add_form")
    choosing.qtbot.keyClicks(choosing.find("form.name"), name)
    for _ in range(parts):
        press(choosing, "form.parts.add.1")
    press(choosing, "form.keep")
    assert said in choosing.find("form.wrong").text()
    assert settings(choosing).forms == (OWN,)
    press(choosing, "form.cancel")


def test_that_a_form_that_was_removed_can_come_back(choosing):
    press(choosing, "settings.form1.change")
    press(choosing, "form.remove")
    assert settings(choosing).forms == ()
    press(choosing, "settings.forms.undo")
    assert settings(choosing).forms == (OWN,)


def test_that_a_record_keeps_its_parts_when_its_form_goes(choosing):
    record = ThoughtRecord(
        at=Moment.now(local_zone()), form="own", steps=OWN.steps, situation="x", step=Step.THOUGHT
    )
    write(choosing, lambda journal: journal.keep_thought_record(record))
    press(choosing, "settings.form1.change")
    press(choosing, "form.remove")
    choosing.find("settings").close()
    choosing.go("thoughts")
    page = choosing.window.page("thoughts")
    page.open_record(record.id)
    choosing.wait()
    assert page.worksheet.record().steps == OWN.steps
    assert choosing.see("thoughts.place").text() == "Step 2 of 3"


def test_that_the_window_of_a_form_keeps_its_size_while_parts_are_chosen(choosing):
    press(choosing, "settings.add_form")
    window = choosing.find("form")
    before = window.size()
    for step in Step:
        chips = choosing.find("form.parts.add")
        chip = next(c for c in chips.findChildren(Chip) if c.word == step_name(step))
        choosing.qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
        choosing.wait()
        assert window.size() == before
    press(choosing, "form.keep")
    assert "needed" in choosing.find("form.wrong").text()
    assert window.size() == before
    window.close()
