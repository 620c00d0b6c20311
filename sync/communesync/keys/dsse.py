"""Signed envelopes: DSSE v1 (github.com/secure-systems-lab/dsse) with Ed25519.

The profile of this program: `keyid` is there and is the signer's public key in hexadecimal. It is a hint by which a key
is chosen among trusted ones, never a reason to trust. Members of an envelope that are not known are ignored.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from typing import TYPE_CHECKING, Any, Final

from communedb.keys.signing import SIGNATURE_SIZE, is_signed

if TYPE_CHECKING:
    from collections.abc import Collection

    from communedb.keys.signing import Signer

KEYS: Final = "application/vnd.communetui.keys+json"
LABEL: Final = "application/vnd.communetui.label+json"
ENROLMENT: Final = "application/vnd.communetui.enrolment+json"
RENEWAL: Final = "application/vnd.communetui.renewal+json"
RECEIPT: Final = "application/vnd.communetui.receipt+json"
REQUEST: Final = "application/vnd.communetui.request+json"

MOST_BYTES: Final = 8 * 1024 * 1024
"""What an envelope may measure as text before anything of it is parsed."""

MOST_SIGNATURES: Final = 8


class NotOpened(ValueError):  # noqa: N818 - a state of the bytes; the caller knows which refusal it is
    """The bytes are no envelope, of another type, or nobody trusted signed them."""


def pae(payload_type: str, payload: bytes) -> bytes:
    """What is signed: the specification's pre-authentication encoding."""
    kind = payload_type.encode()
    return b"DSSEv1 %d %b %d %b" % (len(kind), kind, len(payload), payload)


def sign(payload_type: str, payload: bytes, *signers: Signer) -> dict[str, Any]:
    """An envelope with a signature of each signer; `encoded` makes its text."""
    message = pae(payload_type, payload)
    signatures = [{"keyid": s.public, "sig": b64encode(s.sign(message)).decode()} for s in signers]
    return {"payload": b64encode(payload).decode(), "payloadType": payload_type, "signatures": signatures}


def encoded(envelope: dict[str, Any]) -> str:
    """An envelope as text: one line of JSON in ASCII."""
    return json.dumps(envelope, sort_keys=True, separators=(",", ":"))


def parse(text: str | bytes, limit: int = MOST_BYTES) -> dict[str, Any]:
    """The envelope in a text of at most `limit` bytes, or NotOpened; nothing is verified yet."""
    if len(text) > limit:
        raise NotOpened("size")
    try:
        envelope = json.loads(text)
    except (ValueError, RecursionError) as fault:
        raise NotOpened("not JSON") from fault
    if not isinstance(envelope, dict):
        raise NotOpened("not an envelope")
    return envelope


def opened(envelope: dict[str, Any], payload_type: str, public_keys: Collection[str]) -> tuple[bytes, str]:
    """The payload and the first of the trusted keys that signed it, or NotOpened."""
    payload, signed_by = opened_all(envelope, payload_type, public_keys)
    return payload, signed_by[0]


def opened_all(envelope: dict[str, Any], payload_type: str, public_keys: Collection[str]) -> tuple[bytes, list[str]]:
    """The payload and every trusted key that signed it, one at least, or NotOpened."""
    payload = unverified(envelope, payload_type)
    message = pae(payload_type, payload)
    signed_by = [
        key for key, signature in _signatures(envelope) if key in public_keys and is_signed(message, signature, key)
    ]
    if not signed_by:
        raise NotOpened("no trusted signature")
    return payload, signed_by


def unverified(envelope: dict[str, Any], payload_type: str) -> bytes:
    """The payload before any signature was checked: to read whose key it claims, and for nothing else. NotOpened."""
    if envelope.get("payloadType") != payload_type:
        raise NotOpened("type")
    return _binary(envelope.get("payload"))


def _signatures(envelope: dict[str, Any]) -> list[tuple[str, bytes]]:
    """Key and signature of each entry that has both."""
    entries = envelope.get("signatures")
    if not isinstance(entries, list) or not 1 <= len(entries) <= MOST_SIGNATURES:
        raise NotOpened("signatures")
    found = []
    for entry in entries:
        if not isinstance(entry, dict) or not isinstance(entry.get("keyid"), str):
            continue
        signature = _binary(entry.get("sig"))
        if len(signature) == SIGNATURE_SIZE:
            found.append((entry["keyid"], signature))
    return found


def _binary(text: object) -> bytes:
    """Standard or URL-safe base64, as the specification asks of readers, in its one spelling; NotOpened."""
    if not isinstance(text, str):
        raise NotOpened("not base64")
    standard = text.replace("-", "+").replace("_", "/")
    try:
        data = b64decode(standard, validate=True)
    except (NotBase64, ValueError) as fault:
        raise NotOpened("not base64") from fault
    if b64encode(data).decode() != standard:
        raise NotOpened("not base64")
    return data
