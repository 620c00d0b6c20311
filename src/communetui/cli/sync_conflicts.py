"""`communetui sync conflicts` and `sync resolve`: fields with differing values, and choosing the right one."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

import click

from communedb.domain.refusal import Reason, Refused
from communetui.cli.faults import Problem
from communetui.cli.kinds import TEXT
from communetui.cli.lazy import command, start_of
from communetui.cli.opening import opened
from communetui.cli.output import answer
from communetui.conflicts.reading import read_conflicts
from communetui.conflicts.told import about_text, column_text, shown_value, subject_text, who_text
from communetui.strings.cli_sync import sync
from communetui.strings.conflicts import conflicts

if TYPE_CHECKING:
    from communedb.reports.contested import Contested
    from communetui.cli.start import Start
    from communetui.conflicts.reading import Conflicts

_ID_DIGITS = 10


@command("sync conflicts")
@start_of
def list_conflicts(start: Start) -> None:
    """List every field with differing values."""
    with opened(start) as register:
        found = read_conflicts(register.db)
    document = {"conflicts": [_document(found, one) for one in found.lines]}
    answer(start, document, lambda: "\n\n".join(_told(found, one) for one in found.lines) or conflicts().nothing)


@command("sync resolve")
@click.argument("conflict", type=TEXT)
@click.option("--keep", type=click.IntRange(1))
@click.option("--value", type=TEXT)
@start_of
def resolve_one(start: Start, conflict: str, keep: int | None, value: str | None) -> None:
    """Keep one of the values, or enter another."""
    from communedb.desk.conflicts import enter_value, keep_value

    if (keep is None) == (value is None):
        raise Problem("resolve_how")
    with opened(start) as register:
        found = read_conflicts(register.db)
        # The name of a conflict tells its values, too: when one has come in since, there is none of that name.
        one = next((one for one in found.lines if conflict_id(one) == conflict.strip().lower()), None)
        if one is None:
            raise Refused(Reason.CONFLICT_CHANGED if found.lines else Reason.CONFLICT_GONE)
        values = _values(one)
        heads = [(head.replica, head.number) for head in one.conflict.heads]
        row, column = one.conflict.row, one.conflict.column
        if keep is None:
            chosen = register.write(enter_value, row, column, value, heads)
        elif keep > len(values):
            raise Problem("resolve_number", most=len(values))
        else:
            head = values[keep - 1]
            chosen = register.write(keep_value, row, column, (head.replica, head.number), heads)
    told = conflicts().done.format(field=column_text(one.conflict.table, column), value=shown_value(found, one, chosen))
    answer(start, {"conflict": conflict, "value": chosen}, lambda: told)


def conflict_id(one: Contested) -> str:
    """A conflict's name: of its row and column, and of the values that stand against each other."""
    text = repr((one.conflict.row, one.conflict.column, sorted((h.replica, h.number) for h in one.conflict.heads)))
    return hashlib.sha256(text.encode()).hexdigest()[:_ID_DIGITS]


def _values(one: Contested) -> list[Any]:
    """The shown value first, as the screen lists them."""
    return list(one.conflict.heads[::-1])


def _document(found: Conflicts, one: Contested) -> dict[str, Any]:
    conflict = one.conflict
    return {
        "id": conflict_id(one),
        "table": conflict.table,
        "row": conflict.row,
        "column": conflict.column,
        "dossier": one.code or None,
        "of": subject_text(one),
        "values": [
            {"value": head.value, "officer": found.names.get(head.officer, head.officer), "who": who_text(found, head)}
            for head in _values(one)
        ],
    }


def _told(found: Conflicts, one: Contested) -> str:
    field = column_text(one.conflict.table, one.conflict.column)
    lines = [sync().conflict_line.format(id=conflict_id(one), about=about_text(one), of=subject_text(one), field=field)]
    for number, head in enumerate(_values(one), start=1):
        value = shown_value(found, one, head.value).replace("\n", " ")
        lines.append(f"  {number}. {value}  ({who_text(found, head)})")
    return "\n".join(lines)
