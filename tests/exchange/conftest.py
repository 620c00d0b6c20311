"""Fixture `town`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.exchange.town import Town


@pytest.fixture(scope="session")
def founded_town(
    founded_centre: tuple[Path, dict[str, str]], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, tuple[Path, str]]:
    """Four registers, founded each by itself and enrolled by the first; tests work on copies."""
    from tests.exchange.town import found_town

    return found_town(founded_centre, tmp_path_factory.mktemp("town"))


@pytest.fixture
def town(founded_town: dict[str, tuple[Path, str]], tmp_path: Path) -> Iterator[Town]:
    """Quảng Điền with three counters and a hub, opened as a test needs them."""
    from tests.exchange.town import Town

    made = Town(founded_town, tmp_path)
    yield made
    made.close()
