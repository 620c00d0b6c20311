"""A line that is cut, slow or changes bytes: what arrived is not sent twice, and nothing wrong is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.hub.bad_line import BadLine, cut_after
from tests.hub.province import client, names, push_to, received

from communedb.domain.refusal import Reason, Refused
from communesync.exchange.outbox import Sending, export

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.hub.province import Province

    from communedb.register import Register


@pytest.fixture
def line(province: Province) -> Iterator[BadLine]:
    served = province.serve(province.open("hub"))
    made = BadLine(served.address)
    yield made
    made.close()


def bundle_of(station: Register, folder: Path) -> tuple[Path, str]:
    folder.mkdir()
    written = export(station, None, folder, Sending(announce=True))[0]
    return written.path, written.digest


def test_an_upload_that_is_cut_every_few_thousand_bytes_arrives_and_no_byte_of_it_was_sent_in_vain(
    province: Province, line: BadLine
) -> None:
    station = province.open("qd1")
    for number in range(40):
        received(station, f"Hồ Thị {'ABCDEFGHIJ'[number % 10]}")
    path, digest = bundle_of(station, province.top / "out")
    line.up = cut_after(4_500)

    here = client(station, line.address).upload(path, digest)

    assert here.state == "taken_in"
    size = path.stat().st_size
    assert line.connections > 5
    # Each connection carries a head of its own; of the content nothing went twice.
    assert line.carried["up"] < size + line.connections * 4_500


def test_a_download_that_is_cut_goes_on_from_where_it_was(province: Province, line: BadLine) -> None:
    one, two = province.open("qd1"), province.open("qd2")
    for number in range(40):
        received(one, f"Hồ Thị {'ABCDEFGHIJ'[number % 10]}")
    push_to(one, line.address)
    line.down = cut_after(6_000)

    push_to(two, line.address)

    assert len(names(two)) == 40
    assert line.connections > 3


@pytest.mark.parametrize("way", ["up", "down"])
def test_a_byte_that_changes_on_its_way_is_noticed_and_sent_again(province: Province, line: BadLine, way: str) -> None:
    one, two = province.open("qd1"), province.open("qd2")
    received(one)
    if way == "down":
        push_to(one, line.address)
    hurt = []

    def change_once(chunk: bytes, _: int) -> bytes:
        if len(chunk) > 3_000 and not hurt:
            hurt.append(True)
            return chunk[:-100] + bytes([chunk[-100] ^ 1]) + chunk[-99:]
        return chunk

    setattr(line, way, change_once)

    push_to(one if way == "up" else two, line.address)
    push_to(two, line.address)

    assert hurt
    assert names(two) == ["Hồ Thị Sương"]


def test_no_network_is_told_as_such_and_everything_stays_here(province: Province) -> None:
    station = province.open("qd1")
    received(station)

    with pytest.raises(Refused) as refused:
        push_to(station, "http://127.0.0.1:9")

    assert refused.value.reason is Reason.HUB_UNREACHABLE
    assert refused.value.facts["why"] == "line_refused"
    assert names(station) == ["Hồ Thị Sương"]


def test_cancelled_in_the_middle_it_goes_on_with_the_same_bundle_next_time(province: Province, line: BadLine) -> None:
    station = province.open("qd1")
    for number in range(90):
        received(station, f"Hồ Thị {'ABCDEFGHIJ'[number % 10]}")
    line.up = cut_after(4_500)
    seen: list[int] = []

    with pytest.raises(Refused) as refused:
        push_to(station, line.address, progress=lambda done, _: seen.append(done), cancelled=lambda: len(seen) > 1)
    assert refused.value.reason is Reason.EXCHANGE_CANCELLED
    left = [path.name for path in (station.folder / "outgoing").iterdir()]
    assert len(left) == 1
    line.up = cut_after(10**9)

    done = push_to(station, line.address)

    assert done.bundles == 1
    assert not list((station.folder / "outgoing").iterdir())
    assert len(names(province.open("hub", province.top / "hub"))) == 90
