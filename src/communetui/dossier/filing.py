"""Papers and files of a dossier on its screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communedb.desk.attachments import detach, mark_result
from communetui.dossier.copies import OpenedCopies, show_copy
from communetui.dossier.forms import form_title
from communetui.dossier.offering import why_not_change_papers, why_not_result
from communetui.dossier.paper_forms import attach_form, paper_form
from communetui.screens.base import BaseScreen
from communetui.strings.dossier import dossier
from communetui.widgets.dialogs import Confirm

if TYPE_CHECKING:
    from communedb.domain.refusal import Refused
    from communetui.dossier.sections import Target
    from communetui.dossier.view import View


class Filing(BaseScreen[None]):
    """What a dossier's screen does with papers and files."""

    view: View | None
    _copies: OpenedCopies

    if TYPE_CHECKING:

        @property
        def target(self) -> Target | None:
            """What is under the cursor."""

        def do_refresh(self) -> None:
            """Read again."""

        def turn_to_papers(self) -> None:
            """Show the papers."""

        def reread_if_stale(self, refusal: Refused) -> None:
            """Read again when a form was refused because of what somebody else did."""

    def start_filing(self) -> None:
        """Nothing is opened yet."""
        self._copies = OpenedCopies()

    def end_filing(self) -> None:
        """Delete the copies that were opened."""
        self._copies.clear()

    def _open_view(self) -> View | None:
        """The dossier, if its papers may be changed; else why not is said."""
        why = why_not_change_papers(self.view)
        if why is not None:
            self.notice.error(why)
            return None
        return self.view

    # -- papers

    async def do_add_paper(self) -> None:
        """Add a paper to the list."""
        await self._paper(None)

    async def change_paper(self, paper: str) -> None:
        """Change a paper: handed in or not, which kind, how many."""
        await self._paper(paper)

    async def _paper(self, paper: str | None) -> None:
        view = self._open_view()
        if view is None:
            return

        def saved(name: str | None) -> None:
            if name is not None:
                self.turn_to_papers()
                self.notice.tell(dossier().paper_saved.format(name=name))

        title = form_title("add_paper" if paper is None else "change_paper", view)
        form = paper_form(title, view, self.session.register, paper, self.reread_if_stale)
        await self.app.push_screen(form, saved)

    # -- files

    async def do_attach(self) -> None:
        """Attach a file to the dossier or to the paper under the cursor."""
        view = self._open_view()
        if view is None:
            return

        def saved(name: str | None) -> None:
            if name is not None:
                self.turn_to_papers()
                self.notice.tell(dossier().attached.format(name=name))

        target = self.target
        paper = target.key if target is not None and target.kind == "paper" else None
        form = attach_form(form_title("attach", view), view, self.session.register, paper, self.reread_if_stale)
        await self.app.push_screen(form, saved)

    def _file(self) -> dict[str, Any] | None:
        """The file under the cursor; if there is none, that is said."""
        target = self.target
        if self.view is not None and target is not None and target.kind == "file":
            return next((file for file in self.view.dossier.attachments if file["id"] == target.key), None)
        self.notice.error(dossier().not_a_file)
        return None

    def do_open_file(self) -> None:
        """Open the file under the cursor."""
        file = self._file()
        if file is None:
            return
        if self.view is not None and file["digest"] in self.view.not_received:
            self.notice.warn(dossier().file_on_its_way.format(name=file["name"]))
            return
        show_copy(self, self._copies, file)

    def do_mark_result(self) -> None:
        """Say that the file under the cursor is the result."""
        file, view, register = self._file(), self._open_view(), self.session.register
        if file is None or view is None:
            return
        why = why_not_result(view, file["id"])
        if why is not None:
            self.notice.error(why)
            return

        def work() -> None:
            register.write_as_shown(view.dossier.shown, mark_result, file["id"])

        self.run_in_thread(work, lambda _: self._filed(dossier().is_result_now.format(name=file["name"])), group="save")

    async def do_detach(self) -> None:
        """Ask, then take the file under the cursor off the dossier."""
        file, view, register = self._file(), self._open_view(), self.session.register
        if file is None or view is None:
            return

        def work() -> None:
            register.write_as_shown(view.dossier.shown, detach, file["id"])

        def answered(sure: bool | None) -> None:
            if sure:
                said = dossier().detached.format(name=file["name"])
                self.run_in_thread(work, lambda _: self._filed(said), group="save", hold=True)

        await self.app.push_screen(Confirm(dossier().detach_sure.format(name=file["name"])), answered)

    def _filed(self, said: str) -> None:
        self.notice.tell(said)
        self.do_refresh()
