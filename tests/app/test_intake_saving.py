"""Saving an intake: once, in order, and whatever comes next is one key away."""

from __future__ import annotations

from tests.app.intake_desk import BIRTH, at_desk, receive_before

from communetui.screens.received import ReceivedScreen

CARD = "046190012399||Trần Thị Hoa|05031990|Nữ|Thôn 1|01012021"


async def fill(desk, procedure: str = "khai sinh") -> None:
    await desk.enter(procedure)
    await desk.enter("046090012345")


def text(desk) -> str:
    return " ".join(str(static.content) for static in desk.app.screen.query("Static"))


async def test_given_two_quick_presses_when_saving_then_one_dossier_is_kept(centre):
    receive_before(centre)
    async with at_desk(centre) as desk:
        await fill(desk)
        await desk.press("ctrl+s", "ctrl+s")
        assert isinstance(desk.app.screen, ReceivedScreen)
        assert desk.rows("SELECT count(*) FROM dossier WHERE procedure_code = ?", BIRTH) == [(1,)]
        assert desk.rows("SELECT count(*) FROM draft") == [(0,)]


async def test_given_the_next_citizen_typed_ahead_when_the_save_is_slow_then_each_key_goes_where_it_belongs(centre):
    receive_before(centre)
    async with at_desk(centre) as desk:
        await fill(desk)
        await desk.press("ctrl+s", "f2", *"sao y", "enter", *"046090012345", "enter", "t", "enter", *"5x2")

        assert desk.rows("SELECT count(*) FROM dossier WHERE procedure_code = ?", BIRTH) == [(1,)]
        state = desk.intake.form.state
        assert (state.name, state.procedure_code) == ("Nguyễn Văn Đức", "2.000815")
        assert "14.000 đ" in desk.summary


async def test_given_a_saved_dossier_then_its_code_its_date_and_what_is_missing_are_told(centre):
    receive_before(centre)
    async with at_desk(centre) as desk:
        await fill(desk)
        await desk.press("c", "c", "k", "ctrl+s")
        told = text(desk)
        assert "19867.01-261123-0002" in told
        assert "17:30 23/11/2026" in told
        assert "Còn thiếu: Giấy chứng sinh" in told


async def test_given_no_printer_when_the_receipt_is_asked_for_twice_then_one_print_waits_and_work_goes_on(centre):
    receive_before(centre)
    async with at_desk(centre) as desk:
        desk.register.write(
            lambda tx: tx.db.conn.execute(
                "INSERT INTO station_setting (name, value) VALUES ('print_command', 'no-such-printer')"
            )
        )
        await fill(desk)
        await desk.press("ctrl+s", "enter", "enter", "f2")
        await desk.until(lambda: desk.rows("SELECT state, problem IS NOT NULL FROM print") == [("waiting", 1)])
        assert desk.value("name") == "", "the next citizen's form is open"


async def test_given_the_same_citizen_when_the_next_procedure_is_taken_then_only_the_person_stays(centre):
    receive_before(centre)
    async with at_desk(centre) as desk:
        await fill(desk)
        await desk.press("ctrl+s", "f7")
        state = desk.intake.form.state
        assert (state.name, state.id_number, state.procedure, state.papers) == (
            "Nguyễn Văn Đức", "046090012345", "", ())  # fmt: skip
        assert desk.app.focused.id == "procedure"
        await desk.type("sao y")
        await desk.press("enter", "ctrl+s")
        people = desk.rows("SELECT DISTINCT person FROM dossier")
        assert len(people) == 1


async def test_given_the_next_citizens_card_when_it_is_scanned_after_a_save_then_their_form_begins(centre):
    receive_before(centre)
    async with at_desk(centre) as desk:
        await fill(desk)
        await desk.press("ctrl+s")
        await desk.type(CARD)
        await desk.press("enter")
        await desk.until(lambda: desk.value("name") == "Trần Thị Hoa")
        assert desk.app.focused.id == "procedure"


async def test_given_nothing_but_a_card_when_it_is_saved_at_once_then_the_draft_makes_it_one_save(centre):
    async with at_desk(centre) as desk:
        await desk.enter("khai sinh")
        await desk.type(CARD)
        await desk.press("enter", "ctrl+s", "ctrl+s")
        assert desk.rows("SELECT count(*) FROM dossier") == [(1,)]


async def test_given_an_officer_of_another_role_then_the_form_is_not_offered_and_does_not_save(centre):
    async with at_desk(centre, role="specialist") as desk:
        assert "Việc này cần vai trò: tiếp nhận" in desk.notice
        await desk.app.show("intake")
        await desk.until(lambda: desk.app.screen.NAME == "intake")
        await desk.type("khai sinh")
        await desk.press("enter", "ctrl+s")
        assert "Việc này cần vai trò: tiếp nhận" in desk.notice
