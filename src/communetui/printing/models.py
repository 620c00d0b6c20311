"""What the printed forms show, in plain values that the app fills in; no type of the register."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, TypeAlias

from communedb.domain.moment import local
from communetui.printing.editions import FormNumber

if TYPE_CHECKING:
    from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Office:
    """Who issues the paper: the lines at its head, and how a citizen reaches the desk.

    `agency` is the issuing agency ("Ủy ban nhân dân xã Quảng Điền"), `centre` its one-stop unit ("Trung tâm Phục vụ
    hành chính công xã Quảng Điền"); `place` stands before the date.
    """

    agency: str
    centre: str
    place: str
    address: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """The person or body a paper speaks of; what is not known stays an empty text."""

    name: str
    address: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Submitter:
    """Somebody who hands in for the applicant, and by what right (`relation`: "con", "người được ủy quyền")."""

    name: str
    relation: str = ""
    id_number: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A line of the table of papers: how many originals, certified copies, plain copies and electronic files.

    `note` is printed under the name: a condition, or what is to be completed.
    """

    name: str
    original: int = 0
    certified: int = 0
    copy: int = 0
    electronic: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class PrintMark:
    """Which print of the form this is, the first being 1; `replaces` names a print that has become wrong."""

    number: int = 1
    replaces: int | None = None


FIRST_PRINT = PrintMark()


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What each form carries at its head.

    `code` is the desk's dossier code, also in the QR; `official_codes` are those that other systems gave the dossier,
    with room for a pen when there is none.
    """

    office: Office
    code: str
    issued_on: date
    official_codes: tuple[str, ...] = ()
    mark: PrintMark = FIRST_PRINT


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptForm(Heading):
    """Form 01: what was received and when the result is due.

    `fee` is the text to show: "8.000 đ", "Không thu" or "Chưa xác định". A due date of None prints as not determined;
    one that rests on holidays not yet announced is `due_expected`. Empty register numbers leave room for a pen.
    """

    number: ClassVar[FormNumber] = FormNumber.RECEIPT

    applicant: Person
    content: str
    papers: tuple[PaperLine, ...]
    received_at: datetime
    due_at: datetime | None
    statutory_time: str
    result_place: str
    fee: str
    receiver: str
    sets: int = 1
    submitter: Submitter | None = None
    due_expected: bool = False
    procedure_code: str = ""
    competent_agency: str = ""
    register_book: str = ""
    register_line: str = ""

    @property
    def day(self) -> date:
        """The day whose edition of the form is printed: that of reception."""
        return local(self.received_at).date()


@dataclass(frozen=True, slots=True, kw_only=True)
class SupplementForm(Heading):
    """Form 02: which papers are to be added or completed, why, and whom to ask; `slip` is its number before /HDHS."""

    number: ClassVar[FormNumber] = FormNumber.SUPPLEMENT

    applicant: Person
    content: str
    papers: tuple[PaperLine, ...]
    reason: str
    contact: str
    guide: str
    contact_phone: str = ""
    slip: str = ""

    @property
    def day(self) -> date:
        """The day whose edition of the form is printed: that of the request."""
        return self.issued_on


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusalForm(Heading):
    """Form 03: why a dossier is not received, in words a citizen understands, and whom to ask."""

    number: ClassVar[FormNumber] = FormNumber.REFUSAL

    applicant: Person
    content: str
    reason: str
    contact: str
    receiver: str
    contact_phone: str = ""
    submitter: Submitter | None = None

    @property
    def day(self) -> date:
        """The day whose edition of the form is printed: that of the refusal."""
        return self.issued_on


@dataclass(frozen=True, slots=True, kw_only=True)
class ApologyForm(Heading):
    """Form 04: an apology for a late result, with the reason and the new date; `signer_title` stands over the name."""

    number: ClassVar[FormNumber] = FormNumber.APOLOGY

    applicant: Person
    content: str
    received_at: datetime
    original_due_at: datetime
    reason: str
    new_due_at: datetime
    signer: str
    signer_title: str
    slip: str = ""
    due_expected: bool = False

    @property
    def day(self) -> date:
        """The day whose edition of the form is printed: that of the apology."""
        return self.issued_on


@dataclass(frozen=True, slots=True, kw_only=True)
class StopForm(Heading):
    """Form 05: that a dossier is not worked on any further; `stage` is how far it had come, `money` what was paid.

    `requested_by` is who asked for the stop, `decision` the paper that orders it; empty ones leave room for a pen.
    """

    number: ClassVar[FormNumber] = FormNumber.STOP

    applicant: Person
    content: str
    received_at: datetime
    reason: str
    stage: str
    signer: str
    signer_title: str
    requested_by: str = ""
    decision: str = ""
    money: str = ""
    contact_phone: str = ""
    slip: str = ""

    @property
    def day(self) -> date:
        """The day whose edition of the form is printed: that of the stop."""
        return self.issued_on


@dataclass(frozen=True, slots=True, kw_only=True)
class BlankForm(Heading):
    """Form 01 for a pen, with a reserved code; `issued_on` is the day for which it was reserved and is not printed.

    Printed in two copies, since nothing in the register tells what was written on it.
    """

    number: ClassVar[FormNumber] = FormNumber.RECEIPT

    @property
    def day(self) -> date:
        """The day whose edition of the form is printed."""
        return self.issued_on


@dataclass(frozen=True, slots=True)
class HandLine:
    """One passing of the papers on form 06: from whom to whom; what is not known yet leaves room for a pen.

    `standing` says how the promise stood when the papers went on, `note` what else there is to say.
    """

    giver: str
    taker: str
    given_at: datetime
    taken_at: datetime | None
    standing: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlForm(Heading):
    """Form 06: through whose hands the papers went, and when."""

    number: ClassVar[FormNumber] = FormNumber.CONTROL

    applicant: Person
    content: str
    received_at: datetime
    due_at: datetime | None
    hands: tuple[HandLine, ...]
    due_expected: bool = False

    @property
    def day(self) -> date:
        """The day whose edition of the form is printed: that of reception."""
        return local(self.received_at).date()


@dataclass(frozen=True, slots=True)
class ListedDossier:
    """A line of a list of dossiers."""

    code: str
    applicant: str
    procedure: str
    due: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverForm(Heading):
    """The list of what one officer gives another, signed by both; `code` is the number of the list."""

    number: ClassVar[FormNumber] = FormNumber.HAND_OVER

    giver: str
    taker: str
    given_at: datetime
    purpose: str
    dossiers: tuple[ListedDossier, ...]
    note: str = ""

    @property
    def day(self) -> date:
        """The day of the hand-over."""
        return self.issued_on


Form: TypeAlias = (
    BlankForm | ReceiptForm | SupplementForm | RefusalForm | ApologyForm | StopForm | ControlForm | HandOverForm
)
"""Anything that `render` makes a PDF of."""
