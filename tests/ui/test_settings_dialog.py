"""Somebody makes the app their own."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import Qt, QTime
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QDialog, QTimeEdit

from resilience_desktop.settings import Settings

from .samples import entry, fill


@pytest.fixture
def settings(home):
    """Return a way to the settings that opens a section."""

    def open_section(key):
        home.window.dialogs.show_settings(key)
        return home.see("settings")

    return open_section


def choose(person, name, value):
    box = person.see(name, QComboBox)
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())
    person.wait()


def click(person, name):
    person.see(name, QCheckBox).click()
    person.wait()


def remembered(person):
    return Settings.read(person.places.settings)


def shown_sections(dialog):
    return [section.key for section in dialog.sections if section.isVisibleTo(dialog)]


def shown_settings(dialog):
    return [
        setting
        for section in dialog.sections
        for setting in section.settings
        if setting.isVisibleTo(dialog)
    ]


def test_that_ctrl_comma_opens_the_settings_at_their_search(home):
    home.shortcut(Qt.Key.Key_Comma)
    assert home.find("settings")
    home.wait_for(lambda: home.see("settings.search").hasFocus())


def test_that_a_section_is_shown_at_a_time_and_arrows_go_through_them(home, settings):
    dialog = settings("appearance")
    assert shown_sections(dialog) == ["appearance"]
    dialog.names.setFocus()
    home.wait_for(dialog.names.hasFocus)
    seen = []
    for _ in dialog.sections[1:]:
        home.key(Qt.Key.Key_Down)
        seen += shown_sections(dialog)
    assert seen == [
        "journal",
        "thoughts",
        "reminders",
        "safety",
        "help_lines",
        "language",
        "about",
    ]


@pytest.mark.parametrize(
    ("words", "sections"),
    [
        ("dark", ["appearance"]),
        ("FONT", ["appearance"]),
        ("remind", ["reminders"]),
        ("break", ["reminders"]),
        ("country", ["help_lines"]),
        ("licence", ["about"]),
    ],
)
def test_that_search_leads_to_settings_by_what_they_say(home, settings, words, sections):
    dialog = settings("safety")
    home.write("settings.search", words)
    assert shown_sections(dialog) == sections
    assert shown_settings(dialog)
    dialog.search.clear()
    assert shown_sections(dialog) == ["safety"]


def test_that_a_search_without_result_says_so_and_a_section_ends_it(home, settings):
    dialog = settings("appearance")
    home.write("settings.search", "zebra")
    assert home.see("settings.nothing")
    dialog.names.setCurrentRow(1)
    assert shown_sections(dialog) == ["journal"]
    assert dialog.search.text() == ""


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_that_colours_change_at_once_and_are_remembered(home, settings, theme):
    settings("appearance")
    before = home.parts.look.current
    choose(home, "settings.theme", theme)
    assert home.parts.look.current is not before or theme == "light"
    assert home.parts.look.theme_setting == theme
    assert remembered(home).theme == theme


def test_that_text_grows_at_once_and_the_dialog_stays_inside_the_window(home, settings):
    dialog = settings("appearance")
    choose(home, "settings.text_size", "200")
    home.wait_for(lambda: home.parts.look.current.text_size == 200)
    assert remembered(home).text_size == 200
    assert dialog.width() <= home.window.width()
    assert dialog.height() <= home.window.height()


def test_that_own_words_can_look_like_the_rest(home, settings):
    settings("appearance")
    look = home.parts.look
    assert look.font("reading").family() != look.font("body").family()
    choose(home, "settings.own_words_font", "app")
    assert look.font("reading").family() == look.font("body").family()
    assert home.see("journal.note").font().family() == look.font("body").family()
    assert remembered(home).own_words_font == "app"


def test_that_a_font_that_is_gone_stays_chosen_and_does_no_harm(places, home_of):
    fill(places, entry("Rain"))
    Settings(own_words_font="No Such Font").write(places.settings)
    person = home_of()
    person.window.dialogs.show_settings()
    box = person.see("settings.own_words_font", QComboBox)
    assert box.currentData() == "No Such Font"
    assert person.see("journal.note").font().pixelSize() > 0


def test_that_less_motion_holds_at_once(home, settings):
    settings("appearance")
    click(home, "settings.less_motion")
    assert home.parts.look.reduced_motion
    assert home.parts.look.motion("gentle") == 0
    assert remembered(home).less_motion


def test_that_what_helps_most_comes_first_in_the_tabs_and_their_keys(home, settings):
    settings("journal")
    click(home, "settings.charts_first")
    tabs = home.window.header.tabs
    order = ["charts", "journal", "thoughts", "toolkit", "share"]
    assert [tabs.tabData(n) for n in range(tabs.count())] == order
    assert tabs.tabData(tabs.currentIndex()) == "journal"
    home.see("settings").close()
    home.shortcut("1")
    assert home.find("charts")
    home.quit()
    home.start()
    assert home.window.header.tabs.tabData(0) == "charts"


def test_that_there_are_no_reminders_unless_somebody_wants_them(home, settings):
    settings("reminders")
    assert home.see("settings.reminders", QComboBox).currentData() == "off"
    assert not home.find("settings.time1")
    assert not home.find("settings.from")


def test_that_reminders_come_at_chosen_times(home, settings):
    settings("reminders")
    choose(home, "settings.reminders", "chosen")
    home.see("settings.time1", QTimeEdit).setTime(QTime(9, 30))
    assert remembered(home).reminder_times == ("09:30",)
    click(home, "settings.twice")
    home.see("settings.time2", QTimeEdit).setTime(QTime(8, 0))
    assert remembered(home).reminder_times == ("08:00", "09:30")
    click(home, "settings.twice")
    assert remembered(home).reminder_times == ("09:30",)


def test_that_twice_a_day_is_never_twice_at_the_same_time(home, settings):
    settings("reminders")
    choose(home, "settings.reminders", "chosen")
    click(home, "settings.twice")
    assert len(set(remembered(home).reminder_times)) == 2


def test_that_random_reminders_have_hours(home, settings):
    settings("reminders")
    choose(home, "settings.reminders", "random")
    home.see("settings.from", QTimeEdit).setTime(QTime(10, 0))
    click(home, "settings.twice")
    found = remembered(home)
    assert (found.reminders, found.reminder_hours, found.reminders_a_day) == (
        "random",
        ("10:00", "20:00"),
        2,
    )


def test_that_a_break_keeps_the_times(home, settings):
    settings("reminders")
    choose(home, "settings.reminders", "chosen")
    click(home, "settings.on_a_break")
    found = remembered(home)
    assert found.on_a_break
    assert found.reminders == "chosen"


def test_that_the_journal_can_be_checked(places, home_of):
    fill(places, entry("Rain"), entry("Sun", 1))
    person = home_of()
    person.window.dialogs.show_settings("safety")
    assert "Without a passphrase" in person.see("settings.door").text()
    person.press("settings.check")
    person.wait_for(lambda: "2 entries" in person.see("settings.checked").text())


def test_that_everything_can_be_saved_from_the_settings(places, home_of, tmp_path):
    fill(places, entry("Rain"))
    person = home_of()
    person.save_to(tmp_path / "all.json")
    person.window.dialogs.show_settings("safety")
    person.press("settings.export")
    choose_place = person.find("export.choose")
    choose_place.click()
    person.wait()
    assert json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))


def test_that_the_country_is_remembered(home, settings):
    settings("help_lines")
    choose(home, "settings.country", "NZ")
    assert remembered(home).country == "NZ"


def test_that_the_first_pages_can_be_seen_again(home, settings):
    settings("about")
    home.press("settings.first_steps")
    home.wait_for(lambda: home.find("first_steps") is not None)
    click(home, "first_steps.thoughts_first")
    assert remembered(home).pages_first == ("thoughts",)
    with home.qtbot.waitSignal(home.window.demo_requested):
        home.find("first_steps.demo").click()


@pytest.mark.parametrize("damaged", [b"", b"{", b'{"theme": 7, "reminder_times": "x"}'])
def test_that_damaged_settings_stop_nothing(places, home_of, damaged):
    fill(places, entry("Rain"))
    places.settings.parent.mkdir(parents=True, exist_ok=True)
    places.settings.write_bytes(damaged)
    person = home_of()
    for section in ("appearance", "reminders", "help_lines"):
        person.window.dialogs.show_settings(section)
        person.see("settings").close()
        QApplication.processEvents()
    assert person.find("journal")


def test_that_settings_hold_nothing_personal(places, home_of):
    fill(places, entry("Rain on the tin roof"))
    person = home_of()
    person.window.dialogs.show_settings("reminders")
    choose(person, "settings.reminders", "chosen")
    person.quit()
    assert "tin roof" not in places.settings.read_text(encoding="utf-8")


def test_that_a_new_entry_asks_for_what_somebody_chose(home, settings):
    settings("journal")
    home.wait()
    assert home.see("settings.ask_feelings", QCheckBox).isChecked()
    click(home, "settings.ask_energy")
    click(home, "settings.ask_feelings")
    home.see("settings").close()
    assert home.find("journal.energy")
    assert not home.find("journal.feelings")
    home.quit()
    home.start()
    assert home.find("journal.energy")
    assert not home.find("journal.feelings")


def test_that_the_quiet_line_can_be_switched_off_and_stays_off(home, settings):
    settings("journal")
    home.wait()
    assert home.see("settings.quiet_line", QCheckBox).isChecked()
    click(home, "settings.quiet_line")
    assert not home.read(lambda journal: journal.settings()).quiet_line
    assert home.read(lambda journal: journal.settings()).asks == ("feelings",)


def test_that_what_a_search_found_is_reached_by_tab(home, settings):
    dialog = settings("appearance")
    dialog.search.setFocus()
    home.wait_for(dialog.search.hasFocus)
    home.write("settings.search", "country")
    home.key(Qt.Key.Key_Tab)
    assert dialog.search.text() == "country"
    assert QApplication.focusWidget() is home.see("settings.country")


def test_that_enter_in_the_search_goes_to_what_was_found(home, settings):
    dialog = settings("appearance")
    dialog.search.setFocus()
    home.wait_for(dialog.search.hasFocus)
    home.write("settings.search", "break")
    home.key(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is home.see("settings.on_a_break")
    assert home.find("settings")


def test_that_help_now_opens_over_a_dialog_and_only_once(home, settings):
    dialog = settings("appearance")
    dialog.search.setFocus()
    home.wait_for(dialog.search.hasFocus)
    home.key(Qt.Key.Key_F1)
    assert home.find("help")
    home.key(Qt.Key.Key_F1)
    assert len([d for d in home.window.findChildren(QDialog, "help") if d.isVisible()]) == 1
