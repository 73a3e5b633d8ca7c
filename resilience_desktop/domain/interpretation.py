"""Words in a line of evidence that can make it a reading of what happened, not a fact."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from resilience_desktop.domain.pattern_hints import words_found

if TYPE_CHECKING:
    from collections.abc import Sequence

_SAID = re.compile(r'"[^"]*"|“[^“”]*”|«[^«»]*»|„[^„“”]*[“”]')
"""What stands in quotation marks was said by somebody: a camera would have caught it."""


def signs_of_reading(line: str, cues: Sequence[str]) -> tuple[str, ...]:
    """Return the words that make a line read like an interpretation, as they were written.

    None is no proof of a fact, and some are no proof of the opposite: whoever shows them asks.
    """
    return words_found(_SAID.sub(" \N{HORIZONTAL ELLIPSIS} ", line), cues) if cues else ()
