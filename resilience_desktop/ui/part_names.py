"""What the parts of an entry are called, in the form and in the settings."""

from __future__ import annotations

from resilience_desktop.domain.journal_settings import (
    BASICS,
    BODY,
    ENERGY,
    FEELINGS,
    SCALES,
    SLEEP,
    TAGS,
    TRIGGERS,
    WENT_WELL,
)
from resilience_desktop.i18n import text


def part_names() -> dict[str, str]:
    """Return a short name for each part, in the order of the form."""
    return {
        ENERGY: text("Energy"),
        FEELINGS: text("Feelings"),
        BODY: text("Body"),
        TRIGGERS: text("What set it off"),
        TAGS: text("Activities and people"),
        SLEEP: text("Sleep"),
        BASICS: text("The day’s basics"),
        SCALES: text("Your own scales"),
        WENT_WELL: text("What went all right"),
    }


def what_parts_ask() -> dict[str, str]:
    """Return what each part asks for, in a few words."""
    return {
        ENERGY: text("Energy, from \N{MINUS SIGN}5 to +5"),
        FEELINGS: text("Feelings, with how strong they are"),
        BODY: text("What you feel in your body, and where"),
        TRIGGERS: text("What set it off"),
        TAGS: text("What you did, and who was there"),
        SLEEP: text("Hours of sleep, and how well you slept"),
        BASICS: text("The day’s basics"),
        SCALES: text("Scales of your own, such as stress or pain"),
        WENT_WELL: text("Something that went all right"),
    }
