"""Procedure, promise and fee as the intake form follows what is typed."""

from __future__ import annotations

from tests.app.intake_desk import at_desk, receive_before


async def test_given_a_few_letters_or_the_code_when_enter_is_pressed_then_the_procedure_and_its_promise_stand(centre):
    async with at_desk(centre) as desk:
        for typed in ("khai sinh", "Khai Sinh", "1.001193", "lam giay khai sinh"):
            await desk.enter(typed)

            assert desk.value("procedure") == "Thủ tục đăng ký khai sinh", typed
            assert "Hẹn trả: 17:30 23/11/2026 (trong ngày)" in desk.summary
            assert "Lệ phí: không thu" in desk.summary
            assert "chưa xem 7" in desk.summary
            assert desk.app.focused.id == "id_number"
            await desk.begin_anew()


async def test_given_a_promise_over_tet_of_next_year_then_it_is_told_to_be_expected(centre):
    centre.clock.set("2027-01-25 09:00")
    async with at_desk(centre) as desk:
        await desk.enter("thuong tru")
        assert "Hẹn trả: dự kiến" in desk.summary


async def test_given_a_procedure_without_a_limit_then_it_is_asked_for_and_the_date_follows_each_digit(centre):
    async with at_desk(centre) as desk:
        await desk.enter("1.000894")
        assert "chưa có thời hạn – hãy nhập" in desk.summary
        assert desk.app.focused.id == "limit_amount"
        await desk.type("3")
        assert "17:30 27/11/2026 (3 ngày làm việc)" in desk.summary, "24 November is a day off"
        await desk.type("0000")
        assert "chưa có thời hạn – hãy nhập" in desk.summary


async def test_given_several_limits_when_another_is_chosen_then_the_date_follows(centre):
    async with at_desk(centre) as desk:
        await desk.enter("sao y")
        assert "23/11/2026 (trong ngày)" in desk.summary
        await desk.go_to("limit")
        await desk.press("right")
        assert "26/11/2026 (2 ngày làm việc)" in desk.summary
        await desk.press("right")
        assert "chưa có thời hạn" in desk.summary, "the last one is typed"


async def test_given_a_procedure_that_is_not_in_the_list_then_its_name_and_a_typed_limit_are_received(centre):
    async with at_desk(centre) as desk:
        await desk.enter("Xác nhận đoàn viên danh dự")
        assert "Thủ tục ngoài danh mục" in desk.summary
        await desk.type("5")
        await desk.go_to("name")
        await desk.type("Hồ Thị Lài")
        await desk.press("ctrl+s")

        assert desk.rows(
            "SELECT procedure, procedure_code, procedure_name, json_extract(time_limit, '$.amount') FROM dossier"
        ) == [(None, "", "Xác nhận đoàn viên danh dự", 5)]


async def test_given_two_alternative_fees_then_none_is_taken_until_the_officer_ticks_one(centre):
    async with at_desk(centre) as desk:
        await desk.enter("1.004194")
        assert "Lệ phí: chưa chọn mức" in desk.summary
        await desk.go_to("fees")
        await desk.press("down")
        await desk.type("4")
        assert "Lệ phí: 40.000 đ" in desk.summary, "four persons by list"
        await desk.go_to("channel")
        await desk.press("right")
        assert "Lệ phí: 20.000 đ" in desk.summary, "online"


async def test_given_pages_and_copies_when_they_are_typed_then_tiers_count_for_each_copy(centre):
    async with at_desk(centre) as desk:
        await desk.enter("sao y")
        await desk.go_to("fees")
        await desk.type("5x3")
        assert "Lệ phí: 21.000 đ" in desk.summary
        await desk.press("backspace", "backspace")
        assert "Lệ phí: 0" not in desk.summary
        await desk.press("space")
        assert "chưa chọn mức" in desk.summary


async def test_given_a_fee_that_is_not_given_then_it_stays_undetermined_until_one_is_typed(centre):
    receive_before(centre)
    async with at_desk(centre) as desk:
        await desk.enter("1.000080")
        assert "Lệ phí: chưa xác định" in desk.summary
        await desk.go_to("fee_typed")
        await desk.type("1.500.000")
        assert "Lệ phí: 1.500.000 đ" in desk.summary
        await desk.go_to("name")
        await desk.type("Hồ Thị Lài")
        await desk.press("ctrl+s")
        assert desk.rows("SELECT fee_amount FROM dossier WHERE procedure_code = '1.000080'") == [(1_500_000,)]
