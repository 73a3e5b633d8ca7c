"""What is seen now and then is made when it is first to be seen."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


class Later(QWidget):
    """A widget that is empty until it is shown for the first time."""

    _is_made = False

    def be_made(self) -> None:
        """Make what is inside now, unless it is there."""
        if not self._is_made:
            self._is_made = True
            self.make()

    def make(self) -> None:
        """Make what is inside."""
        raise NotImplementedError

    def setVisible(self, visible: bool) -> None:
        """Make what is inside before it is seen."""
        if visible:
            self.be_made()
        super().setVisible(visible)
