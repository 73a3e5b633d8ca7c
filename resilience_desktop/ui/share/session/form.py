"""The fields of one session: its day, what to talk about, what was tried, and what came of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from resilience_desktop.domain.session import AgendaLine, HomeworkLine, HowItWent, Session
from resilience_desktop.i18n import plural, text
from resilience_desktop.ui.share.session.own_lines import OwnLine, OwnLines
from resilience_desktop.ui.share.session.since import Since
from resilience_desktop.ui.share.session.tried import Tried
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.day_choice import MONTH, TOMORROW, WEEK, DayChoice
from resilience_desktop.ui.widgets.layouts import column_in
from resilience_desktop.ui.widgets.rule import Rule
from resilience_desktop.ui.widgets.words_edit import WordsEdit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from resilience_desktop.services.since_last import SinceLast, Starred
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.theme import LookKeeper


_DAYS_BACK = 366
"""How long ago a session can have been whose day is said only now."""
_GAP, _SECTION = 48, 24


class SessionForm(QWidget):
    """Shows a session, and gives it back as somebody changed it."""

    changed = Signal()
    link_opened = Signal(str)

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        look = context.look
        self._session: Session | None = None
        self._before: Session | None = None
        self._starred: Sequence[Starred] = ()
        self.day = DayChoice(
            look,
            (TOMORROW, WEEK, MONTH),
            name="session.day",
            title=text("The day, if you know it"),
            days_back=_DAYS_BACK,
        )
        self.agenda = OwnLines(
            look,
            name="session.agenda",
            spoken=text("Point {n}"),
            add=text("Add a point"),
            tick=text("Talked about: {line}"),
            about=text("Tick what you have talked about."),
        )
        self._put_all = buttons.quiet(
            look, _with_star(0), name="session.put_starred", flush=True, drawing="plus"
        )
        self._put_report = buttons.quiet(
            look,
            text("Add what is in your PDF under “To talk about”"),
            name="session.put_report",
            flush=True,
            drawing="plus",
        )
        self._report_words = ""
        self.tried = Tried(look, name="session.tried")
        self.since = Since(context)
        self.notes = WordsEdit(
            look, name="session.notes", title=text("Notes"), growing=True, lines=3
        )
        self.homework = OwnLines(
            look,
            name="session.homework",
            spoken=text("Something to try {n}"),
            add=text("Add something to try"),
        )
        self._lay_out(look)
        self._connect()

    def show_session(self, session: Session, before: Session | None, *, is_next: bool) -> None:
        """Show a session, and what was agreed in the one before it."""
        self._session, self._before = session, before
        with QSignalBlocker(self.day), QSignalBlocker(self.agenda), QSignalBlocker(self.homework):
            self.day.set_day(session.day)
            self.agenda.set_values(
                OwnLine(line.words, line.talked, link=line.link) for line in session.agenda
            )
            self.homework.set_values(
                OwnLine(line.words, kept=line.went.value) for line in session.homework
            )
        self.notes.set_words(session.notes)
        self.tried.show_lines(before.homework if before else ())
        self.since.setVisible(is_next)
        self._is_next = is_next
        self._offer()

    def show_since(self, since: SinceLast, sentences: tuple[str, ...]) -> None:
        """Say what there is since the last session."""
        self.since.show_days(since, sentences)

    def offer(self, starred: Sequence[Starred], report_words: str) -> None:
        """Offer what can be put among what to talk about with one press."""
        self._starred, self._report_words = starred, report_words.strip()
        self._offer()

    def stand(self, *, beside: bool) -> None:
        """Have the days since last time beside what is written, or between it."""
        grid, top = self._grid, Qt.AlignmentFlag.AlignTop
        for part in (self._upper, self.since, self._lower):
            grid.removeWidget(part)
        grid.addWidget(self._upper, 0, 0, top)
        if beside:
            grid.addWidget(self.since, 0, 1, 2, 1, top)
            grid.addWidget(self._lower, 1, 0, top)
        else:
            grid.addWidget(self.since, 1, 0, top)
            grid.addWidget(self._lower, 2, 0, top)
        grid.setHorizontalSpacing(_GAP if beside else 0)
        grid.setColumnStretch(0, 5)
        grid.setColumnStretch(1, 3 if beside else 0)
        grid.setRowStretch(1, 1 if beside else 0)

    def session(self) -> Session:
        """Return the session as it stands in the fields."""
        assert self._session is not None  # noqa: S101
        return replace(
            self._session,
            day=self.day.day(),
            agenda=tuple(
                AgendaLine(line.words, line.ticked, line.link) for line in self.agenda.values()
            ),
            homework=tuple(
                HomeworkLine(line.words, HowItWent(line.kept or HowItWent.OPEN))
                for line in self.homework.values()
            ),
            notes=self.notes.words(),
        )

    def before(self) -> Session | None:
        """Return the session before, with what was said of its homework."""
        return self._before and replace(self._before, homework=self.tried.lines())

    def words(self) -> str:
        """Return all that was typed, to be read elsewhere."""
        return self.session().words if self._session else ""

    def _offer(self) -> None:
        lines = self.agenda.values()
        links = frozenset(line.link for line in lines)
        self.since.show_starred(self._starred, links)
        count = len(self.since.offered()) if self._is_next else 0
        self._put_all.setVisible(count > 0)
        self._put_all.setText(_with_star(count))
        new = self._report_words and self._report_words not in [line.words for line in lines]
        self._put_report.setVisible(bool(new) and self._is_next)

    def _put(self, *lines: OwnLine) -> None:
        self.agenda.put(*lines)
        self.agenda.start()  # what was pressed is gone

    def _changed(self) -> None:
        self._offer()
        self.changed.emit()

    def _connect(self) -> None:
        self._is_next = True
        self.day.day_changed.connect(self.changed)
        self.agenda.changed.connect(self._changed)
        self.agenda.link_opened.connect(self.link_opened)
        self._put_all.clicked.connect(lambda: self._put(*self.since.offered()))
        self._put_report.clicked.connect(lambda: self._put(OwnLine(self._report_words)))
        self.since.put_wanted.connect(self._put)
        self.tried.changed.connect(self.changed)
        self.notes.words_changed.connect(self.changed)
        self.homework.changed.connect(self.changed)

    def _lay_out(self, look: LookKeeper) -> None:
        self._upper, self._lower = QWidget(), QWidget()
        upper, lower = column_in(self._upper, _SECTION), column_in(self._lower, _SECTION)
        day = labels.above(look, self.day.accessibleName(), self.day)
        upper.addWidget(day, 0, Qt.AlignmentFlag.AlignLeft)
        talk = _section(upper)
        talk.addWidget(labels.heading(look, text("To talk about")))
        talk.addWidget(self.agenda)
        for way in (self._put_all, self._put_report):
            talk.addWidget(way, 0, Qt.AlignmentFlag.AlignLeft)
        upper.addWidget(self.tried)
        lower.addWidget(Rule())
        notes = _section(lower)
        notes.addWidget(labels.heading(look, text("After the session")))
        notes.addWidget(labels.small(look, text("What stayed with you, what you want to keep.")))
        notes.addWidget(self.notes)
        homework = _section(lower)
        homework.addWidget(labels.heading(look, text("To try until next time")))
        homework.addWidget(self.homework)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(_SECTION)
        for part in (self._upper, self.since, self._lower):
            part.setParent(self)  # in the order of reading
        self.stand(beside=False)


def _with_star(count: int) -> str:
    return plural("Add the starred page", "Add the {n} starred pages", count)


def _section(column: QVBoxLayout) -> QVBoxLayout:
    holder = QWidget()
    column.addWidget(holder)
    return column_in(holder, 8)
