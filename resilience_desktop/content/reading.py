"""Reading a file of resources/content in the language the app speaks."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from resilience_desktop import resources
from resilience_desktop.i18n import text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def read(name: str) -> dict[str, Any]:
    """Return what a file holds."""
    content: dict[str, Any] = json.loads(resources.read_text(f"content/{name}.json"))
    return content


def texts(sentences: Iterable[str]) -> tuple[str, ...]:
    """Return sentences in the language the app speaks."""
    return tuple(text(words) for words in sentences)


def steps(anchors: Mapping[str, str]) -> dict[int, str]:
    """Return the words of a scale by their step."""
    return {int(step): text(words) for step, words in anchors.items()}
