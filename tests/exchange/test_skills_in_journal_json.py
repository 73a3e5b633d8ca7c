import datetime as dt
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience_desktop.domain.helper import Helper, helper_to_plain
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.practice import Practice, Rating, practice_to_plain
from resilience_desktop.domain.sheet import Sheet, SheetRow, sheet_to_plain
from resilience_desktop.domain.toolkit import (
    Comfort,
    OwnSkill,
    Toolkit,
    own_skill_to_plain,
    toolkit_to_plain,
)
from resilience_desktop.domain.worry import Worry, worry_to_plain
from resilience_desktop.exchange.journal_json import dump, load
from tests.strategies import helpers, own_skills, practices, sheets, toolkits, worries

NOON = Moment.from_instant(dt.datetime(2026, 11, 19, 12, tzinfo=dt.UTC), "Europe/London")
PRACTICE = practice_to_plain(Practice(skill="grounding", at=NOON, wave=(Rating(1, 50),)))
OWN = own_skill_to_plain(OwnSkill("Walk"))
TOOLKIT = toolkit_to_plain(Toolkit(("a", "b"), comforts=((Comfort.SOOTHE, "tea"),)))
SHEET = sheet_to_plain(Sheet("problem_solving", NOON.day, rows=(SheetRow("Ask"),)))
ROW = SHEET["rows"][0]
WORRY = worry_to_plain(Worry("The letter", NOON.day))
HELPER = helper_to_plain(Helper("Ruth"))
KINDS = ("practices", "own_skills", "toolkit", "sheets", "worries", "helpers")


@given(
    st.fixed_dictionaries(
        {
            kind: st.lists(values, max_size=2)
            for kind, values in zip(
                KINDS,
                (practices, own_skills, toolkits, sheets, worries, helpers),
                strict=True,
            )
        }
    )
)
def test_that_an_export_gives_back_all_that_belongs_to_skills(given_things):
    reading = load(dump([], **given_things), name="mine.json")
    assert reading.problems == ()
    for kind, things in given_things.items():
        assert getattr(reading, kind) == tuple(things)


@pytest.mark.parametrize(
    ("kind", "plain"),
    [
        ("practices", {**PRACTICE, "skill": ""}),
        ("practices", {**PRACTICE, "id": " "}),
        ("practices", {**PRACTICE, "at": None}),
        ("practices", {**PRACTICE, "seconds": -1}),
        ("practices", {**PRACTICE, "before": 101}),
        ("practices", {**PRACTICE, "answers": {"here": "rain"}}),
        ("practices", {**PRACTICE, "wave": [{"seconds": 9, "strength": 1}, PRACTICE["wave"][0]]}),
        ("own_skills", {**OWN, "name": " "}),
        ("own_skills", {**OWN, "minutes": 0}),
        ("own_skills", {**OWN, "steps": "one"}),
        ("toolkit", {**TOOLKIT, "chosen": list("abcdef")}),
        ("toolkit", {**TOOLKIT, "chosen": ["a", "a"]}),
        ("toolkit", {**TOOLKIT, "stage": "later"}),
        ("toolkit", {**TOOLKIT, "may_be_cold": 1}),
        ("toolkit", {**TOOLKIT, "comforts": [{"kind": "sugar", "words": "tea"}]}),
        ("sheets", {**SHEET, "made": None}),
        ("sheets", {**SHEET, "rows": [{**ROW, "words": " "}]}),
        ("sheets", {**SHEET, "rows": [{**ROW, "ratings": [{"field": "lived", "number": 11}]}]}),
        ("sheets", {**SHEET, "done": None}),
        ("worries", {**WORRY, "words": ""}),
        ("worries", {**WORRY, "outcome": "forbidden"}),
        ("worries", {**WORRY, "looked_at": "today"}),
        ("helpers", {**HELPER, "name": ""}),
        ("helpers", {**HELPER, "kind": "friend"}),
        ("helpers", ["Ruth"]),
    ],
)
def test_that_what_is_damaged_of_skills_is_left_out_and_said(kind, plain):
    sound = {"practices": PRACTICE, "own_skills": OWN, "toolkit": TOOLKIT}
    sound |= {"sheets": SHEET, "worries": WORRY, "helpers": HELPER}
    whole = json.loads(dump([]))
    whole[kind] = [plain, sound[kind]]
    reading = load(json.dumps(whole).encode(), name="x")
    assert len(getattr(reading, kind)) == len(reading.problems) == 1


def test_that_a_file_from_before_there_were_skills_has_none():
    whole = json.loads(dump([]))
    for kind in KINDS:
        del whole[kind]
    reading = load(json.dumps(whole).encode(), name="x")
    assert all(getattr(reading, kind) == () for kind in KINDS)
    assert reading.problems == ()
