"""`communetui setting`: what the office and this station have decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from communetui.cli.kinds import TEXT
from communetui.cli.lazy import command, group, start_of
from communetui.cli.opening import opened
from communetui.cli.output import answer
from communetui.cli.table import table
from communetui.strings.cli import cli
from communetui.strings.cli_heads import heads

if TYPE_CHECKING:
    from communetui.cli.start import Start

setting = group(
    "setting",
    {"list": "communetui.cli.setting:list_settings", "set": "communetui.cli.setting:set_one"},
)


@command("setting list")
@start_of
def list_settings(start: Start) -> None:
    """List every setting with its present value."""
    from communedb.stores.settings import read_settings

    with opened(start) as register:
        found = read_settings(register.db)
    answer(start, {"settings": found}, lambda: table((heads().name, heads().value), list(found.items())))


@command("setting set")
@click.argument("name", type=TEXT)
@click.argument("value", type=TEXT)
@start_of
def set_one(start: Start, name: str, value: str) -> None:
    """Change one setting."""
    from communedb.desk.office import set_setting
    from communedb.stores.settings import read_setting

    with opened(start) as register:
        register.write(set_setting, name, value)
        kept = read_setting(register.db, name)
    answer(start, {"name": name, "value": kept}, lambda: cli().setting_set.format(name=name, value=kept))
