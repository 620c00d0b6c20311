"""Settings: of the office (they travel) and of this station alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from uuid import UUID, uuid5

from communedb.domain.refusal import Reason, Refused
from communedb.domain.task_settings import TASK_DEFAULTS

if TYPE_CHECKING:
    from communedb.sqlite import Database

_NAMESPACE: Final = UUID("b7b1f4b6-3f0e-5c55-9a53-0d3c1f7a9e21")

OFFICE_DEFAULTS: dict[str, str] = {
    "code_pattern": "",
    "sessions": "07:30-11:30,13:30-17:30",
    "saturday_morning": "no",
    "waiting_counts_as": "in_progress",
    "indicators_766": "",
    "centre_name": "",
    "agency_name": "",
    "centre_address": "",
    "centre_phone": "",
    **TASK_DEFAULTS,
}
"""What an office decides for all its stations; an empty text means the program's own default."""

STATION_DEFAULTS: dict[str, str] = {
    "language": "vi",
    "print_command": "",
    "paper_size": "a5",
    "printer_01": "page",
    "printer_02": "page",
    "printer_03": "page",
    "printer_04": "page",
    "printer_other": "page",
    "thermal_printer": "",
    "dot_matrix_printer": "",
    "scan_folder": "",
    "pages_checked_on": "",
    "backup_folder": "",
    "last_backup": "",
    "exchange_folder": "",
    "lan_folder": "",
    "hub_address": "",
    "hub_proxy": "",
    "hub_ca_file": "",
    "send_in_background": "no",
    "metered": "no",
}
"""What concerns one PC: its printers, its scanner, its language, its ways to the others."""

OFFICE_CHOICES: dict[str, tuple[str, ...]] = {
    "waiting_counts_as": ("in_progress", "resolved"),
}
"""The office's settings that have few values, with all of them."""

_PRINTERS = ("page", "thermal", "dot_matrix")
STATION_CHOICES: dict[str, tuple[str, ...]] = {
    "language": ("vi", "en"),
    "paper_size": ("a5", "a4"),
    "send_in_background": ("yes", "no"),
    "metered": ("yes", "no"),
    **{name: _PRINTERS for name in STATION_DEFAULTS if name.startswith("printer_")},
}
"""The station's settings that have few values, with all of them."""


def setting_id(scope: str, name: str) -> str:
    """The key of an office's setting, the same on every station."""
    return str(uuid5(_NAMESPACE, f"{scope}\n{name}"))


def read_setting(db: Database, name: str) -> str:
    """An office setting or a station setting, or its default."""
    if name in STATION_DEFAULTS:
        found = db.conn.execute("SELECT value FROM station_setting WHERE name = ?", (name,)).fetchone()
        return found[0] if found else STATION_DEFAULTS[name]
    if name not in OFFICE_DEFAULTS:
        raise Refused(Reason.UNKNOWN_SETTING, name=name)
    found = db.conn.execute(
        "SELECT value FROM setting WHERE name = ? AND scope = (SELECT unit FROM installation)", (name,)
    ).fetchone()
    return found[0] if found and found[0] is not None else OFFICE_DEFAULTS[name]


def read_settings(db: Database) -> dict[str, str]:
    """Every setting with its present value."""
    return {name: read_setting(db, name) for name in (*OFFICE_DEFAULTS, *STATION_DEFAULTS)}
