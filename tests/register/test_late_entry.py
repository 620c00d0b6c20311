"""Late entry: what was received on paper without power gets its real time, its printed code and its reason."""

from __future__ import annotations

import json
from datetime import date

import pytest

from communedb.desk.act import act
from communedb.desk.receive import receive
from communedb.desk.reserved import reserve_codes
from communedb.domain.act import Act
from communedb.domain.event import EventKind
from communedb.domain.intake import Intake
from communedb.domain.moment import local
from communedb.domain.refusal import Reason, Refused
from communedb.stores.dossier import read_dossier
from communedb.stores.reserved import is_unused

LAN = {"name": "Trần Thị Lan", "id_number": "046190012399"}
BIRTH, MARITAL = "1.001193", "1.004873"


def late(code: str | None, at: str, procedure: str = BIRTH, reason: str = "mất điện từ 9:30") -> Intake:
    return Intake.model_validate(
        {"procedure_code": procedure, "applicant": LAN, "code": code, "received_at": at, "late_reason": reason}
    )


def test_given_a_paper_receipt_of_before_fifteen_when_entered_later_then_the_promise_is_that_of_the_real_time(centre):
    register = centre.open()
    (blank,) = register.write(reserve_codes, date(2026, 11, 23), 1)
    centre.clock.set("2026-11-23 16:20")
    done = register.write(receive, late(blank, "2026-11-23T14:40"))

    assert done.code == blank
    assert f"{local(done.due_at):%H:%M %d/%m}" == "17:30 23/11", "received before 15:00: due the same day"
    (event,) = read_dossier(register.db, done.dossier).events
    assert (event.reason, event.details) == ("mất điện từ 9:30", {"late": True, "blank": True})
    assert f"{local(event.happened_at):%H:%M} {local(event.entered_at):%H:%M}" == "14:40 16:20"
    now = register.write(receive, Intake.model_validate({"procedure_code": BIRTH, "applicant": LAN}))
    assert f"{local(now.due_at):%d/%m}" == "25/11", "else the next working day; 24/11 is a holiday"


def test_given_a_code_that_was_used_when_entered_again_then_it_is_refused_and_nothing_is_written(centre):
    register = centre.open()
    first, second = register.write(reserve_codes, date(2026, 11, 23), 2)
    centre.clock.forward(hours=2)
    register.write(receive, late(first, "2026-11-23T08:30"))
    assert (is_unused(register.db, first), is_unused(register.db, second)) == (False, True)
    with pytest.raises(Refused) as refused:
        register.write(receive, late(first, "2026-11-23T08:40"))
    assert refused.value.reason is Reason.CODE_ALREADY_USED
    with pytest.raises(Refused) as unknown:
        register.write(receive, late("19867.01-261123-0999", "2026-11-23T08:40"))
    assert unknown.value.reason is Reason.CODE_NOT_RESERVED
    assert register.db.conn.execute("SELECT count(*) FROM dossier").fetchone() == (1,)


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"received_at": None}, Reason.LATE_ENTRY_LACKS_TIME),
        ({"late_reason": ""}, Reason.LATE_ENTRY_LACKS_REASON),
        ({"received_at": "2026-11-23T10:01"}, Reason.RECEPTION_IN_FUTURE),
    ],
)
def test_given_a_late_entry_without_time_or_reason_then_it_is_refused_and_the_code_stays_free(centre, changed, reason):
    register = centre.open()
    (blank,) = register.write(reserve_codes, date(2026, 11, 23), 1)
    centre.clock.set("2026-11-23 10:00")
    entered = json.loads(late(blank, "2026-11-23T09:00").model_dump_json()) | changed
    with pytest.raises(Refused) as refused:
        register.write(receive, Intake.model_validate(entered))
    assert refused.value.reason is reason
    assert is_unused(register.db, blank)


def test_given_a_late_entry_when_work_went_on_on_paper_then_steps_between_then_and_now_are_taken(centre):
    register = centre.open()
    centre.clock.set("2026-11-24 09:00")
    done = register.write(receive, late(None, "2026-11-23T09:40", MARITAL))
    noted = {"kind": "noted", "text": "đã xem", "happened_at": "2026-11-23T10:00"}
    register.write(act, done.dossier, Act.model_validate(noted))
    kinds = [event.kind for event in read_dossier(register.db, done.dossier).events]
    assert kinds == [EventKind.RECEIVED, EventKind.NOTED]
    row = register.db.conn.execute("SELECT received_on FROM dossier_state").fetchone()
    assert row == ("2026-11-23",), "it counts on the day on which the citizen came"
