"""The key list in a file beside the bundles, for those who do not know a bundle's sender yet.

Encrypted to the members that it names: who finds a stick learns nothing about the stations of a centre.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from communedb.files.age import AgeFailed, decrypt, encrypt
from communedb.files.atomic import write_atomically
from communedb.stores import station_keys
from communesync.exchange.inbox import take_key_list
from communesync.exchange.peers import audience, unit_of
from communesync.exchange.readback import let_others_read
from communesync.keys import dsse
from communesync.keys.enrolment import list_in_force

if TYPE_CHECKING:
    from pathlib import Path

    from communedb.register import Register
    from communesync.keys.keyring import Keyring

NAME: Final = "keys.age"
_MOST_BYTES: Final = 2 * dsse.MOST_BYTES


def leave_keys(register: Register, keyring: Keyring, folder: Path) -> None:
    """Write the list in force into a folder. Refused: those of writing, NOT_ENROLLED."""
    readers = audience(keyring, [], unit_of(keyring))
    write_atomically(folder / NAME, encrypt(list_in_force(register.db).encode(), readers.recipients))
    let_others_read(folder / NAME)


def read_keys(register: Register, folder: Path) -> dict[str, Any] | None:
    """The list in a folder, which nobody has believed yet; None when there is none that this station can open."""
    path = folder / NAME
    try:
        if not path.is_file() or path.stat().st_size > _MOST_BYTES:
            return None
        sealed = path.read_bytes()
    except OSError:
        return None
    for key in station_keys.own(register.db):
        try:
            return dsse.parse(decrypt(sealed, key.identity))
        except (AgeFailed, dsse.NotOpened):
            continue
    return None


def take_keys(register: Register, folder: Path, way: str) -> bool:
    """Take in the list that lies in a folder, if it is another than the one in force; whether that changed anything."""
    envelope = read_keys(register, folder)
    if envelope is None or dsse.encoded(envelope) == list_in_force(register.db):
        return False
    return take_key_list(register, envelope, way).new_list
