"""What an office decides about its tasks: blocks, units, when a task turns red, reminders, cut-offs of reports."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from communedb.domain.refusal import Reason, Refused
from communedb.domain.task import BLOCKS, block_of
from communedb.domain.task_period import CutOffs, parse_monthly, parse_weekly
from communedb.domain.task_settings import TASK_DEFAULTS
from communedb.domain.task_status import AlertRule
from communedb.domain.text import clean, fold

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class TaskRules:
    """The settings of tasks, read.

    `blocks` are codes of `BLOCKS` or an office's own names, `units` its departments; `reminders` and
    `report_reminders` are days before a due date and before a cut-off, the longest first.
    """

    blocks: tuple[str, ...] = BLOCKS
    units: tuple[str, ...] = ()
    alert: AlertRule = field(default_factory=AlertRule)
    reminders: tuple[int, ...] = (7, 3, 1)
    report_reminders: tuple[int, ...] = (3, 1)
    cut_offs: CutOffs = field(default_factory=CutOffs)


def rules_of(settings: Mapping[str, str]) -> TaskRules:
    """The rules that these settings state; what is not among them has its default. Refused: SETTING_NOT_ACCEPTED."""
    told = {**TASK_DEFAULTS, **{name: value for name, value in settings.items() if value.strip()}}
    return TaskRules(
        blocks=tuple(dict.fromkeys(map(block_of, _listed("task_blocks", told)))),
        units=_listed("task_units", told),
        alert=AlertRule(_number("task_red_gap", told, 100), _number("task_red_days", told, 365)),
        reminders=_days("task_reminders", told),
        report_reminders=_days("task_report_reminders", told),
        cut_offs=CutOffs(parse_weekly(told["task_cut_off_week"]), parse_monthly(told["task_cut_off_month"])),
    )


def check_rule(name: str, value: str) -> None:
    """Refuse a setting of tasks that makes no sense; an empty one means the default. Refused: SETTING_NOT_ACCEPTED."""
    if name in TASK_DEFAULTS:
        rules_of({name: value})


def _listed(name: str, told: Mapping[str, str]) -> tuple[str, ...]:
    names = [clean(part, 120) for part in told[name].split(";")]
    kept = {fold(one): one for one in names if one}
    if not kept:
        raise Refused(Reason.SETTING_NOT_ACCEPTED, name=name, value=told[name])
    return tuple(kept.values())


def _number(name: str, told: Mapping[str, str], most: int) -> int:
    text = told[name].strip()
    if not (text.isascii() and text.isdecimal() and int(text) <= most):
        raise Refused(Reason.SETTING_NOT_ACCEPTED, name=name, value=told[name])
    return int(text)


def _days(name: str, told: Mapping[str, str]) -> tuple[int, ...]:
    parts = [part.strip() for part in told[name].split(",")]
    if not all(part.isascii() and part.isdecimal() and int(part) <= 365 for part in parts):
        raise Refused(Reason.SETTING_NOT_ACCEPTED, name=name, value=told[name])
    return tuple(sorted({int(part) for part in parts if int(part)}, reverse=True))
