"""`communetui dossier correct`, `take-back`, `void` and `match`: mistakes mended, nothing erased."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from communedb.desk.mend import CORRECTABLE, correct, take_back, void
from communetui.cli.kinds import TEXT
from communetui.cli.lazy import command, start_of
from communetui.cli.opening import opened
from communetui.cli.output import answer
from communetui.strings.cli import cli
from communetui.strings.values import values

if TYPE_CHECKING:
    from collections.abc import Callable

    from communedb.register import Register
    from communetui.cli.start import Start


@command("dossier correct")
@click.argument("code", type=TEXT)
@click.argument("field", type=click.Choice(tuple(CORRECTABLE)))
@click.argument("value", type=TEXT)
@click.option("--reason", type=TEXT, default="")
@click.option("--old", type=TEXT)
@start_of
def correct_dossier(start: Start, code: str, field: str, value: str, reason: str, old: str | None) -> None:
    """Correct one field; an empty value takes away what was entered."""

    def work(register: Register, key: str, row: dict[str, Any]) -> str:
        seen = row[field] if old is None else old
        return register.write(correct, key, field, None if seen is None else str(seen), value or None, reason)

    said = cli().corrected
    _mend(start, code, work, lambda own: said.format(code=own, field=values().field.get(field, field)))


@command("dossier take-back")
@click.argument("code", type=TEXT)
@click.option("--reason", type=TEXT, default="")
@start_of
def take_back_step(start: Start, code: str, reason: str) -> None:
    """Take back the last step."""
    said = cli().taken_back
    _mend(start, code, lambda r, key, _: r.write(take_back, key, reason), lambda own: said.format(code=own))


@command("dossier void")
@click.argument("code", type=TEXT)
@click.option("--reason", type=TEXT, default="")
@start_of
def void_dossier(start: Start, code: str, reason: str) -> None:
    """Mark a dossier as entered by mistake."""
    said = cli().voided
    _mend(start, code, lambda r, key, _: r.write(void, key, reason), lambda own: said.format(code=own))


@command("dossier match")
@click.argument("code", type=TEXT)
@click.argument("procedure", type=TEXT)
@start_of
def match(start: Start, code: str, procedure: str) -> None:
    """Match a dossier with a procedure of the catalogue."""
    from communedb.desk.catalogue import match_procedure

    said = cli().matched
    _mend(
        start,
        code,
        lambda r, key, _: r.write(match_procedure, key, procedure),
        lambda own: said.format(code=own, procedure=procedure),
    )


def _mend(
    start: Start, code: str, work: Callable[[Register, str, dict[str, Any]], str], told: Callable[[str], str]
) -> None:
    """Find the dossier, do the work in one transaction, answer with the event and the state it left."""
    from communedb.stores.dossier import find_dossier, read_dossier

    with opened(start) as register:
        key = find_dossier(register.db, code)
        row = read_dossier(register.db, key).row
        event = work(register, key, row)
        state = read_dossier(register.db, key).state
    document = {"dossier": key, "code": row["code"], "event": event, "status": state.status, "voided": state.voided}
    answer(start, document, lambda: told(row["code"]))
