"""Every kind of bad row and bad file: told what is wrong, the good rows beside it taken."""

from __future__ import annotations

from datetime import date, datetime
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from tests.dossier_files.books import HEADINGS, LUA, bring_in, counts, held, reasons, write_csv, write_xlsx

from communedb.domain.imported import Stamp
from communedb.domain.refusal import Reason, Refused
from communedb.dossier_files.columns import WORDS, Column
from communedb.dossier_files.values import STATUSES, parse_stamp, restored_id_number
from communetui.strings.reasons import reason_text

if TYPE_CHECKING:
    from pathlib import Path

    from tests.centre import Centre

BAD_CELLS = [
    ("Số hồ sơ", "", "import_code_missing"),
    ("Số hồ sơ", "=1+", None),
    ("Họ và tên", "", "import_fact_missing"),
    ("Họ và tên", "a" * 201, "text_too_long"),
    ("Họ và tên", "Nguyễn \x07 Lụa", "table_cell_control_character"),
    ("Số CCCD/CMND", "04619O054321", "id_number_not_digits"),
    ("Số CCCD/CMND", "0461900543", "id_number_length"),
    ("Thủ tục", "", "import_fact_missing"),
    ("Ngày tiếp nhận", "", "import_fact_missing"),
    ("Ngày tiếp nhận", "30/02/2025", "date_impossible"),
    ("Ngày tiếp nhận", "hôm qua", "date_unreadable"),
    ("Ngày tiếp nhận", "45726", "date_unreadable"),
    ("Ngày tiếp nhận", "10/03/2125", "date_impossible"),
    ("Ngày tiếp nhận", "14/03/2025", "import_dates_reversed"),
    ("Ngày trả", "09/03/2025", "import_dates_reversed"),
    ("Ngày trả", "24/11/2026", "import_date_in_future"),
    ("Ngày trả", "", "import_fact_missing"),
    ("Trạng thái", "chuyển đi đâu rồi", "import_value_unknown"),
    ("Trạng thái", "11", "import_value_unknown"),
    ("Trạng thái", "Mới đăng ký", "import_not_received"),
]


@pytest.mark.parametrize(("heading", "cell", "reason"), BAD_CELLS)
def test_a_bad_cell_rejects_its_row_and_no_other(
    centre: Centre, tmp_path: Path, heading: str, cell: str, reason: str | None
) -> None:
    register = centre.open("reception")
    bad = list((dict(zip(HEADINGS, LUA, strict=True)) | {"Số hồ sơ": "H57-1", heading: cell}).values())
    tally = bring_in(register, write_csv(tmp_path / "sổ.csv", [bad, LUA]))

    assert counts(tally) == (2 - bool(reason), 0, 0, bool(reason))
    assert reasons(tally) == ([reason] if reason else [])
    assert LUA[1] in {dossier["outside"] for dossier in held(register)}
    for number, refusal in tally.rejected.items():
        assert number == 2
        assert "-" not in reason_text(refusal).replace(cell, "").replace("H57-1", "").split()


def test_formulas_are_read_by_their_value_and_never_run(centre: Centre, tmp_path: Path) -> None:
    register = centre.open("reception")
    rows = [[*LUA], [*LUA], [*LUA]]
    rows[0][1], rows[0][2] = "H57-250310-0001", '=HYPERLINK("http://x", "Lụa")'
    rows[1][1], rows[1][3] = "H57-250310-0002", "#N/A"
    rows[2][1], rows[2][2] = "H57-250310-0003", "Nguyễn Thị Lụa"
    tally = bring_in(register, write_xlsx(tmp_path / "sổ.xlsx", rows))
    assert reasons(tally) == ["table_cell_formula_without_value", "table_cell_error"]
    assert counts(tally) == (1, 0, 0, 2)


def test_text_that_looks_like_a_formula_is_text(centre: Centre, tmp_path: Path) -> None:
    register = centre.open("reception")
    bad = list((dict(zip(HEADINGS, LUA, strict=True)) | {"Họ và tên": "'=cmd|' /C calc'!A0"}).values())
    bring_in(register, write_csv(tmp_path / "sổ.csv", [bad]))
    assert held(register)[0]["applicant_name"] == "=cmd|' /C calc'!A0"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8", "cp1258"])
def test_a_book_in_any_encoding_is_the_same_book(centre: Centre, tmp_path: Path, encoding: str) -> None:
    register = centre.open("reception")
    path = write_csv(tmp_path / "sổ.csv", [LUA])
    text = path.read_text(encoding="utf-8-sig")
    if encoding == "cp1258":
        # Windows-1258 has the vowels and their tones apart; a heading row that it can write is enough here.
        text = "MaHoSo;ChuHoSo;TenTTHC;NgayTiepNhan\nH57-250310-0001;Nguyê\u0303n Thi\u0323 Lua;Khai sinh;10/03/2025\n"
    path.write_bytes(text.encode(encoding))
    assert counts(bring_in(register, path)) == (1, 0, 0, 0)
    assert held(register)[0]["applicant_name"] == ("Nguyễn Thị Lua" if encoding == "cp1258" else "Nguyễn Thị Lụa")


def refused(centre: Centre, path: Path) -> Reason:
    with pytest.raises(Refused) as refusal:
        bring_in(centre.open("reception"), path)
    return refusal.value.reason


def test_four_thousand_columns_no_headings_and_rubbish_are_one_answer(centre: Centre, tmp_path: Path) -> None:
    wide = write_csv(tmp_path / "a.csv", [LUA], [*HEADINGS, *map(str, range(4_000))])
    assert refused(centre, wide) is Reason.TABLE_COLUMNS_TOO_MANY
    nothing = write_csv(tmp_path / "b.csv", [LUA], ["?"] * len(HEADINGS))
    assert refused(centre, nothing) is Reason.TABLE_HEADINGS_UNKNOWN
    random = Random(7)
    for name in ("c.xlsx", "d.csv", "e.jsonl"):
        path = tmp_path / name
        path.write_bytes(b"PK\x03\x04" * (name == "c.xlsx") + random.randbytes(4_000))
        assert refused(centre, path) in {
            Reason.TABLE_WORKBOOK_DAMAGED, Reason.TABLE_NOT_TEXT, Reason.TABLE_ENCODING_UNKNOWN,
        }  # fmt: skip
    assert held(centre.open("reception")) == []


@pytest.mark.parametrize(
    ("cell", "stamp"),
    [
        ("1/2/2025", Stamp(date(2025, 2, 1))),
        ("01-02-2025 14h05", Stamp(date(2025, 2, 1), datetime(2025, 2, 1, 14, 5).time())),  # noqa: DTZ001
        ("14:05 01/02/2025", Stamp(date(2025, 2, 1), datetime(2025, 2, 1, 14, 5).time())),  # noqa: DTZ001
        ("2025-02-01", Stamp(date(2025, 2, 1))),
        ("2025-02-01T20:05:00Z", Stamp(date(2025, 2, 2), datetime(2025, 2, 2, 3, 5).time())),  # noqa: DTZ001
        ("20250201", Stamp(date(2025, 2, 1))),
        (20250201, Stamp(date(2025, 2, 1))),
        (datetime(2025, 2, 1), Stamp(date(2025, 2, 1))),  # noqa: DTZ001
        ("", None),
    ],
)
def test_days_as_books_and_systems_write_them(cell: Any, stamp: Stamp | None) -> None:
    assert parse_stamp(cell, "Ngày") == stamp


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("46190054321", "046190054321"),
        ("1190054321", "001190054321"),
        ("91234567", "091234567"),
        ("191234567", "191234567"),
        ("04619005432", "04619005432"),
        ("99190054321", "99190054321"),
    ],
)
def test_only_zeros_that_must_have_been_there_are_restored(cell: str, number: str) -> None:
    assert restored_id_number(cell) == number


@pytest.mark.parametrize("code", range(2, 11))
def test_every_code_of_the_portal_is_a_status(code: int) -> None:
    assert str(code) in STATUSES


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("mã hồ sơ", Column.CODE), ("MÃ SỐ HỒ SƠ", Column.CODE), ("MaHoSo", Column.CODE), ("ma ho so", Column.CODE),
        ("Số CCCD / CMND", Column.ID_NUMBER), ("SĐT", Column.PHONE), ("Ngày hẹn trả KQ".replace(" KQ", ""), Column.DUE),
        ("Phí/Lệ phí", Column.FEE), ("NgayKetThucXuLy", Column.ENDED), ("TrangThaiHoSo", Column.STATUS),
        ("KenhThucHien", Column.CHANNEL), ("Họ tên, địa chỉ", None),
    ],
)  # fmt: skip
def test_headings_are_known_with_marks_or_none(heading: str, column: Column | None) -> None:
    from communedb.tables.headings import heading_key

    assert WORDS.get(heading_key(heading)) is column
