"""What differs between two versions, column by column, in the words of the file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from communedb.catalogue_files.columns import Column
from communedb.catalogue_files.export import cells
from communedb.catalogue_files.limits import write_stages
from communedb.domain.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from communedb.domain.procedure import Procedure
    from communedb.tables.writing import Written

# Where a statement was taken from does not change what is stated; the unit is told together with the limit.
_NOT_COMPARED: Final = frozenset({Column.CODE, Column.VALID_FROM, Column.VALID_TO, Column.SOURCE, Column.UNIT})


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field and its texts before and after; an empty text is "not given"."""

    column: Column
    old: str
    new: str


def differences(old: Procedure, new: Procedure) -> tuple[FieldChange, ...]:
    """The fields in which two versions differ, validity and source aside; spaces and composition do not count."""
    before, after = _texts(old), _texts(new)
    return tuple(
        FieldChange(column, before[column], after[column])
        for column in Column
        if column not in _NOT_COMPARED and before[column] != after[column]
    )


def date_change(column: Column, old: date | None, new: date | None) -> FieldChange:
    """A change of one end of the validity."""
    return FieldChange(column, _text(old), _text(new))


def field_codes(procedures: Iterable[Procedure]) -> dict[str, tuple[str, str]]:
    """Code and English name of each field, by its folded name, as the catalogue has them."""
    return {fold(each.field): (each.field_code, each.field_en) for each in procedures if each.field_code}


def _texts(procedure: Procedure) -> dict[Column, str]:
    texts = {column: _text(cell) for column, cell in cells(procedure).items()}
    return texts | {Column.LIMIT: write_stages(procedure.limits)}


def _text(cell: Written) -> str:
    if cell is None:
        return ""
    return cell if isinstance(cell, str) else str(cell) if isinstance(cell, int) else f"{cell:%d/%m/%Y}"
