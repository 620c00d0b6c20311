"""Tables that are written: never run by a spreadsheet, read back as they were, whole or not at all."""

from __future__ import annotations

import csv
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from communedb.domain.refusal import Reason, Refused
from communedb.domain.text import clean
from communedb.tables import open_table, write_table
from communedb.tables.escaping import escaped, unescaped

if TYPE_CHECKING:
    from pathlib import Path

DANGEROUS = ["=cmd|' /C calc'!A0", "+84905123456", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "'=1", "''+1"]


def back(path: Path) -> list[list[object]]:
    with open_table(path) as table:
        return [list(row.cells) for row in table.rows]


@pytest.mark.parametrize("text", DANGEROUS)
def test_text_like_a_formula_has_an_apostrophe_in_a_csv(text: str, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    write_table(path, ["Mã", "Tên"], [["1", text]])
    with path.open(encoding="utf-8-sig", newline="") as handle:
        assert list(csv.reader(handle))[1] == ["1", "'" + text]
    assert back(path) == [["Mã", "Tên"], ["1", text]]


@pytest.mark.parametrize("text", ["=1+1", "#N/A", "+84905123456", "_x000D_", "-"])
def test_text_like_a_formula_is_text_in_a_workbook(text: str, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_table(path, ["Tên"], [["đầu", text]])
    cell = load_workbook(path).active["B2"]
    assert cell.data_type == "s"


@given(st.text())
@example("'")
@example("'=")
def test_escaping_is_always_undone(text: str) -> None:
    assert unescaped(escaped(text)) == text


# A text such as "#N/A" cannot be told from the error in a workbook, and is refused when read.
KEPT = st.text(max_size=40).map(clean).filter(lambda text: not text.startswith("#"))


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(table=st.lists(st.lists(KEPT, min_size=3, max_size=3), max_size=5))
@example(table=[["=1+1", "'-", "[red]"], ["👪", "một | hai", 'ngoặc "kép"'], ["_x000D_", "-1", ";,\t"]])
def test_what_is_written_is_read_back(table: list[list[str]], suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"a{suffix}"
    write_table(path, ["Mã", "Tên", "Ghi chú"], table)
    expected = [[*row] for row in table if any(row)]
    kept = [[cell or "" for cell in row] + [""] * (3 - len(row)) for row in back(path)[1:]]
    assert kept == expected


def test_numbers_and_dates_are_written_as_such(tmp_path: Path) -> None:
    row = ["1.001290", 8000, date(2026, 7, 1), None]
    for name in ("a.csv", "a.xlsx"):
        write_table(tmp_path / name, ["Mã", "Phí", "Từ", "Đến"], [row])
    assert back(tmp_path / "a.csv")[1] == ["1.001290", "8000", "01/07/2026"]
    sheet = load_workbook(tmp_path / "a.xlsx").active
    assert [cell.value for cell in sheet[2]][:2] == ["1.001290", 8000]
    assert sheet["C2"].is_date


def test_a_csv_begins_with_the_mark_by_which_spreadsheets_know_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    write_table(path, ["Mã"], [])
    assert path.read_bytes() == b"\xef\xbb\xbf" + "Mã\r\n".encode()


def test_a_table_that_fails_half_way_leaves_the_old_file(tmp_path: Path) -> None:
    def rows() -> list[list[str]]:
        raise Refused(Reason.UNKNOWN_PROCEDURE, code="1.001193")

    for name in ("a.csv", "a.xlsx"):
        path = tmp_path / name
        path.write_bytes(b"old")
        with pytest.raises(Refused):
            write_table(path, ["Mã"], (row for _ in range(3) for row in rows()))
        assert path.read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.csv", "a.xlsx"]


def test_a_cell_that_a_workbook_would_cut_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        write_table(tmp_path / "a.xlsx", ["Hồ sơ"], [["x" * 40_000]])
    assert refused.value.reason is Reason.TABLE_CELL_TOO_LONG
    assert list(tmp_path.iterdir()) == []


def test_another_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        write_table(tmp_path / "a.ods", ["Mã"], [])
    assert refused.value.reason is Reason.TABLE_SUFFIX_UNKNOWN
