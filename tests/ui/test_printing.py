"""Putting typeset pages on paper."""

from __future__ import annotations

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize
from PySide6.QtGui import QImage, QPageSize
from PySide6.QtPrintSupport import QPrinter

from resilience_desktop.ui import printing
from resilience_desktop.ui.printing import put_on_paper


def page():
    image = QImage(60, 80, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    written = QByteArray()
    buffer = QBuffer(written)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(written.data())


@pytest.mark.parametrize("number", [1, 3])
def test_that_every_page_is_printed_on_one_of_its_own(qapp, tmp_path, number):
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    assert put_on_paper(printer, [page()] * number)
    assert len(PdfReader(tmp_path / "printed.pdf").pages) == number


def printed(tmp_path, pages, size=QPageSize.PageSizeId.A4, *, only=(0, 0)):
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setPageSize(QPageSize(size))
    printer.setFullPage(True)
    printer.setFromTo(*only)
    assert put_on_paper(printer, pages)
    return PdfReader(tmp_path / "printed.pdf").pages


def test_that_only_the_pages_that_were_asked_for_are_printed(qapp, tmp_path):
    assert len(printed(tmp_path, [page()] * 4, only=(2, 3))) == 2
    assert len(printed(tmp_path, [page()] * 4, only=(4, 9))) == 1


def test_that_a_page_keeps_its_shape_on_other_paper(qapp):
    for paper in (QRect(0, 0, 850, 1100), QRect(0, 0, 826, 1169), QRect(0, 0, 1100, 850)):
        place = printing._fitted(QSize(600, 800), paper)
        assert paper.contains(place)
        assert place.width() / place.height() == pytest.approx(600 / 800, abs=0.01)
        assert place.width() == paper.width() or place.height() == paper.height()
        assert abs(place.center().x() - paper.center().x()) <= 1


def test_that_a_printer_that_does_not_answer_is_noticed(qapp, monkeypatch):
    class NoPainter:
        def begin(self, _printer):
            return False

    monkeypatch.setattr(printing, "QPainter", NoPainter)
    assert not put_on_paper(QPrinter(), [page()])
