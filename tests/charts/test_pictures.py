"""A fixed set of pictures, each held against one that somebody looked at.

After a change that is meant to be seen, run this file with ``RENEW_PICTURES=1`` and look at what
changed in ``tests/charts/pictures``.
"""

from __future__ import annotations

import os
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from resilience_desktop import themes
from resilience_desktop.charts.picture import render_rgba
from resilience_desktop.charts.style import print_style, screen_style
from resilience_desktop.services.views.choosing import VIEWS, panels
from resilience_desktop.services.views.view import Asked
from tests.charts.journal_of_pictures import PERIOD, found

PICTURES = Path(__file__).with_name("pictures")
FONT = "DejaVu Sans"  # comes with matplotlib, so that letters are the same everywhere
WIDTH = 640
STYLES = {
    "light": screen_style(themes.theme("light"), FONT, 1.0),
    "dark": screen_style(themes.theme("dark"), FONT, 1.0),
    "print": replace(print_style(), font_family=FONT),
}
TOLERANCE = 0.02
"""Of all pixels, how many may differ by more than a shade; edges are smoothed a little otherwise
by other builds of the same library."""
SHADE = 48


@cache
def drawings():
    """Return what every view draws of the half year, by a name that is also a file's."""
    asked, journal = Asked(period=PERIOD), found()
    return {
        f"{view.key}-{drawing.name.replace('.', '-')}": drawing
        for view in VIEWS
        for panel in panels(view.key, asked, journal)[0]
        for drawing in panel.drawings
    }


def picture(drawing, style):
    """Return a drawing on the ground it stands on, as rows of grey and colour values."""
    made = render_rgba(partial(drawing.draw, style=style), WIDTH, drawing.height(1.0))
    pixels = Image.frombytes("RGBA", (made.width, made.height), made.pixels)
    ground = Image.new("RGBA", pixels.size, style.ground)
    return Image.alpha_composite(ground, pixels).convert("RGB")


def differing(one, other):
    """Return the share of pixels that are another colour; 1.0 for another size."""
    if one.size != other.size:
        return 1.0
    distance = np.abs(np.asarray(one, dtype=int) - np.asarray(other, dtype=int)).max(axis=2)
    return float((distance > SHADE).mean())


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("view", [view.key for view in VIEWS])
def test_that_every_picture_of_a_view_looks_as_it_did_when_it_was_looked_at(view, style):
    chosen = {name: d for name, d in drawings().items() if name.startswith(f"{view}-")}
    assert chosen
    for name, drawing in chosen.items():
        kept, made = PICTURES / f"{name}-{style}.png", picture(drawing, STYLES[style])
        if os.environ.get("RENEW_PICTURES"):
            made.quantize(64).save(kept, optimize=True)
        with Image.open(kept) as before:
            assert differing(made, before.convert("RGB")) < TOLERANCE, name


def test_that_no_kept_picture_is_of_a_drawing_that_is_gone():
    expected = {f"{name}-{style}.png" for name in drawings() for style in STYLES}
    assert {path.name for path in PICTURES.glob("*.png")} == expected


def test_that_a_line_which_lies_a_little_elsewhere_is_noticed():
    drawing = drawings()["mood-mood"]
    shown = picture(drawing, STYLES["light"])
    moved = Image.new("RGB", shown.size, STYLES["light"].ground)
    moved.paste(shown, (0, 3))
    assert differing(shown, moved) > TOLERANCE


@pytest.mark.parametrize("style", ["light", "dark"])
def test_that_without_colour_every_mark_of_the_mood_still_stands_out_from_its_ground(style):
    grey = np.asarray(picture(drawings()["mood-mood"], STYLES[style]).convert("L"), dtype=int)
    ground = np.bincount(grey.ravel()).argmax()
    assert (np.abs(grey - ground) > 60).mean() > 0.01
