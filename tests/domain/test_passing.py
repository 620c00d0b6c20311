"""The way of a dossier's papers from hand to hand: a table of courses and what form 06 tells of each."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communedb.domain.event import Event, EventKind
from communedb.domain.passing import passings

HOA, DUNG, MAI = "Lê Thị Hoa", "Nguyễn Văn Dũng", "Phan Thị Mai"


def at(clock: str) -> datetime:
    return datetime.strptime(f"2026-11-{clock}", "%Y-%m-%d %H:%M").replace(tzinfo=UTC)


def course(*steps: tuple[str, str, str, str | None]) -> list[Event]:
    """`(day and time, kind, officer, to whom)`; the promise is the 25th at 10:00."""
    return [
        Event(
            id=f"e{number}",
            kind=EventKind(kind),
            clock=number,
            happened_at=at(when),
            entered_at=at(when),
            officer=officer,
            to_officer=to if kind != "taken_back" else None,
            takes_back=to if kind == "taken_back" else None,
            reason="Thiếu tờ 2" if kind == "declined" else None,
            due_at=at("25 10:00") if kind == "received" else None,
            details={"purpose": "work"} if kind == "handed_over" else {},
        )
        for number, (when, kind, officer, to) in enumerate(steps)
    ]


RECEIVED = ("23 01:00", "received", HOA, None)
GIVEN = ("23 02:00", "handed_over", HOA, DUNG)
TAKEN = ("23 03:00", "accepted", DUNG, None)


@pytest.mark.parametrize(
    ("steps", "told"),
    [
        ([RECEIVED], [("", HOA, True, "none")]),
        ([RECEIVED, GIVEN], [("", HOA, True, "in_time"), (HOA, DUNG, False, "none")]),
        ([RECEIVED, GIVEN, TAKEN], [("", HOA, True, "in_time"), (HOA, DUNG, True, "none")]),
        (
            [RECEIVED, GIVEN, ("23 03:00", "declined", DUNG, None), ("23 04:00", "handed_over", HOA, MAI)],
            [("", HOA, True, "in_time"), (HOA, DUNG, False, "none"), (HOA, MAI, False, "none")],
        ),
        ([RECEIVED, GIVEN, ("23 02:30", "taken_back", HOA, "e1")], [("", HOA, True, "none")]),
        (
            [RECEIVED, GIVEN, TAKEN, ("26 01:00", "handed_over", DUNG, MAI), ("26 02:00", "accepted", MAI, None)],
            [("", HOA, True, "in_time"), (HOA, DUNG, True, "overdue"), (DUNG, MAI, True, "none")],
        ),
        (
            [RECEIVED, GIVEN, TAKEN, ("24 01:00", "decided", MAI, None), ("24 02:00", "result_ready", DUNG, None),
             ("24 03:00", "handed_over", DUNG, HOA)],
            [("", HOA, True, "in_time"), (HOA, DUNG, True, "early"), (DUNG, HOA, False, "none")],
        ),
        (
            [RECEIVED, ("25 10:00", "result_ready", HOA, None), ("27 01:00", "returned", HOA, None)],
            [("", HOA, True, "on_time")],
        ),
        ([RECEIVED, GIVEN, TAKEN, ("25 10:01", "refused", DUNG, None)],
         [("", HOA, True, "in_time"), (HOA, DUNG, True, "late")]),
    ],
)  # fmt: skip
def test_a_course_is_told_from_hand_to_hand(
    steps: list[tuple[str, str, str, str | None]], told: list[tuple[str, str, bool, str]]
) -> None:
    way = passings(course(*steps))

    assert [(one.giver, one.taker, one.taken_at is not None, one.standing.value) for one in way] == told


def test_who_does_not_accept_says_why_and_the_papers_stay() -> None:
    _, offered = passings(course(RECEIVED, GIVEN, ("23 03:00", "declined", DUNG, None)))

    assert (offered.declined, offered.note, offered.taken_at) == (True, "Thiếu tờ 2", None)


@given(st.lists(st.sampled_from([kind.value for kind in EventKind]), max_size=12), st.randoms())
def test_any_events_in_any_order_have_a_way(kinds: list[str], random: object) -> None:
    events = course(*(("23 01:00", kind, HOA, DUNG) for kind in kinds))
    shuffled = [*events, *events[:3]]
    random.shuffle(shuffled)  # type: ignore[attr-defined]

    assert passings(shuffled) == passings(events)
