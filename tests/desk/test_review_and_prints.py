"""What an officer has to look at, and the print queue: both are lists behind a number of the home page."""

from __future__ import annotations

from datetime import date

from tests.desk.test_home import screen_text
from tests.keyboard import at_rest
from tests.register.test_work_to_look_at import certificate, same_code

from communedb.desk.office import close_day
from communedb.desk.prints import ask_print, note_print
from communedb.desk.receive import receive
from communedb.stores.prints import prints_of, waiting_prints
from communetui.home.numbers import NARROW, Numbers
from communetui.widgets.pagedlist import PagedList

FLOOD = date(2026, 11, 25)


async def open_number(pilot, name):
    """Go to a number of the home page by the arrows, and open it."""
    across = next(at for at, column in enumerate(NARROW) if name in column)
    for key in ["right"] * across + ["down"] * NARROW[across].index(name):
        await pilot.press(key)
    await pilot.press("enter")
    await at_rest(pilot)


async def test_given_a_flood_closes_a_day_then_home_counts_the_dates_it_touches_and_opens_their_list(centre, desk):
    register = centre.open("reception")
    sen = register.write(receive, certificate("Trần Thị Sen"))
    centre.open("administrator").write(close_day, FLOOD, "Nghỉ do lũ lụt")
    async with desk("reception") as pilot:
        assert pilot.app.screen.query_one(Numbers).counts["to_review"] == 1
        await open_number(pilot, "to_review")
        text = screen_text(pilot)
        assert "đổi lịch" in text
        assert "27/11/2026 30/11/2026" in text
        assert "ngày đã hẹn với người dân vẫn giữ nguyên" in text
        await pilot.press("enter")
        await at_rest(pilot)
        assert pilot.app.screen.view.dossier.id == sen.dossier
        assert f"{pilot.app.screen.view.dossier.state.due_at:%d/%m/%Y}" == "27/11/2026"


async def test_given_equal_codes_after_a_merge_then_both_are_listed_with_what_can_be_done(centre, desk):
    same_code(centre.open("reception"), "Trần Thị Sen", "Hồ Văn Đông")
    async with desk("reception") as pilot:
        assert pilot.app.screen.query_one(Numbers).counts["to_review"] == 2
        await open_number(pilot, "to_review")
        text = screen_text(pilot)
        assert text.count("trùng mã") == 3  # two lines, and what to do
        assert "F7 Z để hủy" in text
        await pilot.press("ctrl+t")
        await at_rest(pilot)
        assert "F7 Z voids it" in screen_text(pilot)
        await pilot.press("ctrl+t", "down", "enter")
        await at_rest(pilot)
        assert pilot.app.screen.view.dossier.row["applicant_name"] == "Hồ Văn Đông"


async def test_given_nothing_to_look_at_then_the_list_says_so(desk):
    async with desk("reception") as pilot:
        await open_number(pilot, "to_review")
        assert "Không có gì phải xem lại" in screen_text(pilot)


async def test_given_a_day_is_closed_in_settings_then_the_dates_it_touches_are_told_and_their_list_is_offered(
    centre, desk
):
    centre.open("reception").write(receive, certificate("Trần Thị Sen"))
    async with desk("administrator") as pilot:
        await pilot.press("f9")
        await at_rest(pilot)
        for typed in ("25/11", "Lũ lụt"):
            if typed == "25/11":
                await pilot.press("f7")
                await at_rest(pilot)
            await pilot.press(*typed, "enter")
            await at_rest(pilot)
        assert "1 hồ sơ đã hẹn chịu ảnh hưởng" in screen_text(pilot)
        await pilot.press("enter")
        await at_rest(pilot)
        assert pilot.app.screen.NAME == "review"
        assert "Trần Thị Sen" in screen_text(pilot)


def wanted_print(centre, name="Trần Thị Sen"):
    register = centre.open("reception")
    done = register.write(receive, certificate(name))
    job = register.write(ask_print, done.dossier, "01", "a5")
    register.write(note_print, job.id, "refused: lp: no default destination")
    return register, done.dossier


async def test_given_the_paper_was_handed_out_by_hand_then_the_print_leaves_the_queue_after_asking(centre, desk):
    register, dossier = wanted_print(centre)
    async with desk("reception") as pilot:
        await open_number(pilot, "unprinted")
        text = screen_text(pilot)
        assert "Trần Thị Sen" in text
        assert "Máy in không nhận" in text
        await pilot.press("delete")
        await at_rest(pilot)
        assert "Không in nữa" in screen_text(pilot)
        await pilot.press("escape")
        await at_rest(pilot)
        assert len(waiting_prints(register.db)) == 1
        await pilot.press("delete", "enter")
        await at_rest(pilot)
        assert "Đã bỏ bản in" in screen_text(pilot)
        assert pilot.app.screen.query_one(PagedList).row is None
    assert [row["state"] for row in prints_of(register.db, dossier)] == ["dropped"]


async def test_given_an_empty_queue_then_nothing_can_be_dropped_and_the_list_says_why(desk):
    async with desk("reception") as pilot:
        await open_number(pilot, "unprinted")
        await pilot.press("delete")
        await at_rest(pilot)
        assert screen_text(pilot).count("Không có gì chờ in") == 2
