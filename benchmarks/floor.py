"""The floor: the least that a Textual app with a title, a table and a key line costs. `python -m benchmarks.floor`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App
from textual.widgets import DataTable, Footer, Header

if TYPE_CHECKING:
    from textual.app import ComposeResult

ROWS = 100
READY = "Hồ sơ 1 "
"""The text whose painting ends its start."""


class Floor(App[None]):
    """A table of a hundred rows, and nothing that it could be done for."""

    TITLE = "Floor"

    def compose(self) -> ComposeResult:
        """Title, table, keys."""
        yield Header()
        yield DataTable(cursor_type="row")
        yield Footer()

    def on_mount(self) -> None:
        """Fill the table."""
        table: DataTable[str] = self.query_one(DataTable)
        table.add_columns("Mã", "Hồ sơ", "Người nộp", "Hẹn trả")
        for number in range(1, ROWS + 1):
            table.add_row(f"{number:04}", f"Hồ sơ {number}", "Nguyễn Văn Bình", "23/11/2026")
        table.focus()


if __name__ == "__main__":
    Floor().run()
