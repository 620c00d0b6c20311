"""The end of the day: what came and went, whom to call, what is due next, what is not safe yet."""

from __future__ import annotations

from communedb.backup import back_up
from communedb.desk.act import act
from communedb.desk.mend import take_back, void
from communedb.desk.receive import receive
from communedb.domain.act import Act
from communedb.domain.intake import Intake
from communedb.reports.end_of_day import EndOfDay, Money, end_of_day

LAN = {"name": "Trần Thị Lan", "id_number": "046190012399", "phone": "0905123456"}
BIRTH, MARITAL = "1.001193", "1.004873"


def received(register, procedure: str = MARITAL, **more) -> str:
    intake = {"procedure_code": procedure, "applicant": LAN, **more}
    return register.write(receive, Intake.model_validate(intake)).dossier


def step(register, dossier: str, kind: str, **more) -> str:
    return register.write(act, dossier, Act.model_validate({"kind": kind, **more})).event


def evening(register, centre) -> EndOfDay:
    return end_of_day(register.db, centre.clock(), register.calendar())


def ready(centre, dossier: str) -> None:
    with centre.open("leader") as leader:
        step(leader, dossier, "decided")
    with centre.open("specialist") as specialist:
        step(specialist, dossier, "result_ready")


def test_given_a_day_then_what_came_what_went_and_what_was_paid_by_which_way_is_added_up(centre):
    register = centre.open()
    first, second, third, wrong = (received(register) for _ in range(4))
    step(register, first, "fee_paid", amount=20_000, method="cash")
    step(register, second, "fee_paid", amount=8_000, method="cash")
    step(register, second, "fee_refunded", amount=3_000, method="cash", reason="thu nhầm")
    step(register, third, "fee_paid", amount=50_000, method="transfer")
    step(register, third, "fee_paid", amount=50_000, method="transfer")
    register.write(take_back, third, "bấm hai lần")
    step(register, wrong, "fee_paid", amount=99_000, method="cash")
    with centre.open("administrator") as administrator:
        administrator.write(void, wrong, "nhập nhầm người")
    day = evening(register, centre)
    assert (day.received, day.returned) == (3, 0)
    assert day.money == (Money("cash", 28_000, 3_000, 2), Money("transfer", 50_000, 0, 1))

    centre.clock.set("2026-11-25 08:00")
    assert evening(register, centre).money == (), "another day begins with nothing"


def test_given_results_that_nobody_fetched_then_they_are_listed_with_whom_to_call_from_the_next_day_on(centre):
    register = centre.open()
    dossier = received(register, submitter={"name": "Lê Văn Tám", "phone": "0914555666", "relation": "chồng"})
    fetched = received(register)
    for one in (dossier, fetched):
        step(register, one, "handed_over", to_officer=centre.officers["specialist"])
        ready(centre, one)
    assert evening(register, centre).uncollected == (), "they became ready today"
    step(register, fetched, "returned", recipient={"is_applicant": True})
    centre.clock.set("2026-11-25 17:00")
    day = evening(register, centre)
    (waiting,) = day.uncollected
    assert (waiting.dossier, waiting.applicant, waiting.phone) == (dossier, "Trần Thị Lan", "0905123456")
    assert (waiting.submitter, waiting.submitter_phone) == ("Lê Văn Tám", "0914555666")


def test_given_a_holiday_tomorrow_then_the_next_working_day_is_what_is_prepared_for(centre):
    register = centre.open()
    three_days = received(register, MARITAL)
    centre.clock.set("2026-11-23 16:00")
    same_day = received(register, BIRTH)
    day = evening(register, centre)
    # 24 November 2026 is a holiday, so what came after 15:00 is due on Wednesday.
    assert f"{day.next_day:%d/%m}" == "25/11"
    assert [one.dossier for one in day.due_next] == [same_day]
    centre.clock.set("2026-11-26 17:00")
    later = evening(register, centre)
    assert [one.dossier for one in later.due_next] == [three_days]
    assert later.pressing == 1, "the birth registration is overdue by now"


def test_given_a_backup_then_what_came_since_is_told_and_nothing_is_said_to_be_sent(centre, tmp_path):
    register = centre.open()
    received(register)
    stick = tmp_path / "usb"
    stick.mkdir()
    back_up(register, stick)
    before = evening(register, centre)
    received(register)
    after = evening(register, centre)
    assert (before.last_backup.changes_since, after.last_backup.changes_since) == (0, after.changes - before.changes)
    assert after.changes > before.changes > 0


def test_given_a_million_dossiers_then_the_evening_reads_open_and_dated_rows_only(centre):
    register = centre.open()
    received(register)
    asked: list[str] = []
    conn = register.db.conn
    conn.set_trace_callback(asked.append)
    evening(register, centre)
    conn.set_trace_callback(None)
    plans = [
        line[3]
        for sql in asked if sql.strip().startswith("SELECT") and ("dossier_state" in sql or "event" in sql)
        for line in conn.execute(f"EXPLAIN QUERY PLAN {sql}")
    ]  # fmt: skip
    assert len(plans) > 5
    # What is walked through whole is the index of the open ones; the rest is sought by day, officer or key.
    assert not [plan for plan in plans if plan.startswith("SCAN") and "dossier_state_open_due" not in plan], plans
    assert any("event_money (officer=? AND clock>? AND clock<?)" in plan for plan in plans), plans
