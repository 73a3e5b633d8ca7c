"""Runs work off the window thread and brings its answers back to it."""

from __future__ import annotations

import logging
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from resilience_desktop.domain.changes import Changes

if TYPE_CHECKING:
    from collections.abc import Callable

    from resilience_desktop.services.journal import Journal

T = TypeVar("T")
logger = logging.getLogger(__name__)

IDLE_MS = 3000


class Tasks(QObject):
    """Two queues of work: one for the journal, one for drawing and typesetting.

    SQLite refuses a connection on a thread that did not open it, so the journal is opened, used
    and closed on one thread. Paper is made on another, so that typing is never kept waiting for
    a long PDF. ``done`` and ``failed`` are always called on the window thread, and not at all
    when their owner is gone.
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
        self._latest: dict[str, object] = {}
        self._journal: Journal | None = None
        self._under_way = 0
        self._closed = False
        self._idle = QTimer(self, interval=IDLE_MS, singleShot=True)
        self._idle.timeout.connect(self._rest)

    @property
    def has_journal(self) -> bool:
        """Whether a journal is open."""
        return self._journal is not None

    @property
    def is_busy(self) -> bool:
        """Whether anything is under way or its answer not delivered yet."""
        return self._under_way > 0

    def open(
        self,
        work: Callable[[], tuple[Journal, T]],
        done: Callable[[T], None],
        failed: Callable[[BaseException], None],
        *,
        owner: QObject,
    ) -> Future[T]:
        """Open or create the journal that all later work is for; pass on what comes with it."""

        def opened() -> T:
            self._journal, rest = work()
            return rest

        return self._submit(self._journal_thread, opened, done, failed, owner, "")

    def read(
        self,
        work: Callable[[Journal], T],
        done: Callable[[T], None],
        *,
        owner: QObject,
        latest: str = "",
        failed: Callable[[BaseException], None] | None = None,
    ) -> Future[T]:
        """Ask the journal something.

        With ``latest``, only the newest answer of that name is delivered, so that a slow one
        never overwrites a newer one.
        """
        return self._submit(
            self._journal_thread, lambda: work(self._opened()), done, failed, owner, latest
        )

    def write(
        self,
        work: Callable[[Journal], Changes],
        done: Callable[[Changes], None] | None = None,
        *,
        owner: QObject,
        failed: Callable[[BaseException], None] | None = None,
    ) -> Future[Changes]:
        """Change the journal, then tell every page what changed."""

        def announce(changes: Changes) -> None:
            if done is not None and shiboken6.isValid(owner):
                done(changes)
            if changes:
                self.journal_changed.emit(changes)
            self._idle.start()

        return self._submit(
            self._journal_thread, lambda: work(self._opened()), announce, failed, self, ""
        )

    def compute(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        *,
        owner: QObject,
        latest: str = "",
        failed: Callable[[BaseException], None] | None = None,
    ) -> Future[T]:
        """Draw or typeset something that needs no journal."""
        return self._submit(self._paper_thread, work, done, failed, owner, latest)

    def close(self) -> None:
        """Finish what is queued, then close the journal on its own thread."""
        self._closed = True
        self._idle.stop()
        closing = self._journal_thread.submit(self._close_journal)
        self._paper_thread.shutdown(wait=True, cancel_futures=True)
        self._journal_thread.shutdown(wait=True)
        closing.result()

    def _opened(self) -> Journal:
        if self._journal is None:
            message = "no journal is open"
            raise RuntimeError(message)
        return self._journal

    def _close_journal(self) -> None:
        if self._journal is not None:
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
    ) -> Future[T]:
        if self._closed:  # a timer of a window that is going away
            unwanted: Future[T] = Future()
            unwanted.cancel()
            return unwanted
        token = object()
        if latest:
            self._latest[latest] = token

        self._under_way += 1

        def deliver(future: Future[T]) -> None:
            self._under_way -= 1
            if future.cancelled() or (latest and self._latest.get(latest) is not token):
                return
            error = future.exception()
            if not shiboken6.isValid(owner):
                return
            if error is None:
                done(future.result())
            elif failed is not None:
                failed(error)
            else:
                self.work_failed.emit(error)

        future = executor.submit(work)
        future.add_done_callback(lambda finished: self._announce(lambda: deliver(finished)))
        return future

    def _announce(self, call: Callable[[], None]) -> None:
        if shiboken6.isValid(self):
            self._finished.emit(call)

    @Slot(object)
    def _deliver(self, call: Callable[[], Any]) -> None:
        call()


def _nothing(_answer: object) -> None:
    """Let an answer pass that nobody waits for."""
