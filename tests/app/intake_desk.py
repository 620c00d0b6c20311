"""The real app on a register of Quảng Điền, with the intake form open."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from filelock import FileLock
from tests.centre import PASSPHRASE
from tests.keyboard import at_rest, type_ahead, until

from communedb import layout
from communedb.desk.receive import receive
from communedb.domain.intake import Intake
from communedb.register import Register
from communetui.app import CommuneApp
from communetui.intake.summary import SummaryLines
from communetui.register_session import RegisterDoor, RegisterSession
from communetui.screens.intake import IntakeScreen

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from tests.centre import Centre
    from textual.pilot import Pilot

DUC = {
    "name": "Nguyễn Văn Đức",
    "id_number": "046090012345",
    "birth": "1990-01-01",
    "sex": "male",
    "phone": "0905123456",
    "unit": "19867",
    "address": "Thôn Thạch Bình",
}
BIRTH, MARRIAGE, CERTIFIED_COPY = "1.001193", "1.000894", "2.000815"


class CentreDoor(RegisterDoor):
    """The door of a test's centre, with its clock that stands still."""

    def __init__(self, centre: Centre) -> None:
        super().__init__(centre.folder)
        self.centre = centre

    def open_session(self, officer_id: str, _passphrase: str) -> RegisterSession:
        return self.session(officer_id)

    def session(self, officer: str, *, read_only: bool = False) -> RegisterSession:
        folder, clock = self.centre.folder, self.centre.clock
        register = Register.open(folder, officer, PASSPHRASE, now=clock, read_only=read_only)
        return RegisterSession(register, FileLock(layout.app_lock(folder)))


def receive_before(centre: Centre, code: str = "1.004873", **applicant: Any) -> Any:
    """A dossier received earlier: its applicant is known from then on."""
    with Register.open(centre.folder, centre.officers["reception"], PASSPHRASE, now=centre.clock) as register:
        return register.write(
            receive, Intake.model_validate({"procedure_code": code, "applicant": {**DUC, **applicant}})
        )


class Desk:
    """An open app and short ways to look at it."""

    def __init__(self, app: CommuneApp, pilot: Pilot[Any]) -> None:
        self.app, self.pilot = app, pilot
        self.keys = 0

    @property
    def intake(self) -> IntakeScreen:
        """The intake screen; fails if another one is in front."""
        assert isinstance(self.app.screen, IntakeScreen), self.app.screen
        return self.app.screen

    @property
    def summary(self) -> str:
        """The fixed lines, line ends as spaces."""
        lines = self.intake.query_one(SummaryLines)
        return " ".join(str(lines.render()).split())

    @property
    def notice(self) -> str:
        """What the foot says."""
        return str(self.app.screen.notice.text)  # type: ignore[attr-defined]

    @property
    def register(self) -> Register:
        """The register of the session."""
        return self.app.session.register  # type: ignore[union-attr, attr-defined, no-any-return]

    def value(self, control: str) -> Any:
        """What a control holds."""
        return self.intake.form.control(control).value

    def note(self, control: str) -> str:
        """What is written under a control."""
        return str(self.intake.form.control(control).parent.note)

    async def press(self, *keys: str) -> None:
        """Press keys; they are counted."""
        self.keys += len(keys)
        type_ahead(self.app, *keys)
        await self.rest()

    async def type(self, text: str) -> None:
        """Type text, which is not counted."""
        type_ahead(self.app, *text)
        await self.rest()

    async def enter(self, text: str) -> None:
        """Type text, see what comes of it, and press Enter."""
        await self.type(text)
        await self.press("enter")

    async def go_to(self, control: str) -> None:
        """Put the cursor into a control."""
        self.intake.form.control(control).focus()
        await self.rest()

    async def begin_anew(self) -> None:
        """Put the form aside; the next one is empty."""
        await self.press("f7")
        assert self.intake.empty
        await self.go_to("procedure")

    async def rest(self) -> None:
        """Wait until all is done."""
        await at_rest(self.pilot)

    async def until(self, done: Callable[[], bool]) -> None:
        """Wait for what a thread brings about."""
        await until(self.pilot, done)

    async def shows(self, words: str) -> None:
        """Wait until the fixed lines tell this."""
        await self.until(lambda: words in self.summary)

    def rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """What the register holds."""
        return list(self.register.db.conn.execute(sql, values))


@asynccontextmanager
async def at_desk(
    centre: Centre, *, role: str = "reception", read_only: bool = False, size: Any = (80, 24)
) -> AsyncIterator[Desk]:
    """The app with an officer at work and an empty intake form."""
    door = CentreDoor(centre)
    app = CommuneApp(door)
    async with app.run_test(size=size) as pilot:
        app.begin(door.session(centre.officers[role], read_only=read_only))
        desk = Desk(app, pilot)
        await desk.rest()
        await desk.press("f2")
        yield desk
        if app.session is not None:
            app.session.close()
