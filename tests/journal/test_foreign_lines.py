"""What another station sends and no desk here would write: it is kept and listed, and stops nothing else."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING, Any

import pytest
from tests.journal.foreign import Stranger, event, person
from tests.journal.stations import hand, segments_for, send, travelled, waiting
from tests.journal.test_merge import received

from communedb.desk.office import set_setting
from communedb.domain.finding import FindingCode
from communedb.journal import parked
from communedb.journal.apply import Outcome, applying
from communedb.journal.parked import parked as waiting_segments
from communedb.journal.refold import refold_newer
from communedb.stores.derived import derive_changed
from communedb.stores.events import read_state
from communedb.transaction import transaction

if TYPE_CHECKING:
    from tests.journal.stations import Stations

    from communedb.register import Register

POISON: dict[str, tuple[str, Any]] = {
    "a number where a text belongs": ("person", person(phone=5)),
    "a text where a number belongs": ("station", {"unit": "19867", "number": "2", "name": ""}),
    "no object": ("person", [1]),
    "no JSON": ("person", '{"kind":'),
    "deep JSON": ("person", "[" * 100_000),
    "a number beyond the column": ("station", {"unit": "19867", "number": 2**63, "name": ""}),
    "a number beyond any column": ("station", {"unit": "19867", "number": 2**64 + 1, "name": ""}),
    "such a number where a text belongs": ("person", person(phone=-(2**64) - 1)),
    "a fraction": ("station", {"unit": "19867", "number": 2.5, "name": ""}),
    "nothing where something is needed": ("person", person(name=None)),
    "half a letter": ("person", '{"kind":"citizen","name":"\\ud800"}'),
    "half an event": ("event", {"reason": "khác"}),
}


def names(register: Register) -> list[str]:
    return [name for (name,) in register.db.conn.execute("SELECT name FROM person ORDER BY name")]


def unfolded(register: Register) -> list[tuple[str, str]]:
    return register.db.conn.execute("SELECT reason, detail FROM journal_unfolded ORDER BY number").fetchall()


@pytest.mark.parametrize("what", POISON)
def test_a_poisoned_line_is_kept_and_listed_and_the_rest_goes_on(stations: Stations, what: str) -> None:
    register, stranger = stations.add("counter 1"), Stranger()
    table, changes = POISON[what]

    (taken,) = hand(
        register,
        [stranger.segment(stranger.line(table, "bad", changes), stranger.line("person", "good", person("Lê Tốt")))],
    )

    assert (taken.outcome, taken.lines, taken.unfolded) == (Outcome.APPLIED, 2, 1)
    assert names(register) == ["Lê Tốt"]
    assert unfolded(register) == [("poisoned", table)]
    second = stations.add("counter 2")
    send(register, second)
    assert travelled(second.db) == travelled(register.db)
    assert unfolded(second) == [("poisoned", table)]


@pytest.mark.parametrize(
    "odd",
    [
        {"kind": "of a newer program"}, {"happened_at": "hôm qua"}, {"happened_at": "2026-11-23"},
        {"details": "không phải JSON"}, {"details": "[]"}, {"details": '{"amount":"nhiều"}', "kind": "fee_paid"},
        {"details": '{"amount":9223372036854775807}', "kind": "fee_paid"}, {"due_at": "0001-01-01T00:00:00+14:00"},
    ],
    ids=str,
)  # fmt: skip
def test_an_event_that_cannot_be_read_is_a_finding_of_its_dossier_only(stations: Stations, odd: dict[str, Any]) -> None:
    one, two, stranger = stations.add("counter 1"), stations.add("counter 2"), Stranger()
    dossier, before = received(one), None
    before = read_state(one.db, dossier).status

    bad = stranger.segment(stranger.line("event", "bad", event(dossier, **odd)))
    hand(one, [bad])
    hand(two, [bad])
    send(one, two)

    state = read_state(one.db, dossier)
    assert state.status is before
    assert [finding.code for finding in state.findings] == [FindingCode.EVENT_UNREADABLE]
    assert travelled(one.db) == travelled(two.db)


@pytest.mark.parametrize(
    ("line", "header"),
    [
        ({"clock": -1}, {}), ({"clock": 2**63}, {}), ({"seen": "0"}, {}), ({"officer": "a\nb"}, {}),
        ({"heads": "[]"}, {}), ({"heads": '{"r":[1,"\\ud800"]}'}, {}), ({"replaces": "{}"}, {}), ({"seen": True}, {}),
        ({}, {"replica": "r~1"}), ({}, {"replica": "\ud800"}), ({}, {"clock": 2**63}), ({}, {"schema": -1}),
        ({}, {"last": 2}), ({}, {"lines": "0" * 64}), ({"number": 2}, {"first": 2, "last": 2}),
        ({"number": 2**63}, {"first": 2**63, "last": 2**63, "previous": "ab"}),
    ],
    ids=str,
)  # fmt: skip
def test_a_segment_that_is_not_in_one_piece_is_broken_and_changes_nothing(
    stations: Stations, line: dict[str, Any], header: dict[str, Any]
) -> None:
    register, stranger = stations.add("counter 1"), Stranger()
    before = travelled(register.db)

    (taken,) = hand(register, [stranger.segment(stranger.line("person", "p", person(), **line), **header)])

    assert taken.outcome is Outcome.BROKEN
    assert travelled(register.db) == before
    assert hand(register, [Stranger().segment(Stranger().line("person", "p", person()))])[0].outcome is Outcome.APPLIED


def test_nobody_writes_in_the_chain_of_another_replica(stations: Stations) -> None:
    one, two = stations.add("counter 1"), stations.add("counter 2")
    received(one)
    send(one, two)
    last = segments_for(one, stations.add("counter 3"))[-1]
    stranger = Stranger()
    (number,) = two.db.conn.execute("SELECT last FROM journal_segment WHERE digest = ?", (last.digest,)).fetchone()

    bad = stranger.segment(stranger.line("person", "p", person(), number=number + 1), previous=last.digest)

    assert hand(two, [bad])[0].outcome is Outcome.BROKEN


def test_an_event_is_not_rewritten_by_a_second_line(stations: Stations) -> None:
    register, stranger = stations.add("counter 1"), Stranger()
    dossier = received(register)
    written = stranger.segment(stranger.line("event", "e", event(dossier, reason="thật")))
    rewritten = stranger.segment(stranger.line("event", "e", event(dossier, reason="giả")))

    hand(register, [written, rewritten])

    assert waiting(register) == [("event", "reason", ["thật", "giả"])]


def test_a_segment_of_two_thousand_lines_that_wait_has_a_limit(
    stations: Stations, monkeypatch: pytest.MonkeyPatch
) -> None:
    register = stations.add("counter 1")
    monkeypatch.setattr(parked, "MOST_BYTES", 2_000)
    outcomes = []
    for number in range(8):
        stranger = Stranger(f"replica-{number}")
        first = stranger.segment(stranger.line("person", f"p{number}", person()))
        outcomes += [taken.outcome for taken in hand(register, [stranger.segment(stranger.line("person", "q", {}))])]

    assert set(outcomes) == {Outcome.PARKED, Outcome.NO_ROOM}
    assert outcomes == sorted(outcomes, key=[Outcome.PARKED, Outcome.NO_ROOM].index)
    assert sum(each.size for each in waiting_segments(register.db)) <= 2_000
    assert hand(register, [first])[0].outcome is Outcome.APPLIED


def test_a_row_of_two_scopes_ends_in_the_one_that_wrote_it_first(stations: Stations) -> None:
    ours, theirs = Stranger("replica-a"), Stranger("replica-b", scope="19900")
    theirs.clock += 100
    segments = [
        ours.segment(ours.line("person", "p", person("Của ta"))),
        theirs.segment(theirs.line("person", "p", person("Của họ", phone="1"))),
        ours.segment(ours.line("person", "p", {"phone": "2"}, seen=0)),
    ]
    ended = []
    for order in permutations(segments):
        register = stations.add(f"counter {len(ended)}")
        for segment in order:
            hand(register, [segment])
        found = register.db.conn.execute("SELECT scope, name, phone FROM person WHERE id = 'p'").fetchall()
        ended.append((found, waiting(register)))

    assert ended == [([("19867", "Của ta", "2")], [])] * 6


def test_a_line_of_a_newer_schema_stands_as_far_as_it_is_known_and_wholly_after_the_migration(
    stations: Stations,
) -> None:
    register, stranger = stations.add("counter 1"), Stranger()
    segment = stranger.segment(
        stranger.line("person", "p", person("Hồ Mới", zalo="0912 1")),
        stranger.line("vehicle", "v", {"plate": "75-A1"}),
        stranger.line("person", "p", {"zalo": "0912 2"}),
    )
    (taken,) = hand(register, [segment])

    assert (taken.lines, taken.unfolded) == (3, 3)
    assert names(register) == ["Hồ Mới"]
    assert unfolded(register) == [("newer", "person"), ("newer", "vehicle"), ("newer", "person")]

    db = register._writing_db
    db.conn.execute("ALTER TABLE person ADD COLUMN zalo TEXT")
    with transaction(db), applying(db):
        derive_changed(db, refold_newer(db))

    assert db.conn.execute("SELECT name, zalo FROM person").fetchall() == [("Hồ Mới", "0912 2")]
    assert unfolded(register) == [("newer", "vehicle")]
    register.write(set_setting, "centre_phone", "0234 1")
