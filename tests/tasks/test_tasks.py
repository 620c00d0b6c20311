"""A task from above, from the day it is entered to its evidence: what stands, what happens, how mistakes are mended."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from communedb.desk.office import set_setting
from communedb.desk.task_entry import create_task
from communedb.desk.task_mend import correct_task, shown_value, take_back_task_step, void_task
from communedb.desk.task_steps import (
    assign_task,
    attach_evidence,
    complete_task,
    note_progress,
    note_task,
    reopen_task,
)
from communedb.domain.finding import FindingCode
from communedb.domain.refusal import Reason, Refused
from communedb.domain.task import NewTask
from communedb.domain.task_status import Alert, TaskStatus
from communedb.journal.history import subject_history
from communedb.reports.task_contradictions import task_contradictions
from communedb.stores.derived import derive_everything
from communedb.stores.task_list import TaskFilter, task_numbers, task_rows
from communedb.stores.task_rules import read_rules
from communedb.stores.tasks import find_task, read_task

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.tasks.conftest import Office

    from communedb.register import Register
    from communedb.transaction import Write


def reason_of(register: Register, job: Callable[..., Any], *args: object, **more: object) -> Reason:
    with pytest.raises(Refused) as refused:
        register.write(job, *args, **more)
    return refused.value.reason


def codes(office: Office, **wanted: Any) -> list[str]:
    db = office.leader.db
    return [row.code for row in task_rows(db, TaskFilter(**wanted), office.clock(), read_rules(db))]


def test_a_task_is_entered_worked_on_and_completed(office: Office, tmp_path: Path) -> None:
    task = office.task(
        "Số hóa sổ hộ tịch", document_number="02-KH/BCĐTW", document_on="2025-06-19", block="Party",
        lead_unit="văn phòng hđnd và ubnd", coordinating=("công an", "Trạm Y tế"),
        budget_assigned=500_000_000, followers=(office.centre.officers["leader"],), expected="100% sổ được số hóa",
    )  # fmt: skip
    write = office.specialist.write
    write(note_progress, task, 30, "Đã khảo sát", 120_000_000)
    office.clock.forward(days=3)
    write(note_progress, task, 60)
    scan = tmp_path / "bien-ban.pdf"
    scan.write_bytes(b"%PDF-1.4\n%%EOF\n")
    write(attach_evidence, task, office.specialist.files.store(scan), "Biên bản nghiệm thu.pdf")
    write(complete_task, task, "Đã số hóa 240 sổ", disbursed=480_000_000)

    found = read_task(office.leader.db, task)
    assert found.code == "NV26-01-0001"
    assert (found.facts.block, found.facts.lead_unit) == ("party", "Văn phòng HĐND và UBND")
    assert found.facts.coordinating == ("Công an", "Trạm Y tế")
    state = found.state
    assert (state.percent, state.disbursed, state.result) == (100, 480_000_000, "Đã số hóa 240 sổ")
    assert (state.started_on, state.completed_on) == (date(2026, 11, 23), date(2026, 11, 26))
    assert [(file["name"], file["kind"]) for file in found.attachments] == [("Biên bản nghiệm thu.pdf", "evidence")]
    (row,) = task_rows(office.leader.db, TaskFilter(), office.clock(), read_rules(office.leader.db))
    assert (row.status, row.red, row.reminder, row.days_left) == (TaskStatus.COMPLETED, False, None, 35)
    tables = {change.table for change in subject_history(office.leader.db, task)}
    assert tables == {"task", "task_event", "attachment"}
    assert reason_of(office.specialist, note_progress, task, 90) is Reason.TASK_COMPLETED

    office.leader.write(reopen_task, task, "Thiếu sổ năm 1998")
    state = office.state(task)
    assert (state.percent, state.completed_on, state.result) == (60, None, "")


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({"title": " "}, Reason.TASK_TITLE_MISSING),
        ({"code": "nv-1"}, Reason.TASK_CODE_USED),
        ({"block": "Khối khác"}, Reason.TASK_BLOCK_UNKNOWN),
        ({"lead_unit": "Sở Không Có"}, Reason.TASK_UNIT_UNKNOWN),
        ({"responsible": "nobody"}, Reason.UNKNOWN_OFFICER),
        ({"parent": "nobody"}, Reason.UNKNOWN_TASK),
        ({"start_on": date(2027, 1, 1)}, Reason.TASK_DATES_REVERSED),
    ],
)
def test_what_is_refused_leaves_no_task(office: Office, facts: dict[str, Any], reason: Reason) -> None:
    office.task("Đã có", code="NV-1")
    given = {"title": "Số hóa", "due_on": date(2026, 12, 31), **facts}
    assert reason_of(office.leader, create_task, NewTask.model_validate(given)) is reason
    assert codes(office) == ["NV-1"]
    assert reason_of(office.open("reception"), create_task, NewTask(title="Số hóa")) is Reason.ROLE_NOT_ALLOWED


@pytest.mark.parametrize("facts", [{"due_on": date(1900, 1, 1)}, {"budget_assigned": -1}, {"titel": "x"}])
def test_a_model_takes_no_day_money_or_field_that_cannot_be(facts: dict[str, Any]) -> None:
    with pytest.raises((ValueError, Refused)):
        NewTask.model_validate({"title": "Số hóa", **facts})


def test_units_are_departments_of_the_office_or_units_of_the_province_by_name_or_code(office: Office) -> None:
    office.open("administrator").write(set_setting, "task_units", "Đảng ủy; Phòng Kinh tế, Hạ tầng và Đô thị")
    for typed, kept in (
        ("phòng kinh tế, hạ tầng và đô thị", "Phòng Kinh tế, Hạ tầng và Đô thị"),
        ("19867", "19867"),
        ("xa quang dien", "19867"),
        ("Xã Quảng Điền, Thành phố Huế", "19867"),
        ("Thành phố Huế", "46"),
    ):
        task = office.task(lead_unit=typed)
        assert read_task(office.leader.db, task).facts.lead_unit == kept
    assert (
        reason_of(office.leader, create_task, NewTask(title="Số hóa", lead_unit="Công an")) is Reason.TASK_UNIT_UNKNOWN
    )


def test_a_correction_keeps_old_and_new_and_looks_at_what_was_shown(office: Office) -> None:
    task, parent = office.task("Số hoá", code="A"), office.task("Chuyển đổi số", code="B")
    write = office.specialist.write
    write(correct_task, task, "title", "Số hoá", "  Số hóa   sổ hộ tịch ", "viết sai")
    write(correct_task, task, "coordinating", "", "công an; Trạm Y tế", "bổ sung")
    write(correct_task, task, "budget_assigned", "", "500000000", "bổ sung")
    write(correct_task, task, "reports", "none", "weekly", "văn bản mới")
    write(correct_task, task, "parent", "", "b", "thuộc nhiệm vụ khác")
    write(correct_task, task, "document_on", "", "19/6/2025", "bổ sung")
    found = read_task(office.leader.db, task)
    shown = {name: shown_value(found.facts, found.state, name) for name in ("title", "coordinating", "document_on")}
    assert shown == {"title": "Số hóa sổ hộ tịch", "coordinating": "Công an; Trạm Y tế", "document_on": "2025-06-19"}
    assert (found.facts.parent, found.facts.budget_assigned, found.facts.reports.value) == (
        parent,
        500_000_000,
        "weekly",
    )
    assert found.events[1].details == {"field": "title", "old": "Số hoá", "new": "Số hóa sổ hộ tịch"}

    assert reason_of(office.specialist, correct_task, task, "title", "Số hoá", "X", "x") is Reason.CHANGED_MEANWHILE
    same = shown_value(found.facts, found.state, "title")
    assert reason_of(office.specialist, correct_task, task, "title", same, same, "x") is Reason.NOTHING_CHANGED
    assert reason_of(office.specialist, correct_task, task, "title", same, "", "x") is Reason.TASK_TITLE_MISSING
    assert reason_of(office.specialist, correct_task, task, "code", "A", "b", "x") is Reason.TASK_CODE_USED
    assert (
        reason_of(office.specialist, correct_task, task, "level", "province", "huyện", "x") is Reason.VALUE_NOT_ACCEPTED
    )
    assert reason_of(office.specialist, correct_task, task, "percent", "", "3", "x") is Reason.FIELD_NOT_CORRECTABLE
    assert reason_of(office.specialist, correct_task, parent, "parent", "", "A", "x") is Reason.TASK_PARENT_LOOP
    assert (
        reason_of(office.specialist, correct_task, task, "due_on", "2026-12-31", "30/12/2026", "x")
        is Reason.ROLE_NOT_ALLOWED
    )
    office.leader.write(correct_task, task, "due_on", "2026-12-31", "30/12/2026", "gõ nhầm")
    assert (office.state(task).due_on, office.state(task).first_due_on) == (date(2026, 12, 30),) * 2


def test_the_last_step_is_taken_back_by_its_officer_on_the_day_or_by_the_leader(office: Office) -> None:
    task = office.task()
    assert reason_of(office.leader, take_back_task_step, task, "x") is Reason.NOTHING_TO_TAKE_BACK
    office.specialist.write(note_progress, task, 30)
    office.specialist.write(note_progress, task, 80, "nhầm nhiệm vụ")
    assert reason_of(office.open("reception"), take_back_task_step, task, "x") is Reason.TAKE_BACK_NOT_ALLOWED
    office.specialist.write(take_back_task_step, task, "nhầm nhiệm vụ")
    assert office.state(task).percent == 30
    office.clock.forward(days=1)
    assert reason_of(office.specialist, take_back_task_step, task, "x") is Reason.TAKE_BACK_NOT_ALLOWED
    office.leader.write(take_back_task_step, task, "chưa làm gì")
    assert (office.state(task).percent, office.state(task).started_on) == (0, None)


def test_a_task_entered_by_mistake_is_void_counts_nowhere_and_comes_back(office: Office) -> None:
    task = office.task(code="NV-1")
    assert reason_of(office.specialist, void_task, task, "trùng") is Reason.ROLE_NOT_ALLOWED
    office.leader.write(void_task, task, "nhập trùng")
    assert (codes(office), codes(office, voided=True)) == ([], ["NV-1"])
    assert reason_of(office.specialist, note_progress, task, 10) is Reason.TASK_VOIDED
    office.leader.write(take_back_task_step, task, "không trùng")
    assert codes(office) == ["NV-1"]


def test_steps_that_cannot_be(office: Office) -> None:
    task = office.task()
    assert reason_of(office.specialist, note_progress, task, 101) is Reason.VALUE_NOT_ACCEPTED
    assert reason_of(office.specialist, note_progress, task, 10, "", -1) is Reason.VALUE_NOT_ACCEPTED
    tomorrow = date(2026, 11, 24)
    assert reason_of(office.specialist, note_progress, task, 10, "", None, tomorrow) is Reason.STEP_IN_FUTURE
    assert reason_of(office.specialist, complete_task, task, " ") is Reason.TASK_RESULT_MISSING
    assert reason_of(office.leader, reopen_task, task, "x") is Reason.TASK_NOT_COMPLETED
    assert reason_of(office.specialist, note_task, task, "") is Reason.REASON_MISSING
    assert reason_of(office.specialist, assign_task, task, office.specialist.officer.id) is Reason.ROLE_NOT_ALLOWED
    assert reason_of(office.leader, assign_task, task, office.centre.officers["specialist"]) is Reason.NOTHING_CHANGED
    assert reason_of(office.specialist, note_progress, "nobody", 10) is Reason.UNKNOWN_TASK


def test_lists_and_numbers(office: Office) -> None:
    mine = office.centre.officers["reception"]
    office.task("Số hóa sổ hộ tịch", code="A", document_number="02-KH/BCĐTW", due_on=date(2026, 11, 20))
    office.task("Tổ công nghệ số cộng đồng", code="B", block="party", due_on=date(2026, 11, 26), followers=(mine,))
    office.task("Phong trào Bình dân học vụ số", code="C", responsible=mine, due_on=None)
    done = office.task("Ký số", code="D", due_on=date(2026, 11, 25))
    office.specialist.write(complete_task, done, "Đã cấp 40 chữ ký số")

    assert codes(office) == ["A", "D", "B", "C"]
    assert codes(office, search="so hoa") == ["A"]
    assert codes(office, search="02-kh bcđtw") == ["A"]
    assert codes(office, search="CONG DONG") == ["B"]
    assert codes(office, search="ong") == []
    assert codes(office, block="party") == ["B"]
    assert codes(office, mine=mine) == ["B", "C"]
    assert codes(office, red=True) == ["A", "B"]
    assert codes(office, status=TaskStatus.COMPLETED) == ["D"]
    assert codes(office, document="02-KH/BCĐTW", open_only=True) == ["A"]
    rules = read_rules(office.leader.db)
    alerts = {row.code: row.alert for row in task_rows(office.leader.db, TaskFilter(), office.clock(), rules)}
    assert alerts == {"A": Alert.OVERDUE, "B": Alert.NOT_STARTED, "C": None, "D": None}
    numbers = task_numbers(office.leader.db, office.clock(), rules)
    assert (numbers.open, numbers.red, numbers.overdue, numbers.due_soon, numbers.extensions) == (3, 2, 1, 1, 0)
    assert find_task(office.leader.db, " a ") == find_task(office.leader.db, "A")


def _arrives(tx: Write, table: str, row: dict[str, Any]) -> None:
    tx.insert(table, row)
    tx.touch("task", row.get("task", row["id"]))


def test_a_poisoned_row_or_event_breaks_no_reader(office: Office) -> None:
    task = office.task(code="A")
    db = office.leader.db
    event = dict(zip(*_first(db, "task_event"), strict=True))
    for number, poison in enumerate((
        {"details": "[1, 2"}, {"details": '{"percent": 1e999}'}, {"details": '{"percent": "nhiều"}'},
        {"details": "{}", "due_on": "ngày mai"}, {"details": "{}", "period": "2026-W99", "kind": "reported"},
        {"details": '{"cut_off": "x"}', "period": "2026-W48", "kind": "reported"}, {"kind": "không rõ"},
        {"happened_at": "0001-01-01T00:00:00Z"},
    )):  # fmt: skip
        office.leader.write(_arrives, "task_event", event | {"id": f"p{number}", "kind": "progressed"} | poison)
    row = dict(zip(*_first(db, "task"), strict=True))
    foreign = row | {"id": "t2", "code": "A", "coordinating": "x", "followers": "[[1]]", "reports": "?", "level": "?",
                     "start_on": "0000-00-00", "parent": "t2", "entered_at": "x"}  # fmt: skip
    office.leader.write(_arrives, "task", foreign)

    state = read_task(db, task).state
    assert (state.percent, state.due_on) == (0, date(2026, 12, 31))
    assert [finding.code for finding in state.findings] == [FindingCode.TASK_EVENT_UNREADABLE] * 8
    assert codes(office) == ["A", "A"]
    read_task(db, "t2")
    found = {(one.task == task, one.finding.code, one.more) for one in task_contradictions(db)}
    assert found == {(True, FindingCode.TASK_CODE_TWICE, 8), (False, FindingCode.TASK_PARENT_IN_LOOP, 1)}

    before = db.conn.execute("SELECT * FROM task_state ORDER BY task").fetchall()
    office.leader.write(lambda tx: derive_everything(tx.db))
    assert db.conn.execute("SELECT * FROM task_state ORDER BY task").fetchall() == before


def _first(db: Any, table: str) -> tuple[list[str], tuple[Any, ...]]:
    found = db.conn.execute(f"SELECT * FROM {table} LIMIT 1")
    return [column[0] for column in found.description], found.fetchone()
