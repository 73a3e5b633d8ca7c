"""No message of an error, and no log, can carry a person's words further."""

from __future__ import annotations

import ast
import inspect
from pathlib import Path

import pytest

from resilience_desktop import errors

PACKAGE = Path(__file__).resolve().parents[2] / "resilience_desktop"
OURS = {name for name, _ in inspect.getmembers(errors, inspect.isclass)}
OURS |= {"LeftOutError", "UsageError"}
TALKATIVE = {
    *("print_exc", "format_exc", "print_exception", "format_exception", "TracebackException"),
    *("capture_locals", "exc_info", "stack_info", "faulthandler", "cgitb", "breakpoint"),
}
LOGS = {"debug", "info", "warning", "error", "exception", "critical", "log"}


def told(source):
    """Return the lines that show more of an error than its kind and place."""
    tree = ast.parse(source)
    lines = [node.lineno for node in ast.walk(tree) if names_of(node) & TALKATIVE]
    lines += [n.lineno for n in ast.walk(tree) if isinstance(n, ast.Call) and is_loose_log(n)]
    for handler in ast.walk(tree):
        if isinstance(handler, ast.ExceptHandler) and handler.name and not is_ours(handler.type):
            lines += [n.lineno for n in ast.walk(handler) if shows(n, handler.name)]
    return sorted(set(lines))


def names_of(node):
    if isinstance(node, ast.Name):
        return {node.id}
    if isinstance(node, ast.Attribute):
        return {node.attr}
    if isinstance(node, ast.keyword):
        return {node.arg}
    if isinstance(node, ast.ImportFrom | ast.Import):
        return {getattr(node, "module", ""), *(alias.name for alias in node.names)}
    return set()


def is_loose_log(call):
    """Whether something is logged that is not one fixed sentence."""
    is_log = isinstance(call.func, ast.Attribute) and call.func.attr in LOGS
    on_logger = is_log and getattr(call.func.value, "id", "") in ("logger", "logging")
    fixed = len(call.args) == 1 and isinstance(call.args[0], ast.Constant) and not call.keywords
    return on_logger and not fixed


def is_ours(kind):
    """Whether an error is one whose words were written to be shown."""
    kinds = kind.elts if isinstance(kind, ast.Tuple) else [kind]
    return all(isinstance(one, ast.Name) and one.id in OURS for one in kinds)


def shows(node, name):
    """Whether the message of an error is turned into words, or taken out of it."""
    if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("str", "repr", "format"):
        return any(is_named(argument, name) for argument in node.args)
    if isinstance(node, ast.FormattedValue):
        return is_named(node.value, name)
    return isinstance(node, ast.Attribute) and node.attr == "args" and is_named(node.value, name)


def is_named(node, name):
    return isinstance(node, ast.Name) and node.id == name


def test_that_no_module_shows_more_of_an_error_than_it_may():
    found = {path: told(path.read_text("utf-8")) for path in PACKAGE.rglob("*.py")}
    assert {path: lines for path, lines in found.items() if lines} == {}


@pytest.mark.parametrize(
    "planted",
    [
        "import traceback\ntraceback.print_exc()",
        "from faulthandler import enable",
        "logger.warning('could not keep %s', note)",
        "logger.error(f'lost {note}')",
        "logging.info('lost', exc_info=True)",
        "try:\n    x()\nexcept ValueError as error:\n    say(str(error))",
        "try:\n    x()\nexcept (NotWrittenError, OSError) as error:\n    say(f'No: {error}')",
        "try:\n    x()\nexcept Exception as error:\n    say(error.args[0])",
        "traceback.TracebackException(a, b, c, capture_locals=True)",
    ],
)
def test_that_planted_ones_are_found(planted):
    assert told(planted)


@pytest.mark.parametrize(
    "harmless",
    [
        "logger.warning('The disk is full.')",
        "try:\n    x()\nexcept NotWrittenError as error:\n    say(str(error))",
        "try:\n    x()\nexcept OSError as error:\n    say(error.errno, type(error).__name__)",
    ],
)
def test_that_harmless_ones_are_not(harmless):
    assert told(harmless) == []
