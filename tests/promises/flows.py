"""What people do with the app, all of it, with the same few words of their own everywhere.

Run as a program: ``python -m tests.promises.flows PLAN.json``. It acts in the real window, without
a screen, in the usual places, and names each thing before it does it. Other trials look at what
that leaves behind.
"""

from __future__ import annotations

import io
import json
import os
import signal
import sys
import traceback
from contextlib import redirect_stdout
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from types import TracebackType

    from PySide6.QtWidgets import QWidget

    from resilience_desktop.services.journal import Journal
    from tests.ui.person import Person

_BETWEEN_COMPUTERS = (2, 10, 23, 30)  # AF_INET, and AF_INET6 on Linux, Windows and macOS
HEADER = "full_date,date,weekday,time,mood,activities,note_title,note\n"


@dataclass(frozen=True, slots=True)
class Plan:
    """What to do."""

    words: str
    """Typed wherever words can be typed; also the passphrase."""
    elsewhere: str
    """The folder of files that somebody saves on purpose or brings in."""
    no_sockets: bool = False
    killed: bool = False
    """Whether only to come back, type some words, and be killed in the middle."""

    def file(self, name: str) -> Path:
        """Return a place in the folder elsewhere."""
        return Path(self.elsewhere) / name


Flow = "Callable[[Person, Plan], None]"


def main(plan: Plan) -> None:
    """Do everything there is to do, one thing after the other."""
    sys.excepthook = _fail
    if plan.no_sockets:
        sys.addaudithook(refuse_sockets)
    import pytest
    from pytestqt.qt_compat import qt_api
    from pytestqt.qtbot import QtBot

    from resilience_desktop.paths import Places
    from resilience_desktop.storage import vault
    from resilience_desktop.storage.keys import KdfSettings
    from tests.ui.person import Person

    qt_api.set_qt_api("pyside6")
    vault.calibrated = lambda: KdfSettings(memory_kib=64, passes=1, lanes=1)
    person = Person(QtBot(None), Places.usual(), pytest.MonkeyPatch())
    person.write = partial(_write, person)
    for flow in (_unlock, _type_a_draft, _be_killed) if plan.killed else FLOWS:
        sys.stdout.write(flow.__name__.strip("_") + "\n")
        sys.stdout.flush()
        flow(person, plan)


def _fail(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """End with an error, wherever in Qt it arose."""
    traceback.print_exception(kind, error, trace)
    sys.stderr.flush()
    os._exit(8)


def refuse_sockets(event: str, arguments: tuple[Any, ...]) -> None:
    """End the program when it asks for a way to another computer."""
    asked = event == "socket.getaddrinfo"
    if event == "socket.__new__":
        asked = arguments[1] in (-1, *_BETWEEN_COMPUTERS)
    if asked:
        os.write(2, b"a socket was asked for\n")
        os._exit(9)


def _write(person: Person, name: str, words: str) -> None:
    """Write as an input method does: Qt's own keys for tests are plain letters only."""
    field = person.see(name)
    field.setFocus()
    _say_to(field, words)


def _say_to(field: QWidget, words: str) -> None:
    from PySide6.QtGui import QInputMethodEvent
    from PySide6.QtWidgets import QApplication

    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(field, event)


# One thing after the other


def _make_a_journal(person: Person, plan: Plan) -> None:
    person.write("first_run.passphrase", plan.words)
    person.write("first_run.again", plan.words)
    person.press("first_run.create")


def _save_the_recovery_sheet(person: Person, plan: Plan) -> None:
    person.save_to(plan.file("sheet.pdf"))
    person.press("recovery.save")
    person.wait_for(plan.file("sheet.pdf").exists)
    plan.file("code.txt").write_text("-".join(person.see("recovery")._groups), encoding="ascii")
    person.press("recovery.later")
    person.press("beginning.skip")


def _write_an_entry(person: Person, plan: Plan) -> None:
    person.go("journal")
    person.choose("journal.mood", 2)
    person.write("journal.note", f"{plan.words} in the morning")
    person.press("journal.save")


def _say_all_that_an_entry_can_say(person: Person, plan: Plan) -> None:
    from PySide6.QtCore import Qt

    from resilience_desktop.domain.journal_settings import PARTS, JournalSettings
    from resilience_desktop.domain.own_scale import OwnScale

    scale = OwnScale(f"{plan.words} scale", high_words=plan.words)
    settings = JournalSettings(asks=PARTS, scales=(scale,))
    person.parts.tasks.write(lambda journal: journal.keep_settings(settings), owner=person.window)
    person.wait()
    person.go("journal")
    for part in ("triggers", "activities", "people"):
        field = f"journal.{part}.field"
        person.write(field, f"{plan.words} {part}")
        person.qtbot.keyClick(person.see(field), Qt.Key.Key_Return)
        person.wait()
    for part, dialog in (("feelings", "feelings_dialog"), ("body", "body_dialog")):
        person.press(f"journal.{part}.chips.more")
        person.write(f"{dialog}.find", f"{plan.words} {part}")
        person.key(Qt.Key.Key_Return)
        person.press(f"{dialog}.done")
    person.write("journal.went_well", f"{plan.words} went well")
    _give_pictures(person, plan)
    person.press("journal.save")
    (entry, *_) = person.read(lambda journal: journal.looking.timeline().items)
    said = (entry.feelings, entry.sensations, entry.triggers, entry.tags, entry.went_well)
    assert all(said)
    assert [picture.words for picture in entry.pictures] == [f"{plan.words} in the sun", ""]


def _give_pictures(person: Person, plan: Plan) -> None:
    """Add a picture from a file that has the words in it and in its name, and a copied one."""
    from PIL import Image
    from PIL.PngImagePlugin import PngInfo
    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QApplication

    path, more = plan.file(f"{plan.words}.png"), PngInfo()
    more.add_itxt("Comment", plan.words)
    Image.frombytes("RGB", (64, 64), _pixels(plan.words)).save(path, pnginfo=more)
    strip = person.see("journal").composer.note.pictures_strip
    strip.add([path])
    person.wait_for(lambda: len(strip.pictures()) == 1)
    strip.describe(strip.pictures()[0].id, f"{plan.words} in the sun")
    row = 64 * 3
    image = QImage(_pixels(plan.words), 64, 64, row, QImage.Format.Format_RGB888)
    QApplication.clipboard().setImage(image.copy())
    person.see("journal.note").paste()
    person.wait_for(lambda: len(strip.pictures()) == 2)
    person.press("journal.pictures.1")
    person.press("picture.close")


def _pixels(words: str) -> bytes:
    """Return a picture that is nothing but the words, again and again."""
    letters = words.encode()
    return (letters * (64 * 64 * 3 // len(letters) + 1))[: 64 * 64 * 3]


def _keep_ways_to_write(person: Person, plan: Plan) -> None:
    """Make a template, a sentence to write from and a word that the spelling knows."""
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QApplication

    person.go("journal")
    person.write("journal.note", f"{plan.words} each day")
    person.window.findChild(QAction, "journal.note.menu.template").trigger()
    person.wait()
    person.write("template.name", plan.words)
    person.press("template.save")
    person.see("journal.note").clear()
    person.window.dialogs.show_settings("journal")
    person.wait()
    person.press("settings.prompts.open")
    person.press("settings.prompts.list.add")
    _say_to(QApplication.focusWidget(), f"{plan.words} and why")
    person.wait()
    person.press("settings.close")
    settings = person.read(lambda journal: journal.settings())
    assert settings.templates
    assert f"{plan.words} and why" in (settings.prompts or ())


def _write_the_lines_of_the_day(person: Person, plan: Plan) -> None:
    from PySide6.QtCore import Qt

    person.go("journal")
    for line in ("goal", "went_well"):
        person.press(f"today.{line}_begin")
        person.see(f"today.{line}").selectAll()
        person.write(f"today.{line}", f"{plan.words} {line}")
        person.qtbot.keyClick(person.see(f"today.{line}"), Qt.Key.Key_Return)
        person.wait()
    person.window.dialogs.show_quick_entry()
    person.wait()
    person.write("quick.line", f"{plan.words} quickly")
    person.press("quick.save")


def _write_freely_and_seal(person: Person, plan: Plan) -> None:
    from PySide6.QtGui import QAction

    person.go("journal")
    person.window.findChild(QAction, "journal.note.menu.free").trigger()
    person.wait()
    person.write("writing.free", f"{plan.words} for nobody")
    person.qtbot.wait(1500)
    person.press("writing.seal")
    assert person.read(lambda journal: journal.marks.sealed())


def _filter_and_save_the_filter(person: Person, plan: Plan) -> None:
    from PySide6.QtCore import Qt

    from resilience_desktop.domain.timeline_filter import TimelineFilter

    person.go("journal")
    chosen = TimelineFilter(words=plan.words, tags=(f"{plan.words} people",))
    back = person.see("journal").looking_back
    back.filters.filter_changed.emit(chosen)
    person.wait()
    back.filters._save()
    person.wait()
    person.write("filter_name.name", plan.words)
    person.key(Qt.Key.Key_Return)
    assert person.read(lambda journal: journal.settings()).filters
    back.filters.filter_changed.emit(TimelineFilter())
    person.window.dialogs.show_tags()
    person.wait()
    person.see("tags").reject()
    person.parts.tasks.write(
        lambda journal: journal.tags.rename(f"{plan.words} people", f"{plan.words} p"),
        owner=person.window,
    )
    person.wait()


def _write_a_thought_record(person: Person, plan: Plan) -> None:
    from PySide6.QtCore import Qt

    person.begins_records_with("five")
    person.shortcut(Qt.Key.Key_T)
    person.write("thoughts.situation_words", f"{plan.words} on the stairs")
    for _ in range(2):
        person.press("thoughts.next")
    person.write("thoughts.thought1.words", f"{plan.words} knows")
    for _ in range(2):
        person.press("thoughts.next")
    person.write("thoughts.balanced_words", f"{plan.words} is fair")
    for _ in range(2):
        person.press("thoughts.next")
    person.see("thoughts.finished")


def _keep_what_belongs_to_skills(person: Person, plan: Plan) -> None:
    """Keep the words in everything that skills leave behind, and look at where that is shown."""
    import dataclasses
    import datetime as dt

    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.domain.helper import Helper
    from resilience_desktop.domain.practice import Practice
    from resilience_desktop.domain.sheet import Sheet, SheetRow
    from resilience_desktop.domain.toolkit import Comfort, OwnSkill, Toolkit
    from resilience_desktop.domain.worry import Worry
    from resilience_desktop.services.clock import noon_of, now
    from resilience_desktop.services.contents import Contents

    words, day = plan.words, now().day
    own = OwnSkill(f"{words} walk", f"{words} by the river", (f"{words} first",))
    practice = Practice(
        skill=own.id,
        at=noon_of(day - dt.timedelta(days=1)),
        answers=(("place", f"{words} here"),),
        note=f"{words} after",
    )
    contents = Contents(
        practices=(practice, dataclasses.replace(practice, skill="slow_breathing", id="another")),
        own_skills=(own,),
        toolkit=(Toolkit((own.id,), comforts=((Comfort.SOOTHE, f"{words} tea"),)),),
        sheets=(Sheet("problem_solving", day, (("problem", words),), (SheetRow(words),)),),
        worries=(Worry(f"{words} again", day, step=words),),
        helpers=(Helper(words, reach=f"{words} street", note=words),),
    )

    def keep(journal: Journal) -> Changes:
        journal.add(contents)
        return journal.practices.drop(contents.practices[1]) | Changes(toolkit=True)

    person.parts.tasks.write(keep, owner=person.window)
    person.wait()
    person.go("toolkit")
    person.wait()
    person.go("journal")
    assert person.read(lambda journal: journal.practices.all()) == [practice]


def _search(person: Person, plan: Plan) -> None:
    person.window.search.start()
    person.write("search.field", plan.words)
    person.wait_for(lambda: bool(person.window.search.results.rows.rows()))
    person.window.search.leave()


def _look_at_charts(person: Person, _plan: Plan) -> None:
    person.go("charts")
    person.wait_for(lambda: bool(person.see("charts.mood").marks))


def _save_a_protected_report(person: Person, plan: Plan) -> None:
    person.go("share")
    person.write("share.name", plan.words)
    person.write("share.question", f"Why {plan.words}?")
    from tests.ui.sharing import put_in

    put_in(person, "entries", 0)
    put_in(person, "records", 0)
    person.wait_for(lambda: person.see("share.preview")._count > 0)
    person.press("share.add_password")
    person.write("share.password", plan.words)
    person.save_to(plan.file("report.pdf"))
    person.press("share.save")
    person.wait_for(plan.file("report.pdf").exists)
    person.wait()


def _bring_in_a_file(person: Person, plan: Plan) -> None:
    path = plan.file(f"{plan.words}.csv")
    row = f"2026-05-01,1 May,Friday,19:40,good,{plan.words} | walk,,{plan.words}\n"
    path.write_text(HEADER + row, encoding="utf-8")
    person.window.dialogs.show_import()
    person.wait()
    person.see("import").plan_files([path])
    person.wait()
    person.press("import.bring_in")


def _refuse_a_file(person: Person, plan: Plan) -> None:
    path = plan.file(f"{plan.words}.json")
    path.write_text(json.dumps({"note": plan.words}), encoding="utf-8")
    person.window.dialogs.show_import()
    person.wait()
    person.see("import").plan_files([path])
    person.wait()
    person.see("import").reject()


def _save_everything(person: Person, plan: Plan) -> None:
    from PySide6.QtGui import QAction

    person.save_to(plan.file("export.json"))
    person.window.findChild(QAction, "menu.export").trigger()
    person.press("export.choose")
    person.wait_for(plan.file("export.json").exists)
    person.wait()


def _choose_a_place_by_hand(person: Person, plan: Plan) -> None:
    """Type a name of one's own in the real file dialog."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

    from resilience_desktop.ui import files

    def choose() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        dialog.findChild(QLineEdit).setText(str(plan.file(f"{plan.words}.pdf")))
        dialog.accept()

    person.monkeypatch.undo()
    QTimer.singleShot(200, choose)
    assert files.ask_where_to_save(person.window, "Save", "report.pdf", "PDF (*.pdf)") is not None


def _meet_a_mistake_of_ours(person: Person, plan: Plan) -> None:
    from PySide6.QtCore import QTimer

    from resilience_desktop import app

    app._report_bugs(person.window)
    QTimer.singleShot(0, partial(_raise, plan.words))
    person.wait_for(lambda: person.find("bug") is not None)
    person.see("bug").close()
    sys.excepthook = _fail


def _raise(words: str) -> None:
    raise LookupError(words)


def _change_settings(person: Person, plan: Plan) -> None:
    person.window.dialogs.show_settings()
    person.wait()
    person.write("settings.search", plan.words)
    person.wait()
    person.see("settings").reject()
    person.window.context.preferences.change(theme="dark", country="GB")
    person.wait()


def _copy_words(person: Person, plan: Plan) -> None:
    person.go("journal")
    person.write("journal.note", f"{plan.words} to copy")
    note = person.see("journal.note")
    note.selectAll()
    note.copy()
    note.cut()
    note.paste()
    note.clear()
    person.wait()


def _throw_an_entry_away(person: Person, _plan: Plan) -> None:
    from PySide6.QtCore import Qt

    person.go("journal")
    person.stand_on("journal.timeline")
    person.key(Qt.Key.Key_Delete)
    person.wait()


def _type_a_draft(person: Person, plan: Plan) -> None:
    person.go("journal")
    person.write("journal.note", f"{plan.words} half a sent")
    person.qtbot.wait(1500)
    person.wait()


def _come_back(person: Person, plan: Plan) -> None:
    person.quit()
    person.start()
    person.write("unlock.passphrase", f"{plan.words} wrong")
    person.press("unlock.open")
    person.see("unlock.passphrase").clear()
    _unlock(person, plan)


def _unlock(person: Person, plan: Plan) -> None:
    person.write("unlock.passphrase", plan.words)
    person.press("unlock.open")
    person.wait()


def _look_at_the_demo(person: Person, plan: Plan) -> None:
    from resilience_desktop import app
    from resilience_desktop.paths import Places

    person.quit()
    mine = person.places
    with TemporaryDirectory(prefix="resilience-demo-") as folder:
        person.places = Places.inside(Path(folder))
        person.start()
        app.open_demo(person.parts, person.places)
        person.wait_for(lambda: person.find("journal") is not None)
        _type_a_draft(person, plan)
        person.quit()
    person.places = mine
    person.start()
    _unlock(person, plan)


def _use_commands(person: Person, plan: Plan) -> None:
    from resilience_desktop import cli

    person.quit()
    plan.file("passphrase.txt").write_text(plan.words, encoding="utf-8")
    given = ["--passphrase-file", str(plan.file("passphrase.txt"))]
    report, export = str(plan.file("report-2.pdf")), str(plan.file("export-2.json"))
    for command in (
        ["search", plan.words],
        ["verify"],
        ["import", str(plan.file(f"{plan.words}.csv"))],
        ["export", "--to", export],
        ["report", "--to", report, "--include", "entries", "--name", plan.words, "--password-file"],
    ):
        said = given[1:] if command[-1] == "--password-file" else []
        with redirect_stdout(io.StringIO()):
            assert cli.run(cli.parser().parse_args([*given, *command, *said])) == cli.DONE


def _be_killed(_person: Person, _plan: Plan) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


FLOWS = (
    _make_a_journal,
    _save_the_recovery_sheet,
    _write_an_entry,
    _say_all_that_an_entry_can_say,
    _keep_ways_to_write,
    _write_the_lines_of_the_day,
    _write_freely_and_seal,
    _filter_and_save_the_filter,
    _write_a_thought_record,
    _keep_what_belongs_to_skills,
    _search,
    _look_at_charts,
    _save_a_protected_report,
    _bring_in_a_file,
    _refuse_a_file,
    _save_everything,
    _choose_a_place_by_hand,
    _meet_a_mistake_of_ours,
    _change_settings,
    _copy_words,
    _throw_an_entry_away,
    _type_a_draft,
    _come_back,
    _look_at_the_demo,
    _use_commands,
)

if __name__ == "__main__":
    main(Plan(**json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))))
