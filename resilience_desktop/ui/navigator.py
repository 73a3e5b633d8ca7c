"""Wishes to go somewhere: pages do not know each other, the window takes people there."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Navigator(QObject):
    """What a page may ask the window for."""

    page_requested = Signal(str)
    """Show the page with this key."""
    day_requested = Signal(object)
    """Show this ``datetime.date`` in the journal."""
    filter_requested = Signal(object)
    """Show in the journal what this ``TimelineFilter`` lets through."""
    entry_requested = Signal(str)
    """Open the entry with this id; an empty id goes to the one that is not kept yet."""
    thought_record_requested = Signal(str)
    """Open the thought record with this id; an empty id starts a new one."""
    report_words_requested = Signal(str)
    """Go to this part of what is written for a report."""
    session_requested = Signal(str)
    """Show the session with this id."""
    share_requested = Signal(object)
    """Show a ``Selection`` of entries and thought records in Share."""
    journal_replaced = Signal()
    """The open journal is now what a backup holds: show it anew."""
    journal_gone = Signal()
    """The journal was deleted, or some of it: show what there is now."""
    journal_moved = Signal(object)
    """The open journal is in another folder now."""
    import_requested = Signal()
    demo_requested = Signal()
    help_requested = Signal()
    sealed_requested = Signal()
    quick_entry_requested = Signal()
    waiting_changed = Signal()
    """A free page or the quick form was left, or kept: what waits there may be other words."""
    alone_requested = Signal(object)
    """Show nothing but this widget, on the whole screen; None shows the pages again."""
    settings_requested = Signal(str)
    """Open the settings at the section with this key, or at one of its settings behind a dot."""
    patterns_requested = Signal(str)
    """Open the library of thinking patterns at the one with this id; an empty id at the first."""
    pattern_records_requested = Signal(str)
    """Show the thought records in which this pattern was chosen."""
    pattern_renamed = Signal(str, str)
    """A pattern of one's own has another name now, in a record that is being written too."""
    cards_requested = Signal(str)
    """Open the coping cards at the one with this id; an empty id at the newest."""
    insights_requested = Signal(str, str)
    """Open the notes to keep at the one with this id, with the id of a page to link; or empty."""
    setback_requested = Signal(object)
    """Begin a note after a setback; with a first and a last ``datetime.date`` in place of None,
    look back at these days, which nobody called one."""
    story_requested = Signal()
    month_look_requested = Signal()
    follow_up_requested = Signal(str)
    """Ask how the thought record with this id turned out."""
    skill_requested = Signal(str)
    """Show the skill with this id on the Toolkit page; an empty id shows what was there."""
    practice_requested = Signal(str)
    """Open the practice with this id, to be read."""
    sheet_requested = Signal(str, str)
    """Show, where the skill with this id is open, the sheet or the worry with this id."""
    toolkit_requested = Signal(str)
    """Open the small window with the toolkit, at the skill with this id; an empty id at all."""
    tags_requested = Signal()
    """Open the dialog with all tags."""
    tags_renamed = Signal()
    """Tags have other names now, in entries that are being written too."""

    def open_skill(self, skill: str) -> None:
        """Ask for a skill, of the app or of one's own, on the Toolkit page."""
        self.skill_requested.emit(skill)
