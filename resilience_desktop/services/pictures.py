"""Pictures in a journal: made small, and without what a camera writes into them."""

from __future__ import annotations

import io
from contextlib import contextmanager
from typing import TYPE_CHECKING

from resilience_desktop.domain.ids import new_id
from resilience_desktop.errors import NotUnderstoodError
from resilience_desktop.exchange.limits import MOST_BYTES_OF_A_PICTURE as MOST_BYTES_OF_ONE
from resilience_desktop.i18n import text
from resilience_desktop.services.book import Book

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL.Image import Image
    from PIL.ImageFile import ImageFile


LONGEST_SIDE = 1600
"""Pixels; enough for a page of paper."""
MOST_BYTES = 50 * 1024**2
"""Of a file that is made small; what comes out has ``MOST_BYTES_OF_ONE`` at most."""
MOST_PIXELS = 100_000_000
_FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF")
_OURS = {"JPEG": {"jfif", "jfif_version", "jfif_unit", "jfif_density"}, "PNG": set[str]()}
"""The formats pictures are kept in, and what such a file may say besides its pixels."""
_QUALITY = 85


class PictureBook(Book):
    """The pictures of an open journal."""

    def add(self, body: bytes) -> str:
        """Put a picture into the journal and return its id; an entry that names it comes later."""
        id_ = new_id()
        with self.store.writing():
            self.store.pictures.put(id_, body)
        return id_

    def get(self, id_: str) -> bytes | None:
        """Return a picture as JPEG or PNG, or None when it is gone."""
        with self.store.reading():
            return self.store.pictures.get(id_)


def made_small(body: bytes) -> bytes:
    """Return a picture as JPEG, or as PNG where one can see through it, with pixels only.

    Its longest side has ``LONGEST_SIDE`` pixels at most; place, time and camera are left out.
    Raises ``NotUnderstoodError``. Slow, and not for the journal's thread.
    """
    from PIL import ImageOps

    if len(body) > MOST_BYTES:
        raise _too_large()
    with _opened(body, _FORMATS) as opened:
        opened.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
        picture = ImageOps.exif_transpose(opened)
        picture = picture.convert("RGBA" if picture.has_transparency_data else "RGB")
    if picture.mode == "RGBA" and picture.getchannel("A").getextrema() == (255, 255):
        picture = picture.convert("RGB")
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    written = _written(picture)
    while len(written) > MOST_BYTES_OF_ONE:
        picture.thumbnail((picture.width * 3 // 4, picture.height * 3 // 4))
        written = _written(picture)
    return written


def as_kept(body: bytes) -> bytes:
    """Return a picture from an export: as it is when it is one of ours, else made small.

    Raises ``NotUnderstoodError``.
    """
    with _opened(body, _FORMATS) as opened:
        opened.load()
        format_, marks = str(opened.format), {str(mark) for mark in opened.info}
        is_small = max(opened.size) <= LONGEST_SIDE and len(body) <= MOST_BYTES_OF_ONE
    is_ours = is_small and format_ in _OURS and marks <= _OURS[format_]
    return body if is_ours else made_small(body)


@contextmanager
def _opened(body: bytes, formats: tuple[str, ...]) -> Iterator[ImageFile]:
    """Open a picture; whatever cannot be read of it inside becomes a sentence."""
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = None  # which only warns; the limit here is below it
    try:
        with Image.open(io.BytesIO(body), formats=formats) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise _too_large()
            yield opened
    except NotUnderstoodError:
        raise
    except Exception:  # a picture can be damaged in more ways than Pillow has errors for
        raise NotUnderstoodError(
            text("This picture cannot be read. JPEG, PNG, WebP, GIF, BMP and TIFF can.")
        ) from None


def _written(picture: Image) -> bytes:
    from PIL import Image

    bare = Image.new(picture.mode, picture.size)  # a copy would take along what lies beside it
    bare.paste(picture)
    file = io.BytesIO()
    if bare.mode == "RGBA":
        bare.save(file, "PNG", optimize=True)
    else:
        bare.save(file, "JPEG", quality=_QUALITY, optimize=True)
    return file.getvalue()


def _too_large() -> NotUnderstoodError:
    return NotUnderstoodError(text("This picture is too large. A smaller copy of it will do."))
