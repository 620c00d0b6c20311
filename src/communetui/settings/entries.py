"""What the settings list shows: settings, officers, and days that this office closed or opened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from communedb.domain.codes import DEFAULT_PATTERN
from communedb.stores.calendar import own_days
from communedb.stores.officers import Officer, read_officers
from communedb.stores.settings import OFFICE_CHOICES, OFFICE_DEFAULTS, STATION_CHOICES, STATION_DEFAULTS, read_settings
from communedb.stores.task_rules import read_rules
from communetui.printing.office import office_of
from communetui.strings.charts import charts
from communetui.strings.settings import settings
from communetui.strings.task_values import block_text
from communetui.strings.values import values

if TYPE_CHECKING:
    from communedb.domain.task_rules import TaskRules
    from communedb.sqlite import Database

SWITCHES: Final = {"saturday_morning": ("no", "yes"), **OFFICE_CHOICES, **STATION_CHOICES}
"""Settings with few values: Enter goes to the next one."""

_NOT_SHOWN: Final = frozenset({"pages_checked_on", "last_backup"})


@dataclass(frozen=True)
class Entry:
    """One line: `group` is office, station, officer or day; `key` names what it is about."""

    group: str
    key: str
    label: str
    value: str
    raw: str = ""
    officer: Officer | None = None


def read_entries(db: Database, unit: str) -> list[Entry]:
    """Every line of the settings of a unit as things stand."""
    words, kept, office = settings(), read_settings(db), office_of(db, unit)
    defaults = {
        "code_pattern": DEFAULT_PATTERN,
        "centre_name": office.centre,
        "agency_name": office.agency,
        "print_command": words.system_printer,
    }
    told = kept | _of_tasks(read_rules(db))
    entries = [
        Entry(group, name, words.names[name], _shown(name, told[name], defaults.get(name)), told[name])
        for group, names in (("office", OFFICE_DEFAULTS), ("station", STATION_DEFAULTS))
        for name in names
        if name not in _NOT_SHOWN
    ]
    entries += [_officer(officer) for officer in read_officers(db, active_only=False)]
    for day in own_days(db):
        label = f"{date.fromisoformat(day['day']):%d/%m/%Y}"
        entries.append(Entry("day", day["id"], label, f"{words.day_kinds[day['kind']]}: {day['name']}"))
    return entries


def _of_tasks(rules: TaskRules) -> dict[str, str]:
    """The settings of tasks that hold codes, in words that are understood when they are typed."""
    weekly = rules.cut_offs.weekly
    return {
        "task_blocks": "; ".join(map(block_text, rules.blocks)),
        "task_cut_off_week": f"{charts().weekdays[weekly.day - 1]} {weekly.clock:%H:%M}",
    }


def _officer(officer: Officer) -> Entry:
    roles = ", ".join(values().role[role.value] for role in sorted(officer.roles))
    shown = roles if officer.active else f"{roles} ({settings().disabled})"
    return Entry("officer", officer.id, officer.name, shown, officer=officer)


def _shown(name: str, value: str, default: str | None) -> str:
    """A value in words; where none was set, what the program takes instead."""
    words = settings()
    if value:
        return words.switches.get(f"{name}:{value}", value)
    return words.default.format(value=default) if default else words.empty
