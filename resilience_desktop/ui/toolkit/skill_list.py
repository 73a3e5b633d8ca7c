"""What there is on the Toolkit page: one's toolkit, everything else, and things that help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal

from resilience_desktop.content.skills import Guide
from resilience_desktop.domain.toolkit import Comfort
from resilience_desktop.i18n import text
from resilience_desktop.ui.toolkit.comfort_names import comfort_drawing, comfort_name
from resilience_desktop.ui.toolkit.skill_painter import AT_HAND, SkillPainter
from resilience_desktop.ui.widgets.written_list import WrittenList
from resilience_desktop.ui.widgets.written_rows import Heading, Row

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent

    from resilience_desktop.content.skills import Skill
    from resilience_desktop.services.known_skills import KnownSkills
    from resilience_desktop.ui.theme import LookKeeper

OVERVIEW, NEW = ":overview", ":new"
"""Rows that are no skills."""
_COMFORTS = {f":{comfort}": comfort for comfort in Comfort}
_SHORTER = (Guide.WAVE, Guide.COOL)
"""What often ends before all of its time: a wave that has gone down, parts that are left out."""


class SkillList(WrittenList):
    """One focus stop: arrows move, Enter or a click opens, the Menu key shows what can be done."""

    skill_opened = Signal(str)
    """The id of a skill."""
    skill_menu_requested = Signal(str, QPoint)
    """The id of a skill, and where on the screen its menu is wanted."""
    comfort_opened = Signal(object)
    """A ``Comfort``."""
    overview_opened = Signal()
    new_requested = Signal()

    def __init__(self, look: LookKeeper) -> None:
        super().__init__(look, name="toolkit.list", spoken_name=text("Skills"))
        self.has_menu = False  # no button in a row: it is with the skill that is open
        self._painter = SkillPainter(look, self)
        self.setItemDelegate(self._painter)
        self.row_opened.connect(self._open_row)

    def show_skills(self, known: KnownSkills) -> None:
        """Show all of them, in groups."""
        chosen, own = known.chosen(), {one.id for one in known.own}
        others = Heading(text("Everything else") if chosen else text("All skills"))
        rows: list[Heading | Row] = [_row(one, AT_HAND, own) for one in chosen]
        rows += [others, *(_row(one, "skill", own) for one in known.of_the_app())]
        rows += [
            Heading(text("Your own")),
            *(_row(one, "skill", own) for one in known.of_ones_own()),
        ]
        rows.append(_action(NEW, "plus", text("Something of your own ...")))
        rows.append(Heading(text("Things that help")))
        rows += [
            _plain(id_, comfort_drawing(comfort), comfort_name(comfort))
            for id_, comfort in _COMFORTS.items()
        ]
        rows += [Heading(text("Looking back")), _plain(OVERVIEW, "chart", text("Overview"))]
        self.rows.show_rows(rows, more=False)

    def mark_comfort(self, comfort: Comfort) -> None:
        """Show that the things of this kind are open beside the list."""
        self.mark_open(f":{comfort}")

    def stand_on(self, id_: str) -> None:
        """Put the keyboard's place on a row, if it is there."""
        index = self.rows.index_of(id_)
        if index.isValid():
            self.setCurrentIndex(index)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of a skill, by mouse or by the Menu key; the other rows have none."""
        by_key = event.reason() == event.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        row = self.rows.row_at(index)
        if isinstance(row, Row) and not row.id.startswith(":"):
            at = self.visualRect(index).bottomLeft() if by_key else event.pos()
            self.skill_menu_requested.emit(row.id, self.viewport().mapToGlobal(at))

    def _open_row(self, row: Row) -> None:
        if row.id == OVERVIEW:
            self.overview_opened.emit()
        elif row.id == NEW:
            self.new_requested.emit()
        elif row.id in _COMFORTS:
            self.comfort_opened.emit(_COMFORTS[row.id])
        else:
            self.skill_opened.emit(row.id)


def length_words(skill: Skill, *, is_own: bool) -> str:
    """Return how long a skill takes, or that it is one's own."""
    if is_own:
        return text("own")
    words = text("up to {n} min") if skill.guide in _SHORTER else text("{n} min")
    return words.format(n=skill.minutes)


def _row(skill: Skill, kind: str, own: set[str]) -> Row:
    length = length_words(skill, is_own=skill.id in own)
    return Row(
        skill.id,
        kind,
        "",
        drawing=skill.drawing,
        label=skill.name,
        foot=length,
        aloud=f"{skill.name}, {length}",
    )


def _plain(id_: str, drawing: str, words: str) -> Row:
    return Row(id_, "way", "", drawing=drawing, label=words, aloud=words)


def _action(id_: str, drawing: str, words: str) -> Row:
    return Row(id_, "way", "", drawing=drawing, label=words, aloud=words, is_action=True)
