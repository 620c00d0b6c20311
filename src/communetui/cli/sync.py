"""`communetui sync`: the exchange with other stations and with the hub."""

from __future__ import annotations

from communetui.cli.lazy import group

sync = group(
    "sync",
    {
        "status": "communetui.cli.sync_status:status",
        "export": "communetui.cli.sync_move:export_command",
        "import": "communetui.cli.sync_move:import_command",
        "push": "communetui.cli.sync_move:push_command",
        "conflicts": "communetui.cli.sync_conflicts:list_conflicts",
        "resolve": "communetui.cli.sync_conflicts:resolve_one",
        "quarantine": "communetui.cli.sync_quarantine:quarantine_command",
        "enrol": "communetui.cli.sync_enrol:enrol",
    },
)
