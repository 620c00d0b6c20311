"""What may not be taken in is kept with its reason and stops nothing else; what fails leaves everything as it was."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.exchange.town import member_of, names, received, send
from tests.journal.stations import travelled

from communedb.domain.refusal import Reason, Refused
from communedb.journal.apply import Applying, Outcome
from communedb.journal.freeze import read_segment
from communedb.journal.held import Ref, lacking
from communedb.journal.parked import forks, parked
from communedb.journal.segment import SIGNED, Header, Line, Segment, lines_digest, parse_header
from communedb.keys.signing import Signer
from communesync.bundle.write import write_rows
from communesync.exchange import quarantine
from communesync.exchange.forks import alarms
from communesync.exchange.inbox import retry, take_in
from communesync.exchange.outbox import export
from communesync.exchange.quarantine import Remedy
from communesync.exchange.status import status
from communesync.keys.enrolment import list_in_force
from communesync.keys.issuing import revoke
from communesync.keys.keyring import Keyring, Objection

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.exchange.town import Town

    from communedb.register import Register

AT = "2026-11-23T01:00:00Z"


def written(register: Register) -> list[Segment]:
    """The segments that this station wrote, one for each dossier that it received."""
    register.freeze()
    own = register.by.replica
    return [read_segment(register.db, ref.digest) for ref in lacking(register.db, {}) if ref.replica == own]


def bundle_of(
    sender: Register, target: Register, segments: Sequence[Segment], folder: Path, signer: Signer | None = None
) -> Path:
    """A bundle with just these segments, whatever they are."""
    headers = [parse_header(segment.header) for segment in segments]
    refs = [
        Ref(segment.digest, header.replica, header.scope, header.first, header.last)
        for segment, header in zip(segments, headers, strict=True)
    ]
    by = signer or sender.signer
    return write_rows(
        folder, sender=by, sender_replica=sender.by.replica, recipients=[target.identity.recipient],
        to=[target.signer.public], at=AT, segments=segments, refs=refs, documents={},
    ).path  # fmt: skip


def other_seed(segment: Segment) -> Segment:
    """The same header and signature around lines that are not those that were signed."""
    return segment._replace(seed=bytes(32))


def by_stranger(scope: str = "19867", signer: Signer | None = None, replica: str = "") -> Segment:
    """A well-formed segment of somebody whom nobody enrolled."""
    signer = signer or Signer.generate()
    line = Line(1, 1 << 16, "officer", "dossier", "row", '{"code":"x"}', 0, "{}", "")
    header = Header(
        replica or "019ac000-0000-7000-8000-000000000001", scope, 1, 1, "", lines_digest([line.text], bytes(32), 1),
        1 << 16, 1, signer.public,
    ).encode()  # fmt: skip
    return Segment(header, signer.sign(SIGNED + header), bytes(32), [line])


def test_a_poisoned_segment_among_good_ones_stops_only_what_follows_it(town: Town) -> None:
    one, two, three = town.counters(1, 2, 3)
    for number in range(3):
        received(one, f"Trần Văn {number}")
        one.freeze()
    received(two, "Lê Văn Đức")
    mine, others = written(one), written(two)
    poisoned = [*mine[:-2], other_seed(mine[-2]), mine[-1], *others, by_stranger()]

    taken = take_in(three, bundle_of(one, three, poisoned, town.folder("mail")))

    assert names(three) == ["Lê Văn Đức", "Trần Văn 0"]
    assert taken.rows.quarantined == {quarantine.BROKEN: 1, Objection.UNKNOWN_KEY: 1}
    assert [each.digest for each in parked(three.db)] == [mine[-1].digest]
    told = {entry.reason: entry.remedy for entry in quarantine.entries(three.db)}
    assert told == {quarantine.BROKEN: Remedy.SEND_AGAIN, Objection.UNKNOWN_KEY: Remedy.NEWER_LIST}

    waiting = status(three.db, Keyring.load(three.db)).attention
    assert (waiting.quarantined, waiting.parked, waiting.forks) == (2, 1, 0)

    # The good one comes with the next bundle: what waited goes in, and the broken copy of it is nobody's work any more.
    send(one, three, town.folder("again"))
    assert names(three) == ["Lê Văn Đức", "Trần Văn 0", "Trần Văn 1", "Trần Văn 2"]
    assert parked(three.db) == []
    assert [entry.reason for entry in quarantine.entries(three.db)] == [Objection.UNKNOWN_KEY]


def test_what_the_program_fails_over_is_kept_and_goes_in_with_a_program_that_does_not(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = town.counters(1, 2)
    received(one, "Trần Văn 0")
    received(two, "Lê Văn Đức")
    bad = written(one)[-1].digest
    real = Applying.take_in

    def failing(self: Applying, segment: Segment) -> Any:
        taken = real(self, segment)
        if segment.digest == bad:
            raise OverflowError
        return taken

    monkeypatch.setattr(Applying, "take_in", failing)
    before = travelled(two.db)
    taken = send(one, two, town.folder("mail"))
    assert taken[0].rows.quarantined == {quarantine.NOT_APPLICABLE: 1}
    assert [row for row in travelled(two.db)["dossier"] if row not in before["dossier"]] == []

    monkeypatch.undo()
    assert retry(two).outcomes == {Outcome.APPLIED: 1}
    assert names(two) == ["Lê Văn Đức", "Trần Văn 0"]
    assert quarantine.count(two.db) == 0


def test_a_revoked_station_counts_up_to_its_last_valid_line_wherever_it_comes_from(town: Town) -> None:
    one, two, three = town.counters(1, 2, 3)
    received(two, "Lê Văn Đức")
    send(two, one, town.folder("a"))
    revoke(one, two.signer.public)
    received(two, "Trộm Văn Cắp")

    send(one, three, town.folder("b"))
    late = send(two, three, town.folder("c"))[0]

    assert names(three) == ["Lê Văn Đức"]
    assert late.rows.quarantined == {Objection.BEYOND_LAST_VALID: 1}
    assert quarantine.entries(three.db)[0].remedy is Remedy.ADMINISTRATOR


def test_what_waited_and_does_not_fit_its_forerunner_is_kept_in_quarantine(town: Town) -> None:
    one, three = town.counters(1, 3)
    received(one, "Trần Văn Lạ")
    first = written(one)[-1]
    before = parse_header(first.header)
    # A program with a fault signed a segment that leaves a number out.
    line = first.lines[0]._replace(number=before.last + 2)
    header = before._replace(
        first=line.number, last=line.number, previous=first.digest, lines=lines_digest([line.text], bytes(32), 1)
    ).encode()
    gap = Segment(header, one.signer.sign(SIGNED + header), bytes(32), [line])
    take_in(three, bundle_of(one, three, [gap], town.folder("gap")))
    assert len(parked(three.db)) == 1

    taken = take_in(three, bundle_of(one, three, [first], town.folder("first")))

    assert (parked(three.db), taken.rows.quarantined) == ([], {quarantine.BROKEN: 1})
    assert [entry.remedy for entry in quarantine.entries(three.db)] == [Remedy.SEND_AGAIN]


def test_what_waited_for_its_forerunner_is_judged_again_by_a_new_list(town: Town) -> None:
    one, two, three = town.counters(1, 2, 3)
    for number in range(2):
        received(two, f"Trần Văn {number}")
        two.freeze()
    _first, last = written(two)[-2:]
    take_in(three, bundle_of(two, three, [last], town.folder("a")))
    assert len(parked(three.db)) == 1
    revoke(one, two.signer.public, {})

    send(one, three, town.folder("b"))

    assert parked(three.db) == []
    assert [entry.reason for entry in quarantine.entries(three.db)] == [Objection.REVOKED]


def test_a_new_list_lets_in_what_came_before_it(town: Town) -> None:
    one, two, three = town.open("counter 1"), town.open("counter 2"), town.open("counter 3")
    received(three)
    send(three, one, town.folder("a"))
    # Counter 2 has a list from before counter 3 was enrolled, and gets its lines from counter 1.
    own = [read_segment(one.db, ref.digest) for ref in lacking(one.db, {})]
    theirs = [segment for segment in own if parse_header(segment.header).key == three.signer.public]
    take_in(two, bundle_of(one, two, theirs, town.folder("b")))
    assert names(two) == []
    assert quarantine.count(two.db) > 0

    send(one, two, town.folder("c"))
    assert names(two) == ["Hồ Thị Sương"]
    assert quarantine.count(two.db) == 0


def refused(register: Register, path: Path) -> str:
    with pytest.raises(Refused) as told:
        take_in(register, path)
    return told.value.reason


def test_bundles_of_strangers_and_for_others_are_refused_and_change_nothing(town: Town) -> None:
    one, two, three = town.counters(1, 2, 3)
    received(one)
    before = travelled(three.db)
    stranger = bundle_of(one, three, written(one), town.folder("a"), Signer.generate())
    assert refused(three, stranger) == Reason.BUNDLE_SENDER_UNKNOWN
    assert refused(three, bundle_of(one, two, written(one), town.folder("b"))) == Reason.BUNDLE_NOT_FOR_US
    assert travelled(three.db) == before


def test_the_same_bundle_again_is_known_and_read_no_further(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    one, two = town.counters(1, 2)
    received(one)
    path = export(one, member_of(one, two), town.folder("mail"))[0].path
    take_in(two, path)
    monkeypatch.setattr(type(two), "apply", None)
    assert take_in(two, path).known


def test_a_fault_in_the_middle_rolls_everything_back(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    one, two = town.counters(1, 2)
    received(one)
    path = export(one, member_of(one, two), town.folder("mail"))[0].path
    before = travelled(two.db)
    real = Applying.take_in

    def full(self: Applying, segment: Segment) -> Any:
        real(self, segment)
        raise MemoryError

    with monkeypatch.context() as patch:
        patch.setattr(Applying, "take_in", full)
        with pytest.raises(MemoryError):
            take_in(two, path)
    assert travelled(two.db) == before
    take_in(two, path)
    assert names(two) == ["Hồ Thị Sương"]


def test_quarantine_has_a_limit_and_what_found_no_room_is_taken_when_there_is_some(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = town.counters(1, 2)
    path = bundle_of(one, two, [by_stranger()], town.folder("mail"))
    monkeypatch.setattr(quarantine, "MOST_BYTES", 0)
    assert take_in(two, path).rows.no_room == 1
    assert quarantine.count(two.db) == 0
    monkeypatch.undo()
    take_in(two, path)
    assert quarantine.count(two.db) == 1
    with pytest.raises(Refused) as told:
        retry(two, ["nothing like it"])
    assert told.value.reason is Reason.UNKNOWN_QUARANTINE


def test_a_key_list_of_somebody_else_waits_for_its_fingerprint_to_be_compared(town: Town) -> None:
    one, two = town.counters(1, 2)
    hub = town.open("hub")
    path = write_rows(
        town.folder("mail"), sender=one.signer, sender_replica=one.by.replica, recipients=[two.identity.recipient],
        to=[two.signer.public], at=AT, segments=[], refs=[],
        documents={"keys": json.loads(list_in_force(hub.db)), "of the future": 1},
    ).path  # fmt: skip
    take_in(two, path)
    entry = quarantine.entries(two.db)[0]
    assert (entry.reason, entry.remedy) == (Reason.KEY_LIST_NOT_TRUSTED, Remedy.FINGERPRINT)


def test_a_copied_register_that_writes_on_is_an_alarm_until_its_key_is_struck_off(town: Town) -> None:
    one, two = town.counters(1, 2)
    received(two, "Trần Văn 0")
    two.close()
    place, aside = town.top / "counter 2", town.top / "copy"
    marks = Path(os.environ["COMMUNETUI_STATE"]) / "replicas"
    shutil.copytree(place, aside)
    mark = marks / f"{two.by.replica}.json"
    kept = mark.read_bytes()
    two = town.open("counter 2")
    received(two, "Trần Văn 1")
    send(two, one, town.folder("a"))
    two.close()
    # The copy is put in its place, mark and all, as a tool that restores whole disks would.
    shutil.rmtree(place)
    shutil.move(aside, place)
    mark.write_bytes(kept)
    copy = town.open("counter 2")
    received(copy, "Trần Văn 2")
    taken = send(copy, one, town.folder("b"))[0]

    assert taken.rows.outcomes[Outcome.FORKED] == 1
    assert names(one) == ["Trần Văn 0", "Trần Văn 1", "Trần Văn 2"]
    assert [alarm.key for alarm in alarms(one.db)] == [copy.signer.public]

    revoke(one, copy.signer.public)
    send(copy, one, town.folder("c"))
    assert alarms(one.db) == []
    assert len(forks(one.db)) == 1


def test_a_bundle_for_a_former_key_still_opens(town: Town) -> None:
    from communesync.keys.station import rotate

    one, two = town.counters(1, 2)
    received(one)
    path = export(one, member_of(one, two), town.folder("mail"))[0].path
    rotate(two)
    # Told with the next bundle; the issuer lists it, and counter 2 changes over.
    send(two, one, town.folder("a"))
    send(one, two, town.folder("b"))
    assert two.identity.recipient == member_of(one, two).recipient
    take_in(two, path)
    assert names(two) == ["Hồ Thị Sương"]


def test_negative_control_without_judging_a_strangers_segment_goes_in(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = town.counters(1, 2)
    path = bundle_of(one, two, [by_stranger()], town.folder("mail"))
    monkeypatch.setattr(Keyring, "judge", lambda *_: None)
    assert take_in(two, path).rows.outcomes == {Outcome.APPLIED: 1}
