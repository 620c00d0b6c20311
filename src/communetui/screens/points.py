"""What there is to look at in a report, line by line; Enter opens what a line is about."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on

from communetui.reports.opening import open_keys
from communetui.screens.base import BaseScreen
from communetui.strings.report_screens import report_screens
from communetui.widgets.pagedlist import Column, PagedList
from communetui.widgets.rows_in_memory import RowsInMemory
from communetui.widgets.said import Said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from communetui.reports.points import Point


class PointsScreen(BaseScreen[None]):
    """`title` says what these lines are, `report` is the title of their report, `subjects` what their keys are."""

    NAME = "points"
    AUTO_FOCUS = "#points"

    DEFAULT_CSS: ClassVar[str] = """
    PointsScreen #full { height: 3; background: $panel; }
    """

    def __init__(
        self, points: Sequence[Point] = (), title: str = "", report: str = "", subjects: str = "dossier"
    ) -> None:
        super().__init__()
        self._points = points
        self._title = title
        self._report = report
        self._subjects = subjects

    def heading(self) -> str:
        """What these lines are."""
        return self._title

    def body(self) -> ComposeResult:
        """The list, and the line under the cursor in full."""
        yield PagedList["Point"](
            [Column(lambda: report_screens().what, lambda point: point.text(), 40, grow=True)],
            id="points",
            empty=lambda: report_screens().no_doubts,
        )
        yield Said(self._full, id="full")

    def _full(self) -> str:
        point = self.query_one(PagedList).row if self.is_mounted else None
        return f" {point.text()}" if point is not None else ""

    def on_mount(self) -> None:
        """Show the lines, which are read already."""
        self.query_one(PagedList).show(RowsInMemory(self._points, lambda point: point.place))

    @on(PagedList.Moved, "#points")
    def tell_full(self) -> None:
        """Say the line under the cursor in full."""
        self.query_one("#full", Said).retranslate()

    @on(PagedList.Selected, "#points")
    def open_point(self, event: PagedList.Selected) -> None:
        """Open what the line is about."""
        point: Point = event.row
        if point.keys:
            open_keys(self, point.keys, self._subjects, self._report, point.text())
        else:
            self.notice.tell(report_screens().point_of_all)
