"""The list of feedback and difficulties: what is owed first on top, search as one types, filters."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from textual import on
from textual.widgets import Input

from communedb.domain.feedback_filter import FeedbackFilter
from communedb.domain.moment import local
from communedb.domain.refusal import Reason, Refused
from communedb.stores.officers import officer_names
from communetui.feedback.filters import filter_form, filter_line, is_narrowed
from communetui.feedback.lines import Line, read_lines
from communetui.screens.base import BaseScreen
from communetui.searching import pass_on
from communetui.strings.feedback import feedback
from communetui.strings.reasons import reason_text
from communetui.widgets.dialogs import Ask, Confirm
from communetui.widgets.field import Field
from communetui.widgets.pagedlist import Column, PagedList
from communetui.widgets.row import Row
from communetui.widgets.rows_in_memory import RowsInMemory
from communetui.widgets.said import Said

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual import events
    from textual.app import ComposeResult

    from communedb.desk.feedback import AddedFeedback
    from communetui.widgets.control import Entered

_PATH_LIMIT = 500


class FeedbackScreen(BaseScreen[None]):
    """A search over a list. Down goes into the list, a letter back to the search, Enter opens one."""

    NAME = "feedback"
    AUTO_FOCUS = "#search"
    READS_AGAIN = True
    SHOWS_NEWS = True

    DEFAULT_CSS = """
    FeedbackScreen Row > * { margin-left: 6; }
    FeedbackScreen #filters { height: 1; text-style: italic; }
    FeedbackScreen #detail { height: 2; background: $panel; text-wrap: nowrap; text-overflow: ellipsis; }
    """

    def __init__(self, wanted: FeedbackFilter | None = None) -> None:
        super().__init__()
        self._wanted = wanted or FeedbackFilter()
        self._officers: Mapping[str, str] = {}

    def place(self) -> dict[str, Any] | None:
        """Its filter and what is searched."""
        return {"wanted": self._wanted.model_dump(mode="json", exclude_defaults=True)}

    @classmethod
    def at_place(cls, place: Mapping[str, Any]) -> Self:
        """With that filter."""
        return cls(FeedbackFilter.model_validate(place["wanted"]))

    def heading(self) -> str:
        """The title."""
        return feedback().title

    def body(self) -> ComposeResult:
        """Search, filter, list, and what the columns have no room for."""
        search = Field(self._wanted.text, hint=lambda: feedback().search_hint, id="search")
        yield Row(lambda: f" {feedback().search}", search)
        yield Said(lambda: f" {filter_line(self._wanted, self._officers)}", id="filters")
        yield PagedList[Line](
            [
                Column(lambda: feedback().code, lambda line: line.row.code, 19),
                Column(lambda: feedback().kind, lambda line: line.kind, 14, grow=True, from_width=78),
                Column(lambda: feedback().sender, lambda line: line.sender, 16, grow=True, from_width=100),
                Column(lambda: feedback().content, lambda line: line.row.content, 14, grow=True, from_width=118),
                Column(lambda: feedback().status, lambda line: line.status, 15),
                Column(lambda: feedback().holder, lambda line: line.holder, 12, from_width=130),
                Column(lambda: feedback().due, lambda line: line.due, 19),
            ],
            id="feedback",
            empty=self._nothing,
        )
        yield Said(self._detail, id="detail")

    @property
    def paged(self) -> PagedList[Line]:
        """The list."""
        return self.query_one("#feedback", PagedList)

    def _nothing(self) -> str:
        return feedback().nothing_filtered if is_narrowed(self._wanted) else feedback().nothing

    def _detail(self) -> str:
        line = self.paged.row if self.is_mounted else None
        return line.detail if line is not None else ""

    # -- reading

    def on_mount(self) -> None:
        """Read the officers' names and the list."""
        register = self.session.register
        self.run_in_thread(lambda: officer_names(register.db), self._take_officers, group="officers")
        self._show()

    def _take_officers(self, officers: Mapping[str, str]) -> None:
        self._officers = officers
        self.query_one("#filters", Said).retranslate()

    def _show(self) -> None:
        """Show the list from its first row; Enter typed ahead is for it."""
        register, wanted = self.session.register, self._wanted
        self.run_in_thread(
            lambda: read_lines(register, wanted), lambda lines: self.paged.show(_rows(lines)), group="read", hold=True
        )
        self.query_one("#filters", Said).retranslate()

    def do_refresh(self) -> None:
        """Read again, in the same place."""
        register, wanted = self.session.register, self._wanted
        self.run_in_thread(
            lambda: read_lines(register, wanted), lambda lines: self.paged.reload(_rows(lines)), group="read"
        )

    def _want(self, wanted: FeedbackFilter) -> None:
        self._wanted = wanted
        field = self.query_one("#search", Field)
        if field.value != wanted.text:
            field.value = wanted.text
        self._show()
        self.desk.note_place()

    # -- searching and opening

    @on(Input.Changed, "#search")
    def search(self, event: Input.Changed) -> None:
        """Narrow the list as one types."""
        event.stop()
        if event.value != self._wanted.text:
            self._wanted = self._wanted.model_copy(update={"text": event.value})
            self._show()

    @on(PagedList.Moved, "#feedback")
    def tell_detail(self) -> None:
        """Say of the row under the cursor what the columns have no room for."""
        self.query_one("#detail", Said).retranslate()

    def on_key(self, event: events.Key) -> None:
        """Keys pass between the search and the list; a space stays."""
        if event.key != "space":
            pass_on(event, self.query_one("#search", Field), self.paged)

    async def on_entered(self, event: Entered) -> None:
        """Enter in the search opens the row under the cursor."""
        event.stop()
        if self.paged.row is not None:
            await self.desk.show("concern", feedback=self.paged.row.row.key)

    @on(PagedList.Selected, "#feedback")
    async def open_line(self, event: PagedList.Selected) -> None:
        """Open the row under the cursor."""
        await self.desk.show("concern", feedback=event.row.row.key)

    # -- what can be done

    def why_not_write(self) -> str | None:
        """Why nothing can be entered."""
        return reason_text(Refused(Reason.READ_ONLY)) if self.session.register.read_only else None

    async def do_add(self) -> None:
        """Open the form of new feedback."""
        from communetui.feedback.forms import add_form

        register = self.session.register
        await self.app.push_screen(add_form(register, local(register.now()).date()), self._added)

    def _added(self, added: AddedFeedback | None) -> None:
        if added is None:
            return
        if added.due_at is None:
            self.notice.tell(feedback().added_without_limit.format(code=added.code))
        else:
            due = f"{local(added.due_at):%H:%M %d/%m/%Y}"
            self.notice.tell(feedback().added.format(code=added.code, due=due))

    async def do_open_filter(self) -> None:
        """Open the form of the filters."""
        today = local(self.session.register.now()).date()
        await self.app.push_screen(filter_form(self._wanted, self._officers, today), self._filtered)

    def _filtered(self, wanted: FeedbackFilter | None) -> None:
        if wanted is not None:
            self._want(wanted)

    def do_clear_filters(self) -> None:
        """No filter, no search."""
        self._want(FeedbackFilter())
        self.notice.tell(feedback().cleared)

    async def do_export_list(self) -> None:
        """Ask for a file and write the list into it."""
        await self.app.push_screen(Ask(feedback().export_ask, limit=_PATH_LIMIT), self._export_to)

    async def _export_to(self, typed: str | None) -> None:
        if not typed:
            return
        path = Path(typed).expanduser()
        if path.exists():
            question = reason_text(Refused(Reason.TABLE_FILE_EXISTS, name=path.name))
            await self.app.push_screen(Confirm(question), lambda sure: self._export(path) if sure else None)
        else:
            self._export(path)

    def _export(self, path: Path) -> None:
        from communetui.feedback.export import export_feedback

        register, wanted = self.session.register, self._wanted
        self.run_in_thread(
            lambda: export_feedback(register, path, wanted),
            lambda count: self.notice.tell(feedback().exported.format(count=count, file=path)),
            group="export",
        )

    def retranslate(self) -> None:
        """The lines are words, too."""
        super().retranslate()
        self.paged.refresh()


def _rows(lines: list[Line]) -> RowsInMemory[Line]:
    return RowsInMemory(lines, lambda line: line.row.key)
