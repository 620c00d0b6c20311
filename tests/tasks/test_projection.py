"""Any set of events of a task has a state, whatever arrives and in whatever order."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st

from communedb.domain.finding import FindingCode
from communedb.domain.task_event import Extension, TaskEvent, TaskKind
from communedb.domain.task_projection import project_task
from communedb.domain.task_status import status_of

if TYPE_CHECKING:
    from collections.abc import Sequence

FIRST = datetime(2026, 11, 23, 1, tzinfo=UTC)
PEOPLE = ("hoa", "dũng", "mai")
days = st.integers(0, 90).map(lambda after: date(2026, 11, 1) + timedelta(days=after))
details = st.fixed_dictionaries(
    {},
    optional={
        "percent": st.integers(0, 100),
        "disbursed": st.integers(0, 10**9),
        "no_work": st.booleans(),
        "seen": st.integers(0, 3),
        "replaces": st.sampled_from(["e00", "e01", "e02"]),
        "field": st.sampled_from(["due_on", "title"]),
    },
)


@st.composite
def histories(draw: st.DrawFn) -> list[TaskEvent]:
    kinds = draw(st.lists(st.sampled_from(TaskKind), max_size=14))
    made = []
    for number, kind in enumerate(kinds):
        moment = FIRST + timedelta(hours=number)
        made.append(
            TaskEvent(
                id=f"e{number:02}",
                kind=kind,
                clock=draw(st.integers(0, 20)),
                happened_at=moment,
                entered_at=moment,
                officer=draw(st.sampled_from(PEOPLE)),
                to_officer=draw(st.none() | st.sampled_from(PEOPLE)),
                due_on=draw(st.none() | days),
                period=draw(st.none() | st.sampled_from(["2026-W48", "2026-W49"])),
                takes_back=f"e{draw(st.integers(0, 14)):02}" if kind is TaskKind.TAKEN_BACK else None,
                details=draw(details),
            )
        )
    return made


@settings(max_examples=25)
@given(histories(), st.randoms())
def test_every_history_has_one_state_whatever_the_order_of_arrival(history: list[TaskEvent], chance: Any) -> None:
    state = project_task(history)
    shuffled = [*history, *history[:3]]  # repetition changes nothing either
    chance.shuffle(shuffled)
    assert project_task(shuffled) == state

    assert 0 <= state.percent <= 100
    assert (state.extension is Extension.NONE) is (state.asked_due_on is None)
    assert (state.offered_due_on is not None) is (state.extension is Extension.COUNTERED)
    assert not (state.completed_on is not None and state.extension is not Extension.NONE)
    status_of(state.percent, state.started_on, state.completed_on, state.due_on, date(2026, 12, 1))


@settings(max_examples=25)
@given(histories())
def test_the_due_date_moves_only_by_an_answered_request_or_a_correction(history: list[TaskEvent]) -> None:
    """Against an independent reading: every due date that a state shows stands in an event that may set it."""
    setting = {
        TaskKind.CREATED, TaskKind.EXTENSION_APPROVED, TaskKind.EXTENSION_COUNTERED, TaskKind.CORRECTED,
    }  # fmt: skip
    allowed = {None} | {event.due_on for event in history if event.kind in setting}
    state = project_task(history)
    assert state.due_on in allowed
    answers = sum(event.kind in {TaskKind.EXTENSION_APPROVED, TaskKind.COUNTER_ACCEPTED} for event in history)
    asked = sum(event.kind is TaskKind.EXTENSION_ASKED for event in history)
    assert state.extensions <= min(answers, asked)


def events(*steps: tuple[TaskKind, date | None]) -> Sequence[TaskEvent]:
    return [
        TaskEvent(
            id=f"e{n}", kind=kind, clock=n, happened_at=FIRST, entered_at=FIRST, officer="mai", due_on=due
        )
        for n, (kind, due) in enumerate(steps)
    ]  # fmt: skip


def test_two_approvals_of_one_request_the_first_holds_and_the_second_is_a_finding() -> None:
    first, second = date(2027, 1, 31), date(2027, 2, 28)
    state = project_task(
        events(
            (TaskKind.CREATED, date(2026, 12, 31)),
            (TaskKind.EXTENSION_ASKED, first),
            (TaskKind.EXTENSION_APPROVED, first),
            (TaskKind.EXTENSION_APPROVED, second),
        )
    )
    assert (state.due_on, state.extensions) == (first, 1)
    assert [finding.code for finding in state.findings] == [FindingCode.TASK_STEP_CONTRADICTS]


def test_progress_written_elsewhere_after_the_completion_changes_nothing_and_is_a_finding() -> None:
    state = project_task(events((TaskKind.CREATED, None), (TaskKind.COMPLETED, None), (TaskKind.PROGRESSED, None)))
    assert (state.percent, state.completed_on) == (100, date(2026, 11, 23))
    assert [finding.facts["task_event"] for finding in state.findings] == ["progressed"]
