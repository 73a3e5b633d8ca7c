"""The modules everything else stands on: places, words, tokens, content, hardening."""

import ctypes
import datetime as dt
import re
import subprocess
import sys
from pathlib import Path

import pytest

from resilience_desktop import content, hardening, i18n, resources, themes
from resilience_desktop.domain.details import TriggerKind
from resilience_desktop.domain.journal_settings import DAILY_BASICS
from resilience_desktop.paths import Places

MOODS = range(-5, 6)
MINUS = "\N{MINUS SIGN}"


# Places


def test_that_the_usual_places_are_this_users_and_neither_roaming_nor_documents():
    places = Places.usual()
    assert places.journal.name == "journal"
    assert places.settings.name == "settings.json"
    for path in (places.journal, places.settings, places.cache):
        assert path.is_absolute()
        assert "resilience-desktop" in path.parts
        assert not {"Roaming", "Documents"} & set(path.parts)


def test_that_another_journal_folder_changes_no_other_place(tmp_path):
    usual, other = Places.usual(), Places.usual(tmp_path)
    assert other.journal == tmp_path
    assert (other.settings, other.cache) == (usual.settings, usual.cache)


def test_that_places_inside_a_folder_can_be_thrown_away_with_it(tmp_path):
    places = Places.inside(tmp_path)
    assert {p.parent for p in (places.journal, places.settings, places.cache)} == {tmp_path}


# Words


def test_that_words_stay_as_they_are_without_a_translation():
    assert i18n.text("Nothing found.") == "Nothing found."
    assert i18n.language() == "en"


@pytest.mark.parametrize(
    ("count", "words"),
    [(0, "0 days"), (1, "1 day"), (2, "2 days"), (1234, "1,234 days"), (1.5, "1.5 days")],
)
def test_that_a_count_takes_the_right_word(count, words):
    assert i18n.plural("{n} day", "{n} days", count) == words


def test_that_days_are_named_in_words():
    day = dt.date(2026, 11, 22)
    assert i18n.day(day) == "22 November 2026"
    assert i18n.day(day, weekday=True, year=False) == "Sunday 22 November"
    assert i18n.short_day(day) == "22 Nov 2026"
    assert len({i18n.month_name(n) for n in range(1, 13)}) == 12
    assert all(i18n.month_name(n).startswith(i18n.short_month_name(n)) for n in range(1, 13))
    assert len({i18n.weekday_name(n) for n in range(7)}) == 7


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (0, "Today"),
        (1, "Yesterday"),
        (2, "Friday 20 November"),
        (326, "Wednesday 31 December 2025"),
        (-1, "Monday 23 November"),
    ],
)
def test_that_a_list_names_its_days_from_today(ago, words):
    today = dt.date(2026, 11, 22)
    assert i18n.day_heading(today - dt.timedelta(days=ago), today) == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ((2026, 5, 24), (2026, 11, 22), "24 May to 22 November 2026"),
        ((2025, 12, 30), (2026, 1, 2), "30 December 2025 to 2 January 2026"),
        ((2026, 11, 2), (2026, 11, 22), "2 to 22 November 2026"),
        ((2025, 11, 2), (2026, 11, 22), "2 November 2025 to 22 November 2026"),
    ],
)
def test_that_a_period_says_no_word_twice(first, last, words):
    assert i18n.period(dt.date(*first), dt.date(*last)) == words


def test_that_a_clock_has_two_digits():
    assert i18n.clock(dt.time(7, 5)) == "07:05"
    assert i18n.clock(dt.datetime(2026, 1, 1, 19, 41)) == "19:41"


@pytest.mark.parametrize(
    ("value", "decimals", "words"),
    [
        (1, 0, "+1"),
        (0, 0, "0"),
        (-3, 0, f"{MINUS}3"),
        (0.04, 1, "0.0"),
        (-0.04, 1, "0.0"),
        (-0.06, 1, f"{MINUS}0.1"),
        (2.25, 1, "+2.2"),
    ],
)
def test_that_a_mood_number_has_its_sign_and_zero_has_none(value, decimals, words):
    assert i18n.signed(value, decimals=decimals) == words


def test_that_a_mood_number_can_be_said_aloud():
    assert [i18n.spoken(value) for value in (-2, 0, 5)] == ["minus two", "zero", "plus five"]
    assert len({i18n.spoken(value) for value in MOODS}) == 11


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (-4.5, "minus four and a half"),
        (0.5, "plus a half"),
        (1.4, "plus one point four"),
        (-0.04, "zero"),
        (0.96, "plus one"),
        (-11.26, "minus 11 point three"),
    ],
)
def test_that_the_mean_of_a_day_can_be_said_aloud(value, words):
    assert i18n.spoken(value) == words


# Tokens


@pytest.mark.parametrize("name", themes.NAMES)
def test_that_a_theme_has_a_colour_for_every_mood_and_role(name):
    theme = themes.theme(name)
    assert theme.name == name
    assert set(theme.mood_fill) == set(theme.mood_text) == set(MOODS)
    colours = [*theme.role.values(), *theme.mood_fill.values(), *theme.mood_text.values()]
    assert all(re.fullmatch("#[0-9A-Fa-f]{6}", colour) for colour in colours)
    assert theme.mood(-5) == theme.mood_fill[-5]
    assert theme.mood(1.4) == theme.mood_fill[1]


def test_that_both_themes_have_the_same_roles():
    light, dark = (themes.theme(name) for name in themes.NAMES)
    assert set(light.role) == set(dark.role)


@pytest.mark.parametrize(
    ("value", "step"), [(0.5, 1), (-0.5, -1), (0.49, 0), (-0.49, 0), (5, 5), (-5, -5), (-2.6, -3)]
)
def test_that_a_day_mean_takes_the_nearest_step_halves_outwards(value, step):
    assert themes.nearest_step(value) == step


# Resources


def test_that_resources_come_from_inside_an_installed_package(tmp_path, monkeypatch):
    (tmp_path / "_resources").mkdir()
    (tmp_path / "_resources" / "note.txt").write_bytes(b"ours")
    monkeypatch.setattr(resources, "__file__", str(tmp_path / "resources.py"))
    resources.root.cache_clear()
    try:
        assert resources.read_text("note.txt") == "ours"
        assert resources.read_bytes("note.txt") == b"ours"
    finally:
        resources.root.cache_clear()


# Content


def test_that_every_feeling_is_offered_once():
    families = content.feeling_families()
    words = [word for family in families for word in family.words]
    assert len(words) == len(set(words))
    assert len({family.id for family in families}) == len(families)
    assert set(content.suggested_feelings()) <= set(words)


def test_that_every_mood_and_energy_end_has_words():
    assert len({content.mood_word(value) for value in MOODS}) == 11
    assert set(content.mood_anchors()) == set(content.energy_anchors()) == {-5, 0, 5}


def test_that_a_mood_without_a_word_lies_between_its_neighbours():
    low, between, high = (content.mood_word(value) for value in (2, 3, 4))
    assert between == f"between {low} and {high}"


def test_that_everything_felt_in_the_body_has_its_region():
    regions = content.body_regions()
    words = [word for region in regions for word in region.words]
    assert len(words) == len(set(words)) == len(content.reading.read("feelings")["body_sensations"])
    assert all(region.words for region in regions)
    assert content.region_name(regions[0].id) == regions[0].name
    assert content.region_name("from_a_newer_version") == "from_a_newer_version"


def test_that_the_parts_of_an_entry_have_their_names():
    assert tuple(content.basic_names()) == DAILY_BASICS
    assert list(content.sleep_words()) == [1, 2, 3, 4, 5]
    assert list(content.trigger_kinds()) == list(TriggerKind)
    for names in (content.basic_names(), content.sleep_words(), content.trigger_kinds()):
        assert len(set(names.values())) == len(names)


def test_that_there_is_enough_to_write_from_and_nothing_twice():
    prompts, templates = content.prompts(), content.templates()
    assert len(set(prompts)) == len(prompts) >= 40
    assert all(prompt.endswith(("?", ".")) and len(prompt) < 100 for prompt in prompts)
    assert len({template.name for template in templates}) == len(templates) >= 6
    assert all(template.words.strip() for template in templates)


def test_that_patterns_have_an_example_and_special_choices_have_none():
    patterns = content.thinking_patterns()
    assert len({pattern.id for pattern in patterns}) == len(patterns)
    special = [pattern.special for pattern in patterns]
    assert special == sorted(special)
    assert sum(special) == 3
    for pattern in patterns:
        assert bool(pattern.example) is not pattern.special
        assert pattern.name
        assert pattern.definition
        assert pattern.questions or pattern.special


def test_that_an_unknown_pattern_is_named_by_its_id():
    known = content.thinking_patterns()[0]
    assert content.pattern_name(known.id) == known.name
    assert content.pattern_name("from_a_newer_version") == "from_a_newer_version"


def test_that_each_part_of_a_thought_record_can_ask_and_rate():
    parts = content.reading.read("thought_record")["guiding_questions"]
    assert all(content.guiding_questions(part) for part in parts)
    for scale in ("belief", "emotion"):
        assert set(content.rating_anchors(scale)) == {0, 50, 100}


def test_that_countries_have_an_emergency_number_and_a_line_that_can_be_reached():
    countries = content.countries()
    assert [c.name for c in countries] == sorted(c.name for c in countries)
    for country in countries:
        assert country.emergency
        assert content.country(country.code) is country
        for line in country.lines:
            assert line.contacts or line.web
    assert content.country("ZZ") is None


def test_that_a_line_is_told_with_what_it_has():
    line = content.help_lines._line({"name": "Listening", "text": "85258", "hours": "Mondays"})
    assert (line.contacts, line.web, line.hours) == (("text 85258",), "", "")
    line = content.help_lines._line(
        {"name": "Day", "call": "116 123", "hours": "24/7", "web": "x.example"}
    )
    assert (line.contacts, line.web, line.hours) == (("116 123",), "x.example", "day and night")


def test_that_help_has_its_words():
    assert content.help_wording()


# Hardening

HARDENED = """
import ctypes, resource
from resilience_desktop.hardening import harden
harden()
print(resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="asks the Linux kernel")
def test_that_no_core_file_is_left_and_nobody_looks_in():
    done = subprocess.run(
        [sys.executable, "-c", HARDENED],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[1],
    )
    assert done.stdout.split("\n")[0] == "(0, 0) 0"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
@pytest.mark.parametrize("platform", ["linux", "darwin"])
def test_that_a_system_that_refuses_hardening_still_starts_the_app(monkeypatch, platform):
    def refuse(*_):
        raise OSError

    asked = []
    monkeypatch.setattr("sys.platform", platform)
    monkeypatch.setattr("resource.setrlimit", refuse)
    monkeypatch.setattr(ctypes, "CDLL", lambda name: asked.append(name) or object())
    hardening.harden()
    assert asked == ([None] if platform == "linux" else [])


def test_that_windows_is_left_as_it_is(monkeypatch):
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setattr(ctypes, "CDLL", None)
    hardening.harden()
