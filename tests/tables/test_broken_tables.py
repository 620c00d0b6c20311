"""Files that are no tables, or tables that nobody can read: each is one refusal, and none takes the memory."""

from __future__ import annotations

import io
import random
import tracemalloc
import zipfile
from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook

from communedb.domain.refusal import Reason, Refused
from communedb.tables import Row, match_headings, open_table

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

WORDS = {"ma thu tuc": "code", "ten thu tuc": "name"}
HEADINGS = "Mã thủ tục,Tên thủ tục\r\n"
BIRTH = "1.001193,Thủ tục đăng ký khai sinh\r\n"


def read(path: Path, sheet: str | None = None) -> list[Row]:
    with open_table(path, sheet=sheet) as table:
        return list(match_headings(table, WORDS, {"code"}, "Mã thủ tục, Tên thủ tục").rows)


def workbook(*rows: list[object], second_sheet: bool = False) -> bytes:
    book = Workbook()
    page = book.active
    assert page is not None
    page.title = "Danh mục"
    for row in rows:
        page.append(row)
    if second_sheet:
        book.create_sheet("Ghi chép")
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def rezipped(content: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    """The same archive with its parts changed."""
    kept = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return kept.getvalue()


def with_strings_of(content: bytes, text: bytes) -> bytes:
    """The workbook with another text in the place of the name of the procedure."""
    name = "Thủ tục đăng ký khai sinh".encode()
    return rezipped(content, lambda _, part: part.replace(name, text))


def with_styles_of(content: bytes, size: int) -> bytes:
    """The workbook with a part that unpacks to so many bytes."""
    return rezipped(content, lambda name, part: part + b" " * size if name.endswith("styles.xml") else part)


def archive(*names: str) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as made:
        for name in names:
            made.writestr(name, "không phải bảng")
    return kept.getvalue()


SMALL = workbook(["Mã thủ tục", "Tên thủ tục"], ["1.001193", "Thủ tục đăng ký khai sinh"])
RANDOM = random.Random(19867).randbytes(20_000)

BROKEN: dict[str, tuple[str, bytes, Reason]] = {
    "empty": ("a.csv", b"", Reason.FILE_EMPTY),
    "empty .xlsx": ("a.xlsx", b"", Reason.FILE_EMPTY),
    "only headings": ("a.csv", HEADINGS.encode(), Reason.TABLE_ROWS_MISSING),
    "only headings .xlsx": ("a.xlsx", workbook(["Mã thủ tục", "Tên thủ tục"]), Reason.TABLE_ROWS_MISSING),
    "blank lines only": ("a.csv", b"\r\n\r\n,,\r\n", Reason.TABLE_HEADINGS_UNKNOWN),
    "unknown headings": ("a.csv", "Họ tên,Ngày sinh\r\nLê Thị Hoa,1990\r\n".encode(), Reason.TABLE_HEADINGS_UNKNOWN),
    "one heading twice": ("a.csv", ("Mã thủ tục,MA THU TUC\r\n" + BIRTH).encode(), Reason.TABLE_HEADING_TWICE),
    "random bytes as .xlsx": ("a.xlsx", RANDOM, Reason.TABLE_WORKBOOK_DAMAGED),
    "random bytes as .csv": ("a.csv", RANDOM, Reason.TABLE_NOT_TEXT),
    "a picture": ("a.csv", b"\x89PNG\r\n\x1a\n" + RANDOM, Reason.TABLE_NOT_TEXT),
    "an old .xls": ("a.xls", bytes.fromhex("d0cf11e0a1b11ae1") + RANDOM, Reason.TABLE_WORKBOOK_OLD),
    "cut off .xlsx": ("a.xlsx", SMALL[: len(SMALL) // 2], Reason.TABLE_WORKBOOK_DAMAGED),
    "another archive as .xlsx": ("a.xlsx", archive("thư.txt"), Reason.TABLE_WORKBOOK_DAMAGED),
    "a sheet cut off inside": (
        "a.xlsx",
        rezipped(SMALL, lambda name, part: part[: len(part) // 2] if "sheet1" in name else part),
        Reason.TABLE_WORKBOOK_DAMAGED,
    ),
    "a string that is not there": (
        "a.xlsx",
        rezipped(SMALL, lambda _, part: part.replace(b't="inlineStr"><is><t>', b't="s"><v>7</v><is><t>')),
        Reason.TABLE_WORKBOOK_DAMAGED,
    ),
    "one cell of 10 MB .xlsx": ("a.xlsx", with_strings_of(SMALL, b"x" * 10_000_000), Reason.TABLE_UNPACKS_TOO_LARGE),
    "one row of 20 MB .xlsx": (
        "a.xlsx",
        with_strings_of(SMALL, b"</t></is></c>" + b'<c r="B2" t="n"><v>1</v></c>' * 800_000 + b"<c><is><t>"),
        Reason.TABLE_UNPACKS_TOO_LARGE,
    ),
    "styles of 20 MB .xlsx": ("a.xlsx", with_styles_of(SMALL, 20_000_000), Reason.TABLE_UNPACKS_TOO_LARGE),
    "4,000 columns": (
        "a.csv",
        (",".join(f"Cột {n}" for n in range(4000)) + "\r\n").encode(),
        Reason.TABLE_COLUMNS_TOO_MANY,
    ),
    "4,000 columns .xlsx": ("a.xlsx", workbook([f"Cột {n}" for n in range(4000)]), Reason.TABLE_COLUMNS_TOO_MANY),
    "a field of 10 MB": (
        "a.csv",
        (HEADINGS + "1.001193," + "x" * 10_000_000 + "\r\n").encode(),
        Reason.TABLE_CELL_TOO_LONG,
    ),
    "a field of 10 MB with line ends": (
        "a.csv",
        (HEADINGS + '1.001193,"' + "dòng\n" * 2_000_000 + '"\r\n').encode(),
        Reason.TABLE_CELL_TOO_LONG,
    ),
    "a cell of 200,000 signs .xlsx": ("a.xlsx", with_strings_of(SMALL, b"x" * 200_000), Reason.TABLE_CELL_TOO_LONG),
    "a quotation mark left open": ("a.csv", (HEADINGS + '1,"Khai sinh\r\n' + BIRTH).encode(), Reason.TABLE_QUOTE_OPEN),
    "a NUL": ("a.csv", (HEADINGS + "1.001193,Khai\0sinh\r\n").encode(), Reason.TABLE_NOT_TEXT),
    "UTF-16 without its mark": ("a.csv", (HEADINGS + BIRTH).encode("utf-16-le"), Reason.TABLE_NOT_TEXT),
    "cut UTF-16": ("a.csv", (HEADINGS + BIRTH).encode("utf-16")[:-1], Reason.TABLE_ENCODING_UNKNOWN),
    "TCVN3": ("a.csv", b"M\xb7 th\xf1 t\xf4c\r\n\xae\xa8ng k\xfd\r\n", Reason.TABLE_ENCODING_UNKNOWN),
    "VNI": ("a.csv", b"Ma\xf5 thu\xfb tu\xefc\r\n1.001193\r\n", Reason.TABLE_ENCODING_UNKNOWN),
    "bytes of no encoding": ("a.csv", b"Ma thu tuc\r\n1.001193\x9d\x8d\r\n", Reason.TABLE_ENCODING_UNKNOWN),
}  # fmt: skip


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_file_is_one_refusal(case: str, tmp_path: Path) -> None:
    name, content, reason = BROKEN[case]
    path = tmp_path / name
    path.write_bytes(content)

    with pytest.raises(Refused) as refused:
        read(path)

    assert refused.value.reason is reason


@pytest.mark.parametrize(
    "case",
    [
        "one cell of 10 MB .xlsx",
        "one row of 20 MB .xlsx",
        "a field of 10 MB",
        "a field of 10 MB with line ends",
        "4,000 columns",
    ],
)
def test_a_huge_file_is_refused_in_little_memory(case: str, tmp_path: Path) -> None:
    name, content, _ = BROKEN[case]
    path = tmp_path / name
    path.write_bytes(content)

    tracemalloc.start()
    with pytest.raises(Refused):
        read(path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert peak < 16 * 1024 * 1024


def test_a_workbook_that_claims_a_million_rows_and_columns_is_read_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    claimed = rezipped(SMALL, lambda name, part: part.replace(b'ref="A1:B2"', b'ref="A1:XFD1048576"'))
    assert claimed != SMALL
    path.write_bytes(claimed)

    assert [row.cells for row in read(path)] == [("1.001193", "Thủ tục đăng ký khai sinh")]


def test_a_workbook_with_a_row_beyond_all_rows_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"

    def lie(name: str, part: bytes) -> bytes:
        return (
            part.replace(b'r="2"', b'r="900000000"').replace(b'"A2"', b'"A900000000"').replace(b'"B2"', b'"B900000000"')
        )

    path.write_bytes(rezipped(SMALL, lie))
    with pytest.raises(Refused) as refused:
        read(path)
    assert refused.value.reason is Reason.TABLE_ROWS_TOO_MANY


def test_headings_that_were_not_understood_are_told_with_those_expected(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Họ tên;Ngày sinh\nLê Thị Hoa;1990\n", encoding="utf-8")
    with pytest.raises(Refused) as refused:
        read(path)
    assert refused.value.facts == {"found": "Họ tên, Ngày sinh", "expected": "Mã thủ tục, Tên thủ tục"}


def test_a_sheet_is_chosen_by_name_and_another_name_is_refused_with_those_there_are(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(workbook(["Mã thủ tục"], ["1.001193"], second_sheet=True))

    assert [row.cells for row in read(path, "Danh mục")] == [("1.001193",)]
    with open_table(path) as table:
        assert (table.sheet, table.other_sheets) == ("Danh mục", ("Ghi chép",))
    with pytest.raises(Refused) as refused:
        read(path, "Tháng 11")
    assert refused.value.facts == {"sheet": "Tháng 11", "sheets": "Danh mục, Ghi chép"}


def test_a_folder_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "không có.csv"):
        with pytest.raises(Refused) as refused:
            read(path)
        assert refused.value.reason is Reason.FILE_UNREADABLE
