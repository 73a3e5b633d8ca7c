"""Runs work off the window thread and brings its answers back to it."""

from __future__ import annotations

import logging
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from resilience_desktop.domain.changes import Changes
from resilience_desktop.domain.progress import stopped
from resilience_desktop.errors import CancelledError, ResilienceError
from resilience_desktop.ui.garbage import GarbageCollector, collect_if_due

if TYPE_CHECKING:
    from collections.abc import Callable

    from resilience_desktop.domain.progress import Progress
    from resilience_desktop.services.journal import Journal

T = TypeVar("T")
logger = logging.getLogger(__name__)

IDLE_MS = 3000
_SHOWN_MS, _LONGEST_MS = 20, 1000
"""What can wait begins so long after the last answer, which is painted by then; and in any case
after so long."""


class Tasks(QObject):
    """Two queues of work: one for the journal, one for drawing and typesetting.

    SQLite refuses a connection on a thread that did not open it, so the journal is opened, used
    and closed on one thread. Paper is made on another, so that typing is never kept waiting for
    a long PDF. ``done`` and ``failed`` are always called on the window thread, and not at all
    when their owner is gone.

    Long work shares a ``progress`` with whoever shows it. When that is cancelled, ``failed`` is
    called at once with a ``CancelledError``, whatever the work still does, and ``done`` never.
    """

    journal_changed = Signal(Changes)
    work_failed = Signal(object)
    _finished = Signal(object)

    def __init__(
        self,
        journal_thread: Executor | None = None,
        paper_thread: Executor | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._journal_thread = journal_thread or ThreadPoolExecutor(1, "journal")
        self._paper_thread = paper_thread or ThreadPoolExecutor(1, "paper")
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._garbage = GarbageCollector(self)
        self._latest: dict[str, object] = {}
        self._long_reads_and_writes: set[Progress] = set()
        self._passing: set[Future[Any]] = set()
        """Pictures that nobody misses when the app is closed."""
        self._journal: Journal | None = None
        self.openings = 0
        """How often a journal was opened, or was to be."""
        self._is_awaited = False
        """Whether a journal is open, or being opened."""
        self._is_refused = False
        """Whether the journal that was to be opened last did not open."""
        self._held: list[tuple[Callable[[], object], QObject]] | None = None
        self._under_way = 0
        self._closed = self._ended = False
        self._idle = QTimer(self, interval=IDLE_MS, singleShot=True)
        self._idle.timeout.connect(self._rest)
        self._waiting: list[tuple[Callable[[], object], QObject]] = []
        self._quiet = QTimer(self, interval=_SHOWN_MS, singleShot=True)
        self._quiet.timeout.connect(self._go_on_if_quiet)
        self._longest = QTimer(self, interval=_LONGEST_MS, singleShot=True)
        self._longest.timeout.connect(self._go_on)

    @property
    def has_journal(self) -> bool:
        """Whether a journal is open."""
        return self._journal is not None

    @property
    def is_busy(self) -> bool:
        """Whether anything is under way or its answer not delivered yet."""
        return self._under_way > 0 or bool(self._waiting)

    def when_quiet(self, work: Callable[[], object], *, owner: QObject) -> None:
        """Do something on the window thread once everything asked by then is answered and seen.

        For what nobody sees at once, so that it does not keep a page waiting that opens.
        """
        if self._closed:  # nobody will see any of it
            return
        if self._held is not None:
            self._held.append((partial(self.when_quiet, work, owner=owner), owner))
            return
        self._waiting.append((work, owner))
        self._quiet.start()
        if not self._longest.isActive():
            self._longest.start()

    def _go_on_if_quiet(self) -> None:
        if not self._under_way:
            self._go_on()

    def _go_on(self) -> None:
        """Do what waited."""
        self._quiet.stop()
        self._longest.stop()
        waiting, self._waiting = self._waiting, []
        for work, owner in waiting:
            if shiboken6.isValid(owner):
                work()

    @property
    def is_holding(self) -> bool:
        """Whether what is asked is kept until a journal is being opened."""
        return self._held is not None

    def hold(self) -> None:
        """Keep what is asked until a journal is being opened: pages can be made before that."""
        if not self._is_awaited and self._held is None:
            self._held = []

    def open(
        self,
        work: Callable[[], tuple[Journal, T]],
        done: Callable[[T], None],
        failed: Callable[[BaseException], None],
        *,
        owner: QObject,
        progress: Progress | None = None,
    ) -> Future[T]:
        """Open or create the journal that all later work is for; pass on what comes with it.

        Work with a progress calls its ``finish`` before it changes anything.
        """

        def opened() -> T:
            self._is_refused = True
            self._journal, rest = work()
            self._is_refused = False
            return rest

        def refused(error: BaseException) -> None:
            self._is_awaited = False
            failed(error)

        self._closed = self._ended
        self._is_awaited = True
        self.openings += 1
        held, self._held = self._held, None
        future = self._submit(self._journal_thread, opened, done, refused, owner, "", progress)
        for ask, asking in held or ():
            if shiboken6.isValid(asking):
                ask()
        return future

    def read(
        self,
        work: Callable[[Journal], T],
        done: Callable[[T], None],
        *,
        owner: QObject,
        latest: str = "",
        failed: Callable[[BaseException], None] | None = None,
        progress: Progress | None = None,
    ) -> Future[T]:
        """Ask the journal something; one that is being opened answers when it is open.

        With ``latest``, only the newest answer of that name is delivered, so that a slow one
        never overwrites a newer one.
        """
        return self._submit(
            self._journal_thread,
            lambda: work(self._asked()),
            done,
            failed,
            owner,
            latest,
            progress,
        )

    def write(
        self,
        work: Callable[[Journal], Changes],
        done: Callable[[Changes], None] | None = None,
        *,
        owner: QObject,
        failed: Callable[[BaseException], None] | None = None,
        progress: Progress | None = None,
    ) -> Future[Changes]:
        """Change the journal, then tell every page what changed.

        Work with a progress calls its ``finish`` before it keeps anything for good.
        """

        def announce(changes: Changes) -> None:
            if done is not None and shiboken6.isValid(owner):
                done(changes)
            if changes:
                self.journal_changed.emit(changes)
            if not self._closed:
                self._idle.start()

        def fail(error: BaseException) -> None:
            if failed is not None and shiboken6.isValid(owner):
                failed(error)
            else:  # nobody is left to say it where it happened
                self._work_failed(error)

        return self._submit(
            self._journal_thread, lambda: work(self._opened()), announce, fail, self, "", progress
        )

    def last(
        self,
        work: Callable[[Journal], T],
        done: Callable[[T], None],
        *,
        owner: QObject,
        failed: Callable[[BaseException], None],
    ) -> Future[T]:
        """Do the last thing with this journal: until one is opened, only the like is taken.

        What windows that are still there want to save after it comes to nothing.
        """
        self._closed = self._ended
        future = self.read(work, done, owner=owner, failed=failed)
        self._closed = True
        return future

    def compute(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        *,
        owner: QObject,
        latest: str = "",
        failed: Callable[[BaseException], None] | None = None,
        progress: Progress | None = None,
    ) -> Future[T]:
        """Draw or typeset something that needs no journal."""
        future = self._submit(self._paper_thread, work, done, failed, owner, latest, progress)
        if progress is None:
            self._passing.add(future)
            future.add_done_callback(self._passing.discard)
        # A picture leaves much behind.
        future.add_done_callback(lambda _: self._announce(collect_if_due))
        return future

    def stop_long_work(self) -> None:
        """Stop long work on the journal, so that nothing waits for it."""
        for progress in tuple(self._long_reads_and_writes):
            progress.cancel()

    def close(self) -> None:
        """Finish what is queued, then close the journal on its own thread.

        Long work on the journal is stopped, so that nobody waits for it; a file that is being
        made is still written.
        """
        if self._ended:
            return
        self._ended = True
        closing = self._begin_to_close()
        self._paper_thread.shutdown(wait=True)
        self._journal_thread.shutdown(wait=True)
        closing.result()

    def close_journal(self) -> None:
        """Do the same, but let another journal be opened; a file that is being made goes on."""
        self._begin_to_close().result()

    def _begin_to_close(self) -> Future[None]:
        self._closed = True
        self._is_awaited = False
        self._held = None
        self._idle.stop()
        self._quiet.stop()
        self._longest.stop()
        self._waiting.clear()
        self.stop_long_work()
        for picture in tuple(self._passing):
            picture.cancel()
        return self._journal_thread.submit(self._close_journal)

    def _asked(self) -> Journal:
        if self._is_refused:  # it was asked while that journal was being opened
            raise stopped()
        return self._opened()

    def _opened(self) -> Journal:
        if self._journal is None:
            message = "no journal is open"
            raise RuntimeError(message)
        return self._journal

    def _close_journal(self) -> None:
        if self._journal is not None:
            with suppress(ResilienceError):  # a full disk: the log beside it holds everything
                self._journal.close()
            self._journal = None

    @Slot()
    def _rest(self) -> None:
        if self.has_journal:
            self.read(lambda journal: journal.rest(), _nothing, owner=self, failed=_nothing)

    def _submit(
        self,
        executor: Executor,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[BaseException], None] | None,
        owner: QObject,
        latest: str,
        progress: Progress | None = None,
    ) -> Future[T]:
        if self._closed:  # a timer of a window that is going away
            unwanted: Future[T] = Future()
            unwanted.cancel()
            return unwanted
        if self._held is not None and executor is self._journal_thread:
            ask = partial(self._submit, executor, work, done, failed, owner, latest, progress)
            self._held.append((ask, owner))
            return Future()
        token = object()
        if latest:
            self._latest[latest] = token

        def is_wanted() -> bool:
            return shiboken6.isValid(owner) and (not latest or self._latest.get(latest) is token)

        answer = _Answer(done, failed or self._work_failed, is_wanted)
        self._under_way += 1
        if progress is not None:
            progress.begin(lambda: self._announce(lambda: answer.fail(stopped())))
            if executor is self._journal_thread:
                self._long_reads_and_writes.add(progress)

        def deliver(future: Future[T]) -> None:
            self._under_way -= 1
            if self._waiting:
                self._quiet.start()
            if progress is not None:
                self._long_reads_and_writes.discard(progress)
            try:
                if progress is not None and progress.cancelled:
                    answer.fail(stopped())  # also when the work was through just before
                else:
                    answer.take(future)  # may hand the progress on to the next part of the work
            finally:
                if progress is not None:
                    progress.end()

        future = executor.submit(work)
        future.add_done_callback(lambda finished: self._announce(lambda: deliver(finished)))
        return future

    def _work_failed(self, error: BaseException) -> None:
        if not isinstance(error, CancelledError):
            self.work_failed.emit(error)

    def _announce(self, call: Callable[[], None]) -> None:
        if shiboken6.isValid(self):
            self._finished.emit(call)

    @Slot(object)
    def _deliver(self, call: Callable[[], Any]) -> None:
        call()
        self._garbage.look_soon()


class _Answer(Generic[T]):
    """What somebody waits for: it comes once, or not at all."""

    def __init__(
        self,
        done: Callable[[T], None],
        failed: Callable[[BaseException], None],
        is_wanted: Callable[[], bool],
    ) -> None:
        self._done, self._failed, self._is_wanted = done, failed, is_wanted
        self._given = False

    def take(self, future: Future[T]) -> None:
        """Pass on how the work ended, unless it was stopped before."""
        if future.cancelled():
            return
        error = future.exception()
        if error is not None:
            self.fail(error)
        elif self._once():
            self._done(future.result())

    def fail(self, error: BaseException) -> None:
        """Say why there is no answer, unless there was one."""
        if self._once():
            self._failed(error)

    def _once(self) -> bool:
        given, self._given = self._given, True
        return not given and self._is_wanted()


def _nothing(_answer: object) -> None:
    """Let an answer pass that nobody waits for."""
