"""Files that go out, or come in, do only what they are for."""

from __future__ import annotations

import ast
import io
import zipfile
from pathlib import Path

import pytest

from resilience_desktop.errors import NotUnderstoodError
from resilience_desktop.exchange import importing

PACKAGE = Path(__file__).resolve().parents[2] / "resilience_desktop"
UNPACKING = {"extract", "extractall", "unpack_archive"}


def calls(source):
    """Return the names of all that a source calls."""
    found = [node.func for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    return {getattr(func, "attr", getattr(func, "id", "")) for func in found}


def sources():
    return [path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py")]


def test_that_tables_are_written_in_one_place_where_no_cell_is_a_formula():
    # tests/services/views/test_written.py tries that place with whatever somebody may write.
    writing = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        if {"writer", "DictWriter"} & calls(path.read_text(encoding="utf-8"))
    }
    assert writing == {"services/views/written.py"}


def test_that_nothing_is_unpacked_to_the_disk():
    assert not any(UNPACKING & calls(source) for source in sources())
    assert UNPACKING & calls("archive.extractall(folder)")


@pytest.mark.parametrize("name", ["backup.daylio", "entries.zip", "entries.csv", "entries.json"])
def test_that_an_archive_is_refused_whatever_it_is_called(name):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("../../outside.json", "{}")
        archive.writestr("large.csv", "a,b\n" * 100_000)
    assert importing.detect(packed.getvalue(), name) is None
    with pytest.raises(NotUnderstoodError, match="not a text file"):
        importing.read(packed.getvalue(), name=name, zone="UTC")


@pytest.mark.parametrize("opening", ["[", '{"a":', '{"format": "resilience-journal", "x": ['])
def test_that_endless_nesting_is_refused(opening):
    with pytest.raises(NotUnderstoodError):
        importing.read(opening.encode() * 100_000, name="deep.json", zone="UTC")
