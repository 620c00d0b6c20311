"""The frame of all screens: unlocking, locking, going to and fro, languages, actions, palette, jump."""

from __future__ import annotations

import gc
from dataclasses import replace

import pytest
from tests.keyboard import at_rest
from textual.widgets import Input

from communedb.domain.officer import Role
from communetui.actions.registry import actions_in
from communetui.screens.base import BaseScreen
from communetui.screens.unlock import PATIENT_TRIES, UnlockScreen
from communetui.strings import everywhere
from communetui.strings.language import Language, language
from communetui.widgets.dialogs import Ask, Confirm
from communetui.widgets.field import Field
from communetui.widgets.hintbar import HintBar
from communetui.widgets.jump import Jump
from communetui.widgets.notearea import NoteArea
from communetui.widgets.palette import Palette

CARD = "046090012345||Nguyễn Văn A|01011990|Nam|Thôn 1, Quảng Phước|01012021"


@pytest.fixture
def come_in(press, until, passphrase):
    async def coming(pilot):
        await press(pilot, *passphrase, "enter")
        await until(pilot, lambda: name_of(pilot) == "home")

    return coming


def name_of(pilot):
    return getattr(pilot.app.screen, "NAME", type(pilot.app.screen).__name__)


def notice(pilot):
    return pilot.app.screen.notice.text


def everything_shown(app):
    return "\n".join(
        str(getattr(widget, "value", "")) + str(widget.render())
        for screen in app.screen_stack
        for widget in screen.query("*")
    )


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


async def test_given_a_screen_opened_by_a_key_when_one_types_on_then_the_letters_are_for_that_screen(
    locked, press, come_in
):
    async with locked.run_test() as pilot:
        await come_in(pilot)
        home = locked.screen

        await press(pilot, "f2", *"Lan", "tab", *"046")

        assert name_of(pilot) == "intake"
        assert locked.screen.query_one("#name", Field).value == "Lan"
        assert locked.screen.query_one("#number", Field).value == "046"
        assert home.query_one("#name", Field).value == ""


async def test_given_screens_over_each_other_when_one_is_asked_for_again_then_it_comes_back_as_it_was(
    locked, press, come_in
):
    async with locked.run_test() as pilot:
        await come_in(pilot)
        await press(pilot, "f2", *"Lan", "f3", "f2")

        assert [screen.NAME for screen in locked.screen_stack[1:]] == ["home", "intake"]
        assert locked.screen.query_one("#name", Field).value == "Lan"

        await press(pilot, "escape")
        assert name_of(pilot) == "home"
        await press(pilot, "escape")
        assert notice(pilot) == f"! {everywhere.nowhere_back()}"
        await press(pilot, "x")
        assert notice(pilot) == ""


async def test_given_an_officer_without_the_role_when_the_key_is_pressed_then_it_says_which_role(
    locked, door, press, come_in
):
    door.roles = frozenset({Role.SPECIALIST})
    async with locked.run_test(size=(120, 40)) as pilot:
        await come_in(pilot)
        hints = {hint.key: hint.enabled for hint in locked.screen.query_one(HintBar).hints}
        assert (hints["F2"], hints["F3"]) == (False, True)

        await press(pilot, "f2")

        assert name_of(pilot) == "home"
        assert notice(pilot) == "! Việc này cần vai trò: tiếp nhận và trả kết quả."


async def test_given_every_screen_open_when_the_language_changes_then_all_of_them_speak_it_at_once(
    locked, press, come_in
):
    async with locked.run_test(size=(120, 40)) as pilot:
        await come_in(pilot)
        assert "Trợ giúp" in everything_shown(locked)

        await press(pilot, "f3", "ctrl+t")

        assert language() is Language.EN
        shown = everything_shown(locked)
        assert "Help" in shown
        assert "Trợ giúp" not in shown
        await press(pilot, "ctrl+t")
        assert "Trợ giúp" in everything_shown(locked)


async def test_given_a_card_when_scanned_then_the_screen_has_it_or_else_the_persons_dossiers_open(
    locked, press, until, come_in
):
    async with locked.run_test() as pilot:
        await come_in(pilot)
        home = locked.screen
        await press(pilot, *CARD, "enter")
        assert home.arguments == {"card": CARD}
        assert home.query_one("#name", Field).value == ""

        await press(pilot, *"H57.12-261123-0007", "enter")
        await until(pilot, lambda: name_of(pilot) == "dossier")
        assert locked.screen.arguments == {"code": "H57.12-261123-0007"}


@pytest.mark.parametrize(
    ("typed", "opened"), [("tiep nhan", "intake"), ("danh muc", "catalogue"), ("hồ sơ", "dossiers")]
)
async def test_given_the_palette_when_letters_with_or_without_marks_are_typed_then_enter_runs_what_they_find(
    locked, typed, opened, press, come_in
):
    async with locked.run_test() as pilot:
        await come_in(pilot)

        await press(pilot, "ctrl+p", *typed, "enter")

        assert name_of(pilot) == opened


async def test_given_the_palette_when_an_action_cannot_run_then_it_stands_there_with_its_reason(
    locked, door, press, come_in
):
    door.roles = frozenset({Role.SPECIALIST})
    async with locked.run_test() as pilot:
        await come_in(pilot)
        await press(pilot, "ctrl+p")
        assert isinstance(locked.screen, Palette)

        await press(pilot, *"tiep nhan")
        assert "(Tiếp nhận) Việc này cần vai trò" in str(locked.screen.query_one("#found").render())
        await press(pilot, "enter")

        assert notice(pilot) == "! Việc này cần vai trò: tiếp nhận và trả kết quả."


async def test_given_jump_mode_when_a_letter_is_pressed_then_that_control_has_the_focus(locked, press, come_in):
    async with locked.run_test() as pilot:
        await come_in(pilot)
        await press(pilot, "ctrl+g")
        assert isinstance(locked.screen, Jump)
        assert [type(target) for target in locked.screen.targets.values()] == [Field, Field, NoteArea]

        await press(pilot, "b", *"046")

        assert locked.focused.id == "number"
        assert locked.focused.value == "046"


async def test_given_a_question_when_answered_then_enter_is_yes_and_escape_is_no(locked, press):
    answers = []
    async with locked.run_test() as pilot:
        for key in ("enter", "escape", "x"):
            await locked.push_screen(Confirm("Xóa [red]?"), answers.append)
            await press(pilot, key)
        assert answers == [True, False]
        await press(pilot, "escape")

        await locked.push_screen(Ask("Vì sao?"), answers.append)
        await press(pilot, "enter", *"thiếu giấy", "enter")
        assert answers == [True, False, False, "thiếu giấy"]


async def test_given_quit_when_confirmed_then_the_session_is_closed(locked, door, press, come_in):
    async with locked.run_test() as pilot:
        await come_in(pilot)
        await press(pilot, "ctrl+q", "escape")
        assert not door.opened[0].closed
        await press(pilot, "ctrl+q", "enter", *"gõ tiếp")
        assert door.opened[0].closed
        await press(pilot, *"và gõ tiếp")
    assert locked.return_code == 0


def test_given_the_actions_of_every_screen_then_the_app_can_do_each():
    from communetui.app import CommuneApp

    assert [a.id for a in actions_in("everywhere") if not hasattr(CommuneApp, f"do_{a.id}")] == []
    assert [a.id for a in actions_in("unlock") if not hasattr(UnlockScreen, f"do_{a.id}") and a.id != "language"] == []


def test_given_an_action_then_it_cannot_be_changed_by_a_screen():
    action = actions_in("everywhere")[0]

    assert replace(action, keys=("f12",)) != action
    with pytest.raises(AttributeError):
        action.keys = ("f12",)


async def test_given_a_field_of_ten_megabytes_when_pasted_then_it_is_refused_and_the_app_goes_on(locked, press):
    from textual.events import Paste

    async with locked.run_test() as pilot:
        field = locked.screen.query_one("#passphrase", Field)
        locked.post_message(Paste("x" * 10_000_000))
        await press(pilot, "a")

        assert field.value == "a"
        assert field.parent.note.startswith("! Đoạn dán dài 10000000 ký tự")
        assert isinstance(field, Input)
