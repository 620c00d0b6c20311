"""Sending and fetching everything by whatever way there is: what is there, and what came of each."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from communedb.domain.refusal import Reason, Refused
from communedb.stores.settings import read_setting

if TYPE_CHECKING:
    from communedb.register import Register
    from communedb.sqlite import Database
    from communesync.exchange.folder import ByStick
    from communesync.transports.push import Pushed

LAN, HUB, STICK = "lan", "http", "folder"


class Ways(NamedTuple):
    """The ways that are set up: the shared folder, the hub's address, the folder on a stick that is there now."""

    lan: str
    hub: str
    stick: str
    metered: bool

    @property
    def any(self) -> bool:
        """Whether there is one at all."""
        return bool(self.lan or self.hub or self.stick)


def ways(db: Database) -> Ways:
    """The ways by the station's settings; a stick counts when its folder is there."""
    stick = read_setting(db, "exchange_folder")
    return Ways(
        lan=read_setting(db, "lan_folder"),
        hub=read_setting(db, "hub_address"),
        stick=stick if stick and Path(stick).is_dir() else "",
        metered=read_setting(db, "metered") == "yes",
    )


class Job:
    """An exchange that an officer began: how far it is, and a way to stop it. Read by any thread."""

    def __init__(self) -> None:
        self.way = ""
        self.done = self.total = 0
        self._begun = time.monotonic()
        self._stop = threading.Event()
        self._over = threading.Event()

    def end(self) -> None:
        """It has come to its end, whatever that was."""
        self._over.set()

    def wait(self, seconds: float) -> bool:
        """Wait for its end; whether it came within so many seconds."""
        return self._over.wait(seconds)

    def turn_to(self, way: str) -> None:
        """Begin with the next way."""
        self.way, self.done, self.total = way, 0, 0
        self._begun = time.monotonic()

    def progress(self, done: int, total: int, /) -> None:
        """So many bytes of so many."""
        self.done, self.total = done, total

    @property
    def seconds(self) -> float:
        """Seconds that the present way has taken."""
        return time.monotonic() - self._begun

    def stop(self) -> None:
        """Stop at the next moment at which nothing is half done."""
        self._stop.set()

    def stopped(self) -> bool:
        """Whether it was told to stop."""
        return self._stop.is_set()


@dataclass
class Report:
    """What came of it: by the hub, by a stick, and why a way failed."""

    lan: bool = False
    pushed: Pushed | None = None
    stick: ByStick | None = None
    failed: dict[str, Refused] = field(default_factory=dict)
    stopped: bool = False


def send_everywhere(register: Register, by: Ways, job: Job) -> Report:
    """Exchange by each of these ways; one that fails does not keep the others. From a thread."""
    report = Report(lan=bool(by.lan))
    for way, there in ((HUB, by.hub), (STICK, by.stick)):
        if not there or job.stopped():
            continue
        job.turn_to(way)
        try:
            if way == HUB:
                from communesync.transports.push import push

                report.pushed = push(register, job.progress, job.stopped, rows_only=by.metered)
            else:
                report.stick = exchange_by_stick(register, Path(there), job)
        except Refused as refusal:
            if refusal.reason is not Reason.EXCHANGE_CANCELLED:
                report.failed[way] = refusal
    report.stopped = job.stopped()
    return report


def exchange_by_stick(register: Register, folder: Path, job: Job) -> ByStick:
    """Both ways by a stick; when it returns, the stick may be removed. Refused as `folder.by_stick` refuses."""
    from communesync.exchange.folder import by_stick

    if job.stopped():
        raise Refused(Reason.EXCHANGE_CANCELLED)
    return by_stick(register, folder, progress=job.progress, cancelled=job.stopped)
