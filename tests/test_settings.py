import dataclasses
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience_desktop.settings import (
    LARGEST_TEXT,
    MOST_REMINDERS,
    OWN_WORDS_LIKE_APP,
    OWN_WORDS_SERIF,
    REMINDERS,
    SMALLEST_TEXT,
    THEMES,
    Settings,
)

times = st.times().map(lambda time: f"{time:%H:%M}")
settings = st.builds(
    Settings,
    theme=st.sampled_from(THEMES),
    text_size=st.integers(SMALLEST_TEXT, LARGEST_TEXT),
    country=st.sampled_from(["", "GB", "US"]),
    own_words_font=st.sampled_from([OWN_WORDS_SERIF, OWN_WORDS_LIKE_APP, "Some Font"]),
    less_motion=st.booleans(),
    words_only=st.booleans(),
    soft_bell=st.booleans(),
    language=st.sampled_from(["", "en"]),
    pages_first=st.lists(st.sampled_from(["thoughts", "charts"]), unique=True).map(tuple),
    page=st.sampled_from(["journal", "charts"]),
    stay_in_tray=st.booleans(),
    reminders=st.sampled_from(REMINDERS),
    reminder_times=st.lists(times, min_size=1, max_size=MOST_REMINDERS).map(tuple),
    reminders_a_day=st.integers(1, MOST_REMINDERS),
    reminder_hours=st.tuples(times, times),
    on_a_break=st.booleans(),
    lock_after=st.integers(0, 60),
    window=st.none() | st.tuples(*[st.integers(-9999, 9999)] * 4),
    maximized=st.booleans(),
    writing_pane=st.integers(0, 100),
    others=st.dictionaries(st.sampled_from(["later", "others"]), st.integers() | st.text()),
)
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=6,
)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "deep" / "settings.json"


@given(settings)
def test_that_settings_come_back_as_they_were_written(tmp_path, settings):
    path = tmp_path / "settings.json"
    assert settings.write(path)
    assert Settings.read(path) == settings
    assert [p.name for p in tmp_path.iterdir()] == ["settings.json"]


@given(st.dictionaries(st.sampled_from([f.name for f in dataclasses.fields(Settings)]), anything))
def test_that_any_values_give_settings_that_can_be_used(tmp_path, found):
    path = tmp_path / "settings.json"
    path.write_text(json.dumps(found), encoding="utf-8")
    read = Settings.read(path)
    assert read.theme in THEMES
    assert SMALLEST_TEXT <= read.text_size <= LARGEST_TEXT
    assert isinstance(read.country, str)
    assert isinstance(read.page, str)
    assert read.window is None or len(read.window) == 4
    assert isinstance(read.maximized, bool)
    assert read.reminders in REMINDERS
    assert 1 <= len(read.reminder_times) <= MOST_REMINDERS
    assert len(read.reminder_hours) == 2
    assert 0 <= read.lock_after <= 60


def test_that_a_missing_file_gives_the_usual_values(path):
    assert Settings.read(path) == Settings()


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe", b"[" * 100_000, b"null"])
def test_that_a_damaged_file_gives_the_usual_values(tmp_path, content):
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    assert Settings.read(path) == Settings()


def test_that_a_value_that_cannot_be_used_leaves_the_others(tmp_path):
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"theme": "pink", "country": "GB", "window": [1, 2, 3, True]}))
    assert Settings.read(path) == Settings(country="GB")


def test_that_values_of_a_newer_version_are_kept(path):
    path.parent.mkdir()
    path.write_text(json.dumps({"theme": "dark", "aurora": {"on": True}}))
    found = Settings.read(path)
    assert found.others == {"aurora": {"on": True}}
    assert found.with_text_size(120).write(path)
    assert json.loads(path.read_text())["aurora"] == {"on": True}


def test_that_the_text_size_stays_in_its_range():
    assert Settings().with_text_size(20).text_size == SMALLEST_TEXT
    assert Settings().with_text_size(900).text_size == LARGEST_TEXT
    assert Settings().with_text_size(130).text_size == 130


def test_that_a_place_that_cannot_be_written_to_is_no_reason_to_stop(tmp_path):
    in_the_way = tmp_path / "file"
    in_the_way.write_bytes(b"")
    assert not Settings().write(in_the_way / "settings.json")
    assert Settings.read(in_the_way / "settings.json") == Settings()


def test_that_a_write_that_fails_leaves_the_old_settings(path, monkeypatch):
    assert Settings(theme="dark").write(path)

    def refuse(*_):
        raise OSError

    monkeypatch.setattr("os.replace", refuse)
    assert not Settings(theme="light").write(path)
    assert Settings.read(path).theme == "dark"
