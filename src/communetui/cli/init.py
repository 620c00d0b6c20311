"""`communetui init`: a new register for one station of a unit."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from communedb.domain.officer import Role
from communedb.domain.text import clean, fold
from communetui.cli.faults import Problem
from communetui.cli.kinds import TEXT, one_of
from communetui.cli.lazy import command, start_of
from communetui.cli.output import answer, say
from communetui.cli.passphrases import first_passphrase
from communetui.strings.cli import cli
from communetui.strings.cli_hub import hub
from communetui.strings.values import values

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communedb.founding import Founded
    from communedb.reference.units import Unit
    from communetui.cli.start import Start

_OFFERED = 20


@command("init")
@click.option("--unit", type=TEXT)
@click.option("--station", type=int)
@click.option("--officer", type=TEXT)
@click.option("--role", "roles", type=one_of(Role), multiple=True)
@click.option("--light", is_flag=True)
@click.option("--recovery-file", type=click.Path(path_type=Path))
@click.option("--recovery-recipient", "escrow", type=TEXT, multiple=True)
@start_of
def init(
    start: Start,
    unit: str | None,
    station: int | None,
    officer: str | None,
    roles: tuple[Role, ...],
    light: bool,
    recovery_file: Path | None,
    escrow: tuple[str, ...],
) -> None:
    """Ask for what the flags do not say, create the register, and show the recovery key."""
    from communedb.founding import found
    from communedb.keys import LIGHT, STANDARD

    said = cli()
    place = choose_unit(unit)
    number = station if station is not None else int(asked(said.station, default="1", kind=click.INT))
    name = officer if officer is not None else asked(said.first_officer)
    held = frozenset(Role(role) for role in roles) or frozenset({Role.ADMINISTRATOR})
    made = found(
        start.folder,
        unit=place.code,
        station=number,
        officer=name,
        passphrase=first_passphrase(start),
        roles=held,
        strength=LIGHT if light else STANDARD,
        recovery_file=recovery_file,
        escrow=escrow,
    )
    document = {
        "folder": start.folder,
        "unit": {"code": place.code, "name": place.full_name},
        "station": number,
        "officer": {"id": made.officer, "name": clean(name), "roles": held},
        "recovery": {"key": made.recovery_text, "file": made.saved_to},
    }
    answer(start, document, lambda: told(start, place, number, name, held, made))
    if start.as_json:
        say(said.recovery_advice.format(file=made.saved_to))


def told(start: Start, place: Unit, number: int, name: str, held: frozenset[Role], made: Founded) -> str:
    """What was created, and the recovery key that is shown this once."""
    said = cli()
    founded = said.founded.format(
        folder=start.folder,
        unit=f"{place.full_name} ({place.code})",
        station=number,
        officer=clean(name),
        roles=", ".join(values().role[role] for role in sorted(held)),
    )
    advice = said.recovery_advice.format(file=made.saved_to)
    return f"{founded}\n\n{said.recovery_key}\n\n    {made.recovery_text}\n\n{advice}"


def asked(question: str, *, default: str | None = None, kind: Any = TEXT) -> str:
    """What is typed at a prompt; without a terminal the default, or a message which flag is missing."""
    if not sys.stdin.isatty():
        if default is None:
            raise Problem("flags_missing")
        return default
    return str(click.prompt(question, default=default, type=kind, err=True))


def choose_unit(typed: str | None, *, province: bool = False, near: str | None = None) -> Unit:
    """The commune, ward or special zone that is meant, or the province; several are offered to choose from.

    What is found in the province `near` (its code) hides what has the same name elsewhere.
    """
    from communedb.reference.units import find_units, is_province, units

    question = hub().province if province else cli().unit
    among = [unit for unit in units() if is_province(unit.code) is province]
    close = [unit for unit in among if unit.province == near]
    wanted = typed if typed is not None else asked(question)
    while True:
        found = find_units(close, wanted, _OFFERED) or find_units(among, wanted, _OFFERED)
        if found and found[0].code == wanted.strip():
            return found[0]
        exact = [unit for unit in found if fold(wanted) in {fold(unit.name), fold(unit.full_name)}]
        if len(exact) == 1 or len(found) == 1:
            return (exact or found)[0]
        if not sys.stdin.isatty():
            lines = tuple(f"{unit.code}  {unit.full_name}" for unit in found)
            raise Problem("unit_ambiguous" if found else "unit_not_found", lines, unit=wanted)
        chosen = _pick(found)
        if chosen is not None:
            return chosen
        wanted = asked(question)


def _pick(found: Sequence[Unit]) -> Unit | None:
    """One of the units shown, by its number; None to type other letters."""
    said = cli()
    if not found:
        say(said.no_unit)
        return None
    for place, unit in enumerate(found, start=1):
        say(f"{place:>3}  {unit.code}  {unit.full_name}")
    number = click.prompt(said.which_unit, type=click.IntRange(0, len(found)), default=1, err=True)
    return found[number - 1] if number else None
