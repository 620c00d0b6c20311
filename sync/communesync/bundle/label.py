"""The label: what a bundle says of itself to whoever carries it. It names keys and replicas, no person.

It is a DSSE envelope around JSON in its one spelling: sorted names, no spaces, ASCII.
"""

from __future__ import annotations

import json
from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from communedb.domain.refusal import Reason, Refused
from communedb.journal.segment import MOST_LINES
from communesync.bundle.limits import MOST_LABEL, MOST_READERS, MOST_SEGMENTS, fits
from communesync.keys import dsse

FORMAT: Final = "communetui bundle"
VERSION: Final = 1

Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Name = Annotated[str, Field(min_length=1, max_length=64, pattern=r"^[0-9a-z+-]+$")]
Number = Annotated[int, Field(ge=1, lt=2**53)]


class _Facts(BaseModel):
    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", populate_by_name=True)


class Sender(_Facts):
    """Who made the bundle: the station's key and the replica that it wrote as."""

    key: Digest
    replica: Name


class Extent(_Facts):
    """One segment in the bundle."""

    replica: Name
    scope: Name
    first: Number
    last: Number
    digest: Digest


class Payload(_Facts):
    """The encrypted payload as stored, and its size decrypted and decompressed; bytes."""

    size: int
    sha256: Digest
    plain: int


class Label(_Facts):
    """What a bundle holds, from whom and for whom."""

    format: Literal["communetui bundle"] = FORMAT
    version: Literal[1] = VERSION
    kind: Literal["rows", "files"]
    sender: Sender = Field(alias="from")
    to: Annotated[list[Digest], Field(max_length=MOST_READERS)]
    segments: Annotated[list[Extent], Field(max_length=MOST_SEGMENTS)]
    payload: Payload
    made_at: Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$")]

    def encode(self) -> bytes:
        """The label in its one spelling."""
        return json.dumps(self.model_dump(by_alias=True), sort_keys=True, separators=(",", ":")).encode("ascii")


def parse(text: bytes, name: str) -> tuple[Label, dict[str, Any]]:
    """The label in a stored `label.json` and the envelope around it; whose it is has not been verified yet.

    Refused: BUNDLE_CHANGED, BUNDLE_NEWER, BUNDLE_TOO_LARGE.
    """
    try:
        envelope = dsse.parse(text, MOST_LABEL)
        if dsse.encoded(envelope).encode() != text.rstrip(b" "):
            raise Refused(Reason.BUNDLE_CHANGED, name=name)
        payload = dsse.unverified(envelope, dsse.LABEL)
        _check_version(payload, name)
        label = Label.model_validate_json(payload)
    except (dsse.NotOpened, ValidationError, ValueError, RecursionError) as fault:
        raise Refused(Reason.BUNDLE_CHANGED, name=name) from fault
    lines = (extent.last - extent.first for extent in label.segments)
    if label.encode() != payload or not all(0 <= more < MOST_LINES for more in lines):
        raise Refused(Reason.BUNDLE_CHANGED, name=name)
    if not fits(label.payload.size, label.payload.plain):
        raise Refused(Reason.BUNDLE_TOO_LARGE, name=name, what="payload")
    return label, envelope


def _check_version(payload: bytes, name: str) -> None:
    facts = json.loads(payload)
    version = facts.get("version") if isinstance(facts, dict) and facts.get("format") == FORMAT else None
    if type(version) is int and version > VERSION:
        raise Refused(Reason.BUNDLE_NEWER, name=name)
