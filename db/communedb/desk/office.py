"""What an administrator decides: settings and closed days; and what an officer keeps for himself: filters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from communedb.domain.calendar import DayKind
from communedb.domain.codes import CodePattern
from communedb.domain.officer import Role
from communedb.domain.refusal import Reason, Refused
from communedb.domain.text import clean
from communedb.reports.affected import affected_by
from communedb.stores.calendar import read_calendar
from communedb.stores.settings import OFFICE_CHOICES, OFFICE_DEFAULTS, STATION_CHOICES, STATION_DEFAULTS, setting_id
from communedb.transaction import as_json, new_id

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from communedb.transaction import Write

_ADMINISTRATOR = frozenset({Role.ADMINISTRATOR})


def set_setting(tx: Write, name: str, value: str) -> None:
    """Change one setting of the office or of this station; Refused when the value makes no sense.

    A language belongs to whoever sits at the PC; every other setting is the administrator's.
    """
    if name != "language":
        tx.require(_ADMINISTRATOR)
    text = setting_value(tx, name, value)
    if name in STATION_DEFAULTS:
        _set_for_station(tx, name, text)
        return
    # One row for a name at every station, so that two who set it at once are a conflict and not two rows.
    key = setting_id(tx.scope, name)
    if tx.db.conn.execute("SELECT 1 FROM setting WHERE id = ?", (key,)).fetchone():
        tx.update("setting", key, {"value": text})
    else:
        tx.insert("setting", {"id": key, "scope": tx.scope, "name": name, "value": text})
    check_setting(tx, name, text)


def setting_value(tx: Write, name: str, value: str) -> str:
    """A value as a setting keeps it. Refused: SETTING_NOT_ACCEPTED, UNKNOWN_SETTING, those of the pattern of codes."""
    text = clean(value, 500)
    if text not in {**OFFICE_CHOICES, **STATION_CHOICES}.get(name, (text,)):
        raise Refused(Reason.SETTING_NOT_ACCEPTED, name=name, value=text)
    if name not in STATION_DEFAULTS and name not in OFFICE_DEFAULTS:
        raise Refused(Reason.UNKNOWN_SETTING, name=name)
    if name.startswith("task_"):
        # Loaded for the first of them: this module is there at every start.
        from communedb.domain.task_rules import check_rule

        check_rule(name, text)
    if name == "indicators_766":
        from communedb.reference.indicators import index_with

        index_with(text)
    if name == "code_pattern" and text:
        CodePattern.parse(text).format(unit=tx.by.unit, station=tx.by.station_number, day=tx.today, counter=1)
    return text


def check_setting(tx: Write, name: str, value: str) -> None:
    """Refuse a setting, once it is written, with which nothing can be reckoned any more."""
    if name in {"sessions", "saturday_morning"}:
        _check_calendar(tx, name, value)


def note_checked(tx: Write) -> None:
    """Remember that this station's pages were found whole today."""
    _set_for_station(tx, "pages_checked_on", tx.today.isoformat())


def note_stick(tx: Write, folder: str) -> None:
    """Remember the folder of the stick that was last exchanged with at this station: it is offered the next time."""
    _set_for_station(tx, "exchange_folder", clean(folder, 500))


def _set_for_station(tx: Write, name: str, value: str) -> None:
    tx.db.conn.execute(
        "INSERT INTO station_setting (name, value) VALUES (?, ?)"
        " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (name, value),
    )


@dataclass(frozen=True)
class DayChanged:
    """What became of a day: the key of the entry, and how many promises the calendar would now give another day."""

    entry: str
    affected: int


def close_day(tx: Write, day: date, name: str, kind: DayKind = DayKind.CLOSED) -> DayChanged:
    """Close a day for this office (flood, storm), or enter a make-up day or a holiday that was announced.

    Promises stay as they were made; `reports.affected` lists those that the change touches.
    """
    tx.require(_ADMINISTRATOR)
    if not name.strip():
        raise Refused(Reason.REASON_MISSING)
    key, before = new_id(), read_calendar(tx.db)
    tx.insert(
        "calendar_day",
        {
            "id": key,
            "scope": tx.scope,
            "day": day.isoformat(),
            "kind": kind.value,
            "name": clean(name, 200),
            "announced": 1,
            "source": tx.by.officer_name,
            "active": 1,
        },
    )
    return DayChanged(key, len(affected_by(tx.db, before, read_calendar(tx.db))))


def reopen_day(tx: Write, key: str) -> DayChanged:
    """Take an own entry of the calendar back; promises stay here, too."""
    tx.require(_ADMINISTRATOR)
    before = read_calendar(tx.db)
    tx.update("calendar_day", key, {"active": 0})
    return DayChanged(key, len(affected_by(tx.db, before, read_calendar(tx.db))))


def save_filter(tx: Write, name: str, body: Mapping[str, Any]) -> None:
    """Keep a filter of the dossier list under a name, for this officer."""
    label = clean(name, 60)
    if not label:
        raise Refused(Reason.FILTER_NAME_MISSING)
    tx.db.conn.execute(
        "INSERT INTO saved_filter (officer, name, body) VALUES (?, ?, ?)"
        " ON CONFLICT (officer, name) DO UPDATE SET body = excluded.body",
        (tx.by.officer, label, as_json(dict(body))),
    )


def drop_filter(tx: Write, name: str) -> None:
    """Forget a saved filter."""
    tx.db.conn.execute("DELETE FROM saved_filter WHERE officer = ? AND name = ?", (tx.by.officer, name))


def note_seen(tx: Write) -> None:
    """Remember until when this officer has seen what happened: Home tells what changed since."""
    tx.db.conn.execute(
        "INSERT INTO last_seen (officer, at) VALUES (?, ?) ON CONFLICT (officer) DO UPDATE SET at = excluded.at",
        (tx.by.officer, tx.stamp()),
    )


def _check_calendar(tx: Write, name: str, value: str) -> None:
    """The sessions as written must make a calendar with work in it; else the transaction is undone."""
    try:
        calendar = read_calendar(tx.db)
        calendar.next_working_day(tx.today)
    except (ValueError, Refused) as error:
        raise Refused(Reason.SETTING_NOT_ACCEPTED, name=name, value=value) from error
