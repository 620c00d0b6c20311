"""The applicant of a dossier as the forms name them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communedb.domain.phone import show_phone
from communedb.stores.units import unit_name
from communetui.printing.models import Person

if TYPE_CHECKING:
    from communedb.sqlite import Database


def applicant_of(db: Database, row: dict[str, Any]) -> Person:
    """Name, address, phone and e-mail from a dossier's row."""
    address = ", ".join(part for part in (row["applicant_address"], unit_name(db, row["applicant_unit"])) if part)
    phone = show_phone(row["applicant_phone"]) if row["applicant_phone"] else ""
    return Person(name=row["applicant_name"], address=address, phone=phone, email=row["applicant_email"] or "")
