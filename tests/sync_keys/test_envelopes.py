"""Envelopes are DSSE v1 to the byte, and nothing but what a trusted key signed comes out of one."""

from __future__ import annotations

import json
from base64 import b64encode, urlsafe_b64encode
from typing import Any

import pytest

from communedb.keys.signing import Signer
from communesync.keys import dsse
from communesync.keys.dsse import KEYS, LABEL, NotOpened, encoded, opened, opened_all, pae, parse, sign

HUB = Signer(b"\x01" * 32)
STRANGER = Signer(b"\x02" * 32)
PAYLOAD = '{"kind": "rows", "số": "Quảng Điền"}'.encode()


def read(text: str | bytes) -> bytes:
    return opened(parse(text), LABEL, {HUB.public})[0]


def is_refused(text: str | bytes) -> bool:
    try:
        read(text)
    except NotOpened:
        return True
    return False


def test_what_is_signed_is_the_example_of_the_specification() -> None:
    assert pae("http://example.com/HelloWorld", b"hello world") == (
        b"DSSEv1 29 http://example.com/HelloWorld 11 hello world"
    )
    assert pae("Đ", b"") == b"DSSEv1 2 \xc4\x90 0 "


def test_given_a_trusted_signature_payload_and_signer_come_out() -> None:
    envelope = sign(LABEL, PAYLOAD, HUB)
    assert opened(parse(encoded(envelope)), LABEL, {STRANGER.public, HUB.public}) == (PAYLOAD, HUB.public)


def test_given_another_programs_spelling_it_is_read_as_the_specification_asks() -> None:
    message = pae(LABEL, b"\xfb\xff\xfe")
    signature = {"keyid": HUB.public, "sig": urlsafe_b64encode(HUB.sign(message)).decode(), "note": 1}
    envelope = {"payload": "-__-", "payloadType": LABEL, "signatures": [{"sig": "AAAA"}, signature], "more": []}
    assert read(json.dumps(envelope, indent=2)) == b"\xfb\xff\xfe"


def changed(**members: Any) -> str:
    return encoded(sign(LABEL, PAYLOAD, HUB) | members)


SIGNATURE = sign(LABEL, PAYLOAD, HUB)["signatures"][0]
FORGED = {
    "stripped": changed(signatures=[]),
    "no signatures": changed(signatures=None),
    "signed by a stranger": encoded(sign(LABEL, PAYLOAD, STRANGER)),
    "a stranger's, under the hub's name": changed(
        signatures=[sign(LABEL, PAYLOAD, STRANGER)["signatures"][0] | {"keyid": HUB.public}]
    ),
    "another payload's": changed(signatures=sign(LABEL, PAYLOAD + b" ", HUB)["signatures"]),
    "payload swapped": changed(payload=b64encode(b"{}").decode()),
    "another type": changed(payloadType=KEYS),
    "signed as another type": changed(signatures=sign(KEYS, PAYLOAD, HUB)["signatures"]),
    "cut signature": changed(signatures=[SIGNATURE | {"sig": SIGNATURE["sig"][:-8]}]),
    "no key named": changed(signatures=[{"sig": SIGNATURE["sig"]}]),
    "nine signatures": changed(signatures=[SIGNATURE] * 9),
    "payload is a number": changed(payload=7),
    "signature is a list": changed(signatures=[[SIGNATURE]]),
    "not JSON": "{",
    "a list": "[]",
    "deep": "[" * 100_000,
    "a huge number": "1" * 100_000,
    "not UTF-8": b"\xff{}",
    "half a pair": changed(payload="\udc00"),
}


@pytest.mark.parametrize("text", FORGED.values(), ids=FORGED)
def test_given_a_forged_envelope_nothing_comes_out(text: str | bytes) -> None:
    assert is_refused(text)
    assert not is_refused(changed())


def test_given_more_than_may_be_it_is_refused_before_it_is_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dsse.json, "loads", lambda text: pytest.fail("parsed"))
    with pytest.raises(NotOpened):
        parse(" " * (dsse.MOST_BYTES + 1))


def accepted_flips() -> int:
    whole = changed().encode()
    flips = 0
    for bit in range(8 * len(whole)):
        flipped = bytearray(whole)
        flipped[bit // 8] ^= 1 << bit % 8
        flips += not is_refused(bytes(flipped))
    return flips


def test_given_any_bit_flipped_it_is_refused() -> None:
    assert accepted_flips() == 0


def test_negative_control_flips_are_read_when_no_signature_is_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dsse, "is_signed", lambda *_: True)
    assert accepted_flips() > 100


def test_given_two_signers_both_are_told_and_one_forged_does_not_hide_the_other() -> None:
    envelope = sign(LABEL, PAYLOAD, HUB, STRANGER)
    trusted = {HUB.public, STRANGER.public}
    assert opened_all(envelope, LABEL, trusted)[1] == [HUB.public, STRANGER.public]
    envelope["signatures"][0]["sig"] = envelope["signatures"][1]["sig"]
    assert opened_all(envelope, LABEL, trusted)[1] == [STRANGER.public]
