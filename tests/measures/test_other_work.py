"""Reports of the commune's other work: tasks, feedback, difficulties, marks, help."""

from __future__ import annotations

from datetime import date

import pytest
from tests.measures.conftest import Office, row_of

from communedb.desk.support import void_support
from communedb.desk.task_extension import ask_extension, decide_extension
from communedb.desk.task_mend import void_task
from communedb.desk.task_steps import complete_task, note_progress
from communedb.domain.task_extension import Decision
from communedb.reports.figures import Figures, Unknown

WEEK, NEXT_WEEK = "2026-W48", "2026-W49"


def numbers(figures: Figures, row: str, *columns: str) -> tuple[object, ...]:
    return tuple(row_of(figures, row).cells[column] for column in columns)


@pytest.fixture
def plan(office: Office) -> Office:
    """Five tasks of two directives; who was to do what by when, and what came of it."""
    officers = office.centre.officers
    start = {"start_on": "2026-10-01", "document_number": "12/KH-UBND", "block": "government"}
    one = office.task(
        "2026-11-02 08:00", "Bồi dưỡng Tổ công nghệ số", "2026-11-20", **start, lead_unit="Văn phòng HĐND và UBND"
    )
    two = office.task(
        "2026-11-02 08:10", "Số hóa sổ hộ tịch", "2026-11-20", **start, responsible=officers["specialist"]
    )
    three = office.task(
        "2026-11-02 08:20", "Phủ sóng nhà văn hóa thôn", "2026-11-25", **start, responsible=officers["specialist"]
    )
    office.task(
        "2026-11-02 08:30", "Tuyên truyền định danh", "2026-12-31", block="fatherland_front", start_on="2026-11-01"
    )
    wrong = office.task("2026-11-02 08:40", "Nhập nhầm", "2026-11-03")
    leader, specialist = office.as_("leader"), office.as_("specialist")
    office.centre.clock.set("2026-11-18 09:00")
    leader.write(complete_task, one, "đã mở ba lớp")
    leader.write(void_task, wrong, "trùng")
    office.centre.clock.set("2026-11-23 09:00")
    specialist.write(complete_task, two, "đã số hóa 12 quyển")
    specialist.write(note_progress, three, 40, "đã khảo sát")
    specialist.write(ask_extension, three, date(2026, 12, 10), "nhà thầu chậm")
    office.centre.clock.set("2026-11-30 08:00")
    return office


COUNTS = ("total", "completed", "completed_on_time", "completed_late", "open_in_time", "open_overdue")


def test_tasks_as_at_the_end_of_a_week_and_of_the_week_before(plan: Office) -> None:
    figures = plan.report("tasks", WEEK)

    # One done on the 18th before the 20th, one on the 23rd after it; the third was due on the 25th, the last has time.
    assert numbers(figures, "", *COUNTS) == (4, 2, 1, 1, 1, 1)
    assert row_of(figures, "").cells["share"] == 0.5
    # Red are the overdue one and the fourth: 28 of 60 days have passed, 46 %, and nothing is done.
    assert numbers(figures, "", "not_started", "red", "extended", "asks") == (1, 2, 0, 1)
    assert numbers(figures, "block:government", *COUNTS) == (3, 2, 1, 1, 0, 1)
    assert numbers(figures, "block:fatherland_front", *COUNTS) == (1, 0, 0, 0, 1, 0)
    assert numbers(figures, "document:12/KH-UBND", "total", "open_overdue") == (3, 1)
    specialist = f"officer:{plan.centre.officers['specialist']}"
    assert numbers(figures, specialist, "name", "total", "completed_late") == ("Nguyễn Văn Dũng", 2, 1)
    assert [row.key for row in figures.rows if row.heading] == ["block:", "document:", "unit:", "officer:"]
    assert figures.subjects == "task"
    assert figures.doubts == ()

    # Nothing that came later is in the week before: one done, one overdue since the 20th, nobody had asked for more.
    before = plan.report("tasks", "2026-W47")
    assert numbers(before, "", *COUNTS) == (4, 1, 1, 0, 2, 1)
    assert numbers(before, "", "asks") == (0,)


def test_an_extension_that_was_granted_moves_the_due_date_from_then_on(plan: Office) -> None:
    (three,) = row_of(plan.report("tasks", WEEK), "").behind["open_overdue"]
    plan.as_("leader").write(decide_extension, three, Decision.APPROVE)
    plan.centre.clock.set("2026-12-07 08:00")

    assert numbers(plan.report("tasks", NEXT_WEEK), "", "open_overdue", "open_in_time", "extended", "asks") == (
        0,
        2,
        1,
        0,
    )
    assert numbers(plan.report("tasks", WEEK), "", "open_overdue", "extended", "asks") == (1, 0, 1), "as it stood"


def test_before_any_plan_there_is_nothing_to_share(office: Office) -> None:
    figures = office.report("tasks", WEEK)

    assert row_of(figures, "").cells["total"] == 0
    assert row_of(figures, "").cells["share"] is Unknown.NOTHING_TO_COUNT


@pytest.fixture
def voices(office: Office) -> Office:
    """Limits in working days (the 24th is off): to refuse 2, to answer 15, to publish 2."""
    # Before the week: answered on time, published too late (two working days after the 16th is the 18th).
    first = office.say("2026-11-13 08:00", "Máy tính chậm", kind="equipment_network")
    office.answer("2026-11-16 09:00", first, "answered")
    office.answer("2026-11-25 09:00", first, "published")
    second = office.say("2026-11-20 08:00", "Mất đồng bộ", kind="lost_exchange", source="enterprise")
    office.answer("2026-11-27 09:00", second, "refused", "không thuộc thẩm quyền")
    third = office.say("2026-11-23 08:00", "Cán bộ thiếu niềm nở", kind="conduct", anonymous=True, sender_name=None)
    office.answer("2026-11-25 09:00", third, "answered")
    office.answer("2026-11-26 09:00", third, "published")
    office.answer("2026-11-27 09:00", third, "reopened", "người dân chưa đồng ý")
    office.centre.clock.set("2026-11-30 08:00")
    return office


def test_feedback_of_a_week_by_kind_and_source_with_its_limits(voices: Office) -> None:
    figures = voices.report("feedback", WEEK)

    # The first was answered before the week; the second came before it and was refused in it, the third is open again.
    assert numbers(figures, "", "total", "received", "carried_over") == (2, 1, 1)
    assert numbers(figures, "", "handled", "handled_in_time", "handled_late") == (1, 0, 1), "refused after a week"
    assert numbers(figures, "", "open", "open_in_time", "open_overdue") == (1, 1, 0)
    assert numbers(figures, "", "refused", "refused_late", "reopened") == (1, 1, 1)
    assert numbers(figures, "source:enterprise", "total", "refused") == (1, 1)
    assert numbers(figures, "kind:conduct", "total", "reopened") == (1, 1)
    before = voices.report("feedback", "2026-W47")
    assert numbers(before, "", "total", "handled_in_time", "published_late", "open") == (2, 1, 1, 1)
    # The first was published in this week, a week late: this week counts it though it was handled in the one before.
    assert numbers(figures, "", "published", "published_late") == (0, 1)
    assert figures.doubts == before.doubts == ()


def test_difficulties_by_group_and_by_whom_they_come_from(office: Office) -> None:
    def raise_(at: str, topic: str, source: str) -> str:
        return office.say(at, "vướng", category="difficulty", topic=topic, source=source, sender_name=None)

    solved = raise_("2026-11-20 08:00", "Phần mềm hộ tịch", "ministry")
    raise_("2026-11-23 08:00", "Phần mềm hộ tịch", "enterprise")
    raise_("2026-11-25 08:00", "Nhân lực", "enterprise")
    office.answer("2026-11-26 08:00", solved, "resolved")
    office.centre.clock.set("2026-11-30 08:00")

    figures = office.report("difficulties", WEEK)

    assert numbers(figures, "", "total", "carried_over", "raised", "resolved", "closed", "open") == (3, 1, 2, 1, 0, 2)
    assert numbers(figures, "topic:Phần mềm hộ tịch", "total", "resolved", "open") == (2, 1, 1)
    assert numbers(figures, "source:ministry", "resolved", "open") == (1, 0)
    assert numbers(office.report("difficulties", "2026-W47"), "", "total", "resolved", "open") == (1, 0, 1)


def test_marks_of_the_results_handed_out_and_who_entered_them(office: Office) -> None:
    for place, (name, mark, by) in enumerate(
        (("Trần Thị An", "very_good", "citizen"), ("Lê Văn Bình", "good", "officer"), ("Ngô Cúc", "poor", "citizen"),
         ("Hồ Danh", "", "")),
    ):  # fmt: skip
        key = office.receive(f"2026-11-23 08:{place}0", name)
        office.finish(f"2026-11-23 09:{place}0", key)
        office.hand_out(f"2026-11-23 10:{place}0", key, mark, by)
    office.step("2026-11-25 09:00", key, "rated", mark="poor", marked_by="officer")
    office.step("2026-11-25 09:30", key, "rated", mark="good", marked_by="citizen")  # a second mark mends the first
    late = office.receive("2026-11-25 08:00", "Trả Sau")
    office.finish("2026-11-27 09:00", late)

    figures = office.report("satisfaction", WEEK)

    assert numbers(figures, "", "returned", "marked", "very_good", "good", "poor") == (4, 4, 1, 2, 1)
    assert numbers(figures, "Hộ tịch", "share", "by_citizen", "by_officer") == (0.75, 3, 1)
    assert row_of(office.report("satisfaction", "2026-W49"), "").cells["share"] is Unknown.NOTHING_TO_COUNT


def test_help_by_kind_month_and_procedure(office: Office) -> None:
    office.help("2026-10-30", 40, kind="skills")
    office.help("2026-11-20", 3, kind="filing", filed_online=True, procedure_name="Đăng ký khai sinh")
    office.help("2026-11-23", 1, kind="filing", filed_online=True, procedure_name="Đăng ký khai sinh")
    register = office.as_()
    (wrong,) = register.db.conn.execute("SELECT id FROM support WHERE people = 1").fetchone()
    office.help("2026-11-22", 2, kind="identity")
    register.write(void_support, wrong, "ghi hai lần")

    figures = office.report("support", "2026-11")

    assert numbers(figures, "", "times", "people", "filed_online") == (2, 5, 1)
    assert numbers(figures, "kind:filing", "times", "people") == (1, 3)
    assert numbers(figures, "procedure:Đăng ký khai sinh", "people", "filed_online") == (3, 1)
    assert numbers(office.report("support", "2026-Q4"), "month:2026-10", "people") == (40,)
