"""Reading a PDF back in tests."""

import io

import pikepdf
from pypdf import PdfReader


def text_of(pdf, password=None):
    """All words of a PDF, with any white space as one space."""
    reader = PdfReader(io.BytesIO(pdf), password=password)
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def structure(pdf, password=""):
    """Tags in reading order, as (tag, alternative text)."""
    found = []

    def walk(node):
        if isinstance(node, pikepdf.Array):
            for inner in node:
                walk(inner)
        elif isinstance(node, pikepdf.Dictionary):
            if "/S" in node:
                found.append((str(node.S), str(node.get("/Alt", ""))))
            walk(node.get("/K"))

    with pikepdf.open(io.BytesIO(pdf), password=password) as opened:
        walk(opened.Root.StructTreeRoot.K)
    return found
