"""Nothing on a Vietnamese screen is left in English: every screen, form, menu and question is opened and read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.centre import PASSPHRASE
from tests.desk.dossier_steps import BIRTH, done, open_dossier, received
from tests.desk.reading import Reader
from tests.keyboard import at_rest

from communetui.actions.concern import LETTERS as FEEDBACK_LETTERS
from communetui.actions.dossier import LETTERS
from communetui.actions.registry import action_modules
from communetui.screens.concern import ConcernScreen
from communetui.screens.dossier import DossierScreen
from communetui.screens.pile import PileScreen
from communetui.widgets.pagedlist import PagedList

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from textual.pilot import Pilot

SIZE = (200, 60)
"""So wide that nothing is cut off."""


def a_dossier_with_a_course(centre) -> tuple[str, str]:
    """One that has been through most steps, and one with a result to be returned."""
    register = centre.open("administrator")
    lua, sen = received(register), received(register, BIRTH, name="Trần Thị Sen")
    specialist = centre.officers["specialist"]
    done(register, lua, "handed_over", to_officer=specialist)
    paper = {"name": "Giấy xác nhận", "state": "no", "copy_kind": "certified"}
    done(register, lua, "supplement_requested", papers=[paper], reason="Thiếu giấy xác nhận")
    done(register, lua, "supplement_received", papers=[{**paper, "state": "yes"}])
    done(register, lua, "fee_requested", amount=8_000)
    done(register, lua, "fee_paid", amount=8_000)
    done(register, lua, "agency_asked", agency="Công an xã", pauses=True)
    done(register, lua, "agency_answered")
    done(register, lua, "noted", text="Đã gọi điện")
    for step in ("decided", "result_ready"):
        done(register, sen, step)
    return lua, sen


async def _home(reader: Reader) -> None:
    await reader.see("home")
    await reader.see("home, nothing printed", "ctrl+s")


async def _help(reader: Reader) -> None:
    for module in action_modules():
        await reader.pilot.app.show("help", about=module)
        await at_rest(reader.pilot)
        await reader.see(f"help {module}")
        await reader.see(f"help {module}, its end", "end")


async def _door(reader: Reader) -> None:
    await reader.see("quit", "ctrl+q")
    await reader.type("escape", "f10")
    await reader.see("unlock")
    await reader.see("unlock, wrong", "=x", "enter")


async def _notices(reader: Reader) -> None:
    await reader.see("other work", "f8")
    await reader.see("notices, none", "t")
    await reader.see("a new notice", "f7")
    await reader.see("notices, one", "right", "enter", "enter", "=Rà soát", *["enter"] * 4)
    await reader.see("a notice", "enter")
    await reader.see("a notice withdrawn", "delete", "=Nhầm", "enter")
    await reader.see("notices, withdrawn too", "escape", "ctrl+r")
    await reader.see("support, nothing", "f8", "h")
    await reader.see("help entered", "f7", *["enter"] * 4)
    await reader.see("help corrected", "ctrl+n", "ctrl+s")
    await reader.see("totals", "escape", "f12")
    await reader.see("home again", "f4")


async def _intake(reader: Reader) -> None:
    await reader.see("intake", "f2")
    await reader.see("intake, nothing saved", "ctrl+s")
    await reader.see("intake, found", "=chung thuc")
    await reader.see("intake, copies", "backspace", *["backspace"] * 9, "=2.000815", "enter")
    await reader.see("intake, parts", "ctrl+o")
    await reader.see("intake, elsewhere", "ctrl+r")
    await reader.see("intake, add a paper", "ctrl+n")
    await reader.type("escape")
    await reader.see("jump", "ctrl+g")
    await reader.type("escape")
    await reader.see("palette", "ctrl+p")
    for letter in "bcdghklnt":
        await reader.see(f"palette {letter}", f"={letter}")
        await reader.type("backspace")
    await reader.type("escape")
    await reader.see("intake, parked", "f7")
    await reader.see("parked, none or one", "f8")
    await reader.see("discard", "delete")
    await reader.type("escape", "escape")
    await reader.see("intake, a new person", "=khai sinh", "enter", "=046190054329", "enter")
    reader.pilot.app.screen.form.control("name").focus()
    await reader.see("received", "=Hồ Thị Lài", "ctrl+s")
    await reader.see("received, not printed", "enter")
    await reader.see("home, a print that waits", "f4", "f8")


async def _lists(reader: Reader) -> None:
    await reader.see("dossiers", "f3")
    await reader.see("filter", "f8")
    for place in range(8):
        await reader.see(f"filter, {place}", "right", "tab")
    await reader.type("escape", "enter")
    for place in range(5):
        await reader.see(f"orders {place}", "f12")
        await reader.see(f"order {place}", str(place + 1))
    await _pile(reader)
    await reader.see("save a filter", "ctrl+s")
    await reader.type("escape")
    await reader.see("saved filters", "ctrl+o")
    await reader.type("escape")
    await reader.see("catalogue", "f6")
    for code in ("1.001193", "2.000815", "1.004194", "1.000080"):
        await reader.see(f"procedure {code}", f"={code}", "enter")
        await reader.type("escape", *["backspace"] * 8)


async def _pile(reader: Reader) -> None:
    await reader.see("pile, empty", "f7")
    await reader.see("pile, nothing to do", "f7")
    await reader.see("pile, an unknown code", "ctrl+n", "=KHONG-CO", "enter")
    await reader.see("list, all marked", "escape", "ctrl+f")
    await reader.see("pile", "f7")
    await reader.see("pile, menu", "f7")
    await reader.see("pile, nobody can", "v")
    for letter in "cjqktp":
        await reader.see(f"pile {letter}", "f7", letter)
        await reader.see(f"pile {letter}, saved empty", "ctrl+s")
        await reader.back_to(PileScreen)
    await reader.see("pile, a question", "f7", "j", "=Thiếu tờ 2", "ctrl+s")
    await reader.see("pile, whose work", "f8")
    await reader.type("escape")
    await reader.see("pile, cleared", "f12", "enter")
    await reader.type("escape")


async def _counter(reader: Reader) -> None:
    await reader.see("quick counter", "f4", "ctrl+b")
    await reader.see("quick counter, nothing typed", "ctrl+s")
    await reader.see("quick counter, no paper", "=Hồ Thị Lài", "enter", "ctrl+s")
    await reader.see("quick counter, a paper", "=Học bạ", "enter", "enter", "enter", "enter")
    await reader.see("quick counter, a day agreed", "right", "right", "ctrl+s")
    await reader.see("quick counter, in time", "left", "ctrl+s")
    await reader.see("receipt not printed", "f8")
    await reader.see("book not printed", "ctrl+n")
    await reader.see("to be signed", "ctrl+r")
    await reader.see("signed?", "enter")
    await reader.see("nobody signs", "enter")
    await reader.see("till", "f4", "ctrl+o")
    await reader.see("till, not counted", "ctrl+s")
    await reader.see("till, a difference", "=3", "ctrl+s")
    await reader.see("till, closed", "=Thối nhầm", "ctrl+s")
    await reader.see("slip not printed", "f8")


async def _dossier(reader: Reader, dossier: str) -> None:
    await open_dossier(reader.pilot, dossier)
    for section in ("info", "papers", "events", "history"):
        await reader.see(section)
        await reader.see(f"{section}, its end", "end", "tab")
    await reader.see("attach", "ctrl+f")
    await reader.back_to(DossierScreen)
    await reader.see("attach nothing", "ctrl+f", "=/khong/co.pdf", "ctrl+s")
    await reader.back_to(DossierScreen)
    await reader.see("add a paper", "ctrl+n")
    await reader.back_to(DossierScreen)
    await reader.see("forms to print", "f8")
    await reader.back_to(DossierScreen)
    await reader.see("nothing to open", "ctrl+o")
    await reader.type("f7", "s")
    for place in range(0, 25, 6):
        await reader.type(*["down"] * place)
        await reader.see(f"correct {place}", "enter")
        await reader.back_to(DossierScreen)
        await reader.type("f7", "s")
    await reader.back_to(DossierScreen)


async def _steps(reader: Reader, dossier: str) -> None:
    await open_dossier(reader.pilot, dossier)
    await reader.see("menu", "f7")
    await reader.type("escape")
    for name, letter in LETTERS.items():
        await reader.see(f"step {name}", "f7", letter)
        await reader.see(f"step {name}, saved empty", "ctrl+s")
        if not isinstance(reader.pilot.app.screen, DossierScreen):
            await reader.back_to(DossierScreen)


async def _feedback(reader: Reader) -> None:
    await reader.see("feedback, nothing", "f4", "f8", "p")
    await reader.see("feedback, new", "ctrl+n")
    await reader.see("feedback, nothing saved", "ctrl+s")
    await reader.see("feedback, saved", "=Bụi đường", "tab", "tab", "right", "ctrl+s")
    await reader.see("feedback, filter", "f8")
    await reader.see("feedback, filtered", "right", "ctrl+s")
    await reader.see("one piece of feedback", "enter")
    await reader.see("steps of feedback", "f7")
    await reader.type("escape")
    for name, letter in FEEDBACK_LETTERS.items():
        await reader.see(f"feedback {name}", "f7", letter)
        await reader.see(f"feedback {name}, saved empty", "ctrl+s")
        if not isinstance(reader.pilot.app.screen, ConcernScreen):
            await reader.back_to(ConcernScreen)
    await reader.see("events of feedback", "tab")
    await reader.see("history of feedback", "tab")


def _rows(pilot: Pilot[Any]) -> Iterator[int]:
    yield from range(pilot.app.screen.query_one(PagedList).total or 0)


async def _settings(reader: Reader) -> None:
    await reader.see("settings", "f9")
    await reader.see("settings, the end", "end", "home")
    for row in _rows(reader.pilot):
        await reader.see(f"setting {row}", "enter")
        await reader.type("escape", "escape", "f9", "home", *["down"] * (row + 1))
    await reader.see("a new officer", "f9", "ctrl+n")
    await reader.see("a new officer, nothing", "ctrl+s")
    await reader.type("escape")
    await reader.see("close a day", "f9", "f7")
    await reader.type("escape")
    await reader.see("own passphrase", "f9", "f8")
    await reader.see("own passphrase, wrong", f"={PASSPHRASE}", "ctrl+s")
    await reader.type("escape", "escape")


PARTS = {
    _home: 2, _notices: 12, _intake: 25, _lists: 49, _counter: 16, _feedback: 38, _settings: 40, _help: 70, _door: 3,
}  # fmt: skip
"""What is read, and how much there is at least."""


@pytest.mark.parametrize("part", PARTS)
async def test_given_every_screen_when_it_is_read_then_no_english_is_left(centre, desk, part):
    a_dossier_with_a_course(centre)
    async with desk("administrator", size=SIZE) as pilot:
        reader = Reader(pilot)
        await part(reader)
    assert reader.left == {}, str(reader.left)
    assert reader.read >= PARTS[part]


@pytest.mark.parametrize(("part", "which", "at_least"), [(_dossier, 0, 18), (_steps, 0, 55), (_steps, 1, 55)])
async def test_given_a_dossier_when_all_of_it_is_read_then_no_english_is_left(centre, desk, part, which, at_least):
    dossier = a_dossier_with_a_course(centre)[which]
    async with desk("administrator", size=SIZE) as pilot:
        reader = Reader(pilot)
        await part(reader, dossier)
    assert reader.left == {}, str(reader.left)
    assert reader.read >= at_least
