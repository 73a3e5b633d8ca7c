"""Making a skill of one's own, changing it, and taking it away."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication

from resilience_desktop.domain.toolkit import OwnSkill, Toolkit
from resilience_desktop.ui.toolkit.own_skill_dialog import OwnSkillDialog

from .test_pages import assert_all_named

WALK = OwnSkill("Walk to the canal", "Slowly", minutes=30)


@pytest.fixture
def write(home, qtbot):
    """Open the window for a new skill, or one that is there."""

    def opens(own=None):
        dialog = OwnSkillDialog(home.window.context, home.window, own)
        with qtbot.waitActive(dialog):
            dialog.open()
            dialog.activateWindow()
        home.wait_for(lambda: QApplication.activeWindow() is dialog)
        return dialog

    return opens


def field(home, name):
    found = home.find(f"own_skill.{name}")
    assert found is not None, name
    return found


def type_in(home, name, words):
    field(home, name).setFocus()
    for number, line in enumerate(words.split("\n")):
        if number:
            home.qtbot.keyClick(field(home, name), Qt.Key.Key_Return)
        home.qtbot.keyClicks(field(home, name), line)


def press(home, name):
    home.qtbot.mouseClick(field(home, name), Qt.MouseButton.LeftButton)
    home.wait()


def kept(home):
    home.wait()
    return home.read(lambda journal: journal.toolkit.own_skills())


def keep(home, work):
    home.parts.tasks.write(work, owner=home.window).result(20)
    home.wait()


def test_that_a_script_has_a_step_on_each_line(home, write):
    write()
    assert field(home, "name").hasFocus()
    type_in(home, "name", "The shore")
    type_in(home, "about", "Eyes closed")
    type_in(home, "steps", "Hear the water.\n\n  Feel the stones. ")
    field(home, "minutes").setValue(3)
    press(home, "close")
    assert home.find("own_skill") is None
    (own,) = kept(home)
    assert (own.name, own.about, own.minutes) == ("The shore", "Eyes closed", 3)
    assert own.steps == ("Hear the water.", "Feel the stones.")


def test_that_nothing_is_kept_of_nothing(home, write):
    write()
    press(home, "close")
    assert kept(home) == []


@pytest.mark.parametrize(
    ("name", "words", "called"), [("about", "By the lake", "By the lake"), ("steps", "Go", "Go")]
)
def test_that_words_without_a_name_are_kept_under_their_first_line(
    home, write, name, words, called
):
    dialog = write()
    type_in(home, name, words)
    home.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert home.find("own_skill") is None
    (own,) = kept(home)
    assert own.name == called
    assert getattr(own, name) in (words, (words,))


def test_that_what_is_typed_is_there_when_the_window_goes_away_at_once(home, write):
    dialog = write()
    type_in(home, "name", "Tea")
    QApplication.sendEvent(dialog, QCloseEvent())
    assert [own.name for own in kept(home)] == ["Tea"]


def test_that_a_skill_is_changed_and_stays_the_same_one(home, write):
    keep(home, lambda journal: journal.toolkit.keep_skill(WALK))
    write(WALK)
    assert field(home, "about").words() == "Slowly"
    assert field(home, "minutes").value() == 30
    type_in(home, "name", " and back")
    field(home, "minutes").setValue(0)
    press(home, "close")
    (own,) = kept(home)
    assert (own.id, own.name, own.minutes) == (WALK.id, "Walk to the canal and back", None)


def test_that_taking_everything_out_keeps_what_was_there(home, write):
    keep(home, lambda journal: journal.toolkit.keep_skill(OwnSkill("Tea", id="tea")))
    write(OwnSkill("Tea", id="tea"))
    field(home, "name").selectAll()
    home.key(Qt.Key.Key_Delete)
    press(home, "close")
    assert [own.name for own in kept(home)] == ["Tea"]


def test_that_a_removed_skill_can_be_brought_back(home, write):
    keep(home, lambda journal: journal.toolkit.keep_skill(WALK))
    keep(home, lambda journal: journal.toolkit.keep(Toolkit((WALK.id,))))
    write(WALK)
    press(home, "remove")
    assert home.find("own_skill") is None
    assert kept(home) == []
    assert home.read(lambda journal: journal.toolkit.get().chosen) == ()
    home.press("notice.undo")
    assert kept(home) == [WALK]
    assert home.read(lambda journal: journal.toolkit.get().chosen) == (WALK.id,)


def test_that_a_new_one_can_be_removed_only_once_there_is_something(home, write):
    write()
    assert home.find("own_skill.remove") is None
    type_in(home, "name", "Tea")
    home.wait_for(lambda: home.find("own_skill.remove") is not None)
    press(home, "remove")
    assert kept(home) == []


def test_that_every_control_is_named(home, write):
    assert_all_named(write(WALK))
