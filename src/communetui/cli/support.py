"""`communetui support`: the log of the Community Digital Technology Team."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from communedb.domain.moment import local
from communetui.cli.kinds import DAY, TEXT
from communetui.cli.lazy import command, group, start_of
from communetui.cli.opening import opened
from communetui.cli.output import answer, plain
from communetui.cli.table import table
from communetui.notices.told import day_text
from communetui.strings.support import support as words
from communetui.support.told import WIDTHS, kind_text, procedure_text, table_row, total_lines

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from communedb.domain.support import NewSupport
    from communedb.register import Register
    from communedb.stores.support import Support
    from communetui.cli.start import Start

support = group(
    "support",
    {
        "list": "communetui.cli.support:list_support",
        "totals": "communetui.cli.support:totals",
        "add": "communetui.cli.support:add",
        "correct": "communetui.cli.support:correct",
        "void": "communetui.cli.support:void",
        "export": "communetui.cli.support:export",
    },
)

# Not asked of `SupportKind`: the help is told without loading the models.
_KINDS: Final = ("filing", "identity", "payment", "signature", "skills", "safety", "other")
_KIND = click.Choice(_KINDS)


def _line(function: Callable[..., Any]) -> Callable[..., Any]:
    """The options that describe one time of help."""
    for option in (
        click.option("--note", type=TEXT),
        click.option("--helper", type=TEXT),
        click.option("--place", type=TEXT),
        click.option("--procedure-name", type=TEXT),
        click.option("--procedure", "procedure_code", type=TEXT),
        click.option("--people", type=int),
        click.option("--kind", type=_KIND),
        click.option("--date", "helped_on", type=DAY),
    ):
        function = option(function)
    return function


def _period(function: Callable[..., Any]) -> Callable[..., Any]:
    return click.option("--from", "since", type=DAY)(click.option("--to", "until", type=DAY)(function))


@command("support list")
@_period
@click.option("--kind", type=_KIND)
@click.option("--search", type=TEXT, default="")
@click.option("--voided", is_flag=True)
@start_of
def list_support(
    start: Start, since: date | None, until: date | None, kind: str | None, search: str, voided: bool
) -> None:
    """Tell the lines of the log."""
    from communedb.stores.support import SupportFilter, support_rows

    with opened(start) as register:
        found = support_rows(register.db, SupportFilter(since, until, kind, search, voided))
    answer(start, list(map(_document, found)), lambda: _listed(found))


@command("support totals")
@_period
@start_of
def totals(start: Start, since: date | None, until: date | None) -> None:
    """Tell what the log adds up to by month and kind."""
    from communedb.stores.support import support_totals

    with opened(start) as register:
        found = support_totals(register.db, since, until)
    lines = total_lines(found)
    text = table(words().totals_heads, lines) if lines else words().no_totals
    answer(start, [one._asdict() for one in found], lambda: text)


@command("support add")
@_line
@click.option("--online", "filed_online", is_flag=True)
@start_of
def add(start: Start, **given: Any) -> None:
    """Enter one time of help; who helped is the officer, if nobody is named."""
    from communedb.desk.support import add_support
    from communedb.stores.support import read_support

    with opened(start) as register:
        usual = {"helped_on": local(register.now()).date(), "helper": register.officer.name}
        line = _described(register, usual | {name: value for name, value in given.items() if value is not None})
        kept = read_support(register.db, register.write(add_support, line))
    told = words().added.format(people=kept.people, kind=kind_text(kept.kind))
    answer(start, _document(kept), lambda: told)


@command("support correct")
@click.argument("line", type=TEXT)
@_line
@click.option("--online/--not-online", "filed_online", default=None)
@start_of
def correct(start: Start, line: str, **given: Any) -> None:
    """Change what is given, and leave the rest of the line as it is."""
    from communedb.desk.support import correct_support
    from communedb.domain.support import NewSupport
    from communedb.stores.support import read_support

    with opened(start) as register:
        kept = read_support(register.db, line)
        facts = {name: getattr(kept, name) for name in NewSupport.model_fields}
        given = {name: value for name, value in given.items() if value is not None}
        if "procedure_code" in given:
            facts["procedure_name"] = ""
        register.write(correct_support, line, _described(register, facts | given))
        kept = read_support(register.db, line)
    answer(start, _document(kept), lambda: words().corrected.format(day=day_text(kept.helped_on)))


@command("support void")
@click.argument("line", type=TEXT)
@click.option("--reason", type=TEXT, required=True)
@start_of
def void(start: Start, line: str, reason: str) -> None:
    """Strike a line."""
    from communedb.desk.support import void_support
    from communedb.stores.support import read_support

    with opened(start) as register:
        register.write(void_support, line, reason)
        kept = read_support(register.db, line)
    answer(start, _document(kept), lambda: words().voided.format(day=day_text(kept.helped_on)))


@command("support export")
@click.argument("file", type=click.Path(path_type=Path))
@_period
@start_of
def export(start: Start, file: Path, since: date | None, until: date | None) -> None:
    """Save the lines that count as a table."""
    from communedb.stores.support import SupportFilter, support_rows
    from communedb.tables.writing import write_table

    with opened(start) as register:
        found = support_rows(register.db, SupportFilter(since, until))
    write_table(file, words().columns, map(table_row, found), widths=WIDTHS)
    answer(start, {"file": file, "lines": len(found)}, lambda: words().saved.format(count=len(found), file=file))


def _described(register: Register, given: dict[str, Any]) -> NewSupport:
    """The line that the options describe; the catalogue names the procedure. Refused: UNKNOWN_PROCEDURE."""
    from communedb.domain.support import NewSupport
    from communedb.stores.procedures import procedure_on

    if given.get("procedure_code") and not given.get("procedure_name"):
        today = local(register.now()).date()
        given = given | {"procedure_name": procedure_on(register.db, given["procedure_code"], today).name_vi}
    return NewSupport.model_validate(given)


def _document(kept: Support) -> dict[str, Any]:
    return {name: value for name, value in plain(kept).items() if name != "scope"}


def _listed(found: list[Support]) -> str:
    said = words()
    heads = (said.day, said.kind, said.people, said.filed, said.procedure, said.place, said.helper, said.key)
    rows = [
        (
            day_text(one.helped_on), kind_text(one.kind), str(one.people), said.yes if one.filed_online else "",
            procedure_text(one), one.place, one.helper, one.id if one.active else said.struck,
        )
        for one in found
    ]  # fmt: skip
    return table(heads, rows, flexible=4) if rows else said.none
