"""What a request at the quick counter comes to, while it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communedb.domain.certification import Return, book_of, fee_lines, split_payment, typed_limit
from communedb.domain.day import parse_day
from communedb.domain.deadlines import due
from communedb.domain.fees import total
from communedb.domain.moment import local
from communedb.domain.money import format_dong, parse_dong
from communedb.domain.refusal import Refused
from communetui.quick.state import QuickState, WrongAt, read_line
from communetui.strings.quick import quick

if TYPE_CHECKING:
    from datetime import datetime

    from communedb.domain.certification import CertifiedLine
    from communedb.domain.fees import FeeLine
    from communetui.quick.memory import Facts


def fees_of_lines(state: QuickState, facts: Facts) -> list[str]:
    """What each typed line costs; empty for one that is not whole yet."""
    told: dict[int, str] = {}
    lines = _whole(state)
    fees = _fees(state, facts)
    if fees and len(fees) == len(lines):
        told = {place: format_dong(fee.amount) for (place, _), fee in zip(lines, fees, strict=True)}
    return [told.get(place, "") for place in range(len(state.lines))]


def summary_text(state: QuickState, facts: Facts, now: datetime) -> str:
    """`Phí 21.000 đ | Tiền mặt | trả ngay`."""
    words = quick()
    fees = _fees(state, facts)
    parts = [words.fee_unknown if fees is None else words.total.format(amount=format_dong(total(fees)))]
    if fees:
        parts += _payment(state, total(fees))
    return " | ".join([*parts, words.methods[state.method], _promise(state, facts, now)])


def _whole(state: QuickState) -> list[tuple[int, CertifiedLine]]:
    whole = []
    for place, line in enumerate(state.lines):
        try:
            whole.append((place, read_line(line, place)))
        except (WrongAt, Refused, ValueError):
            # Still being typed.
            continue
    return whole


def _fees(state: QuickState, facts: Facts) -> tuple[FeeLine, ...] | None:
    procedure = facts.procedure(state.procedure_code)
    if procedure is None:
        return None
    rules = procedure.fee.rules_on(facts.day)
    if procedure.fee.given and not rules:
        return ()
    try:
        return fee_lines(rules, [line for _, line in _whole(state)])
    except Refused:
        return None


def _payment(state: QuickState, fee: int) -> list[str]:
    try:
        paid = parse_dong(state.paid) if state.paid.strip() else None
        _, exempted = split_payment(fee, paid, state.exempt_reason.strip())
    except Refused:
        return []
    return [quick().exempted.format(amount=format_dong(exempted))] if exempted else []


def _promise(state: QuickState, facts: Facts, now: datetime) -> str:
    words = quick()
    if state.returned is Return.AT_ONCE:
        return words.due_at_once
    procedure = facts.procedure(state.procedure_code)
    today = local(now).date()
    try:
        agreed = parse_day(state.agreed_on, today) if state.returned is Return.AGREED else None
        limits = procedure.limits if procedure else ()
        limit = typed_limit(book_of(state.procedure_code), limits, agreed, today) or limits[0]
        promised = due(local(now), limit, facts.calendar)
    except Refused:
        return words.due.format(at="?")
    at = f"{local(promised.at):%H:%M %d/%m/%Y}"
    return (words.due_expected if promised.expected else words.due).format(at=at)
