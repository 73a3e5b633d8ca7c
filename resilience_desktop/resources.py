"""Reads the files in resources/, installed or straight from a checkout."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


@cache
def root() -> Traversable:
    """Return the resources folder: inside the wheel, or beside the package in a checkout."""
    installed = files("resilience_desktop") / "_resources"
    if installed.is_dir():
        return installed
    return Path(__file__).resolve().parent.parent / "resources"


def read_text(name: str) -> str:
    """Return one resource file as text, for example ``read_text("themes/tokens.toml")``."""
    return root().joinpath(*name.split("/")).read_text(encoding="utf-8")


def read_bytes(name: str) -> bytes:
    """Return one resource file as bytes."""
    return root().joinpath(*name.split("/")).read_bytes()
