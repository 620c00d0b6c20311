"""Plans as they come from above: headings, dates and money as offices write them, and what such files get wrong."""

from __future__ import annotations

import csv
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from communedb.desk.task_extension import ask_extension, decide_extension
from communedb.desk.task_plan import Outcome, bring_plan
from communedb.desk.task_steps import note_progress
from communedb.domain.refusal import Reason, Refused
from communedb.domain.task_extension import Decision
from communedb.stores.task_list import TaskFilter, task_rows
from communedb.stores.task_rules import read_rules
from communedb.stores.tasks import find_task, read_task
from communedb.tables.rejected import RejectedRow, write_rejected
from communedb.task_files.export import export_tasks
from communedb.task_files.reading import Plan, read_plan
from communedb.task_files.values import parse_day, parse_money, parse_percent

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tasks.conftest import Office

    from communedb.register import Register
    from communedb.tables.cells import Cell

HEADINGS = (
    "STT", "Mã NV", "Nội dung nhiệm vụ", "Thuộc nhiệm vụ", "Căn cứ", "Khối", "Cơ quan chủ trì", "Phối hợp",
    "Người thực hiện", "Thời hạn", "Kinh phí (triệu đồng)", "Tiến độ",
)  # fmt: skip
PLAN = [
    ["I", "", "Nhóm nhiệm vụ về thể chế"],
    [1, "KH02-1", "Chuyển đổi số", "", "Kế hoạch 02-KH/BCĐTW ngày 19/6/2025", "Đảng", "Đảng ủy", "", "", "Quý IV/2026"],
    [2, "KH02-2", "Số hóa sổ hộ tịch", "KH02-1", "Kế hoạch 02-KH/BCĐTW ngày 19/6/2025", "Chính phủ",
     "Văn phòng HĐND và UBND", "Công an; Trạm Y tế", "nguyễn văn dũng", "Trước 15/12/2026", "500", "30%"],
    [3, "KH02-3", "Tổ công nghệ số cộng đồng", "Chuyển đổi số", "", "MTTQ", "ủy ban mttq", "", "Bà Lan (thôn 3)",
     "Thường xuyên"],
]  # fmt: skip


IN_A_WORKBOOK = datetime(2026, 12, 31)  # noqa: DTZ001 - a spreadsheet's dates know no zone


def written(path: Path, rows: list[list[Any]], headings: tuple[str, ...] = HEADINGS) -> Path:
    with path.open("w", encoding="utf-8-sig", newline="") as handle:
        csv.writer(handle).writerows([headings, *rows])
    return path


def brought(register: Register, plan: Plan) -> dict[str, str]:
    """What became of each row: by its code, or by its number where it was refused."""
    outcomes = register.write(bring_plan, plan.rows, "Nhập từ tệp kế hoạch")
    told = {one.code: one.kind.value for one in outcomes.values() if isinstance(one, Outcome)}
    refused = {**plan.refused, **{n: one for n, one in outcomes.items() if isinstance(one, Refused)}}
    return told | {str(number): refusal.reason.value for number, refusal in sorted(refused.items())}


def test_a_plan_comes_in_with_its_parents_units_officers_money_and_dates(office: Office, tmp_path: Path) -> None:
    plan = read_plan(written(tmp_path / "kế hoạch.csv", PLAN))
    assert plan.headings == 1
    assert plan.matched["Kinh phí (triệu đồng)"] == "budget_assigned"
    standing = brought(office.leader, plan)
    # What has no end cannot lie under what ends.
    assert standing == {"KH02-1": "new", "KH02-2": "new", "5": "child_after_parent"}

    task = read_task(office.leader.db, find_task(office.leader.db, "KH02-2"))
    facts, state = task.facts, task.state
    assert (facts.document_number, facts.document_on) == ("Kế hoạch 02-KH/BCĐTW", date(2025, 6, 19))
    assert (facts.block, facts.lead_unit) == ("government", "Văn phòng HĐND và UBND")
    assert facts.coordinating == ("Công an", "Trạm Y tế")
    assert facts.parent == find_task(office.leader.db, "KH02-1")
    assert facts.budget_assigned == 500_000_000
    assert state.responsible == office.centre.officers["specialist"]
    assert (state.due_on, state.percent) == (date(2026, 12, 14), 30)
    assert read_task(office.leader.db, facts.parent or "").state.due_on == date(2026, 12, 31)

    # Corrected and brought again: nobody of this register is a name, and what is known stays.
    third_row = [*PLAN[3][:9], "31/12/2026"]
    again = read_plan(written(tmp_path / "sửa.csv", [*PLAN[:3], third_row]))
    assert brought(office.leader, again) == {"KH02-1": "unchanged", "KH02-2": "unchanged", "KH02-3": "new"}
    third = read_task(office.leader.db, find_task(office.leader.db, "KH02-3"))
    assert (third.facts.responsible_name, third.state.responsible) == ("Bà Lan (thôn 3)", "")


def test_what_a_plan_changes_and_what_it_does_not_turn_back(office: Office, tmp_path: Path) -> None:
    brought(office.leader, read_plan(written(tmp_path / "a.csv", PLAN[:3])))
    task = find_task(office.leader.db, "KH02-2")
    office.specialist.write(note_progress, task, 80)
    office.specialist.write(ask_extension, task, date(2026, 12, 20), "Máy quét hỏng")
    office.leader.write(decide_extension, task, Decision.APPROVE)
    old = read_plan(written(tmp_path / "a.csv", PLAN[:3]))
    assert brought(office.leader, old)["KH02-2"] == "unchanged"  # 30 % and the first date are older than what is here

    changed = [*PLAN[2]]
    changed[2], changed[9], changed[11] = "Số hóa sổ hộ tịch, địa chính", "25/12/2026", "90%"
    new = read_plan(written(tmp_path / "b.csv", [changed]))
    assert brought(office.specialist, new) == {"2": "task_due_in_plan"}  # only a leader moves a date
    outcomes = office.leader.write(bring_plan, new.rows, "Nhập từ tệp b.csv")
    (outcome,) = outcomes.values()
    assert isinstance(outcome, Outcome)
    assert [tuple(change) for change in outcome.changes] == [
        ("due_on", "2026-12-20", "2026-12-25"),
        ("title", "Số hóa sổ hộ tịch", "Số hóa sổ hộ tịch, địa chính"),
        ("percent", "80", "90"),
    ]
    assert (office.state(task).due_on, office.state(task).percent) == (date(2026, 12, 25), 90)


SIMPLE = ("Mã", "Nhiệm vụ", "Nhiệm vụ cha", "Chủ trì", "Hạn hoàn thành")


def test_bad_rows_are_refused_one_by_one_and_the_others_come_in(office: Office, tmp_path: Path) -> None:
    rows = [
        ["A", "Vòng một", "B", "", "31/12/2026"],  # a loop of parents
        ["B", "Vòng hai", "A", "", "31/12/2026"],
        ["C", "Trùng mã", "", "", "31/12/2026"],
        ["c", "Trùng mã lần nữa", "", "", "30/12/2026"],
        ["D", "Đơn vị lạ", "", "Sở Không Có", "31/12/2026"],
        ["E", "Ngày không có", "", "", "30/02/2026"],
        ["F", "Ngày bằng chữ", "", "", "cuối năm nay"],
        ["G", "Cha", "", "", "30/11/2026"],
        ["H", "Con sau cha", "G", "", "31/12/2026"],
        ["I", "Cha không có", "Z", "", "31/12/2026"],
        ["", "Không mã", "", "Công an", "31/12/2026"],
        ["K", "", "", "Công an", "31/12/2026"],
        ["L", "Cháu của vòng", "A", "", "31/12/2026"],
        ["M", "Đúng", "G", "Công an", "30/11/2026"],
    ]
    assert brought(office.leader, read_plan(written(tmp_path / "xấu.csv", rows, SIMPLE))) == {
        "2": "task_parent_loop",
        "3": "task_parent_loop",
        "4": "import_code_twice",
        "5": "import_code_twice",
        "6": "task_unit_unknown",
        "7": "date_impossible",
        "8": "date_unreadable",
        "G": "new",
        "10": "child_after_parent",
        "11": "task_parent_unknown",
        "12": "task_code_missing",
        "13": "task_title_missing",
        "14": "task_parent_unknown",
        "M": "new",
    }


def test_parents_and_children_move_together_whatever_the_order_of_the_rows(office: Office, tmp_path: Path) -> None:
    first = [["C", "Con", "P", "", "20/12/2026"], ["P", "Cha", "", "", "25/12/2026"]]
    assert set(brought(office.leader, read_plan(written(tmp_path / "1.csv", first, SIMPLE))).values()) == {"new"}
    for child, parent in (("20/01/2027", "25/01/2027"), ("1/12/2026", "2/12/2026")):
        rows = [["C", "Con", "P", "", child], ["P", "Cha", "", "", parent]]
        moved = brought(office.leader, read_plan(written(tmp_path / "2.csv", rows, SIMPLE)))
        assert moved == {"C": "updated", "P": "updated"}


def test_a_plan_as_a_steering_committee_sends_it(office: Office, tmp_path: Path) -> None:
    """Running numbers for codes, units of the province in support, shares and millions as a spreadsheet keeps them."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["PHỤ LỤC I: NHIỆM VỤ TRIỂN KHAI NGHỊ QUYẾT 57-NQ/TW"],
        [
            "STT",
            "Nội dung",
            "Căn cứ",
            "Chủ trì",
            "Phối hợp",
            "Thời hạn",
            "Dự toán (triệu đồng)",
            "Tiến độ",
            "Tình trạng",
        ],
        ["I", "Hạ tầng số"],
        [
            1,
            "Số hóa",
            "Kế hoạch 12-KH/ĐU ngày 05/11/2026",
            "Công an",
            "Trạm Y tế, HĐND",
            "Quý I/2027",
            1.125,
            0.55,
            "?",
        ],
        [2, "Tổ số", "Kế hoạch 12-KH/ĐU ngày 05/11/2026", "MTTQ xã", "Sở Y tế, Công an", "Quý I/2027", 35.5, 1, "Xong"],
    ):
        sheet.append(row)
    path = tmp_path / "kế hoạch.xlsx"
    book.save(path)
    plan = read_plan(path)
    assert (plan.headings, plan.matched["Tình trạng"]) == (1, "")  # a status is never typed in
    assert brought(office.leader, plan) == {"12-KH/ĐU.1": "new", "5": "task_unit_unknown"}
    task = read_task(office.leader.db, find_task(office.leader.db, "12-KH/ĐU.1"))
    assert task.facts.coordinating == ("Trạm Y tế", "HĐND")
    assert (task.facts.budget_assigned, task.state.percent) == (1_125_000, 55)

    # Corrected in the file of rejected rows, which holds text only, it is what it was.
    rejected = tmp_path / "kế hoạch.rejected.csv"
    told = RejectedRow(plan.source[5], Refused(Reason.TASK_UNIT_UNKNOWN, typed="MTTQ xã"))
    write_rejected(rejected, tmp_path, plan.names, [told], str)
    rejected.write_text(rejected.read_text(encoding="utf-8-sig").replace("MTTQ xã", "Ủy ban MTTQ"), encoding="utf-8")
    assert brought(office.leader, read_plan(rejected)) == {"12-KH/ĐU.2": "new"}
    task = read_task(office.leader.db, find_task(office.leader.db, "12-KH/ĐU.2"))
    assert task.facts.coordinating == ("Sở Y tế, Công an",)
    assert (task.facts.budget_assigned, task.state.percent) == (35_500_000, 100)


def test_merged_cells_of_a_workbook_hold_for_all_their_rows(office: Office, tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    book.create_sheet("Khác", 0).append(["không phải kế hoạch"])
    sheet = book["Sheet"]
    for row in (
        ["KẾ HOẠCH TRIỂN KHAI"],
        ["Mã", "Nhiệm vụ", "Nhiệm vụ cha", "Số văn bản", "Hạn hoàn thành"],
        ["P", "Cha", None, "57-NQ/TW", IN_A_WORKBOOK],
        ["C1", "Con một", "P", None, "31/12/2026"],
        ["C2", "Con hai", None, None, "Tháng 12/2026"],
        ["Q", "Riêng", None, "12/KH-UBND", 2026],
    ):
        sheet.append(row)
    sheet.merge_cells("C4:C5")
    sheet.merge_cells("D3:D5")
    path = tmp_path / "kế hoạch.xlsx"
    book.save(path)
    plan = read_plan(path, sheet="Sheet")
    assert plan.other_sheets == ("Khác",)
    told = {row.code: (row.told.get("parent"), row.told.get("document_number")) for row in plan.rows}
    assert told == {"P": (None, "57-NQ/TW"), "C1": ("P", "57-NQ/TW"), "C2": ("P", "57-NQ/TW")}
    assert {number: refusal.reason for number, refusal in plan.refused.items()} == {6: Reason.DATE_UNREADABLE}
    assert brought(office.leader, plan) == {"P": "new", "C1": "new", "C2": "new", "6": "date_unreadable"}


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_what_is_exported_comes_back_unchanged(office: Office, tmp_path: Path, suffix: str) -> None:
    brought(office.leader, read_plan(written(tmp_path / "a.csv", PLAN[:3])))
    odd = office.task("=1+1; nội dung", code="-1", lead_unit="19867", due_on=None, note="@ghi chú", reports="monthly")
    office.specialist.write(note_progress, odd, 1, "", 1_234)
    db = office.leader.db
    found = task_rows(db, TaskFilter(), office.clock(), read_rules(db))
    path = tmp_path / f"xuất.{suffix}"
    assert export_tasks(db, path, found, {}) == 3
    before = db.conn.execute("SELECT count(*) FROM journal_line").fetchone()
    plan = read_plan(path)
    assert brought(office.leader, plan) == {"KH02-1": "unchanged", "KH02-2": "unchanged", "-1": "unchanged"}
    assert db.conn.execute("SELECT count(*) FROM journal_line").fetchone() == before


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("31/12/2026", date(2026, 12, 31)),
        ("31.12.2026", date(2026, 12, 31)),
        (IN_A_WORKBOOK, date(2026, 12, 31)),
        ("Trước ngày 15/12/2026", date(2026, 12, 14)),
        ("Hết ngày 30/11/2026", date(2026, 11, 30)),
        ("Tháng 2/2028", date(2028, 2, 29)),
        ("tháng 11 năm 2026", date(2026, 11, 30)),
        ("12/2026", date(2026, 12, 31)),
        ("Quý III/2026", date(2026, 9, 30)),
        ("Quý 4 năm 2026", date(2026, 12, 31)),
        ("Năm 2026", date(2026, 12, 31)),
        ("Hết năm 2026", date(2026, 12, 31)),
        ("Thường xuyên", None),
        ("-", None),
        ("", None),
    ],
)
def test_days_of_plans(cell: Cell, day: date | None) -> None:
    assert parse_day(cell, "Thời hạn") == day


@pytest.mark.parametrize("cell", ["31/12/26", "46022", 46022, "13/2026", "sớm", "31/12/1899", "Quý V/2026"])
def test_no_days_of_plans(cell: Cell) -> None:
    with pytest.raises(Refused) as refused:
        parse_day(cell, "Thời hạn")
    assert refused.value.reason in {Reason.DATE_UNREADABLE, Reason.DATE_IMPOSSIBLE}


@pytest.mark.parametrize(
    ("cell", "heading", "money"),
    [
        ("1.200.000.000", "Kinh phí", 1_200_000_000),
        (1_200_000_000, "Kinh phí", 1_200_000_000),
        ("1,2 tỷ đồng", "Kinh phí", 1_200_000_000),
        ("500 triệu", "Kinh phí", 500_000_000),
        ("1.250,5", "Kinh phí (triệu đồng)", 1_250_500_000),
        (12.5, "Dự toán (triệu đồng)", 12_500_000),
        (1_234, "Đã giải ngân", 1_234),
        ("12", "Đã giải ngân (ĐVT: tỷ đồng)", 12_000_000_000),
        ("-", "Kinh phí", None),
    ],
)
def test_money_of_plans_counts_in_the_unit_of_its_heading(cell: Cell, heading: str, money: int | None) -> None:
    assert parse_money(cell, heading) == money


@pytest.mark.parametrize(
    ("cell", "percent"),
    [("30%", 30), ("30", 30), (0.3, 30), ("0,5", 50), ("0,5%", 0), (1, 100), (55, 55), ("99,5%", 100)],
)
def test_shares_of_plans(cell: Cell, percent: int) -> None:
    assert parse_percent(cell, "Tiến độ") == percent


@pytest.mark.parametrize("cell", ["xong", "120%", -1, 101, "nan"])
def test_no_shares_of_plans(cell: Cell) -> None:
    with pytest.raises(Refused) as refused:
        parse_percent(cell, "Tiến độ")
    assert refused.value.reason is Reason.IMPORT_VALUE_UNKNOWN
