"""What several low spells have in common."""

import datetime as dt

from resilience_desktop.domain.details import Trigger, TriggerKind
from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.thought_record import ThoughtRecord
from resilience_desktop.insights.low_spells import LowSpell
from resilience_desktop.insights.recurrence import recurrences
from tests.insights.drawn import day


def spell(onset, end):
    return LowSpell(day(onset), day(onset), day(end - 1), day(end - 1), day(end), 2.0, -2.0)


def at(number):
    return Moment.from_wall(dt.datetime.combine(day(number), dt.time(12)), "Europe/London")


def entry(number, *words):
    return Entry(at=at(number), triggers=tuple(Trigger(word) for word in words))


def record(number, word, *, finished=True):
    triggers = (Trigger(word, TriggerKind.PEOPLE),)
    return ThoughtRecord(at=at(number), triggers=triggers, finished=finished)


SPELLS = [spell(10, 14), spell(30, 33), spell(50, 60)]


def told(found):
    return {
        one.trigger: [[(d - day(0)).days for d in occasion.days] for occasion in one.occasions]
        for one in found
    }


def test_that_a_trigger_of_three_spells_is_listed_with_its_days():
    entries = [
        entry(8, "rent"),
        entry(12, "rent", "Ann"),
        entry(30, "rent"),
        entry(52, "rent"),
        entry(59, "rent", "Ann"),
    ]
    (found,) = recurrences(SPELLS, entries)
    assert told([found]) == {"rent": [[8, 12], [30], [52, 59]]}
    assert found.number == 3
    assert [occasion.spell for occasion in found.occasions] == SPELLS


def test_that_two_days_before_count_and_a_third_one_and_the_day_back_do_not():
    inside = [entry(8, "rent"), entry(32, "rent"), entry(48, "rent")]
    assert told(recurrences(SPELLS, inside)) == {"rent": [[8], [32], [48]]}
    assert recurrences(SPELLS, [*inside[1:], entry(7, "rent")]) == []
    assert recurrences(SPELLS, [*inside[1:], entry(14, "rent")]) == []


def test_that_finished_records_count_and_unfinished_ones_do_not():
    entries = [entry(10, "Ann"), entry(31, "Ann")]
    assert recurrences(SPELLS, entries, [record(55, "Ann", finished=False)]) == []
    found = recurrences(SPELLS, entries, [record(55, "Ann")])
    assert told(found) == {"Ann": [[10], [31], [55]]}


def test_that_capitals_and_blanks_make_no_other_word_and_the_last_spelling_is_shown():
    entries = [entry(10, "rent"), entry(31, " RENT"), entry(51, "Late  rent"), entry(52, "Rent")]
    assert told(recurrences(SPELLS, entries)) == {"Rent": [[10], [31], [52]]}


def test_that_a_spell_counts_once_however_often_the_trigger_was_written():
    entries = [entry(n, "rent") for n in (10, 10, 11, 12, 13, 31)]
    assert recurrences(SPELLS, entries) == []


def test_that_what_came_more_often_is_first_and_then_the_alphabet():
    more = [*SPELLS, spell(80, 84)]
    entries = [entry(n, "sleep", "money") for n in (10, 30, 50)]
    entries += [entry(n, "rent") for n in (10, 30, 50, 80)]
    assert [one.trigger for one in recurrences(reversed(more), entries)] == [
        "rent",
        "money",
        "sleep",
    ]


def test_that_a_spell_that_goes_on_counts_up_to_the_last_day_seen():
    still = LowSpell(day(80), day(80), day(85), day(85), None, 2.0, -2.0)
    entries = [entry(10, "rent"), entry(30, "rent"), entry(85, "rent"), entry(86, "rent")]
    assert told(recurrences([*SPELLS, still], entries)) == {"rent": [[10], [30], [85]]}


def test_that_the_word_is_in_no_repr():
    entries = [entry(n, "CANARY") for n in (10, 30, 50)]
    assert "CANARY" not in repr(recurrences(SPELLS, entries))
