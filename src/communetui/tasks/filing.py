"""Evidence files of a task on its screen: added, opened to look at, taken off."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communedb.desk.attachments import detach
from communetui.dossier.copies import OpenedCopies, show_copy
from communetui.screens.base import BaseScreen
from communetui.strings.dossier import dossier
from communetui.strings.task import task
from communetui.tasks.fact_forms import evidence_form
from communetui.widgets.dialogs import Confirm

if TYPE_CHECKING:
    from communedb.domain.refusal import Refused
    from communetui.dossier.sections import Target
    from communetui.tasks.view import View


class Filing(BaseScreen[None]):
    """What a task's screen does with files."""

    view: View | None
    _copies: OpenedCopies

    if TYPE_CHECKING:

        @property
        def target(self) -> Target | None:
            """What is under the cursor."""

        def reread_if_stale(self, refusal: Refused) -> None:
            """Read again when a form was refused because of what somebody else did."""

    def start_filing(self) -> None:
        """Nothing is opened yet."""
        self._copies = OpenedCopies()

    def end_filing(self) -> None:
        """Delete the copies that were opened."""
        self._copies.clear()

    async def do_attach(self) -> None:
        """Attach an evidence file."""
        if self.view is None:
            return

        def saved(name: str | None) -> None:
            if name is not None:
                self.notice.tell(task().attached.format(name=name))

        await self.app.push_screen(evidence_form(self.view, self.session, self.reread_if_stale), saved)

    def _file(self) -> dict[str, Any] | None:
        """The file under the cursor; if there is none, that is said."""
        target = self.target
        if self.view is not None and target is not None and target.kind == "file":
            return next((file for file in self.view.task.attachments if file["id"] == target.key), None)
        self.notice.error(task().choose_file)
        return None

    def do_open_file(self) -> None:
        """Open the file under the cursor."""
        file = self._file()
        if file is None or self.view is None:
            return
        if str(file["digest"]) in self.view.not_received:
            self.notice.warn(dossier().file_on_its_way.format(name=file["name"]))
            return
        show_copy(self, self._copies, file)

    async def do_detach(self) -> None:
        """Ask, then take the file under the cursor off the task."""
        file, view, register = self._file(), self.view, self.session.register
        if file is None or view is None:
            return

        def work() -> None:
            register.write_as_shown(view.task.shown, detach, file["id"])

        def gone(_: None) -> None:
            self.notice.tell(task().detached.format(name=file["name"]))
            self.do_refresh()

        def answered(sure: bool | None) -> None:
            if sure:
                self.run_in_thread(work, gone, group="save", hold=True)

        await self.app.push_screen(Confirm(task().detach_sure.format(name=file["name"])), answered)
