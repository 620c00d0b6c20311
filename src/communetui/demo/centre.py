"""The sample centre of Quảng Điền: made once, aside, and put in place when it is whole; then found again."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from communedb import layout
from communedb.desk.officers import add_officer
from communedb.domain.moment import local
from communedb.domain.refusal import Reason, Refused
from communedb.files.atomic import make_folder, write_faults_refused
from communedb.founding import found
from communedb.keys import STANDARD, KeyFile
from communedb.register import Register
from communedb.stores.procedures import procedures_on
from communetui.demo.cases import Desk
from communetui.demo.history import SetClock, write_history
from communetui.demo.officers import OFFICERS, PASSPHRASE
from communetui.demo.other_work import OtherWork
from communetui.demo.people import UNIT
from communetui.demo.plans import YEAR, make_plans, working_days

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from communedb.domain.calendar import WorkCalendar
    from communedb.keys import Strength
    from communedb.transaction import Writing

STATION: Final = 1
DOSSIERS: Final = 3_000
SEED: Final = "Quảng Điền"
_ASIDE: Final = "demo-unfinished"


@dataclass(frozen=True, slots=True)
class Centre:
    """Where the sample centre is, its officers' keys by post, and whether it was made just now."""

    folder: Path
    officers: dict[str, str]
    made: bool


def prepare_centre(
    folder: Path,
    *,
    dossiers: int = DOSSIERS,
    until: Callable[[WorkCalendar], datetime] = lambda _: datetime.now(UTC),
    progress: Callable[[int, datetime], None] = lambda _received, _until: None,
    strength: Strength = STANDARD,
    seed: str = SEED,
) -> Centre:
    """The sample centre in this folder, made if there is none yet.

    `until` says, knowing the calendar, up to when its history goes. Refused: REGISTER_EXISTS when the folder holds a
    register that is no sample centre, and the faults of disk and folder.
    """
    if layout.database(folder).exists():
        return Centre(folder, _officers_of(folder), made=False)
    aside = folder / _ASIDE
    make_folder(folder)
    _remove(aside)
    try:
        officers = _make(aside, dossiers, until, progress, strength, seed)
        with write_faults_refused(folder):
            # Last: a register counts as made once somebody can open it.
            for part in sorted(aside.iterdir(), key=lambda path: path.name.startswith("keys")):
                part.replace(folder / part.name)
    finally:
        _remove(aside)
    return Centre(folder, officers, made=True)


def _officers_of(folder: Path) -> dict[str, str]:
    """The officers' keys by post, if they are those of the sample centre and its passphrase opens it."""
    keys = KeyFile.load(folder)
    known = {owner.name: owner.id for owner in keys.officers() if owner.active}
    if not {officer.name for officer in OFFICERS} <= known.keys():
        raise Refused(Reason.REGISTER_EXISTS, folder=str(folder))
    officers = {officer.post: known[officer.name] for officer in OFFICERS}
    try:
        keys.open(officers["administrator"], PASSPHRASE)
    except Refused as refusal:
        if refusal.reason is not Reason.WRONG_PASSPHRASE:
            raise
        raise Refused(Reason.REGISTER_EXISTS, folder=str(folder)) from refusal
    return officers


def _make(
    aside: Path,
    dossiers: int,
    until: Callable[[WorkCalendar], datetime],
    progress: Callable[[int, datetime], None],
    strength: Strength,
    seed: str,
) -> dict[str, str]:
    first = OFFICERS[0]
    clock = SetClock(datetime.now(UTC) - YEAR - timedelta(days=30))
    made = found(
        aside, unit=UNIT, station=STATION, officer=first.name, passphrase=PASSPHRASE, strength=strength, now=clock()
    )
    officers = {first.post: made.officer}
    with Register.open(aside, made.officer, PASSPHRASE, now=clock) as register:
        for officer in OFFICERS[1:]:
            officers[officer.post] = register.write(
                add_officer, aside, register.data_key,
                name=officer.name, roles=frozenset({officer.role}), passphrase=PASSPHRASE, strength=strength,
            )  # fmt: skip
        calendar = register.calendar()
        end = until(calendar)
        catalogue = {p.code: p for p in procedures_on(register.db, local(end).date())}
        plans = make_plans(seed, dossiers, calendar, end, catalogue)
        desk = Desk(calendar, _hands(register.by, officers))
        others = OtherWork(desk, working_days(calendar, local(end))).lives()
        write_history(register, clock, plans, desk, end, progress, others)
    return officers


def _hands(administrator: Writing, officers: dict[str, str]) -> dict[str, Writing]:
    return {
        officer.post: replace(
            administrator,
            officer=officers[officer.post],
            officer_name=officer.name,
            roles=frozenset({officer.role}),
        )
        for officer in OFFICERS
    }


def _remove(aside: Path) -> None:
    if aside.exists():
        shutil.rmtree(aside)
