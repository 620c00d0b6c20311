"""Quảng Điền with three counters, each with a register and keys of its own, and a hub; they meet only by files."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from tests.centre import CHEAP, PASSPHRASE, DeskClock

from communedb.desk.receive import receive
from communedb.domain.intake import Intake
from communedb.founding import found
from communedb.register import Register
from communesync.exchange.inbox import TakenIn, take_in
from communesync.exchange.outbox import Sending, export
from communesync.keys.enrolment import accept, join, list_in_force, request
from communesync.keys.fingerprint import fingerprint
from communesync.keys.keyring import Keyring
from communesync.keys.members import Member, Role
from communesync.keys.station import ensure_list

if TYPE_CHECKING:
    from pathlib import Path

Templates = dict[str, "tuple[Path, str]"]

ANNOUNCED = Sending(announce=True)
STATIONS = {"counter 2": 2, "counter 3": 3, "hub": 9}


def found_town(founded_centre: tuple[Path, dict[str, str]], top: Path) -> Templates:
    """Counter 1 issues the list that enrols counters 2 and 3; the hub has a list of its own that names only itself."""
    folder, officers = founded_centre
    made = {"counter 1": (top / "counter 1", officers["administrator"])}
    shutil.copytree(folder, top / "counter 1")
    for name, number in STATIONS.items():
        who = found(
            top / name, unit="19867", station=number, officer="Hồ Văn Minh", passphrase=PASSPHRASE, strength=CHEAP,
            now=DeskClock()(),
        )  # fmt: skip
        made[name] = (top / name, who.officer)
    opened = {
        name: Register.open(folder, officer, PASSPHRASE, now=DeskClock()) for name, (folder, officer) in made.items()
    }
    for name, register in opened.items():
        ensure_list(register, Role.HUB if name == "hub" else Role.STATION)
    for name in ("counter 2", "counter 3"):
        enrol(opened["counter 1"], opened[name])
    for register in opened.values():
        register.close()
    return made


def print_of(register: Register) -> str:
    return fingerprint(register.signer.public, register.identity.recipient)


def enrol(issuer: Register, station: Register) -> None:
    """Ask, compare, accept, join."""
    accept(issuer, request(station), print_of(station))
    join(station, list_in_force(issuer.db), print_of(issuer))


class Town:
    """The registers that a test opened, by name."""

    def __init__(self, templates: Templates, top: Path) -> None:
        self.top = top
        self.clock = DeskClock()
        self._templates = templates
        self._open: list[Register] = []

    def open(self, name: str, folder: Path | None = None) -> Register:
        """One of the registers, or a copy of it that lies elsewhere, opened by its administrator."""
        template, officer = self._templates[name]
        place = folder or self.top / name
        if not place.exists():
            shutil.copytree(template, place)
        register = Register.open(place, officer, PASSPHRASE, now=self.clock)
        self._open.append(register)
        return register

    def counters(self, *numbers: int) -> list[Register]:
        """These counters, all with the newest list."""
        first = self.open("counter 1")
        found = {1: first} | {number: self.open(f"counter {number}") for number in numbers if number != 1}
        for register in found.values():
            if register is not first:
                join(register, list_in_force(first.db), print_of(first))
        return [found[number] for number in numbers]

    def hub_for(self, *stations: Register) -> Register:
        """The hub, which these stations trust from now on."""
        hub = self.open("hub")
        for station in stations:
            accept(hub, request(station), print_of(station))
        for station in stations:
            join(station, list_in_force(hub.db), print_of(hub))
        return hub

    def folder(self, name: str) -> Path:
        """An empty folder."""
        made = self.top / "folders" / name
        made.mkdir(parents=True)
        return made

    def close(self) -> None:
        """Close what the test left open."""
        for register in self._open:
            register.close()


def received(register: Register, name: str = "Hồ Thị Sương") -> str:
    """A dossier that was received at this station."""
    applicant = {"name": name, "id_number": "046190011111"}
    return register.write(
        receive, Intake.model_validate({"procedure_code": "1.004873", "applicant": applicant})
    ).dossier


def names(register: Register) -> list[str]:
    """The applicants of all dossiers."""
    found = register.db.conn.execute("SELECT applicant_name FROM dossier ORDER BY applicant_name")
    return [name for (name,) in found]


def member_of(register: Register, other: Register) -> Member:
    """Another station as this one's list has it."""
    member = Keyring.load(register.db).member(other.signer.public)
    assert member is not None
    return member


def send(source: Register, target: Register, folder: Path, how: Sending = ANNOUNCED) -> list[TakenIn]:
    """Everything that the target lacks, by bundles in a folder."""
    written = export(source, member_of(source, target), folder, how)
    return [take_in(target, bundle.path) for bundle in written]
