"""What happens to a dossier, a task or feedback: added and never changed, so that what they add up to has one order."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, Final, TypeVar

from pydantic import BaseModel, ConfigDict

if TYPE_CHECKING:
    from collections.abc import Iterable

TAKEN_BACK: Final = "taken_back"
"""The kind, in every life, of what undoes an earlier step."""


class Happening(BaseModel):
    """One thing that happened, as the register keeps it; times are aware."""

    model_config = ConfigDict(frozen=True)

    id: str
    kind: str
    rank: int = 0
    clock: int
    place: int = 0
    happened_at: datetime
    entered_at: datetime
    officer: str
    station: str = ""
    to_officer: str | None = None
    reason: str | None = None
    takes_back: str | None = None
    details: dict[str, Any] = {}

    @property
    def order(self) -> tuple[int, int, int, str]:
        """Where it stands among others: by the hybrid clock, which a wrongly set PC clock cannot turn back.

        `rank` goes before it where several stations wrote: what had been seen comes first, whatever the clocks say.
        """
        return (self.rank, self.clock, self.place, self.id)


H = TypeVar("H", bound=Happening)


def in_order(happenings: Iterable[H]) -> list[H]:
    """The happenings in their order; repeated ones count once."""
    return sorted({one.id: one for one in happenings}.values(), key=lambda one: one.order)


def taken_back(ordered: Iterable[Happening]) -> set[str]:
    """The keys of those that a later one took back."""
    return {one.takes_back for one in ordered if one.kind == TAKEN_BACK and one.takes_back}
