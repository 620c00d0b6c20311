"""Communes, wards and provinces as they were when the register was created."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communedb.reference.units import Unit, UnitKind
from communedb.sqlite import rows

if TYPE_CHECKING:
    from communedb.sqlite import Database


def unit_name(db: Database, code: str | None) -> str:
    """A unit's name with its province, the code itself when it is not known here, nothing for None."""
    if not code:
        return ""
    found = db.conn.execute("SELECT name, kind, province_name FROM unit WHERE code = ?", (code,)).fetchone()
    if found is None:
        return code
    name, kind, province = found
    return str(name) if kind == "province" else f"{name}, {province}"


def known_units(db: Database) -> list[Unit]:
    """All units as they were when the register was created, provinces first, ready for `find_units`."""
    found = rows(db, "SELECT * FROM unit ORDER BY kind <> 'province', code")
    return [Unit(r["code"], r["name"], UnitKind(r["kind"]), r["province"], r["province_name"]) for r in found]


def own_unit(db: Database) -> str:
    """The code of the unit whose register this is."""
    (unit,) = db.conn.execute("SELECT unit FROM installation").fetchone()
    return str(unit)


def reported_unit(db: Database) -> str | None:
    """Whose dossiers a report of this register counts: its own unit's; of a province those of every commune, None."""
    unit = own_unit(db)
    found = db.conn.execute("SELECT kind FROM unit WHERE code = ?", (unit,)).fetchone()
    return None if found and found[0] == "province" else unit
