"""The log of the Community Digital Technology Team: a line entered, corrected, or voided."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from communedb.domain.officer import Role
from communedb.domain.refusal import Reason, Refused
from communedb.domain.text import clean
from communedb.domain.workflow import ANYONE
from communedb.stores.support import read_support
from communedb.transaction import new_id

if TYPE_CHECKING:
    from collections.abc import Mapping

    from communedb.domain.support import NewSupport
    from communedb.stores.support import Support
    from communedb.transaction import Write

MAY_CORRECT_OTHERS: Final = frozenset({Role.LEADER, Role.ADMINISTRATOR})
"""Who changes a line that another officer entered."""

_REASON_LIMIT: Final = 500


def add_support(tx: Write, support: NewSupport) -> str:
    """Enter one time of help and return its key. Refused: as `NewSupport.check`."""
    tx.require(ANYONE)
    support.check(tx.today)
    key = new_id()
    facts = {"station": tx.by.station, "officer": tx.by.officer, "entered_at": tx.stamp(), "active": 1}
    tx.insert("support", {"id": key, "scope": tx.scope, **_columns(support), **facts})
    return key


def correct_support(tx: Write, support: str, now: NewSupport) -> tuple[str, ...]:
    """Change a line to what it should say; which columns that changed. History keeps what they were.

    Refused: UNKNOWN_SUPPORT, SUPPORT_VOIDED, NOTHING_CHANGED, ROLE_NOT_ALLOWED, as `NewSupport.check`.
    """
    kept = _live(tx, support)
    now.check(tx.today)
    changed = {name: value for name, value in _columns(now).items() if value != _kept(kept, name)}
    if not changed:
        raise Refused(Reason.NOTHING_CHANGED, field="support")
    tx.update("support", support, changed)
    return tuple(changed)


def void_support(tx: Write, support: str, reason: str) -> None:
    """Strike a line that should not be there: it counts nowhere and stays in the register with the reason.

    Refused: UNKNOWN_SUPPORT, SUPPORT_VOIDED, ROLE_NOT_ALLOWED, REASON_MISSING.
    """
    _live(tx, support)
    words = clean(reason, _REASON_LIMIT)
    if not words:
        raise Refused(Reason.REASON_MISSING, field="reason")
    tx.update("support", support, {"active": 0, "void_reason": words})


def _live(tx: Write, support: str) -> Support:
    kept = read_support(tx.db, support)
    if not kept.active:
        raise Refused(Reason.SUPPORT_VOIDED)
    if kept.officer != tx.by.officer:
        tx.require(MAY_CORRECT_OTHERS)
    return kept


def _kept(kept: Support, name: str) -> Any:
    value = getattr(kept, name)
    return int(value) if name == "filed_online" else value or None


def _columns(support: NewSupport) -> Mapping[str, str | int | None]:
    told = support.model_dump(mode="json")
    return {**{name: value or None for name, value in told.items()}, "filed_online": int(support.filed_online)}
