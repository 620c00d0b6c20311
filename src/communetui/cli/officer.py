"""`communetui officer`: who works here, in which roles, with which key."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from communedb.domain.officer import Role
from communetui.cli.kinds import TEXT, one_of
from communetui.cli.lazy import command, group, start_of
from communetui.cli.opening import find_officer, opened
from communetui.cli.output import answer
from communetui.cli.passphrases import new_passphrase, opening_passphrase
from communetui.cli.table import table
from communetui.strings.cli import cli
from communetui.strings.cli_heads import heads
from communetui.strings.values import values

if TYPE_CHECKING:
    from communedb.keys import Strength
    from communedb.register import Register
    from communedb.stores.officers import Officer
    from communetui.cli.start import Start

officer = group(
    "officer",
    {
        "list": "communetui.cli.officer:list_officers",
        "add": "communetui.cli.officer:add",
        "change": "communetui.cli.officer:change",
        "disable": "communetui.cli.officer:disable",
        "passphrase": "communetui.cli.officer:passphrase",
    },
)

_roles = click.option("--role", "roles", type=one_of(Role), multiple=True)
_file = click.option("--new-passphrase-file", "file", type=click.Path(path_type=Path))


@command("officer list")
@click.option("--all", "former", is_flag=True)
@start_of
def list_officers(start: Start, former: bool) -> None:
    """List the officers in the order in which they came."""
    from communedb.stores.officers import read_officers

    with opened(start) as register:
        found = read_officers(register.db, active_only=not former)
    answer(start, {"officers": found}, lambda: _told(found))


@command("officer add")
@click.argument("name", type=TEXT)
@_roles
@_file
@click.option("--light", is_flag=True)
@start_of
def add(start: Start, name: str, roles: tuple[str, ...], file: Path | None, light: bool) -> None:
    """Add an officer; the first passphrase is given, or typed twice."""
    from communedb.desk.officers import add_officer

    with opened(start) as register:
        key = register.write(
            add_officer,
            register.folder,
            register.data_key,
            name=name,
            roles=_held(roles),
            passphrase=new_passphrase(file),
            strength=_strength(light=light),
        )
        made = _one(register, key)
    answer(start, made, lambda: cli().officer_added.format(officer=made.name, roles=_names(made)))


@command("officer change")
@click.argument("officer", type=TEXT)
@click.option("--name", type=TEXT)
@_roles
@start_of
def change(start: Start, officer: str, name: str | None, roles: tuple[str, ...]) -> None:
    """Change an officer's name or roles; what is not given stays."""
    from communedb.desk.officers import change_officer

    with opened(start) as register:
        known = _one(register, officer)
        register.write(
            change_officer,
            register.folder,
            known.id,
            name=known.name if name is None else name,
            roles=_held(roles) or known.roles,
        )
        made = _one(register, known.id)
    answer(start, made, lambda: cli().officer_changed.format(officer=made.name, roles=_names(made)))


@command("officer disable")
@click.argument("officer", type=TEXT)
@start_of
def disable(start: Start, officer: str) -> None:
    """Take an officer's key away."""
    from communedb.desk.officers import disable_officer

    with opened(start) as register:
        known = _one(register, officer)
        register.write(disable_officer, register.folder, known.id)
        made = _one(register, known.id)
    answer(start, made, lambda: cli().officer_disabled.format(officer=made.name))


@command("officer passphrase")
@click.argument("officer", type=TEXT, required=False)
@_file
@click.option("--light", is_flag=True)
@start_of
def passphrase(start: Start, officer: str | None, file: Path | None, light: bool) -> None:
    """Change one's own passphrase, or as an administrator another officer's."""
    from communedb.desk.officers import reset_passphrase
    from communedb.keys import KeyFile

    with opened(start) as register:
        known = register.officer if officer is None else _one(register, officer)
        strength = _strength(light=light)
        if known.id == register.officer.id:
            keys = KeyFile.load(register.folder)
            # Typed once more at a prompt: the desk may have been left open.
            keys.change_passphrase(known.id, opening_passphrase(start, known.name), new_passphrase(file), strength)
            keys.save()
        else:
            chosen = new_passphrase(file)
            register.write(reset_passphrase, register.folder, register.data_key, known.id, chosen, strength)
        made = _one(register, known.id)
    answer(start, made, lambda: cli().passphrase_set.format(officer=made.name))


def _one(register: Register, wanted: str) -> Officer:
    from communedb.stores.officers import read_officers

    return find_officer(read_officers(register.db, active_only=False), wanted)


def _held(roles: tuple[str, ...]) -> frozenset[Role]:
    return frozenset(Role(role) for role in roles)


def _strength(*, light: bool) -> Strength:
    from communedb.keys import LIGHT, STANDARD

    return LIGHT if light else STANDARD


def _names(officer: Officer) -> str:
    return ", ".join(values().role[role] for role in sorted(officer.roles))


def _told(found: list[Officer]) -> str:
    said = heads()
    rows = [(one.name, _names(one), said.yes if one.active else said.no, one.id) for one in found]
    return table((said.name, said.roles, said.works, said.key), rows)
