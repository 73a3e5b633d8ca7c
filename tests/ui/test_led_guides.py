"""Being led through muscles, steps, minutes and the cold, as somebody does it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from resilience_desktop import content
from resilience_desktop.domain.toolkit import OwnSkill, Toolkit
from resilience_desktop.services.skills import as_skill
from resilience_desktop.ui.toolkit.player import Player
from resilience_desktop.ui.widgets.stopwatch import Stopwatch

from .test_pages import assert_all_named, assert_tab_walks_through

SHORT, LONG, GROUNDING = "muscles_short", "muscles_long", "grounding_54321"
PLACE, KIND, QUIET, COLD = "calm_place", "self_kindness", "mindfulness_timer", "cool_move_slow"


class Led:
    """Somebody with a skill in front of them, whose clock a test turns."""

    def __init__(self, person, qtbot, clock, skill):
        self.person, self.qtbot, self.clock = person, qtbot, clock
        self.window = QWidget()
        self.window.resize(900, 800)
        self.player = Player(person.window.context, skill, clock=clock)
        QVBoxLayout(self.window).addWidget(self.player)
        with qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()
        person.wait()
        self.guide = self.player.findChild(QWidget, "toolkit.guide")
        self.rung = []
        self.guide.turned.connect(lambda: self.rung.append(self.guide.seconds))

    def find(self, name, kind=QWidget):
        found = [w for w in self.window.findChildren(kind, f"toolkit.{name}") if w.isVisible()]
        return found[-1] if found else None

    def says(self, name):
        shown = self.find(name)
        return shown.text() if shown is not None else ""

    def top(self, name):
        """Return how far down in the window something is."""
        return self.find(name).mapTo(self.window, QPoint(0, 0)).y()

    def press(self, name):
        button = self.find(name, QAbstractButton)
        assert button is not None, name
        assert button.isEnabled(), name
        left = button.rect().center()
        left.setX(10)  # a box is wider than its words
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=left)
        self.person.wait()

    def write(self, name, words):
        field = self.find(name)
        field.setFocus()
        self.qtbot.keyClicks(field, words)

    def wait(self, seconds):
        """Let time pass, noticed every half second."""
        for _ in range(round(seconds * 2)):
            self.clock.now += 0.5
            for watch in self.guide.findChildren(Stopwatch):
                if watch.is_running:
                    watch._timer.timeout.emit()

    @property
    def ring(self):
        return self.find("ring").words()

    @property
    def is_over(self):
        return self.find("stop") is None

    def kept(self):
        self.player.save_now()
        self.person.wait()
        return self.person.read(lambda journal: journal.practices.all())


@pytest.fixture(autouse=True)
def said(monkeypatch):
    """What a screen reader is asked to say."""
    heard = []
    for module in ("toolkit.muscles_guide", "toolkit.cool_guide", "widgets.text_steps"):
        monkeypatch.setattr(
            f"resilience_desktop.ui.{module}.announce", lambda _, words: heard.append(words)
        )
    return heard


@pytest.fixture
def led(home, qtbot, clock):
    """Open a skill of the app by its id, or one of one's own."""
    opened = []

    def opens(skill):
        shown = content.skill(skill) if isinstance(skill, str) else as_skill(skill)
        opened.append(Led(home, qtbot, clock, shown))
        return opened[-1]

    yield opens
    for one in opened:
        one.window.close()
        one.window.deleteLater()


# Muscles


def test_that_each_place_is_named_tensed_and_let_go(led):
    here = led(SHORT)
    here.press("start")
    assert here.says("muscles.count") == "1 of 7"
    assert here.says("muscles.group") == "Both hands and arms"
    assert here.ring == ("Get ready", "4")
    here.wait(4)
    assert here.ring == ("Tense", "5")
    assert here.says("muscles.how") == "Fists and bent elbows."
    here.wait(5)
    assert here.ring == ("Let go", "15")
    assert here.says("muscles.how") == "Notice how that feels."
    here.wait(15)
    assert here.says("muscles.count") == "2 of 7"
    assert here.rung == [4, 9]


def test_that_a_screen_reader_says_each_stage_once(led, said):
    here = led(SHORT)
    here.press("start")
    here.wait(24)
    assert said == [
        "Both hands and arms. Fists and bent elbows.",
        "Tense, 5 seconds",
        "Let go",
        "Shoulders and neck. Shrug up.",
    ]
    assert here.find("ring").accessibleDescription() == "Get ready 4"


def test_that_a_pause_keeps_the_place(led):
    here = led(SHORT)
    here.press("start")
    here.wait(6)
    here.press("pause")
    assert here.ring == ("Paused", "3")
    here.clock.now += 60
    here.press("pause")
    assert here.ring == ("Tense", "3")
    here.wait(1)
    assert here.ring == ("Tense", "2")


def test_that_a_place_that_is_left_out_takes_no_time(led):
    here = led(SHORT)
    whole = here.guide.whole
    here.press("start")
    here.wait(6)
    here.press("muscles.skip")
    assert here.says("muscles.count") == "2 of 7"
    assert here.ring == ("Get ready", "4")
    assert here.guide.whole == whole - 18
    assert here.guide.seconds == 6


def test_that_all_of_it_is_kept_as_long_as_it_lasted(led):
    here = led(LONG)
    here.press("start")
    here.wait(576)
    assert here.is_over
    (practice,) = here.kept()
    assert (practice.skill, practice.seconds, practice.stopped) == (LONG, 576, False)


def test_that_leaving_out_every_place_ends_it(led):
    here = led(SHORT)
    here.press("start")
    here.wait(2)
    for _ in range(7):
        here.press("muscles.skip")
    assert here.is_over


def test_that_somebody_can_start_with_the_left_side(led):
    here = led(LONG)
    here.press("muscles.left")
    here.press("start")
    names = []
    for _ in range(16):
        names.append(here.says("muscles.group"))
        here.press("muscles.skip")
    assert names[:5] == [
        "Left hand and forearm",
        "Left upper arm",
        "Right hand and forearm",
        "Right upper arm",
        "Forehead",
    ]
    assert names[10:] == [
        *("Left thigh", "Left calf", "Left foot"),
        *("Right thigh", "Right calf", "Right foot"),
    ]


def test_that_the_side_is_remembered_for_the_next_time(led, home):
    here = led(LONG)
    here.press("muscles.left")
    home.wait()
    again = led(LONG)
    again.press("start")
    assert again.says("muscles.group") == "Left hand and forearm"


def test_that_a_side_that_is_chosen_meanwhile_is_for_the_next_time(led, home):
    here = led(LONG)
    assert here.find("muscles.later") is None
    here.press("start")
    here.press("choices")
    assert here.says("muscles.later") == "From the next time on."
    here.press("muscles.left")
    for _ in range(2):
        here.press("muscles.skip")
    assert here.says("muscles.group") == "Left hand and forearm"
    here.wait(1)
    here.press("stop")
    here.press("again")
    here.press("start")
    assert here.says("muscles.group") == "Left hand and forearm"
    here.press("muscles.skip")
    assert here.says("muscles.group") == "Left upper arm"


def test_that_a_side_that_was_chosen_last_is_taken_in_the_first_moment_only(led, home):
    here = led(LONG)
    here.press("start")
    here.guide._remember(left=True)
    assert here.says("muscles.group") == "Left hand and forearm"
    here.wait(5)
    here.guide._remember(left=False)
    assert here.says("muscles.group") == "Left hand and forearm"
    assert not here.guide._left.isChecked()


def test_that_the_short_form_has_no_sides_to_choose(led):
    assert led(SHORT).find("muscles.left") is None


# Steps


def test_that_steps_go_as_fast_as_somebody_likes(led):
    here = led(GROUNDING)
    here.press("start")
    assert here.says("steps.sentence") == "Name 5 things you can see."
    assert here.find("pause") is None
    here.wait(90)
    assert here.says("steps.count") == "Step 1 of 6"
    here.press("steps.next")
    assert here.says("steps.count") == "Step 2 of 6"
    here.press("steps.back")
    assert here.says("steps.count") == "Step 1 of 6"
    for _ in range(5):
        here.press("steps.next")
    assert here.says("steps.next") == "Done"
    here.press("steps.next")
    assert here.is_over
    (practice,) = here.kept()
    assert (practice.seconds, practice.stopped, practice.answers) == (90, False, ())


def test_that_lines_are_there_only_for_those_who_want_them(led):
    here = led(GROUNDING)
    here.press("start")
    assert here.find("lines.see") is None
    here.press("lines.open")
    here.write("lines.see", "The lamp")
    here.qtbot.keyClick(
        here.find("lines.see"), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
    )
    assert here.says("steps.count") == "Step 2 of 6"
    here.write("lines.touch", "The chair")
    here.press("lines.open")
    assert here.find("lines.touch") is None
    here.press("stop")
    (practice,) = here.kept()
    assert practice.answers == (("see", "The lamp"), ("touch", "The chair"))
    assert practice.stopped


@pytest.mark.parametrize("writes", [False, True])
@pytest.mark.parametrize("skill", [GROUNDING, PLACE, KIND])
def test_that_the_way_on_stays_where_it_is_from_step_to_step(led, skill, writes):
    here = led(skill)
    here.window.resize(520, 800)
    here.press("start")
    if writes:
        here.press("lines.open")
    here.person.wait()
    places = []
    while here.says("steps.next") == "Next":
        places.append(here.top("steps.next"))
        here.press("steps.next")
    places.append(here.top("steps.next"))
    assert len(places) >= 4
    assert len(set(places)) == 1


def test_that_many_lines_are_high_at_their_own_step_only(led):
    here = led(GROUNDING)
    here.press("start")
    here.press("lines.open")
    low = here.top("steps.next")
    here.find("lines.see").set_words("One\nTwo\nThree\nFour\nFive")
    here.person.wait()
    assert here.top("steps.next") > low
    here.press("steps.next")
    here.person.wait()
    assert here.top("steps.next") == low


def test_that_the_keyboard_goes_to_the_way_on_where_there_is_no_way_back(led):
    here = led(GROUNDING)
    here.press("start")
    here.press("steps.next")
    here.find("steps.back").setFocus()
    here.press("steps.back")
    assert here.find("steps.next").hasFocus()


def test_that_the_kind_sentence_is_there_when_it_is_to_be_said(led):
    here = led(KIND)
    here.press("start")
    here.press("lines.open")
    here.write("lines.hard", "This week")
    here.press("steps.next")
    assert here.find("lines") is None
    here.press("steps.next")
    here.write("lines.kind", "You are tired, that is all.")
    here.press("steps.next")
    assert here.says("lines.said") == "You are tired, that is all."


def test_that_a_calm_place_can_be_taken_again_with_its_word(led, home):
    here = led(PLACE)
    here.press("start")
    assert here.find("earlier") is None
    here.press("lines.open")
    here.write("lines.place", "The lake")
    here.press("steps.next")
    here.write("lines.see", "Reeds")
    for _ in range(3):
        here.press("steps.next")
    here.write("lines.word", "Still")
    here.press("stop")
    assert dict(here.kept()[0].answers) == {"place": "The lake", "see": "Reeds", "word": "Still"}

    again = led(PLACE)
    again.press("start")
    assert again.says("earlier1.words") == "The lake\nStill"
    again.press("earlier1.take")
    assert again.find("lines.place").words() == "The lake"
    assert again.find("earlier") is None
    for _ in range(5):
        again.press("steps.next")
    assert again.says("lines.said") == "Still"
    again.press("stop")
    assert dict(again.kept()[-1].answers) == {"place": "The lake", "word": "Still"}


SCRIPT = OwnSkill("The shore", "Eyes closed", ("Hear the water.", "Feel the stones."), minutes=1)


def test_that_a_script_of_ones_own_leads_by_itself_when_that_is_wanted(led, said):
    here = led(SCRIPT)
    here.press("steps.led")
    here.press("start")
    assert here.says("steps.sentence") == "Hear the water."
    assert here.guide.whole == 60
    here.wait(25)
    assert here.says("steps.soon") == "Goes on in 6 seconds"
    here.press("pause")
    here.clock.now += 100
    here.press("pause")
    assert here.says("steps.sentence") == "Hear the water."
    here.wait(5)
    assert here.says("steps.sentence") == "Feel the stones."
    here.wait(30)
    assert here.is_over
    assert not any("water" in words or "stones" in words for words in said)


def test_that_a_step_does_not_go_away_from_under_the_words(led):
    here = led(PLACE)
    here.press("steps.led")
    here.press("start")
    here.press("lines.open")
    here.wait(39)
    here.write("lines.place", "A")
    here.wait(39)
    assert here.says("steps.count") == "Step 1 of 6"
    here.wait(1)
    assert here.says("steps.count") == "Step 2 of 6"


# Minutes


def test_that_quiet_minutes_have_a_bell_at_both_ends_and_in_between_if_wanted(led):
    here = led(QUIET)
    here.find("timer.minutes").setValue(6)
    here.find("timer.bell").setCurrentIndex(2)
    here.press("start")
    assert here.ring == ("6 minutes left", "")
    here.wait(61)
    assert here.ring == ("5 minutes left", "")
    here.wait(300)
    assert here.is_over
    assert here.rung == [0, 120, 240, 360]
    (practice,) = here.kept()
    assert (practice.seconds, practice.stopped) == (360, False)


def test_that_minutes_can_be_changed_meanwhile_without_losing_the_place(led):
    here = led(QUIET)
    here.press("start")
    here.wait(120)
    here.press("choices")
    here.find("timer.minutes").setValue(3)
    assert here.ring == ("1 minute left", "")
    here.wait(60)
    assert here.is_over


def test_that_something_of_ones_own_takes_as_long_as_it_takes(led):
    here = led(OwnSkill("Walk to the canal"))
    assert here.find("timer.bell") is None
    here.press("start")
    assert here.ring == ("Begun", "")
    here.wait(150)
    assert here.ring == ("2 minutes", "")
    here.press("timer.done")
    assert here.is_over
    (practice,) = here.kept()
    assert (practice.seconds, practice.stopped) == (150, False)


def test_that_something_of_ones_own_can_have_an_end(led):
    here = led(OwnSkill("Walk to the canal", minutes=2))
    here.press("start")
    assert here.ring == ("2 minutes left", "")
    here.wait(120)
    assert here.is_over


# Cool, move, slow, release


def test_that_the_body_is_asked_about_once(led, home):
    here = led(COLD)
    here.press("start")
    assert here.says("gate.ask") == "Do any of these apply to you?"
    here.wait(20)
    assert here.find("pause") is None  # there is nothing to go on with before the answer
    assert here.find("readout") is None
    assert here.find("gate.some").hasFocus()  # the safe one, for whoever presses Enter twice
    assert here.guide.seconds == 0
    here.press("gate.none")
    assert here.says("cool.part").startswith("Cool")
    assert here.says("cool.count") == "1 of 4"
    assert here.find("cool.ready").hasFocus()
    assert "Cold" in here.says("caution")
    assert home.read(lambda journal: journal.toolkit.get().may_be_cold) is True
    again = led(COLD)
    again.press("start")
    assert again.says("cool.part").startswith("Cool")


def test_that_cold_and_exercise_are_left_out_for_who_is_not_sure(led, home):
    here = led(COLD)
    here.press("start")
    here.press("gate.some")
    assert here.says("cool.part").startswith("Slow")
    assert here.says("cool.count") == "1 of 2"
    assert "Cold" not in here.says("caution")
    assert "faint" in here.says("caution")
    assert here.find("pause") is not None
    assert home.read(lambda journal: journal.toolkit.get().may_be_cold) is False
    here.wait(125)
    assert here.says("cool.part").startswith("Release")
    here.wait(125)
    assert here.is_over


def test_that_the_cold_waits_until_somebody_is_ready_and_lasts_thirty_seconds(led, home):
    home.parts.tasks.write(
        lambda journal: journal.toolkit.keep(Toolkit(may_be_cold=True)), owner=home.window
    ).result(20)
    here = led(COLD)
    here.press("start")
    here.wait(60)
    assert here.guide.seconds == 0
    assert here.says("cool.ready") == "Begin: 30 seconds"
    here.press("cool.ready")
    here.wait(12)
    assert here.ring == ("Left", "18")
    here.press("pause")
    assert here.ring == ("Paused", "18")
    here.press("pause")
    here.wait(18)
    assert here.says("cool.part").startswith("Move")
    assert here.says("cool.ready") == "Begin: 3 minutes"
    here.press("cool.skip")
    assert here.says("cool.part").startswith("Slow")
    here.wait(5)
    here.press("cool.skip")
    assert here.says("cool.part").startswith("Release")
    here.press("cool.skip")
    assert here.is_over
    (practice,) = here.kept()
    assert (practice.seconds, practice.stopped) == (35, False)


def test_that_another_answer_in_the_middle_takes_the_cold_away_at_once(led, home):
    here = led(COLD)
    here.press("start")
    here.press("gate.none")
    here.press("cool.ready")
    here.wait(10)
    here.press("choices")
    here.press("cool.again")
    assert here.find("ring") is None
    assert not here.guide.is_running
    here.press("gate.some")
    assert here.says("cool.part").startswith("Slow")
    assert home.read(lambda journal: journal.toolkit.get().may_be_cold) is False


def test_that_being_asked_again_changes_nothing_until_it_is_answered(led, home):
    home.parts.tasks.write(
        lambda journal: journal.toolkit.keep(Toolkit(may_be_cold=False)), owner=home.window
    ).result(20)
    here = led(COLD)
    assert here.says("cool.without") == "Without the cold and the exercise."
    here.press("cool.again")
    assert home.read(lambda journal: journal.toolkit.get().may_be_cold) is False
    here.press("start")
    assert here.find("gate.none") is not None


@pytest.mark.parametrize("skill", [SHORT, GROUNDING, PLACE, QUIET, COLD])
def test_that_every_control_is_named_and_reached_by_tab(led, qtbot, skill):
    here = led(skill)
    assert_all_named(here.player)
    here.press("start")
    assert_all_named(here.player)
    assert_tab_walks_through(here.window, qtbot)
