"""Closing the till: counted against recorded, officer by officer, close by close."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communedb.desk.act import act
from communedb.desk.cash import close_cash
from communedb.desk.mend import take_back, void
from communedb.desk.receive import receive
from communedb.domain.act import Act
from communedb.domain.cash import Count, till_of
from communedb.domain.event import Event
from communedb.domain.intake import Intake
from communedb.domain.moment import VIETNAM, local, parse_utc
from communedb.domain.refusal import Reason, Refused
from communedb.stores.cash import next_money_receipt, read_closes, read_till

if TYPE_CHECKING:
    from tests.centre import Centre

    from communedb.domain.cash import Till
    from communedb.register import Register


def received(register: Register) -> str:
    intake = {"procedure_code": "2.001035", "applicant": {"name": "Phan Văn Tài", "id_number": "046090012345"}}
    return register.write(receive, Intake.model_validate(intake)).dossier


def pay(register: Register, amount: int, method: str = "cash", **given: Any) -> str:
    dossier = received(register)
    facts = {"kind": "fee_paid", "amount": amount, "method": method}
    register.write(act, dossier, Act.model_validate(facts | given))
    return dossier


def till(register: Register) -> Till:
    return read_till(register.db, register.by.officer, register.by.station, register.now()).till


def close(register: Register, **count: Any) -> Any:
    return register.write(close_cash, Count.model_validate(count))


def test_a_morning_is_counted_note_by_note(centre: Centre) -> None:
    reception = centre.open("reception")
    pay(reception, 50_000, receipt_series="AA/26", receipt_number="0000128")
    pay(reception, 14_000, receipt_series="AA/26", receipt_number="0000129")
    pay(reception, 50_000, "transfer")
    refunded = pay(reception, 50_000)
    give_back = {"kind": "fee_refunded", "amount": 20_000, "method": "cash", "reason": "Thu thừa"}
    reception.write(act, refunded, Act.model_validate(give_back))
    assert (till(reception).cash, till(reception).net("transfer")) == (94_000, 50_000)

    closed = close(reception, notes={50_000: 1, 20_000: 2, 2_000: 2})

    assert (closed.recorded, closed.counted, closed.difference, closed.explanation) == (94_000, 94_000, 0, None)
    assert closed.details["notes"] == {"50000": 1, "20000": 2, "2000": 2}
    assert closed.details["receipts"] == [{"series": "AA/26", "first": "0000128", "last": "0000129", "count": 2}]
    assert next_money_receipt(reception.db, reception.by.officer, reception.by.station) == ("AA/26", "0000130")


def test_the_evening_begins_where_the_noon_ended(centre: Centre) -> None:
    reception = centre.open("reception")
    pay(reception, 50_000)
    close(reception, total=50_000)
    # In the same second as the close, by the clock of the wall.
    pay(reception, 7_000)
    centre.clock.set("2026-11-23 17:00")
    closed = close(reception, total=7_000)

    assert closed.recorded == 7_000
    assert [one.recorded for one in read_closes(reception.db, reception.by.officer)] == [7_000, 50_000]
    assert closed.from_at == parse_utc("2026-11-23T01:00:00Z")


def test_a_difference_is_explained_or_nothing_is_closed(centre: Centre) -> None:
    reception = centre.open("reception")
    pay(reception, 50_000)
    with pytest.raises(Refused) as refused:
        close(reception, total=48_000)
    assert refused.value.reason is Reason.CASH_DIFFERENCE_UNEXPLAINED
    assert refused.value.facts["difference"] == "-2.000 đ"
    assert read_closes(reception.db) == []

    closed = close(reception, total=48_000, explanation="Thối nhầm 2.000 đ cho công dân")
    assert closed.difference == -2_000


def test_an_officer_counts_only_what_that_officer_took(centre: Centre) -> None:
    reception, administrator = centre.open("reception"), centre.open("administrator")
    pay(administrator, 50_000)
    assert till(reception).cash == 0
    with pytest.raises(Refused):
        close(centre.open("specialist"), total=0)


def test_money_undone_before_the_close_never_was_and_after_it_goes_out_again(centre: Centre) -> None:
    reception, leader = centre.open("reception"), centre.open("leader")
    mistaken = pay(reception, 14_000)
    reception.write(take_back, mistaken, "Gõ nhầm số tiền")
    kept = pay(reception, 50_000)
    assert till(reception).cash == 50_000
    close(reception, total=50_000)

    leader.write(void, kept, "Nhập nhầm")
    assert till(reception).cash == -50_000
    assert till(reception).undone == {"cash": 50_000}


def test_before_the_first_close_the_day_counts(centre: Centre) -> None:
    """A register that took money for months has not all of it in the till."""
    reception = centre.open("reception")
    pay(reception, 50_000)
    centre.clock.set("2026-11-25 08:00")
    pay(reception, 7_000)

    opened = read_till(reception.db, reception.by.officer, reception.by.station, reception.now())
    assert (opened.till.cash, opened.closed_before) == (7_000, False)
    assert local(opened.since).hour == 0


def test_a_note_that_does_not_exist_is_a_slip(centre: Centre) -> None:
    with pytest.raises(Refused) as refused:
        close(centre.open("reception"), notes={30_000: 1})
    assert refused.value.reason is Reason.CASH_NOTES_UNKNOWN


def test_the_till_is_read_by_its_own_indexes(centre: Centre) -> None:
    """At a million dossiers a scan of all events would take a minute; the indexes hold money and undoing alone."""
    reception = centre.open("reception")
    asked: list[str] = []
    connection = reception.db.conn
    connection.set_trace_callback(asked.append)
    till(reception)
    connection.set_trace_callback(None)

    plans = ["".join(str(row[3]) for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}")) for sql in asked]
    assert any("event_money" in plan for plan in plans)
    assert any("event_undoing" in plan for plan in plans)
    assert any("cash_close_officer" in plan for plan in plans)
    assert not any("SCAN" in plan for plan in plans)


AT = parse_utc("2026-11-23T02:00:00Z").astimezone(VIETNAM)


@st.composite
def histories(draw: st.DrawFn) -> list[list[Event]]:
    """A few dossiers whose money is paid, paid back, taken back and voided in any order."""
    clock, made = 0, []
    for _ in range(draw(st.integers(1, 3))):
        events: list[Event] = []
        for _ in range(draw(st.integers(1, 6))):
            clock += 1
            kind = draw(st.sampled_from(["fee_paid", "fee_refunded", "taken_back", "voided"]))
            backs = draw(st.sampled_from([e.id for e in events])) if events and kind == "taken_back" else None
            if kind == "taken_back" and backs is None:
                continue
            details = {"amount": draw(st.integers(1, 9)) * 1_000, "method": "cash"}
            facts = {"id": f"e{clock}", "kind": kind, "clock": clock, "takes_back": backs, "details": details}
            events.append(Event.model_validate(facts | {"happened_at": AT, "entered_at": AT, "officer": "hoa"}))
        made.append(events)
    return made


@given(history=histories(), closes=st.lists(st.integers(0, 20), max_size=3))
def test_however_often_the_till_is_closed_the_sum_is_what_stands(history: list[list[Event]], closes: list[int]) -> None:
    """Each close sees what was known at its time; together they give what stands in the end."""
    ends = [*sorted(closes), 10**6]
    added, since = 0, 0
    for end in ends:
        known = [[e for e in events if e.clock <= end] for events in history]
        added += till_of(known, "hoa", "", since).cash
        since = end
    assert added == till_of(history, "hoa", "", 0).cash
