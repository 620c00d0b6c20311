"""The hub's receipts: only what one says, rightly signed, counts as received or as safe."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Final

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from communedb.domain.moment import parse_utc
from communedb.domain.refusal import Reason, Refused
from communesync.exchange.statement import Moment, StatedVector, Statement, keep_statement, last_statement
from communesync.keys import dsse

if TYPE_CHECKING:
    from communedb.keys.signing import Signer
    from communedb.sqlite import Database
    from communesync.keys.keyring import Keyring
    from communesync.keys.members import Member

FORMAT: Final = 1


class Receipt(BaseModel):
    """What a hub had received, and what a verified backup of it holds (`durable`), at a moment.

    `station` is whom it was made for. It speaks of the hub, so it is true for every station that reads the same scopes:
    stations of one centre hand it on.
    """

    model_config = ConfigDict(frozen=True)

    v: Annotated[int, Field(ge=FORMAT, le=FORMAT)] = FORMAT
    station: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    received: StatedVector
    durable: StatedVector
    at: Moment


def signed(receipt: Receipt, hub: Signer) -> dict[str, Any]:
    """The receipt as the hub sends it."""
    return dsse.sign(dsse.RECEIPT, receipt.model_dump_json().encode(), hub)


def verified(keyring: Keyring, envelope: dict[str, Any] | str | bytes) -> Receipt:
    """The receipt in an envelope of this list's hub. Refused: HUB_RECEIPT_BAD."""
    hub = keyring.hub
    try:
        if hub is None:
            raise dsse.NotOpened("no hub")
        read = envelope if isinstance(envelope, dict) else dsse.parse(envelope)
        payload, _ = dsse.opened(read, dsse.RECEIPT, {hub.key})
        receipt = Receipt.model_validate_json(payload)
    except (dsse.NotOpened, ValidationError) as fault:
        raise Refused(Reason.HUB_RECEIPT_BAD) from fault
    sender = keyring.member(receipt.station)
    if sender is None or (keyring.me is not None and sender.unit != keyring.me.unit):
        raise Refused(Reason.HUB_RECEIPT_BAD)
    return receipt


def take_receipt(db: Database, keyring: Keyring, envelope: dict[str, Any], now: str) -> Receipt:
    """Verify a receipt and keep it, in the caller's transaction, unless a later one is here. Refused: HUB_RECEIPT_BAD.

    One that says less than the one before is kept too: a hub that was restored has lost what it does not name. `now`
    tells a receipt that seems to come from the future, which keeps no later one out.
    """
    receipt = verified(keyring, envelope)
    hub = keyring.hub
    present = last_receipt(db, keyring)
    if hub is not None and (present is None or not receipt.at < present.at <= now):
        db.conn.execute(
            "INSERT INTO peer (sign_public, receipt, receipt_at) VALUES (?, ?, ?)"
            " ON CONFLICT (sign_public) DO UPDATE SET receipt = excluded.receipt, receipt_at = excluded.receipt_at",
            (hub.key, dsse.encoded(envelope), now),
        )
        _state(db, hub, receipt, now)
    return receipt


def _state(db: Database, hub: Member, receipt: Receipt, now: str) -> None:
    """A receipt is the hub's word of what it holds, too, whoever handed it on: what it names is not sent again."""
    heard = last_statement(db, hub.key)
    replica = heard.statement.replica if heard else min(hub.replicas, default="")
    if replica and (heard is None or heard.statement.as_of < receipt.at):
        wanted = heard.statement.wanted if heard else ()
        said = Statement(replica=replica, as_of=receipt.at, vector=receipt.received, wanted=wanted)
        keep_statement(db, hub.key, said, parse_utc(now), heard.way if heard else "")


def last_receipt(db: Database, keyring: Keyring) -> Receipt | None:
    """The latest receipt of the hub; None before the first."""
    kept = last_receipt_envelope(db, keyring)
    if not kept:
        return None
    try:
        return verified(keyring, kept)
    except Refused:
        # Its hub is not the hub any more.
        return None


def last_receipt_envelope(db: Database, keyring: Keyring) -> str:
    """As `last_receipt`, as it travels; empty before the first."""
    if keyring.hub is None:
        return ""
    found = db.conn.execute("SELECT receipt FROM peer WHERE sign_public = ?", (keyring.hub.key,)).fetchone()
    return str(found[0]) if found else ""
