"""The one door for files from outside: what a file is, and what it holds."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from resilience_desktop.errors import NotUnderstoodError
from resilience_desktop.exchange.columns import read_columns
from resilience_desktop.exchange.daylio import is_daylio, read_daylio
from resilience_desktop.exchange.journal_json import NAME, load
from resilience_desktop.exchange.limits import MOST_BYTES, MOST_BYTES_WITH_PICTURES
from resilience_desktop.exchange.reading import Format, Reading
from resilience_desktop.exchange.table import read_header, read_table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from resilience_desktop.domain.progress import Progress
    from resilience_desktop.exchange.scale import Scale

_UTF_8_MARK = b"\xef\xbb\xbf"
_NOTHING: Mapping[str, int] = MappingProxyType({})
_NO_COLUMNS: Mapping[str, str] = MappingProxyType({})


def most_bytes(beginning: bytes) -> int:
    """Return how large a file may be that begins so: our own export has pictures in it."""
    return MOST_BYTES_WITH_PICTURES if _is_object(beginning) else MOST_BYTES


def detect(data: bytes, name: str) -> str | None:
    """Return ``daylio``, ``columns`` (a table of another kind) or ``resilience``, else None."""
    try:
        found = _format(data, name)
    except NotUnderstoodError:
        return None
    if found is Format.RESILIENCE and f'"{NAME}"'.encode() not in data:
        return None
    return found


def read(
    data: bytes,
    *,
    name: str,
    format: str | None = None,  # noqa: A002
    zone: str,
    columns: Mapping[str, str] = _NO_COLUMNS,
    moods: Mapping[str, int] = _NOTHING,
    scale: Scale | None = None,
    energy_scale: Scale | None = None,
    progress: Progress | None = None,
) -> Reading:
    """Return what a file holds; nothing is kept yet.

    ``name`` is the file's name, for messages. ``format`` is one of ``Format``, or None to find
    out. ``zone`` is the IANA zone the person lived in. ``columns`` (field to column name, see
    ``read_columns``), ``scale`` and ``energy_scale`` are for tables that are not Daylio's;
    ``moods`` (mood word to -5..+5) for both. ``progress`` is told how far reading has come. Raises
    ``NotUnderstoodError``, and ``CancelledError`` when it is stopped.
    """
    chosen = Format(format) if format else None
    if chosen is Format.RESILIENCE or (chosen is None and _is_object(data)):
        return load(data, name=name, progress=progress)
    table = read_table(data, name=name, progress=progress)
    if chosen is Format.DAYLIO or (chosen is None and is_daylio(table.header)):
        return read_daylio(table, name=name, zone=zone, moods=moods, progress=progress)
    return read_columns(
        table,
        zone=zone,
        columns=columns,
        moods=moods,
        scale=scale,
        energy_scale=energy_scale,
        progress=progress,
    )


def _format(data: bytes, name: str) -> Format:
    if _is_object(data):
        return Format.RESILIENCE
    return Format.DAYLIO if is_daylio(read_header(data, name=name)) else Format.COLUMNS


def _is_object(data: bytes) -> bool:
    """Whether a file is one object of JSON, by its beginning."""
    return data[:64].removeprefix(_UTF_8_MARK).lstrip().startswith(b"{")
