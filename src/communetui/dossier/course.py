"""The course of a dossier and its journal, in words; the newest first."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from communedb.domain.event import EventKind
from communedb.domain.moment import local, parse_utc
from communedb.domain.money import format_dong
from communetui.dossier.told import field_name, moment_text, value_text
from communetui.strings.dossier_course import course, journal
from communetui.strings.satisfaction import mark_text
from communetui.strings.values import values
from communetui.widgets.entries import Entry

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from communedb.domain.event import Event
    from communedb.journal.history import Change
    from communetui.dossier.view import View


def event_entries(view: View) -> list[Entry]:
    """Every event and every print: when, what, who, and what belongs to it."""
    told: list[tuple[datetime, Entry]] = [
        (event.entered_at, _event_entry(view, event)) for event in view.dossier.events
    ]
    told += [(parse_utc(row["asked_at"]), _print_entry(view, row)) for row in view.dossier.prints]
    # Sorted by the moment only: events of one moment stay in their own order.
    return [entry for _, entry in sorted(told, key=lambda pair: pair[0])[::-1]]


def step_name(kind: str) -> str:
    """A step at the beginning of a line."""
    name = values().step.get(kind, kind)
    return name[:1].upper() + name[1:]


def _event_entry(view: View, event: Event) -> Entry:
    words = course()
    head = words.line.format(step=step_name(event.kind), officer=view.names.get(event.officer, event.officer))
    if event.id in view.taken_back:
        head += words.taken_back
    lines = [head, *_event_lines(view, event), *_detail_lines(view, event.details)]
    return Entry(moment_text(event.happened_at), "\n".join(lines))


def _event_lines(view: View, event: Event) -> Iterator[str]:
    words = course()
    if event.to_officer and event.kind is not EventKind.RECEIVED:
        yield words.to_officer.format(officer=view.names.get(event.to_officer, event.to_officer))
    if event.takes_back:
        undone = next((e for e in view.dossier.events if e.id == event.takes_back), None)
        yield words.takes_back.format(step=values().step[undone.kind] if undone else "-")
    if event.reason:
        yield words.reason.format(reason=event.reason)
    if event.due_at:
        yield words.due.format(due=moment_text(event.due_at))
    if event.form:
        yield words.form.format(form=event.form)
    if event.details.get("late"):
        yield words.late.format(at=moment_text(event.entered_at), real=moment_text(event.happened_at))
        if event.details.get("blank"):
            yield words.blank
    elif local(event.entered_at).date() != local(event.happened_at).date():
        yield words.entered.format(at=moment_text(event.entered_at))
    if "imported" in event.details:
        yield words.imported.format(file=event.details["imported"])


def _detail_lines(view: View, details: dict[str, Any]) -> Iterator[str]:
    words = course()
    if purpose := words.purposes.get(details.get("purpose", "")):
        yield purpose
    if details.get("pauses"):
        yield words.paused
    if papers := details.get("papers"):
        yield words.papers.format(papers="; ".join(str(paper.get("name", "")) for paper in papers))
    yield from _money_lines(details)
    if details.get("agency"):
        yield words.agency.format(agency=details["agency"])
    if signer := details.get("signer"):
        yield words.signer.format(officer=view.names.get(signer, signer))
    if details.get("result_code"):
        yield words.result_code.format(code=details["result_code"])
    if "recipient" in details:
        yield _recipient(details["recipient"])
    if details.get("mark"):
        yield mark_text(str(details["mark"]), str(details.get("marked_by", "")))
    if "field" in details:
        yield from _correction(details)


def _money_lines(details: dict[str, Any]) -> Iterator[str]:
    words = course()
    if details.get("amount") is not None:
        method = words.methods.get(details.get("method", ""), "")
        amount = format_dong(int(details["amount"]))
        yield words.amount.format(amount=f"{amount}, {method}" if method else amount)
    receipt = " ".join(str(details[name]) for name in ("receipt_series", "receipt_number") if details.get(name))
    if receipt:
        yield words.receipt.format(receipt=receipt)


def _recipient(given: dict[str, Any]) -> str:
    words = course()
    slip = words.slips.get(given.get("slip", "handed_in"), "")
    if given.get("is_applicant", True):
        return words.recipient_self.format(slip=slip)
    return words.recipient.format(
        name=given.get("name", "-"),
        number=given.get("id_number") or "-",
        paper=given.get("authorisation") or "-",
        slip=slip,
    )


def _correction(details: dict[str, Any]) -> Iterator[str]:
    words = course()
    old, new = (str(details.get(which) or "") or words.empty for which in ("old", "new"))
    yield words.changed.format(field=field_name(details["field"]), old=old, new=new)
    if details.get("replaces_print"):
        yield words.replaces.format(number=details["replaces_print"])


def _print_entry(view: View, row: dict[str, Any]) -> Entry:
    words = course()
    said = {"printed": words.print_done, "dropped": words.print_dropped}.get(row["state"], words.print_waits)
    line = said.format(form=row["form"], number=row["number"], officer=view.names.get(row["officer"], ""))
    if by := words.printed_by.get(row["printer"] or ""):
        line += f" ({by})"
    lines = [line] + ([words.print_replaces.format(number=row["replaces"])] if row["replaces"] else [])
    return Entry(moment_text(parse_utc(row["asked_at"])), "\n".join(lines))


def history_entries(view: View) -> list[Entry]:
    """Every change of every value, from what to what; the changes of one save to one row stand together."""
    by_save = groupby(view.changes, key=lambda one: (one.at, one.officer, one.table, one.row, one.created))
    names = {row["id"]: str(row["name"]) for row in (*view.dossier.papers, *view.dossier.attachments)}
    entries = []
    for (at, officer, table, row, created), changes in by_save:
        lines = [line for change in changes if (line := _change(view, change))]
        if lines:
            words = journal()
            # A new row tells its name among its values.
            what = words.created if created else words.named.format(name=names[row]) if row in names else ""
            who, where = view.names.get(officer, officer), words.tables.get(table, table)
            entries.append(
                Entry(moment_text(at), "\n".join([words.line.format(officer=who, table=where, what=what), *lines]))
            )
    return entries[::-1]


def _change(view: View, change: Change) -> str:
    """One value in a line; empty for what only the program understands, and for what was empty from the start."""
    name = _column_name(change.table, change.column)
    if not name or (change.created and change.new in (None, "")):
        return ""
    new = value_text(view, change.table, change.column, change.new)
    if change.created:
        return f"{name}: {new}"
    old = value_text(view, change.table, change.column, change.old)
    return course().changed.format(field=name, old=old, new=new)


def _column_name(table: str, column: str) -> str:
    columns = journal().columns.get(table, {})
    if column in columns:
        return columns[column]
    return values().field.get(column, "") if table == "dossier" else ""
