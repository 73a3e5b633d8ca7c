"""The pictures of an entry: small ones below the note, in their order."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resilience_desktop import i18n
from resilience_desktop.domain.details import Picture
from resilience_desktop.errors import ResilienceError
from resilience_desktop.i18n import text
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.widgets import labels
from resilience_desktop.ui.widgets.flow_layout import FlowLayout
from resilience_desktop.ui.widgets.later import Later
from resilience_desktop.ui.widgets.scroll_pane import show_in_pane

if TYPE_CHECKING:
    from collections.abc import Sequence

    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.journal.writing.given import Given
    from resilience_desktop.ui.journal.writing.picture_thumb import PictureThumb

_SHARP = 3
"""Times as many pixels as that, for large text and fine screens."""


class PictureStrip(Later):
    """Shows pictures and takes new ones; nothing of them is written outside the journal."""

    pictures_changed = Signal()

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.setObjectName("journal.pictures")
        self._context = context
        self._pictures: list[Picture] = []
        self._thumbs: dict[str, PictureThumb] = {}
        self._about = 0
        """Raised when another entry is shown: what still comes for the one before is not for it."""
        self._asked: list[str] = []
        """The pictures just added that are still to be asked about, the present one first."""
        self._goes_along = False
        """Whether the keyboard goes to the question: somebody chose files and is not typing."""
        self.hide()

    def make(self) -> None:
        """Make the room for pictures, and what is said and asked below them."""
        from resilience_desktop.ui.journal.writing.picture_words import PictureWords

        look = self._context.look
        self._said = labels.small(look, "", "text_muted", name="journal.pictures.said")
        self._said.hide()
        self._holder = QWidget()
        self._flow = FlowLayout(self._holder)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(4)
        column.addWidget(self._holder)
        column.addWidget(self._said)
        self._words = PictureWords(look)
        self._words.described.connect(self._describe_asked)
        self._words.done.connect(self._ask_next)
        column.addWidget(self._words)

    def pictures(self) -> tuple[Picture, ...]:
        """Return the pictures in their order."""
        return tuple(self._pictures)

    def set_pictures(self, pictures: Sequence[Picture]) -> None:
        """Show the pictures of an entry."""
        self._about += 1
        self._asked = []
        if pictures or self._is_made:
            self._say("")
            self._show(list(pictures))

    def ask(self) -> None:
        """Ask for files of pictures."""
        from resilience_desktop.ui.files import ask_for_files
        from resilience_desktop.ui.journal.writing.given import SUFFIXES

        kinds = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        chosen = ask_for_files(self.window(), text("Add pictures"), f"{text('Pictures')} ({kinds})")
        self.add(chosen)
        self._goes_along = bool(chosen)

    def add(self, given: Sequence[Given]) -> None:
        """Make pictures small, put them into the journal and show them."""
        if not given:
            return
        from resilience_desktop.ui.journal.writing.given import small_bytes

        self._goes_along = False
        about, tasks = self._about, self._context.tasks
        self._say(i18n.plural("Adding a picture ...", "Adding {n} pictures ...", len(given)))

        def keep(body: bytes) -> None:
            tasks.read(lambda journal: journal.pictures.add(body), take, owner=self, failed=failed)

        def take(id_: str) -> None:
            if about == self._about:
                self._say("")
                self._asked.append(id_)
                self._change([*self._pictures, Picture(id_)])
                show_in_pane(self)
                if self._goes_along:
                    self._words.setFocus(Qt.FocusReason.OtherFocusReason)

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

    def reorder(self, id_: str, step: int) -> None:
        """Move a picture so many places; at the ends it stays."""
        pictures = list(self._pictures)
        place = next(n for n, picture in enumerate(pictures) if picture.id == id_)
        pictures.insert(max(0, place + step), pictures.pop(place))
        self._change(pictures)
        self._thumbs[id_].setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self._thumbs[id_].accessibleDescription())

    # What is to be seen

    def _describe_asked(self, words: str) -> None:
        self.describe(self._asked[0], words)

    def _ask_next(self) -> None:
        """Go on to the next new picture, or back to the picture that was described last."""
        had_keyboard = self._words.isAncestorOf(self.window().focusWidget())
        last = self._asked.pop(0)
        self._ask_words()
        if had_keyboard:
            (self._words if self._asked else self._thumbs[last]).setFocus(
                Qt.FocusReason.OtherFocusReason
            )

    def _ask_words(self) -> None:
        """Ask about the first of the new pictures; the question goes with the last of them."""
        self._words.setVisible(bool(self._asked))
        for number, picture in enumerate(self._pictures, 1):
            if self._asked and picture.id == self._asked[0]:
                self._words.ask(number, picture.words)

    # Inside

    def _change(self, pictures: list[Picture]) -> None:
        if pictures != self._pictures:
            self._show(pictures)
            self.pictures_changed.emit()

    def _show(self, pictures: list[Picture]) -> None:
        self.be_made()
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
            self._thumbs[picture.id].tell(picture.words, number, len(pictures))
        self._flow.put_in_order([self._thumbs[picture.id] for picture in pictures])
        self._asked = [id_ for id_ in self._asked if id_ in kept]
        self._ask_words()
        self._holder.setVisible(bool(pictures))
        self._show_or_hide()

    def _thumb(self, id_: str) -> PictureThumb:
        from resilience_desktop.ui.journal.writing.picture_thumb import SIDE, PictureThumb

        thumb = PictureThumb(self._context.look, f"journal.pictures.{len(self._thumbs) + 1}")
        thumb.clicked.connect(partial(self._open, id_))
        thumb.remove_requested.connect(partial(self.remove, id_))
        thumb.move_requested.connect(partial(self.reorder, id_))
        self._flow.addWidget(thumb)
        thumb.show()
        tasks, side = self._context.tasks, SIDE * _SHARP

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
        self.be_made()
        self._said.set_role("danger" if wrong else "text_muted")
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence)
        self._show_or_hide()

    def _show_or_hide(self) -> None:
        self.setVisible(bool(self._pictures or self._said.text()))


def small_image(body: bytes | None, side: int) -> QImage:
    """Return a picture that fits a square, for showing; an empty one when it is gone."""
    image = QImage.fromData(body or b"")
    if image.isNull() or max(image.width(), image.height()) <= side:
        return image
    keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    return image.scaled(side, side, keep, smooth)


def _body(journal: Journal, id_: str) -> bytes | None:
    return journal.pictures.get(id_)
