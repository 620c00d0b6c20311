"""What the app needs of the register's door: who may come in, and what an open session is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communedb.domain.officer import Role
    from communetui.places import Place


class OfficerName(NamedTuple):
    """An officer who may unlock, as the Unlock screen shows them."""

    id: str
    name: str


class Session(Protocol):
    """One officer at work: screens of a concrete app know more about theirs."""

    @property
    def name(self) -> str:
        """The officer's name, shown in the title line."""

    @property
    def roles(self) -> frozenset[Role]:
        """What the officer may do."""

    def keep_place(self, places: Sequence[Place]) -> None:
        """Remember where the officer is, without waiting."""

    def last_places(self) -> Sequence[Place]:
        """Where the officer was; called in a thread."""

    def is_blank(self, code: str) -> bool:
        """Whether a code stands on a handwritten receipt that is not entered yet; called in a thread."""

    def fresh_text(self, room: int) -> str:
        """How fresh other stations are, in at most so many cells; empty for a station that is alone. Must be quick."""

    def close(self) -> None:
        """Close the register; called in a thread, once."""


class Door(Protocol):
    """How the app gets from the Unlock screen to a session. Both methods that touch files are called in threads."""

    def officers(self) -> Sequence[OfficerName]:
        """Who has a key, in the order in which they are offered; read without any passphrase."""

    def open_session(self, officer_id: str, passphrase: str) -> Session:
        """Open the register with an officer's key; `Refused` says why not."""

    def is_code(self, text: str) -> bool:
        """Whether a scanned text is a dossier code of this office; asked often, must be quick."""
