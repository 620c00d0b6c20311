"""`communetui dossier show` and `dossier history`: everything about one dossier."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from communedb.domain.money import format_dong
from communedb.domain.status import NATIONAL_CODES
from communedb.domain.workflow import offered
from communetui.cli.kinds import TEXT
from communetui.cli.lazy import command, start_of
from communetui.cli.opening import opened
from communetui.cli.output import answer
from communetui.cli.showing import findings, moment, outside, status_text
from communetui.cli.table import pairs, table
from communetui.strings.cli_heads import heads
from communetui.strings.satisfaction import mark_text, satisfaction
from communetui.strings.values import values

if TYPE_CHECKING:
    from collections.abc import Mapping

    from communedb.journal.history import Change
    from communedb.register import Register
    from communedb.stores.dossier import Dossier
    from communetui.cli.start import Start


@command("dossier show")
@click.argument("code", type=TEXT)
@start_of
def show(start: Start, code: str) -> None:
    """Show a dossier by its code, another system's code, or its key."""
    from communedb.stores.dossier import find_dossier, read_dossier
    from communedb.stores.officers import officer_names

    with opened(start) as register:
        dossier = read_dossier(register.db, find_dossier(register.db, code))
        names = officer_names(register.db)
        document = _document(register, dossier, names)
    answer(start, document, lambda: _told(dossier, document, names))


@command("dossier history")
@click.argument("code", type=TEXT)
@start_of
def history(start: Start, code: str) -> None:
    """Show what was written about a dossier: who changed what from what to what, when."""
    from communedb.journal.history import subject_history
    from communedb.stores.dossier import find_dossier
    from communedb.stores.officers import officer_names

    with opened(start) as register:
        key = find_dossier(register.db, code)
        changes = [change for change in subject_history(register.db, key) if not change.created or change.new]
        names = officer_names(register.db)
    document = {"dossier": key, "changes": [change_document(change, names) for change in changes]}
    answer(start, document, lambda: told_history(changes, names))


def _document(register: Register, dossier: Dossier, names: dict[str, str]) -> dict[str, Any]:
    from communedb.domain.due_state import due_state
    from communedb.stores.certifications import certifications_of

    state = dossier.state
    now, calendar = register.now(), register.calendar()
    limit = dossier.row["time_limit"]
    return {
        "dossier": outside(dossier.row),
        "time_limit": json.loads(limit) if limit else None,
        "fee": dossier.fee_lines,
        "state": {
            "status": state.status,
            "national_code": NATIONAL_CODES[state.status],
            "voided": state.voided,
            "open": state.open,
            "paused": state.paused,
            "due_at": state.due_at,
            "due_expected": state.due_expected,
            "due_state": due_state(state.due_at, now, calendar, state.ended_at, paused=state.paused),
            "ended_at": state.ended_at,
            "returned_at": state.returned_at,
            "supplements": state.supplements,
            "mark": state.mark or None,
            "marked_by": state.marked_by or None,
            "fee_paid": state.fee_paid,
            "fee_exempt": state.fee_exempt,
            "holder": {"id": state.holder, "name": names.get(state.holder, "")},
            "papers_with": {"id": state.papers_with, "name": names.get(state.papers_with, "")},
            "offered_to": {"id": state.offered_to, "name": names.get(state.offered_to, "")}
            if state.offered_to
            else None,
            "findings": findings(state.findings),
        },
        "money": _money(dossier),
        "certifications": [outside(row) for row in certifications_of(register.db, dossier.id)],
        "papers": [outside(row) for row in dossier.papers],
        "attachments": [outside(row) for row in dossier.attachments],
        "outside_codes": [outside(row) for row in dossier.outside_codes],
        "prints": [outside(row) for row in dossier.prints],
        "events": [
            {**event.model_dump(mode="json"), "officer_name": names.get(event.officer, "")} for event in dossier.events
        ],
        "steps": [step.kind for step in offered(state.status, register.officer.roles, voided=state.voided)],
    }


def _money(dossier: Dossier) -> dict[str, int | None]:
    """What is due, paid, exempted and paid back, in đồng; `left` is what is still to be paid."""
    state = dossier.state
    due = dossier.row["fee_amount"]
    left = None if due is None else max(due - state.fee_paid - state.fee_exempt, 0)
    return {
        "due": due,
        "paid": state.fee_paid + state.fee_refunded,
        "exempted": state.fee_exempt,
        "refunded": state.fee_refunded,
        "left": left,
    }


def _told(dossier: Dossier, document: dict[str, Any], names: dict[str, str]) -> str:
    said, row, state = heads(), dossier.row, dossier.state
    due = moment(state.due_at) or said.no_due
    facts = pairs(
        [
            (said.code, row["code"]),
            (said.status, status_text(state.status, voided=state.voided)),
            (said.received_on, moment(row["received_at"])),
            (said.due, f"{due} ({said.due_is_expected})" if state.due_expected else due),
            (said.procedure, f"{row['procedure_name']} {row['procedure_code']}"),
            (said.applicant, row["applicant_name"]),
            (said.id_number, row["applicant_id_number"] or ""),
            (said.phone, row["applicant_phone"] or ""),
            (said.address, row["applicant_address"] or ""),
            (said.submitter, row["submitter_name"] or ""),
            (said.fee, "" if row["fee_amount"] is None else format_dong(row["fee_amount"])),
            (said.holder, names.get(state.holder, "")),
            (said.papers_with, names.get(state.papers_with, "") if state.papers_with != state.holder else ""),
            (said.outside_codes, ", ".join(f"{code['system']} {code['code']}" for code in dossier.outside_codes)),
            (satisfaction().label, mark_text(state.mark, state.marked_by)),
            (said.note, row["note"] or ""),
        ]
    )
    parts = [facts, *_papers(dossier), _events(dossier, names)]
    steps = ", ".join(f"{kind} ({values().step[kind]})" for kind in document["steps"])
    if steps:
        parts.append(f"{said.steps}: {steps}")
    return "\n\n".join([*parts, *(finding["message"] for finding in document["state"]["findings"])])


def _papers(dossier: Dossier) -> list[str]:
    said = heads()
    if not dossier.papers:
        return []
    rows = [
        (
            str(p["position"]),
            said.paper_states[p["state"]],
            said.copy_kinds[p["copy_kind"]],
            str(p["quantity"]),
            p["name"],
        )
        for p in dossier.papers
    ]
    return [table((said.number, said.handed_in, said.copy_kind, said.quantity, said.paper), rows)]


def _events(dossier: Dossier, names: dict[str, str]) -> str:
    said = heads()
    rows = [
        (
            moment(event.happened_at),
            values().step[event.kind],
            names.get(event.officer, event.officer),
            event.reason or names.get(event.to_officer or "", ""),
        )
        for event in dossier.events
    ]
    return table((said.when, said.step, said.officer, said.reason), rows)


def change_document(change: Change, names: Mapping[str, str]) -> dict[str, Any]:
    """A change of the journal as JSON."""
    return {
        "at": change.at,
        "officer": change.officer,
        "officer_name": names.get(change.officer, ""),
        "table": change.table,
        "row": change.row,
        "column": change.column,
        "old": change.old,
        "new": change.new,
        "created": change.created,
    }


def told_history(changes: list[Change], names: dict[str, str]) -> str:
    """Changes of the journal as a table for people."""
    said = heads()
    rows = [
        (
            moment(change.at),
            names.get(change.officer, change.officer),
            f"{change.table}.{change.column}",
            "" if change.created else str(change.old if change.old is not None else "-"),
            str(change.new if change.new is not None else "-"),
        )
        for change in changes
    ]
    return table((said.when, said.officer, said.what, said.before, said.after), rows, flexible=4)
