"""Fixtures of every test; the register's modules are loaded only by tests that ask for one."""

from __future__ import annotations

import gc
import shutil
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.centre import Centre

LONGEST_NAME = 100
"""Characters of a parameter that may stand in the name of its test."""

YOUNG = 50000
"""Objects that come into being until the youngest are looked through for garbage."""


@pytest.fixture(scope="session", autouse=True)
def state_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """What belongs to this machine is kept where the tests are, also by the programs they start."""
    folder = tmp_path_factory.mktemp("state")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COMMUNETUI_STATE", str(folder))
        yield folder


def pytest_make_parametrize_id(val: object) -> str | None:
    """A value of megabytes is not its own name: workers and their head tell each other names, several times a test."""
    if isinstance(val, str | bytes) and len(val) > LONGEST_NAME:
        return f"{type(val).__name__} of {len(val)}"
    return None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes long begins first, so that at the end no worker waits for another."""
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


def pytest_collection_finish() -> None:
    """What is loaded by now stays to the end: no collection of garbage need look through it again.

    What a test leaves lives as long as its app or register, so that looking often finds little.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG)


@pytest.fixture(scope="session")
def founded_centre(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """A register made once a session, and its officers by role; tests work on copies."""
    from tests.centre import found_centre

    folder = tmp_path_factory.mktemp("template") / "register"
    return folder, found_centre(folder)


@pytest.fixture
def centre(founded_centre: tuple[Path, dict[str, str]], tmp_path: Path) -> Iterator[Centre]:
    """The centre of Quảng Điền on Monday 23 November 2026 at 8:00, with officers of every role."""
    from tests.centre import Centre

    folder, officers = founded_centre
    copy = tmp_path / "register"
    shutil.copytree(folder, copy)
    place = Centre(copy, dict(officers))
    yield place
    place.close()
