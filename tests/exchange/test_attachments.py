"""Attachments travel after the rows, in parts, and are asked for until they are whole and right."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

import pytest
from tests.exchange.test_shared_folder import centre_of
from tests.exchange.town import ANNOUNCED, member_of, received, send

from communedb.desk.attachments import attach
from communedb.domain.refusal import Reason, Refused
from communedb.files import pieces
from communesync.exchange import incoming, outbox, outgoing, quarantine
from communesync.exchange.inbox import take_in
from communesync.exchange.outbox import Sending, export, plan
from communesync.exchange.status import status
from communesync.exchange.wanted import look_again, not_received, wanted_files
from communesync.keys.keyring import Keyring

if TYPE_CHECKING:
    from tests.exchange.town import Town

    from communedb.register import Register


def scanned(register: Register, size: int = 3_000) -> str:
    """A dossier with a scan; the digest of the scan."""
    content = b"%PDF-1.7 " + bytes(range(256)) * (size // 256)
    stored = register.files.store(content)
    register.write(attach, received(register), stored, "giấy khai sinh.pdf")
    return stored.digest


def content_of(register: Register, digest: str) -> str:
    register.files.check(digest)
    return sha256(register.files.read_part(digest, 0, 1 << 30)).hexdigest()


def test_the_row_comes_first_and_the_file_is_shown_as_not_received_until_it_is_there(town: Town) -> None:
    one, two = town.counters(1, 2)
    digest = scanned(one)
    mail = town.folder("mail")

    rows = export(one, member_of(one, two), mail, Sending(rows_only=True))
    take_in(two, rows[0].path)
    assert not_received(two.db, [digest, "0" * 64]) == {digest}

    # Counter 2 says what it lacks; that is what it is sent, and no row with it.
    send(two, one, mail)
    told = status(one.db, Keyring.load(one.db)).unsent
    assert (told.lines, told.files) == (0, 1)
    sent = export(one, member_of(one, two), mail)
    assert [len(written.parts) for written in sent] == [1]
    taken = take_in(two, sent[0].path)
    assert (taken.kind, taken.files) == ("files", 1)
    assert not_received(two.db, [digest]) == set()
    assert content_of(two, digest) == digest
    town.clock.forward(minutes=1)
    send(two, one, town.folder("again"))
    assert status(one.db, Keyring.load(one.db)).unsent.files == 0


@pytest.fixture
def small_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(incoming, "MOST_PIECE", 10_000)
    monkeypatch.setattr(outgoing, "MOST_PIECE", 10_000)
    monkeypatch.setattr(pieces, "MOST_PIECE", 10_000)
    monkeypatch.setattr(outbox, "LEAST_SIZE", 1)


@pytest.mark.usefixtures("small_pieces")
def test_a_large_file_comes_in_parts_in_any_order_and_goes_on_where_it_was_broken_off(town: Town) -> None:
    one, two = town.counters(1, 2)
    digest = scanned(one, 100_000)
    bundles = export(one, member_of(one, two), town.folder("mail"), Sending(max_size=60_000))
    rows, files = [b for b in bundles if not b.parts], [b for b in bundles if b.parts]
    assert len(files) > 2
    # Parts that come before their row wait, and are read again when they come again.
    assert take_in(two, files[0].path).waiting == 1
    for bundle in rows:
        take_in(two, bundle.path)

    asked = iter([False] * 5)
    with pytest.raises(Refused) as told:
        take_in(two, files[-1].path, cancelled=lambda: next(asked, True))
    assert told.value.reason is Reason.EXCHANGE_CANCELLED
    for bundle in reversed(files[1:]):
        take_in(two, bundle.path)
    assert not_received(two.db, [digest]) == {digest}
    assert take_in(two, files[0].path).files == 1
    assert content_of(two, digest) == digest
    assert list((two.folder / "attachments" / "incoming").iterdir()) == []


@pytest.mark.usefixtures("small_pieces")
def test_only_the_rest_of_a_file_is_asked_for_and_sent(town: Town) -> None:
    one, two = town.counters(1, 2)
    digest = scanned(one, 100_000)
    bundles = export(one, member_of(one, two), town.folder("mail"), Sending(max_size=60_000))
    for bundle in bundles[:2]:
        take_in(two, bundle.path)
    (wanted,) = wanted_files(two.db, 10)
    assert wanted_files(two.db, 10, lambda scope: scope != "19867") == []
    assert 0 < wanted.received < wanted.size
    send(two, one, town.folder("answer"))

    todo = plan(one, member_of(one, two))
    assert todo.size == wanted.size - wanted.received
    for written in export(one, member_of(one, two), town.folder("rest")):
        take_in(two, written.path)
    assert content_of(two, digest) == digest


def test_what_is_kept_of_an_unfinished_file_is_not_in_the_clear(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    one, two = town.counters(1, 2)
    scanned(one, 100_000)
    monkeypatch.setattr(incoming, "_store", lambda files, wanted: True)
    for written in export(one, member_of(one, two), town.folder("mail")):
        take_in(two, written.path)
    kept = b"".join(path.read_bytes() for path in two.folder.rglob("*") if path.is_file())
    assert bytes(range(200)) not in kept


def test_a_wrong_file_is_thrown_away_told_and_asked_for_again(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    one, two = town.counters(1, 2)
    digest = scanned(one)
    with monkeypatch.context() as patch:
        real = type(one.files).read_part
        patch.setattr(type(one.files), "read_part", lambda *args: real(*args)[:-1] + b"!")
        bad = export(one, member_of(one, two), town.folder("mail"))
    for written in bad:
        take_in(two, written.path)
    assert not two.files.has(digest)
    assert [entry.reason for entry in quarantine.entries(two.db)] == [quarantine.FILE_WRONG]
    assert wanted_files(two.db, 10)[0].received == 0
    send(two, one, town.folder("answer"), ANNOUNCED)
    send(one, two, town.folder("again"))
    assert content_of(two, digest) == digest


def test_a_damaged_file_stops_no_other(town: Town) -> None:
    one, two = town.counters(1, 2)
    first, second = scanned(one, 3_000), scanned(one, 6_000)
    one.files._path(first).write_bytes(b"age-encryption.org/v1 no more")
    for written in export(one, member_of(one, two), town.folder("mail")):
        take_in(two, written.path)
    assert not_received(two.db, [first, second]) == {first}


def test_over_the_shared_folder_files_follow_by_themselves(town: Town) -> None:
    centre = centre_of(town, 1, 2, 3)
    centre.turns(2)
    digest = scanned(centre.registers[0])
    centre.turns(8)
    assert [content_of(register, digest) for register in centre.registers] == [digest] * 3
    assert centre.bundles() == []


def test_after_a_restore_without_its_files_they_are_asked_for(town: Town) -> None:
    one, two = town.counters(1, 2)
    digest = scanned(one)
    send(one, two, town.folder("mail"))
    two.files._path(digest).unlink()
    assert look_again(two) == 1
    send(two, one, town.folder("answer"))
    send(one, two, town.folder("again"))
    assert content_of(two, digest) == digest
    assert look_again(two) == 0


def test_nobody_is_sent_a_file_by_asking_for_its_digest(town: Town) -> None:
    one, two = town.counters(1, 2)
    digest = one.files.store(b"%PDF-1.7 belongs to no dossier").digest
    send(one, two, town.folder("mail"))
    two.apply(lambda applying: applying.db.conn.execute("INSERT INTO file_wanted VALUES (?, 30, 0, '')", (digest,)))
    send(two, one, town.folder("ask"))
    assert plan(one, member_of(one, two)).files == []
