"""What stands behind a number of a report: its dossiers, tasks or feedback, each of which Enter opens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual import on

from communetui.dossiers.columns import dossier_columns
from communetui.reports.behind import DossiersBehind, SubjectLine, subject_lines
from communetui.reports.opening import open_subject
from communetui.screens.base import BaseScreen
from communetui.strings.report_screens import report_screens
from communetui.widgets.pagedlist import Column, PagedList
from communetui.widgets.rows_in_memory import RowsInMemory
from communetui.widgets.said import Said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from communetui.actions.registry import Action
    from communetui.dossiers.lines import Line


class BehindScreen(BaseScreen[None]):
    """`what` says of which row and column the list is; `keys` in their order. Space marks dossiers for the pile."""

    NAME = "behind"
    AUTO_FOCUS = "#behind"
    READS_AGAIN = True

    DEFAULT_CSS: ClassVar[str] = """
    BehindScreen #what { height: auto; max-height: 2; background: $panel; }
    """

    def __init__(self, keys: Sequence[str] = (), subjects: str = "dossier", report: str = "", what: str = "") -> None:
        super().__init__()
        self._keys = tuple(keys)
        self._subjects = subjects
        self._report = report
        self._what = what

    def heading(self) -> str:
        """The report from which one came."""
        return self._report or report_screens().title

    def body(self) -> ComposeResult:
        """Which number this is, and the list."""
        yield Said(lambda: f" {self._what}", id="what")
        yield self._dossiers() if self._subjects == "dossier" else self._others()

    def _dossiers(self) -> PagedList[Line]:
        return PagedList(
            dossier_columns(),
            id="behind",
            marked=self.session.pile,
            mark_of=lambda line: line.row.dossier,
            empty=lambda: report_screens().empty_behind,
        )

    @staticmethod
    def _others() -> PagedList[SubjectLine]:
        return PagedList(
            [
                Column(lambda: report_screens().subject, lambda line: line.code, 18),
                Column(lambda: report_screens().about, lambda line: line.about, 30, grow=True),
            ],
            id="behind",
            empty=lambda: report_screens().empty_behind,
        )

    @property
    def _list(self) -> PagedList[Any]:
        return self.query_one("#behind", PagedList)

    def why_not(self, action: Action) -> str | None:
        """Only dossiers are put on a pile."""
        nothing = action.id == "pile" and self._subjects != "dossier"
        return super().why_not(action) or (report_screens().empty_behind if nothing else None)

    # -- reading

    def on_mount(self) -> None:
        """Read the first page."""
        self._read(again=False)

    def do_refresh(self) -> None:
        """Read again, in the same place."""
        self._read(again=True)

    def _read(self, *, again: bool) -> None:
        shown = self._list.reload if again else self._list.show
        register = self.session.register
        if self._subjects == "dossier":
            shown(DossiersBehind(register, self._keys))
            return

        def take(lines: list[SubjectLine]) -> None:
            shown(RowsInMemory(lines, lambda line: line.key))

        self.run_in_thread(lambda: subject_lines(register.db, self._subjects, self._keys), take, group="read")

    # -- opening

    @on(PagedList.Selected, "#behind")
    async def open_one(self, event: PagedList.Selected) -> None:
        """Open what is under the cursor."""
        key = event.row.row.dossier if self._subjects == "dossier" else event.row.key
        await open_subject(self, self._subjects, key)

    async def do_pile(self) -> None:
        """Open the pile of what was marked."""
        await self.desk.show("pile")
