"""A private desktop journal: mood, thought records, charts over months, a PDF for a therapist."""

from __future__ import annotations

__version__ = "0.1.0"
