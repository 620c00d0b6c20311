"""Codes of other systems, noted on a dossier after its reception."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communedb.desk.act import live_state
from communedb.desk.receive import add_outside_code
from communedb.domain.refusal import Reason, Refused
from communedb.domain.workflow import ANYONE

if TYPE_CHECKING:
    from communedb.domain.intake import OutsideCode
    from communedb.transaction import Write


def note_outside_code(tx: Write, dossier: str, outside: OutsideCode) -> str:
    """Note under which code another system knows the dossier; it is found by that code from then on.

    Refused when the code is missing, or the dossier has it already.
    """
    tx.require(ANYONE)
    live_state(tx, dossier)
    if not outside.code:
        raise Refused(Reason.OUTSIDE_CODE_MISSING, field="code")
    known = tx.db.conn.execute(
        "SELECT 1 FROM outside_code WHERE dossier = ? AND system = ? AND code = ? AND active = 1",
        (dossier, outside.system, outside.code),
    ).fetchone()
    if known:
        raise Refused(Reason.NOTHING_CHANGED, field="outside_code")
    return add_outside_code(tx, dossier, outside.system, outside.code)
