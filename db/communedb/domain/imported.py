"""What one row of an office's spreadsheet, or of another system's export, tells of a dossier."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from communedb.domain.event import EventKind
from communedb.domain.moment import VIETNAM
from communedb.domain.refusal import Reason, Refused
from communedb.domain.status import ENDED, WAITING, Status

if TYPE_CHECKING:
    from collections.abc import Mapping

    from communedb.domain.intake import OutsideCode

K, S = EventKind, Status


@dataclass(frozen=True, slots=True)
class Stamp:
    """A day, with the time of the clock if the file tells it."""

    day: date
    clock: time | None = None

    def at(self, clock: time) -> datetime:
        """The instant; `clock` where the file tells none."""
        return datetime.combine(self.day, self.clock or clock, VIETNAM)


@dataclass(frozen=True, slots=True)
class Imported:
    """One row, read and checked by itself; what is None or not in `facts` the row does not tell.

    `facts` are columns of a dossier that may be corrected later, as the register keeps them. `ended` is when the
    handling ended, `returned` when the result was handed out. `officer` is a name.
    """

    code: str
    facts: Mapping[str, str | int] = field(default_factory=dict)
    applicant_kind: str | None = None
    procedure_code: str = ""
    procedure_name: str = ""
    field_name: str = ""
    fee: int | None = None
    received: Stamp | None = None
    due: Stamp | None = None
    ended: Stamp | None = None
    returned: Stamp | None = None
    status: Status | None = None
    officer: str = ""
    outside_codes: tuple[OutsideCode, ...] = ()

    @property
    def told_status(self) -> Status | None:
        """The status that the row states, or that its dates tell."""
        if self.status is not None:
            return self.status
        if self.returned is not None:
            return S.RETURNED
        return S.RESULT_READY if self.ended is not None else None

    @property
    def end(self) -> Stamp | None:
        """When the handling ended: the day of the return where no other is given."""
        return self.ended or self.returned

    def check(self) -> None:
        """Refuse a row whose dates cannot all be true, or whose status lacks the date that it needs."""
        order = [("received", self.received), ("ended", self.ended), ("returned", self.returned)]
        given = [(name, stamp.day) for name, stamp in order if stamp is not None]
        if self.received is not None and self.due is not None:
            _in_order("received", self.received.day, "due", self.due.day)
        for (earlier, first), (later, second) in pairwise(given):
            _in_order(earlier, first, later, second)
        told = self.told_status
        if told in ENDED | {S.RESULT_READY} and self.end is None:
            raise Refused(Reason.IMPORT_FACT_MISSING, column="returned" if told is S.RETURNED else "ended")


def _in_order(earlier: str, first: date, later: str, second: date) -> None:
    if second < first:
        raise Refused(Reason.IMPORT_DATES_REVERSED, column=earlier, first=first, other=later, second=second)


_CHAIN: Final = (S.RECEIVED, S.PROCESSING, S.DECIDED, S.RESULT_READY, S.RETURNED)
_FORWARD: Final = MappingProxyType(
    {S.PROCESSING: K.HANDED_OVER, S.DECIDED: K.DECIDED, S.RESULT_READY: K.RESULT_READY, S.RETURNED: K.RETURNED}
)
_ASIDE: Final = MappingProxyType({
    S.SUPPLEMENT_AWAITED: K.SUPPLEMENT_REQUESTED,
    S.FEE_AWAITED: K.FEE_REQUESTED,
    S.AGENCY_AWAITED: K.AGENCY_ASKED,
    S.REFUSED: K.REFUSED,
    S.WITHDRAWN: K.WITHDRAWN,
    S.STOPPED: K.STOPPED,
})  # fmt: skip
_RESUMED: Final = MappingProxyType({
    S.SUPPLEMENT_AWAITED: K.SUPPLEMENT_RECEIVED,
    S.FEE_AWAITED: K.FEE_PAID,
    S.AGENCY_AWAITED: K.AGENCY_ANSWERED,
})  # fmt: skip
_WORKING: Final = (S.RECEIVED, S.PROCESSING)


def steps_between(present: Status, wanted: Status, before_wait: Status = S.RECEIVED) -> tuple[EventKind, ...] | None:
    """The events that lead from one status to a later one, none when it is there; None when no way leads forward."""
    if present is wanted:
        return ()
    if present in WAITING:
        if wanted in _ASIDE and wanted not in WAITING:
            return (_ASIDE[wanted],)
        rest = steps_between(before_wait, wanted)
        return None if rest is None else (_RESUMED[present], *rest)
    if wanted in _ASIDE:
        if present not in _WORKING:
            return None
        # Who waits has begun to work on it.
        begun = (K.HANDED_OVER,) if wanted in WAITING and present is S.RECEIVED else ()
        return (*begun, _ASIDE[wanted])
    if present not in _CHAIN or wanted not in _CHAIN or _CHAIN.index(wanted) < _CHAIN.index(present):
        return None
    return tuple(_FORWARD[one] for one in _CHAIN[_CHAIN.index(present) + 1 : _CHAIN.index(wanted) + 1])
