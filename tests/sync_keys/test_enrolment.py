"""A station is enrolled by a file and a compared fingerprint; a hub takes over when an administrator trusts it."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest
from tests.centre import PASSPHRASE, DeskClock
from tests.sync_keys.cast import UNIT, Station, enrolled, in_force_at, print_of, reason_of, segment

from communedb.domain.refusal import Reason
from communedb.register import Register
from communedb.stores import station_keys
from communesync.keys import enrolment
from communesync.keys.enrolment import accept, join, list_in_force, read_request, request
from communesync.keys.fingerprint import fingerprint, is_same, qr_text
from communesync.keys.issuing import name_escrow, revoke, take_list
from communesync.keys.key_list import adopt
from communesync.keys.keyring import Keyring, Objection
from communesync.keys.station import ensure_list, installation

if TYPE_CHECKING:
    from pathlib import Path

    from tests.centre import Centre

    from communesync.keys.members import Member


def me(register: Register) -> Member:
    member = Keyring.load(register.db).me
    assert member is not None
    return member


def judged(at: Register, by: Register, last: int = 1) -> Objection | None:
    signed = segment(by.signer, installation(by.db).replica, UNIT, last, last)
    return Keyring.load(at.db).judge(*signed)


def test_given_a_new_register_it_has_a_key_pair_and_a_list_that_names_only_itself(counter_1: Register) -> None:
    keys = in_force_at(counter_1)
    assert (keys.version, keys.issuer, [m.key for m in keys.members]) == (
        1, counter_1.signer.public, [counter_1.signer.public],
    )  # fmt: skip
    assert ensure_list(counter_1) == keys
    # What leaves the register holds no private part.
    told = request(counter_1) + list_in_force(counter_1.db)
    assert counter_1.signer.secret.hex() not in told
    assert "AGE-SECRET" not in told


def test_given_a_request_and_its_fingerprint_both_stations_know_each_other(
    counter_1: Register, counter_2: Register
) -> None:
    assert judged(at=counter_1, by=counter_2) is Objection.UNKNOWN_KEY
    enrolled(counter_1, counter_2)
    assert in_force_at(counter_1) == in_force_at(counter_2)
    assert in_force_at(counter_1).version == 2
    assert judged(at=counter_1, by=counter_2) is None
    assert judged(at=counter_2, by=counter_1) is None
    both = sorted([counter_1.identity.recipient, counter_2.identity.recipient])
    assert Keyring.load(counter_2.db).recipients_for([UNIT]) == both
    assert not Keyring.load(counter_2.db).carried


def test_given_the_same_request_again_nothing_changes(counter_1: Register, counter_2: Register) -> None:
    enrolled(counter_1, counter_2)
    assert accept(counter_1, request(counter_2), print_of(counter_2)).version == 2
    assert accept(counter_1, request(counter_2, "Quầy một cửa"), print_of(counter_2)).version == 3


def test_a_fingerprint_is_eight_groups_of_digits_and_is_recognised_as_people_type_it() -> None:
    key, recipient = Station().signer.public, Station().identity.recipient
    shown = fingerprint(key, recipient)
    assert re.fullmatch(r"(\d{5} ){7}\d{5}", shown)
    assert qr_text(key, recipient) == "communetui:enrol:" + shown.replace(" ", "")
    for typed in (shown, shown.replace(" ", "-"), f" {shown}\n", qr_text(key, recipient)):
        assert is_same(typed, key, recipient)
    for typed in ("", shown[:-1], shown[:-1] + str((int(shown[-1]) + 1) % 10), shown + "0"):
        assert not is_same(typed, key, recipient)
    assert fingerprint(key, Station().identity.recipient) != shown


def test_given_another_fingerprint_nobody_is_enrolled(counter_1: Register, counter_2: Register) -> None:
    asked = request(counter_2)
    assert reason_of(lambda: accept(counter_1, asked, print_of(counter_1))) is Reason.ENROLMENT_FINGERPRINT_DIFFERS
    assert reason_of(lambda: accept(counter_1, asked, "")) is Reason.ENROLMENT_FINGERPRINT_DIFFERS
    assert in_force_at(counter_1).version == 1


def test_given_a_changed_request_it_is_refused(counter_1: Register, counter_2: Register) -> None:
    asked = request(counter_2)
    for text in ("", "{}", asked[:-1], list_in_force(counter_2.db), " " * (enrolment.MOST_BYTES + 1)):
        assert reason_of(lambda text=text: read_request(text)) is Reason.ENROLMENT_BROKEN
    for at in range(0, len(asked), 7):
        changed = asked[:at] + chr(ord(asked[at]) ^ 1) + asked[at + 1 :]
        assert reason_of(lambda text=changed: read_request(text)) is Reason.ENROLMENT_BROKEN
    assert read_request(asked).station == 2


def test_given_the_number_of_another_station_it_is_refused_until_that_one_is_revoked(
    counter_1: Register, counter_2: Register, centre: Centre
) -> None:
    enrolled(counter_1, counter_2)
    second = me(counter_2).key
    counter_2.write(station_keys_anew)
    asked = request(counter_2)
    assert reason_of(lambda: accept(counter_1, asked, print_of(counter_2))) is Reason.ENROLMENT_NUMBER_TAKEN
    revoke(counter_1, second)
    assert accept(counter_1, asked, print_of(counter_2)).member(counter_2.signer.public)


def station_keys_anew(tx: object) -> None:
    """As a machine that was set up anew: another key under the same number."""
    db, at = tx.db, tx.stamp()  # type: ignore[attr-defined]
    station_keys.activate(db, station_keys.make(db, at, active=False).signer.public, at)


def test_given_a_station_of_another_unit_only_a_hub_enrols_it(
    counter_1: Register, counter_2: Register, hub: Register
) -> None:
    asked = request(hub)
    assert reason_of(lambda: accept(counter_1, asked, print_of(hub))) is Reason.ENROLMENT_OTHER_UNIT
    assert accept(hub, request(counter_2), print_of(counter_2)).version == 2


def test_given_an_officer_who_is_no_administrator_nothing_is_accepted_joined_or_revoked(
    counter_1: Register, counter_2: Register, centre: Centre
) -> None:
    desk = centre.open("reception")
    theirs = list_in_force(counter_2.db)
    for act in (
        lambda: accept(desk, request(counter_2), print_of(counter_2)),
        lambda: join(desk, theirs, print_of(counter_2)),
        lambda: revoke(desk, "00"),
        lambda: name_escrow(desk, counter_2.identity.recipient, "Tỉnh"),
    ):
        assert reason_of(act) is Reason.ROLE_NOT_ALLOWED
    assert in_force_at(counter_1).version == 1


def test_given_a_station_that_does_not_issue_it_enrols_nobody(
    counter_1: Register, counter_2: Register, hub: Register
) -> None:
    enrolled(counter_1, counter_2)
    assert reason_of(lambda: accept(counter_2, request(hub), print_of(hub))) is Reason.ENROLMENT_NOT_HERE


def test_given_an_escrow_every_bundle_is_encrypted_to_it_too(counter_1: Register) -> None:
    escrow = Station().identity.recipient
    name_escrow(counter_1, escrow, "Ký gửi của tỉnh")
    assert name_escrow(counter_1, escrow, "Ký gửi của tỉnh").version == 2
    assert escrow in Keyring.load(counter_1.db).recipients_for([UNIT, "shared"])
    assert reason_of(lambda: name_escrow(counter_1, "age1", "Tỉnh")) is Reason.RECIPIENT_UNREADABLE
    assert reason_of(lambda: name_escrow(counter_1, escrow, "Тỉnh")) is Reason.VALUE_NOT_ACCEPTED


def test_given_a_revoked_station_its_lines_count_as_far_as_they_were_held(
    counter_1: Register, counter_2: Register
) -> None:
    enrolled(counter_1, counter_2)
    replica = installation(counter_2.db).replica
    revoke(counter_1, counter_2.signer.public, {f"{replica}/{UNIT}": 7})
    assert judged(at=counter_1, by=counter_2, last=7) is None
    assert judged(at=counter_1, by=counter_2, last=8) is Objection.BEYOND_LAST_VALID
    # Lines that were on their way, told to be good after all: the number rises, and never falls.
    revoke(counter_1, counter_2.signer.public, {f"{replica}/{UNIT}": 9})
    revoke(counter_1, counter_2.signer.public, {f"{replica}/{UNIT}": 3})
    assert judged(at=counter_1, by=counter_2, last=9) is None
    assert counter_2.identity.recipient not in Keyring.load(counter_1.db).recipients_for([UNIT])
    assert reason_of(lambda: accept(counter_1, request(counter_2), print_of(counter_2))) is Reason.ENROLMENT_KEY_REVOKED
    assert reason_of(lambda: revoke(counter_1, counter_1.signer.public)) is Reason.ENROLMENT_IS_ISSUER


class TestAHubTakesOver:
    """The stations of a centre go on among themselves until the hub knows them."""

    @pytest.fixture
    def under_hub(self, counter_1: Register, counter_2: Register, hub: Register) -> Register:
        """Counter 1, which enrolled counter 2, and whose administrator has trusted the hub since."""
        enrolled(counter_1, counter_2)
        join(counter_1, list_in_force(hub.db), print_of(hub))
        return counter_1

    def test_only_after_the_fingerprint_was_compared(self, counter_1: Register, hub: Register) -> None:
        theirs = list_in_force(hub.db)
        adopted = lambda: counter_1.write(lambda tx: adopt(tx.db, theirs, tx.stamp()))  # noqa: E731
        assert reason_of(adopted) is Reason.KEY_LIST_NOT_TRUSTED
        joined = lambda: join(counter_1, theirs, print_of(counter_1))  # noqa: E731
        assert reason_of(joined) is Reason.ENROLMENT_FINGERPRINT_DIFFERS
        assert Keyring.load(counter_1.db).hub is None

    def test_what_the_centre_enrolled_is_carried_on(self, under_hub: Register, counter_2: Register) -> None:
        keyring = Keyring.load(under_hub.db)
        assert keyring.hub is not None
        assert keyring.carried == {under_hub.signer.public, counter_2.signer.public}
        assert judged(at=under_hub, by=counter_2) is None
        assert counter_2.identity.recipient in keyring.recipients_for([UNIT])

    def test_until_the_hub_names_it(self, under_hub: Register, counter_2: Register, hub: Register) -> None:
        accept(hub, request(counter_2), print_of(counter_2))
        revoke(hub, counter_2.signer.public)
        under_hub.write(lambda tx: adopt(tx.db, list_in_force(hub.db), tx.stamp()))
        assert judged(at=under_hub, by=counter_2) is Objection.REVOKED
        assert counter_2.signer.public not in Keyring.load(under_hub.db).carried

    def test_the_centres_own_lists_count_no_more(self, under_hub: Register, counter_2: Register) -> None:
        assert reason_of(lambda: revoke(under_hub, counter_2.signer.public)) is Reason.ENROLMENT_NOT_HERE
        version = Keyring.load(under_hub.db).keys
        assert version is not None
        assert version.version == 1

    def test_members_of_other_units_are_not_carried(self, counter_1: Register, hub: Register) -> None:
        join(counter_1, list_in_force(hub.db), print_of(hub))
        assert Keyring.load(counter_1.db).carried == {counter_1.signer.public}

    def test_the_hub_writes_what_is_shared_and_the_stations_do_not(self, under_hub: Register, hub: Register) -> None:
        keyring = Keyring.load(under_hub.db)
        replica = installation(hub.db).replica
        assert keyring.judge(*segment(hub.signer, replica, "shared")) is None
        ours = segment(under_hub.signer, installation(under_hub.db).replica, "shared")
        assert keyring.judge(*ours) is Objection.SCOPE_NOT_ALLOWED


def test_given_a_hub_restored_from_a_backup_it_takes_back_whom_it_enrolled_since(
    counter_1: Register, counter_2: Register, hub: Register, founded_hub: tuple[Path, str], tmp_path: Path
) -> None:
    shutil.copytree(hub.folder, tmp_path / "backup")
    lost = accept(hub, request(counter_2), print_of(counter_2))
    join(counter_2, list_in_force(hub.db), print_of(hub))
    with Register.open(tmp_path / "backup", founded_hub[1], PASSPHRASE, now=DeskClock()) as restored:
        other = accept(restored, request(counter_1), print_of(counter_1))
        assert (lost.version, other.version) == (2, 2)
        brought = list_in_force(counter_2.db)
        mended = restored.write(lambda tx: take_list(tx.db, brought, tx.stamp()))
        assert mended.version == 3
        assert {m.key for m in mended.members} == {r.signer.public for r in (hub, counter_1, counter_2)}
        # Brought again, or an older one, it is known.
        assert restored.write(lambda tx: take_list(tx.db, list_in_force(restored.db), tx.stamp())) == mended
        assert restored.write(lambda tx: take_list(tx.db, brought, tx.stamp())) == mended
        counter_2.write(lambda tx: take_list(tx.db, list_in_force(restored.db), tx.stamp()))
        assert in_force_at(counter_2) == mended
