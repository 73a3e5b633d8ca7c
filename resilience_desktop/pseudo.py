"""Two made-up languages that show what a translation would break.

In both every sentence is accented, about 40 per cent longer, and in brackets: "Keep entry" becomes
"[Ķééþ éñţŕý ~~~~]". A word without accents was never translatable, a missing bracket was cut off.
The second is laid out from right to left.
"""

from __future__ import annotations

import gettext
import math
import re
from functools import cache

LEFT_TO_RIGHT, RIGHT_TO_LEFT = "qps", "qpr"  # codes that ISO 639-2 leaves to private use
CODES = (LEFT_TO_RIGHT, RIGHT_TO_LEFT)

PLAIN = "acdeghijklmnoprstuwyzACDEGHIJKLMNOPRSTUWYZ"
"""Letters that never occur in a sentence of these languages."""
_ACCENTED = str.maketrans(PLAIN, "áçðéĝĥíĵķļḿñóþŕšţúŵýžÁÇÐÉĜĤÍĴĶĻḾÑÓÞŔŠŢÚŴÝŽ")
_LONGER = 0.4
_LONGEST_WORD = 8
_PLACEHOLDER = re.compile(r"(\{[^{}]*\})")


class Pseudo(gettext.NullTranslations):
    """Stands where a ``.mo`` file would be."""

    def gettext(self, message: str) -> str:
        """Return a sentence as it would look in such a language."""
        return spoken_oddly(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return one of two sentences, as English counts."""
        return spoken_oddly(msgid1 if n == 1 else msgid2)


@cache
def spoken_oddly(words: str) -> str:
    """Return words with accents, longer and in brackets; ``{placeholders}`` stay as they are.

    A pattern that only puts other things in order holds no words and stays as it is.
    """
    parts = _PLACEHOLDER.split(words)
    own = "".join(parts[::2])
    if not any(map(str.isalpha, own)):
        return words
    parts[::2] = [part.translate(_ACCENTED) for part in parts[::2]]
    odd = "".join(parts)
    start, end = len(odd) - len(odd.lstrip()), len(odd.rstrip())
    more = _padding(math.ceil(len(own) * _LONGER))
    return f"{odd[:start]}[{odd[start:end]} {more}]{odd[end:]}"


def _padding(length: int) -> str:
    """Return so many signs, in words that can be broken into lines."""
    words = [_LONGEST_WORD] * (length // (_LONGEST_WORD + 1))
    rest = length - sum(words) - len(words)
    return " ".join("~" * count for count in (*words, rest) if count)
