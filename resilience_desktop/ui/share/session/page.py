"""A session: getting ready for the next one, what came of it, and those before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resilience_desktop import i18n
from resilience_desktop.i18n import text
from resilience_desktop.ui.saving import Saving
from resilience_desktop.ui.share.session.form import SessionForm
from resilience_desktop.ui.share.session.found import Found, look
from resilience_desktop.ui.share.session.kept import KeptSessions
from resilience_desktop.ui.share.session.steps import SessionSteps
from resilience_desktop.ui.sides import set_margins
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.earlier_list import Earlier, EarlierList
from resilience_desktop.ui.widgets.layouts import column_in
from resilience_desktop.ui.widgets.rule import Rule
from resilience_desktop.ui.widgets.saved_state import SavedState
from resilience_desktop.ui.widgets.scroll_pane import ScrollPane
from resilience_desktop.ui.widths import page_margin

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QShowEvent

    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.domain.session import Session
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.saving import Work

_SECTION = 24
_COLUMN, _TWO_COLUMNS = 720, 1080
"""Text units that one column, and two beside each other, are wide at most."""


class SessionPage(QWidget):
    """One session at a time in one column; what was typed is kept as it is typed."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.setObjectName("session")
        self._context = context
        look = context.look
        self._kept = KeptSessions()
        self._shown: Session | None = None
        self._way: str | None = None
        """Id of the session somebody goes to, empty for the next one; None while they stay."""
        self._beside = False
        self.form = SessionForm(context)
        self.earlier = EarlierList(
            look,
            text("Earlier sessions"),
            text("Open the session of {day}"),
            name="session.earlier",
        )
        self._title = labels.title(look, "", name="session.title")
        self._about = labels.muted(
            look,
            text(
                "A place to get ready for a talk with somebody you trust. All of it can be empty."
            ),
            name="session.about",
        )
        self._back = buttons.muted(
            look, text("Your next session"), name="session.back", flush=True, drawing="arrow-left"
        )
        self._begin = buttons.plain(
            look, text("Begin the next session"), name="session.begin", drawing="plus"
        )
        self._delete = buttons.muted(
            look, text("Delete this session"), name="session.delete", drawing="trash"
        )
        self._paper = buttons.plain(
            look, text("On paper ..."), name="session.paper", drawing="printer"
        )
        self.state = SavedState(look, name="session.state")
        self._steps = SessionSteps(context, self)
        self._saving = Saving(
            context,
            self,
            self.state,
            work=self._as_it_stands,
            words=self.form.words,
        )
        self._lay_out()
        self._connect()
        self.form.hide()

    def save_now(self) -> None:
        """Keep what was written here."""
        self._saving.flush()

    def panes(self) -> list[QWidget]:
        """Return what F6 steps through."""
        return [self.form.day, self._paper]

    def take_keyboard(self) -> None:
        """Put the keyboard where a session begins."""
        self.form.day.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """Show how things are now."""
        super().showEvent(event)
        self._look_again()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep a readable measure."""
        super().resizeEvent(event)
        self._arrange()

    def show_session(self, id_: str) -> None:
        """Go to a session; to the next one for an empty id, or one that is gone."""

        def go() -> None:
            self._way = id_
            self._look_again()

        self._saving.then(go)

    # Showing

    def _look_again(self) -> None:
        self._context.tasks.read(look, self._take, owner=self, latest="session.look")

    def _take(self, found: Found) -> None:
        """Show what there is now; what somebody types stays."""
        kept, shown = self._kept, self._shown
        kept.follow(found.sessions)
        self.form.show_since(found.since, found.sentences)
        self.form.offer(found.starred, found.report_words)
        if self._way is not None:
            self._saving.then(self._arrive)
        elif shown is None:
            self._show(kept.next())
        elif self._saving.is_pending or self._saving.is_under_way:
            self._tell()
        elif kept.is_gone(shown):  # such as with Undo
            self._show(kept.next())
        elif kept.differs(self.form.session(), self.form.before()):
            self._show(kept.of(shown.id) or shown)
        else:
            self._tell()

    def _arrive(self) -> None:
        """Show the session that somebody goes to, from its beginning."""
        way, self._way = self._way, None
        self._show(self._kept.of(way or "") or self._kept.next())
        self.pane.verticalScrollBar().setValue(0)
        if self.isVisible():
            self.take_keyboard()

    def _show(self, session: Session) -> None:
        self._shown = session
        kept = self._kept
        self.form.show_session(session, kept.before(session), is_next=kept.is_next(session))
        self.form.show()
        self._tell()

    def _tell(self) -> None:
        shown = self._shown
        if shown is None:
            return
        is_next = self._kept.is_next(shown)
        held = text("Session of {day}").format(day=i18n.day(shown.held_on, weekday=True))
        self._title.setText(text("Your next session") if is_next else held)
        self._about.setVisible(is_next)
        self._back.setVisible(not is_next)
        self._offer_ways()
        self.earlier.show_earlier(
            Earlier(one.id, one.held_on, one.notes.strip() or one.words)
            for one in self._kept.earlier(shown)
        )

    def _offer_ways(self) -> None:
        """Offer to leave the session behind, or to delete it, once anything stands in it."""
        has_any = not self.form.session().is_blank
        self._begin.setVisible(self._is_next() and has_any)
        self._delete.setVisible(has_any)

    def _is_next(self) -> bool:
        return self._shown is None or self._kept.is_next(self._shown)

    # What can be done

    def _as_it_stands(self) -> Work | None:
        kept = self._kept.to_keep(self.form.session(), self.form.before())
        return (lambda journal: journal.sessions.keep(*kept)) if kept else None

    def _begin_next(self) -> None:
        self._steps.begin_next(self.form.session())

    def _let_go(self) -> None:
        self._steps.let_go(self.form.session())

    def _open_paper(self) -> None:
        from resilience_desktop.ui.dialogs.sheet import open_session_sheet

        before = self.form.before()
        since = self.form.since.days() if self._is_next() else None
        tried = before.homework if before else ()
        open_session_sheet(self._context, self.window(), self.form.session(), tried, since)

    def _changed(self) -> None:
        self._saving.touch()
        self._offer_ways()

    def _journal_changed(self, changes: Changes) -> None:
        shown = changes.sessions or changes.entries or changes.thought_records
        if shown and self.isVisible():
            self._look_again()

    # Building

    def _lay_out(self) -> None:
        inside = QWidget()
        self._inside = QVBoxLayout(inside)
        column = self._inside
        column.setSpacing(_SECTION)
        top = QWidget()
        head = column_in(top, 4)
        head.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        head.addWidget(self._title)
        head.addWidget(self._about)
        column.addWidget(top)
        column.addWidget(self.form)
        ways = QWidget()
        row = QHBoxLayout(ways)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._begin)
        row.addWidget(self._delete)
        row.addStretch()
        column.addWidget(ways)
        column.addWidget(self.earlier)
        column.addStretch()
        self.pane = ScrollPane("session.scroll", inside)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.state, 1)
        foot.addWidget(self._paper)
        banner = QWidget()
        self.state.put_banner_in(column_in(banner, 0))
        self._foot = QVBoxLayout()
        self._foot.setSpacing(12)
        self._foot.addWidget(banner)
        self._foot.addWidget(Rule())
        self._foot.addLayout(foot)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.pane, 1)
        whole.addLayout(self._foot)

    def _connect(self) -> None:
        self._context.look.look_changed.connect(self._arrange)
        self.form.changed.connect(self._changed)
        self.form.link_opened.connect(self._steps.open_page)
        self._steps.wanted.connect(self.show_session)
        self.earlier.chosen.connect(self.show_session)
        self._back.clicked.connect(lambda: self.show_session(""))
        self._begin.clicked.connect(lambda: self._saving.then(self._begin_next))
        self._delete.clicked.connect(lambda: self._saving.then(self._let_go))
        self._paper.clicked.connect(self._open_paper)
        self._context.tasks.journal_changed.connect(self._journal_changed)

    def _arrange(self) -> None:
        look = self._context.look
        margin = page_margin(self, look)
        room = self.width() - 2 * margin
        beside = room >= look.px(_TWO_COLUMNS - 80)
        if beside != self._beside:
            self._beside = beside
            self.form.stand(beside=beside)
        rest = room - look.px(_TWO_COLUMNS if beside else _COLUMN)
        set_margins(self._inside, margin, margin - 8, margin + max(0, rest), margin)
        set_margins(self._foot, margin, 0, margin, 16)
