"""One task: where it stands, its facts, periods, course and history, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import on

from communedb.stores.tasks import find_task
from communetui.screens.sectioned import SectionedScreen
from communetui.strings.task import task
from communetui.tasks import offering
from communetui.tasks.course import event_entries, history_entries
from communetui.tasks.fact_forms import CORRECTED
from communetui.tasks.filing import Filing
from communetui.tasks.head import head_text
from communetui.tasks.sections import Section, info_entries, no_periods_text, period_entries, section_bar
from communetui.tasks.stepping import Stepping
from communetui.tasks.view import View, read_view
from communetui.widgets.entries import Entries
from communetui.widgets.said import Said

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from textual.app import ComposeResult

    from communedb.domain.refusal import Refused
    from communedb.journal.pen import Shown
    from communedb.stores.task_list import TaskRow
    from communetui.dossier.sections import Target

_MADE = {
    Section.INFO: info_entries,
    Section.PERIODS: period_entries,
    Section.EVENTS: event_entries,
    Section.HISTORY: history_entries,
}
_LABEL_WIDTHS = {Section.INFO: 19, Section.PERIODS: 14, Section.EVENTS: 16, Section.HISTORY: 16}


class TaskScreen(Stepping, Filing, SectionedScreen[Section]):
    """A head that stays in sight, and below it one section at a time. Opened by the task's key, or by its code."""

    NAME = "task"
    AUTO_FOCUS = "#entries"
    MADE = _MADE
    LABEL_WIDTHS = _LABEL_WIDTHS
    READS_AGAIN = True
    SHOWS_NEWS = True

    DEFAULT_CSS = """
    TaskScreen #head { height: auto; max-height: 11; }
    TaskScreen #sections { height: 1; background: $panel; text-style: bold; }
    """

    def __init__(self, task: str | None = None, code: str | None = None) -> None:
        super().__init__()
        self._code = code
        self._key = task
        self.start_sections(Section.INFO)
        self.start_filing()

    def place(self) -> dict[str, Any] | None:
        """The task."""
        return {"task": self._key} if self._key else {"code": self._code}

    def heading(self) -> str:
        """The task's code."""
        code = self.view.task.code if self.view else self._code or ""
        return f"{task().title} {code}".rstrip()

    def body(self) -> ComposeResult:
        """Head, sections, entries."""
        yield Said(lambda: head_text(self.view, self.app.size.width) if self.view else f" {task().reading}", id="head")
        yield Said(lambda: section_bar(self.view, self._section) if self.view else "", id="sections")
        yield Entries(id="entries", empty=self._nothing)

    def _nothing(self) -> str:
        if self.view is None:
            return ""
        return no_periods_text(self.view) if self._section is Section.PERIODS else task().nothing_written

    # -- reading

    def on_mount(self) -> None:
        """Find the task and read it."""
        self.do_refresh()

    def do_refresh(self) -> None:
        """Read the task again."""
        self.run_in_thread(self._read, self._show, refused=self._not_found, group="read")

    def _read(self) -> View:
        return self.reread(self._key or find_task(self.session.register.db, self._code or ""))

    def reread(self, key: str) -> View:
        """The task as it is now; from a thread."""
        return read_view(self.session.register, key)

    def _show(self, view: View) -> None:
        another = self.view is None or self.view.task.id != view.task.id
        self.view = view
        self._key, self._code = view.task.id, view.task.code
        if another:
            self._places.clear()
        self.paint(turned=another)

    def _not_found(self, refusal: Refused) -> None:
        self.refuse(refusal)
        if self.view is None:
            self.query_one("#head", Said).update(f" {task().nothing_open}")

    # -- choosing

    @on(Entries.Selected)
    async def choose(self, event: Entries.Selected) -> None:
        """Enter corrects a fact, opens a task or a file, reports a period."""
        event.stop()
        target, view = self.target, self.view
        if target is None or view is None:
            self.notice.warn(task().not_a_choice)
        elif target.kind != "period" and self._is_contested(view, target):
            row, column = (view.task.id, target.key) if target.kind == "field" else (target.key, "")
            await self._show_contested(view, row, column)
        elif target.kind == "file":
            await self.action_act("open_file")
        elif target.kind == "task":
            await self.desk.show("task", task=target.key)
        elif target.kind == "feedback":
            await self.desk.show("concern", feedback=target.key)
        elif target.kind == "period":
            await self._choose_period(view, target.key)
        elif target.key in CORRECTED:
            await self.begin_correction(view, target.key)
        else:
            self.notice.warn(task().not_a_choice)

    @staticmethod
    def _is_contested(view: View, target: Target) -> bool:
        if target.kind == "field":
            return view.is_contested(view.task.id, target.key)
        return target.kind == "file" and view.is_contested(target.key)

    async def _show_contested(self, view: View, row: str, column: str) -> None:
        found = [one for one in view.contested if one.row == row and (not column or one.column == column)]
        if len(found) == 1:
            await self.desk.show("conflict", row=row, column=found[0].column)
        else:
            await self.desk.show("conflicts", rows=[row])

    async def _choose_period(self, view: View, period: str) -> None:
        """Report a period that is open; one that is locked can only be opened again."""
        name = "report" if period in offering.open_periods(view) else "reopen_period"
        if why := offering.why_not_step(view, name):
            self.notice.error(why)
        else:
            await self.open_step(name, view, period=period)

    # -- what can be done

    async def with_view(self, then: Callable[[View], Awaitable[None]]) -> None:
        """Go on with the task that is open."""
        if self.view is None:
            self.notice.error(task().nothing_open)
        else:
            await then(self.view)

    def quick_target(self) -> tuple[TaskRow, Mapping[str, Shown]] | None:
        """The task that is open."""
        return (self.view.row, self.view.task.shown) if self.view else None

    def why_not_step(self, name: str) -> str | None:
        """Why a step is not possible."""
        return offering.why_not_step(self.view, name)

    def why_not_write(self) -> str | None:
        """Why nothing can be changed."""
        return offering.why_not_write(self.view)

    def why_not_read(self) -> str | None:
        """Why nothing can be looked at."""
        return task().nothing_open if self.view is None else None

    def put_away(self) -> None:
        """Locked: no decrypted copy stays."""
        self.end_filing()

    def on_unmount(self) -> None:
        """Left: no decrypted copy stays."""
        self.end_filing()
