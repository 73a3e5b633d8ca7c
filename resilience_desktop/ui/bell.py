"""A soft bell for an exercise: made by us, in memory, when somebody first wants it.

It is played by a thread of its own, so that no window waits for a loudspeaker, and stays silent
where there is none.
"""

from __future__ import annotations

import atexit
import threading
from functools import cache
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, Signal, Slot

from resilience_desktop.ui.speaker import RATE, NoSoundError, Speaker

if TYPE_CHECKING:
    from collections.abc import Callable

SECONDS = 2.4
LOUDEST = 0.2
"""Of what could be played: soft also where the computer is set loud."""
_TONES = ((396.0, 0.50, 0.75), (594.0, 0.28, 0.55), (793.5, 0.16, 0.35))
"""Hertz, share of the loudness, and seconds in which it falls to a third: a fifth and an octave."""
_RISE, _END = 0.012, 0.15  # seconds; a sound that begins or ends at once clicks
_IDLE = 8.0
"""Seconds after the last sound until the loudspeaker is free for others."""
_LEAVING = 1.0  # seconds, at most
_RING, _LOOK, _END_IT = "ring", "look", "end"


@cache
def tone() -> bytes:
    """Return the sound as 16-bit samples, one channel."""
    import numpy as np

    time = np.arange(round(SECONDS * RATE)) / RATE
    sound = sum(
        share * np.exp(-time / fall) * np.sin(2 * np.pi * hertz * time)
        for hertz, share, fall in _TONES
    )
    gentle = np.clip(time / _RISE, 0, 1) * np.clip((time[-1] - time) / _END, 0, 1)
    sound = sound * np.sin(gentle * np.pi / 2) ** 2
    sound *= LOUDEST / np.abs(sound).max()
    samples: bytes = (sound * 32_767).astype("<i2").tobytes()
    return samples


class Plays(Protocol):
    """Something that plays a sound."""

    def play(self, sound: bytes) -> None:
        """Play it from the beginning."""
        ...

    def close(self) -> None:
        """Let others have it."""
        ...


class Bell(QObject):
    """Rings softly when it is told to, and tells when it turns out that it cannot be heard."""

    tried = Signal()
    """It rang or could not; ``is_there`` says which."""

    def __init__(
        self, parent: QObject | None = None, *, speaker: Callable[[], Plays] = Speaker
    ) -> None:
        super().__init__(parent)
        self._is_there = True
        self._ringer = _Ringer(speaker)
        self._ringer.rang.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self.destroyed.connect(self._ringer.end)

    @property
    def is_there(self) -> bool:
        """Whether it can be heard here, as far as it was tried."""
        return self._is_there

    def ring(self) -> None:
        """Ring once, without waiting."""
        self._ringer.wish(_RING)

    def look(self) -> None:
        """Find out whether it can be heard here, without a sound and without waiting."""
        self._ringer.wish(_LOOK)

    @Slot(bool)
    def _take(self, rang: bool) -> None:
        self._is_there = rang
        self.tried.emit()


class _Ringer(QObject):
    """Does it on a thread, and keeps the loudspeaker for as long as bells follow each other."""

    rang = Signal(bool)

    def __init__(self, speaker: Callable[[], Plays]) -> None:
        super().__init__()
        self._open = speaker
        self._wishes = SimpleQueue[str]()
        self.worker: threading.Thread | None = None

    def wish(self, wanted: str) -> None:
        """Want a bell, or to know whether there could be one."""
        if self.worker is None:
            self.worker = threading.Thread(target=self._work, name="bell", daemon=True)
            self.worker.start()
            atexit.register(self.leave)
        self._wishes.put(wanted)

    def end(self) -> None:
        """Want no more."""
        self._wishes.put(_END_IT)

    def leave(self) -> None:
        """Want no more, and see to it that no loudspeaker asks for sound while Python ends."""
        self.end()
        if self.worker is not None:
            self.worker.join(_LEAVING)

    def _work(self) -> None:
        """Ring for every wish."""
        speaker: Plays | None = None
        while True:
            try:
                wanted = self._wishes.get(timeout=_IDLE if speaker else None)
            except Empty:
                if speaker:
                    speaker.close()
                speaker = None
                continue
            if wanted == _END_IT:
                break
            try:
                speaker = speaker or self._open()
                if wanted == _RING:
                    speaker.play(tone())
            except NoSoundError:
                speaker = None
            self.rang.emit(speaker is not None)
        if speaker is not None:
            speaker.close()
        atexit.unregister(self.leave)
