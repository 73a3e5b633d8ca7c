from __future__ import annotations

import gc
from dataclasses import FrozenInstanceError, fields

import pytest

from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.feeling import Feeling
from resilience_desktop.storage.still_open import making_many, still_open


def test_that_a_value_that_was_filled_is_like_any_other():
    made = still_open(Feeling)()
    made.word, made.intensity = "calm", 30
    made.__class__ = Feeling
    assert made == Feeling("calm", 30)
    assert hash(made) == hash(Feeling("calm", 30))
    assert repr(made) == repr(Feeling("calm", 30))
    with pytest.raises(FrozenInstanceError):
        made.word = "tense"


def test_that_a_value_has_no_fields_but_its_own():
    made = still_open(Entry)()
    assert set(made.__slots__) == {field.name for field in fields(Entry)}
    with pytest.raises(AttributeError):
        made.moood = 1


def test_that_the_collector_looks_again_once_much_was_made():
    def fail():
        with making_many():
            assert not gc.isenabled()
            with making_many():
                pass
            assert not gc.isenabled()
            raise KeyError

    assert gc.isenabled()
    with pytest.raises(KeyError):
        fail()
    assert gc.isenabled()
