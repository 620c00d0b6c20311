"""A task in words: sign, status, due date, block; the same on the list, the board and its own screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from communetui.strings.task import task
from communetui.strings.task_standing import task_standing
from communetui.widgets.cells import fit
from communetui.widgets.wrapping import wrapped

if TYPE_CHECKING:
    from datetime import date

    from communedb.domain.task_status import TaskStatus
    from communedb.stores.task_list import TaskRow


_TITLE_LINES: Final = 2


def mark(row: TaskRow) -> str:
    """`!ĐỎ` for a red alert, `?` for a reminder or an open request, `*` for done; nothing when all is well."""
    if row.voided or row.status.done:
        return "" if row.voided else "*"
    if row.red:
        return task_standing().red
    return "?" if row.reminder or row.extension else ""


def day_text(day: date | None) -> str:
    """A day as it is written here; nothing for none."""
    return f"{day:%d/%m/%Y}" if day else ""


def short_day(day: date | None) -> str:
    """A day in eight cells."""
    return f"{day:%d/%m/%y}" if day else ""


def short_status(status: TaskStatus) -> str:
    """A status in few words: `Đang làm, trễ hạn`."""
    return task_standing().short_status[status]


def time_text(status: TaskStatus, left: int | None, late_by: int) -> str:
    """How a task stands against its due date: `còn 7 ngày`, `quá 3 ngày`, `trễ 4 ngày`."""
    words = task_standing()
    if status.done:
        return words.late.format(days=late_by) if status.late else words.on_time
    if left is None:
        return words.no_due
    if left == 0:
        return words.today
    return words.left.format(days=left) if left > 0 else words.over.format(days=-left)


def late_by(row: TaskRow) -> int:
    """Days by which a completed task was late."""
    return (row.completed_on - row.due_on).days if row.completed_on and row.due_on else 0


def state_text(row: TaskRow) -> str:
    """Stage and time: `đang làm, còn 7 ngày`, `xong trễ 4 ngày`."""
    words = task_standing()
    pattern = words.done if row.status.done else words.open
    return pattern.format(
        stage=task_standing().stage[row.status], time=time_text(row.status, row.days_left, late_by(row))
    )


def progress_text(row: TaskRow) -> str:
    """How far it is, in few cells: `chưa làm`, `55 %`, `xong`."""
    if row.status.done or row.status.value.startswith("not_started"):
        return task_standing().stage[row.status]
    return f"{row.percent} %"


def row_time(row: TaskRow) -> str:
    """How the row of a list stands against its due date; nothing when it is void."""
    return task().void_short if row.voided else time_text(row.status, row.days_left, late_by(row))


def board_right(row: TaskRow) -> str:
    """What stands at the right of a task on the board, beside what its cell says: the day, and how far it is."""
    day = row.completed_on if row.status.done else row.due_on
    percent = f"{row.percent}%" if row.status.value.startswith("in_progress") else ""
    return " ".join(part for part in (short_day(day), percent) if part)


def document_text(number: str, on: date | None) -> str:
    """A directive: `02-KH/BCĐTW (19/06/2025)`."""
    return f"{number} ({day_text(on)})" if number and on else number or day_text(on)


def bar(percent: int, width: int = 20) -> str:
    """Progress drawn in cells that every terminal has: `[########............]`."""
    done = max(0, min(width, percent * width // 100))
    return f"[{'#' * done}{'.' * (width - done)}]"


def title_lines(title: str, room: int) -> list[str]:
    """A title on two lines at most; what is cut off shows as `~`."""
    lines = wrapped(title, max(room, 20))
    if len(lines) <= _TITLE_LINES:
        return lines
    return [*lines[: _TITLE_LINES - 1], fit(" ".join(lines[_TITLE_LINES - 1 :]), max(room, 20), right=False)]


def period_name(period: str) -> str:
    """A period by its name: `tuần 48/2026`, `tháng 11/2026`."""
    words, (year, _, rest) = task(), period.partition("-")
    if rest.startswith("W"):
        return words.period_week.format(week=rest[1:].lstrip("0"), year=year)
    return words.period_month.format(month=rest, year=year)
