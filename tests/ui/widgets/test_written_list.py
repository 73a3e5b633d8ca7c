from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from resilience_desktop.domain.search import Kind
from resilience_desktop.ui.widgets.written_list import WrittenList
from resilience_desktop.ui.widgets.written_rows import Heading, Row

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton


def row(number, **more):
    values = {
        "id": f"id{number}",
        "kind": Kind.ENTRY,
        "when": f"1{number}:00",
        "mood": number - 2,
        "label": "worried, tense",
        "words": ((f"Day {number}", False),),
    }
    return Row(**{**values, **more})


DAYS = [Heading("Today"), row(1), row(2), Heading("Yesterday"), row(3), row(4)]


@pytest.fixture
def view(look, show):
    made = WrittenList(look, name="timeline", spoken_name="What you wrote")
    made.rows.show_rows(DAYS, more=False)
    show(made, 480, 600)
    made.setFocus(Qt.FocusReason.TabFocusReason)
    return made


def here(view):
    return view.rows.row_at(view.currentIndex())


def middle(view, id_):
    return view.visualRect(view.rows.index_of(id_)).center()


def menu_button(view, id_):
    return view._painter.menu_rect(view.visualRect(view.rows.index_of(id_))).center()


def menu(view):
    return next((m for m in view.findChildren(QMenu) if m.isVisible()), None)


def test_that_the_keyboard_starts_on_the_first_row_and_skips_headings(view, qtbot):
    assert here(view) == row(1)
    for expected in (row(2), row(3), row(4), row(4)):
        qtbot.keyClick(view, Qt.Key.Key_Down)
        assert here(view) == expected
    for expected in (row(3), row(2), row(1), row(1)):
        qtbot.keyClick(view, Qt.Key.Key_Up)
        assert here(view) == expected


def test_that_home_and_end_reach_the_first_and_last_row(view, qtbot):
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert here(view) == row(4)
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert here(view) == row(1)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_that_enter_opens_a_row(view, qtbot, key):
    with qtbot.waitSignal(view.row_opened) as opened:
        qtbot.keyClick(view, key)
    assert opened.args == [row(1)]


def test_that_delete_asks_for_the_bin(view, qtbot):
    with qtbot.waitSignal(view.bin_requested) as binned:
        qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert binned.args == [row(1)]


def test_that_a_click_opens_a_row_and_a_heading_nothing(view, qtbot):
    with qtbot.waitSignal(view.row_opened) as opened:
        qtbot.mouseClick(view.viewport(), LEFT, pos=middle(view, "id3"))
    assert opened.args == [row(3)]
    with qtbot.assertNotEmitted(view.row_opened):
        qtbot.mouseClick(view.viewport(), LEFT, pos=view.visualRect(view.rows.index(0)).center())
        qtbot.mouseClick(view.viewport(), RIGHT, pos=middle(view, "id3"))
        qtbot.mouseClick(view.viewport(), LEFT, pos=QPoint(200, 595))


def test_that_the_button_of_a_row_shows_its_menu(view, qtbot):
    with qtbot.assertNotEmitted(view.row_opened):
        qtbot.mouseClick(view.viewport(), LEFT, pos=menu_button(view, "id2"))
    assert [action.text() for action in menu(view).actions()] == ["Open", "Move to the bin"]
    with qtbot.waitSignal(view.bin_requested) as binned:
        menu(view).actions()[1].trigger()
    assert binned.args == [row(2)]
    menu(view).close()


def test_that_the_menu_key_shows_the_menu_of_the_row_in_view(view, qtbot):
    reason = QContextMenuEvent.Reason.Keyboard
    event = QContextMenuEvent(reason, QPoint(5, 5), view.mapToGlobal(QPoint(5, 5)))
    QApplication.sendEvent(view.viewport(), event)
    with qtbot.waitSignal(view.row_opened) as opened:
        menu(view).actions()[0].trigger()
    assert opened.args == [row(1)]
    menu(view).close()


def test_that_a_list_without_menus_has_neither_menu_nor_bin(view, qtbot):
    view.has_menu = False
    with qtbot.waitSignal(view.row_opened) as opened:
        qtbot.mouseClick(view.viewport(), LEFT, pos=menu_button(view, "id2"))
    assert opened.args == [row(2)]
    with qtbot.assertNotEmitted(view.bin_requested):
        qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert menu(view) is None


def test_that_the_next_page_is_asked_for_once_and_added_below(view, qtbot):
    view.rows.show_rows(DAYS, more=True)
    wanted = []
    view.rows.more_wanted.connect(lambda: wanted.append(True))
    view.rows.fetchMore(view.rootIndex())
    view.rows.fetchMore(view.rootIndex())
    assert len(wanted) <= 1
    assert not view.rows.canFetchMore(view.rootIndex())
    view.rows.add_rows([row(5)], more=False)
    assert view.rows.rows()[-1] == row(5)
    assert view.rows.last_heading() == "Yesterday"
    assert not view.rows.canFetchMore(view.rootIndex())


def test_that_a_row_is_found_by_its_id(view):
    assert view.rows.row_at(view.rows.index_of("id3")) == row(3)
    assert not view.rows.index_of("gone").isValid()
    assert view.rows.row_at(view.rows.index_of("gone")) is None


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (row(0, aloud="entry, mood minus two"), "10:00, entry, mood minus two, Day 0"),
        (row(2, label="", words=(), aloud="entry, mood zero"), "12:00, entry, mood zero"),
        (row(1, mood=None, foot="slept 7 h"), "11:00, Day 1"),
    ],
)
def test_that_a_row_is_told_in_words(view, made, said):
    view.rows.show_rows([made], more=False)
    index = view.rows.index(0)
    assert view.rows.data(index, Qt.ItemDataRole.AccessibleTextRole) == said
    assert view.rows.data(index) == said
    assert view.rows.data(index, Qt.ItemDataRole.ToolTipRole) is None


def test_that_the_open_row_looks_open(view):
    before = view.grab().toImage()
    view.mark_open("id3")
    assert view.is_open("id3")
    assert view.grab().toImage() != before
    view.mark_open("")
    assert not view.is_open("")


def test_that_rows_are_as_high_as_their_words_and_grow_with_the_text(view, look):
    view.rows.show_rows([row(1, words=(("word " * 24, False),))], more=False)
    wide, narrow = view.content_height(900), view.content_height(300)
    assert narrow > wide
    look.set_text_size(150)
    assert view.content_height(900) > wide


def test_that_every_kind_of_row_can_be_painted(view):
    view.rows.show_rows(
        [
            row(1, mood=None, drawing="record", foot="believed 85, later 40"),
            row(2, mood=-5, label="", words=(("found ", False), ("rain", True))),
            row(3, words=(), foot=""),
            row(4, mood=None, drawing="", label="", words=()),
        ],
        more=False,
    )
    assert not view.grab().isNull()
