"""Languages: which there are, which is spoken, and the two made-up ones."""

import dataclasses
import datetime as dt
import json
import re
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience_desktop import content, i18n, pseudo, resources, translations
from resilience_desktop.settings import Settings

GERMAN = {
    "": "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=n != 1;\n",
    "English": "Deutsch",
    "Journal": "Tagebuch",
    "{day} {month} {year}": "{day}. {month} {year}",
    "{n} day\0{n} days": "{n} Tag\0{n} Tage",
    "low": "niedrig",
}


@pytest.fixture(autouse=True)
def english_afterwards(monkeypatch):
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    yield
    i18n.use_language("en")


@pytest.fixture
def translated(tmp_path, monkeypatch):
    """Add a translation beside the real content."""
    (tmp_path / "content").symlink_to(resources.root() / "content")
    monkeypatch.setattr(resources, "root", lambda: tmp_path)

    def add(code, sentences=GERMAN):
        file = tmp_path / "i18n" / code / "LC_MESSAGES" / "resilience.mo"
        file.parent.mkdir(parents=True)
        file.write_bytes(sentences if isinstance(sentences, bytes) else compiled(sentences))

    return add


def compiled(sentences):
    """Return the bytes of a ``.mo`` file (GNU gettext manual, "The Format of GNU MO Files")."""
    pairs = [(a.encode(), b.encode()) for a, b in sorted(sentences.items())]
    head, size = 28, 8 * len(pairs)
    texts, tables = b"", [b"", b""]
    for side in (0, 1):
        for pair in pairs:
            place = head + 2 * size + len(texts)
            tables[side] += struct.pack("<II", len(pair[side]), place)
            texts += pair[side] + b"\0"
    numbers = (0x950412DE, 0, len(pairs), head, head + size, 0, head + 2 * size)
    return struct.pack("<7I", *numbers) + tables[0] + tables[1] + texts


# Which language


def test_that_english_is_always_there():
    assert ("en", "English") in i18n.languages()
    assert i18n.language_code() == i18n.language() == "en"


def test_that_a_translation_is_spoken_and_listed_by_its_own_name(translated):
    translated("de")
    assert i18n.languages() == (("en", "English"), ("de", "Deutsch"))
    i18n.use_language("de")
    assert i18n.text("Journal") == "Tagebuch"
    assert i18n.plural("{n} day", "{n} days", 1) == "1 Tag"
    assert i18n.plural("{n} day", "{n} days", 7) == "7 Tage"
    assert i18n.day(dt.date(2026, 11, 22)) == "22. November 2026"


def test_that_a_sentence_without_a_translation_stays_english(translated):
    translated("de")
    i18n.use_language("de")
    assert i18n.text("Keep entry") == "Keep entry"
    assert i18n.text("") == ""


def test_that_a_language_that_is_not_there_is_english(translated):
    translated("de")
    for code in ("fr", "../de", "de/LC_MESSAGES", "-", "\0"):
        i18n.use_language(code)
        assert i18n.language_code() == "en"


@pytest.mark.parametrize("damaged", [b"", b"not a translation", compiled(GERMAN)[:60]])
def test_that_a_damaged_translation_is_english(translated, damaged):
    translated("de", damaged)
    i18n.use_language("de")
    assert i18n.text("Journal") == "Journal"


@pytest.mark.parametrize("asked", ["de_AT", "de-AT", "de_AT.UTF-8", "DE", "de@euro"])
def test_that_a_region_without_a_translation_of_its_own_takes_the_language(translated, asked):
    translated("de")
    i18n.use_language(asked)
    assert i18n.language_code() == "de"


def test_that_a_region_with_a_translation_of_its_own_takes_it(translated):
    translated("de")
    translated("de_AT")
    i18n.use_language("de-AT")
    assert i18n.language_code() == "de_AT"
    assert i18n.language() == "de"


def test_that_the_first_language_of_the_system_that_is_there_is_taken(translated):
    translated("de")
    for system, spoken in (
        (["fr-CH", "de-CH", "en"], "de"),
        (["en-GB", "de"], "en"),
        (["fr"], "en"),
        ([], "en"),
    ):
        i18n.use_language("", system)
        assert i18n.language_code() == spoken


def test_that_the_environment_goes_before_the_system(translated, monkeypatch):
    translated("de")
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    monkeypatch.setenv("LANGUAGE", "fr:de")
    i18n.use_language("", ["en"])
    assert i18n.language_code() == "de"


def test_that_what_somebody_chose_goes_before_everything(translated, monkeypatch):
    translated("de")
    monkeypatch.setenv("LANGUAGE", "de")
    i18n.use_language("en", ["de"])
    assert i18n.language_code() == "en"


def test_that_a_command_speaks_the_language_of_the_settings(tmp_path, monkeypatch, capsys):
    from resilience_desktop import __main__
    from resilience_desktop.paths import Places

    places = Places.inside(tmp_path)
    Settings(language=pseudo.LEFT_TO_RIGHT).write(places.settings)
    monkeypatch.setattr(Places, "usual", classmethod(lambda *_: places))
    monkeypatch.setattr("sys.argv", ["resilience-desktop", "--help"])
    with pytest.raises(SystemExit):
        __main__.main()
    assert "[Á þŕíváţé ĵóúŕñáļ." in capsys.readouterr().out


@pytest.mark.parametrize("code", ["ar", "he_IL", "fa", pseudo.RIGHT_TO_LEFT])
def test_that_some_languages_are_written_from_right_to_left(code):
    assert translations.is_right_to_left(code)
    assert not translations.is_right_to_left("en")


# The made-up ones


def test_that_a_made_up_sentence_has_accents_brackets_and_length():
    assert pseudo.spoken_oddly("Keep entry") == "[Ķééþ éñţŕý ~~~~]"
    assert pseudo.spoken_oddly(" or ") == " [óŕ ~~] "
    assert pseudo.spoken_oddly("{n} of {all}") == "[{n} óf {all} ~~]"


@pytest.mark.parametrize("pattern", ["", " ", "{day} {month} {year}", "0 / 100", "…"])
def test_that_a_pattern_without_words_stays_as_it_is(pattern):
    assert pseudo.spoken_oddly(pattern) == pattern


@given(
    st.lists(
        st.one_of(st.sampled_from(["{n}", "{first}", "100 %", "&Undo", " "]), st.text("abcXYZ ,.")),
        max_size=8,
    ).map("".join)
)
def test_that_a_made_up_sentence_says_the_same(words):
    odd = pseudo.spoken_oddly(words)
    own, odd_own = (re.sub(r"\{\w+\}", "", sentence) for sentence in (words, odd))
    assert re.findall(r"\{\w+\}", odd) == re.findall(r"\{\w+\}", words)
    assert {sign for sign in own if not sign.isalpha()} <= set(odd_own)
    if any(map(str.isalpha, own)):
        assert odd.strip()[0] + odd.strip()[-1] == "[]"
        assert not set(pseudo.PLAIN) & set(odd_own)
        assert len(odd_own) >= 1.4 * len(own.strip())
    else:
        assert odd == words


def test_that_the_made_up_languages_are_spoken_but_not_offered():
    for code in pseudo.CODES:
        i18n.use_language(code)
        assert i18n.text("Keep entry") == "[Ķééþ éñţŕý ~~~~]"
        assert i18n.plural("{n} day", "{n} days", 1) == "[1 ðáý ~~]"
        assert i18n.plural("{n} day", "{n} days", 3) == "[3 ðáýš ~~]"
        assert code not in dict(i18n.languages())
    assert i18n.is_right_to_left()


# The content


def knowledge():
    """Return everything the content says."""
    parts = json.loads(resources.read_text("content/thought_record.json"))["guiding_questions"]
    return {
        "families": content.feeling_families(),
        "regions": content.body_regions(),
        "basics": [content.basic_names()],
        "sleep": [content.sleep_words()],
        "triggers": [content.trigger_kinds()],
        "prompts": content.prompts(),
        "templates": content.templates(),
        "suggested": content.suggested_feelings(),
        "mood": [content.mood_word(value) for value in range(-5, 6)],
        "anchors": [content.mood_anchors(), content.energy_anchors()],
        "patterns": content.thinking_patterns(),
        "questions": [content.guiding_questions(part) for part in parts],
        "readings": content.interpretation_cues(),
        "ratings": [content.rating_anchors(scale) for scale in ("belief", "emotion")],
        "countries": content.countries(),
        "help": [content.help_wording()],
    }


def strings(value, name=""):
    if isinstance(value, str):
        yield name, value
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from strings(getattr(value, field.name), f"{type(value).__name__}.{field.name}")
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from strings(item, name or str(key))
    elif isinstance(value, list | tuple):
        for item in value:
            yield from strings(item, name)


NAMES = {
    "BodyRegion.id",
    "FeelingFamily.id",
    "ThinkingPattern.id",
    "Country.code",
    "Country.emergency",
    "HelpLine.name",
    "HelpLine.web",
}
"""Ids that are stored, numbers to dial, addresses, and what services call themselves."""


def test_that_all_knowledge_is_in_the_language_and_names_stay():
    english = list(strings(knowledge()))
    i18n.use_language(pseudo.LEFT_TO_RIGHT)
    odd = list(strings(knowledge()))
    assert len(odd) == len(english)
    for name, words in odd:
        if name in NAMES:
            assert (name, words) in english
        elif name != "HelpLine.contacts" and words:
            whole = words.strip()  # a template ends with room to write
            assert whole[0] + whole[-1] == "[]", (name, words)


def test_that_numbers_to_call_stay():
    def numbers():
        contacts = [line.contacts for country in content.countries() for line in country.lines]
        return sorted(re.sub(r"\D", "", contact) for line in contacts for contact in line)

    english = numbers()
    i18n.use_language(pseudo.LEFT_TO_RIGHT)
    assert numbers() == english


def test_that_a_language_chosen_later_is_spoken_at_once(translated):
    translated("de")
    assert content.mood_word(-2) == "low"
    i18n.use_language("de")
    assert content.mood_word(-2) == "niedrig"
    i18n.use_language("en")
    assert content.mood_word(-2) == "low"


def test_that_what_is_stored_does_not_depend_on_the_language():
    ids = [pattern.id for pattern in content.thinking_patterns()]
    i18n.use_language(pseudo.LEFT_TO_RIGHT)
    assert [pattern.id for pattern in content.thinking_patterns()] == ids
    assert content.pattern_name("of another version") == "of another version"
