"""The loudspeakers of this computer, through miniaudio; often there are none.

Everything here may take a moment and is for a thread that nobody waits for.
"""

from __future__ import annotations

import sys
from array import array
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Generator

RATE = 44_100
"""Samples a second, one channel, 16 bits each."""
_BYTES = 2
_SOUND_CARDS = Path("/dev/snd")
_AHEAD_MS = 60


class NoSoundError(Exception):
    """There is nothing to play on, or nothing that could play."""


class Speaker:
    """Open for as long as it is in use; silent but for what it is given to play."""

    def __init__(self) -> None:
        """Open it; raise ``NoSoundError`` where that does not work."""
        try:
            import miniaudio
        except (ImportError, OSError) as error:  # there are no builds for this machine
            raise NoSoundError from error
        self._sound = Sound()
        try:
            self._device = miniaudio.PlaybackDevice(
                output_format=miniaudio.SampleFormat.SIGNED16,
                nchannels=1,
                sample_rate=RATE,
                buffersize_msec=_AHEAD_MS,
                backends=_backends(miniaudio),
                app_name="Resilience",
            )
            frames = self._sound.frames()
            next(frames)
            self._device.start(frames)
        except miniaudio.MiniaudioError as error:
            raise NoSoundError from error

    def play(self, sound: bytes) -> None:
        """Play this from the beginning, over what is being played."""
        self._sound.begin(sound)

    def close(self) -> None:
        """Let others have it."""
        self._device.close()


class Sound:
    """What is being played: each sound once, then silence."""

    def __init__(self) -> None:
        self._rest = memoryview(b"")

    def begin(self, sound: bytes) -> None:
        """Have this played at once, with the rest of the last one: to cut that off would click.

        Soft sounds, of which two are not too loud. Another thread may be taking frames meanwhile.
        """
        both, rest = array("h", sound), array("h", bytes(self._rest))
        for place, sample in enumerate(rest[: len(both)]):
            both[place] += sample
        self._rest = memoryview(both.tobytes())

    def frames(self) -> Generator[bytes, int, None]:
        """Give as many frames as are asked for, without an end."""
        count = yield b""
        while True:
            rest, length = self._rest, count * _BYTES
            given, self._rest = rest[:length], rest[length:]
            count = yield bytes(given) + bytes(length - len(given))


def _backends(miniaudio: Any) -> list[Any]:  # noqa: ANN401  (it has no types)
    """Return what may be played through; none of it leads nowhere, as the usual ones may."""
    kinds = miniaudio.Backend
    if sys.platform != "linux":
        return [kinds.WASAPI, kinds.COREAUDIO]
    found = [kinds.PULSEAUDIO]
    if any(_SOUND_CARDS.glob("controlC*")):  # without a card ALSA fills the terminal with words
        found.append(kinds.ALSA)
    return found
