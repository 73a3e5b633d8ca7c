"""How many actions a first record takes by keyboard: a typed text is one, and so is each key."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

MOST = 12


class Hands:
    """Somebody at the keyboard, without a mouse; what they do is counted."""

    def __init__(self, person):
        self.person, self.actions = person, 0

    def key(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        self.actions += 1
        self.person.key(key, modifier)

    def type(self, words):
        self.actions += 1
        self.person.qtbot.keyClicks(QApplication.focusWidget(), words)
        self.person.wait()


def test_that_a_first_quick_record_takes_few_actions_from_the_journal_to_kept(home):
    home.go("journal")
    hands = Hands(home)
    ctrl = Qt.KeyboardModifier.ControlModifier
    hands.key(Qt.Key.Key_T, ctrl)
    hands.type("The bus drove off.")
    hands.key(Qt.Key.Key_Return, ctrl)
    hands.type("Everything goes wrong for me.")
    hands.key(Qt.Key.Key_Return, ctrl)
    hands.key(Qt.Key.Key_7)
    hands.key(Qt.Key.Key_Return, ctrl)
    assert hands.actions <= MOST
    (record,) = home.read(lambda journal: journal.thought_records())
    assert record.situation == "The bus drove off."
    assert [thought.text for thought in record.thoughts] == ["Everything goes wrong for me."]
    assert [feeling.before for feeling in record.feelings] == [70]
    assert (record.form, record.finished) == ("quick", True)
    assert home.find("thoughts.finished")
