"""The register's door as the app knows it: who may come in, and one officer's session with an open register."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from communedb.domain.refusal import Refused
from communetui.pile.pile import Pile
from communetui.places import PlaceKeeper, last_places
from communetui.session import OfficerName
from communetui.strings.language import Language, use

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from filelock import BaseFileLock

    from communedb.domain.finding import Finding
    from communedb.domain.officer import Role
    from communedb.reference.units import Unit
    from communedb.register import Clock, Register
    from communetui.exchange.service import ExchangeService
    from communetui.intake.memory import Memory
    from communetui.places import Place
    from communetui.session import Session


_READ_AT_START = 1_000_000_000
"""Bytes of a register whose every page is read in a few seconds: some fifty thousand dossiers."""


class RegisterSession:
    """One officer at work on an open register.

    `read_only` says that another app of this register is open: what it does is seen here, nothing is written. `pile` is
    what the officer has put together to do one thing with; it goes with the session.
    """

    def __init__(self, register: Register, lock: BaseFileLock) -> None:
        self.register = register
        from communedb.reports.today import last_seen

        self.away_since = last_seen(register.db, register.officer.id)
        self.pile = Pile()
        self._lock = lock
        self._places = PlaceKeeper(register)
        self._warnings = register.warnings
        self._units: list[Unit] | None = None

    @property
    def name(self) -> str:
        """The officer's name."""
        return self.register.officer.name

    @property
    def officer(self) -> str:
        """The officer's key."""
        return self.register.officer.id

    @property
    def roles(self) -> frozenset[Role]:
        """What the officer may do."""
        return self.register.officer.roles

    @property
    def read_only(self) -> bool:
        """Whether another app has the register open for writing."""
        return self.register.read_only

    @cached_property
    def memory(self) -> Memory:
        """What the intake form has read; it goes with the session when the officer locks."""
        from communetui.intake.memory import Memory

        return Memory(self)

    def units(self) -> list[Unit]:
        """All units, read when the first address is typed; call it from a thread."""
        if self._units is None:
            from communedb.stores.units import known_units

            self._units = known_units(self.register.db)
        return self._units

    def keep_place(self, places: Sequence[Place]) -> None:
        """Remember where the officer is, without waiting."""
        self._places.keep(places)

    def last_places(self) -> Sequence[Place]:
        """Where the officer was."""
        return last_places(self.register)

    def is_blank(self, code: str) -> bool:
        """Whether a code stands on a handwritten receipt of this station that no dossier has yet."""
        from communedb.stores.reserved import is_unused

        return is_unused(self.register.db, code)

    @cached_property
    def exchange(self) -> ExchangeService:
        """What exchanges with other stations while the officer is in."""
        from communetui.exchange.service import ExchangeService

        return ExchangeService(self.register)

    def fresh_text(self, room: int) -> str:
        """How fresh the other stations are, in at most so many cells; nothing for a station that is alone."""
        service = self.exchange
        if not service.fresh:
            return ""
        from communetui.exchange.fresh import fresh_text

        return fresh_text(service.fresh, self.register.now(), room)

    def take_warnings(self) -> list[Finding]:
        """What is odd about this start; told once."""
        found, self._warnings = self._warnings, []
        return found

    def settle_in(self) -> list[Finding]:
        """Set room aside for a full disk, once a day read every page of the register, begin to exchange; from a thread.

        A finding when a page is damaged.
        """
        self.register.keep_ballast()
        found = self._check_pages()
        self.exchange.start()
        return found

    def _check_pages(self) -> list[Finding]:
        from communedb.domain.moment import local
        from communedb.layout import database
        from communedb.stores.settings import read_setting

        db = self.register.db
        if read_setting(db, "pages_checked_on") == local(self.register.now()).date().isoformat():
            return []
        # A register that takes minutes to read is left to the command `check`: the desk must stay quick meanwhile.
        if database(self.register.folder).stat().st_size > _READ_AT_START:
            return []
        # The pages are read from the file itself: while another process holds the log, they wait for another start.
        if not self.register.fold():
            return []
        from communedb.desk.office import note_checked
        from communedb.domain.finding import Finding, FindingCode
        from communedb.reports.integrity import damaged_pages

        faults = damaged_pages(db)
        if faults:
            return [Finding(code=FindingCode.PAGES_DAMAGED, facts={"count": str(len(faults))})]
        self.register.write(note_checked)
        return []

    def close(self) -> None:
        """Note until when the officer saw what happened, close the register and let another app write."""
        from communedb.desk.place import leave_desk

        self._places.end()
        self.exchange.stop()
        try:
            if not self.read_only:
                self.register.write(leave_desk)
        except Refused:
            # A full disk or a disabled officer must not keep anybody from locking the screen.
            pass
        finally:
            self.register.close()
            self._lock.release()


class RegisterDoor:
    """The way into the register of one folder; loads nothing heavy before somebody unlocks. `now` is the PC's clock."""

    def __init__(self, folder: Path, now: Clock | None = None, *, language_chosen: bool = True) -> None:
        self._folder = folder
        self._language_chosen = language_chosen
        self._now = now

    def officers(self) -> Sequence[OfficerName]:
        """Officers who have a key, in the order of entry."""
        from communedb.keys import KeyFile

        return [OfficerName(owner.id, owner.name) for owner in KeyFile.load(self._folder).officers() if owner.active]

    def open_session(self, officer_id: str, passphrase: str) -> Session:
        """Open the register; only for reading while another app has it open. Refused says why not."""
        from filelock import FileLock, Timeout

        from communedb import layout
        from communedb.register import Register, wall_clock
        from communedb.stores.settings import read_setting

        # Taken and given back by whichever thread is free: a lock kept per thread would never be given back.
        lock = FileLock(layout.app_lock(self._folder), thread_local=False)
        read_only = False
        try:
            lock.acquire(timeout=0)
        except Timeout:
            read_only = True
        try:
            now = self._now or wall_clock
            register = Register.open(self._folder, officer_id, passphrase, now=now, read_only=read_only)
            try:
                if not self._language_chosen:
                    use(Language(read_setting(register.db, "language")))
                return RegisterSession(register, lock)
            except BaseException:
                register.close()
                raise
        except BaseException:
            lock.release()
            raise

    def is_code(self, text: str) -> bool:
        """Whether a scanned text may be a dossier code."""
        from communedb.domain.codes import looks_like_code

        return looks_like_code(text)
