"""The recovery code: the master secret, written so that a person can copy it by hand.

Twenty-eight letters and digits of Crockford's base 32 in seven groups. Twenty-six carry the 128
secret bits and two spare bits; the last two are Reed-Solomon check symbols over GF(32), so every
single wrong letter, every two wrong letters and every pair of swapped letters is noticed.
"""

from __future__ import annotations

import hashlib

from resilience_desktop.errors import WrongPassphraseError
from resilience_desktop.i18n import text
from resilience_desktop.storage.keys import SECRET_BYTES

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LENGTH = 28
_GROUP = 4
_FORGIVEN = str.maketrans("OIL", "011")
_FIELD = 0b100101  # x^5 + x^2 + 1, whose root x generates all of GF(32)


def recovery_groups(secret: bytes) -> tuple[str, ...]:
    """Return the seven groups of four that stand for this 16-byte secret."""
    spare = hashlib.sha256(b"recovery code" + secret).digest()[0] >> 6
    number = int.from_bytes(secret, "big") << 2 | spare
    symbols = [number >> 5 * place & 31 for place in range(_LENGTH - 3, -1, -1)]
    plain, weighted = _sums(symbols)
    # Two symbols a, b with a + b = plain and x*a + b = weighted make both sums vanish.
    first = _divide(plain ^ weighted, 2 ^ 1)
    symbols += [first, plain ^ first]
    letters = "".join(ALPHABET[symbol] for symbol in symbols)
    return tuple(letters[i : i + _GROUP] for i in range(0, _LENGTH, _GROUP))


def read_recovery_code(code: str) -> bytes:
    """Return the secret of a code, typed in any case with any separators.

    Raises ``WrongPassphraseError`` when it has the wrong length or a typing mistake.
    """
    letters = "".join(c for c in code.upper() if c.isalnum()).translate(_FORGIVEN)
    if len(letters) != _LENGTH:
        raise WrongPassphraseError(
            text("A recovery code has seven groups of four letters and digits.")
        )
    if any(letter not in ALPHABET for letter in letters):
        raise WrongPassphraseError(_typing_mistake())
    symbols = [ALPHABET.index(letter) for letter in letters]
    plain, weighted = _sums(symbols[:-2])
    number = 0
    for symbol in symbols[:-2]:
        number = number << 5 | symbol
    secret = (number >> 2).to_bytes(SECRET_BYTES, "big")
    checked = plain == symbols[-2] ^ symbols[-1] and weighted == _twice(symbols[-2]) ^ symbols[-1]
    if not checked or "".join(recovery_groups(secret)) != letters:
        raise WrongPassphraseError(_typing_mistake())
    return secret


def another_journals() -> str:
    """Return the sentence for a code without a mistake that is not this journal's."""
    return text(
        "That recovery code is from an earlier sheet, or from another journal. A newer sheet may "
        "exist. An earlier one still opens the backups of its time. Nothing has changed."
    )


def _typing_mistake() -> str:
    return text("There is a typing mistake in the recovery code. Please compare it once more.")


def _twice(symbol: int) -> int:
    doubled = symbol << 1
    return doubled ^ _FIELD if doubled & 32 else doubled


def _divide(dividend: int, divisor: int) -> int:
    """Return the element of GF(32) that gives ``dividend`` when multiplied by ``divisor``."""
    return next(quotient for quotient in range(32) if _multiply(quotient, divisor) == dividend)


def _multiply(left: int, right: int) -> int:
    product = 0
    while right:
        if right & 1:
            product ^= left
        left, right = _twice(left), right >> 1
    return product


def _sums(symbols: list[int]) -> tuple[int, int]:
    """Return the plain and the position-weighted sum; the place before the last weighs x."""
    plain = weighted = 0
    weight = _multiply(2, 2)  # places of data start after the two check places, x^1 and x^0
    for symbol in reversed(symbols):
        plain ^= symbol
        weighted ^= _multiply(symbol, weight)
        weight = _twice(weight)
    return plain, weighted
