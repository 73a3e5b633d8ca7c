"""The parts of a thought record: which are asked, which hold something, and in what order."""

import dataclasses
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience_desktop.domain.details import Sensation, Trigger
from resilience_desktop.domain.record_form import (
    FIVE_PARTS,
    Form,
    Step,
    form_from_plain,
    form_to_plain,
    with_steps,
)
from resilience_desktop.domain.thought_record import (
    MOST_ARROWS,
    AutomaticThought,
    Check,
    ChosenPattern,
    Prediction,
    RatedFeeling,
    Settled,
    Settling,
    Share,
    ThoughtRecord,
)
from tests.strategies import thought_records

DAY = dt.date(2026, 11, 22)
steps = st.lists(st.sampled_from(Step), unique=True).map(tuple)


@given(steps, st.lists(st.sampled_from(Step)))
def test_that_steps_put_in_lose_none_change_no_order_and_are_there_once(first, more):
    found = with_steps(first, more)
    assert set(found) == {*first, *more}
    assert len(found) == len(set(found))
    assert tuple(step for step in found if step in first) == first
    assert with_steps(found, more) == found


@given(st.sets(st.sampled_from(Step)), st.lists(st.sampled_from(Step)))
def test_that_steps_in_the_order_they_are_offered_stay_in_it(first, more):
    order = list(Step)
    found = with_steps(sorted(first, key=order.index), more)
    assert list(found) == sorted(found, key=order.index)


@given(steps, st.sampled_from(Step))
def test_that_a_step_stands_before_the_first_that_is_offered_later(first, step):
    found = with_steps(first, [step])
    if step in first:
        assert found == first
        return
    order = list(Step).index
    place = found.index(step)
    assert all(order(one) < order(step) for one in found[:place])
    assert not found[place + 1 :] or order(found[place + 1]) > order(step)


@given(thought_records())
def test_that_nothing_in_a_record_is_without_a_place(record):
    held = {step for step in Step if record.has(step)}
    assert set(record.all_steps) == {*record.steps, *held}
    assert tuple(step for step in record.all_steps if step in record.steps) == record.steps
    assert record.is_empty is not bool(held)


HOLDING = {
    Step.SITUATION: (
        {"situation": "The meeting"},
        {"triggers": (Trigger("rent"),)},
        {"tags": ("work",)},
    ),
    Step.FEELINGS: (
        {"feelings": (RatedFeeling("sad"),)},
        {"feelings": (RatedFeeling("sad", 50),)},
        {"sensations": (Sensation("tight chest"),)},
    ),
    Step.THOUGHT: ({"thoughts": (AutomaticThought("They saw"),)}, {"arrow": ("", "Alone")}),
    Step.LABEL: ({"label": "planning"},),
    Step.RESPONSE: ({"did": "Left"}, {"chose": "Stayed"}),
    Step.PATTERNS: ({"patterns": (ChosenPattern("labeling"),)},),
    Step.EVIDENCE: (
        {"evidence_for": ("", "Late")},
        {"evidence_against": ("She waved",)},
        {"friend": "You try"},
        {"distance": "In a year"},
    ),
    Step.BALANCED: ({"balanced_thought": "fair"},),
    Step.KINDNESS: ({"kindness": "It is hard"},),
    Step.LOOK_AGAIN: (
        {"feelings": (RatedFeeling("calm", after=20),)},
        {"thoughts": (AutomaticThought("", belief_after=20),)},
        {"helpful": 0},
    ),
    Step.PREDICTION: (
        {"prediction": Prediction(likely=0)},
        {"prediction": Prediction(happened="Nothing")},
    ),
    Step.NEXT_STEP: ({"next_step": "Ask"}, {"revisit_on": DAY}, {"turned_out": "Well"}),
}


@pytest.mark.parametrize("step", Step)
def test_that_a_step_holds_what_belongs_to_it_and_no_other_does(noon, step):
    for change in HOLDING[step]:
        record = ThoughtRecord(at=noon, steps=(Step.SITUATION,), **change)
        assert [one for one in Step if record.has(one)] == [step]
        assert not record.is_empty
        assert record.all_steps == tuple(dict.fromkeys((Step.SITUATION, step)))


NOTHING = {
    "begun": dt.datetime(2026, 11, 22, tzinfo=dt.UTC),
    "form": "seven",
    "steps": tuple(Step),
    "situation": " \n",
    "thoughts": (AutomaticThought(" ", 80),),
    "arrow": ("", " "),
    "evidence_for": ("", "\t"),
    "balanced_belief": 50,
    "checks": (Check.KIND,),
    "prediction": Prediction(" ", None, "\n"),
    "next_step_on": DAY,
    "settled": Settling(Settled.BREATHING, 15, Step.FEELINGS),
    "turned_out": " ",
    "revisited": True,
    "not_ready": True,
    "turned_down": ("labeling",),
    "share": Share.FULL,
    "starred": True,
}


@pytest.mark.parametrize("name", NOTHING)
def test_that_what_only_goes_along_with_words_leaves_a_record_empty(noon, name):
    assert ThoughtRecord(at=noon, **{name: NOTHING[name]}).is_empty


def test_that_the_usual_steps_are_in_the_order_they_are_offered(noon):
    assert ThoughtRecord(at=noon).all_steps == FIVE_PARTS
    order = list(Step)
    assert list(FIVE_PARTS) == sorted(FIVE_PARTS, key=order.index)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"helpful": 11}, "0 and 10"),
        ({"helpful": -1}, "0 and 10"),
        ({"begun": dt.datetime(2026, 11, 22)}, "offset"),
        ({"arrow": ("x",) * (MOST_ARROWS + 1)}, "at most 5"),
        ({"steps": ()}, "has steps"),
        ({"steps": (Step.LABEL, Step.LABEL)}, "each of them once"),
    ],
)
def test_that_a_record_that_makes_no_sense_is_refused(noon, change, reason):
    with pytest.raises(ValueError, match=reason):
        ThoughtRecord(at=noon, **change)


def test_that_a_likelihood_off_the_scale_is_refused():
    with pytest.raises(ValueError, match="0 and 100"):
        Prediction("x", 101)


@given(thought_records())
def test_that_the_change_in_feelings_is_the_mean_over_those_rated_twice(record):
    both = [f for f in record.feelings if None not in (f.before, f.after)]
    before, after = (sum(getattr(f, name) for f in both) for name in ("before", "after"))
    found = record.feeling_change
    assert (found is None) is (not both)
    if found:
        assert found[1] == len(both)
        assert found[0] * len(both) == pytest.approx(before - after)
    rated = sorted(f.before for f in record.feelings if f.before is not None)
    assert record.strongest == (rated[-1] if rated else None)


def test_that_the_change_in_belief_is_that_of_the_hot_thought(noon):
    cool, hot = AutomaticThought("cool", 50, 50), AutomaticThought("hot", 90, 40, hot=True)
    assert ThoughtRecord(at=noon, thoughts=(cool, hot)).belief_change == 50
    assert ThoughtRecord(at=noon).belief_change is None
    for before, after in ((None, 40), (90, None)):
        thought = dataclasses.replace(hot, belief_before=before, belief_after=after)
        assert ThoughtRecord(at=noon, thoughts=(cool, thought)).belief_change is None
    lower = dataclasses.replace(hot, belief_before=0, belief_after=100)
    assert ThoughtRecord(at=noon, thoughts=(lower,)).belief_change == -100


def test_that_a_record_asks_how_it_turned_out_from_its_day_on_until_it_was_looked_at(noon):
    record = ThoughtRecord(at=noon, revisit_on=DAY)
    assert not record.asks_how_it_turned_out(DAY - dt.timedelta(days=1))
    assert record.asks_how_it_turned_out(DAY)
    assert record.asks_how_it_turned_out(DAY + dt.timedelta(days=900))
    assert not dataclasses.replace(record, revisited=True).asks_how_it_turned_out(DAY)
    assert not ThoughtRecord(at=noon).asks_how_it_turned_out(DAY)


def test_that_a_form_has_a_name_and_each_of_its_steps_once():
    with pytest.raises(ValueError, match="name"):
        Form("a", " ", (Step.THOUGHT,))
    for some in ((), (Step.THOUGHT, Step.THOUGHT)):
        with pytest.raises(ValueError, match="steps"):
            Form("a", "Mine", some)


@given(steps.filter(len))
def test_that_a_form_comes_back_as_it_was(some):
    form = Form("a", "Mine", some)
    assert form_from_plain(form_to_plain(form)) == form


WHOLE = {"id": "a", "name": "Mine", "steps": ["thought"]}


@pytest.mark.parametrize(
    "plain",
    [
        None,
        ["thought"],
        {**WHOLE, "id": 1},
        {**WHOLE, "name": None},
        {**WHOLE, "name": " "},
        {**WHOLE, "steps": "thought"},
        {**WHOLE, "steps": []},
        {**WHOLE, "steps": ["thought", "thought"]},
        {**WHOLE, "steps": ["of a newer version"]},
        {**WHOLE, "steps": [3]},
        {**WHOLE, "steps": [[]]},
        *({k: v for k, v in WHOLE.items() if k != name} for name in WHOLE),
    ],
)
def test_that_something_else_is_no_form(plain):
    assert form_from_plain(WHOLE) == Form("a", "Mine", (Step.THOUGHT,))
    assert form_from_plain(plain) is None


def test_that_names_of_steps_and_checks_can_be_kept_as_words_with_spaces_between():
    assert all(name.isidentifier() for name in (*Step, *Check))


BREATHED, GROUNDED = Settled.BREATHING, Settled.GROUNDING


@pytest.mark.parametrize(
    ("was", "later", "kept"),
    [
        (Settling(Settled.DECLINED), Settling(BREATHED, 0), Settling(BREATHED, 0)),
        (Settling(BREATHED, 15), Settling(Settled.DECLINED), Settling(BREATHED, 15)),
        (Settling(BREATHED, 15), Settling(BREATHED, 60), Settling(BREATHED, 75)),
        (Settling(BREATHED), Settling(BREATHED, 60), Settling(BREATHED, 60)),
        (Settling(BREATHED, 15), Settling(GROUNDED, 60), Settling(GROUNDED, 60)),
        (Settling(BREATHED, 60), Settling(GROUNDED, 15), Settling(BREATHED, 60)),
        (Settling(BREATHED, 60), Settling(GROUNDED), Settling(BREATHED, 60)),
    ],
)
def test_that_time_to_settle_adds_up_and_the_longer_exercise_is_kept(was, later, kept):
    assert was.then(later) == kept


def test_that_no_exercise_lasts_less_than_nothing():
    with pytest.raises(ValueError, match="no less than 0"):
        Settling(Settled.BREATHING, -1)


@pytest.mark.parametrize(
    ("steps", "more", "noticing"),
    [
        ((Step.THOUGHT, Step.LABEL), {}, True),
        ((Step.THOUGHT, Step.LABEL, Step.FEELINGS, Step.KINDNESS), {}, True),
        ((Step.THOUGHT, Step.FEELINGS), {}, False),
        ((Step.THOUGHT, Step.LABEL, Step.BALANCED), {}, False),
        ((Step.THOUGHT, Step.LABEL), {"balanced_thought": "I can learn it."}, False),
    ],
)
def test_that_a_record_with_a_word_for_the_thought_and_no_answer_only_notices(
    noon, steps, more, noticing
):
    assert ThoughtRecord(at=noon, steps=steps, **more).is_noticing is noticing
