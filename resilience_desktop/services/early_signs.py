"""The early signs that somebody knows of themselves, and which of them are there now."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from resilience_desktop.domain.changes import Changes
from resilience_desktop.domain.early_sign import EarlySign, sign_from_plain, sign_to_plain
from resilience_desktop.services.book import Book
from resilience_desktop.services.remembered import Remembered
from resilience_desktop.storage.documents import EARLY_SIGN

if TYPE_CHECKING:
    from collections.abc import Collection

    from resilience_desktop.services.journal import Journal

_LONGEST = dt.timedelta(days=366)
"""How far back it is looked whether a sign that was put away has been gone since."""


class EarlySigns(Book):
    """The early signs of an open journal."""

    def all(self) -> list[EarlySign]:
        """Return every one; the one that was made first comes first."""
        with self.store.reading():
            found = map(sign_from_plain, self.store.documents.all(EARLY_SIGN))
            return sorted(found, key=lambda sign: sign.id)

    def keep(self, sign: EarlySign) -> Changes:
        """Keep one, new or changed."""
        with self.store.writing():
            self.store.documents.put(EARLY_SIGN, sign_to_plain(sign))
        return Changes(early_signs=True)

    def drop(self, sign: EarlySign) -> Changes:
        """Forget one; keeping it again undoes this."""
        with self.store.writing():
            self.store.documents.drop(EARLY_SIGN, sign.id)
        return Changes(early_signs=True)

    def put_away(self, ids: Collection[str], day: dt.date) -> Changes:
        """Say no more of these until they have been gone and are there again."""
        known = {sign.id for sign in self.all()}
        days = {id_: at for id_, at in self._away().items() if id_ in known}
        return Remembered(self.store).put_early_signs_away(days | dict.fromkeys(ids, day))

    def bring_back(self, ids: Collection[str]) -> Changes:
        """Say it again of these, as if they had not been put away."""
        days = {id_: at for id_, at in self._away().items() if id_ not in ids}
        return Remembered(self.store).put_early_signs_away(days)

    def _away(self) -> dict[str, dt.date]:
        return Remembered(self.store).early_signs_away()


@dataclass(frozen=True, slots=True)
class SignsThere:
    """What there is to say today of the signs for which somebody asked for that."""

    ids: tuple[str, ...] = ()
    words: str = field(default="", repr=False)
    """Empty where there is nothing to say, and once it was put away."""
    has_cards: bool = False
    """Whether there are coping cards to look at."""


def there_now(journal: Journal) -> SignsThere:
    """Look which signs are there; a sign is told once, until it has been gone for a while.

    The first call with a sign that may be told loads numpy.
    """
    signs = [sign for sign in journal.early_signs.all() if sign.tells and sign.is_counted]
    if not signs:
        return SignsThere()
    from resilience_desktop.insights.early_signs import SignDays, series_of
    from resilience_desktop.services.signs_in_words import there_in_words

    today, away = journal.today(), journal.remembered.early_signs_away()
    there = []
    for sign in signs:
        since = max(min(away.get(sign.id, today), today), today - _LONGEST)
        first = since - dt.timedelta(days=2 * sign.of_days)
        entries = journal.entries_between(first, today)
        days = SignDays.of(series_of(sign, entries, first, today), sign)
        counted = days.on(today)
        is_new = sign.id not in away or days.was_away_after(since)
        if counted is not None and counted.is_there and is_new:
            there.append((sign, counted))
    if not there:
        return SignsThere()
    return SignsThere(
        tuple(sign.id for sign, _ in there),
        there_in_words(there, journal.settings().scales),
        has_cards=bool(journal.cards.all()),
    )
