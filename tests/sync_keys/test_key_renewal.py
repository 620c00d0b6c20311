"""A station's key is replaced by another that the old one vouches for, and nothing of it is refused in between."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any

import pytest
from tests.sync_keys.cast import UNIT, Station, enrolled, in_force_at, listed, print_of, reason_of, segment

from communedb.desk.office import set_setting
from communedb.domain.refusal import Reason
from communedb.journal.freeze import read_segment
from communedb.journal.segment import parse_header
from communedb.keys.signing import Signer
from communedb.stores import station_keys
from communesync.keys import dsse
from communesync.keys.enrolment import accept, list_in_force, request
from communesync.keys.issuing import revoke, signed_up_to, take_list
from communesync.keys.key_list import adopt, sign_list
from communesync.keys.keyring import Keyring, Objection
from communesync.keys.members import Role
from communesync.keys.renewal import Renewal, read_renewal, renewal, take_renewal
from communesync.keys.station import installation, rotate, settle

if TYPE_CHECKING:
    from tests.centre import Centre

    from communedb.register import Register
    from communesync.keys.key_list import KeyList

NUMBERS = count(3_555_001)
AT = "2026-11-23T01:00:00Z"


def told(station: Register) -> dict[str, Any]:
    """What the station has to tell the issuer."""
    envelope = renewal(station.db, AT)
    assert envelope is not None
    return envelope


def taken(issuer: Register, envelope: dict[str, Any]) -> KeyList:
    return issuer.write(lambda tx: take_renewal(tx.db, envelope, tx.stamp()))


def adopts(station: Register, issuer: Register) -> KeyList:
    return station.write(lambda tx: adopt(tx.db, list_in_force(issuer.db), tx.stamp()))


def save(station: Register) -> list[str]:
    """An officer saves, and what was saved is frozen: the new segments."""
    station.write(set_setting, "centre_phone", f"0234 {next(NUMBERS)}")
    digests = station.freeze()
    assert digests
    return digests


def judged(station: Register, digest: str, at: Register) -> Objection | None:
    found = read_segment(station.db, digest)
    return Keyring.load(at.db).judge(parse_header(found.header), found.signature)


def everything(station: Register, at: Register) -> set[Objection | None]:
    """What another register objects to in all that a station ever froze."""
    digests = station.db.conn.execute(
        "SELECT digest FROM journal_segment WHERE replica = ?", (installation(station.db).replica,)
    ).fetchall()
    assert digests
    return {judged(station, digest, at) for (digest,) in digests}


class TestAListedStation:
    """Counter 2, enrolled by counter 1, gets another key."""

    @pytest.fixture
    def old(self, counter_1: Register, counter_2: Register) -> str:
        enrolled(counter_1, counter_2)
        save(counter_2)
        rotate(counter_2)
        return counter_2.signer.public

    def test_it_goes_on_with_the_old_key_until_the_new_one_is_listed(
        self, counter_1: Register, counter_2: Register, old: str
    ) -> None:
        assert not settle(counter_2)
        save(counter_2)
        assert everything(counter_2, at=counter_1) == {None}
        # Bundles may be encrypted to the new key as soon as it is listed: it is read already.
        new = station_keys.waiting(counter_2.db)
        assert new is not None
        found = station_keys.identity_for(counter_2.db, [new.signer.public])
        assert found is not None
        assert found.recipient == new.identity.recipient

    def test_it_changes_over_and_both_keys_count_for_what_they_signed(
        self, counter_1: Register, counter_2: Register, old: str
    ) -> None:
        taken(counter_1, told(counter_2))
        save(counter_2)
        adopts(counter_2, counter_1)
        assert settle(counter_2)
        assert counter_2.signer.public != old
        (after,) = save(counter_2)
        assert parse_header(read_segment(counter_2.db, after).header).key == counter_2.signer.public
        assert everything(counter_2, at=counter_1) == {None}
        last = signed_up_to(counter_2.db, old)
        closed = taken(counter_1, told(counter_2))
        assert everything(counter_2, at=counter_1) == {None}
        # The old key, should somebody have it, says nothing new; the new one nothing about before.
        member = closed.member(old)
        assert member is not None
        assert (member.revoked, member.last_valid) == (True, last)
        (place, number) = next(iter(last.items()))
        replica = place.partition("/")[0]
        former = next(k.signer for k in station_keys.own(counter_2.db) if k.signer.public == old)
        judge = Keyring.load(counter_1.db).judge
        assert judge(*segment(former, replica, UNIT, number + 1, number + 1)) is Objection.BEYOND_LAST_VALID
        assert judge(*segment(counter_2.signer, replica, UNIT, number, number)) is Objection.BEFORE_VALID_FROM

    def test_told_again_nothing_changes_and_then_there_is_nothing_to_tell(
        self, counter_1: Register, counter_2: Register, old: str
    ) -> None:
        first = told(counter_2)
        assert taken(counter_1, first) == taken(counter_1, first)
        adopts(counter_2, counter_1)
        assert renewal(counter_2.db, AT) is None
        settle(counter_2)
        second = told(counter_2)
        assert taken(counter_1, second) == taken(counter_1, second) == taken(counter_1, first)
        adopts(counter_2, counter_1)
        assert renewal(counter_2.db, AT) is None
        assert in_force_at(counter_2).version == 4

    def test_without_the_old_keys_signature_it_is_refused(
        self, counter_1: Register, counter_2: Register, old: str
    ) -> None:
        envelope = told(counter_2)
        whole = envelope["signatures"]
        for signatures in (whole[:1], whole[1:], [whole[0], whole[0] | {"keyid": old}]):
            stripped = envelope | {"signatures": signatures}
            assert reason_of(lambda envelope=stripped: taken(counter_1, envelope)) is Reason.ENROLMENT_BROKEN
        assert in_force_at(counter_1).version == 2

    def test_by_a_revoked_key_it_is_refused(self, counter_1: Register, counter_2: Register, old: str) -> None:
        envelope = told(counter_2)
        revoke(counter_1, old)
        assert reason_of(lambda: taken(counter_1, envelope)) is Reason.ENROLMENT_KEY_REVOKED

    def test_of_a_stranger_it_is_refused(self, counter_1: Register, counter_2: Register, old: str) -> None:
        stranger, accomplice = Station(), Station()
        theirs = Renewal(
            key=accomplice.signer.public, recipient=accomplice.identity.recipient,
            replaces=stranger.signer.public, last=None, made_at=AT,
        )  # fmt: skip
        payload = theirs.model_dump_json().encode()
        envelope = dsse.sign(dsse.RENEWAL, payload, accomplice.signer, stranger.signer)
        assert read_renewal(envelope) == theirs
        assert reason_of(lambda: taken(counter_1, envelope)) is Reason.NOT_ENROLLED
        assert reason_of(lambda: taken(counter_2, envelope)) is Reason.ENROLMENT_NOT_HERE


def test_given_a_revoked_station_it_has_a_new_key_at_once_and_is_enrolled_anew(
    counter_1: Register, counter_2: Register
) -> None:
    enrolled(counter_1, counter_2)
    old = counter_2.signer.public
    revoke(counter_1, old)
    adopts(counter_2, counter_1)
    rotate(counter_2)
    assert counter_2.signer.public != old
    assert accept(counter_1, request(counter_2), print_of(counter_2)).member(counter_2.signer.public)


class TestTheIssuer:
    """Counter 1 issues the list and gets another key itself."""

    def test_its_list_is_signed_by_both_keys_so_that_the_others_follow(
        self, counter_1: Register, counter_2: Register
    ) -> None:
        enrolled(counter_1, counter_2)
        save(counter_1)
        old = counter_1.signer.public
        rotate(counter_1)
        save(counter_1)
        adopts(counter_2, counter_1)
        assert in_force_at(counter_2).issuer == counter_1.signer.public != old
        assert everything(counter_1, at=counter_2) == {None}
        assert not Keyring.load(counter_2.db).carried

    def test_others_follow_though_they_missed_lists_in_between(self, counter_1: Register, counter_2: Register) -> None:
        enrolled(counter_1, counter_2)
        rotate(counter_1)
        rotate(counter_1)
        revoke(counter_1, counter_2.signer.public)
        adopts(counter_2, counter_1)
        assert in_force_at(counter_2) == in_force_at(counter_1)

    def test_a_stranger_does_not_take_over_by_naming_the_old_key(
        self, counter_1: Register, counter_2: Register
    ) -> None:
        enrolled(counter_1, counter_2)
        stranger = Station(5, Role.STATION)
        ours = in_force_at(counter_1).members[0]
        theirs = sign_list(listed(stranger, ours.but(revoked=True), version=9), stranger.signer)
        theirs["signatures"].append(theirs["signatures"][0] | {"keyid": ours.key})
        adopted = lambda: counter_2.write(lambda tx: adopt(tx.db, theirs, tx.stamp()))  # noqa: E731
        assert reason_of(adopted) is Reason.KEY_LIST_NOT_TRUSTED
        assert in_force_at(counter_2).issuer == ours.key

    def test_it_hands_over_to_its_own_next_key_and_to_nobody_else(
        self, counter_1: Register, counter_2: Register, hub: Register
    ) -> None:
        enrolled(counter_1, counter_2)
        accept(hub, request(counter_1), print_of(counter_1))
        theirs = sign_list(in_force_at(hub), hub.signer, counter_1.signer)
        for station in (counter_1, counter_2):
            adopted = lambda station=station: station.write(lambda tx: take_list(tx.db, theirs, tx.stamp()))  # noqa: E731
            assert reason_of(adopted) is Reason.KEY_LIST_NOT_TRUSTED


def test_given_an_officer_who_is_no_administrator_the_key_stays(counter_1: Register, centre: Centre) -> None:
    before = counter_1.signer.public
    assert reason_of(lambda: rotate(centre.open("reception"))) is Reason.ROLE_NOT_ALLOWED
    assert counter_1.signer.public == before
    assert isinstance(counter_1.signer, Signer)
