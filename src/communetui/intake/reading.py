"""From the form as typed to an `Intake`: whatever cannot be understood is told with the control where it stands."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from communedb.domain.birth import parse_birth
from communedb.domain.deadlines import TimeLimit
from communedb.domain.intake import (
    Applicant,
    ApplicantKind,
    Intake,
    OutsideCode,
    PaperEntry,
    Submitter,
    TypedProcedure,
    applicant_findings,
)
from communedb.domain.phone import parse_phone
from communedb.domain.refusal import Reason, Refused
from communedb.domain.text import clean
from communetui.intake.fees import fee_of
from communetui.intake.late import read_late
from communetui.intake.state import OTHER_LIMIT, PERSON_TEXTS, PLACES, SUBMITTER_TEXTS, FormState

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from communedb.domain.fees import FeeLine
    from communedb.domain.finding import Finding
    from communedb.domain.procedure import Procedure
    from communetui.intake.state import PaperLine

PORTAL: Final = "Cổng Dịch vụ công quốc gia"
OTHER_SYSTEM: Final = "Hệ thống khác"
"""The names of systems are kept, so they are Vietnamese in both languages."""

_MOST_SETS: Final = 99


class WrongAt(Exception):  # noqa: N818 - not a fault of ours: something typed cannot be taken yet
    """Something typed cannot be taken: `control` is the control's id, `refusal` says why."""

    def __init__(self, control: str, refusal: Refused) -> None:
        super().__init__(control)
        self.control = control
        self.refusal = refusal


@contextmanager
def _at(control: str, prefix: str | None = None) -> Iterator[None]:
    """A refusal inside belongs to this control; with a prefix, to the one of the field that it names."""
    try:
        yield
    except Refused as refusal:
        named = refusal.facts.get("field") if prefix is not None else None
        raise WrongAt(f"{prefix}{named}" if named else control, refusal) from refusal


def read_intake(form: FormState, procedure: Procedure | None, day: date, draft: str | None = None) -> Intake:
    """The intake that the form holds; `procedure` is the one picked. Raises `WrongAt` at the first unusable thing."""
    typed = None if procedure else _typed_procedure(form)
    with _at("late_time", ""):
        late = read_late(form, day)
    applicant, submitter = read_applicant(form), _submitter(form)
    with _at("fee_typed"):
        fee = fee_of(procedure, form.fees, form.fee_typed, form.channel, day)
    places = {name: getattr(form, name) or clean(getattr(form, f"{name}_text"), 200) or None for name in PLACES}
    with _at("content", ""):
        return Intake(
            procedure_code=procedure.code if procedure else None,
            procedure=typed,
            limit=form.limit if procedure and 0 <= form.limit < len(procedure.limits) else 0,
            typed_limit=typed_limit(form, procedure) if procedure else None,
            applicant=applicant,
            submitter=submitter,
            content=form.content,
            papers=tuple(_paper(line) for line in form.papers),
            fee=fee,
            channel=form.channel,
            sets=_sets(form.sets),
            return_method=form.return_method,
            outside_codes=_outside_codes(form),
            unchecked=tuple(f"applicant_{name}" for name in form.unchecked),
            note=form.note,
            person=form.known_person,
            draft=draft,
            received_at=late.received_at if late else None,
            late_reason=late.reason if late else "",
            code=late.code if late else None,
            **places,
        )


def _typed_procedure(form: FormState) -> TypedProcedure:
    """A procedure that is not in the list."""
    if not (form.unlisted and form.procedure.strip()):
        raise WrongAt("procedure", Refused(Reason.PROCEDURE_NAME_MISSING))
    with _at("procedure"):
        return TypedProcedure(name=form.procedure, limit=typed_limit(form, None))


def typed_limit(form: FormState, procedure: Procedure | None) -> TimeLimit | None:
    """The limit that the officer typed, if it counts: no procedure or one without a limit, or the other one chosen."""
    if procedure is not None and procedure.limits and form.limit != OTHER_LIMIT:
        return None
    amount = form.limit_amount.strip()
    if form.limit_unit == "same_day":
        return TimeLimit(amount=1, unit=form.limit_unit)
    if not amount:
        return None
    with _at("limit_amount"):
        number = int(amount) if amount.isascii() and amount.isdigit() else 0
        return TimeLimit(amount=number, unit=form.limit_unit)


def limit_of(form: FormState, procedure: Procedure | None) -> TimeLimit | None:
    """The limit that counts for this dossier; `WrongAt` while the typed one makes no sense."""
    typed = typed_limit(form, procedure)
    if typed is not None or procedure is None or not procedure.limits or form.limit == OTHER_LIMIT:
        return typed
    return procedure.limits[min(form.limit, len(procedure.limits) - 1)]


def read_applicant(form: FormState) -> Applicant:
    """The applicant."""
    if not clean(form.name):
        raise WrongAt("name", Refused(Reason.APPLICANT_NAME_MISSING))
    if form.unit_text.strip() and not form.unit:
        raise WrongAt("unit", Refused(Reason.UNKNOWN_UNIT, unit=form.unit_text))
    facts = {name: getattr(form, name) or None for name in PERSON_TEXTS if name not in {"unit_text", "name"}}
    facts["phone"] = _phone(form.phone)
    citizen = form.kind is ApplicantKind.CITIZEN
    if not citizen:
        facts["birth"] = None
    with _at("name", ""):
        sex = form.sex if citizen else None
        return Applicant(kind=form.kind, name=form.name, sex=sex, unit=form.unit or None, **facts)


def _submitter(form: FormState) -> Submitter | None:
    """Who hands in for the applicant, if anybody does."""
    texts = {name.removeprefix("submitter_"): getattr(form, name) for name in SUBMITTER_TEXTS}
    if not any(clean(text) for text in texts.values()):
        return None
    if not clean(texts["name"]):
        raise WrongAt("submitter_name", Refused(Reason.NAME_MISSING))
    with _at("submitter_name", "submitter_"):
        return Submitter(
            name=texts["name"],
            id_number=texts["id_number"] or None,
            phone=_phone(texts["phone"]),
            relation=texts["relation"] or None,
        )


def _phone(typed: str) -> str | None:
    """The number in national form; one that is none stays as it was typed, a warning was shown."""
    try:
        return parse_phone(typed) if typed.strip() else None
    except Refused:
        return clean(typed) or None


def _paper(line: PaperLine) -> PaperEntry:
    return PaperEntry(
        name=line.name,
        state=line.state_to_save,
        copy_kind=line.kind,
        quantity=line.quantity,
        condition=line.condition,
    )


def _sets(typed: str) -> int:
    text = typed.strip() or "1"
    number = int(text) if text.isascii() and text.isdigit() and len(text) <= 4 else 0
    if not 1 <= number <= _MOST_SETS:
        raise WrongAt("sets", Refused(Reason.SETS_OUT_OF_RANGE, typed=text, limit=_MOST_SETS))
    return number


def _outside_codes(form: FormState) -> tuple[OutsideCode, ...]:
    """The portal's code, and those of other systems: `system: code; system: code`."""
    found = [OutsideCode(system=PORTAL, code=form.portal_code)] if form.portal_code.strip() else []
    for part in filter(str.strip, form.other_codes.split(";")):
        system, colon, code = part.rpartition(":")
        named = clean(system) if colon and clean(system) else OTHER_SYSTEM
        with _at("other_codes"):
            found.append(OutsideCode(system=named, code=code if colon else part))
    return tuple(found)


def fee_or_none(form: FormState, procedure: Procedure | None, day: date) -> tuple[FeeLine, ...] | None:
    """The fee as far as it can be read now."""
    try:
        return fee_of(procedure, form.fees, form.fee_typed, form.channel, day)
    except Refused:
        return None


def findings_of(form: FormState) -> list[Finding]:
    """What does not fit between the number, sex and year of birth as far as they can be read; nothing else counts."""
    try:
        birth = parse_birth(form.birth).text if form.birth.strip() else None
    except Refused:
        birth = None
    try:
        applicant = Applicant(
            kind=form.kind, name="-", sex=form.sex, birth=birth, id_number=form.id_number.strip() or None
        )
    except Refused:
        return []
    return applicant_findings(applicant)
