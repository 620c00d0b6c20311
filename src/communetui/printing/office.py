"""Who issues a paper: the office's own names where an administrator gave them, else those of its unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communedb.stores.settings import read_setting
from communedb.stores.units import unit_name
from communetui.printing.models import Office

if TYPE_CHECKING:
    from communedb.sqlite import Database


def office_of(db: Database, unit_code: str) -> Office:
    """The office at the head of a paper of this unit."""
    unit = unit_name(db, unit_code).split(",", maxsplit=1)[0]
    lower = unit[:1].lower() + unit[1:]
    return Office(
        agency=read_setting(db, "agency_name") or f"Ủy ban nhân dân {lower}",
        centre=read_setting(db, "centre_name") or f"Trung tâm Phục vụ hành chính công {lower}",
        place=unit.removeprefix("Xã ").removeprefix("Phường ").removeprefix("Đặc khu "),
        address=read_setting(db, "centre_address"),
        phone=read_setting(db, "centre_phone"),
    )
