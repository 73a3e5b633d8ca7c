"""The tick for a soft bell: off until somebody wants it, and remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox

from resilience_desktop.i18n import text
from resilience_desktop.ui.bell import Bell

if TYPE_CHECKING:
    from resilience_desktop.ui.preferences import Preferences


class BellTick(QCheckBox):
    """Rings at a turn while it is ticked, and once when it is, so that somebody knows the sound.

    Nothing is looked for while it is not ticked. Where there is no sound it says so, and can be
    ticked all the same: headphones may come.
    """

    def __init__(self, preferences: Preferences, *, name: str, bell: Bell | None = None) -> None:
        super().__init__()
        self.setObjectName(name)
        self._preferences = preferences
        self._bell = bell or Bell(self)
        self._bell.tried.connect(self._tell)
        self.setChecked(preferences.settings.soft_bell)
        self.toggled.connect(self._choose)
        preferences.changed.connect(self._follow)
        self._tell()

    def look(self) -> None:
        """Find out whether there is sound, without any, if that is wanted."""
        if self.isChecked():
            self._bell.look()

    def ring(self) -> None:
        """Ring, if that is wanted."""
        if self.isChecked():
            self._bell.ring()

    def _choose(self, wanted: bool) -> None:
        self._preferences.change(soft_bell=wanted)
        self.ring()
        self._tell()

    def _follow(self) -> None:
        """Be as it was chosen somewhere else, without a sound."""
        self.blockSignals(True)
        self.setChecked(self._preferences.settings.soft_bell)
        self.blockSignals(False)

    def _tell(self) -> None:
        lacks = self.isChecked() and not self._bell.is_there
        self.setText(text("Soft bell. No sound here") if lacks else text("Soft bell"))
