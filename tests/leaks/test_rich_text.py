"""What a person writes, or a file is called, is never taken for a page that loads pictures."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, Qt
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QWidget

from resilience_desktop.errors import NotUnderstoodError
from resilience_desktop.ui.problems import show_problem
from tests.leaks.opened import Watch
from tests.ui.samples import entry, fill, record

PACKAGE = Path(__file__).resolve().parents[2] / "resilience_desktop"
RICH = {"QTextEdit", "QTextBrowser", "QTextDocument", "QStaticText"}
RICH_USES = {"setHtml", "setMarkdown", "appendHtml", "insertHtml", "RichText", "MarkdownText"}


@pytest.fixture
def picture(tmp_path):
    """Return a picture, and a watch that tells whether anything opened it."""
    if not sys.platform.startswith("linux"):
        pytest.skip("watching a file is written for Linux")
    path = tmp_path / "picture.png"
    image = QImage(16, 16, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    image.save(str(path))
    watch = Watch(path)
    yield path, watch
    watch.close()


def hostile(path):
    return f'<b>bold</b> <img src="file://{path}"> <img src="{path}">'


def every_text(window):
    """Yield all words of labels and boxes that Qt may take for rich text, with their format."""
    for top in (window, *QApplication.topLevelWidgets()):
        for widget in (top, *top.findChildren(QWidget)):
            if isinstance(widget, QLabel | QMessageBox):
                yield widget.text(), widget.textFormat()
            yield widget.toolTip(), Qt.TextFormat.AutoText


def rich(window):
    return {
        words
        for words, kind in every_text(window)
        if kind != Qt.TextFormat.PlainText and "<img" in words
    }


def test_that_no_page_loads_a_picture_that_is_named_in_the_words(
    places,
    home_of,
    picture,
    tmp_path,
):
    path, watch = picture
    words = hostile(path)
    fill(
        places,
        entry(words, feelings=(words,), tags=(words,)),
        record(words, situation=words, balanced_thought=words),
        report_words=(("question", words), ("how_it_has_been", words)),
    )
    person = home_of()
    for page in ("journal", "thoughts", "charts", "share"):
        person.go(page)
        person.wait()
        person.window.grab()
        assert rich(person.window) == set()
    person.wait_for(lambda: person.see("share.preview")._count > 0)
    person.go("thoughts")
    thoughts = person.window.page("thoughts")
    thoughts.open_record(thoughts.records.list.rows.rows()[0].id)
    person.wait()
    person.window.grab()
    person.window.search.start()
    person.window.search.field.setText("bold")
    person.wait_for(lambda: bool(person.window.search.results.rows.rows()))
    person.window.grab()
    bad = tmp_path / "b<img src=x>.csv"
    bad.write_bytes(b"")
    person.window.dialogs.show_import()
    person.wait()
    person.see("import").plan_files([bad])
    person.wait()
    assert rich(person.window) == set()
    person.see("import").reject()
    assert not watch.was_opened


def test_that_a_problem_shows_the_name_of_a_file_as_it_is(places, home_of, picture):
    path, watch = picture
    fill(places)
    person = home_of()
    show_problem(person.window, NotUnderstoodError(f"{hostile(path)} could not be read."))
    person.see("problem").grab()
    assert rich(person.window) == set()
    assert not watch.was_opened
    person.see("problem").close()


@pytest.mark.parametrize("kind", [QLabel, QMessageBox])
def test_that_an_ordinary_label_would_load_it(qtbot, picture, kind):
    path, watch = picture
    widget = kind()
    qtbot.addWidget(widget)
    widget.setText(hostile(path))
    widget.show()
    qtbot.waitExposed(widget)
    widget.grab()
    assert watch.was_opened
    assert rich(widget)


def rich_names(source):
    """Return what a source uses that makes pages of words."""
    nodes = list(ast.walk(ast.parse(source)))
    made = [node.func for node in nodes if isinstance(node, ast.Call)]
    made += [base for node in nodes if isinstance(node, ast.ClassDef) for base in node.bases]
    names = {node.id for node in made if isinstance(node, ast.Name)} & RICH
    return sorted(names | ({n.attr for n in nodes if isinstance(n, ast.Attribute)} & RICH_USES))


def test_that_nothing_that_makes_pages_of_words_is_used():
    found = {
        path.name: rich_names(path.read_text(encoding="utf-8")) for path in PACKAGE.rglob("*.py")
    }
    assert {name: names for name, names in found.items() if names} == {}


@pytest.mark.parametrize(
    "planted",
    [
        "QTextBrowser()",
        "class X(QTextEdit): pass",
        "label.setTextFormat(Qt.TextFormat.RichText)",
        "x.setHtml(y)",
    ],
)
def test_that_planted_ones_are_found(planted):
    assert rich_names(planted)
