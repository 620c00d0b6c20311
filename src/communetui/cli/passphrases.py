"""Where a passphrase comes from: the environment, a file, or a prompt; never an argument, which others could read."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from communetui.cli.faults import Problem
from communetui.cli.start import NEW_PASSPHRASE, PASSPHRASE, variable
from communetui.strings.cli import cli

if TYPE_CHECKING:
    from pathlib import Path

    from communetui.cli.start import Start

_MOST_BYTES = 16_384


def opening_passphrase(start: Start, officer: str) -> str:
    """The passphrase that opens the register."""
    given = _given(start.passphrase_file, PASSPHRASE)
    if given is not None:
        return given
    _require_terminal("passphrase_missing")
    return str(click.prompt(cli().passphrase_of.format(officer=officer), hide_input=True, err=True))


def first_passphrase(start: Start) -> str:
    """The passphrase of a register's first officer; typed twice at a prompt."""
    given = _given(start.passphrase_file, PASSPHRASE)
    return _typed_twice("passphrase_missing") if given is None else given


def new_passphrase(file: Path | None) -> str:
    """A passphrase that is being given to an officer; typed twice at a prompt."""
    given = _given(file, NEW_PASSPHRASE)
    return _typed_twice("new_passphrase_missing") if given is None else given


def read_secret(file: Path) -> str:
    """The first line of a file that holds a secret."""
    with file.open("rb") as handle:
        content = handle.read(_MOST_BYTES)
    try:
        lines = content.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise Problem("not_utf8_file", name=str(file)) from None
    if not lines:
        raise Problem("secret_file_empty", name=str(file))
    return lines[0]


def _given(file: Path | None, name: str) -> str | None:
    return read_secret(file) if file is not None else variable(name)


def _typed_twice(missing: str) -> str:
    _require_terminal(missing)
    said = cli()
    first = click.prompt(said.new_passphrase, hide_input=True, err=True)
    if first != click.prompt(said.new_passphrase_again, hide_input=True, err=True):
        raise Problem("passphrases_differ")
    return str(first)


def _require_terminal(reason: str) -> None:
    if not sys.stdin.isatty():
        raise Problem(reason)
