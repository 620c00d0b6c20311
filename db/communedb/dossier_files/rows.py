"""One row of a file of dossiers, from cells to what it tells; nothing is known of the register here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from pydantic import TypeAdapter, ValidationError

from communedb.catalogue_files.values import parse_code
from communedb.domain.imported import Imported
from communedb.domain.intake import Applicant, ApplicantKind, Line, OutsideCode, Prose, Submitter
from communedb.domain.money import parse_dong
from communedb.domain.refusal import Reason, Refused
from communedb.domain.status import Status
from communedb.domain.text import clean
from communedb.dossier_files.columns import Column
from communedb.dossier_files.values import (
    CHANNELS,
    KINDS,
    RETURN_METHODS,
    SEXES,
    STATUSES,
    named,
    parse_stamp,
    phone_text,
    restored_id_number,
)
from communedb.tables.cells import cell_text

if TYPE_CHECKING:
    from communedb.domain.imported import Stamp
    from communedb.tables.cells import Row
    from communedb.tables.headings import Headed

_MODELLED: Final = (Column.NAME, Column.BIRTH, Column.OLD_ID_NUMBER, Column.EMAIL, Column.UNIT, Column.ADDRESS)
_SETS: Final = range(1, 100)
_PROSE: Final = TypeAdapter[str](Prose)
_LINE: Final = TypeAdapter[str](Line)
# An empty name is checked with the dossier: a row may tell only a code and a status.
_NOBODY: Final = "-"


def read_row(headed: Headed[Column], row: Row) -> Imported:
    """What a row tells, each value checked by the rule of its field, the dates together.

    Refused with `heading`, the file's own name of the column, among the facts.
    """
    told = _Cells(headed, row)
    code = told.text(Column.CODE)
    if not code:
        raise Refused(Reason.IMPORT_CODE_MISSING)
    status = told.named(Column.STATUS, STATUSES)
    kind = told.named(Column.KIND, KINDS)
    imported = Imported(
        code=code,
        facts=_facts(told, kind),
        applicant_kind=kind,
        procedure_code=_procedure_code(told),
        procedure_name=told.prose(Column.PROCEDURE_NAME),
        field_name=told.text(Column.FIELD),
        fee=_fee(told),
        received=told.stamp(Column.RECEIVED),
        due=told.stamp(Column.DUE),
        ended=told.stamp(Column.ENDED),
        returned=told.stamp(Column.RETURNED),
        status=Status(status) if status else None,
        officer=told.text(Column.OFFICER),
        outside_codes=_outside_codes(told.prose(Column.OUTSIDE_CODES)),
    )
    if imported.status is Status.DRAFT:
        raise Refused(Reason.IMPORT_NOT_RECEIVED, code=code)
    imported.check()
    return imported


class _Cells:
    """The cells of one row by column; a refusal tells under which heading."""

    def __init__(self, headed: Headed[Column], row: Row) -> None:
        self._headed = headed
        self._row = row

    def raw(self, column: Column) -> str:
        """The cell as text."""
        cell = self._headed.cell(self._row, column)
        return "" if cell is None else cell_text(cell, self.heading(column))

    def heading(self, column: Column) -> str:
        """What the file calls the column."""
        return self._headed.name(column) if column in self._headed.places else column.value

    def text(self, column: Column) -> str:
        """A line of text, cleaned and bounded."""
        return self._bounded(_LINE, column)

    def prose(self, column: Column) -> str:
        """A longer text, cleaned and bounded."""
        return self._bounded(_PROSE, column)

    def _bounded(self, kind: TypeAdapter[str], column: Column) -> str:
        try:
            return kind.validate_python(self.raw(column))
        except Refused as refusal:
            raise _under(refusal, self.heading(column)) from refusal

    def named(self, column: Column, words: Any) -> str | None:
        """The code behind a word."""
        cell = self._headed.cell(self._row, column)
        return None if cell is None else named(cell, self.heading(column), words)

    def stamp(self, column: Column) -> Stamp | None:
        """A day."""
        cell = self._headed.cell(self._row, column)
        if cell is None:
            return None
        try:
            return parse_stamp(cell, self.heading(column))
        except Refused as refusal:
            raise _under(refusal, self.heading(column)) from refusal


def _under(refusal: Refused, heading: str) -> Refused:
    return Refused(refusal.reason, **{**refusal.facts, "heading": heading})


def _facts(told: _Cells, kind: str | None) -> dict[str, str | int]:
    """Every fact that may be corrected later, by its column of a dossier."""
    facts: dict[str, Any] = _applicant(told, kind) | _submitter(told)
    facts["applicant_sex"] = told.named(Column.SEX, SEXES)
    facts["channel"] = told.named(Column.CHANNEL, CHANNELS)
    facts["return_method"] = told.named(Column.RETURN_METHOD, RETURN_METHODS)
    facts["content"] = told.prose(Column.CONTENT)
    facts["note"] = told.prose(Column.NOTE)
    facts["sets"] = _sets(told)
    return {name: value for name, value in facts.items() if value}


def _applicant(told: _Cells, kind: str | None) -> dict[str, Any]:
    given: dict[str, Any] = {column.value.removeprefix("applicant_"): told.raw(column) or None for column in _MODELLED}
    number = clean(told.raw(Column.ID_NUMBER))
    citizen = (kind or ApplicantKind.CITIZEN) == ApplicantKind.CITIZEN
    given["id_number"] = (restored_id_number(number) if citizen else number) or None
    given["name"] = given["name"] or _NOBODY
    given["kind"] = kind or ApplicantKind.CITIZEN
    try:
        checked = Applicant.model_validate(given).model_dump(mode="json", exclude={"kind"})
    except Refused as refusal:
        field = f"applicant_{refusal.facts.get('field', '')}"
        heading = told.heading(Column(field)) if field in set(Column) else field
        raise _under(refusal, heading) from refusal
    except ValidationError as fault:
        raise Refused(Reason.IMPORT_VALUE_UNKNOWN, heading=_wrong(told, fault), typed=_typed(fault)) from fault
    checked["name"] = "" if checked["name"] == _NOBODY else checked["name"]
    checked["phone"] = phone_text(told.text(Column.PHONE))
    return {f"applicant_{name}": value for name, value in checked.items()}


def _wrong(told: _Cells, fault: ValidationError) -> str:
    field = f"applicant_{fault.errors(include_url=False)[0]['loc'][0]}"
    return told.heading(Column(field)) if field in set(Column) else field


def _typed(fault: ValidationError) -> str:
    return str(fault.errors(include_url=False)[0]["input"])[:60]


def _submitter(told: _Cells) -> dict[str, Any]:
    name = told.text(Column.SUBMITTER)
    number = clean(told.raw(Column.SUBMITTER_ID))
    try:
        checked = Submitter(name=name, id_number=restored_id_number(number) or None)
    except Refused as refusal:
        raise _under(refusal, told.heading(Column.SUBMITTER_ID)) from refusal
    return {
        "submitter_name": checked.name,
        "submitter_id_number": checked.id_number,
        "submitter_phone": phone_text(told.text(Column.SUBMITTER_PHONE)),
        "submitter_relation": told.text(Column.SUBMITTER_RELATION),
    }


def _sets(told: _Cells) -> int | None:
    typed = told.text(Column.SETS)
    if not typed:
        return None
    if not (typed.isascii() and typed.isdigit() and len(typed) < 4 and int(typed) in _SETS):
        raise Refused(Reason.IMPORT_VALUE_UNKNOWN, heading=told.heading(Column.SETS), typed=typed[:60])
    return int(typed)


def _fee(told: _Cells) -> int | None:
    typed = told.text(Column.FEE)
    if not typed:
        return None
    try:
        return parse_dong(typed)
    except Refused as refusal:
        raise _under(refusal, told.heading(Column.FEE)) from refusal


def _procedure_code(told: _Cells) -> str:
    """The national code, restored where a spreadsheet cut it; a code of another kind stays as it is written."""
    text = told.text(Column.PROCEDURE_CODE)
    if not text:
        return ""
    try:
        return parse_code(text, told.heading(Column.PROCEDURE_CODE))[0]
    except Refused:
        return text


def _outside_codes(text: str) -> tuple[OutsideCode, ...]:
    """Codes of other systems: `Cổng dịch vụ công: G09.20-20260609-0092637; 1234`."""
    codes = []
    for part in filter(None, (piece.strip() for piece in text.split(";"))):
        system, _, code = part.rpartition(": ")
        codes.append(OutsideCode(system=system, code=code))
    return tuple(codes)


def write_outside_codes(codes: list[tuple[str, str]]) -> str:
    """Pairs of system and code as `_outside_codes` reads them."""
    return "; ".join(f"{system}: {code}" if system else code for system, code in codes)
