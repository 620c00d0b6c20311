"""An app with a door of its own and small screens, so that the frame is tried without the register."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import pytest
from tests.app.in_front import name_of
from tests.keyboard import at_rest, type_ahead, until

from communedb.domain.officer import Role
from communedb.domain.refusal import Reason, Refused
from communetui.app import CommuneApp
from communetui.screens.base import FormScreen
from communetui.session import OfficerName
from communetui.strings.language import Language, use
from communetui.widgets.field import Field
from communetui.widgets.notearea import NoteArea
from communetui.widgets.row import Row
from communetui.widgets.said import Said

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator, Sequence

    from textual.app import ComposeResult
    from textual.pilot import Pilot
    from textual.screen import Screen

    from communetui.scanning import Scanned

OFFICERS = (OfficerName("o1", "Trần Thị B"), OfficerName("o2", "Nguyễn Văn Cường"))
PASSPHRASE = "mưa nắng Quảng Điền"


class OpenDesk:
    """An open session."""

    def __init__(self, name: str, roles: frozenset[Role]) -> None:
        self.name = name
        self.roles = roles
        self.closed = False

    def keep_place(self, places: Sequence[dict[str, Any]]) -> None:
        self.places = places

    def fresh_text(self, room: int) -> str:
        return ""

    def last_places(self) -> Sequence[dict[str, Any]]:
        return ()

    def is_blank(self, _code: str) -> bool:
        return False

    def close(self) -> None:
        self.closed = True


class TestDoor:
    """Two officers, one passphrase; `answer` can be held back to see what happens while the register opens."""

    __test__ = False

    def __init__(self, roles: frozenset[Role] = frozenset({Role.RECEPTION})) -> None:
        self.roles = roles
        self.answer = threading.Event()
        self.answer.set()
        self.opened: list[OpenDesk] = []

    def officers(self) -> Sequence[OfficerName]:
        return OFFICERS

    def open_session(self, officer_id: str, passphrase: str) -> OpenDesk:
        self.answer.wait(10)
        if passphrase != PASSPHRASE:
            raise Refused(Reason.WRONG_PASSPHRASE, officer=officer_id)
        self.opened.append(OpenDesk(dict(OFFICERS)[officer_id], self.roles))
        return self.opened[-1]

    def is_code(self, text: str) -> bool:
        return text.startswith("H57.")


class PlainScreen(FormScreen[None]):
    """A form with two fields and a note that stands for every screen of the app."""

    NAME = "plain"

    def __init__(self, called: str = "plain", **arguments: Any) -> None:
        super().__init__()
        self.called = called
        self.arguments = arguments
        self.kept = ""

    def heading(self) -> str:
        return self.called

    def body(self) -> ComposeResult:
        yield Row(lambda: "Họ tên", Field(id="name"))
        yield Row(lambda: "Số", Field(id="number", limit=12))
        yield Row(lambda: "Ghi chú", NoteArea(id="note"))
        yield Said(lambda: "markup [red] stays", id="said")

    def put_away(self) -> None:
        self.kept = self.query_one("#name", Field).value

    def on_scanned(self, event: Scanned) -> None:
        if event.card:
            event.stop()
            self.arguments["card"] = event.text


class FrameApp(CommuneApp):
    """The app with `PlainScreen` for every name."""

    @staticmethod
    def make_screen(name: str, **arguments: Any) -> Screen[Any]:
        made = type(f"{name.capitalize()}Screen", (PlainScreen,), {"NAME": name})
        # The real screen's own actions ask things that a plain one does not know.
        made.actions = PlainScreen.actions
        return made(name, **arguments)


async def press(pilot: Pilot[Any], *keys: str, wait: bool = True) -> None:
    """Type keys by name or character in one burst, and `wait` until all have had their effect."""
    type_ahead(pilot.app, *keys)
    await (at_rest(pilot) if wait else pilot.pause())


@pytest.fixture(name="press")
def press_keys() -> Callable[..., Awaitable[None]]:
    """`await press(pilot, "f2", *"Lan", "tab")`."""
    return press


@pytest.fixture(name="until")
def wait_until() -> Callable[..., Awaitable[None]]:
    """`await until(pilot, lambda: ...)`."""
    return until


@pytest.fixture(autouse=True)
def vietnamese() -> Iterator[None]:
    """Every test starts and ends in Vietnamese."""
    use(Language.VI)
    yield
    use(Language.VI)


@pytest.fixture
def door() -> TestDoor:
    """A door whose officer receives dossiers."""
    return TestDoor()


@pytest.fixture
def locked(door: TestDoor) -> FrameApp:
    """The app at its door."""
    return FrameApp(door)


@pytest.fixture
def passphrase() -> str:
    """What opens the door."""
    return PASSPHRASE


@pytest.fixture
def come_in(press, until, passphrase):
    async def coming(pilot):
        await press(pilot, *passphrase, "enter")
        await until(pilot, lambda: name_of(pilot) == "home")

    return coming
