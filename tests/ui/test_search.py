"""Search over everything written: typing, groups, more of one, opening each kind by keyboard."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from resilience_desktop.services.looking import Looking
from resilience_desktop.storage import search as stored_search
from resilience_desktop.ui.widgets import written_list
from resilience_desktop.ui.widgets.written_rows import Heading

from .samples import entry, fill, record

CTRL = Qt.KeyboardModifier.ControlModifier


def looked_for(person, words):
    """Search, and return the rows that were found."""
    person.key("k", CTRL)
    field = person.see("search.field")
    person.wait_for(field.hasFocus)
    field.clear()
    field.insert(words)
    person.wait_for(lambda: person.find("search.said") is not None)
    person.wait_for(lambda: not person.window.search._rest.isActive())
    person.wait()
    return person.window.search.results.rows.rows()


def listed(person):
    """Return what the list says from top to bottom, headings with their count."""
    rows = person.window.search.results.rows
    return [
        f"{row.words}  {row.note}" if isinstance(row, Heading) else (row.label or "").strip() or "-"
        for row in (rows.row_at(rows.index(place)) for place in range(rows.rowCount()))
    ]


def here(person):
    """Return the row that the keyboard is on."""
    results = person.see("search.results")
    assert results.hasFocus()
    return results.rows.row_at(results.currentIndex())


def words_of(row):
    return "".join(piece for piece, _ in row.words)


@pytest.fixture
def written(places, home_of):
    """Somebody with an entry and a record."""
    fill(places, entry("Rain on the tin roof"), record("Rain will ruin it.", 3), entry("Sun", 5))
    return home_of()


@pytest.fixture
def everything(places, home_of):
    """Somebody who wrote something of each kind, and many entries."""
    fill(
        places,
        *(entry(f"Rain on day {days}", days) for days in range(1, 38)),
        record("Rain will ruin it.", 3),
        record("It rained.", 200),
        drafts=(("entry:new", entry("Rain again", 0, None)),),
        report_words=(("question", "Does rain matter?"), ("name", "Robin Rainer")),
    )
    return home_of()


def test_that_search_marks_what_it_found_in_entries_and_records(written):
    rows = looked_for(written, "rain")
    assert [row.kind for row in rows] == ["thought_record", "entry"]
    for row in rows:
        marked = [piece.casefold() for piece, found in row.words if found]
        assert "rain" in marked
    assert written.see("search.said").text() == "2 found"


def test_that_what_is_found_by_its_tag_shows_its_sentence(places, home_of):
    fill(places, entry("Along the river", 0, 2, tags=("walk",)), entry("", 1, 2, tags=("walk",)))
    with_sentence, without = looked_for(home_of(), "wal")
    assert with_sentence.words == (("Along the river", False),)
    assert ("walk", True) in with_sentence.label
    assert "walk" in with_sentence.spoken()
    assert without.words == ()
    assert ("walk", True) in without.label


def test_that_a_found_entry_opens_by_down_and_enter(written):
    looked_for(written, "tin")
    written.key(Qt.Key.Key_Down)
    assert QApplication.focusWidget() is written.see("search.results")
    written.key(Qt.Key.Key_Return)
    assert written.see("journal.note").words() == "Rain on the tin roof"
    assert written.find("search.results") is None
    assert written.window.search.field.text() == ""


def test_that_a_found_record_opens_from_another_page(written):
    written.go("share")
    looked_for(written, "ruin")
    written.key(Qt.Key.Key_Return)
    assert written.find("thoughts.finished")


def test_that_escape_goes_back_to_where_one_was(written):
    note = written.see("journal.note")
    note.setFocus()
    looked_for(written, "rain")
    written.key(Qt.Key.Key_Escape)
    assert note.hasFocus()
    assert written.find("search.said") is None
    looked_for(written, "rain")
    written.key(Qt.Key.Key_Down)
    written.key(Qt.Key.Key_Escape)
    assert note.hasFocus()


def test_that_search_says_when_there_is_nothing(written):
    assert looked_for(written, "snow") == []
    assert "Nothing found" in written.see("search.said").text()
    written.see("search.field").clear()
    written.wait_for(lambda: written.find("search.said") is None)


def test_that_a_list_of_results_goes_when_the_focus_does(written):
    looked_for(written, "rain")
    written.see("journal.note").setFocus()
    written.wait_for(lambda: written.find("search.said") is None)


def test_that_search_is_there_in_a_small_window_too(written):
    written.window.resize(900, 600)
    written.wait()
    assert written.find("search.field") is None
    assert len(looked_for(written, "rain")) == 2
    panel = written.see("search.panel")
    assert written.window.rect().contains(panel.geometry())
    written.key(Qt.Key.Key_Escape)


def test_that_the_search_field_makes_room_again_in_a_small_window(written):
    written.window.resize(900, 600)
    written.press("header.search")
    assert written.see("search.field").hasFocus()
    written.key(Qt.Key.Key_Escape)
    written.wait()
    assert written.find("header.search") is not None


def test_that_any_sign_can_be_searched_for(written):
    for words in ('"', "rain*", "AND", "(", "-rain", "'; --", "%", "\N{OWL}"):
        looked_for(written, words)
        assert written.find("problem") is None
        assert written.find("bug") is None
        written.key(Qt.Key.Key_Escape)


# Groups


def test_that_what_is_found_stands_below_its_kind_in_a_fixed_order(everything):
    looked_for(everything, "rain")
    assert listed(everything) == [
        "Thought records  2",
        *["-"] * 2,
        "Journal entries  37",
        *["-"] * 6,
        "Show all 37",
        "Words for a report  2",
        "Name on it",
        "A question for them",
        "Not finished yet  1",
        "-",
    ]
    assert everything.see("search.said").text() == "42 found"


def test_that_the_keyboard_walks_over_rows_only_and_says_each_heading(everything, monkeypatch):
    said = []
    monkeypatch.setattr(written_list, "announce", lambda _widget, words: said.append(words))
    found = looked_for(everything, "rain")
    everything.key(Qt.Key.Key_Down)
    walked = [here(everything)]
    for _ in found[1:]:
        everything.key(Qt.Key.Key_Down)
        walked.append(here(everything))
    assert walked == found
    assert said == [
        "Thought records, 2",
        "Journal entries, 37",
        "Words for a report, 2",
        "Not finished yet, 1",
    ]
    everything.key(Qt.Key.Key_Home)
    assert here(everything) == found[0]
    everything.key(Qt.Key.Key_End)
    assert here(everything) == found[-1]
    assert said[4:] == ["Thought records, 2", "Not finished yet, 1"]


def test_that_upwards_from_the_first_row_leads_back_to_the_words(everything):
    looked_for(everything, "rain")
    everything.key(Qt.Key.Key_Down)
    everything.key(Qt.Key.Key_Down)
    everything.key(Qt.Key.Key_Up)
    here(everything)
    everything.key(Qt.Key.Key_Up)
    assert everything.see("search.field").hasFocus()
    assert everything.find("search.results")


def expanded(person):
    return sum(row.kind == "entry" for row in person.window.search.results.rows.rows())


def test_that_all_of_a_kind_are_shown_by_keyboard(everything):
    looked_for(everything, "rain")
    everything.key(Qt.Key.Key_Down)
    while here(everything).label != "Show all 37":
        everything.key(Qt.Key.Key_Down)
    everything.key(Qt.Key.Key_Return)
    everything.wait_for(lambda: expanded(everything) == 37)
    assert words_of(here(everything)) == "Rain on day 7"  # the first one that was not there
    assert listed(everything)[-2:] == ["Not finished yet  1", "-"]
    everything.key(Qt.Key.Key_Return)
    assert everything.see("journal.note").words() == "Rain on day 7"


def test_that_all_of_a_kind_are_shown_by_a_click(everything):
    looked_for(everything, "rain")
    results = everything.see("search.results")
    index = next(
        results.rows.index_of(row.id) for row in results.rows.rows() if row.label == "Show all 37"
    )
    results.scrollTo(index)
    middle = results.visualRect(index).center()
    everything.qtbot.mouseClick(results.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    everything.wait_for(lambda: expanded(everything) == 37)
    assert everything.find("search.results")


def test_that_new_words_show_a_fair_share_again(everything):
    looked_for(everything, "rain")
    search = everything.window.search
    search._open(next(row for row in search.results.rows.rows() if row.is_action))
    everything.wait_for(lambda: expanded(everything) == 37)
    looked_for(everything, "rain on")
    everything.wait_for(lambda: expanded(everything) == 6)


def test_that_very_many_are_shown_a_hundred_at_a_time(places, home_of):
    fill(places, *(entry("Rain", days) for days in range(230)))
    person = home_of()
    looked_for(person, "rain")
    search = person.window.search
    for label, shown in (("Show 100 more", 106), ("Show 100 more", 206), ("Show all 230", 230)):
        (more,) = [row for row in search.results.rows.rows() if row.is_action]
        assert more.label == label
        search._open(more)
        person.wait_for(lambda shown=shown: expanded(person) == shown)
    assert not any(row.is_action for row in search.results.rows.rows())


# Very much is counted once its newest are shown


@pytest.fixture
def counting(monkeypatch):
    """Take every word for a common one, and let the counting wait."""
    go_on, count = threading.Event(), Looking.numbers_found

    def slow(*args):
        go_on.wait(10)
        return count(*args)

    monkeypatch.setattr(stored_search, "_COMMON", 1)
    monkeypatch.setattr(Looking, "numbers_found", slow)
    yield go_on
    go_on.set()


def first_shown(person, words):
    """Search, and wait for the first results only."""
    person.key("k", CTRL)
    person.see("search.field").insert(words)
    person.wait_for(lambda: person.find("search.said") is not None)


def test_that_the_newest_are_shown_before_all_are_counted(everything, counting):
    first_shown(everything, "rain")
    assert everything.see("search.said").text() == "More than 11 found"
    before = ["Thought records  2", *["-"] * 2, "Journal entries  ", *["-"] * 6]
    rest = ["Words for a report  2", "Name on it", "A question for them"]
    rest += ["Not finished yet  1", "-"]
    assert listed(everything) == before + rest
    counting.set()
    everything.wait_for(lambda: everything.see("search.said").text() == "42 found")
    before[3] = "Journal entries  37"
    assert listed(everything) == [*before, "Show all 37", *rest]


def test_that_the_keyboard_stays_where_it_is_when_all_are_counted(everything, counting):
    first_shown(everything, "rain")
    for _ in range(9):
        everything.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    there = here(everything)
    assert there.kind == "report_words"
    assert everything.see("search.said").text() == "More than 11 found"
    counting.set()
    everything.wait_for(lambda: everything.see("search.said").text() == "42 found")
    assert here(everything) == there


def test_that_all_of_what_was_counted_are_shown_by_keyboard(everything, counting):
    counting.set()
    looked_for(everything, "rain")
    everything.wait_for(lambda: everything.see("search.said").text() == "42 found")
    everything.key(Qt.Key.Key_Down)
    while here(everything).label != "Show all 37":
        everything.key(Qt.Key.Key_Down)
    everything.key(Qt.Key.Key_Return)
    everything.wait_for(lambda: expanded(everything) == 37)
    assert words_of(here(everything)) == "Rain on day 7"


# Opening each kind


def opened(person, words, kind):
    looked_for(person, words)
    person.key(Qt.Key.Key_Down)
    while here(person).kind != kind:
        person.key(Qt.Key.Key_Down)
    person.key(Qt.Key.Key_Return)


def test_that_words_for_a_report_open_where_they_are_written(everything):
    opened(everything, "matter", "report_words")
    field = everything.see("share.question")
    assert field.words() == "Does rain matter?"
    assert field.isAncestorOf(QApplication.focusWidget()) or field.hasFocus()


def test_that_a_part_of_a_report_nobody_knows_opens_the_page(places, home_of):
    fill(places, report_words=(("of a newer version", "river"),))
    person = home_of()
    opened(person, "river", "report_words")
    assert person.find("share.name").hasFocus()


def test_that_the_entry_that_is_not_kept_yet_opens_with_what_was_written(everything):
    everything.window.page("charts")
    opened(everything, "again", "draft")
    assert everything.see("journal.note").words() == "Rain again"
    assert everything.window.page("journal").composer.is_changing is False


def test_that_changes_that_are_not_kept_yet_open_with_their_entry(places, home_of):
    kept = entry("Rain on the roof", 2)
    changed = entry("Snow on the roof", at=kept.at, id=kept.id)
    fill(places, kept, drafts=((f"entry:{kept.id}", changed),))
    person = home_of()
    person.window.page("thoughts")
    opened(person, "snow", "draft")
    assert person.see("journal.note").words() == "Snow on the roof"
    assert person.window.page("journal").composer.is_changing


def test_that_nothing_in_the_bin_is_found(everything):
    everything.read(lambda j: [j.bin.put(i.id) for i in j.looking.timeline(limit=100).items])
    looked_for(everything, "rain")
    assert [row for row in listed(everything) if "  " in row] == [
        "Words for a report  2",
        "Not finished yet  1",
    ]


# The field


def test_that_enter_right_after_typing_opens_what_the_words_find(written):
    looked_for(written, "rain")
    written.see("search.field").clear()
    written.see("search.field").insert("tin")
    written.qtbot.keyClick(written.see("search.field"), Qt.Key.Key_Return)  # no time to search
    written.wait_for(lambda: written.see("journal.note").words() == "Rain on the tin roof")
    assert written.find("search.results") is None


def test_that_enter_waits_for_a_slow_search(written, monkeypatch):
    go_on, search = threading.Event(), Looking.search

    def slow(*args):
        go_on.wait(10)
        return search(*args)

    monkeypatch.setattr(Looking, "search", slow)
    written.shortcut(Qt.Key.Key_K)
    written.see("search.field").insert("tin")
    written.wait_for(lambda: not written.window.search._rest.isActive())
    written.qtbot.keyClick(written.see("search.field"), Qt.Key.Key_Return)
    assert written.see("journal.note").words() == ""
    go_on.set()
    written.wait_for(lambda: written.see("journal.note").words() == "Rain on the tin roof")


def test_that_an_empty_field_says_how_to_come_here(written):
    keys = written.see("search.keys")
    assert keys.text() == "Ctrl+K"
    written.shortcut(Qt.Key.Key_K)
    assert not keys.isVisible()
    written.see("search.field").insert("rain")
    written.see("journal.note").setFocus()
    assert not keys.isVisible()
    written.see("search.field").clear()
    assert keys.isVisible()
    right = keys.mapTo(written.see("search.field"), QPoint(keys.width(), 0)).x()
    assert right < written.see("search.field").width()


def test_that_an_empty_field_finds_nothing(written):
    written.key("k", CTRL)
    written.key(Qt.Key.Key_Return)
    written.see("search.field").insert("  ")
    written.wait_for(lambda: not written.window.search._rest.isActive())
    written.wait()
    assert written.find("search.panel") is None
