"""Officers of the centre."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from communedb.domain.officer import Role
from communedb.domain.refusal import Reason, Refused
from communedb.sqlite import rows

if TYPE_CHECKING:
    from communedb.sqlite import Database


@dataclass(frozen=True)
class Officer:
    """One officer, with the roles held."""

    id: str
    name: str
    roles: frozenset[Role]
    active: bool


def read_officer(db: Database, officer: str) -> Officer:
    """The officer with this key; Refused when there is none."""
    found = next(rows(db, "SELECT * FROM officer WHERE id = ?", (officer,)), None)
    if found is None:
        raise Refused(Reason.UNKNOWN_OFFICER, officer=officer)
    return _officer(found)


def read_officers(db: Database, *, active_only: bool = True, unit: str | None = None) -> list[Officer]:
    """Officers in the order in which they were added; those of one unit, where a hub has the officers of many."""
    found = rows(
        db,
        "SELECT * FROM officer WHERE active >= :active AND (:unit IS NULL OR scope = :unit) ORDER BY id",
        {"active": int(active_only), "unit": unit},
    )
    return [_officer(row) for row in found]


def officer_names(db: Database) -> dict[str, str]:
    """Key to name, former officers too: history names them."""
    return dict(db.conn.execute("SELECT id, name FROM officer").fetchall())


def roles_text(roles: frozenset[Role]) -> str:
    """Roles as the register keeps them."""
    return ",".join(sorted(roles))


def _officer(row: dict[str, Any]) -> Officer:
    roles = frozenset(Role(name) for name in row["roles"].split(",") if name in set(Role))
    return Officer(row["id"], row["name"], roles, bool(row["active"]))
