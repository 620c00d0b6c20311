"""Entering the official code of the dossier under the cursor of the list."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from communedb.domain.refusal import Reason, Refused
from communetui.dossier.forms import form_title, said_of_mend
from communetui.dossier.mend_forms import outside_code_form
from communetui.dossier.view import View, read_view
from communetui.screens.base import BaseScreen
from communetui.strings.dossier import dossier
from communetui.strings.reasons import reason_text
from communetui.widgets.pagedlist import PagedList

if TYPE_CHECKING:
    from communetui.dossiers.lines import Line
    from communetui.register_session import RegisterSession

_FORM = "outside_code"


class Coding(BaseScreen[None]):
    """What the list does to enter a code; the form is the dossier's own."""

    if TYPE_CHECKING:

        @property
        def session(self) -> RegisterSession:
            """The officer's session."""

    def start_coding(self) -> None:
        """Nothing was entered yet; the next dossiers get their codes from the same system, mostly."""
        self._systems: list[str] = []

    def _row_under_cursor(self) -> Line | None:
        row: Line | None = self.query_one("#dossiers", PagedList).row
        return row

    def why_not_enter_code(self) -> str | None:
        """Why no code can be entered now."""
        line = self._row_under_cursor() if self.is_mounted else None
        if line is None:
            return dossier().nothing_open
        if line.row.voided:
            return reason_text(Refused(Reason.DOSSIER_VOIDED))
        return reason_text(Refused(Reason.READ_ONLY)) if self.session.register.read_only else None

    def do_enter_code(self) -> None:
        """Open the form for the code of the dossier under the cursor."""
        line, register = self._row_under_cursor(), self.session.register
        if line is not None:
            key = line.row.dossier
            self.run_in_thread(lambda: read_view(register, key), self._ask_code, group="code", hold=True)

    async def _ask_code(self, view: View) -> None:
        title = form_title(_FORM, view)
        form = outside_code_form(title, view, self.session.register, self.refuse, self._systems)
        await self.app.push_screen(form, partial(self._code_entered, view))

    def _code_entered(self, view: View, code: str | None) -> None:
        if code is not None:
            self.notice.tell(said_of_mend(_FORM, code, view))
