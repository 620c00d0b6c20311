"""From events to the state of feedback: total, whatever the events and whatever their order of arrival."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from communedb.domain.feedback_event import FeedbackEvent, FeedbackEventKind
from communedb.domain.feedback_steps import ENDED, NEVER_TAKEN_BACK, STEPS, FeedbackStatus
from communedb.domain.finding import Finding, FindingCode
from communedb.domain.happening import in_order, taken_back
from communedb.domain.moment import parse_utc

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

K, S = FeedbackEventKind, FeedbackStatus


@dataclass
class FeedbackState:
    """What the events of feedback add up to.

    `handle_due_at` is by when to answer, `publish_due_at` by when to publish the answer; `refuse_due_at` and
    `ask_due_at` are the two earlier limits. `handled_at` is the end that counts: the first of answered, refused,
    resolved, closed; whoever closes while more was awaited ended with the asking. `escalated_to` are the keys of the
    feedback that it became at the higher level.
    """

    status: FeedbackStatus = S.NEW
    voided: bool = False
    received_at: datetime | None = None
    refuse_due_at: datetime | None = None
    ask_due_at: datetime | None = None
    handle_due_at: datetime | None = None
    handle_expected: bool = False
    publish_due_at: datetime | None = None
    publish_expected: bool = False
    waits: list[tuple[datetime, datetime | None]] = field(default_factory=list)
    holder: str = ""
    asked_at: datetime | None = None
    refused_at: datetime | None = None
    answered_at: datetime | None = None
    answer: str = ""
    published_at: datetime | None = None
    resolved_at: datetime | None = None
    closed_at: datetime | None = None
    handled_at: datetime | None = None
    escalated_to: list[str] = field(default_factory=list)
    last: FeedbackEvent | None = None
    undoable: FeedbackEvent | None = None
    findings: list[Finding] = field(default_factory=list)

    @property
    def paused(self) -> bool:
        """Whether the clock stands still."""
        return bool(self.waits) and self.waits[-1][1] is None

    @property
    def open(self) -> bool:
        """Whether somebody still waits for something."""
        return not self.voided and self.status not in ENDED and self.status is not S.NEW

    @property
    def due(self) -> tuple[datetime | None, bool]:
        """What is owed next, and whether a day that it relies on is not announced yet."""
        if self.status is S.ANSWERED:
            return self.publish_due_at, self.publish_expected
        return self.handle_due_at, self.handle_expected

    @property
    def ended_at(self) -> datetime | None:
        """When it was handled, once nothing more is owed."""
        return self.handled_at if self.status in ENDED else None


def project_feedback(events: Iterable[FeedbackEvent]) -> FeedbackState:
    """The state after these events, in the order of the hybrid clock; repeated events count once."""
    ordered = in_order(events)
    gone = taken_back(ordered)
    state = FeedbackState()
    for event in ordered:
        state.last = event
        if event.id in gone:
            continue
        if event.kind is K.VOIDED:
            state.voided = True
        elif event.kind in STEPS:
            _apply(state, event)
        if event.kind not in NEVER_TAKEN_BACK:
            state.undoable = event
    if len(state.escalated_to) > 1:
        state.findings.append(
            Finding(code=FindingCode.FEEDBACK_ESCALATED_TWICE, facts={"count": str(len(state.escalated_to))})
        )
    return state


def _apply(state: FeedbackState, event: FeedbackEvent) -> None:
    step = STEPS[event.kind]
    if state.status not in step.sources:
        # Impossible for an officer here; it may arrive from elsewhere, and then somebody has to look at it.
        state.findings.append(
            Finding(
                code=FindingCode.FEEDBACK_CONTRADICTION,
                facts={"feedback_step": event.kind.value, "feedback_status": state.status.value},
            )
        )
    target = step.target or state.status
    if event.kind is K.ASSIGNED and state.status is S.RECEIVED:
        target = S.PROCESSING
    state.status = target
    _turn_clock(state, event)
    _promise(state, event)
    _note(state, event)
    _close(state, event)


def _turn_clock(state: FeedbackState, event: FeedbackEvent) -> None:
    waiting = state.status is S.MORE_AWAITED
    if waiting and not state.paused:
        state.waits.append((event.happened_at, None))
    elif state.paused and not waiting:
        state.waits[-1] = (state.waits[-1][0], event.happened_at)


def _promise(state: FeedbackState, event: FeedbackEvent) -> None:
    if event.kind is K.RECEIVED:
        state.received_at = state.received_at or event.happened_at
        state.refuse_due_at, state.ask_due_at = _instant(event, "refuse_due"), _instant(event, "ask_due")
    if event.due_at is None:
        return
    if event.kind is K.ANSWERED:
        state.publish_due_at, state.publish_expected = event.due_at, event.due_expected
    else:
        state.handle_due_at, state.handle_expected = event.due_at, event.due_expected


def _note(state: FeedbackState, event: FeedbackEvent) -> None:
    match event.kind:
        case K.ASSIGNED:
            state.holder = event.to_officer or event.officer
        case K.MORE_ASKED:
            state.asked_at = state.asked_at or event.happened_at
        case K.ANSWERED:
            state.answered_at, state.answer = event.happened_at, event.reason or ""
        case K.RESOLVED:
            state.resolved_at, state.answer = event.happened_at, event.reason or ""
        case K.PUBLISHED:
            state.published_at = event.happened_at
        case K.REFUSED:
            state.refused_at, state.answer = event.happened_at, event.reason or ""
        case K.CLOSED:
            state.closed_at = event.happened_at
        case K.ESCALATED:
            became = event.details.get("to")
            state.escalated_to += [became] if isinstance(became, str) and became not in state.escalated_to else []


def _close(state: FeedbackState, event: FeedbackEvent) -> None:
    if event.kind is K.REOPENED:
        state.answered_at = state.published_at = state.resolved_at = state.refused_at = state.closed_at = None
        state.publish_due_at, state.publish_expected = None, False
    if state.status in ENDED or state.status is S.ANSWERED:
        waited = state.waits[-1] if state.waits else None
        since_asked = waited is not None and event.kind is K.CLOSED and waited[1] == event.happened_at
        state.handled_at = state.handled_at or (waited[0] if waited and since_asked else event.happened_at)
    else:
        state.handled_at = None


def _instant(event: FeedbackEvent, name: str) -> datetime | None:
    """An instant in the details of an event; None for what no desk writes."""
    text = event.details.get(name)
    try:
        found = parse_utc(text) if isinstance(text, str) else None
    except ValueError:
        return None
    return found if found is not None and found.tzinfo is not None and 1 < found.year < 9999 else None
