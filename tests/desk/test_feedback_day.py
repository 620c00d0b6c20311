"""A complaint from the counter to the published answer, and a difficulty, by keys; each officer in turn."""

from __future__ import annotations

from tests.desk.dossier_steps import open_dossier, received, said, shown, type_keys

from communedb.desk.feedback import add_feedback
from communedb.domain.feedback import NewFeedback
from communedb.domain.feedback_filter import FeedbackFilter
from communedb.stores.feedback import read_feedback
from communedb.stores.feedback_list import feedback_rows
from communedb.stores.happenings import add_happening
from communetui.screens.concern import ConcernScreen
from communetui.screens.dossier import DossierScreen
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
        assert "Việc này cần vai trò" in shown(pilot)

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


async def test_given_a_difficulty_and_feedback_about_a_dossier_when_escalated_and_mended_then_each_leads_to_the_other(
    centre, desk
):
    register = centre.open("reception")
    lua = received(register)
    about = {"content": "Hẹn mãi chưa có", "sender_name": "Nguyễn Thị Lụa", "subject_kind": "dossier", "subject": lua}
    register.write(add_feedback, NewFeedback.model_validate(about))
    async with desk("leader", size=(120, 40)) as pilot:
        await open_dossier(pilot, lua)
        assert "19867.01-PA26-0001, mới tiếp nhận" in shown(pilot)
        await type_keys(pilot, "end", "enter")
        assert isinstance(pilot.app.screen, ConcernScreen)
        await type_keys(pilot, "f7", "l", "tab", "=Vượt thẩm quyền xã", "ctrl+s")
        assert "Đã chuyển cấp trên với mã 19867.01-PA26-0002." in said(pilot)
        await type_keys(pilot, "f7", "l")
        assert "! Nội dung này đã được chuyển lên cấp trên" in shown(pilot)
        await type_keys(pilot, "escape", "ctrl+r")
        assert isinstance(pilot.app.screen, DossierScreen)
        await type_keys(pilot, "escape", "f7", "h", "=Xã tự giải quyết", "ctrl+s")
        assert "Đã rút lại bước: Chuyển cấp trên." in said(pilot)
        await type_keys(pilot, "enter", "=, đã ba lần", "tab", "=Ghi thêm", "ctrl+s")
        assert "Đã sửa Nội dung." in said(pilot)

        await type_keys(
            pilot, "f8", "p", "ctrl+n", "right", "tab", "tab", "=Thể chế", "tab", "=Chưa có hướng dẫn", "ctrl+s"
        )
        assert "Đã ghi 19867.01-VM26-0001." in said(pilot)
        await type_keys(pilot, "f8", "right", "right", "ctrl+s")
        assert "Lọc: Khó khăn, vướng mắc" in shown(pilot)
        assert "19867.01-PA26-0001" not in shown(pilot)
        await type_keys(pilot, "down", "enter", "f7", "g", "=Sở đã có hướng dẫn", "ctrl+s")
        assert "Đã tháo gỡ" in shown(pilot)
        await type_keys(pilot, "f7", "z", "enter", "=Nhập nhầm", "ctrl+s")
        assert "Đã hủy vì nhập nhầm" in shown(pilot)
        await type_keys(pilot, "ctrl+t")
        assert "Voided as entered by mistake" in shown(pilot)


async def test_what_two_stations_did_apart_is_said_whole_on_eighty_columns(centre, desk):
    register = centre.open("reception")
    key = register.write(add_feedback, NewFeedback(content="Bụi đường", anonymous=True)).feedback
    subject = ("feedback", key)
    register.write(add_happening, "feedback_event", subject, "published", happened_at=register.now(), details={})
    async with desk("leader") as pilot:
        await type_keys(pilot, "f8", "p", "down", "enter")
        assert isinstance(pilot.app.screen, ConcernScreen)
        assert '! Bước "' in shown(pilot)
        assert "Hãy xem lại diễn biến." in " ".join(shown(pilot).split())
