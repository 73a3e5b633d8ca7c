"""Choosing people to call: every key is kept, nothing is lost, and nobody needs a mouse."""

from __future__ import annotations

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from resilience_desktop.domain.contact import Contact
from resilience_desktop.errors import NotWrittenError
from resilience_desktop.services.contacts import ContactBook
from resilience_desktop.storage.contact_copy import copy_in
from resilience_desktop.ui.dialogs.contacts import ContactsDialog

from .samples import fill
from .test_pages import assert_all_named, assert_tab_walks_through

ALT = Qt.KeyboardModifier.AltModifier
MARA = Contact("Mara", "01632 960142", "my sister")
JONAS = Contact("Jonas", "01632 960178")
OKAFOR = Contact("Dr Okafor", "01632 960110", "weekdays")


@pytest.fixture
def editing(places, home_of):
    """Open the editor over a journal that holds these people."""

    def start(*people):
        fill(places, contacts=people)
        person = home_of()
        dialog = ContactsDialog(person.window.context, person.window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        with person.qtbot.waitActive(dialog):
            dialog.open()
            dialog.activateWindow()
        person.wait()
        opened.append(dialog)
        return person

    opened = []
    yield start
    for dialog in opened:
        if shiboken6.isValid(dialog):
            dialog.close()


def kept(person):
    person.see("contacts").save_now()
    person.wait()
    return person.read(lambda j: j.contacts.all())


def shown(person):
    return [contact.name for contact in person.see("contacts").contacts()]


def type_in(person, name, words):
    field = person.see(name, QLineEdit)
    field.setFocus()
    field.selectAll()
    person.qtbot.keyClicks(field, words)


def test_that_what_is_typed_is_kept_without_a_button(editing):
    person = editing()
    assert QApplication.focusWidget() is person.see("contacts.1.name")
    type_in(person, "contacts.1.name", "Mara")
    type_in(person, "contacts.1.phone", " 01632 960142 ")
    type_in(person, "contacts.1.note", "my sister")
    person.wait_for(lambda: person.read(lambda j: j.contacts.all()) == (MARA,))
    person.wait_for(lambda: person.see("contacts.state").words().startswith("Saved"))
    type_in(person, "contacts.1.name", "Jo")
    person.press("contacts_dialog.close")
    assert [c.name for c in person.read(lambda j: j.contacts.all())] == ["Jo"]


def test_that_a_person_is_added_below_the_others_with_the_keyboard_there(editing):
    person = editing(MARA)
    person.press("contacts.add")
    assert QApplication.focusWidget() is person.see("contacts.2.name")
    assert kept(person) == (MARA,)
    type_in(person, "contacts.2.phone", "01632 960178")
    assert kept(person) == (MARA, Contact("", "01632 960178"))


def test_that_a_note_alone_is_nobody_yet_and_that_is_said_below_the_field(editing):
    person = editing()
    type_in(person, "contacts.1.note", "evenings")
    assert kept(person) == ()
    name = person.see("contacts.1.name")
    assert name.property("state") == "wrong"
    assert name.accessibleDescription() == "A name or a number is needed."
    type_in(person, "contacts.1.name", "Jonas")
    assert kept(person) == (Contact("Jonas", "", "evenings"),)
    assert name.property("state") == ""
    assert name.accessibleDescription() == ""


def test_that_five_fill_the_list_and_a_sentence_says_so(editing):
    people = tuple(Contact(f"N{n}") for n in range(4))
    person = editing(*people)
    assert not person.find("contacts.full")
    person.press("contacts.add")
    assert not person.find("contacts.add")
    assert "five" in person.see("contacts.full").text()
    person.press("contacts.5.remove")
    assert person.find("contacts.add")
    assert kept(person) == people


def test_that_a_person_is_removed_and_brought_back_where_they_were(editing):
    person = editing(MARA, JONAS, OKAFOR)
    person.press("contacts.2.remove")
    assert kept(person) == (MARA, OKAFOR)
    assert QApplication.focusWidget() is person.see("contacts.undo")
    person.press("contacts.undo")
    assert kept(person) == (MARA, JONAS, OKAFOR)
    assert not person.find("contacts.undo")
    assert QApplication.focusWidget() is person.see("contacts.2.name")


def test_that_removing_an_empty_row_has_nothing_to_undo(editing):
    person = editing(MARA)
    person.press("contacts.add")
    person.press("contacts.2.remove")
    assert not person.find("contacts.undo")
    assert QApplication.focusWidget() is person.see("contacts.1.name")
    person.press("contacts.1.remove")
    assert kept(person) == ()
    assert not person.find("contacts.when_locked")


def test_that_people_move_by_button_and_by_key_and_the_keyboard_goes_along(editing):
    person = editing(MARA, JONAS, OKAFOR)
    assert not person.see("contacts.1.up").isEnabled()
    assert not person.see("contacts.3.down").isEnabled()
    button = person.see("contacts.2.up")
    button.setFocus()
    person.key(Qt.Key.Key_Space)
    assert [c.name for c in kept(person)] == ["Jonas", "Mara", "Dr Okafor"]
    assert QApplication.focusWidget() is person.see("contacts.1.down")
    field = person.see("contacts.1.note")
    field.setFocus()
    person.key(Qt.Key.Key_Down, ALT)
    person.key(Qt.Key.Key_Down, ALT)
    person.key(Qt.Key.Key_Down, ALT)
    assert [c.name for c in kept(person)] == ["Mara", "Dr Okafor", "Jonas"]
    assert QApplication.focusWidget() is field
    person.key(Qt.Key.Key_Up, ALT)
    assert shown(person) == ["Mara", "Jonas", "Dr Okafor"]


def test_that_the_lock_page_is_a_choice_with_an_honest_sentence(editing, places):
    person = editing(MARA)
    box = person.see("contacts.when_locked")
    assert not box.isChecked()
    assert "anyone who can open your files can read them" in box.accessibleDescription()
    person.tick("contacts.when_locked")
    assert kept(person) == (MARA,)
    assert copy_in(places.journal).exists()
    box.click()
    person.wait()
    assert not copy_in(places.journal).exists()


def test_that_the_choice_is_there_again_next_time(places, home_of, editing):
    person = editing(MARA)
    person.tick("contacts.when_locked")
    person.press("contacts_dialog.close")
    dialog = ContactsDialog(person.window.context, person.window)
    dialog.open()
    person.wait()
    assert dialog.editor.when_locked.isChecked()
    dialog.close()
    dialog.deleteLater()


def test_that_a_full_disk_is_said_and_the_words_stay_and_are_kept_later(editing, monkeypatch):
    person = editing()
    real = ContactBook.keep

    def full(*_args, **_kwargs):
        raise NotWrittenError("The disk is full, so this could not be saved.")

    monkeypatch.setattr(ContactBook, "keep", full)
    type_in(person, "contacts.1.name", "Mara")
    assert kept(person) == ()
    assert "Not saved. The disk is full" in person.see("contacts.state").words()
    assert shown(person) == ["Mara"]
    monkeypatch.setattr(ContactBook, "keep", real)
    person.wait_for(lambda: person.see("contacts.state").words().startswith("Saved"))
    assert kept(person) == (Contact("Mara"),)


def test_that_a_failure_while_closing_is_asked_about(editing, monkeypatch):
    person = editing()

    def full(*_args, **_kwargs):
        raise NotWrittenError("The disk is full, so this could not be saved.")

    with monkeypatch.context() as broken:
        broken.setattr(ContactBook, "keep", full)
        type_in(person, "contacts.1.name", "Mara")
        person.press("contacts_dialog.close")
        assert person.find("unsaved")
        assert shown(person) == ["Mara"]
        person.press("unsaved.stay")
    person.press("contacts_dialog.close")
    assert person.read(lambda j: j.contacts.all()) == (Contact("Mara"),)


def test_that_people_who_come_from_elsewhere_appear_but_not_over_what_is_typed(editing):
    person = editing(MARA)
    person.parts.tasks.write(
        lambda j: j.contacts.keep([MARA, JONAS], also_when_locked=False), owner=person.window
    )
    person.wait_for(lambda: shown(person) == ["Mara", "Jonas"])
    type_in(person, "contacts.1.name", "Marie")
    person.parts.tasks.write(
        lambda j: j.contacts.keep([OKAFOR], also_when_locked=False), owner=person.window
    )
    person.wait()
    assert shown(person) == ["Marie", "Jonas"]
    assert [c.name for c in kept(person)] == ["Marie", "Jonas"]


def test_that_an_answer_that_comes_late_does_not_take_back_what_was_typed(editing):
    person = editing()
    editor, field = person.see("contacts"), person.see("contacts.1.name")

    def go_on_typing(_changes):
        """Be quicker than the answer to what was kept first."""
        if field.text() == "Mara":
            type_in(person, "contacts.1.name", "Marian")
            editor.save_now()

    person.parts.tasks.journal_changed.connect(go_on_typing)
    type_in(person, "contacts.1.name", "Mara")
    editor.save_now()
    person.wait()
    assert person.see("contacts.1.name") is field
    assert QApplication.focusWidget() is field
    assert kept(person) == (Contact("Marian"),)


def test_that_every_control_has_a_name_and_tab_follows_the_order_of_reading(editing):
    person = editing(MARA, JONAS)
    person.press("contacts.add")
    dialog = person.see("contacts_dialog")
    assert_all_named(dialog)
    person.see("contacts.1.name").setFocus()
    assert_tab_walks_through(dialog, person.qtbot)
    person.see("contacts.2.remove").setFocus()
    person.key(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is person.see("contacts.3.name")


def test_that_nobodys_name_is_in_a_name_or_a_tip_of_a_control(editing):
    person = editing(MARA)
    for widget in person.see("contacts").findChildren(QWidget):
        assert "Mara" not in widget.accessibleName() + widget.toolTip()


def test_that_no_name_leaves_the_journal_through_the_window(editing, places):
    person = editing()
    type_in(person, "contacts.1.name", "Kanarienvogel")
    assert kept(person)
    person.press("contacts_dialog.close")
    person.window.show_help()
    person.press("help.close")
    person.quit()
    files = [path for path in places.journal.parent.rglob("*") if path.is_file()]
    assert len(files) > 2
    for path in files:
        for coding in ("utf-8", "utf-16-le", "utf-16-be"):
            assert "Kanarienvogel".encode(coding) not in path.read_bytes(), path.name
