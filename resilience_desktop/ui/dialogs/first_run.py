"""The first page anybody sees: what this is, what it is not, and the passphrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from resilience_desktop.i18n import text
from resilience_desktop.services import passphrases
from resilience_desktop.ui.dialogs.door import TwoHalves
from resilience_desktop.ui.dialogs.facts import Facts
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.passphrase_strength import not_the_same, strength_words, too_short
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.reveal_field import RevealField

if TYPE_CHECKING:
    from pathlib import Path

    from resilience_desktop.ui.theme import LookKeeper


class FirstRunPage(TwoHalves):
    """Four plain facts and one decision."""

    create_requested = Signal(object)
    """A passphrase, or None for a journal without one."""
    other_journal_requested = Signal()
    demo_requested = Signal()

    def __init__(self, look: LookKeeper, folder: Path) -> None:
        super().__init__(look, "first_run")
        self._folder = folder
        self.passphrase = RevealField(look, name="first_run.passphrase", title=text("Passphrase"))
        self.again = RevealField(look, name="first_run.again", title=text("The same again"))
        self._strength = labels.small(look, "", "text_muted", name="first_run.strength")
        self.suggest = buttons.quiet(look, text("Suggest five words"), name="first_run.suggest")
        self.make = buttons.primary(
            look, text("Create my journal"), name="first_run.create", large=True
        )
        self.not_now = buttons.quiet(look, text("Not now"), name="first_run.not_now")
        self._problem = labels.small(look, "", "danger", name="first_run.problem")
        self._other = buttons.muted(
            look, text("Open a journal I already have"), name="first_run.other", flush=True
        )
        self._demo = buttons.muted(look, text("Try with demo data"), name="first_run.demo")
        self._keep_room()
        self._asked_once = False
        self._lay_out_facts()
        self._lay_out_choice()
        self.passphrase.textChanged.connect(self._typed)
        self.again.textChanged.connect(self._typed)
        self.passphrase.returnPressed.connect(self.again.setFocus)
        self.again.returnPressed.connect(self._create)
        self.suggest.clicked.connect(self._suggest)
        self.make.clicked.connect(self._create)
        self.not_now.clicked.connect(self._go_without)
        self._other.clicked.connect(self.other_journal_requested)
        self._demo.clicked.connect(self.demo_requested)
        self._typed()

    def show_problem(self, sentence: str, *, role: str = "danger") -> None:
        """Say why there is no journal yet; everything typed stays."""
        self._set_busy(busy=False)
        self._asked_once = False
        self._problem.set_role(role)
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        if sentence:
            announce(self._problem, sentence)

    def _typed(self) -> None:
        self._strength.setText(strength_words(self.passphrase.text()))
        self.show_problem("")

    def _suggest(self) -> None:
        words = passphrases.suggest()
        self.passphrase.set_revealed(revealed=True)
        self.passphrase.setText(words)
        self.again.clear()
        self.again.setFocus()

    def _keep_room(self) -> None:
        """Let nothing move when there is something to say."""
        words = self._problem
        words.setAlignment(Qt.AlignmentFlag.AlignTop)
        policy = words.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        words.setSizePolicy(policy)
        self.look.follow(self._fit_room)

    def _fit_room(self) -> None:
        self._problem.setMinimumHeight(2 * self.look.line_height("small"))

    def _create(self) -> None:
        words = self.passphrase.text()
        if why := too_short(words):
            self.passphrase.setFocus()
            self.show_problem(why)
        elif why := not_the_same(words, self.again.text()):
            self.again.setFocus()
            self.show_problem(why)
        else:
            self._ask(words)

    def _go_without(self) -> None:
        typed = self.passphrase.text() or self.again.text()
        if typed and not self._asked_once:
            self.show_problem(
                text(
                    "You have typed a passphrase. Create my journal uses it. Not now, pressed once "
                    "more, goes on without one."
                ),
                role="text",
            )
            self._asked_once = True
            return
        self._ask(None)

    def _ask(self, words: str | None) -> None:
        self._set_busy(busy=True)
        self.create_requested.emit(words)

    def _set_busy(self, *, busy: bool) -> None:
        for part in (self.make, self.not_now, self._other, self._demo, self.suggest):
            part.setEnabled(not busy)
        self.make.setText(text("Making it ...") if busy else text("Create my journal"))

    def _lay_out_facts(self) -> None:
        column = QVBoxLayout(self.left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Facts(self.look, self._folder))

    def _lay_out_choice(self) -> None:
        look = self.look
        column = QVBoxLayout(self.right)
        column.setContentsMargins(4, 4, 4, 4)
        column.setSpacing(0)
        column.addWidget(labels.small(look, text("1 of 3"), "text_muted"))
        column.addWidget(labels.title(look, text("Choose a passphrase")))
        column.addSpacing(4)
        column.addWidget(
            labels.muted(
                look, text("Ten characters or more. Five ordinary words are easier to remember.")
            )
        )
        column.addSpacing(24)
        column.addWidget(self.above(text("Passphrase"), self.passphrase))
        below = QHBoxLayout()
        below.addWidget(self._strength, 1)
        below.addWidget(self.suggest)
        column.addLayout(below)
        column.addSpacing(8)
        column.addWidget(self.above(text("The same again"), self.again))
        column.addSpacing(8)
        column.addWidget(self._problem)
        column.addSpacing(8)
        actions = QHBoxLayout()
        actions.setSpacing(12)
        actions.addWidget(self.make)
        actions.addWidget(self.not_now)
        actions.addStretch()
        column.addLayout(actions)
        column.addSpacing(12)
        column.addWidget(
            labels.small(
                look,
                text("Not now means that anyone who can open your files can read the journal."),
                "text_muted",
            )
        )
        column.addSpacing(16)
        others = QHBoxLayout()
        others.setSpacing(8)
        others.addWidget(self._other)
        others.addWidget(self._demo)
        others.addStretch()
        column.addLayout(others)
