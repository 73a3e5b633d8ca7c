"""What is copied is marked as private and does not stay."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QClipboard, QImage
from PySide6.QtWidgets import QApplication

from resilience_desktop.ui import clipboard as clipboard_module
from resilience_desktop.ui.clipboard import (
    KEPT_MS,
    PrivateClipboard,
    copy_unsaved,
    let_go_of_unsaved,
)

Mode = QClipboard.Mode
SECRET = "I told nobody about the stairs"
HINT = "x-kde-passwordManagerHint"


class Board(QObject):
    """A clipboard that knows whose words are on it; the one without a screen does not."""

    changed = Signal(QClipboard.Mode)

    def __init__(self, *, selection=True):
        super().__init__()
        self._selection = selection
        self._data = {mode: QMimeData() for mode in (Mode.Clipboard, Mode.Selection)}
        self._ours = dict.fromkeys(self._data, False)

    def setMimeData(self, data, mode=Mode.Clipboard):  # noqa: N802  (as in Qt)
        self._take(data, mode, ours=True)

    def put(self, words, *, ours, mode=Mode.Clipboard):
        data = QMimeData()
        if words:
            data.setText(words)
        self._take(data, mode, ours=ours)

    def clear(self, mode):
        self._take(QMimeData(), mode, ours=False)

    def mimeData(self, mode=Mode.Clipboard):  # noqa: N802
        return self._data[mode]

    def supportsSelection(self):  # noqa: N802
        return self._selection

    def ownsClipboard(self):  # noqa: N802
        return self._ours[Mode.Clipboard]

    def ownsSelection(self):  # noqa: N802
        return self._ours[Mode.Selection]

    def _take(self, data, mode, *, ours):
        self._data[mode], self._ours[mode] = data, ours
        self.changed.emit(mode)


@pytest.fixture
def board(qapp):
    return Board()


@pytest.fixture
def private(board, monkeypatch):
    monkeypatch.setattr(clipboard_module, "KEPT_MS", 50)
    return PrivateClipboard(board, board)


@pytest.mark.parametrize("mode", [Mode.Clipboard, Mode.Selection])
def test_that_copied_words_are_marked_as_private_and_still_the_same(board, private, mode):
    board.put(SECRET, ours=True, mode=mode)
    data = board.mimeData(mode)
    assert data.text() == SECRET
    assert bytes(data.data(HINT)) == b"secret"
    windows = [name for name in data.formats() if "windows-mime" in name]
    assert len(windows) == 3
    assert sorted(bytes(data.data(name)) for name in windows) == [bytes(4), bytes(4), b"1"]


def test_that_words_without_this_are_not_marked(board):
    board.put(SECRET, ours=True)
    assert not board.mimeData(Mode.Clipboard).hasFormat(HINT)


@pytest.mark.parametrize("mode", [Mode.Clipboard, Mode.Selection])
def test_that_copied_words_go_after_a_while(board, private, qtbot, mode):
    board.put(SECRET, ours=True, mode=mode)
    qtbot.waitUntil(lambda: not board.mimeData(mode).hasText())


def test_that_words_that_nobody_takes_away_stay(board, private, qtbot):
    private._end.setInterval(60_000)
    board.put(SECRET, ours=True)
    qtbot.wait(100)
    assert board.mimeData(Mode.Clipboard).text() == SECRET


def test_that_it_takes_a_minute():
    assert KEPT_MS == 60_000


def test_that_copying_again_begins_the_time_anew(board, private, qtbot):
    private._end.setInterval(300)
    board.put("first", ours=True)
    qtbot.wait(200)
    board.put(SECRET, ours=True)
    qtbot.wait(200)
    assert board.mimeData(Mode.Clipboard).text() == SECRET
    qtbot.waitUntil(lambda: not board.mimeData(Mode.Clipboard).hasText())


def test_that_what_other_programs_copied_is_left_alone(board, private, qtbot):
    board.put(SECRET, ours=True)
    board.put("a shopping list", ours=False)
    assert not board.mimeData(Mode.Clipboard).hasFormat(HINT)
    private.clear_own()
    qtbot.wait(100)
    assert board.mimeData(Mode.Clipboard).text() == "a shopping list"


def test_that_a_computer_without_a_selection_is_not_asked_for_it(qapp):
    board = Board(selection=False)
    private = PrivateClipboard(board, board)
    board.put(SECRET, ours=True, mode=Mode.Selection)
    assert not board.mimeData(Mode.Selection).hasFormat(HINT)
    board.put("", ours=True)
    board.put(SECRET, ours=True)
    private.clear_own()
    assert not board.mimeData(Mode.Clipboard).hasText()


def test_that_the_only_copy_of_words_stays_until_they_are_saved(board, private, qtbot):
    copy_unsaved(board, SECRET)
    assert bytes(board.mimeData(Mode.Clipboard).data(HINT)) == b"secret"
    qtbot.wait(100)
    private.clear_own()
    assert board.mimeData(Mode.Clipboard).text() == SECRET
    let_go_of_unsaved(board)
    assert board.mimeData(Mode.Clipboard).text() == SECRET
    qtbot.waitUntil(lambda: not board.mimeData(Mode.Clipboard).hasText())


def test_that_what_was_copied_after_the_only_copy_is_left_alone(board, private):
    copy_unsaved(board, SECRET)
    board.put("a shopping list", ours=False)
    let_go_of_unsaved(board)
    assert board.mimeData(Mode.Clipboard).text() == "a shopping list"
    assert not board.mimeData(Mode.Clipboard).hasFormat(HINT)


def test_that_nothing_stays_when_the_window_is_closed_for_good(home, monkeypatch):
    board = Board()
    monkeypatch.setattr(QApplication, "clipboard", lambda *_: board)
    home.quit()
    home.start()
    board.put(SECRET, ours=True)
    assert board.mimeData(Mode.Clipboard).hasFormat(HINT)
    home.quit()
    assert not board.mimeData(Mode.Clipboard).hasText()


def test_that_a_copied_picture_is_marked_still_the_same_and_goes_too(board, private, qtbot):
    picture = QImage(3, 2, QImage.Format.Format_RGB32)
    picture.fill(0xFF336699)
    data = QMimeData()
    data.setImageData(picture)
    board.setMimeData(data)
    copied = board.mimeData(Mode.Clipboard)
    assert bytes(copied.data(HINT)) == b"secret"
    assert copied.imageData() == picture
    qtbot.waitUntil(lambda: not board.mimeData(Mode.Clipboard).hasImage())
