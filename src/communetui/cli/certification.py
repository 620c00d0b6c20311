"""`communetui certification`: serving at the quick counter, and the register books of what was certified."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from communedb.domain.certification import Book, Request, volume_text
from communedb.domain.moment import local
from communedb.domain.money import format_dong
from communetui.cli.documents import as_model, read_one, read_text
from communetui.cli.kinds import DAY, TEXT, one_of
from communetui.cli.lazy import command, group, start_of
from communetui.cli.opening import find_officer, opened
from communetui.cli.output import answer
from communetui.cli.showing import findings
from communetui.cli.table import table
from communetui.strings.cli_counter import counter

if TYPE_CHECKING:
    from datetime import date

    from communedb.desk.book import Numbered
    from communedb.desk.quick import Served
    from communedb.register import Register
    from communetui.cli.start import Start
    from communetui.printing.counter_papers import Made

certification = group(
    "certification",
    {
        "serve": "communetui.cli.certification:serve_one",
        "sign": "communetui.cli.certification:sign",
        "list": "communetui.cli.certification:list_book",
        "book": "communetui.cli.certification:print_book",
    },
)


@command("certification serve")
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True), default="-")
@start_of
def serve_one(start: Start, file: Path) -> None:
    """Serve one citizen from JSON; a signer goes by name."""
    from communedb.desk.quick import serve

    value = read_one(read_text(None if str(file) == "-" else file))
    with opened(start) as register:
        served = register.write(serve, as_model(Request, _with_signer(register, value)))
    document = {
        "dossier": served.received.dossier,
        "code": served.received.code,
        "due_at": served.received.due_at,
        "due_expected": served.received.due_expected,
        "numbered": _numbered(served.numbered),
        "fee": served.fee,
        "paid": served.paid,
        "exempted": served.exempted,
        "findings": findings(served.received.findings),
    }
    answer(start, document, lambda: _told(served))


@command("certification sign")
@click.argument("code", type=TEXT)
@click.option("--signer", type=TEXT, required=True)
@start_of
def sign(start: Start, code: str, signer: str) -> None:
    """Enter in the book what was promised for later and is signed now."""
    from communedb.desk.certify import certify
    from communedb.stores.dossier import find_dossier
    from communedb.stores.officers import read_officers

    with opened(start) as register:
        key = find_dossier(register.db, code)
        officer = find_officer(read_officers(register.db), signer)
        numbered = register.write(certify, key, officer.id)
    document = {"dossier": key, "code": code, "numbered": _numbered(numbered)}
    answer(start, document, lambda: counter().signed.format(code=code, numbers=numbered.text))


@command("certification list")
@click.option("--book", type=one_of(Book))
@click.option("--from", "first", type=DAY)
@click.option("--to", "last", type=DAY)
@start_of
def list_book(start: Start, book: str | None, first: date | None, last: date | None) -> None:
    """List what was certified, by book, volume and number; today unless other days are given."""
    from communedb.stores.certifications import read_book
    from communedb.stores.officers import officer_names

    with opened(start) as register:
        first, last = _period(register, first, last)
        names = officer_names(register.db)
        lines = [_line(row, names) for row in read_book(register.db, book, first, last)]
    document = {"book": book, "from": first, "to": last, "lines": lines}
    answer(start, document, lambda: _list_told(lines))


@command("certification book")
@click.option("--book", type=one_of(Book), required=True)
@click.option("--from", "first", type=DAY)
@click.option("--to", "last", type=DAY)
@click.option("--file", type=click.Path(path_type=Path))
@start_of
def print_book(start: Start, book: str, first: date | None, last: date | None, file: Path | None) -> None:
    """Print a register book of certifications, or save it as a PDF."""
    from communetui.printing.counter_papers import print_book as send_book
    from communetui.printing.counter_papers import save_book

    with opened(start) as register:
        first, last = _period(register, first, last)
        if file is not None:
            made = save_book(register, Book(book), first, last, file)
        else:
            made = send_book(register, Book(book), first, last)
    document = {
        "book": book,
        "from": first,
        "to": last,
        "lines": made.lines,
        "file": made.path,
        "printed": file is None and made.sent.printed,
        "waits": made.sent.waits,
    }
    answer(start, document, lambda: _made_told(book, made, saved=file is not None))


def _period(register: Register, first: date | None, last: date | None) -> tuple[date, date]:
    from communedb.domain.refusal import Reason, Refused

    today = local(register.now()).date()
    begun = first or last or today
    ended = last or max(begun, today)
    if ended < begun:
        raise Refused(Reason.PERIOD_REVERSED)
    return begun, ended


def _with_signer(register: Register, value: Any) -> Any:
    """An officer may be named by name; the register knows keys."""
    from communedb.stores.officers import read_officers

    named = value.get("signer") if isinstance(value, dict) else None
    if not isinstance(named, str) or not named:
        return value
    return {**value, "signer": find_officer(read_officers(register.db, active_only=False), named).id}


def _numbered(numbered: Numbered | None) -> dict[str, Any] | None:
    if numbered is None:
        return None
    return {
        "book": numbered.book,
        "volume": volume_text(numbered.volume, numbered.year),
        "numbers": list(numbered.numbers),
    }


def _told(served: Served) -> str:
    from communetui.cli.showing import moment

    said, received = counter(), served.received
    lines = [said.served.format(code=received.code, paid=format_dong(served.paid))]
    if served.exempted:
        lines.append(said.exempted.format(amount=format_dong(served.exempted)))
    if served.numbered is not None:
        lines.append(said.numbers.format(numbers=served.numbered.text))
    else:
        lines.append(said.later.format(due=moment(received.due_at), code=received.code))
    return "\n".join([*lines, *(finding["message"] for finding in findings(received.findings))])


def _line(row: dict[str, Any], names: dict[str, str]) -> dict[str, Any]:
    return {
        "book": row["book"],
        "volume": volume_text(row["volume"], row["year"]),
        "number": row["number"],
        "certified_on": row["certified_on"],
        "dossier": row["dossier"],
        "code": row["code"],
        "requester": row["applicant_name"],
        "id_number": row["applicant_id_number"],
        "paper_name": row["paper_name"],
        "pages": row["pages"],
        "copies": row["copies"],
        "fee": row["fee"],
        "signer": row["signer"],
        "signer_name": names.get(row["signer"], ""),
        "voided": bool(row["voided"]),
    }


def _list_told(lines: list[dict[str, Any]]) -> str:
    said = counter()
    rows = [
        (
            line["book"],
            line["volume"],
            f"{line['number']}{said.void if line['voided'] else ''}",
            "/".join(reversed(line["certified_on"].split("-"))),
            line["requester"],
            line["paper_name"],
            str(line["copies"]),
            format_dong(line["fee"]),
        )
        for line in lines
    ]
    return table(said.columns, rows, flexible=5)


def _made_told(book: str, made: Made, *, saved: bool) -> str:
    from communetui.strings.forms import waits_text

    said = counter()
    if saved:
        return said.book_saved.format(book=book, count=made.lines, file=made.path)
    if made.sent.printed:
        return said.book_printed.format(book=book, count=made.lines, file=made.path)
    return said.paper_waits.format(why=waits_text(made.sent), file=made.path)
