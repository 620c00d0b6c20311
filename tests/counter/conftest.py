"""The real app on the centre of Quảng Điền, with the quick counter or the till open."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import pytest
from tests.app.conftest import press, until
from tests.app.intake_desk import CentreDoor

from communetui.app import CommuneApp
from communetui.strings.language import Language, use

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator

    from tests.centre import Centre
    from textual.pilot import Pilot


class Counter:
    """An open app and short ways to look at it; `keys` counts those beyond text."""

    def __init__(self, app: CommuneApp, pilot: Pilot[Any]) -> None:
        self.app, self.pilot, self.keys = app, pilot, 0

    @property
    def screen(self) -> Any:
        """The screen in front."""
        return self.app.screen

    @property
    def notice(self) -> str:
        """What the foot says."""
        return str(self.screen.notice.text)

    async def press(self, *keys: str) -> None:
        """Press keys; they are counted."""
        self.keys += len(keys)
        await press(self.pilot, *keys)

    async def type(self, text: str) -> None:
        """Type text, which is not counted."""
        await press(self.pilot, *text)

    async def until(self, done: Callable[[], bool]) -> None:
        """Wait for what a thread brings about."""
        await until(self.pilot, done)

    def rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """What the register holds."""
        return list(self.app.session.register.db.conn.execute(sql, values))  # type: ignore[union-attr, attr-defined]


@pytest.fixture(autouse=True)
def vietnamese() -> Iterator[None]:
    """Every test starts and ends in Vietnamese."""
    use(Language.VI)
    yield
    use(Language.VI)


@pytest.fixture
def counter(centre: Centre):
    """`async with counter("ctrl+b") as desk:` opens a screen by its key."""

    @asynccontextmanager
    async def opened(key: str, *, role: str = "reception", size: tuple[int, int] = (80, 24)) -> AsyncIterator[Counter]:
        door = CentreDoor(centre)
        app = CommuneApp(door)
        async with app.run_test(size=size) as pilot:
            app.begin(door.session(centre.officers[role]))
            await until(pilot, lambda: app.session is not None and app.at_rest)
            desk = Counter(app, pilot)
            await press(pilot, key)
            await until(pilot, lambda: app.at_rest)
            yield desk
            if app.session is not None:
                app.session.close()

    return opened
