"""Conflicts with everything that is needed to tell them: read at once, in a thread."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from communedb.reports.contested import Contested, contested
from communedb.stores.officers import officer_names
from communedb.stores.units import unit_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from communedb.journal.fold import Head
    from communedb.sqlite import Database
    from communetui.exchange.stations import Place

_UNITS = frozenset({"applicant_unit", "official_place", "reception_place", "competent_agency", "unit", "lead_unit"})


@dataclass(frozen=True)
class Conflicts:
    """Some conflicts, and the names of officers, units and stations in them."""

    lines: list[Contested]
    names: Mapping[str, str]
    units: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, Place | None] = field(default_factory=dict)

    def unit(self, code: str | None) -> str:
        """A unit's name for its code."""
        return self.units.get(code, code) if code else ""


def read_conflicts(db: Database, rows: Iterable[str] | None = None) -> Conflicts:
    """Every conflict, or those of these rows; from a thread."""
    lines = contested(db, rows)
    heads = [(one.conflict.column, head) for one in lines for head in one.conflict.heads]
    codes = {str(head.value) for column, head in heads if column in _UNITS and head.value}
    return Conflicts(
        lines=lines,
        names=officer_names(db) | _tasks_above(db, heads) if lines else {},
        units={code: unit_name(db, code) for code in codes},
        places=_places(db, {head.replica for _, head in heads}),
    )


def _tasks_above(db: Database, heads: list[tuple[str, Head]]) -> dict[str, str]:
    """The tasks that values speak of by key: code and title."""
    above = [str(head.value) for column, head in heads if column == "parent" and head.value]
    found = db.conn.execute(
        "SELECT id, code, title FROM task WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(above),)
    )
    return {key: f"{code} {title}" for key, code, title in found} if above else {}


def _places(db: Database, replicas: set[str]) -> dict[str, Place | None]:
    if not replicas:
        return {}
    from communetui.exchange.stations import Stations

    stations = Stations(db)
    return {replica: stations.of_replica(replica) for replica in replicas}
