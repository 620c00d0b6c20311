"""Writing what others lack as bundles into a folder: rows first, attachments in bundles of their own after them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from communedb.domain.moment import utc_text
from communedb.domain.refusal import Reason, Refused
from communedb.journal.freeze import read_segment
from communedb.journal.installation import replica_of
from communesync.bundle.stream import never, unwatched
from communesync.bundle.write import Written, write_files, write_rows
from communesync.exchange import bundles
from communesync.exchange.bundles import State, Way
from communesync.exchange.outgoing import DAMAGED, Given
from communesync.exchange.peers import Audience, audience, by_audience, peers, unit_of
from communesync.exchange.plan import Plan, planned, scopes_of
from communesync.exchange.receipts import last_receipt_envelope
from communesync.exchange.statement import own_statement
from communesync.keys import dsse
from communesync.keys.enrolment import list_in_force
from communesync.keys.keyring import Keyring
from communesync.keys.members import Role
from communesync.keys.renewal import renewal

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
    from pathlib import Path

    from communedb.journal.apply import Applying
    from communedb.journal.held import Ref
    from communedb.register import Register
    from communesync.bundle.stream import Watch
    from communesync.exchange.statement import Statement
    from communesync.exchange.wanted import Wanted
    from communesync.keys.members import Member

LINES_PER_BUNDLE: Final = 8_192
"""Lines of one bundle: taken in, it keeps an officer's save waiting for less than two seconds."""

SEGMENTS_PER_BUNDLE: Final = 4_096

LEAST_SIZE: Final = 256 * 1024
"""The smallest `max_size` that is heeded, in bytes."""

_FILES_SIZE: Final = 16 * 1024 * 1024


@dataclass(frozen=True)
class Sending:
    """How something is sent.

    `max_size` bytes a bundle, as far as a single segment allows; without `files` rows only; `announce` writes a bundle
    of documents even when there is nothing else to say. `documents` go beside those of every exchange. `said` are
    statements that are newer than those kept, by key; segments in `there`, and `parts_there` of files, are on the way
    already. `to` are the peers that count when it is written for no single one.
    """

    max_size: int | None = None
    rows_only: bool = False
    announce: bool = False
    way: str = Way.FOLDER
    documents: Mapping[str, Any] | None = None
    said: Mapping[str, Statement] | None = None
    there: Collection[str] = ()
    parts_there: Mapping[str, Sequence[tuple[int, int]]] | None = None
    to: Sequence[Member] | None = None


USUALLY: Final = Sending()


def plan(register: Register, peer: Member | None, how: Sending = USUALLY) -> Plan:
    """What there is to send to one peer, or to all, and how large it is. Refused: NOBODY_TO_SEND_TO."""
    return _plan(register, _receivers(Keyring.load(register.db), peer, how), how)


def export(
    register: Register,
    peer: Member | None,
    into: Path,
    how: Sending = USUALLY,
    *,
    progress: Watch = unwatched,
    cancelled: Callable[[], bool] = never,
) -> list[Written]:
    """Write what a peer, or any peer, lacks into a folder; each bundle that is named is whole.

    Refused: NOBODY_TO_SEND_TO, EXCHANGE_CANCELLED, NOT_ENROLLED, and those of writing; what was written stays.
    """
    keyring = Keyring.load(register.db)
    todo = _plan(register, _receivers(keyring, peer, how), how)
    out = _Outbox(register, keyring, peer, into, how, todo, progress, cancelled)
    try:
        out.send_rows()
        out.send_files()
    finally:
        if out.written and not register.read_only:
            register.apply(_note, out.written, peer.key if peer else "", how.way)
    return [written for written, _ in out.written]


def documents(
    register: Register, keyring: Keyring, peer: Member | None, more: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """What goes before the rows of an exchange: statement, key list, the hub's receipt, a new key of one's own."""
    db, me = register.db, keyring.me
    found: dict[str, Any] = {}
    if peer is not None or me is None or me.role is not Role.HUB:
        # A hub's statement names every commune: it is made for one peer, of what that one may read.
        may_read = peer.may_read if peer else (lambda _: True)
        found["vector"] = own_statement(db, register.now(), may_read).document()
    found["keys"] = dsse.parse(list_in_force(db))
    receipt = last_receipt_envelope(db, keyring)
    if receipt:
        found["receipt"] = dsse.parse(receipt)
    told = renewal(db, utc_text(register.now()))
    if told is not None:
        found["renewal"] = told
    return found | dict(more or {})


def _receivers(keyring: Keyring, peer: Member | None, how: Sending) -> Sequence[Member]:
    found = [peer] if peer else peers(keyring) if how.to is None else how.to
    if not found:
        raise Refused(Reason.NOBODY_TO_SEND_TO)
    return found


def _plan(register: Register, to: Sequence[Member], how: Sending) -> Plan:
    return planned(register, to, rows_only=how.rows_only, said=how.said, there=how.there, parts_there=how.parts_there)


class _Outbox:
    """One sending: the bundles that were written, with the lines of each."""

    def __init__(
        self,
        register: Register,
        keyring: Keyring,
        peer: Member | None,
        into: Path,
        how: Sending,
        todo: Plan,
        progress: Watch,
        cancelled: Callable[[], bool],
    ) -> None:
        self.written: list[tuple[Written, int]] = []
        self._register = register
        self._keyring = keyring
        self._peer = peer
        self._into = into
        self._how = how
        self._todo = todo
        self._progress = progress
        self._cancelled = cancelled
        self._max_size = max(how.max_size, LEAST_SIZE) if how.max_size else None
        self._unit = unit_of(keyring, peer)

    def send_rows(self) -> None:
        """Write the segments, with the documents in the first bundle."""
        groups = by_audience(self._keyring, self._todo.refs, self._unit)
        if not groups and self._how.announce:
            groups = {self._everybody(): []}
        before = documents(self._register, self._keyring, self._peer, self._how.documents) if groups else {}
        for readers, refs in groups.items():
            for part in _cut(refs, self._lines_per_bundle()):
                before = self._send_part(readers, part, before)

    def send_files(self) -> None:
        """Write the attachments, as many bundles as it takes."""
        groups: dict[Audience, list[Wanted]] = {}
        for wanted in self._todo.files:
            scopes = scopes_of(self._register.db, wanted.digest)[:1]
            groups.setdefault(audience(self._keyring, scopes, self._unit), []).append(wanted)
        for readers, files in groups.items():
            while files:
                files = self._send_some(readers, files)

    def _send_part(self, readers: Audience, refs: Sequence[Ref], before: dict[str, Any]) -> dict[str, Any]:
        """Write one bundle, or two when it comes out too large; the documents that are still to be sent."""
        register = self._register
        written = write_rows(
            self._into,
            **self._envelope(readers),
            segments=(read_segment(register.db, ref.digest) for ref in refs),
            refs=refs,
            documents=before,
            progress=self._watch(),
            cancelled=self._cancelled,
        )
        if self._max_size and written.size > self._max_size and len(refs) > 1:
            written.path.unlink(missing_ok=True)
            half = len(refs) // 2
            return self._send_part(readers, refs[half:], self._send_part(readers, refs[:half], before))
        self.written.append((written, sum(ref.last - ref.first + 1 for ref in refs)))
        return {}

    def _send_some(self, readers: Audience, files: list[Wanted]) -> list[Wanted]:
        """Write one bundle of files; those that are still to be sent, and from where on."""
        given = Given(self._register.files, files)
        try:
            written = write_files(
                self._into,
                **self._envelope(readers),
                files=given.sources(),
                max_size=min(self._max_size or _FILES_SIZE, _FILES_SIZE),
                progress=self._watch(),
                cancelled=self._cancelled,
            )
        except Refused as refusal:
            if refusal.reason not in DAMAGED:
                raise
            # It is another's turn to send that one.
            return [wanted for wanted in files if wanted.digest != given.reading]
        if not written.parts:
            written.path.unlink(missing_ok=True)
            return []
        self.written.append((written, 0))
        sent = {part.digest: part.offset + part.length for part in written.parts}
        moved = (wanted._replace(received=sent.get(wanted.digest, wanted.received)) for wanted in files)
        return [wanted for wanted in moved if wanted.received < wanted.size]

    def _envelope(self, readers: Audience) -> dict[str, Any]:
        db = self._register.db
        return {
            "sender": self._register.signer,
            "sender_replica": replica_of(db),
            "recipients": readers.recipients,
            "to": readers.keys,
            "at": utc_text(self._register.now()),
        }

    def _everybody(self) -> Audience:
        """Who may read a bundle of documents alone."""
        return audience(self._keyring, [self._unit] if self._unit else [], self._unit)

    def _lines_per_bundle(self) -> int:
        if not self._max_size:
            return LINES_PER_BUNDLE
        fits = int(self._max_size / bundles.bytes_per_line(self._register.db))
        return max(1, min(LINES_PER_BUNDLE, fits))

    def _watch(self) -> Watch:
        """One bar for all bundles: what was written before, and what this one is at."""
        before = sum(written.size for written, _ in self.written)

        def watch(done: int, _: int, /) -> None:
            self._progress(before + done, max(self._todo.size, before + done))

        return watch


def _cut(refs: Sequence[Ref], most_lines: int) -> Iterator[Sequence[Ref]]:
    """The segments in parts of at most so many lines, one segment at least; one part, if there are none."""
    begin, lines = 0, 0
    for at, ref in enumerate(refs):
        size = ref.last - ref.first + 1
        if at > begin and (lines + size > most_lines or at - begin >= SEGMENTS_PER_BUNDLE):
            yield refs[begin:at]
            begin, lines = at, 0
        lines += size
    yield refs[begin:]


def _note(applying: Applying, written: Sequence[tuple[Written, int]], peer: str, way: str) -> None:
    for one, lines in written:
        kind = "files" if one.parts else "rows"
        parts = [(part.digest, part.offset, part.offset + part.length) for part in one.parts]
        facts = {"lines": lines, "parts": parts}
        bundles.note(applying.db, one.digest, kind, one.size, peer, way, State.WRITTEN, facts, applying.at)
