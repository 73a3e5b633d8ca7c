"""What the desktop keeps or shows of a program says nothing about the person."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "resilience_desktop"
LASTING = {"QSettings", "setWindowFilePath", "setRecentDocuments", "QSessionManager"}
"""Each is kept by Qt or the desktop where we have no say."""
SHOWN = {"setWindowTitle", "setApplicationDisplayName"}
"""Shown in task bars, in lists of windows, and to every program that asks for them."""


def traces(source):
    """Return what a source leaves on the desktop that may be more than fixed words."""
    found = []
    for node in ast.walk(ast.parse(source)):
        name = getattr(node, "attr", getattr(node, "id", ""))
        if name in LASTING:
            found.append(name)
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") in SHOWN:
            found += [node.func.attr for argument in node.args if not is_fixed(argument)]
    return found


def is_fixed(argument):
    """Whether these are words of the app."""
    if isinstance(argument, ast.Call) and getattr(argument.func, "id", "") == "text":
        return all(isinstance(inner, ast.Constant) for inner in argument.args)
    return isinstance(argument, ast.Constant)


def test_that_no_module_leaves_a_trace():
    found = {path: traces(path.read_text("utf-8")) for path in PACKAGE.rglob("*.py")}
    assert {path: lines for path, lines in found.items() if lines} == {}


@pytest.mark.parametrize(
    "planted",
    [
        "QSettings().setValue('last', note)",
        "self.setWindowTitle(entry.note)",
        "self.setWindowTitle(text('Entry of {day}').format(day=note))",
        "window.setWindowFilePath(path)",
    ],
)
def test_that_planted_traces_are_found(planted):
    assert traces(planted)


def test_that_fixed_words_are_no_trace():
    assert traces("self.setWindowTitle(text('Resilience'))") == []
