"""With a hub: every sending begins at what the hub says that it holds; safe is only what its receipt says."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import pytest
from tests.exchange.test_shared_folder import Centre
from tests.exchange.town import member_of, names, print_of, received, send

from communedb.domain.moment import utc_text
from communedb.domain.refusal import Reason, Refused
from communedb.journal.held import held
from communesync.exchange import quarantine
from communesync.exchange.folder import by_stick
from communesync.exchange.outbox import Sending, export, plan
from communesync.exchange.receipts import Receipt, last_receipt, signed, verified
from communesync.exchange.status import status
from communesync.keys.enrolment import join, list_in_force
from communesync.keys.keyring import Keyring

if TYPE_CHECKING:
    from pathlib import Path

    from tests.exchange.town import Town

    from communedb.journal.held import Vector
    from communedb.keys.signing import Signer
    from communedb.register import Register


def receipt_for(hub: Register, station: Register, durable: Vector, by: Signer | None = None) -> dict[str, Any]:
    told = Receipt(
        station=station.signer.public, received=held(hub.db), durable=durable, at=utc_text(hub.now())
    )  # fmt: skip
    return signed(told, by or hub.signer)


def answer(hub: Register, station: Register, folder: Path, **documents: Any) -> None:
    """The hub's answer, as a bundle."""
    send(hub, station, folder, Sending(announce=True, documents=documents))


def test_a_hub_restored_from_last_weeks_backup_is_refilled(town: Town) -> None:
    """R1: it says what it holds now, and that counts, whatever it acknowledged before."""
    one = town.open("counter 1")
    hub = town.hub_for(one)
    received(one, "Trần Văn 0")
    send(one, hub, town.folder("a"))
    hub.close()
    shutil.copytree(hub.folder, town.top / "backup")
    hub = town.open("hub")
    received(one, "Trần Văn 1")
    send(one, hub, town.folder("b"))
    answer(hub, one, town.folder("c"))
    assert plan(one, member_of(one, hub)).lines == 0
    hub.close()

    shutil.rmtree(hub.folder)
    shutil.copytree(town.top / "backup", hub.folder)
    hub = town.open("hub")
    town.clock.forward(hours=1)
    assert names(hub) == ["Trần Văn 0"]
    # Without its word, nothing would be sent: what was acknowledged says that all is there.
    assert plan(one, member_of(one, hub)).lines == 0
    answer(hub, one, town.folder("d"))

    assert plan(one, member_of(one, hub)).lines > 0
    send(one, hub, town.folder("e"))
    assert names(hub) == ["Trần Văn 0", "Trần Văn 1"]


def test_sent_is_not_safe_an_officer_sees_up_to_when_all_is_received_and_durable(town: Town) -> None:
    """R9."""
    one = town.open("counter 1")
    hub = town.hub_for(one)
    town.clock.set("2026-11-23 09:00")
    received(one, "Trần Văn 0")
    send(one, hub, town.folder("a"))
    backed_up = held(hub.db)
    town.clock.set("2026-11-23 10:00")
    received(one, "Trần Văn 1")
    before = status(one.db, Keyring.load(one.db))
    assert before.hub is None
    assert before.unsent.dossiers == 2
    send(one, hub, town.folder("b"))

    answer(hub, one, town.folder("c"), receipt=receipt_for(hub, one, backed_up))

    told = status(one.db, Keyring.load(one.db))
    assert told.hub is not None
    assert told.hub.received.all
    assert not told.hub.durable.all
    assert utc_text(told.hub.durable.until) == "2026-11-23T03:00:00Z"
    assert (told.unsent.lines, told.unsent.dossiers, told.unsent.since) == (0, 0, None)
    # What is entered from now on is neither.
    town.clock.set("2026-11-23 10:30")
    received(one, "Trần Văn 2")
    later = status(one.db, Keyring.load(one.db))
    assert later.hub is not None
    assert not later.hub.received.all
    assert utc_text(later.hub.received.until) == "2026-11-23T03:30:00Z"
    assert later.unsent.dossiers == 1


def test_a_receipt_that_the_hub_did_not_sign_makes_nothing_safe(town: Town) -> None:
    one = town.open("counter 1")
    hub = town.hub_for(one)
    received(one)
    send(one, hub, town.folder("a"))
    forged = receipt_for(hub, one, held(hub.db), by=one.signer)
    with pytest.raises(Refused) as told:
        verified(Keyring.load(one.db), forged)
    assert told.value.reason is Reason.HUB_RECEIPT_BAD

    answer(hub, one, town.folder("b"), receipt=forged)

    assert status(one.db, Keyring.load(one.db)).hub is None
    assert [entry.reason for entry in quarantine.entries(one.db)] == [Reason.HUB_RECEIPT_BAD]


def test_stations_hand_the_hubs_receipt_on_and_an_older_one_changes_nothing(town: Town) -> None:
    one, two = town.counters(1, 2)
    hub = town.hub_for(one, two)
    join(one, list_in_force(hub.db), print_of(hub))
    received(one)
    send(one, hub, town.folder("a"))
    old = receipt_for(hub, one, {})
    town.clock.forward(minutes=5)
    answer(hub, one, town.folder("b"), receipt=receipt_for(hub, one, held(hub.db)))
    answer(hub, one, town.folder("c"), receipt=old)

    by_stick(one, town.folder("stick"))
    by_stick(two, town.top / "folders" / "stick")

    kept = last_receipt(two.db, Keyring.load(two.db))
    assert kept is not None
    assert kept.durable == kept.received
    seen = status(two.db, Keyring.load(two.db)).hub
    assert seen is not None
    assert seen.durable.until == seen.received.until


def test_over_the_shared_folder_the_pc_without_a_network_shows_what_is_safe_too(town: Town) -> None:
    one, two = town.counters(1, 2)
    hub = town.hub_for(one, two)
    join(one, list_in_force(hub.db), print_of(hub))
    received(two)
    centre = Centre(town.folder("share"), [one, two])
    centre.turns(4)
    send(one, hub, town.folder("a"))
    assert status(two.db, Keyring.load(two.db)).unsent.dossiers == 1
    answer(hub, one, town.folder("b"), receipt=receipt_for(hub, one, {}))

    centre.turns(3)

    assert last_receipt(two.db, Keyring.load(two.db)) is not None
    # What the hub has, it need not be sent again, though nothing but its receipt was heard of it here.
    told = status(two.db, Keyring.load(two.db))
    assert told.hub is not None
    assert (told.hub.received.all, told.unsent.lines) == (True, 0)
    assert plan(two, member_of(two, hub)).lines == 0


def test_two_stations_get_each_others_rows_through_the_hub(town: Town) -> None:
    one, two = town.counters(1, 2)
    hub = town.hub_for(one, two)
    received(one, "Trần Văn 0")
    received(two, "Trần Văn 1")
    stick = town.folder("stick")
    by_stick(one, stick)
    by_stick(two, stick)
    by_stick(hub, stick, documents_for=lambda member: {"receipt": receipt_for(hub, one, held(hub.db))})
    by_stick(one, stick)
    by_stick(two, stick)
    assert names(one) == names(two) == names(hub) == ["Trần Văn 0", "Trần Văn 1"]
    # The hub's word and its receipt came with it.
    assert plan(one, member_of(one, hub)).lines == 0
    assert last_receipt(two.db, Keyring.load(two.db)) is not None


def test_a_large_sending_is_cut_and_its_size_is_told_before(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    from communesync.exchange import outbox

    monkeypatch.setattr(outbox, "LEAST_SIZE", 1)
    one, two = town.counters(1, 2)
    for number in range(12):
        received(one, f"Trần Văn {number}")
        one.freeze()
    todo = plan(one, member_of(one, two))
    assert todo.lines > 12
    mail = town.folder("mail")
    cut = export(one, member_of(one, two), mail, Sending(max_size=todo.size // 3))
    assert len(cut) > 2
    whole = export(one, member_of(one, two), mail, Sending(max_size=1))
    # One segment cannot be cut; each then has a bundle of its own.
    assert {written.segments for written in whole} == {1}


def test_nobody_to_send_to_is_told(town: Town) -> None:
    hub = town.open("hub")
    with pytest.raises(Refused) as told:
        plan(hub, None)
    assert told.value.reason is Reason.NOBODY_TO_SEND_TO
