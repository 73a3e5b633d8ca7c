import math
import re

import pytest

from resilience_desktop.services import passphrases
from resilience_desktop.services.passphrases import SHORTEST, Strength, strength, suggest, word_list
from resilience_desktop.services.passphrases import WORDS as SUGGESTED


def test_that_the_words_are_plain_and_different():
    words = word_list()
    assert len(words) == len(set(words))
    assert SUGGESTED * math.log2(len(words)) >= 64  # bits
    assert not {"drown", "failing", "hatred", "worry"} & set(words)
    assert all(re.fullmatch("[a-z]{3,14}", word) for word in words)


def test_that_five_words_are_offered_and_each_time_others():
    offered = {suggest() for _ in range(20)}
    assert len(offered) == 20
    for phrase in offered:
        assert len(phrase.split()) == 5
        assert set(phrase.split()) <= set(word_list())
        assert strength(phrase) is Strength.STRONG


def test_that_words_are_chosen_by_a_source_nobody_can_repeat(monkeypatch):
    monkeypatch.setattr(passphrases.secrets, "choice", lambda words: words[0])
    assert suggest() == " ".join([word_list()[0]] * 5)


@pytest.mark.parametrize(
    ("passphrase", "expected"),
    [
        ("", Strength.SHORT),
        ("x" * (SHORTEST - 1), Strength.SHORT),
        ("x" * SHORTEST, Strength.FAIR),
        ("password12", Strength.FAIR),
        ("Tr0ub4dor&3 horse", Strength.STRONG),
    ],
)
def test_that_a_passphrase_has_a_plain_word_for_its_strength(passphrase, expected):
    assert strength(passphrase) is expected
