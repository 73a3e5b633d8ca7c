"""The pictures of an entry: small ones below the note, in their order."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QKeyEvent, QKeySequence, QPixmap
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resilience_desktop import i18n
from resilience_desktop.domain.details import Picture
from resilience_desktop.errors import ResilienceError
from resilience_desktop.i18n import text
from resilience_desktop.ui.files import ask_for_files
from resilience_desktop.ui.journal.writing.given import SUFFIXES, small_bytes
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.widgets import labels
from resilience_desktop.ui.widgets.buttons import Button
from resilience_desktop.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.journal.writing.given import Given
    from resilience_desktop.ui.theme import LookKeeper

_SIDE = 72
"""Of a small picture, in text units."""
_SHARP = 3
"""Times as many pixels as that, for large text and fine screens."""


class PictureStrip(QWidget):
    """Shows pictures and takes new ones; nothing of them is written outside the journal."""

    pictures_changed = Signal()

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.setObjectName("journal.pictures")
        self._context = context
        self._pictures: list[Picture] = []
        self._thumbs: dict[str, _Thumb] = {}
        self._about = 0
        """Raised when another entry is shown: what still comes for the one before is not for it."""
        self._said = labels.small(context.look, "", "text_muted", name="journal.pictures.said")
        self._said.hide()
        self._holder = QWidget()
        self._flow = FlowLayout(self._holder)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(4)
        column.addWidget(self._holder)
        column.addWidget(self._said)
        self.hide()

    def pictures(self) -> tuple[Picture, ...]:
        """Return the pictures in their order."""
        return tuple(self._pictures)

    def set_pictures(self, pictures: Sequence[Picture]) -> None:
        """Show the pictures of an entry."""
        self._about += 1
        self._say("")
        self._show(list(pictures))

    def ask(self) -> None:
        """Ask for files of pictures."""
        kinds = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        self.add(
            ask_for_files(self.window(), text("Add pictures"), f"{text('Pictures')} ({kinds})")
        )

    def add(self, given: Sequence[Given]) -> None:
        """Make pictures small, put them into the journal and show them."""
        if not given:
            return
        about, tasks = self._about, self._context.tasks
        self._say(i18n.plural("Adding a picture ...", "Adding {n} pictures ...", len(given)))

        def keep(body: bytes) -> None:
            tasks.read(lambda journal: journal.pictures.add(body), take, owner=self, failed=failed)

        def take(id_: str) -> None:
            if about == self._about:
                self._say("")
                self._change([*self._pictures, Picture(id_)])

        def failed(error: BaseException) -> None:
            if not isinstance(error, ResilienceError):
                tasks.work_failed.emit(error)
            self._say(str(error) if isinstance(error, ResilienceError) else "", wrong=True)

        for one in given:
            tasks.compute(partial(small_bytes, one), keep, owner=self, failed=failed)

    def remove(self, id_: str) -> None:
        """Take a picture out of the entry, and offer to put it back."""
        about, before = self._about, list(self._pictures)
        place = next((n for n, picture in enumerate(before) if picture.id == id_), -1)
        if place < 0:
            return
        self._change([picture for picture in before if picture.id != id_])
        self._thumbs_or_note(place)

        def put_back() -> None:
            if about == self._about:
                now = self._pictures
                self._change([*now[:place], before[place], *now[place:]])

        self._context.notices.show(text("Picture removed"), put_back)

    def describe(self, id_: str, words: str) -> None:
        """Keep what is to be seen in a picture."""
        self._change([replace(p, words=words) if p.id == id_ else p for p in self._pictures])

    def _change(self, pictures: list[Picture]) -> None:
        if pictures != self._pictures:
            self._show(pictures)
            self.pictures_changed.emit()

    def _show(self, pictures: list[Picture]) -> None:
        self._pictures = pictures
        kept = {picture.id for picture in pictures}
        for id_ in [id_ for id_ in self._thumbs if id_ not in kept]:
            thumb = self._thumbs.pop(id_)
            self._flow.removeWidget(thumb)
            thumb.hide()
            thumb.deleteLater()
        for number, picture in enumerate(pictures, 1):
            if picture.id not in self._thumbs:
                self._thumbs[picture.id] = self._thumb(picture.id)
            self._thumbs[picture.id].tell(picture.words, number)
        self._flow.put_in_order([self._thumbs[picture.id] for picture in pictures])
        self._holder.setVisible(bool(pictures))
        self._show_or_hide()

    def _thumb(self, id_: str) -> _Thumb:
        thumb = _Thumb(self._context.look, f"journal.pictures.{len(self._thumbs) + 1}")
        thumb.clicked.connect(partial(self._open, id_))
        thumb.remove_requested.connect(partial(self.remove, id_))
        self._flow.addWidget(thumb)
        thumb.show()
        tasks, side = self._context.tasks, _SIDE * _SHARP

        def draw(body: bytes | None) -> None:
            tasks.compute(lambda: small_image(body, side), thumb.show_image, owner=thumb)

        tasks.read(lambda journal: _body(journal, id_), draw, owner=thumb)
        return thumb

    def _open(self, id_: str) -> None:
        from resilience_desktop.ui.journal.writing.picture_dialog import PictureDialog

        picture = next(picture for picture in self._pictures if picture.id == id_)
        dialog = PictureDialog(self._context, picture, self.window())
        dialog.described.connect(partial(self.describe, id_))
        dialog.remove_requested.connect(partial(self.remove, id_))
        dialog.open()

    def _thumbs_or_note(self, place: int) -> None:
        """Leave the keyboard near where the removed picture was."""
        thumbs = [self._thumbs[picture.id] for picture in self._pictures]
        reason = Qt.FocusReason.OtherFocusReason
        if thumbs:
            thumbs[min(place, len(thumbs) - 1)].setFocus(reason)
        else:
            self.focusNextPrevChild(False)

    def _say(self, sentence: str, *, wrong: bool = False) -> None:
        self._said.set_role("danger" if wrong else "text_muted")
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence)
        self._show_or_hide()

    def _show_or_hide(self) -> None:
        self.setVisible(bool(self._pictures or self._said.text()))


class _Thumb(Button):
    """A small picture that opens the large one; Delete takes it away."""

    remove_requested = Signal()

    def __init__(self, look: LookKeeper, name: str) -> None:
        super().__init__(look, "", "thumb", name=name, drawing="picture")
        self._image = QImage()
        look.follow(self._fit)

    def tell(self, words: str, number: int) -> None:
        """Say what is to be seen, or else which picture this is."""
        numbered = text("Picture {n}").format(n=number)
        self.setObjectName(f"journal.pictures.{number}")
        self.setAccessibleName(f"{numbered}: {words}" if words else numbered)
        self.setToolTip("")

    def show_image(self, image: QImage) -> None:
        """Show the picture."""
        self._image = image
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the picture away with Delete."""
        if event.matches(QKeySequence.StandardKey.Delete):
            self.remove_requested.emit()
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        side = self._look.px(_SIDE)
        self.setFixedSize(side + 8, side + 8)
        self.setIconSize(QSize(side, side))
        if not self._image.isNull():
            self.setIcon(QIcon(QPixmap.fromImage(self._image)))


def small_image(body: bytes | None, side: int) -> QImage:
    """Return a picture that fits a square, for showing; an empty one when it is gone."""
    image = QImage.fromData(body or b"")
    if image.isNull() or max(image.width(), image.height()) <= side:
        return image
    keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    return image.scaled(side, side, keep, smooth)


def _body(journal: Journal, id_: str) -> bytes | None:
    return journal.pictures.get(id_)
