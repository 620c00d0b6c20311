"""The board of tasks: how far they are from left to right, in time above and late below; so six statuses fit 80."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.cells import set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from communedb.domain.task_status import TaskStatus
from communetui.tasks.told import board_right, mark, short_status
from communetui.widgets.cells import fit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events

    from communetui.tasks.lines import Line

BANDS: Final = (
    (TaskStatus.NOT_STARTED, TaskStatus.IN_PROGRESS, TaskStatus.COMPLETED),
    (TaskStatus.NOT_STARTED_LATE, TaskStatus.IN_PROGRESS_LATE, TaskStatus.COMPLETED_LATE),
)
"""The statuses as they stand: columns of progress, and the band of what is late."""

LINES: Final = 2
"""Lines of a task: its code with alert, due date and progress, and its title."""


class TaskBoard(Widget, can_focus=True):
    """Six cells of tasks: arrows go through a cell, from band to band and from column to column; Enter selects."""

    DEFAULT_CSS = "TaskBoard { height: 1fr; width: 100%; }"

    class AtTask(Message):
        """Something about the task under the cursor; None when its cell is empty."""

        def __init__(self, board: TaskBoard) -> None:
            super().__init__()
            self.board = board
            self.row = board.row

        @property
        def control(self) -> TaskBoard:
            """The board, for `@on(TaskBoard.Selected, "#board")`."""
            return self.board

    class Selected(AtTask):
        """Enter on a task."""

    class Moved(AtTask):
        """The cursor is elsewhere."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._cells: dict[TaskStatus, list[Line]] = {status: [] for band in BANDS for status in band}
        self._band = self._column = 0
        self._at = 0
        self._tops: dict[TaskStatus, int] = {}

    @property
    def status(self) -> TaskStatus:
        """The cell that the cursor is in."""
        return BANDS[self._band][self._column]

    @property
    def row(self) -> Line | None:
        """The task under the cursor."""
        cell = self._cells[self.status]
        return cell[self._at] if cell else None

    def show(self, lines: Sequence[Line]) -> None:
        """Show these; the cursor stays on its task, into whatever cell that has gone."""
        here = self.row.row.key if self.row else None
        for status, cell in self._cells.items():
            cell[:] = [line for line in lines if line.row.status is status and not line.row.voided]
        places = [
            ((band, column, at), line.row.key)
            for band, statuses in enumerate(BANDS)
            for column, status in enumerate(statuses)
            for at, line in enumerate(self._cells[status])
        ]
        first = places[0][0] if places else (0, 0, 0)
        self._band, self._column, self._at = next((place for place, key in places if key == here), first)
        self._moved()

    # -- keys

    def on_key(self, event: events.Key) -> None:
        """Move and select."""
        page = max(self.size.height // (2 * LINES) - 1, 1)
        steps = {"up": -1, "down": 1, "pageup": -page, "pagedown": page}
        if event.key in steps:
            self._step(steps[event.key])
        elif event.key in {"left", "right"}:
            self._turn(1 if event.key == "right" else -1)
        elif event.key in {"home", "end"}:
            self._at = 0 if event.key == "home" else len(self._cells[self.status]) - 1
        elif event.key == "enter" and self.row is not None:
            self.post_message(self.Selected(self))
        else:
            return
        event.stop()
        self._moved()

    def _step(self, step: int) -> None:
        """Through the cell, and over its edge into the other band."""
        last = len(self._cells[self.status]) - 1
        wanted = self._at + step
        upper, lower = (self._cells[band[self._column]] for band in BANDS)
        if wanted > last and self._at >= last and self._band == 0 and lower:
            self._band, self._at = 1, 0
        elif wanted < 0 and self._at <= 0 and self._band == 1 and upper:
            self._band, self._at = 0, len(upper) - 1
        else:
            self._at = wanted

    def _turn(self, step: int) -> None:
        """To the next column that holds anything, in this band if it can be."""
        columns = [(self._column + step * far) % len(BANDS[0]) for far in (1, 2)]
        places = [(band, column) for column in columns for band in (self._band, 1 - self._band)]
        full = (place for place in places if self._cells[BANDS[place[0]][place[1]]])
        self._band, self._column = next(full, (self._band, self._column))

    def _moved(self) -> None:
        self._at = max(0, min(self._at, len(self._cells[self.status]) - 1))
        self._scroll()
        self.refresh()
        self.post_message(self.Moved(self))

    def _scroll(self) -> None:
        for band, height in enumerate(self._heights()):
            tasks = max(height // LINES, 1)
            for status in BANDS[band]:
                count = len(self._cells[status])
                at = self._at if status is self.status else self._tops.get(status, 0)
                top = max(at - tasks + 1, min(self._tops.get(status, 0), at))
                self._tops[status] = max(0, min(top, count - tasks))

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self._scroll()

    def retranslate(self) -> None:
        """Say the statuses in the language of now."""
        self.refresh()

    # -- painting

    def _heights(self) -> tuple[int, int]:
        """Lines for the tasks of each band: half each, unless one band needs less and the other more."""
        room = max(self.size.height - len(BANDS), 2)
        upper, lower = (max(len(self._cells[status]) for status in band) * LINES for band in BANDS)
        half = room // 2
        if upper > half and lower < room - half:
            return max(half, room - max(lower, LINES)), min(room - half, max(lower, LINES))
        if lower > room - half and upper < half:
            return max(upper, LINES), room - max(upper, LINES)
        return half, room - half

    def render_line(self, y: int) -> Strip:
        """The names of a band's statuses, or a line of its tasks."""
        upper, lower = self._heights()
        band, line = (0, y) if y <= upper else (1, y - upper - 1)
        if line > (upper, lower)[band]:
            return Strip([Segment(" " * self.size.width, self.rich_style)], self.size.width)
        parts: list[Segment] = []
        for column, width in enumerate(self._widths()):
            if column:
                parts.append(Segment("│", self.rich_style))
            parts.append(self._head(BANDS[band][column], width) if line == 0 else self._cell(band, column, line, width))
        return Strip(parts, self.size.width)

    def _widths(self) -> list[int]:
        room = self.size.width - len(BANDS[0]) + 1
        wide = room // len(BANDS[0])
        return [wide, wide, room - 2 * wide]

    def _head(self, status: TaskStatus, width: int) -> Segment:
        count = len(self._cells[status])
        here = status is self.status and count
        told = f"{self._at + 1}/{count}" if here else str(count)
        late = "! " if status in BANDS[1] and status is not TaskStatus.COMPLETED_LATE and count else ""
        text = f" {late}{short_status(status)}: {told}"
        return Segment(set_cell_size(text, width), self.rich_style + Style(bold=True, underline=True))

    def _cell(self, band: int, column: int, line: int, width: int) -> Segment:
        status, style = BANDS[band][column], self.rich_style
        cell = self._cells[status]
        at, part = self._tops.get(status, 0) + (line - 1) // LINES, (line - 1) % LINES
        # The line that is left over in a band of odd height would hold half a task.
        whole = (line - 1) // LINES < max(self._heights()[band] // LINES, 1)
        here = whole and status is self.status and at == self._at
        if here:
            style += Style(reverse=True) if self.has_focus else Style(bold=True)
        if at >= len(cell) or not whole:
            return Segment(set_cell_size(">" if here and part == 0 else "", width), style)
        row = cell[at].row
        if part:
            return Segment(f"   {fit(row.title, width - 3, right=False)}", style)
        right = board_right(row)
        left = " ".join(told for told in (mark(row), row.code) if told)
        return Segment(f"{'>' if here else ' '}{fit(left, width - len(right) - 2, right=False)} {right}", style)
