"""The till: what an officer took and gave back, counted against what lies there."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from pydantic import BaseModel, ConfigDict, Field

from communedb.domain.act import PaymentMethod
from communedb.domain.event import EventKind
from communedb.domain.intake import Prose
from communedb.domain.money import DONG_LIMIT

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from communedb.domain.event import Event

DENOMINATIONS: Final = (500_000, 200_000, 100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500)
"""Notes in use, in đồng, the largest first."""

MONEY: Final = frozenset({EventKind.FEE_PAID, EventKind.FEE_EXEMPTED, EventKind.FEE_REFUNDED})

UNSTATED: Final = "unstated"
"""The method of a payment that nobody named."""


class Count(BaseModel):
    """What was counted in the till: notes by denomination, or one sum."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    notes: dict[int, int] = {}
    total: int | None = Field(default=None, ge=0, le=DONG_LIMIT)
    explanation: Prose | None = None

    @property
    def amount(self) -> int:
        """The sum in đồng."""
        return self.total if self.total is not None else sum(worth * pieces for worth, pieces in self.notes.items())


@dataclass(frozen=True, slots=True)
class Receipts:
    """A run of money receipts of one series."""

    series: str
    first: str
    last: str
    count: int


@dataclass
class Till:
    """What an officer's events since the last close add up to, in đồng and by method.

    `undone` is money of an earlier close whose event or dossier was taken back since: it left the till again.
    """

    paid: dict[str, int] = field(default_factory=dict)
    refunded: dict[str, int] = field(default_factory=dict)
    undone: dict[str, int] = field(default_factory=dict)
    exempted: int = 0
    payments: int = 0
    refunds: int = 0
    receipts: tuple[Receipts, ...] = ()

    def net(self, method: str) -> int:
        """What came in by a method, less what went out again."""
        return self.paid.get(method, 0) - self.refunded.get(method, 0) - self.undone.get(method, 0)

    @property
    def cash(self) -> int:
        """What must lie in the till."""
        return self.net(PaymentMethod.CASH)


def till_of(histories: Iterable[Sequence[Event]], officer: str, station: str, since: int) -> Till:
    """Add up an officer's money at a station after the clock value `since`; a history is all events of one dossier.

    What was taken back or belongs to a void dossier does not count; if an earlier close counted it, it is taken off.
    """
    till = Till()
    payments: list[Event] = []
    for events in histories:
        mine = [e for e in events if e.kind in MONEY and (e.officer, e.station) == (officer, station)]
        gone, gone_before = _gone(events), _gone([e for e in events if e.clock <= since])
        for event in mine:
            if event.clock > since:
                if event.id not in gone:
                    _add(till, event)
                    payments += [event] if event.kind is EventKind.FEE_PAID else []
            else:
                _add_undone(till, event, (event.id in gone) - (event.id in gone_before))
    till.receipts = _receipts(sorted(payments, key=lambda event: event.order))
    return till


def _gone(events: Sequence[Event]) -> set[str]:
    """The keys of the events that do not stand: taken back, or all of them where the dossier is void."""
    gone = {e.takes_back for e in events if e.kind is EventKind.TAKEN_BACK and e.takes_back}
    void = any(e.kind is EventKind.VOIDED and e.id not in gone for e in events)
    return {e.id for e in events} if void else gone


def _add(till: Till, event: Event) -> None:
    amount, method = _amount(event), _method(event)
    if event.kind is EventKind.FEE_PAID:
        till.payments += 1
        till.paid[method] = till.paid.get(method, 0) + amount
    elif event.kind is EventKind.FEE_REFUNDED:
        till.refunds += 1
        till.refunded[method] = till.refunded.get(method, 0) + amount
    else:
        till.exempted += amount


def _add_undone(till: Till, event: Event, change: int) -> None:
    """Take off what went (`change` 1), or put back what stands again (-1)."""
    sign = {EventKind.FEE_PAID: 1, EventKind.FEE_REFUNDED: -1}.get(event.kind, 0)
    if sign and change:
        method = _method(event)
        till.undone[method] = till.undone.get(method, 0) + sign * change * _amount(event)


def _amount(event: Event) -> int:
    return int(event.details.get("amount", 0))


def _method(event: Event) -> str:
    return str(event.details.get("method") or UNSTATED)


def _receipts(payments: Sequence[Event]) -> tuple[Receipts, ...]:
    """The receipts by series, in the order in which the series were begun."""
    numbers: dict[str, list[str]] = {}
    for event in payments:
        if number := str(event.details.get("receipt_number") or ""):
            numbers.setdefault(str(event.details.get("receipt_series") or ""), []).append(number)
    return tuple(Receipts(series, given[0], given[-1], len(given)) for series, given in numbers.items())
