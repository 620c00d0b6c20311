"""Rows of a list of procedures: what is wrong, odd or in another language, each told with its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook
from tests.catalogue_files.bringing import BIRTH, OWN, OWN_ROW, TODAY, brought, imported, kinds, plan

from communedb.catalogue_files import (
    ChangeKind,
)
from communedb.domain.finding import FindingCode
from communedb.domain.refusal import Reason
from communedb.domain.time_limit import LimitUnit, TimeLimit
from communedb.stores.procedures import procedure_on

if TYPE_CHECKING:
    from pathlib import Path

    from communedb.register import Register


WRONG = {
    "no code": ({"Mã thủ tục": ""}, Reason.PROCEDURE_CODE_MISSING),
    "another kind of code": ({"Mã thủ tục": "KS-01"}, Reason.PROCEDURE_CODE_UNREADABLE),
    "no name for a new one": ({"Tên thủ tục": ""}, Reason.PROCEDURE_NAME_MISSING),
    "30 February": ({"Hiệu lực từ": "30/02/2026"}, Reason.DATE_IMPOSSIBLE),
    "no date": ({"Hiệu lực từ": "đầu năm"}, Reason.DATE_UNREADABLE),
    "ends before it begins": (
        {"Hiệu lực từ": "01/12/2026", "Hiệu lực đến": "30/11/2026"}, Reason.VALIDITY_EMPTY),
    "ended before the import": ({"Hiệu lực đến": "30/06/2026"}, Reason.VALIDITY_EMPTY),
    "negative fee": ({"Phí, lệ phí": "-5000"}, Reason.MONEY_UNREADABLE),
    "limit abc": ({"Thời hạn": "abc"}, Reason.TIME_LIMIT_UNREADABLE),
    "limit of 0": ({"Thời hạn": "0", "Đơn vị": "ngày"}, Reason.TIME_LIMIT_OUT_OF_RANGE),
    "unit of 2.5": ({"Thời hạn": "2,5", "Đơn vị": "ngày"}, Reason.TIME_LIMIT_UNREADABLE),
    "a paper's detail": ({"Hồ sơ": "Đơn {loại: gì đó}"}, Reason.PROCEDURE_DETAIL_UNKNOWN),
    "a control character": ({"Kết quả": "Giấy\x1b[2J"}, Reason.TABLE_CELL_CONTROL_CHARACTER),
    "a name of 20,000 letters": ({"Tên thủ tục": "x" * 20_000}, Reason.TEXT_TOO_LONG),
    "a paper of 20,000 letters": ({"Hồ sơ": "x" * 20_000}, Reason.TEXT_TOO_LONG),
}  # fmt: skip


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_row_is_rejected_with_its_reason_and_the_others_stand(
    case: str, register: Register, tmp_path: Path
) -> None:
    wrong, reason = WRONG[case]
    good = {"Mã thủ tục": "9.000124", "Tên thủ tục": "Xác nhận hộ bị hạn"}
    found = imported(register, brought(tmp_path, OWN_ROW | wrong, good))

    assert [(each.row.number, each.refusal.reason) for each in found.rejected] == [(2, reason)]
    assert [change.version.code for change in found.of(ChangeKind.NEW)] == ["9.000124"]


def test_a_code_that_stands_twice_is_rejected_each_time(register: Register, tmp_path: Path) -> None:
    found = plan(register, brought(tmp_path, OWN_ROW, {"Mã thủ tục": BIRTH}, OWN_ROW))
    assert [(each.row.number, each.refusal.facts["rows"]) for each in found.rejected] == [(2, "2, 4"), (4, "2, 4")]
    assert kinds(found) == {"unchanged": 1}


def test_markup_emoji_and_decomposed_text_are_ordinary_text(register: Register, tmp_path: Path) -> None:
    import unicodedata

    name = "[red]Xác nhận[/red] hộ nghèo 👪"
    imported(register, brought(tmp_path, OWN_ROW | {"Tên thủ tục": unicodedata.normalize("NFD", name)}))
    assert procedure_on(register.db, OWN, TODAY).name_vi == name


def test_codes_that_a_spreadsheet_made_numbers_are_restored_and_told(register: Register, tmp_path: Path) -> None:
    book = Workbook()
    page = book.active
    assert page is not None
    page.append(["DANH MỤC THỦ TỤC HÀNH CHÍNH"])
    page.append(["(Kèm theo Quyết định số 12/QĐ-UBND)"])
    page.append(["STT", "Mã số TTHC", "Tên TTHC", "Thời hạn (ngày làm việc)", "Phí"])
    page.append([1, 1.00129, "Thủ tục thử nghiệm", 3, "=1+1"])
    page.append([2, 9.00012, "Xác nhận hộ bị ngập", 3, 8000])
    path = tmp_path / "danh-muc.xlsx"
    book.save(path)

    found = imported(register, path)

    assert [(each.row.number, each.refusal.reason) for each in found.rejected] == [
        (4, Reason.TABLE_CELL_FORMULA_WITHOUT_VALUE)
    ]
    assert procedure_on(register.db, "9.000120", TODAY).limits == (TimeLimit(amount=3, unit=LimitUnit.WORKING_DAY),)
    told = {finding.code: finding.facts for finding in found.findings}
    assert told[FindingCode.PROCEDURE_CODE_RESTORED] == {"row": "5", "code": "9.000120", "read": "9.00012"}
    assert told[FindingCode.TABLE_COLUMNS_UNUSED] == {"columns": "STT"}


def test_a_limit_without_unit_promises_nothing_and_is_noted(register: Register, tmp_path: Path) -> None:
    rows = (OWN_ROW | {"time_limit_days": "15", "time_unit": "unspecified"},)
    found = imported(register, brought(tmp_path, *rows))
    kept = procedure_on(register.db, OWN, TODAY)
    assert kept.limits == ()
    assert "“15”" in kept.notes[0]
    assert [finding.code for finding in found.findings] == [FindingCode.LIMIT_WITHOUT_UNIT]


def test_an_english_list_of_the_portal_is_understood(register: Register, tmp_path: Path) -> None:
    row = {
        "code": OWN, "name_vi": "Xác nhận hộ bị ngập", "name_en": "Flooded household", "field_vi": "Bảo trợ xã hội",
        "time_limit_days": "1", "time_unit": "same_day", "fee_vnd": "0", "documents": "Đơn đề nghị|Ảnh chụp",
        "source": "national portal",
    }  # fmt: skip
    found = imported(register, brought(tmp_path, row))
    kept = procedure_on(register.db, OWN, TODAY)
    assert found.findings == ()
    assert kept.fee.free
    assert [paper.name for paper in kept.papers or ()] == ["Đơn đề nghị", "Ảnh chụp"]
    assert (kept.name_en, kept.source) == ("Flooded household", "national portal")
