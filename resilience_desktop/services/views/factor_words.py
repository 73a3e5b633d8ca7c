"""What the things that days can have are called, and what is still missing of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop import content
from resilience_desktop.i18n import plural, text
from resilience_desktop.insights.factors import Kind
from resilience_desktop.services.skills import name_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from resilience_desktop.domain.toolkit import OwnSkill
    from resilience_desktop.insights.factors import Factor
    from resilience_desktop.insights.going_with import NotLookedAt


def names_of(
    factors: Iterable[Factor], own_skills: Sequence[OwnSkill] = ()
) -> Callable[[Factor], str]:
    """Return what names each of these, so that a tag is told from whatever has its name too."""
    tags = {factor.name.casefold() for factor in factors if factor.kind is Kind.TAG}

    def name(factor: Factor) -> str:
        if factor.kind is Kind.SLEEP_HOURS:
            return text("sleep, per hour")
        if factor.kind is Kind.SLEEP_QUALITY:
            return text("sleep quality, per point")
        if factor.kind is Kind.BASIC:
            return content.basic_names().get(factor.name, factor.name)
        if factor.kind is Kind.SKILL:
            skill = name_of(factor.name, own_skills)
            is_tag = skill.casefold() in tags
            return text("{name} (skill)").format(name=skill) if is_tag else skill
        if factor.kind is Kind.TRIGGER and factor.name.casefold() in tags:
            return text("{name} (what set it off)").format(name=factor.name)
        return factor.name

    return name


def name_in_sentence(factor: Factor, name: Callable[[Factor], str]) -> str:
    """Return the name as ``going_with_in_words`` takes it: of a number, one unit of it."""
    if factor.kind is Kind.SLEEP_HOURS:
        return text("hour of sleep")
    if factor.kind is Kind.SLEEP_QUALITY:
        return text("point of sleep quality")
    return name(factor)


def lacking_in_words(one: NotLookedAt) -> str:
    """Return how many days it lacks: ``9 more days with and 3 without``."""
    if one.is_tied_to_weekday:
        return text("too much like the day of the week")
    if one.days_missing <= one.with_missing + one.without_missing:
        return _more(one)
    days = plural("{n} more day", "{n} more days", one.days_missing)
    of_these = _of_these(one)
    return text("{days}, {of_these}").format(days=days, of_these=of_these) if of_these else days


def _more(one: NotLookedAt) -> str:
    with_it, without = one.with_missing, one.without_missing
    if one.factor.kind.is_number:
        return plural("{n} more day that differs", "{n} more days that differ", with_it)
    if not with_it:
        return plural("{n} more day without it", "{n} more days without it", without)
    if not without:
        return plural("{n} more day with it", "{n} more days with it", with_it)
    days = plural("{n} more day with", "{n} more days with", with_it)
    return text("{days_with} and {n} without").format(days_with=days, n=without)


def _of_these(one: NotLookedAt) -> str:
    with_it, without = one.with_missing, one.without_missing
    if one.factor.kind.is_number and with_it:
        return text("{n} of them different").format(n=with_it)
    if with_it and without:
        return text("{n} of them with it and {m} without").format(n=with_it, m=without)
    if with_it:
        return text("{n} of them with it").format(n=with_it)
    return text("{n} of them without it").format(n=without) if without else ""
