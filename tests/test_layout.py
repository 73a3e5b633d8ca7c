"""What belongs in the repository, and where."""

import os
import re
import shutil
import subprocess
from pathlib import Path, PurePosixPath

import pytest

ROOT = Path(__file__).resolve().parents[1]
TOP = {
    "pyproject.toml", "resilience_desktop", "resources", "tests", "packaging", "README.md",
    "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "NOTICE", ".gitignore", ".ci",
}  # fmt: skip
FONTS = {".ttf", ".otf", ".ttc", ".woff", ".woff2", ".pfb", ".eot"}
PICTURES = {".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".ico", ".icns", ".tif", ".tiff"}


@pytest.fixture(scope="module")
def kept():
    """Every file that git keeps."""
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("git or its folder is missing, so it cannot say what is kept")
    listed = subprocess.run(
        ["git", "ls-files", "-z"],  # noqa: S607
        capture_output=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, "GIT_OPTIONAL_LOCKS": "0"},
    )
    if listed.returncode:
        pytest.skip("git does not answer here, so it cannot say what is kept")
    return [PurePosixPath(name) for name in listed.stdout.decode().split("\0") if name]


def shown_by(readme):
    """Return the local pictures that a page in Markdown shows."""
    found = re.findall(r"!\[[^\]]*\]\(\s*<?([^)\s>]+)|<img[^>]*\ssrc=[\"']([^\"']+)", readme)
    names = {first or second for first, second in found}
    return {PurePosixPath(name) for name in names if "://" not in name}


def test_that_packaging_is_no_package():
    assert not (ROOT / "packaging" / "__init__.py").exists()


def test_that_only_known_names_are_at_the_top(kept):
    assert {path.parts[0] for path in kept} <= TOP
    assert {"pyproject.toml", "resilience_desktop", "resources", "tests"} <= {
        path.parts[0] for path in kept
    }


def test_that_no_font_is_kept(kept):
    assert [path for path in kept if path.suffix.lower() in FONTS] == []


def test_that_no_picture_is_kept_but_those_the_readme_shows_and_those_drawn_anew_are_held_against(
    kept,
):
    shown = shown_by((ROOT / "README.md").read_text(encoding="utf-8"))
    pictures = {path for path in kept if path.suffix.lower() in PICTURES}
    pictures = {path for path in pictures if path.parts[:3] != ("tests", "charts", "pictures")}
    assert pictures <= shown
    assert all(path.suffix == ".png" for path in pictures)


def test_that_the_readme_shows_only_pictures_that_are_kept(kept):
    shown = shown_by((ROOT / "README.md").read_text(encoding="utf-8"))
    assert shown <= set(kept)


def test_that_pictures_of_a_page_are_found():
    page = '![The journal](docs/a.png) <img width="3" src="b.png"> [no](c.png) ![x](<d.png>)'
    page += " ![badge](https://badge.example/e.png)"
    assert shown_by(page) == {PurePosixPath(name) for name in ("docs/a.png", "b.png", "d.png")}
