"""Share: which days, which parts, which things one by one, and profiles that remember it."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest
from PySide6.QtCore import Qt

from resilience_desktop.domain.coping_card import CopingCard
from resilience_desktop.domain.report_part import SUMMARY, ReportPart
from resilience_desktop.domain.report_profile import OneByOne, Preset, ReportProfile
from resilience_desktop.domain.thought_record import Share

from .samples import entry, fill, record, today
from .sharing import choose_in_box, click_row, put_in, rows_to_choose

MONTHLY = ReportProfile(
    name="monthly",
    preset=Preset.WEEKS,
    parts=frozenset({ReportPart.MOOD, ReportPart.DATA}),
    paper="us-letter",
)


@pytest.fixture
def share(places, home_of):
    """Somebody at Share, with things of the last weeks and one of last year."""
    hidden = record("A secret of mine.", 2, share=Share.NEVER)
    fill(
        places,
        entry("Rain all day", 1),
        entry("Nobody is to know", 2, never_share=True),
        entry("Café with Anne", 3),
        entry("Last summer", 400),
        record("They all saw it."),
        hidden,
        cards=(
            CopingCard("It passed before.", today()),
            CopingCard("From a secret.", today() - dt.timedelta(days=1), hidden.id),
        ),
    )
    person = home_of()
    person.go("share")
    person.wait_for(lambda: person.see("share.preview")._count > 0)
    person.wait()
    return person


def choices(person):
    return person.window.page("share").report.choices


def days(person):
    first, last = choices(person).period()
    return (last - first).days + 1


# The days


def test_that_the_days_are_chosen_in_a_box(share):
    assert days(share) > 100
    choose_in_box(share, "share.period", "Last 4 weeks")
    assert days(share) == 28
    choose_in_box(share, "share.period", "All days")
    assert days(share) == 401
    assert share.find("share.from") is None


def test_that_somebody_can_have_dates_of_their_own(share):
    choose_in_box(share, "share.period", "Own dates")
    field = share.see("share.from.field")
    field.setFocus()
    field.selectAll()
    share.qtbot.keyClicks(field, f"{today() - dt.timedelta(days=2):%d.%m.%Y}")
    share.qtbot.wait(400)
    share.wait()
    assert days(share) == 3
    assert choices(share).profile().dates == (today() - dt.timedelta(days=2), today())


def test_that_since_my_last_report_says_when_there_was_none_and_begins_with_the_last(
    share, tmp_path
):
    box = share.see("share.period")
    assert box.itemText(0) == "Since my last report (none yet)"
    choose_in_box(share, "share.period", "Since my last")
    assert "No report was made yet" in share.see("share.period.days").text()
    assert days(share) == 401
    share.save_to(tmp_path / "one.pdf")
    share.press("share.save")
    share.wait_for(lambda: "PDF saved" in share.see("share.said").text())
    share.wait()
    made = share.read(lambda j: j.reports.made_last())
    assert (made.made_on, made.last) == (today(), today())
    assert days(share) == 401  # what is on the page stays
    assert box.itemText(0) == "Since my last report"
    choose_in_box(share, "share.period", "All days")
    choose_in_box(share, "share.period", "Since my last")
    assert days(share) == 1


# The parts


def test_that_each_part_says_how_much_there_is_of_it(share):
    share.wait_for(lambda: share.see("share.mood.count").text() == "3 days")
    assert share.see("share.data.count").text() == "3 entries"
    assert share.see("share.data").accessibleDescription() == "3 entries"
    assert not share.see("share.sleep_activities").isEnabled()
    assert share.see("share.sleep_activities.count").text() == "nothing yet"
    assert not share.see("share.sleep_activities").isChecked()


def test_that_a_part_without_anything_is_wanted_again_once_there_is_something(share):
    assert ReportPart.SLEEP_ACTIVITIES in choices(share).choice().parts
    kept = [entry(f"Slept {n}", n, sleep_hours=7) for n in range(14)]
    for one in kept:
        share.parts.tasks.write(lambda j, one=one: j.keep_entry(one), owner=share.window)
    share.wait_for(lambda: share.see("share.sleep_activities").isEnabled())
    assert share.see("share.sleep_activities").isChecked()


def test_that_a_tick_that_is_taken_away_takes_its_part_out(share):
    share.see("share.data").click()
    assert choices(share).choice().parts == SUMMARY - {ReportPart.DATA}
    share.see("share.methods").click()
    assert ReportPart.METHODS in choices(share).choice().parts


# One by one


def test_that_all_never_takes_what_is_never_shared(share):
    share.press("share.choose_entries")
    assert rows_to_choose(share) == [
        (f"{shown(1)}, Rain all day", False),
        (f"{shown(2)}, Never shared: Nobody is to know", None),
        (f"{shown(3)}, Café with Anne", False),
    ]
    share.press("share.chooser.all")
    click_row(share, 1)
    assert [ticked for _, ticked in rows_to_choose(share)] == [True, None, True]
    assert share.see("share.chooser.count").text() == "2 are ticked"
    share.press("share.chooser.use")
    assert share.see("share.entries.count").text() == "2 of 2"
    assert len(choices(share).choice().entry_ids) == 2
    never = share.read(lambda j: j.looking.search("nobody"))[0].hits[0].id
    assert never not in choices(share).choice().entry_ids
    assert "1 entry of these days is never shared" in share.see("share.never_shared").text()


def shown(days_ago):
    from resilience_desktop import i18n

    return i18n.day(today() - dt.timedelta(days=days_ago))


def test_that_what_was_found_is_ticked_alone_and_ticks_stay_while_searching(share):
    share.press("share.choose_entries")
    share.write("share.chooser.search.field", "cafe")
    assert [words for words, _ in rows_to_choose(share)] == [f"{shown(3)}, Café with Anne"]
    assert share.see("share.chooser.all").text() == "Tick all that was found"
    share.press("share.chooser.all")
    share.see("share.chooser.search.field").selectAll()
    share.write("share.chooser.search.field", "zeppelin")
    assert share.see("share.chooser.nothing")
    assert not share.see("share.chooser.all").isEnabled()
    share.key(Qt.Key.Key_Escape)  # clears the words
    assert [ticked for _, ticked in rows_to_choose(share)] == [False, None, True]
    share.press("share.chooser.none")
    assert [ticked for _, ticked in rows_to_choose(share)] == [False, None, False]
    share.key(Qt.Key.Key_Tab)
    share.press("share.chooser.cancel")


def test_that_rows_are_ticked_by_keyboard_and_leaving_changes_nothing(share):
    share.press("share.choose_entries")
    share.key(Qt.Key.Key_Down)
    share.key(Qt.Key.Key_Space)
    share.key(Qt.Key.Key_Down)
    share.key(Qt.Key.Key_Space)  # never shared
    assert [ticked for _, ticked in rows_to_choose(share)] == [True, None, False]
    share.press("share.chooser.cancel")
    assert choices(share).choice().entry_ids == frozenset()


def test_that_a_tick_without_anything_chosen_leads_to_choosing(share):
    share.see("share.records").click()
    share.wait()
    share.press("share.chooser.cancel")
    assert not share.see("share.records").isChecked()
    share.see("share.records").click()
    share.wait()
    click_row(share, 0)
    share.press("share.chooser.use")
    assert share.see("share.records").isChecked()
    assert len(choices(share).record_ids()) == 1
    share.see("share.records").click()  # out, and in again with the same ones
    assert choices(share).record_ids() == ()
    assert share.see("share.records.count").text() == "none chosen"
    share.see("share.records").click()
    assert len(choices(share).record_ids()) == 1


def test_that_what_goes_in_is_counted(share):
    put_in(share, "records", 0)
    put_in(share, "entries", 0, 2)
    put_in(share, "cards", 0)
    share.qtbot.wait(400)
    words = "Goes in: 1 record, 2 entries, 1 card, about"
    share.wait_for(lambda: share.see("share.total").text().startswith(words))


def test_that_what_was_chosen_of_other_days_comes_back_with_them(share):
    choose_in_box(share, "share.period", "All days")
    put_in(share, "entries", 3)
    (chosen,) = choices(share).choice().entry_ids
    choose_in_box(share, "share.period", "Last 4 weeks")
    assert choices(share).choice().entry_ids == frozenset()
    put_in(share, "entries", 0)
    choose_in_box(share, "share.period", "All days")
    assert chosen in choices(share).choice().entry_ids
    assert len(choices(share).choice().entry_ids) == 2


def test_that_a_way_leads_to_the_journal_to_change_what_is_never_shared(share):
    form = choices(share)
    share.press("share.choose_entries")
    click_row(share, 0)
    assert share.see("share.chooser.never").text() == "1 of these is never shared."
    share.press("share.chooser.change")
    share.wait_for(lambda: share.find("journal.never_share") is not None)
    share.wait()
    assert len(form.choice().entry_ids) == 1  # what was ticked stays
    share.press("journal.never_share")
    share.go("share")
    share.press("share.choose_entries")
    assert [ticked for _, ticked in rows_to_choose(share)] == [True, False, False]
    share.press("share.chooser.cancel")


def test_that_a_record_that_is_never_shared_opens_among_the_thought_records(share):
    share.press("share.choose_records")
    assert [ticked for _, ticked in rows_to_choose(share)] == [False, None]
    click_row(share, 1)
    share.press("share.chooser.change")
    share.wait_for(lambda: share.find("thoughts.finished") is not None)
    assert choices(share).record_ids() == ()


def test_that_a_card_of_such_a_record_is_not_offered_either_and_leads_to_it(share):
    share.press("share.choose_cards")
    assert [ticked for _, ticked in rows_to_choose(share)] == [False, None]
    share.press("share.chooser.change")
    share.wait_for(lambda: share.find("thoughts.finished") is not None)


# Profiles


def menu(person, name):
    person.choose_in("share.profile_menu", name)


def save_profile(person, name):
    menu(person, "save")
    person.write("share.profile_name.name", name)
    person.press("share.profile_name.save")


def test_that_choices_are_kept_under_a_name_and_chosen_again(share):
    share.see("share.data").click()
    choose_in_box(share, "share.period", "Last 4 weeks")
    put_in(share, "cards", 0)
    save_profile(share, "  for the   doctor ")
    (kept,) = share.read(lambda j: j.reports.profiles())
    assert (kept.name, kept.preset) == ("for the doctor", Preset.WEEKS)
    assert kept.parts == SUMMARY - {ReportPart.DATA}
    assert kept.lists == {OneByOne.CARDS}
    assert share.see("share.profile").currentText() == "for the doctor"
    share.see("share.data").click()
    choose_in_box(share, "share.period", "All days")
    assert share.see("share.profile_changed")
    choose_in_box(share, "share.profile", "No profile")
    assert days(share) == 401
    choose_in_box(share, "share.profile", "for the doctor")
    assert days(share) == 28
    assert choices(share).choice().parts == SUMMARY - {ReportPart.DATA}
    assert share.find("share.profile_changed") is None


def test_that_a_name_is_needed_and_the_same_name_means_the_same_profile(share):
    menu(share, "save")
    share.press("share.profile_name.save")
    assert share.see("share.profile_name.name").hasFocus()
    share.write("share.profile_name.name", "monthly")
    share.key(Qt.Key.Key_Return)
    share.see("share.mood").click()
    save_profile(share, "monthly")
    (kept,) = share.read(lambda j: j.reports.profiles())
    assert ReportPart.MOOD not in kept.parts


@pytest.fixture
def with_profile(share):
    """The same with a profile that is chosen."""
    share.parts.tasks.write(lambda j: j.reports.keep(MONTHLY), owner=share.window)
    share.wait()
    choose_in_box(share, "share.profile", "monthly")
    return share


def test_that_changes_can_be_kept_in_a_profile_and_it_can_be_renamed(with_profile):
    actions = choices(with_profile).profiles.more.menu().actions()
    assert [action.isEnabled() for action in actions] == [True, False, True, True]
    with_profile.see("share.data").click()
    menu(with_profile, "update")
    menu(with_profile, "rename")
    with_profile.see("share.profile_name.name").selectAll()
    with_profile.write("share.profile_name.name", "weekly")
    with_profile.press("share.profile_name.save")
    (kept,) = with_profile.read(lambda j: j.reports.profiles())
    assert kept == dataclasses.replace(MONTHLY, name="weekly", parts=frozenset({ReportPart.MOOD}))
    assert with_profile.see("share.profile").currentText() == "weekly"


def test_that_a_deleted_profile_comes_back_with_undo(with_profile):
    menu(with_profile, "delete")
    assert with_profile.read(lambda j: j.reports.profiles()) == []
    assert with_profile.see("share.profile").currentText() == "No profile"
    assert choices(with_profile).choice().paper == "us-letter"  # the choices stay
    assert with_profile.window.notices.words == "Profile deleted"
    with_profile.window.notices.undo_last()
    with_profile.wait()
    assert with_profile.read(lambda j: j.reports.profiles()) == [MONTHLY]
    assert with_profile.see("share.profile").currentText() == "monthly"


def test_that_what_was_chosen_last_comes_back_on_the_next_start(with_profile):
    with_profile.see("share.methods").click()
    with_profile.qtbot.wait(400)
    with_profile.wait()
    with_profile.quit()
    with_profile.start()
    with_profile.go("share")
    with_profile.wait_for(lambda: with_profile.see("share.preview")._count > 0)
    assert with_profile.see("share.profile").currentText() == "monthly"
    assert with_profile.see("share.profile_changed")
    choice = choices(with_profile).choice()
    assert choice.parts == MONTHLY.parts | {ReportPart.METHODS}
    assert (choice.paper, days(with_profile)) == ("us-letter", 28)
