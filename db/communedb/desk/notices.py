"""Entering a notice, reading it, and taking it back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from communedb.desk.above import require_hub
from communedb.domain.moment import local
from communedb.domain.officer import Role
from communedb.domain.refusal import Reason, Refused
from communedb.domain.text import clean
from communedb.domain.workflow import ANYONE
from communedb.stores.notices import read_notice
from communedb.transaction import new_id

if TYPE_CHECKING:
    from communedb.domain.notice import NewNotice
    from communedb.transaction import Write

MAY_WITHDRAW: Final = frozenset({Role.LEADER, Role.ADMINISTRATOR})
"""Who takes back what another officer entered."""

_REASON_LIMIT: Final = 500


def add_notice(tx: Write, notice: NewNotice, scope: str | None = None) -> str:
    """Enter a notice and return its key; who enters one has read it.

    Another `scope` is a hub's to write in, for all its communes or for one; see `desk.above`. Refused: ONLY_A_HUB,
    NOTICE_DAY_IN_FUTURE.
    """
    tx.require(ANYONE)
    if scope is not None:
        require_hub(tx)
    if notice.issued_on > local(tx.now).date():
        raise Refused(Reason.NOTICE_DAY_IN_FUTURE, field="issued_on", issued=notice.issued_on)
    key = new_id()
    tx.insert(
        "notice",
        {
            "id": key,
            "scope": scope or tx.scope,
            **notice.model_dump(mode="json"),
            "station": tx.by.station,
            "officer": tx.by.officer,
            "entered_at": tx.stamp(),
            "active": 1,
        },
    )
    if scope is None:
        mark_read(tx, key)
    return key


def mark_read(tx: Write, notice: str) -> bool:
    """Note that this officer has read a notice; False when that was noted before. Refused: UNKNOWN_NOTICE."""
    if read_notice(tx.db, notice, tx.by.officer).read_at is not None:
        return False
    row = {"id": new_id(), "scope": tx.scope, "notice": notice, "officer": tx.by.officer, "station": tx.by.station}
    tx.insert("notice_read", row | {"read_at": tx.stamp()})
    return True


def withdraw_notice(tx: Write, notice: str, reason: str) -> None:
    """Take a notice back: it leaves Home and the list, and stays in the register with the reason.

    Refused: UNKNOWN_NOTICE, NOTICE_WITHDRAWN, NOTICE_FROM_ABOVE for what another level wrote, ROLE_NOT_ALLOWED for what
    another officer entered, REASON_MISSING.
    """
    kept = read_notice(tx.db, notice)
    if kept.from_above:
        raise Refused(Reason.NOTICE_FROM_ABOVE, title=kept.title)
    if kept.officer != tx.by.officer:
        tx.require(MAY_WITHDRAW)
    take_back(tx, notice, reason)


def take_back(tx: Write, notice: str, reason: str) -> None:
    """What withdrawing does, without asking who may. Refused: UNKNOWN_NOTICE, NOTICE_WITHDRAWN, REASON_MISSING."""
    if not read_notice(tx.db, notice).active:
        raise Refused(Reason.NOTICE_WITHDRAWN)
    words = clean(reason, _REASON_LIMIT)
    if not words:
        raise Refused(Reason.REASON_MISSING, field="reason")
    tx.update("notice", notice, {"active": 0, "withdrawn_reason": words})
