"""What is wrong with how words stand on a window: cut off, on top of each other, or not translated.

Every function takes the widget that is shown and yields what is wrong with it, in words.
"""

from __future__ import annotations

import re
from itertools import combinations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QTableView,
    QToolButton,
    QWidget,
)

from resilience_desktop import pseudo
from resilience_desktop.ui.reading_order import in_layout
from resilience_desktop.ui.share.page_view import PageView
from resilience_desktop.ui.thoughts.stepper import _StepButton, step_name
from resilience_desktop.ui.toolkit.skill_list import SkillList
from resilience_desktop.ui.widgets.chips import Chip
from resilience_desktop.ui.widgets.mood_scale import MoodScale
from resilience_desktop.ui.widgets.segments import RangeSwitch
from resilience_desktop.ui.widgets.written_list import WrittenList
from resilience_desktop.ui.widgets.written_rows import Heading

OWN_FONT = "Source Serif Pro"
"""What a person wrote is set in the serif, and nothing else is."""
FLOATING = {"notice", "progress", "search.panel"}
"""Lies over the page on purpose."""
_KEYS = re.compile(
    r"\b(?:Ctrl|Shift|Alt|Meta)\+\S+|\b(?:Esc|F\d+|[0-9A-Z]{4}|(?:[\w-]+\.)+[a-z]{2,})\b"
)
"""Keys, groups of the recovery code, and addresses."""
_PATH = re.compile(r"(?<!\S)/[^\s\]]+")
_INNERMOST = re.compile(r"\[[^\[\]]*\]")


def parts(shown):
    """Yield every widget that can be seen, without the insides of Qt's own."""
    yield shown
    for child in shown.children():
        if isinstance(child, QWidget) and child.isVisible() and not child.isWindow():
            yield from parts(child)


def named(widget):
    """Say which widget is meant."""
    above = widget
    while above is not None and not above.objectName():
        above = above.parentWidget()
    return f"{type(widget).__name__} in {above.objectName() if above else '?'}"


# Is it translated?


def sentences(widget):
    """Yield the app's own words on one widget, seen or heard."""
    yield widget.toolTip()
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    if isinstance(widget, QLabel | QAbstractButton):
        yield "" if is_own(widget) else widget.text()
    elif isinstance(widget, QTabBar):
        for place in range(widget.count()):
            yield widget.tabText(place)
            yield widget.tabToolTip(place)
    elif isinstance(widget, QComboBox):
        for place in range(widget.count()):
            yield widget.itemText(place)
    elif isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    elif isinstance(widget, QListWidget):
        for place in range(widget.count()):
            yield widget.item(place).text()
    elif isinstance(widget, WrittenList):
        for row in widget.rows._rows:
            if isinstance(row, Heading):
                yield row.words
            else:
                yield from (row.when, label_of(row), row.under, row.foot)
    elif isinstance(widget, QTableView):
        model = widget.model()
        for column in range(model.columnCount()):
            yield str(model.headerData(column, Qt.Orientation.Horizontal))
            yield str(model.index(0, column).data())
    if widget.isWindow():
        yield widget.windowTitle()


def label_of(row):
    """Return the app's words over a row; in pieces they are what somebody wrote."""
    return row.label if isinstance(row.label, str) else ""


def is_own(widget):
    holds_a_thought = widget.objectName().startswith("share.record")  # a tick with its first words
    return holds_a_thought or widget.font().family() == OWN_FONT


def untranslated(shown, own):
    """Yield words that were not looked up; ``own`` are a person's, and names that stay."""
    said = [(named(widget), words) for widget in parts(shown) for words in sentences(widget)]
    said += [
        (f"menu {action.objectName()}", action.text())
        for menu in shown.findChildren(QMenu)
        if not isinstance(menu.parent(), QToolButton)  # the calendar's, in Qt's words
        for action in menu.actions()
    ]
    stays = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(own, key=len)[::-1]))})(?!\w)")
    for where, words in said:
        left = _KEYS.sub("", _PATH.sub("", stays.sub("", words)))
        if any(sign in pseudo.PLAIN for sign in left):
            yield f"{where}: {words!r} is not translated"
            continue
        inner = None
        while inner != left:
            inner, left = left, _INNERMOST.sub("", left)
        if any(map(str.isalpha, left)):
            yield f"{where}: {words!r} has lost a bracket"


# Is it cut off?


def clipped(shown):
    """Yield widgets that are smaller than their words."""
    for widget in parts(shown):
        yield from (f"{named(widget)} cuts {words!r}" for words in cut_words(widget))
        wanted = needed(widget)
        if wanted.width() > widget.width() or wanted.height() > widget.height():
            room = f"has {widget.width()} x {widget.height()}: {first_words(widget)}"
            yield f"{named(widget)} needs {wanted.width()} x {wanted.height()}, {room}"


def first_words(widget):
    return repr(next((words for words in sentences(widget) if words), "")[:60])


def needed(widget):
    """Return the size a widget's words take."""
    if isinstance(widget, QLabel):
        return _of_label(widget)
    if isinstance(widget, Chip):
        return widget.minimumSizeHint() if is_own(widget) else widget.sizeHint()
    if isinstance(widget.parentWidget(), RangeSwitch | MoodScale):
        return QSize(0, 0)  # drawn by what holds them
    if isinstance(widget, _StepButton):
        return QSize(0, widget.sizeHint().height())
    if isinstance(widget, QPushButton | QCheckBox | QRadioButton):
        return widget.sizeHint() if widget.text() else widget.minimumSizeHint()
    if isinstance(widget, QTabBar | RangeSwitch):
        return widget.sizeHint()
    if isinstance(widget, QComboBox):
        return _of_box(widget)
    if isinstance(widget, QAbstractSpinBox):
        return QSize(widget.minimumSizeHint())
    return QSize(0, 0)


def _of_label(label):
    if not label.text():
        return QSize(0, 0)
    if label.wordWrap():
        return QSize(0, label.heightForWidth(label.width()))
    return label.sizeHint()


def _of_box(box):
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    control = QStyle.ComplexControl.CC_ComboBox
    part = QStyle.SubControl.SC_ComboBoxEditField
    room = box.style().subControlRect(control, option, part, box).width()
    words = QFontMetricsF(box.font()).horizontalAdvance(box.currentText())
    return QSize(box.width() + int(words) - room, box.fontMetrics().height())


def cut_words(widget):
    """Yield sentences of the app that a widget draws only in part."""
    if isinstance(widget, SkillList):
        yield from _cut_in_skills(widget)
    elif isinstance(widget, WrittenList):
        yield from _cut_in_rows(widget)
    elif isinstance(widget, _StepButton):
        room = widget.width() - 10 - widget._look.px(24) - 14 - 10
        name = step_name(widget._step)
        if _width(widget._look.font("body", weight=600), name) > room:
            yield name
    elif isinstance(widget, MoodScale):
        ends = [widget._words.get(value, "") for value in (-5, 5)]
        if sum(_width(widget._look.font("small"), words) for words in ends) > widget.width():
            yield " ".join(ends)
    elif isinstance(widget, QListWidget):
        for place in range(widget.count()):
            item = widget.item(place)
            if (
                widget.sizeHintForIndex(widget.indexFromItem(item)).width()
                > widget.viewport().width()
            ):
                yield item.text()
    elif isinstance(widget, QTableView):
        for column in range(widget.model().columnCount()):
            wanted = max(
                widget.sizeHintForColumn(column), widget.horizontalHeader().sectionSizeHint(column)
            )
            if wanted > widget.columnWidth(column):
                yield f"column {column}: {wanted} in {widget.columnWidth(column)}"
    elif isinstance(widget, QLineEdit) and not widget.text():
        margins = widget.textMargins()
        room = widget.contentsRect().width() - margins.left() - margins.right()
        if _width(widget.font(), widget.placeholderText()) > room:
            yield widget.placeholderText()
    elif isinstance(widget, QLabel) and widget.wordWrap() and not is_own(widget):
        for word in re.split(r"[\s/-]", widget.text()):
            if _width(widget.font(), word) > widget.width() + 1:
                yield word


def _cut_in_rows(view):
    look, painter = view._look, view._painter
    for row in view.rows.rows():
        if isinstance(row, Heading):
            continue
        if _width(look.font("small", tabular=True), row.when) > view.when_width():
            yield row.when
        room = painter._text_rect(view.viewport().rect(), row).width()
        label = label_of(row)
        if label.startswith("[") and _width(look.font("label", weight=400), label) > room:
            yield label


def _cut_in_skills(view):
    """Yield names that need more lines than a row has."""
    painter = view._painter
    for row in view.rows.rows():
        room = painter._room(row, view.viewport().width())
        if painter._name(row, room).layout.text() != row.label:
            yield row.label


def _width(font, words):
    return QFontMetricsF(font).horizontalAdvance(words)


# Does it lie on something else?


def misplaced(shown):
    """Yield widgets that reach out of what holds them, or lie on each other."""
    if shown.isWindow() and shown.parentWidget() is not None:
        room = shown.parentWidget().window()
        if shown.width() > room.width() or shown.height() > room.height():
            yield f"{named(shown)} is larger than its window"
    for widget in parts(shown):
        if isinstance(widget, QAbstractScrollArea) and not isinstance(widget, QScrollArea):
            continue
        if widget is not shown and not _is_inside(widget):
            holder = named(widget.parentWidget())
            yield f"{named(widget)} reaches out of {holder}: {first_words(widget)}"
        laid_out = [w for w in _laid_out(widget) if w.isVisible() and w.width() and w.height()]
        for one, other in combinations(laid_out, 2):
            both = one.geometry() & other.geometry()
            if not both.isEmpty():
                yield f"{named(one)} lies on {named(other)}: {both}"


def _is_inside(widget):
    if widget.objectName() in FLOATING or isinstance(widget.parentWidget(), QScrollArea):
        return True
    holder = widget.parentWidget()
    scrolled = isinstance(holder.parentWidget(), QScrollArea)
    room, place = holder.rect(), widget.geometry()
    if scrolled:  # a page may be longer than what is seen of it, and only one on paper wider
        return isinstance(widget, PageView) or place.width() <= room.width()
    # Of panes side by side, Qt lets one reach a pixel too far when it lays out from the right.
    return room.adjusted(-1, 0, 1, 0).contains(place) or place.isEmpty()


def _laid_out(widget):
    layout = widget.layout()
    return () if layout is None else in_layout(layout)
