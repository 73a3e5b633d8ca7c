"""Putting typeset pages on paper."""

from __future__ import annotations

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage
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


def test_that_a_printer_that_does_not_answer_is_noticed(qapp, monkeypatch):
    class NoPainter:
        def begin(self, _printer):
            return False

    monkeypatch.setattr(printing, "QPainter", NoPainter)
    assert not put_on_paper(QPrinter(), [page()])
