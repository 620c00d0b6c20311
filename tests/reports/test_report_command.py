"""`communetui report NAME`: a period in every form, sent and sent again, and what is refused."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from tests.centre import PASSPHRASE
from tests.cli.conftest import Desk
from tests.reports.conftest import BIRTH, Told

from communedb.reports.names import NAMES
from communedb.tables.reading import open_table
from communetui.strings.language import Language, use
from communetui.strings.reports import REPORTS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOVEMBER = ("--from", "16/11/2026", "--to", "22/11/2026")


@pytest.fixture
def desk(told: Told, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Iterator[Desk]:
    """A week with three dossiers, one of them late, one paid; the commands run on the register's own folder."""
    on_time = told.receive("2026-11-16 08:10", "Lê Văn Bình", BIRTH)
    told.step("2026-11-16 08:20", on_time, "fee_paid", amount=8_000, method="cash")
    told.finish("2026-11-16 16:00", on_time)
    late = told.receive("2026-11-16 08:20", "Ngô Thị Cúc", BIRTH, channel="online")
    told.finish("2026-11-17 09:00", late)
    told.receive("2026-11-20 09:00", "=Hồ Văn Danh")
    told.centre.close()
    for name, value in {"DIR": str(told.centre.folder), "PASSPHRASE": PASSPHRASE, "LANG": "vi"}.items():
        monkeypatch.setenv(f"COMMUNETUI_{name}", value)
    yield Desk(told.centre, monkeypatch, capfd)
    use(Language.VI)


def rows_of(path: Path) -> list[tuple[Any, ...]]:
    with open_table(path) as table:
        return [row.cells for row in table.rows]


def test_every_report_has_its_words() -> None:
    assert set(REPORTS) == set(NAMES)


def test_given_a_week_then_the_form_is_told_in_columns_and_checked(desk: Desk) -> None:
    ran = desk.run("report", "ii06a", *NOVEMBER)

    assert ran.code == 0, ran.err
    assert "Biểu số II.06a/VPCP/KSTT" in ran.out
    assert "Từ 16/11/2026 đến 22/11/2026" in ran.out
    total = next(line for line in ran.out.splitlines() if line.startswith("     Tổng cộng"))
    assert total.split()[2:] == ["3", "1", "2", "0", "2", "0", "1", "1", "1", "1", "0"]


def test_given_a_file_then_a_workbook_holds_numbers_dates_and_shares_and_is_read_in_again(
    desk: Desk, tmp_path: Path
) -> None:
    late, digitised = tmp_path / "quá hạn.xlsx", tmp_path / "số hóa.xlsx"
    assert desk.run("report", "late", *NOVEMBER, "--file", str(late)).code == 0
    assert desk.run("report", "digitisation", *NOVEMBER, "--file", str(digitised)).code == 0

    heads, officer, line, total = rows_of(late)
    assert heads[:3] == ("STT", "Cán bộ", "Mã hồ sơ")
    assert heads[-1] == "Quá hạn (ngày làm việc)"
    assert officer[:2] == (1, "Lê Thị Hoa")
    assert line[3] == "Ngô Thị Cúc"
    assert f"{line[5]:%d/%m/%Y %H:%M}" == "16/11/2026 17:30"
    assert line[-2:] == ("đã xong, quá hạn", 1)
    assert total[:2] == (1, "Tổng cộng")
    shares = rows_of(digitised)
    assert shares[1][:4] == ("Trực tiếp", 2, 0, 0)
    assert shares[3][3] == "chưa có gì để tính", "a share of nothing is not zero"


def test_given_a_csv_then_no_cell_runs_as_a_formula_and_it_is_read_in_again(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "tiếp nhận.csv"

    assert desk.run("report", "daily", *NOVEMBER, "--file", str(path)).code == 0

    assert b"'=H" in path.read_bytes()
    rows = rows_of(path)
    assert [row[3] for row in rows[1:4]] == ["Lê Văn Bình", "Ngô Thị Cúc", "=Hồ Văn Danh"]
    assert rows[1][1] == "16/11/2026 08:10"


def test_given_json_then_each_number_comes_with_the_dossiers_behind_it(desk: Desk) -> None:
    document = desk.run("report", "payments", *NOVEMBER, "--json").document

    total = document["total"]
    assert total["cells"]["paid"] == 8_000
    assert len(total["behind"]["paid"]) == 1
    assert document["period"] == {
        "name": "2026-11-16/2026-11-22", "kind": "range", "from": "2026-11-16", "to": "2026-11-22",
    }  # fmt: skip
    assert [column["heading"] for column in document["columns"]][:3] == ["Cách nộp", "Số hồ sơ", "Số lần nộp"]


def test_given_pages_then_a_pdf_is_made(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "ii06a.pdf"

    assert desk.run("report", "ii06a", *NOVEMBER, "--file", str(path)).code == 0

    assert path.read_bytes().startswith(b"%PDF")


def test_given_it_is_sent_then_it_is_kept_and_what_came_later_is_told(desk: Desk) -> None:
    week = ("--period", "2026-W47")
    refused = desk.run("report", "ii06a", *week, "--mark-sent")
    assert (refused.code, refused.out) == (1, ""), "reception does not answer for what goes up"
    ran = desk.run("report", "ii06a", *week, "--mark-sent", "--note", "đã gửi tỉnh", as_="leader")
    assert ran.code == 0, ran.err
    late = {
        "procedure_code": BIRTH, "applicant": {"name": "Bùi Thị Muộn"}, "received_at": "2026-11-19T08:00:00+07:00",
        "late_reason": "mất điện",
    }  # fmt: skip
    assert desk.run("dossier", "receive", given=json.dumps(late)).code == 0

    document = desk.run("report", "ii06a", *week, "--sent", "--json").document

    assert document["total"]["cells"]["received"] == 3, "as it went up"
    assert {one["column"] for one in document["differs"] if one["row"] == ""} == {
        "received", "received_direct", "in_progress", "in_progress_overdue",
    }  # fmt: skip
    told = desk.run("report", "ii06a", *week).out
    assert "Khác với báo cáo đã gửi" in told
    (one,) = desk.run("report", "sent", "--json").document["reports"]
    assert (one["period"], one["officer"], one["note"]) == ("2026-W47", "Phan Thị Mai", "đã gửi tỉnh")


REFUSED = [
    (("ii06a", "--from", "22/11/2026", "--to", "16/11/2026"), "Ngày cuối ở trước ngày đầu"),
    (("ii06a", "--from", "31/02/2026"), "31/02"),
    (("ii06a", "--period", "2026-13"), "Không đọc được kỳ báo cáo"),
    (("ii06a", "--period", "tháng"), "Không có loại kỳ"),
    (("ii06a", "--period", "month", "--from", "16/11/2026"), "Chỉ ghi một cách chọn kỳ"),
    (("ii06a", "--format", "xlsx"), "Hãy thêm --file"),
    (("ii06a", "--format", "csv", "--file", "a.xlsx"), "không hợp với --format csv"),
    (("ii06a", "--file", "a.docx"), "Tên tệp phải kết thúc bằng một trong"),
    (("ii06a", "--period", "2026-10", "--sent"), "Chưa gửi báo cáo này cho kỳ"),
]


def test_what_is_refused_says_what_to_do(desk: Desk) -> None:
    for arguments, says in REFUSED:
        ran = desk.run("report", *arguments)

        assert (ran.code, ran.out) == (1, ""), arguments
        assert says in ran.err, arguments


def test_given_a_file_that_is_there_then_it_is_not_replaced_unasked(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("của tôi", encoding="utf-8")

    assert desk.run("report", "daily", "--file", str(path)).code == 1
    assert path.read_text(encoding="utf-8") == "của tôi"
    assert desk.run("report", "daily", "--file", str(path), "--yes").code == 0
