"""Files from outside and back: bytes in, domain values out. No files, no database, no windows.

* ``importing``: the one door, ``detect`` and ``read``
* ``reading``: what a file was understood to hold
* ``daylio``, ``columns``, ``journal_json``: one module a format
* ``suggestion``: which column of an unknown table is which
* ``table``, ``rows``, ``cells``, ``calendar_text``, ``markup``, ``scale``, ``fingerprint``: what
  the formats are read with

Everything raises ``NotUnderstoodError`` when a file cannot be used as a whole. A row that cannot
be used is left out and listed with its line and a reason, never dropped silently.
"""
