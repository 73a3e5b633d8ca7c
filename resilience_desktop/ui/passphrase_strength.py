"""What is said of a passphrase while it is being chosen."""

from __future__ import annotations

from resilience_desktop.i18n import text
from resilience_desktop.services import passphrases
from resilience_desktop.services.passphrases import Strength


def strength_words(passphrase: str) -> str:
    """Return how strong a passphrase is, or nothing while there is none."""
    if not passphrase:
        return ""
    return {
        Strength.SHORT: text("{n} more characters").format(
            n=passphrases.SHORTEST - len(passphrase)
        ),
        Strength.FAIR: text("Fair. A few more words make it strong."),
        Strength.STRONG: text("Strong"),
    }[passphrases.strength(passphrase)]


def too_short(passphrase: str) -> str:
    """Return why a passphrase cannot be used yet, or nothing when it is long enough."""
    if len(passphrase) >= passphrases.SHORTEST:
        return ""
    return text("A passphrase has at least {n} characters.").format(n=passphrases.SHORTEST)


def not_the_same(passphrase: str, again: str) -> str:
    """Return why a passphrase that was typed twice cannot be used yet, or nothing."""
    return "" if passphrase == again else text("The two are not the same yet.")
