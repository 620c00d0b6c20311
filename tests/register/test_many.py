"""One step with many dossiers: what can goes through, what cannot stays as it was."""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communedb.desk.act import act
from communedb.desk.codes import reserve_code
from communedb.desk.many import act_on_many, for_each
from communedb.desk.mend import take_back
from communedb.desk.receive import receive
from communedb.domain.act import Act, HandOver
from communedb.domain.dossier_filter import DossierFilter
from communedb.domain.event import EventKind
from communedb.domain.intake import Intake
from communedb.domain.refusal import Reason, Refused
from communedb.reports.today import today
from communedb.stores.dossier import read_dossier
from communedb.stores.dossier_derived import stale
from communedb.stores.dossier_list import DossierList, rows_of
from communedb.stores.events import add_event
from communedb.stores.hand_overs import read_hand_over
from communedb.transaction import Write

if TYPE_CHECKING:
    from tests.centre import Centre

    from communedb.register import Register


def received(register: Register, count: int) -> list[str]:
    return [
        register.write(
            receive, Intake.model_validate({"procedure_code": "1.004873", "applicant": {"name": f"Nguyễn Thị {n}"}})
        ).dossier
        for n in range(count)
    ]


def asked(kind: str, **more: object) -> Act:
    return Act.model_validate({"kind": kind, **more})


def everything(register: Register) -> list[tuple[object, ...]]:
    """What lies in the register, journal and derived rows included; the pen's clock goes on with every transaction."""
    tables = ("event", "journal_line", "dossier_state", "code_counter")
    return [row for table in tables for row in register.db.conn.execute(f"SELECT * FROM {table}").fetchall()]


def test_rows_that_cannot_stay_with_their_reason_and_the_others_go_through(centre: Centre) -> None:
    reception, dung = centre.open(), centre.officers["specialist"]
    plain, gone, unknown = [*received(reception, 2), "no-such-dossier"]
    reception.write(act, gone, asked("withdrawn", reason="Đổi ý"))
    before = read_dossier(reception.db, gone).events

    outcomes = reception.write(act_on_many, [plain, gone, unknown, plain], asked("handed_over", to_officer=dung))

    assert [(one.dossier, one.refusal and one.refusal.reason) for one in outcomes] == [
        (plain, None),
        (gone, Reason.STEP_NOT_ALLOWED),
        (unknown, Reason.UNKNOWN_DOSSIER),
    ]
    assert read_dossier(reception.db, plain).state.offered_to == dung
    assert read_dossier(reception.db, gone).events == before
    assert list(stale(reception.db)) == []


def test_only_trying_tells_the_same_and_leaves_nothing(centre: Centre) -> None:
    reception, dung = centre.open(), centre.officers["specialist"]
    plain, gone = received(reception, 2)
    reception.write(act, gone, asked("withdrawn", reason="Đổi ý"))
    before = everything(reception)

    tried = reception.write(act_on_many, [plain, gone], asked("handed_over", to_officer=dung), only_try=True)

    assert everything(reception) == before
    done = reception.write(act_on_many, [plain, gone], asked("handed_over", to_officer=dung))
    assert [one.refusal is None for one in tried] == [one.refusal is None for one in done] == [True, False]


def half_done(tx: Write, dossier: str) -> str:
    """Something that writes, takes a number and touches before it says no."""
    code = reserve_code(tx, tx.today)
    add_event(tx, dossier, EventKind.NOTED, reason="Nửa chừng")
    raise Refused(Reason.REASON_MISSING, code=code)


def test_of_a_row_that_is_refused_half_way_no_line_and_no_number_stays(centre: Centre) -> None:
    register = centre.open()
    dossiers = received(register, 2)
    before = everything(register)

    outcomes = register.write(for_each, dossiers, half_done)

    assert [one.done for one in outcomes] == [None, None]
    assert everything(register) == before


def test_without_the_savepoint_it_would_stay(centre: Centre, monkeypatch: pytest.MonkeyPatch) -> None:
    """The negative control of the test above."""
    register = centre.open()
    dossiers = received(register, 2)
    before = everything(register)
    monkeypatch.setattr(Write, "attempt", lambda _: nullcontext())

    register.write(for_each, dossiers, half_done)

    assert everything(register) != before


def test_a_fault_of_the_program_ends_the_whole_transaction(centre: Centre) -> None:
    register = centre.open()
    dossiers = received(register, 2)
    before = everything(register)

    def job(tx: Write, dossier: str) -> None:
        add_event(tx, dossier, EventKind.NOTED, reason="Gọi lại")
        if dossier == dossiers[1]:
            raise RuntimeError

    with pytest.raises(RuntimeError):
        register.write(for_each, dossiers, job)
    assert everything(register) == before


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, 3), st.sampled_from(["noted", "decided", "withdrawn", "handed_over"]))))
def test_a_pile_is_the_same_as_one_after_the_other(centre: Centre, steps: list[tuple[int, str]]) -> None:
    """Whatever came before: a step with a pile refuses and does what it would with each alone."""
    register = centre.open("administrator")
    piled, alone = received(register, 4), received(register, 4)
    given_ = {"text": "Ghi", "reason": "Lý do", "to_officer": centre.officers["leader"]}
    for place, kind in steps:
        for dossiers in (piled, alone):
            register.write(act_on_many, [dossiers[place]], asked(kind, **given_))

    together = register.write(act_on_many, piled, asked("decided"))
    apart = [register.write(act_on_many, [dossier], asked("decided"))[0] for dossier in alone]

    assert [one.refusal and one.refusal.reason for one in together] == [
        one.refusal and one.refusal.reason for one in apart
    ]
    state = [row[3:7] for row in rows_of(register.db, piled)]
    assert state == [row[3:7] for row in rows_of(register.db, alone)]
    register.close()


def test_what_is_handed_over_together_is_one_list_and_waits_for_the_other(centre: Centre) -> None:
    reception, dung = centre.open(), centre.officers["specialist"]
    dossiers = received(reception, 3)
    outcomes = reception.write(
        act_on_many, dossiers, asked("handed_over", to_officer=dung, purpose=HandOver.SIGNATURE, reason="Chồng sáng")
    )
    events = [one.done.event for one in outcomes if one.done]
    other = reception.write(act_on_many, received(reception, 1), asked("handed_over", to_officer=dung))

    handed = read_hand_over(reception.db, events[2])
    assert [line.dossier for line in handed.lines] == dossiers
    assert (handed.taker, handed.purpose, handed.note) == (dung, "signature", "Chồng sáng")
    assert (handed.dossier, handed.event) == (dossiers[0], events[0])
    assert other[0].done is not None
    assert len(read_hand_over(reception.db, other[0].done.event).lines) == 1

    reception.write(take_back, dossiers[0], "Đưa nhầm")
    assert [line.dossier for line in read_hand_over(reception.db, events[0]).lines] == dossiers[1:]


def test_what_waits_for_an_officer_is_counted_listed_and_accepted(centre: Centre) -> None:
    reception, dung = centre.open(), centre.officers["specialist"]
    dossiers = received(reception, 3)
    reception.write(act_on_many, dossiers, asked("handed_over", to_officer=dung))
    specialist = centre.open("specialist")

    def waiting(**wanted: str) -> list[str]:
        source = DossierList(DossierFilter.model_validate(wanted), reception.now(), reception.calendar())
        found = [row.dossier for row in source.page(reception.db, 9)]
        assert source.count(reception.db) == len(found)
        return sorted(found)

    assert today(reception.db, dung, reception.now(), reception.calendar()).offered == 3
    assert waiting(offered_to=dung) == waiting(papers_with=centre.officers["reception"]) == sorted(dossiers)
    not_mine = reception.write(act_on_many, dossiers, asked("accepted"))
    assert {one.refusal and one.refusal.reason for one in not_mine} == {Reason.NOT_OFFERED_TO_YOU}

    specialist.write(act_on_many, dossiers[:2], asked("accepted"))
    specialist.write(act_on_many, dossiers[2:], asked("declined", reason="Thiếu tờ 2"))

    assert today(reception.db, dung, reception.now(), reception.calendar()).offered == 0
    assert waiting(offered_to=dung) == []
    assert waiting(papers_with=dung) == sorted(dossiers[:2])
    assert waiting(papers_with=centre.officers["reception"]) == dossiers[2:]
