"""Backups in words and as JSON values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from resilience_desktop.i18n import clock, day, plural, text

if TYPE_CHECKING:
    from resilience_desktop.commands.asking import Answer
    from resilience_desktop.domain.moment import Moment
    from resilience_desktop.services.backups import Backup, Checked
    from resilience_desktop.services.contents import Contents


def name_of(one: Checked) -> str:
    """Return which backup it is."""
    if one.is_copy:
        return text("{name} in the second folder").format(name=one.path.name)
    return one.path.name


def finding_of(one: Checked) -> str:
    """Return what checking a backup that is not damaged found."""
    from resilience_desktop.services.backups import Finding

    return {
        Finding.SOUND: text("sound: it opens, and everything in it can be read"),
        Finding.CLOSED: text("not damaged, but it opens with another passphrase"),
        Finding.UNTRIED: text("it could not be read, or there is no room to open it"),
    }[one.finding]


def previewed(contents: Contents) -> Answer:
    """Return what a backup holds, in numbers and days."""
    entries, records = contents.entries, contents.thought_records
    days = sorted([*(entry.at.day for entry in entries), *(record.at.day for record in records)])
    in_bin = len(contents.binned_entries) + len(contents.binned_thought_records)
    lines = [holds(len(entries), len(records)), text("In the bin: {n}").format(n=in_bin)]
    if days:
        lines.append(text("From {first} to {last}").format(first=day(days[0]), last=day(days[-1])))
    return {
        "entries": len(entries),
        "thought_records": len(records),
        "in_bin": in_bin,
        "first": str(days[0]) if days else None,
        "last": str(days[-1]) if days else None,
    }, lines


def line(backup: Backup) -> str:
    """Return a backup as a line of the list."""
    if backup.made is None:
        return text("{number}  {day}  cannot be read").format(
            number=backup.number, day=backup.day.isoformat()
        )
    return text("{number}  {moment}  {reason}  {contents}  {size}").format(
        number=backup.number,
        moment=f"{backup.made.wall:%Y-%m-%d %H:%M}",
        reason=backup.reason.value,
        contents=holds(backup.entries, backup.thought_records),
        size=text("{n} KB").format(n=f"{-(-backup.size // 1000):,}"),
    )


def plain(backup: Backup) -> dict[str, Any]:
    """Return a backup as JSON values."""
    return {
        "number": backup.number,
        "file": str(backup.path),
        "made": wall_clock(backup.made),
        "reason": backup.reason.value,
        "entries": backup.entries,
        "thought_records": backup.thought_records,
        "in_bin": backup.in_bin,
        "size": backup.size,
        "checked": wall_clock(backup.checked),
    }


def holds(entries: int, records: int) -> str:
    """Return how much there is."""
    return text("{entries}, {records}").format(
        entries=plural("{n} entry", "{n} entries", entries),
        records=plural("{n} thought record", "{n} thought records", records),
    )


def moment_in_words(moment: Moment) -> str:
    """Return a day and a time of day."""
    return text("{day}, {time}").format(day=day(moment.day), time=clock(moment.wall))


def wall_clock(moment: Moment | None) -> str | None:
    """Return a moment as the clock showed it then, for JSON."""
    return moment.wall.isoformat() if moment else None
