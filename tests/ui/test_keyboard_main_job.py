"""The main job by keyboard alone: nothing is pointed at, and nothing is called behind its back."""

from __future__ import annotations

import io

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

Key, Modifier = Qt.Key, Qt.KeyboardModifier
PASSPHRASE = "quiet river stone lamp"


class Keyboard:
    """Presses keys at the window in front, as the system does."""

    def __init__(self, person):
        self._person = person

    def press(self, key, modifier=Modifier.NoModifier, times=1):
        for _ in range(times):
            QTest.keyClick(self._in_front(), key, modifier)
        self._person.wait()

    def ctrl(self, key):
        self.press(key, Modifier.ControlModifier)

    def type(self, words):
        for letter in words:
            QTest.keyClick(self._in_front(), letter)

    def _in_front(self):
        if QGuiApplication.focusWindow() is None:  # a dialog has just closed
            self._person.window.activateWindow()
            self._person.wait_for(self._person.window.isActiveWindow)
        return QGuiApplication.focusWindow()

    def here(self):
        """Return the name of what has the keyboard."""
        focus = QApplication.focusWidget()
        return focus.objectName() if focus else ""

    def tab_to(self, name, *, back=False):
        """Press Tab until ``name`` has the keyboard."""
        met = []
        shift = Modifier.ShiftModifier if back else Modifier.NoModifier
        key = Key.Key_Backtab if back else Key.Key_Tab
        while self.here() != name:
            stop = QApplication.focusWidget()
            # A day is three stops of one field: its day, its month and its year.
            names = dict.fromkeys(one.objectName() for one in met if one)
            assert met.count(stop) < 4, f"{name} is not among {', '.join(names)}"
            met.append(stop)
            QTest.keyClick(self._in_front(), key, shift)


@pytest.fixture
def keys(person):
    return Keyboard(person)


def start_a_journal(person, keys):
    assert keys.here() == "first_run.passphrase"
    keys.type(PASSPHRASE)
    keys.tab_to("first_run.again")
    keys.type(PASSPHRASE)
    keys.tab_to("first_run.create")
    keys.press(Key.Key_Space)
    sheet = person.see("recovery.sheet").accessibleDescription().split(", ")
    for place in person.see("recovery").asked:
        keys.tab_to(f"recovery.group{place + 1}")
        keys.type(sheet[place].lower())
    keys.tab_to("recovery.open")
    keys.press(Key.Key_Space)
    keys.tab_to("beginning.open")
    keys.press(Key.Key_Space)


def note_a_mood(person, keys):
    keys.tab_to("journal.mood.0")
    keys.type("-2")
    assert keys.here() == "journal.mood.-2"
    keys.tab_to("journal.feelings.chips.1")
    keys.press("t")
    assert person.see(keys.here()).word == "tired"
    keys.press(Key.Key_Space)
    keys.tab_to("journal.note")
    keys.type("Stomach already knows about the meeting.")
    keys.ctrl(Key.Key_Return)


def fill_in_a_thought_record(person, keys):
    person.begins_records_with("five")
    keys.ctrl(Key.Key_T)
    assert keys.here() == "thoughts.situation_words"
    keys.type("Presenting the budget, I lost my thread.")
    keys.ctrl(Key.Key_Return)
    while person.see(keys.here()).word != "tense":
        keys.press("t")
    keys.press(Key.Key_Space)
    keys.tab_to("thoughts.feelings_before.strength.rating1.slider")
    keys.press(Key.Key_End)
    keys.press(Key.Key_Left, times=6)
    keys.ctrl(Key.Key_Return)
    assert keys.here() == "thoughts.thought1.words"
    keys.type("They all saw that I cannot do this job.")
    keys.tab_to("thoughts.thought1.belief.number")
    keys.type("85")
    keys.ctrl(Key.Key_Return)
    assert keys.here() == "thoughts.find_pattern"
    keys.type("mind")
    keys.tab_to("thoughts.pattern.mind_reading")
    keys.press(Key.Key_Space)
    keys.ctrl(Key.Key_Return)
    assert keys.here() == "thoughts.balanced_words"
    keys.type("It was ten seconds, and the budget went through.")
    keys.tab_to("thoughts.balanced_belief.number")
    keys.type("65")
    keys.ctrl(Key.Key_Return)
    assert keys.here() == "thoughts.again.belief0.slider"
    keys.press(Key.Key_Home)
    keys.press(Key.Key_PageUp, times=4)
    keys.tab_to("thoughts.again.emotion0.number")
    keys.type("35")
    keys.ctrl(Key.Key_Return)
    assert person.find("thoughts.finished.ratings")


def find_it_again(person, keys):
    keys.ctrl(Key.Key_1)
    keys.ctrl(Key.Key_K)
    keys.type("budget went")
    person.wait_for(lambda: bool(person.see("search.results").rows.rows()))
    keys.press(Key.Key_Down)
    assert keys.here() == "search.results"
    keys.press(Key.Key_Return)
    assert person.find("thoughts.finished.ratings")


def look_at_the_chart(person, keys):
    keys.ctrl(Key.Key_3)
    person.wait_for(lambda: bool(person.see("charts.mood").marks))
    keys.tab_to("charts.mood")
    keys.press(Key.Key_End)
    assert "\N{MINUS SIGN}2.0" in person.see("charts.mood.day").text()
    keys.tab_to("charts.mood.as_table", back=True)
    keys.press(Key.Key_Space)
    keys.tab_to("charts.mood.table")
    assert person.see("charts.mood.table").model().rowCount() == 1


def share_it(person, keys, target):
    keys.ctrl(Key.Key_5)
    person.wait_for(lambda: person.see("share.preview")._count == 1)
    keys.tab_to("share.to_talk_about")
    keys.type("I say yes before I have thought.")
    keys.tab_to("share.choose_records")
    keys.press(Key.Key_Space)
    person.wait_for(lambda: keys.here() == "share.chooser.search.field")
    keys.press(Key.Key_Down)
    keys.press(Key.Key_Space)
    keys.ctrl(Key.Key_Return)
    person.wait_for(lambda: person.see("share.preview")._count == 2)
    person.save_to(target)
    keys.ctrl(Key.Key_Return)
    person.wait_for(lambda: person.see("share.said").text().startswith("PDF saved as"))
    pages = pypdf.PdfReader(io.BytesIO(target.read_bytes())).pages
    words = " ".join(" ".join(page.extract_text().split()) for page in pages)
    for expected in (
        "I say yes before I have thought.",
        "They all saw that I cannot do this job.",
        "Mind reading",
        "It was ten seconds, and the budget went through.",
        *("70", "35", "85", "40", "65"),
    ):
        assert expected in words


def come_back(person, keys):
    keys.ctrl(Key.Key_Q)
    person.quit()
    person.start()
    assert keys.here() == "unlock.passphrase"
    keys.type(PASSPHRASE)
    keys.press(Key.Key_Return)
    keys.ctrl(Key.Key_1)
    person.wait_for(lambda: len(person.see("journal.timeline").rows.rows()) == 2)
    keys.tab_to("journal.timeline")
    keys.press(Key.Key_End)
    keys.press(Key.Key_Return)
    assert person.see("journal.note").words() == "Stomach already knows about the meeting."
    assert person.see("journal.mood").mood == -2
    keys.ctrl(Key.Key_2)
    keys.tab_to("thoughts.list")
    keys.press(Key.Key_Return)
    assert person.find("thoughts.finished.ratings")
    keys.ctrl(Key.Key_5)
    assert person.see("share.to_talk_about").words() == "I say yes before I have thought."


def test_that_the_main_job_is_done_by_keyboard_alone(person, keys, tmp_path):
    start_a_journal(person, keys)
    note_a_mood(person, keys)
    fill_in_a_thought_record(person, keys)
    find_it_again(person, keys)
    look_at_the_chart(person, keys)
    share_it(person, keys, tmp_path / "for-my-therapist.pdf")
    come_back(person, keys)


def test_that_what_tab_does_not_reach_is_noticed(keys):
    with pytest.raises(AssertionError, match=r"not among .*first_run\.again.*first_run\.help"):
        keys.tab_to("nowhere")
