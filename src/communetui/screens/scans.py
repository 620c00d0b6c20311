"""What the scanner has made: the newest first, taken for one paper by one key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from communedb.desk.scans import Kept, attach_kept, keep_pages, keep_scans
from communedb.domain.moment import local
from communedb.domain.refusal import Reason
from communedb.files.scan_folder import Scan, read_scans
from communedb.stores.settings import read_setting
from communetui.dossier.told import size_text
from communetui.printing.spool import open_pdf
from communetui.screens.base import BaseScreen
from communetui.strings.scans import scans
from communetui.widgets.dialogs import Ask
from communetui.widgets.pagedlist import Column, PagedList
from communetui.widgets.rows_in_memory import RowsInMemory
from communetui.widgets.said import Said

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.app import ComposeResult

    from communetui.printing.spool import Sent

_PAGES_LIMIT = 200


class ScansScreen(BaseScreen["Kept | None"]):
    """Ends with what was kept and noted on the dossier, or on its `paper`; the folder is read when opened and by F5."""

    NAME = "scans"
    AUTO_FOCUS = "#scans"

    def __init__(self, dossier: str, paper: str | None, paper_name: str) -> None:
        super().__init__()
        self._dossier = dossier
        self._paper = paper
        self._name = paper_name
        self._scans: list[Scan] = []
        self._marked: set[Path] = set()

    def heading(self) -> str:
        """For which paper."""
        return scans().title.format(paper=self._name or scans().for_dossier)

    def body(self) -> ComposeResult:
        """The list and its keys."""
        yield PagedList(
            [
                Column(lambda: scans().when, lambda scan: f"{local(scan.at):%H:%M:%S %d/%m/%Y}", 19),
                Column(lambda: scans().page_count, _pages, 8, right=True),
                Column(lambda: scans().size, lambda scan: size_text(scan.size), 8, right=True),
                Column(lambda: scans().name, lambda scan: scan.path.name, 16, grow=True),
                Column(lambda: scans().state, _state, 17),
            ],
            empty=lambda: scans().empty,
            marked=self._marked,
            id="scans",
        )
        yield Said(lambda: scans().keys)

    @property
    def _list(self) -> PagedList[Scan]:
        return self.query_one("#scans", PagedList)

    def on_mount(self) -> None:
        """Read the folder; Enter typed ahead is for the newest."""
        self.do_refresh()

    def do_refresh(self) -> None:
        """Read the folder again."""
        register = self.session.register

        def show(found: list[Scan]) -> None:
            self._scans = found
            self._list.show(RowsInMemory(found, lambda scan: scan.path))

        self.run_in_thread(lambda: read_scans(read_setting(register.db, "scan_folder")), show, group="scans", hold=True)

    def do_back(self) -> None:
        """Back to the dossier; nothing is taken."""
        self.dismiss(None)

    # -- taking

    @on(PagedList.Selected, "#scans")
    def take(self) -> None:
        """Enter takes."""
        self.do_take_scans()

    def do_take_scans(self) -> None:
        """Take each file as it is."""
        chosen, files = self._chosen(), self.session.register.files
        if chosen:
            self._keep(lambda: keep_scans(files, chosen))

    def do_take_joined(self) -> None:
        """Take the marked PDFs as one."""
        chosen, files = self._chosen(), self.session.register.files
        if len(chosen) > 1:
            self._keep(lambda: keep_pages(files, chosen))
        elif chosen:
            self.notice.error(scans().two_needed)

    async def do_take_pages(self) -> None:
        """Ask which pages of one PDF, then take them."""
        chosen, files = self._chosen(), self.session.register.files
        if not chosen:
            return
        if len(chosen) > 1:
            self.notice.error(scans().one_only)
            return

        def answered(typed: str | None) -> None:
            if typed is not None:
                self._keep(lambda: keep_pages(files, chosen, typed))

        question = scans().which_pages.format(name=chosen[0].path.name, pages=_pages(chosen[0]))
        await self.app.push_screen(Ask(question, limit=_PAGES_LIMIT), answered)

    def do_open_scan(self) -> None:
        """Show the file under the cursor in the system's own viewer."""
        scan = self._list.row
        if scan is None:
            self.notice.error(scans().no_choice)
            return

        def opened(sent: Sent) -> None:
            words = scans()
            if sent.printed:
                self.notice.tell(words.opened.format(name=scan.path.name))
            else:
                self.notice.warn(words.not_opened.format(name=scan.path.name, detail=sent.detail))

        self.run_in_thread(lambda: open_pdf(scan.path), opened, group="open")

    def _chosen(self) -> list[Scan]:
        """The marked files in the order in which they were scanned, else the one under the cursor."""
        marked = [scan for scan in reversed(self._scans) if scan.path in self._marked]
        here = self._list.row
        if not marked and here is None:
            self.notice.error(scans().no_choice)
        return marked or ([here] if here is not None else [])

    def _keep(self, keep: Callable[[], Kept]) -> None:
        register, dossier, paper = self.session.register, self._dossier, self._paper

        def work() -> Kept:
            kept = keep()
            register.write(attach_kept, dossier, kept, paper=paper)
            return kept

        self.run_in_thread(work, self.dismiss, group="save", hold=True)


def _pages(scan: Scan) -> str:
    if scan.writing:
        return ""
    return scans().pages[scan.pages.value] if isinstance(scan.pages, Reason) else str(scan.pages)


def _state(scan: Scan) -> str:
    return scans().writing if scan.writing else ""
