"""The numbers of a day in lines; a line that begins with ! or ? wants to be looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communedb.domain.moment import local, parse_utc
from communedb.domain.money import format_dong
from communedb.domain.phone import show_phone
from communetui.strings.evening import evening

if TYPE_CHECKING:
    from communedb.backup import Backup
    from communedb.reports.end_of_day import EndOfDay, Money, Waiting


def day_lines(day: EndOfDay) -> list[str]:
    """What came, what went, what was paid, what is left to do, what is safe."""
    words = evening()
    pressing = words.pressing.format(count=_number(day.pressing))
    lines = [
        words.came.format(received=_number(day.received), returned=_number(day.returned)),
        f"! {pressing}" if day.pressing else pressing,
        *_money_lines(day),
        words.unprinted.format(count=_number(day.unprinted)),
        "" if day.unsent is None else words.unsent.format(count=_number(day.unsent)),
        backup_line(day),
    ]
    return [line for line in lines if line]


def backup_line(day: EndOfDay) -> str:
    """Where the last backup lies and how much came since."""
    words, last = evening(), day.last_backup
    if last is None:
        return f"! {words.never_backed_up}"
    told = words.backed_up.format(
        at=f"{local(last.at):%H:%M %d/%m/%Y}", folder=last.folder, count=_number(last.changes_since)
    )
    return f"? {told}" if last.changes_since else told


def done_text(done: Backup) -> str:
    """That a backup is there, read back; and what is odd about its place."""
    words = evening()
    told = words.backup_done.format(
        folder=done.folder, dossiers=_number(done.dossiers), megabytes=_number(max(round(done.size / 1024**2), 1))
    )
    return f"{told} {words.same_disk}" if done.same_disk else told


def phones(one: Waiting) -> tuple[str, ...]:
    """Whom to call: the applicant, and who handed in for them."""
    found = [show_phone(one.phone)] if one.phone else []
    if one.submitter_phone:
        found.append(evening().by_other.format(name=one.submitter, phone=show_phone(one.submitter_phone)))
    return tuple(found)


def day_text(moment: str | None) -> str:
    """A kept instant as its day: `23/11/2026`; nothing for none."""
    return f"{local(parse_utc(moment)):%d/%m/%Y}" if moment else ""


def _money_lines(day: EndOfDay) -> list[str]:
    words = evening()
    parts = [_method(one) for one in day.money]
    if day.exempted:
        parts.append(words.exempted.format(amount=format_dong(day.exempted)))
    return [f"{words.money}: {'; '.join(parts)}" if parts else words.no_money]


def _method(one: Money) -> str:
    words = evening()
    name = words.methods[one.method]
    told = words.method.format(method=name, amount=format_dong(one.paid), count=_number(one.payments))
    return told + (words.refunded.format(amount=format_dong(one.refunded)) if one.refunded else "")


def _number(count: int) -> str:
    return f"{count:,}".replace(",", ".")
