"""Stations that were apart: a month, one part before the other, steps that contradict each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.journal.stations import hand, segments_for, send, travelled, waiting
from tests.journal.test_merge import both, received

from communedb.desk.act import act
from communedb.desk.mend import correct
from communedb.desk.office import set_setting
from communedb.domain.act import Act
from communedb.domain.finding import FindingCode
from communedb.stores.dossier import read_dossier
from communedb.stores.events import read_state

if TYPE_CHECKING:
    from tests.journal.stations import Stations

    from communedb.register import Register


def step(register: Register, dossier: str, kind: str, **facts: str) -> None:
    register.write(act, dossier, Act.model_validate({"kind": kind} | facts))


def test_a_month_apart_loses_nothing_and_asks_only_where_both_wrote(stations: Stations) -> None:
    one, two = stations.add("counter 1"), stations.add("counter 2")
    shared = received(one)
    both(one, two)
    for day in range(10):
        stations.clock.forward(days=3)
        for register in (one, two):
            received(register, f"Ngày {day}")
            register.freeze()
    one.write(correct, shared, "applicant_phone", None, "0912 1", "gõ nhầm")
    two.write(correct, shared, "applicant_phone", None, "0912 2", "gõ nhầm")
    step(two, shared, "noted", text="đã gọi")

    both(one, two)

    assert one.db.conn.execute("SELECT count(*) FROM dossier_state").fetchone() == (21,)
    assert waiting(one) == waiting(two) == [("dossier", "applicant_phone", ["0912 1", "0912 2"])]
    assert travelled(one.db) == travelled(two.db)


def test_a_step_before_its_dossier_is_hidden_until_the_dossier_comes(stations: Stations) -> None:
    one, two, three = (stations.add(f"counter {number}") for number in (1, 2, 3))
    dossier = received(one)
    send(one, two)
    step(two, dossier, "noted", text="đã gọi")
    two.write(correct, dossier, "applicant_phone", None, "0912 1", "gõ nhầm")
    segments = segments_for(two, three)
    steps = [each for each in segments if two.by.replica.encode() in each.header]
    assert 0 < len(steps) < len(segments)

    hand(three, steps)
    assert three.db.conn.execute("SELECT count(*) FROM dossier").fetchone() == (0,)
    assert three.db.conn.execute("SELECT count(*) FROM dossier_state").fetchone() == (0,)
    three.write(set_setting, "centre_phone", "0234 1")
    hand(three, segments)

    assert read_dossier(three.db, dossier).row["applicant_phone"] == "0912 1"
    both(two, three)
    assert travelled(two.db) == travelled(three.db)


def test_steps_that_break_a_rule_together_are_a_finding_and_the_dossier_has_one_state(stations: Stations) -> None:
    one, two = stations.add("counter 1"), stations.add("counter 2")
    dossier = received(one)
    both(one, two)
    stations.clock.forward(minutes=1)
    step(one, dossier, "withdrawn", reason="không cần nữa")
    stations.clock.forward(minutes=1)
    step(two, dossier, "refused", reason="thiếu giấy tờ")

    both(one, two)

    for register in (one, two):
        assert FindingCode.CONTRADICTING_EVENT in {
            finding.code for finding in read_state(register.db, dossier).findings
        }
    assert read_state(one.db, dossier).status is read_state(two.db, dossier).status
    assert travelled(one.db) == travelled(two.db)


def test_equal_values_of_two_stations_are_replaced_together_by_whoever_saw_them(stations: Stations) -> None:
    one, two = stations.add("counter 1"), stations.add("counter 2")
    one.write(set_setting, "centre_phone", "0234 1")
    both(one, two)
    for register in (one, two):
        register.write(set_setting, "centre_phone", "0234 2")
    both(one, two)

    two.write(set_setting, "centre_phone", "0234 3")
    both(one, two)

    assert waiting(one) == waiting(two) == []
    assert travelled(one.db) == travelled(two.db)
