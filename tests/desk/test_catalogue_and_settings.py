"""The catalogue is found by a few letters and says what it does not know; settings are changed in place."""

from __future__ import annotations

import pytest
from tests.centre import PASSPHRASE
from tests.desk.test_home import screen_text
from tests.keyboard import at_rest

from communedb.domain.refusal import Refused
from communedb.keys import KeyFile
from communedb.stores.settings import read_setting
from communetui.actions.registry import action_modules, actions_in
from communetui.screens.help import help_text
from communetui.widgets.pagedlist import PagedList


async def test_given_a_few_letters_without_marks_when_enter_is_pressed_then_the_procedure_tells_all(desk):
    async with desk("specialist") as pilot:
        await pilot.press("f6")
        await at_rest(pilot)
        await pilot.press(*"khai sinh", "enter")
        await at_rest(pilot)
        text = screen_text(pilot)
    assert "THỜI HẠN" in text


async def test_given_a_whole_name_when_it_is_typed_then_it_stands_before_longer_ones_that_hold_it(desk):
    async with desk("specialist") as pilot:
        await pilot.press("f6")
        await at_rest(pilot)
        for typed, code in (("dang ky khai sinh", "1.001193"), ("giay doc than", "1.004873"), ("2.000815", "2.000815")):
            pilot.app.screen.query_one("#search").value = typed
            await at_rest(pilot)
            assert pilot.app.screen.query_one(PagedList).row.code == code


async def test_given_a_procedure_without_a_limit_then_the_list_says_so(desk):
    async with desk("specialist") as pilot:
        await pilot.press("f6")
        await at_rest(pilot)
        await pilot.press(*"1.000894")
        await at_rest(pilot)
        text = screen_text(pilot)
    assert "1.000894" in text
    assert "chưa có" in text


async def test_given_the_paper_size_when_enter_is_pressed_then_the_next_one_is_kept(centre, desk):
    async with desk("administrator") as pilot:
        await pilot.press("f9")
        await at_rest(pilot)
        rows = pilot.app.screen.query_one(PagedList)
        while rows.row.key != "paper_size":
            await pilot.press("down")
        await pilot.press("enter")
        await at_rest(pilot)
    assert read_setting(centre.open("reception").db, "paper_size") == "a4"


async def test_given_an_officer_who_is_no_administrator_then_settings_are_refused_in_words(desk):
    async with desk("reception") as pilot:
        await pilot.press("f9")
        await at_rest(pilot)
        await pilot.press("f7")
        await at_rest(pilot)
        assert "quản trị" in screen_text(pilot)


async def test_given_a_new_officer_when_saved_then_the_passphrase_opens_the_register(centre, desk):
    async with desk("administrator") as pilot:
        await pilot.press("f9")
        await at_rest(pilot)
        await pilot.press("ctrl+n")
        await at_rest(pilot)
        await pilot.press(
            *"Võ Thị Ánh", "tab", "tab", "tab", "tab", "tab", *"mật khẩu mới", "tab", *"mật khẩu mới", "ctrl+s"
        )
        await at_rest(pilot)
        text = screen_text(pilot)
    assert "Đã lưu cán bộ Võ Thị Ánh" in text
    owner = next(o for o in KeyFile.load(centre.folder).officers() if o.name == "Võ Thị Ánh")
    KeyFile.load(centre.folder).open(owner.id, "mật khẩu mới")
    with pytest.raises(Refused, match="wrong_passphrase"):
        KeyFile.load(centre.folder).open(owner.id, PASSPHRASE)


async def test_given_a_flood_when_a_day_is_closed_then_it_stands_in_the_list_and_a_date_that_is_none_is_refused(desk):
    async with desk("administrator") as pilot:
        await pilot.press("f9")
        await at_rest(pilot)
        await pilot.press("f7")
        await at_rest(pilot)
        await pilot.press(*"30/02/2026", "enter")
        await at_rest(pilot)
        assert "Không có ngày 30/02/2026" in screen_text(pilot)
        await pilot.press("f7")
        await at_rest(pilot)
        await pilot.press(*"26/11/2026", "enter")
        await at_rest(pilot)
        await pilot.press(*"Lũ lụt", "enter")
        await at_rest(pilot)
        await pilot.press("end")
        await at_rest(pilot)
        assert "26/11/2026" in screen_text(pilot)


@pytest.mark.parametrize("module", action_modules())
def test_every_key_of_a_screen_is_in_its_help(module):
    told = " ".join(help_text(module, 77).split())
    assert all(action.text().help in told for action in actions_in(module))


def test_no_line_of_keys_is_wider_than_the_page_and_what_goes_on_stands_under_what_began():
    keys = help_text("home", 77).split("F10, Ctrl+L")[1].splitlines()
    assert keys[0].startswith("      Khóa máy:")
    assert keys[1].startswith(" " * 17)
    assert all(len(line) <= 77 for line in keys[: keys.index("")])
