"""Marking a report as sent: its figures and its lists are kept as they are at this moment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from communedb.domain.officer import Role
from communedb.domain.refusal import Reason, Refused
from communedb.domain.text import clean
from communedb.reports.figures import Asked
from communedb.reports.named import report
from communedb.stores.calendar import read_calendar
from communedb.stores.sent_reports import packed, sent
from communedb.stores.units import reported_unit
from communedb.transaction import new_id

if TYPE_CHECKING:
    from communedb.domain.period import Period
    from communedb.transaction import Write

MAY_SEND: Final = frozenset({Role.LEADER, Role.ADMINISTRATOR})
"""Who answers for what goes up (decision 0074)."""

_MOST_BYTES: Final = 16_000_000
_NOTE: Final = 500


def send_report(tx: Write, name: str, period: Period, note: str = "") -> str:
    """Keep a report of this unit as the one that goes up, and return its key; sent again, it corrects the one before.

    It is made in this very transaction, so that what is kept is what the register says. Refused: ROLE_NOT_ALLOWED,
    UNKNOWN_REPORT, PERIOD_NOT_BEGUN, REPORT_TOO_LARGE.
    """
    tx.require(MAY_SEND)
    if period.start > tx.now:
        raise Refused(Reason.PERIOD_NOT_BEGUN, first=f"{period.first:%d/%m/%Y}")
    figures = report(tx.db, name, Asked(period, tx.now, tx.known(read_calendar), reported_unit(tx.db)))
    before = sent(tx.db, name, period, tx.scope)
    text = packed(figures, before.id if before else None)
    if len(text.encode()) > _MOST_BYTES:
        raise Refused(Reason.REPORT_TOO_LARGE, dossiers=len(figures.rows))
    key = new_id()
    tx.insert(
        "sent_report",
        {
            "id": key,
            "scope": tx.scope,
            "report": name,
            "first_on": period.first.isoformat(),
            "last_on": period.last.isoformat(),
            "period": period.name,
            "figures": text,
            "note": clean(note, _NOTE) or None,
            "station": tx.by.station,
            "officer": tx.by.officer,
            "sent_at": tx.stamp(),
        },
    )
    return key
