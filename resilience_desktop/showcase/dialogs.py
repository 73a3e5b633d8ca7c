"""Every dialog, and how to open it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer
from PySide6.QtGui import QImage

from resilience_desktop.domain.changes import Changes
from resilience_desktop.domain.contact import Contact
from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.journal_settings import Template
from resilience_desktop.domain.progress import Progress
from resilience_desktop.errors import NotWrittenError
from resilience_desktop.i18n import text
from resilience_desktop.showcase.camera import QUIET_MS, Shot, dialog, found, press, settle
from resilience_desktop.showcase.choosing import CHOOSING_DIALOGS
from resilience_desktop.showcase.choosing_skills import SKILL_DIALOGS
from resilience_desktop.showcase.kept import KEPT
from resilience_desktop.showcase.led_along import OWN_SKILL
from resilience_desktop.showcase.marking_changes import CHANGE_DIALOGS
from resilience_desktop.showcase.naming_patterns import PATTERN_DIALOGS
from resilience_desktop.showcase.noting_signs import SIGN_DIALOGS
from resilience_desktop.showcase.records_over_time import RECORD_FILTER
from resilience_desktop.showcase.safety import SAFETY
from resilience_desktop.showcase.sessions import SHEETS
from resilience_desktop.showcase.skills_in_writing import SHEETS_OF_SKILLS
from resilience_desktop.showcase.talking import TALKING_DIALOGS
from resilience_desktop.showcase.ways_out import WAYS_OUT_DIALOGS
from resilience_desktop.showcase.wider_view import WIDER_DIALOGS
from resilience_desktop.showcase.worksheets import FORM_DIALOGS
from resilience_desktop.ui.export import save_everything
from resilience_desktop.ui.problems import BugDialog, show_problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import SignalInstance
    from PySide6.QtWidgets import QDialog, QMenu, QWidget

    from resilience_desktop.app import Parts
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.dialogs.import_entries import ImportDialog
    from resilience_desktop.ui.dialogs.quick_entry import QuickEntry
    from resilience_desktop.ui.journal.page import JournalPage
    from resilience_desktop.ui.settings.dialog import SettingsDialog

SETTINGS = (
    "appearance",
    "journal",
    "reminders",
    "safety",
    "help_lines",
    "language",
    "about",
)


def _settings(section: str) -> Callable[[Parts], QWidget]:
    return dialog("settings", lambda parts: parts.window.dialogs.show_settings(section))


def _settings_search(parts: Parts) -> QWidget:
    parts.window.dialogs.show_settings()
    dialog = cast("SettingsDialog", found(parts, "settings"))
    dialog.search.setText("remind")
    return dialog


def _open_feelings(parts: Parts) -> None:
    cast("JournalPage", parts.window.page("journal")).composer.feelings.open_all()


def _charts_filter(parts: Parts) -> None:
    parts.window.page("charts")
    settle(parts)
    press(parts, "charts.filter")


def _import(parts: Parts) -> None:
    parts.window.dialogs.show_import()
    dialog = cast("ImportDialog", found(parts, "import"))
    table = Path(parts.window.folder) / "example.csv"
    table.write_text(
        "full_date,date,weekday,time,mood,activities,note_title,note\n"
        "2026-11-20,20 November,Friday,19:40,cloudy,work | walk,,\n"
        "2026-11-21,21 November,Saturday,10:05,good,friend,,Market\n",
        encoding="utf-8",
    )
    dialog.plan_files([table])


def _import_progress(parts: Parts) -> None:
    _import(parts)
    settle(parts)
    dialog = cast("ImportDialog", found(parts, "import"))
    dialog.bring_in.setEnabled(False)
    dialog.progress.follow(_under_way(text("Adding what is new")))
    _wait_for(dialog.progress.shown)


def _progress(parts: Parts) -> QWidget:
    from resilience_desktop.ui.progress import ProgressPanel

    parts.window.page("journal")
    work = _under_way(text("Gathering everything"))
    _wait_for(ProgressPanel(parts.look, parts.window, work).line.shown)
    # Over by the time of the next picture.
    QTimer.singleShot(QUIET_MS * 3, parts.window, work.end)
    return parts.window


def _under_way(words: str) -> Progress:
    work = Progress(words)
    work.begin(lambda: None)
    work.tell(42, 100)
    return work


def _wait_for(signal: SignalInstance) -> None:
    loop = QEventLoop()
    signal.connect(loop.quit)
    loop.exec()


def _help_with_people(parts: Parts) -> None:
    people = (
        Contact("Mara", "01632 960142", "my sister, any time"),
        Contact("Jonas", "01632 960178", "evenings"),
        Contact("Dr Okafor’s practice", "01632 960110", "weekdays, 8 to 18"),
    )
    parts.tasks.write(lambda journal: journal.contacts.keep(people, False), owner=parts.window)
    parts.window.show_help()


def _contacts(parts: Parts) -> QWidget:
    from resilience_desktop.ui.dialogs.contacts import ContactsDialog

    dialog = ContactsDialog(parts.window.context, parts.window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog


def _bin(parts: Parts, *, things: int) -> None:
    """Open the bin with the newest things in it, and nothing else."""

    def fill(journal: Journal) -> Changes:
        changes = Changes()
        for binned in journal.bin.contents():
            changes |= journal.bin.take_out(binned.item.id)
        for item in journal.looking.timeline().written[:things]:
            changes |= journal.bin.put(item.id)
        return changes

    parts.tasks.write(fill, owner=parts.window)
    parts.window.dialogs.show_bin()


def _bin_delete(parts: Parts) -> None:
    _bin(parts, things=2)
    settle(parts)
    press(parts, "bin.delete")
    question = cast("QDialog", found(parts, "bin_delete"))
    question.finished.connect(found(parts, "bin").close)


def _versions(parts: Parts) -> None:
    """Change what the newest entry says, and look at how it was."""
    page = cast("JournalPage", parts.window.page("journal"))
    changed: list[str] = []

    def change(journal: Journal) -> Changes:
        entry = next(i for i in journal.looking.timeline().items if isinstance(i, Entry) and i.note)
        changed.append(entry.id)
        return journal.keep_entry(replace(entry, note=entry.note.rpartition(" ")[0]))

    parts.tasks.write(change, lambda _: page.open_entry(changed[0]), owner=page)
    settle(parts)
    settle(parts)
    page.composer.versions.click()


def _sealed(parts: Parts, *, read: bool) -> None:
    """Seal two pages, and read one of them or none."""

    def fill(journal: Journal) -> Changes:
        entries = [i for i in journal.looking.timeline().items if isinstance(i, Entry) and i.note]
        return journal.marks.seal(entries[0].id) | journal.marks.seal(entries[1].id)

    if not read:
        parts.tasks.write(fill, owner=parts.window)
    parts.window.dialogs.show_sealed()
    if read:
        settle(parts)
        press(parts, "sealed.read")


def _template(parts: Parts) -> None:
    page = cast("JournalPage", parts.window.page("journal"))
    page.composer.note.set_words("How I slept:")
    page.composer.note.beginnings.save_as_template()


def _templates(parts: Parts) -> QWidget:
    from resilience_desktop.ui.journal.writing.templates import TemplatesDialog

    mine = (Template("Morning", "How I slept:"), Template("After a call with my sister", "-"))
    dialog = TemplatesDialog(parts.window.context, mine, parts.window)
    dialog.open()
    return dialog


def _picture(parts: Parts) -> None:
    """Give the entry that is being written two pictures, and open one."""
    page = cast("JournalPage", parts.window.page("journal"))
    strip = page.composer.note.pictures_strip
    if not strip.pictures():
        image = QImage(640, 400, QImage.Format.Format_RGB32)
        image.fill(parts.look.color("accent_soft"))
        strip.add([image, image])
        settle(parts)
        settle(parts)
        strip.describe(strip.pictures()[0].id, "Mara")
    settle(parts)
    press(parts, "journal.pictures.1")


def _passphrase(parts: Parts) -> QWidget:
    from resilience_desktop.ui.settings.passphrase_changes import change
    from resilience_desktop.ui.settings.passphrase_dialog import PassphraseDialog

    dialog = PassphraseDialog(parts.window.context, parts.window, change())
    dialog.open()
    return dialog


def _recovery(parts: Parts) -> QWidget:
    from resilience_desktop.ui.settings.recovery_dialog import RecoveryDialog

    groups = ("7K2M", "QX9D", "R4TB", "W8HE", "3NVC", "Y6ZP", "J5GS", "A1F0")
    dialog = RecoveryDialog(parts.window.context, parts.window, groups, is_new=True)
    dialog.open()
    return dialog


def _backups(parts: Parts) -> QWidget:
    from resilience_desktop.ui.settings.backup_list import BackupList

    parts.tasks.read(lambda journal: journal.back_up(), lambda _made: None, owner=parts.window)
    dialog = BackupList(parts.window.context, parts.window.folder, parts.window)
    dialog.open()
    return dialog


def _restore(parts: Parts) -> QWidget:
    from resilience_desktop.services.backups import overview
    from resilience_desktop.ui.settings.backup_source import OpenJournal
    from resilience_desktop.ui.settings.restore_dialog import RestoreDialog

    backup = overview(parts.window.folder).backups[0]  # of the picture before
    context, folder = parts.window.context, parts.window.folder
    dialog = RestoreDialog(context, OpenJournal(context, folder), backup, parts.window)
    dialog.open()
    return dialog


def _restored(parts: Parts) -> QWidget:
    from resilience_desktop.ui.settings.remarks_dialog import RemarksDialog

    remarks = (
        text("The second folder for backups is not there now."),
        text("It opens without a passphrase, as when the backup was made."),
    )
    said = text("The journal is now what the backup holds")
    dialog = RemarksDialog(parts.look, parts.window, said, remarks)
    dialog.open()
    return dialog


def _settle(*, words_only: bool = False) -> Callable[[Parts], QWidget]:
    """Stop in the middle of a breath."""

    def show(parts: Parts) -> QWidget:
        from resilience_desktop.ui.dialogs.settle import SettleDialog

        preferences = parts.window.context.preferences
        dialog = SettleDialog(parts.look, preferences, parts.window, clock=lambda: 0.0)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        dialog.pacer.start(120, at=52.4)
        dialog.words_only.setChecked(words_only)
        return dialog

    return show


def _menu(parts: Parts) -> QWidget:
    menu = cast("QMenu", found(parts, "menu"))
    menu.popup(parts.window.mapToGlobal(QPoint(0, 0)))
    return menu


def _unsaved(parts: Parts) -> QWidget:
    from resilience_desktop.ui.unsaved import UnsavedQuestion

    why = text("The disk is full, so this could not be saved.")
    dialog = UnsavedQuestion(parts.window.context, parts.window, (), why)
    dialog.open()
    return dialog


def _problem(parts: Parts) -> None:
    show_problem(
        parts.window,
        NotWrittenError(
            text("The file could not be saved: its folder is not there. Choose another place.")
        ),
    )


def _open_body(parts: Parts) -> None:
    page = cast("JournalPage", parts.window.page("journal"))
    page.new_entry()
    settle(parts)
    press(parts, "journal.add_body")
    press(parts, "journal.body.chips.more")


def _quick(parts: Parts) -> None:
    parts.window.dialogs.show_quick_entry()
    settle(parts)
    form = cast("QuickEntry", found(parts, "quick"))
    form.mood.set_mood(-2)
    form.line.setText("The bus was late again.")


def _tag_change(action: str, name: str) -> Callable[[Parts], QWidget]:
    """Choose what to do with the tag that is used most."""

    def show(parts: Parts) -> QWidget:
        parts.window.dialogs.show_tags()
        settle(parts)
        press(parts, f"tags.{action}")
        question = cast("QDialog", found(parts, name))
        question.finished.connect(found(parts, "tags").close)
        return question

    return show


def _scale(parts: Parts) -> QWidget:
    parts.window.dialogs.show_settings("journal")
    settle(parts)
    press(parts, "settings.add_scale")
    question = cast("QDialog", found(parts, "scale"))
    question.finished.connect(found(parts, "settings").close)
    return question


DIALOGS = (
    Shot("feelings", dialog("feelings_dialog", _open_feelings)),
    Shot("body", dialog("body_dialog", _open_body)),
    Shot("quick", dialog("quick", _quick)),
    Shot("charts-filter", dialog("chart_filter", _charts_filter)),
    Shot("tags", dialog("tags", lambda p: p.window.dialogs.show_tags())),
    Shot("tag-rename", _tag_change("rename", "tag_rename")),
    Shot("tag-merge", _tag_change("merge", "tag_merge")),
    Shot("tag-group", _tag_change("move", "tag_group")),
    Shot("scale", _scale),
    *FORM_DIALOGS,
    *PATTERN_DIALOGS,
    *CHANGE_DIALOGS,
    *CHOOSING_DIALOGS,
    *WAYS_OUT_DIALOGS,
    *SIGN_DIALOGS,
    *WIDER_DIALOGS,
    *KEPT,
    OWN_SKILL,
    *SKILL_DIALOGS,
    *TALKING_DIALOGS,
    Shot("help", dialog("help", lambda p: p.window.show_help())),
    Shot("help-contacts", dialog("help", _help_with_people)),
    Shot("contacts", _contacts),
    Shot("settle", _settle()),
    Shot("settle-words", _settle(words_only=True)),
    Shot("import", dialog("import", _import)),
    Shot("import-progress", dialog("import", _import_progress)),
    Shot("progress", _progress),
    *(Shot(f"settings-{key.replace('_', '-')}", _settings(key)) for key in SETTINGS),
    Shot("settings-search", _settings_search),
    Shot("passphrase", _passphrase),
    Shot("recovery-code", _recovery),
    Shot("backups", _backups),
    Shot("restore", _restore),
    Shot("restored", _restored),
    Shot("first-steps", dialog("first_steps", lambda p: p.window.dialogs.show_first_steps())),
    Shot("bin", dialog("bin", partial(_bin, things=3))),
    Shot("bin-delete", dialog("bin_delete", _bin_delete)),
    Shot("bin-empty", dialog("bin", partial(_bin, things=0))),
    Shot("versions", dialog("versions", _versions)),
    Shot("sealed", dialog("sealed", partial(_sealed, read=False))),
    Shot("sealed-read", dialog("sealed", partial(_sealed, read=True))),
    Shot("template", dialog("template", _template)),
    Shot("templates", _templates),
    Shot("picture", dialog("picture", _picture)),
    RECORD_FILTER,
    *SAFETY,
    *SHEETS,
    *SHEETS_OF_SKILLS,
    Shot("protection", dialog("protection", lambda p: p.window.dialogs.show_protection())),
    Shot("menu", _menu),
    Shot("export", dialog("export", lambda p: save_everything(p.window.context, p.window))),
    Shot("unsaved", _unsaved),
    Shot("problem", dialog("problem", _problem)),
    Shot("bug", dialog("bug", lambda p: BugDialog(ValueError(), p.window).open())),
)
