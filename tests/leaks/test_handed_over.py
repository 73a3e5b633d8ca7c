"""What is given to somebody says when it was made and with what, and nothing of who made it."""

from __future__ import annotations

import io

import pikepdf
import pytest
from PIL import Image

from resilience_desktop.services import sharing
from tests.services.reporting.made import choice, demo

NAME = "Zebrafinch"
PASSWORD = "walnut harbor saddle pencil meadow"
SAID = {
    "/Title": "Journal summary",
    "/CreationDate": "D:20261122",
    "/ModDate": "D:20261122",
    "/Creator": "Typst ",
}
"""What each may begin with."""


@pytest.fixture(scope="module")
def report():
    return sharing.compose(demo(), choice(name=NAME, question=NAME))


def told_by_pdf(pdf, password=""):
    """Return whatever the metadata says beyond what it may."""
    with pikepdf.open(io.BytesIO(pdf), password=password) as opened:
        info = {name: str(value) for name, value in opened.docinfo.items()}
        words = opened.Root.Metadata.read_bytes().decode()
    found = [name for name, value in info.items() if not value.startswith(SAID.get(name, "\0"))]
    return found + [word for word in (NAME, "dc:creator", "pdf:Keywords") if word in words]


def told_by_picture(png):
    with Image.open(io.BytesIO(png)) as opened:
        return {name: value for name, value in opened.info.items() if name != "dpi"}


@pytest.mark.parametrize("password", ["", PASSWORD])
def test_that_a_pdf_names_nobody(report, password):
    pdf = sharing.pdf_of(report, password)
    assert told_by_pdf(pdf, password) == []


def test_that_an_author_would_be_noticed(report):
    named = io.BytesIO()
    with pikepdf.open(io.BytesIO(sharing.pdf_of(report))) as opened:
        opened.docinfo["/Author"] = NAME
        with opened.open_metadata(set_pikepdf_as_editor=False) as metadata:
            metadata["dc:creator"] = [NAME]
        opened.save(named)
    assert told_by_pdf(named.getvalue()) == ["/Author", NAME, "dc:creator"]


def test_that_a_protected_pdf_has_nothing_in_the_open_that_is_made_of_its_words(report):
    plain, protected = sharing.pdf_of(report), sharing.pdf_of(report, PASSWORD)
    with pikepdf.open(io.BytesIO(plain)) as opened:
        mark = bytes(opened.trailer.ID[0])
    assert mark in plain
    assert mark not in protected
    assert b"Journal summary" not in protected


def test_that_a_picture_of_a_page_names_nobody(report):
    for page in sharing.pictures_of(report, 40):
        assert told_by_picture(page) == {}


def test_that_words_in_a_picture_would_be_noticed():
    from PIL.PngImagePlugin import PngInfo

    words, written = PngInfo(), io.BytesIO()
    words.add_text("Author", NAME)
    Image.new("L", (4, 4)).save(written, "PNG", pnginfo=words)
    assert told_by_picture(written.getvalue()) == {"Author": NAME}
