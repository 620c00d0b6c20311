"""From the promises that a closed day touches to papers and notes; Vietnamese, for citizens and the register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communedb.desk.closed_day import note_told
from communedb.domain.moment import local
from communedb.domain.phone import show_phone
from communedb.reports.closed_notices import NoticeDue, closed_days, notices_due

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from communedb.register import Register
    from communetui.printing.plain.print_plain import Plain

_OTHERWISE = "lịch làm việc thay đổi"


def print_letters(register: Register) -> tuple[int, Plain | None]:
    """One page for each citizen, in one print; how many, and None when there is nobody. From a thread."""
    from communetui.printing.office import office_of
    from communetui.printing.plain.closed_notice import ClosedNotice, closed_notices
    from communetui.printing.plain.print_plain import print_plain

    due = notices_due(register.db)
    if not due:
        return 0, None
    letters = [
        ClosedNotice(one.applicant, one.address, one.code, one.procedure, one.due_at, one.newer_at) for one in due
    ]
    day = local(register.now()).date()
    office = office_of(register.db, register.by.unit)
    paper = closed_notices(office, day, why_text(closed_days(register.db, due)), letters)
    return len(due), print_plain(register, "thong-bao-nghi", paper)


def print_calls(register: Register) -> tuple[int, Plain | None]:
    """The list of whom to call, with both dates; how many, and None when there is nobody. From a thread."""
    from communetui.printing.office import office_of
    from communetui.printing.plain.call_list import CallLine, call_list
    from communetui.printing.plain.print_plain import print_plain

    due = notices_due(register.db)
    if not due:
        return 0, None
    told = f"Trung tâm tạm nghỉ: {why_text(closed_days(register.db, due))}. Báo ngày trả dự kiến cho {len(due)} hồ sơ."
    lines = [
        CallLine(one.applicant, _phones(one), one.code, f"{one.procedure}; hẹn {_day(one)}, dự kiến {_newer(one)}")
        for one in due
    ]
    office = office_of(register.db, register.by.unit)
    return len(due), print_plain(register, "goi-bao-nghi", call_list(office, "Báo ngày nghỉ", told, lines))


def note_all_told(register: Register) -> int:
    """Note in every dossier of them what was told, in one transaction; how many. From a thread."""
    due = notices_due(register.db)
    why = why_text(closed_days(register.db, due))
    texts = {
        one.dossier: f"Đã báo người nộp: trung tâm tạm nghỉ ({why}); hẹn {_day(one)}, dự kiến trả {_newer(one)}"
        for one in due
    }
    return register.write(note_told, texts) if texts else 0


def why_text(days: Sequence[tuple[date, str]]) -> str:
    """The closed days in words: `Nghỉ do lũ lụt ngày 25/11/2026`."""
    return "; ".join(f"{name} ngày {day:%d/%m/%Y}" for day, name in days) or _OTHERWISE


def _phones(one: NoticeDue) -> tuple[str, ...]:
    found = [show_phone(one.phone)] if one.phone else []
    if one.submitter_phone:
        found.append(f"{one.submitter} (nộp thay): {show_phone(one.submitter_phone)}")
    return tuple(found)


def _day(one: NoticeDue) -> str:
    return f"{local(one.due_at):%d/%m/%Y}"


def _newer(one: NoticeDue) -> str:
    return f"{local(one.newer_at):%d/%m/%Y}"
