"""The generated year is one that a real commune could have had, and nothing in it breaks the register's rules."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
from tests.centre import CHEAP

from communedb.domain.birth import parse_birth
from communedb.domain.event import EventKind
from communedb.domain.identity import Sex, id_findings, parse_id_number
from communedb.domain.moment import local, parse_utc
from communedb.domain.officer import holds
from communedb.domain.phone import parse_phone
from communedb.domain.refusal import Reason, Refused
from communedb.domain.workflow import STEPS
from communedb.register import Register
from communedb.reports.today import today
from communedb.sqlite import rows
from communedb.stores.officers import read_officers
from communetui.demo.centre import prepare_centre
from communetui.demo.officers import OFFICERS, PASSPHRASE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from tests.centre import Centre as RealCentre

    from communetui.demo.centre import Centre


@pytest.fixture
def register(sample: Centre, history_end: datetime) -> Iterator[Register]:
    with Register.open(sample.folder, sample.officers["leader"], PASSPHRASE, now=lambda: history_end) as opened:
        yield opened


def all_of(register: Register, table: str) -> list[dict[str, Any]]:
    return list(rows(register.db, f"SELECT * FROM {table}"))


def test_most_dossiers_are_returned_in_time_some_late_some_open_and_every_ending_occurs(
    register: Register, history_end: datetime
) -> None:
    states = all_of(register, "dossier_state")
    counted = Counter(state["status"] for state in states if not state["voided"])
    assert len(states) == 300
    assert counted["returned"] > 0.8 * len(states)
    assert {"processing", "supplement_awaited", "fee_awaited", "refused", "withdrawn", "stopped"} <= counted.keys()
    assert any(state["voided"] for state in states)

    ended = [state for state in states if state["ended_at"] and state["due_at"] and state["status"] == "returned"]
    late = sum(state["ended_at"] > state["due_at"] for state in ended)
    early = sum(local(parse_utc(s["ended_at"])).date() < local(parse_utc(s["due_at"])).date() for s in ended)
    assert 0.02 < late / len(ended) < 0.06
    assert 0.03 < early / len(ended) < 0.4

    numbers = today(register.db, register.officer.id, history_end, register.calendar())
    assert numbers.overdue >= 3
    assert numbers.waiting >= 4
    assert 10 <= numbers.open <= 60


def test_no_event_contradicts_another_and_nothing_is_odd_about_the_register(register: Register) -> None:
    assert {state["findings"] for state in all_of(register, "dossier_state")} == {"[]"}
    assert register.warnings == []


def test_numbers_of_citizens_fit_sex_and_year_and_phones_are_in_use(register: Register) -> None:
    dossiers = all_of(register, "dossier")
    for row in dossiers:
        number, born = parse_id_number(row["applicant_id_number"]), parse_birth(row["applicant_birth"])
        assert id_findings(number, Sex(row["applicant_sex"]), born) == []
        assert row["applicant_phone"] is None or parse_phone(row["applicant_phone"]) == row["applicant_phone"]
    from_hue = sum(row["applicant_id_number"].startswith("046") for row in dossiers)
    assert from_hue > 0.7 * len(dossiers)
    holders: dict[str, set[str]] = {}
    for row in dossiers:
        holders.setdefault(row["applicant_id_number"], set()).add(row["applicant_name"])
    assert all(len(names) == 1 for names in holders.values())


def test_codes_are_unique_and_come_in_the_order_of_reception(register: Register) -> None:
    found = list(rows(register.db, "SELECT code, received_at FROM dossier ORDER BY received_at, code"))
    codes = [row["code"] for row in found]
    assert len(set(codes)) == len(codes)
    assert codes == sorted(codes)


def test_work_is_done_in_the_sessions_of_working_days_and_nothing_is_promised_for_a_day_off(
    register: Register, history_end: datetime
) -> None:
    calendar = register.calendar()
    for event in all_of(register, "event"):
        at = local(parse_utc(event["happened_at"]))
        assert any(s.start <= at.time() <= s.end for s in calendar.sessions_of(at.date())), at
        assert at <= history_end
        assert event["entered_at"] == event["happened_at"]
        if event["due_at"]:
            assert calendar.is_working_day(local(parse_utc(event["due_at"])).date())


def test_the_journal_names_the_officer_who_did_each_step_and_runs_with_the_clock(register: Register) -> None:
    roles = {officer.id: officer.roles for officer in read_officers(register.db)}
    events = sorted(all_of(register, "event"), key=lambda event: (event["clock"], event["place"]))
    assert [event["entered_at"] for event in events] == sorted(event["entered_at"] for event in events)
    wrote = dict(register.db.conn.execute("SELECT row, officer FROM journal_line WHERE table_name = 'event'"))
    for event in events:
        assert wrote[event["id"]] == event["officer"]
        kind = EventKind(event["kind"])
        if kind in STEPS:
            assert holds(roles[event["officer"]], STEPS[kind].roles)
    assert len({event["officer"] for event in events}) == 5


def test_fees_follow_the_rules_and_are_paid_in_full(register: Register) -> None:
    copies = 0
    for row in rows(register.db, "SELECT * FROM dossier JOIN dossier_state ON dossier = id"):
        lines = json.loads(row["fee_body"])
        if row["status"] == "returned" and row["fee_amount"]:
            assert row["fee_paid"] == row["fee_amount"]
        if row["procedure_code"] == "2.000815":
            (line,) = lines
            pages = sum(step["quantity"] for step in line["steps"])
            copies += 1
            assert row["fee_amount"] == line["copies"] * (2_000 * min(pages, 2) + 1_000 * max(0, pages - 2))
    assert copies > 20


def test_channels_submitters_outside_codes_corrections_and_extensions_all_occur(register: Register) -> None:
    dossiers = all_of(register, "dossier")
    assert {row["channel"] for row in dossiers} == {"counter", "online", "post"}
    assert any(row["submitter_relation"] for row in dossiers)
    online = {row["id"] for row in dossiers if row["channel"] == "online"}
    assert {row["dossier"] for row in all_of(register, "outside_code")} == online
    kinds = {event["kind"] for event in all_of(register, "event")}
    assert {"corrected", "extended", "taken_back", "voided", "supplement_received", "fee_requested"} <= kinds
    replaced = [row["replaces"] for row in all_of(register, "print") if row["number"] > 1]
    assert replaced
    assert all(replaced)
    assert {row["state"] for row in all_of(register, "paper")} == {"yes", "no", "not_applicable"}


def facts(folder: Path, officer: str) -> list[tuple[Any, ...]]:
    with Register.open(folder, officer, PASSPHRASE, read_only=True) as register:
        return register.db.conn.execute(
            "SELECT s.code, s.status, s.due_at, s.ended_at, d.applicant_name, d.applicant_id_number, d.content,"
            " d.fee_amount FROM dossier d JOIN dossier_state s ON s.dossier = d.id ORDER BY s.code"
        ).fetchall()


def test_the_same_seed_makes_the_same_centre_and_another_seed_another(tmp_path: Path, history_end: datetime) -> None:
    made = {}
    for name, seed in (("first", "Sịa"), ("again", "Sịa"), ("other", "Tam Giang")):
        folder = tmp_path / name
        centre = prepare_centre(folder, dossiers=60, until=lambda _: history_end, strength=CHEAP, seed=seed)
        made[name] = facts(folder, centre.officers["leader"])
    assert made["first"] == made["again"] != made["other"]


def test_a_centre_that_is_there_is_used_again_untouched(sample: Centre) -> None:
    before = (sample.folder / "register.db").read_bytes()
    again = prepare_centre(sample.folder, dossiers=60)
    assert not again.made
    assert again.officers == sample.officers
    assert set(again.officers) == {officer.post for officer in OFFICERS}
    assert (sample.folder / "register.db").read_bytes() == before


def test_a_real_register_is_never_taken_for_the_sample(centre: RealCentre) -> None:
    before = (centre.folder / "register.db").read_bytes()
    with pytest.raises(Refused) as refused:
        prepare_centre(centre.folder, dossiers=60, strength=CHEAP)
    assert refused.value.reason is Reason.REGISTER_EXISTS
    assert (centre.folder / "register.db").read_bytes() == before


def test_a_centre_that_was_stopped_half_way_is_made_anew(tmp_path: Path, history_end: datetime) -> None:
    folder = tmp_path / "demo"
    told: list[int] = []

    def stop(received: int, _until: datetime) -> None:
        told.append(received)
        if len(told) == 5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        prepare_centre(folder, dossiers=60, until=lambda _: history_end, progress=stop, strength=CHEAP)
    assert list(folder.iterdir()) == []
    assert 0 < told[-1] < 60
    made = prepare_centre(folder, dossiers=60, until=lambda _: history_end, strength=CHEAP)
    assert made.made
    assert len(facts(folder, made.officers["leader"])) == 60
