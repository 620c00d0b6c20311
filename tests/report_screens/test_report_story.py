"""A leader's month: find the report, look behind its numbers, send it, and see later what is not so any more."""

from __future__ import annotations

from datetime import date
from threading import Event

import pytest
from tests.desk import dossier_steps
from tests.desk.dossier_steps import said, shown
from tests.desk.reading import english
from tests.keyboard import type_ahead, until

from communedb.desk.feedback import add_feedback
from communedb.desk.mend import void
from communedb.desk.office import set_setting
from communedb.desk.task_entry import create_task
from communedb.domain.feedback import NewFeedback
from communedb.domain.period import parse
from communedb.domain.task import NewTask
from communedb.stores.sent_reports import sent_reports
from communetui.reports.period_picker import PeriodPicker
from communetui.reports.reading import read_report
from communetui.screens.behind import BehindScreen
from communetui.screens.concern import ConcernScreen
from communetui.screens.dossier import DossierScreen
from communetui.screens.entry import EntryForm
from communetui.screens.points import PointsScreen
from communetui.screens.report import ReportScreen
from communetui.screens.reports import ReportsScreen
from communetui.screens.sent import SentScreen
from communetui.screens.task import TaskScreen
from communetui.widgets.hintbar import Hint, HintBar


async def type_keys(pilot, *keys):
    """Type, and read what stands there then: none of it is English."""
    await dossier_steps.type_keys(pilot, *keys)
    assert english(shown(pilot)) == set()


def screen(pilot):
    return pilot.app.screen


async def open_report(pilot, report):
    await type_keys(pilot, "f8", "b", f"={report}", "enter")
    assert isinstance(screen(pilot), ReportScreen)


async def test_from_a_number_to_its_dossiers_and_to_one_of_them(october, desk):
    async with desk("leader") as pilot:
        await open_report(pilot, "giai quyet thu tuc")
        assert "Kỳ: < Tháng 12/2026: 15/11 - 14/12/2026 (kỳ báo cáo 15-14) >" in shown(pilot)
        assert "Kỳ chưa hết | Chưa gửi" in shown(pilot)
        assert "Từ kỳ" in shown(pilot)

        # The period before, in which three were received or carried over.
        await type_keys(pilot, "up", "left")
        assert "Tháng 11/2026: 15/10 - 14/11/2026" in shown(pilot)
        assert "Số liệu khớp | Chưa gửi" in shown(pilot)
        await type_keys(pilot, "down", "end")
        assert "Tổng cộng" in shown(pilot)
        assert "Tiếp nhận: Tổng số: 3" in shown(pilot)
        await type_keys(pilot, "enter")
        assert isinstance(screen(pilot), BehindScreen)
        assert "Tiếp nhận: Tổng số: 3 hồ sơ" in shown(pilot)
        assert all(name in shown(pilot) for name in ("Nguyễn Thị Lụa", "Nguyễn Văn Tâm", "Trần Thị Hòa"))
        await type_keys(pilot, "space")
        assert list(pilot.app.session.pile)

        # Sideways to the one in progress: one thing alone is opened at once.
        await type_keys(pilot, "escape", *["right"] * 8)
        assert "Đang giải quyết: Tổng số: 1" in shown(pilot)
        assert "STT" in shown(pilot)
        await type_keys(pilot, "enter")
        assert isinstance(screen(pilot), DossierScreen)
        assert "Trần Thị Hòa" in shown(pilot)
        await type_keys(pilot, "escape", "left", "left", "left", "enter")
        assert said(pilot) == "* Ô này không có danh sách nào phía sau."


async def test_a_period_is_chosen_by_kind_by_arrows_and_by_its_days(october, desk):
    async with desk("reception") as pilot:
        await open_report(pilot, "ii06a")
        await type_keys(pilot, "f6", "q")
        assert "Quý 4/2026: 01/10 - 31/12/2026" in shown(pilot)
        await type_keys(pilot, "up", "left", "enter", "h")
        assert "Tháng 9/2026: 01/09 - 30/09/2026" in shown(pilot)
        assert "Không có số liệu trong kỳ này." in shown(pilot)

        await type_keys(pilot, "f6", "d")
        assert isinstance(screen(pilot), EntryForm)
        await type_keys(pilot, "home", *["delete"] * 10, "=1/11", "enter", "home", *["delete"] * 10, "=5/10", "enter")
        assert isinstance(screen(pilot), EntryForm)
        assert "!" in shown(pilot)
        await type_keys(pilot, "home", *["delete"] * 10, "=23/11", "enter")
        assert "Từ 01/11/2026 đến 23/11/2026" in shown(pilot)
        await type_keys(pilot, "right")
        assert "Từ 24/11/2026 đến 16/12/2026" in shown(pilot)
        assert "! 1 chỗ cần xem lại" in shown(pilot)
        await type_keys(pilot, "ctrl+n")
        assert isinstance(screen(pilot), PointsScreen)
        assert "Kỳ báo cáo từ ngày 24/11/2026 chưa bắt đầu." in shown(pilot)
        await type_keys(pilot, "enter")
        assert said(pilot) == "* Chỗ này nói về cả báo cáo, không riêng hồ sơ nào."
        await type_keys(pilot, "escape")

        # Reception may look at everything and send nothing.
        await type_keys(pilot, "f7")
        assert said(pilot).startswith("! ")
        assert isinstance(screen(pilot), ReportScreen)


async def test_what_was_sent_is_kept_and_later_changes_are_pointed_out(centre, october, desk):
    async with desk("leader") as pilot:
        await open_report(pilot, "ii06a")
        await type_keys(pilot, "ctrl+r")
        assert "Báo cáo này chưa gửi lần nào." in shown(pilot)
        await type_keys(pilot, "escape", "up", "left", "f7")
        assert "Ghi là đã gửi báo cáo" in shown(pilot)
        await type_keys(pilot, "escape")
        assert sent_reports(centre.open("leader").db) == []
        await type_keys(pilot, "f7", "enter")
        assert "Đã ghi là đã gửi" in said(pilot)
        assert "Đã gửi 08:00 23/11/2026 (Phan Thị Mai), số liệu không đổi" in shown(pilot)

        # Hòa's dossier was entered by mistake: it leaves every count but that of what was sent.
        centre.open("leader").write(void, october["Hòa"], "nhập nhầm")
        await type_keys(pilot, "f5")
        assert "! Nay khác" in shown(pilot)

        # The next period carries over what was sent: what is void since then is a doubt that leads to its dossier.
        await type_keys(pilot, "right", "ctrl+n", "down")
        assert "sau đó bị hủy" in " ".join(shown(pilot).split())
        await type_keys(pilot, "enter")
        assert isinstance(screen(pilot), DossierScreen)
        assert "Trần Thị Hòa" in shown(pilot)
        await type_keys(pilot, "escape", "escape", "left")
        await type_keys(pilot, "ctrl+r")
        assert isinstance(screen(pilot), SentScreen)
        assert "Tháng 11/2026: 15/10 - 14/11/2026" in shown(pilot)
        assert "! khác" in shown(pilot)
        await type_keys(pilot, "enter")
        assert "Khác bản đã gửi 08:00 23/11/2026" in shown(pilot)
        assert "Hộ tịch | Tiếp nhận: Tổng số: đã gửi 3, nay 2" in shown(pilot)
        await type_keys(pilot, "enter")
        assert isinstance(screen(pilot), DossierScreen)
        assert "Trần Thị Hòa" in shown(pilot)

        # Sent again, it corrects the first; that one is no longer compared.
        await type_keys(pilot, "escape", "escape", "escape", "f7", "enter")
        assert "số liệu không đổi" in shown(pilot)
        await type_keys(pilot, "ctrl+r")
        assert "Đính chính: Tháng 11/2026" in shown(pilot)
        assert "đã đính chính" in shown(pilot)
        assert "không đổi" in shown(pilot)

        # What went up first is still there, with the dossier that is void since.
        await type_keys(pilot, "down", "f8")
        assert "Đúng như đã gửi 08:00 23/11/2026 (Phan Thị Mai)" in shown(pilot)
        await type_keys(pilot, "end", "enter")
        assert "Tiếp nhận: Tổng số: 3 hồ sơ" in shown(pilot)
        assert "Trần Thị Hòa" in shown(pilot)
        await type_keys(pilot, "escape", "f7")
        assert said(pilot).startswith("* Đây là bản đã gửi.")
        await type_keys(pilot, "escape")
        await type_keys(pilot, "escape")

        await type_keys(pilot, "escape")
        assert isinstance(screen(pilot), ReportsScreen)
        assert "Tháng 11/2026, 23/11" in shown(pilot)


async def test_a_report_becomes_a_file_where_it_is_said_and_a_paper(centre, october, desk, tmp_path, monkeypatch):
    centre.open("administrator").write(set_setting, "print_command", "no-such-printer-command {file}")
    (tmp_path / "Documents").mkdir()
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path))
    target = tmp_path / "Documents" / "bao-cao_ii06a_official-2026-12.xlsx"
    # The places that are told are this PC's, in whatever words: they are not read for English.
    async with desk("leader") as pilot:
        await open_report(pilot, "ii06a")
        await dossier_steps.type_keys(pilot, "ctrl+s", "x", "enter")
        assert said(pilot) == f"* Đã lưu {target}"
        target.write_bytes(b"of somebody else")
        await dossier_steps.type_keys(pilot, "ctrl+s", "x", "enter")
        assert "Ghi đè lên?" in shown(pilot)
        await dossier_steps.type_keys(pilot, "escape")
        assert target.read_bytes() == b"of somebody else"
        await dossier_steps.type_keys(pilot, "ctrl+s", "x", "enter", "enter")
        assert target.read_bytes().startswith(b"PK")
        await dossier_steps.type_keys(pilot, "ctrl+s", "c", "end", "=x", "enter")
        assert said(pilot).startswith("! ")
        assert list(target.parent.iterdir()) == [target]

        await pilot.app.show("report", report="register-book")
        await dossier_steps.type_keys(pilot, "f8")
        assert said(pilot).startswith("? ")
    (kept,) = (centre.folder / "prints").glob("bao-cao_*.pdf")
    assert (kept.name, kept.read_bytes()[:4]) == ("bao-cao_register-book_2026-11.pdf", b"%PDF")


async def test_what_stands_behind_a_number_may_be_tasks_or_feedback(centre, desk):
    leader = centre.open("leader")
    for title in ("Rà soát thủ tục hành chính", "Số hóa sổ hộ tịch"):
        leader.write(create_task, NewTask(title=title, lead_unit="19867", due_on=date(2026, 11, 30)))
    leader.write(add_feedback, NewFeedback(content="Chờ lâu", sender_name="Trần Văn Phản"))
    async with desk("leader") as pilot:
        await pilot.app.show("report", report="tasks")
        await type_keys(pilot, "end", "enter")
        assert "Tổng số: 2 nhiệm vụ" in shown(pilot)
        assert "Số hóa sổ hộ tịch" in shown(pilot)
        await type_keys(pilot, "enter")
        assert isinstance(screen(pilot), TaskScreen)
        await type_keys(pilot, "escape", "escape", "escape")
        await pilot.app.show("report", report="feedback")
        await type_keys(pilot, "end", "enter")
        assert isinstance(screen(pilot), ConcernScreen)
        await type_keys(pilot, "escape", "escape")


async def test_a_report_that_takes_long_says_so_and_is_left_by_escape(october, desk, monkeypatch):
    done = Event()

    def slowly(*asked):
        done.wait(20)
        return read_report(*asked)

    monkeypatch.setattr("communetui.screens.report.read_report", slowly)
    async with desk("leader") as pilot:
        await dossier_steps.type_keys(pilot, "f8", "b", "=ii06a")
        type_ahead(pilot.app, "enter", "escape")
        await until(pilot, lambda: "Đang tính báo cáo… 1 giây." in shown(pilot))
        await until(pilot, lambda: isinstance(screen(pilot), ReportsScreen))
        done.set()
        await type_keys(pilot, "down")


async def test_the_leaders_page_is_sentences_on_the_screen_and_a_paper_by_one_key(centre, october, desk):
    async with desk("leader") as pilot:
        await type_keys(pilot, "f8", "b", "=lanh dao", "enter")
        assert "TÌNH HÌNH TRONG TUẦN" in shown(pilot)
        assert "Đang giữ hồ sơ quá hạn: Lê Thị Hoa (1)." in shown(pilot)
        await type_keys(pilot, "ctrl+f", "escape")
        await dossier_steps.type_keys(pilot, "f7")
        # On a Monday it is the week that is over.
        assert "bao-cao_leader_2026-W47.pdf" in "".join(said(pilot).split())
    assert (centre.folder / "prints" / "bao-cao_leader_2026-W47.pdf").read_bytes().startswith(b"%PDF")


async def test_charts_are_drawn_first_where_a_report_is_one_and_the_table_is_a_key_away(october, desk):
    async with desk("leader") as pilot:
        await pilot.app.show("report", report="by-day")
        await type_keys(pilot, "f6", "h")
        assert "█" in shown(pilot)
        # A month is longer than the screen: it scrolls, and only from its beginning one comes back to the period.
        await type_keys(pilot, "down", "down", "down", "up", "up")
        assert not isinstance(pilot.app.focused, PeriodPicker)
        await type_keys(pilot, "up", "up", "up", "up", "left")
        assert "Tháng 10/2026" in shown(pilot)
        await type_keys(pilot, "ctrl+f")
        assert "█" not in shown(pilot)
        await pilot.app.show("report", report="late")
        await type_keys(pilot, "ctrl+f")
        assert Hint("^F", "Biểu đồ", enabled=False) in screen(pilot).query_one(HintBar).hints
        assert said(pilot) == "! Báo cáo này đọc bằng bảng, không có biểu đồ."


@pytest.mark.parametrize("place", [{"report": "ii06a", "period": "2026-Q4"}])
def test_after_a_power_cut_the_same_report_of_the_same_period_is_there(place):
    assert ReportScreen.at_place(place).place() == place
    assert SentScreen.at_place({"report": "late"}).place() == {"report": "late"}
    for unknown in ({"report": "ii06a", "period": "tháng tới"}, {"report": "tháng", "period": "2026"}):
        with pytest.raises(ValueError, match="tháng"):
            ReportScreen.at_place(unknown)


async def test_where_the_calendar_ends_the_periods_end(desk):
    async with desk("leader") as pilot:
        await pilot.app.show("report", report="late", period=parse("9000"))
        await type_keys(pilot, "up", "right")
        assert said(pilot).startswith("! ")
        assert "Năm 9000" in shown(pilot)
