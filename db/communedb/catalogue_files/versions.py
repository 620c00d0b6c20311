"""Which version a row speaks of, and what becomes of it: nothing, another end, or a new version after it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from communedb.catalogue_files.columns import Column
from communedb.catalogue_files.compare import FieldChange, date_change, differences
from communedb.domain.procedure import Procedure, version_on
from communedb.domain.refusal import Reason, Refused
from communedb.domain.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from communedb.catalogue_files.stated import Stated

_NOT_IN_A_SLUG: Final = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Known:
    """What the catalogue has: the versions of one procedure, and code and English name of each field."""

    versions: Sequence[Procedure]
    fields: Mapping[str, tuple[str, str]]

    def latest(self) -> Procedure | None:
        """The version that began last, also when it has ended."""
        return max(self.versions, key=lambda each: (each.valid_from or date.min, each.version, each.id), default=None)

    def begun_on(self, day: date | None) -> Procedure | None:
        """The version that began on exactly this day; the last one if there were several."""
        begun = [each for each in self.versions if day is not None and each.valid_from == day]
        return max(begun, key=lambda each: (each.version, each.id), default=None)

    def eve_of_next(self, day: date) -> date | None:
        """The last day before a later version begins."""
        starts = [each.valid_from for each in self.versions if each.valid_from is not None and each.valid_from > day]
        return min(starts) - timedelta(days=1) if starts else None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a row leads to: `added` is the new version, or None; `ends` the new end of `base` when `fields` tell one."""

    base: Procedure
    added: Procedure | None = None
    fields: tuple[FieldChange, ...] = ()
    ends: date | None = None


def decide(stated: Stated, known: Known, begins: date) -> Outcome:
    """Compare a row with the version that it speaks of.

    That is the version which began on the row's own date, as it stands in a file that was exported; else the one that
    holds when the change would begin. Refused: VALIDITY_EMPTY, PROCEDURE_NAME_MISSING, and what its cells refuse.
    """
    own = known.begun_on(stated.valid_from)
    start = max(begins, own.valid_from) if own and own.valid_from else stated.valid_from or begins
    over = stated.valid_to is not None and stated.valid_to < start
    holding = version_on(known.versions, stated.valid_to if over and stated.valid_to else start)
    for base in (own, holding):
        if base is not None and not differences(base, _with(base, stated, known)):
            return _ended(base, stated.valid_to, known)
    base = holding or own or known.latest()
    if over and base is not None and not differences(base, _with(base, stated, known)):
        return _ended(base, stated.valid_to, known)
    if over:
        raise Refused(Reason.VALIDITY_EMPTY, begins=start, ends=stated.valid_to)
    return _added(base, stated, known, start, holds=holding is not None)


def _ended(base: Procedure, ends: date | None, known: Known) -> Outcome:
    """The version as it is, but for its end if the row tells another one."""
    eve = known.eve_of_next(base.valid_from or date.min)
    ends = min(ends, eve) if ends and eve else ends
    if ends is None or ends == base.valid_to:
        return Outcome(base)
    if base.valid_from and ends < base.valid_from:
        raise Refused(Reason.VALIDITY_EMPTY, begins=base.valid_from, ends=ends)
    return Outcome(base, None, (date_change(Column.VALID_TO, base.valid_to, ends),), ends)


def _added(base: Procedure | None, stated: Stated, known: Known, start: date, *, holds: bool) -> Outcome:
    """A new version from `start` on; it ends where the row says, or where the version did that it replaces."""
    ends = stated.valid_to or (base.valid_to if base and holds else None)
    eve = known.eve_of_next(start)
    ends = min(ends, eve) if ends and eve else ends or eve
    made = _with(base, stated, known).model_copy(
        update={"id": "", "version": _version_text(start, known), "valid_from": start, "valid_to": ends}
    )
    if base is None:
        return Outcome(made, made)
    changes = differences(base, made)
    return Outcome(base, made, changes or (date_change(Column.VALID_FROM, base.valid_from, start),))


def _with(base: Procedure | None, stated: Stated, known: Known) -> Procedure:
    """What is known, with what the row tells put over it."""
    told = stated.fields(base)
    if base is None:
        if not told.get("name_vi"):
            raise Refused(Reason.PROCEDURE_NAME_MISSING)
        base = Procedure(id="", code=stated.code, version="", name_vi=told["name_vi"])
        if number := stated.limit_without_unit:
            note = f"Tệp nhập vào ghi thời hạn “{number}” mà không ghi đơn vị."
            told["notes"] = (*told.get("notes", ()), note)
    return base.model_copy(update=told | _field_facts(told, base, known))


def _field_facts(told: dict[str, Any], base: Procedure, known: Known) -> dict[str, str]:
    """Code and English name of a field that changed, where the row does not tell them."""
    field = told.get("field", "")
    if not field or field == base.field:
        return {}
    code, english = known.fields.get(fold(field), (_NOT_IN_A_SLUG.sub("-", fold(field)).strip("-"), ""))
    facts = {"field_code": code, "field_en": english}
    return {name: value for name, value in facts.items() if name not in told}


def _version_text(start: date, known: Known) -> str:
    """The day it begins, and a number when that day has a version already; later ones sort behind earlier ones."""
    same_day = sum(each.valid_from == start for each in known.versions)
    return start.isoformat() if not same_day else f"{start.isoformat()}-{same_day + 1:02}"
