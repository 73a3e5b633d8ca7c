from __future__ import annotations

from pathlib import Path

import pytest

SHARED = Path(__file__).parents[3] / "shared" / "data"


@pytest.fixture
def shared():
    """Give the bytes of a real file that stands beside the project, where there is one."""

    def load(path):
        file = SHARED / path
        if not file.exists():
            pytest.skip("the shared data folder is not beside this checkout")
        return file.read_bytes()

    return load
