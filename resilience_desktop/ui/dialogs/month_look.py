"""A look at this month: kept as it is filled in, and earlier ones to go back to."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from resilience_desktop import i18n
from resilience_desktop.domain.changes import Changes
from resilience_desktop.domain.look_back import LookBack, Rhythm
from resilience_desktop.domain.month_look import MonthLook, RatedValue
from resilience_desktop.i18n import text
from resilience_desktop.services import clock
from resilience_desktop.services.month_look_words import look_in_words
from resilience_desktop.ui.dialogs.month_look_form import MonthLookForm
from resilience_desktop.ui.notices import Notices
from resilience_desktop.ui.saving import Saving
from resilience_desktop.ui.settings.section import Setting, choice
from resilience_desktop.ui.unsaved import has_to_ask
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.dialog import Dialog
from resilience_desktop.ui.widgets.layouts import resize_within_window
from resilience_desktop.ui.widgets.saved_state import SavedState
from resilience_desktop.ui.widgets.scroll_pane import ScrollPane

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.saving import Work

    Read = tuple[list[MonthLook], LookBack | None]


class MonthLookDialog(Dialog):
    """The look of this month, new or begun before; any of them can be changed or removed."""

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("month_look")
        self.setWindowTitle(text("A look at this month"))
        self._context = context
        self._present = MonthLook(clock.now().day)
        self._is_now = True
        look = context.look
        self._about = labels.muted(look, _about_now(), name="month_look.about")
        self.form = MonthLookForm(context)
        self.form.setEnabled(False)  # until it is known what stands there already
        self.state = SavedState(look, name="month_look.state")
        self._saving = Saving(
            context,
            self,
            self.state,
            work=self._work,
            words=lambda: look_in_words(self.form.changed_in(self._present)),
        )
        self._undo = Notices(self, look)
        self._again = choice("month_look.again", _rhythms(), Rhythm.NONE.value, self._choose)
        self._earlier = buttons.quiet(
            look, text("Other months"), name="month_look.earlier", drawing="clock"
        )
        self._days = QMenu(self._earlier)
        self._days.setObjectName("month_look.days")
        self._earlier.setMenu(self._days)
        self._remove = buttons.quiet(look, text("Remove this look"), name="month_look.remove")
        self._close = buttons.plain(look, text("Close"), name="month_look.close")
        for part in (self._earlier, self._remove):
            part.hide()
        self._lay_out()
        self.form.changed.connect(self._saving.touch)
        self._remove.clicked.connect(self._take_away)
        self._close.clicked.connect(self.accept)
        resize_within_window(self, look.px(760), look.px(720))
        self._read()

    # Keeping

    def _work(self) -> Work:
        """Return what keeps the look; one of this month is of the day on which it was changed."""
        look = self.form.changed_in(self._present)
        if self._is_now:
            look = replace(look, day=clock.now().day)
        self._present = look
        self._remove.setVisible(not look.is_empty)
        return lambda journal: journal.month_looks.keep(look)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was said before it is out of sight."""
        self._saving.flush()
        super().hideEvent(event)

    def done(self, result: int) -> None:
        """Stay while something said here is not saved, until somebody has been asked."""
        if not has_to_ask(self._context, self, partial(super().done, result)):
            super().done(result)

    def _choose(self, rhythm: str) -> None:
        wanted = LookBack(Rhythm(rhythm), clock.now().day)

        def keep(journal: Journal) -> Changes:
            settings = journal.settings()
            if settings.look_back and settings.look_back.rhythm is wanted.rhythm:
                return Changes()  # the months go on from the day on which it was chosen
            return journal.keep_settings(replace(settings, look_back=wanted))

        self._context.tasks.write(keep, owner=self)

    # Which one is in view

    def _read(self, id_: str = "") -> None:
        """Show the look with this id, or that of this month."""

        def both(journal: Journal) -> Read:
            return journal.month_looks.all(), journal.settings().look_back

        self._context.tasks.read(both, partial(self._begin, id_), owner=self)

    def _begin(self, id_: str, read: Read) -> None:
        looks, wanted = read
        today = clock.now().day
        this_month = next((one for one in reversed(looks) if one.is_of_month(today)), None)
        named = next((one for one in looks if one.id == id_), None)
        shown = named or this_month
        self._is_now = shown is None or shown == this_month
        self._present = shown or _new(looks)
        self._about.setText(_about_now() if self._is_now else _about_then(self._present))
        self.form.put(self._present)
        self.state.say_nothing()
        self._remove.setVisible(shown is not None)
        self._offer(looks, this_month)
        self._again.setCurrentIndex(
            self._again.findData((wanted.rhythm if wanted else Rhythm.NONE).value)
        )
        if not self.form.isEnabled():
            self.form.setEnabled(True)
            self.form.start()

    def _offer(self, looks: list[MonthLook], this_month: MonthLook | None) -> None:
        """Offer all but the one in view, and a new one where this month has none."""
        self._days.clear()
        if this_month is None and not self._is_now:
            self._add("", text("This month"))
        for look in reversed(looks):
            if look.id != self._present.id:
                self._add(look.id, i18n.day(look.day))
        self._earlier.setVisible(bool(self._days.actions()))

    def _add(self, id_: str, words: str) -> None:
        action = self._days.addAction(words)
        action.triggered.connect(partial(self._go, id_))

    def _go(self, id_: str, *_: object) -> None:
        self._saving.then(partial(self._read, id_))

    def _take_away(self) -> None:
        look = self.form.changed_in(self._present)
        self._saving.forget()

        def undo() -> None:
            self._context.tasks.write(
                lambda journal: journal.month_looks.keep(look),
                lambda _changes: self._read(look.id),
                owner=self,
            )

        def gone(_changes: Changes) -> None:
            self._read()
            self._undo.show(text("The look was removed"), undo)
            self.form.start()

        self._context.tasks.write(lambda journal: journal.month_looks.drop(look), gone, owner=self)

    # Building

    def _lay_out(self) -> None:
        look = self._context.look
        inside = QWidget()
        page = QVBoxLayout(inside)
        page.setContentsMargins(8, 8, 16, 8)
        page.setSpacing(32)
        page.addWidget(self.form)
        hint = text("It comes as a quiet line on the journal page while the app is open.")
        page.addWidget(Setting(look, text("Offer a look again"), self._again, hint=hint))
        page.addStretch()
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self._earlier)
        foot.addWidget(self._remove)
        foot.addStretch()
        foot.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 28, 28, 20)
        column.setSpacing(12)
        column.addLayout(self.head_with_help(look, text("A look at this month")))
        column.addWidget(self._about)
        column.addWidget(ScrollPane("month_look.pane", inside), 1)
        column.addWidget(self.state)
        column.addWidget(self.state.banner)
        column.addLayout(foot)


def _new(looks: list[MonthLook]) -> MonthLook:
    """Return an empty look that has the names of what mattered last time."""
    before = next((one for one in reversed(looks) if one.values), None)
    names = tuple(RatedValue(value.name) for value in before.values) if before else ()
    return MonthLook(clock.now().day, values=names)


def _about_now() -> str:
    return text(
        "Think of the last four weeks or so, and leave out whatever you like. Nothing is added up."
    )


def _about_then(look: MonthLook) -> str:
    return text("This is how you saw it on {day}. You can still change it.").format(
        day=i18n.day(look.day)
    )


def _rhythms() -> dict[str, str]:
    return {
        Rhythm.NONE.value: text("Never"),
        Rhythm.MONTHLY.value: text("Each month"),
        Rhythm.SPREAD.value: text("After 1, 3, 6 and 12 months"),
    }
