"""What is exported and brought into an empty journal gives an equal one."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, Phase, given, settings

from resilience_desktop.services.contents import Contents
from resilience_desktop.services.exchange import Answers, export, plan_import, read_file
from resilience_desktop.services.journal import Journal
from tests.promises.promise import Outcome, Promise
from tests.promises.undoing import undone
from tests.services.test_exchange import journals

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_FOR_CONTROL = 300


def _attempt(trials: int, folder: Path) -> Outcome:
    journeys = _examples(trials)
    _refuse_gaps(journeys)
    first, _ = Journal.create(folder / "first", None)
    second, _ = Journal.create(folder / "second", None)
    path = folder / "everything.json"

    def comes_back(contents: Contents, forget: Callable[[Any], object] | None = None) -> bool:
        with undone(first), undone(second):
            first.add(contents)
            before = first.contents()
            path.write_bytes(export(before))
            if forget is not None:
                plain = json.loads(path.read_bytes())
                forget(plain)
                path.write_text(json.dumps(plain), encoding="utf-8")
            reading = read_file(path, "Europe/London", Answers())
            second.add(plan_import(second, [(path.name, reading)]).contents)
            return before == contents and not reading.problems and second.contents() == before
        return False

    broken = sum(not comes_back(contents) for contents in journeys)
    noticed = [
        not all(comes_back(contents, forget) for contents in journeys[:_FOR_CONTROL])
        for forget in _FORGETFUL
    ]
    first.close()
    second.close()
    return Outcome(len(journeys), broken, all(noticed))


def _examples(number: int) -> list[Contents]:
    found: list[Contents] = []

    @settings(
        max_examples=number,
        phases=[Phase.generate],
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(journals())
    def collect(contents: Contents) -> None:
        found.append(contents)

    collect()
    return found


def _refuse_gaps(examples: list[Contents]) -> None:
    """Make sure that a kind of content that is new does not stay untried."""
    kinds = [field.name for field in fields(Contents)]
    untried = [kind for kind in kinds if not any(getattr(one, kind) for one in examples)]
    if untried and len(examples) >= _FOR_CONTROL:
        message = "Nothing is ever put into these: " + ", ".join(untried)
        raise ValueError(message)


def _drafts(plain: dict[str, Any]) -> None:
    plain["drafts"] = []


def _intensities(plain: dict[str, Any]) -> None:
    for entry in plain["entries"]:
        for feeling in entry["feelings"]:
            feeling["intensity"] = None


def _edges_of_notes(plain: dict[str, Any]) -> None:
    for entry in plain["entries"]:
        entry["note"] = entry["note"].strip()


def _minutes_of_offsets(plain: dict[str, Any]) -> None:
    for record in plain["thought_records"]:
        record["at"]["offset"] -= record["at"]["offset"] % 3600


def _what_was_binned(plain: dict[str, Any]) -> None:
    plain["thought_records"] += plain.pop("binned_thought_records")


def _pictures(plain: dict[str, Any]) -> None:
    plain["pictures"] = []


def _words_of_pictures(plain: dict[str, Any]) -> None:
    for entry in plain["entries"]:
        for picture in entry["pictures"]:
            picture["words"] = ""


def _places_in_the_body(plain: dict[str, Any]) -> None:
    for entry in plain["entries"]:
        for sensation in entry["sensations"]:
            sensation["region"] = ""


def _seals(plain: dict[str, Any]) -> None:
    for entry in plain["entries"]:
        entry["sealed"] = False


def _order_of_steps(plain: dict[str, Any]) -> None:
    for record in plain["thought_records"]:
        record["steps"].sort()


def _days_of_records(plain: dict[str, Any]) -> None:
    for record in plain["thought_records"]:
        record["revisit_on"] = None


def _hints_taken(plain: dict[str, Any]) -> None:
    for record in plain["thought_records"]:
        for pattern in record["patterns"]:
            pattern["hinted"] = False


def _what_was_learned(plain: dict[str, Any]) -> None:
    for record in plain["thought_records"]:
        record["prediction"]["learned"] = ""


def _where_cards_come_from(plain: dict[str, Any]) -> None:
    for card in plain["coping_cards"]:
        card["record"] = ""


def _links_of_insights(plain: dict[str, Any]) -> None:
    for insight in plain["insights"]:
        insight["links"] = []


def _notes_on_patterns(plain: dict[str, Any]) -> None:
    for pattern in plain["patterns"]:
        pattern["note"] = ""


def _last_days_of_changes(plain: dict[str, Any]) -> None:
    for change in plain["times_of_change"]:
        change["last"] = None


def _how_things_went(plain: dict[str, Any]) -> None:
    for session in plain["sessions"]:
        for line in session["homework"]:
            line["went"] = "open"


def _numbers_of_signs(plain: dict[str, Any]) -> None:
    for sign in plain["early_signs"]:
        sign["number"] = float(round(sign["number"]))


def _words_of_looks(plain: dict[str, Any]) -> None:
    for look in plain["month_looks"]:
        look["words"] = look["words"].strip()


def _ratings_of_practices(plain: dict[str, Any]) -> None:
    for practice in plain["practices"]:
        practice["after"] = None


def _waves(plain: dict[str, Any]) -> None:
    for practice in plain["practices"]:
        practice["wave"] = []


def _steps_of_own_skills(plain: dict[str, Any]) -> None:
    for skill in plain["own_skills"]:
        skill["steps"] = []


def _answers_about_the_body(plain: dict[str, Any]) -> None:
    for toolkit in plain["toolkit"]:
        toolkit["may_be_cold"] = None


def _what_was_chosen_in_sheets(plain: dict[str, Any]) -> None:
    for sheet in plain["sheets"]:
        for row in sheet["rows"]:
            row["chosen"] = False


def _what_became_of_worries(plain: dict[str, Any]) -> None:
    for worry in plain["worries"]:
        worry["looked_at"] = None


def _ways_to_helpers(plain: dict[str, Any]) -> None:
    for helper in plain["helpers"]:
        helper["reach"] = ""


def _groups_of_tags(plain: dict[str, Any]) -> None:
    for tag in plain["tags"]:
        tag["group"] = "activities"


def _ends_of_goals(plain: dict[str, Any]) -> None:
    for goal in plain["small_goals"]:
        goal["done"] = None


_FORGETFUL = (
    _drafts,
    _intensities,
    _edges_of_notes,
    _minutes_of_offsets,
    _what_was_binned,
    _pictures,
    _words_of_pictures,
    _places_in_the_body,
    _seals,
    _order_of_steps,
    _days_of_records,
    _hints_taken,
    _what_was_learned,
    _where_cards_come_from,
    _links_of_insights,
    _notes_on_patterns,
    _last_days_of_changes,
    _how_things_went,
    _words_of_looks,
    _numbers_of_signs,
    _ratings_of_practices,
    _waves,
    _steps_of_own_skills,
    _answers_about_the_body,
    _what_was_chosen_in_sheets,
    _what_became_of_worries,
    _ways_to_helpers,
    _groups_of_tags,
    _ends_of_goals,
)
"""What an exporter could leave out and never be asked about."""

PROMISE = Promise(
    "G20", "an export brought into an empty journal gives an equal one", 500, _attempt
)
