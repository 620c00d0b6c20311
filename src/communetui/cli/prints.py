"""`communetui print`: papers that belong to no dossier yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from communetui.cli.faults import Problem
from communetui.cli.kinds import DAY
from communetui.cli.lazy import command, group, start_of
from communetui.cli.opening import opened
from communetui.cli.output import answer
from communetui.cli.table import table
from communetui.strings.blanks import blanks as blanks_words

if TYPE_CHECKING:
    from datetime import date

    from communedb.register import Register
    from communetui.cli.start import Start
    from communetui.printing.blanks import Blanks

prints = group("print", {"blanks": "communetui.cli.prints:blanks"})


@command("print blanks")
@click.argument("number", type=click.INT, required=False)
@click.option("--day", type=DAY)
@click.option("--list", "listed", is_flag=True)
@click.option("--save-only", is_flag=True)
@start_of
def blanks(start: Start, number: int | None, day: date | None, listed: bool, save_only: bool) -> None:
    """Print receipts for a pen, or list those that are not used yet."""
    if number is None and not listed:
        raise Problem("blanks_number_missing")
    with opened(start) as register:
        if number is None:
            _list(start, register)
        else:
            _print(start, register, number, day, save_only=save_only)


def _print(start: Start, register: Register, number: int, day: date | None, *, save_only: bool) -> None:
    from communetui.printing.blanks import print_blanks

    done = print_blanks(register, number, day, save_only=save_only)
    document = {
        "codes": done.codes,
        "file": done.path,
        "printed": done.sent.printed and not save_only,
        "waits": done.sent.waits,
    }
    answer(start, document, lambda: _told(done, save_only=save_only))


def _told(done: Blanks, *, save_only: bool) -> str:
    from communetui.strings.intake_said import received

    words = blanks_words()
    said = words.saved if save_only else words.printed if done.sent.printed else words.waits
    first, last = done.codes[0], done.codes[-1]
    # These prints are in no queue: the sentences about a print that waits would promise too much.
    why = received().waits.get(str(done.sent.waits), "")
    return said.format(count=len(done.codes), first=first, last=last, file=done.path, why=why)


def _list(start: Start, register: Register) -> None:
    from communedb.domain.moment import local
    from communedb.stores.officers import officer_names
    from communedb.stores.reserved import reserved_codes

    found = reserved_codes(register.db, unused=True)
    names = officer_names(register.db)
    words = blanks_words()
    heads = (words.code, words.day, words.reserved_at, words.officer)
    lines = [
        (one.code, f"{one.day:%d/%m/%Y}", f"{local(one.reserved_at):%H:%M %d/%m/%Y}", names.get(one.officer, ""))
        for one in found
    ]
    answer(start, {"unused": found}, lambda: table(heads, lines) if lines else words.none_unused)
