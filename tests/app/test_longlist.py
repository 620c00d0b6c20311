"""A list over any number of rows: what is on the screen is what the whole list has there."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communedb.domain.refusal import Reason, Refused
from communetui.screens.base import BaseScreen
from communetui.widgets.pagedlist import Column, PagedList
from communetui.widgets.window import Window

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult


class Numbers:
    """Rows 0 to n - 1 by key; counts what is read, and reads in threads only."""

    def __init__(self, rows: int) -> None:
        self.rows = rows
        self.read = 0
        self.largest = 0
        self.fault: Refused | None = None

    def key(self, row: int) -> int:
        return row

    def first(self, size: int) -> Sequence[int]:
        return self._some(0, size)

    def last(self, size: int) -> Sequence[int]:
        return self._some(max(self.rows - size, 0), size)

    def after(self, key: Any, size: int) -> Sequence[int]:
        return self._some(key + 1, size)

    def before(self, key: Any, size: int) -> Sequence[int]:
        start = max(key - size, 0)
        return self._some(start, key - start)

    def count(self) -> int:
        return self.rows

    def _some(self, start: int, size: int) -> Sequence[int]:
        assert threading.current_thread() is not threading.main_thread()
        if self.fault:
            raise self.fault
        found = range(start, min(start + size, self.rows))
        self.read += 1
        self.largest = max(self.largest, len(found))
        return found


class ListScreen(BaseScreen[None]):
    """A list and nothing else."""

    NAME = "list"

    def __init__(self) -> None:
        super().__init__()
        self.chosen: list[int] = []

    def on_paged_list_selected(self, event: PagedList.Selected) -> None:
        self.chosen.append(event.row)

    def body(self) -> ComposeResult:
        columns = [
            Column[int](lambda: "Mã", lambda row: f"H57-{row:07}", 12),
            Column[int](lambda: "Họ tên", lambda row: f"Nguyễn Văn {row} [red]", 20, grow=True),
            Column[int](lambda: "Thôn", lambda row: f"Thôn {row % 9}", 10, from_width=100),
            Column[int](lambda: "Phí", lambda row: str(row), 8, right=True),
        ]
        yield PagedList[int](columns, marked=set(), empty=lambda: "Chưa có hồ sơ nào.", id="list")


@pytest.fixture
def listing(locked, monkeypatch):
    monkeypatch.setattr(locked, "first_screen", ListScreen)
    return locked


@pytest.fixture
def shown(until):
    async def showing(pilot, source):
        paged = pilot.app.screen.query_one(PagedList)
        paged.show(source)
        await until(pilot, lambda: paged.total == source.rows and not paged._reading)
        return paged

    return showing


def lines(paged) -> list[str]:
    return [paged.render_line(y).text.rstrip() for y in range(paged.size.height)]


@pytest.mark.parametrize("rows", [1_000, 1_000_000])
async def test_given_a_list_of_any_length_when_one_goes_about_in_it_then_it_reads_the_same_few_rows(
    listing, press, shown, rows
):
    source = Numbers(rows)
    async with listing.run_test(size=(80, 24)) as pilot:
        paged = await shown(pilot, source)
        page = paged.page
        await press(pilot, *["pagedown"] * 6)
        assert paged.row == 6 * page
        await press(pilot, "end")
        assert paged.row == rows - 1
        assert f"{rows:,}/{rows:,}".replace(",", ".") in lines(paged)[0]
        await press(pilot, *["pageup"] * 6, "down")
        assert paged.row == rows - 6 * page
        await press(pilot, "home", "up", "down", "down")
        assert paged.row == 2

        assert source.read <= 10
        assert source.largest <= 60


async def test_given_a_burst_of_keys_when_the_source_is_slow_then_enter_takes_the_row_that_was_meant(
    listing, press, shown
):
    async with listing.run_test(size=(80, 24)) as pilot:
        paged = await shown(pilot, Numbers(5_000))
        await press(pilot, *["pagedown"] * 30, "down", "enter", "end", "enter", "home", "enter")

        assert pilot.app.screen.chosen == [30 * paged.page + 1, 4_999, 0]


@given(
    rows=st.integers(0, 60),
    page=st.integers(1, 9),
    ahead=st.integers(10, 20),
    steps=st.lists(st.sampled_from([-1, 1, -9, 9, "home", "end"]), max_size=30),
)
def test_given_any_walk_then_the_window_shows_what_the_whole_list_has_there(rows, page, ahead, steps):
    everything = range(rows)
    window: Window[int] = Window(everything[:ahead])
    at = 0
    for step in steps:
        if step == "home":
            window, at = Window(everything[:ahead]), 0
        elif step == "end":
            last = everything[-ahead:]
            window = Window(last, cursor=len(last) - 1, start=max(rows - len(last), 0), at_end=True)
            at = max(rows - 1, 0)
        elif rows:
            at = max(0, min(at + step, rows - 1))
            if window.lacks_after(step):
                window.extend(everything[window.rows[-1] + 1 :][:ahead], ahead)
            elif window.lacks_before(step):
                first = window.rows[0]
                window.prepend(everything[max(first - ahead, 0) : first], ahead)
            window.move(step)
        window.scroll(page)
        window.trim(ahead * 3)

        assert window.row == (at if rows else None)
        assert window.start is None or window.start + window.cursor == at
        assert len(window.rows) <= ahead * 3
        assert window.top <= window.cursor < window.top + page
        sight = window.rows[window.top : window.top + page]
        assert len(sight) == min(page, rows)
        assert sight == list(everything[sight[0] : sight[0] + len(sight)] if sight else [])


async def test_given_rows_that_change_when_read_again_then_the_place_is_kept(listing, press, shown, until):
    source = Numbers(1_000)
    async with listing.run_test(size=(80, 24)) as pilot:
        paged = await shown(pilot, source)
        await press(pilot, *["pagedown"] * 5, "down")
        place, before = paged.row, lines(paged)
        source.rows = 2_000
        paged.reload()
        await until(pilot, lambda: paged.total == 2_000)

        assert paged.row == place
        assert lines(paged)[1:] == before[1:]
        paged.reload()
        await until(pilot, lambda: not paged._reading)
        assert paged.row == place


@pytest.mark.parametrize(("width", "village"), [(80, False), (120, True)])
async def test_given_a_width_when_drawn_then_columns_fill_it_and_the_lesser_ones_give_way(
    listing, shown, width, village
):
    async with listing.run_test(size=(width, 24)) as pilot:
        paged = await shown(pilot, Numbers(30))

        text = lines(paged)
        assert ("Thôn" in text[0]) is village
        assert text[1].startswith("> H57-0000000")
        assert "[red]" in text[1]
        assert text[1].endswith("       0")
        assert all(paged.render_line(y).cell_length == width for y in range(paged.size.height))


async def test_given_marks_when_set_then_they_show_without_colour_and_a_scan_takes_its_own_back(listing, press, shown):
    async with listing.run_test(size=(80, 24)) as pilot:
        paged = await shown(pilot, Numbers(30))
        await press(pilot, "space", "down", "space")
        assert paged.marked == {0, 2}
        assert [line[:2] for line in lines(paged)[1:5]] == [" *", "  ", " *", "> "]

        held = paged.snapshot()
        await press(pilot, "space")
        paged.restore(held)
        assert paged.marked == {0, 2}


async def test_given_no_rows_then_the_list_says_so(listing, press, shown):
    async with listing.run_test(size=(80, 24)) as pilot:
        paged = await shown(pilot, Numbers(0))
        await press(pilot, "down", "end", "enter", "space", "home")

        assert "Chưa có hồ sơ nào." in lines(paged)[2]
        assert paged.row is None


async def test_given_a_register_that_refuses_when_one_pages_then_the_screen_says_why_and_the_rows_stay(
    listing, press, shown
):
    source = Numbers(1_000)
    async with listing.run_test(size=(80, 24)) as pilot:
        paged = await shown(pilot, source)
        source.fault = Refused(Reason.REGISTER_BUSY)
        await press(pilot, *["pagedown"] * 4)

        assert pilot.app.screen.notice.text.startswith("! Sổ đang bận")
        assert paged.row is not None


async def test_given_another_order_is_being_read_when_the_list_is_read_again_then_it_is_that_order_from_its_top(
    listing, press, shown, until
):
    async with listing.run_test(size=(80, 24)) as pilot:
        paged = await shown(pilot, Numbers(30))
        await press(pilot, *["down"] * 29)

        paged.show(Numbers(10))
        paged.reload(Numbers(10))
        await until(pilot, lambda: not paged._reading)

        assert (len(paged._window.rows), paged._window.cursor, paged.row) == (10, 0, 0)
