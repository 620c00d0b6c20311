"""A report as a workbook and as pages: typed cells, headings that stay, nothing cut, however long it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from communedb.domain.period import parse
from communedb.reports.figures import Column, Doubt, Figures, Kind, Row, Unknown
from communetui.report_files.about import About
from communetui.report_files.page import report_pdf
from communetui.report_files.writing import write_report
from communetui.strings.language import Language, use

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

COLUMNS = (
    Column("number", Kind.TEXT),
    Column("field", Kind.TEXT),
    Column("received", Kind.COUNT),
    Column("received_online", Kind.COUNT),
    Column("share", Kind.SHARE),
    Column("paid", Kind.MONEY),
    Column("returned_on", Kind.DATE),
    Column("received_at", Kind.MOMENT),
)
CELLS = {
    "number": "1",
    "field": "Hộ tịch",
    "received": 1_234,
    "received_online": 7,
    "share": 0.8129,
    "paid": 8_000,
    "returned_on": date(2026, 11, 18),
    "received_at": datetime(2026, 11, 16, 1, 30, 59, tzinfo=UTC),
}
LONG = "Chứng thực bản sao từ bản chính giấy tờ, văn bản do cơ quan có thẩm quyền cấp " * 3


def figures(rows: int = 1) -> Figures:
    heading = Row("commune:", {"number": "I", "field": "commune", "received": 1_234}, heading=True)
    lines = tuple(Row(f"k{n}", CELLS | {"number": str(n + 1), "field": f"{LONG} {n + 1}"}) for n in range(rows))
    total = Row("", {"received": 1_234, "share": Unknown.NOTHING_TO_COUNT})
    return Figures("ii06a", parse("2026-11"), COLUMNS, (heading, *lines), total)


def told(made: Figures) -> About:
    doubts = tuple(f"điều {n}" for n, _ in enumerate(made.doubts, start=1))
    return About("UBND xã Quảng Điền", "Trung tâm", "Tình hình", "Biểu II.06a", "Tháng 11", "Đơn vị", "Lập", (), doubts)


@pytest.fixture(autouse=True)
def _vietnamese() -> Iterator[None]:
    use(Language.VI)
    yield
    use(Language.VI)


def test_a_workbook_has_typed_cells_under_headings_that_stay(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_report(path, figures(), told(figures()))

    book = load_workbook(path)
    sheet = book["Báo cáo"]
    assert sheet.freeze_panes == "B2"
    assert [cell.value for cell in sheet[1]][1:4] == [
        "Lĩnh vực giải quyết",
        "Tiếp nhận: Tổng số",
        "Tiếp nhận: Trực tuyến",
    ]
    heading, line, total = (list(row) for row in sheet.iter_rows(min_row=2))
    assert (heading[1].value, heading[1].font.bold) == ("Thủ tục của cấp xã", True)
    assert (line[0].value, line[0].font.bold) == (1, False)
    assert [(cell.value, cell.number_format) for cell in line[2:]] == [
        (1_234, "#,##0"),
        (7, "#,##0"),
        (0.8129, "0.0%"),
        (8_000, "#,##0"),
        (datetime.fromisoformat("2026-11-18"), "dd/mm/yyyy"),
        (datetime.fromisoformat("2026-11-16 08:30"), "dd/mm/yyyy hh:mm"),
    ]
    assert [total[1].value, total[2].value, total[4].value] == ["Tổng cộng", 1_234, "chưa có gì để tính"]
    assert [row[0].value for row in book["Thông tin"].iter_rows()][:2] == ["Biểu II.06a", "Tình hình"]


def test_pages_repeat_their_headings_and_cut_nothing() -> None:
    made = replace(figures(150), doubts=tuple(Doubt("sum_differs") for _ in range(40)))

    pages = [page.extract_text() for page in PdfReader(BytesIO(report_pdf(made, told(made)))).pages]

    assert len(pages) > 5
    assert all("Lĩnh vực giải quyết" in page and "(2)" in page for page in pages)
    every = " ".join(" ".join(pages).split())
    assert all(f"cấp {n}" in every for n in range(1, 151)), "each row to its last word"
    assert "81,3 %" in every
    assert "và 28 điều nữa" in every
    assert pages[-1].count("Thủ trưởng đơn vị") == 1
    assert "Tổng cộng" in pages[-1]


def test_a_page_without_rows_says_so_and_speaks_english_too() -> None:
    use(Language.EN)
    empty = replace(figures(), rows=(), total=None)

    (page,) = PdfReader(BytesIO(report_pdf(empty, told(empty)))).pages

    assert "Nothing in this period." in page.extract_text()


def test_the_sums_of_a_table_without_words_are_named_where_its_days_stand(tmp_path: Path) -> None:
    days = (Column("day", Kind.DATE), Column("received"))
    rows = (Row("2026-11-16", {"day": date(2026, 11, 16), "received": 3}),)
    path = tmp_path / "theo-ngay.xlsx"

    made = Figures("by-day", parse("2026-11"), days, rows, Row("", {"received": 3}))
    write_report(path, made, told(made))

    assert [[cell.value for cell in row] for row in load_workbook(path).worksheets[0].iter_rows(min_row=2)] == [
        [datetime(2026, 11, 16), 3],  # noqa: DTZ001 - a workbook knows no zones
        ["Tổng cộng", 3],
    ]
