"""What the hub keeps, when it calls it safe, and what happens after it was restored from a backup."""

from __future__ import annotations

import json
import re
import shutil
import sys
from typing import TYPE_CHECKING

import pytest
import urllib3
from tests.hub.bad_line import BadLine
from tests.hub.province import member_of, names, push_to, received, until

from communedb.domain.refusal import Reason, Refused
from communedb.journal.held import held
from communesync.exchange.outbox import Sending, export
from communesync.exchange.receipts import last_receipt
from communesync.exchange.status import status
from communesync.hub.answers import receipt_for
from communesync.hub.durable import back_up_hub, durable
from communesync.hub.logs import Log
from communesync.hub.service import BundleState, Hub
from communesync.hub.store import MOST_BUNDLE, MOST_PARTS, NotTheDigest, Store, WrongOffset
from communesync.keys import dsse
from communesync.keys.keyring import Keyring

if TYPE_CHECKING:
    from pathlib import Path

    from tests.hub.province import Province

    from communedb.register import Register


def at_hub(station: Register) -> tuple[bool, bool]:
    """Whether everything of a station is received, and whether it is safe."""
    found = status(station.db, Keyring.load(station.db)).hub
    assert found is not None
    return found.received.all, found.durable.all


def test_received_is_not_safe_and_safe_is_only_what_a_backup_that_was_read_back_holds(province: Province) -> None:
    hub, station = province.open("hub"), province.open("qd1")
    served = province.serve(hub)
    disk = province.top / "disk"
    disk.mkdir()
    received(station)

    push_to(station, served.address)
    assert at_hub(station) == (True, False)

    back_up_hub(hub, disk)
    province.clock.forward(minutes=1)
    push_to(station, served.address)
    assert at_hub(station) == (True, True)

    received(station, "Lê Văn Bảy")
    province.clock.forward(minutes=1)
    push_to(station, served.address)
    assert at_hub(station) == (True, False)


def test_a_backup_that_cannot_be_read_back_makes_nothing_safe(
    province: Province, monkeypatch: pytest.MonkeyPatch
) -> None:
    hub, disk = province.open("hub"), province.top / "disk"
    disk.mkdir()
    monkeypatch.setattr(sys.modules["communedb.backup.back_up"], "damaged_pages", lambda _: ["page 3"])

    with pytest.raises(Refused) as refused:
        back_up_hub(hub, disk)

    assert refused.value.reason is Reason.BACKUP_NOT_GOOD
    assert durable(hub.db) is None


def test_a_hub_that_was_restored_from_last_weeks_backup_is_refilled_by_the_next_exchange(province: Province) -> None:
    hub, station = province.open("hub"), province.open("qd1")
    disk = province.top / "disk"
    disk.mkdir()
    received(station, "Hồ Thị Sương")
    push_to(station, province.serve(hub).address)
    backup = back_up_hub(hub, disk).backup.folder
    province.clock.forward(days=7)
    received(station, "Lê Văn Bảy")
    push_to(station, province.serve(hub).address)
    assert len(names(hub)) == 2
    province.stop()

    restored = shutil.copytree(backup, province.top / "new machine")
    hub = province.open("hub", restored)
    assert names(hub) == ["Hồ Thị Sương"]
    assert hub.renewed
    province.clock.forward(minutes=5)
    push_to(station, province.serve(hub).address)

    assert names(hub) == ["Hồ Thị Sương", "Lê Văn Bảy"]
    assert at_hub(station)[0]


def test_every_original_bundle_is_kept_and_copied_with_the_backup(province: Province) -> None:
    hub, station = province.open("hub"), province.open("qd1")
    disk = province.top / "disk"
    disk.mkdir()
    received(station)
    done = push_to(station, province.serve(hub).address)
    kept = list((hub.folder / "bundles").glob("??/*.bundle"))
    assert len(kept) == done.bundles == 1

    made = back_up_hub(hub, disk)

    assert made.new_bundles == 1
    copy = made.backup.folder / kept[0].relative_to(hub.folder)
    assert copy.read_bytes() == kept[0].read_bytes()
    assert back_up_hub(hub, disk).new_bundles == 0


def test_a_bundle_that_was_kept_when_the_power_failed_is_taken_in_at_the_next_start(province: Province) -> None:
    hub, station = province.open("hub"), province.open("qd1")
    received(station)
    out = province.top / "out"
    out.mkdir()
    digest = Store(hub.folder).keep(export(station, member_of(station, hub), out)[0].path)
    assert names(hub) == []

    province.serve(hub)

    until(lambda: names(hub) == ["Hồ Thị Sương"])
    with Hub(hub, Log(lambda _: None)) as again:
        assert again.told(digest).state is BundleState.TAKEN_IN
        assert again.take_up() == 0


def test_a_receipt_that_the_hub_did_not_sign_makes_nothing_received_or_safe(province: Province) -> None:
    hub, station, liar = province.open("hub"), province.open("qd1"), province.open("qd2")
    served = province.serve(hub)
    line = BadLine(served.address)
    member = member_of(hub, station)
    lie = receipt_for(hub, member)
    body = json.loads(dsse.unverified(lie, dsse.RECEIPT))
    body["received"] = body["durable"] = held(station.db)
    lie = dsse.sign(dsse.RECEIPT, json.dumps(body).encode(), liar.signer)
    received(station)

    kept = b""

    def put_in(chunk: bytes, _: int) -> bytes:
        nonlocal kept
        kept += chunk
        head, _, content = kept.partition(b"\r\n\r\n")
        size = re.search(rb"content-length: (\d+)", head)
        if size and len(content) < int(size[1]):
            # The rest of the answer comes in another piece.
            return b""
        whole, kept = kept, b""
        if b'"receipt":' not in content:
            return whole
        changed = json.dumps(json.loads(content) | {"receipt": lie}).encode()
        length = f"content-length: {len(content)}".encode()
        return head.replace(length, f"content-length: {len(changed)}".encode()) + b"\r\n\r\n" + changed

    line.down = put_in
    try:
        with pytest.raises(Refused) as refused:
            push_to(station, line.address)
    finally:
        line.close()

    assert refused.value.reason is Reason.HUB_RECEIPT_BAD
    assert last_receipt(station.db, Keyring.load(station.db)) is None


def test_a_file_that_is_no_bundle_is_refused_and_not_kept(province: Province) -> None:
    hub = province.open("hub")
    junk = province.top / "junk.bundle"
    junk.write_bytes(b"no bundle at all" * 100)
    with Hub(hub, Log(lambda _: None)) as opened:
        assert opened.bring(junk).refused is Reason.BUNDLE_NOT_A_BUNDLE
        assert not list(opened.store.kept())


def test_an_upload_goes_on_only_where_it_ends_and_only_the_announced_bytes_are_kept(tmp_path: Path) -> None:
    store, key = Store(tmp_path), "a" * 64
    content = b"0123456789" * 100
    digest = dsse_digest(content)

    first = store.upload(key, digest, 0, 1_000)
    first.write(content[:400])
    first.close()
    assert store.offset(key, digest) == 400
    assert store.offset("b" * 64, digest) == 0
    with pytest.raises(WrongOffset) as wrong:
        store.upload(key, digest, 300, 1_000)
    assert wrong.value.offset == 400

    second = store.upload(key, digest, 400, 1_000)
    second.write(b"X" * 600)
    second.close()
    with pytest.raises(NotTheDigest):
        store.finish(key, digest)
    assert (store.offset(key, digest), store.has(digest)) == (0, False)

    third = store.upload(key, digest, 0, 1_000)
    third.write(content)
    third.close()
    store.finish(key, digest)
    assert store.path(digest).read_bytes() == content


def test_an_upload_over_a_dead_connection_gives_way_to_the_one_that_goes_on(tmp_path: Path) -> None:
    from communesync.hub.store import TakenOver

    store, key, digest = Store(tmp_path), "a" * 64, "d" * 64
    dead = store.upload(key, digest, 0, 100)
    dead.write(b"x" * 10)
    dead._file.flush()
    alive = store.upload(key, digest, 10, 100)
    alive.write(b"y" * 10)
    alive.close()

    with pytest.raises(TakenOver):
        dead.write(b"late")
    assert store.offset(key, digest) == 20


def test_limits_are_checked_before_a_byte_is_written(tmp_path: Path) -> None:
    store, key = Store(tmp_path), "a" * 64
    with pytest.raises(Refused) as refused:
        store.upload(key, "d" * 64, 0, MOST_BUNDLE + 1)
    assert refused.value.reason is Reason.BUNDLE_TOO_LARGE
    for number in range(MOST_PARTS + 3):
        store.upload(key, f"{number:064x}", 0, 100).close()
    store.upload("b" * 64, "e" * 64, 0, 100).close()
    assert len(list((tmp_path / "uploads").iterdir())) == MOST_PARTS + 1


@pytest.mark.parametrize("name", ["../../etc/passwd", "A" * 64, "a" * 63, "a" * 64 + "/"])
def test_what_a_client_says_is_never_a_path(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        Store(tmp_path).path(name)


def dsse_digest(content: bytes) -> str:
    from hashlib import sha256

    return sha256(content).hexdigest()


def test_logs_and_metrics_hold_codes_and_counts_and_nobodys_name(province: Province) -> None:
    hub, station = province.open("hub"), province.open("qd1")
    served = province.serve(hub)
    received(station, "Hồ Thị Sương")
    push_to(station, served.address)
    with urllib3.PoolManager() as pool:
        pool.request("GET", f"{served.address}/Hồ-Thị-Sương?name=Hồ Thị Sương", headers={"User-Agent": "Tran Thi Binh"})
        told = pool.request("GET", f"http://127.0.0.1:{served.metrics_port}/metrics").data.decode()
        hidden = pool.request("GET", f"{served.address}/metrics")
        healthy = pool.request("GET", f"{served.address}/healthz").json()
        described = pool.request("GET", f"{served.address}/openapi.json").json()

    assert hidden.status == 404
    assert healthy == {"status": "ok"}
    assert "/v1/bundles/{digest}" in described["paths"]
    assert 'communetui_hub_bundles_total{outcome="taken_in"} 1.0' in told
    assert 'communetui_hub_last_contact_seconds{unit="19867"}' in told
    logged = json.dumps(province.logged, ensure_ascii=False)
    for secret in ("Sương", "S%C6%B0%C6%A1ng", "046190011111", "Trần", "Binh", "127.0.0.1", station.signer.public):
        assert secret not in told
        assert secret not in logged
    # The control: something was logged of that exchange.
    assert {"bundle_taken_in", "request"} <= {line["event"] for line in province.logged}
    assert any(line.get("unit") == "19867" for line in province.logged)


def test_a_fault_of_the_program_is_logged_by_its_place_without_its_words(
    province: Province, monkeypatch: pytest.MonkeyPatch
) -> None:
    hub, station = province.open("hub"), province.open("qd1")
    served = province.serve(hub)
    received(station)

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("Hồ Thị Sương")

    monkeypatch.setattr("communesync.hub.service.take_in", fail)
    out = province.top / "out"
    out.mkdir()
    served.hub.store.keep(export(station, member_of(station, hub), out, Sending())[0].path)
    digest = next(served.hub.store.kept())

    with pytest.raises(RuntimeError):
        served.hub.submit(digest).result()

    fault = next(line for line in province.logged if line["event"] == "bundle_fault")
    assert (fault["fault"], "Sương" in json.dumps(province.logged, ensure_ascii=False)) == ("RuntimeError", False)
