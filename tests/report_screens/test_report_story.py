"""A leader's month: find the report, look behind its numbers, send it, and see later what is not so any more."""

from __future__ import annotations

import pytest
from tests.desk.dossier_steps import said, shown, type_keys

from communedb.desk.mend import void
from communedb.desk.office import set_setting
from communedb.stores.sent_reports import sent_reports
from communetui.reports.period_picker import PeriodPicker
from communetui.screens.behind import BehindScreen
from communetui.screens.dossier import DossierScreen
from communetui.screens.entry import EntryForm
from communetui.screens.points import PointsScreen
from communetui.screens.report import ReportScreen
from communetui.screens.reports import ReportsScreen
from communetui.screens.sent import SentScreen


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
        assert "! Đã gửi 08:00 23/11/2026 (Phan Thị Mai), nay khác" in shown(pilot)

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
    async with desk("leader") as pilot:
        await open_report(pilot, "ii06a")
        await type_keys(pilot, "ctrl+s", "x", "enter")
        assert said(pilot) == f"* Đã lưu {target}"
        target.write_bytes(b"of somebody else")
        await type_keys(pilot, "ctrl+s", "x", "enter")
        assert "Ghi đè lên?" in shown(pilot)
        await type_keys(pilot, "escape")
        assert target.read_bytes() == b"of somebody else"
        await type_keys(pilot, "ctrl+s", "x", "enter", "enter")
        assert target.read_bytes().startswith(b"PK")
        await type_keys(pilot, "ctrl+s", "c", "end", "=x", "enter")
        assert said(pilot).startswith("! ")
        assert list(target.parent.iterdir()) == [target]

        await type_keys(pilot, "f8")
        assert said(pilot).startswith("? ")
        await pilot.app.show("report", report="register-book")
        await type_keys(pilot, "f8")
    kept = {one.name: one.read_bytes()[:4] for one in (centre.folder / "prints").glob("bao-cao_*.pdf")}
    assert kept == {
        "bao-cao_ii06a_official-2026-12.pdf": b"%PDF",
        "bao-cao_register-book_2026-11.pdf": b"%PDF",
    }


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
        assert said(pilot) == "* Báo cáo này đọc bằng bảng, không có biểu đồ."


@pytest.mark.parametrize("place", [{"report": "ii06a", "period": "2026-Q4"}])
def test_after_a_power_cut_the_same_report_of_the_same_period_is_there(place):
    assert ReportScreen.at_place(place).place() == place
    with pytest.raises(ValueError, match="period_unreadable"):
        ReportScreen.at_place({"report": "ii06a", "period": "tháng tới"})
