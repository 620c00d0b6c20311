"""The form for changing one's own passphrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communedb.desk.officers import change_own_passphrase
from communetui.screens.base import FormScreen
from communetui.strings.settings import settings
from communetui.widgets.field import Field
from communetui.widgets.row import Row

if TYPE_CHECKING:
    from textual.app import ComposeResult


_PASSPHRASE_LIMIT = 1_000


class PassphraseScreen(FormScreen[None]):
    """The old passphrase, and the new one twice."""

    NAME = "passphrase"
    AUTO_FOCUS = "#old"

    def heading(self) -> str:
        """The title."""
        return settings().change_passphrase

    def body(self) -> ComposeResult:
        """Three fields."""
        yield Row(lambda: f" {settings().old_passphrase}", self._field("old"))
        yield Row(lambda: f" {settings().new_passphrase}", self._field("new"))
        yield Row(lambda: f" {settings().passphrase_again}", self._field("again"))

    @staticmethod
    def _field(key: str) -> Field:
        return Field(id=key, password=True, limit=_PASSPHRASE_LIMIT)

    def entered_last(self) -> None:
        """Enter in the last field saves."""
        self.do_save()

    def do_save(self) -> None:
        """Change the passphrase."""
        old, new, again = (self.query_one(f"#{key}", Field).value for key in ("old", "new", "again"))
        if new != again:
            self.notice.error(settings().different)
            return
        register = self.session.register
        self.run_in_thread(
            lambda: change_own_passphrase(register.folder, self.session.officer, old, new), self._leave, group="save"
        )

    def _leave(self, _: object) -> None:
        self.app.pop_screen()
        self.desk.tell(settings().passphrase_changed)
