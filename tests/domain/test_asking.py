"""A record that is given another form, or asks one part more."""

import dataclasses

from hypothesis import given
from hypothesis import strategies as st

from resilience_desktop.domain.record_form import Form, Step, nearest
from resilience_desktop.domain.thought_record import AutomaticThought, ThoughtRecord
from tests.strategies import thought_records

ORDER = list(Step)
some_steps = st.lists(st.sampled_from(Step), unique=True, min_size=1).map(tuple)
forms = st.builds(Form, st.just("own"), st.just("Mine"), some_steps)
MOVED = {"form", "steps", "step", "not_ready"}
"""What another form changes; all else is what somebody wrote."""


def written(record):
    fields = {f.name for f in dataclasses.fields(record)} - MOVED
    return {name: getattr(record, name) for name in fields}


# Another form


@given(thought_records(), forms)
def test_that_another_form_loses_nothing_that_is_written(record, form):
    asked = record.asking(form)
    assert written(asked) == written(record)
    assert (asked.form, asked.steps) == (form.id, form.steps)
    held = {step for step in Step if record.has(step)}
    assert set(asked.all_steps) == {*form.steps, *held}


@given(thought_records(), forms)
def test_that_another_form_keeps_somebody_where_they_are_if_it_can(record, form):
    asked = record.asking(form)
    assert asked.step in asked.all_steps
    if record.step in asked.all_steps:
        assert asked.step is record.step


@given(thought_records(), forms)
def test_that_a_record_that_was_left_on_purpose_is_taken_up_with_another_form(record, form):
    left = dataclasses.replace(record, not_ready=True)
    assert not left.asking(form).not_ready
    assert not left.asking_too(Step.KINDNESS).not_ready


@given(thought_records(), forms)
def test_that_the_first_form_again_asks_what_it_asked_before(record, form):
    first = Form(record.form, "First", record.steps)
    assert record.asking(form).asking(first).all_steps == record.all_steps


def test_that_without_its_step_a_record_goes_to_the_nearest_the_earlier_of_two(noon):
    at = ThoughtRecord(at=noon, step=Step.FEELINGS)
    nearest_two = Form("own", "Mine", (Step.NEXT_STEP, Step.THOUGHT, Step.SITUATION))
    assert at.asking(nearest_two).step is Step.SITUATION
    later = Form("own", "Mine", (Step.NEXT_STEP, Step.KINDNESS))
    assert at.asking(later).step is Step.KINDNESS


@given(some_steps, st.sampled_from(Step))
def test_that_no_other_step_is_nearer_than_the_nearest(steps, to):
    found = nearest(steps, to)
    away = abs(ORDER.index(found) - ORDER.index(to))
    assert found in steps
    assert all(abs(ORDER.index(step) - ORDER.index(to)) >= away for step in steps)
    assert (found is to) is (to in steps)


# One part more


@given(thought_records(), st.sampled_from(Step))
def test_that_one_part_more_is_asked_among_all_that_is_there_already(record, part):
    asked = record.asking_too(part)
    assert set(asked.steps) == {*record.all_steps, part}
    assert tuple(step for step in asked.steps if step in record.all_steps) == record.all_steps
    assert (written(asked), asked.form) == (written(record), record.form)
    assert asked.asking_too(part).steps == asked.steps


# What is empty


@given(thought_records())
def test_that_the_first_empty_step_is_the_first_that_is_asked_and_holds_nothing(record):
    empty = [step for step in record.all_steps if not record.has(step)]
    assert record.first_empty is (empty[0] if empty else None)


def test_that_a_record_with_something_in_every_step_has_no_empty_one(noon):
    full = ThoughtRecord(at=noon, steps=(Step.THOUGHT,), thoughts=(AutomaticThought("x"),))
    assert full.first_empty is None
    assert full.asking_too(Step.KINDNESS).first_empty is Step.KINDNESS


# An answer


def test_that_a_balanced_thought_is_new_only_where_its_words_are_others(noon):
    empty = ThoughtRecord(at=noon)
    fair = dataclasses.replace(empty, balanced_thought="It may be so.")
    spaced = dataclasses.replace(empty, balanced_thought=" It may be so.\n")
    assert fair.is_answered_anew_since(empty)
    assert not spaced.is_answered_anew_since(fair)
    assert not empty.is_answered_anew_since(fair)
    assert not dataclasses.replace(empty, balanced_thought=" ").is_answered_anew_since(fair)
