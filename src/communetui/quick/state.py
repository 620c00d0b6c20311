"""What stands in the form of the quick counter, and how it becomes a request of the register."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import Field

from communedb.domain.act import PaymentMethod
from communedb.domain.certification import CertifiedLine, Request, Return
from communedb.domain.day import parse_day
from communedb.domain.idcard import IdCard
from communedb.domain.identity import parse_id_number
from communedb.domain.intake import Applicant, ApplicantKind
from communedb.domain.money import parse_dong
from communedb.domain.refusal import Reason, Refused
from communedb.domain.text import clean, fold
from communedb.stores.people import FACTS
from communetui.drafts.typed import Typed, TypedForm

if TYPE_CHECKING:
    from datetime import date


class TypedLine(Typed):
    """One original as typed; an empty number is 1."""

    name: str = ""
    pages: str = ""
    copies: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing stands in the line."""
        return not (self.name.strip() or self.pages.strip() or self.copies.strip())


class QuickState(TypedForm):
    """The form as typed; `person` is what the directory knows of the requester, `card` what an ID card said."""

    procedure_code: str = ""
    id_number: str = ""
    name: str = ""
    lines: tuple[TypedLine, ...] = ()
    returned: Return = Return.AT_ONCE
    agreed_on: str = ""
    signer: str = ""
    method: PaymentMethod = PaymentMethod.CASH
    receipt_series: str = ""
    receipt_number: str = ""
    paid: str = ""
    exempt_reason: str = ""
    person: dict[str, Any] = Field(default_factory=dict)
    card: IdCard | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing of a citizen was typed."""
        typed = (self.id_number, self.name, self.paid, self.exempt_reason, self.agreed_on)
        return not any(text.strip() for text in typed) and all(line.empty for line in self.lines)

    @property
    def label(self) -> str:
        """Under what its draft is found: who asks."""
        return clean(self.name) or clean(self.id_number) or "?"


class WrongAt(Exception):  # noqa: N818 - an answer to what was typed, not a fault
    """What was typed cannot be read: in which control, by its name, and why; `words` names a text of the screen."""

    def __init__(self, control: str, refusal: Refused | None = None, words: str = "") -> None:
        super().__init__(control)
        self.control = control
        self.refusal = refusal
        self.words = words


def read_line(line: TypedLine, place: int) -> CertifiedLine:
    """A typed line as the register takes it; WrongAt names its control."""
    if not clean(line.name):
        raise WrongAt(f"name-{place}", words="paper_missing")
    return CertifiedLine(
        paper_name=line.name,
        pages=_count(line.pages, f"pages-{place}"),
        copies=_count(line.copies, f"copies-{place}"),
    )


def read_request(state: QuickState, today: date, draft: str) -> Request:
    """The form as a request made from its draft; WrongAt for the first thing that cannot be read."""
    applicant = _applicant(state)
    lines = tuple(read_line(line, place) for place, line in enumerate(state.lines) if not line.empty)
    if not lines:
        raise WrongAt("name-0", words="lines_missing")
    agreed = state.returned is Return.AGREED
    return Request(
        procedure_code=state.procedure_code,
        applicant=applicant,
        person=state.person.get("id"),
        lines=lines,
        signer=state.signer or None,
        returned=state.returned,
        agreed_on=_read("agreed_on", lambda: parse_day(state.agreed_on, today)) if agreed else None,
        method=state.method,
        receipt_series=clean(state.receipt_series) or None,
        receipt_number=clean(state.receipt_number) or None,
        paid=_read("paid", lambda: parse_dong(state.paid)) if state.paid.strip() else None,
        exempt_reason=clean(state.exempt_reason) or None,
        draft=draft,
    )


def of_known(state: QuickState, person: dict[str, Any]) -> QuickState:
    """The form with somebody of the directory."""
    known = {"id_number": person["id_number"] or state.id_number, "name": person["name"], "person": person}
    return state.model_copy(update=known)


def _applicant(state: QuickState) -> Applicant:
    if not clean(state.name):
        raise WrongAt("name", Refused(Reason.APPLICANT_NAME_MISSING))
    # Another name than the known one was typed over it: somebody else of the same household's paper, say.
    known = state.person if fold(state.person.get("name", "")) == fold(state.name) else {}
    facts = {name: known.get(name) for name in FACTS if known.get(name)}
    if state.card is not None and state.card.number == state.id_number.strip():
        birth = state.card.birth.text if state.card.birth else None
        # Its address is of the day of issue, mostly of a unit that is no more; the book does not need it.
        facts = {"birth": birth, "sex": state.card.sex} | facts
    number = state.id_number.strip()
    if number and facts.get("kind", ApplicantKind.CITIZEN) == ApplicantKind.CITIZEN:
        number = _read("id_number", lambda: parse_id_number(number).number)
    return Applicant.model_validate(facts | {"name": state.name, "id_number": number or None})


def _count(typed: str, control: str) -> int:
    text = typed.strip() or "1"
    if not (text.isascii() and text.isdigit() and int(text)):
        raise WrongAt(control, words="count_unreadable")
    return int(text)


def _read(control: str, read: Any) -> Any:
    try:
        return read()
    except Refused as refusal:
        raise WrongAt(control, refusal) from refusal
