"""A station's new key, vouched for by the one before it: what the station sends and what the issuer makes of it.

Two steps, so that nothing of the station is refused in between. The issuer first lists the new key beside the old one,
which goes on signing; once the station has that list it changes over, and states up to which lines the old key signed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Final

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from communedb.domain.refusal import Reason, Refused
from communedb.stores import station_keys
from communesync.keys import dsse
from communesync.keys.issuing import issued_here, reissue, signed_up_to
from communesync.keys.key_list import KeyList, Moment, latest, trusted_issuer
from communesync.keys.members import Numbers, Recipient, SigningKey

if TYPE_CHECKING:
    from communedb.sqlite import Database
    from communesync.keys.members import Member

FORMAT: Final = 1
MOST_BYTES: Final = 1024 * 1024


class Renewal(BaseModel):
    """A new key in place of an old one; `last` is there once the old one has signed its last."""

    model_config = ConfigDict(frozen=True, strict=True)

    v: Annotated[int, Field(ge=FORMAT, le=FORMAT)] = FORMAT
    key: Annotated[SigningKey, Field(min_length=1)]
    recipient: Recipient
    replaces: Annotated[SigningKey, Field(min_length=1)]
    last: Numbers | None
    made_at: Moment


def renewal(db: Database, at: str) -> dict[str, Any] | None:
    """What this station has to tell the issuer about its keys, as an envelope; None when the list says it already."""
    issuer = trusted_issuer(db)
    keys = None if issuer is None else latest(db, issuer)
    if keys is None:
        return None
    present, next_key = station_keys.active(db), station_keys.waiting(db)
    if next_key is not None:
        if keys.member(next_key.signer.public):
            return None
        return _envelope(next_key, present, None, at)
    member = keys.member(present.signer.public)
    old = keys.member(member.replaces) if member else None
    if old is None or old.revoked:
        return None
    former = next((k for k in station_keys.own(db) if k.signer.public == old.key), None)
    return None if former is None else _envelope(present, former, signed_up_to(db, old.key), at)


def _envelope(
    new: station_keys.StationKey, old: station_keys.StationKey, last: dict[str, int] | None, at: str
) -> dict[str, Any]:
    told = Renewal(
        key=new.signer.public,
        recipient=new.identity.recipient,
        replaces=old.signer.public,
        last=last,
        made_at=at,
    )
    return dsse.sign(dsse.RENEWAL, told.model_dump_json().encode(), new.signer, old.signer)


def read_renewal(envelope: dict[str, Any] | str | bytes) -> Renewal:
    """A renewal that both keys signed. Refused: ENROLMENT_BROKEN."""
    try:
        read = envelope if isinstance(envelope, dict) else dsse.parse(envelope, MOST_BYTES)
        told = Renewal.model_validate_json(dsse.unverified(read, dsse.RENEWAL))
        _, signed_by = dsse.opened_all(read, dsse.RENEWAL, {told.key, told.replaces})
    except (dsse.NotOpened, ValidationError) as fault:
        raise Refused(Reason.ENROLMENT_BROKEN, name="") from fault
    if len({told.key, told.replaces} & set(signed_by)) < 2:
        raise Refused(Reason.ENROLMENT_BROKEN, name="")
    return told


def take_renewal(db: Database, envelope: dict[str, Any] | str | bytes, at: str) -> KeyList:
    """List a member's new key, or close its old one, inside the issuer's transaction; told again, nothing changes.

    No fingerprint is compared: the old key, which is believed until it is revoked, vouches for the new one. Refused:
    ENROLMENT_BROKEN, ENROLMENT_NOT_HERE, ENROLMENT_KEY_REVOKED, NOT_ENROLLED (the old key is nobody's).
    """
    told = read_renewal(envelope)
    keys = issued_here(db)
    old, new = keys.member(told.replaces), keys.member(told.key)
    if old is None or (new is not None and new.replaces != old.key):
        raise Refused(Reason.NOT_ENROLLED)
    if old.revoked:
        if new is None:
            raise Refused(Reason.ENROLMENT_KEY_REVOKED)
        return keys
    return reissue(db, keys, renewed(old, new, told), at)


def renewed(old: Member, new: Member | None, told: Renewal) -> list[Member]:
    """Old and new key as the list is to say them."""
    named = new or old.but(key=told.key, recipient=told.recipient, replaces=old.key, last_valid={})
    if told.last is None:
        return [named]
    from_there = {place: number + 1 for place, number in told.last.items()}
    return [old.but(revoked=True, last_valid=told.last), named.but(valid_from=named.valid_from | from_there)]
