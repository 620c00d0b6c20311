"""Two or more stations of Quảng Điền, and the app on any of them."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import pytest
from tests.centre import PASSPHRASE
from tests.journal.stations import Stations
from tests.keyboard import at_rest

from communetui.app import CommuneApp
from communetui.register_session import RegisterDoor
from communetui.strings.language import Language, use

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

    from textual.pilot import Pilot

    from communedb.register import Register


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
