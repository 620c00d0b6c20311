"""Notices and the support log on the screen, as an officer works through them."""

from __future__ import annotations

from datetime import date

from tests.desk.test_home import screen_text
from tests.keyboard import at_rest, type_ahead, until

from communedb.desk.notices import add_notice
from communedb.desk.support import add_support
from communedb.domain.notice import NewNotice, NoticeKind
from communedb.domain.support import NewSupport
from communedb.stores.notices import notices, readers
from communedb.stores.support import support_rows
from communetui.home.numbers import Numbers


async def press(pilot, *keys):
    type_ahead(pilot.app, *keys)
    await at_rest(pilot)
    return screen_text(pilot)


async def test_given_two_notices_when_the_officer_reads_then_home_names_the_newest_until_both_are_read(centre, desk):
    leader = centre.open("leader")
    long = "\n".join(f"{number}. Rà soát thủ tục thứ {number}." for number in range(1, 41))
    plan = leader.write(
        add_notice,
        NewNotice(
            number="117/KH-UBND", kind=NoticeKind.DIRECTIVE, title="Kế hoạch triển khai Nghị quyết 57",
            body=long, issued_by="UBND thành phố Huế", issued_on=date(2026, 11, 20), due_on=date(2026, 12, 15),
        ),
    )  # fmt: skip
    leader.write(add_notice, NewNotice(title="Mưa lũ: trực 24/24 giờ", issued_on=date(2026, 11, 23)))
    async with desk("reception") as pilot:
        assert "2 thông báo chưa đọc (F8 T). Mới nhất: Mưa lũ: trực 24/24 giờ" in screen_text(pilot)

        text = await press(pilot, "f8", "t")
        assert text.index("! chưa đọc  23/11/2026") < text.index("! chưa đọc  20/11/2026")
        # A short one is read as soon as it is shown; Enter goes on to the next.
        text = await press(pilot, "enter")
        assert "Đã đọc 2/4: Lê Thị Hoa (08:00 23/11), Phan Thị Mai (08:00 23/11)" in text
        text = await press(pilot, "enter")
        assert "117/KH-UBND" in text
        assert "Đọc hết hoặc bấm Enter" in text
        assert [one.name for one in readers(leader.db, plan) if one.read_at] == ["Phan Thị Mai"]
        await press(pilot, "end")
        await until(pilot, lambda: "Đã đọc 2/4" in screen_text(pilot))
        assert [one.name for one in readers(leader.db, plan) if one.read_at] == ["Lê Thị Hoa", "Phan Thị Mai"]
        text = await press(pilot, "enter")
        assert "Không còn thông báo nào chưa đọc." in text
        # A second window reads, and notes nothing.
        async with desk("specialist") as second:
            await press(second, "f8", "t", "enter")
            assert "chỉ xem được" in await press(second, "enter")
            assert "Nguyễn Văn Dũng" not in [one.name for one in readers(leader.db, plan) if one.read_at]
        text = await press(pilot, "f4")
        assert "chưa đọc" not in text.replace("Thông báo chưa đọc", "")


async def test_given_a_paper_from_above_when_it_is_entered_and_taken_back_then_the_list_says_so(centre, desk):
    async with desk("leader") as pilot:
        await press(pilot, "f8", "t", "f7")
        await press(pilot, "right", "enter", *"12/CT", "enter", *"Chỉ thị về chữ ký số", "enter", "enter", "enter")
        text = await press(pilot, *"27/11", "enter")
        assert "Đã ghi: Chỉ thị về chữ ký số" in text
        (kept,) = notices(centre.open().db, centre.officers["leader"])
        assert (kept.number, kept.kind) == ("12/CT", "directive")
        assert (kept.issued_on, kept.due_on) == ("2026-11-23", "2026-11-27")
        await press(pilot, "delete", "enter")
        assert "Lý do" in screen_text(pilot)
        await press(pilot, *"Nhầm số", "enter")
        assert "Chưa có thông báo nào" in screen_text(pilot)
        assert "đã thu hồi" in await press(pilot, "ctrl+r")
        assert notices(centre.open().db, centre.officers["leader"], withdrawn=True)[0].withdrawn_reason == "Nhầm số"


async def test_given_a_list_on_paper_when_the_team_types_it_in_then_only_what_changed_is_typed(centre, desk):
    register = centre.open("specialist")
    register.write(
        add_support,
        NewSupport(
            helped_on=date(2026, 11, 21), people=12, place="Nhà văn hóa thôn Vĩnh Tu", helper="Hồ Văn Minh",
            procedure_name="Đăng ký khai sinh", filed_online=True,
        ),
    )  # fmt: skip
    async with desk("specialist") as pilot:
        await press(pilot, "f8", "h")
        text = await press(pilot, "f7", "enter", "backspace", "3", "enter", "enter", "enter")
        assert "Đã ghi: 3 người, Nộp hồ sơ trực tuyến." in text
        assert "Tháng 11/2026: 2 lượt, 15 người, 1 hồ sơ nộp trực tuyến." in text
        newest = support_rows(register.db)[0]
        assert (newest.helped_on, newest.people, newest.place) == ("2026-11-21", 3, "Nhà văn hóa thôn Vĩnh Tu")
        assert (newest.helper, newest.procedure_name) == ("Hồ Văn Minh", "Đăng ký khai sinh")

        assert "Không có dòng nào khớp." in await press(pilot, *"xyz")
        text = await press(pilot, *["backspace"] * 3, "down", "f12")
        assert "11/2026" in text
        assert "Hồ sơ đã nộp" in text
        await press(pilot, "f12")
        await press(pilot, "enter")
        await press(pilot, "tab", "backspace", "5", "ctrl+s")
        assert support_rows(register.db)[0].people == 5
        await press(pilot, "delete", *"Ghi hai lần", "enter")
        assert "1 lượt, 12 người" in screen_text(pilot)
        assert [one.active for one in support_rows(register.db)] == [True]


async def test_given_a_directive_when_the_leader_makes_a_task_of_it_then_home_counts_it_and_leads_to_it(centre, desk):
    leader = centre.open("leader")
    leader.write(
        add_notice,
        NewNotice(
            number="117/KH-UBND", kind=NoticeKind.DIRECTIVE, title="Rà soát 100 % thủ tục hành chính",
            issued_on=date(2026, 11, 20), due_on=date(2026, 11, 27),
        ),
    )  # fmt: skip
    async with desk("leader", size=(120, 40)) as pilot:
        await press(pilot, "f8", "t")
        text = await press(pilot, "ctrl+n")
        assert [word in text for word in ("117/KH-UBND", "20/11/2026", "27/11/2026")] == [True] * 3
        text = await press(pilot, "ctrl+s")
        if "NV26" not in text:
            text = await press(pilot, *"Văn phòng", "ctrl+s")
        assert "Đã giao thành nhiệm vụ NV26-01-0001." in text
        assert "Đã giao thành nhiệm vụ NV26-01-0001." in await press(pilot, "enter")
        await press(pilot, "f4")
        counts = pilot.app.screen.query_one(Numbers).counts
        assert [counts[name] for name in ("tasks_soon", "tasks_overdue", "notices")] == [1, 0, 0]
        text = await press(pilot, "right", "down", "down", "enter")
        assert pilot.app.screen.NAME == "tasks"
        assert "NV26-01-0001" in text
        await press(pilot, "f4", "down", "down", "enter")
        assert pilot.app.screen.NAME == "feedback"
