"""A procedure in words: what is not given says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communedb.domain.money import format_dong
from communedb.domain.time_limit import LimitUnit
from communetui.strings.catalogue import catalogue
from communetui.strings.language import Language, language
from communetui.strings.values import values

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from communedb.domain.fees import FeeRule, FeeSchedule
    from communedb.domain.procedure import PaperItem, Procedure
    from communedb.domain.time_limit import TimeLimit


def procedure_name(procedure: Procedure) -> str:
    """The name in the language of now; the official one where there is no English."""
    return procedure.name_en if language() is Language.EN and procedure.name_en else procedure.name_vi


def limit_words(limit: TimeLimit) -> str:
    """`3 ngày làm việc`, with its case where it has one."""
    unit = values().limit_unit[limit.unit.value]
    said = unit if limit.unit is LimitUnit.SAME_DAY else f"{limit.amount} {unit}"
    return f"{said} ({limit.label})" if limit.label else said


def limits_words(limits: Iterable[TimeLimit]) -> str:
    """All limits on one line, or "not given"."""
    return "; ".join(map(limit_words, limits)) or catalogue().not_given


def fee_words(schedule: FeeSchedule) -> str:
    """The fee on one line: free, not given, or the rules."""
    if not schedule.given:
        return catalogue().not_given
    return "; ".join(map(rule_words, schedule.rules)) or catalogue().free


def rule_words(rule: FeeRule) -> str:
    """One fee: amount per unit, per channel, tiers, cap, exemptions, note."""
    words = catalogue()
    unit = words.per[rule.unit.value]
    parts = [f"{format_dong(rule.amount)}/{unit}"]
    by_channel = rule.amounts.model_dump()
    parts += [
        f"{words.channels[channel]} {format_dong(amount)}"
        for channel, amount in by_channel.items()
        if amount is not None
    ]
    parts += [
        words.from_quantity.format(unit=unit, quantity=tier.from_quantity, amount=format_dong(tier.amount))
        for tier in rule.tiers
    ]
    if rule.cap is not None:
        parts.append(words.cap.format(amount=format_dong(rule.cap)))
    parts += [words.exempt.format(percent=e.percent, label=e.label) for e in rule.exemptions]
    if rule.note:
        parts.append(rule.note)
    return f"{rule.label}: {', '.join(parts)}" if rule.label else ", ".join(parts)


def procedure_text(procedure: Procedure, versions: Sequence[Procedure] = ()) -> str:
    """Everything that is known of a procedure, and what is not."""
    words = catalogue()
    sections = [
        (words.name, [procedure_name(procedure)]),
        (words.code, [procedure.code or words.own_code]),
        (words.field, [procedure.field or words.not_given]),
        (words.limit, [limit_words(limit) for limit in procedure.limits] or [words.not_given]),
        (words.stages, [limit_words(limit) for limit in procedure.stage_limits]),
        (words.fee, _fee_lines(procedure.fee)),
        (words.papers, _paper_lines(procedure.papers)),
        (words.result, [procedure.result or words.not_given]),
        (words.legal_base, list(procedure.legal_base or ()) or [words.not_given]),
        (words.validity, [validity_words(procedure.valid_from, procedure.valid_to)]),
        (words.notes, list(procedure.notes)),
        (words.source, [procedure.source] if procedure.source else []),
    ]
    if len(versions) > 1:
        sections.append(
            (words.versions, [f"{v.version}: {validity_words(v.valid_from, v.valid_to)}" for v in versions])
        )
    return "\n\n".join(
        "\n".join([title.upper(), *(f"  {line}" for line in lines)]) for title, lines in sections if lines
    )


def validity_words(begin: date | None, end: date | None) -> str:
    """From when to when a version holds."""
    words = catalogue()
    parts = [words.since.format(day=f"{begin:%d/%m/%Y}")] if begin else []
    parts += [words.until.format(day=f"{end:%d/%m/%Y}")] if end else []
    return " ".join(parts) or words.unbounded


def _fee_lines(schedule: FeeSchedule) -> list[str]:
    if not schedule.given:
        return [catalogue().not_given]
    return [f"- {rule_words(rule)}" for rule in schedule.rules] or [catalogue().free]


def _paper_lines(papers: Sequence[PaperItem] | None) -> list[str]:
    words = catalogue()
    if papers is None:
        return [words.not_given]
    return [_paper_line(number, paper) for number, paper in enumerate(papers, start=1)] or [words.no_papers]


def _paper_line(number: int, paper: PaperItem) -> str:
    words = catalogue()
    kind = words.copies[paper.copy_kind.value] if paper.copy_kind else words.not_given
    said = f"{number}. {paper.name} [{paper.quantity} {kind}]"
    if paper.condition:
        said += f" - {words.if_case.format(condition=paper.condition)}"
    return f"{said} ({paper.note})" if paper.note else said
