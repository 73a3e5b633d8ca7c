from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from resilience_desktop.errors import NotWrittenError
from resilience_desktop.services.journal import Door, Journal
from resilience_desktop.storage.migrations import FORMAT
from resilience_desktop.storage.vault import Vault
from resilience_desktop.ui.widgets.written_list import WrittenList

from .samples import entry

WORDS = "quiet river stone lamp"


@pytest.fixture
def locked(places):
    journal, groups = Journal.create(places.journal, WORDS)
    journal.close()
    return groups


def files_of(places):
    return {p.name: p.read_bytes() for p in places.journal.iterdir()}


def test_that_a_short_or_unequal_passphrase_makes_no_journal(person, places):
    person.write("first_run.passphrase", "short")
    person.press("first_run.create")
    assert "10 characters" in person.see("first_run.problem").text()
    person.write("first_run.passphrase", " but longer")
    person.write("first_run.again", "something else")
    person.press("first_run.create")
    assert "not the same" in person.see("first_run.problem").text()
    assert not places.journal.exists()


def test_that_five_words_are_suggested_in_plain_sight(person):
    person.press("first_run.suggest")
    field = person.see("first_run.passphrase")
    assert len(field.text().split()) == 5
    assert field.is_revealed
    assert person.see("first_run.strength").text() == "Strong"


def test_that_wrong_groups_are_noticed_and_it_can_be_done_later(person, places):
    person.press("first_run.not_now")
    page = person.see("recovery")
    for place in page.asked:
        person.write(f"recovery.group{place + 1}", "ZZZZ")
    person.press("recovery.open")
    assert "not the same" in person.see("recovery.said").text()
    person.press("recovery.later")
    person.press("beginning.skip")
    person.see("journal")


def test_that_the_sheet_is_saved_as_a_pdf_that_opens_the_journal(person, places, tmp_path):
    target = tmp_path / "sheet.pdf"
    person.monkeypatch.setattr("resilience_desktop.ui.files.ask_where_to_save", lambda *_: target)
    person.press("first_run.not_now")
    groups = person.see("recovery")._groups
    person.press("recovery.save")
    person.qtbot.waitUntil(target.exists)
    import pypdf

    words = pypdf.PdfReader(target).pages[0].extract_text()
    assert all(group in words for group in groups)


def test_that_the_recovery_code_is_the_other_way_in(locked, home_of):
    person = home_of()
    person.press("unlock.switch")
    person.write("unlock.code", "0000 " * 7)
    person.press("unlock.open")
    assert "typing mistake" in person.see("unlock.remark").text()
    person.see("unlock.code").clear()
    person.write("unlock.code", " ".join(locked).lower())
    person.press("unlock.open")
    person.press("new_passphrase.not_now")
    person.see("journal")


def test_that_a_damaged_key_file_leaves_the_recovery_code(locked, places, home_of):
    (places.journal / "journal.keys").write_bytes(b"{}")
    person = home_of()
    assert "recovery code opens" in person.see("unlock.why").text()
    person.write("unlock.code", "".join(locked))
    person.press("unlock.open")
    person.press("new_passphrase.not_now")
    person.see("journal")


def test_that_a_damaged_journal_is_said_to_be_damaged_and_left_alone(locked, places, home_of):
    path = places.journal / "journal.db"
    whole = path.read_bytes()
    path.write_bytes(whole[:5000] + b"\x00\x01\x02" + whole[5003:])
    before = files_of(places)
    person = home_of()
    person.write("unlock.passphrase", WORDS)
    person.press("unlock.open")
    assert "damaged" in person.see("shut.why").text()
    assert files_of(places) == before


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\x00" + bytes(9000)])
def test_that_a_file_that_is_no_journal_is_refused(locked, places, home_of, content):
    (places.journal / "journal.db").write_bytes(content)
    before = files_of(places)
    person = home_of()
    assert "left as it is" in person.see("shut.why").text().replace("was left", "left as it is")
    assert files_of(places) == before


def test_that_a_journal_from_the_future_is_left_alone(locked, places, home_of):
    store = Vault(places.journal).open(WORDS)
    store.db.execute(f"PRAGMA user_version = {FORMAT + 1}")
    store.close()
    before = files_of(places)
    person = home_of()
    person.write("unlock.passphrase", WORDS)
    person.press("unlock.open")
    assert "newer version" in person.see("unlock.remark").text()
    assert files_of(places) == before


def test_that_a_folder_that_cannot_be_written_to_is_said_so(person, places):
    places.journal.parent.mkdir(parents=True, exist_ok=True)
    places.journal.write_bytes(b"a file where the folder should be")
    person.press("first_run.not_now")
    assert "folder" in person.see("first_run.problem").text()


def test_that_the_window_comes_back_as_it_was_left(home):
    home.window.resize(1010, 702)
    home.window.page("charts")
    home.wait()
    home.window.findChild(object, "menu.theme_dark").trigger()
    home.quit()
    home.start()
    assert (home.window.width(), home.window.height()) == (1010, 702)
    assert home.see("charts")
    assert home.parts.look.current.theme.name == "dark"


def test_that_damaged_settings_do_not_stop_the_start(home, places):
    home.quit()
    places.settings.write_text("{not json", encoding="utf-8")
    home.start()
    home.see("journal")


def test_that_text_grows_and_shrinks_within_its_range(home):
    for _ in range(15):
        home.window.findChild(object, "menu.larger").trigger()
    assert home.window.context.preferences.settings.text_size == 200
    for _ in range(30):
        home.window.findChild(object, "menu.smaller").trigger()
    assert home.window.context.preferences.settings.text_size == 85
    home.window.findChild(object, "menu.usual").trigger()
    assert home.window.context.preferences.settings.text_size == 100


def test_that_not_now_asks_once_whoever_has_typed_a_passphrase(person, places):
    person.write("first_run.passphrase", WORDS)
    person.press("first_run.not_now")
    assert "have typed a passphrase" in person.see("first_run.problem").text()
    assert not places.journal.exists()
    person.press("first_run.not_now")
    person.see("recovery")
    assert Journal.door(places.journal) is Door.OPEN


def test_that_what_is_said_on_the_first_page_moves_nothing(person):
    def places_of_all():
        names = ("first_run.create", "first_run.passphrase", "first_run.again")
        return [person.see(name).mapTo(person.window, QPoint()) for name in names]

    before = places_of_all()
    person.press("first_run.create")
    assert person.see("first_run.problem").isVisible()
    person.qtbot.wait(50)
    assert places_of_all() == before


def test_that_what_is_said_at_the_lock_moves_nothing(locked, home_of):
    person = home_of()

    def places_of_all():
        names = ("unlock.title", "unlock.passphrase", "unlock.open", "unlock.switch")
        return [person.see(name).mapTo(person.window, QPoint()) for name in names]

    before = places_of_all()
    person.write("unlock.passphrase", "not this one at all")
    person.press("unlock.open")
    assert person.see("unlock.remark").text()
    person.qtbot.wait(50)
    assert places_of_all() == before


def test_that_the_other_way_in_begins_with_an_empty_field(locked, home_of):
    person = home_of()
    person.write("unlock.passphrase", "not this one at all")
    person.press("unlock.open")
    person.press("unlock.switch")
    person.write("unlock.code", "0000 " * 7)
    person.press("unlock.open")
    assert "typing mistake" in person.see("unlock.remark").text()
    person.write("unlock.code", "0")
    assert "Seven groups" in person.see("unlock.remark").text()
    person.press("unlock.switch")
    person.write("unlock.passphrase", WORDS)
    person.press("unlock.open")
    person.see("journal")


def test_that_the_whole_recovery_code_is_seen_as_it_is_typed(locked, home_of):
    person = home_of()
    person.press("unlock.switch")
    field = person.see("unlock.code")
    words = field.fontMetrics().horizontalAdvance("-".join(locked))
    assert field.width() > words + 16


def test_that_a_sheet_nobody_kept_is_offered_once_after_the_next_start(person):
    person.press("first_run.not_now")
    person.see("recovery")
    person.crash()
    person.start()
    person.wait_for(lambda: person.find("sheet_notice") is not None)
    person.press("sheet_notice.leave")
    assert not person.find("sheet_notice")
    person.quit()
    person.start()
    person.see("journal")
    assert not person.find("sheet_notice")


def test_that_the_notice_of_the_sheet_leads_to_it(person):
    person.press("first_run.not_now")
    person.press("recovery.later")
    person.press("beginning.skip")
    assert not person.find("sheet_notice")  # whoever said later is not asked at once
    person.quit()
    person.start()
    person.press("sheet_notice.more")
    assert person.find("settings.recovery_sheet")


def test_that_a_sheet_that_was_typed_back_is_not_offered_again(person):
    person.press("first_run.not_now")
    page = person.see("recovery")
    for place in page.asked:
        person.write(f"recovery.group{place + 1}", page._groups[place])
    person.press("recovery.open")
    person.press("beginning.skip")
    person.quit()
    person.start()
    person.see("journal")
    assert not person.find("sheet_notice")


def test_that_a_wrong_passphrase_leaves_help_where_it_is_and_shows_nothing(locked, home_of):
    person = home_of()
    person.window.show_help()
    person.write("unlock.passphrase", "not this one at all")
    person.press("unlock.open")
    person.wait_for(lambda: person.see("unlock.remark").text() != "")
    assert person.see("help").isVisible()
    assert not person.window.is_open
    person.see("help").close()
    person.write("unlock.passphrase", WORDS)
    person.press("unlock.open")
    assert person.see("journal.note").isVisible()


def test_that_the_page_is_made_while_somebody_types_and_shows_the_journal_when_it_is_open(
    places, home_of
):
    journal, _ = Journal.create(places.journal, WORDS)
    journal.keep_entry(entry("Rain on the tin roof"))
    journal.close()
    person = home_of()
    person.wait_for(lambda: person.window.findChild(QWidget, "journal") is not None)
    page = person.window.findChild(QWidget, "journal")
    assert not page.isVisible()
    person.write("unlock.passphrase", "not this one at all")
    person.press("unlock.open")
    assert person.see("unlock.remark").text()
    person.write("unlock.passphrase", WORDS)
    person.press("unlock.open")
    person.wait_for(lambda: person.see("journal.timeline").model().rowCount() > 1)


def test_that_the_page_was_painted_before_it_is_seen_where_somebody_types_a_passphrase(
    places, home_of, monkeypatch
):
    painted = []
    usual = WrittenList.paintEvent

    def paint(view, event):
        painted.append((view.objectName(), view.window().is_open))
        usual(view, event)

    monkeypatch.setattr(WrittenList, "paintEvent", paint)
    Journal.create(places.journal, WORDS)[0].close()
    person = home_of()
    person.wait_for(lambda: painted != [])
    assert painted[0] == ("journal.timeline", False)
    assert person.see("unlock.passphrase").hasFocus()


@pytest.fixture
def ahead(places, home_of):
    """Somebody at the lock, behind which the first page is made already."""
    journal, _ = Journal.create(places.journal, WORDS)
    journal.keep_entry(entry("Rain on the tin roof"))
    journal.close()
    person = home_of()
    person.wait_for(lambda: person.window.findChild(QWidget, "journal") is not None)
    return person


def unlock(person):
    person.write("unlock.passphrase", WORDS)
    person.press("unlock.open")
    person.wait_for(lambda: person.find("journal") is not None)
    person.wait()


def test_that_a_page_whose_asks_went_to_a_journal_that_did_not_open_is_not_shown(ahead):
    def refuse():
        raise NotWrittenError("There is no room.")

    said = []
    ahead.window.context.tasks.open(refuse, said.append, said.append, owner=ahead.window)
    ahead.wait_for(lambda: said != [])
    unlock(ahead)
    assert ahead.see("journal.timeline").model().rowCount() > 1


def test_that_the_way_back_works_by_key_after_a_wrong_passphrase(ahead):
    ahead.write("unlock.passphrase", "not this one at all")
    ahead.press("unlock.open")
    assert ahead.see("unlock.remark").text()
    unlock(ahead)
    ahead.write("journal.note", "Half a sent")
    ahead.shortcut(Qt.Key.Key_T)
    assert ahead.find("thoughts.worksheet")
    ahead.key(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert ahead.see("journal.note").toPlainText() == "Half a sent"


def test_that_a_page_behind_the_lock_follows_nothing_that_is_asked_for(ahead):
    ahead.window.navigator.open_skill("worry_time")
    unlock(ahead)
    assert ahead.find("journal")
    assert ahead.window.focusWidget().isVisible()
