"""Codes for paper receipts: reserved before the power fails, each used by one late entry or by none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from communedb.desk.codes import reserve_code
from communedb.domain.event import EventKind
from communedb.domain.refusal import Reason, Refused
from communedb.domain.workflow import STEPS

if TYPE_CHECKING:
    from datetime import date

    from communedb.transaction import Write

MOST_BLANKS: Final = 100
"""Codes that one call reserves at most: more receipts than a centre writes by hand in a day."""


def reserve_codes(tx: Write, day: date, number: int) -> tuple[str, ...]:
    """Take the next `number` dossier codes of a day out of the station's counter, for receipts written by hand.

    No dossier that is entered by itself ever gets one of them. Refused: ROLE_NOT_ALLOWED unless the officer may
    receive, BLANKS_OUT_OF_RANGE.
    """
    tx.require(STEPS[EventKind.RECEIVED].roles)
    if not 1 <= number <= MOST_BLANKS:
        raise Refused(Reason.BLANKS_OUT_OF_RANGE, number=number, most=MOST_BLANKS)
    codes = tuple(reserve_code(tx, day) for _ in range(number))
    for code in codes:
        row = {"code": code, "day": day.isoformat(), "reserved_at": tx.stamp(), "officer": tx.by.officer}
        tx.insert("reserved_code", row)
    return codes


def use_reserved(tx: Write, code: str, dossier: str) -> str:
    """Give a reserved code to the dossier (its key) that is entered late from the paper; the code as it was reserved.

    Letters may be typed small or capital. Refused: CODE_NOT_RESERVED (not of this station), CODE_ALREADY_USED.
    """
    found = tx.db.conn.execute(
        "SELECT code, dossier FROM reserved_code WHERE code = ? COLLATE NOCASE", (code.strip(),)
    ).fetchone()
    if found is None:
        raise Refused(Reason.CODE_NOT_RESERVED, code=code.strip())
    if found[1] is not None:
        raise Refused(Reason.CODE_ALREADY_USED, code=found[0])
    tx.db.conn.execute("UPDATE reserved_code SET dossier = ? WHERE code = ?", (dossier, found[0]))
    return str(found[0])
