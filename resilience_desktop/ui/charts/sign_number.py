"""The number from which on a day counts as an early sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRegularExpression, Qt
from PySide6.QtGui import QRegularExpressionValidator

from resilience_desktop.domain import own_scale
from resilience_desktop.domain.early_sign import Measure
from resilience_desktop.domain.entry import BEST_SLEEP, HIGHEST, LOWEST, WORST_SLEEP
from resilience_desktop.domain.hours import MOST
from resilience_desktop.ui.widgets.line_field import LineField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from resilience_desktop.domain.own_scale import OwnScale

_TYPED = QRegularExpression("[-\N{MINUS SIGN}]?[0-9]{0,3}([.,][0-9]?)?")


class SignNumber(LineField):
    """A number with at most one decimal: 6, 6.5, 6,5 or -2. Nothing else can be typed."""

    def __init__(self, *, name: str, title: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setProperty("kind", "number")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setValidator(QRegularExpressionValidator(_TYPED, self))

    @property
    def number(self) -> float | None:
        """What is typed; None for nothing, and for what is no number yet."""
        typed = self.text().strip().replace("\N{MINUS SIGN}", "-").replace(",", ".")
        try:
            return float(typed)
        except ValueError:
            return None

    def set_number(self, number: float) -> None:
        """Show a number."""
        self.setText(f"{number:g}".replace("-", "\N{MINUS SIGN}"))


def ends_of(measure: Measure, word: str, scales: Sequence[OwnScale]) -> tuple[float, float]:
    """Return from where to where the numbers go that can show a sign."""
    if measure is Measure.SLEEP_HOURS:
        return 0, MOST
    if measure is Measure.SLEEP_QUALITY:
        return WORST_SLEEP, BEST_SLEEP
    if measure is Measure.SCALE:
        ends = [(scale.low, scale.high) for scale in scales if scale.id == word]
        return ends[0] if ends else (own_scale.LOWEST, own_scale.HIGHEST)
    return LOWEST, HIGHEST
