"""A complaint from the counter to the published answer, and a difficulty, by keys; each officer in turn."""

from __future__ import annotations

from tests.desk.dossier_steps import said, shown, type_keys

from communedb.domain.feedback_filter import FeedbackFilter
from communedb.stores.feedback import read_feedback
from communedb.stores.feedback_list import feedback_rows
from communetui.screens.concern import ConcernScreen
from communetui.screens.feedback import FeedbackScreen


def only(centre):
    register = centre.open("reception")
    (row,) = feedback_rows(register.db, FeedbackFilter(), register.now(), register.calendar())
    return read_feedback(register.db, row.key)


async def test_given_a_complaint_at_the_counter_when_each_does_their_part_then_it_is_answered_and_published(
    centre, desk
):
    async with desk("reception") as pilot:
        await type_keys(pilot, "f8", "p")
        assert isinstance(pilot.app.screen, FeedbackScreen)
        assert "Chưa có phản ánh" in shown(pilot)
        await type_keys(pilot, "ctrl+n", "ctrl+s")
        assert "Chưa ghi nội dung" in shown(pilot)
        await type_keys(pilot, "=Ba lần đến đều hết giấy hẹn", "tab", "tab", "tab", "ctrl+s")
        assert "Chưa ghi tên người gửi" in shown(pilot)
        await type_keys(pilot, "=Trần Văn Phúc", "ctrl+s")
        assert "Đã ghi 19867.01-PA26-0001. Hạn trả lời 17:30 15/12/2026." in said(pilot)
        assert "15/12 còn 15 ngày" in shown(pilot)
        await type_keys(pilot, "=tran phuc", "enter")
        assert isinstance(pilot.app.screen, ConcernScreen)
        assert "Hạn từ chối" in shown(pilot)
        await type_keys(pilot, "f7", "t")
        assert "cần vai trò" in shown(pilot) or "vai trò" in shown(pilot)

    async with desk("leader") as pilot:
        await type_keys(pilot, "f8", "p", "down", "enter", "f7", "c", "right", "right", "ctrl+s")
        assert "Phân công: đã lưu" in said(pilot)

    centre.clock.set("2026-11-30 09:00")
    async with desk("specialist") as pilot:
        await type_keys(pilot, "f8", "p", "enter")
        await type_keys(pilot, "f7", "t", "=Đã in thêm giấy hẹn", "ctrl+s")
        assert "Hạn tiếp theo 17:30 02/12/2026" in said(pilot)
        await type_keys(pilot, "f7", "k", "=Bảng tin", "ctrl+s")
        assert "Đã công khai" in shown(pilot)
        await type_keys(pilot, "tab")
        assert "Công khai tại: Bảng tin" in shown(pilot)
        await type_keys(pilot, "tab")
        assert "Trần Văn Phúc" in shown(pilot)

    assert [event.kind.value for event in only(centre).events] == ["received", "assigned", "answered", "published"]
