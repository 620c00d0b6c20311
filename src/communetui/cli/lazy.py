"""Commands whose words follow the language, and groups that load a command only when it is asked for."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from communetui.cli.click_words import translated
from communetui.cli.start import Start
from communetui.strings.cli_help import HELP, METAVARS
from communetui.strings.language import Language

if TYPE_CHECKING:
    from collections.abc import Callable


def _set(ctx: click.Context, param: click.Parameter, value: Any) -> None:
    """Keep a shared option on the `Start` of the run, on whichever level it was given."""
    start = ctx.find_object(Start)
    if value is None or value is False or start is None:
        return
    if param.name == "dir":
        start.folder = Path(value)
    elif param.name == "lang":
        start.language = Language(value)
        start.speak()
    elif param.name == "json":
        start.as_json = True
    else:
        start.passphrase_file = Path(value)


def shared_options() -> list[click.Parameter]:
    """`--json`, `--dir`, `--lang` and `--passphrase-file`, which every command takes before or after its name."""
    options: dict[str, Any] = {"callback": _set, "expose_value": False}
    return [
        click.Option(["--json"], is_flag=True, **options),
        click.Option(["--dir"], type=click.Path(), **options),
        click.Option(["--lang"], type=click.Choice([spoken.value for spoken in Language]), is_eager=True, **options),
        click.Option(["--passphrase-file"], type=click.Path(), **options),
    ]


class _Said(click.Command):
    """A command with its words in `HELP`, looked up by its `key`: `dossier list`, and `dossier list --status`."""

    def __init__(self, name: str | None, *, key: str, params: list[click.Parameter] | None = None, **more: Any) -> None:
        super().__init__(name, params=[*(params or []), *shared_options()], **more)
        self.key = key

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """Options and arguments with their words in the language of now."""
        params = super().get_params(ctx)
        for param in params:
            if isinstance(param, click.Option):
                option = max(param.opts, key=len)
                said = HELP.get(f"{self.key} {option}") or HELP[option]
                param.help = said()
            words = METAVARS.get(_kind(param))
            if words is not None and not getattr(param, "is_flag", False):
                param.metavar = words()
        return params

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """The pieces of the usage line, in the language of now."""
        self.options_metavar = METAVARS["options"]()
        return super().collect_usage_pieces(ctx)

    def get_short_help_str(self, limit: int = 45) -> str:
        """The first line of the help."""
        return HELP[self.key]().partition("\n")[0]

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The help in the language of now."""
        self.help = HELP[self.key]()
        super().format_help_text(ctx, formatter)


class SaidCommand(_Said):
    """One command."""


class LazyGroup(_Said, click.Group):
    """A group that knows where its commands are, `name: "module:attribute"`, and loads none before it is needed."""

    def __init__(self, name: str | None, *, members: dict[str, str], **more: Any) -> None:
        super().__init__(name, **more)
        self.members = members

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """The pieces of the usage line, in the language of now."""
        self.subcommand_metavar = METAVARS["command"]()
        return super().collect_usage_pieces(ctx)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names in the order in which they were given."""
        return list(self.members)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, without loading one."""
        above = "" if ctx.parent is None else f"{self.key} "
        with formatter.section(translated("Commands")):
            formatter.write_dl([(name, HELP[above + name]().partition("\n")[0]) for name in self.members])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name, loaded now."""
        place = self.members.get(cmd_name)
        if place is None:
            return None
        module, _, attribute = place.partition(":")
        found = getattr(import_module(module), attribute)
        return found if isinstance(found, click.Command) else None


def command(key: str) -> Callable[[Callable[..., Any]], click.Command]:
    """Make a function the command with this key: `dossier list` is the command `list` of the group `dossier`."""
    return click.command(key.split()[-1], cls=SaidCommand, key=key)


def group(key: str, members: dict[str, str]) -> LazyGroup:
    """A group of commands; where each is."""
    return LazyGroup(name=key.split()[-1], key=key, members=members, no_args_is_help=True)


def start_of(function: Callable[..., Any]) -> Callable[..., Any]:
    """Hand a command the `Start` of the run as its first argument."""
    return click.make_pass_decorator(Start)(function)


def _kind(param: click.Parameter) -> str:
    """Under which name the stand-in for a value is found."""
    if isinstance(param, click.Argument):
        return param.name or ""
    # click gives a path another name when its language changes.
    return "path" if isinstance(param.type, click.Path) else param.type.name
