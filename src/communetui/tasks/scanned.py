"""A task's code, scanned from a plan or typed as fast as a scanner does, on the list of tasks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communedb.stores.tasks import find_task
from communetui.scanned_code import open_code
from communetui.screens.base import BaseScreen

if TYPE_CHECKING:
    from communedb.domain.refusal import Refused
    from communetui.scanning import Scanned


class CodeTaking(BaseScreen[None]):
    """What the list does with a code that came at once."""

    def on_scanned(self, event: Scanned) -> None:
        """The code of a task opens it; the code of a dossier opens that, and an ID card is left to the app."""
        if event.card:
            return
        event.stop()
        register, code = self.session.register, event.text

        async def found(key: str) -> None:
            await self.desk.show("task", task=key)

        def unknown(_: Refused) -> None:
            open_code(self, code, lambda: self.desk.show("dossier", code=code))

        self.run_in_thread(lambda: find_task(register.db, code), found, refused=unknown, group="scan", hold=True)
