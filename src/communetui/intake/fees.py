"""What one dossier pays: from the rules of the procedure and what the officer chose to the lines of the fee.

Rules of one schedule are alternatives more often than parts of a sum, so none is taken for granted, unless there is
only one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from communedb.domain.fees import FeeLine, compute
from communedb.domain.money import parse_dong
from communetui.intake.state import FeeChoice

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from communedb.domain.channel import Channel
    from communedb.domain.fees import FeeRule
    from communedb.domain.procedure import Procedure

TYPED_LABEL: Final = "Lệ phí"
"""What a fee typed by the officer is called on the receipt, which is Vietnamese."""


def rules_of(procedure: Procedure | None, day: date) -> tuple[FeeRule, ...]:
    """The fee rules that hold on a day."""
    return procedure.fee.rules_on(day) if procedure else ()


def first_choices(rules: Sequence[FeeRule]) -> dict[str, FeeChoice]:
    """What is chosen before the officer says anything: a single rule applies, of several none does."""
    return {rule.label: FeeChoice(chosen=len(rules) == 1) for rule in rules}


def chosen_lines(rules: Sequence[FeeRule], choices: Mapping[str, FeeChoice], channel: Channel) -> tuple[FeeLine, ...]:
    """The lines of the chosen rules; Refused when a quantity is out of range."""
    return tuple(line_of(rule, choices[rule.label], channel) for rule in rules if is_chosen(choices, rule))


def is_chosen(choices: Mapping[str, FeeChoice], rule: FeeRule) -> bool:
    """Whether the officer chose this rule."""
    return rule.label in choices and choices[rule.label].chosen


def line_of(rule: FeeRule, choice: FeeChoice, channel: Channel) -> FeeLine:
    """One rule's line; an exemption that the rule no longer has is left out."""
    known = {exemption.id for exemption in rule.exemptions}
    exemption = choice.exemption if choice.exemption in known else None
    return compute(rule, channel, choice.quantity, copies=choice.copies, exemption=exemption)


def fee_of(
    procedure: Procedure | None, choices: Mapping[str, FeeChoice], typed: str, channel: Channel, day: date
) -> tuple[FeeLine, ...] | None:
    """All lines of the fee; None while it is not known, empty when nothing is paid.

    Refused when the typed amount cannot be read or a quantity is out of range.
    """
    rules = rules_of(procedure, day)
    lines = chosen_lines(rules, choices, channel)
    if typed.strip():
        lines += (FeeLine(label=TYPED_LABEL, amount=parse_dong(typed)),)
    if lines:
        return lines
    return () if procedure is not None and procedure.fee.given and not rules else None
