"""Practice: made-up thoughts, one at a time, to name the pattern in. Nothing of it is kept."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from resilience_desktop import content
from resilience_desktop.i18n import text
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.settings.small_dialog import SmallDialog
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.chips import ChipGroup

if TYPE_CHECKING:
    from resilience_desktop.content import PracticeThought
    from resilience_desktop.ui.theme import LookKeeper

_CHOICES = 5


class PracticeDialog(SmallDialog):
    """A thought and a few names; each name says what there is to see. No right, no wrong."""

    def __init__(
        self, look: LookKeeper, parent: QWidget, chance: random.Random | None = None
    ) -> None:
        super().__init__(look, parent, "practice", text("Name the pattern"))
        self.setProperty("rings_at_once", True)
        self._chance = chance or random.Random()  # noqa: S311 - nothing secret depends on it
        self._waiting: list[PracticeThought] = []
        self._names = {p.id: p.name for p in content.thinking_patterns()}
        self._thought = content.practice_thoughts()[0]
        intro = text("Made-up thoughts, one at a time. Often more than one name fits.")
        self._words = labels.heading(look, "", name="practice.thought")
        question = text("Which pattern do you see in it?")
        self._choices = ChipGroup(look, name="practice.choices", title=question, single=True)
        self._why = QWidget()
        self._name = labels.label(look, "", name="practice.name")
        self._reason = labels.body(look, "", name="practice.why")
        self._also = labels.muted(look, "", name="practice.also")
        why = QVBoxLayout(self._why)
        why.setContentsMargins(0, 8, 0, 0)
        why.setSpacing(4)
        for part in (self._name, self._reason, self._also):
            why.addWidget(part)
        self._next = buttons.primary(look, text("Another thought"), name="practice.next")
        stop = buttons.plain(look, text("Stop"), name="practice.stop")
        self.column.addWidget(labels.muted(look, intro))
        self.column.addSpacing(8)
        self.column.addWidget(self._words)
        self.column.addSpacing(8)
        self.column.addWidget(labels.label(look, question))
        self.column.addWidget(self._choices)
        self.column.addWidget(self._why)
        self.column.addStretch()
        self.foot.addStretch()
        self.foot.addWidget(stop)
        self.foot.addWidget(self._next)
        self._choices.chosen_changed.connect(self._explain)
        self._next.clicked.connect(self._turn)
        stop.clicked.connect(self.accept)
        self._turn()

    def _turn(self) -> None:
        """Show another thought; after the last one they come again in another order."""
        if not self._waiting:
            self._waiting = list(content.practice_thoughts())
            self._chance.shuffle(self._waiting)
        self._thought = self._waiting.pop()
        self._words.setText(f"“{self._thought.words}”")
        self._choices.set_chosen(())
        self._choices.set_words(self._names[id_] for id_ in self._offered())
        self._why.hide()
        self.fit()
        announce(self._words, self._words.text())
        self._choices.enter()

    def _offered(self) -> list[str]:
        """Return what fits and some that do not, in the order of the library."""
        fitting = [self._thought.pattern, *self._thought.also]
        others = [id_ for id_ in self._names if id_ not in fitting and id_ != _UNSURE]
        offered = {*fitting, *self._chance.sample(others, max(1, _CHOICES - len(fitting)))}
        return [id_ for id_ in self._names if id_ in offered]

    def _explain(self) -> None:
        """Say what fits and why, beginning with what was chosen."""
        chosen = self._choices.chosen()
        self._why.setVisible(bool(chosen))
        if chosen:
            best, also = self._thought.pattern, [self._names[one] for one in self._thought.also]
            fits = chosen[0] in (self._names[best], *also)
            seen = text("It can be seen as “{name}”.") if fits else text("Closer here: “{name}”.")
            name = chosen[0] if fits else self._names[best]
            self._name.setText(seen.format(name=name))
            reason = self._thought.why
            if name in also:
                closer = text("“{name}” fits best. {why}")
                reason = closer.format(name=self._names[best], why=reason)
            self._reason.setText(reason)
            rest = [one for one in also if one != name]
            more = text("This fits too: {names}.").format(names=", ".join(rest))
            self._also.setText(more)
            self._also.setVisible(bool(rest))
            announce(self._why, f"{self._name.text()} {reason}")
        self.fit()


_UNSURE = "not_sure"
"""A choice that no thought could be said to be."""
