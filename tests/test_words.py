"""The words of the app: plain, kind, and never some that it promised not to say."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

NEVER = (
    "symptom",
    "patient",
    "episode",
    "disorder",
    "relapse",
    "compliance",
    "streak",
    "badge",
    "goal missed",
    "score",
    "unstable",
    "diagnosed",
    "treatment plan",
    "clinically proven",
    "well done",
    "great job",
    "good job",
    "congratulations",
    "keep it up",
    "we missed you",
    "you failed",
    "you have depression",
    "you have anxiety",
    "commit suicide",
    "don't worry",
    "cheer up",
    "oops",
)
"""Words and phrases that no sentence of the app may hold, at the beginning of a word."""

FACTS = {
    "meta",
    "maps",
    "cue_words",
    "example_thought",
    "why",
    "evidence",
    "origin",
    "rules",
    "ui_rules",
    "avoid",
    "triggers",
}
"""Parts of the content that are notes for us, or examples of what a mind may say."""


def sentences_of_the_code():
    for path in sorted((ROOT / "resilience_desktop").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name | ast.Attribute)
                and getattr(node.func, "id", getattr(node.func, "attr", "")) in ("text", "plural")
            ):
                for argument in node.args:
                    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                        yield path.name, argument.value


def sentences_of_the_content():
    def inside(value):
        if isinstance(value, str):
            yield value
        elif isinstance(value, list):
            for item in value:
                yield from inside(item)
        elif isinstance(value, dict):
            for key, item in value.items():
                if key not in FACTS:
                    yield from inside(item)

    for path in sorted((ROOT / "resources" / "content").glob("*.json")):
        if path.name != "demo.json":  # a person's own words
            for words in inside(json.loads(path.read_text(encoding="utf-8"))):
                yield path.name, words


def broken_promises(words):
    found = words.casefold()
    return [never for never in NEVER if re.search(rf"\b{re.escape(never)}", found)]


def test_that_the_word_list_catches_what_it_should():
    assert broken_promises("Your score went up!") == ["score"]
    assert broken_promises("A streak of five days") == ["streak"]
    assert broken_promises("How is your mood right now?") == []


def test_that_there_are_sentences_to_look_at():
    assert len(list(sentences_of_the_code())) > 200
    assert len(list(sentences_of_the_content())) > 200


@pytest.mark.parametrize("source", [sentences_of_the_code, sentences_of_the_content])
def test_that_the_app_never_says_what_it_promised_not_to_say(source):
    said = [(place, words, broken_promises(words)) for place, words in source()]
    assert [item for item in said if item[2]] == []


def test_that_the_app_does_not_shout():
    loud = [(place, words) for place, words in sentences_of_the_code() if "!" in words]
    assert loud == []
