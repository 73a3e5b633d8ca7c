"""How many actions a first record takes by keyboard: a typed text is one, and so is each key.

Keys pressed together are one. Getting there from the journal page counts, and so does every Tab.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from resilience_desktop.domain.record_form import Step

MOST = 12
CTRL, PLAIN = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


class Hands:
    """Somebody at the keyboard, without a mouse; what they do is counted."""

    def __init__(self, person):
        self.person, self.actions = person, 0

    def key(self, key, modifier=PLAIN):
        self.actions += 1
        self.person.key(key, modifier)

    def type(self, words):
        self.actions += 1
        self.person.qtbot.keyClicks(QApplication.focusWidget(), words)
        self.person.wait()

    def tab_to_number(self):
        """Press Tab until the keyboard is in a field for a number."""
        while not QApplication.focusWidget().objectName().endswith(".number"):
            self.key(Qt.Key.Key_Tab)
            assert self.actions <= MOST, QApplication.focusWidget().objectName()


def start(home):
    home.go("journal")
    home.wait()
    assert home.find("journal")
    return Hands(home)


def check(home, hands):
    assert hands.actions <= MOST, hands.actions
    (record,) = home.read(lambda journal: journal.thought_records())
    assert record.situation == "The bus drove off."
    assert [thought.text for thought in record.thoughts] == ["Everything goes wrong for me."]
    assert [feeling.before for feeling in record.feelings] == [70]
    assert (record.form, record.finished) == ("quick", True)
    assert home.find("thoughts.finished")


def test_that_a_first_quick_record_by_the_page_of_records_takes_at_most_twelve_actions(home):
    hands = start(home)
    hands.key(Qt.Key.Key_2, CTRL)
    hands.key(Qt.Key.Key_Return)
    hands.type("The bus drove off.")
    hands.key(Qt.Key.Key_Return, CTRL)
    hands.type("Everything goes wrong for me.")
    hands.key(Qt.Key.Key_Return, CTRL)
    hands.key(Qt.Key.Key_Space)
    hands.tab_to_number()
    hands.type("70")
    hands.key(Qt.Key.Key_Return, CTRL)
    check(home, hands)


def test_that_a_first_quick_record_by_its_own_keys_takes_fewer(home):
    hands = start(home)
    hands.key(Qt.Key.Key_T, CTRL)
    hands.type("The bus drove off.")
    hands.key(Qt.Key.Key_Return, CTRL)
    hands.type("Everything goes wrong for me.")
    hands.key(Qt.Key.Key_Return, CTRL)
    hands.key(Qt.Key.Key_7)
    hands.key(Qt.Key.Key_Return, CTRL)
    check(home, hands)
    assert hands.actions == 7


# Where the keyboard is on arriving


def focus(home):
    return home.window.focusWidget().objectName()


def test_that_the_keys_of_the_page_lead_to_a_new_record_also_among_others(home):
    home.go("thoughts")
    assert focus(home) == "thoughts.empty.new"
    home.key(Qt.Key.Key_Return)
    home.write("thoughts.situation_words", "x")
    home.press("thoughts.back_to_list")
    home.go("journal")
    home.go("thoughts")
    assert focus(home) == "thoughts.new"


def test_that_the_keys_of_the_page_lead_back_to_the_step_that_is_open(home):
    home.shortcut(Qt.Key.Key_T)
    home.write("thoughts.situation_words", "x")
    home.press(f"thoughts.step.{Step.THOUGHT}")
    home.go("journal")
    home.go("thoughts")
    assert focus(home) == "thoughts.thought1.words"


def test_that_the_keys_of_the_page_leave_the_keyboard_where_somebody_types(home):
    home.shortcut(Qt.Key.Key_T)
    home.see("thoughts.step.thought").setFocus()
    home.go("thoughts")
    assert focus(home) == "thoughts.step.thought"


def test_that_the_arrow_keys_stay_on_the_tabs(home):
    home.go("journal")
    tabs = home.window.header.tabs
    tabs.setFocus()
    QTest.keyClick(tabs, Qt.Key.Key_Right)
    home.wait()
    assert tabs.hasFocus()
