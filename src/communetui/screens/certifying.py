"""Certifications that wait for a signature: one key when it is signed, and the paper has its number."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import on

from communedb.desk.certify import certify
from communedb.domain.moment import local, parse_utc
from communedb.stores.certifications import waiting_requests
from communetui.screens.base import BaseScreen
from communetui.strings.certifying import certifying
from communetui.widgets.dialogs import Confirm
from communetui.widgets.pagedlist import Column, PagedList
from communetui.widgets.rows_in_memory import RowsInMemory

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from communedb.desk.book import Numbered
    from communetui.register_session import RegisterSession


class CertifyingScreen(BaseScreen[None]):
    """`signer` is the officer who signed, by key and by name, as chosen at the quick counter."""

    NAME = "certifying"
    AUTO_FOCUS = "#waiting"

    def __init__(self, signer: str = "", signer_name: str = "") -> None:
        super().__init__()
        self._signer, self._signer_name = signer, signer_name

    @property
    def session(self) -> RegisterSession:
        """The officer's session."""
        return self.desk.session  # type: ignore[return-value]  # the only kind there is

    def heading(self) -> str:
        """The title, and who signs."""
        return certifying().title.format(signer=self._signer_name or "-")

    def body(self) -> ComposeResult:
        """The list."""
        yield PagedList(
            [
                Column(lambda: certifying().due, lambda row: _due(row["due_at"]), 16),
                Column(lambda: certifying().code, lambda row: row["code"], 20),
                Column(lambda: certifying().requester, lambda row: row["applicant_name"], 20, grow=True),
                Column(lambda: certifying().papers, _papers, 18, grow=True),
            ],
            id="waiting",
            empty=lambda: certifying().empty,
        )

    def on_mount(self) -> None:
        """Read them."""
        self.do_refresh()

    def do_refresh(self) -> None:
        """Read what waits again."""
        register = self.session.register

        def show(found: list[dict[str, Any]]) -> None:
            self.query_one(PagedList).show(RowsInMemory(found, lambda row: row["dossier"]))

        self.run_in_thread(lambda: waiting_requests(register.db), show, group="waiting", hold=True)

    @on(PagedList.Selected, "#waiting")
    async def ask(self, event: PagedList.Selected) -> None:
        """Numbers are never given back: ask once."""
        row: Any = event.row

        def answered(sure: bool | None) -> None:
            if sure:
                self._certify(row)

        question = certifying().sure.format(name=row["applicant_name"], code=row["code"], signer=self._signer_name)
        await self.app.push_screen(Confirm(question), answered)

    def _certify(self, row: dict[str, Any]) -> None:
        register, signer = self.session.register, self._signer

        def then(numbered: Numbered) -> None:
            self.notice.tell(certifying().done.format(numbers=numbered.text, name=row["applicant_name"]))
            self.do_refresh()

        self.run_in_thread(lambda: register.write(certify, row["dossier"], signer), then, group="save", hold=True)


def _due(due_at: str | None) -> str:
    return f"{local(parse_utc(due_at)):%H:%M %d/%m/%Y}" if due_at else "-"


def _papers(row: dict[str, Any]) -> str:
    return row["paper_name"] if row["lines"] == 1 else f"{row['paper_name']} (+{row['lines'] - 1})"
