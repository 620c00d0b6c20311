"""Whatever events of feedback arrive, in whatever order, they add up to some state, and always to the same one."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from hypothesis import given
from hypothesis import strategies as st

from communedb.domain.feedback_event import FeedbackEvent, FeedbackEventKind
from communedb.domain.feedback_state import project_feedback
from communedb.domain.feedback_steps import ENDED, FeedbackStatus
from communedb.domain.finding import FindingCode

if TYPE_CHECKING:
    from collections.abc import Sequence

START = datetime(2026, 11, 23, 1, tzinfo=UTC)
JSON = st.sampled_from(
    [None, 5, [], "e00", "2026-11-26T10:30:00Z", "2026-11-26T10:30:00", "0001-01-01T00:00:00Z", "mai"]
)
DETAILS = st.dictionaries(st.sampled_from(["to", "refuse_due", "ask_due", "place", "code", "field", "level"]), JSON)


@st.composite
def lives(draw: st.DrawFn) -> list[FeedbackEvent]:
    """Some events of any kind, sound or not, each by one of two stations."""
    kinds = draw(st.lists(st.sampled_from(FeedbackEventKind), max_size=12))
    events: list[FeedbackEvent] = []
    for number, kind in enumerate(kinds):
        happened = START + timedelta(hours=draw(st.integers(-50, 50)))
        events.append(
            FeedbackEvent(
                id=f"e{number:02}",
                kind=kind,
                clock=draw(st.integers(0, 5)),
                happened_at=happened,
                entered_at=START,
                officer=draw(st.sampled_from(["hoa", "dung"])),
                to_officer=draw(st.sampled_from([None, "hoa", "dung"])),
                takes_back=draw(st.sampled_from([None, *(event.id for event in events)])),
                due_at=draw(st.sampled_from([None, happened + timedelta(days=21)])),
                details=draw(DETAILS),
            )
        )
    return events


@given(lives(), st.randoms())
def test_any_events_in_any_order_and_repeated_have_one_state(events: list[FeedbackEvent], random: Any) -> None:
    """Total, and the same at every station."""
    state = project_feedback(events)
    shuffled = [*events, *events]
    random.shuffle(shuffled)
    assert project_feedback(shuffled) == state
    assert state.status in FeedbackStatus
    assert state.open == (not state.voided and state.status not in ENDED | {FeedbackStatus.NEW})
    assert (state.ended_at is not None) == (state.status in ENDED)
    assert not (state.paused and state.status is not FeedbackStatus.MORE_AWAITED)


def life(*kinds: str) -> Sequence[FeedbackEvent]:
    """One event an hour."""
    return [
        FeedbackEvent(
            id=f"e{at}",
            kind=FeedbackEventKind(kind),
            clock=at,
            happened_at=START + timedelta(hours=at),
            entered_at=START,
            officer="hoa",
        )
        for at, kind in enumerate(kinds)
    ]


def test_a_step_that_does_not_fit_is_a_finding_and_counts_all_the_same() -> None:
    """Two stations answered before they heard of each other: the first answer is when it was handled."""
    state = project_feedback(life("received", "answered", "answered"))
    assert [finding.code for finding in state.findings] == [FindingCode.FEEDBACK_CONTRADICTION]
    assert state.handled_at == START + timedelta(hours=1)
    assert project_feedback(life("received", "answered", "published")).findings == []
