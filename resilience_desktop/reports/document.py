"""What a template is given."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from resilience_desktop import i18n, themes
from resilience_desktop.i18n import text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

Paper = Literal["a4", "us-letter"]
Plain = dict[str, Any]

PAPERS: tuple[Paper, ...] = ("a4", "us-letter")
WIDTHS_MM: Mapping[Paper, float] = {"a4": 210, "us-letter": 215.9}


@dataclass(frozen=True, slots=True)
class Document:
    """A template of resources/reports, its values, and pictures it names."""

    template: str
    """File name without its ending."""
    values: Plain = field(repr=False)
    """JSON values."""
    made_on: dt.date
    """The only date in the file; the clock is never asked."""
    pictures: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    """File name in the template -> SVG."""


def text_width_pt(paper: Paper) -> float:
    """Return the width between the margins, in points."""
    margin: float = themes.tokens()["print"]["margin_mm"]
    return (WIDTHS_MM[paper] - 2 * margin) / 25.4 * 72


def shared_values(title: str, made_on: dt.date, paper: Paper, help_lines: str = "") -> Plain:
    """Return what every template needs, with the sentences of the footer."""
    return {
        "title": title,
        "language": i18n.language(),
        "paper": paper,
        "made_on": [made_on.year, made_on.month, made_on.day],
        "ink": themes.tokens()["print"],
        "footer": {
            "lead": text("Need help now?"),
            "text": help_lines,
            "page": text("Page {n} of {m}"),
            "pages": None,  # as many as there are
        },
    }
