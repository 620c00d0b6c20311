"""`communetui catalogue import` and `export`: shown before it is done, asked for, told row by row."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from communedb.stores.procedures import versions

if TYPE_CHECKING:
    from tests.cli.conftest import Desk

    from communedb.domain.procedure import Procedure

MARITAL = "1.004873"
FILE = (
    "Mã thủ tục;Tên thủ tục;Thời hạn;Phí;Thành phần hồ sơ;Hiệu lực đến\n"
    "9.000123;Xác nhận hộ bị ngập;3 ngày làm việc;0;Đơn đề nghị;\n"
    f"{MARITAL};;5 ngày làm việc;;Tờ khai theo mẫu | Giấy tờ chứng minh nơi ở;\n"
    "1.000894;;;;;31/12/2030\n"
    "1.001193;;;;;\n"
    "9.000124;Xác nhận hộ bị hạn;abc;;;\n"
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "danh-muc.csv"
    path.write_text(FILE, encoding="utf-8")
    return path


def kept(desk: Desk, code: str) -> list[Procedure]:
    return versions(desk.centre.open("administrator").db, code)


def test_an_import_shows_what_it_changes_and_writes_it_once(desk: Desk, file: Path) -> None:
    ran = desk.run("catalogue", "import", str(file), "--yes", as_="administrator")

    assert ran.code == 1  # one row was rejected; the others are written
    told = ran.out.splitlines()
    assert any(line.startswith("MỚI: 9.000123 Xác nhận hộ bị ngập (từ ") for line in told)
    assert "    Thời hạn: 3 ngày làm việc → 5 ngày làm việc" in told
    assert "      + Giấy tờ chứng minh nơi ở" in told
    assert any(line.startswith("      - Tờ khai cấp Giấy xác nhận tình trạng hôn nhân theo mẫu") for line in told)
    assert any("1.000894" in line and "hiệu lực đến 31/12/2030" in line for line in told)
    assert any(line.startswith('KHÔNG NHẬN: dòng 6: Không hiểu thời hạn "abc"') for line in told)
    assert "danh-muc.csv: 1 mới, 1 thay đổi, 1 hết hiệu lực, 1 giữ nguyên, 1 dòng không nhận." in told
    assert "Đã ghi 3 thủ tục." in ran.out
    assert kept(desk, MARITAL)[0].limits[0].amount == 5

    again = desk.run("catalogue", "import", str(file), "--yes", as_="administrator")
    assert "0 mới, 0 thay đổi, 0 hết hiệu lực, 4 giữ nguyên" in again.out
    assert "Danh mục không có gì thay đổi." in again.out


def test_rejected_rows_lie_beside_the_file_in_a_form_that_spreadsheets_open(desk: Desk, file: Path) -> None:
    ran = desk.run("catalogue", "import", str(file), "--dry-run", as_="administrator")

    saved = file.with_name("danh-muc.rejected.csv")
    assert str(saved) in ran.err
    assert saved.read_bytes().startswith(b"\xef\xbb\xbf")
    with saved.open(encoding="utf-8-sig", newline="") as handle:
        (row,) = csv.DictReader(handle)
    assert row["Dòng"] == "6"
    assert row["Lý do"].startswith('Không hiểu thời hạn "abc"')
    assert row["Tên thủ tục"] == "Xác nhận hộ bị hạn"


@pytest.mark.parametrize("flags", [["--dry-run"], []])
def test_nothing_is_written_in_a_dry_run_nor_without_a_yes(desk: Desk, file: Path, flags: list[str]) -> None:
    ran = desk.run("catalogue", "import", str(file), *flags, as_="administrator")

    assert ran.code == 1
    assert "1 mới, 1 thay đổi" in ran.out
    assert ("Chạy thử" in ran.out) if flags else ("Thêm --yes" in ran.err)
    assert (kept(desk, "9.000123"), len(kept(desk, MARITAL))) == ([], 1)


def test_a_program_gets_one_document(desk: Desk, file: Path) -> None:
    ran = desk.run(
        "catalogue", "import", str(file), "--yes", "--json", "--valid-from", "01/01/2027", as_="administrator"
    )
    document = ran.document
    assert (document["written"], document["unchanged"], document["dry_run"]) == (3, 1, False)
    assert document["valid_from"] == "2027-01-01"
    assert [change["code"] for change in document["new"]] == ["9.000123"]
    (changed,) = document["changed"]
    assert changed["changes"][0] == {"field": "limits", "old": "3 ngày làm việc", "new": "5 ngày làm việc"}
    assert changed["valid_from"] == "2027-01-01"
    assert document["ended"][0]["valid_to"] == "2030-12-31"
    assert [(row["row"], row["reason"]) for row in document["rejected"]] == [(6, "time_limit_unreadable")]
    assert document["rejected_file"].endswith("danh-muc.rejected.csv")


def test_only_an_administrator_imports(desk: Desk, file: Path) -> None:
    ran = desk.run("catalogue", "import", str(file), "--yes", "--json", as_="leader")
    assert (ran.code, ran.document["error"]["reason"]) == (1, "role_not_allowed")
    assert not file.with_name("danh-muc.rejected.csv").exists()


def test_a_file_that_is_no_table_is_one_message(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "anh.xlsx"
    path.write_bytes(b"\xff\xd8\xff" * 100)
    ran = desk.run("catalogue", "import", str(path), "--yes", as_="administrator")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.splitlines() == [
        "Tệp anh.xlsx không phải tệp Excel .xlsx hoặc đã hỏng. Hãy mở bằng Excel và lưu lại dạng .xlsx."
    ]


def test_the_plan_is_told_in_english_too(desk: Desk, file: Path) -> None:
    ran = desk.run("--lang", "en", "catalogue", "import", str(file), "--dry-run", as_="administrator")
    assert "    Time limit: 3 ngày làm việc → 5 ngày làm việc" in ran.out
    assert "danh-muc.csv: 1 new, 1 changed, 1 ended, 1 unchanged, 1 rows rejected." in ran.out


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_what_is_exported_comes_back_unchanged_and_is_not_replaced_unasked(
    desk: Desk, tmp_path: Path, suffix: str
) -> None:
    path = tmp_path / f"danh-muc.{suffix}"
    ran = desk.run("catalogue", "export", str(path), "--json")
    assert ran.code == 0
    count = ran.document["procedures"]

    back = desk.run("catalogue", "import", str(path), "--yes", "--json", as_="administrator")
    assert (back.code, back.document["unchanged"], back.document["written"]) == (0, count, 0)

    content = path.read_bytes()
    refused = desk.run("catalogue", "export", str(path), "--json")
    assert (refused.code, refused.document["error"]["reason"]) == (1, "table_file_exists")
    assert path.read_bytes() == content
    assert desk.run("catalogue", "export", str(path), "--yes").code == 0


@pytest.mark.skipif(os.name == "nt", reason="folders of Windows have no such mode")
def test_rejected_rows_of_a_read_only_stick_go_into_the_registers_folder() -> None:
    script = """
import os, sys
from pathlib import Path
from communedb.catalogue_files import RejectedRow, rejected_file, write_rejected
from communedb.domain.refusal import Reason, Refused
from communedb.tables import Row
if os.geteuid() == 0:  # root may write anywhere: be somebody else
    os.setgid(65534), os.setuid(65534)
rows = [RejectedRow(Row(2, ("1.001193", "Khai sinh")), Refused(Reason.MONEY_UNREADABLE, typed="abc"))]
source, folder = Path(sys.argv[1]), Path(sys.argv[2])
print(write_rejected(rejected_file(source), folder, ["Mã", "Tên"], rows, lambda refusal: refusal.reason.value))
"""
    with tempfile.TemporaryDirectory() as place:  # tmp_path lies in a folder that nobody else may enter
        stick, register = Path(place) / "usb", Path(place) / "register"
        for folder, mode in ((Path(place), 0o755), (stick, 0o555), (register, 0o777)):
            folder.mkdir(exist_ok=True)
            folder.chmod(mode)
        done = subprocess.run(
            [sys.executable, "-c", script, stick / "danh-muc.xlsx", register], capture_output=True, check=True
        )
        assert done.stdout.decode().strip() == str(register / "danh-muc.rejected.csv")
        assert "money_unreadable" in (register / "danh-muc.rejected.csv").read_text(encoding="utf-8-sig")
