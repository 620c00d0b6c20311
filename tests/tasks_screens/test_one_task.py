"""One task on its screen: the officer who does it, and the leader who decides."""

from __future__ import annotations

from datetime import date

from tests.app.in_front import name_of
from tests.desk.dossier_steps import burst, said, shown, type_keys
from tests.desk.reading import english

from communedb.desk.task_extension import ask_extension, decide_extension
from communedb.desk.task_mend import correct_task
from communedb.domain.task_extension import Decision
from communedb.stores.tasks import find_task, read_task
from communetui.tasks.offering import why_not_step
from communetui.tasks.view import read_view


def state_of(register, key):
    return read_task(register.db, key).state


async def test_given_a_specialist_then_more_time_is_asked_answered_and_periods_are_reported(
    plan, desk, centre, tmp_path
):
    register, leader = centre.open("specialist"), centre.open("leader")
    later = date(2026, 12, 20)
    register.write(ask_extension, plan["NQ57-03"], later, "Chờ thôn 9 họp")
    leader.write(decide_extension, plan["NQ57-03"], Decision.COUNTER, "Trước họp tổng kết", date(2026, 12, 5))
    scan = tmp_path / "bien-ban.pdf"
    scan.write_bytes(b"%PDF-1.4\n" + b"scan " * 400)

    async with desk("specialist") as pilot:
        # The leader's other date: the due date moves when it is accepted, not before.
        await type_keys(pilot, "f8", "n", "=NQ57-03", "enter")
        assert "Lãnh đạo đề nghị hạn 05/12/2026 thay vì 20/12/2026" in shown(pilot)
        assert state_of(register, plan["NQ57-03"]).due_on == date(2026, 11, 15)
        await burst(pilot, "f7", "l", "right", "enter", "enter")
        assert said(pilot) == "* Đã duyệt. Hạn mới: 05/12/2026."
        assert state_of(register, plan["NQ57-03"]).due_on == date(2026, 12, 5)
        assert "Đã gia hạn 1 lần; hạn ban đầu 15/11/2026." in shown(pilot)

        # An earlier date is no more time: the form stays as it was typed, and the register as it was.
        await burst(pilot, "f7", "g", *"01/12/2026", "enter", *"Mưa lũ", "enter")
        assert name_of(pilot) == "entry"
        assert "!" in shown(pilot)
        assert state_of(register, plan["NQ57-03"]).asked_due_on is None
        await type_keys(pilot, "escape", "enter")

        # A period without work, before the cut-off.
        await type_keys(pilot, "escape", "backspace", "backspace", "=01", "enter", "tab", "enter")
        assert english(shown(pilot)) == set()
        # The difficulty goes among the feedback, in the group that is named in the last row.
        await type_keys(pilot, "right", "tab", "=Thiếu máy quét", "tab", "tab", "=Thiết bị", "ctrl+s")
        assert said(pilot) == "* Đã báo cáo tuần 48/2026. Đã ghi khó khăn, vướng mắc 19867.01-VM26-0001."
        assert "Kỳ này không phát sinh công việc." in shown(pilot)
        assert state_of(register, plan["NQ57-01"]).reports["2026-W48"].no_work

        # There was work after all: it says whose report it replaces; and back only by a choice of its own.
        await type_keys(pilot, "enter", "left", "tab", "=Quét 120 sổ", "ctrl+s")
        replaced = "* Đã báo cáo tuần 48/2026. Thay báo cáo của Nguyễn Văn Dũng, "
        assert said(pilot).startswith(replaced)
        await type_keys(pilot, "enter", "right", "ctrl+s")
        assert name_of(pilot) == "entry"
        assert "Kỳ 2026-W48 đã có báo cáo của Nguyễn Văn Dũng" in shown(pilot)
        assert not state_of(register, plan["NQ57-01"]).reports["2026-W48"].no_work
        await type_keys(pilot, "right", "ctrl+s")
        assert said(pilot).startswith(replaced)
        assert state_of(register, plan["NQ57-01"]).reports["2026-W48"].no_work

        # Evidence: added, then taken off again.
        await type_keys(pilot, "shift+tab", "ctrl+f", f"={scan}", "ctrl+s")
        assert "bien-ban.pdf" in shown(pilot)
        await type_keys(pilot, "end", "delete", "enter")
        assert said(pilot) == "* Đã gỡ tệp bien-ban.pdf."
        assert "bien-ban.pdf (" not in shown(pilot)

        # What is in the way is followed among the feedback, and stands on the task.
        await burst(pilot, "f7", "v", "tab", *"Hạ tầng", "tab", *"Thôn 9 chưa có sóng 4G", "ctrl+s")
        assert said(pilot).startswith("* Đã ghi khó khăn, vướng mắc ")
        await type_keys(pilot, "end", "enter")
        assert name_of(pilot) == "concern"
        assert "Thôn 9 chưa có sóng 4G" in shown(pilot)
        await type_keys(pilot, "escape")

        # What only the leader does says so.
        await type_keys(pilot, "f7")
        assert "(Giao cán bộ)" in shown(pilot)
        await type_keys(pilot, "c")
        assert "lãnh đạo" in shown(pilot)
    register.close()
    leader.close()


async def test_given_a_leader_then_a_task_is_entered_decided_on_mended_and_its_periods_reopened(plan, desk, centre):
    register, leader = centre.open("specialist"), centre.open("leader")
    register.write(ask_extension, plan["NQ57-01"], date(2026, 12, 20), "Chờ máy ở 5 thôn")
    leader.write(ask_extension, _unassigned(leader), date(2027, 2, 1), "Chờ chủ trương")

    async with desk("leader") as pilot:
        # The own request is somebody else's to decide.
        await type_keys(pilot, "f8", "n", "=KT-09", "enter", "f7", "q")
        assert "đơn của mình" in shown(pilot) or "chính mình" in shown(pilot)
        await type_keys(pilot, "escape", "escape", "ctrl+r", "ctrl+f", "5", "=01")
        await burst(pilot, "f7", "q", "right", "enter", "enter")
        assert said(pilot) == "* Đã duyệt. Hạn mới: 20/12/2026."
        assert state_of(register, plan["NQ57-01"]).due_on == date(2026, 12, 20)

        # Two tasks of one plan: the directive is typed once.
        await type_keys(
            pilot, "ctrl+n", "=Rà soát văn bản lạc hậu", "tab", "=91/KH-UBND", "tab", "=2/11/2026", "ctrl+s"
        )
        assert said(pilot).startswith("* Đã nhập nhiệm vụ NV26-01-")
        await type_keys(pilot, "ctrl+n")
        assert "91/KH-UBND" in shown(pilot)
        assert "02/11/2026" in shown(pilot)
        await type_keys(pilot, "ctrl+s")
        assert "Chưa có phần này" in shown(pilot)
        await type_keys(pilot, "escape")

        # A child never ends after its parent: refused, and typed on.
        await type_keys(
            pilot, "ctrl+r", "=NQ57-02", "f7", "a", "=Số hóa sổ khai tử", *["tab"] * 6, "=31/1/2027", "ctrl+s"
        )
        assert name_of(pilot) == "entry"
        assert "31/12/2026" in shown(pilot)
        await type_keys(pilot, *["backspace"] * 9, "=30/11/2026", "ctrl+s")
        assert said(pilot).startswith("* Đã nhập nhiệm vụ NV26-01-")

        # Its facts: corrected with a reason, the step taken back, the child opened and made void.
        await type_keys(pilot, "enter", "end")
        assert "Nhiệm vụ con" in shown(pilot)
        assert english(shown(pilot)) == set()
        await type_keys(pilot, "enter", "f7", "z", "enter", "=Nhập nhầm", "enter")
        assert "Đã hủy: Nhập nhầm" in shown(pilot)
        child = find_task(register.db, "NV26-01-0002")
        assert state_of(register, child).voided
        await type_keys(pilot, "escape", "home", *["down"] * 3, "enter", "right", "enter", "=Theo công văn 12", "enter")
        assert said(pilot) == "* Đã sửa: Khối."
        await type_keys(pilot, "tab", "tab")
        assert "Theo công văn 12" in shown(pilot)
        assert english(shown(pilot)) == set()
        await type_keys(pilot, "tab")
        assert english(shown(pilot)) == set()
        await burst(pilot, "f7", "h", *"Ghi nhầm", "enter")
        assert said(pilot) == "* Đã thu hồi bước: Cập nhật tiến độ."
        assert state_of(register, plan["NQ57-02"]).percent == 0
    register.close()
    leader.close()


async def test_given_a_leader_then_a_locked_period_is_reopened_and_a_fact_that_changed_meanwhile_is_shown(
    plan, desk, centre
):
    centre.clock.set("2026-11-27 17:00")
    register = centre.open("specialist")
    assert "lãnh đạo" in str(why_not_step(read_view(register, plan["NQ57-01"]), "reopen_period"))
    async with desk("leader") as pilot:
        await type_keys(pilot, "f8", "n", "=NQ57-01", "enter")
        assert "! Còn 1 kỳ chưa báo cáo và đã chốt" in shown(pilot)
        await type_keys(pilot, "tab", "end")
        await burst(pilot, "enter", "enter", *"Máy hỏng cả tuần", "enter")
        assert "đã được mở lại" in shown(pilot)
        assert state_of(register, plan["NQ57-01"]).reopened == {"2026-W48"}

        # Somebody else corrects the same fact while the form is open: what they wrote is shown before it is replaced.
        await type_keys(pilot, "shift+tab", "home", *["down"] * 3, "enter")
        register.write(correct_task, plan["NQ57-01"], "block", "government", "party", "Theo phân công")
        await type_keys(pilot, "right", "enter", "=Theo kế hoạch 12", "enter")
        assert name_of(pilot) == "entry"
        assert "Đang ghi: Đảng" in shown(pilot)
        await type_keys(pilot, "ctrl+s")
        assert said(pilot) == "* Đã sửa: Khối."
        assert read_task(register.db, plan["NQ57-01"]).facts.block == "national_assembly"
    register.close()


def _unassigned(leader):
    from communedb.desk.task_entry import create_task
    from communedb.domain.task import NewTask

    return leader.write(create_task, NewTask(code="KT-09", title="Kiểm tra chợ", due_on=date(2026, 12, 1))).task
