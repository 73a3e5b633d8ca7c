"""Trying thought records on texts, here on a few of our own."""

from __future__ import annotations

import csv
import importlib
from pathlib import Path

import pytest

PACKAGING = Path(__file__).resolve().parent.parent / "packaging"
THOUGHTS = (
    ("They all think that I am slow.", "One of them sighed. I don't know why."),
    ("I always ruin everything, it is a disaster.", "I burnt the rice."),
    ('He said "later", as usual.\nAnd left.', "He has a lot to do."),
)


@pytest.fixture
def practice(monkeypatch):
    monkeypatch.syspath_prepend(str(PACKAGING))
    return importlib.import_module("practice")


@pytest.fixture
def texts(tmp_path):
    path = tmp_path / "texts.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("thought", "other", "more"), *((*t, "x") for t in THOUGHTS)])
    return path


def test_that_every_text_comes_back_and_none_is_printed(practice, texts, capsys):
    assert practice.main([str(texts)]) == 0
    said = capsys.readouterr().out
    assert f"kept {len(THOUGHTS) + len(practice.HARD)} records" in said
    assert "0 not found" in said
    assert "Everything came back as it was." in said
    assert not any(word in said for both in THOUGHTS for word in both)


def test_that_only_so_many_rows_are_read(practice, texts):
    assert practice.read(texts, 2) == list(THOUGHTS[:2])


def test_that_a_text_that_changes_on_the_way_is_noticed(practice, texts, monkeypatch, capsys):
    real = practice.export
    monkeypatch.setattr(practice, "export", lambda c: real(c).replace(b"slow", b"quick"))
    assert practice.main([str(texts)]) == 1
    assert "WRONG: what came back" in capsys.readouterr().out


def test_that_a_record_that_is_not_found_is_noticed(practice, texts, monkeypatch, capsys):
    monkeypatch.setattr(practice, "_words", lambda _text: ["zeppelin"])
    assert practice.main([str(texts)]) == 1
    assert "WRONG: records not found by their own words" in capsys.readouterr().out
