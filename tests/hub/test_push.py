"""What an officer's push does beside the lines: files after their rows, size before sending, by itself when allowed."""

from __future__ import annotations

import io
import threading
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest
from tests.hub.province import client, names, push_to, received, until

from communedb.desk.attachments import attach
from communedb.desk.office import set_setting
from communedb.domain.refusal import Reason, Refused
from communesync.exchange.folder import exchanging
from communesync.exchange.wanted import not_received
from communesync.keys.station import rotate
from communesync.transports.background import BackgroundPush
from communesync.transports.connection import Line
from communesync.transports.http import HubClient
from communesync.transports.push import Pushed, push

if TYPE_CHECKING:
    from tests.hub.province import Province

    from communedb.register import Register
    from communesync.exchange.plan import Plan


def attached(register: Register, dossier: str, content: bytes) -> str:
    kept = register.files.store(io.BytesIO(content))
    register.write(attach, dossier, kept, name="bản quét.pdf")
    return sha256(content).hexdigest()


def test_an_attachment_goes_up_after_its_row_and_down_to_the_other_counter(province: Province) -> None:
    hub, one, two = province.open("hub"), province.open("qd1"), province.open("qd2")
    served = province.serve(hub)
    content = b"%PDF-1.7\n" + bytes(range(256)) * 400
    digest = attached(one, received(one), content)

    push_to(one, served.address)
    push_to(two, served.address)

    assert hub.files.has(digest)
    assert two.files.has(digest)


def test_on_a_metered_line_rows_go_and_files_wait(province: Province) -> None:
    hub, one = province.open("hub"), province.open("qd1")
    served = province.serve(hub)
    digest = attached(one, received(one), b"%PDF-1.7\n" + b"x" * 50_000)
    one.write(set_setting, "metered", "yes")

    push_to(one, served.address)
    assert names(hub) == ["Hồ Thị Sương"]
    assert not_received(hub.db, [digest]) == {digest}

    push_to(one, served.address, rows_only=False)
    assert not_received(hub.db, [digest]) == set()


def test_the_size_is_known_before_anything_is_sent_and_no_means_no(province: Province) -> None:
    hub, one = province.open("hub"), province.open("qd1")
    served = province.serve(hub)
    received(one)
    asked: list[Plan] = []

    def refuse(plan: Plan) -> bool:
        asked.append(plan)
        return False

    with pytest.raises(Refused) as refused:
        push_to(one, served.address, agree=refuse)

    assert refused.value.reason is Reason.EXCHANGE_CANCELLED
    assert (asked[0].lines > 5, 1_000 < asked[0].size < 100_000) == (True, True)
    assert names(hub) == []


def test_the_bar_never_goes_back_and_ends_at_its_end(province: Province) -> None:
    one, two = province.open("qd1"), province.open("qd2")
    served = province.serve(province.open("hub"))
    received(one)
    push_to(one, served.address)
    received(two)
    seen: list[tuple[int, int]] = []

    push_to(two, served.address, progress=lambda done, total: seen.append((done, total)))

    assert [done for done, _ in seen] == sorted(done for done, _ in seen)
    assert seen[-1][0] == seen[-1][1] > 0


def test_one_exchange_of_a_register_at_a_time(province: Province) -> None:
    one = province.open("qd1")
    served = province.serve(province.open("hub"))
    with exchanging(one), pytest.raises(Refused) as refused:
        push_to(one, served.address)
    assert refused.value.reason is Reason.EXCHANGE_UNDERWAY


@pytest.mark.parametrize("address", ["", "hub.hue.example", "ftp://hub.hue.example"])
def test_without_an_address_of_the_web_it_is_said_how_to_set_one(province: Province, address: str) -> None:
    one = province.open("qd1")
    one.write(set_setting, "hub_address", address)
    with pytest.raises(Refused) as refused:
        push(one)
    assert refused.value.reason is Reason.HUB_NOT_SET


def test_a_renewed_key_is_told_to_the_hub_and_serves_after_the_next_list(province: Province) -> None:
    hub, one = province.open("hub"), province.open("qd1")
    served = province.serve(hub)
    push_to(one, served.address)
    before = one.signer.public
    rotate(one)
    received(one)

    for _ in range(3):
        push_to(one, served.address)
    received(one, "Lê Văn Bảy")
    push_to(one, served.address)

    assert one.signer.public != before
    assert names(hub) == ["Hồ Thị Sương", "Lê Văn Bảy"]


def test_in_the_background_it_sends_when_a_connection_appears_and_stops_at_once(province: Province) -> None:
    hub, one = province.open("hub"), province.open("qd1")
    served = province.serve(hub)
    address = served.address
    one.write(set_setting, "hub_address", address)
    told: list[Pushed | Refused] = []
    loop = BackgroundPush(one, told.append, look=0.05)
    received(one)
    loop.start()
    try:
        threading.Event().wait(0.3)
        assert (told, names(hub)) == ([], [])

        one.write(set_setting, "send_in_background", "yes")
        until(lambda: names(hub) == ["Hồ Thị Sương"])
        received(one, "Lê Văn Bảy")
        loop.wake()
        until(lambda: names(hub) == ["Hồ Thị Sương", "Lê Văn Bảy"])
        until(lambda: len(told) >= 2)
        assert all(isinstance(one, Pushed) for one in told)
    finally:
        assert loop.stop(seconds=10)
    assert not any(thread.name == "background-push" for thread in threading.enumerate())


def test_a_hub_that_is_not_there_is_asked_ever_less_often_and_nobody_is_bothered(province: Province) -> None:
    one = province.open("qd1")
    one.write(set_setting, "hub_address", "http://127.0.0.1:9")
    one.write(set_setting, "send_in_background", "yes")
    received(one)
    told: list[Pushed | Refused] = []
    loop = BackgroundPush(one, told.append, look=0.02)
    loop.start()
    threading.Event().wait(0.5)
    assert loop.stop(seconds=10)

    assert told == []
    assert 2 <= loop._failures <= 7


def test_the_proxy_of_the_settings_is_used_and_a_certificate_file_that_is_none_is_named(province: Province) -> None:
    one = province.open("qd1")
    served = province.serve(province.open("hub"))
    # The hub is no proxy and knows no such path, but it was asked: nothing resolves the name.
    HubClient(Line("http://hub.hue.example", proxy=served.address), lambda: one.signer).is_there()
    until(lambda: [(line["route"], line["status"]) for line in province.logged if "route" in line] == [("other", 404)])

    broken = HubClient(Line("https://hub.hue.example", ca_file="/no/such/ca.pem"), lambda: one.signer)
    with pytest.raises(Refused) as refused:
        broken.ask("GET", "/v1/vector")
    assert refused.value.facts["address"] == "/no/such/ca.pem"


def test_a_hub_whose_disk_is_full_says_so_and_everything_stays_here(
    province: Province, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = province.open("qd1")
    served = province.serve(province.open("hub"))
    received(one)
    monkeypatch.setattr("communesync.hub.store.SPARE", 2**62)

    with pytest.raises(Refused) as refused:
        push_to(one, served.address)

    assert (refused.value.reason, refused.value.facts["why"]) == (Reason.HUB_REFUSED, "hub_no_room")
    monkeypatch.undo()
    push_to(one, served.address)
    assert names(province.open("hub", province.top / "hub")) == ["Hồ Thị Sương"]


def test_too_much_at_once_is_turned_away_before_it_is_read(province: Province) -> None:
    one = province.open("qd1")
    served = province.serve(province.open("hub"))
    with client(one, served.address) as talking, pytest.raises(Refused) as refused:
        talking.ask("PUT", f"/v1/bundles/{'a' * 64}", b"x" * (8 * 1024 * 1024 + 1))
    assert (refused.value.reason, refused.value.facts["why"]) == (Reason.HUB_REFUSED, "hub_too_large")
    with client(one, served.address) as talking, pytest.raises(Refused) as refused:
        talking.ask("PUT", f"/v1/bundles/{'a' * 64}", b"not what the digest says")
    assert refused.value.facts["why"] == "line_damaged"
