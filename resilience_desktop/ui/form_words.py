"""Forms of a thought record, as they are offered and named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop import content
from resilience_desktop.i18n import plural, text
from resilience_desktop.ui.step_names import step_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from resilience_desktop.domain.journal_settings import JournalSettings
    from resilience_desktop.domain.record_form import Form, Step


def forms_of(settings: JournalSettings) -> tuple[Form, ...]:
    """Return all forms there are: one's own, then those that come with the app."""
    return (*settings.forms, *content.record_forms())


def form_of(id_: str, settings: JournalSettings) -> Form | None:
    """Return a form by its id, or None when it is gone."""
    return next((form for form in forms_of(settings) if form.id == id_), None)


def first_form(settings: JournalSettings) -> Form:
    """Return the form that a new record begins with; the usual one when it is gone."""
    return form_of(settings.first_form, settings) or content.usual_form()


def about_form(form: Form) -> str:
    """Return what a form is for; of one's own, which parts it has."""
    return content.form_descriptions().get(form.id) or named_steps(form.steps)


def named_steps(steps: Iterable[Step]) -> str:
    """Return what these parts are called, in a line."""
    return ", ".join(map(step_name, steps))


def minutes_of(form: Form) -> str:
    """Return how long a form takes, or nothing when that is not known."""
    if form.minutes is None:
        return ""
    return plural("about {n} minute", "about {n} minutes", form.minutes)


def named_with_minutes(form: Form) -> str:
    """Return the name of a form and how long it takes, in a line."""
    if form.minutes is None:
        return form.name
    return text("{form}, {minutes}").format(form=form.name, minutes=minutes_of(form))
