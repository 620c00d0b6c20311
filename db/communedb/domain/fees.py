"""Fees of a procedure: what the catalogue says, and what one dossier pays.

The models are stored as JSON in the catalogue and copied into the dossier at reception; a key that a newer version of
the program writes is passed over. Amounts are whole đồng.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from communedb.domain.channel import Channel
from communedb.domain.money import DONG_LIMIT, format_dong, parse_dong
from communedb.domain.refusal import Reason, Refused

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "QUANTITY_LIMIT",
    "ChannelAmounts",
    "Exemption",
    "FeeLine",
    "FeeRule",
    "FeeSchedule",
    "FeeStep",
    "FeeUnit",
    "Tier",
    "compute",
    "format_dong",
    "parse_dong",
    "total",
]

QUANTITY_LIMIT = 100_000
"""Pages, copies or persons of one fee at most; more is a slip of the hand."""

Dong = Annotated[int, Field(ge=0, le=DONG_LIMIT)]


class FeeUnit(StrEnum):
    """What is counted."""

    DOSSIER = "dossier"
    PAGE = "page"
    COPY = "copy"
    TRANSACTION = "transaction"
    PERSON = "person"
    CASE = "case"
    SHEET = "sheet"


class _Stored(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class Tier(_Stored):
    """The amount for each unit from this one on: page 3 and after, for example."""

    from_quantity: int = Field(ge=2, le=QUANTITY_LIMIT)
    amount: Dong


class ChannelAmounts(_Stored):
    """Amounts that differ by channel; each stands for the whole rate, tiers included. `None`: as everywhere."""

    counter: Dong | None = None
    online: Dong | None = None
    post: Dong | None = None

    def of(self, channel: Channel) -> int | None:
        """The amount of one channel."""
        return {Channel.COUNTER: self.counter, Channel.ONLINE: self.online, Channel.POST: self.post}[channel]


class Exemption(_Stored):
    """Who pays less: `percent` of the fee is waived, 100 for all of it."""

    id: str = Field(min_length=1)
    label: str
    percent: int = Field(ge=1, le=100)


class FeeRule(_Stored):
    """One fee: `amount` for each unit, unless a tier or the channel says otherwise, at most `cap` for one copy."""

    label: str
    unit: FeeUnit = FeeUnit.DOSSIER
    amount: Dong
    amounts: ChannelAmounts = ChannelAmounts()
    tiers: tuple[Tier, ...] = ()
    cap: Dong | None = None
    exemptions: tuple[Exemption, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    note: str = ""
    source: str = ""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        """Tiers rise, exemptions differ: JSON that says otherwise has no one meaning."""
        starts = [tier.from_quantity for tier in self.tiers]
        ids = [exemption.id for exemption in self.exemptions]
        if starts != sorted(set(starts)) or len(ids) != len(set(ids)):
            msg = "tiers must rise and exemptions differ"
            raise ValueError(msg)
        return self

    def valid_on(self, day: date) -> bool:
        """Whether the rule holds on a day, both ends included; an end that is not known is open."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or day <= self.valid_to)


class FeeSchedule(_Stored):
    """All fees of a procedure. `given` is false when the source says nothing, which is not the same as free."""

    rules: tuple[FeeRule, ...] = ()
    given: bool = False

    @model_validator(mode="after")
    def _rules_are_given(self) -> Self:
        if self.rules and not self.given:
            msg = "a schedule with rules is given"
            raise ValueError(msg)
        return self

    @property
    def free(self) -> bool:
        """Whether it is known that nothing is paid, by whatever channel."""
        amounts = (
            amount
            for rule in self.rules
            for amount in (rule.amount, *(tier.amount for tier in rule.tiers), *map(rule.amounts.of, Channel))
        )
        return self.given and not any(amounts)

    def rules_on(self, day: date) -> tuple[FeeRule, ...]:
        """The rules that hold on a day."""
        return tuple(rule for rule in self.rules if rule.valid_on(day))


class FeeStep(_Stored):
    """So many units at so much each."""

    quantity: int
    each: int
    amount: int


class FeeLine(_Stored):
    """What one dossier pays for one fee, and how it comes about; a fee typed by the officer has no steps.

    `amount` is what is paid: the steps' sum or `capped_at`, times `copies`, less `waived`.
    """

    label: str
    amount: Dong
    unit: FeeUnit = FeeUnit.DOSSIER
    steps: tuple[FeeStep, ...] = ()
    capped_at: Dong | None = None
    copies: int = Field(default=1, ge=0, le=QUANTITY_LIMIT)
    exemption: Exemption | None = None
    waived: int = Field(default=0, ge=0)


def compute(
    rule: FeeRule, channel: Channel, quantity: int = 1, *, copies: int = 1, exemption: str | None = None
) -> FeeLine:
    """What `quantity` units cost, `copies` times, with the exemption of that id.

    For a fee by the page the quantity is the pages of the original. What is waived is rounded up to a whole đồng, in
    the citizen's favour. Refused as `FEE_QUANTITY_OUT_OF_RANGE` or `FEE_EXEMPTION_UNKNOWN`.
    """
    for number in (quantity, copies):
        if not 0 <= number <= QUANTITY_LIMIT:
            raise Refused(Reason.FEE_QUANTITY_OUT_OF_RANGE, quantity=number, limit=QUANTITY_LIMIT)
    granted = _exemption(rule, exemption)
    steps = _steps(rule, channel, quantity)
    one_copy = sum(step.amount for step in steps)
    capped_at = rule.cap if rule.cap is not None and one_copy > rule.cap else None
    full = copies * (one_copy if capped_at is None else capped_at)
    if full > DONG_LIMIT:
        raise Refused(Reason.FEE_AMOUNT_OUT_OF_RANGE, amount=format_dong(full), limit=format_dong(DONG_LIMIT))
    paid = full * (100 - granted.percent) // 100 if granted else full
    return FeeLine(
        label=rule.label,
        amount=paid,
        unit=rule.unit,
        steps=steps,
        capped_at=capped_at,
        copies=copies,
        exemption=granted,
        waived=full - paid,
    )


def total(lines: Iterable[FeeLine]) -> int:
    """What a dossier pays in all, in đồng."""
    return sum(line.amount for line in lines)


def _exemption(rule: FeeRule, wanted: str | None) -> Exemption | None:
    """The rule's exemption of that id."""
    if wanted is None:
        return None
    for exemption in rule.exemptions:
        if exemption.id == wanted:
            return exemption
    raise Refused(Reason.FEE_EXEMPTION_UNKNOWN, exemption=wanted, fee=rule.label)


def _steps(rule: FeeRule, channel: Channel, quantity: int) -> tuple[FeeStep, ...]:
    """The units parted by tier; tiers that are not reached are left out."""
    flat = rule.amounts.of(channel)
    rates = [(1, rule.amount if flat is None else flat)]
    if flat is None:
        rates += [(tier.from_quantity, tier.amount) for tier in rule.tiers]
    ends = [start - 1 for start, _ in rates[1:]] + [quantity]
    parted = [(min(end, quantity) - start + 1, each) for (start, each), end in zip(rates, ends, strict=True)]
    return tuple(FeeStep(quantity=units, each=each, amount=units * each) for units, each in parted if units > 0)
