"""The real app on the centre of Quảng Điền, at a clock that stands still."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import pytest
from tests.centre import PASSPHRASE
from tests.keyboard import at_rest

from communetui.app import CommuneApp
from communetui.register_session import RegisterDoor
from communetui.strings.language import Language, use

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from tests.centre import Centre
    from textual.pilot import Pilot


@pytest.fixture(autouse=True)
def vietnamese() -> Iterator[None]:
    """Each test begins and leaves with a Vietnamese screen."""
    use(Language.VI)
    yield
    use(Language.VI)


@pytest.fixture
def desk(centre: Centre):
    """Open the app as the officer of a role: `async with desk("reception", size=(80, 24)) as pilot:`."""

    @asynccontextmanager
    async def opened(role: str = "reception", size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[Any]]:
        door = RegisterDoor(centre.folder, now=centre.clock)
        app = CommuneApp(door)
        async with app.run_test(size=size) as pilot:
            await at_rest(pilot)
            app.begin(await asyncio.to_thread(door.open_session, centre.officers[role], PASSPHRASE))
            await at_rest(pilot)
            yield pilot
            if app.session is not None:
                await asyncio.to_thread(app.session.close)

    return opened
