"""Faults as messages: what an officer reads on standard error, and the error document that a program reads."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING, Any

import click
from click.exceptions import Abort, NoArgsIsHelpError

from communedb import os_fault
from communedb.domain.refusal import Refused
from communetui.cli.output import say, write_json
from communetui.cli.start import REFUSED, STOPPED, WRONG_USAGE
from communetui.strings.cli_problems import PROBLEMS
from communetui.strings.facts import filled
from communetui.strings.reasons import reason_text

if TYPE_CHECKING:
    from collections.abc import Mapping

LONGEST_FACT = 200
"""Characters of a fact that a message repeats: nobody reads ten megabytes back."""


class Problem(Exception):  # noqa: N818 - as Refused, an answer
    """The command line itself says no; `reason` is a key of `PROBLEMS`, `lines` are further lines for people."""

    def __init__(self, reason: str, lines: tuple[str, ...] = (), **facts: object) -> None:
        super().__init__(reason, facts)
        self.reason = reason
        self.lines = lines
        self.facts = facts


def told(fault: Exception, *, as_json: bool) -> int:
    """Tell a fault and return the exit code; what is no expected fault is raised again."""
    if isinstance(fault, Abort):
        error, code = error_of(Problem("interrupted")), STOPPED
    elif isinstance(fault, click.UsageError):
        error, code = _usage_error(fault, as_json=as_json), WRONG_USAGE
    else:
        error, code = error_of(_expected(fault)), REFUSED
    if as_json:
        write_json({"error": error})
    say(str(error["message"]))
    for line in getattr(fault, "lines", ()):
        say(f"  {line}")
    return code


def error_of(fault: Exception) -> dict[str, Any]:
    """Reason, message in the language of now, and facts; only for a Refused or a Problem."""
    if isinstance(fault, Refused):
        short = Refused(fault.reason, **_short(fault.facts))
        message = reason_text(short)
        field = fault.facts.get("field")
        if isinstance(field, str) and field not in message and "_" not in message.split(":")[0]:
            message = f"{field}: {message}"
        return {"reason": fault.reason.value, "message": message, "facts": short.facts}
    if isinstance(fault, Problem):
        facts = _short(fault.facts)
        return {"reason": fault.reason, "message": filled(PROBLEMS[fault.reason](), facts), "facts": facts}
    raise fault


def _expected(fault: Exception) -> Exception:
    """The fault as a Refused or a Problem; raises what is neither and cannot become either."""
    if isinstance(fault, (Refused, Problem)):
        return fault
    if isinstance(fault, OSError):
        return Problem("system", why=os_fault.why(fault), name=str(fault.filename or ""))
    driver = sys.modules.get("communedb.sqlite")
    if driver is not None and isinstance(fault, driver.DatabaseError):
        refusal: Exception = driver.refusal_of(fault)
        if isinstance(refusal, Refused):
            return refusal
    raise fault


def _usage_error(fault: click.UsageError, *, as_json: bool) -> dict[str, Any]:
    message = fault.format_message()
    if isinstance(fault, NoArgsIsHelpError):
        return {"reason": "wrong_usage", "message": message, "facts": {}}
    if not as_json:
        command = "communetui" if fault.ctx is None else fault.ctx.command_path
        say(filled(PROBLEMS["see_help"](), {"command": f"{command} --help"}))
    return {"reason": "wrong_usage", "message": message, "facts": {}}


def _short(facts: Mapping[str, object]) -> dict[str, Any]:
    return {
        name: value if isinstance(value, (int, list, dict, date)) or value is None else _shortened(str(value))
        for name, value in facts.items()
    }


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST_FACT else f"{text[:LONGEST_FACT]}…"
