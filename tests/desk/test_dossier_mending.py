"""A dossier mended: corrected, taken back, made void, matched; nothing is erased, and everything is told."""

from __future__ import annotations

from tests.desk.dossier_steps import BIRTH, done, open_dossier, received, said, shown, type_keys

from communedb.desk.mend import correct
from communedb.desk.receive import receive
from communedb.domain.intake import Intake
from communedb.stores.dossier import read_dossier
from communetui.screens.dossier import DossierScreen
from communetui.screens.dossiers import DossiersScreen
from communetui.screens.entry import EntryForm


async def test_given_a_wrong_name_when_corrected_from_its_line_then_old_new_and_reason_are_told(centre, desk):
    lua = received(centre.open("reception"))
    async with desk("reception") as pilot:
        await open_dossier(pilot, lua)
        await type_keys(pilot, "enter")
        assert "Đang ghi: Nguyễn Thị Lụa" in shown(pilot)
        await type_keys(pilot, "=a", "enter", "enter")
        assert "! Chưa có lý do. Hãy ghi lý do." in shown(pilot)
        await type_keys(pilot, "=Gõ nhầm", "enter")
        assert said(pilot).startswith("* Đã sửa họ tên người nộp.")
        assert "Người nộp: Nguyễn Thị Lụaa" in shown(pilot)

        await type_keys(pilot, "tab", "tab")
        assert "họ tên người nộp: Nguyễn Thị Lụa -> Nguyễn Thị Lụaa" in shown(pilot)
        await type_keys(pilot, "tab")
        assert "Lê Thị Hoa - hồ sơ" in shown(pilot)
        assert "họ tên người nộp: Nguyễn Thị Lụa -> Nguyễn Thị Lụaa" in shown(pilot)


async def test_given_somebody_corrected_the_field_meanwhile_when_saved_then_theirs_is_shown_before_it_is_replaced(
    centre, desk
):
    lua = received(centre.open("reception"))
    async with desk("reception") as pilot:
        await open_dossier(pilot, lua)
        await type_keys(pilot, "enter", "= Hoa", "enter", "=Theo thẻ")
        theirs = ("applicant_name", "Nguyễn Thị Lụa", "Nguyễn Thị Lúa", "Theo khai sinh")
        centre.open("specialist").write(correct, lua, *theirs)
        await type_keys(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, EntryForm)
        assert "vừa được người khác đổi thành: Nguyễn Thị Lúa" in said(pilot)
        assert "Nguyễn Thị Lụa Hoa" in shown(pilot)
        await type_keys(pilot, "ctrl+s")
        assert "Người nộp: Nguyễn Thị Lụa Hoa" in shown(pilot)


async def test_given_a_field_with_names_when_corrected_then_it_is_chosen_and_not_typed(centre, desk):
    lua = received(centre.open("reception"))
    async with desk("reception") as pilot:
        await open_dossier(pilot, lua)
        await type_keys(pilot, "f7", "s", *["down"] * 12, "enter")
        assert "Đang ghi: Trực tiếp" in shown(pilot)
        await type_keys(pilot, "right", "enter", "=Nộp qua cổng", "enter")
    assert read_dossier(centre.open("reception").db, lua).row["channel"] == "online"


async def test_given_a_step_taken_by_mistake_when_taken_back_then_the_dossier_stands_where_it_did(centre, desk):
    register = centre.open("leader")
    lua = received(centre.open("reception"))
    done(register, lua, "decided")
    async with desk("reception") as pilot:
        await open_dossier(pilot, lua)
        await type_keys(pilot, "f7", "h")
        assert "Chỉ người đã làm bước này, trong cùng ngày, hoặc lãnh đạo" in shown(pilot)
        await type_keys(pilot, "escape")
    async with desk("leader") as pilot:
        await open_dossier(pilot, lua)
        await type_keys(pilot, "f7", "h")
        assert "Thu hồi bước: Quyết định, 08:00 23/11/2026, Phan Thị Mai." in shown(pilot)
        await type_keys(pilot, "=Nhầm hồ sơ", "enter")
        assert said(pilot) == "* Đã thu hồi: Quyết định."
        assert "Tình trạng: Đã tiếp nhận" in shown(pilot)
        await type_keys(pilot, "tab", "tab")
        assert "Quyết định - Phan Thị Mai (đã thu hồi)" in shown(pilot)


async def test_given_a_dossier_entered_by_mistake_when_made_void_then_it_is_asked_said_and_nothing_more_is_offered(
    centre, desk
):
    lua = received(centre.open("reception"))
    async with desk("reception") as pilot:
        await open_dossier(pilot, lua)
        await type_keys(pilot, "f7", "z", "escape")
        assert isinstance(pilot.app.screen, DossierScreen)
        await type_keys(pilot, "f7", "z", "enter", "=Nhập hai lần", "enter")
        assert "! Hồ sơ đã hủy do nhập nhầm: Nhập hai lần" in shown(pilot)
        await type_keys(pilot, "f7", "i")
        assert "Hồ sơ đã hủy do nhập nhầm, không làm gì thêm được." in shown(pilot)
        await type_keys(pilot, "escape", "ctrl+n")
        assert said(pilot).startswith("! Hồ sơ đã hủy")


async def test_given_a_procedure_typed_by_hand_when_matched_then_code_and_name_are_the_catalogues(centre, desk):
    typed = {"procedure": {"name": "Khai sinh cho trẻ"}, "applicant": {"name": "Nguyễn Thị Lụa"}}
    key = centre.open("reception").write(receive, Intake.model_validate(typed)).dossier
    async with desk("reception") as pilot:
        await open_dossier(pilot, key)
        assert "(chưa gắn danh mục) Khai sinh cho trẻ" in shown(pilot)
        await type_keys(pilot, "f7", "p", "ctrl+s")
        assert "! Chưa có phần này" in shown(pilot)
        await type_keys(pilot, "=dang ky khai sinh", "enter")
        assert isinstance(pilot.app.screen, DossierScreen)
        assert "chưa gắn danh mục" not in shown(pilot)
    assert read_dossier(centre.open("reception").db, key).row["procedure_code"]


async def test_given_another_systems_code_when_noted_then_the_dossier_is_found_by_it(centre, desk):
    lua = received(centre.open("reception"))
    async with desk("reception") as pilot:
        await open_dossier(pilot, lua)
        await type_keys(pilot, "f7", "m", "=Cổng dịch vụ công", "enter", "enter")
        assert "Chưa có mã. Hãy nhập mã của hệ thống kia." in shown(pilot)
        await type_keys(pilot, "=G22", "ctrl+s")
        assert "Mã khác: Cổng dịch vụ công G22" in shown(pilot)
        await type_keys(pilot, "f3", "=g22")
        assert isinstance(pilot.app.screen, DossiersScreen)
        assert "Nguyễn Thị Lụa" in shown(pilot)


async def test_given_facts_from_a_scanner_when_compared_with_the_card_then_one_letter_says_so(centre, desk):
    intake = {"procedure_code": BIRTH, "applicant": {"name": "NGUYEN THI LUA"}, "unchecked": ["applicant_name"]}
    key = centre.open("reception").write(receive, Intake.model_validate(intake)).dossier
    async with desk("reception") as pilot:
        await open_dossier(pilot, key)
        assert "? Cần kiểm tra với thẻ: họ tên người nộp. Kiểm tra xong bấm F7 E." in shown(pilot)
        assert "NGUYEN THI LUA (cần kiểm tra)" in shown(pilot)
        await type_keys(pilot, "f7", "e")
        assert said(pilot) == "* Đã ghi là đã kiểm tra với thẻ."
        assert "cần kiểm tra" not in shown(pilot)


async def test_given_a_form_with_nothing_typed_when_escape_is_pressed_then_nobody_is_asked(centre, desk):
    lua = received(centre.open("reception"))
    async with desk("reception") as pilot:
        await open_dossier(pilot, lua)
        await type_keys(pilot, "f7", "i", "escape")
        assert isinstance(pilot.app.screen, DossierScreen)
