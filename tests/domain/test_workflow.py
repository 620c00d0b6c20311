"""The workflow's table and the projection of events into a state."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communedb.domain.event import Event, EventKind
from communedb.domain.finding import FindingCode
from communedb.domain.officer import Role
from communedb.domain.projection import project
from communedb.domain.status import NATIONAL_CODES, Status
from communedb.domain.workflow import STEPS, offered

START = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
K, S = EventKind, Status


def event(number: int, kind: EventKind, **facts: object) -> Event:
    at = START + timedelta(hours=number)
    given_facts = {"id": f"e{number}", "clock": number, "happened_at": at, "entered_at": at, "officer": "hoa"}
    return Event.model_validate(given_facts | {"kind": kind} | facts)


def life(*kinds: EventKind | tuple[EventKind, dict[str, object]]) -> list[Event]:
    pairs = [(k, {}) if isinstance(k, EventKind) else k for k in kinds]
    return [event(number, kind, **facts) for number, (kind, facts) in enumerate(pairs, start=1)]


STOPS = {"details": {"pauses": True}}


@pytest.mark.parametrize(
    ("story", "status"),
    [
        ([], S.DRAFT),
        ([K.RECEIVED], S.RECEIVED),
        ([K.RECEIVED, K.HANDED_OVER], S.PROCESSING),
        ([K.RECEIVED, (K.SUPPLEMENT_REQUESTED, STOPS)], S.SUPPLEMENT_AWAITED),
        ([K.RECEIVED, (K.SUPPLEMENT_REQUESTED, STOPS), K.SUPPLEMENT_RECEIVED], S.RECEIVED),
        ([K.RECEIVED, K.HANDED_OVER, (K.SUPPLEMENT_REQUESTED, STOPS), K.SUPPLEMENT_RECEIVED], S.PROCESSING),
        ([K.RECEIVED, K.HANDED_OVER, (K.FEE_REQUESTED, STOPS), K.FEE_PAID], S.PROCESSING),
        ([K.RECEIVED, K.FEE_PAID], S.RECEIVED),
        ([K.RECEIVED, K.HANDED_OVER, (K.SUPPLEMENT_REQUESTED, STOPS), K.FEE_PAID], S.SUPPLEMENT_AWAITED),
        ([K.RECEIVED, K.HANDED_OVER, K.AGENCY_ASKED, K.AGENCY_ANSWERED], S.PROCESSING),
        ([K.RECEIVED, K.HANDED_OVER, K.DECIDED, K.SENT_BACK], S.PROCESSING),
        ([K.RECEIVED, K.HANDED_OVER, K.EXTENDED, K.DECIDED, K.RESULT_READY, K.RETURNED], S.RETURNED),
        ([K.RECEIVED, K.REFUSED], S.REFUSED),
        ([K.RECEIVED, K.WITHDRAWN], S.WITHDRAWN),
        ([K.RECEIVED, K.HANDED_OVER, K.STOPPED], S.STOPPED),
        ([K.RECEIVED, K.NOTED, K.CORRECTED], S.RECEIVED),
        ([K.RECEIVED, K.HANDED_OVER, K.DECIDED, K.HANDED_OVER], S.DECIDED),
        ([K.RECEIVED, (K.SUPPLEMENT_REQUESTED, STOPS), K.HANDED_OVER], S.SUPPLEMENT_AWAITED),
        ([K.RECEIVED, (K.FEE_REQUESTED, STOPS), K.FEE_EXEMPTED], S.RECEIVED),
        ([K.RECEIVED, K.FEE_PAID, K.FEE_REFUNDED], S.RECEIVED),
    ],
)
def test_events_add_up_to_a_status(story: list[object], status: Status) -> None:
    assert project(life(*story)).status is status


def test_every_status_has_a_national_code_and_every_code_is_used() -> None:
    assert set(NATIONAL_CODES) == set(Status)
    assert set(NATIONAL_CODES.values()) == set(range(1, 11))


def test_a_step_taken_back_leaves_no_trace_in_the_state() -> None:
    story = life(K.RECEIVED, K.HANDED_OVER, (K.SUPPLEMENT_REQUESTED, STOPS))
    undone = [*story, event(4, K.TAKEN_BACK, takes_back="e3")]

    state = project(undone)

    assert (state.status, state.supplements, state.paused) == (S.PROCESSING, 0, False)
    assert state.undoable is not None
    assert state.undoable.id == "e2"


def test_a_voided_dossier_is_out_of_every_count_until_the_voiding_is_taken_back() -> None:
    story = life(K.RECEIVED, K.VOIDED)
    assert project(story).voided
    assert not project(story).open
    restored = project([*story, event(3, K.TAKEN_BACK, takes_back="e2")])
    assert restored.open
    assert not restored.voided


def test_the_end_that_counts_is_the_first_of_ready_and_returned() -> None:
    state = project(life(K.RECEIVED, K.HANDED_OVER, K.DECIDED, K.RESULT_READY, K.RETURNED))
    assert state.ended_at == START + timedelta(hours=4)
    assert state.returned_at == START + timedelta(hours=5)


def test_a_result_sent_back_is_open_again() -> None:
    state = project(life(K.RECEIVED, K.HANDED_OVER, K.DECIDED, K.RESULT_READY, K.SENT_BACK))
    assert state.open
    assert state.ended_at is None


def test_two_waits_are_two_pauses_and_two_supplements() -> None:
    ask, answer = (K.SUPPLEMENT_REQUESTED, STOPS), K.SUPPLEMENT_RECEIVED
    state = project(life(K.RECEIVED, ask, answer, ask, answer))
    assert state.supplements == 2
    assert [(p.start.hour, p.end.hour if p.end else None) for p in state.pauses] == [(3, 4), (5, 6)]


def test_waiting_for_another_agency_leaves_the_clock_running_unless_said() -> None:
    assert not project(life(K.RECEIVED, K.HANDED_OVER, K.AGENCY_ASKED)).paused
    assert project(life(K.RECEIVED, K.HANDED_OVER, (K.AGENCY_ASKED, STOPS))).paused


def test_an_impossible_event_from_elsewhere_is_listed_as_work() -> None:
    state = project(life(K.RECEIVED, K.RETURNED, K.DECIDED))
    assert [f.code for f in state.findings] == [FindingCode.CONTRADICTING_EVENT] * 2


def test_a_clock_set_back_does_not_reorder_events() -> None:
    first = event(1, K.RECEIVED)
    later = event(2, K.HANDED_OVER).model_copy(update={"happened_at": START - timedelta(days=730)})
    assert project([later, first]).status is S.PROCESSING


@pytest.mark.parametrize(
    ("status", "role", "kinds"),
    [
        (
            S.RECEIVED,
            Role.RECEPTION,
            "handed_over accepted declined supplement_requested fee_requested fee_paid fee_exempted fee_refunded"
            " refused withdrawn noted",
        ),
        (
            S.PROCESSING,
            Role.LEADER,
            "handed_over accepted declined fee_exempted agency_asked extended decided refused stopped noted",
        ),
        (
            S.RESULT_READY,
            Role.RECEPTION,
            "handed_over accepted declined fee_paid fee_exempted fee_refunded returned noted",
        ),
        (S.RETURNED, Role.SPECIALIST, "noted"),
    ],
)
def test_a_role_decides_which_steps_are_offered(status: Status, role: Role, kinds: str) -> None:
    assert [s.kind.value for s in offered(status, frozenset({role}))] == kinds.split()


def test_nothing_is_offered_on_a_voided_dossier() -> None:
    assert offered(S.RECEIVED, frozenset({Role.ADMINISTRATOR}), voided=True) == []


def test_from_every_open_status_there_is_a_way_to_the_end() -> None:
    reached = {S.RECEIVED}
    frontier = [S.RECEIVED]
    while frontier:
        status = frontier.pop()
        for step in STEPS.values():
            targets = {step.target} if step.target else {S.RECEIVED, S.PROCESSING} if step.resumes else {status}
            new = {t for t in targets if t and status in step.sources} - reached
            reached |= new
            frontier += new
    assert reached == set(Status) - {S.DRAFT}


TO_DUNG = (K.HANDED_OVER, {"to_officer": "dung"})
BY_DUNG = {"officer": "dung"}


@pytest.mark.parametrize(
    ("story", "responsible", "papers_with", "offered_to"),
    [
        ([K.RECEIVED], "hoa", "hoa", ""),
        ([K.RECEIVED, TO_DUNG], "dung", "hoa", "dung"),
        ([K.RECEIVED, TO_DUNG, (K.ACCEPTED, BY_DUNG)], "dung", "dung", ""),
        ([K.RECEIVED, TO_DUNG, (K.DECLINED, BY_DUNG)], "hoa", "hoa", ""),
        ([K.RECEIVED, (K.HANDED_OVER, {"to_officer": "hoa"})], "hoa", "hoa", ""),
        ([K.RECEIVED, TO_DUNG, (K.HANDED_OVER, {"to_officer": "mai"})], "mai", "hoa", "mai"),
        ([K.RECEIVED, TO_DUNG, K.WITHDRAWN], "dung", "hoa", ""),
    ],
)
def test_papers_change_hands_when_they_are_accepted(
    story: list[object], responsible: str, papers_with: str, offered_to: str
) -> None:
    state = project(life(*story))
    assert (state.holder, state.papers_with, state.offered_to) == (responsible, papers_with, offered_to)


def test_money_paid_exempted_and_paid_back_are_counted_apart() -> None:
    paid, exempt, back = ({"details": {"amount": amount}} for amount in (50_000, 10_000, 20_000))
    state = project(life(K.RECEIVED, (K.FEE_PAID, paid), (K.FEE_EXEMPTED, exempt), (K.FEE_REFUNDED, back)))
    assert (state.fee_paid, state.fee_exempt) == (30_000, 10_000)


KINDS = st.sampled_from(list(EventKind))


@given(st.lists(KINDS, max_size=12), st.randoms())
def test_any_events_in_any_order_any_number_of_times_give_the_same_state(
    kinds: list[EventKind], random: object
) -> None:
    story = life(*kinds)
    story = [e.model_copy(update={"takes_back": f"e{e.clock - 1}"}) if e.kind is K.TAKEN_BACK else e for e in story]
    expected = project(story)
    shuffled = [*story, *story[:3]]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert project(shuffled) == expected
    assert all(a.end is not None and a.end <= b.start for a, b in pairwise(expected.pauses))
