"""A sheet before it is printed or saved: the page as it will be, and the paper it is for."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QLabel

from resilience_desktop.i18n import plural, text
from resilience_desktop.services.clock import now
from resilience_desktop.ui.form_words import first_form, forms_of
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.settings.small_dialog import SmallDialog
from resilience_desktop.ui.sheet_paper import SheetPaper
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.beside_or_below import BesideOrBelow
from resilience_desktop.ui.widgets.choice_box import ChoiceBox
from resilience_desktop.ui.widgets.layouts import room_in_window

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from resilience_desktop.domain.journal_settings import JournalSettings
    from resilience_desktop.domain.record_form import Form
    from resilience_desktop.domain.session import HomeworkLine, Session
    from resilience_desktop.domain.sheet import Sheet
    from resilience_desktop.domain.thought_record import ThoughtRecord
    from resilience_desktop.reports.document import Document, Paper
    from resilience_desktop.services.sharing import Preview
    from resilience_desktop.services.since_last import SinceLast
    from resilience_desktop.ui.context import UiContext

_WIDTH = 760
"""Text units the window is wide, if there is room: its page is to be read."""
_BESIDE = 64
"""Pixels of the width that are beside the page: margins and the scroll bar."""
_LEAST_FOR_FORM = 280
_INCHES = {"a4": (8.27, 11.69), "us-letter": (8.5, 11.0)}
_SIGNS = 12
"""How many of the signs that cannot be printed are named."""


class SheetDialog(SmallDialog):
    """One sheet, to be printed or saved; it is nowhere before."""

    def __init__(
        self,
        context: UiContext,
        parent: QWidget,
        title: str,
        make: Callable[[Paper], Document],
        choice: ChoiceBox | None = None,
        left_out: str = "",
    ) -> None:
        """Show what ``make`` returns; ``choice`` stands above what is chosen of every sheet.

        ``left_out`` says what is not on it.
        """
        look = context.look
        super().__init__(look, parent, "sheet", title, width=_WIDTH)
        self._make = make
        self._paper = SheetPaper(context.tasks, self)
        self._paper.said.connect(self._say)
        self._size = _box("paper", text("Paper"))
        self._size.addItem(text("A4"), "a4")
        self._size.addItem(text("Letter"), "us-letter")
        self._picture = QLabel()
        self._picture.setObjectName("sheet.picture")
        self._picture.setAccessibleName(text("The page as it will be"))
        self._more = labels.small(look, "", "text_muted", name="sheet.pages")
        self._missing = labels.small(look, "", "text_muted", name="sheet.missing")
        self._said = labels.small(look, "", "text_muted", name="sheet.said")
        paper = self.above(self._size.accessibleName(), self._size)
        if choice is None:
            self.column.addWidget(paper)
        else:
            form = self.above(choice.accessibleName(), choice)
            least = partial(look.px, _LEAST_FOR_FORM)
            self.column.addLayout(BesideOrBelow(form, paper, 16, least=least))
        if left_out:
            self.column.addWidget(labels.small(look, left_out, name="sheet.left_out"))
        self.column.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self._more)
        self.column.addWidget(self._missing)
        self.column.addStretch()
        self.in_sight.addWidget(self._said)
        self._said.hide()
        self._more.hide()
        self._missing.hide()
        self._lay_out_foot()
        self._size.currentIndexChanged.connect(self.set_pages)
        look.look_changed.connect(self.set_pages)
        self.set_pages()

    def set_pages(self) -> None:
        """Set the sheet as it is chosen now, and show its first page."""
        across, down = _INCHES[self._size.currentData()]
        room = min(self.look.px(_WIDTH), room_in_window(self).width())
        width = max(120, room - _BESIDE)
        self._picture.setFixedSize(width, round(width * down / across))
        ppi = width * self.devicePixelRatioF() / across
        self._paper.show(self._made(), ppi, self._show)

    def change(self, make: Callable[[Paper], Document]) -> None:
        """Show another sheet."""
        self._make = make
        self.set_pages()

    def _made(self) -> Callable[[], Document]:
        return partial(self._make, self._size.currentData())

    def _show(self, preview: Preview) -> None:
        pages = preview.pages
        picture = QPixmap()
        picture.loadFromData(pages[0])
        painter = QPainter(picture)
        painter.setPen(self.look.color("rule_strong"))
        painter.drawRect(picture.rect().adjusted(0, 0, -1, -1))
        painter.end()
        picture.setDevicePixelRatio(self.devicePixelRatioF())
        self._picture.setPixmap(picture)
        self._more.setText(text("The first of {n} pages").format(n=len(pages)))
        self._more.setVisible(len(pages) > 1)
        self._missing.setVisible(bool(preview.unprintable))
        missing = text("No font on this computer has these; a box stands for each: {signs}")
        self._missing.setText(missing.format(signs="  ".join(preview.unprintable[:_SIGNS])))

    def _say(self, words: str, wrong: bool) -> None:
        self._said.set_role("danger" if wrong else "text_muted")
        self._said.setText(words)
        self._said.show()
        self.fit()
        announce(self._said, words)

    def _lay_out_foot(self) -> None:
        close = buttons.quiet(self.look, text("Close"), name="sheet.close")
        save = buttons.plain(self.look, text("Save PDF ..."), name="sheet.save")
        printing = buttons.primary(self.look, text("Print ..."), name="sheet.print")
        close.clicked.connect(self.reject)
        save.clicked.connect(lambda: self._paper.save(self._made()))
        printing.clicked.connect(
            lambda: self._paper.print_out(self._made(), self._size.currentData())
        )
        self.foot.addWidget(close)
        self.foot.addStretch()
        self.foot.addWidget(save)
        self.foot.addWidget(printing)


class BlankSheet(SheetDialog):
    """A form of a thought record to be filled in by hand; which one is chosen here."""

    def __init__(
        self, context: UiContext, parent: QWidget, forms: Sequence[Form], first: Form
    ) -> None:
        self._forms, self._country = forms, _country(context)
        self._form = _box("form", text("Form"))
        for form in forms:
            self._form.addItem(form.name)
        self._form.setCurrentIndex(list(forms).index(first))
        make = _blank(first, self._country)
        super().__init__(context, parent, text("A blank worksheet"), make, self._form)
        self._form.currentIndexChanged.connect(self._choose)

    def _choose(self, place: int) -> None:
        self.change(_blank(self._forms[place], self._country))


def open_session_sheet(
    context: UiContext,
    parent: QWidget,
    session: Session,
    tried: Sequence[HomeworkLine],
    since: SinceLast | None,
) -> None:
    """Offer a session on paper, without the points whose page is never shared."""
    country = _country(context)

    def show(kept_back: frozenset[str]) -> None:
        shown = session.without(kept_back)

        def make(paper: Paper) -> Document:
            from resilience_desktop.services.papers import session_paper

            return session_paper(shown, tried, since, now().day, country, paper)

        left_out = _left_out(len(session.agenda) - len(shown.agenda))
        SheetDialog(context, parent, text("The session on paper"), make, left_out=left_out).open()

    context.tasks.read(
        lambda journal: journal.sessions.kept_back(session),
        show,
        owner=parent,
        latest="sheet.session",
    )


def open_record_sheet(context: UiContext, parent: QWidget, record: ThoughtRecord) -> None:
    """Offer a thought record on paper, with room for what is still empty in it."""
    country = _country(context)

    def make(paper: Paper) -> Document:
        from resilience_desktop.services.papers import record_paper

        return record_paper(record, now().day, country, paper)

    SheetDialog(context, parent, text("This record on paper"), make).open()


def open_skill_sheet(context: UiContext, parent: QWidget, sheet: Sheet) -> None:
    """Offer a worksheet of a skill on paper, with room for what is still empty in it."""
    country = _country(context)

    def make(paper: Paper) -> Document:
        from resilience_desktop.services.papers import skill_paper

        return skill_paper(sheet, now().day, country, paper)

    SheetDialog(context, parent, text("This sheet on paper"), make).open()


def open_blank_sheet(context: UiContext, parent: QWidget) -> None:
    """Offer the forms there are, blank; the usual one of somebody first."""

    def show(settings: JournalSettings) -> None:
        BlankSheet(context, parent, forms_of(settings), first_form(settings)).open()

    context.tasks.read(
        lambda journal: journal.settings(), show, owner=parent, latest="sheet.settings"
    )


def _left_out(points: int) -> str:
    if not points:
        return ""
    return plural(
        "{n} point is left out: its page is never shared.",
        "{n} points are left out: their pages are never shared.",
        points,
    )


def _box(part: str, title: str) -> ChoiceBox:
    box = ChoiceBox(shrinks=True)
    box.setObjectName(f"sheet.{part}")
    box.setAccessibleName(title)
    return box


def _blank(form: Form, country: str) -> Callable[[Paper], Document]:
    def make(paper: Paper) -> Document:
        from resilience_desktop.services.papers import blank_paper

        return blank_paper(form, now().day, country, paper)

    return make


def _country(context: UiContext) -> str:
    return context.preferences.settings.country
