"""Finding one of many by a few letters, however slow the search."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from tests.keyboard import at_rest

from communedb.domain.refusal import Reason, Refused
from communedb.domain.text import fold
from communetui.screens.base import FormScreen
from communetui.widgets.field import Field
from communetui.widgets.picker import Found, Picker
from communetui.widgets.row import Row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from communetui.scanning import Scanned

PROCEDURES = {
    "1.001193": "Đăng ký khai sinh",
    "1.000894": "Đăng ký kết hôn",
    "1.000656": "Đăng ký khai tử",
    "2.000815": "Chứng thực bản sao từ bản chính",
}


class Catalogue:
    """Finds procedures by folded letters; `go` holds the answer back."""

    def __init__(self) -> None:
        self.go = threading.Event()
        self.go.set()
        self.asked: list[str] = []
        self.fault: Refused | None = None

    def find(self, text: str) -> Sequence[Found[str]]:
        self.asked.append(text)
        self.go.wait(10)
        if self.fault:
            raise self.fault
        return [Found(code, name, code) for code, name in PROCEDURES.items() if fold(text) in fold(f"{name} {code}")]


@pytest.fixture
def catalogue() -> Catalogue:
    return Catalogue()


@pytest.fixture
def form(locked, monkeypatch, catalogue):
    scans = locked.scans = []

    class Form(FormScreen[None]):
        NAME = "picking"

        def body(self) -> ComposeResult:
            yield Row(lambda: "Thủ tục", Picker[str](catalogue.find, id="procedure"))
            yield Row(lambda: "Nơi ở", Picker[str](catalogue.find, free=True, id="place"))
            yield Row(lambda: "Họ tên", Field(id="name"))

        def on_scanned(self, event: Scanned) -> None:
            event.stop()
            scans.append(event.text)

    monkeypatch.setattr(locked, "first_screen", Form)
    return locked


async def test_given_a_few_letters_without_marks_when_enter_is_pressed_then_the_first_is_taken(form, press):
    async with form.run_test() as pilot:
        await press(pilot, *"khai", "enter", *"x")

        picker = form.screen.query_one("#procedure", Picker)
        assert (picker.picked, picker.value) == ("1.001193", "Đăng ký khai sinh")
        assert form.screen.query_one("#place", Field).value == "x"


async def test_given_a_slow_search_when_enter_and_more_is_typed_at_once_then_all_of_it_arrives(
    form, press, until, catalogue
):
    catalogue.go.clear()
    async with form.run_test() as pilot:
        await press(pilot, *"ket hon", "enter", *"Huế", "enter", *"Lan", wait=False)
        assert form.focused.id == "procedure"

        catalogue.go.set()
        await at_rest(pilot)

        assert form.screen.query_one("#procedure", Picker).picked == "1.000894"
        assert form.screen.query_one("#place", Picker).value == "Huế"
        assert form.screen.query_one("#name", Field).value == "Lan"
        assert catalogue.asked[:2] == ["k", "ket hon"]


async def test_given_several_when_down_is_pressed_then_another_is_taken_and_escape_closes_the_list(form, press, until):
    async with form.run_test() as pilot:
        picker = form.screen.query_one("#procedure", Picker)
        await press(pilot, *"dang ky")
        await until(pilot, lambda: picker._list.display)
        assert str(picker._list.render()).splitlines()[0].startswith("> Đăng ký khai sinh")
        await press(pilot, "down", "down", "down", "up", "enter")
        assert picker.picked == "1.000894"

        await press(pilot, "shift+tab", "k")
        assert (picker.picked, picker.value) == (None, "k"), "a letter begins another search"
        await until(pilot, lambda: picker._list.display)
        await press(pilot, "escape")
        assert not picker._list.display
        assert picker.has_focus


async def test_given_a_slow_search_when_down_and_enter_are_typed_ahead_then_the_second_is_taken(
    form, press, until, catalogue
):
    catalogue.go.clear()
    async with form.run_test() as pilot:
        await press(pilot, *"dang ky", "down", "enter", *"Huế", wait=False)
        catalogue.go.set()
        await at_rest(pilot)

        assert form.screen.query_one("#procedure", Picker).picked == "1.000894"
        assert form.screen.query_one("#place", Picker).value == "Huế"


async def test_given_a_key_that_waits_for_a_search_when_the_screen_goes_then_the_keys_do_not_stay_held(
    form, press, until, catalogue
):
    catalogue.go.clear()
    async with form.run_test() as pilot:
        await press(pilot, *"khai", "enter", wait=False)
        await until(pilot, lambda: form.screen.query_one("#procedure", Picker)._waits is not None)
        form.do_lock()
        await at_rest(pilot)
        catalogue.go.set()
        await press(pilot, *"x")

        assert form.screen.query_one("#procedure", Picker).value == "x"


async def test_given_text_that_nothing_fits_when_enter_is_pressed_then_it_stays_and_says_so(form, press):
    async with form.run_test() as pilot:
        await press(pilot, *"xyz", "enter")

        picker = form.screen.query_one("#procedure", Picker)
        assert picker.has_focus
        assert picker.parent.note == "! Không tìm thấy."
        await press(pilot, "backspace")
        assert picker.parent.note == ""


async def test_given_a_free_picker_when_enter_is_pressed_then_the_text_stands_and_down_takes_a_suggestion(
    form, press, until
):
    async with form.run_test() as pilot:
        place = form.screen.query_one("#place", Picker)
        await press(pilot, "tab", *"khai", "enter")
        assert (place.value, place.picked, form.focused.id) == ("khai", None, "name")

        await press(pilot, "shift+tab", "backspace")
        await until(pilot, lambda: place._list.display)
        await press(pilot, "down", "enter")
        assert place.value == "Đăng ký khai sinh"


async def test_given_a_register_that_refuses_when_searching_then_typing_goes_on(form, press, catalogue):
    catalogue.fault = Refused(Reason.REGISTER_BUSY)
    async with form.run_test() as pilot:
        await press(pilot, *"khai", "enter", *"x")

        assert form.screen.query_one("#procedure", Picker).value == "khaix"


async def test_given_something_picked_when_a_scanner_types_over_it_then_it_is_still_picked(form, press):
    async with form.run_test() as pilot:
        form.session = form.door.open_session("o1", "mưa nắng Quảng Điền")
        await press(pilot, *"khai", "enter", "shift+tab")
        await press(pilot, *"046090012345||A|01011990|Nam|B|01012021", "enter")

        picker = form.screen.query_one("#procedure", Picker)
        assert (picker.picked, picker.value, len(form.scans)) == ("1.001193", "Đăng ký khai sinh", 1)
        assert not picker._list.display
