"""Creating a register: its database, its keys, its first officer, and the reference data it starts with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from communedb import layout
from communedb.cradle import Cradle
from communedb.domain.moment import utc_text
from communedb.domain.officer import Role
from communedb.domain.refusal import Reason, Refused
from communedb.domain.text import clean
from communedb.files.age import Identity
from communedb.files.atomic import make_folder, write_faults_refused
from communedb.journal import installation, marker, pen
from communedb.keys import KEY_FILE, STANDARD, DataKey, KeyFile, Strength
from communedb.keys.recovery import save_recovery
from communedb.migrations import migrate
from communedb.reference.calendar import shipped_days
from communedb.reference.catalogue import starter_catalogue
from communedb.reference.units import is_province, units
from communedb.sqlite import create
from communedb.stores import station_keys
from communedb.stores.officers import roles_text
from communedb.stores.procedures import SHARED, procedure_row
from communedb.transaction import new_id, transaction

if TYPE_CHECKING:
    from pathlib import Path

    from communedb.reference.units import Unit
    from communedb.sqlite import Database

HUB_STATION: Final = 0
"""The number that a hub has in its province, where no counter is."""

MOST_STATIONS: Final = 99


@dataclass(frozen=True)
class Founded:
    """A new register: its first officer's key, and the recovery key that exists nowhere else but in `saved_to`."""

    officer: str
    recovery_text: str
    saved_to: Path


def found(
    folder: Path,
    *,
    unit: str,
    station: int,
    officer: str,
    passphrase: str,
    roles: frozenset[Role] = frozenset({Role.ADMINISTRATOR}),
    strength: Strength = STANDARD,
    recovery_file: Path | None = None,
    escrow: tuple[str, ...] = (),
    now: datetime | None = None,
) -> Founded:
    """Create a register in a folder for one station of a commune, or for the hub of a province: station 0.

    Nothing is left behind when it fails. Refused: REGISTER_EXISTS, UNKNOWN_UNIT, STATION_OUT_OF_RANGE,
    PASSPHRASE_TOO_SHORT, and the faults of disk and folder.
    """
    moment = now or datetime.now(UTC)
    name = clean(officer, 120)
    country = units()
    place = _unit(country, unit)
    if not name:
        raise Refused(Reason.OFFICER_NAME_MISSING)
    if not (station == HUB_STATION if is_province(place.code) else 1 <= station <= MOST_STATIONS):
        raise Refused(Reason.STATION_OUT_OF_RANGE, station=station)
    if Role.ADMINISTRATOR not in roles:
        raise Refused(Reason.ADMINISTRATOR_NEEDED)
    cradle = Cradle(folder)
    has_keys = (folder / KEY_FILE).exists()
    cradle.finish_interrupted(has_keys=has_keys)
    if layout.database(folder).exists() or has_keys:
        raise Refused(Reason.REGISTER_EXISTS, folder=str(folder))
    first, register = new_id(), new_id()
    made = KeyFile.create(
        folder,
        register,
        unit=(place.code, place.full_name),
        station=station,
        officer=(first, name),
        passphrase=passphrase,
        strength=strength,
        escrow=escrow,
    )
    saved_to = recovery_file or layout.recovery(folder)
    recovery_saved = False
    try:
        with write_faults_refused(cradle.database):
            make_folder(folder)
            cradle.clear()
            person = _First(folder, register, place, station, first, name, roles, moment)
            _build(cradle.database, made.data_key, person, country)
        save_recovery(saved_to, made.recovery_text)
        recovery_saved = True
        made.keyfile.save()
    except BaseException:
        cradle.clear()
        if recovery_saved:
            saved_to.unlink(missing_ok=True)
        raise
    cradle.finish()
    return Founded(first, made.recovery_text, saved_to)


@dataclass(frozen=True)
class _First:
    folder: Path
    register: str
    unit: Unit
    station: int
    officer: str
    name: str
    roles: frozenset[Role]
    moment: datetime


def _unit(country: list[Unit], code: str) -> Unit:
    place = next((u for u in country if u.code == code), None)
    if place is None:
        raise Refused(Reason.UNKNOWN_UNIT, unit=code)
    return place


def _build(database: Path, data_key: DataKey, first: _First, country: list[Unit]) -> None:
    db = create(database, data_key.raw)
    try:
        migrate(db)
        with transaction(db):
            _fill(db, first, country)
        marker.leave(db, first.folder, installation.replica_of(db))
    finally:
        db.conn.close()


def _fill(db: Database, first: _First, country: list[Unit]) -> None:
    """The station, its first officer, and the reference rows, which are the same everywhere and do not travel."""
    replica, station = new_id(), new_id()
    scope = first.unit.code
    identity = Identity.generate()
    db.conn.execute(
        "INSERT INTO installation VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            first.register, replica, station, first.station, scope, identity.recipient, identity.secret_text,
            utc_text(first.moment),
        ),
    )  # fmt: skip
    station_keys.make(db, utc_text(first.moment), active=True)
    for name in (scope, SHARED):
        pen.add_scope(db, replica, name)
    pen.take(db, first.officer, first.moment, {})
    _insert(db, "station", {"id": station, "scope": scope, "unit": scope, "number": first.station, "name": ""})
    officer = {"id": first.officer, "scope": scope, "name": first.name, "roles": roles_text(first.roles), "active": 1}
    _insert(db, "officer", officer)
    for unit in country:
        place = (unit.code, unit.name, unit.kind.value, unit.province, unit.province_name)
        db.conn.execute("INSERT INTO unit VALUES (?, ?, ?, ?, ?)", place)
    for day in shipped_days():
        entry = (day.day.isoformat(), day.kind.value, day.name, int(day.announced), day.source)
        db.conn.execute("INSERT INTO holiday VALUES (?, ?, ?, ?, ?)", entry)
    for procedure in starter_catalogue():
        _insert(db, "procedure", procedure_row(procedure, SHARED, shipped=True))
    pen.put_down(db)


def _insert(db: Database, table: str, row: dict[str, object]) -> None:
    names, marks = ", ".join(row), ", ".join("?" * len(row))
    db.conn.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(row.values()))
