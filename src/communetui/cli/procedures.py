"""A procedure as people read it at the command line; what the source does not tell is said to be not given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communedb.domain.money import format_dong
from communedb.domain.time_limit import LimitUnit
from communetui.cli.table import pairs, table
from communetui.strings.cli_heads import heads
from communetui.strings.values import values

if TYPE_CHECKING:
    from communedb.domain.procedure import Procedure
    from communedb.domain.time_limit import TimeLimit


def limits_text(procedure: Procedure) -> str:
    """The time limits, the ordinary one first."""
    if not procedure.limits:
        return heads().not_given
    return "; ".join(_limit(limit) for limit in procedure.limits)


def fee_text(procedure: Procedure) -> str:
    """The amounts of the fees, or that nothing is paid, or that the source does not tell."""
    if not procedure.fee.given:
        return heads().not_given
    if procedure.fee.free:
        return heads().free
    return "; ".join(format_dong(rule.amount) for rule in procedure.fee.rules)


def told(procedure: Procedure) -> str:
    """Everything about one version."""
    said = heads()
    valid = f"{procedure.valid_from or '…'} - {procedure.valid_to or '…'}"
    facts = pairs(
        [
            (said.code, procedure.code),
            (said.procedure, procedure.name_vi),
            (said.version, procedure.version),
            (said.valid, valid if procedure.valid_from or procedure.valid_to else ""),
            (said.field, procedure.field),
            (said.time_limit, limits_text(procedure)),
            (said.fee, fee_text(procedure)),
            (said.result, procedure.result or said.not_given),
            (said.legal_base, "; ".join(procedure.legal_base or ()) or said.not_given),
            (said.source, procedure.source),
            *((said.note, note) for note in procedure.notes),
        ]
    )
    return f"{facts}\n\n{_papers(procedure)}"


def _papers(procedure: Procedure) -> str:
    said = heads()
    if procedure.papers is None:
        return f"{said.paper}: {said.not_given}"
    rows = [
        (
            str(number),
            said.copy_kinds[paper.copy_kind] if paper.copy_kind else "",
            str(paper.quantity),
            f"{paper.name} ({paper.condition})" if paper.condition else paper.name,
        )
        for number, paper in enumerate(procedure.papers, start=1)
    ]
    return table((said.number, said.copy_kind, said.quantity, said.paper), rows)


def _limit(limit: TimeLimit) -> str:
    unit = values().limit_unit[limit.unit]
    amount = unit if limit.unit is LimitUnit.SAME_DAY else f"{limit.amount} {unit}"
    return f"{limit.label}: {amount}" if limit.label else amount
