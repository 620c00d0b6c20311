"""The intake form as an officer works with it: few keys, everything live, nothing blocks that need not."""

from __future__ import annotations

import pytest
from tests.app.intake_desk import BIRTH, at_desk, receive_before

from communedb.domain.intake import PaperState
from communedb.stores.dossier import read_dossier
from communetui.screens.received import ReceivedScreen


async def test_given_a_known_applicant_when_a_birth_is_registered_then_it_takes_at_most_twelve_keys(centre):
    receive_before(centre)
    async with at_desk(centre) as desk:
        await desk.enter("khai sinh")
        await desk.type("046090012345")
        await desk.press("enter", "t", "ctrl+s")
        assert isinstance(desk.app.screen, ReceivedScreen)
        await desk.press("enter")
        await desk.until(lambda: bool(desk.rows("SELECT 1 FROM print")))

        assert desk.keys == 6
        (row,) = desk.rows("SELECT id FROM dossier WHERE procedure_code = ?", BIRTH)
        dossier = read_dossier(desk.register.db, row[0])
        assert dossier.row["applicant_name"] == "Nguyễn Văn Đức"
        assert dossier.row["applicant_phone"] == "0905123456"
        assert dossier.row["fee_amount"] == 0
        assert {paper["state"] for paper in dossier.papers if not paper["condition"]} == {"yes"}
        assert {paper["state"] for paper in dossier.papers if paper["condition"]} == {"not_applicable"}


async def test_given_the_same_person_and_procedure_still_open_then_its_code_and_date_are_shown(centre):
    earlier = receive_before(centre, BIRTH)
    async with at_desk(centre) as desk:
        await desk.enter("khai sinh")
        await desk.enter("046090012345")
        await desk.shows(f"Đã có hồ sơ {earlier.code} nhận 23/11/2026, đã tiếp nhận")
        await desk.press("ctrl+s")
        assert isinstance(desk.app.screen, ReceivedScreen), "it never blocks"


async def test_given_a_number_that_does_not_fit_then_it_warns_and_is_taken(centre):
    async with at_desk(centre) as desk:
        await desk.enter("khai sinh")
        await desk.enter("046190012345")
        await desk.type("Nguyễn Văn Tâm")
        await desk.press("tab")
        await desk.type("1/2/1985")
        await desk.press("tab", "n")
        assert desk.value("birth") == "01/02/1985"
        await desk.press("tab")
        assert "Giới tính không khớp với số định danh" in desk.summary
        assert "Năm sinh 1985 không khớp" in desk.summary
        await desk.press("ctrl+s")
        assert desk.rows("SELECT applicant_birth, applicant_sex FROM dossier") == [("1985-02-01", "male")]


WRONG = [
    ("id_number", "0460A0012345", "chữ số"),
    ("birth", "30/02/1990", "30/02/1990"),
    ("unit", "Quảng Phước cũ", "Quảng Phước cũ"),
    ("sets", "0", "1 đến 99"),
    ("fee_typed", "hai nghìn", "hai nghìn"),
    ("submitter_id_number", "123", "có 3 chữ số"),
]


async def test_given_something_that_cannot_be_taken_when_saving_then_the_cursor_goes_there_and_says_why(centre):
    async with at_desk(centre) as desk:
        for control, typed, told in WRONG:
            await desk.enter("khai sinh")
            await desk.go_to("name")
            await desk.type("Hồ Thị Lài")
            if control.startswith("submitter"):
                await desk.press("ctrl+o")
                await desk.type("Hồ Văn Nghĩa")
            await desk.go_to(control)
            desk.intake.form.control(control).value = ""
            await desk.type(typed)
            await desk.press("ctrl+s")

            assert desk.app.focused.id == control
            assert told in desk.notice, control
            assert desk.rows("SELECT 1 FROM dossier") == [], control
            await desk.begin_anew()


async def test_given_somebody_who_hands_in_and_another_commune_then_their_parts_open_by_one_key_and_are_saved(centre):
    receive_before(centre)
    async with at_desk(centre) as desk:
        await desk.enter("khai sinh")
        await desk.type("046090012345")
        await desk.press("enter", "ctrl+o")
        await desk.type("Nguyễn Thị Hạnh")
        await desk.press("tab", "tab")
        await desk.type("vợ")
        await desk.press("ctrl+r", "tab")
        await desk.type("quang dien")
        await desk.press("down", "enter")
        await desk.go_to("portal_code")
        await desk.type("000.00.00.H57-261123-0001")
        await desk.go_to("other_codes")
        await desk.type("Hộ tịch: HT-77; 123")
        await desk.press("ctrl+s")

        columns = "submitter_name, submitter_relation, reception_place, official_place"
        (row,) = desk.rows(f"SELECT {columns} FROM dossier WHERE procedure_code = ?", BIRTH)
        assert row == ("Nguyễn Thị Hạnh", "vợ", "19867", "19867")
        assert set(desk.rows("SELECT system, code FROM outside_code")) == {
            ("Cổng Dịch vụ công quốc gia", "000.00.00.H57-261123-0001"),
            ("Hộ tịch", "HT-77"),
            ("Hệ thống khác", "123"),
        }


async def test_given_an_empty_part_when_its_key_is_pressed_again_then_it_closes(centre):
    async with at_desk(centre) as desk:
        part = desk.intake.form.query_one("#submitter_part")
        await desk.press("ctrl+o")
        assert part.display
        await desk.press("ctrl+o")
        assert not part.display
        await desk.press("ctrl+o")
        await desk.type("Nguyễn Thị Hạnh")
        await desk.press("ctrl+o")
        assert part.display, "what is typed does not vanish"


async def test_given_a_paper_of_the_citizens_own_then_it_is_added_there_and_can_be_taken_out_again(centre):
    async with at_desk(centre) as desk:
        await desk.type("khai sinh")
        await desk.press("enter", "ctrl+n")
        await desk.enter("Đơn xin đổi họ")
        lines = desk.intake.form.state.papers
        assert (lines[-1].name, lines[-1].state, lines[-1].own) == ("Đơn xin đổi họ", PaperState.YES, True)
        await desk.press("right", "+")
        line = desk.intake.form.state.papers[-1]
        assert (line.kind, line.quantity) == ("certified", 2)
        await desk.press("delete")
        assert "Đơn xin đổi họ" not in [one.name for one in desk.intake.form.state.papers]


async def test_given_an_enterprise_then_its_tax_code_is_no_citizens_number(centre):
    async with at_desk(centre) as desk:
        await desk.enter("ho kinh doanh")
        await desk.go_to("id_number")
        await desk.type("3301234567")
        await desk.press("tab")
        assert "đối tượng là doanh nghiệp?" in desk.summary
        await desk.go_to("kind")
        await desk.press("right")
        assert desk.intake.form.control("birth").disabled
        await desk.go_to("name")
        await desk.type("Công ty TNHH Phú Lộc")
        await desk.press("ctrl+s")
        assert desk.rows("SELECT applicant_kind, applicant_id_number FROM dossier") == [("enterprise", "3301234567")]


async def test_given_another_language_when_it_is_switched_then_the_form_keeps_what_it_holds(centre):
    receive_before(centre)
    async with at_desk(centre) as desk:
        await desk.enter("khai sinh")
        await desk.enter("046090012345")
        before = desk.intake.form.state
        await desk.press("ctrl+t")
        assert "Due: 17:30 23/11/2026 (same day)" in desk.summary
        assert "Fee: none" in desk.summary
        assert desk.intake.form.state == before


async def test_given_a_register_open_elsewhere_then_it_says_so_and_does_not_save(centre):
    async with at_desk(centre, read_only=True) as desk:
        assert "Sổ đang mở ở cửa sổ khác" in desk.summary
        await desk.type("khai sinh")
        await desk.press("enter", "ctrl+s")
        assert "không lưu được" in desk.notice
        await desk.press("f7")
        assert "không lưu được" in desk.notice


async def test_given_a_small_terminal_then_the_promise_is_in_sight_wherever_the_cursor_is(centre):
    async with at_desk(centre, size=(40, 10)) as desk:
        await desk.enter("khai sinh")
        await desk.go_to("note")
        lines = desk.intake.query_one("SummaryLines")
        assert desk.intake.can_view_entire(lines)
        assert "17:30 23/11/2026" in desk.summary


async def test_given_no_number_when_enter_is_pressed_in_it_then_the_name_is_next(centre):
    async with at_desk(centre) as desk:
        await desk.type("khai sinh")
        await desk.press("enter", "enter")
        assert desk.app.focused.id == "name"


@pytest.mark.parametrize(
    ("control", "wrong", "right", "kept"),
    [
        ("id_number", "04609001234", "5", "046090012345"),
        ("birth", "31/02/199", "backspace", "31/02/19"),
        ("submitter_id_number", "19123456", "7", "191234567"),
    ],
)
async def test_given_a_value_that_is_refused_when_enter_is_pressed_then_the_cursor_stays_until_mended_or_left(
    centre, control, wrong, right, kept
):
    async with at_desk(centre) as desk:
        if control.startswith("submitter"):
            await desk.press("ctrl+o")
        await desk.go_to(control)
        await desk.type(wrong)
        await desk.press("enter")
        assert desk.app.focused.id == control
        assert desk.note(control).startswith("!")
        await desk.press(right)
        assert desk.value(control) == kept
        await desk.press("tab")
        assert desk.app.focused.id != control


async def test_given_a_passport_when_its_number_is_typed_then_it_is_taken_and_finds_its_holder_again(centre):
    receive_before(centre, id_number="C1234567", name="Trần Thị Sen")
    async with at_desk(centre) as desk:
        await desk.go_to("id_number")
        await desk.type("c1234567")
        await desk.press("enter")
        assert desk.value("id_number") == "C1234567"
        assert desk.value("name") == "Trần Thị Sen"


async def test_given_markup_and_emoji_in_what_is_typed_then_it_is_shown_and_kept_as_it_reads(centre):
    async with at_desk(centre) as desk:
        await desk.enter("[red]thủ tục[/red] lạ 😀")
        await desk.go_to("name")
        await desk.type("[b]Hồ Thị Lài")
        await desk.press("f7")
        assert "[b]Hồ Thị Lài - [red]thủ tục[/red] lạ 😀" in desk.notice
