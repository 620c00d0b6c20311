"""The list of dossiers: found by a few letters, narrowed, ordered, and left in the same place."""

from __future__ import annotations

from tests.desk.dossier_steps import BIRTH, done, received, said, shown, type_keys
from tests.keyboard import at_rest

from communedb.desk.receive import receive
from communedb.domain.dossier_filter import DossierFilter, Sort
from communedb.domain.intake import Intake
from communetui.screens.dossier import DossierScreen
from communetui.screens.dossiers import DossiersScreen
from communetui.strings.language import Language, use
from communetui.widgets.field import Field
from communetui.widgets.pagedlist import PagedList

CARD = "046190054321|191234567|Nguyễn Thị Lụa|12031990|Nữ|Thôn La Vân Thượng, Quảng Điền|01012021"


def paged(pilot):
    return pilot.app.screen.query_one(PagedList)


def search(pilot):
    return pilot.app.screen.query_one("#search", Field)


async def test_given_letters_without_marks_when_typed_then_the_list_narrows_and_enter_opens_the_first(centre, desk):
    register = centre.open("reception")
    received(register, name="Trần Thị Sen", id_number="046190000002")
    lua = received(register)
    async with desk("reception") as pilot:
        await type_keys(pilot, "f3", "=lua nguyen")
        assert "Nguyễn Thị Lụa" in shown(pilot)
        assert "Trần Thị Sen" not in shown(pilot)

        await type_keys(pilot, "enter")
        assert isinstance(pilot.app.screen, DossierScreen)
        assert pilot.app.screen.view.dossier.id == lua


async def test_given_the_cursor_in_the_list_when_a_dossier_was_open_then_the_list_is_where_it_was_left(centre, desk):
    register = centre.open("reception")
    for number in range(60):
        received(register, name=f"Lê Văn {number}", id_number=None)
    async with desk("reception") as pilot:
        await type_keys(pilot, "f3", "down", *["pagedown"] * 2)
        left = paged(pilot).row.row.code
        await type_keys(pilot, "enter", "escape")
        assert isinstance(pilot.app.screen, DossiersScreen)
        assert paged(pilot).row.row.code == left
        assert paged(pilot).has_focus


async def test_given_the_list_has_the_focus_when_letters_are_typed_then_they_are_searched_for(centre, desk):
    received(centre.open("reception"))
    async with desk("reception") as pilot:
        await type_keys(pilot, "f3", "down", "=sen")
        assert search(pilot).value == "sen"
        assert "Không có hồ sơ nào." in shown(pilot)


async def test_given_an_overdue_dossier_then_the_list_says_so_with_a_sign_and_in_days(centre, desk):
    received(centre.open("reception"))  # due on Friday 27th
    centre.clock.set("2026-12-01 08:00")
    async with desk("reception") as pilot:
        await type_keys(pilot, "f3")
        assert "27/11 ! quá 2 ngày" in shown(pilot)


async def test_given_the_filter_form_when_a_status_and_a_period_are_chosen_then_one_line_tells_them(centre, desk):
    register = centre.open("reception")
    lua, _ = received(register), received(register, BIRTH, name="Trần Thị Sen")
    done(register, lua, "handed_over", to_officer=centre.officers["specialist"])
    async with desk("reception") as pilot:
        await type_keys(pilot, "f3", "f8", "right", "right", *["tab"] * 7, "=30/02", "ctrl+s")
        assert "Không có ngày 30/02" in shown(pilot)
        await type_keys(pilot, *["backspace"] * 5, "=01/11", "tab", "=30112026", "ctrl+s")

        assert "Lọc: Đang xử lý; nhận từ 01/11/2026; nhận đến 30/11/2026" in shown(pilot)
        assert "Nguyễn Thị Lụa" in shown(pilot)
        assert "Trần Thị Sen" not in shown(pilot)
        await type_keys(pilot, "f8", *["tab"] * 8, *["backspace"] * 10, "=01/10/2026", "ctrl+s")
        assert "Ngày cuối ở trước ngày đầu" in shown(pilot)


async def test_given_a_filter_when_saved_then_it_is_chosen_again_by_its_number_and_dropped_by_delete(centre, desk):
    received(centre.open("reception"))
    async with desk("reception") as pilot:
        await pilot.app.show("dossiers", wanted=DossierFilter(open_only=True, sort=Sort.DUE, descending=False))
        await type_keys(pilot, "ctrl+s", "=Việc sáng nay", "enter")
        assert said(pilot) == "* Đã lưu bộ lọc: Việc sáng nay."
        await type_keys(pilot, "ctrl+n")
        assert "Không lọc" in shown(pilot)

        await type_keys(pilot, "ctrl+o", "1")
        assert "Lọc: đang giải quyết | Xếp theo ngày hẹn, tăng dần" in shown(pilot)
        await type_keys(pilot, "ctrl+o", "delete", "ctrl+o")
        assert "Chưa lưu bộ lọc nào" in said(pilot)


async def test_given_the_list_when_ordered_by_name_then_the_given_name_counts_and_the_order_turns_round(centre, desk):
    register = centre.open("reception")
    for name in ("Trần Thị Sen", "Lê Văn An", "Nguyễn Thị Lụa"):
        received(register, name=name, id_number=None)
    async with desk("reception") as pilot:
        await type_keys(pilot, "f3", "f12", "4")
        assert [row.row.applicant_name.split()[-1] for row in paged(pilot)._window.rows] == ["An", "Lụa", "Sen"]
        await type_keys(pilot, "f12", "4")
        assert [row.row.applicant_name.split()[-1] for row in paged(pilot)._window.rows] == ["Sen", "Lụa", "An"]
        assert "Xếp theo tên, giảm dần" in shown(pilot)


async def test_given_an_id_card_when_scanned_in_the_list_then_that_persons_dossiers_are_shown(centre, desk):
    register = centre.open("reception")
    received(register)
    received(register, name="Trần Thị Sen", id_number="046190000002")
    async with desk("reception") as pilot:
        await pilot.app.show("dossiers", wanted=DossierFilter(unmatched=True))
        await type_keys(pilot, "down", f"={CARD}", "enter")
        assert search(pilot).value == "046190054321"
        assert "Không lọc" in shown(pilot)
        assert "Nguyễn Thị Lụa" in shown(pilot)
        assert "Trần Thị Sen" not in shown(pilot)


async def test_given_a_receipts_code_when_scanned_into_the_list_then_the_dossier_opens_and_nothing_is_left_typed(
    centre, desk
):
    lua = received(centre.open("reception"))
    async with desk("reception") as pilot:
        await type_keys(pilot, "f3", "down", "=19867.01-261123-0001", "enter")
        assert pilot.app.screen.view.dossier.id == lua
        await type_keys(pilot, "escape")
        assert search(pilot).value == ""


async def test_given_markup_in_a_name_then_it_stands_in_the_list_as_it_was_typed(centre, desk):
    received(centre.open("reception"), name="[red]Sen[/red]")
    async with desk("reception") as pilot:
        await type_keys(pilot, "f3")
        assert "[red]Sen[/red]" in shown(pilot)


async def test_given_the_list_when_the_language_changes_then_rows_filters_and_titles_follow(centre, desk):
    received(centre.open("reception"))
    async with desk("reception", size=(120, 40)) as pilot:
        await type_keys(pilot, "f3", "ctrl+t")
        await at_rest(pilot)
        text = shown(pilot)
        use(Language.VI)
    assert "3 d left" in text
    assert "No filter | By reception, falling" in text
    assert "Received" in text
    assert "Đã tiếp nhận" not in text


async def test_given_nothing_is_received_yet_then_the_list_says_so(desk):
    async with desk("reception") as pilot:
        await type_keys(pilot, "f3", "down", "enter")
        assert "Không có hồ sơ nào." in shown(pilot)


async def test_given_a_late_entry_then_the_list_marks_it_and_says_so_under_the_cursor(centre, desk):
    entered = {"procedure_code": BIRTH, "applicant": {"name": "Hồ Văn Lành"}}
    late = {"received_at": "2026-11-23T07:40", "late_reason": "mất điện"}
    centre.open("reception").write(receive, Intake.model_validate(entered | late))
    async with desk("reception", (120, 40)) as pilot:
        await type_keys(pilot, "f3")
        assert "23/11/2026*" in shown(pilot)
        assert "Nhận 23/11/2026 (* ghi muộn), hẹn" in shown(pilot)
