"""The door: who may come in, and that locking leaves nothing behind."""

from __future__ import annotations

import gc

from tests.app.in_front import everything_shown, name_of, notice
from tests.keyboard import at_rest

from communetui.screens.base import BaseScreen
from communetui.screens.unlock import PATIENT_TRIES, UnlockScreen
from communetui.widgets.field import Field


async def test_given_the_right_passphrase_when_it_is_entered_then_home_opens_with_the_officer_in_its_title(
    locked, come_in
):
    async with locked.run_test() as pilot:
        await come_in(pilot)

        assert locked.session.name == "Trần Thị B"
        assert not any(isinstance(screen, UnlockScreen) for screen in locked.screen_stack)


async def test_given_another_officer_when_chosen_by_a_letter_of_the_given_name_then_they_come_in(
    locked, press, come_in
):
    async with locked.run_test() as pilot:
        await at_rest(pilot)
        await press(pilot, "shift+tab", "c", "tab")
        await come_in(pilot)

        assert locked.session.name == "Nguyễn Văn Cường"


async def test_given_wrong_passphrases_when_repeated_then_the_field_empties_and_one_must_wait(
    locked, passphrase, press, until
):
    async with locked.run_test() as pilot:
        for times in range(1, PATIENT_TRIES + 1):
            await press(pilot, *"sai", "enter")
            await until(pilot, lambda: not locked.screen.query_one("#passphrase", Field).value)
            if times == 1:
                assert notice(pilot) == "! Mật khẩu không đúng. Hãy nhập lại."
            elif times < PATIENT_TRIES:
                assert f"Đã sai {times} lần: hãy kiểm tra phím Caps Lock" in notice(pilot)
        assert f"Đã sai {PATIENT_TRIES} lần. Hãy chờ" in notice(pilot)

        await press(pilot, *passphrase, "enter")
        await pilot.pause(0.1)

        assert locked.session is None


async def test_given_an_empty_passphrase_when_enter_is_pressed_then_it_says_what_is_missing(locked, press):
    async with locked.run_test() as pilot:
        await press(pilot, "enter")

        assert notice(pilot) == "! Hãy nhập mật khẩu."


async def test_given_a_slow_register_when_keys_are_typed_meanwhile_then_they_go_to_what_opens(
    locked, door, passphrase, press, until
):
    async with locked.run_test() as pilot:
        door.answer.clear()
        await press(pilot, *passphrase, "enter", *"Lan", wait=False)
        await until(pilot, lambda: "Đang mở sổ" in notice(pilot))

        door.answer.set()
        await at_rest(pilot)
        assert (name_of(pilot), locked.screen.query_one("#name", Field).value) == ("home", "Lan")


async def test_given_an_open_session_when_locked_then_nothing_of_it_is_left(locked, door, press, until, come_in):
    async with locked.run_test() as pilot:
        await come_in(pilot)
        await press(pilot, "f3", *"Bí mật của Lan", "tab", *"046", "tab", *"ghi chú riêng")
        locked.copy_to_clipboard("Bí mật của Lan")
        screens = [screen for screen in locked.screen_stack if isinstance(screen, BaseScreen)]
        locked.screen.notice.error("Bí mật của Lan")

        await press(pilot, "ctrl+l")
        await until(pilot, lambda: name_of(pilot) == "unlock" and door.opened[0].closed)

        assert [screen.kept for screen in screens] == ["", "Bí mật của Lan"]
        assert locked.session is None
        assert locked.clipboard == ""
        assert len(locked.screen_stack) == 2
        assert not any(screen.is_attached for screen in screens)
        shown = everything_shown(locked)
        assert "Lan" not in shown
        assert "ghi chú" not in shown
        del screens
        gc.collect()
        await come_in(pilot)
        assert "Lan" not in everything_shown(locked)
