"""Published figures of 2025, from plans brought in as spreadsheets: Huế's third quarter, the national August."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from communedb.desk.feedback import act_on_feedback, add_feedback
from communedb.desk.task_plan import Outcome, bring_plan
from communedb.domain.feedback import FeedbackAct, NewFeedback
from communedb.domain.feedback_event import FeedbackEventKind
from communedb.domain.moment import VIETNAM
from communedb.domain.period import parse
from communedb.reports.figures import Asked
from communedb.reports.named import report
from communedb.tables.writing import write_table
from communedb.task_files.reading import read_plan
from communetui.numbers import share_text
from communetui.strings.language import Language, use

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from tests.centre import Centre

    from communedb.register import Register
    from communedb.reports.figures import Figures, Row

HEADINGS = (
    "Mã nhiệm vụ", "Nội dung nhiệm vụ", "Văn bản giao", "Ngày văn bản", "Khối", "Đơn vị chủ trì", "Ngày bắt đầu",
    "Hạn hoàn thành", "Tiến độ (%)", "Ngày hoàn thành", "Kết quả",
)  # fmt: skip

# Block: completed on schedule, completed late, completed only in October, open and in time, open and overdue.
# 31 + 50 + 7 + 14 = 102 on schedule, 3 + 6 + 1 + 1 = 11 late, 139 in all.
HUE = {
    "Đảng": (31, 3, 1, 3, 2), "Chính phủ": (50, 6, 5, 6, 3), "Quốc hội": (7, 1, 0, 1, 0),
    "Mặt trận Tổ quốc": (14, 1, 0, 3, 2),
}  # fmt: skip
# As the Government reported on 28/8/2025: 330 tasks, 65 + 25 done, 34 overdue and open; the other 206 are in time.
NATION = {"Chính phủ": (65, 25, 0, 206, 34)}


def plan(blocks: dict[str, tuple[int, ...]], last: date) -> Iterable[list[Any]]:
    """The rows of a plan whose period ends on `last`; dates as text, as plans come."""
    # Due and completed, in days from the period's end.
    kinds = ((-30, -35), (-30, -10), (-5, 15), (20, None), (-1, None))
    number = 0
    for block, counts in blocks.items():
        for (due, done), count in zip(kinds, counts, strict=True):
            for _ in range(count):
                number += 1
                days = [day_text(last, away) for away in (-90, due, done)]
                percent = 100 if done is not None else 40
                yield [
                    f"NQ57-{number:03}", f"Nhiệm vụ thứ {number} theo Nghị quyết 57", "02-KH/BCĐTW", "19/06/2025",
                    block, "", days[0], days[1], percent, days[2], "Đã nghiệm thu" if done is not None else "",
                ]  # fmt: skip


def day_text(last: date, away: int | None) -> str:
    return "" if away is None else f"{last + timedelta(days=away):%d/%m/%Y}"


def brought_in(register: Register, path: Path) -> None:
    """Read a plan and bring it in, every row of it."""
    read = read_plan(path)
    assert not read.refused
    outcomes = register.write(bring_plan, read.rows, path.name)
    assert all(isinstance(outcome, Outcome) for outcome in outcomes.values())


def asked(register: Register, name: str, period: str) -> Figures:
    return report(register.db, name, Asked(parse(period), register.now(), register.calendar()))


def total_of(figures: Figures) -> dict[str, Any]:
    assert figures.total is not None
    return dict(figures.total.cells)


def test_hue_at_the_end_of_the_third_quarter_of_2025(centre: Centre, tmp_path: Path) -> None:
    leader = centre.open("leader")
    path = tmp_path / "ke-hoach.xlsx"
    write_table(path, HEADINGS, plan(HUE, date(2025, 9, 30)))
    brought_in(leader, path)

    figures = asked(leader, "tasks", "2025-Q3")

    total = total_of(figures)
    assert (total["completed"], total["total"], total["completed_on_time"]) == (113, 139, 102)
    assert total["completed_late"] == 11
    # What was completed in October was overdue and open at the end of September.
    assert (total["open_in_time"], total["open_overdue"]) == (13, 13)
    use(Language.EN)
    in_english = share_text(total["share"])
    use(Language.VI)
    assert (share_text(total["share"]), in_english) == ("81,3 %", "81.3%")
    by_block = {row.key: row for row in figures.rows if row.key.startswith("block:") and not row.heading}
    done = {key: row.cells["completed"] for key, row in by_block.items()}
    assert done == {
        "block:party": 34, "block:government": 56, "block:national_assembly": 8, "block:fatherland_front": 15,
    }  # fmt: skip
    assert figures.doubts == ()
    # A quarter later, they are done, and late.
    later = total_of(asked(leader, "tasks", "2025-Q4"))
    assert (later["completed"], later["completed_on_time"], later["completed_late"]) == (119, 102, 17)


def test_the_national_figures_of_august_2025(centre: Centre, tmp_path: Path) -> None:
    leader = centre.open("leader")
    path = tmp_path / "toan-quoc.csv"
    write_table(path, HEADINGS, plan(NATION, date(2025, 8, 31)))
    brought_in(leader, path)

    figures = asked(leader, "tasks", "2025-08")

    total = total_of(figures)
    assert (total["total"], total["completed"], total["completed_on_time"], total["completed_late"]) == (
        330,
        90,
        65,
        25,
    )
    assert (total["open_overdue"], total["open_in_time"]) == (34, 206)
    (directive,) = [row for row in figures.rows if row.key.startswith("document:") and not row.heading]
    assert directive.cells["name"] == "02-KH/BCĐTW"
    assert len(directive.behind["open_overdue"]) == 34


def test_difficulties_of_august_2025_by_source_and_group(centre: Centre) -> None:
    leader = centre.open("leader")
    raised = [*[("enterprise", True)] * 16, *[("ministry", True)] * 20, *[("ministry", False)] * 5]
    for number, (source, resolved) in enumerate(raised):
        new = NewFeedback(
            category="difficulty", topic=f"Nhóm {number + 1}", source=source, content="Vướng mắc khi triển khai",
            kind="unclear_law", received_at=datetime(2025, 7, 1, 9, number, tzinfo=VIETNAM),
        )  # fmt: skip
        key = leader.write(add_feedback, new).feedback
        if resolved:
            when = datetime(2025, 8, 20, 9, number, tzinfo=VIETNAM)
            leader.write(
                act_on_feedback, key,
                FeedbackAct(kind=FeedbackEventKind.RESOLVED, text="Đã có hướng dẫn", happened_at=when),
            )  # fmt: skip

    figures = asked(leader, "difficulties", "2025-08")

    total = total_of(figures)
    assert (total["total"], total["resolved"], total["open"], total["closed"]) == (41, 36, 5, 0)
    by_source = {row.key: _ended(row) for row in figures.rows if row.key.startswith("source:") and not row.heading}
    assert by_source == {"source:enterprise": (16, 0), "source:ministry": (20, 5)}
    assert len([row for row in figures.rows if row.key.startswith("topic:") and not row.heading]) == 41
    # In July, before anything was resolved, all of them were open.
    assert _ended_of(asked(leader, "difficulties", "2025-07")) == (0, 41)


def _ended(row: Row) -> tuple[Any, Any]:
    return row.cells["resolved"], row.cells["open"]


def _ended_of(figures: Figures) -> tuple[Any, Any]:
    assert figures.total is not None
    return _ended(figures.total)
