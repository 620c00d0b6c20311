"""Notices and the support log at the command line: one office's day."""

from __future__ import annotations

from typing import TYPE_CHECKING

import openpyxl

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Desk


def test_a_notice_is_entered_read_and_withdrawn(desk: Desk, tmp_path: Path) -> None:
    text = tmp_path / "ct12.txt"
    text.write_text("1. Rà soát.\n\n\n2. Báo cáo.", encoding="utf-8")
    made = desk.run(
        "notice", "add", "--title", "Chỉ thị về chữ ký số", "--number", "12/CT", "--kind", "directive", "--issued-on",
        "20/11/2026", "--due-on", "27/11/2026", "--body-file", str(text), "--json", as_="leader",
    )  # fmt: skip
    assert (made.code, made.document["body"], made.document["read_at"] is not None) == (
        0,
        "1. Rà soát.\n\n2. Báo cáo.",
        True,
    )
    assert "chưa đọc" in desk.run("notice", "list").out
    assert "Không còn thông báo nào chưa đọc" in desk.run("notice", "read", "12/ct").out
    told = desk.run("notice", "show", "12/CT").out
    assert "Đã đọc 2/4" in told
    assert "Chưa đọc: Trần Thị Bình, Nguyễn Văn Dũng" in told

    refused = desk.run("notice", "withdraw", "12/CT", "--reason", "Nhầm", "--json", as_="specialist")
    assert (refused.code, refused.document["error"]["reason"]) == (1, "role_not_allowed")
    assert desk.run("notice", "withdraw", "12/CT", "--reason", "Nhầm", as_="leader").code == 0
    assert desk.run("notice", "list").out.strip() == "Chưa có thông báo nào."
    missing = desk.run("notice", "show", "99/CT", "--json")
    assert (missing.code, missing.document["error"]["reason"]) == (1, "unknown_notice")


def test_a_number_that_two_notices_have_is_refused_with_both_and_a_key_names_one(desk: Desk) -> None:
    def issued(title: str, day: str) -> str:
        given = ("--title", title, "--number", "1/TB", "--issued-on", day)
        made = desk.run("notice", "add", *given, "--json", as_="leader")
        return str(made.document["id"])

    first, second = issued("Nghỉ Tết", "10/11/2026"), issued("Lịch trực", "12/11/2026")
    for ask in (["show"], ["read"], ["withdraw", "--reason", "Nhầm"]):
        refused = desk.run("notice", *ask, "1/tb", as_="leader")
        assert refused.code == 1
        for told in (f"12/11/2026 “Lịch trực” ({second})", f"10/11/2026 “Nghỉ Tết” ({first})", "Hãy ghi mã"):
            assert told in refused.err.replace("\n", " ")
    assert desk.run("notice", "withdraw", first, "--reason", "Nhầm", as_="leader").code == 0
    # Issued anew under the same number: the one that still stands is meant.
    assert "Lịch trực" in desk.run("notice", "show", "1/TB").out

    ahead = desk.run("notice", "add", "--title", "Họp", "--issued-on", "31/12/2099", "--json", as_="leader")
    assert (ahead.code, ahead.document["error"]["reason"]) == (1, "notice_day_in_future")


def test_help_is_entered_corrected_added_up_and_given_out_with_typed_cells(desk: Desk, tmp_path: Path) -> None:
    kept = desk.run(
        "support", "add", "--date", "21/11/2026", "--people", "12", "--procedure", "1.001193", "--online", "--json"
    ).document
    assert (kept["procedure_name"], kept["helper"]) == ("Thủ tục đăng ký khai sinh", "Lê Thị Hoa")
    corrected = desk.run("support", "correct", kept["id"], "--people", "15", "--not-online", "--json").document
    assert (corrected["people"], corrected["filed_online"], corrected["procedure_code"]) == (15, False, "1.001193")
    unknown = desk.run("support", "add", "--procedure", "9.999999", "--json")
    assert (unknown.code, unknown.document["error"]["reason"]) == (1, "unknown_procedure")
    assert "11/2026  Nộp hồ sơ trực tuyến  1     15" in desk.run("support", "totals").out

    file = tmp_path / "ho-tro.xlsx"
    assert desk.run("support", "export", str(file)).code == 0
    head, row = openpyxl.load_workbook(file).active.iter_rows(values_only=True)
    assert head[:3] == ("Ngày", "Việc hỗ trợ", "Số người")
    assert (row[0].date().isoformat(), row[2], row[5]) == ("2026-11-21", 15, "không")
    assert desk.run("support", "void", kept["id"], "--reason", "Nhầm").code == 0
    assert desk.run("support", "list", "--json").document == []
