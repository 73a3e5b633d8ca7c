"""The app's own knowledge, from resources/content: feelings, thinking patterns, help lines ...

Everything here is wording written for this project, in the language the app speaks; ids are stable
and safe to store. Numbers to dial, addresses and the names of services are the same in all
languages. Each part is loaded with its first use: the page that is shown first needs few of them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from resilience_desktop.content.entry_parts import BodyRegion as BodyRegion
    from resilience_desktop.content.entry_parts import basic_names as basic_names
    from resilience_desktop.content.entry_parts import body_regions as body_regions
    from resilience_desktop.content.entry_parts import region_name as region_name
    from resilience_desktop.content.entry_parts import sleep_words as sleep_words
    from resilience_desktop.content.entry_parts import trigger_kinds as trigger_kinds
    from resilience_desktop.content.feelings import FeelingFamily as FeelingFamily
    from resilience_desktop.content.feelings import energy_anchors as energy_anchors
    from resilience_desktop.content.feelings import feeling_families as feeling_families
    from resilience_desktop.content.feelings import mood_anchors as mood_anchors
    from resilience_desktop.content.feelings import mood_word as mood_word
    from resilience_desktop.content.feelings import mood_words as mood_words
    from resilience_desktop.content.feelings import pleasant_feelings as pleasant_feelings
    from resilience_desktop.content.feelings import suggested_feelings as suggested_feelings
    from resilience_desktop.content.help_lines import Country as Country
    from resilience_desktop.content.help_lines import HelpLine as HelpLine
    from resilience_desktop.content.help_lines import countries as countries
    from resilience_desktop.content.help_lines import country as country
    from resilience_desktop.content.help_lines import help_phrases as help_phrases
    from resilience_desktop.content.help_lines import help_wording as help_wording
    from resilience_desktop.content.skills import all_skills as all_skills
    from resilience_desktop.content.skills import skill as skill
    from resilience_desktop.content.skills import skill_ids as skill_ids
    from resilience_desktop.content.thinking import PracticeThought as PracticeThought
    from resilience_desktop.content.thinking import ThinkingPattern as ThinkingPattern
    from resilience_desktop.content.thinking import common_patterns as common_patterns
    from resilience_desktop.content.thinking import form_descriptions as form_descriptions
    from resilience_desktop.content.thinking import guiding_questions as guiding_questions
    from resilience_desktop.content.thinking import interpretation_cues as interpretation_cues
    from resilience_desktop.content.thinking import named_pattern as named_pattern
    from resilience_desktop.content.thinking import noticing_labels as noticing_labels
    from resilience_desktop.content.thinking import pattern_name as pattern_name
    from resilience_desktop.content.thinking import practice_thoughts as practice_thoughts
    from resilience_desktop.content.thinking import rating_anchors as rating_anchors
    from resilience_desktop.content.thinking import record_forms as record_forms
    from resilience_desktop.content.thinking import thinking_patterns as thinking_patterns
    from resilience_desktop.content.thinking import usual_form as usual_form
    from resilience_desktop.content.writing import prompts as prompts
    from resilience_desktop.content.writing import small_thing as small_thing
    from resilience_desktop.content.writing import templates as templates

_PARTS = {
    "entry_parts": (
        "BodyRegion",
        "basic_names",
        "body_regions",
        "region_name",
        "sleep_words",
        "trigger_kinds",
    ),
    "feelings": (
        "FeelingFamily",
        "energy_anchors",
        "feeling_families",
        "mood_anchors",
        "mood_word",
        "mood_words",
        "pleasant_feelings",
        "suggested_feelings",
    ),
    "help_lines": (
        "Country",
        "HelpLine",
        "countries",
        "country",
        "help_phrases",
        "help_wording",
    ),
    "skills": (
        "all_skills",
        "skill",
        "skill_ids",
    ),
    "thinking": (
        "PracticeThought",
        "ThinkingPattern",
        "common_patterns",
        "form_descriptions",
        "guiding_questions",
        "interpretation_cues",
        "named_pattern",
        "noticing_labels",
        "pattern_name",
        "practice_thoughts",
        "rating_anchors",
        "record_forms",
        "thinking_patterns",
        "usual_form",
    ),
    "writing": (
        "prompts",
        "small_thing",
        "templates",
    ),
}
_PART_OF = {name: part for part, names in _PARTS.items() for name in names}


def __getattr__(name: str) -> object:
    """Load the part that a name belongs to."""
    if name not in _PART_OF:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    found: object = getattr(import_module(f"{__name__}.{_PART_OF[name]}"), name)
    globals()[name] = found
    return found
