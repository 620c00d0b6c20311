"""What the issuer of the list changes in it: enrol, revoke, name an escrow. Each change is a new, higher version."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from communedb.domain.officer import Role as OfficerRole
from communedb.domain.refusal import Reason, Refused
from communedb.domain.text import clean
from communedb.stores import station_keys
from communesync.keys.key_list import (
    KeyList,
    adopt,
    fingerprint_of_issuer,
    keep,
    kept_version,
    latest,
    parse_list,
    sign_list,
    trust,
    trusted_issuer,
)
from communesync.keys.members import EVERY, NAME_LIMIT, SHARED, Member, Role, shown_name
from communesync.keys.points import is_recipient_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from communedb.register import Register
    from communedb.sqlite import Database
    from communedb.transaction import Write
    from communesync.keys.enrolment import Request

ADMINISTRATOR: Final = frozenset({OfficerRole.ADMINISTRATOR})


def issued_here(db: Database) -> KeyList:
    """The list in force, for the station that issues it. Refused: ENROLMENT_NOT_HERE for any other."""
    issuer = trusted_issuer(db)
    keys = None if issuer is None else latest(db, issuer)
    if keys is None or keys.issuer != station_keys.active(db).signer.public:
        issuing = keys.member(keys.issuer) if keys else None
        raise Refused(Reason.ENROLMENT_NOT_HERE, issuer=issuing.shown if issuing else "")
    return keys


def issue(db: Database, members: Iterable[Member], version: int, at: str) -> KeyList:
    """Put a list of these members into force, signed with the station's keys: the active one, and its former ones.

    A former key signs too, for those who have not heard yet that the issuer has a new one.
    """
    present = station_keys.active(db)
    everybody = tuple(members)
    keys = KeyList(issuer=present.signer.public, version=version, made_at=at, members=everybody)
    former = [k.signer for k in station_keys.own(db) if k.retired and keys.member(k.signer.public)]
    keep(db, keys, sign_list(keys, present.signer, *former[-3:]), at)
    trust(db, keys, at)
    return keys


def reissue(db: Database, keys: KeyList, changed: Iterable[Member], at: str) -> KeyList:
    """The next version of a list with members changed or added; the same list when nothing differs."""
    members = _with(keys, changed)
    return keys if members == keys.members else issue(db, members, keys.version + 1, at)


def _with(keys: KeyList, changed: Iterable[Member]) -> tuple[Member, ...]:
    """The members of a list, some of them changed, new ones at the end; an escrow is known by its recipient."""
    fresh = {m.key or m.recipient: m for m in changed}
    kept = [fresh.pop(m.key or m.recipient, m) for m in keys.members]
    return (*kept, *fresh.values())


def take_list(db: Database, envelope: dict[str, Any] | str | bytes, at: str, name: str = "") -> KeyList:
    """Take a list that a bundle brought, inside the caller's transaction: the list that is in force then.

    As `adopt`, but an issuer that was restored from a backup hears of its own later lists from the others: whom they
    name and it has forgotten it takes back, and issues a version above both. Refused as `adopt`.
    """
    own = station_keys.active(db).signer.public
    if trusted_issuer(db) != own:
        return adopt(db, envelope, at, name)
    keys, present = parse_list(envelope, name), issued_here(db)
    if keys.issuer != own:
        # Not even one that a key of ours once handed over to: restored from before, we do not have the later key.
        raise Refused(Reason.KEY_LIST_NOT_TRUSTED, found=fingerprint_of_issuer(keys))
    if kept_version(db, keys.issuer, keys.version) == keys:
        return present
    known = {(m.key, m.recipient): m for m in present.members}
    taken = {(m.unit, m.station) for m in _stations(present) if not m.revoked}
    lost = [m for m in keys.members if (m.key, m.recipient) not in known and (m.unit, m.station) not in taken]
    revoked = [m for m in keys.members if m.revoked and not known.get((m.key, m.recipient), m).revoked]
    if not (lost or revoked) and keys.version < present.version:
        return present
    return issue(db, _with(present, (*revoked, *lost)), max(keys.version, present.version) + 1, at)


def station_member(request: Request) -> Member:
    """A station as it asked to be enrolled: it reads its unit and what is shared, and writes for its unit."""
    return Member(
        key=request.key,
        recipient=request.recipient,
        role=Role.STATION,
        unit=request.unit,
        station=request.station,
        name=request.name,
        reads=(request.unit, SHARED),
        writes=(request.unit,),
        valid_from={f"{request.replica}/{request.unit}": 1},
    )


def enrol(db: Database, request: Request, at: str) -> KeyList:
    """Add a station whose fingerprint was compared; asked again, it is brought up to date.

    Refused: ENROLMENT_NOT_HERE, ENROLMENT_OTHER_UNIT, UNKNOWN_UNIT, ENROLMENT_NUMBER_TAKEN,
    ENROLMENT_KEY_REVOKED.
    """
    keys = issued_here(db)
    issuer, known = keys.member(keys.issuer), keys.member(request.key)
    if issuer and issuer.role is Role.STATION and issuer.unit != request.unit:
        raise Refused(Reason.ENROLMENT_OTHER_UNIT, unit=request.unit)
    if db.conn.execute("SELECT 1 FROM unit WHERE code = ?", (request.unit,)).fetchone() is None:
        raise Refused(Reason.UNKNOWN_UNIT, unit=request.unit)
    if known and known.revoked:
        raise Refused(Reason.ENROLMENT_KEY_REVOKED)
    place = (request.unit, request.station)
    others = {request.key, known.replaces if known else ""}
    if any((m.unit, m.station) == place and not m.revoked and m.key not in others for m in _stations(keys)):
        raise Refused(Reason.ENROLMENT_NUMBER_TAKEN, station=request.station)
    member = station_member(request)
    if known:
        if (known.unit, known.role) != (request.unit, Role.STATION):
            raise Refused(Reason.ENROLMENT_OTHER_UNIT, unit=request.unit)
        member = known.but(
            recipient=request.recipient,
            station=request.station,
            name=request.name,
            valid_from=member.valid_from | known.valid_from,
        )
    return reissue(db, keys, [member], at)


def revoke(register: Register, key: str, last_valid: Mapping[str, int] | None = None) -> KeyList:
    """Believe a key no further than what it had signed: by default, than what is held here.

    `last_valid` has a number for `replica/scope`; asked again, numbers only rise. An administrator's. Refused:
    ENROLMENT_NOT_HERE, NOT_ENROLLED (no such member), ENROLMENT_IS_ISSUER, ROLE_NOT_ALLOWED.
    """
    return register.write(_revoke, key, dict(last_valid) if last_valid is not None else None)


def _revoke(tx: Write, key: str, last_valid: dict[str, int] | None) -> KeyList:
    tx.require(ADMINISTRATOR)
    keys = issued_here(tx.db)
    member = keys.member(key)
    if member is None:
        raise Refused(Reason.NOT_ENROLLED)
    if key == keys.issuer:
        raise Refused(Reason.ENROLMENT_IS_ISSUER)
    numbers = signed_up_to(tx.db, key) if last_valid is None else last_valid
    for place, number in member.last_valid.items():
        numbers[place] = max(number, numbers.get(place, 0))
    return reissue(tx.db, keys, [member.but(revoked=True, last_valid=numbers)], tx.stamp())


def name_escrow(register: Register, recipient: str, name: str) -> KeyList:
    """Let every bundle be encrypted to an escrow, too, such as the province's. An administrator's.

    Refused: RECIPIENT_UNREADABLE, ENROLMENT_NOT_HERE, ROLE_NOT_ALLOWED, VALUE_NOT_ACCEPTED (the name).
    """
    return register.write(_name_escrow, recipient.strip(), name)


def _name_escrow(tx: Write, recipient: str, name: str) -> KeyList:
    tx.require(ADMINISTRATOR)
    if not is_recipient_key(recipient):
        raise Refused(Reason.RECIPIENT_UNREADABLE, recipient=recipient)
    member = Member(
        key="", recipient=recipient, role=Role.ESCROW, unit="", station=0,
        name=kept_name(name), reads=(EVERY,), writes=(),
    )  # fmt: skip
    return reissue(tx.db, issued_here(tx.db), [member], tx.stamp())


def signed_up_to(db: Database, key: str) -> dict[str, int]:
    """The last line that a key signed in each `replica/scope`, of what is held here."""
    found = db.conn.execute(
        "SELECT replica || '/' || scope, max(last) FROM journal_segment"
        " WHERE json_extract(CAST(header AS TEXT), '$.key') = ? GROUP BY 1",
        (key,),
    )
    return dict(found.fetchall())


def kept_name(name: str) -> str:
    """A name as a list may hold it. Refused: TEXT_TOO_LONG, VALUE_NOT_ACCEPTED (letters that are not Latin)."""
    kept = clean(name, NAME_LIMIT)
    try:
        return shown_name(kept)
    except ValueError as fault:
        raise Refused(Reason.VALUE_NOT_ACCEPTED, field="name", value=kept) from fault


def _stations(keys: KeyList) -> list[Member]:
    return [m for m in keys.members if m.role is Role.STATION]
