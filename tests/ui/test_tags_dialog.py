"""The dialog of all tags: other names, two made into one, groups, and which are offered."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from resilience_desktop.domain.tag import ACTIVITIES, PEOPLE, Tag
from resilience_desktop.ui.widgets.written_rows import Heading

from .samples import entry, fill

Key = Qt.Key


@pytest.fixture
def tagged(places, home_of):
    """Somebody with some tags, in front of the dialog."""
    fill(
        places,
        entry("first", tags=("walk", "Mara")),
        entry("second", 1, tags=("walking", "walk")),
        entry("third", 2, tags=("walking",)),
    )
    person = home_of()
    person.parts.tasks.write(lambda j: j.tags.keep(Tag("Mara", PEOPLE)), owner=person.window)
    person.wait()
    person.window.dialogs.show_tags()
    person.wait()
    return person


def listed(person):
    rows = person.find("tags.list").rows
    held = [rows.row_at(rows.index(n)) for n in range(rows.rowCount())]
    return [row.words if isinstance(row, Heading) else f"{row.id} {row.when}" for row in held]


def choose(person, word):
    view = person.find("tags.list")
    view.setCurrentIndex(view.rows.index_of(word))


def press(person, name):
    person.qtbot.mouseClick(person.find(name), Qt.MouseButton.LeftButton)
    person.wait()


def tags(person):
    return {tag.word: tag for tag in person.read(lambda journal: journal.tags.all())}


def used_tags(person):
    return [item.tags for item in person.read(lambda journal: journal.looking.timeline().items)]


def type_anew(person, name, words):
    field = person.find(name)
    field.selectAll()
    person.qtbot.keyClicks(field, words)


def test_that_tags_stand_by_group_those_used_most_first(tagged):
    assert listed(tagged) == ["Activities", "walk 2", "walking 2", "People", "Mara 1"]


def test_that_a_tag_is_found_as_one_types(tagged):
    tagged.qtbot.keyClicks(tagged.find("tags.find"), "mar")
    assert listed(tagged) == ["People", "Mara 1"]
    tagged.qtbot.keyClicks(tagged.find("tags.find"), "x")
    assert tagged.find("tags.empty")


def test_that_a_tag_is_renamed_everywhere_by_keyboard_and_back_again(tagged):
    choose(tagged, "walk")
    tagged.find("tags.list").setFocus()
    tagged.key(Key.Key_Return)
    type_anew(tagged, "tag_rename.field", "stroll")
    tagged.key(Key.Key_Return)
    tagged.wait()
    assert used_tags(tagged) == [("stroll", "Mara"), ("walking", "stroll"), ("walking",)]
    assert tagged.find("tags.list").chosen().id == "stroll"
    press(tagged, "tags.undo")
    assert used_tags(tagged)[0] == ("walk", "Mara")
    assert not tagged.find("tags.undo")


def test_that_a_name_that_is_there_is_asked_about_and_enter_leads_to_cancel(tagged):
    choose(tagged, "walking")
    press(tagged, "tags.rename")
    type_anew(tagged, "tag_rename.field", "walk")
    meaning = tagged.find("tag_rename.meaning").text()
    assert meaning == (
        "“walk” is there already. 2 entries have “walk”. 2 entries have “walking”. "
        "Put together, all of them have “walk”. This cannot be taken apart again."
    )
    tagged.key(Key.Key_Return)
    assert tagged.find("tag_rename.cancel").hasFocus()
    tagged.key(Key.Key_Return)
    assert not tagged.find("tag_rename")
    assert used_tags(tagged) == [("walk", "Mara"), ("walking", "walk"), ("walking",)]
    press(tagged, "tags.rename")
    type_anew(tagged, "tag_rename.field", "walk")
    press(tagged, "tag_rename.answer")
    assert used_tags(tagged) == [("walk", "Mara"), ("walk",), ("walk",)]
    assert not tagged.find("tags.undo")


def test_that_a_name_without_words_cannot_be_given(tagged):
    choose(tagged, "walk")
    press(tagged, "tags.rename")
    type_anew(tagged, "tag_rename.field", "   ")
    assert not tagged.find("tag_rename.answer").isEnabled()
    tagged.key(Key.Key_Return)
    assert tagged.find("tag_rename")
    press(tagged, "tag_rename.cancel")
    assert set(tags(tagged)) == {"walk", "walking", "Mara"}


def test_that_two_are_made_one(tagged):
    choose(tagged, "walking")
    press(tagged, "tags.merge")
    others = tagged.find("tag_merge.others")
    assert [others.itemText(n) for n in range(others.count())] == ["Mara", "walk"]
    assert others.currentText() == ""
    assert not tagged.find("tag_merge.answer").isEnabled()
    others.setCurrentIndex(1)
    assert tagged.find("tag_merge.answer").isEnabled()
    others.setFocus()
    tagged.key(Key.Key_Return)
    assert tagged.find("tag_merge.cancel").hasFocus()
    press(tagged, "tag_merge.answer")
    assert listed(tagged) == ["Activities", "walk 3", "People", "Mara 1"]


def test_that_a_tag_is_offered_no_longer_and_again(tagged):
    choose(tagged, "walk")
    press(tagged, "tags.offer")
    assert tags(tagged)["walk"].archived
    assert used_tags(tagged)[0] == ("walk", "Mara")
    choose(tagged, "walk")
    assert tagged.find("tags.offer").text() == "Offer again"
    press(tagged, "tags.offer")
    assert not tags(tagged)["walk"].archived


def test_that_a_tag_moves_to_a_new_group_and_back(tagged):
    choose(tagged, "walk")
    press(tagged, "tags.move")
    groups = tagged.find("tag_group.groups")
    groups.setCurrentIndex(groups.count() - 1)
    assert not tagged.find("tag_group.answer").isEnabled()
    type_anew(tagged, "tag_group.new", "Outdoors")
    press(tagged, "tag_group.answer")
    assert listed(tagged)[-2:] == ["Outdoors", "walk 2"]
    press(tagged, "tags.undo")
    assert tags(tagged)["walk"].group == ACTIVITIES


def test_that_what_is_being_written_has_the_new_name_too(tagged):
    tagged.find("tags").accept()
    tagged.wait()
    page = tagged.window.page("journal")
    page.open_entry(
        next(i.id for i in tagged.read(lambda j: j.looking.timeline().items) if i.note == "first")
    )
    tagged.wait()
    tagged.write("journal.note", "Also ")
    tagged.window.dialogs.show_tags()
    tagged.wait()
    choose(tagged, "walk")
    press(tagged, "tags.rename")
    type_anew(tagged, "tag_rename.field", "stroll")
    press(tagged, "tag_rename.answer")
    tagged.find("tags").accept()
    tagged.wait()
    assert page.composer.entry().tags == ("stroll", "Mara")
    assert page.composer.entry().note == "Also first"
    tagged.press("journal.save")
    assert "walk" not in {tag for kept in used_tags(tagged) for tag in kept} - {"walking"}


def test_that_the_settings_lead_here(tagged):
    tagged.find("tags").accept()
    tagged.window.dialogs.show_settings("journal")
    tagged.wait()
    press(tagged, "settings.tags")
    assert tagged.find("tags")
    tagged.find("tags").accept()
    tagged.find("settings").accept()
    tagged.wait()


def test_that_only_a_tag_nobody_has_can_be_removed_and_it_comes_back_with_undo(tagged):
    tagged.parts.tasks.write(lambda j: j.tags.keep(Tag("rowing", "sport")), owner=tagged.window)
    tagged.wait()
    choose(tagged, "walk")
    assert not tagged.find("tags.forget")
    choose(tagged, "rowing")
    press(tagged, "tags.forget")
    assert "rowing" not in tags(tagged)
    press(tagged, "tags.undo")
    assert tags(tagged)["rowing"].group == "sport"
