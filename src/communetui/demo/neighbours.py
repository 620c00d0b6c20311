"""Whom the sample centre exchanges with: a second counter, the hub of Huế, and the stick that goes between them.

They lie beside the sample centre and are made when they are first asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from communedb import layout
from communedb.desk.mend import correct
from communedb.desk.office import note_stick
from communedb.domain.officer import Role as OfficerRole
from communedb.files.atomic import make_folder
from communedb.founding import HUB_STATION, found
from communedb.keys import KeyFile, Strength
from communedb.register import Register
from communesync.exchange.folder import by_stick
from communesync.keys.enrolment import accept, join, list_in_force, request
from communesync.keys.fingerprint import fingerprint
from communesync.keys.members import Role
from communesync.keys.station import ensure_list
from communetui.demo.officers import PASSPHRASE
from communetui.demo.people import UNIT
from communetui.strings.demo_exchange import exchange_tour

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from communetui.demo.centre import Centre

FOLDER: Final = "neighbours"
PROVINCE: Final = "46"
COUNTER_OFFICER: Final = "Đặng Thị Minh Châu"
HUB_OFFICER: Final = "Tôn Thất Quang"

PHONE: Final = "applicant_phone"
HERE, THERE = "0905111333", "0914222777"
"""The number that each counter is told."""

_OPEN: Final = (
    "SELECT id, applicant_phone FROM dossier JOIN dossier_state ON dossier = id"
    " WHERE open = 1 AND voided = 0 ORDER BY place DESC LIMIT 1"
)

# Their passphrase is shown on the screen: a costly derivation would guard nothing.
_STRENGTH: Final = Strength(memory_kib=8, passes=1)


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Where the second counter, the hub, the stick and the hub's backups are."""

    counter: Path
    hub: Path
    stick: Path
    backups: Path


def prepare_neighbours(centre: Centre, now: Callable[[], datetime]) -> Neighbours:
    """The neighbours of the sample centre, made and enrolled if they are not there yet.

    Refused: the faults of disk and folder.
    """
    top = centre.folder / FOLDER
    made = Neighbours(top / "counter-2", top / "hub", top / "stick", top / "hub-backups")
    for folder in (made.stick, made.backups):
        make_folder(folder)
    _found(made.hub, PROVINCE, HUB_STATION, HUB_OFFICER, now)
    _found(made.counter, UNIT, 2, COUNTER_OFFICER, now)
    with (
        open_neighbour(made.hub, now) as hub,
        open_neighbour(made.counter, now) as counter,
        Register.open(centre.folder, centre.officers["administrator"], PASSPHRASE, now=now) as first,
    ):
        ensure_list(hub, Role.HUB)
        for station in (first, counter):
            ensure_list(station)
            accept(hub, request(station), print_of(station))
        for station in (first, counter):
            join(station, list_in_force(hub.db), print_of(hub))
    return made


def leave_conflict(centre: Centre, made: Neighbours, now: Callable[[], datetime]) -> None:
    """Leave on the stick what counter 2 wrote meanwhile: a telephone number that differs from this counter's.

    Nothing is done when the stick has been used before.
    """
    if any(made.stick.iterdir()):
        return
    with (
        Register.open(centre.folder, centre.officers["reception"], PASSPHRASE, now=now) as here,
        open_neighbour(made.counter, now) as there,
    ):
        by_stick(here, made.stick)
        by_stick(there, made.stick)
        found = here.db.conn.execute(_OPEN).fetchone()
        if found is None:
            return
        dossier, phone = found
        for register, value in ((here, HERE), (there, THERE)):
            register.write(correct, dossier, PHONE, phone, value, exchange_tour().heard)
        by_stick(there, made.stick)
        here.write(note_stick, str(made.stick.absolute()))


def open_neighbour(folder: Path, now: Callable[[], datetime]) -> Register:
    """A neighbour's register, opened by its only officer."""
    (officer,) = KeyFile.load(folder).officers()
    return Register.open(folder, officer.id, PASSPHRASE, now=now)


def print_of(register: Register) -> str:
    """The fingerprint that two people compare."""
    return fingerprint(register.signer.public, register.identity.recipient)


def _found(folder: Path, unit: str, station: int, officer: str, now: Callable[[], datetime]) -> None:
    if layout.database(folder).exists():
        return
    found(
        folder, unit=unit, station=station, officer=officer, passphrase=PASSPHRASE, roles=frozenset(OfficerRole),
        strength=_STRENGTH, now=now(),
    )  # fmt: skip
