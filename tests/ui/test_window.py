"""The window round the pages: shortcuts, Help now, search, header, colours, and what it keeps."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QTabBar, QWidget

from resilience_desktop import content
from resilience_desktop.services.journal import Journal
from resilience_desktop.ui.pages import PAGES

from .samples import entry, fill, record

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
WORDS = "quiet river stone lamp"


def trigger(person, name):
    person.window.findChild(object, f"menu.{name}").trigger()
    person.wait()


def texts(top):
    """Return the words that can be seen in a window."""
    found = [w for w in top.findChildren(QWidget) if hasattr(w, "text") and w.isVisible()]
    return [widget.text() for widget in found]


def settings(person):
    return person.window.context.preferences.settings


@pytest.fixture
def written(places, home_of):
    """Somebody with an entry and a record."""
    fill(places, entry("Rain on the tin roof"), record("Rain will ruin it.", 3), entry("Sun", 5))
    return home_of()


# Shortcuts


def test_that_ctrl_n_and_ctrl_t_begin_something_from_anywhere(home):
    home.go("share")
    home.key("n", CTRL)
    assert home.find("journal")
    assert home.see("journal.mood").isAncestorOf(QApplication.focusWidget())
    home.key("t", CTRL)
    assert home.find("thoughts.worksheet")
    assert QApplication.focusWidget() is home.see("thoughts.situation_words")


def test_that_ctrl_p_goes_to_share(home):
    home.key("p", CTRL)
    assert home.find("share")


def test_that_ctrl_q_keeps_what_is_being_typed(home):
    home.write("journal.note", "Half a sen")
    home.key("q", CTRL)
    assert not home.window.isVisible()
    assert home.read(lambda j: j.drafts.get("entry:new")).note == "Half a sen"


def test_that_help_now_is_one_key_away_on_every_page(home):
    for page in PAGES:
        home.go(page.key)
        home.key(Qt.Key.Key_F1)
        home.see("help").close()
        home.key("h", CTRL | SHIFT)
        home.see("help").close()


def test_that_help_now_is_one_key_away_before_there_is_a_journal(person):
    person.key(Qt.Key.Key_F1)
    person.see("help").close()
    person.press("first_run.help")
    person.see("help").close()
    person.press("first_run.not_now")
    person.key(Qt.Key.Key_F1)
    person.see("help").close()


def test_that_help_now_is_one_key_away_when_locked(places, home_of):
    Journal.create(places.journal, WORDS)[0].close()
    person = home_of()
    assert person.find("unlock")
    person.key(Qt.Key.Key_F1)
    person.see("help").close()
    person.press("unlock.help")
    person.see("help").close()
    assert not person.parts.tasks.has_journal


# Help now


def test_that_help_now_stays_on_the_screen_as_more_of_it_comes(home):
    home.window.show_help()
    shown = home.see("help")
    bottom = home.window.screen().availableVirtualGeometry().bottom()
    shown.move(shown.x(), bottom - shown.height() + 1)
    shown.resize(shown.width(), shown.height() + 60)
    home.wait()
    assert shown.frameGeometry().bottom() == bottom


def test_that_help_now_shows_the_numbers_of_a_country_and_remembers_it(home):
    home.key(Qt.Key.Key_F1)
    country = next(c for c in content.countries() if c.code == "DE")
    box = home.see("help.country")
    box.setCurrentIndex(box.findData("DE"))
    box.activated.emit(box.currentIndex())
    home.wait()
    shown = texts(home.see("help"))
    assert any(number in words for words in shown for number in country.emergency)
    for line in country.lines:
        assert line.name in shown
        assert set(line.contacts) <= set(shown)
    home.see("help").close()
    home.quit()
    home.start()
    assert settings(home).country == "DE"
    home.key(Qt.Key.Key_F1)
    assert home.see("help.country").currentData() == "DE"
    home.see("help").close()


def test_that_somebody_in_another_country_is_told_where_to_look(home):
    home.key(Qt.Key.Key_F1)
    home.see("help.country").setCurrentIndex(0)
    home.wait()
    assert {"112", "EU and many other countries", "findahelpline.com"} <= set(
        texts(home.see("help"))
    )
    home.see("help").close()


def test_that_the_numbers_of_every_country_have_names(home):
    home.key(Qt.Key.Key_F1)
    box = home.see("help.country")
    for country in content.countries():
        box.setCurrentIndex(box.findData(country.code))
        spoken = [w.accessibleName() for w in home.see("help").findChildren(QWidget)]
        emergency = [name for name in spoken if name.startswith("Emergency: ")]
        assert country.emergency[0] in emergency[-1]
        for line in country.lines:
            for contact in line.contacts:
                assert f"{line.name}: {contact}" in spoken
    home.see("help").close()


# The header


@pytest.mark.parametrize("text_size", [100, 150, 200])
def test_that_nothing_in_the_header_is_cut_off(home, text_size):
    home.parts.look.set_text_size(text_size)
    for width in (900, 1080, 1280, 1700):
        home.window.resize(width, 700)
        home.wait()
        assert home.window.width() == width
        assert_whole(home.see("header"), home.window.header.tabs)


def assert_whole(header, tabs):
    """Check that all of the header can be seen and nothing covers anything."""
    for part in header.findChildren(QWidget):
        if isinstance(part, QPushButton | QTabBar) and part.isVisible():
            place = part.mapTo(header, QPoint(0, 0))
            assert place.x() >= 0, part.objectName()
            assert place.x() + part.width() <= header.width(), part.objectName()
            assert part.width() >= part.minimumSizeHint().width(), part.objectName()
            assert place.y() + part.height() <= header.height(), part.objectName()
    last = tabs.tabRect(tabs.count() - 1)
    assert tabs.width() >= last.right()
    tools = [w for w in header.findChildren(QPushButton) if w.isVisible()]
    boxes = [w.rect().translated(w.mapTo(header, QPoint(0, 0))) for w in [tabs, *tools]]
    assert not any(a.intersects(b) for n, a in enumerate(boxes) for b in boxes[n + 1 :])


# Colours, text and the place of the window


def test_that_colours_change_at_once_and_stay(home):
    before = home.window.grab().toImage()
    trigger(home, "theme_dark")
    dark = home.window.grab().toImage()
    assert dark != before
    assert dark.pixelColor(4, 300).lightness() < 80
    trigger(home, "theme_light")
    assert home.window.grab().toImage().pixelColor(4, 300).lightness() > 200
    home.quit()
    home.start()
    assert home.parts.look.theme_setting == "light"


def test_that_text_grows_by_keys_and_stays(home):
    def shown():
        return home.see("journal.note").font().pixelSize()

    usual = shown()
    for _ in range(3):
        home.key(Qt.Key.Key_Plus, CTRL)
    home.key(Qt.Key.Key_Minus, CTRL)
    home.wait_for(lambda: shown() > usual)
    home.quit()
    home.start()
    assert settings(home).text_size == 120
    assert shown() > usual
    home.key("0", CTRL)
    home.wait_for(lambda: shown() == usual)


@pytest.mark.parametrize(
    "content_of_file",
    [
        b"",
        b"[]",
        b"\xff\xfe",
        b'{"window": [1, 2], "page": 3, "theme": "pink", "text_size": "big"}',
        b'{"window": [99999, 99999, 300, 300], "page": "gone"}',
    ],
)
def test_that_settings_nobody_can_use_do_not_stop_the_start(places, home_of, content_of_file):
    fill(places)
    places.settings.write_bytes(content_of_file)
    person = home_of()
    assert person.find("journal")
    assert person.window.x() < 5000


def test_that_settings_of_a_newer_version_are_kept(places, home_of):
    fill(places)
    places.settings.write_text('{"sound": "bell"}', encoding="utf-8")
    person = home_of()
    trigger(person, "theme_dark")
    assert json.loads(places.settings.read_text(encoding="utf-8"))["sound"] == "bell"


def test_that_settings_that_cannot_be_written_do_not_matter(places, home_of):
    fill(places)
    places.settings.mkdir(parents=True)
    person = home_of()
    trigger(person, "theme_dark")
    assert person.parts.look.theme_setting == "dark"


# Menu


def test_that_everything_can_be_saved_as_a_file_that_is_not_encrypted(written, tmp_path):
    target = written.save_to(tmp_path / "all.json")
    trigger(written, "export")
    assert "not encrypted" in written.see("export.meaning").text()
    written.press("export.choose")
    written.wait_for(target.exists)
    written.wait()
    assert written.window.notices.words
    assert "tin roof" in target.read_text(encoding="utf-8")


def test_that_saving_everything_can_be_thought_better_of(written):
    written.save_to(None)
    trigger(written, "export")
    written.press("export.choose")
    assert written.window.notices.words == ""
    trigger(written, "export")
    written.see("export").reject()
    assert written.window.notices.words == ""


def test_that_a_file_that_cannot_be_written_is_said_in_a_sentence(written, tmp_path):
    written.save_to(tmp_path / "gone" / "all.json")
    trigger(written, "export")
    written.press("export.choose")
    box = written.see("problem")
    assert "folder is not there" in box.text()
    box.close()


def test_that_the_app_says_what_it_is(home):
    trigger(home, "about")
    dialog = home.see("settings")
    assert "not a diagnosis" in " ".join(texts(dialog))
    dialog.show_section("safety")
    assert home.see("settings.journal_folder").text() == str(home.places.journal)
    dialog.close()


def test_that_another_folder_can_be_chosen(person, tmp_path, monkeypatch):
    other = tmp_path / "elsewhere"
    Journal.create(other, WORDS)[0].close()
    monkeypatch.setattr("resilience_desktop.ui.files.ask_for_folder", lambda *_: None)
    person.press("first_run.other")
    assert person.find("first_run")
    monkeypatch.setattr("resilience_desktop.ui.files.ask_for_folder", lambda *_: other)
    person.press("first_run.other")
    assert person.window.folder == other
    person.write("unlock.passphrase", WORDS)
    person.key(Qt.Key.Key_Return)
    assert person.find("journal")


def test_that_another_folder_can_be_chosen_at_the_lock(places, home_of, tmp_path, monkeypatch):
    Journal.create(places.journal, WORDS)[0].close()
    other = tmp_path / "elsewhere"
    Journal.create(other, None)[0].close()
    person = home_of()
    monkeypatch.setattr("resilience_desktop.ui.files.ask_for_folder", lambda *_: other)
    person.press("unlock.other")
    assert person.find("journal")


# What is loaded, and when


def test_that_drawing_and_typesetting_are_loaded_only_when_they_are_used(tmp_path):
    code = """
import sys
from pathlib import Path
from PySide6.QtCore import QEventLoop
from resilience_desktop import app
from resilience_desktop.paths import Places
from resilience_desktop.services.journal import Journal
from resilience_desktop.showcase.camera import settle

places = Places.inside(Path(sys.argv[1]))
app.demo_journal(places).close()
parts = app.build(places)
parts.window.start()
parts.window.show()
settle(parts)
heavy = {"matplotlib", "typst", "numpy", "pikepdf"}
print(sorted(heavy & set(sys.modules)))
parts.window.page("charts")
settle(parts)
print("matplotlib" in sys.modules, "matplotlib.pyplot" in sys.modules)
parts.window.close()
parts.tasks.close()
"""
    run = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert run.stdout.splitlines() == ["[]", "True False"]
    assert (tmp_path / "cache" / "matplotlib").is_dir()


def test_that_the_window_takes_everything_with_it(qapp, home_of, places):
    fill(places, entry("Rain"), record())
    before = {id(widget) for widget in qapp.allWidgets()}
    person = home_of()
    for page in PAGES:
        person.go(page.key)
    person.quit()
    left = [repr(widget) for widget in qapp.allWidgets() if id(widget) not in before]
    assert not left
