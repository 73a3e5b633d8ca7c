"""Riding out an urge, as somebody does it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QPushButton, QTableWidget, QVBoxLayout, QWidget

from resilience_desktop import content
from resilience_desktop.domain.practice import Rating as Rated
from resilience_desktop.services.practices import PracticeBook
from resilience_desktop.ui.toolkit.player import Player
from resilience_desktop.ui.toolkit.wave_guide import WaveGuide
from resilience_desktop.ui.toolkit.wave_picture import WavePicture, smooth
from resilience_desktop.ui.widgets.labels import Label
from resilience_desktop.ui.widgets.line_field import LineField
from resilience_desktop.ui.widgets.rating_slider import RatingSlider
from resilience_desktop.ui.widgets.stopwatch import LONGEST_GAP, Stopwatch
from resilience_desktop.ui.widgets.words_edit import WordsEdit

SKILL = "urge_wave"
QUESTION = "How strong is the urge now?"


class Riding:
    """Somebody with an urge, whose clock a test turns."""

    def __init__(self, person, qtbot, clock):
        self.person, self.qtbot, self.clock = person, qtbot, clock
        self.window = QWidget()
        self.window.resize(900, 900)
        self.player = Player(person.window.context, content.skill(SKILL), clock=clock)
        QVBoxLayout(self.window).addWidget(self.player)
        with qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()
        person.wait()
        self.guide = self.player.findChild(WaveGuide)
        self.rung = []
        self.guide.turned.connect(lambda: self.rung.append(self.guide.seconds))

    def find(self, name, kind=QWidget):
        found = [one for one in self.player.findChildren(kind, name) if one.isVisible()]
        return found[-1] if found else None

    def press(self, name):
        button = self.find(name, QPushButton)
        assert button is not None, name
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        self.person.wait()

    def line(self):
        return self.find("wave.line", Label).text()

    def wait(self, seconds):
        """Let time pass, looked at often enough."""
        watch = self.guide.findChild(Stopwatch)
        while seconds > 0:
            self.clock.now += min(seconds, LONGEST_GAP)
            seconds -= LONGEST_GAP
            watch._look()

    def rate(self, strength):
        self.find("wave.rating.slider", RatingSlider).chosen.emit(strength)

    def kept(self):
        self.player.save_now()
        self.person.wait()
        return self.person.read(lambda journal: journal.practices.of(SKILL))


@pytest.fixture
def riding(home, qtbot, clock):
    made = Riding(home, qtbot, clock)
    yield made
    made.player.save_now()
    home.wait()
    made.window.close()
    made.window.deleteLater()


def test_that_it_asks_at_once_and_every_two_minutes(riding):
    riding.press("toolkit.start")
    assert riding.line() == QUESTION
    riding.wait(4)
    riding.rate(70)
    assert riding.line() == "Does it grow, shift or fade? Breathe with it."
    riding.wait(115)
    assert riding.rung == []
    riding.wait(10)
    assert riding.line() == QUESTION
    assert riding.rung == [pytest.approx(124, abs=5)]
    assert riding.find("wave.rating.slider").accessibleDescription() == "not set, 0 to 100"


def test_that_somebody_says_how_often_and_that_is_remembered(riding, home, qtbot, clock):
    riding.press("toolkit.start")
    riding.press("toolkit.choices")
    riding.qtbot.mouseClick(riding.find("wave.minutes.5"), Qt.MouseButton.LeftButton)
    riding.wait(290)
    assert riding.rung == []
    riding.wait(15)
    assert len(riding.rung) == 1
    home.wait()
    again = Riding(home, qtbot, clock)
    again.press("toolkit.start")
    again.wait(290)
    assert again.rung == []
    again.window.close()


def test_that_what_was_said_is_kept_with_its_times_and_a_missing_answer_is_no_point(riding):
    riding.press("toolkit.start")
    riding.find("wave.urge", LineField).setText("Checking the phone")
    riding.wait(5)
    riding.rate(60)
    riding.wait(125)  # asked, and not answered
    riding.wait(125)
    riding.rate(80)
    (kept,) = riding.kept()
    assert [one.strength for one in kept.wave] == [60, 80]
    assert kept.wave[0] == Rated(5, 60)
    assert 250 <= kept.wave[1].seconds <= 260
    assert kept.answers == (("urge", "Checking the phone"),)
    riding.press("toolkit.stop")
    assert riding.kept()[0].stopped


def strengths(riding):
    return [one.strength for one in riding.guide.wave()]


def test_that_the_peak_is_not_lost_when_somebody_rates_again_before_the_next_question(riding):
    riding.press("toolkit.start")
    riding.wait(22)
    for strength in (80, 60, 45):
        riding.rate(strength)
        riding.wait(20)
    assert riding.rung == []
    riding.press("toolkit.stop")
    assert [one.strength for one in riding.kept()[0].wave] == [80, 60, 45]
    assert "at 80 of 100" in riding.find("wave.summary", Label).text()


def test_that_a_number_on_its_way_is_one_rating(riding):
    riding.press("toolkit.start")
    riding.wait(5)
    for strength in range(40, 71):
        riding.rate(strength)
        riding.wait(0.25)
    assert strengths(riding) == [70]


def test_that_time_away_makes_no_rating_a_new_one(riding):
    riding.press("toolkit.start")
    riding.wait(5)
    riding.rate(80)
    riding.wait(10)
    riding.window.hide()
    riding.clock.now += 600
    riding.window.show()
    riding.rate(75)
    assert strengths(riding) == [75]
    riding.press("toolkit.pause")
    riding.wait(10)
    riding.rate(60)
    assert strengths(riding) == [75, 60]


def test_that_enter_lets_a_number_stand(riding, qtbot):
    riding.press("toolkit.start")
    riding.wait(5)
    number = riding.find("wave.rating.number")
    number.setFocus()
    for typed in ("80", "60"):
        qtbot.keyClicks(number, typed)
        qtbot.keyClick(number, Qt.Key.Key_Return)
        riding.wait(2)
    assert strengths(riding) == [80, 60]
    riding.press("wave.clear")
    assert strengths(riding) == [80]


def test_that_a_number_taken_back_is_no_rating(riding):
    riding.press("toolkit.start")
    riding.wait(5)
    riding.rate(60)
    riding.press("wave.clear")
    assert riding.guide.wave() == ()
    assert riding.line() == QUESTION


def test_that_after_twenty_minutes_somebody_says_whether_to_go_on(riding):
    riding.press("toolkit.start")
    riding.wait(1200)
    assert not riding.guide.is_running
    assert riding.line() == "20 minutes are over. You can go on or stop."
    riding.press("toolkit.pause")
    assert riding.guide.is_running
    riding.wait(60)
    assert riding.guide.seconds == pytest.approx(1260)
    assert riding.guide.whole == 2400
    riding.wait(1140)
    riding.press("toolkit.stop")
    (kept,) = riding.kept()
    assert kept.seconds == 2400
    assert not kept.stopped


def test_that_the_wave_is_seen_afterwards_and_what_happened_instead_is_kept(riding):
    riding.press("toolkit.start")
    for strength in (60, 80, 40):
        riding.wait(5)
        riding.rate(strength)
        riding.wait(125)
    riding.press("toolkit.stop")
    assert riding.find("wave.summary", Label).text() == (
        "It was strongest after 2 minutes, at 80 of 100. "
        "2 minutes later you rated it at half of that or less."
    )
    assert riding.find("wave.after.below", Label).text() == content.skill(SKILL).fact
    riding.find("wave.instead", WordsEdit).setPlainText("Made tea.")
    (kept,) = riding.kept()
    assert kept.answers == (("instead", "Made tea."),)
    assert [one.strength for one in kept.wave] == [60, 80, 40]


def test_that_nothing_is_shown_of_a_wave_nobody_rated(riding):
    riding.press("toolkit.start")
    riding.wait(30)
    riding.press("toolkit.stop")
    assert riding.find("wave.summary") is None
    assert riding.find("wave.after.picture") is None
    assert riding.find("wave.instead") is not None


def test_that_once_more_begins_with_an_empty_wave(riding):
    riding.press("toolkit.start")
    riding.find("wave.urge", LineField).setText("Checking the phone")
    riding.wait(5)
    riding.rate(60)
    riding.press("toolkit.stop")
    riding.press("toolkit.again")
    riding.press("toolkit.start")
    assert riding.guide.wave() == riding.guide.answers() == ()
    riding.wait(5)
    riding.rate(20)
    first, second = riding.kept()
    assert [one.strength for one in first.wave] == [60]
    assert [one.strength for one in second.wave] == [20]


def test_that_earlier_waves_can_be_looked_at(riding):
    assert riding.find("wave.earlier") is None
    riding.press("toolkit.start")
    riding.find("wave.urge", LineField).setText("Checking the phone")
    for strength in (80, 30):
        riding.wait(5)
        riding.rate(strength)
        riding.wait(125)
    riding.press("toolkit.stop")
    riding.press("toolkit.again")
    riding.press("wave.earlier")
    rows = riding.find("wave.earlier.list", QTableWidget)
    assert rows.rowCount() == 1
    assert [rows.item(0, column).text() for column in (1, 2)] == ["80", "2 minutes"]
    assert riding.find("wave.earlier.picture") is None
    rows.selectRow(0)
    assert riding.find("wave.earlier.picture", WavePicture).accessibleDescription().count(";") == 1
    assert riding.find("wave.earlier.words", Label).text() == "Checking the phone"
    riding.press("wave.earlier")
    assert riding.find("wave.earlier.picture") is None


def test_that_the_wave_that_is_ridden_out_now_is_no_earlier_one(riding):
    riding.press("toolkit.start")
    riding.wait(5)
    riding.rate(80)
    riding.kept()
    riding.press("toolkit.choices")
    assert riding.find("wave.earlier") is None
    riding.press("toolkit.stop")
    riding.kept()
    riding.press("toolkit.again")
    assert riding.find("wave.earlier") is not None


def test_that_choosing_how_often_is_no_trouble_where_the_disk_is_full(riding, monkeypatch):
    from resilience_desktop.errors import NotWrittenError
    from resilience_desktop.services.remembered import Remembered

    def fail(*_):
        raise NotWrittenError

    monkeypatch.setattr(Remembered, "keep_wave_minutes", fail)
    riding.qtbot.mouseClick(riding.find("wave.minutes.3"), Qt.MouseButton.LeftButton)
    riding.person.wait()
    riding.press("toolkit.start")
    assert riding.line() == QUESTION


def test_that_nothing_is_lost_while_the_disk_is_full(riding, monkeypatch):
    from resilience_desktop.errors import NotWrittenError

    usual = PracticeBook.keep

    def fail(*_):
        raise NotWrittenError

    monkeypatch.setattr(PracticeBook, "keep", fail)
    riding.press("toolkit.start")
    riding.wait(5)
    riding.rate(60)
    riding.press("toolkit.stop")
    monkeypatch.setattr(PracticeBook, "keep", usual)
    assert [one.strength for one in riding.kept()[0].wave] == [60]


# The picture


def test_that_a_screen_reader_is_told_every_rating(look, qtbot):
    picture = WavePicture(look, name="wave.picture")
    qtbot.addWidget(picture)
    interface = QAccessible.queryAccessibleInterface(picture)
    assert interface.role() == QAccessible.Role.Graphic
    assert picture.accessibleDescription() == "not rated yet"
    picture.show_wave((Rated(2, 70), Rated(125, 35)))
    assert picture.accessibleName() == "How strong the urge was"
    assert picture.accessibleDescription() == "0:02, 70 of 100; 2:05, 35 of 100"


@pytest.mark.parametrize("size", [100, 200])
def test_that_the_picture_has_a_dot_for_each_rating_and_none_without(look, qtbot, size):
    look.set_text_size(size)
    picture = WavePicture(look, name="wave.picture")
    qtbot.addWidget(picture)
    picture.resize(600, 300)

    def colours():
        shown = picture.grab().toImage()
        accent = look.color("accent").name()
        return sum(shown.pixelColor(x, y).name() == accent for x in range(600) for y in range(300))

    assert colours() == 0
    picture.show_wave((Rated(60, 50),))
    one = colours()
    assert one > 30
    picture.show_wave((Rated(60, 50), Rated(300, 90), Rated(900, 10)), until=1200)
    assert colours() > 2.5 * one


@pytest.mark.parametrize(
    "heights", [(0, 9, 3, 3, 8), (5, 5, 5), (0, 1, 100, 101), (9, 4), (7, 0, 0, 9, 0)]
)
def test_that_the_line_never_goes_beyond_two_neighbours(heights):
    points = [QPointF(place * 10.0, float(height)) for place, height in enumerate(heights)]
    path = smooth(points)
    for place in range(401):
        at = path.pointAtPercent(place / 400)
        for one, two in pairwise(points):
            if one.x() <= at.x() <= two.x():
                low, high = sorted((one.y(), two.y()))
                assert low - 1e-6 <= at.y() <= high + 1e-6


def test_that_two_ratings_at_one_moment_can_be_drawn():
    path = smooth([QPointF(0, 1), QPointF(0, 5), QPointF(4, 2)])
    assert path.currentPosition() == QPointF(4, 2)
