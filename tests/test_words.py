"""The words of the app: plain, kind, and never some that it promised not to say."""

from __future__ import annotations

import ast
import json
import re
from functools import cache
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

NEVER_OF_A_SETBACK = (
    "broken",
    "fail",
    "fault",
    "weak",
    "wrong",
    "mistake",
    "should",
    "must",
    "warning",
    "risk",
    "worse",
    "give up",
    "gave up",
    "square one",
    "back on track",
    "slip",
    "excuse",
    "prevent",
)
"""Words that would make a setback a proof of something, or a duty of what comes after it."""

ABOUT_SETBACKS = ("prompted.py", "insights.py", "story.py", "kept_menu.py")

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


@cache
def modules():
    code = ROOT / "resilience_desktop"
    paths = sorted(code.rglob("*.py"))
    return [
        (path.relative_to(code).as_posix(), ast.parse(path.read_text(encoding="utf-8")))
        for path in paths
    ]


@cache
def calls():
    """Return every call in the app, with the name of its file."""
    found = ((name, node) for name, module in modules() for node in ast.walk(module))
    return [(name, node) for name, node in found if isinstance(node, ast.Call)]


def called(node):
    """Return the last part of the name of what is called."""
    return getattr(node.func, "attr", getattr(node.func, "id", ""))


def asks_for_words(node):
    """Whether this is a call of ``text`` or ``plural``, and not of a field's own ``text``."""
    if not isinstance(node, ast.Call) or called(node) not in ("text", "plural"):
        return False
    return ast.unparse(node.func).removeprefix("i18n.") in ("text", "plural")


def sentences_of_the_code():
    for name, node in calls():
        if asks_for_words(node):
            for argument in node.args:
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    yield name, argument.value


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


def at_import(node):
    """Yield what runs when a module is read: all but the insides of functions."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.Lambda):
            for default in filter(None, (*child.args.defaults, *child.args.kw_defaults)):
                yield from ast.walk(default)
        else:
            yield child
            yield from at_import(child)


def test_that_no_word_makes_a_setback_a_proof_of_anything():
    sentences = [
        (name, words)
        for name, words in sentences_of_the_code()
        if Path(name).name in ABOUT_SETBACKS
    ]
    assert {Path(name).name for name, _ in sentences} == set(ABOUT_SETBACKS)
    found = [
        (name, words)
        for name, words in sentences
        for never in NEVER_OF_A_SETBACK
        if re.search(rf"\b{re.escape(never)}", words.casefold())
    ]
    assert found == []


def test_that_no_sentence_is_asked_for_before_a_language_is_chosen():
    early = [
        (name, ast.unparse(node))
        for name, module in modules()
        for node in at_import(module)
        if asks_for_words(node)
    ]
    assert early == []


def test_that_no_sentence_outlives_its_language():
    """What remembers its answer must do so for each language; see ``once_a_language``."""
    kept = [
        (name, node.name)
        for name, module in modules()
        for node in ast.walk(module)
        if isinstance(node, ast.FunctionDef)
        and any("cache" in ast.unparse(decorator) for decorator in node.decorator_list)
        and any(map(asks_for_words, ast.walk(node)))
    ]
    assert kept == []


def test_that_every_sentence_stands_where_it_is_asked_for():
    """A translator's tools read the code: they find sentences, not names of sentences."""
    hidden = [
        (name, ast.unparse(node))
        for name, node in calls()
        if not name.startswith("content/")  # whose sentences are in the content itself
        if asks_for_words(node)
        for words in node.args[: 2 if called(node) == "plural" else 1]
        if not isinstance(words, ast.Constant)
    ]
    assert hidden == []


SAYING_FIRST = {
    "setText",
    "setToolTip",
    "setWindowTitle",
    "setAccessibleName",
    "setAccessibleDescription",
    "setPlaceholderText",
    "addItem",
    "addTab",
    "QAction",
    "QCheckBox",
    "QLabel",
    "QMenu",
    "QPushButton",
    "QRadioButton",
}
SAYING_SECOND = {
    "announce",
    "body",
    "Button",
    "danger",
    "display",
    "heading",
    "KeptInView",
    "label",
    "Label",
    "link",
    "muted",
    "Opener",
    "plain",
    "primary",
    "quiet",
    "small",
    "title",
}
"""What puts its first or second argument on a window."""


TYPING = {"dialogs.py", "doors.py", "pages.py"}
"""Files of the showcase, which types into fields."""


def test_that_no_sentence_goes_to_a_window_past_the_translation():
    past = []
    for name, node in calls():
        if Path(name).name in TYPING:
            continue
        does = called(node)
        place = 0 if does in SAYING_FIRST else 1 if does in SAYING_SECOND else len(node.args)
        said = node.args[place] if place < len(node.args) else None
        parts = said.values if isinstance(said, ast.JoinedStr) else [said]
        words = [part.value for part in parts if isinstance(part, ast.Constant)]
        if any(re.search("[A-Za-z]{2}", word) for word in words if isinstance(word, str)):
            past.append((name, ast.unparse(node)))
    assert past == []
