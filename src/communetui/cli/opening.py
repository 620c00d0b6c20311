"""Opening the register for one command, as one officer."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol, TypeVar

import click

from communedb.domain.refusal import Reason, Refused
from communedb.domain.text import fold
from communetui.cli.faults import Problem
from communetui.cli.output import say
from communetui.cli.passphrases import opening_passphrase
from communetui.cli.start import OFFICER, variable
from communetui.strings.cli import cli
from communetui.strings.findings import finding_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communedb.register import Register
    from communetui.cli.start import Start


class _Named(Protocol):
    """Somebody with a key and a name; `active` while they may work."""

    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def active(self) -> bool: ...


Somebody = TypeVar("Somebody", bound=_Named)


@contextmanager
def opened(start: Start) -> Iterator[Register]:
    """The register in the run's folder, open while the command works; its warnings are told."""
    from communedb import layout
    from communedb.keys import KeyFile
    from communedb.register import Register

    if not layout.database(start.folder).exists():
        raise Refused(Reason.NO_REGISTER, folder=str(start.folder))
    owner = choose_officer(KeyFile.load(start.folder).officers())
    passphrase = opening_passphrase(start, owner.name)
    with Register.open(start.folder, owner.id, passphrase) as register:
        for finding in register.warnings:
            say(finding_text(finding))
        yield register


def find_officer(among: Sequence[Somebody], wanted: str) -> Somebody:
    """The officer with this key or name, marks and case aside; those at work come before those who left.

    Refused as UNKNOWN_OFFICER; a Problem when several bear the name.
    """
    for officer in among:
        if officer.id == wanted.strip():
            return officer
    named = [officer for officer in among if fold(officer.name) == fold(wanted)]
    working = [officer for officer in named if officer.active] or named
    if not working:
        raise Refused(Reason.UNKNOWN_OFFICER, officer=wanted)
    if len(working) > 1:
        exact = [officer for officer in working if officer.name == wanted]
        if len(exact) == 1:
            return exact[0]
        raise Problem("officer_ambiguous", tuple(f"{o.id}  {o.name}" for o in working), officer=wanted)
    return working[0]


def choose_officer(owners: Sequence[Somebody], named: str | None = None) -> Somebody:
    """The one who is named, here or in the environment, the only one there is, or whoever is picked at a prompt."""
    wanted = named or variable(OFFICER)
    if wanted:
        return find_officer(owners, wanted)
    working = [owner for owner in owners if owner.active]
    if len(working) == 1:
        return working[0]
    if not sys.stdin.isatty():
        raise Problem("officer_not_chosen", tuple(owner.name for owner in working))
    for place, owner in enumerate(working, start=1):
        say(f"{place:>3}  {owner.name}")
    return working[click.prompt(cli().which_officer, type=click.IntRange(1, len(working)), err=True) - 1]
