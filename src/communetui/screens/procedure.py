"""One procedure: everything that is known of it, and what is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communedb.stores.procedures import versions
from communetui.catalogue.wording import procedure_text
from communetui.screens.base import BaseScreen
from communetui.strings.catalogue import catalogue
from communetui.widgets.reader import Reader

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from communedb.domain.procedure import Procedure


class ProcedureScreen(BaseScreen[None]):
    """A page of text about one procedure and its versions."""

    NAME = "procedure"
    AUTO_FOCUS = "#procedure"

    def __init__(self, procedure: Procedure) -> None:
        super().__init__()
        self._procedure = procedure
        self._versions: Sequence[Procedure] = ()

    def heading(self) -> str:
        """The code of the procedure."""
        return f"{catalogue().title} - {self._procedure.code or catalogue().own_code}"

    def body(self) -> ComposeResult:
        """The page."""
        yield Reader(lambda: procedure_text(self._procedure, self._versions), id="procedure")

    def on_mount(self) -> None:
        """Read the other versions."""
        if self._procedure.code:
            register, code = self.session.register, self._procedure.code
            self.run_in_thread(lambda: versions(register.db, code), self._take, group="versions")

    def _take(self, found: Sequence[Procedure]) -> None:
        self._versions = found
        self.query_one(Reader).retranslate()
