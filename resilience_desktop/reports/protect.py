"""A password on a finished PDF."""

from __future__ import annotations

import io
import secrets
import unicodedata

import pikepdf

from resilience_desktop.errors import ResilienceError
from resilience_desktop.i18n import text

LONGEST_PASSWORD = 127
"""Bytes in UTF-8: readers ignore the rest (ISO 32000-2, 7.6.4.3.3), so more would mislead."""


def protect(pdf: bytes, password: str) -> bytes:
    """Return the PDF encrypted with AES-256 (revision 6), opened by this password alone.

    The password is used in its NFKC form, as readers do. The owner's password is random and
    forgotten, so nobody can change the permissions; screen readers may always read. Compile the
    PDF with PDF/UA only: PDF/A forbids encryption. Raises ``ResilienceError`` for a password that
    is empty or too long.
    """
    user = unicodedata.normalize("NFKC", password)
    if not user:
        raise ResilienceError(text("The password is empty. Type at least one character."))
    try:
        length = len(user.encode())
    except UnicodeEncodeError:
        raise ResilienceError(
            text("The password has a character that a PDF cannot hold. Choose another one.")
        ) from None
    if length > LONGEST_PASSWORD:
        raise ResilienceError(
            text(
                "The password is too long for a PDF. Choose a shorter one, of up to 30 characters."
            )
        )
    protected = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
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
