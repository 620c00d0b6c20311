"""Enrolment: a station asks by a small signed file, an administrator compares a fingerprint, a new list answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from communedb.domain.moment import utc_text
from communedb.domain.refusal import Reason, Refused
from communedb.stores import station_keys
from communesync.keys import dsse
from communesync.keys.fingerprint import fingerprint, is_same
from communesync.keys.issuing import ADMINISTRATOR, enrol, kept_name
from communesync.keys.key_list import (
    KeyList,
    Moment,
    adopt_from,
    latest_envelope,
    parse_list,
    trusted_issuer,
)
from communesync.keys.members import Recipient, Replica, ShownName, SigningKey
from communesync.keys.station import installation

if TYPE_CHECKING:
    from communedb.register import Register
    from communedb.sqlite import Database
    from communedb.transaction import Write

MOST_BYTES: Final = 16 * 1024
FORMAT: Final = 1


class Request(BaseModel):
    """What a station says of itself; signed by the key that it names, which proves only that it has that key."""

    model_config = ConfigDict(frozen=True, strict=True)

    v: Annotated[int, Field(ge=FORMAT, le=FORMAT)] = FORMAT
    key: Annotated[SigningKey, Field(min_length=1)]
    recipient: Recipient
    unit: Annotated[str, Field(pattern=r"^[0-9]{5}$")]
    station: Annotated[int, Field(ge=1, le=99)]
    name: ShownName
    replica: Replica
    made_at: Moment

    @property
    def fingerprint(self) -> str:
        """What is read aloud and compared before the station is believed."""
        return fingerprint(self.key, self.recipient)


def request(register: Register, name: str = "") -> str:
    """The text of this station's enrolment file; `name` is what lists show, by default the station's own name.

    Refused: VALUE_NOT_ACCEPTED, TEXT_TOO_LONG.
    """
    key = station_keys.active(register.db)
    here = installation(register.db)
    asked = Request(
        key=key.signer.public,
        recipient=key.identity.recipient,
        unit=here.unit,
        station=here.station,
        name=kept_name(name or here.name),
        replica=here.replica,
        made_at=utc_text(register.now()),
    )
    return dsse.encoded(dsse.sign(dsse.ENROLMENT, asked.model_dump_json().encode(), key.signer))


def read_request(text: str | bytes, name: str = "") -> Request:
    """The request in a file, rightly signed by its own key. Refused: ENROLMENT_BROKEN."""
    try:
        envelope = dsse.parse(text, MOST_BYTES)
        asked = Request.model_validate_json(dsse.unverified(envelope, dsse.ENROLMENT))
        dsse.opened(envelope, dsse.ENROLMENT, {asked.key})
    except (dsse.NotOpened, ValidationError) as fault:
        raise Refused(Reason.ENROLMENT_BROKEN, name=name) from fault
    return asked


def accept(register: Register, text: str | bytes, compared: str, name: str = "") -> KeyList:
    """Enrol a station, after the administrator has its fingerprint from its own screen or paper: the new list.

    `compared` is that fingerprint, typed or scanned; `name` the file's. Refused: ENROLMENT_BROKEN,
    ENROLMENT_FINGERPRINT_DIFFERS, ROLE_NOT_ALLOWED, and as `enrol`.
    """
    asked = read_request(text, name)
    if not is_same(compared, asked.key, asked.recipient):
        raise Refused(Reason.ENROLMENT_FINGERPRINT_DIFFERS)
    return register.write(_accept, asked)


def _accept(tx: Write, asked: Request) -> KeyList:
    tx.require(ADMINISTRATOR)
    return enrol(tx.db, asked, tx.stamp())


def join(register: Register, text: str | bytes, compared: str, name: str = "") -> KeyList:
    """Let another issuer's lists count from now on: a hub's, or those of the centre's first station.

    `compared` is the issuer's fingerprint from its own screen or paper. An administrator's. Refused: KEY_LIST_BROKEN,
    ENROLMENT_FINGERPRINT_DIFFERS, KEY_LIST_OLDER, ROLE_NOT_ALLOWED.
    """
    keys = parse_list(text, name)
    issuer = keys.member(keys.issuer)
    if issuer is None or not is_same(compared, issuer.key, issuer.recipient):
        raise Refused(Reason.ENROLMENT_FINGERPRINT_DIFFERS)
    return register.write(_join, text, name)


def _join(tx: Write, text: str | bytes, name: str) -> KeyList:
    tx.require(ADMINISTRATOR)
    return adopt_from(tx.db, text, tx.stamp(), name)


def list_in_force(db: Database) -> str:
    """The list in force as it travels: what a station is handed after it was enrolled. Refused: NOT_ENROLLED."""
    issuer = trusted_issuer(db)
    envelope = None if issuer is None else latest_envelope(db, issuer)
    if envelope is None:
        raise Refused(Reason.NOT_ENROLLED)
    return envelope
