"""Reads the files in resources/, installed or straight from a checkout."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def root() -> Path:
    """Return the resources folder: inside the wheel, or beside the package in a checkout."""
    here = Path(__file__).resolve().parent
    installed = here / "_resources"
    return installed if installed.is_dir() else here.parent / "resources"


def read_text(name: str) -> str:
    """Return one resource file as text, for example ``read_text("themes/tokens.toml")``."""
    return root().joinpath(name).read_text(encoding="utf-8")


def read_bytes(name: str) -> bytes:
    """Return one resource file as bytes."""
    return root().joinpath(name).read_bytes()
