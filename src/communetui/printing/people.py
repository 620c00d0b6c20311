"""How a form names the person it speaks of, and whoever hands in for that person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communetui.printing.blocks import field, fields, text
from communetui.printing.lettering import markup, strong

if TYPE_CHECKING:
    from communetui.printing.models import Person, Submitter
    from communetui.printing.pages import Block


def person(label: str, who: Person, width: float) -> list[Block]:
    """Name, address, phone and e-mail."""
    return [
        field(label, who.name, width),
        field("Địa chỉ", who.address, width),
        *fields([("Số điện thoại", who.phone, 0.42), ("Email", who.email, 0.58)], width),
    ]


def submitter(who: Submitter | None) -> list[Block]:
    """The line about somebody who hands in for the applicant, if somebody does."""
    if who is None:
        return []
    known = [
        who.relation,
        who.id_number and f"số định danh {who.id_number}",
        who.phone and f"ĐT {who.phone}",
    ]
    details = "; ".join(part for part in known if part.strip())
    after = f" ({markup(details)})" if details else ""
    return [text(f"Người nộp thay: {strong(who.name)}{after}")]
