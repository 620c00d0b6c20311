"""Closing the till: what an officer took is counted against what is recorded, at noon and in the evening."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from communedb.domain.cash import DENOMINATIONS
from communedb.domain.moment import utc_text
from communedb.domain.money import format_dong
from communedb.domain.officer import Role
from communedb.domain.refusal import Reason, Refused
from communedb.stores.cash import OpenTill, read_close, read_till
from communedb.transaction import as_json, new_id

if TYPE_CHECKING:
    from communedb.domain.cash import Count
    from communedb.stores.cash import Close
    from communedb.transaction import Write

_RECEPTION = frozenset({Role.RECEPTION})


def close_cash(tx: Write, count: Count) -> Close:
    """Close this officer's till at this station; the next one begins here.

    Refused: CASH_NOTES_UNKNOWN, and CASH_DIFFERENCE_UNEXPLAINED when counted and recorded differ without a word why.
    """
    tx.require(_RECEPTION)
    unknown = sorted(set(count.notes) - set(DENOMINATIONS)) + [n for n in count.notes.values() if n < 0]
    if unknown:
        raise Refused(Reason.CASH_NOTES_UNKNOWN, value=format_dong(unknown[0]))
    opened = read_till(tx.db, tx.by.officer, tx.by.station, tx.now)
    difference = count.amount - opened.till.cash
    if difference and not count.explanation:
        raise Refused(
            Reason.CASH_DIFFERENCE_UNEXPLAINED, field="explanation", recorded=format_dong(opened.till.cash),
            difference=format_dong(difference),
        )  # fmt: skip
    key = new_id()
    tx.insert(
        "cash_close",
        {
            "id": key,
            "scope": tx.scope,
            "officer": tx.by.officer,
            "station": tx.by.station,
            "from_at": utc_text(opened.since),
            "until_at": tx.stamp(),
            "until_clock": tx.clock,
            "recorded": opened.till.cash,
            "counted": count.amount,
            "explanation": count.explanation or None,
            "details": as_json(_details(opened, count)),
        },
    )
    closed = read_close(tx.db, key)
    if closed is None:  # pragma: no cover - written a moment ago
        raise Refused(Reason.WRITE_FAILED)
    return closed


def _details(opened: OpenTill, count: Count) -> dict[str, Any]:
    till = opened.till
    notes = {str(worth): count.notes[worth] for worth in DENOMINATIONS if count.notes.get(worth)}
    return {
        "paid": till.paid,
        "refunded": till.refunded,
        "undone": {method: amount for method, amount in till.undone.items() if amount},
        "exempted": till.exempted,
        "payments": till.payments,
        "refunds": till.refunds,
        "receipts": [asdict(run) for run in till.receipts],
        "notes": notes if count.total is None else {},
    }
