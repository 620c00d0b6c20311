"""The command `communetui` and where its commands are."""

from __future__ import annotations

import os
from importlib.metadata import version
from pathlib import Path
from typing import Any

import click

from communetui.cli.lazy import LazyGroup
from communetui.cli.output import answer
from communetui.cli.start import DIR, LANG, Start, default_folder
from communetui.strings.language import Language

_MEMBERS = {
    "init": "communetui.cli.init:init",
    "recover": "communetui.cli.recover:recover",
    "dossier": "communetui.cli.dossier:dossier",
    "notice": "communetui.cli.notice:notice",
    "support": "communetui.cli.support:support",
    "task": "communetui.cli.task:task",
    "certification": "communetui.cli.certification:certification",
    "cash": "communetui.cli.cash:cash",
    "feedback": "communetui.cli.feedback:feedback",
    "officer": "communetui.cli.officer:officer",
    "catalogue": "communetui.cli.catalogue:catalogue",
    "calendar": "communetui.cli.calendar:calendar",
    "report": "communetui.cli.report:report",
    "setting": "communetui.cli.setting:setting",
    "print": "communetui.cli.prints:prints",
    "import": "communetui.cli.dossier_files:import_group",
    "export": "communetui.cli.dossier_files:export_group",
    "sync": "communetui.cli.sync:sync",
    "hub": "communetui.cli.hub:hub_group",
    "schema": "communetui.cli.schema:schema",
    "check": "communetui.cli.upkeep:check",
    "backup": "communetui.cli.evening:backup",
    "rebuild": "communetui.cli.upkeep:rebuild",
    "demo": "communetui.demo.command:demo",
    "completion": "communetui.cli.completion:completion",
}


class _Root(LazyGroup):
    """The program itself; it makes the `Start` on which all levels write their shared options."""

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        start = Start(_folder(), _language(args), as_json="--json" in args)
        start.speak()
        return super().make_context(info_name, args, parent, obj=start, **extra)


def _folder() -> Path:
    given = os.environ.get(DIR)
    return Path(given) if given else default_folder()


def _language(args: list[str]) -> Language:
    """The language that is asked for anywhere on the line, so that even a wrong line is answered in it."""
    spoken = os.environ.get(LANG, "")
    for place, word in enumerate(args):
        name, _, value = word.partition("=")
        if name == "--lang":
            spoken = value or "".join(args[place + 1 : place + 2])
    return Language(spoken) if spoken in set(Language) else Language.VI


def _tell_version(ctx: click.Context, _param: click.Parameter, asked: bool) -> None:
    if asked:
        start = ctx.find_object(Start) or Start(Path())
        number = version("communetui")
        answer(start, {"version": number}, lambda: f"communetui {number}")
        ctx.exit()


def _open(ctx: click.Context) -> None:
    if ctx.invoked_subcommand is None:
        from communetui.cli.app import run_app

        run_app(ctx.ensure_object(Start).folder)


root = _Root(
    name="communetui",
    key="communetui",
    members=_MEMBERS,
    callback=click.pass_context(_open),
    invoke_without_command=True,
    params=[click.Option(["--version"], is_flag=True, is_eager=True, expose_value=False, callback=_tell_version)],
)
"""The whole command line."""
