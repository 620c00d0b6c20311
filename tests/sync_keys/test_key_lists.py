"""A list counts only when a trusted issuer signed it, every member is well formed, and it is newer than the last."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from tests.sync_keys.cast import AT, UNIT, Station, listed, reason_of

from communedb.domain.refusal import Reason, Refused
from communesync.keys import dsse, key_list
from communesync.keys.key_list import KeyList, adopt, adopt_from, latest, parse_list, sign_list
from communesync.keys.members import Role

if TYPE_CHECKING:
    from collections.abc import Callable

    from communedb.register import Register

HUB = Station(number=1, role=Role.HUB, unit="46")
COUNTER = Station(1)
KEYS = listed(HUB, COUNTER.member(), Station(2).member())


def signed(members: dict[str, Any] | str | bytes, by: Station = HUB) -> str:
    payload = members if isinstance(members, bytes) else json.dumps(members).encode()
    return dsse.encoded(dsse.sign(dsse.KEYS, payload, by.signer))


def is_read(text: str | bytes) -> bool:
    try:
        return bool(parse_list(text))
    except Refused as refusal:
        if refusal.reason is not Reason.KEY_LIST_BROKEN:
            raise
        return False


def test_given_a_list_it_comes_back_as_it_was_signed() -> None:
    assert parse_list(dsse.encoded(sign_list(KEYS, HUB.signer))) == KEYS


def test_given_any_bit_flipped_it_is_refused() -> None:
    whole = dsse.encoded(sign_list(listed(HUB), HUB.signer)).encode()
    for bit in range(8 * len(whole)):
        flipped = bytearray(whole)
        flipped[bit // 8] ^= 1 << bit % 8
        assert not is_read(bytes(flipped)), f"bit {bit}"
    assert is_read(whole)


def member(at: int, **facts: Any) -> Callable[[dict[str, Any]], None]:
    return lambda said: said["members"][at].update(facts)


def whole(**facts: Any) -> Callable[[dict[str, Any]], None]:
    return lambda said: said.update(facts)


LOW_ORDER_RECIPIENT = "age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq5cu47z"
MALFORMED = {
    "a member twice": lambda said: said["members"].append(said["members"][1]),
    "a recipient twice": lambda said: member(2, recipient=said["members"][1]["recipient"])(said),
    "a number twice": member(2, station=1),
    "nobody": whole(members=[]),
    "too many": lambda said: said["members"].extend([said["members"][1]] * 5_000),
    "a key of low order": member(1, key="01" + "00" * 31),
    "a key that is no point": member(1, key="02" + "00" * 31),
    "a key in capitals": lambda said: member(1, key=said["members"][1]["key"].upper())(said),
    "a key with a line break": lambda said: member(1, key=said["members"][1]["key"] + "\n")(said),
    "a recipient of low order": member(1, recipient=LOW_ORDER_RECIPIENT),
    "no recipient": member(1, recipient="age1"),
    "an SSH recipient": member(1, recipient="ssh-ed25519 AAAA"),
    "a name written backwards": member(1, name="Quầy \u202e1"),
    "a name with what cannot be seen": member(1, name="Quầy\u200b 1"),
    "a Cyrillic name": member(1, name="Quầy Нuế"),
    "a full-width name": member(1, name="Ｑuầy 1"),
    "a name in pieces": member(1, name="Quâ\u0300y 1"),
    "a long name": member(1, name="a" * 121),
    "a name that is a number": member(1, name=1),
    "half a pair": member(1, name="\ud800"),
    "a version that is true": whole(version=True),
    "a version with a point": whole(version=1.0),
    "a version of text": whole(version="1"),
    "version 0": whole(version=0),
    "a huge version": whole(version=10**30),
    "another format": whole(v=2),
    "a moment with a line break": whole(made_at=AT + "\n"),
    "station 100": member(1, station=100),
    "Arabic digits": member(1, unit="١٩٨٦٧"),
    "a station that writes everything": member(1, writes=["*"]),
    "a station that writes what is shared": member(1, writes=[UNIT, "shared"]),
    "a station that reads another unit": member(1, reads=[UNIT, "19900"]),
    "an escrow with a key": member(1, role="escrow"),
    "a role that is not known": member(1, role="admin"),
    "a number for no replica": member(1, last_valid={"../../etc": 1}),
    "a number below zero": lambda said: member(1, last_valid={f"{COUNTER.replica}/{UNIT}": -1})(said),
    "scopes as text": member(1, writes=UNIT),
    "members as an object": lambda said: said.update(members=dict(enumerate(said["members"]))),
    "an issuer that is no member": lambda said: said["members"].pop(0),
    "an issuer that is revoked": member(0, revoked=True),
    "revoked by text": member(1, revoked="no"),
}  # fmt: skip


@pytest.mark.parametrize("spoil", MALFORMED.values(), ids=MALFORMED)
def test_given_a_malformed_list_it_is_refused_though_its_issuer_signed_it(
    spoil: Callable[[dict[str, Any]], object],
) -> None:
    said = json.loads(KEYS.model_dump_json())
    assert is_read(signed(said))
    spoil(said)
    assert not is_read(signed(said))


@pytest.mark.parametrize("payload", [b"", b"null", b"[]", b"[" * 100_000, b"\xff", b'{"v":1}', b"NaN"])
def test_given_a_payload_of_another_kind_it_is_refused(payload: bytes) -> None:
    assert not is_read(signed(payload))


def test_given_a_list_of_a_station_it_names_no_hub_and_no_other_unit() -> None:
    def by_counter(**facts: Any) -> bool:
        said = json.loads(listed(COUNTER, Station(2).member()).model_dump_json())
        said["members"][1].update(facts)
        return is_read(signed(said, COUNTER))

    assert by_counter()
    assert not by_counter(role="hub")
    assert not by_counter(unit="19900", reads=["19900"], writes=["19900"], valid_from={})


@pytest.fixture
def trusting(counter_1: Register) -> Register:
    """A station that trusts the hub, whose list 5 is in force."""
    take(counter_1, 5, first=True)
    return counter_1


def take(register: Register, version: int, *, by: Station = HUB, first: bool = False, **facts: Any) -> KeyList:
    envelope = sign_list(listed(HUB, COUNTER.member(), version=version, **facts), by.signer)
    return register.write(lambda tx: (adopt_from if first else adopt)(tx.db, envelope, tx.stamp()))


def version_at(register: Register) -> int:
    keys = latest(register.db, HUB.signer.public)
    assert keys is not None
    return keys.version


def test_given_rising_versions_each_comes_into_force_and_gaps_do_not_matter(trusting: Register) -> None:
    for version in (6, 9):
        take(trusting, version)
        assert version_at(trusting) == version


def test_given_the_list_in_force_again_nothing_changes(trusting: Register) -> None:
    take(trusting, 5)
    assert version_at(trusting) == 5


@pytest.mark.parametrize(("version", "facts"), [(4, {}), (1, {}), (5, {"name": "khác"})])
def test_given_an_older_list_or_another_of_the_same_version_it_is_refused(
    trusting: Register, version: int, facts: dict[str, str]
) -> None:
    assert reason_of(lambda: take(trusting, version, **facts)) is Reason.KEY_LIST_OLDER
    assert version_at(trusting) == 5


def test_negative_control_without_the_check_an_older_list_is_taken(
    trusting: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(key_list, "_is_in_force", lambda *_: False)
    take(trusting, 4)


def test_given_a_list_that_nobody_trusted_signed_it_is_refused(trusting: Register) -> None:
    stranger = Station(1, Role.HUB, "46")
    theirs = sign_list(listed(stranger, HUB.member(), version=9), stranger.signer)
    adopted = lambda: trusting.write(lambda tx: adopt(tx.db, theirs, tx.stamp()))  # noqa: E731
    assert reason_of(adopted) is Reason.KEY_LIST_NOT_TRUSTED
    assert reason_of(lambda: take(trusting, 6, by=stranger)) is Reason.KEY_LIST_BROKEN
    assert version_at(trusting) == 5
