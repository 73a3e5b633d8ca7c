"""Choosing a passphrase: five offered words, and a plain word for how strong one is."""

from __future__ import annotations

import math
import secrets
from enum import StrEnum
from importlib.resources import files

from resilience_desktop import resources

SHORTEST = 10
"""Characters a passphrase has at least."""
WORDS = 5


class Strength(StrEnum):
    """How hard a passphrase is to guess, in three steps."""

    SHORT = "short"
    FAIR = "fair"
    STRONG = "strong"


def word_list() -> tuple[str, ...]:
    """Return the words phrases are made of: easy to spell, none easily taken for another.

    They are the EFF's long list of 7,776, as the package xkcdpass brings it, without those that
    have a hyphen and those that nobody should be offered on a hard day.
    """
    listed = files("xkcdpass").joinpath("static", "eff-long").read_text("ascii").split()
    lines = resources.read_text("content/phrase_words_left_out.txt").splitlines()
    left_out = {line for line in lines if not line.startswith("#")}
    return tuple(word for word in listed if word.isalpha() and word not in left_out)


def suggest() -> str:
    """Return five random words: 64 bits, since there are more than 7,500 to choose from."""
    words = word_list()
    return " ".join(secrets.choice(words) for _ in range(WORDS))


def strength(passphrase: str) -> Strength:
    """Return how strong a passphrase looks: length times the variety of its signs.

    An upper estimate, only good for telling a weak one from the rest; there are no rules about
    which signs it must have, since those make phrases harder to remember, not to guess.
    """
    if len(passphrase) < SHORTEST:
        return Strength.SHORT
    bits = len(passphrase) * math.log2(max(2, len(set(passphrase.lower()))))
    return Strength.STRONG if bits >= 60 else Strength.FAIR
