"""A password on a finished PDF."""

from __future__ import annotations

import io
import secrets
import stringprep
import unicodedata

import pikepdf

from resilience_desktop.errors import ResilienceError
from resilience_desktop.i18n import text

LONGEST_PASSWORD = 127
"""Bytes in UTF-8: readers ignore the rest (ISO 32000-2, 7.6.4.3.3), so more would mislead."""
_REFUSED = (
    stringprep.in_table_a1,
    stringprep.in_table_c21_c22,
    stringprep.in_table_c3,
    stringprep.in_table_c4,
    stringprep.in_table_c5,
    stringprep.in_table_c6,
    stringprep.in_table_c7,
    stringprep.in_table_c8,
    stringprep.in_table_c9,
)
"""What SASLprep takes in no password: signs newer than 2002, among them smileys, and controls."""


def protect(pdf: bytes, password: str) -> bytes:
    """Return the PDF encrypted with AES-256 (revision 6), opened by this password alone.

    The owner's password is random and forgotten, so nobody can change the permissions; screen
    readers may always read. Compile the PDF with PDF/UA only: PDF/A forbids encryption. Raises
    ``ResilienceError`` for a password that is empty or too long, or that some reader refuses.
    """
    user = _prepared(password)
    if not user:
        raise ResilienceError(text("The password is empty. Type at least one character."))
    if _is_refused(user):
        raise ResilienceError(
            text(
                "Some programs could not open a PDF with this password. Choose plain letters, "
                "numbers and spaces."
            )
        )
    if len(user.encode()) > LONGEST_PASSWORD:
        raise ResilienceError(
            text(
                "The password is too long for a PDF. Choose a shorter one, of up to 30 characters."
            )
        )
    protected = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        del opened.trailer["/ID"]  # made from what it says, and it stays in the open
        opened.save(
            protected,
            encryption=pikepdf.Encryption(
                user=user,
                owner=secrets.token_urlsafe(32),
                R=6,
                aes=True,
                metadata=True,
                allow=pikepdf.Permissions(accessibility=True, extract=True),
            ),
            object_stream_mode=pikepdf.ObjectStreamMode.preserve,
        )
    return protected.getvalue()


def _prepared(password: str) -> str:
    """Return a password as readers take what is typed: SASLprep (RFC 4013), as the standard says.

    Spaces of all kinds are one, signs that nobody sees are nothing, and accents are one with their
    letters.
    """
    typed = (sign for sign in password if not stringprep.in_table_b1(sign))
    spaced = (" " if stringprep.in_table_c12(sign) else sign for sign in typed)
    return unicodedata.normalize("NFKC", "".join(spaced))


def _is_refused(prepared: str) -> bool:
    """Return whether SASLprep has no such password; a reader that keeps to it would not open it."""
    if any(refuses(sign) for sign in prepared for refuses in _REFUSED):
        return True
    if not any(map(stringprep.in_table_d1, prepared)):  # nothing is written right to left
        return False
    ends = stringprep.in_table_d1(prepared[0]) and stringprep.in_table_d1(prepared[-1])
    return not ends or any(map(stringprep.in_table_d2, prepared))
