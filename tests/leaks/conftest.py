"""The people of the window's tests, here as well."""

from __future__ import annotations

from tests.ui.conftest import home, home_of, places

__all__ = ["home", "home_of", "places"]
