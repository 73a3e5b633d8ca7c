"""Work off the window thread: answers in order, on the right thread, or not at all."""

from __future__ import annotations

import gc
import threading
from concurrent.futures import Future

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget

from resilience_desktop.domain.changes import Changes
from resilience_desktop.domain.progress import Progress
from resilience_desktop.errors import CancelledError, NotWrittenError
from resilience_desktop.services.journal import Journal
from resilience_desktop.ui import tasks as tasks_module
from resilience_desktop.ui.tasks import Tasks

from .samples import entry


@pytest.fixture
def tasks(qapp, qtbot):
    made = Tasks()
    yield made
    made.close()


@pytest.fixture
def open_tasks(tasks, folder, qtbot):
    """Tasks with an empty journal open."""
    done = []
    tasks.open(lambda: Journal.create(folder, None), done.append, pytest.fail, owner=tasks)
    qtbot.waitUntil(lambda: bool(done))
    return tasks


def settled(tasks, qtbot):
    qtbot.waitUntil(lambda: not tasks.is_busy)


def pass_over(*_):
    """Take an answer that does not matter."""


def refuse(*_):
    raise NotWrittenError("The disk is full.")


def test_that_work_runs_elsewhere_and_answers_arrive_on_the_window_thread(open_tasks, qtbot):
    threads = {}

    def note(place):
        threads[place] = threading.current_thread()

    open_tasks.read(lambda _: note("read"), lambda _: note("answer"), owner=open_tasks)
    open_tasks.compute(lambda: note("paper"), lambda _: note("picture"), owner=open_tasks)
    settled(open_tasks, qtbot)
    here = threading.current_thread()
    assert threads["answer"] is threads["picture"] is here
    assert len({threads["read"], threads["paper"], here}) == 3


def test_that_the_journal_has_one_thread(open_tasks, qtbot):
    threads = []
    for _ in range(5):
        open_tasks.read(lambda _: threads.append(threading.get_ident()), print, owner=open_tasks)
    settled(open_tasks, qtbot)
    assert len(threads) == 5
    assert len(set(threads)) == 1


def test_that_opening_passes_on_what_comes_with_the_journal(tasks, folder, qtbot):
    found = []
    assert not tasks.has_journal
    tasks.open(lambda: Journal.create(folder, None), found.append, pytest.fail, owner=tasks)
    settled(tasks, qtbot)
    assert tasks.has_journal
    assert len(found[0]) == 7


def test_that_a_journal_that_does_not_open_is_no_journal(tasks, folder, qtbot):
    errors = []
    tasks.open(refuse, pytest.fail, errors.append, owner=tasks)
    settled(tasks, qtbot)
    assert isinstance(errors[0], NotWrittenError)
    assert not tasks.has_journal


def test_that_only_the_latest_answer_of_a_name_is_delivered(open_tasks, qtbot):
    begun, go_on, answers = threading.Event(), threading.Event(), []

    def slow(_journal):
        begun.set()
        go_on.wait(10)
        return "old"

    open_tasks.read(slow, answers.append, owner=open_tasks, latest="search")
    open_tasks.read(lambda _: "other", answers.append, owner=open_tasks, latest="timeline")
    begun.wait(10)
    open_tasks.read(lambda _: "new", answers.append, owner=open_tasks, latest="search")
    open_tasks.read(lambda _: "plain", answers.append, owner=open_tasks)
    go_on.set()
    settled(open_tasks, qtbot)
    assert answers == ["other", "new", "plain"]


def test_that_a_failure_goes_to_who_asked(open_tasks, qtbot):
    errors = []
    with qtbot.assertNotEmitted(open_tasks.work_failed):
        open_tasks.read(refuse, pytest.fail, owner=open_tasks, failed=errors.append)
        settled(open_tasks, qtbot)
    assert [str(e) for e in errors] == ["The disk is full."]


@pytest.mark.parametrize("way", ["read", "write", "compute"])
def test_that_a_failure_nobody_waits_for_is_announced(open_tasks, qtbot, way):
    with qtbot.waitSignal(open_tasks.work_failed) as failed:
        getattr(open_tasks, way)(refuse, pytest.fail, owner=open_tasks)
    assert isinstance(failed.args[0], NotWrittenError)


def test_that_work_before_a_journal_is_open_is_a_failure(tasks, qtbot):
    with qtbot.waitSignal(tasks.work_failed) as failed:
        tasks.read(lambda journal: journal.looking.span(), pytest.fail, owner=tasks)
    assert isinstance(failed.args[0], RuntimeError)


def test_that_what_is_held_is_asked_in_its_order_once_a_journal_is_open(tasks, folder, qtbot):
    answers, gone = [], QObject()
    tasks.hold()
    tasks.read(lambda _journal: 1, answers.append, owner=tasks)
    tasks.read(lambda _journal: 2, answers.append, owner=gone)
    tasks.read(lambda _journal: 3, answers.append, owner=tasks)
    tasks.when_quiet(lambda: answers.append("quiet"), owner=tasks)
    gone.deleteLater()
    qtbot.wait(100)
    assert answers == []
    assert not tasks.is_busy
    tasks.open(lambda: Journal.create(folder, None), pass_over, pytest.fail, owner=tasks)
    settled(tasks, qtbot)
    assert answers == [1, 3, "quiet"]


def test_that_an_open_journal_holds_nothing(open_tasks, qtbot):
    answers = []
    open_tasks.hold()
    open_tasks.read(lambda _journal: 1, answers.append, owner=open_tasks)
    settled(open_tasks, qtbot)
    assert answers == [1]


def test_that_what_is_asked_while_a_journal_opens_is_answered_when_it_is_open(tasks, folder, qtbot):
    answers = []
    tasks.open(
        lambda: (Journal.create(folder, None)[0], None), answers.append, pytest.fail, owner=tasks
    )
    tasks.read(lambda journal: journal.looking.span(), answers.append, owner=tasks)
    qtbot.waitUntil(lambda: len(answers) == 2)
    assert answers[0] is None


def test_that_what_is_asked_of_a_journal_that_does_not_open_is_no_problem_to_show(tasks, qtbot):
    problems, answers = [], []
    tasks.work_failed.connect(problems.append)
    tasks.open(refuse, pytest.fail, answers.append, owner=tasks)
    tasks.read(lambda journal: journal.looking.span(), pytest.fail, owner=tasks)
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert [type(error) for error in answers] == [NotWrittenError]
    assert not problems


def test_that_a_write_to_a_journal_that_does_not_open_is_a_failure(tasks, qtbot):
    tasks.open(refuse, pytest.fail, lambda _error: None, owner=tasks)
    with qtbot.waitSignal(tasks.work_failed) as failed:
        tasks.write(
            lambda journal: journal.drafts.keep("entry:new", None), pytest.fail, owner=tasks
        )
    assert isinstance(failed.args[0], RuntimeError)


def test_that_a_change_is_told_to_everyone_after_its_own_answer(open_tasks, qtbot):
    told = []
    open_tasks.journal_changed.connect(told.append)
    kept = entry("Rain")
    open_tasks.write(lambda j: j.keep_entry(kept), told.append, owner=open_tasks)
    open_tasks.write(lambda j: j.drafts.keep("entry:new", kept), told.append, owner=open_tasks)
    settled(open_tasks, qtbot)
    assert told == [Changes(entries=True), Changes(entries=True), Changes()]


def test_that_an_answer_for_somebody_who_has_gone_is_dropped(open_tasks, qtbot):
    owner, told = QObject(), []
    open_tasks.journal_changed.connect(lambda _: told.append("change"))
    open_tasks.read(lambda _: 1, pytest.fail, owner=owner)
    open_tasks.read(refuse, pytest.fail, owner=owner, failed=pytest.fail)
    open_tasks.write(lambda j: j.keep_entry(entry("Rain")), pytest.fail, owner=owner)
    owner.deleteLater()
    del owner
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    settled(open_tasks, qtbot)
    assert told == ["change"]  # whoever is left still has to look again


def test_that_closing_waits_for_what_is_to_be_written(qapp, folder, qtbot):
    tasks, go_on = Tasks(), threading.Event()
    tasks.open(lambda: Journal.create(folder, None), lambda _: None, pytest.fail, owner=tasks)
    tasks.read(lambda _: go_on.wait(10), lambda _: None, owner=tasks)
    for number in range(3):
        tasks.write(lambda j, n=number: j.keep_entry(entry(f"Day {n}")), owner=tasks)
    assert tasks.is_busy
    threading.Timer(0.05, go_on.set).start()
    tasks.close()
    journal = Journal.open(folder)
    notes = [item.note for item in journal.looking.timeline().items]
    journal.close()
    assert sorted(notes) == ["Day 0", "Day 1", "Day 2"]


def test_that_closed_tasks_take_no_more_work(qapp, folder, qtbot):
    tasks = Tasks()
    tasks.open(lambda: Journal.create(folder, None), lambda _: None, pytest.fail, owner=tasks)
    tasks.close()
    late = tasks.write(lambda j: j.keep_entry(entry("late")), pytest.fail, owner=tasks)
    assert late.cancelled()
    assert tasks.compute(pytest.fail, pytest.fail, owner=tasks).cancelled()
    journal = Journal.open(folder)
    assert journal.looking.timeline().items == ()
    journal.close()


def test_that_the_journal_rests_when_nobody_writes(qapp, folder, qtbot, monkeypatch):
    monkeypatch.setattr(tasks_module, "IDLE_MS", 1)
    rested = []
    monkeypatch.setattr(Journal, "rest", lambda _journal: rested.append(True))
    tasks = Tasks()
    tasks.open(lambda: Journal.create(folder, None), lambda _: None, pytest.fail, owner=tasks)
    tasks.write(lambda j: j.keep_entry(entry("Rain")), owner=tasks)
    qtbot.waitUntil(lambda: bool(rested))
    tasks.close()


def test_that_the_threads_can_be_given(qapp, qtbot):
    class AtOnce:
        def submit(self, work):
            future = Future()
            future.set_result(work())
            return future

        def shutdown(self, **_):
            pass

    tasks, answers = Tasks(AtOnce(), AtOnce()), []
    tasks.compute(lambda: 7, answers.append, owner=tasks)
    settled(tasks, qtbot)
    assert answers == [7]
    tasks.close()


# Long work


class Held:
    """Work that goes on until it is let go, or does not look whether it was stopped."""

    def __init__(self):
        self.begun, self.go_on, self.ended = threading.Event(), threading.Event(), False

    def __call__(self, *_):
        self.begun.set()
        self.go_on.wait(10)
        self.ended = True
        return Changes(entries=True)


@pytest.fixture
def held():
    work = Held()
    yield work
    work.go_on.set()


WAYS = ["read", "write", "compute"]


@pytest.mark.parametrize("way", WAYS)
def test_that_stopping_answers_at_once_and_the_work_never(open_tasks, qtbot, held, way):
    progress, errors = Progress(), []
    getattr(open_tasks, way)(
        held, pytest.fail, owner=open_tasks, failed=errors.append, progress=progress
    )
    held.begun.wait(10)
    assert progress.cancel()
    qtbot.waitUntil(lambda: bool(errors))
    assert not held.ended
    assert [str(error) for error in errors] == ["Stopped. Nothing has changed."]
    held.go_on.set()
    settled(open_tasks, qtbot)
    assert held.ended
    assert len(errors) == 1


@pytest.mark.parametrize("way", WAYS)
def test_that_work_that_notices_it_was_stopped_fails_once(open_tasks, qtbot, way):
    progress, errors = Progress(), []

    def work(*_):
        progress.cancel()
        progress.check()

    getattr(open_tasks, way)(
        work, pytest.fail, owner=open_tasks, failed=errors.append, progress=progress
    )
    settled(open_tasks, qtbot)
    qtbot.wait(1)
    assert [type(error) for error in errors] == [CancelledError]


@pytest.mark.parametrize("way", WAYS)
def test_that_stopping_is_no_problem_to_show_when_nobody_listens(open_tasks, qtbot, way):
    progress = Progress()
    with qtbot.assertNotEmitted(open_tasks.work_failed):
        getattr(open_tasks, way)(
            lambda *_: progress.check(), pytest.fail, owner=open_tasks, progress=progress
        )
        progress.cancel()
        settled(open_tasks, qtbot)


@pytest.mark.parametrize("way", WAYS)
def test_that_stopping_too_late_changes_nothing_about_the_answer(open_tasks, qtbot, way):
    progress, answers = Progress(), []

    def work(*_):
        progress.finish()
        assert not progress.cancel()
        return Changes(entries=True)

    getattr(open_tasks, way)(
        work, answers.append, owner=open_tasks, failed=pytest.fail, progress=progress
    )
    settled(open_tasks, qtbot)
    assert answers == [Changes(entries=True)]
    assert progress.is_over


def test_that_work_in_two_parts_is_over_after_the_second(open_tasks, qtbot):
    progress, over = Progress(), []

    def go_on(_answer):
        over.append(progress.is_over)
        open_tasks.compute(
            lambda: None,
            lambda _: over.append(progress.is_over),
            owner=open_tasks,
            progress=progress,
        )

    open_tasks.read(lambda _: None, go_on, owner=open_tasks, progress=progress)
    settled(open_tasks, qtbot)
    assert over == [False, False]
    assert progress.is_over


def test_that_a_newer_question_is_not_told_that_the_older_was_stopped(open_tasks, qtbot, held):
    progress, answers = Progress(), []
    open_tasks.read(
        held, pytest.fail, owner=open_tasks, latest="plan", failed=pytest.fail, progress=progress
    )
    open_tasks.read(lambda _: "new", answers.append, owner=open_tasks, latest="plan")
    progress.cancel()
    held.go_on.set()
    settled(open_tasks, qtbot)
    assert answers == ["new"]


def test_that_a_write_that_fails_when_its_owner_has_gone_is_still_announced(open_tasks, qtbot):
    owner = QObject()
    with qtbot.waitSignal(open_tasks.work_failed) as failed:
        open_tasks.write(refuse, owner=owner, failed=pytest.fail)
        owner.deleteLater()
        del owner
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert isinstance(failed.args[0], NotWrittenError)


def test_that_closing_stops_long_work_on_the_journal_and_keeps_the_rest(qapp, folder, qtbot):
    tasks, progress, begun = Tasks(), Progress(), threading.Event()
    tasks.open(lambda: Journal.create(folder, None), lambda _: None, pytest.fail, owner=tasks)

    def endless(_journal):
        begun.set()
        while True:
            progress.check()

    tasks.write(endless, owner=tasks, progress=progress)
    tasks.write(lambda j: j.keep_entry(entry("kept")), owner=tasks)
    begun.wait(10)
    tasks.close()
    journal = Journal.open(folder)
    assert [item.note for item in journal.looking.timeline().items] == ["kept"]
    journal.close()


def test_that_closing_still_writes_a_file_that_is_waited_for(qapp, tmp_path, qtbot, held):
    tasks, path, drawn = Tasks(), tmp_path / "report.pdf", []
    tasks.compute(held, print, owner=tasks)
    tasks.compute(lambda: drawn.append("a picture"), print, owner=tasks)
    tasks.compute(lambda: path.write_bytes(b"x"), print, owner=tasks, progress=Progress())
    held.begun.wait(10)
    threading.Timer(0.05, held.go_on.set).start()
    tasks.close()
    assert path.read_bytes() == b"x"
    assert drawn == []


class Part(QWidget):
    """A widget of our own, for which Qt for Python has no rule where it is deleted."""


def leave_garbage():
    """Throw away a widget that only the garbage collector finds; return where it was deleted."""
    gc.collect()  # so that it is not due just now
    widget, deleted_on = Part(), []
    widget.itself = widget
    connection = Qt.ConnectionType.DirectConnection
    widget.destroyed.connect(lambda: deleted_on.append(threading.current_thread()), connection)
    return deleted_on


def make_much(_journal=None):
    """Make so much that Python looks for garbage, on whichever thread this is."""
    return [[] for _ in range(20 * gc.get_threshold()[0])]


@pytest.mark.parametrize("kind", ["read", "compute"])
def test_that_garbage_is_collected_on_the_window_thread_only(open_tasks, qtbot, kind):
    deleted_on, kept = leave_garbage(), []
    work = make_much if kind == "read" else lambda: make_much()
    getattr(open_tasks, kind)(work, kept.append, owner=open_tasks)
    qtbot.waitUntil(lambda: deleted_on != [], timeout=10_000)
    assert deleted_on == [threading.current_thread()]
