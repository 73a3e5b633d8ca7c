"""The Toolkit page: what there is to do, what is at hand, and where somebody is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from resilience_desktop.domain.toolkit import Comfort, OwnSkill, Stage, Toolkit

CANAL = OwnSkill("Walk to the canal")
FOUR = ("slow_breathing", "grounding_54321", "self_kindness", CANAL.id)
FIVE = (*FOUR, "urge_wave")


def keep(person, toolkit, *own):
    def write(journal):
        changes = journal.toolkit.keep(toolkit)
        for skill in own:
            changes |= journal.toolkit.keep_skill(skill)
        return changes

    person.parts.tasks.write(write, owner=person.window).result(20)
    person.wait()


def kept(person):
    return person.read(lambda journal: journal.toolkit.get())


@pytest.fixture
def toolkit(home):
    """Somebody with four skills in their toolkit, on the Toolkit page."""
    keep(home, Toolkit(chosen=FOUR, stage=Stage.SETTLE), CANAL)
    home.go("toolkit")
    return home


def find(person, name):
    """Return what can be seen somewhere, once it is there."""
    person.wait_for(lambda: person.find(name) is not None)
    return person.find(name)


def page(person):
    return person.window.page("toolkit")


def rows(person):
    return [row.label for row in person.see("toolkit.list").rows.rows()]


def open_row(person, label):
    view = person.see("toolkit.list")
    row = next(row for row in view.rows.rows() if row.label == label)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    view.setCurrentIndex(view.rows.index_of(row.id))
    person.key(Qt.Key.Key_Return)


def choose_from_menu(person, name):
    person.press("toolkit.more")
    menu = QApplication.activePopupWidget()
    menu.findChild(QAction, f"toolkit.skill_menu.{name}").trigger()
    menu.close()
    person.wait()


# The list


def test_that_the_chosen_come_first_in_their_order(toolkit):
    assert rows(toolkit)[:4] == [
        "Slow breathing",
        "5-4-3-2-1 grounding",
        "Self-kindness break",
        "Walk to the canal",
    ]


def test_that_nothing_but_the_list_takes_the_arrows(toolkit):
    view = toolkit.see("toolkit.list")
    assert view.hasFocus()
    toolkit.key(Qt.Key.Key_Down)
    assert view.hasFocus()
    assert not page(toolkit).side.skill


def test_that_enter_opens_a_skill_and_the_list_shows_which(toolkit):
    open_row(toolkit, "Slow breathing")
    assert page(toolkit).side.skill == "slow_breathing"
    assert toolkit.see("toolkit.list").is_open("slow_breathing")


def test_that_escape_goes_back_to_the_list(toolkit):
    open_row(toolkit, "What soothes me")
    assert toolkit.find("toolkit.comforts")
    toolkit.key(Qt.Key.Key_Escape)
    assert toolkit.find("toolkit.comforts") is None
    assert toolkit.see("toolkit.list").hasFocus()


def test_that_a_row_says_how_long_it_takes(toolkit):
    spoken = [row.spoken() for row in toolkit.see("toolkit.list").rows.rows()]
    assert "Slow breathing, 5 min" in spoken
    assert "Walk to the canal, own" in spoken


def test_that_in_a_narrow_window_the_list_comes_first_and_there_is_a_way_back(toolkit):
    toolkit.window.resize(900, 600)
    toolkit.parts.look.set_text_size(150)
    toolkit.wait()
    assert toolkit.find("toolkit.overview") is None
    open_row(toolkit, "What soothes me")
    assert toolkit.find("toolkit.list") is None
    toolkit.press("toolkit.back")
    assert toolkit.see("toolkit.list").hasFocus()
    assert toolkit.find("toolkit.comforts") is None


# Choosing


def test_that_a_tick_puts_a_skill_last_and_taking_it_away_takes_it_out(toolkit):
    toolkit.press("toolkit.change_toolkit")
    find(toolkit, "toolkit.tick.box_breathing").click()
    toolkit.wait()
    assert kept(toolkit).chosen == (*FOUR, "box_breathing")
    find(toolkit, "toolkit.tick.slow_breathing").click()
    toolkit.wait()
    assert kept(toolkit).chosen == (*FOUR[1:], "box_breathing")
    assert rows(toolkit)[0] == "5-4-3-2-1 grounding"


def test_that_a_sixth_asks_which_one_makes_room_and_takes_its_place(toolkit):
    keep(toolkit, Toolkit(chosen=FIVE))
    toolkit.press("toolkit.change_toolkit")
    box = find(toolkit, "toolkit.tick.box_breathing")
    box.click()
    toolkit.wait()
    assert not box.isChecked()
    assert kept(toolkit).chosen == FIVE
    find(toolkit, "toolkit.swap.2").click()
    toolkit.wait()
    assert kept(toolkit).chosen == (FIVE[0], "box_breathing", *FIVE[2:])
    assert box.isChecked()
    assert not find(toolkit, "toolkit.tick.grounding_54321").isChecked()


@pytest.mark.parametrize("how", ["leave", "escape"])
def test_that_a_sixth_can_be_left_out_again(toolkit, how):
    keep(toolkit, Toolkit(chosen=FIVE))
    toolkit.press("toolkit.change_toolkit")
    find(toolkit, "toolkit.tick.box_breathing").click()
    toolkit.wait()
    if how == "leave":
        find(toolkit, "toolkit.swap.leave").click()
    else:
        toolkit.key(Qt.Key.Key_Escape)
    toolkit.wait()
    assert kept(toolkit).chosen == FIVE
    assert toolkit.find("toolkit.change")


def test_that_keys_move_a_skill_and_stay_with_it(toolkit):
    toolkit.press("toolkit.change_toolkit")
    find(toolkit, "toolkit.order.slow_breathing.down").setFocus()
    toolkit.key(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    toolkit.key(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert kept(toolkit).chosen == (FOUR[1], FOUR[2], "slow_breathing", FOUR[3])
    assert QApplication.focusWidget().objectName() == "toolkit.order.slow_breathing.down"
    for _ in range(5):  # past the top it stays there
        toolkit.key(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert kept(toolkit).chosen == FOUR
    assert QApplication.focusWidget().objectName() == "toolkit.order.slow_breathing.down"


def test_that_the_menu_puts_a_skill_in_and_undo_takes_it_out(toolkit):
    open_row(toolkit, "Box breathing")
    choose_from_menu(toolkit, "in")
    assert kept(toolkit).chosen == (*FOUR, "box_breathing")
    toolkit.shortcut(Qt.Key.Key_Z)
    assert kept(toolkit).chosen == FOUR


def test_that_the_menu_of_a_full_toolkit_asks_which_one_makes_room(toolkit):
    keep(toolkit, Toolkit(chosen=FIVE))
    open_row(toolkit, "Box breathing")
    choose_from_menu(toolkit, "in")
    assert kept(toolkit).chosen == FIVE
    find(toolkit, "toolkit.swap.5").click()
    toolkit.wait()
    assert kept(toolkit).chosen == (*FOUR, "box_breathing")
    toolkit.shortcut(Qt.Key.Key_Z)
    assert kept(toolkit).chosen == FIVE


def test_that_the_menu_key_opens_the_menu_of_the_row(toolkit):
    view = toolkit.see("toolkit.list")
    asked = []
    view.skill_menu_requested.connect(lambda skill, _at: asked.append(skill))
    view.setCurrentIndex(view.rows.index_of("self_kindness"))
    toolkit.qtbot.keyClick(view, Qt.Key.Key_Menu)
    page(toolkit).list.skill_menu_requested.emit("self_kindness", view.mapToGlobal(view.pos()))
    menu = QApplication.activePopupWidget()
    assert menu.findChild(QAction, "toolkit.skill_menu.out")
    menu.close()
    toolkit.wait()


# What comes by itself


def test_that_what_comes_by_itself_leaves_the_toolkit_when_somebody_agrees(toolkit):
    open_row(toolkit, "Slow breathing")
    choose_from_menu(toolkit, "by_itself")
    assert kept(toolkit).automatic == ("slow_breathing",)
    assert "slow_breathing" in kept(toolkit).chosen
    find(toolkit, "toolkit.by_itself.yes").click()
    toolkit.wait()
    assert kept(toolkit).chosen == FOUR[1:]
    toolkit.shortcut(Qt.Key.Key_Z)
    assert kept(toolkit).chosen == FOUR


def test_that_it_stays_when_somebody_does_not_agree_and_can_be_taken_back(toolkit):
    open_row(toolkit, "Slow breathing")
    choose_from_menu(toolkit, "by_itself")
    find(toolkit, "toolkit.by_itself.cancel").click()
    toolkit.wait()
    assert kept(toolkit).chosen == FOUR
    choose_from_menu(toolkit, "not_by_itself")
    assert kept(toolkit).automatic == ()


def test_that_room_for_something_new_is_said_quietly(toolkit):
    keep(toolkit, Toolkit(chosen=FOUR, automatic=("box_breathing",)))
    toolkit.see("toolkit.list").overview_opened.emit()
    assert "room" in toolkit.see("toolkit.hint").text()
    toolkit.press("toolkit.choose")
    assert toolkit.find("toolkit.change")


# Stages


def test_that_a_skill_of_a_later_stage_says_why_it_may_wait_and_is_never_locked(toolkit):
    open_row(toolkit, "What matters to me")
    assert toolkit.see("toolkit.note.why").text().startswith("It is easier once")
    toolkit.press("toolkit.note.go_on")
    assert kept(toolkit).gone_on == ("values_check",)
    assert toolkit.find("toolkit.note") is None
    assert page(toolkit).side.skill == "values_check"


def test_that_before_a_stage_was_chosen_the_skill_is_open_below_the_note(toolkit):
    keep(toolkit, Toolkit(chosen=FOUR))
    open_row(toolkit, "What matters to me")
    assert toolkit.see("toolkit.hint.why").text().startswith("It is easier once")
    assert toolkit.find("toolkit.note") is None
    pane = toolkit.see("sheet_pane")
    assert pane.isAncestorOf(toolkit.window.focusWidget())
    toolkit.press("toolkit.hint.away")
    assert kept(toolkit).gone_on == ("values_check",)
    assert toolkit.find("toolkit.hint") is None
    assert toolkit.find("sheet_pane") is pane
    open_row(toolkit, "Slow breathing")
    assert toolkit.find("toolkit.hint") is None


def test_that_going_on_is_listed_and_the_note_can_be_brought_back(toolkit):
    keep(toolkit, Toolkit(chosen=FOUR, gone_on=("values_check",)))
    open_row(toolkit, "Overview")
    toolkit.press("toolkit.again.1")
    assert kept(toolkit).gone_on == ()
    assert toolkit.find("toolkit.again.1") is None


def test_that_where_somebody_is_can_be_changed_and_opens_what_is_there(toolkit):
    open_row(toolkit, "Overview")
    box = toolkit.see("toolkit.stage")
    box.setCurrentIndex(box.findData("grow"))
    box.activated.emit(box.currentIndex())
    toolkit.wait()
    assert kept(toolkit).stage is Stage.GROW
    open_row(toolkit, "What matters to me")
    assert toolkit.find("toolkit.note") is None


def test_that_the_note_leads_to_where_somebody_is(toolkit):
    open_row(toolkit, "What matters to me")
    toolkit.press("toolkit.note.stages")
    assert toolkit.see("toolkit.stage").hasFocus()


# Things that help


def test_that_things_that_help_are_saved_as_they_are_typed(toolkit):
    open_row(toolkit, "What takes my mind off it")
    toolkit.press("toolkit.distract.add")
    toolkit.write("toolkit.distract.1", "A crossword")
    toolkit.wait_for(lambda: kept(toolkit).of_kind(Comfort.DISTRACT) == ("A crossword",))
    assert kept(toolkit).chosen == FOUR


def test_that_a_thing_that_was_being_typed_is_there_after_another_page(toolkit):
    open_row(toolkit, "What soothes me")
    toolkit.press("toolkit.soothe.add")
    toolkit.write("toolkit.soothe.1", "The blue blanket")
    toolkit.go("journal")
    toolkit.wait()
    assert kept(toolkit).of_kind(Comfort.SOOTHE) == ("The blue blanket",)
    toolkit.go("toolkit")
    assert toolkit.see("toolkit.soothe.1").text() == "The blue blanket"


def test_that_a_thing_that_goes_can_be_brought_back(toolkit):
    keep(toolkit, Toolkit(comforts=((Comfort.ACCEPT, "It may be here."),)))
    open_row(toolkit, "What helps me let it be")
    toolkit.press("toolkit.accept.1.remove")
    toolkit.wait_for(lambda: not kept(toolkit).comforts)
    toolkit.press("toolkit.accept.undo")
    toolkit.wait_for(lambda: kept(toolkit).comforts == ((Comfort.ACCEPT, "It may be here."),))


# Ways here


def test_that_the_page_is_the_fourth_and_the_tab_leads_back_to_its_start(toolkit):
    assert toolkit.window.header.tabs.tabData(3) == "toolkit"
    open_row(toolkit, "What soothes me")
    toolkit.qtbot.mouseClick(
        toolkit.window.header.tabs,
        Qt.MouseButton.LeftButton,
        pos=toolkit.window.header.tabs.tabRect(3).center(),
    )
    assert toolkit.find("toolkit.overview")


def test_that_another_page_leads_to_a_skill_and_there_is_a_way_back(toolkit):
    toolkit.go("charts")
    toolkit.window.navigator.open_skill("slow_breathing")
    toolkit.wait()
    assert page(toolkit).side.skill == "slow_breathing"
    toolkit.press("way_back.go")
    assert toolkit.find("charts")


def test_that_a_skill_that_is_gone_leads_to_the_start(toolkit):
    toolkit.window.navigator.open_skill("gone")
    toolkit.wait()
    assert toolkit.find("toolkit.overview")


def test_that_a_skill_can_be_asked_for_before_the_page_was_ever_open(home):
    home.window.navigator.open_skill("box_breathing")
    home.wait()
    assert page(home).side.skill == "box_breathing"


def test_that_one_key_has_one_meaning(toolkit):
    keys = [shortcut.key().toString() for shortcut in toolkit.window.findChildren(QShortcut)]
    assert keys.count(QKeySequence("F2").toString()) == 1


# A skill that is left


def begin(person, label):
    open_row(person, label)
    player = find(person, "toolkit.player")
    player.begin_at_once()
    person.wait()
    return player


def test_that_a_skill_that_runs_pauses_on_another_page_and_is_there_again(toolkit):
    player = begin(toolkit, "Slow breathing")
    assert player.is_leading
    toolkit.go("journal")
    assert not player.is_leading
    toolkit.go("toolkit")
    assert find(toolkit, "toolkit.player") is player
    assert player.is_going
    assert not player.is_leading


def test_that_another_skill_can_be_looked_at_meanwhile(toolkit):
    player = begin(toolkit, "Slow breathing")
    open_row(toolkit, "Box breathing")
    assert find(toolkit, "toolkit.player") is not player
    open_row(toolkit, "Slow breathing")
    assert find(toolkit, "toolkit.player") is player
    assert player.is_going


def test_that_a_skill_that_is_done_leads_back_to_the_list(toolkit):
    player = begin(toolkit, "Slow breathing")
    player.closed.emit()
    toolkit.wait()
    assert toolkit.find("toolkit.player") is None
    assert toolkit.see("toolkit.list").hasFocus()


def test_that_an_own_skill_that_was_changed_is_led_through_as_it_is_now(toolkit):
    open_row(toolkit, "Walk to the canal")
    before = find(toolkit, "toolkit.player")
    open_row(toolkit, "Overview")
    keep(toolkit, Toolkit(chosen=FOUR), replace(CANAL, about="Past the lock."))
    open_row(toolkit, "Walk to the canal")
    after = find(toolkit, "toolkit.player")
    assert after is not before
    assert after.skill.lead == "Past the lock."


def test_that_an_own_skill_that_goes_is_open_no_longer(toolkit):
    open_row(toolkit, "Walk to the canal")
    toolkit.parts.tasks.write(
        lambda journal: journal.toolkit.drop_skill(CANAL), owner=toolkit.window
    ).result(20)
    toolkit.wait()
    assert page(toolkit).side.skill == ""
    assert "Walk to the canal" not in rows(toolkit)


def test_that_something_of_ones_own_is_made_from_the_list_and_stands_in_it(toolkit):
    open_row(toolkit, "Something of your own ...")
    find(toolkit, "own_skill.name").setFocus()
    toolkit.qtbot.keyClicks(find(toolkit, "own_skill.name"), "Bake bread")
    toolkit.key(Qt.Key.Key_Escape)
    toolkit.wait_for(lambda: "Bake bread" in rows(toolkit))
    made = next(o for o in toolkit.read(lambda j: j.toolkit.own_skills()) if o.name == "Bake bread")
    toolkit.wait_for(lambda: page(toolkit).side.skill == made.id)


def test_that_the_menu_leads_to_changing_what_is_ones_own_and_only_that(toolkit):
    open_row(toolkit, "Walk to the canal")
    choose_from_menu(toolkit, "change")
    assert find(toolkit, "own_skill.name").text() == "Walk to the canal"
    toolkit.key(Qt.Key.Key_Escape)
    open_row(toolkit, "Slow breathing")
    toolkit.press("toolkit.more")
    menu = QApplication.activePopupWidget()
    assert menu.findChild(QAction, "toolkit.skill_menu.change") is None
    menu.close()
    toolkit.wait()
