"""A dossier from the counter to the citizen's hand, by keys, each officer in turn."""

from __future__ import annotations

from tests.desk.dossier_steps import burst, done, open_dossier, received, said, shown, type_keys

from communedb.domain.status import Status
from communedb.stores.dossier import read_dossier
from communetui.screens.dossier import DossierScreen
from communetui.screens.entry import EntryForm
from communetui.widgets.dialogs import Confirm

NAM_CARD = "046090000001||Trần Văn Nam|01011990|Nam|Thôn 1, Quảng Phước|01012021"


def read(centre, dossier, role="reception"):
    return read_dossier(centre.open(role).db, dossier)


async def test_given_a_lacking_paper_when_asked_for_and_received_then_the_clock_waits_and_the_paper_is_there(
    centre, desk
):
    lua = received(centre.open("reception"))
    async with desk("reception") as pilot:
        await open_dossier(pilot, lua)
        centre.clock.set("2026-11-25 09:00")
        await type_keys(pilot, "f7", "b", "tab", "tab", "ctrl+s")
        assert "Chưa có phần này" in shown(pilot)
        await type_keys(pilot, "shift+tab", "=Đơn của cha; Đơn của mẹ", "tab", "=Thiếu giấy tờ", "ctrl+s")
        assert isinstance(pilot.app.screen, Confirm)
        assert "Đã ghi: yêu cầu bổ sung. In mẫu 02" in shown(pilot)
        await type_keys(pilot, "escape")
        assert "Chờ bổ sung" in shown(pilot)
        assert "tạm dừng tính thời hạn" in shown(pilot)

        centre.clock.set("2026-12-02 09:00")
        await type_keys(pilot, "f7", "n", "enter", "enter")
        assert "Hẹn trả: 17:30 04/12/2026." in shown(pilot)
        await type_keys(pilot, "escape")

    found = read(centre, lua)
    assert found.state.status is Status.RECEIVED
    states = {paper["name"]: paper["state"] for paper in found.papers}
    assert states["Đơn của cha"] == states["Đơn của mẹ"] == "yes"
    assert states["Tờ khai cấp Giấy xác nhận tình trạng hôn nhân theo mẫu"] == "yes"


async def test_given_a_second_supplement_request_when_asked_for_and_saved_then_the_officer_is_warned(centre, desk):
    register = centre.open("reception")
    lua = received(register)
    paper = [{"name": "Giấy chứng sinh", "state": "no"}]
    done(register, lua, "supplement_requested", papers=paper, reason="Thiếu")
    done(register, lua, "supplement_received")
    async with desk("reception") as pilot:
        await open_dossier(pilot, lua)
        await type_keys(pilot, "f7", "b")
        assert "? Đây là lần yêu cầu bổ sung thứ 2" in shown(pilot)  # before it is done
        await type_keys(pilot, "tab", "tab", "=Mờ", "ctrl+s")
        assert "Đây là lần yêu cầu bổ sung thứ 2" in shown(pilot)
        await type_keys(pilot, "escape")
        assert "? Đã yêu cầu bổ sung 2 lần" in shown(pilot)


async def test_given_the_specialist_and_the_leader_when_each_does_their_part_then_the_result_waits_at_the_counter(
    centre, desk
):
    lua = received(centre.open("reception"))
    async with desk("reception") as pilot:
        await open_dossier(pilot, lua)
        await type_keys(pilot, "f7", "c", "enter", "enter", "enter")
        assert "! Chưa có phần này" in shown(pilot)  # nobody is chosen by accident
        await type_keys(pilot, "d", "enter", "enter", "enter")
        assert "Phụ trách: Nguyễn Văn Dũng, giấy tờ ở: Lê Thị Hoa" in shown(pilot)
    async with desk("leader") as pilot:
        await open_dossier(pilot, lua)
        await type_keys(pilot, "f7", "q", "ctrl+s")
        assert said(pilot) == "* Đã ghi: quyết định."
        await type_keys(pilot, "f7", "k", "=12/XN-UBND", "enter", "enter")
        assert "Có kết quả" in shown(pilot)
        await type_keys(pilot, "tab", "tab")
        assert "số kết quả: 12/XN-UBND" in shown(pilot)


async def test_given_somebody_authorised_when_the_result_is_taken_then_name_number_and_paper_are_asked_for(
    centre, desk
):
    lua = received(centre.open("reception"))
    leader = centre.open("leader")
    done(leader, lua, "decided")
    done(leader, lua, "result_ready")
    async with desk("reception") as pilot:
        await open_dossier(pilot, lua)
        await type_keys(pilot, "f7", "r")
        assert "Giấy ủy quyền" not in shown(pilot)
        await type_keys(pilot, "right", f"={NAM_CARD}", "enter")
        assert "Trần Văn Nam" in shown(pilot)
        await type_keys(pilot, "ctrl+s")
        assert "! Chưa có phần này" in shown(pilot)
        await type_keys(pilot, "=Giấy ủy quyền số 12/2026", "enter", "right", "enter")
        assert "Đã trả kết quả" in shown(pilot)

    given = read(centre, lua).events[-1].details["recipient"]
    assert given == {
        "is_applicant": False,
        "name": "Trần Văn Nam",
        "id_number": "046090000001",
        "authorisation": "Giấy ủy quyền số 12/2026",
        "slip": "lost",
    }


async def test_given_the_applicant_comes_when_the_result_is_taken_then_three_keys_are_enough_and_two_for_the_mark(
    centre, desk
):
    lua = received(centre.open("reception"))
    leader = centre.open("leader")
    done(leader, lua, "decided")
    done(leader, lua, "result_ready")
    async with desk("reception") as pilot:
        await open_dossier(pilot, lua)
        await type_keys(pilot, "f7", "r", "ctrl+s")
        assert said(pilot).startswith("* Đã ghi: trả kết quả. Hỏi người dân: Ins rồi 1 rất tốt")
        assert "Hài lòng: chưa ghi (Ins)" in shown(pilot)
        await type_keys(pilot, "insert", "3")
        assert "Hài lòng: chưa tốt, cán bộ ghi thay" in shown(pilot)
        await type_keys(pilot, "insert", "5")
        assert "Hài lòng: tốt, người dân tự chọn" in shown(pilot)
        await type_keys(pilot, "tab", "tab")
        assert "chưa tốt, cán bộ ghi thay" in shown(pilot)
    assert read(centre, lua).state.mark == "good"


async def test_given_a_late_dossier_when_extended_then_a_wrong_date_is_said_in_place_and_a_right_one_counts(
    centre, desk
):
    lua = received(centre.open("reception"))
    centre.clock.set("2026-11-30 09:00")
    async with desk("leader") as pilot:
        await open_dossier(pilot, lua)
        assert "! QUÁ HẠN 1 ngày làm việc" in shown(pilot)
        await type_keys(pilot, "f7", "g", "=27/11", "tab", "tab", "=Máy chủ hỏng", "ctrl+s")
        assert "Ngày hẹn mới phải sau ngày hẹn hiện tại (17:30 27/11/2026)" in shown(pilot)
        assert "Máy chủ hỏng" in shown(pilot)
        await type_keys(pilot, *["shift+tab"] * 2, *["backspace"] * 5, "=03/12/2026", "tab", "=10h", "ctrl+s")
        assert "In mẫu 04" in shown(pilot)
        await type_keys(pilot, "escape")
        assert "Hẹn trả: 10:00 03/12/2026, còn 3 ngày làm việc" in shown(pilot)


async def test_given_a_fee_when_paid_then_method_and_receipt_are_kept_and_what_is_left_is_shown(centre, desk):
    register = centre.open("reception")
    lua = received(register)
    async with desk("reception") as pilot:
        await open_dossier(pilot, lua)
        await type_keys(pilot, "f7", "t", "=mười nghìn", "ctrl+s")
        assert isinstance(pilot.app.screen, EntryForm)
        await type_keys(pilot, *["backspace"] * 10, "=10.000", "enter", "right", "enter", "=AA/26E", "enter", "=0012")
        await type_keys(pilot, "enter")
        assert "đã thu 10.000 đ" in shown(pilot)

    assert read(centre, lua).events[-1].details == {
        "amount": 10_000,
        "method": "transfer",
        "receipt_series": "AA/26E",
        "receipt_number": "0012",
    }


async def test_given_a_step_that_happened_earlier_when_its_time_is_typed_then_it_is_kept_with_both_times(centre, desk):
    lua = received(centre.open("reception"))
    centre.clock.set("2026-11-25 15:00")
    async with desk("leader") as pilot:
        await open_dossier(pilot, lua)
        await type_keys(pilot, "f7", "q", "tab", "tab", "=16:10 23/11/2026", "ctrl+s", "tab", "tab")
        assert "16:10 23/11/2026 Quyết định" in shown(pilot)
        assert "nhập vào lúc 15:00 25/11/2026" in shown(pilot)


async def test_given_a_dossier_that_is_stopped_then_form_05_is_offered_and_tells_who_asked_for_it(centre, desk):
    lua = received(centre.open("reception"))
    async with desk("specialist") as pilot:
        await open_dossier(pilot, lua)
        await type_keys(pilot, "f7", "d", "=Đương sự chết", "tab", "=Con của đương sự", "ctrl+s")
        assert "Đã ghi: dừng xử lý. In mẫu 05" in shown(pilot)
        await type_keys(pilot, "escape", "f8")
        assert "Mẫu 05: Thông báo dừng giải quyết hồ sơ" in shown(pilot)
    stopped = read(centre, lua).events[-1]
    assert (stopped.form, stopped.reason) == ("05", "Đương sự chết")
    assert stopped.details == {"requested_by": "Con của đương sự"}


async def test_given_another_officer_was_quicker_when_saved_then_it_is_said_and_the_dossier_is_read_again(centre, desk):
    lua = received(centre.open("reception"))
    async with desk("reception") as pilot:
        await open_dossier(pilot, lua)
        await type_keys(pilot, "f7", "u", "=Công dân xin rút")
        done(centre.open("leader"), lua, "decided")
        await type_keys(pilot, "ctrl+s")
        assert 'Hồ sơ đang ở trạng thái "Đã có quyết định"' in said(pilot)
        assert "Công dân xin rút" in shown(pilot)
        await type_keys(pilot, "escape")
        assert "Bỏ những gì vừa nhập?" in shown(pilot)
        await type_keys(pilot, "enter")
        assert "Tình trạng: Đã có quyết định" in shown(pilot)


async def test_given_steps_that_are_not_possible_then_the_menu_says_why_and_so_does_the_register_of_commands(
    centre, desk
):
    lua = received(centre.open("reception"))
    async with desk("reception") as pilot:
        await open_dossier(pilot, lua)
        await type_keys(pilot, "f7", "q")
        assert "! Việc này cần vai trò: lãnh đạo." in shown(pilot)
        await type_keys(pilot, "r")
        assert 'Hồ sơ đang ở trạng thái "Đã tiếp nhận", không trả kết quả được.' in shown(pilot)
        await type_keys(pilot, "escape", "ctrl+p", "=quyet dinh")
        assert "(Quyết định) Việc này cần vai trò: lãnh đạo." in shown(pilot)
        await type_keys(pilot, "enter")
        assert said(pilot) == "! Việc này cần vai trò: lãnh đạo."


async def test_given_another_app_is_open_when_a_step_is_wanted_then_the_dossier_is_read_and_it_says_why_not(
    centre, desk
):
    lua = received(centre.open("reception"))
    async with desk("leader"), desk("reception") as second:
        await open_dossier(second, lua)
        assert "Nguyễn Thị Lụa" in shown(second)
        await type_keys(second, "f7")
        assert isinstance(second.app.screen, DossierScreen)
        assert said(second).startswith("! ")
        await type_keys(second, "ctrl+f")
        assert isinstance(second.app.screen, DossierScreen)


async def test_given_a_choice_that_shows_more_rows_when_typed_on_in_one_burst_then_each_key_goes_to_its_row(
    centre, desk
):
    lua = received(centre.open("reception"))
    leader = centre.open("leader")
    done(leader, lua, "decided")
    done(leader, lua, "result_ready")
    async with desk("reception") as pilot:
        await open_dossier(pilot, lua)
        await burst(pilot, "f7", "r", "right", "tab", *"Trần Nam", "tab", *"0460", "tab", *"GUQ 12", "enter", "enter")
        assert "Đã trả kết quả" in shown(pilot)

    given = read(centre, lua).events[-1].details["recipient"]
    assert (given["name"], given["id_number"], given["authorisation"]) == ("Trần Nam", "0460", "GUQ 12")
