"""Where drafts are kept that more than one part of the window asks for."""

from __future__ import annotations

FREE = "entry:free"
"""The slot of the free page; it is found by no search."""
QUICK = "quick"
"""The slot of the quick form."""
