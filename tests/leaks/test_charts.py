"""Words on a chart are only words, and matplotlib keeps its files among ours."""

from __future__ import annotations

import subprocess
import sys

import matplotlib as mpl
import pytest

from resilience_desktop.charts import lettering
from resilience_desktop.charts.picture import render_rgba
from tests.promises.children import ROOT, environment

TAG = "spent 5$ on \\frac{ and 3$ more"
WHERE = """
import sys
from pathlib import Path
from resilience_desktop.app import build
from resilience_desktop.paths import Places
if len(sys.argv) > 2:
    build(Places.inside(Path(sys.argv[1])))
import matplotlib
print(matplotlib.get_configdir(), matplotlib.get_cachedir())
"""


def draw_tag(figure):
    figure.text(0.1, 0.5, TAG)
    return {}


def test_that_dollars_are_no_formula():
    assert lettering.mpl.rcParams["text.parse_math"] is False
    assert any(render_rgba(draw_tag, 200, 50).pixels)


def test_that_they_would_be_one():
    with mpl.rc_context({"text.parse_math": True}), pytest.raises(ValueError, match="Expected"):
        render_rgba(draw_tag, 200, 50)


@pytest.mark.parametrize("ours", [True, False])
def test_that_matplotlib_keeps_to_our_cache(tmp_path, ours):
    done = subprocess.run(
        [sys.executable, "-c", WHERE, str(tmp_path / "places"), *(["build"] if ours else [])],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env=environment(HOME=str(tmp_path), QT_QPA_PLATFORM="offscreen"),
    )
    places = done.stdout.split()
    assert len(places) == 2
    assert all(place.startswith(str(tmp_path / "places" / "cache")) for place in places) is ours
