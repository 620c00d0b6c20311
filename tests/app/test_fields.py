"""Fields, choices and checklists: what goes in is what is kept."""

from __future__ import annotations

import unicodedata
from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.keyboard import at_rest
from textual.events import Paste

from communedb.domain.intake import PaperState
from communetui.screens.base import FormScreen
from communetui.strings.language import Language, use
from communetui.widgets.checklist import Check, Checklist
from communetui.widgets.choice import Choice, Option
from communetui.widgets.field import Field, one_line
from communetui.widgets.notearea import NoteArea, visible_lines
from communetui.widgets.row import Row

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from communetui.widgets.control import Entered

UNITS = ("Xã Quảng Điền", "Phường Phú Xuân", "Xã Đan Điền")
PAPERS = ("Tờ khai đăng ký khai sinh", "Giấy chứng sinh", "Giấy chứng nhận kết hôn")


class Controls(FormScreen[None]):
    """One of each control."""

    NAME = "controls"

    def __init__(self) -> None:
        super().__init__()
        self.entered: list[str | None] = []

    def body(self) -> ComposeResult:
        yield Row(lambda: "Họ tên", Field(id="name", limit=10))
        yield Row(lambda: "Ghi chú", NoteArea(id="note", limit=20))
        yield Row(lambda: "Đơn vị", Choice([Option(i, lambda u=u: u) for i, u in enumerate(UNITS)], id="unit"))
        kinds = [Option("original", lambda: "bản chính"), Option("copy", lambda: "bản sao")]
        yield Row(
            lambda: "Giấy tờ", Checklist([Check(str(i), p) for i, p in enumerate(PAPERS)], kinds=kinds, id="papers")
        )

    def on_entered(self, event: Entered) -> None:
        self.entered.append(event.sender.id)  # the form's own handler goes on to the next control


@pytest.fixture
def form(locked, monkeypatch):
    monkeypatch.setattr(locked, "first_screen", Controls)
    return locked


@given(st.text(max_size=50))
def test_given_any_text_then_a_field_holds_it_in_nfc_on_one_line_and_holding_it_again_changes_nothing(text):
    held = one_line(text)

    assert unicodedata.is_normalized("NFC", held)
    assert all(c.isprintable() or c == "\u00a0" for c in held)
    assert one_line(held) == held


@given(st.text(max_size=50))
def test_given_any_text_then_a_note_holds_it_in_nfc_and_keeps_its_lines(text):
    held = visible_lines(text)

    assert unicodedata.is_normalized("NFC", held)
    assert all(c.isprintable() or c in "\n\u00a0" for c in held)
    assert visible_lines(held) == held


async def test_given_letters_and_marks_typed_one_by_one_then_the_field_reads_as_the_whole_text_would(form):
    chance = Random(2026)
    keys = ["e", "\u0302", "\u0301", "o", "\u031b", "d", "đ", " ", "backspace"]
    async with form.run_test():
        field = form.screen.query_one("#name", Field)
        field.limit = 50
        for _ in range(300):
            field.value = typed = ""
            for key in chance.choices(keys, k=12):
                if key == "backspace":
                    field.delete(field.cursor_position - 1, field.cursor_position)
                    typed = typed[:-1]
                else:
                    field.insert(key, field.cursor_position)
                    typed = one_line(typed + key)
            assert field.value == typed
            assert field.cursor_position == len(typed)


async def test_given_a_full_field_when_one_types_on_then_the_letter_is_refused_with_words(form, press):
    async with form.run_test() as pilot:
        await press(pilot, *"Nguyễn Văn An")

        field = form.screen.query_one("#name", Field)
        assert field.value == "Nguyễn Văn"
        assert field.parent.note == "! Tối đa 10 ký tự; chữ vừa gõ không được nhận."
        await press(pilot, "backspace")
        assert field.value == "Nguyễn Vă"


async def test_given_a_note_when_more_is_pasted_than_fits_then_it_is_refused_whole_and_what_stood_there_stays(
    form, press
):
    async with form.run_test() as pilot:
        note = form.screen.query_one("#note", NoteArea)
        await press(pilot, "tab", *"một", "enter", *"hai")
        form.post_message(Paste("x" * 50))
        await press(pilot, *"!")

        assert note.value == "một\nhai!"
        assert note.parent.note.startswith("! Đoạn dán dài 50 ký tự")


async def test_given_text_set_by_the_program_when_it_is_decomposed_then_it_is_kept_composed(form):
    async with form.run_test():
        field, note = form.screen.query_one("#name", Field), form.screen.query_one("#note", NoteArea)
        field.value = note.value = unicodedata.normalize("NFD", "Huế")

        assert (field.value, note.value) == ("Huế", "Huế")


async def test_given_a_choice_when_arrows_or_letters_are_pressed_then_it_chooses_and_enter_goes_on(form, press):
    async with form.run_test() as pilot:
        choice = form.screen.query_one("#unit", Choice)
        await press(pilot, "tab", "tab", "right", "right", "right", "left")
        assert choice.value == 2
        await press(pilot, "p")
        assert choice.value == 1
        await press(pilot, "d")
        assert choice.value == 2
        await press(pilot, "d")
        assert choice.value == 0

        await press(pilot, "enter")
        assert form.focused.id == "papers"
        assert form.screen.entered == ["unit"]


async def test_given_options_that_do_not_fit_when_drawn_then_the_chosen_one_and_its_number_are_shown(form):
    async with form.run_test(size=(50, 24)):
        assert str(form.screen.query_one("#unit", Choice).render()) == "< Xã Quảng Điền >  1/3"


async def test_given_a_checklist_when_one_key_is_pressed_for_each_paper_then_all_are_set(form, press):
    async with form.run_test() as pilot:
        papers = form.screen.query_one("#papers", Checklist)
        await press(pilot, "shift+tab", "c", "k", "o")
        assert [check.state for check in papers.checks] == [PaperState.YES, PaperState.NO, PaperState.NOT_APPLICABLE]

        await press(pilot, "right", "right", "up", "space")
        assert [(check.state, check.kind) for check in papers.checks] == [
            (PaperState.YES, None),
            (PaperState.NOT_APPLICABLE, None),
            (PaperState.NOT_APPLICABLE, "copy"),
        ]
        assert "[có" in str(papers.render())
        use(Language.EN)
        assert "[yes" in str(papers.render())


async def test_given_a_form_when_enter_is_pressed_in_its_last_control_then_it_stays(form, press):
    async with form.run_test() as pilot:
        await press(pilot, "shift+tab", "enter")

        assert form.focused.id == "papers"


async def test_given_a_form_higher_than_the_terminal_when_it_shrinks_then_the_focused_control_stays_in_sight(
    form, press
):
    async with form.run_test(size=(80, 24)) as pilot:
        await press(pilot, "shift+tab")
        await pilot.resize_terminal(40, 10)
        await at_rest(pilot)
        await press(pilot, "shift+tab", "tab")
        papers = form.screen.query_one("#papers")

        assert form.screen.can_view_partial(papers)
        await pilot.resize_terminal(80, 24)
        assert form.focused is papers
