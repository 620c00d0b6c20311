"""What the fixed lines tell of a form: the promise, the fee, the papers, and what to look at again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communedb.domain.deadlines import due
from communedb.domain.fees import total
from communedb.domain.intake import ApplicantKind, PaperState
from communedb.domain.moment import local, parse_utc
from communedb.domain.money import format_dong
from communedb.domain.phone import parse_phone
from communedb.domain.refusal import Refused
from communedb.domain.time_limit import LimitUnit
from communetui.intake.fees import rules_of
from communetui.intake.reading import WrongAt, fee_or_none, findings_of, limit_of
from communetui.strings.findings import finding_text
from communetui.strings.intake import choices, labels, summary
from communetui.strings.values import values

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from communedb.domain.calendar import WorkCalendar
    from communedb.domain.procedure import Procedure
    from communedb.domain.time_limit import TimeLimit
    from communetui.intake.state import FormState

_TAX_CODES = frozenset({10, 13})


def limit_text(limit: TimeLimit) -> str:
    """`10 ngày làm việc`, `trong ngày`, with the case for which it holds."""
    unit = choices().limit_unit[limit.unit.value]
    words = unit if limit.unit is LimitUnit.SAME_DAY else f"{limit.amount} {unit}"
    return f"{words}: {limit.label}" if limit.label else words


def moment_text(at: datetime) -> str:
    """`17:30 23/11/2026`."""
    return f"{local(at):%H:%M %d/%m/%Y}"


def facts_of(form: FormState, procedure: Procedure | None, calendar: WorkCalendar | None, now: datetime) -> list[str]:
    """The due date as of the time of reception, the fee, the papers."""
    told = [_due_text(form, procedure, calendar, now), _fee_text(form, procedure, now)]
    return [*told, _papers_text(form)] if form.papers else told


def _due_text(form: FormState, procedure: Procedure | None, calendar: WorkCalendar | None, now: datetime) -> str:
    said = summary()
    if procedure is None and not form.unlisted:
        return said.due_needs_procedure
    try:
        limit = limit_of(form, procedure)
        if limit is None or calendar is None:
            return said.due_missing
        promised = due(now, limit, calendar)
    except (WrongAt, Refused):
        return said.due_missing
    words = limit_text(limit.model_copy(update={"label": ""}))
    return (said.due_expected if promised.expected else said.due).format(at=moment_text(promised.at), limit=words)


def fee_text(amount: int | None) -> str:
    """A fee as it is told: an amount, nothing to pay, or not known."""
    said = summary()
    if amount is None:
        return said.fee_unknown
    return said.fee.format(amount=format_dong(amount)) if amount else said.fee_free


def _fee_text(form: FormState, procedure: Procedure | None, now: datetime) -> str:
    day = local(now).date()
    lines = fee_or_none(form, procedure, day)
    if lines is None and rules_of(procedure, day):
        return summary().fee_choose
    return fee_text(None if lines is None else total(lines))


def _papers_text(form: FormState) -> str:
    said = summary()
    states = [line.state for line in form.papers]
    text = said.papers.format(yes=states.count(PaperState.YES), no=states.count(PaperState.NO))
    return text + (said.unlooked.format(count=states.count(None)) if None in states else "")


def warnings_of(form: FormState, duplicates: Sequence[dict[str, Any]], *, read_only: bool, listed: bool) -> list[str]:
    """What to look at again, the gravest first; none of it blocks."""
    said = summary()
    found = [said.read_only] if read_only else []
    found += [
        said.duplicate.format(
            code=one["code"],
            date=f"{local(parse_utc(one['received_at'])):%d/%m/%Y}",
            status=values().status[one["status"]].lower(),
        )
        for one in duplicates
    ]
    if form.unchecked:
        names = labels()
        fields = ", ".join(getattr(names, name).lower() for name in form.unchecked)
        found.append(said.to_check.format(fields=fields))
    if form.card_name:
        found.append(said.card_differs.format(card=form.card_name, kept=form.filled.get("name", "")))
    found += _number_warnings(form)
    if form.unlisted and not listed:
        found.append(said.unlisted)
    return found


def _number_warnings(form: FormState) -> list[str]:
    said = summary()
    found = [finding_text(finding) for finding in findings_of(form)]
    digits = form.id_number.strip()
    if form.kind is ApplicantKind.CITIZEN and digits.isdigit() and len(digits) in _TAX_CODES:
        found.append(said.id_for_body)
    for phone in (form.phone, form.submitter_phone):
        try:
            if phone.strip():
                parse_phone(phone)
        except Refused:
            found.append(said.phone)
            break
    return found
