"""Periods of progress reports: cut-offs as offices write them, what is open, what is locked, what came too late."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING

import pytest
from tests.feedback.work import rows_of, step

from communedb.desk.office import set_setting
from communedb.desk.task_events import add_task_event
from communedb.desk.task_mend import take_back_task_step
from communedb.desk.task_reports import reopen_period, report_period
from communedb.desk.task_steps import complete_task
from communedb.domain.finding import FindingCode
from communedb.domain.moment import VIETNAM
from communedb.domain.period import parse
from communedb.domain.refusal import Reason, Refused
from communedb.domain.task import Rhythm
from communedb.domain.task_event import TaskKind
from communedb.domain.task_period import (
    CutOff,
    CutOffs,
    cut_off_of,
    due_reports,
    parse_monthly,
    parse_weekly,
    period_at,
    rhythm_of,
)
from communedb.reports.figures import Asked
from communedb.reports.named import report
from communedb.reports.task_contradictions import task_contradictions, task_findings
from communedb.stores.task_reports import reports_asked
from communedb.stores.task_rules import read_rules

if TYPE_CHECKING:
    from tests.tasks.conftest import Office

    from communedb.register import Register
    from communedb.transaction import Write


def at(text: str) -> datetime:
    return datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=VIETNAM)


@pytest.mark.parametrize(
    ("typed", "cut_off"),
    [
        ("fri 17:00", CutOff(5, time(17))),
        ("Thứ Sáu 17h00", CutOff(5, time(17))),
        ("thứ 6 17g", CutOff(5, time(17))),
        ("T6 16:30", CutOff(5, time(16, 30))),
        ("thứ năm", CutOff(4, time(17))),
        ("chủ nhật 20:00", CutOff(7, time(20))),
        ("thu 17:00", CutOff(4, time(17))),
    ],
)
def test_a_weekly_cut_off_is_understood_as_it_is_written(typed: str, cut_off: CutOff) -> None:
    assert parse_weekly(typed) == cut_off


@pytest.mark.parametrize(
    ("typed", "cut_off"),
    [
        ("10 23:30", CutOff(10, time(23, 30))),
        ("ngày 10 23h30", CutOff(10, time(23, 30))),
        ("trước 15", CutOff(15, time(0))),
        ("trước ngày 15", CutOff(15, time(0))),
        ("before 15", CutOff(15, time(0))),
        ("25", CutOff(25, time(17))),
    ],
)
def test_a_monthly_cut_off_is_understood_as_it_is_written(typed: str, cut_off: CutOff) -> None:
    assert parse_monthly(typed) == cut_off


@pytest.mark.parametrize("typed", ["", "thứ tám 17:00", "fri 25:00", "10 23:30", "17:00"])
def test_no_weekly_cut_off(typed: str) -> None:
    with pytest.raises(Refused) as refused:
        parse_weekly(typed)
    assert refused.value.reason is Reason.SETTING_NOT_ACCEPTED


@pytest.mark.parametrize("typed", ["", "0", "29", "31 17:00", "trước 15 17:00", "mồng mười"])
def test_no_monthly_cut_off(typed: str) -> None:
    with pytest.raises(Refused) as refused:
        parse_monthly(typed)
    assert refused.value.reason is Reason.SETTING_NOT_ACCEPTED


BEFORE_15TH = CutOffs(monthly=CutOff(15, time(0)))


@pytest.mark.parametrize(
    ("rhythm", "moment", "cut_offs", "period", "ends"),
    [
        (Rhythm.WEEKLY, "2026-11-23 08:00", CutOffs(), "2026-W48", "2026-11-27 17:00"),
        (Rhythm.WEEKLY, "2026-11-27 16:59", CutOffs(), "2026-W48", "2026-11-27 17:00"),
        (Rhythm.WEEKLY, "2026-11-27 17:00", CutOffs(), "2026-W49", "2026-12-04 17:00"),
        (Rhythm.WEEKLY, "2026-11-29 09:00", CutOffs(), "2026-W49", "2026-12-04 17:00"),
        (Rhythm.WEEKLY, "2027-01-01 17:00", CutOffs(), "2027-W01", "2027-01-08 17:00"),  # 2026 has 53 weeks
        (Rhythm.WEEKLY, "2027-01-01 16:00", CutOffs(), "2026-W53", "2027-01-01 17:00"),
        (Rhythm.MONTHLY, "2026-11-10 23:29", CutOffs(), "2026-11", "2026-11-10 23:30"),
        (Rhythm.MONTHLY, "2026-11-10 23:30", CutOffs(), "2026-12", "2026-12-10 23:30"),
        (Rhythm.MONTHLY, "2026-11-14 23:59", BEFORE_15TH, "2026-11", "2026-11-15 00:00"),
        (Rhythm.MONTHLY, "2026-12-15 00:00", BEFORE_15TH, "2027-01", "2027-01-15 00:00"),
    ],
)
def test_the_period_that_is_open_is_the_one_whose_cut_off_comes_next(
    rhythm: Rhythm, moment: str, cut_offs: CutOffs, period: str, ends: str
) -> None:
    assert period_at(rhythm, at(moment), cut_offs) == period
    assert cut_off_of(period, cut_offs) == at(ends)


@pytest.mark.parametrize("name", ["2026-W54", "2025-W53", "2026-13", "2026-00", "2026-W00", "26-W48", "", "0000-W01"])
def test_what_is_no_period(name: str) -> None:
    assert rhythm_of(name) is None
    with pytest.raises(Refused) as refused:
        cut_off_of(name, CutOffs())
    assert refused.value.reason is Reason.TASK_PERIOD_UNKNOWN


def refused_for(register: Register, task: str, period: str, text: str = "Đã số hóa 120 sổ") -> Reason:
    with pytest.raises(Refused) as refused:
        register.write(report_period, task, period, text)
    return refused.value.reason


def in_difficulties(office: Office) -> object:
    asked = Asked(parse("2026-W49"), office.leader.now(), office.leader.calendar())
    total = report(office.leader.db, "tasks", asked).total
    return total and total.cells["difficulty"]


def test_a_difficulty_of_a_report_is_one_to_resolve_until_then_the_same_words_are_not_entered_again(
    office: Office,
) -> None:
    task, other = office.task(reports="weekly"), office.task("Cấp chữ ký số", reports="weekly")
    write, difficulties = office.specialist.write, lambda: rows_of(office.leader, category="difficulty")
    noted = write(report_period, task, "2026-W48", "", True, "Máy quét hỏng", "Hạ tầng").difficulty
    assert noted is not None
    (row,) = difficulties()
    assert (row.key, row.code, row.topic, row.content) == (noted.feedback, noted.code, "Hạ tầng", "Máy quét hỏng")
    assert (row.subject_kind, row.subject, row.source) == ("task", task, "office")

    office.clock.set("2026-11-30 08:00")
    assert write(report_period, task, "2026-W49", "Chưa sửa được", False, "máy quét hỏng ").difficulty is None
    assert (len(difficulties()), in_difficulties(office)) == (1, 1)
    # Of another task it is another one; once resolved no task is stuck for it, and reported once more it is back.
    step(office.leader, noted.feedback, "resolved", text="Đã mua máy mới")
    assert in_difficulties(office) == 0
    assert write(report_period, other, "2026-W49", "Chưa xong", False, "Máy quét hỏng").difficulty
    assert write(report_period, task, "2026-W49", "Lại hỏng", False, "Máy quét hỏng").difficulty
    assert sorted(one.status for one in difficulties()) == ["received", "received", "resolved"]
    asked = Asked(parse("2026-11-23/2026-11-30"), office.leader.now(), office.leader.calendar())
    found = report(office.leader.db, "difficulties", asked)
    (group,) = [row for row in found.rows if row.cells["name"] == "Hạ tầng"]
    assert (group.cells["raised"], group.cells["resolved"]) == (1, 1)
    # A refused report leaves no difficulty behind.
    assert refused_for(office.specialist, task, "2026-W48") is Reason.TASK_PERIOD_LOCKED
    with pytest.raises(Refused):
        write(report_period, task, "2026-W48", "", True, "Hết giấy")
    assert len(difficulties()) == 3


def test_a_report_until_the_cut_off_a_lock_after_it_and_a_reopening_for_one_report(office: Office) -> None:
    task = office.task(reports="weekly")
    write = office.specialist.write
    write(report_period, task, "2026-W48", "Đã khảo sát kho lưu trữ")
    write(report_period, task, "2026-W48", "", no_work=True, difficulty="Máy quét hỏng", replace=True)
    report = office.state(task).reports["2026-W48"]
    assert (report.no_work, report.difficulty, office.state(task).difficulty) == (
        True,
        "Máy quét hỏng",
        "Máy quét hỏng",
    )
    assert refused_for(office.specialist, task, "2026-W49") is Reason.TASK_PERIOD_AHEAD
    assert refused_for(office.specialist, task, "2026-W48", " ") is Reason.TASK_REPORT_EMPTY
    with pytest.raises(Refused) as early:
        office.leader.write(reopen_period, task, "2026-W48", "để bổ sung")
    assert early.value.reason is Reason.TASK_PERIOD_OPEN

    office.clock.set("2026-11-27 17:00")
    assert refused_for(office.specialist, task, "2026-W48") is Reason.TASK_PERIOD_LOCKED
    assert refused_for(office.leader, task, "2026-W48") is Reason.TASK_PERIOD_LOCKED  # nobody writes past a lock
    for register, reason, why in (
        (office.specialist, "để bổ sung", Reason.ROLE_NOT_ALLOWED),
        (office.leader, " ", Reason.REASON_MISSING),
    ):
        with pytest.raises(Refused) as refused:
            register.write(reopen_period, task, "2026-W48", reason)
        assert refused.value.reason is why

    office.leader.write(reopen_period, task, "2026-W48", "Thiếu số liệu của thôn")
    write(report_period, task, "2026-W48", "Đã số hóa 120 sổ")
    assert office.state(task).reports["2026-W48"].text == "Đã số hóa 120 sổ"
    assert refused_for(office.specialist, task, "2026-W48") is Reason.TASK_PERIOD_LOCKED
    assert task_contradictions(office.leader.db) == []


def test_what_has_to_be_reported_and_when_somebody_is_reminded(office: Office) -> None:
    weekly = office.task("Tuần", reports="weekly", code="T")
    office.task("Tháng", reports="monthly", code="M", start_on=date(2026, 12, 1))
    office.task("Không", code="K")
    db, rules = office.leader.db, read_rules(office.leader.db)

    def asked(*, reminded_only: bool = False) -> list[tuple[str, str, int | None]]:
        found = reports_asked(db, office.clock(), rules, reminded_only=reminded_only)
        return [(one.row.code, one.due.period, one.within) for one in found]

    assert asked() == [("T", "2026-W48", None)]
    assert asked(reminded_only=True) == []
    office.clock.set("2026-11-24 08:00")
    assert asked(reminded_only=True) == [("T", "2026-W48", 3)]
    office.clock.set("2026-11-27 08:00")
    assert asked() == [("T", "2026-W48", 0)]
    office.specialist.write(report_period, weekly, "2026-W48", "Xong đợt 1")
    assert asked() == []

    office.clock.set("2026-12-08 08:00")
    assert asked() == [("M", "2026-12", 3), ("T", "2026-W50", 3)]
    state = office.state(weekly)
    due = due_reports(state, Rhythm.WEEKLY, None, office.clock(), rules.cut_offs)
    assert [(one.period, one.locked) for one in due] == [("2026-W49", True), ("2026-W50", False)]
    office.specialist.write(complete_task, weekly, "Đã xong")
    assert asked() == [("M", "2026-12", 3)]


def test_a_changed_cut_off_counts_from_then_on_and_makes_nobody_late_backwards(office: Office) -> None:
    task = office.task(reports="weekly")
    office.clock.set("2026-11-27 16:00")
    office.specialist.write(report_period, task, "2026-W48", "Đúng giờ")
    administrator = office.open("administrator")
    administrator.write(set_setting, "task_cut_off_week", "thứ năm 17:00")
    assert task_contradictions(office.leader.db) == []  # the report of Friday 16:00 was in time when it was written

    office.clock.set("2026-12-03 17:00")
    assert refused_for(office.specialist, task, "2026-W49") is Reason.TASK_PERIOD_LOCKED
    with pytest.raises(Refused) as refused:
        administrator.write(set_setting, "task_cut_off_week", "lúc nào cũng được")
    assert refused.value.reason is Reason.SETTING_NOT_ACCEPTED


def test_a_report_whose_reopening_was_taken_back_is_a_contradiction(office: Office) -> None:
    task = office.task(reports="weekly")
    office.clock.set("2026-11-30 08:00")
    office.leader.write(reopen_period, task, "2026-W48", "Nhầm tuần")
    office.specialist.write(report_period, task, "2026-W48", "Viết sau giờ chốt")
    reopening = office.leader.db.conn.execute("SELECT id FROM task_event WHERE kind = 'period_reopened'").fetchone()[0]
    assert task_findings(office.leader.db, task, office.state(task)) == []  # the control: it was opened

    # As another station may send it: it took back what was the last step there.
    office.leader.write(_take_back_by_key, task, reopening)
    (finding,) = task_findings(office.leader.db, task, office.state(task))
    assert finding.code is FindingCode.TASK_REPORT_AFTER_CUT_OFF
    assert [one.task for one in task_contradictions(office.leader.db)] == [task]
    assert office.state(task).reports["2026-W48"].text == "Viết sau giờ chốt"  # applied all the same


def _take_back_by_key(tx: Write, task: str, event: str) -> None:
    add_task_event(tx, task, TaskKind.TAKEN_BACK, takes_back=event, reason="mở nhầm")


def test_a_task_without_rhythm_reports_nothing(office: Office) -> None:
    task = office.task()
    assert refused_for(office.specialist, task, "2026-W48") is Reason.TASK_NOT_REPORTED
    monthly = office.task(reports="monthly")
    assert refused_for(office.specialist, monthly, "2026-W48") is Reason.TASK_PERIOD_UNKNOWN
    office.specialist.write(report_period, monthly, "2026-12", "Đang làm")
    office.specialist.write(take_back_task_step, monthly, "nhầm nhiệm vụ")
    assert office.state(monthly).reports == {}
