"""What one station writes comes to stand at every other; what two wrote unseen is a conflict, and nothing is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.journal.stations import hand, segments_for, send, travelled, waiting

from communedb.desk.act import act
from communedb.desk.mend import correct
from communedb.desk.office import set_setting
from communedb.desk.receive import receive
from communedb.domain.act import Act
from communedb.domain.intake import Intake
from communedb.domain.refusal import Reason, Refused
from communedb.journal import overwrite, pen
from communedb.journal.apply import Outcome
from communedb.journal.conflicts import conflicts, resolve
from communedb.stores.dossier import read_dossier
from communedb.stores.events import read_state
from communedb.stores.settings import read_setting

if TYPE_CHECKING:
    from tests.journal.stations import Stations

    from communedb.register import Register


def received(register: Register, name: str = "Hồ Thị Sương") -> str:
    applicant = {"name": name, "id_number": "046190011111"}
    return register.write(
        receive, Intake.model_validate({"procedure_code": "1.004873", "applicant": applicant})
    ).dossier


def both(one: Register, two: Register) -> None:
    """Each gets what it lacks, until both have everything."""
    send(one, two)
    send(two, one)
    send(one, two)


def test_a_dossier_received_at_one_counter_is_served_at_another(stations: Stations) -> None:
    one, two = stations.add("counter 1"), stations.add("counter 2")
    dossier = received(one)

    send(one, two)
    stations.clock.forward(minutes=5)
    two.write(act, dossier, Act.model_validate({"kind": "handed_over", "to_officer": stations.officers["specialist"]}))
    send(two, one)

    assert read_state(one.db, dossier).holder == stations.officers["specialist"]
    assert travelled(one.db) == travelled(two.db)


def test_the_same_segments_twice_change_nothing(stations: Stations) -> None:
    one, two = stations.add("counter 1"), stations.add("counter 2")
    received(one)
    segments = segments_for(one, two)
    hand(two, segments)
    before = travelled(two.db)

    taken = hand(two, segments)

    assert {each.outcome for each in taken} == {Outcome.DUPLICATE}
    assert travelled(two.db) == before


def test_three_corrections_on_each_side_are_one_conflict(stations: Stations) -> None:
    one, two = stations.add("counter 1"), stations.add("counter 2")
    dossier = received(one)
    both(one, two)

    for register, names in (
        (one, ("Hồ Thị Sươn", "Hồ T. Sương", "Hồ Thị Sương A")),
        (two, ("Ho Thi", "Hồ Thị", "Hồ Thị S")),
    ):
        for name in names:
            stations.clock.forward(seconds=7)
            present = read_dossier(register.db, dossier).row["applicant_name"]
            register.write(correct, dossier, "applicant_name", present, name, "gõ nhầm")
    both(one, two)

    assert waiting(one) == [("dossier", "applicant_name", ["Hồ Thị Sương A", "Hồ Thị S"])]
    assert read_dossier(one.db, dossier).row["applicant_name"] == "Hồ Thị S"
    assert travelled(one.db) == travelled(two.db)


def test_both_sides_ending_on_the_same_value_are_no_conflict(stations: Stations) -> None:
    one, two = stations.add("counter 1"), stations.add("counter 2")
    both(one, two)
    for register, phones in ((one, ("1", "0234 3 555 777")), (two, ("2", "0234 3 555 777"))):
        for phone in phones:
            register.write(set_setting, "centre_phone", phone)
    both(one, two)

    assert waiting(one) == waiting(two) == []
    assert read_setting(one.db, "centre_phone") == "0234 3 555 777"


def test_a_value_that_arrives_while_a_form_is_open_is_a_conflict_and_no_loss(stations: Stations) -> None:
    one, two = stations.add("counter 1"), stations.add("counter 2")
    one.write(set_setting, "centre_phone", "0234 1")
    both(one, two)

    shown = pen.shown_now(one.db)
    two.write(set_setting, "centre_phone", "0234 2")
    send(two, one)
    one.write_as_shown(shown, set_setting, "centre_phone", "0234 3")
    both(one, two)

    assert waiting(one) == waiting(two) == [("setting", "value", ["0234 2", "0234 3"])]


def with_an_older_form(stations: Stations) -> tuple[Register, Register]:
    """Two officers at counter 1 read the same form, one saved after the other; counter 2 heard of both."""
    one, two = stations.add("counter 1"), stations.add("counter 2")
    one.write(set_setting, "centre_phone", "0234 1")
    both(one, two)
    shown = pen.shown_now(one.db)
    one.write(set_setting, "centre_phone", "0234 2")
    send(one, two)
    one.write_as_shown(shown, set_setting, "centre_phone", "0234 3")
    send(one, two)
    return one, two


def test_two_forms_read_at_once_at_one_station_are_a_conflict_everywhere(stations: Stations) -> None:
    one, two = with_an_older_form(stations)

    assert waiting(one) == waiting(two) == [("setting", "value", ["0234 2", "0234 3"])]


def test_that_conflict_would_be_lost_if_a_station_counted_as_knowing_its_own_lines(
    stations: Stations, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = overwrite._knowing
    monkeypatch.setattr(
        overwrite, "_knowing", lambda fresh, others: real((e._replace(seen=e.number) for e in fresh), others)
    )

    one, two = with_an_older_form(stations)

    assert waiting(one) != waiting(two)


def test_an_ordinary_edit_does_not_end_a_conflict_and_a_resolution_does(stations: Stations) -> None:
    one, two = stations.add("counter 1"), stations.add("counter 2")
    one.write(set_setting, "centre_phone", "0234 1")
    both(one, two)
    two.write(set_setting, "centre_phone", "0234 2")
    stations.clock.forward(seconds=1)
    one.write(set_setting, "centre_phone", "0234 3")
    both(one, two)

    one.write(set_setting, "centre_phone", "0234 4")
    assert waiting(one) == [("setting", "value", ["0234 2", "0234 4"])]

    (conflict,) = conflicts(one.db)
    heads = [(head.replica, head.number) for head in conflict.heads]
    one.write(resolve, conflict.row, conflict.column, "0234 2", heads)
    assert waiting(one) == []
    both(one, two)
    assert waiting(two) == []
    assert read_setting(two.db, "centre_phone") == "0234 2"
    assert travelled(one.db) == travelled(two.db)
    with pytest.raises(Refused) as refusal:
        two.write(resolve, conflict.row, conflict.column, "0234 4", heads)
    assert refusal.value.reason is Reason.CONFLICT_GONE


def test_a_segment_without_its_forerunner_waits_and_stops_nothing_else(stations: Stations) -> None:
    one, two = stations.add("counter 1"), stations.add("counter 2")
    first = received(one)
    one.freeze()
    second = received(one, "Trần Văn Hai")
    one.freeze()
    segments = [s for s in segments_for(one, two) if one.by.replica.encode() in s.header]
    assert len(segments) == 2

    (parked,) = hand(two, segments[1:])
    assert parked.outcome is Outcome.PARKED
    two.write(set_setting, "centre_phone", "0234 9")
    (applied,) = hand(two, segments[:1])

    assert applied.outcome is Outcome.APPLIED
    assert applied.lines == sum(len(s.lines) for s in segments)
    assert read_dossier(two.db, first).row["id"] == first
    assert read_dossier(two.db, second).row["applicant_name"] == "Trần Văn Hai"


def test_a_clock_two_days_ahead_is_noted_not_followed_and_turns_nothing_round(stations: Stations) -> None:
    one, two = stations.add("counter 1"), stations.add("counter 2")
    stations.clock.forward(days=2)
    dossier = received(one)
    stations.clock.forward(days=-2)
    send(one, two)
    two.write(act, dossier, Act.model_validate({"kind": "handed_over", "to_officer": stations.officers["specialist"]}))
    assert pen.last_clock(two.db) < pen.last_clock(one.db)
    both(one, two)

    for register in (one, two):
        state = read_state(register.db, dossier)
        assert state.holder == stations.officers["specialist"]
        assert state.findings == []
    assert [row[0] for row in two.db.conn.execute("SELECT replica FROM journal_ahead")] == [one.by.replica]
    assert travelled(one.db) == travelled(two.db)
