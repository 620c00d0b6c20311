"""`communetui dossier list` and `dossier search`: the lists of the screens, for scripts and pipes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from communedb.domain.channel import Channel
from communedb.domain.dossier_filter import DossierFilter, DueFilter, Sort
from communedb.domain.status import Status
from communetui.cli.kinds import DAY, TEXT, one_of
from communetui.cli.lazy import command, start_of
from communetui.cli.opening import find_officer, opened
from communetui.cli.output import answer
from communetui.cli.showing import day, status_text
from communetui.cli.table import table
from communetui.strings.cli import cli
from communetui.strings.cli_heads import heads

if TYPE_CHECKING:
    from collections.abc import Callable

    from communedb.register import Register
    from communedb.stores.dossier_list import DossierRow
    from communetui.cli.start import Start

PAGE = 500
"""Rows read at a time."""

_ORDERING = {"place", "due_order", "applicant_key"}


def filter_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """The options by which a command is told which dossiers are meant, and in which order."""
    for option in (
        click.option("--ascending", is_flag=True),
        click.option("--sort", type=one_of(Sort), default=Sort.RECEIVED.value),
        click.option("--voided", is_flag=True),
        click.option("--unmatched", is_flag=True),
        click.option("--no-official-code", is_flag=True),
        click.option("--returned-on", type=DAY),
        click.option("--to", "received_to", type=DAY),
        click.option("--from", "received_from", type=DAY),
        click.option("--procedure", "procedure_code", type=TEXT),
        click.option("--channel", type=one_of(Channel)),
        click.option("--offered-to", type=TEXT),
        click.option("--papers-with", type=TEXT),
        click.option("--officer", type=TEXT),
        click.option("--field", type=TEXT),
        click.option("--open", "open_only", is_flag=True),
        click.option("--due", type=one_of(DueFilter)),
        click.option("--status", "statuses", type=one_of(Status), multiple=True),
    ):
        function = option(function)
    return function


_limit = click.option("--limit", type=click.IntRange(min=0), default=50)


@command("dossier list")
@filter_options
@_limit
@start_of
def list_dossiers(start: Start, limit: int, **wanted: Any) -> None:
    """List the dossiers that the filters leave."""
    _answer(start, limit, wanted)


@command("dossier search")
@click.argument("text", type=TEXT, nargs=-1, required=True)
@filter_options
@_limit
@start_of
def search(start: Start, limit: int, text: tuple[str, ...], **wanted: Any) -> None:
    """List the dossiers in which every typed word begins some word."""
    _answer(start, limit, {**wanted, "text": " ".join(text)})


def _answer(start: Start, limit: int, wanted: dict[str, Any]) -> None:
    with opened(start) as register:
        found, number = _found(register, dossier_filter(register, wanted), limit)
        document = {"count": number, "dossiers": [_document(row) for row in found]}
    answer(start, document, lambda: _told(found, number))


def dossier_filter(register: Register, wanted: dict[str, Any]) -> DossierFilter:
    """What the options say, as a filter."""
    from communedb.stores.officers import read_officers

    ascending = wanted.pop("ascending")
    named = [name for name in ("officer", "papers_with", "offered_to") if wanted[name] is not None]
    if named:
        officers = read_officers(register.db, active_only=False)
        wanted |= {name: find_officer(officers, wanted[name]).id for name in named}
    return DossierFilter(**wanted, descending=not ascending)


def _found(register: Register, wanted: DossierFilter, limit: int) -> tuple[list[DossierRow], int]:
    """Up to `limit` rows, all for 0, read a page at a time; and how many there are in all."""
    from communedb.stores.dossier_list import DossierList

    listed = DossierList(wanted, register.now(), register.calendar())
    rows: list[DossierRow] = []
    while True:
        size = min(PAGE, limit - len(rows)) if limit else PAGE
        page = listed.page(register.db, size, after=listed.key(rows[-1]) if rows else None)
        rows += page
        if len(page) < size or len(rows) == limit:
            return rows, listed.count(register.db)


def _document(row: DossierRow) -> dict[str, Any]:
    """A row as JSON: without its places in the orders of the list, and yes and no as such."""
    told = {name: value for name, value in row._asdict().items() if name not in _ORDERING}
    return told | {name: bool(told[name]) for name in ("voided", "open", "paused", "due_expected")}


def _told(found: list[DossierRow], number: int) -> str:
    said = cli()
    if not found:
        return said.no_dossiers
    named = heads()
    columns = (named.code, named.received_on, named.due, named.status, named.applicant, named.procedure)
    rows = [
        (
            row.code,
            day(row.received_at),
            day(row.due_at) + ("?" if row.due_expected else ""),
            status_text(row.status, voided=row.voided),
            row.applicant_name,
            row.procedure_name,
        )
        for row in found
    ]
    lines = table(columns, rows, flexible=len(columns) - 1)
    return lines if len(found) == number else f"{lines}\n{said.shown_of.format(shown=len(found), count=number)}"
