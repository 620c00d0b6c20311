"""Why an officer cannot do something now: what holds for a dossier, a task and feedback alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from communedb.domain.moment import local
from communedb.domain.officer import holds
from communedb.domain.refusal import Reason, Refused
from communetui.strings.reasons import reason_text

if TYPE_CHECKING:
    from datetime import date

    from communedb.domain.happening import Happening
    from communedb.domain.officer import Role


class Seen(Protocol):
    """What a view tells of the officer who looks at it."""

    @property
    def read_only(self) -> bool:
        """Whether the register is only read here."""

    @property
    def officer(self) -> str:
        """The officer's key."""

    @property
    def roles(self) -> frozenset[Role]:
        """The officer's roles."""

    @property
    def today(self) -> date:
        """The date on the desk's clock."""


def why_not_write(view: Seen | None, nothing_open: str) -> str | None:
    """Why nothing can be changed: nothing is open, or the register is only read here."""
    if view is None:
        return nothing_open
    return reason_text(Refused(Reason.READ_ONLY)) if view.read_only else None


def why_not_role(roles: frozenset[Role], needed: frozenset[Role]) -> str | None:
    """Why these roles are not enough; None if they are."""
    if holds(roles, needed):
        return None
    return reason_text(Refused(Reason.ROLE_NOT_ALLOWED, roles=", ".join(sorted(needed))))


def why_not_take_back(view: Seen, undoable: Happening | None, for_others: frozenset[Role]) -> str | None:
    """Why the last step cannot be taken back: the same officer may on the same day, `for_others` always."""
    if undoable is None:
        return reason_text(Refused(Reason.NOTHING_TO_TAKE_BACK))
    own_today = undoable.officer == view.officer and local(undoable.entered_at).date() == view.today
    if own_today or holds(view.roles, for_others):
        return None
    return reason_text(Refused(Reason.TAKE_BACK_NOT_ALLOWED))
