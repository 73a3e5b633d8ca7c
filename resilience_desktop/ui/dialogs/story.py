"""My story: what has been hard, what helped, what one found, what matters now; a little at a time.

It is kept as it is typed. What it was on an earlier day stays, and can be read and brought back.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from resilience_desktop import i18n
from resilience_desktop.domain.insight import Insight, InsightKind
from resilience_desktop.i18n import text
from resilience_desktop.services import clock
from resilience_desktop.ui.dialogs.earlier_story import EarlierStory
from resilience_desktop.ui.dialogs.linked_pages import LinkedPages
from resilience_desktop.ui.dialogs.prompted import Prompted
from resilience_desktop.ui.dialogs.story_sources import StorySources
from resilience_desktop.ui.notices import Notices
from resilience_desktop.ui.saving import Saving
from resilience_desktop.ui.unsaved import has_to_ask
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.dialog import Dialog
from resilience_desktop.ui.widgets.layouts import resize_within_window
from resilience_desktop.ui.widgets.saved_state import SavedState
from resilience_desktop.ui.widgets.scroll_pane import ScrollPane

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from resilience_desktop.services.story import Source
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.saving import Work


class StoryDialog(Dialog):
    """Four chapters, each of which can stay empty."""

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("story")
        self.setWindowTitle(text("My story"))
        self._context = context
        self._present: Insight | None = None
        look = context.look
        self.chapters = Prompted(context, InsightKind.STORY, name="story.chapters", lines=3)
        self.state = SavedState(look, name="story.state")
        self._saving = Saving(context, self, self.state, work=self._work, words=self.chapters.typed)
        self._undo = Notices(self, look)
        self._links = LinkedPages(context, name="story", title=text("Pages it came from"))
        self._add = buttons.plain(
            look, text("Add from your pages ..."), name="story.add", drawing="plus"
        )
        self._earlier = buttons.quiet(
            look, text("Earlier days"), name="story.earlier", drawing="clock"
        )
        self._days = QMenu(self._earlier)
        self._days.setObjectName("story.days")
        self._earlier.setMenu(self._days)
        self._earlier.hide()
        self._close = buttons.plain(look, text("Close"), name="story.close")
        self._lay_out()
        self.chapters.changed.connect(self._saving.touch)
        self._add.clicked.connect(self.choose_source)
        self._links.opened.connect(self.accept)
        self._links.unlinked.connect(self._unlink)
        self._close.clicked.connect(self.accept)
        resize_within_window(self, look.px(760), look.px(680))
        self.chapters.start()
        context.tasks.read(lambda journal: journal.insights.stories(), self._begin, owner=self)

    # Keeping

    def _begin(self, stories: list[Insight]) -> None:
        typed = self.chapters.answers()
        self._present = stories[0] if stories else None
        self.chapters.put(self._present)
        for prompt, words in typed:  # before it was read
            self.chapters.add(prompt, words)
        self._links.follow(self._present)
        self._offer_days(stories[1:])

    def _work(self) -> Work | None:
        """Return what keeps the story; one whose words were all taken out stays as it was."""
        answers, today = self.chapters.answers(), clock.now().day
        if not answers:
            return None
        before = self._present
        if before is None or before.made != today:
            links = before.links if before else ()
            story = Insight("", today, links, kind=InsightKind.STORY, answers=answers)
        else:
            story = replace(before, answers=answers)
        self._present = story
        return lambda journal: journal.insights.keep(story)

    def _change(self, story: Insight) -> None:
        self._present = story
        self._saving.touch()
        self._saving.flush()
        self._links.follow(self._present)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was typed before it is out of sight."""
        self._saving.flush()
        super().hideEvent(event)

    def done(self, result: int) -> None:
        """Stay while something typed here is not saved, until somebody has been asked."""
        if not has_to_ask(self._context, self, partial(super().done, result)):
            super().done(result)

    # From pages

    def choose_source(self) -> None:
        """Offer what can go into the chapter that was written to last."""
        dialog = StorySources(self._context, self, self.chapters.last)
        dialog.chosen.connect(self._take)
        dialog.open()

    def _take(self, source: Source, chapter: str) -> None:
        self.chapters.add(chapter, source.words)
        self._saving.flush()
        if self._present is not None:
            links = dict.fromkeys((*self._present.links, *source.links))
            self._change(replace(self._present, links=tuple(links)))

    def _unlink(self, id_: str) -> None:
        if self._present is not None:
            links = tuple(link for link in self._present.links if link != id_)
            self._change(replace(self._present, links=links))
            self._add.setFocus()

    # Earlier days

    def _offer_days(self, earlier: list[Insight]) -> None:
        self._earlier.setVisible(bool(earlier))
        self._days.clear()
        for story in earlier:
            action = self._days.addAction(i18n.day(story.made, weekday=True))
            action.triggered.connect(partial(self._read, story))

    def show_earlier(self) -> None:
        """Show how it was before the last day on which it was changed."""
        if self._days.actions():
            self._days.actions()[0].trigger()

    def _read(self, story: Insight) -> None:
        dialog = EarlierStory(self._context, self, story)
        dialog.bring_back.connect(partial(self._bring_back, story))
        dialog.open()

    def _bring_back(self, story: Insight) -> None:
        before = self.chapters.answers()
        self._put(story.answers)
        day = i18n.day(story.made)
        self._undo.show(
            text("It is as it was on {day}").format(day=day), partial(self._put, before)
        )

    def _put(self, answers: tuple[tuple[str, str], ...]) -> None:
        for prompt, field in self.chapters.fields.items():
            field.set_words(dict(answers).get(prompt, ""))
        self._saving.touch()
        self._saving.flush()

    # Building

    def _lay_out(self) -> None:
        look = self._context.look
        inside = QWidget()
        page = QVBoxLayout(inside)
        page.setContentsMargins(8, 8, 16, 8)
        page.setSpacing(16)
        page.addWidget(self.chapters)
        page.addWidget(self._links)
        page.addStretch()
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self._add)
        foot.addWidget(self._earlier)
        foot.addStretch()
        foot.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 28, 28, 20)
        column.setSpacing(12)
        column.addLayout(self.head_with_help(look, text("My story")))
        about = text(
            "A place to put things together in your own words, a little at a time. There is no "
            "right way to tell it, and every part can stay empty."
        )
        column.addWidget(labels.muted(look, about, name="story.about"))
        column.addWidget(ScrollPane("story.pane", inside), 1)
        column.addWidget(self.state)
        column.addWidget(self.state.banner)
        column.addLayout(foot)
