"""Enrolment as the screen and the command line do it: files beside each other on a stick, a fingerprint compared."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from communedb.domain.moment import local
from communedb.domain.refusal import Reason, Refused
from communedb.files.atomic import write_atomically
from communedb.os_fault import why

if TYPE_CHECKING:
    from pathlib import Path

    from communedb.register import Register
    from communesync.keys.key_list import KeyList
    from communetui.printing.plain.print_plain import Plain

REQUEST_NAME: Final = "ghi-danh-{unit}-{station}.json"
LIST_NAME: Final = "danh-sach-may-{version}.json"

_MOST: Final = 8 * 1024 * 1024


class Own(NamedTuple):
    """The fingerprint of this station in groups of digits, and what its QR holds."""

    fingerprint: str
    qr: str


def own_fingerprint(register: Register, *, coming: bool = False) -> Own:
    """What is read aloud, typed or scanned where this station is enrolled; of the key that is `coming`, if one is."""
    from communedb.stores import station_keys
    from communesync.keys.fingerprint import fingerprint, qr_text

    db = register.db
    one = (station_keys.waiting(db) if coming else None) or station_keys.active(db)
    key, recipient = one.signer.public, one.identity.recipient
    return Own(fingerprint(key, recipient), qr_text(key, recipient))


def write_request(register: Register, place: Path, name: str = "") -> Path:
    """Write this station's enrolment file into a folder, or under the name that is given; the file."""
    from communesync.keys.enrolment import request

    by = register.by
    file = place / REQUEST_NAME.format(unit=by.unit, station=by.station_number) if place.is_dir() else place
    return _write(file, request(register, name))


def accept_file(register: Register, file: Path, compared: str) -> tuple[KeyList, Path]:
    """Enrol the station of a file and write the new list beside it, for that station: the list and its file."""
    from communesync.keys.enrolment import accept, list_in_force
    from communesync.keys.station import ensure_list

    text = read_file(file)
    ensure_list(register)
    keys = accept(register, text, compared, file.name)
    written = _write(file.parent / LIST_NAME.format(version=keys.version), list_in_force(register.db))
    return keys, written


def join_file(register: Register, file: Path, compared: str) -> KeyList:
    """Let the lists of a file's issuer count from now on, its fingerprint having been compared."""
    from communesync.keys.enrolment import join

    return join(register, read_file(file), compared, file.name)


def print_fingerprint(register: Register, station: str) -> Plain:
    """Print the page with the fingerprint; from a thread."""
    from communetui.printing.office import office_of
    from communetui.printing.plain.fingerprint import fingerprint_page
    from communetui.printing.plain.print_plain import print_plain

    own, day = own_fingerprint(register), local(register.now()).date()
    page = fingerprint_page(office_of(register.db, register.by.unit), station, own.fingerprint, own.qr, day)
    return print_plain(register, "dau-van-khoa", page)


def read_file(file: Path) -> bytes:
    """A small file that an officer brought. Refused: FILE_UNREADABLE, ENROLMENT_BROKEN (too large)."""
    try:
        if file.stat().st_size > _MOST:
            raise Refused(Reason.ENROLMENT_BROKEN, name=file.name)
        return file.read_bytes()
    except OSError as fault:
        raise Refused(Reason.FILE_UNREADABLE, name=file.name, why=why(fault)) from fault


def newest(folder: Path, kind: str) -> Path | None:
    """The newest file of a kind of name in a folder: what was just brought; None when there is none."""
    pattern = re.compile(re.sub(r"\\{\w+\\}", r"[0-9]+", re.escape(kind)))
    try:
        found = [file for file in folder.iterdir() if pattern.fullmatch(file.name)]
        return max(found, key=lambda file: file.stat().st_mtime, default=None)
    except OSError:
        return None


def _write(file: Path, text: str) -> Path:
    write_atomically(file, text.encode())
    return file
