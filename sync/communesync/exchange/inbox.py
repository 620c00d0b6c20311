"""Taking a bundle in: verified, for us, decrypted, each segment judged, all of it in one transaction."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from communedb.domain.refusal import Reason, Refused
from communedb.stores import station_keys
from communesync.bundle.read import open_bundle
from communesync.bundle.stream import never, unwatched
from communesync.exchange import bundles
from communesync.exchange.bundles import State, Way
from communesync.exchange.incoming import take_files
from communesync.exchange.receipts import last_receipt, take_receipt, verified
from communesync.exchange.taking import SegmentFailed, Taking, Tally
from communesync.exchange.wanted import last_attachment, want_new
from communesync.keys import dsse
from communesync.keys.keyring import Keyring
from communesync.keys.station import settle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from communedb.files.age import Identity
    from communedb.journal.apply import Applying
    from communedb.register import Register
    from communesync.bundle.read import Opened
    from communesync.bundle.stream import Watch
    from communesync.keys.members import Member


@dataclass(frozen=True)
class TakenIn:
    """What became of a bundle: `digest` and `size` (bytes) of its file, the key of its sender.

    `known` when it had been taken in before. `files` are complete now; `waiting` are parts that came before their rows.
    """

    digest: str
    size: int
    kind: str
    sender: str
    known: bool = False
    rows: Tally = field(default_factory=Tally)
    files: int = 0
    waiting: int = 0

    @property
    def is_news(self) -> bool:
        """Whether there is something here that was not before."""
        return bool(self.rows.lines or self.files or self.rows.new_list)

    @property
    def state(self) -> State:
        """Whether anything is left to come of it."""
        return State.PARTLY if self.rows.no_room or self.waiting else State.TAKEN

    def facts(self) -> dict[str, Any]:
        """What is remembered of it."""
        return {"lines": self.rows.lines, "quarantined": dict(self.rows.quarantined), "files": self.files}


def take_in(
    register: Register,
    path: Path,
    *,
    way: str = Way.FOLDER,
    progress: Watch = unwatched,
    cancelled: Callable[[], bool] = never,
) -> TakenIn:
    """Take a bundle in; whatever fails leaves the register as it was, and once more changes nothing.

    What may not be taken in goes to quarantine and stops nothing else. Refused: BUNDLE_…, EXCHANGE_CANCELLED,
    READ_ONLY, NOT_ENROLLED, and the faults of the register's disk.
    """
    opened = open_bundle(path)
    sender = _sender(register, opened, _half(progress, second=False), cancelled)
    size = path.stat().st_size
    if bundles.is_done(register.db, opened.digest):
        return TakenIn(opened.digest, size, opened.label.kind, sender.key, known=True)
    identity = station_keys.identity_for(register.db, opened.label.to)
    if identity is None:
        raise Refused(Reason.BUNDLE_NOT_FOR_US, name=path.name)
    progress = _half(progress, second=True)
    if opened.label.kind == "files":
        pieces = take_files(register, opened, identity, progress=progress, cancelled=cancelled)
        taken = TakenIn(opened.digest, size, "files", sender.key, files=pieces.done, waiting=pieces.waiting)
        register.apply(_note, taken, way)
        return taken
    given = (register, opened, sender, identity, size, way, progress, cancelled)
    try:
        taken = register.apply(_take_rows, *given, carefully=False)
    except SegmentFailed:
        taken = register.apply(_take_rows, *given, carefully=True)
    settle(register)
    return taken


def retry(register: Register, keys: Iterable[str] | None = None) -> Tally:
    """Judge what is in quarantine once more: after a new key list, or with a newer program.

    All of it, or these entries. Refused: UNKNOWN_QUARANTINE, READ_ONLY.
    """

    def run(applying: Applying) -> Tally:
        taking, mark = Taking(applying, Way.FOLDER), last_attachment(applying.db)
        taking.retry(keys)
        return _ended(taking, register, mark)

    return register.apply(run)


def take_key_list(register: Register, envelope: dict[str, Any], way: str) -> Tally:
    """Take in a key list that came by itself, and what only waited for it. Refused: READ_ONLY."""

    def run(applying: Applying) -> Tally:
        taking, mark = Taking(applying, way), last_attachment(applying.db)
        taking.keys(envelope)
        return _ended(taking, register, mark)

    tally = register.apply(run)
    settle(register)
    return tally


def take_newer_receipt(register: Register, keyring: Keyring, envelope: str) -> bool:
    """Keep a hub's receipt that another station shows, if it is right and says more lately; whether it was kept."""
    known = last_receipt(register.db, keyring)
    try:
        receipt = verified(keyring, envelope)
    except Refused:
        return False
    if known is not None and receipt.at <= known.at:
        return False
    body = dsse.parse(envelope)
    register.apply(lambda applying: take_receipt(applying.db, keyring, body, applying.at))
    return True


def _sender(register: Register, opened: Opened, progress: Watch, cancelled: Callable[[], bool]) -> Member:
    keyring = Keyring.load(register.db)
    sender = keyring.member(opened.verify(keyring.known_keys, progress=progress, cancelled=cancelled))
    if sender is None:
        raise Refused(Reason.BUNDLE_SENDER_UNKNOWN, name=opened.path.name)
    return sender


def _take_rows(
    applying: Applying,
    register: Register,
    opened: Opened,
    sender: Member,
    identity: Identity,
    size: int,
    way: str,
    progress: Watch,
    cancelled: Callable[[], bool],
    *,
    carefully: bool,
) -> TakenIn:
    taking, mark = Taking(applying, way, carefully=carefully), last_attachment(applying.db)
    opened.rows(
        identity,
        on_document=lambda name, body: taking.document(name, body, sender),
        on_segment=taking.take,
        progress=progress,
        cancelled=cancelled,
    )
    taken = TakenIn(opened.digest, size, "rows", sender.key, rows=_ended(taking, register, mark))
    _note(applying, taken, way)
    return taken


def _ended(taking: Taking, register: Register, mark: int) -> Tally:
    """What came of it, once the files of new attachments are asked for and alarms that are over have ended."""
    taking.end()
    want_new(taking.db, register.files, mark, taking.applying.at)
    return taking.tally


def _note(applying: Applying, taken: TakenIn, way: str) -> None:
    bundles.note(
        applying.db, taken.digest, taken.kind, taken.size, taken.sender, way, taken.state, taken.facts(), applying.at
    )
    bundles.forget_old(applying.db, applying.now)


def _half(progress: Watch, *, second: bool) -> Watch:
    """A bundle is read twice, to verify it and to take it in: one bar for both."""

    def watch(done: int, total: int, /) -> None:
        progress(done + (total if second else 0), 2 * total)

    return watch
