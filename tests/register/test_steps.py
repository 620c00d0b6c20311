"""The steps of a dossier, as the register enforces them."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from communedb.desk.act import act
from communedb.desk.officers import change_officer, disable_officer
from communedb.desk.receive import receive
from communedb.domain.act import Act
from communedb.domain.finding import FindingCode
from communedb.domain.intake import Intake
from communedb.domain.moment import VIETNAM, local
from communedb.domain.officer import Role
from communedb.domain.refusal import Reason, Refused
from communedb.domain.status import Status
from communedb.stores.dossier import read_dossier

if TYPE_CHECKING:
    from tests.centre import Centre

    from communedb.register import Register

APPLICANT = {"name": "Nguyễn Thị Lụa", "id_number": "046190054321"}
BIRTH_PROOF = {"name": "Giấy chứng sinh", "state": "no"}


def received(register: Register, procedure: str = "1.004873") -> str:
    return register.write(receive, Intake.model_validate({"procedure_code": procedure, "applicant": APPLICANT})).dossier


def do(register: Register, dossier: str, kind: str, **given: object) -> object:
    return register.write(act, dossier, Act.model_validate({"kind": kind} | given))


def status(register: Register, dossier: str) -> Status:
    return read_dossier(register.db, dossier).state.status


def test_a_dossier_goes_from_the_counter_to_the_leader_and_back(centre: Centre) -> None:
    reception, specialist, leader = centre.open("reception"), centre.open("specialist"), centre.open("leader")
    dossier = received(reception)

    do(reception, dossier, "handed_over", to_officer=centre.officers["specialist"])
    assert read_dossier(reception.db, dossier).state.holder == centre.officers["specialist"]
    do(leader, dossier, "decided")
    do(specialist, dossier, "result_ready")
    centre.clock.forward(hours=2)
    recipient = {"is_applicant": False, "name": "Trần Văn Nam", "id_number": "046090000001", "authorisation": "GUQ 12"}
    do(reception, dossier, "returned", recipient=recipient | {"slip": "lost"})

    found = read_dossier(reception.db, dossier)
    assert found.state.status is Status.RETURNED
    assert found.events[-1].details["recipient"]["name"] == "Trần Văn Nam"
    assert found.events[-1].details["recipient"]["slip"] == "lost"


def test_the_wait_for_a_supplement_moves_the_promise_by_what_was_left(centre: Centre) -> None:
    reception = centre.open("reception")
    dossier = received(reception)  # three working days from Monday 23rd; the 24th is a holiday: Friday 27th
    centre.clock.set("2026-11-25 09:00")
    do(reception, dossier, "supplement_requested", papers=[BIRTH_PROOF], reason="Thiếu giấy chứng sinh")
    centre.clock.set("2026-12-02 09:00")
    done = do(reception, dossier, "supplement_received")

    assert local(done.due_at) == datetime(2026, 12, 4, 17, 30, tzinfo=VIETNAM)  # type: ignore[attr-defined]
    assert status(reception, dossier) is Status.RECEIVED


def test_a_second_supplement_request_warns(centre: Centre) -> None:
    reception = centre.open("reception")
    dossier = received(reception)
    first = do(reception, dossier, "supplement_requested", papers=[BIRTH_PROOF], reason="Thiếu")
    do(reception, dossier, "supplement_received")
    second = do(reception, dossier, "supplement_requested", papers=[BIRTH_PROOF], reason="Mờ, không đọc được")

    assert first.findings == ()  # type: ignore[attr-defined]
    assert [f.code for f in second.findings] == [FindingCode.SECOND_SUPPLEMENT]  # type: ignore[attr-defined]


def test_an_extension_is_a_new_promise_and_the_old_one_stays_in_its_event(centre: Centre) -> None:
    reception, leader = centre.open("reception"), centre.open("leader")
    dossier = received(reception)
    before = read_dossier(leader.db, dossier).state.due_at
    do(leader, dossier, "extended", reason="Phải xác minh", new_due="2026-12-03T17:30:00+07:00")

    found = read_dossier(leader.db, dossier)
    assert found.events[0].due_at == before
    assert found.state.due_at == datetime(2026, 12, 3, 17, 30, tzinfo=VIETNAM)
    assert found.events[-1].form == "04"


@pytest.mark.parametrize(
    ("role", "kind", "given", "reason"),
    [
        ("reception", "decided", {}, Reason.ROLE_NOT_ALLOWED),
        ("reception", "returned", {"recipient": {}}, Reason.STEP_NOT_ALLOWED),
        ("reception", "handed_over", {}, Reason.STEP_NEEDS_MORE),
        ("reception", "handed_over", {"to_officer": "nobody"}, Reason.UNKNOWN_OFFICER),
        ("reception", "refused", {"reason": "   "}, Reason.STEP_NEEDS_MORE),
        ("reception", "supplement_requested", {"reason": "Thiếu"}, Reason.STEP_NEEDS_MORE),
        ("leader", "extended", {"reason": "Mưa", "new_due": "2026-11-23T17:30:00+07:00"}, Reason.NEW_DUE_NOT_LATER),
        ("reception", "noted", {"text": "x", "happened_at": "2026-11-24T08:00:00+07:00"}, Reason.STEP_IN_FUTURE),
        ("reception", "noted", {"text": "x", "happened_at": "2026-11-20T08:00:00+07:00"}, Reason.STEP_BEFORE_LAST),
        ("reception", "received", {}, Reason.STEP_NOT_ALLOWED),
        ("reception", "voided", {}, Reason.STEP_NOT_ALLOWED),
    ],
)
def test_a_refused_step_leaves_everything_as_it_was(
    centre: Centre, role: str, kind: str, given: dict[str, object], reason: Reason
) -> None:
    dossier = received(centre.open("reception"))
    officer = centre.open(role)
    before = officer.db.conn.execute("SELECT count(*) FROM journal_line").fetchone()

    with pytest.raises(Refused) as refused:
        do(officer, dossier, kind, **given)

    assert refused.value.reason is reason
    assert officer.db.conn.execute("SELECT count(*) FROM journal_line").fetchone() == before


def test_an_administrator_stands_in_for_everybody(centre: Centre) -> None:
    alone = centre.open("administrator")
    dossier = received(alone)
    do(alone, dossier, "handed_over", to_officer=centre.officers["administrator"])
    do(alone, dossier, "decided")
    do(alone, dossier, "result_ready")
    do(alone, dossier, "returned", recipient={})
    assert status(alone, dossier) is Status.RETURNED


def test_a_role_that_was_taken_away_ends_at_once_even_in_an_open_register(centre: Centre) -> None:
    leader, administrator = centre.open("leader"), centre.open("administrator")
    dossier = received(centre.open("reception"))
    administrator.write(
        change_officer,
        centre.folder,
        centre.officers["leader"],
        name="Phan Thị Mai",
        roles=frozenset({Role.SPECIALIST}),
    )
    with pytest.raises(Refused, match="role_not_allowed"):
        do(leader, dossier, "decided")

    administrator.write(disable_officer, centre.folder, centre.officers["leader"])
    with pytest.raises(Refused, match="officer_disabled"):
        do(leader, dossier, "noted", text="Vẫn còn đây")


def test_the_last_administrator_cannot_leave(centre: Centre) -> None:
    administrator = centre.open("administrator")
    with pytest.raises(Refused, match="last_administrator"):
        administrator.write(disable_officer, centre.folder, centre.officers["administrator"])


def test_waiting_for_the_fee_stops_the_clock_and_paying_starts_it_again(centre: Centre) -> None:
    reception = centre.open("reception")
    dossier = received(reception)
    do(reception, dossier, "fee_requested", amount=8_000)
    centre.clock.set("2026-11-25 09:00")
    do(reception, dossier, "fee_paid", amount=8_000, method="cash", receipt_number="0000123")

    state = read_dossier(reception.db, dossier).state
    assert state.fee_paid == 8_000
    assert state.status is Status.RECEIVED
    assert local(state.due_at) == datetime(2026, 11, 30, 17, 30, tzinfo=VIETNAM)  # type: ignore[arg-type]
