"""`communetui task`: an officer's week at the command line, and what scripts get as JSON."""

from __future__ import annotations

import csv
import json
import re
from typing import TYPE_CHECKING

import pytest
from tests.tasks.test_plans import PLAN, written

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.centre import Centre
    from tests.cli.conftest import Desk


@pytest.fixture
def desk(centre: Centre, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Iterator[Desk]:
    """The centre of Quảng Điền at the command line, in Vietnamese."""
    from tests.centre import PASSPHRASE
    from tests.cli.conftest import Desk

    from communetui.strings.language import Language, use

    for name, value in {"DIR": str(centre.folder), "PASSPHRASE": PASSPHRASE, "LANG": "vi"}.items():
        monkeypatch.setenv(f"COMMUNETUI_{name}", value)
    yield Desk(centre, monkeypatch, capfd)
    use(Language.VI)


def test_a_task_from_the_first_day_to_its_result(desk: Desk, tmp_path: Path) -> None:
    added = desk.run(
        "task", "add", "--title", "Số hóa sổ hộ tịch", "--code", "NV-1", "--due", "31/12/2099", "--block", "party",
        "--lead-unit", "văn phòng hđnd và ubnd", "--responsible", "nguyễn văn dũng", "--reports", "weekly",
        "--document", "02-KH/BCĐTW", "--json", as_="leader",
    )  # fmt: skip
    assert (added.code, added.document["code"], added.document["status"]) == (0, "NV-1", "not_started"), added.err
    moved = desk.run("task", "progress", "nv-1", "30", "--text", "Đã khảo sát", as_="specialist")
    assert moved.out.strip() == "NV-1: cập nhật tiến độ. Đang thực hiện, trong hạn, tiến độ 30%, hạn 31/12/2099."
    asked = desk.run("task", "reports", "--json", as_="specialist").document
    assert [one["code"] for one in asked["reports"]] == ["NV-1"]
    desk.run("task", "report", "NV-1", "--text", "Xong đợt", as_="specialist")
    over = desk.run("task", "report", "NV-1", "--no-work", as_="leader")
    assert over.code == 1
    assert "báo cáo của Nguyễn Văn Dũng" in over.err
    again = desk.run("task", "report", "NV-1", "--text", "Xong đợt 1", as_="specialist")
    assert "Thay báo cáo của Nguyễn Văn Dũng ghi lúc " in again.out
    assert desk.run("task", "reports", as_="specialist").out.strip() == "Không còn báo cáo kỳ nào phải viết."

    assert desk.run("task", "extend", "NV-1", "1/1/2090", "--reason", "x", "--json", as_="specialist").code == 1
    refused = desk.run("task", "decide", "NV-1", "approve", "--json", as_="leader").document
    assert refused["error"]["reason"] == "no_extension_asked"
    corrected = desk.run("task", "correct", "NV-1", "due_on", "1/1/2090", "--reason", "gõ nhầm", "--json", as_="leader")
    assert corrected.document["due_on"] == "2090-01-01"
    desk.run("task", "extend", "NV-1", "1/2/2090", "--reason", "Máy quét hỏng", as_="specialist")
    offered = desk.run("task", "decide", "NV-1", "counter", "--new-due", "15/1/2090", "--json", as_="leader").document
    assert (offered["extension"], offered["offered_due_on"]) == ("countered", "2090-01-15")
    taken = desk.run("task", "answer", "NV-1", "accept", "--json", as_="specialist").document
    assert (taken["due_on"], taken["extensions"], taken["kind"]) == ("2090-01-15", 1, "counter_accepted")

    scan = tmp_path / "bien-ban.pdf"
    scan.write_bytes(b"%PDF-1.4\n%%EOF\n")
    assert desk.run("task", "attach", "NV-1", str(scan), as_="specialist").code == 0
    assert desk.run("task", "note", "NV-1", "--text", "Đã báo cáo Đảng ủy", as_="specialist").code == 0
    assert desk.run("task", "complete", "NV-1", "--result", "Đã số hóa 240 sổ", as_="specialist").code == 0
    shown = desk.run("task", "show", "NV-1").out
    for told in ("Hoàn thành đúng hạn", "Hạn ban đầu", "Nguyễn Văn Dũng", "Xong đợt 1", "bien-ban.pdf", "240 sổ"):
        assert told in shown
    document = desk.run("task", "show", "NV-1", "--json").document
    assert (document["facts"]["block"], document["findings"], len(document["events"])) == ("party", [], 10)
    told = desk.run("task", "history", "NV-1").out
    assert "cập nhật tiến độ" in told
    assert "tuần " in told
    assert not re.search(r"[a-z]+_[a-z]+", told)  # words, no columns of the register
    assert desk.run("task", "list", "--json", "--status", "completed").document["count"] == 1
    assert desk.run("task", "list", "--open").out.strip() == "Không có nhiệm vụ nào."
    assert desk.run("task", "findings").out.startswith("Không có nhiệm vụ nào trái nhau")


def test_mending_and_words_of_refusals(desk: Desk) -> None:
    given = {"title": "Số hóa", "code": "A", "due_on": "2099-12-31", "reports": "weekly"}
    made = desk.run("task", "add", "--json-file", "-", "--json", as_="leader", given=json.dumps(given))
    assert made.code == 0, made.err
    assert desk.run("task", "reopen-period", "A", "2020-W01", "--reason", "x", as_="leader").code == 0
    locked = desk.run("task", "report", "A", "2020-W02", "--text", "x", as_="specialist")
    assert "Kỳ 2020-W02 đã chốt lúc 17:00 10/01/2020." in locked.err
    desk.run("task", "assign", "A", "Lê Thị Hoa", as_="leader")
    wrong = desk.run("task", "correct", "A", "level", "huyện", "--reason", "x", as_="leader")
    assert "Mục Cấp giao không nhận giá trị: huyện" in wrong.err
    assert desk.run("task", "take-back", "A", "--reason", "nhầm", as_="leader").code == 0
    assert desk.run("task", "void", "A", "--reason", "trùng", as_="leader").out.strip() == "A: hủy do nhập nhầm."
    assert desk.run("task", "show", "A", "--json").document["voided"] is True
    assert "Nhiệm vụ A đã hủy" in desk.run("task", "progress", "A", "10", as_="leader").err
    english = desk.run("--lang", "en", "task", "show", "B")
    assert "There is no such task" in english.err


def test_a_heading_that_nobody_knows_is_said(desk: Desk, tmp_path: Path) -> None:
    file = written(tmp_path / "k.csv", [["X1", "Ký số", "31/12/2099"]], ("Ký hiệu", "Việc phải làm", "Ngày xong"))
    unknown = desk.run("task", "import", str(file), "--yes", "--json", as_="leader").document
    assert unknown["error"]["reason"] == "table_headings_unknown"
    maps = ["--map", "Ký hiệu=code", "--map", "việc phải làm=Nội dung nhiệm vụ", "--map", "Ngày xong="]
    ran = desk.run("task", "import", str(file), "--yes", "--json", *maps, as_="leader").document
    assert ran["columns"] == {"Ký hiệu": "code", "Việc phải làm": "title", "Ngày xong": ""}
    assert (ran["new"], desk.run("task", "show", "x1", "--json").document["due_on"]) == (1, None)
    slip = desk.run("task", "import", str(file), "--yes", "--json", *maps, "--map", "Hạn=due_on", as_="leader").document
    assert slip["error"]["reason"] == "import_column_unknown"


def test_a_plan_is_shown_before_it_is_brought_in_and_goes_out_again(desk: Desk, tmp_path: Path) -> None:
    file = written(tmp_path / "kế hoạch.csv", PLAN)
    tried = desk.run("task", "import", str(file), "--dry-run", as_="leader")
    assert tried.code == 1  # one row is refused
    assert "  Kinh phí (triệu đồng) → Kinh phí giao" in tried.out.splitlines()
    assert "kế hoạch.csv: 2 nhiệm vụ mới, 0 cập nhật, 0 không đổi, 1 dòng không nhận." in tried.out
    assert desk.run("task", "import", str(file), as_="leader").code == 1  # nobody said yes
    assert desk.run("task", "list", "--json", "--limit", "0").document == {"count": 0, "tasks": []}

    ran = desk.run("task", "import", str(file), "--yes", "--json", as_="leader").document
    assert (ran["new"], ran["rejected_count"], ran["headings"]) == (2, 1, 1)
    with file.with_name("kế hoạch.rejected.csv").open(encoding="utf-8-sig", newline="") as handle:
        (row,) = csv.DictReader(handle)
    assert (row["Dòng"], row["Mã NV"]) == ("5", "KH02-3")
    assert "nhiệm vụ cha" in row["Lý do"]

    assert len(desk.run("task", "list", "--json", "--limit", "0").document["tasks"]) == 2
    assert len(desk.run("task", "list", "--json", "--limit", "1").document["tasks"]) == 1
    desk.run("task", "correct", "KH02-2", "title", "Số hóa", "--reason", "x", as_="leader")
    again = desk.run("task", "import", str(file), "--yes", as_="leader")
    assert "  KH02-2: Nội dung nhiệm vụ: Số hóa → Số hóa sổ hộ tịch" in again.out.splitlines()
    out = tmp_path / "xuất.xlsx"
    assert desk.run("task", "export", str(out), "--json").document["tasks"] == 2
    assert desk.run("task", "export", str(out), "--json").document["error"]["reason"] == "table_file_exists"
    back = desk.run("task", "import", str(out), "--yes", "--json", as_="leader").document
    assert (back["unchanged"], back["new"], back["rejected_count"]) == (2, 0, 0)
    assert desk.run("task", "import", str(out), "--yes", "--json").document["error"]["reason"] == "role_not_allowed"
