"""`communetui completion`: the script that makes a shell complete our commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from click.shell_completion import ShellComplete, add_completion_class, get_completion_class

from communetui.cli.lazy import command, start_of
from communetui.cli.output import answer
from communetui.cli.powershell import PowerShellComplete

if TYPE_CHECKING:
    from communetui.cli.start import Start

_VARIABLE = "_COMMUNETUI_COMPLETE"

add_completion_class(PowerShellComplete)


@command("completion")
@click.argument("shell", type=click.Choice(("bash", "zsh", "fish", "powershell")))
@click.pass_context
@start_of
def completion(start: Start, ctx: click.Context, shell: str) -> None:
    """Print the script for a shell."""
    kind = get_completion_class(shell) or ShellComplete
    script = kind(ctx.find_root().command, {}, "communetui", _VARIABLE).source()
    answer(start, {"shell": shell, "script": script}, lambda: script)
