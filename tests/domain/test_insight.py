"""Notes to keep: what each kind may hold, and the same again from JSON values."""

import datetime as dt
import json

import pytest
from hypothesis import given

from resilience_desktop.domain.insight import (
    PROMPTS,
    Insight,
    InsightKind,
    insight_from_plain,
    insight_to_plain,
)
from tests.strategies import insights

DAY = dt.date(2026, 11, 22)


@given(insights)
def test_that_a_note_of_any_kind_survives_json(insight):
    assert insight_from_plain(json.loads(json.dumps(insight_to_plain(insight)))) == insight


@given(insights)
def test_that_the_gist_is_words_of_the_note(insight):
    assert insight.gist.strip()
    assert insight.gist in (insight.words, *(words for _, words in insight.answers))


def test_that_a_note_of_the_first_versions_is_something_that_was_seen():
    plain = {"id": "a", "words": "Mondays", "made": "2026-11-22", "links": [], "shared": False}
    assert insight_from_plain(plain) == Insight("Mondays", DAY, id="a")


@pytest.mark.parametrize(
    "more",
    [
        {"kind": "other"},
        {"kind": 1},
        {"answers": {}},
        {"answers": [{"prompt": "hard", "words": "x"}]},
        {"kind": "story", "answers": [{"prompt": "hard", "words": 1}]},
        {"kind": "story", "answers": [{"prompt": p, "words": "x"} for p in ("helped", "hard")]},
        {"kind": "story", "answers": [{"prompt": "hard", "words": "x"}] * 2},
        {"kind": "setback", "words": " ", "answers": [{"prompt": "happened", "words": " "}]},
        {"days": ["2026-11-22"]},
        {"days": ["2026-11-22", "2026-11-20"]},
        {"days": "2026-11-22"},
    ],
)
def test_that_anything_else_is_refused(more):
    with pytest.raises(ValueError, match=r".") as refused:
        insight_from_plain(insight_to_plain(Insight("Mondays", DAY)) | more)
    assert "Mondays" not in str(refused.value)


def test_that_an_answer_that_was_left_empty_is_empty():
    story = Insight("", DAY, kind=InsightKind.STORY, answers=(("helped", "Walks"),))
    assert [story.answer(prompt) for prompt in PROMPTS[InsightKind.STORY]] == ["", "Walks", "", ""]


def test_that_nothing_of_it_is_in_its_repr():
    story = Insight("Mondays", DAY, ("id",), answers=())
    assert "Mondays" not in repr(story)
