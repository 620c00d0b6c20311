"""Two or more stations of Quảng Điền, and the app on any of them."""

from __future__ import annotations

import asyncio
import shutil
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import pytest
from tests.centre import CHEAP, PASSPHRASE, DeskClock
from tests.exchange.conftest import founded_town, town
from tests.journal.stations import Stations
from tests.keyboard import at_rest

from communedb.founding import found
from communedb.register import Register
from communetui.app import CommuneApp
from communetui.register_session import RegisterDoor
from communetui.strings.language import Language, use

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

    from tests.exchange.town import Town
    from textual.pilot import Pilot

__all__ = ["founded_town", "town"]


@pytest.fixture(autouse=True)
def vietnamese() -> Iterator[None]:
    """Each test begins and leaves with a Vietnamese screen."""
    use(Language.VI)
    yield
    use(Language.VI)


@pytest.fixture
def stations(founded_centre: tuple[Path, dict[str, str]], tmp_path: Path) -> Iterator[Stations]:
    """Stations of Quảng Điền, added as a test needs them."""
    made = Stations(*founded_centre, tmp_path)
    yield made
    made.close()


@pytest.fixture
def desk_at(stations: Stations):
    """Open the app at a station: `async with desk_at(register, "reception") as pilot:`."""

    @asynccontextmanager
    async def opened(
        register: Register, role: str = "reception", size: tuple[int, int] = (80, 24)
    ) -> AsyncIterator[Pilot[Any]]:
        door = RegisterDoor(register.folder, now=stations.clock)
        app = CommuneApp(door)
        async with app.run_test(size=size) as pilot:
            await at_rest(pilot)
            app.begin(await asyncio.to_thread(door.open_session, stations.officers[role], PASSPHRASE))
            await at_rest(pilot)
            yield pilot
            if app.session is not None:
                await asyncio.to_thread(app.session.close)

    return opened


@pytest.fixture
def desk_of(town: Town):
    """Open the app on a station of the town: `async with desk_of("counter 2") as pilot:`."""

    @asynccontextmanager
    async def opened(name: str, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[Any]]:
        register = town.open(name)
        door = RegisterDoor(register.folder, now=town.clock)
        app = CommuneApp(door)
        async with app.run_test(size=size) as pilot:
            await at_rest(pilot)
            app.begin(await asyncio.to_thread(door.open_session, register.officer.id, PASSPHRASE))
            await at_rest(pilot)
            yield pilot
            if app.session is not None:
                await asyncio.to_thread(app.session.close)

    return opened


@pytest.fixture
def new_station(founded_new_station: tuple[Path, str], tmp_path: Path) -> Iterator[Register]:
    """Counter 4, just founded: nobody knows it."""
    folder, officer = founded_new_station
    shutil.copytree(folder, tmp_path / "counter 4")
    with Register.open(tmp_path / "counter 4", officer, PASSPHRASE, now=DeskClock()) as register:
        yield register


@pytest.fixture(scope="session")
def founded_new_station(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Where counter 4 lies, and its officer."""
    folder = tmp_path_factory.mktemp("counter_4") / "register"
    made = found(
        folder, unit="19867", station=4, officer="Đặng Thị Nở", passphrase=PASSPHRASE, strength=CHEAP,
        now=DeskClock()(),
    )  # fmt: skip
    return folder, made.officer


@pytest.fixture
def desk_new(new_station: Register):
    """Open the app on counter 4."""

    @asynccontextmanager
    async def opened(size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[Any]]:
        door = RegisterDoor(new_station.folder, now=DeskClock())
        app = CommuneApp(door)
        async with app.run_test(size=size) as pilot:
            await at_rest(pilot)
            app.begin(await asyncio.to_thread(door.open_session, new_station.officer.id, PASSPHRASE))
            await at_rest(pilot)
            yield pilot
            if app.session is not None:
                await asyncio.to_thread(app.session.close)

    return opened
