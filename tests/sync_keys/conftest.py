"""Two counters of Quảng Điền and a hub, each with a register of its own, opened by its administrator."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from tests.centre import CHEAP, PASSPHRASE, DeskClock

from communedb.founding import found
from communedb.register import Register
from communesync.keys.members import Role
from communesync.keys.station import ensure_list

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.centre import Centre

Founded = tuple["Path", str]


def founded(folder: Path, unit: str, station: int) -> Founded:
    made = found(
        folder, unit=unit, station=station, officer="Hồ Văn Minh", passphrase=PASSPHRASE,
        strength=CHEAP, now=DeskClock()(),
    )  # fmt: skip
    return folder, made.officer


@pytest.fixture(scope="session")
def founded_counter_2(tmp_path_factory: pytest.TempPathFactory) -> Founded:
    return founded(tmp_path_factory.mktemp("counter_2") / "register", "19867", 2)


@pytest.fixture(scope="session")
def founded_hub(tmp_path_factory: pytest.TempPathFactory) -> Founded:
    return founded(tmp_path_factory.mktemp("hub") / "register", "19900", 1)


def copied(template: Founded, folder: Path) -> Register:
    shutil.copytree(template[0], folder)
    return Register.open(folder, template[1], PASSPHRASE, now=DeskClock())


@pytest.fixture
def counter_1(centre: Centre) -> Register:
    register = centre.open("administrator")
    ensure_list(register)
    return register


@pytest.fixture
def counter_2(founded_counter_2: Founded, tmp_path: Path) -> Iterator[Register]:
    with copied(founded_counter_2, tmp_path / "counter_2") as register:
        ensure_list(register)
        yield register


@pytest.fixture
def hub(founded_hub: Founded, tmp_path: Path) -> Iterator[Register]:
    with copied(founded_hub, tmp_path / "hub") as register:
        ensure_list(register, Role.HUB)
        yield register
