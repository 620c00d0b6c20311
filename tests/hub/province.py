"""Huế with a hub and stations of two communes, each with a register and keys of its own, and the hub really served."""

from __future__ import annotations

import json
import shutil
import threading
import time
from typing import TYPE_CHECKING, Any

from tests.centre import CHEAP, PASSPHRASE, DeskClock

from communedb.desk.office import set_setting
from communedb.desk.receive import receive
from communedb.domain.intake import Intake
from communedb.domain.officer import Role as OfficerRole
from communedb.founding import HUB_STATION, found
from communedb.register import Register
from communedb.stores.settings import read_setting
from communesync.hub.logs import Log
from communesync.hub.serve import Place, Served
from communesync.keys.enrolment import accept, join, list_in_force, request
from communesync.keys.fingerprint import fingerprint
from communesync.keys.keyring import Keyring
from communesync.keys.members import Member, Role
from communesync.keys.station import ensure_list
from communesync.transports.connection import Line
from communesync.transports.http import HubClient, never
from communesync.transports.push import Pushed, push

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from communesync.hub.visitors import Rates

QUANG_DIEN, PHONG_THAI = "19867", "19864"
HUE = "46"
PLACES = {"hub": (HUE, HUB_STATION), "qd1": (QUANG_DIEN, 1), "qd2": (QUANG_DIEN, 2), "pt1": (PHONG_THAI, 1)}

Templates = dict[str, "tuple[Path, str]"]


def found_province(top: Path) -> Templates:
    """Four registers: the hub's list names everybody, and everybody trusts it."""
    made: Templates = {}
    for name, (unit, station) in PLACES.items():
        who = found(
            top / name, unit=unit, station=station, officer="Trần Thị Bình", roles=frozenset(OfficerRole),
            passphrase=PASSPHRASE, strength=CHEAP, now=DeskClock()(),
        )  # fmt: skip
        made[name] = (top / name, who.officer)
    opened = {name: Register.open(folder, who, PASSPHRASE, now=DeskClock()) for name, (folder, who) in made.items()}
    hub = opened.pop("hub")
    ensure_list(hub, Role.HUB)
    for station in opened.values():
        ensure_list(station)
        accept(hub, request(station), print_of(station))
    for station in opened.values():
        join(station, list_in_force(hub.db), print_of(hub))
    for register in (hub, *opened.values()):
        register.close()
    return made


def print_of(register: Register) -> str:
    return fingerprint(register.signer.public, register.identity.recipient)


class Province:
    """What a test opened and served."""

    def __init__(self, templates: Templates, top: Path) -> None:
        self.top = top
        self.clock = DeskClock()
        self.logged: list[dict[str, Any]] = []
        self._templates = templates
        self._open: list[Register] = []
        self._served: list[tuple[Served, threading.Thread]] = []

    def open(self, name: str, folder: Path | None = None) -> Register:
        """A register, opened by its administrator."""
        template, officer = self._templates[name]
        place = folder or self.top / name
        if not place.exists():
            shutil.copytree(template, place)
        register = Register.open(place, officer, PASSPHRASE, now=self.clock)
        self._open.append(register)
        return register

    def serve(self, hub: Register, rates: Rates | None = None) -> Served:
        """The hub on free ports of this machine, answering."""
        log = Log(lambda line: self.logged.append(json.loads(line)))
        served = Served(hub, Place(port=0, metrics_port=0), log, rates)
        thread = threading.Thread(target=served.run, name="hub")
        thread.start()
        self._served.append((served, thread))
        until(lambda: served.is_running)
        return served

    def stop(self) -> None:
        """Stop what is served."""
        while self._served:
            served, thread = self._served.pop()
            served.stop()
            thread.join()

    def close(self) -> None:
        """Stop and close everything."""
        self.stop()
        for register in self._open:
            register.close()


def until(true: Callable[[], bool], seconds: float = 10.0) -> None:
    """Wait for it, not longer than so."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "waited too long"
        time.sleep(0.01)


def client(register: Register, address: str, cancelled: Callable[[], bool] = never) -> HubClient:
    """The station's client, which does not wait between attempts."""
    return HubClient(Line(address), lambda: register.signer, cancelled, sleep=lambda _: None)


def push_to(register: Register, address: str, **more: Any) -> Pushed:
    """One exchange with the hub at an address."""
    if read_setting(register.db, "hub_address") != address:
        register.write(set_setting, "hub_address", address)
    return push(register, client=client(register, address, more.get("cancelled", never)), **more)


def received(register: Register, name: str = "Hồ Thị Sương") -> str:
    """A dossier that was received at this station."""
    applicant = {"name": name, "id_number": "046190011111"}
    intake = Intake.model_validate({"procedure_code": "1.004873", "applicant": applicant})
    return register.write(receive, intake).dossier


def names(register: Register) -> list[str]:
    """The applicants of all dossiers."""
    found = register.db.conn.execute("SELECT applicant_name FROM dossier ORDER BY applicant_name")
    return [name for (name,) in found]


def member_of(hub: Register, station: Register) -> Member:
    """A station as the hub's list has it."""
    member = Keyring.load(hub.db).member(station.signer.public)
    assert member is not None
    return member
