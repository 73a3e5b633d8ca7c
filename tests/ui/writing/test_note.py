"""The note of an entry: what it begins with, its pictures, and the whole screen."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QAction, QImage, QTextCursor

from resilience_desktop import content
from resilience_desktop.domain.details import Picture
from resilience_desktop.domain.journal_settings import Template
from resilience_desktop.services.journal import Journal
from resilience_desktop.services.pictures import LONGEST_SIDE
from resilience_desktop.ui import files
from resilience_desktop.ui.slots import FREE
from tests.ui.samples import entry, fill, moment

Key = Qt.Key


def note_of(person):
    return person.window.page("journal").composer.note


def choose(menu, name):
    """Choose an entry of a menu by the end of its name."""
    action = next(a for a in menu.actions() if a.objectName().endswith(f".{name}"))
    assert action.isEnabled()
    action.trigger()


def drafts(person):
    return person.read(lambda journal: journal.drafts.all())


def picture_file(path, size=(40, 30)):
    Image.new("RGB", size, "teal").save(path)
    return path


def drop(person, *paths):
    given = QMimeData()
    given.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    note_of(person).editor.insertFromMimeData(given)
    person.wait_for(lambda: not person.parts.tasks.is_busy)
    person.wait()


def in_sight(widget):
    return widget.visibleRegion().boundingRect() == widget.rect()


# What it begins with


def test_that_a_template_is_put_in_and_can_be_undone(home):
    note = note_of(home)
    choose(note.beginnings.menu(), "template_1")
    assert note.words() == content.templates()[0].words
    note.editor.undo()
    assert note.words() == ""


def test_that_a_template_leads_to_its_first_line_and_shows_its_first_heading(home):
    note = note_of(home)
    choose(note.beginnings.menu(), "template_1")
    home.wait()
    heading = content.templates()[0].words.split("\n")[0]
    home.qtbot.keyClicks(note.editor, "Rain")
    assert note.words().startswith(f"{heading}\nRain\n")
    assert note.editor.verticalScrollBar().value() == 0


def test_that_a_template_goes_below_the_line_the_caret_is_in(home):
    note = note_of(home)
    template = content.templates()[0].words
    note.editor.set_words("Rain\nall day")
    note.editor.moveCursor(QTextCursor.MoveOperation.Start)
    assert home.see("journal.note.begin").isEnabled()
    choose(note.beginnings.menu(), "template_1")
    assert note.words() == f"Rain\n\n{template}\nall day"
    note.editor.undo()
    assert note.words() == "Rain\nall day"
    note.editor.set_words("Rain\n")
    note.editor.moveCursor(QTextCursor.MoveOperation.End)
    choose(note.beginnings.menu(), "template_1")
    assert note.words() == f"Rain\n\n{template}"


def test_that_a_sentence_is_offered_and_taken_only_if_somebody_likes(home):
    note = note_of(home)
    assert not note.beginnings.line.isVisible()
    choose(note.beginnings.menu(), "prompt")
    first = note.beginnings.line.prompt
    assert home.see("journal.prompt.words").text() == f"If you like: {first}"
    assert note.words() == ""
    home.press("journal.prompt.another")
    second = note.beginnings.line.prompt
    assert second != first
    home.press("journal.prompt.take")
    assert note.words() == f"> {second}\n\n"
    assert not note.beginnings.line.isVisible()


def test_that_not_today_is_the_end_of_it_for_today(home):
    note = note_of(home)
    choose(note.beginnings.menu(), "prompt")
    home.press("journal.prompt.not")
    assert not note.beginnings.line.isVisible()
    names = [action.objectName() for action in note.beginnings.menu().actions()]
    assert not any(name.endswith(".prompt") for name in names)


def test_that_a_note_becomes_a_template_that_can_be_renamed_and_removed(home):
    note = note_of(home)
    home.write("journal.note", "How I slept:")
    choose(note.menu, "template")
    home.press("template.save")
    assert home.see("template.wrong").text()
    home.write("template.name", "Morning")
    home.press("template.save")

    def templates():
        return home.read(lambda journal: journal.settings().templates)

    assert templates() == (Template("Morning", "How I slept:"),)
    choose(note.beginnings.menu(), "change")
    field = home.see("templates.names.1")
    field.selectAll()
    home.qtbot.keyClicks(field, "Mornings")
    home.press("templates.done")
    assert templates() == (Template("Mornings", "How I slept:"),)
    choose(note.beginnings.menu(), "change")
    home.press("templates.names.1.remove")
    home.press("templates.names.undo")
    home.press("templates.names.1.remove")
    home.press("templates.done")
    assert templates() == ()


def test_that_words_are_counted_when_somebody_asks(home):
    home.write("journal.note", "so much rain")
    assert home.find("journal.note.count") is None
    choose(note_of(home).menu, "count")
    assert home.see("journal.note.count").text() == "3 words"
    home.write("journal.note", " again")
    assert home.find("journal.note.count") is None


def test_that_signs_are_no_words(home):
    note_of(home).editor.set_words("# Two words\n- [ ] **three** - 4\n- [x] \n1. five ...")
    choose(note_of(home).menu, "count")
    assert home.see("journal.note.count").text() == "5 words"


# Sentences in the settings


def test_that_the_sentences_can_be_changed_and_brought_back(home):
    usual = content.prompts()
    home.window.dialogs.show_settings("journal")
    home.wait()
    home.press("settings.prompts.open")
    home.press("settings.prompts.list.1.remove")
    home.press("settings.prompts.list.add")
    home.qtbot.keyClicks(home.see(f"settings.prompts.list.{len(usual)}"), "What is blue?")
    home.see("settings").reject()
    home.wait()
    own = home.read(lambda journal: journal.settings().prompts)
    assert own == (*usual[1:], "What is blue?")
    assert note_of(home).beginnings.prompts() == own
    home.window.dialogs.show_settings("journal")
    home.wait()
    home.press("settings.prompts.open")
    home.press("settings.prompts.usual")
    home.see("settings").reject()
    home.wait()
    everything = home.read(lambda journal: journal.settings().prompts)
    assert set(everything) == {*usual, "What is blue?"}


# Pictures


def test_that_dropped_pictures_are_kept_in_the_journal_and_small(home, tmp_path):
    files = [picture_file(tmp_path / "a.png", (3000, 40)), picture_file(tmp_path / "b.jpg")]
    drop(home, *files)
    assert [p.words for p in note_of(home).pictures()] == ["", ""]
    home.press("journal.save")
    (kept,) = home.read(lambda journal: journal.looking.timeline().items)
    assert len(kept.pictures) == 2
    bodies = [home.read(lambda j, p=p: j.pictures.get(p.id)) for p in kept.pictures]
    assert {max(Image.open(io.BytesIO(body)).size) for body in bodies} == {LONGEST_SIDE, 40}
    assert note_of(home).pictures() == ()


def test_that_a_pasted_image_is_kept_in_a_draft(home, home_of):
    image = QImage(20, 20, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    note_of(home).editor.pictures_given.emit([image])
    home.wait_for(lambda: bool(note_of(home).pictures()))
    home.window.save_now()
    home.wait()
    home.quit()
    home.start()
    home.wait()
    assert len(note_of(home).pictures()) == 1
    home.see("journal.pictures.1")


def test_that_a_picture_is_described_removed_and_put_back(home, tmp_path):
    drop(home, picture_file(tmp_path / "a.png"))
    thumb = home.see("journal.pictures.1")
    assert thumb.accessibleName() == "Picture 1"
    home.press("journal.pictures.1")
    home.qtbot.keyClicks(home.see("picture.words"), "the sea")
    home.press("picture.close")
    assert thumb.accessibleName() == "Picture 1: the sea"
    thumb.setFocus()
    home.key(Key.Key_Delete)
    assert note_of(home).pictures() == ()
    assert home.window.notices.words == "Picture removed"
    home.shortcut(Key.Key_Z)
    (picture,) = note_of(home).pictures()
    assert picture.words == "the sea"


def test_that_a_picture_that_cannot_be_read_is_told_and_nothing_else_happens(home, tmp_path):
    path = tmp_path / "a.png"
    path.write_bytes(b"no picture")
    drop(home, path, tmp_path / "gone.png")
    home.wait_for(lambda: "cannot" in home.see("journal.pictures.said").text())
    assert note_of(home).pictures() == ()


def test_that_a_picture_of_another_entry_stays_there(home, tmp_path):
    strip = note_of(home).pictures_strip
    strip.add([picture_file(tmp_path / "a.png")])
    strip.set_pictures(())
    home.wait()
    home.wait()
    assert note_of(home).pictures() == ()


def test_that_no_picture_is_written_outside_the_journal(home, tmp_path):
    drop(home, picture_file(tmp_path / "a.png"))
    journal = home.window.folder
    home.window.grab()
    found = [p for p in tmp_path.rglob("*") if p.is_file() and journal not in p.parents]
    heads = [p.read_bytes()[:8] for p in found if p.name != "a.png"]
    assert not any(head[:3] == b"\xff\xd8\xff" or head[:4] == b"\x89PNG" for head in heads)


def test_that_a_new_picture_is_in_sight_and_asked_about_while_somebody_writes_on(home, tmp_path):
    home.window.resize(900, 600)
    home.write("journal.note", "Rain")
    drop(home, picture_file(tmp_path / "a.png"), picture_file(tmp_path / "b.png"))
    home.wait_for(lambda: len(note_of(home).pictures()) == 2)
    question = home.see("journal.pictures.words")
    home.wait_for(lambda: in_sight(question))
    assert home.see("journal.note").hasFocus()
    question.setFocus()
    home.qtbot.keyClicks(question, "the sea")
    home.key(Key.Key_Return)
    home.qtbot.keyClicks(question, "a tree")
    home.press("journal.pictures.done")
    assert home.find("journal.pictures.words") is None
    assert [picture.words for picture in note_of(home).pictures()] == ["the sea", "a tree"]


def test_that_what_is_in_a_picture_need_not_be_said(home, tmp_path, monkeypatch):
    chosen = [picture_file(tmp_path / "a.png")]
    monkeypatch.setattr(files, "ask_for_files", lambda *_: chosen)
    home.press("journal.note.picture")
    home.wait_for(lambda: home.find("journal.pictures.words") is not None)
    assert home.see("journal.pictures.words").hasFocus()
    assert home.see("journal.pictures.done").text() == "Skip"
    home.press("journal.pictures.done")
    assert home.find("journal.pictures.words") is None
    (picture,) = note_of(home).pictures()
    assert picture.words == ""


def test_that_the_question_leaves_with_its_entry(home, tmp_path):
    drop(home, picture_file(tmp_path / "a.png"))
    home.wait_for(lambda: home.find("journal.pictures.words") is not None)
    home.press("journal.save")
    assert home.find("journal.pictures.words") is None


def test_that_pictures_are_put_in_another_order_by_keys_and_menu(home, tmp_path):
    for name in "ab":
        drop(home, picture_file(tmp_path / f"{name}.png"))
    first, second = note_of(home).pictures()
    home.see("journal.pictures.2").setFocus()
    home.key(Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert note_of(home).pictures() == (second, first)
    assert home.see("journal.pictures.1").hasFocus()
    menu = home.see("journal.pictures.1").menu()
    earlier = next(a for a in menu.actions() if a.objectName().endswith(".earlier"))
    assert not earlier.isEnabled()
    choose(menu, "later")
    assert note_of(home).pictures() == (first, second)
    home.key(Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert note_of(home).pictures() == (first, second)  # there is no place behind the last
    home.press("journal.save")
    (kept,) = home.read(lambda journal: journal.looking.timeline().items)
    assert kept.pictures == (first, second)


# The whole screen


def alone(person):
    return person.window._alone.is_shown


def test_that_the_whole_screen_shows_the_same_draft(home):
    home.write("journal.note", "before ")
    home.see("journal.note").setFocus()
    home.key(Key.Key_F11)
    assert alone(home)
    assert home.window.isFullScreen()
    assert home.find("pages") is None
    home.qtbot.keyClicks(home.see("journal.note"), "and after")
    home.key(Key.Key_Escape)
    assert not alone(home)
    assert not home.window.isFullScreen()
    assert home.see("journal.note").words() == "before and after"
    assert home.see("journal.note").hasFocus()
    home.see("journal.note").undo()
    assert home.see("journal.note").words() == ""


def test_that_nothing_is_lost_when_it_ends_from_the_whole_screen(home):
    home.write("journal.note", "first ")
    home.press("journal.note.whole")
    home.qtbot.keyClicks(home.see("journal.note"), "second")
    home.quit()
    home.start()
    home.wait()
    assert home.see("journal.note").words() == "first second"
    assert not home.window.isFullScreen()


def test_that_help_cover_and_lock_work_on_the_whole_screen(home):
    home.press("journal.note.whole")
    home.key(Key.Key_F1)
    assert home.find("help") is not None
    home.see("help").reject()
    home.wait()
    home.window.turn_cover()
    assert home.find("cover") is not None
    home.window.turn_cover()
    assert alone(home)
    home.see("writing.help")
    home.window.show_lock()
    assert not alone(home)
    assert not home.window.isFullScreen()


def test_that_tab_stays_among_what_is_shown(home):
    home.press("journal.note.whole")
    names = set()
    for _ in range(8):
        home.key(Key.Key_Tab)
        names.add(home.window.focusWidget().objectName())
    assert names == {"writing.back", "writing.more", "writing.help", "journal.note", "writing.keep"}


def test_that_ctrl_enter_keeps_the_entry_from_the_whole_screen(home):
    home.press("journal.note.whole")
    home.qtbot.keyClicks(home.see("journal.note"), "Rain")
    home.key(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not alone(home)
    (kept,) = home.read(lambda journal: journal.looking.timeline().items)
    assert kept.note == "Rain"


def test_that_an_entry_is_read_on_the_whole_screen_and_left_for_the_list(places, home_of):
    fill(places, entry("Rain on the roof.", 2))
    person = home_of()
    rows = person.stand_on("journal.timeline")
    rows.large_requested.emit(rows.rows.rows()[0])
    person.wait()
    assert alone(person)
    day = moment(2).day
    assert str(day.day) in person.see("writing.heading").text()
    assert person.see("journal.note").words() == "Rain on the roof."
    person.key(Key.Key_Escape)
    assert not alone(person)
    assert rows.hasFocus()
    assert person.find("journal.cancel")


def test_that_enter_and_f11_read_an_entry_and_escape_goes_back(places, home_of):
    fill(places, entry("Rain on the roof.", 2))
    person = home_of()
    person.stand_on("journal.timeline")
    person.key(Key.Key_Return)
    person.key(Key.Key_F11)
    assert person.see("writing.heading")
    person.key(Key.Key_Escape)
    assert person.see("journal.mood").is_focused


def test_that_whoever_wrote_on_the_whole_screen_is_in_the_words_then(home):
    home.see("journal.mood").setFocus()
    home.key(Key.Key_F11)
    assert not home.find("writing.heading")
    home.write("journal.note", "hm")
    home.key(Key.Key_Escape)
    assert home.see("journal.note").hasFocus()


def test_that_pictures_are_reached_on_the_whole_screen(home, tmp_path):
    drop(home, picture_file(tmp_path / "a.png"))
    home.key(Key.Key_F11)
    drop(home, picture_file(tmp_path / "b.png"))
    assert home.find("journal.pictures.2")
    assert home.find("journal.pictures.1")
    home.key(Key.Key_Escape)
    assert home.find("journal.pictures.1")


def test_that_whoever_wants_a_new_entry_leaves_the_whole_screen(home):
    home.press("journal.note.whole")
    home.window.capture("mood")
    home.wait()
    assert not alone(home)
    assert home.see("journal.mood").isVisible()


# Free writing, and sealing


def write_freely(person, words):
    choose(note_of(person).menu, "free")
    person.wait()
    person.qtbot.keyClicks(person.see("writing.free"), words)


def test_that_a_free_page_is_sealed_and_seen_nowhere(home):
    write_freely(home, "nobody reads this")
    assert "backups" in home.see("writing.said").text()
    home.press("writing.seal")
    assert not alone(home)
    assert home.read(lambda journal: journal.looking.timeline().items) == ()
    assert home.read(lambda journal: journal.looking.search("nobody")) == []
    assert drafts(home) == {}
    (sealed,) = home.read(lambda journal: journal.marks.sealed())
    assert sealed.note == "nobody reads this"


def test_that_a_free_page_waits_for_whoever_goes_away(home):
    home.write("journal.note", "my entry")
    write_freely(home, "half a")
    home.key(Key.Key_Escape)
    assert home.see("journal.note").words() == "my entry"
    write_freely(home, " page")
    assert home.see("writing.free").words() == "half a page"
    home.press("writing.keep")
    (kept,) = home.read(lambda journal: journal.looking.timeline().items)
    assert kept.note == "half a page"
    assert FREE not in drafts(home)


def test_that_help_and_the_cover_are_there_over_a_free_page(home):
    write_freely(home, "half a page")
    home.key(Key.Key_F1)
    assert home.find("help")
    home.find("help").reject()
    home.key(Key.Key_F9)
    assert home.find("cover")
    home.key(Key.Key_F9)
    assert not home.find("cover")
    assert home.see("writing.free").words() == "half a page"
    assert home.see("writing.free").hasFocus()


def test_that_an_empty_free_page_leaves_nothing(home):
    write_freely(home, "")
    home.press("writing.seal")
    assert not alone(home)
    assert drafts(home) == {}
    assert home.read(lambda journal: journal.marks.sealed()) == []


def test_that_a_crash_costs_no_more_than_a_few_seconds_of_a_free_page(home):
    write_freely(home, "a long evening")
    home.wait_for(lambda: FREE in drafts(home))  # at the latest three seconds after the first key
    home.crash()
    home.start()
    home.wait()
    write_freely(home, "")
    assert home.see("writing.free").words() == "a long evening"


@pytest.fixture
def with_one(places, home_of):
    fill(places, entry("a secret kept", mood=-2))
    return home_of()


def seal_from_menu(person):
    timeline = person.stand_on("journal.timeline")
    timeline.seal_requested.emit(timeline.rows.rows()[0])
    person.wait()


def test_that_a_kept_entry_is_sealed_from_its_row_and_comes_back_with_undo(with_one):
    person = with_one
    timeline = person.stand_on("journal.timeline")
    timeline.show_menu(timeline.rows.rows()[0], timeline.rect().center())
    menu = person.find("journal.timeline.menu")
    words = [action.text() for action in menu.findChildren(QAction)]
    assert "Close and seal" in words
    menu.close()
    seal_from_menu(person)
    assert person.read(lambda journal: journal.looking.timeline().items) == ()
    person.shortcut(Key.Key_Z)
    assert len(person.read(lambda journal: journal.looking.timeline().items)) == 1


def test_that_what_is_being_changed_is_sealed_with_its_entry(with_one):
    person = with_one
    person.window.page("journal").open_entry(person.see("journal.timeline").rows.rows()[0].id)
    person.wait()
    person.write("journal.note", "and more: ")
    seal_from_menu(person)
    person.wait()
    assert person.see("journal.note").words() == ""
    (sealed,) = person.read(lambda journal: journal.marks.sealed())
    assert sealed.note == "and more: a secret kept"
    assert person.read(lambda journal: journal.looking.search("secret")) == []
    assert drafts(person) == {}


def test_that_an_entry_that_is_open_is_sealed_with_what_was_changed_in_it(with_one):
    person = with_one
    assert not person.find("journal.seal")
    person.window.page("journal").open_entry(person.see("journal.timeline").rows.rows()[0].id)
    person.wait()
    person.write("journal.note", "and more: ")
    person.press("journal.seal")
    person.wait()
    assert person.see("journal.note").words() == ""
    assert not person.find("journal.seal")
    (sealed,) = person.read(lambda journal: journal.marks.sealed())
    assert sealed.note == "and more: a secret kept"
    assert drafts(person) == {}


def test_that_heavy_words_on_a_free_page_call_for_the_quiet_line_below_them(home):
    write_freely(home, "nothing much")
    assert not home.find("writing.quiet_words")
    home.see("writing.free").set_words("")
    home.qtbot.keyClicks(home.see("writing.free"), "I want to die")
    home.wait_for(lambda: home.find("writing.quiet_words") is not None)
    assert home.see("writing.free").hasFocus()
    home.press("writing.keep")
    assert not home.find("writing.quiet_words")


def test_that_sealed_pages_are_days_until_one_is_read(with_one):
    person = with_one
    seal_from_menu(person)
    choose(note_of(person).menu, "sealed")
    person.wait()
    dialog = person.see("sealed")
    (row,) = dialog.list.rows.rows()
    assert "secret" not in row.spoken()
    assert person.find("sealed.words") is None
    person.press("sealed.read")
    assert person.see("sealed.words").text() == "a secret kept"
    assert len(person.read(lambda journal: journal.marks.sealed())) == 1
    person.press("sealed.open")
    person.press("unseal.yes")
    assert person.read(lambda journal: journal.marks.sealed()) == []
    assert len(person.read(lambda journal: journal.looking.timeline().items)) == 1
    assert person.see("sealed.empty")
    dialog.reject()


def test_that_an_entry_shows_its_pictures_again(places, home_of):
    journal, _ = Journal.create(places.journal, None)
    body = io.BytesIO()
    Image.new("RGB", (30, 30), "teal").save(body, "PNG")
    picture = Picture(journal.pictures.add(body.getvalue()), "a roof")
    kept = entry("with a roof", pictures=(picture,))
    journal.keep_entry(kept)
    journal.close()
    person = home_of()
    person.window.page("journal").open_entry(kept.id)
    person.wait()
    assert person.see("journal.pictures.1").accessibleName() == "Picture 1: a roof"
    assert person.window.page("journal").composer.entry() == kept


@pytest.mark.parametrize("text_size", [100, 150])
def test_that_the_note_is_in_sight_after_the_whole_screen(places, home_of, text_size):
    words = "Rain on the roof.\n" * 8
    fill(places, entry(words, feelings=("tense",), sleep_hours=6, went_well="x"))
    person = home_of()
    person.parts.look.set_text_size(text_size)
    person.window.resize(1100, 640)
    person.stand_on("journal.timeline")
    person.key(Key.Key_Return)
    person.see("journal.note").setFocus()
    person.key(Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    person.key(Key.Key_F11)
    person.window.resize(1920, 1080)
    person.wait()
    person.key(Key.Key_Escape)
    person.window.resize(1100, 640)  # as a desktop does it, in its own time
    person.wait()
    note = person.see("journal.note")
    assert person.window.focusWidget() is note
    person.wait_for(lambda: note.visibleRegion().boundingRect() == note.rect())


@pytest.mark.parametrize("width", [900, 1280])
def test_that_an_opened_note_is_as_high_as_its_words_and_stands_at_its_start(
    places, home_of, width
):
    fill(places, entry("\n".join("Rain" for _ in range(11))), entry("Sun\n" * 50, 1))
    person = home_of()
    person.window.resize(width, 700)
    for row, is_whole in ((0, True), (1, False)):
        person.stand_on("journal.timeline", row)
        person.key(Key.Key_Return)
        bar = person.see("journal.note").verticalScrollBar()
        assert bar.value() == 0
        person.wait_for(lambda bar=bar, whole=is_whole: (bar.maximum() == 0) is whole)
    person.key(Key.Key_Escape)
    note = person.see("journal.note")
    least = 5 * note.fontMetrics().height()
    person.wait_for(lambda: note.minimumSizeHint().height() < 2 * least)
