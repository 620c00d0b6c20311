"""The plan of an import as people read it and as a document: field by field, old and new."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communedb.catalogue_files import ChangeKind, Column
from communedb.catalogue_files.items import SEPARATOR
from communedb.domain.text import clean
from communetui.cli.showing import findings
from communetui.strings.catalogue_files import catalogue_files
from communetui.strings.reasons import reason_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communedb.catalogue_files import FieldChange, Plan, PlannedChange

_LISTS = frozenset({Column.PAPERS, Column.LEGAL_BASE, Column.NOTES, Column.ALSO_CALLED, Column.STAGES, Column.FEE})


def plan_text(plan: Plan, name: str) -> str:
    """Everything that would change, what is worth a look, and last the numbers, which then stay in view."""
    said = catalogue_files()
    lines = [line for change in plan.changes for line in _change_lines(change)]
    lines += [finding["message"] for finding in findings(plan.findings)]
    lines += [said.rejected.format(row=each.row.number, reason=reason_text(each.refusal)) for each in plan.rejected]
    counts = {kind.value: len(plan.of(kind)) for kind in ChangeKind}
    lines.append(said.counted.format(name=name, rejected=len(plan.rejected), **counts))
    # What the file holds must not steer the terminal.
    return "\n".join(line[: len(line) - len(line.lstrip())] + clean(line) for line in lines)


def plan_document(plan: Plan) -> dict[str, Any]:
    """The plan for programs; what stays as it is is only counted."""
    changes = {
        kind.value: [_change_document(change) for change in plan.of(kind)]
        for kind in ChangeKind
        if kind is not ChangeKind.UNCHANGED
    }
    rejected = [
        {"row": each.row.number, "reason": each.refusal.reason.value, "message": reason_text(each.refusal)}
        for each in plan.rejected
    ]
    unchanged = len(plan.of(ChangeKind.UNCHANGED))
    return {**changes, "unchanged": unchanged, "rejected": rejected, "findings": findings(plan.findings)}


def _change_lines(change: PlannedChange) -> Iterator[str]:
    if change.kind is ChangeKind.UNCHANGED:
        return
    said = catalogue_files()
    version = change.version
    begins = f"{version.valid_from:%d/%m/%Y}" if version.valid_from else ""
    ends = f"{change.ends:%d/%m/%Y}" if change.ends else said.no_end
    heading = {ChangeKind.NEW: said.new, ChangeKind.CHANGED: said.changed, ChangeKind.ENDED: said.ended}[change.kind]
    yield heading.format(code=version.code, name=version.name_vi, begins=begins, ends=ends)
    for field in change.fields:
        yield from _field_lines(field)


def _field_lines(field: FieldChange) -> Iterator[str]:
    """One line with both values, or for a list the things taken away and the things added."""
    said = catalogue_files()
    name = said.column[field.column.value]
    old, new = field.old.split(SEPARATOR), field.new.split(SEPARATOR)
    if field.column not in _LISTS or len(old) == len(new) == 1:
        yield f"    {name}: {field.old or said.not_given} → {field.new or said.not_given}"
        return
    yield f"    {name}:"
    gone, come = [each for each in old if each not in new], [each for each in new if each not in old]
    # The same things in another order are told whole.
    for sign, things in (("-", gone or ([] if come else old)), ("+", come or ([] if gone else new))):
        yield from (f"      {sign} {thing or said.not_given}" for thing in things)


def _change_document(change: PlannedChange) -> dict[str, Any]:
    version = change.version
    return {
        "row": change.row,
        "code": version.code,
        "name": version.name_vi,
        "valid_from": version.valid_from,
        "valid_to": change.ends if change.kind is ChangeKind.ENDED else version.valid_to,
        "changes": [{"field": each.column.value, "old": each.old, "new": each.new} for each in change.fields],
    }
