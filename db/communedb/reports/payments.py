"""What was paid in a period, online and at the counter, paid back and let off; money in đồng.

What happened in the period counts; not what was taken back since, nor what belongs to a voided dossier.
"""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from communedb.domain.act import PaymentMethod
from communedb.domain.event import EventKind
from communedb.domain.moment import utc_text
from communedb.journal import clock
from communedb.reports.figures import Column, Figures, Kind, Row

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communedb.reports.figures import Asked, Value
    from communedb.sqlite import Database

NAME: Final = "payments"
COLUMNS: Final = (
    Column("method", Kind.TEXT),
    Column("dossiers"),
    Column("payments"),
    Column("paid", Kind.MONEY),
    Column("refunded", Kind.MONEY),
    Column("net", Kind.MONEY),
    Column("exempted_dossiers"),
    Column("exempted", Kind.MONEY),
)

UNSTATED: Final = "unstated"
"""The method of a payment of which nobody said how it was made."""

_PLACES: Final = {
    "online": (PaymentMethod.ONLINE.value,),
    "counter": (PaymentMethod.CASH.value, PaymentMethod.TRANSFER.value, UNSTATED),
}
_MOST: Final = 10**15


class _Money(NamedTuple):
    dossier: str
    kind: str
    method: str
    amount: int


def figures(db: Database, asked: Asked) -> Figures:
    """By where and how it was paid; a dossier paid in two ways stands in both rows and once in the sums."""
    moved: defaultdict[str, list[_Money]] = defaultdict(list)
    for one in _moved(db, asked):
        moved["exemption" if one.kind == EventKind.FEE_EXEMPTED else one.method].append(one)
    rows: list[Row] = []
    for place, methods in _PLACES.items():
        known = [method for method in methods if moved[method]]
        if known:
            of_place = [one for method in known for one in moved[method]]
            rows += [_row(f"{place}:", place, of_place, heading=True)]
            rows += [_row(f"{place}:{method}", method, moved[method]) for method in known]
    if moved["exemption"]:
        rows.append(_row("exemption:", "exemption", moved["exemption"], heading=True))
    every = [one for of in moved.values() for one in of]
    return Figures(NAME, asked.period, COLUMNS, tuple(rows), _row("", "", every))


def _row(key: str, text: str, moved: Sequence[_Money], *, heading: bool = False) -> Row:
    paid = [one for one in moved if one.kind == EventKind.FEE_PAID]
    refunded = [one for one in moved if one.kind == EventKind.FEE_REFUNDED]
    exempted = [one for one in moved if one.kind == EventKind.FEE_EXEMPTED]
    payers, let_off, paid_back = _dossiers(paid), _dossiers(exempted), _dossiers(refunded)
    cells: dict[str, Value] = {
        "method": text,
        "dossiers": len(payers),
        "payments": len(paid),
        "paid": _sum(paid),
        "refunded": _sum(refunded),
        "net": _sum(paid) - _sum(refunded),
        "exempted_dossiers": len(let_off),
        "exempted": _sum(exempted),
    }
    behind = {"dossiers": payers, "paid": payers, "refunded": paid_back, "exempted_dossiers": let_off}
    return Row(key, cells, {name: keys for name, keys in behind.items() if keys}, heading=heading)


def _dossiers(moved: Sequence[_Money]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.dossier for one in moved))


def _sum(moved: Sequence[_Money]) -> int:
    return sum(one.amount for one in moved)


# Nothing is entered before it happens: the index tells by the clock what may lie in the period. Its words are those of
# the partial index `event_money`.
_SQL: Final = """
SELECT e.dossier, e.kind, e.details
FROM event AS e INDEXED BY event_money
CROSS JOIN dossier_state AS s ON s.dossier = e.dossier CROSS JOIN dossier AS d ON d.id = e.dossier
WHERE e.kind IN ('fee_paid', 'fee_exempted', 'fee_refunded') AND e.clock >= :clock
  AND e.happened_at >= :start AND e.happened_at < :end
  AND s.voided = 0 AND (:unit IS NULL OR d.scope = :unit)
  AND NOT EXISTS (
    SELECT 1 FROM event AS t WHERE t.dossier = e.dossier AND t.kind = 'taken_back' AND t.takes_back = e.id
  )
ORDER BY e.happened_at, e.id
"""


def _moved(db: Database, asked: Asked) -> Iterator[_Money]:
    period = asked.period
    wanted = {
        "start": utc_text(period.start),
        "end": utc_text(period.end),
        "clock": clock.of(period.start),
        "unit": asked.unit,
    }
    for dossier, kind, text in db.conn.execute(_SQL, wanted).fetchall():
        try:
            details = json.loads(text)
            amount, method = details.get("amount", 0), str(details.get("method") or UNSTATED)
        except (ValueError, AttributeError, RecursionError):
            # It came from elsewhere in a shape that no desk writes, and counts for nothing in the dossier either.
            continue
        if isinstance(amount, int) and abs(amount) <= _MOST:
            yield _Money(dossier, kind, method if method in _KNOWN else UNSTATED, amount)


_KNOWN: Final = frozenset(method for methods in _PLACES.values() for method in methods)
