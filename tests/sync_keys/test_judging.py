"""What each member may write: the worked table of `judge`."""

from __future__ import annotations

import pytest
from tests.sync_keys.cast import UNIT, Station, listed, segment

from communedb.transaction import new_id
from communesync.keys import keyring
from communesync.keys.keyring import Keyring, Objection
from communesync.keys.members import Member, Role

OTHER_UNIT = "19900"
HAND_OVER = f"{UNIT}+{OTHER_UNIT}"

HUB = Station(number=1, role=Role.HUB, unit="46")
COUNTER_1 = Station(1)
COUNTER_2 = Station(2)
STOLEN = Station(3)
OLD = Station(4)
RENEWED = Station(4, replica=OLD.replica)
NEIGHBOUR = Station(1, unit=OTHER_UNIT)
STRANGER = Station(9)

KEYS = listed(
    HUB,
    COUNTER_1.member(writes=(UNIT, HAND_OVER)),
    COUNTER_2.member(),
    STOLEN.member(revoked=True, last_valid={f"{STOLEN.replica}/{UNIT}": 40}),
    OLD.member(revoked=True, last_valid={f"{OLD.replica}/{UNIT}": 20}),
    RENEWED.member(replaces=OLD.signer.public, valid_from={f"{OLD.replica}/{UNIT}": 21}),
    NEIGHBOUR.member(),
    Member(
        key="", recipient=Station().identity.recipient, role=Role.ESCROW, unit="46", station=0,
        name="Ký gửi của tỉnh", reads=("*",), writes=(),
    ),
)  # fmt: skip
KEYRING = Keyring(KEYS, [], UNIT, COUNTER_1.signer.public)

OK = None
TABLE = [
    # what, who signs, for which replica, in which scope, first line, last line, the objection
    ("its own unit", COUNTER_1, COUNTER_1.replica, UNIT, 1, 30, OK),
    ("a replica that it took after a restore", COUNTER_1, new_id(), UNIT, 1, 30, OK),
    ("a hand-over that the list names", COUNTER_1, COUNTER_1.replica, HAND_OVER, 1, 1, OK),
    ("a hand-over that it does not", COUNTER_2, COUNTER_2.replica, HAND_OVER, 1, 1, Objection.SCOPE_NOT_ALLOWED),
    ("another unit", COUNTER_1, COUNTER_1.replica, OTHER_UNIT, 1, 1, Objection.SCOPE_NOT_ALLOWED),
    ("what is shared", COUNTER_1, COUNTER_1.replica, "shared", 1, 1, Objection.SCOPE_NOT_ALLOWED),
    ("the hub, what is shared", HUB, HUB.replica, "shared", 1, 1, OK),
    ("the hub, a unit", HUB, HUB.replica, UNIT, 1, 1, OK),
    ("a neighbour, its own unit", NEIGHBOUR, NEIGHBOUR.replica, OTHER_UNIT, 1, 1, OK),
    ("a neighbour, ours", NEIGHBOUR, NEIGHBOUR.replica, UNIT, 1, 1, Objection.SCOPE_NOT_ALLOWED),
    ("in another's name", COUNTER_2, COUNTER_1.replica, UNIT, 1, 1, Objection.REPLICA_OF_ANOTHER),
    ("a stranger", STRANGER, STRANGER.replica, UNIT, 1, 1, Objection.UNKNOWN_KEY),
    ("revoked, up to its last valid line", STOLEN, STOLEN.replica, UNIT, 31, 40, OK),
    ("revoked, across it", STOLEN, STOLEN.replica, UNIT, 31, 41, Objection.BEYOND_LAST_VALID),
    ("revoked, beyond it", STOLEN, STOLEN.replica, UNIT, 41, 41, Objection.BEYOND_LAST_VALID),
    ("revoked, a replica that is not named", STOLEN, new_id(), UNIT, 1, 1, Objection.REVOKED),
    ("the old key, before the change", OLD, OLD.replica, UNIT, 11, 20, OK),
    ("the old key, after it", OLD, OLD.replica, UNIT, 21, 21, Objection.BEYOND_LAST_VALID),
    ("the new key, before the change", RENEWED, OLD.replica, UNIT, 20, 22, Objection.BEFORE_VALID_FROM),
    ("the new key, after it", RENEWED, OLD.replica, UNIT, 21, 22, OK),
]


@pytest.mark.parametrize(
    ("who", "replica", "scope", "first", "last", "objection"), [row[1:] for row in TABLE], ids=[r[0] for r in TABLE]
)
def test_the_worked_table(
    who: Station, replica: str, scope: str, first: int, last: int, objection: Objection | None
) -> None:
    assert KEYRING.judge(*segment(who.signer, replica, scope, first, last)) is objection


def objections() -> list[Objection | None]:
    return [KEYRING.judge(*segment(who.signer, *where)) for _, who, *where, _ in TABLE]


@pytest.mark.parametrize(
    ("place", "rule", "without"),
    [(Member, "may_write", lambda *_: True), (KEYRING, "_signers_of", {}), (keyring, "_by_number", lambda *_: None)],
)
def test_negative_control_without_a_rule_the_table_differs(
    place: object, rule: str, without: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = [row[-1] for row in TABLE]
    assert objections() == expected
    monkeypatch.setattr(place, rule, without)
    assert objections() != expected


def test_given_a_forged_or_swapped_signature_it_is_objected_to_before_anything_else() -> None:
    header, signature = segment(COUNTER_1.signer, COUNTER_1.replica, UNIT)
    forged = STRANGER.signer.sign(b"communetui segment 1\n" + header.encode())
    assert KEYRING.judge(header, forged) is Objection.BAD_SIGNATURE
    assert KEYRING.judge(header, b"") is Objection.BAD_SIGNATURE
    assert KEYRING.judge(header._replace(last=2), signature) is Objection.BAD_SIGNATURE
    assert KEYRING.judge(header._replace(key=COUNTER_2.signer.public), signature) is Objection.BAD_SIGNATURE
    assert KEYRING.judge(header._replace(key=""), signature) is Objection.UNKNOWN_KEY
    # Without the prefix, any other text that the key ever signed could pass for a segment.
    assert KEYRING.judge(header, COUNTER_1.signer.sign(header.encode())) is Objection.BAD_SIGNATURE


def test_given_the_members_who_may_read_everything_bundles_are_for_these_and_nobody_else() -> None:
    escrow = KEYS.members[-1].recipient
    always = {HUB.identity.recipient, escrow}
    ours = {s.identity.recipient for s in (COUNTER_1, COUNTER_2, RENEWED)}
    assert set(KEYRING.recipients_for([UNIT, "shared"])) == always | ours
    assert set(KEYRING.recipients_for([])) == always | ours
    assert set(KEYRING.recipients_for([UNIT, OTHER_UNIT])) == always
    assert set(KEYRING.recipients_for([OTHER_UNIT])) == always | {NEIGHBOUR.identity.recipient}
    assert {m.recipient for m in KEYRING.members_reading("shared")} == always | ours | {NEIGHBOUR.identity.recipient}


def test_before_there_is_a_hub_nobody_writes_what_is_shared() -> None:
    before = Keyring(listed(COUNTER_1, COUNTER_2.member()), [], UNIT, COUNTER_1.signer.public)
    assert before.hub is None
    assert before.judge(*segment(COUNTER_1.signer, COUNTER_1.replica, "shared")) is Objection.SCOPE_NOT_ALLOWED
    assert before.judge(*segment(COUNTER_2.signer, COUNTER_2.replica, UNIT)) is None
