"""Fixture `province`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

pytest.importorskip("fastapi")

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.hub.province import Province


@pytest.fixture(scope="session")
def founded_province(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Path, str]]:
    """A hub and three stations, enrolled; tests work on copies."""
    from tests.hub.province import found_province

    return found_province(tmp_path_factory.mktemp("province"))


@pytest.fixture
def province(founded_province: dict[str, tuple[Path, str]], tmp_path: Path) -> Iterator[Province]:
    """Huế: a hub, two counters of Quảng Điền, one of Phong Thái."""
    from tests.hub.province import Province

    made = Province(founded_province, tmp_path)
    yield made
    made.close()
