"""`communetui recover`: back in by the recovery key, when a passphrase is lost."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from communetui.cli.faults import Problem
from communetui.cli.kinds import TEXT
from communetui.cli.lazy import command, start_of
from communetui.cli.opening import choose_officer
from communetui.cli.output import answer
from communetui.cli.passphrases import new_passphrase
from communetui.cli.start import RECOVERY_KEY, variable
from communetui.strings.cli import cli

if TYPE_CHECKING:
    from communetui.cli.start import Start

_MOST_CHARACTERS = 16_384


@command("recover")
@click.option("--officer", type=TEXT)
@click.option("--recovery-file", type=click.Path(path_type=Path))
@click.option("--new-passphrase-file", "file", type=click.Path(path_type=Path))
@click.option("--light", is_flag=True)
@start_of
def recover(start: Start, officer: str | None, recovery_file: Path | None, file: Path | None, light: bool) -> None:
    """Give an officer a new passphrase; the register itself is not opened."""
    from communedb.keys import LIGHT, STANDARD, KeyFile
    from communedb.keys import recovery as way_back

    keys = KeyFile.load(start.folder)
    owner = choose_officer(keys.officers(), officer)
    key = _recovery_key(recovery_file)
    way_back.recover(keys, key, owner.id, new_passphrase(file), LIGHT if light else STANDARD)
    keys.save()
    answer(start, {"officer": {"id": owner.id, "name": owner.name}}, lambda: cli().recovered.format(officer=owner.name))


def _recovery_key(file: Path | None) -> str:
    """The key as it was printed, from a file, the environment or a prompt; spaces and lines do not matter."""
    if file is not None:
        with file.open(encoding="utf-8-sig", errors="replace") as handle:
            return handle.read(_MOST_CHARACTERS)
    given = variable(RECOVERY_KEY)
    if given:
        return given
    if not sys.stdin.isatty():
        raise Problem("recovery_key_missing")
    return str(click.prompt(cli().recovery_key_typed, err=True))
