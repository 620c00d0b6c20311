"""From events to the state of a dossier: total, whatever the events and whatever their order of arrival."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from communedb.domain.event import Event, EventKind
from communedb.domain.finding import Finding, FindingCode
from communedb.domain.happening import in_order, taken_back
from communedb.domain.status import ENDED, WAITING, Status
from communedb.domain.workflow import NEVER_TAKEN_BACK, STEPS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime


@dataclass(frozen=True)
class Pause:
    """A wait that stops the clock; `end` is None while it lasts."""

    start: datetime
    end: datetime | None
    event: str


@dataclass
class State:
    """What the events of a dossier add up to; separate axes, one dossier.

    `holder` is the officer responsible, `papers_with` who has the papers on the table, `offered_to` to whom a hand-over
    was offered that is not accepted yet. `fee_paid` is what was paid less what was paid back (`fee_refunded`), in đồng.
    `late` says that it was entered later than it was received, `mark` how the citizen found the service and `marked_by`
    who entered that, `latest` when the last thing happened, whichever that is: a wrong clock may put it before the
    `last` that was written.
    """

    status: Status = Status.DRAFT
    voided: bool = False
    late: bool = False
    received_at: datetime | None = None
    since: datetime | None = None
    due_at: datetime | None = None
    due_expected: bool = False
    pauses: list[Pause] = field(default_factory=list)
    supplements: int = 0
    holder: str = ""
    papers_with: str = ""
    offered_to: str = ""
    before_wait: Status = Status.RECEIVED
    fee_paid: int = 0
    fee_exempt: int = 0
    fee_refunded: int = 0
    mark: str = ""
    marked_by: str = ""
    ended_at: datetime | None = None
    returned_at: datetime | None = None
    latest: datetime | None = None
    last: Event | None = None
    undoable: Event | None = None
    findings: list[Finding] = field(default_factory=list)

    @property
    def paused(self) -> bool:
        """Whether the clock stands still."""
        return bool(self.pauses) and self.pauses[-1].end is None

    @property
    def open(self) -> bool:
        """Whether the desk still owes something here."""
        return not self.voided and self.status not in ENDED and self.status is not Status.DRAFT


def project(events: Iterable[Event]) -> State:
    """The state of a dossier after these events, in the order of the hybrid clock; repeated events count once."""
    ordered = in_order(events)
    gone = taken_back(ordered)
    state = State()
    for event in ordered:
        state.last = event
        state.latest = max(state.latest or event.happened_at, event.happened_at)
        if event.id in gone:
            continue
        if event.kind is EventKind.VOIDED:
            state.voided = True
        elif event.kind in STEPS:
            _apply(state, event)
        if event.kind not in NEVER_TAKEN_BACK:
            state.undoable = event
    return state


def _apply(state: State, event: Event) -> None:
    step = STEPS[event.kind]
    if state.status not in step.sources:
        # Impossible for an officer here; it may arrive from elsewhere, and then somebody has to look at it.
        state.findings.append(
            Finding(
                code=FindingCode.CONTRADICTING_EVENT, facts={"event": event.kind.value, "status": state.status.value}
            )
        )
    _count(state, event)
    target = _target(state, event)
    if target in WAITING and state.status not in WAITING:
        state.before_wait = state.status
    if target is not state.status:
        state.since = event.happened_at
        state.status = target
    _turn_clock(state, event, resumed=step.resumes and target not in WAITING)
    _close(state, event)


def _target(state: State, event: Event) -> Status:
    step = STEPS[event.kind]
    if step.target is not None:
        return step.target
    if event.kind in {EventKind.FEE_PAID, EventKind.FEE_EXEMPTED}:
        return state.before_wait if state.status is Status.FEE_AWAITED else state.status
    if event.kind is EventKind.HANDED_OVER:
        return Status.PROCESSING if state.status is Status.RECEIVED else state.status
    if step.resumes:
        return state.before_wait if state.status in WAITING else state.status
    return state.status


def _count(state: State, event: Event) -> None:
    if event.kind is EventKind.RECEIVED:
        state.received_at = state.received_at or event.happened_at
        state.late = bool(event.details.get("late"))
    if event.kind is EventKind.SUPPLEMENT_REQUESTED:
        state.supplements += 1
    if event.kind is EventKind.RATED:
        state.mark = str(event.details.get("mark", ""))
        state.marked_by = str(event.details.get("marked_by", ""))
    _count_money(state, event)
    _pass_on(state, event)


def _count_money(state: State, event: Event) -> None:
    amount = int(event.details.get("amount", 0))
    if event.kind is EventKind.FEE_PAID:
        state.fee_paid += amount
    elif event.kind is EventKind.FEE_REFUNDED:
        state.fee_paid -= amount
        state.fee_refunded += amount
    elif event.kind is EventKind.FEE_EXEMPTED:
        state.fee_exempt += amount


def _pass_on(state: State, event: Event) -> None:
    """Who is responsible, and who has the papers: two things while a hand-over is on its way."""
    if event.kind is EventKind.RECEIVED:
        state.holder = state.papers_with = event.to_officer or event.officer
    elif event.kind is EventKind.HANDED_OVER:
        state.holder = event.to_officer or event.officer
        # Nobody accepts from himself.
        state.offered_to = state.holder if state.holder != state.papers_with else ""
    elif event.kind is EventKind.ACCEPTED:
        state.holder = state.papers_with = event.officer
        state.offered_to = ""
    elif event.kind is EventKind.DECLINED:
        state.holder = state.papers_with
        state.offered_to = ""


def _turn_clock(state: State, event: Event, *, resumed: bool) -> None:
    if event.details.get("pauses") and not state.paused:
        state.pauses.append(Pause(event.happened_at, None, event.id))
    elif state.paused and (resumed or state.status in ENDED):
        state.pauses[-1] = Pause(state.pauses[-1].start, event.happened_at, state.pauses[-1].event)
    if event.due_at is not None:
        state.due_at, state.due_expected = event.due_at, event.due_expected


def _close(state: State, event: Event) -> None:
    """The end that counts for the deadline: the first of result ready, returned, refused, withdrawn, stopped."""
    if state.status is Status.RETURNED:
        state.returned_at = state.returned_at or event.happened_at
    if state.status in ENDED:
        # Nobody waits for papers of what is over.
        state.offered_to = ""
    if state.status in ENDED or state.status is Status.RESULT_READY:
        state.ended_at = state.ended_at or event.happened_at
    else:
        state.ended_at = state.returned_at = None
