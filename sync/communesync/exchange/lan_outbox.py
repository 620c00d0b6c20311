"""What a station writes into the shared folder: its own lines at once, others' when it is its turn to relay them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from communedb.journal.held import lacking
from communedb.journal.installation import replica_of
from communesync.exchange.bundles import Way
from communesync.exchange.folder import parts_there, remove_served, segments_there
from communesync.exchange.outbox import Sending, export
from communesync.exchange.plan import Plan, attachments_in, planned
from communesync.exchange.present import Labels, bundles_in
from communesync.exchange.readback import let_others_read
from communesync.exchange.share import place_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from communedb.register import Register
    from communesync.bundle.label import Label
    from communesync.exchange.statement import Statement
    from communesync.keys.keyring import Keyring
    from communesync.keys.members import Member

MANY: Final = 100
"""Own bundles beyond which they are written anew as few large ones."""

LOOK_AGAIN: Final = 3_600.0
"""Seconds after which the bundles in the share are read once more."""


class LanOutbox:
    """Remembers which bundles lie in the share and how long something has waited to be relayed."""

    def __init__(self, register: Register, seconds: Callable[[], float], patience: float) -> None:
        self._register = register
        self._seconds = seconds
        self._patience = patience
        self._labels = Labels()
        self._since: dict[str, float] = {}
        self._seen: object = None
        self._looked: float | None = None

    def send(
        self, keyring: Keyring, place: Path, live: Sequence[Member], said: Mapping[str, Statement], version: int
    ) -> int:
        """Write what the live stations lack, by what their beacons say, and is not in the share; bundles written."""
        there = self._in_share(place, live)
        self._look_afresh(place)
        state = (version, frozenset(there), tuple(said[member.key] for member in live))
        if not live or (state == self._seen and not self._since):
            return 0
        todo = planned(self._register, live, said=said)
        labels = {path: label for path in there if (label := self._labels.of(path)) is not None}
        own = {path: label for path, label in labels.items() if path.parent == place}
        for path in there - labels.keys():
            if path.parent == place:
                # It went bad in the share: what it held is written anew.
                path.unlink(missing_ok=True)
        written = self._write(keyring, place, live, said, todo, labels, own)
        remove_served(self._register, own, todo)
        self._labels.forget_all_but(there | set(written))
        self._seen = None if written else state
        return len(written)

    def _write(
        self,
        keyring: Keyring,
        place: Path,
        live: Sequence[Member],
        said: Mapping[str, Statement],
        todo: Plan,
        labels: Mapping[Path, Label],
        own: dict[Path, Label],
    ) -> list[Path]:
        crowded = len(own) > MANY
        lying = {path: label for path, label in labels.items() if not (crowded and path in own)}
        there = segments_there(keyring, lying.values())
        lying_parts = parts_there(self._register, () if crowded else own)
        not_yet = self._not_yet(keyring, live, said, todo, there)
        there |= not_yet
        for file in todo.files:
            if file.digest in not_yet:
                lying_parts.setdefault(file.digest, []).append((0, file.size))
        how = Sending(way=Way.LAN, said=said, there=there, parts_there=lying_parts, to=live)
        written = export(self._register, None, place, how)
        for one in written:
            let_others_read(one.path)
        if crowded:
            for path in own:
                path.unlink(missing_ok=True)
        return [one.path for one in written]

    def _not_yet(
        self, keyring: Keyring, live: Sequence[Member], said: Mapping[str, Statement], todo: Plan, there: set[str]
    ) -> set[str]:
        """What another station has too, and may send first: each waits its turn, by the order of their keys."""
        db = self._register.db
        replica, me = replica_of(db), self._register.signer.public
        rank = sorted([me, *(member.key for member in live)]).index(me)
        turn = self._patience * (1 + rank)
        lacks = [
            {ref.digest for ref in lacking(db, said[member.key].vector, [ref.scope for ref in todo.refs])}
            for member in live
        ]
        sole = set.intersection(*lacks) if lacks else set()
        relayed = {ref.digest for ref in todo.refs if ref.replica != replica and ref.digest not in sole | there}
        at_once = attachments_in(db, [ref for ref in todo.refs if ref.replica == replica or ref.digest in sole])
        relayed |= {file.digest for file in todo.files} - at_once.keys()
        now = self._seconds()
        self._since = {digest: self._since.get(digest, now) for digest in relayed}
        return {digest for digest, since in self._since.items() if now - since < turn}

    def _look_afresh(self, place: Path) -> None:
        """Now and then every bundle is read again: a disk of the share may have lost one."""
        now = self._seconds()
        if self._looked is None or now - self._looked > LOOK_AGAIN:
            self._looked, self._labels, self._seen = now, Labels(place), None

    def _in_share(self, place: Path, live: Sequence[Member]) -> set[Path]:
        places = [place, *(place_of(place.parent, member.key) for member in live)]
        return {path for folder in places if folder.is_dir() for path in bundles_in(folder)}
