"""Errors a person can act on; everything else is a bug.

Each message is a plain sentence that can be shown as it stands: what happened, what stays safe
and what can be done. It never holds words the person wrote.
"""

from __future__ import annotations


class ResilienceError(Exception):
    """Something the person can understand and act on."""


class WrongPassphraseError(ResilienceError):
    """The journal did not open with this passphrase or recovery code."""


class KeyFileDamagedError(ResilienceError):
    """The key file cannot be used; the journal itself may be fine."""


class JournalDamagedError(ResilienceError):
    """The journal file is there but is not a whole journal."""


class JournalTooNewError(ResilienceError):
    """A newer version of the app wrote this journal."""


class JournalUnavailableError(ResilienceError):
    """The journal is missing, in use by another program, or its folder cannot be read."""


class OpenElsewhereError(JournalUnavailableError):
    """Another computer seems to have the journal open: somebody is asked before it opens here."""


class NotWrittenError(ResilienceError):
    """A file could not be written: the disk is full, or the place is read-only."""


class NotUnderstoodError(ResilienceError):
    """A file or value that came from outside could not be read."""


class CancelledError(ResilienceError):
    """Somebody stopped long work; everything is as it was before."""
