"""The toolkit in a small window: one key from anywhere, one more to begin."""

from __future__ import annotations

from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMenu

from resilience_desktop.domain.toolkit import Comfort, OwnSkill, Toolkit
from resilience_desktop.ui.toolkit.player import Player

from .test_toolkit_page import FOUR, find, keep

CANAL = OwnSkill("Walk to the canal", id=FOUR[3])
COMFORTS = (
    (Comfort.SOOTHE, "The blue blanket"),
    (Comfort.DISTRACT, "A crossword"),
    (Comfort.ACCEPT, "It may be here."),
)


@pytest.fixture
def ready(home):
    keep(home, Toolkit(chosen=FOUR, comforts=COMFORTS), CANAL)
    return home


def words(widget):
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


@pytest.mark.parametrize("where", ["journal", "thoughts", "charts", "toolkit", "share"])
def test_that_one_key_opens_it_from_every_page(ready, where):
    ready.go(where)
    ready.qtbot.keyClick(ready.window.focusWidget() or ready.window, Qt.Key.Key_F2)
    assert ready.find("toolkit.hand")
    ready.wait_for(find(ready, "toolkit.hand.1").hasFocus)


def test_that_it_opens_at_once_while_the_journal_is_busy(ready):
    is_open = Event()
    ready.parts.tasks.read(lambda _: is_open.wait(60), lambda _: None, owner=ready.window)
    ready.window.show_toolkit()
    assert find(ready, "toolkit.hand.1").accessibleName().startswith("Slow breathing")
    is_open.set()
    ready.wait()


def test_that_enter_begins_the_first_at_once(ready):
    ready.key(Qt.Key.Key_F2)
    ready.key(Qt.Key.Key_Return)
    assert find(ready, "toolkit.player").is_going
    assert find(ready, "toolkit.player").skill.id == "slow_breathing"


def test_that_a_number_begins_that_one(ready):
    ready.key(Qt.Key.Key_F2)
    ready.key(Qt.Key.Key_2)
    assert find(ready, "toolkit.player").skill.id == "grounding_54321"


def test_that_a_number_without_a_skill_does_nothing(ready):
    ready.key(Qt.Key.Key_F2)
    for key in (Qt.Key.Key_5, Qt.Key.Key_0, Qt.Key.Key_X):
        ready.key(key)
    assert ready.find("toolkit.hand")
    assert ready.find("toolkit.player") is None


def test_that_things_that_help_and_help_now_are_there(ready):
    ready.key(Qt.Key.Key_F2)
    said = words(find(ready, "toolkit.hand"))
    assert all(thing in said for _, thing in COMFORTS)
    find(ready, "toolkit.hand.help_now").click()
    ready.wait()
    assert ready.find("help")


def test_that_it_opens_over_a_dialog_and_leaves_it_as_it_was(ready):
    ready.window.dialogs.show_settings()
    ready.wait()
    settings = find(ready, "settings")
    ready.key(Qt.Key.Key_F2)
    assert ready.find("toolkit.hand")
    ready.key(Qt.Key.Key_Escape)
    assert ready.find("toolkit.hand") is None
    assert settings.isVisible()


def test_that_the_key_opens_no_second_one(ready):
    ready.key(Qt.Key.Key_F2)
    ready.key(Qt.Key.Key_F2)
    assert len(ready.window.findChildren(QDialog, "toolkit.hand")) == 1


def test_that_the_key_opens_it_over_help_now_also_where_help_was_opened_from_it(ready):
    ready.key(Qt.Key.Key_F2)
    ready.key(Qt.Key.Key_F1)
    help_now = find(ready, "help")
    ready.key(Qt.Key.Key_F2)
    top = QApplication.activeModalWidget()
    assert top.objectName() == "toolkit.hand"
    ready.key(Qt.Key.Key_Escape)
    assert help_now.isVisible()


def test_that_a_few_are_there_before_anybody_chose(home):
    home.key(Qt.Key.Key_F2)
    assert home.find("toolkit.hand.usual")
    assert find(home, "toolkit.hand.3")


def test_that_what_is_written_in_opens_on_its_page(home):
    keep(home, Toolkit(chosen=("problem_solving",)))
    home.key(Qt.Key.Key_F2)
    home.key(Qt.Key.Key_1)
    assert home.find("toolkit.hand") is None
    assert home.see("sheet_pane").isVisible()


def test_that_the_page_can_be_opened_from_it(ready):
    ready.key(Qt.Key.Key_F2)
    find(ready, "toolkit.hand.page").click()
    ready.wait()
    assert ready.find("toolkit.overview")


def test_that_a_change_is_seen_the_next_time(ready):
    keep(ready, Toolkit(chosen=("box_breathing",)))
    ready.key(Qt.Key.Key_F2)
    assert find(ready, "toolkit.hand.1").accessibleName().startswith("Box breathing")
    assert ready.find("toolkit.hand.2") is None


def test_that_what_runs_on_the_page_waits_for_it(ready):
    ready.window.navigator.open_skill("slow_breathing")
    ready.wait()
    before = find(ready, "toolkit.player")
    before.begin_at_once()
    ready.key(Qt.Key.Key_F2)
    ready.key(Qt.Key.Key_1)
    assert find(ready, "toolkit.hand").findChild(Player).is_leading
    assert before.is_going
    assert not before.is_leading


# In a low window


@pytest.fixture
def low(ready):
    """Somebody with a low window and large words."""
    ready.parts.look.set_text_size(150)
    ready.window.resize(900, 600)
    ready.wait()
    return ready


def begin(person, skill):
    keep(person, Toolkit(chosen=(skill,)))
    person.key(Qt.Key.Key_F2)
    person.key(Qt.Key.Key_1)
    person.wait()
    assert find(person, "toolkit.player").is_going


def is_whole(person, name):
    def seen():
        part = find(person, name)
        return part.visibleRegion().boundingRect() == part.rect()

    person.wait_for(seen)
    return True


@pytest.mark.parametrize("skill", ["grounding_54321", "calm_place", "self_kindness"])
def test_that_the_way_on_is_in_view_in_a_low_window_also_where_somebody_writes(low, skill):
    begin(low, skill)
    assert is_whole(low, "toolkit.steps.next")
    hand = find(low, "toolkit.hand")
    with low.qtbot.waitActive(hand):
        hand.activateWindow()
    opener = find(low, "toolkit.lines.open")
    opener.setFocus()
    opener.click()
    low.wait()
    assert hand.focusWidget().objectName().startswith("toolkit.lines.")
    for _ in range(2):
        low.qtbot.keyClick(
            hand.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
        )
        low.wait()
        assert hand.focusWidget() is find(low, "toolkit.steps.next")
        assert is_whole(low, "toolkit.steps.next")
        assert is_whole(low, "toolkit.steps.sentence")


def test_that_what_leads_through_the_muscles_is_in_view_in_a_low_window(low):
    begin(low, "muscles_long")
    for part in ("group", "how", "skip"):
        assert is_whole(low, f"toolkit.muscles.{part}")
    assert is_whole(low, "toolkit.ring")


# What it is called


def test_that_the_skill_is_named_once_whatever_the_height(ready):
    def named():
        said = words(find(ready, "toolkit.hand")).split("\n")
        assert "My toolkit" not in said
        return said.count("5-4-3-2-1 grounding")

    ready.key(Qt.Key.Key_F2)
    assert "My toolkit" in words(find(ready, "toolkit.hand"))
    ready.key(Qt.Key.Key_2)
    ready.wait()
    hand = find(ready, "toolkit.hand")
    for height in (500, 900, 500):
        hand.resize(hand.width(), height)
        ready.wait()
        assert named() == 1
        title = ready.find("toolkit.hand.title")
        assert (title is not None and title.isVisible()) == (height == 500)
    find(ready, "toolkit.stop").click()
    ready.wait()
    assert named() == 1
    assert hand.windowTitle() == "My toolkit"


def test_that_a_name_of_ones_own_is_shown_as_it_was_written(ready):
    keep(ready, Toolkit(chosen=(CANAL.id,)), OwnSkill("<b>Walk</b> & talk", id=CANAL.id))
    ready.key(Qt.Key.Key_F2)
    ready.key(Qt.Key.Key_1)
    ready.wait()
    hand = find(ready, "toolkit.hand")
    hand.resize(hand.width(), 500)
    ready.wait()
    assert find(ready, "toolkit.hand.title").text() == "<b>Walk</b> & talk"
    assert find(ready, "toolkit.hand.title").textFormat() == Qt.TextFormat.PlainText


# Help now


def test_that_help_now_has_the_toolkit_and_something_of_each_kind(ready):
    ready.window.show_help()
    ready.wait()
    said = words(find(ready, "help.toolkit"))
    assert all(thing in said for _, thing in COMFORTS)
    assert find(ready, "help.toolkit.4").text() == "Walk to the canal"


def test_that_a_skill_begins_over_help_now(ready):
    ready.window.show_help()
    ready.wait()
    find(ready, "help.toolkit.1").click()
    ready.wait()
    assert find(ready, "toolkit.player").is_going
    assert find(ready, "help").isVisible()


def test_that_what_is_written_in_leads_from_help_now_to_its_page(home):
    keep(home, Toolkit(chosen=("worry_time",), gone_on=("worry_time",)))
    home.window.show_help()
    home.wait()
    find(home, "help.toolkit.1").click()
    home.wait()
    assert home.find("help") is None
    assert home.window.page("toolkit").side.skill == "worry_time"


def test_that_help_now_is_as_before_while_nothing_was_chosen(home):
    home.window.show_help()
    home.wait()
    assert home.find("help.toolkit") is None


def test_that_the_menu_leads_to_it(ready):
    ready.window.findChild(QMenu, "menu").toolkit_requested.emit()
    ready.wait()
    assert ready.find("toolkit.hand")
