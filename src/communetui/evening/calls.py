"""The printed list of whom to call; Vietnamese whatever language the officer works in, as all papers of the office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communedb.domain.moment import local
from communedb.domain.phone import show_phone
from communetui.evening.told import day_text
from communetui.printing.office import office_of
from communetui.printing.plain.call_list import CallLine, call_list
from communetui.printing.plain.print_plain import Plain, print_plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communedb.register import Register
    from communedb.reports.end_of_day import Waiting


def print_calls(register: Register, lines: Sequence[Waiting], *, due: bool) -> Plain:
    """Print the list of results not collected, or with `due` that of what is promised next; from a thread."""
    title = "Hồ sơ hẹn trả" if due else "Kết quả chưa nhận"
    told = f"Lập lúc {local(register.now()):%H:%M %d/%m/%Y}, {len(lines)} hồ sơ."
    paper = call_list(office_of(register.db, register.by.unit), title, told, [_line(one, due=due) for one in lines])
    return print_plain(register, "danh-sach-goi", paper)


def _line(one: Waiting, *, due: bool) -> CallLine:
    when = f"hẹn trả {day_text(one.due_at)}" if due else f"có kết quả từ {day_text(one.since)}"
    numbers = [show_phone(one.phone)] if one.phone else []
    if one.submitter_phone:
        numbers.append(f"{one.submitter} (nộp thay): {show_phone(one.submitter_phone)}")
    return CallLine(one.applicant, tuple(numbers), one.code, f"{one.procedure}; {when}")
