"""How far long work has come, and whether somebody wants it stopped."""

from __future__ import annotations

from enum import Enum, auto
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from resilience_desktop.errors import CancelledError
from resilience_desktop.i18n import text

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

T = TypeVar("T")


class _State(Enum):
    OPEN = auto()
    FINISHING = auto()
    CANCELLED = auto()


class Progress:
    """Shared by the thread that works and the one that shows it; both may use it at any time.

    The work says what it does (``stage``) and how far it is (``tell`` or ``each``), and calls
    ``finish`` right before the step that keeps its result. Telling costs next to nothing: nobody
    is called, and whoever shows it looks a few times a second.
    """

    def __init__(self, words: str = "") -> None:
        self.words = words
        """What is being done, as it can be shown."""
        self.fraction: float | None = None
        """From 0 to 1, or None while nobody can tell."""
        self._from, self._until = 0.0, 1.0
        self._lock = Lock()
        self._state = _State.OPEN
        self._users: int | None = None
        self._when_cancelled: list[Callable[[], None]] = []

    # For the work

    def stage(self, words: str, *, until: float = 1.0) -> None:
        """Begin a part of the work; when it is through, the whole has come to ``until``."""
        self.check()
        self.words = words
        self._from, self._until = self.fraction or 0.0, until

    def tell(self, done: int, of: int) -> None:
        """Say how much of the present part is done."""
        self.fraction = self._from + (self._until - self._from) * (done / of if of else 1.0)

    def each(self, items: Collection[T]) -> Iterator[T]:
        """Pass the items on one by one, tell how many, and stop between two when asked to."""
        for done, item in enumerate(items):
            self.check()
            self.tell(done, len(items))
            yield item
        self.check()
        self.tell(1, 1)

    def check(self) -> None:
        """Raise ``CancelledError`` if somebody wants the work stopped."""
        if self.cancelled:
            raise stopped()

    def finish(self) -> None:
        """Go past the point up to which the work can be stopped, or raise ``CancelledError``."""
        with self._lock:
            self.check()
            self._state = _State.FINISHING

    # For whoever shows it

    @property
    def cancelled(self) -> bool:
        """Whether the work was stopped."""
        return self._state is _State.CANCELLED

    @property
    def can_cancel(self) -> bool:
        """Whether the work can still be stopped."""
        return self._state is _State.OPEN

    @property
    def is_over(self) -> bool:
        """Whether there is nothing more to wait for."""
        return self.cancelled or self._users == 0

    def cancel(self) -> bool:
        """Stop the work, unless it is too late for that; return whether nothing will be kept."""
        with self._lock:
            if self.can_cancel:
                self._state = _State.CANCELLED
            waiting, self._when_cancelled = self._when_cancelled, []
        if self.cancelled:
            for tell in waiting:
                tell()
        return self.cancelled

    # For whoever runs it

    def begin(self, when_cancelled: Callable[[], None]) -> None:
        """Take part in the work; call back, from where it is cancelled, if it is or was."""
        with self._lock:
            self._users = (self._users or 0) + 1
            if not self.cancelled:
                self._when_cancelled.append(when_cancelled)
                return
        when_cancelled()

    def end(self) -> None:
        """Be done with it; it is over when everyone is."""
        with self._lock:
            self._users = (self._users or 1) - 1


def stopped() -> CancelledError:
    """Return the error that says that long work was stopped."""
    return CancelledError(text("Stopped. Nothing has changed."))
