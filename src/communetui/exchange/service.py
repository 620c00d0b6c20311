"""What exchanges by itself while an officer is in: over the centre's shared folder, and with the hub.

Nothing of it is loaded, and no thread begun, before a way is set up.
"""

from __future__ import annotations

import threading
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from communedb.domain.refusal import Refused
from communedb.stores.settings import read_setting
from communetui.exchange.sending import LAN, Job

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from communedb.register import Register
    from communesync.exchange.freshness import Fresh
    from communesync.exchange.lan import Turn
    from communesync.exchange.lan_loop import LanLoop
    from communesync.exchange.statement import Statement
    from communesync.transports.background import BackgroundPush
    from communesync.transports.push import Pushed

SETTINGS = frozenset({"lan_folder", "hub_address", "hub_proxy", "hub_ca_file", "send_in_background"})
"""The settings after whose change it begins anew."""


LAN_POLL = 2.0
"""Seconds between two looks into the shared folder: rows are everywhere within ten."""

_PATIENCE = 5.0
"""Seconds that a stopped job is waited for: it stops between two pieces, and what is cut off goes on another time."""


class ExchangeService:
    """The threads of the exchange, what they last said, and the job that the officer began.

    `listen` names who is told, in whatever thread, when something came: rows (True), or only news of others (False).
    """

    def __init__(self, register: Register) -> None:
        self.job: Job | None = None
        self.fresh: list[Fresh] = []
        self.faults: dict[str, Refused] = {}
        self._register = register
        self._told: Callable[[bool], object] = lambda _: None
        self._guard = threading.Lock()
        self._lan: LanLoop | None = None
        self._push: BackgroundPush | None = None
        self._ended = False

    def listen(self, told: Callable[[bool], object]) -> None:
        """Tell this one from now on."""
        self._told = told

    @property
    def heard(self) -> Mapping[str, Statement]:
        """What others say of themselves over the shared folder."""
        lan = self._lan
        return lan.heard if lan is not None else {}

    def start(self) -> None:
        """Begin what the settings ask for, after ending what was; from a thread."""
        with self._guard:
            if self._ended:
                return
            self._end_threads()
            if not self._register.read_only:
                self._retry()
                self._begin_threads()
        self.look()

    def look(self) -> None:
        """Read how fresh the other stations are; from a thread."""
        db = self._register.db
        known = db.conn.execute("SELECT 1 FROM peer LIMIT 1").fetchone()
        if known is None and self._lan is None:
            return
        from communesync.exchange.freshness import freshness
        from communesync.keys.keyring import Keyring

        self.fresh = freshness(db, Keyring.load(db), self.heard)

    def stop(self) -> None:
        """End everything, before the register is closed; from a thread."""
        if self.job is not None:
            self.job.stop()
            self.job.wait(_PATIENCE)
        with self._guard:
            self._ended = True
            self._end_threads()

    def wake(self) -> None:
        """Look into the shared folder now."""
        lan = self._lan
        if lan is not None:
            lan.wake()

    def _retry(self) -> None:
        """What is in quarantine may go in after an upgrade of the program."""
        if self._register.db.conn.execute("SELECT 1 FROM quarantine LIMIT 1").fetchone():
            from communesync.exchange.inbox import retry

            # A full disk is told when something is written.
            with suppress(Refused):
                retry(self._register)

    def _begin_threads(self) -> None:
        db = self._register.db
        share = read_setting(db, "lan_folder")
        if share:
            from communesync.exchange.lan_loop import LanLoop

            self._lan = LanLoop(self._register, Path(share), self._lan_told, poll=LAN_POLL)
            self._lan.start()
        if read_setting(db, "hub_address") and read_setting(db, "send_in_background") == "yes":
            from communesync.transports.background import BackgroundPush

            self._push = BackgroundPush(self._register, self._push_told)
            self._push.start()

    def _end_threads(self) -> None:
        lan, push = self._lan, self._push
        self._lan = self._push = None
        self.faults.clear()
        if lan is not None:
            lan.stop()
        if push is not None:
            push.stop()

    def _lan_told(self, turn: Turn | None) -> None:
        lan = self._lan
        if lan is None:
            return
        if lan.fault is None:
            self.faults.pop(LAN, None)
        else:
            self.faults[LAN] = lan.fault
        self._tell(turn is not None and bool(turn.lines or turn.files or turn.new_list))

    def _push_told(self, done: Pushed | Refused) -> None:
        if isinstance(done, Refused):
            self.faults["http"] = done
            self._tell(rows=False)
        else:
            self.faults.pop("http", None)
            self._tell(rows=any(taken.is_news for taken in done.taken))

    def _tell(self, rows: bool) -> None:
        try:
            self.look()
        except Refused:
            # The register is being closed.
            return
        self._told(rows)
