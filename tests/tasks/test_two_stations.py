"""Two stations of one commune that work on the same tasks apart: one state for both, and what contradicts is listed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tests.journal.stations import hand, segments_for, send, travelled

from communedb.desk.conflicts import keep_value
from communedb.desk.office import set_setting
from communedb.desk.task_entry import create_task
from communedb.desk.task_extension import ask_extension, decide_extension
from communedb.desk.task_mend import correct_task
from communedb.desk.task_reports import report_period
from communedb.desk.task_steps import complete_task, note_progress
from communedb.domain.finding import FindingCode
from communedb.domain.task import Level, NewTask
from communedb.domain.task_extension import Decision
from communedb.reports.integrity import integrity
from communedb.reports.task_contradictions import task_contradictions
from communedb.reports.to_review import review_count
from communedb.stores.tasks import read_task
from communetui.conflicts.reading import read_conflicts
from communetui.conflicts.told import about_text, column_text, shown_value, subject_text

if TYPE_CHECKING:
    from tests.journal.stations import Stations

    from communedb.register import Register

DUE, LATER, LATEST = date(2026, 12, 31), date(2027, 1, 31), date(2027, 2, 28)


def both(one: Register, two: Register) -> None:
    send(one, two)
    send(two, one)
    send(one, two)


def shared(stations: Stations) -> tuple[Register, Register, str]:
    """The leader's PC and the administrator's, with a weekly task of Nguyễn Văn Dũng at both."""
    one, two = stations.add("leader", "leader"), stations.add("office", "administrator")
    task = one.write(
        create_task,
        NewTask(title="Số hóa", code="A", due_on=DUE, responsible=stations.officers["specialist"], reports="weekly"),
    ).task
    both(one, two)
    return one, two, task


def found_at(*registers: Register) -> list[FindingCode]:
    codes = [[one.finding.code for one in task_contradictions(register.db)] for register in registers]
    assert codes[0] == codes[-1]
    assert travelled(registers[0].db) == travelled(registers[-1].db)
    return codes[0]


def test_two_leaders_decide_linerequest_apart_and_linedecision_stands(stations: Stations) -> None:
    one, two, task = shared(stations)
    three = stations.add("desk", "specialist")
    both(one, three)
    three.write(ask_extension, task, LATER, "Máy quét hỏng")
    both(three, one)
    both(three, two)
    stations.clock.forward(minutes=5)
    one.write(decide_extension, task, Decision.APPROVE)
    stations.clock.forward(minutes=5)
    two.write(decide_extension, task, Decision.REJECT, "Tỉnh không cho lùi")

    both(one, two)
    state = read_task(two.db, task).state
    assert (state.due_on, state.extensions) == (LATER, 1)
    assert found_at(one, two) == [FindingCode.TASK_STEP_CONTRADICTS]


def test_a_report_after_a_cut_off_that_its_station_had_not_heard_of_is_applied_and_listed(stations: Stations) -> None:
    one, two, task = shared(stations)
    stations.clock.set("2026-11-25 08:00")
    two.write(set_setting, "task_cut_off_week", "thứ năm 12:00")
    stations.clock.set("2026-11-26 16:00")
    one.write(report_period, task, "2026-W48", "Xong đợt 1")  # Friday 17:00, as far as this PC knows
    assert task_contradictions(one.db) == []

    both(one, two)
    assert read_task(two.db, task).state.reports["2026-W48"].text == "Xong đợt 1"
    assert found_at(one, two) == [FindingCode.TASK_REPORT_AFTER_CUT_OFF]


def test_progress_and_completion_apart(stations: Stations) -> None:
    one, two, task = shared(stations)
    stations.clock.forward(minutes=5)
    one.write(complete_task, task, "Đã xong")
    stations.clock.forward(minutes=5)
    two.write(note_progress, task, 80, "gần xong")

    both(one, two)
    state = read_task(one.db, task).state
    assert (state.percent, state.result) == (100, "Đã xong")
    assert found_at(one, two) == [FindingCode.TASK_STEP_CONTRADICTS]


def test_parent_and_child_moved_apart_and_equal_codes_are_listed_and_loops_end(stations: Stations) -> None:
    one, two, parent = shared(stations)
    child = one.write(create_task, NewTask(title="Quét", code="B", due_on=DUE, parent=parent)).task
    alone = one.write(create_task, NewTask(title="Riêng", code="C", due_on=DUE)).task
    both(one, two)
    one.write(correct_task, parent, "parent", "", "C", "gộp")
    two.write(correct_task, alone, "parent", "", "B", "gộp")
    one.write(create_task, NewTask(title="Mới ở máy một", code="D"))
    two.write(create_task, NewTask(title="Mới ở máy hai", code="d"))  # one code: case is aside where it is entered

    both(one, two)
    assert set(found_at(one, two)) == {FindingCode.TASK_PARENT_IN_LOOP, FindingCode.TASK_CODE_TWICE}
    looped = {line.task for line in task_contradictions(one.db) if line.finding.code is FindingCode.TASK_PARENT_IN_LOOP}
    assert looped == {parent, child, alone}

    # Mended: out of the loop; then the parent ends before the child that another station has just moved.
    one.write(correct_task, alone, "parent", child, "", "tách")
    both(one, two)
    one.write(correct_task, child, "due_on", "2026-12-31", "2026-12-30", "rút ngắn")
    one.write(correct_task, parent, "due_on", "2026-12-31", "2026-12-30", "rút ngắn")
    two.write(create_task, NewTask(title="Con mới", code="E", due_on=DUE, parent=parent))
    both(one, two)
    late = [line for line in task_contradictions(two.db) if line.finding.code is FindingCode.TASK_CHILD_AFTER_PARENT]
    assert [(line.code, line.finding.facts["parent"]) for line in late] == [("E", "A")]


def test_one_fact_corrected_apart_is_a_conflict_in_words_and_work_to_look_at(stations: Stations) -> None:
    one, two, task = shared(stations)
    one.write(create_task, NewTask(title="Chuyển đổi số", code="B", due_on=DUE))
    both(one, two)
    one.write(correct_task, task, "level", "province", "central", "theo văn bản")
    two.write(correct_task, task, "level", "province", "commune", "xã tự giao")
    one.write(correct_task, task, "parent", "", "B", "gộp")
    for register, code in ((one, "C"), (two, "c")):
        register.write(create_task, NewTask(title="Ký số", code=code))
    both(one, two)

    found = read_conflicts(two.db)
    (conflict,) = found.lines
    assert (about_text(conflict), subject_text(conflict)) == ("A", "Số hóa")
    assert column_text("task", "level") == "Cấp giao"
    shown = [shown_value(found, conflict, head.value) for head in conflict.conflict.heads]
    assert shown == ["Trung ương", "Xã"]
    assert review_count(two.db) == review_count(one.db) == 3  # the conflict, and two tasks of one code
    assert integrity(two.db).stale == []
    chosen = conflict.conflict.heads[0]
    heads = [(head.replica, head.number) for head in conflict.conflict.heads]
    two.write(keep_value, task, "level", (chosen.replica, chosen.number), heads)
    both(one, two)
    assert read_task(one.db, task).facts.level is Level.CENTRAL
    assert found_at(one, two) == [FindingCode.TASK_CODE_TWICE] * 2


def test_a_step_before_its_task_waits_for_it(stations: Stations) -> None:
    one, two, task = shared(stations)
    three = stations.add("new")
    two.write(note_progress, task, 40)
    segments = segments_for(two, three)
    own = [each for each in segments if two.by.replica.encode() in each.header]
    assert 0 < len(own) < len(segments)
    hand(three, own)
    assert three.db.conn.execute("SELECT count(*) FROM task_state").fetchone() == (0,)
    hand(three, segments)
    assert read_task(three.db, task).state.percent == 40
    both(one, three)
    assert travelled(one.db) == travelled(three.db)
