"""What a hub takes in: days of several communes, one bundle after the other, each kept and merged."""

from __future__ import annotations

import shutil
import time
from typing import TYPE_CHECKING

from benchmarks.bars import Line, Section
from benchmarks.exchange_stations import (
    change_dossiers,
    drawn,
    enrol,
    found_station,
    installed_in,
    open_station,
    write_dossiers,
)
from benchmarks.million import BUILD
from communedb.founding import HUB_STATION
from communesync.exchange.outbox import Sending, export
from communesync.hub.logs import Log
from communesync.hub.service import Hub

if TYPE_CHECKING:
    from pathlib import Path

    from communedb.register import Register

_PROVINCE = "46"
_COMMUNES = ("19867", "19864", "20023", "19960")
_DAYS, _RECEIVED, _CHANGED = 6, 40, 120


def measure() -> Section:
    """A hub that begins empty."""
    folder = (BUILD / "exchange-hub").absolute()
    shutil.rmtree(folder, ignore_errors=True)
    with installed_in(folder / "state"):
        hub_officer = found_station(folder / "hub", HUB_STATION, _PROVINCE)
        officers = {unit: found_station(folder / unit, 1, unit) for unit in _COMMUNES}
        with open_station(folder / "hub", hub_officer) as register:
            bundles = [path for unit, who in officers.items() for path in _days_of(folder, unit, who, register)]
            lines = _lines(register)
            with Hub(register, Log(lambda _: None)) as hub:
                spent, start = time.process_time(), time.perf_counter()
                for path in bundles:
                    taken = hub.bring(path)
                    if taken.refused is not None:
                        raise SystemExit(f"the hub refused a bundle: {taken.refused}")
                seconds, spent = time.perf_counter() - start, time.process_time() - spent
            lines = _lines(register) - lines
    shutil.rmtree(folder)
    return Section(
        f"The hub takes in {len(bundles)} days of {len(_COMMUNES)} communes, {lines:,} lines",
        [
            Line("bundles a second", len(bundles) / seconds, "bundles/s", note="kept, merged and derived"),
            Line("rows a second", lines / seconds, "rows/s"),
            Line("a bundle, CPU", spent / len(bundles) * 1_000, "ms"),
        ],
    )


def _days_of(folder: Path, unit: str, officer: str, hub: Register) -> list[Path]:
    """The bundles of some days of one commune, each with what the last ones had not."""
    found: list[Path] = []
    with open_station(folder / unit, officer) as register:
        enrol(hub, register)
        fresh = drawn(register.db, officer, range(_DAYS * _RECEIVED))
        there: set[str] = set()
        for day in range(_DAYS):
            write_dossiers(register, fresh[day * _RECEIVED : (day + 1) * _RECEIVED])
            keys = [dossier.row[0] for dossier in fresh[: (day + 1) * _RECEIVED]]
            change_dossiers(register, (keys * 4)[day : day + _CHANGED])
            written = export(register, None, folder, Sending(there=there))
            there |= {digest for (digest,) in register.db.conn.execute("SELECT digest FROM journal_segment")}
            found += [bundle.path for bundle in written]
    return found


def _lines(register: Register) -> int:
    (count,) = register.db.conn.execute("SELECT count(*) FROM journal_line").fetchone()
    return int(count)
