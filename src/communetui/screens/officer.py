"""The form for an officer: a new one with a first passphrase, or changes to one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communedb.desk.officers import add_officer, change_officer, reset_passphrase
from communedb.domain.officer import Role
from communedb.stores.officers import read_officer
from communetui.screens.base import FormScreen
from communetui.strings.settings import settings
from communetui.strings.values import values
from communetui.widgets.choice import Choice, Option
from communetui.widgets.field import Field
from communetui.widgets.row import Row

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import ComposeResult

    from communedb.journal.pen import Shown
    from communedb.stores.officers import Officer

_PASSPHRASE_LIMIT = 1_000


class OfficerScreen(FormScreen[None]):
    """Name, roles, passphrase twice; an empty passphrase keeps the one there is."""

    NAME = "officer"
    AUTO_FOCUS = "#name"

    def __init__(self, officer: Officer | None = None, shown: Mapping[str, Shown] | None = None) -> None:
        super().__init__()
        self._officer = officer
        self._seen = shown or {}

    def heading(self) -> str:
        """What the form is for."""
        return settings().change_officer if self._officer else settings().new_officer

    def body(self) -> ComposeResult:
        """The rows."""
        held = self._officer.roles if self._officer else frozenset({Role.RECEPTION})
        yield Row(lambda: f" {settings().officer_name}", Field(self._officer.name if self._officer else "", id="name"))
        for role in Role:
            options = [Option(False, lambda: settings().no), Option(True, lambda: settings().yes)]
            choice = Choice(options, value=role in held, id=f"role-{role.value}")
            yield Row(lambda role=role: f" {values().role[role.value]}", choice)  # type: ignore[misc]
        hint = (lambda: settings().keep_passphrase) if self._officer else None
        yield Row(
            lambda: f" {settings().passphrase}",
            Field(id="passphrase", password=True, limit=_PASSPHRASE_LIMIT, hint=hint),
        )
        yield Row(lambda: f" {settings().passphrase_again}", Field(id="again", password=True, limit=_PASSPHRASE_LIMIT))

    def entered_last(self) -> None:
        """Enter in the last field saves."""
        self.do_save()

    def do_save(self) -> None:
        """Write the officer and, where one was typed, the passphrase."""
        name, passphrase = self.query_one("#name", Field).value, self.query_one("#passphrase", Field).value
        if passphrase != self.query_one("#again", Field).value:
            self.notice.error(settings().different)
            return
        roles = frozenset(role for role in Role if self.query_one(f"#role-{role.value}", Choice).value)
        register, officer, seen = self.session.register, self._officer, self._seen

        def work() -> None:
            if officer is None:
                register.write(
                    add_officer, register.folder, register.data_key, name=name, roles=roles, passphrase=passphrase
                )
                return
            now = read_officer(register.db, officer.id)
            # What was left as it stood in the form is not written over what has come in since.
            register.write_as_shown(
                seen,
                change_officer,
                register.folder,
                officer.id,
                name=now.name if name == officer.name else name,
                roles=now.roles if roles == officer.roles else roles,
            )
            if passphrase:
                register.write(reset_passphrase, register.folder, register.data_key, officer.id, passphrase)

        self.run_in_thread(work, lambda _: self._leave(name), group="save", hold=True)

    def _leave(self, name: str) -> None:
        self.app.pop_screen()
        self.desk.tell(settings().officer_saved.format(name=name))
