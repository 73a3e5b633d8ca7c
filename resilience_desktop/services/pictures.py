"""Pictures in a journal: made small, and without what a camera writes into them."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from resilience_desktop.domain.ids import new_id
from resilience_desktop.errors import NotUnderstoodError
from resilience_desktop.i18n import text

if TYPE_CHECKING:
    from PIL.Image import Image

    from resilience_desktop.storage.store import Store

LONGEST_SIDE = 1600
"""Pixels; enough for a page of paper."""
MOST_BYTES = 50 * 1024**2
MOST_PIXELS = 100_000_000
_FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF")
_QUALITY = 85


@dataclass(frozen=True, slots=True)
class PictureBook:
    """The pictures of an open journal."""

    store: Store

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
    from PIL import Image, ImageOps

    if len(body) > MOST_BYTES:
        raise _too_large()
    try:
        with Image.open(io.BytesIO(body), formats=_FORMATS) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise _too_large()
            opened.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
            picture = ImageOps.exif_transpose(opened)
            sees_through = picture.has_transparency_data
            picture = picture.convert("RGBA" if sees_through else "RGB")
    except NotUnderstoodError:
        raise
    except Exception:
        raise NotUnderstoodError(
            text("This picture cannot be read. JPEG, PNG, WebP, GIF, BMP and TIFF can.")
        ) from None
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    return _written(picture)


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
