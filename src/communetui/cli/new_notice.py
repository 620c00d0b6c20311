"""The options that describe a new notice, the same at an office and at the hub."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from communedb.domain.refusal import Reason, Refused
from communedb.os_fault import why
from communetui.cli.kinds import DAY, TEXT

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from communedb.domain.notice import NewNotice

_MOST_BYTES = 200_000


def described(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options; `new_notice` makes the notice of them."""
    for option in (
        click.option("--body-file", type=click.Path(path_type=Path)),
        click.option("--body", type=TEXT, default=""),
        click.option("--due-on", type=DAY),
        click.option("--issued-on", type=DAY),
        click.option("--issued-by", type=TEXT, default=""),
        click.option("--kind", type=click.Choice(["notice", "directive"]), default="notice"),
        click.option("--number", type=TEXT, default=""),
        click.option("--title", type=TEXT, required=True),
    ):
        function = option(function)
    return function


def new_notice(
    today: date, *, body: str, body_file: Path | None, issued_on: date | None, issued_by: str = "", **facts: Any
) -> NewNotice:
    """The notice that the options describe. Refused: as `NewNotice`, FILE_UNREADABLE, TEXT_TOO_LONG."""
    from communedb.domain.notice import NewNotice

    text = _text(body_file) if body_file else body
    return NewNotice.model_validate({**facts, "body": text, "issued_on": issued_on or today, "issued_by": issued_by})


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise Refused(Reason.TEXT_TOO_LONG, length=path.stat().st_size, limit=_MOST_BYTES)
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as fault:
        raise Refused(Reason.FILE_UNREADABLE, name=path.name, why=why(fault)) from fault
