"""The signature under an HTTP request, which is the whole sign-in: no password, no session, no cookie.

A request carries `Authorization: DSSE <base64 of an envelope>` whose payload names the key, the request, its body, a
challenge of the hub and a nonce. The challenge is the hub's own time, sealed by it, so a station's clock may be off by
days; whoever has none yet, or one that ran out, gets the next with the answer 401 and asks again.
"""

from __future__ import annotations

import secrets
from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from hashlib import sha256
from typing import TYPE_CHECKING, Annotated, Final

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from communesync.keys import dsse

if TYPE_CHECKING:
    from communedb.keys.signing import Signer

SCHEME: Final = "DSSE"
FORMAT: Final = 1
MOST_BYTES: Final = 4 * 1024
"""What the header's value may measure; a token takes about 1,100 bytes."""

_NONCE_BYTES: Final = 16


class NotSigned(ValueError):  # noqa: N818 - a state of the request; what it means is the hub's to say, or not to say
    """The header is no token, or another key signed it than the one that it names."""


class Token(BaseModel):
    """What a station signs: `target` is path and query below the hub's address, `sha256` and `size` the body's."""

    model_config = ConfigDict(frozen=True, strict=True)

    v: Annotated[int, Field(ge=FORMAT, le=FORMAT)] = FORMAT
    key: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
    method: Annotated[str, Field(pattern="^[A-Z]{3,7}$")]
    target: Annotated[str, Field(max_length=1_000)]
    size: Annotated[int, Field(ge=0, le=2**53 - 1)]
    sha256: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
    challenge: Annotated[str, Field(max_length=200)]
    nonce: Annotated[str, Field(pattern="^[0-9a-f]{32}$")]


def sign_request(signer: Signer, method: str, target: str, body: bytes, challenge: str) -> str:
    """The header's value for a request with this body."""
    token = Token(
        key=signer.public,
        method=method,
        target=target,
        size=len(body),
        sha256=sha256(body).hexdigest(),
        challenge=challenge,
        nonce=secrets.token_hex(_NONCE_BYTES),
    )
    envelope = dsse.encoded(dsse.sign(dsse.REQUEST, token.model_dump_json().encode(), signer))
    return f"{SCHEME} {b64encode(envelope.encode()).decode()}"


def read_token(header: str) -> Token:
    """The token in a header's value, rightly signed by the key that it names, or NotSigned; who that is comes after."""
    scheme, _, text = header.partition(" ")
    if scheme != SCHEME or len(text) > MOST_BYTES:
        raise NotSigned("header")
    try:
        envelope = dsse.parse(b64decode(text, validate=True), MOST_BYTES)
        token = Token.model_validate_json(dsse.unverified(envelope, dsse.REQUEST))
        dsse.opened(envelope, dsse.REQUEST, {token.key})
    except (NotBase64, ValueError, ValidationError) as fault:
        raise NotSigned("token") from fault
    return token
