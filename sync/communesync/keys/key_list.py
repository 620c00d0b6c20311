"""The signed list of members: parsed within limits, believed only from a trusted issuer, never taken backwards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Final

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from communedb.domain.refusal import Reason, Refused
from communesync.keys import dsse
from communesync.keys.fingerprint import fingerprint
from communesync.keys.members import Member, Role, SigningKey

if TYPE_CHECKING:
    from collections.abc import Iterable

    from communedb.keys.signing import Signer
    from communedb.sqlite import Database

FORMAT: Final = 1
MOST_MEMBERS: Final = 5_000


Moment = Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]Z$")]
"""An instant as `communedb.domain.moment.utc_text` writes it."""


class KeyList(BaseModel):
    """Everybody who takes part, as one issuer says it.

    The issuer is itself a member, not revoked. A list by a hub may name anybody; one by a station, which serves until
    there is a hub, names no hub and no station of another unit.
    """

    model_config = ConfigDict(frozen=True, strict=True)

    v: Annotated[int, Field(ge=FORMAT, le=FORMAT)] = FORMAT
    issuer: SigningKey
    version: Annotated[int, Field(ge=1, le=2**53 - 1)]
    made_at: Moment
    members: Annotated[tuple[Member, ...], Field(min_length=1, max_length=MOST_MEMBERS)]

    def member(self, key: str) -> Member | None:
        """The member with a signing key, revoked or not."""
        return next((m for m in self.members if m.key == key), None) if key else None

    @model_validator(mode="after")
    def _nobody_twice(self) -> KeyList:
        serving = [m for m in self.members if not m.revoked]
        _unique(m.key for m in self.members if m.key)
        _unique(m.recipient for m in serving)
        replaced = {m.replaces for m in serving if m.replaces}
        _unique((m.unit, m.station) for m in serving if m.role is Role.STATION and m.key not in replaced)
        return self

    @model_validator(mode="after")
    def _issuer_may(self) -> KeyList:
        issuer = self.member(self.issuer)
        if issuer is None or issuer.revoked:
            raise ValueError("the issuer is no member")
        if issuer.role is Role.STATION and not all(_of_a_station(issuer, member) for member in self.members):
            raise ValueError("a station enrols its own unit only")
        return self


def _unique(values: Iterable[object]) -> None:
    seen: set[object] = set()
    for value in values:
        if value in seen:
            raise ValueError("a member twice")
        seen.add(value)


def _of_a_station(issuer: Member, member: Member) -> bool:
    return member.role is Role.ESCROW or (member.role is Role.STATION and member.unit == issuer.unit)


def sign_list(keys: KeyList, *signers: Signer) -> dict[str, Any]:
    """The list as an envelope; a former key of the issuer signs beside the present one, for those who know only it."""
    return dsse.sign(dsse.KEYS, keys.model_dump_json().encode(), *signers)


def parse_list(envelope: dict[str, Any] | str | bytes, name: str = "") -> KeyList:
    """A list rightly signed by the issuer that it names; whether that one is trusted is another question.

    `name` is what the officer knows the file by. Refused: KEY_LIST_BROKEN.
    """
    return _read(envelope, name)[0]


def _read(envelope: dict[str, Any] | str | bytes, name: str) -> tuple[KeyList, list[str], dict[str, Any], bytes]:
    """List, keys that signed it, envelope and payload."""
    try:
        read = envelope if isinstance(envelope, dict) else dsse.parse(envelope)
        payload = dsse.unverified(read, dsse.KEYS)
        if len(payload) > dsse.MOST_BYTES:
            raise dsse.NotOpened("size")
        keys = KeyList.model_validate_json(payload)
        known = {keys.issuer, *(m.key for m in keys.members if m.key)}
        _, signed_by = dsse.opened_all(read, dsse.KEYS, known)
    except (dsse.NotOpened, ValidationError) as fault:
        raise Refused(Reason.KEY_LIST_BROKEN, name=name) from fault
    if keys.issuer not in signed_by:
        raise Refused(Reason.KEY_LIST_BROKEN, name=name)
    return keys, signed_by, read, payload


def trusted_issuer(db: Database) -> str | None:
    """The key whose lists count here; None before the station has made its first list."""
    found = db.conn.execute("SELECT sign_public FROM key_issuer WHERE active = 1").fetchone()
    return None if found is None else str(found[0])


def left_issuers(db: Database) -> list[str]:
    """The keys whose lists counted here before an administrator trusted another one, latest first."""
    found = db.conn.execute("SELECT sign_public FROM key_issuer WHERE active = 0 ORDER BY since DESC, rowid DESC")
    return [issuer for (issuer,) in found.fetchall()]


def latest(db: Database, issuer: str) -> KeyList | None:
    """The newest list of an issuer that was adopted here."""
    envelope = latest_envelope(db, issuer)
    return None if envelope is None else parse_list(envelope)


def latest_envelope(db: Database, issuer: str) -> str | None:
    """As `latest`, as it travels."""
    found = db.conn.execute(
        "SELECT envelope FROM key_list WHERE issuer = ? ORDER BY version DESC LIMIT 1", (issuer,)
    ).fetchone()
    return None if found is None else str(found[0])


def kept_version(db: Database, issuer: str, version: int) -> KeyList | None:
    """One version of an issuer's list, if it was adopted or issued here."""
    found = db.conn.execute("SELECT envelope FROM key_list WHERE issuer = ? AND version = ?", (issuer, version))
    row = found.fetchone()
    return None if row is None else parse_list(str(row[0]))


def adopt(db: Database, envelope: dict[str, Any] | str | bytes, at: str, name: str = "") -> KeyList:
    """Take a list into force, inside the caller's transaction; the list that is in force already changes nothing.

    A trusted issuer may hand over to a new key of its own by signing with both. Refused: KEY_LIST_BROKEN,
    KEY_LIST_NOT_TRUSTED, KEY_LIST_OLDER (by its version, or another list of the version in force).
    """
    keys, signed_by, read, payload = _read(envelope, name)
    trusted = trusted_issuer(db)
    if trusted is None or not (keys.issuer == trusted or (trusted in signed_by and _follows(keys, trusted))):
        raise Refused(Reason.KEY_LIST_NOT_TRUSTED, found=fingerprint_of_issuer(keys))
    if _is_in_force(db, trusted, keys, payload):
        return keys
    keep(db, keys, read, at)
    if keys.issuer != trusted:
        # Not left by anybody's decision: nothing of the old key's lists is to be carried on.
        db.conn.execute("DELETE FROM key_issuer WHERE sign_public = ?", (trusted,))
        trust(db, keys, at)
    return keys


def _follows(keys: KeyList, trusted: str) -> bool:
    """Whether the issuer is the trusted one with a later key: each key on the way replaces the one before."""
    key: str = keys.issuer
    for _ in keys.members:
        member = keys.member(key)
        if member is None:
            return False
        if key == trusted:
            return True
        key = member.replaces
    return False


def adopt_from(db: Database, envelope: dict[str, Any] | str | bytes, at: str, name: str = "") -> KeyList:
    """As `adopt`, for an issuer whose fingerprint an administrator has just compared."""
    keys, _, read, payload = _read(envelope, name)
    if not _is_in_force(db, keys.issuer, keys, payload):
        keep(db, keys, read, at)
    trust(db, keys, at)
    return keys


def _is_in_force(db: Database, issuer: str, keys: KeyList, payload: bytes) -> bool:
    """Whether this very list is the issuer's latest here. Refused: KEY_LIST_OLDER."""
    envelope = latest_envelope(db, issuer)
    if envelope is None:
        return False
    present, _, _, known = _read(envelope, "")
    if known == payload:
        return True
    if keys.version <= present.version:
        raise Refused(Reason.KEY_LIST_OLDER, found=keys.version, present=present.version)
    return False


def keep(db: Database, keys: KeyList, envelope: dict[str, Any], at: str) -> None:
    """Keep a list that was checked."""
    row = (keys.issuer, keys.version, dsse.encoded(envelope), at)
    db.conn.execute("INSERT INTO key_list (issuer, version, envelope, adopted_at) VALUES (?, ?, ?, ?)", row)


def trust(db: Database, keys: KeyList, at: str) -> None:
    """Let the lists of this list's issuer count, and nobody else's."""
    issuer = keys.member(keys.issuer)
    db.conn.execute("UPDATE key_issuer SET active = 0 WHERE sign_public <> ?", (keys.issuer,))
    db.conn.execute(
        "INSERT INTO key_issuer (sign_public, name, since, active) VALUES (?, ?, ?, 1)"
        " ON CONFLICT (sign_public) DO UPDATE SET active = 1, name = excluded.name",
        (keys.issuer, issuer.name if issuer else "", at),
    )


def fingerprint_of_issuer(keys: KeyList) -> str:
    """What is compared before an issuer is trusted."""
    issuer = keys.member(keys.issuer)
    return fingerprint(keys.issuer, issuer.recipient if issuer else "")
