"""The frame of all screens: unlocking, locking, going to and fro, languages, actions, palette, jump."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.app.in_front import everything_shown, name_of, notice
from textual.widgets import Input

from communedb.domain.officer import Role
from communetui.actions.registry import actions_in
from communetui.returning import screen_class
from communetui.screens.unlock import UnlockScreen
from communetui.strings import everywhere
from communetui.strings.language import Language, language
from communetui.widgets.dialogs import Ask, Confirm
from communetui.widgets.field import Field
from communetui.widgets.hintbar import HintBar
from communetui.widgets.jump import Jump
from communetui.widgets.notearea import NoteArea
from communetui.widgets.palette import Palette

CARD = "046090012345||Nguyễn Văn A|01011990|Nam|Thôn 1, Quảng Phước|01012021"


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
    from communetui.screens.base import BaseScreen

    able = {name for kind in (CommuneApp, BaseScreen) for name in dir(kind)}
    everywhere_actions = actions_in("everywhere")
    assert [a.id for a in everywhere_actions if not a.opens and f"do_{a.id}" not in able] == []
    assert [a.opens for a in everywhere_actions if a.opens and a.opens != screen_class(a.opens).NAME] == []
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
