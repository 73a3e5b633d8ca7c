"""Composition root of the window: the only module that knows every package."""

from __future__ import annotations

import gc
import os
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from resilience_desktop import i18n
from resilience_desktop.errors import ResilienceError
from resilience_desktop.paths import Places

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable
    from types import TracebackType

    from PySide6.QtWidgets import QApplication

    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.lock import Lock
    from resilience_desktop.ui.main_window import MainWindow
    from resilience_desktop.ui.single_instance import SingleInstance
    from resilience_desktop.ui.tasks import Tasks
    from resilience_desktop.ui.theme import LookKeeper


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of one running window."""

    app: QApplication
    tasks: Tasks
    look: LookKeeper
    window: MainWindow
    lock: Lock


def run(options: argparse.Namespace) -> int:
    """Show the window until it is closed, and return the exit code."""
    _leave_sources_unread()
    if not options.demo:
        return _run_journal(_places(options.journal), options)
    with TemporaryDirectory(prefix="resilience-demo-") as folder:
        places = Places.inside(Path(folder))
        parts = build(places)
        return _run(parts, lambda: open_demo(parts, places))


def _leave_sources_unread() -> None:
    """Keep PySide from reading the source of every module that is loaded after it, and keeping it.

    It looks there for switches of its own such as ``snake_case``, of which there are none.
    """
    import PySide6.QtCore  # noqa: F401  (brings it along)

    switches: Any = sys.modules.get("shibokensupport.feature")
    if hasattr(switches, "_mod_uses_pyside"):
        switches._mod_uses_pyside = lambda _module: False  # noqa: SLF001


def _places(journal: Path | None) -> Places:
    """Return the places of this start, where its journal may have moved on."""
    from resilience_desktop.services.whereabouts import whereabouts

    places = Places.usual(journal)
    try:
        return replace(places, journal=whereabouts(places.journal))
    except ResilienceError:  # the window says what is wrong
        return places


def build(places: Places) -> Parts:
    """Make the window of a journal's folder; nothing is shown or opened yet."""
    # Before matplotlib is ever imported: its list of fonts belongs in our cache, nowhere else.
    os.environ["MPLCONFIGDIR"] = str(places.cache / "matplotlib")
    from PySide6.QtCore import QLocale

    from resilience_desktop.ui.clipboard import PrivateClipboard
    from resilience_desktop.ui.lock import Lock
    from resilience_desktop.ui.main_window import MainWindow
    from resilience_desktop.ui.preferences import Preferences
    from resilience_desktop.ui.qt_language import follow_language
    from resilience_desktop.ui.tasks import Tasks
    from resilience_desktop.ui.theme import LookKeeper

    app = _application()
    preferences = Preferences(places.settings)
    settings = preferences.settings
    i18n.use_language(settings.language, QLocale.system().uiLanguages())
    follow_language(app)
    look = LookKeeper(
        app,
        theme=settings.theme,
        text_size=settings.text_size,
        own_words_font=settings.own_words_font,
        less_motion=settings.less_motion,
    )
    tasks = Tasks()
    window = MainWindow(places.journal, tasks, look, preferences)
    window.demo_requested.connect(_start_demo)
    clipboard = PrivateClipboard(app.clipboard(), window)
    window.closed.connect(clipboard.clear_own)
    window.navigator.journal_gone.connect(clipboard.clear_own)

    def start_again(folder: Path) -> bool:
        return _start_again(folder, away=True) if window.is_away else _start_again(folder)

    lock = Lock(window, start_again)
    lock.leaving.connect(clipboard.clear_own)
    return Parts(app, tasks, look, window, lock)


def add_quick_capture(parts: Parts) -> None:
    """Add the icon beside the clock and the reminders; neither shows unless somebody wants it."""
    from resilience_desktop.ui.reminders import Reminders
    from resilience_desktop.ui.tray import Tray
    from resilience_desktop.ui.worry_reminder import WorryReminder

    tray = Tray(parts.window)
    Reminders(parts.window, tray)
    WorryReminder(parts.window, tray)


def _run_journal(places: Places, options: argparse.Namespace) -> int:
    """Show a journal, or have the window that shows it already come to the front."""
    from resilience_desktop.ui.single_instance import SingleInstance

    _application()
    new: str | None = options.new
    instance = SingleInstance(places)
    if not instance.claim(places.journal, new or "show", listen=False):
        return 0
    parts = build(places)
    parts.window.entrance.is_locked = options.locked
    _share_window(parts.window, instance)
    parts.lock.leaving.connect(instance.leave)
    parts.tasks.when_quiet(instance.listen, owner=parts.window)

    def start() -> None:
        parts.window.start()
        if new:
            parts.window.capture(new)

    try:
        return _run(parts, start, away=options.away)
    finally:
        instance.leave()


def _run(parts: Parts, start: Callable[[], None], *, away: bool = False) -> int:
    # A hidden window is no closed one, and the last dialog over it is no last window.
    parts.app.setQuitOnLastWindowClosed(False)
    parts.window.closed.connect(parts.app.quit)
    parts.window.closed.connect(lambda: parts.app.exit())  # also when a dialog does not close
    _report_bugs(parts.window)
    _quit_when_told(parts)
    if away:
        _settle_in(parts)
    else:
        parts.tasks.when_quiet(lambda: _settle_in(parts), owner=parts.window)
    start()
    if not away:
        parts.window.show()
    elif not parts.window.hides_when_closed:  # nothing else leads back to it
        parts.window.showMinimized()
    try:
        return parts.app.exec()
    finally:
        parts.tasks.close()


def _settle_in(parts: Parts) -> None:
    """Begin what nobody sees; a window that is shown need not wait for it."""
    gc.freeze()  # nearly all that was made by now stays
    _heed_the_system(parts)
    add_quick_capture(parts)


def _application() -> QApplication:
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(app, QApplication):
        message = "a QApplication is needed"
        raise TypeError(message)
    app.setApplicationName("resilience-desktop")
    app.setDesktopFileName("resilience-desktop")
    return app


def _share_window(window: MainWindow, instance: SingleInstance) -> None:
    """Let later starts use this window, for whichever journal it has open."""

    def grant(wish: str) -> None:
        if wish == "show":
            window.come_to_front()
        else:
            window.capture(wish)

    instance.wished.connect(grant)
    window.entrance.opened.connect(lambda: instance.claim(window.folder))


def open_demo(parts: Parts, places: Places) -> None:
    """Fill the journal of the made-up person and show it."""

    def opened(_none: None) -> None:
        parts.window.show_pages()
        parts.window.say_example()

    parts.tasks.open(
        lambda: (demo_journal(places), None), opened, _not_expected, owner=parts.window
    )


def demo_journal(places: Places) -> Journal:
    """Make the journal of the made-up person."""
    from resilience_desktop.services.clock import local_zone
    from resilience_desktop.services.demo import demo_contents
    from resilience_desktop.services.journal import Journal

    journal, _ = Journal.create(places.journal, None)
    journal.add(demo_contents(journal.today(), local_zone()))
    return journal


def _start_demo() -> None:
    """Show the made-up journal in a window and a process of its own."""
    from PySide6.QtCore import QProcess

    QProcess.startDetached(sys.executable, ["-m", "resilience_desktop", "--demo"])


def _start_again(folder: Path, *, away: bool = False) -> bool:
    """Start a process that has never seen what is in this journal; return whether it started.

    With ``away`` its window stays as far out of sight as this one is.
    """
    from PySide6.QtCore import QProcess

    options = ["--locked", *(["--away"] if away else [])]
    arguments = ["-m", "resilience_desktop", *options, "--journal", str(folder.absolute())]
    started, _ = QProcess.startDetached(sys.executable, arguments)
    return started


def _report_bugs(window: MainWindow) -> None:
    """Open one dialog for a mistake of ours, with places and no words."""

    def told(
        _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        from resilience_desktop.ui.problems import show_problem

        show_problem(window, error)

    sys.excepthook = told


def _quit_when_told(parts: Parts) -> None:
    """Close the window, which keeps what is being typed, when the system ends the session."""
    import signal

    from PySide6.QtCore import QSocketNotifier

    parts.app.commitDataRequest.connect(parts.window.save_now)
    if sys.platform == "win32":
        return
    ears, mouth = os.pipe()
    os.set_blocking(mouth, False)
    signal.set_wakeup_fd(mouth)
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, lambda *_: None)  # the pipe tells the window
    notifier = QSocketNotifier(ears, QSocketNotifier.Type.Read, parts.window)
    notifier.activated.connect(parts.window.end)


def _heed_the_system(parts: Parts) -> None:
    """Lock when the computer goes to sleep or its screen is locked, where the system says so.

    A Mac says neither to Qt. There the idle lock sees by the clock on the wall how long nobody
    was there, once the app comes to the front again.
    """
    lock = parts.lock
    if sys.platform == "linux":
        try:
            from resilience_desktop.ui.signs_on_linux import LinuxSigns
        except ImportError:  # a Qt without D-Bus
            return
        signs = LinuxSigns.usual(lock)
        signs.away.connect(lock.leave_alone)
        lock.kept.connect(signs.let_sleep)
    elif sys.platform == "win32":
        from resilience_desktop.ui.signs_on_windows import WindowsSigns

        WindowsSigns(parts.window).away.connect(lock.leave_alone)


def _not_expected(error: BaseException) -> None:
    raise error
