"""From the form to the slip of papers that the citizen still has to bring; nothing of it is written to the register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communedb.domain.intake import PaperState
from communedb.domain.moment import local
from communedb.domain.text import clean
from communedb.stores.settings import read_setting
from communetui.printing.office import office_of
from communetui.printing.plain.print_plain import Plain, print_plain
from communetui.printing.plain.to_bring import ToBring, opening_hours, to_bring_slip

if TYPE_CHECKING:
    from communedb.register import Register
    from communetui.intake.state import FormState


def print_to_bring(register: Register, form: FormState) -> Plain:
    """Print the slip for what is missing on the form; from a thread."""
    db = register.db
    hours = opening_hours(read_setting(db, "sessions"), saturday_morning=read_setting(db, "saturday_morning") == "yes")
    papers = [
        ToBring(line.name, line.kind, line.quantity, line.condition or "")
        for line in form.papers
        if line.state_to_save is PaperState.NO
    ]
    matter = clean(form.procedure, 500)
    named = f"{matter} (mã {form.procedure_code})" if form.procedure_code else matter
    today = local(register.now()).date()
    slip = to_bring_slip(office_of(db, register.by.unit), hours, today, named, clean(form.name), papers)
    return print_plain(register, "giay-to-can-mang", slip)
