"""Tables as offices save them: any encoding, any delimiter, cells that a spreadsheet changed."""

from __future__ import annotations

import tracemalloc
import unicodedata
from datetime import date, datetime
from itertools import islice
from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook

from communedb.domain.refusal import Reason, Refused
from communedb.tables import CellFault, open_table, write_table
from communedb.tables.cells import cell_text

if TYPE_CHECKING:
    from pathlib import Path

MIDDAY = datetime.fromisoformat("2026-02-03T14:05")
MONDAY = datetime.fromisoformat("2026-11-23")
LINES = [
    ["Mã", "Tên thủ tục"],
    ["1.001193", "Đăng ký khai sinh, khai tử"],
    ["1.000894", "Kết hôn ở Thừa Thiên Huế; 2 bản"],
]


def rows(path: Path) -> list[list[object]]:
    with open_table(path) as table:
        return [list(row.cells) for row in table.rows]


def quoted(delimiter: str) -> str:
    return "".join(delimiter.join(f'"{cell}"' for cell in line) + "\r\n" for line in LINES)


def cp1258(text: str) -> bytes:
    """Windows-1258 as an old spreadsheet saves it: the letter, then its tone as a mark of its own."""
    split = "".join(_with_tone_apart(letter) for letter in text)
    return split.encode("cp1258")


def _with_tone_apart(letter: str) -> str:
    parts = unicodedata.normalize("NFD", letter)
    tones = "".join(mark for mark in parts if mark in "\u0300\u0301\u0303\u0309\u0323")
    return unicodedata.normalize("NFC", "".join(mark for mark in parts if mark not in tones)) + tones


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le with mark", "utf-16-be with mark", "cp1258", "NFD"]
)
def test_every_encoding_and_delimiter_gives_the_same_composed_text(
    encoding: str, delimiter: str, tmp_path: Path
) -> None:
    text = quoted(delimiter)
    encoded = {
        "utf-16-le with mark": ("\ufeff" + text).encode("utf-16-le"),
        "utf-16-be with mark": ("\ufeff" + text).encode("utf-16-be"),
        "cp1258": cp1258(text),
        "NFD": unicodedata.normalize("NFD", text).encode(),
    }
    path = tmp_path / "danh-muc.csv"
    path.write_bytes(encoded[encoding] if encoding in encoded else text.encode(encoding))

    assert rows(path) == LINES


def test_the_delimiter_is_the_one_that_parts_the_rows_alike(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(
        "DANH MỤC THỦ TỤC, XÃ QUẢNG ĐIỀN, NĂM 2026\nMã;Tên;Hồ sơ\n1;Khai sinh;Tờ khai, giấy chứng sinh, hộ chiếu\n"
        "2;Khai tử;Giấy báo tử\n",
        encoding="utf-8",
    )
    assert rows(path)[1:] == [
        ["Mã", "Tên", "Hồ sơ"],
        ["1", "Khai sinh", "Tờ khai, giấy chứng sinh, hộ chiếu"],
        ["2", "Khai tử", "Giấy báo tử"],
    ]


def test_a_line_that_announces_the_delimiter_is_obeyed_and_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("sep=;\r\nMã,số;Tên\r\n1;Khai sinh\r\n", encoding="utf-8")
    assert rows(path) == [["Mã,số", "Tên"], ["1", "Khai sinh"]]


def test_rows_are_numbered_as_a_spreadsheet_numbers_them(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('Mã,Hồ sơ\n\n1,"Tờ khai\nGiấy chứng sinh"\n,,\n2,Giấy báo tử\n', encoding="utf-8")
    with open_table(path) as table:
        assert [row.number for row in table.rows] == [1, 3, 5]


def test_cells_of_a_workbook_keep_what_they_are_and_formulas_are_never_run(tmp_path: Path) -> None:
    book = Workbook()
    page = book.active
    assert page is not None
    page.append(["số", 1.00129, 3, MONDAY, True, None, "#N/A", unicodedata.normalize("NFD", "Huế")])
    page.append(["công thức", "=1+1"])
    path = tmp_path / "a.xlsx"
    book.save(path)

    first, second = rows(path)
    assert first == ["số", 1.00129, 3, MONDAY, True, None, CellFault.ERROR, "Huế"]
    assert second == ["công thức", CellFault.FORMULA_WITHOUT_VALUE]


def test_a_formula_that_was_calculated_gives_its_value(tmp_path: Path) -> None:
    import zipfile

    book = Workbook()
    page = book.active
    assert page is not None
    page.append(["phí", "=4000*2"])
    plain, path = tmp_path / "plain.xlsx", tmp_path / "a.xlsx"
    book.save(plain)
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, part.replace(b"<v></v>", b"<v>8000</v>").replace(b"<v />", b"<v>8000</v>"))

    assert rows(path) == [["phí", 8000]]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, ""), (3, "3"), (3.0, "3"), (1.00129, "1.00129"), (True, "TRUE"), (0.00001, "0.00001"),
        (date(2026, 2, 3), "03/02/2026"), (MIDDAY, "03/02/2026 14:05"),
        ("[red]đỏ[/red] 👪", "[red]đỏ[/red] 👪"), ("một\nhai", "một\nhai"),
    ],
)  # fmt: skip
def test_a_cell_as_text(cell: object, text: str) -> None:
    assert cell_text(cell, "Tên") == text  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        (CellFault.ERROR, Reason.TABLE_CELL_ERROR),
        (CellFault.FORMULA_WITHOUT_VALUE, Reason.TABLE_CELL_FORMULA_WITHOUT_VALUE),
        ("\x1b[2J", Reason.TABLE_CELL_CONTROL_CHARACTER),
        ("khai\x07sinh", Reason.TABLE_CELL_CONTROL_CHARACTER),
        ("khai\x9bsinh", Reason.TABLE_CELL_CONTROL_CHARACTER),
    ],
)
def test_a_cell_that_has_no_value_is_refused_by_its_column(cell: CellFault | str, reason: Reason) -> None:
    with pytest.raises(Refused) as refused:
        cell_text(cell, "Tên thủ tục")
    assert refused.value.reason is reason
    assert refused.value.facts["column"] == "Tên thủ tục"


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_many_rows_are_read_and_written_in_bounded_memory(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"a{suffix}"
    count = 8_000 if suffix == ".csv" else 1_000
    words = ["Nguyễn Văn Đức", "Thôn 1, xã Quảng Điền", "Đăng ký khai sinh"] * 4
    tracemalloc.start()
    write_table(path, ["Mã", *words], ([str(number), *words] for number in range(count)))
    with open_table(path) as table:
        read = sum(1 for _ in islice(table.rows, None))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert read == count + 1
    assert peak < 8 * 1024 * 1024
