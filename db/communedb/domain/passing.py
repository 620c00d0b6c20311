"""The way of a dossier's papers from hand to hand, as the control slip (form 06) and the hand-over list tell it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from communedb.domain.calendar import to_the_minute
from communedb.domain.due_state import DueState, closed_state
from communedb.domain.event import Event, EventKind

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime


@dataclass(frozen=True)
class Passing:
    """The papers went, or were offered, from one hand to the next.

    `giver` is empty for the citizen, `taken_at` None while nobody has accepted, `left_at` None while the taker has
    them still. `standing` is how the promise stood when they left the taker: EARLY, ON_TIME or LATE at the
    end of the work, IN_TIME or OVERDUE on the way; NONE while it is not known.
    """

    event: str
    giver: str
    taker: str
    given_at: datetime
    taken_at: datetime | None = None
    left_at: datetime | None = None
    purpose: str = ""
    note: str = ""
    declined: bool = False
    standing: DueState = DueState.NONE


_ENDS = frozenset({
    EventKind.RESULT_READY, EventKind.RETURNED, EventKind.REFUSED, EventKind.WITHDRAWN, EventKind.STOPPED,
})  # fmt: skip
"""The first of these ends the work that the promise is about."""


def passings(events: Iterable[Event]) -> list[Passing]:
    """Every passing, the first one first; whatever was taken back did not happen."""
    ordered = sorted({event.id: event for event in events}.values(), key=lambda event: event.order)
    gone = {event.takes_back for event in ordered if event.kind is EventKind.TAKEN_BACK}
    way: list[Passing] = []
    due: datetime | None = None
    ended = False
    for event in ordered:
        if event.id in gone:
            continue
        _pass(way, event, due)
        due = event.due_at or due
        if event.kind is EventKind.SENT_BACK:
            ended = False
        elif event.kind in _ENDS and way and not ended:
            ended = True
            _stand(way, due, event.happened_at)
    return way


def _pass(way: list[Passing], event: Event, due: datetime | None) -> None:
    """What one event does to the way of the papers."""
    at, details = event.happened_at, event.details
    if event.kind is EventKind.RECEIVED:
        way.append(Passing(event.id, "", event.to_officer or event.officer, at, taken_at=at))
    elif event.kind is EventKind.HANDED_OVER:
        note, purpose = event.reason or "", str(details.get("purpose", ""))
        _leave(way, due, at)
        way.append(Passing(event.id, event.officer, event.to_officer or "", at, purpose=purpose, note=note))
    elif event.kind is EventKind.ACCEPTED and way:
        way[-1] = replace(way[-1], taker=event.officer, taken_at=at)
    elif event.kind is EventKind.DECLINED and way:
        way[-1] = replace(way[-1], declined=True, note=event.reason or "")


def _holder(way: list[Passing]) -> int | None:
    """The place of the last one who took the papers."""
    return next((place for place in reversed(range(len(way))) if way[place].taken_at), None)


def _leave(way: list[Passing], due: datetime | None, at: datetime) -> None:
    """The last one who took the papers gives them away."""
    holder = _holder(way)
    if holder is None:
        return
    last = way[holder]
    standing = last.standing
    if standing is DueState.NONE and due is not None:
        late = to_the_minute(at) > to_the_minute(due)
        standing = DueState.OVERDUE if late else DueState.IN_TIME
    way[holder] = replace(last, left_at=at, standing=standing)


def _stand(way: list[Passing], due: datetime | None, ended_at: datetime) -> None:
    """The work ended in the hands of the last one who took the papers."""
    holder = _holder(way)
    if holder is not None and due is not None:
        way[holder] = replace(way[holder], standing=closed_state(due, ended_at))
