"""The lines on top of a dossier: where it stands, what it promises, and what to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communedb.domain.event import EventKind
from communedb.domain.money import format_dong
from communedb.domain.phone import show_phone
from communedb.domain.status import Status
from communetui.conflicts.told import column_text
from communetui.dossier.rating import satisfaction_text
from communetui.dossier.told import field_name, moment_text
from communetui.strings.conflicts import conflicts
from communetui.strings.dossier_head import head_texts
from communetui.strings.findings import finding_text
from communetui.strings.satisfaction import satisfaction
from communetui.strings.values import values

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communetui.dossier.view import View


def head_text(view: View) -> str:
    """The head, a line for each thing; a line that begins with ! or ? wants to be looked at."""
    words, row = head_texts(), view.dossier.row
    phone = show_phone(row["applicant_phone"]) if row["applicant_phone"] else ""
    who = "  ".join(part for part in (row["applicant_name"], row["applicant_id_number"], phone) if part)
    code = row["procedure_code"] or f"({words.procedure_unmatched})"
    lines = [
        f"{words.status}: {status_text(view)}   {words.due}: {due_text(view)}",
        f"{words.applicant}: {who}",
        f"{words.procedure}: {code} {row['procedure_name']}",
        *_fee_and_hands(view),
    ]
    if view.state.status is Status.RETURNED and not view.state.voided:
        lines.append(f"{satisfaction().label}: {satisfaction_text(view)}")
    if view.dossier.outside_codes:
        codes = ", ".join(f"{one['system']} {one['code']}".strip() for one in view.dossier.outside_codes)
        lines.append(f"{words.outside}: {codes}")
    return "\n".join(f" {line}" for line in (*lines, *_warnings(view)))


def status_text(view: View) -> str:
    """The status, or that the dossier is void."""
    return head_texts().void if view.state.voided else values().status[view.state.status]


def due_text(view: View) -> str:
    """When the result is due and how that stands."""
    if view.state.due_at is None:
        return head_texts().no_due
    return view.standing.moment if view.state.voided else f"{view.standing.moment}, {view.standing.long}"


def holder_text(view: View) -> str:
    """Who is responsible and who has the papers: mostly one officer; two while a hand-over is not accepted yet."""
    words, state = head_texts(), view.state
    holder, papers = (view.names.get(officer, "-") for officer in (state.holder, state.papers_with))
    if holder == papers:
        return f"{words.holder}: {holder}"
    return f"{words.responsible}: {holder}, {words.papers_with}: {papers}"


def _fee_and_hands(view: View) -> list[str]:
    """The fee and who has the dossier; on two lines while that is two officers, whose names must not be cut off."""
    fee, hands = f"{head_texts().fee}: {fee_text(view)}", holder_text(view)
    return [f"{fee}   {hands}"] if view.state.holder == view.state.papers_with else [fee, hands]


def fee_text(view: View) -> str:
    """The fee, what was paid and what is left."""
    words, amount, paid = head_texts(), view.dossier.row["fee_amount"], view.state.fee_paid
    parts = [words.fee_unknown if amount is None else format_dong(amount) if amount else words.fee_free]
    if view.state.fee_exempt:
        parts.append(words.fee_exempt.format(exempt=format_dong(view.state.fee_exempt)))
    refunded = view.state.fee_refunded
    if paid + refunded:
        parts.append(words.fee_paid.format(paid=format_dong(paid + refunded)))
    if refunded:
        parts.append(words.fee_refunded.format(refunded=format_dong(refunded)))
    if amount and view.fee_left and view.state.open:
        parts.append(words.fee_left.format(left=format_dong(view.fee_left)))
    return ", ".join(parts)


def _warnings(view: View) -> Iterator[str]:
    words, row = head_texts(), view.dossier.row
    if view.state.voided:
        event = view.last(EventKind.VOIDED)
        yield "! " + words.void_because.format(reason=(event.reason if event else None) or "-")
    received = view.last(EventKind.RECEIVED)
    if received is not None and received.details.get("late"):
        at, real = moment_text(received.entered_at), moment_text(received.happened_at)
        yield "? " + words.late.format(at=at, real=real, reason=received.reason or "-")
    yield from (f"! {finding_text(finding)}" for finding in view.state.findings)
    if view.contested:
        fields = dict.fromkeys(column_text(one.conflict.table, one.conflict.column) for one in view.contested)
        yield "! " + conflicts().on_dossier.format(fields=", ".join(fields))
    if view.state.supplements > 1:
        yield "? " + words.second_supplement.format(count=view.state.supplements)
    if view.unchecked:
        yield "? " + words.to_check.format(fields=", ".join(field_name(name) for name in view.unchecked))
    if row["official_place"] != row["reception_place"]:
        yield words.others.format(place=view.unit(row["official_place"]))
