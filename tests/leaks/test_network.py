"""There is no way to another computer: not in the code, and not while the tests run."""

from __future__ import annotations

import ast
import importlib
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "resilience_desktop"
LOCAL = {"QLocalServer", "QLocalSocket"}
"""Sockets within this computer: they raise the first window when a second one is started."""
BROWSERS = {"QDesktopServices", "openUrl", "setOpenExternalLinks"}


def ways_out(source):
    """Return what Qt would go online with, or ask a browser to."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and node.module == "PySide6.QtNetwork":
            found |= {alias.name for alias in node.names} - LOCAL
        if isinstance(node, ast.ImportFrom) and node.module == "PySide6":
            found |= {alias.name for alias in node.names if alias.name == "QtNetwork"}
        name = getattr(node, "attr", getattr(node, "id", ""))
        found |= {name} & BROWSERS
    return found


def test_that_no_module_goes_online_through_qt():
    found = {path: ways_out(path.read_text("utf-8")) for path in PACKAGE.rglob("*.py")}
    assert {path: lines for path, lines in found.items() if lines} == {}


@pytest.mark.parametrize(
    "planted",
    [
        "from PySide6.QtNetwork import QLocalServer, QTcpSocket",
        "from PySide6 import QtNetwork",
        "QDesktopServices.openUrl(url)",
        "label.setOpenExternalLinks(True)",
    ],
)
def test_that_planted_ways_are_found(planted):
    assert ways_out(planted)


def test_that_sockets_within_this_computer_are_no_way_out():
    assert ways_out("from PySide6.QtNetwork import QLocalServer, QLocalSocket") == set()


@pytest.mark.parametrize("family", ["AF_INET", "AF_INET6"])
def test_that_no_test_can_go_online(family):
    socket = importlib.import_module("socket")
    with pytest.raises(AssertionError, match="another computer"):
        socket.socket(getattr(socket, family))


def test_that_no_test_can_ask_for_a_name():
    socket = importlib.import_module("socket")
    with pytest.raises(AssertionError, match="another computer"):
        socket.getaddrinfo("example.org", 443)
