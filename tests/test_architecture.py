"""What may know what: no window outside ui and app, no network anywhere, no packages fetched."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "resilience_desktop"
ONLINE = {
    "aiohttp", "ftplib", "http", "httpx", "imaplib", "poplib", "requests", "smtplib", "socket",
    "socketserver", "ssl", "telnetlib", "urllib", "urllib3", "webbrowser", "xmlrpc",
}  # fmt: skip
WINDOWS = ("ui", "app", "showcase", "__main__")

BLOCKED = """
import importlib, sys

class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("PySide6", "shiboken6"):
            raise ImportError(f"{name} is blocked")

sys.meta_path.insert(0, Blocked())
for name in sys.argv[1:]:
    importlib.import_module(name)
print(len(sys.argv) - 1)
"""


def module_name(path):
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def modules():
    return sorted(PACKAGE.rglob("*.py"))


def without_windows():
    names = [module_name(path) for path in modules()]
    return [name for name in names if (name + ".").split(".")[1] not in WINDOWS]


def import_blocked(names):
    return subprocess.run(
        [sys.executable, "-c", BLOCKED, *names],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )


def imported(source):
    """Yield the names of all modules that a source imports, however it does."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif (
            isinstance(node, ast.Call)
            and getattr(node.func, "attr", getattr(node.func, "id", ""))
            in ("import_module", "__import__")
            and node.args
            and isinstance(node.args[0], ast.Constant)
        ):
            yield str(node.args[0].value)


def online(source):
    return sorted({name for name in imported(source) if name.partition(".")[0] in ONLINE})


def test_that_everything_but_the_window_works_without_qt():
    names = without_windows()
    assert len(names) > 40
    done = import_blocked(names)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) == len(names)


def test_that_the_window_would_not():
    done = import_blocked(["resilience_desktop.ui.main_window"])
    assert done.returncode != 0
    assert "is blocked" in done.stderr


@pytest.mark.parametrize("path", modules(), ids=module_name)
def test_that_no_module_can_go_online(path):
    assert online(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "planted",
    [
        "import socket",
        "import os, ssl as quiet",
        "from urllib import request",
        "from http.client import HTTPSConnection",
        "def late():\n    import requests",
        "__import__('ftplib')",
        "importlib.import_module('smtplib')",
    ],
)
def test_that_a_planted_way_online_is_found(planted):
    assert online(planted)


def test_that_harmless_imports_are_not_taken_for_a_way_online():
    assert online("import os\nfrom . import http\nfrom resilience_desktop import ssl\nf('x')") == []


def test_that_qt_network_is_not_used_either():
    found = {
        module_name(path)
        for path in modules()
        if any(
            "QNetworkAccessManager" in n or "QtWeb" in n for n in imported(path.read_text("utf-8"))
        )
    }
    assert found == set()


def fetches_packages(folder):
    return [path for path in sorted(folder.rglob("*")) if path.is_file() and is_fetching(path)]


def is_fetching(path):
    return b"@preview" in path.read_bytes()


def test_that_no_report_template_fetches_a_package(tmp_path):
    folder = ROOT / "resources" / "reports"
    assert any(folder.rglob("*.typ"))
    assert fetches_packages(folder) == []
    (tmp_path / "planted.typ").write_text('#import "@preview/cetz:0.4.0"', encoding="utf-8")
    assert fetches_packages(tmp_path)


def outlive_their_widget(source):
    """Return the functions without an owner that the look would go on calling for ever."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    return [
        ast.unparse(call)
        for call in calls
        if isinstance(call.func, ast.Attribute)
        and ast.unparse(call.func).endswith(("look.follow", "look.look_changed.connect"))
        and not isinstance(call.args[0], ast.Attribute)
    ]


def test_that_nothing_follows_the_look_longer_than_it_lives():
    found = {module_name(path): outlive_their_widget(path.read_text("utf-8")) for path in modules()}
    assert {name: calls for name, calls in found.items() if calls} == {}
    assert outlive_their_widget("self._look.follow(lambda: words.update())")
