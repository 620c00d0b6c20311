"""Events of a dossier, between their rows and the domain's model."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communedb.domain.event import Event
from communedb.domain.finding import Finding, FindingCode
from communedb.domain.moment import parse_utc, utc_text
from communedb.domain.projection import State, project
from communedb.stores.happenings import add_happening, facts_of, is_instant, read_happenings

if TYPE_CHECKING:
    from datetime import datetime

    from communedb.domain.event import EventKind
    from communedb.sqlite import Database
    from communedb.transaction import Write


def read_events(db: Database, dossier: str) -> list[Event]:
    """All events of a dossier that can be read, as they lie in the register."""
    return read_happenings(db, "event", ("dossier", dossier), _event)[0]


def read_state(db: Database, dossier: str) -> State:
    """What the events of a dossier add up to."""
    events, unreadable = read_happenings(db, "event", ("dossier", dossier), _event)
    state = project(events)
    for kind in unreadable:
        state.findings.append(Finding(code=FindingCode.EVENT_UNREADABLE, facts={"kind": kind}))
    return state


def add_event(
    tx: Write,
    dossier: str,
    kind: EventKind,
    *,
    happened_at: datetime | None = None,
    due: tuple[datetime, bool] | None = None,
    details: dict[str, Any] | None = None,
    **fields: str | None,
) -> str:
    """Write one event of this transaction's officer and return its key; `due` is (instant, expected)."""
    return add_happening(
        tx, "event", ("dossier", dossier), kind.value,
        happened_at=happened_at,
        details=details,
        due_at=utc_text(due[0]) if due else None,
        due_expected=int(due[1]) if due else None,
        **fields,
    )  # fmt: skip


def _event(row: dict[str, Any]) -> Event | None:
    event = Event(
        **facts_of(row),
        form=row["form"],
        due_at=parse_utc(row["due_at"]) if row["due_at"] else None,
        due_expected=bool(row["due_expected"]),
    )
    amount = event.details.get("amount", 0)
    is_sound = isinstance(amount, int) and abs(amount) <= _MOST_MONEY
    return event if is_sound and is_instant(event.due_at) else None


_MOST_MONEY = 10**15
"""Đồng that one event can speak of: with more, the sums of a dossier would leave what a column holds."""
