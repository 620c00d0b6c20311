"""Fixture `stations`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.journal.stations import Stations


@pytest.fixture
def stations(founded_centre: tuple[Path, dict[str, str]], tmp_path: Path) -> Iterator[Stations]:
    """Stations of Quảng Điền, added as a test needs them."""
    from tests.journal.stations import Stations

    made = Stations(*founded_centre, tmp_path)
    yield made
    made.close()
