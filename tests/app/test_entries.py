"""A page of entries: wrapped, never cut, longer than the screen, and with a cursor that stays on what it was on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.app import App

from communetui.widgets.entries import Entries, Entry
from communetui.widgets.wrapping import wrapped


class EntriesApp(App):
    def compose(self):
        yield Entries(label_width=10)


def lines(entries):
    return [entries.render_line(y).text.rstrip() for y in range(entries.size.height)]


@pytest.fixture
async def page():
    app = EntriesApp()
    async with app.run_test(size=(40, 6)) as pilot:
        yield pilot, app.query_one(Entries)


async def test_given_a_long_text_when_shown_then_it_is_wrapped_between_words_beside_its_label(page):
    _, entries = page
    entries.show([Entry("Nội dung", "Xác nhận tình trạng hôn nhân để đăng ký kết hôn")])

    assert lines(entries)[:2] == [
        "> Nội dung   Xác nhận tình trạng hôn",
        "             nhân để đăng ký kết hôn",
    ]


async def test_given_an_entry_longer_than_the_page_when_going_down_then_every_line_comes_into_sight(page):
    pilot, entries = page
    entries.show([Entry("dài", "\n".join(f"dòng {n}" for n in range(12))), Entry("sau", "hết")])
    seen = set()
    for _ in range(12):
        seen.update(line.split("dòng ")[1] for line in lines(entries) if "dòng" in line)
        await pilot.press("down")

    assert seen == {str(n) for n in range(12)}
    assert entries.entry.label == "sau"


async def test_given_the_cursor_on_an_entry_when_others_come_before_it_then_it_stays_there(page):
    pilot, entries = page
    entries.show([Entry("a", "một", 1), Entry("b", "hai", 2)])
    await pilot.press("down")

    entries.show_again([Entry("mới", "không", 0), Entry("a", "một", 1), Entry("b", "hai", 2)])

    assert entries.entry.value == 2


async def test_given_no_entries_when_keys_are_pressed_then_nothing_happens(page):
    pilot, entries = page
    entries.show([])
    await pilot.press("down", "pagedown", "end", "enter", "up")

    assert entries.entry is None


@given(st.text(max_size=200), st.integers(min_value=2, max_value=60))
def test_wrapped_lines_fit_and_lose_no_letter(text, room):
    broken = wrapped(text, room)

    assert all(cell_len(line) <= room for line in broken)
    assert "".join("".join(broken).split()) == "".join(text.split())
