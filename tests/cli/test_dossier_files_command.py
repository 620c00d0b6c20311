"""`communetui import dossiers` and `export dossiers`: shown first, brought in once, given out again."""

from __future__ import annotations

import csv
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from tests.centre import PASSPHRASE
from tests.dossier_files.books import DUC, HEADINGS, LUA, held, write_csv, write_xlsx

if TYPE_CHECKING:
    from pathlib import Path

    from tests.centre import Centre
    from tests.cli.conftest import Desk

BAD = (3, "H57-250310-0003", "Trần Thị Bưởi", "abc", "", "Khai sinh", "10/03/2025", "", "", "Đã nhận")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return write_csv(tmp_path / "sổ 2025.csv", [LUA, DUC, BAD])


def test_the_match_is_shown_then_the_rows_come_in_and_the_rejected_ones_lie_beside(desk: Desk, file: Path) -> None:
    ran = desk.run("import", "dossiers", str(file), "--yes", "--system", "Cổng dịch vụ công")

    assert ran.code == 1  # one row was rejected; the others are in
    told = ran.out.splitlines()
    assert "  Số hồ sơ → Mã hồ sơ" in told
    assert "  Số CCCD/CMND → Số CCCD" in told
    assert any(line.startswith("Cột không đọc: STT.") for line in told)
    assert "sổ 2025.csv: đã đọc 3 dòng; 2 hồ sơ mới, 0 cập nhật, 0 không đổi, 1 dòng không nhận." in told
    with file.with_name("sổ 2025.rejected.csv").open(encoding="utf-8-sig", newline="") as handle:
        (row,) = csv.DictReader(handle)
    assert (row["Dòng"], row["Họ và tên"]) == ("4", "Trần Thị Bưởi")
    assert "abc" in row["Lý do"]

    again = desk.run("import", "dossiers", str(file), "--yes", "--system", "Cổng dịch vụ công", "--json")
    document = again.document
    assert (document["new"], document["unchanged"], document["rejected_count"]) == (0, 2, 1)
    assert document["rejected"][0]["reason"] == "id_number_not_digits"
    assert document["columns"]["Họ và tên"] == "applicant_name"


@pytest.mark.parametrize("flags", [["--dry-run"], []])
def test_nothing_is_written_in_a_dry_run_nor_without_a_yes(desk: Desk, file: Path, flags: list[str]) -> None:
    ran = desk.run("import", "dossiers", str(file), *flags)
    assert ran.code == 1
    assert ("2 hồ sơ mới" in ran.out and "Chạy thử" in ran.out) if flags else ("Thêm --yes" in ran.err)
    assert held(desk.centre.open("reception")) == []


def test_a_heading_that_nobody_knows_is_mapped_and_the_match_kept(desk: Desk, tmp_path: Path) -> None:
    headings = ["Ký hiệu" if name == "Số hồ sơ" else "Tên bà con" if name == "Họ và tên" else name for name in HEADINGS]
    path = write_xlsx(tmp_path / "sổ.xlsx", [LUA], headings)
    maps = ["--map", "Ký hiệu=code", "--map", "Tên bà con=Họ và tên", "--map", "Số điện thoại="]
    first = desk.run("import", "dossiers", str(path), "--yes", *maps, "--save-match", "sổ xã")
    assert first.code == 0, first.err
    assert held(desk.centre.open("reception"))[0]["applicant_phone"] is None

    second = desk.run("import", "dossiers", str(path), "--yes", "--match", "sổ xã", "--json")
    assert (second.code, second.document["unchanged"]) == (0, 1)
    unknown = desk.run("import", "dossiers", str(path), "--yes", "--match", "sổ khác", "--json")
    assert unknown.document["error"]["facts"]["known"] == "sổ xã"
    slip = desk.run("import", "dossiers", str(path), "--yes", "--map", "Ky hiệuu=code", "--match", "sổ xã", "--json")
    assert slip.document["error"]["reason"] == "import_column_unknown"


def test_the_language_of_the_officer_is_no_part_of_what_a_dossier_is_known_by(desk: Desk, file: Path) -> None:
    assert desk.run("import", "dossiers", str(file), "--yes", "--json").document["new"] == 2
    english = desk.run("--lang", "en", "import", "dossiers", str(file), "--yes")
    assert "0 new dossiers, 0 updated, 2 unchanged, 1 rows rejected" in english.out


def test_only_reception_brings_dossiers_in(desk: Desk, file: Path) -> None:
    ran = desk.run("import", "dossiers", str(file), "--yes", "--json", as_="specialist")
    assert (ran.code, ran.document["error"]["reason"]) == (1, "role_not_allowed")


def test_a_file_that_cannot_be_read_to_its_end_is_not_begun(desk: Desk, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "sổ.csv", [[*LUA[:1], f"H57-{number}", *LUA[2:]] for number in range(20)])
    with path.open("a", encoding="utf-8") as handle:
        handle.write('1;H57-251;"Nguyễn\n')
    ran = desk.run("import", "dossiers", str(path), "--yes", "--json")
    assert (ran.code, ran.document["error"]["reason"]) == (1, "table_quote_open")
    assert held(desk.centre.open("reception")) == []


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_what_is_exported_comes_back_unchanged_and_is_not_replaced_unasked(
    desk: Desk, file: Path, tmp_path: Path, suffix: str
) -> None:
    desk.run("import", "dossiers", str(file), "--yes")
    desk.receive("=1+1 Trần Thị Bưởi")
    path = tmp_path / f"hồ sơ.{suffix}"
    assert desk.run("export", "dossiers", str(path), "--json").document["dossiers"] == 3

    back = desk.run("import", "dossiers", str(path), "--yes", "--json")
    assert (back.code, back.document["unchanged"], back.document["kept"]) == (0, 3, 0), back.out
    refused = desk.run("export", "dossiers", str(path), "--json")
    assert refused.document["error"]["reason"] == "table_file_exists"
    assert (
        desk.run("export", "dossiers", str(path), "--yes", "--status", "returned", "--json").document["dossiers"] == 1
    )


def test_the_list_of_what_has_no_official_code(desk: Desk, file: Path) -> None:
    desk.run("import", "dossiers", str(file), "--yes")
    code = desk.receive("Trần Thị Bưởi")
    listed = desk.run("dossier", "list", "--no-official-code", "--json").document
    assert [one["code"] for one in listed["dossiers"]] == [code]
    assert listed["count"] == 1


def begun(centre: Centre, path: Path) -> subprocess.Popen[bytes]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("COMMUNETUI")}
    told = {"DIR": str(centre.folder), "PASSPHRASE": PASSPHRASE, "OFFICER": "lê thị hoa"}
    command = [sys.executable, "-m", "communetui", "import", "dossiers", str(path), "--yes", "--json"]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env=kept | {f"COMMUNETUI_{name}": value for name, value in told.items()},
    )  # fmt: skip


def stopped_midway(centre: Centre, path: Path, how: signal.Signals) -> tuple[int, bytes]:
    """An import of its own process that gets a signal once a batch is in; its exit code and what it told."""
    process = begun(centre, path)
    with centre.open("reception") as register:
        for _ in range(2_000):
            if register.db.conn.execute("SELECT 1 FROM dossier LIMIT 1").fetchone():
                break
            time.sleep(0.005)
        process.send_signal(how)
        told, _ = process.communicate(timeout=60)
    return process.returncode, told


def book_of(path: Path, count: int) -> Path:
    """A book of so many rows, each seventh of them bad in its own way, each eleventh a code for the second time."""
    bad = ["abc", "30/02/2025", "", "=1+1"]
    rows: list[list[object]] = []
    for number in range(count):
        row: list[object] = [*LUA]
        row[1] = f"H57-250310-{number - number % 11 // 10:06}"
        row[2] = f"Nguyễn Thị Lụa {number % 50}"
        if number % 7 == 3:
            row[(3, 6, 1, 9)[number % 4]] = bad[number % 4]
        rows.append(row)
    return write_xlsx(path, rows)


@pytest.mark.long
@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL")
def test_killed_in_the_middle_and_run_again_is_the_same_register_as_one_clean_run(
    centre: Centre, tmp_path: Path, desk: Desk
) -> None:
    path = book_of(tmp_path / "sổ.xlsx", 500)
    clean = tmp_path / "clean"
    shutil.copytree(centre.folder, clean)

    code, _ = stopped_midway(centre, path, signal.SIGKILL)
    assert code == -signal.SIGKILL
    with centre.open("reception") as register:
        (midway,) = register.db.conn.execute("SELECT count(*) FROM dossier").fetchone()
    assert 0 < midway < 350  # the control: it really was cut short
    assert midway <= desk.run("import", "dossiers", str(path), "--yes", "--json").document["unchanged"]

    once = desk.run("--dir", str(clean), "import", "dossiers", str(path), "--yes", "--json").document
    assert (once["rows"], once["rejected_count"] > 60) == (500, True)
    again = held(centre.open("reception"))
    centre.folder = clean
    assert again == held(centre.open("reception"))
    assert len(again) == once["new"]


@pytest.mark.skipif(os.name == "nt", reason="Ctrl+C is sent in another way there")
def test_ctrl_c_finishes_the_batch_and_tells_what_is_in(centre: Centre, tmp_path: Path) -> None:
    path = book_of(tmp_path / "sổ.xlsx", 500)
    code, told = stopped_midway(centre, path, signal.SIGINT)
    document = json.loads(told)
    assert (code, document["interrupted"]) == (130, True)
    with centre.open("reception") as register:
        (kept,) = register.db.conn.execute("SELECT count(*) FROM dossier").fetchone()
    assert 0 < kept == document["new"] < 350
