"""The officer's own half-filled forms: one key to go on, one to discard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import on

from communedb.desk.drafts import discard_draft
from communedb.domain.moment import local, parse_utc
from communedb.stores.drafts import Draft, DraftForm, read_drafts
from communetui.screens.base import BaseScreen
from communetui.strings.intake_said import parked
from communetui.widgets.dialogs import Confirm
from communetui.widgets.pagedlist import Column, PagedList
from communetui.widgets.rows_in_memory import RowsInMemory
from communetui.widgets.said import Said

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from communetui.actions.registry import Action


class ParkedScreen(BaseScreen["Draft | None"]):
    """Ends with the form to go on with; `without` is the one that is on the screen below."""

    NAME = "parked"
    AUTO_FOCUS = "#parked"

    def __init__(self, without: str = "") -> None:
        super().__init__()
        self._without = without

    def why_not(self, action: Action) -> str | None:
        """There must be one to discard."""
        nothing = action.id == "discard" and not any(paged.row for paged in self.query(PagedList))
        return super().why_not(action) or (parked().empty if nothing else None)

    def heading(self) -> str:
        """The title."""
        return parked().title

    def body(self) -> ComposeResult:
        """The list and its keys."""
        yield PagedList(
            [
                Column(lambda: parked().when, lambda draft: f"{local(parse_utc(draft.saved_at)):%H:%M %d/%m/%Y}", 16),
                Column(lambda: parked().who, lambda draft: draft.label, 30, grow=True),
                Column(lambda: parked().state, _state, 20),
            ],
            id="parked",
            empty=lambda: parked().empty,
        )
        yield Said(lambda: parked().keys)

    def on_mount(self) -> None:
        """Read them."""
        self.do_refresh()

    def do_refresh(self) -> None:
        """Read them again."""
        session = self.session

        def work() -> list[Draft]:
            found = read_drafts(session.register.db, session.officer, DraftForm.INTAKE)
            return [draft for draft in found if draft.id != self._without]

        def show(drafts: list[Draft]) -> None:
            self.query_one(PagedList).show(RowsInMemory(drafts, lambda draft: draft.id))

        # Enter typed ahead is for the first of the list.
        self.run_in_thread(work, show, group="drafts", hold=True)

    @on(PagedList.Selected, "#parked")
    def go_on(self, event: PagedList.Selected) -> None:
        """Lay it into the form again."""
        self.dismiss(event.row)

    def do_back(self) -> None:
        """Back to the form as it was."""
        self.dismiss(None)

    async def do_discard(self) -> None:
        """Throw one away, after asking."""
        draft: Any = self.query_one(PagedList).row
        register = self.session.register

        def then(sure: bool | None) -> None:
            if sure:
                self.run_in_thread(lambda: register.write(discard_draft, draft.id), lambda _: self._discarded(draft))

        words = parked()
        question = Confirm(words.discard.format(label=draft.label), yes=words.discard_yes, no=words.discard_no)
        await self.app.push_screen(question, then)

    def _discarded(self, draft: Draft) -> None:
        self.notice.tell(parked().discarded.format(label=draft.label))
        self.do_refresh()


def _state(draft: Draft) -> str:
    return parked().parked if draft.parked else parked().interrupted
