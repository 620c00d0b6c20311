"""An ID card scanned anywhere in the intake form: numbers are sure, letters are checked, known people preferred."""

from __future__ import annotations

from tests.app.intake_desk import BIRTH, at_desk, receive_before

NEW = "046190012399||Trần Thị Hoa|05031990|Nữ|Thôn 1, Quảng Phước, Quảng Điền, Thừa Thiên Huế|01012021"
NO_MARKS = "046090012345||NGUYEN VAN DUC|01011990|Nam|Thon Thach Binh|01012021"
OTHER_NAME = "046090012345||Nguyễn Văn Đạt|01011990|Nam|Thôn Thạch Bình|01012021"

EVERYWHERE = ["procedure", "kind", "id_number", "name", "papers", "fees", "note"]
"""One control of each kind; tests/terminal tries more of them with a scanner's own pace."""


async def test_given_the_cursor_anywhere_when_a_card_is_scanned_then_it_fills_the_applicant_and_nothing_else(centre):
    async with at_desk(centre) as desk:
        for place in EVERYWHERE:
            await desk.enter("sao y")
            before = desk.intake.form.state
            await desk.go_to(place)
            await desk.type(NEW)
            await desk.press("enter")

            state = desk.intake.form.state
            changed = {name for name in type(state).model_fields if getattr(state, name) != getattr(before, name)}
            assert changed == {"id_number", "name", "birth", "sex", "address", "unchecked"}, place
            assert (state.id_number, state.birth, state.sex) == ("046190012399", "05/03/1990", "female"), place
            assert (state.unit, state.unit_text) == ("", ""), "an old unit is never guessed into a new one"
            assert state.address == "Thôn 1, Quảng Phước, Quảng Điền, Thừa Thiên Huế", place
            await desk.begin_anew()


async def test_given_a_scanned_name_when_it_is_changed_or_confirmed_then_it_need_not_be_checked_any_more(centre):
    async with at_desk(centre) as desk:
        await desk.type(NEW)
        await desk.press("enter")
        assert "Cần kiểm tra với thẻ: địa chỉ, họ và tên" in desk.summary
        assert desk.note("name") == "? cần kiểm tra với thẻ"

        await desk.go_to("name")
        await desk.type("i")
        assert desk.intake.form.state.unchecked == ("address",)
        assert desk.note("name") == ""
        await desk.press("f12")
        assert desk.intake.form.state.unchecked == ()
        assert "kiểm tra với thẻ" not in desk.summary


async def test_given_a_scan_nobody_looked_at_when_it_is_saved_then_the_dossier_says_so(centre):
    async with at_desk(centre) as desk:
        await desk.type(NEW)
        await desk.press("enter")
        await desk.type("khai sinh")
        await desk.press("enter", "ctrl+s")
        assert desk.rows("SELECT applicant_name, unchecked FROM dossier") == [
            ("Trần Thị Hoa", "applicant_address,applicant_name")
        ]


async def test_given_a_known_person_when_a_scanner_drops_marks_then_the_kept_name_and_address_stand(centre):
    receive_before(centre)
    async with at_desk(centre) as desk:
        await desk.type(NO_MARKS)
        await desk.press("enter")
        assert desk.value("name") == "Nguyễn Văn Đức"
        assert desk.value("phone") == "0905123456"
        assert desk.value("unit") == "Xã Quảng Điền, Thành phố Huế"
        assert desk.intake.form.state.unchecked == ()
        assert "Đã có trong sổ: Nguyễn Văn Đức" in desk.notice


async def test_given_a_known_person_when_the_card_has_another_name_then_both_are_shown(centre):
    receive_before(centre)
    async with at_desk(centre) as desk:
        await desk.type(OTHER_NAME)
        await desk.press("enter")
        assert desk.value("name") == "Nguyễn Văn Đức"
        assert "Thẻ ghi Nguyễn Văn Đạt, sổ ghi Nguyễn Văn Đức" in desk.summary
        assert desk.intake.form.state.unchecked == ("name",)


async def test_given_somebody_else_in_the_form_when_a_card_is_scanned_then_it_asks_before_it_replaces(centre):
    receive_before(centre)
    async with at_desk(centre) as desk:
        await desk.type(NO_MARKS)
        await desk.press("enter")
        await desk.type(NEW)
        await desk.press("enter", "escape")
        assert desk.value("name") == "Nguyễn Văn Đức"
        await desk.type(NEW)
        await desk.press("enter", "enter")
        assert desk.value("name") == "Trần Thị Hoa"
        assert desk.value("phone") == "", "nothing of the other person stays"
        assert desk.intake.form.state.known_person is None


async def test_given_the_part_of_who_hands_in_when_a_card_is_scanned_there_then_it_is_theirs(centre):
    receive_before(centre)
    async with at_desk(centre) as desk:
        await desk.type(NO_MARKS)
        await desk.press("enter", "ctrl+o")
        await desk.type(NEW)
        await desk.press("enter")
        state = desk.intake.form.state
        assert (state.name, state.submitter_name) == ("Nguyễn Văn Đức", "Trần Thị Hoa")
        assert state.submitter_id_number == "046190012399"


async def test_given_a_number_that_is_corrected_when_it_is_somebody_elses_then_nothing_of_the_first_stays(centre):
    receive_before(centre)
    async with at_desk(centre) as desk:
        await desk.go_to("id_number")
        await desk.enter("046090012345")
        assert desk.value("name") == "Nguyễn Văn Đức"
        await desk.go_to("id_number")
        await desk.press("backspace")
        await desk.enter("6")
        assert desk.app.focused.id == "name"
        assert (desk.value("name"), desk.value("phone"), desk.value("unit")) == ("", "", "")


async def test_given_a_few_letters_of_a_known_name_when_one_is_picked_then_everything_known_is_filled(centre):
    receive_before(centre)
    async with at_desk(centre) as desk:
        await desk.go_to("name")
        await desk.type("nguyen duc")
        await desk.until(lambda: bool(desk.intake.form.control("name")._list.found))
        await desk.press("down", "enter")
        assert desk.value("id_number") == "046090012345"
        assert desk.value("address") == "Thôn Thạch Bình"
        assert desk.intake.form.state.known_person is not None
        await desk.go_to("name")
        await desk.type(" Anh")
        assert desk.intake.form.state.known_person is None, "another name is another person"


async def test_given_a_scanned_code_when_it_is_a_procedures_then_it_is_picked(centre):
    async with at_desk(centre) as desk:
        await desk.go_to("note")
        await desk.type(BIRTH)
        await desk.press("enter")
        assert desk.value("procedure") == "Thủ tục đăng ký khai sinh"
        assert desk.value("note") == ""
