"""The signature is the sign-in: strangers, wrong signatures, revoked keys and repetitions all hear the same."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
import urllib3
from tests.hub.province import client, member_of, names, push_to, received

from communedb.domain.refusal import Reason, Refused
from communedb.keys.signing import Signer
from communesync.exchange.outbox import export
from communesync.hub.signin import CHALLENGE_SECONDS, Challenges, Nonces
from communesync.hub.visitors import Rates
from communesync.keys import dsse
from communesync.keys.issuing import revoke
from communesync.transports.token import MOST_BYTES, read_token, sign_request

if TYPE_CHECKING:
    from tests.hub.province import Province

    from communesync.hub.serve import Served

NOTHING = "f" * 64


@dataclass
class Answer:
    status: int
    body: bytes
    headers: dict[str, str]

    @property
    def heard(self) -> tuple[int, bytes, list[str]]:
        """All that can be told apart: the challenge is different every time, for everybody."""
        return self.status, self.body, sorted(self.headers)


def ask(served: Served, target: str, signed: str = "", method: str = "GET", body: bytes | None = None) -> Answer:
    headers = {"Authorization": signed} if signed else {}
    with urllib3.PoolManager() as pool:
        answer = pool.request(method, served.address + target, headers=headers, body=body, retries=False)
    return Answer(answer.status, answer.data, {name.lower(): value for name, value in answer.headers.items()})


def challenge_of(served: Served) -> str:
    found = re.search('challenge="([^"]+)"', ask(served, "/v1/vector").headers["www-authenticate"])
    assert found is not None
    return found[1]


def test_whoever_has_no_key_that_counts_learns_nothing_not_even_why(province: Province) -> None:
    hub, station, thief = (province.open(name) for name in ("hub", "qd1", "qd2"))
    served = province.serve(hub)
    revoke(hub, thief.signer.public)
    challenge = challenge_of(served)
    target = f"/v1/bundles/{NOTHING}"
    good = sign_request(station.signer, "GET", target, b"", challenge)
    forged = json.loads(json.dumps(dsse.parse(_envelope(good))))
    forged["signatures"][0]["sig"] = dsse.sign(dsse.REQUEST, b"x", station.signer)["signatures"][0]["sig"]

    answers = [
        ask(served, target),
        ask(served, target, "Basic YWRtaW46YWRtaW4="),
        ask(served, target, "DSSE !!!"),
        ask(served, target, sign_request(Signer.generate(), "GET", target, b"", challenge)),
        ask(served, target, sign_request(thief.signer, "GET", target, b"", challenge)),
        ask(served, target, sign_request(hub.signer, "GET", target, b"", challenge)),
        ask(served, target, _header(forged)),
        ask(served, target, sign_request(station.signer, "GET", "/v1/vector", b"", challenge)),
        ask(served, target, sign_request(station.signer, "PUT", target, b"", challenge)),
        ask(served, target, sign_request(station.signer, "GET", target, b"", "1.00000000000000000000000000000000")),
        ask(served, target, sign_request(station.signer, "GET", target, b"", "")),
    ]

    assert {str(answer.heard) for answer in answers} == {str(answers[0].heard)}
    assert answers[0].status == 401
    assert json.loads(answers[0].body) == {"error": "not_signed_in"}
    # The control: the same request, rightly signed, is served.
    assert ask(served, target, good).status == 200


def test_a_request_that_was_listened_to_is_not_served_a_second_time(province: Province) -> None:
    station = province.open("qd1")
    served = province.serve(province.open("hub"))
    signed = sign_request(station.signer, "GET", "/v1/vector", b"", challenge_of(served))

    assert ask(served, "/v1/vector", signed).status == 200
    assert ask(served, "/v1/vector", signed).status == 401


def test_a_request_of_before_a_restart_is_not_served_after_it(province: Province) -> None:
    station, hub = province.open("qd1"), province.open("hub")
    served = province.serve(hub)
    never_arrived = sign_request(station.signer, "GET", "/v1/vector", b"", challenge_of(served))
    province.stop()

    assert ask(province.serve(hub), "/v1/vector", never_arrived).status == 401


def test_a_station_whose_clock_is_off_by_days_signs_in(province: Province) -> None:
    hub, station = province.open("hub"), province.open("qd1")
    served = province.serve(hub)
    received(station)
    province.clock.forward(days=-40)

    push_to(station, served.address)

    assert names(hub) == ["Hồ Thị Sương"]


def test_a_revoked_station_gets_nothing_and_its_officer_hears_that_it_is_not_enrolled(province: Province) -> None:
    hub, station = province.open("hub"), province.open("qd1")
    served = province.serve(hub)
    push_to(station, served.address)
    revoke(hub, station.signer.public)
    received(station)

    with pytest.raises(Refused) as refused:
        push_to(station, served.address)

    assert refused.value.reason is Reason.NOT_ENROLLED
    assert names(hub) == []


def test_an_answer_is_for_the_station_that_asked_and_nobody_else(province: Province) -> None:
    hub, one, two = province.open("hub"), province.open("qd1"), province.open("qd2")
    served = province.serve(hub)
    received(one)
    push_to(one, served.address)
    answered = client(one, served.address).ask("POST", "/v1/answers", _statement(one, hub.signer.public))
    digest = answered["bundles"][0]["digest"]
    challenge, target = challenge_of(served), f"/v1/answers/{digest}"

    assert ask(served, target, sign_request(two.signer, "GET", target, b"", challenge)).status == 404
    assert ask(served, target, sign_request(one.signer, "GET", target, b"", challenge)).status == 200


def test_a_body_that_is_not_the_signed_one_is_not_looked_at(province: Province) -> None:
    station, hub = province.open("qd1"), province.open("hub")
    served = province.serve(hub)
    said = _statement(station, hub.signer.public)
    signed = sign_request(station.signer, "POST", "/v1/answers", said, challenge_of(served))

    answer = ask(served, "/v1/answers", signed, "POST", said[:-3] + b"9" + said[-2:])

    assert (answer.status, json.loads(answer.body)["error"]) == (422, "not_as_signed")


def test_the_upload_as_any_client_may_do_it_by_digest_and_offset_once_or_twice(province: Province) -> None:
    station, hub = province.open("qd1"), province.open("hub")
    served = province.serve(hub)
    received(station)
    out = province.top / "out"
    out.mkdir()
    written = export(station, member_of(station, hub), out)[0]
    content, challenge = written.path.read_bytes(), challenge_of(served)
    target = f"/v1/bundles/{written.digest}"

    def sent(method: str, query: str = "", body: bytes = b"") -> Answer:
        signed = sign_request(station.signer, method, target + query, body, challenge)
        return ask(served, target + query, signed, method, body or None)

    assert sent("HEAD").headers["upload-offset"] == "0"
    wrong = sent("PATCH", f"?offset=10&length={len(content)}", content[10:20])
    assert (wrong.status, wrong.headers["upload-offset"]) == (409, "0")
    part = sent("PATCH", f"?offset=0&length={len(content)}", content[:500])
    assert (part.status, part.headers["upload-offset"]) == (204, "500")
    assert sent("HEAD").headers["upload-complete"] == "?0"
    for _ in range(2):
        whole = sent("PUT", "", content)
        assert (whole.status, json.loads(whole.body)["state"]) == (200, "taken_in")
    done = sent("HEAD")
    assert (done.headers["upload-offset"], done.headers["upload-complete"]) == (str(len(content)), "?1")
    assert names(hub) == ["Hồ Thị Sương"]


def test_strangers_are_slowed_down_and_a_station_at_the_same_address_is_not(province: Province) -> None:
    station = province.open("qd1")
    served = province.serve(province.open("hub"), Rates(strangers=(5, 0.001)))
    challenge = challenge_of(served)

    heard = [ask(served, "/v1/vector").status for _ in range(7)]

    assert heard == [401] * 4 + [429] * 3
    assert ask(served, "/v1/vector", sign_request(station.signer, "GET", "/v1/vector", b"", challenge)).status == 200


def test_a_station_that_asks_too_often_is_told_when_to_come_back(province: Province) -> None:
    station, other = province.open("qd1"), province.open("pt1")
    served = province.serve(province.open("hub"), Rates(requests=(3, 0.5)))
    challenge = challenge_of(served)

    def asked(who: Signer) -> Answer:
        return ask(served, "/v1/vector", sign_request(who, "GET", "/v1/vector", b"", challenge))

    heard = [asked(station.signer) for _ in range(4)]

    assert [answer.status for answer in heard] == [200, 200, 200, 429]
    assert 1 <= int(heard[-1].headers["retry-after"]) <= 3
    assert asked(other.signer).status == 200


def test_a_challenge_serves_for_minutes_and_a_nonce_once_in_that_time() -> None:
    at = [1_000.0]
    challenges, nonces = Challenges(lambda: at[0]), Nonces(lambda: at[0])
    given = challenges.give()
    assert challenges.is_fresh(given)
    assert nonces.is_new("a")
    at[0] += CHALLENGE_SECONDS
    assert challenges.is_fresh(given)
    assert not nonces.is_new("a")
    at[0] += 2
    assert not challenges.is_fresh(given)
    # Only now is the nonce forgotten, when no challenge can serve any more that it was used with.
    assert nonces.is_new("a")


def test_a_token_names_its_key_and_fits_a_header() -> None:
    signer = Signer.generate()
    header = sign_request(signer, "PATCH", f"/v1/bundles/{NOTHING}?offset=123456789&length=987654321", b"abc", "c" * 45)
    assert len(header) < MOST_BYTES / 2
    token = read_token(header)
    assert (token.key, token.size) == (signer.public, 3)


def _statement(station: object, hub: str) -> bytes:
    from communesync.exchange.statement import own_statement

    return own_statement(station.db, station.now(), lambda _: True).model_dump_json().encode()


def _envelope(header: str) -> bytes:
    from base64 import b64decode

    return b64decode(header.split(" ")[1])


def _header(envelope: dict[str, object]) -> str:
    from base64 import b64encode

    return f"DSSE {b64encode(dsse.encoded(envelope).encode()).decode()}"
