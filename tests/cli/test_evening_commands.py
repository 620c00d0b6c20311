"""`communetui report end-of-day` and `communetui backup`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Desk


def test_the_end_of_the_day_is_one_document_and_reads_as_text(desk: Desk) -> None:
    desk.receive()
    document = desk.run("report", "end-of-day", "--json").document
    assert (document["received"], document["uncollected"], document["last_backup"]) == (1, [], None)
    assert document["next_day"] == "2026-11-25" or document["next_day"] > document["day"]
    told = desk.run("report", "end-of-day").out
    assert "Tiếp nhận hôm nay: 1" in told
    assert "Chưa sao lưu lần nào" in told


def test_a_backup_goes_where_it_is_told_then_where_it_went_last(desk: Desk, tmp_path: Path) -> None:
    nowhere = desk.run("backup", "--json")
    assert (nowhere.code, nowhere.document["error"]["reason"]) == (1, "backup_folder_not_chosen")
    stick = tmp_path / "usb"
    stick.mkdir()
    assert desk.run("backup", str(stick), "--json").document["dossiers"] == 0
    desk.receive()
    again = desk.run("backup", "--json").document
    assert (again["dossiers"], again["folder"].startswith(str(stick))) == (1, True)
    told = desk.run("backup").out
    assert "Đã sao lưu xong và đọc lại đúng: 1 hồ sơ" in told
    gone = desk.run("backup", str(tmp_path / "khong-co"), "--json")
    assert (gone.code, gone.document["error"]["reason"]) == (1, "backup_folder_missing")
