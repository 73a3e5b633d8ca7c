"""One early sign: what it is, what of the entries shows it, and from when on it counts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from resilience_desktop.domain.early_sign import MOST_DAYS, EarlySign, Measure
from resilience_desktop.domain.tag import tidy
from resilience_desktop.i18n import text
from resilience_desktop.services.signs_in_words import what_counts
from resilience_desktop.ui.charts.sign_number import SignNumber, ends_of
from resilience_desktop.ui.settings.keeping_dialog import KeepingDialog
from resilience_desktop.ui.settings.section import Setting, choice, tick
from resilience_desktop.ui.widgets import labels
from resilience_desktop.ui.widgets.layouts import column_in
from resilience_desktop.ui.widgets.line_field import LineField
from resilience_desktop.ui.widgets.rating_number import RatingNumber
from resilience_desktop.ui.widgets.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from resilience_desktop.domain.own_scale import OwnScale
    from resilience_desktop.ui.context import UiContext

_LONGEST = 60
_UNDER, _AT_LEAST = "under", "at_least"


class EarlySignDialog(KeepingDialog):
    """Makes an early sign, perhaps from an example, or changes one; it closes once it is kept."""

    def __init__(
        self,
        context: UiContext,
        parent: QWidget,
        sign: EarlySign | None,
        scales: Sequence[OwnScale],
        *,
        is_new: bool,
    ) -> None:
        title = text("An early sign") if is_new else text("Change an early sign")
        super().__init__(context.look, parent, "charts.sign", title)
        self._context, self._sign, self._scales = context, sign, scales
        shown = sign or EarlySign("-", days=3, of_days=7)
        is_named_so = sign is None or sign.name == what_counts(sign, scales)
        self._name = _line("charts.sign.name", text("In your words"))
        self._name.setText("" if is_named_so else shown.name)
        self._what = choice(
            "charts.sign.what",
            _measures(shown, scales),
            f"{shown.measure.value} {shown.word}"
            if shown.measure is Measure.SCALE
            else shown.measure.value,
            lambda _value: self._show_what(),
        )
        self._what.setAccessibleName(text("What shows it"))
        self._word = _line("charts.sign.word", text("Which one, as you write it"))
        self._word.setText(shown.word if shown.measure.is_name else "")
        self._way = choice(
            "charts.sign.way",
            {_UNDER: text("Under"), _AT_LEAST: text("This or more")},
            _AT_LEAST if shown.at_least else _UNDER,
            lambda _value: None,
        )
        self._way.setAccessibleName(text("A day counts when it is"))
        self._number = SignNumber(name="charts.sign.threshold", title=text("The number"))
        if sign is not None and sign.is_counted and not sign.measure.is_name:
            self._number.set_number(sign.number)
        self._days, self._of_days = shown.days, shown.of_days
        self._days_field = self._count("charts.sign.days", text("On how many days"), shown.days)
        self._of_field = self._count("charts.sign.of", text("Of the last days"), shown.of_days)
        self._days_field.chosen.connect(self._take_days)
        self._of_field.chosen.connect(self._take_of_days)
        self._tells = tick(
            "charts.sign.tells",
            text("Tell me quietly when it is there"),
            shown.tells,
            lambda _on: None,
        )
        self._lay_out()
        self._show_what()
        self._name.setFocus()

    @property
    def _measure(self) -> Measure:
        return Measure(str(self._what.currentData()).partition(" ")[0])

    def finish(self) -> None:
        """Keep it, unless something it needs is missing."""
        measure, name, word = self._measure, tidy(self._name.text()), tidy(self._word.text())
        if measure is Measure.SCALE:
            word = str(self._what.currentData()).partition(" ")[2]
        number = self._number.number
        if measure is Measure.NONE and not name:
            self.say_wrong(text("A few words are needed, such as: I stop answering."), self._name)
            return
        if measure.is_name and not word:
            self.say_wrong(text("Say which one, as you write it in entries."), self._word)
            return
        if measure is not Measure.NONE and not measure.is_name:
            low, high = ends_of(measure, word, self._scales)
            if number is None or not low <= number <= high:
                wrong = text("A number from {low} to {high} is needed here.")
                self.say_wrong(
                    wrong.format(low=f"{low:g}".replace("-", "\N{MINUS SIGN}"), high=f"{high:g}"),
                    self._number,
                )
                return
        if self._days > self._of_days:
            self.say_wrong(text("It cannot be on more days than are looked at."), self._days_field)
            return
        made = replace(
            self._sign or EarlySign("-"),
            name=name or "-",
            measure=measure,
            word=word if measure.needs_word else "",
            at_least=self._way.currentData() == _AT_LEAST and not measure.is_name,
            number=number if number is not None and not measure.is_name else 0.0,
            days=self._days,
            of_days=self._of_days,
            tells=self._tells.isChecked() and measure is not Measure.NONE,
        )
        self._keep(made if name else replace(made, name=what_counts(made, self._scales)))

    def _keep(self, made: EarlySign) -> None:
        self._context.tasks.write(
            lambda journal: journal.early_signs.keep(made),
            lambda _changes: self.accept(),
            owner=self,
            failed=self._not_kept,
        )

    def _not_kept(self, error: BaseException) -> None:
        """Stay with what was typed, and say why it is not kept, as it is said everywhere."""
        self._context.tasks.work_failed.emit(error)

    def _show_what(self) -> None:
        measure = self._measure
        is_number = measure is not Measure.NONE and not measure.is_name
        self._word_above.setVisible(measure.is_name)
        self._number_row.setVisible(is_number)
        for part in (self._days_row, self._tells_row):
            part.setVisible(measure is not Measure.NONE)
        if self.isVisible():
            self.fit()

    def _take_days(self, days: int | None) -> None:
        self._days = self._days if days is None else days

    def _take_of_days(self, days: int | None) -> None:
        self._of_days = self._of_days if days is None else days

    def _count(self, name: str, title: str, days: int) -> RatingNumber:
        field = RatingNumber(Span(1, MOST_DAYS), self)
        field.setObjectName(name)
        field.setAccessibleName(title)
        field.show_rating(days)
        field.chosen.connect(field.show_rating)
        return field

    def _lay_out(self) -> None:
        look = self.look
        hint = text("May stay empty where a number or a word shows it.")
        name = column_in(above := QWidget(), 4)
        name.addWidget(self.above(text("In your words"), self._name))
        name.addWidget(labels.small(look, hint, "text_muted"))
        self.column.addWidget(above)
        self.column.addWidget(self.above(text("What shows it"), self._what))
        self._word_above = self.above(text("Which one, as you write it"), self._word)
        self.column.addWidget(self._word_above)
        self._number_row = self._beside(
            self.above(text("A day counts when it is"), self._way),
            self.above(text("The number"), self._number),
        )
        self._days_row = self._beside(
            self.above(text("On how many days"), self._days_field),
            self.above(text("Of the last days"), self._of_field),
        )
        self.column.addWidget(self._number_row)
        self.column.addWidget(self._days_row)
        quietly = text("One line in the journal, once each time. It stays off unless you tick it.")
        self._tells_row = Setting(look, "", self._tells, hint=quietly)
        self.column.addWidget(self._tells_row)
        self.add_ways_out(text("Keep it"))

    def _beside(self, *parts: QWidget) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        for part in parts:
            row.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
        return holder


def _line(name: str, title: str) -> LineField:
    field = LineField()
    field.setObjectName(name)
    field.setAccessibleName(title)
    field.setMaxLength(_LONGEST)
    return field


def _measures(shown: EarlySign, scales: Sequence[OwnScale]) -> dict[str, str]:
    """Return what can show a sign: value -> words; a scale that is gone stays where it is used."""
    known = {f"{Measure.SCALE.value} {scale.id}": scale.name for scale in scales}
    if shown.measure is Measure.SCALE:
        known.setdefault(f"{Measure.SCALE.value} {shown.word}", text("A scale that is gone"))
    return {
        Measure.NONE.value: text("I notice it myself"),
        Measure.SLEEP_HOURS.value: text("Hours of sleep"),
        Measure.SLEEP_QUALITY.value: text("Quality of sleep"),
        Measure.MOOD.value: text("Mood"),
        Measure.ENERGY.value: text("Energy"),
        **known,
        Measure.FEELING.value: text("A feeling I name"),
        Measure.TAG.value: text("A tag I use"),
    }
