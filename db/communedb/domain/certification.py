"""Certifications: which book a procedure is entered in, what one line costs, by when it is returned.

Books and numbers: Decree 23/2015/NĐ-CP, art. 13: one book per kind and year, numbers in the order of entry. Each
station writes a volume of its own, so that numbers need no network. Time: art. 7, the same day, after 15:00 the next
working day.
"""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Final, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from communedb.domain.act import PaymentMethod
from communedb.domain.channel import Channel
from communedb.domain.fees import QUANTITY_LIMIT, FeeLine, FeeRule, FeeUnit, compute
from communedb.domain.intake import Applicant, Line, Prose
from communedb.domain.refusal import Reason, Refused
from communedb.domain.time_limit import LimitUnit, TimeLimit

if TYPE_CHECKING:
    from collections.abc import Sequence

LINES_LIMIT = 200
"""Originals of one request at most; more is a slip of the hand."""

FEE_LABEL: Final = "Phí chứng thực"
"""What an amount is called that the officer typed, because the catalogue gives none; the dossier is Vietnamese."""


class Book(StrEnum):
    """A register book of certifications; the value is the sign that stands beside each number."""

    COPIES = "SCT/BS"
    SIGNATURES = "SCT/CK"
    TRANSACTIONS = "SCT/HĐ-GD"


BOOKS: Final = {
    "2.000815": Book.COPIES,
    "2.000884": Book.SIGNATURES,
    "2.001035": Book.TRANSACTIONS,
    "2.000942": Book.COPIES,
    "2.000992": Book.SIGNATURES,
    "2.001008": Book.SIGNATURES,
    "2.000913": Book.TRANSACTIONS,
    "2.000927": Book.TRANSACTIONS,
    "2.001016": Book.TRANSACTIONS,
    "2.001019": Book.TRANSACTIONS,
    "2.001406": Book.TRANSACTIONS,
}
"""The book of each procedure of the quick counter, the usual ones first."""

_LIMITS: Final = {
    Book.COPIES: TimeLimit(amount=1, unit=LimitUnit.SAME_DAY),
    Book.SIGNATURES: TimeLimit(amount=1, unit=LimitUnit.SAME_DAY),
    Book.TRANSACTIONS: TimeLimit(amount=2, unit=LimitUnit.WORKING_DAY),
}


class Return(StrEnum):
    """When the citizen gets the certified papers back."""

    AT_ONCE = "at_once"
    IN_TIME = "in_time"
    AGREED = "agreed"


class _Given(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class CertifiedLine(_Given):
    """One original: what it is, how many pages it has, how many copies (or documents) are certified."""

    paper_name: Line = Field(min_length=1)
    pages: int = Field(default=1, ge=1, le=QUANTITY_LIMIT)
    copies: int = Field(default=1, ge=1, le=QUANTITY_LIMIT)


class Request(_Given):
    """What the quick counter enters for one citizen; also the JSON that `certification serve` takes.

    `signer` is the officer who signs, needed when the papers are returned at once. `paid` is what is paid now, all of
    the fee if it is left out, nothing if there is an `exempt_reason`; the rest is exempted for that reason.
    `agreed_on` is the day agreed with the citizen. `draft` is the half-filled form that this is made from.
    """

    procedure_code: Line
    applicant: Applicant
    person: Line | None = None
    lines: tuple[CertifiedLine, ...] = Field(min_length=1, max_length=LINES_LIMIT)
    signer: Line | None = None
    returned: Return = Return.AT_ONCE
    agreed_on: date | None = None
    paid: int | None = Field(default=None, ge=0)
    method: PaymentMethod = PaymentMethod.CASH
    receipt_series: Line | None = None
    receipt_number: Line | None = None
    exempt_reason: Prose | None = None
    draft: Line | None = None

    @model_validator(mode="after")
    def _agreed_day(self) -> Self:
        if (self.returned is Return.AGREED) != (self.agreed_on is not None):
            msg = "agreed_on belongs to returned=agreed"
            raise ValueError(msg)
        return self


def book_of(procedure_code: str) -> Book:
    """The book in which a procedure is entered; Refused as NOT_A_CERTIFICATION."""
    if procedure_code not in BOOKS:
        raise Refused(Reason.NOT_A_CERTIFICATION, code=procedure_code)
    return BOOKS[procedure_code]


def fee_lines(rules: Sequence[FeeRule], lines: Sequence[CertifiedLine]) -> tuple[FeeLine, ...] | None:
    """What each line costs, in their order; None where the rules do not say: there is none, or they are alternatives.

    Pages are those of the original, with tiers and a cap for each copy. A signature is paid for each document, a
    transaction once however many copies of it are certified, and a fee for the dossier once, with the first line.
    """
    if len(rules) != 1:
        return None
    rule = rules[0]
    return tuple(_fee_line(rule, line, first=place == 0) for place, line in enumerate(lines))


def _fee_line(rule: FeeRule, line: CertifiedLine, *, first: bool) -> FeeLine:
    quantity, copies = 1, 1
    if rule.unit in {FeeUnit.PAGE, FeeUnit.SHEET}:
        quantity, copies = line.pages, line.copies
    elif rule.unit in {FeeUnit.CASE, FeeUnit.COPY}:
        copies = line.copies
    elif rule.unit is FeeUnit.DOSSIER and not first:
        copies = 0
    paid = compute(rule, Channel.COUNTER, quantity, copies=copies)
    return paid.model_copy(update={"label": f"{rule.label}: {line.paper_name}"})


def split_payment(fee: int, paid: int | None, exempt_reason: str | None) -> tuple[int, int]:
    """What is paid now and what is exempted, in đồng.

    Refused: PAID_MORE_THAN_FEE, and REASON_MISSING when less is paid without a reason.
    """
    if paid is None:
        paid = 0 if exempt_reason else fee
    if paid > fee:
        raise Refused(Reason.PAID_MORE_THAN_FEE, field="paid")
    if paid < fee and not exempt_reason:
        raise Refused(Reason.REASON_MISSING, field="exempt_reason")
    return paid, fee - paid


def typed_limit(book: Book, limits: Sequence[TimeLimit], agreed_on: date | None, today: date) -> TimeLimit | None:
    """The time limit to promise by, None for the procedure's own first one; Refused as AGREED_DAY_NOT_LATER."""
    if agreed_on is not None:
        if agreed_on <= today:
            raise Refused(Reason.AGREED_DAY_NOT_LATER, field="agreed_on")
        return TimeLimit(amount=(agreed_on - today).days, unit=LimitUnit.CALENDAR_DAY)
    return None if limits else _LIMITS[book]


def volume_text(volume: int, year: int) -> str:
    """A volume as it stands on the certified paper: `01/2026`."""
    return f"{volume:02d}/{year}"


def numbers_text(numbers: Sequence[int]) -> str:
    """Numbers of one request, which follow each other: `12`, `12-14`."""
    return str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]}-{numbers[-1]}"


_COUNTED: Final = re.compile(r"(.*?)(\d+)", re.ASCII | re.DOTALL)


def next_receipt(number: str) -> str:
    """The receipt after this one of a pad, zeros kept: `0000129` after `0000128`; empty if no digits end it."""
    found = _COUNTED.fullmatch(number)
    return f"{found[1]}{int(found[2]) + 1:0{len(found[2])}d}" if found else ""
