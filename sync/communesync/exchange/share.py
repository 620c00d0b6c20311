"""The shared folder of one centre: a sub-folder for each station by its key, with a beacon, its bundles, its key list.

A station writes in its own sub-folder only. What it believes of the others' is what their keys signed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from communedb.files.atomic import write_atomically, write_faults_refused
from communesync.exchange.key_file import NAME as KEYS
from communesync.exchange.readback import let_others_read
from communesync.exchange.statement import Statement
from communesync.keys import dsse

if TYPE_CHECKING:
    from pathlib import Path

    from communedb.keys.signing import Signer

BEACON: Final = "beacon.json"
BEACON_TYPE: Final = "application/vnd.communetui.beacon+json"
FORMAT: Final = 1
MOST_RECEIPT: Final = 1024 * 1024


class Beacon(BaseModel):
    """What a station shows the others of its centre: what it holds and lacks, and which key list it goes by."""

    model_config = ConfigDict(frozen=True)

    v: Annotated[int, Field(ge=FORMAT, le=FORMAT)] = FORMAT
    statement: Statement
    issuer: Annotated[str, Field(max_length=64)]
    version: Annotated[int, Field(ge=0)]
    receipt: Annotated[str, Field(max_length=MOST_RECEIPT)] = ""
    """The hub's latest receipt, as it was signed; empty before the first."""


class Stamp(NamedTuple):
    """Tells whether a file was written since it was last looked at."""

    modified: int
    size: int


def place_of(share: Path, key: str) -> Path:
    """A station's sub-folder; the key is one of the list's, in hexadecimal, and safe as a name."""
    return share / key


def make_place(share: Path, key: str) -> Path:
    """Make one's own sub-folder, in a share that is there. Refused: those of writing."""
    place = place_of(share, key)
    with write_faults_refused(place):
        if not place.is_dir():
            place.mkdir()
            let_others_read(place)
    return place


def stamp_of(path: Path) -> Stamp | None:
    """When a file was last written, None when it is not there."""
    try:
        found = path.stat()
    except OSError:
        return None
    return Stamp(found.st_mtime_ns, found.st_size)


def show_beacon(place: Path, beacon: Beacon, signer: Signer) -> None:
    """Write one's own beacon. Refused: those of writing."""
    envelope = dsse.sign(BEACON_TYPE, beacon.model_dump_json().encode(), signer)
    write_atomically(place / BEACON, dsse.encoded(envelope).encode())
    let_others_read(place / BEACON)


def see_beacon(place: Path, key: str) -> Beacon | None:
    """A station's beacon, rightly signed by it; None when there is none."""
    path = place / BEACON
    try:
        if not path.is_file() or path.stat().st_size > dsse.MOST_BYTES:
            return None
        payload, _ = dsse.opened(dsse.parse(path.read_bytes()), BEACON_TYPE, {key})
        return Beacon.model_validate_json(payload)
    except (OSError, dsse.NotOpened, ValidationError):
        return None


__all__ = ["BEACON", "KEYS", "Beacon", "Stamp", "make_place", "place_of", "see_beacon", "show_beacon", "stamp_of"]
