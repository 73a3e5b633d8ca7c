"""Steps that bring an older journal up to date, oldest first. A released step is never edited.

A step is one small file with literal SQL that says why it is there and imports none of today's
code, so that it does the same in ten years. ``steps`` lists them; a journal that is up to date,
as nearly every one is, needs none of them.
"""

FORMAT = 7
"""Kept in the file as ``user_version``; raised with every step, so that older apps refuse it."""
