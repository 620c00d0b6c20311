"""One transaction that takes in what came: documents first, then segment by segment, each judged on its own."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from communedb.domain.refusal import Reason, Refused
from communedb.journal.apply import Outcome, Taken
from communedb.journal.parked import drop, parked_segments
from communedb.journal.segment import MalformedSegment, Segment, parse_header
from communedb.sqlite import refusal_of
from communesync.exchange import quarantine
from communesync.exchange.forks import settle_forks
from communesync.exchange.quarantine import Kind
from communesync.exchange.receipts import take_receipt
from communesync.exchange.statement import keep_statement, stated
from communesync.keys.issuing import take_list
from communesync.keys.keyring import Keyring
from communesync.keys.members import Role
from communesync.keys.renewal import take_renewal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from communedb.journal.apply import Applying
    from communesync.exchange.quarantine import Entry
    from communesync.keys.members import Member


@dataclass
class Tally:
    """What became of what came; lines are new ones, `unfolded` of them wait for a newer program."""

    outcomes: Counter[Outcome] = field(default_factory=Counter)
    lines: int = 0
    unfolded: int = 0
    quarantined: Counter[str] = field(default_factory=Counter)
    no_room: int = 0
    new_list: bool = False
    stated: bool = False
    receipt: bool = False


class SegmentFailed(Exception):  # noqa: N818 - what to do about it: begin again, carefully
    """A segment could not be applied for a reason that concerns it alone; the transaction is of no more use."""


class Taking:
    """The open transaction, the members as they are known at this moment in it, and the tally.

    A segment that cannot be applied raises SegmentFailed, or, when it is done carefully, leaves nothing and goes to
    quarantine. A savepoint around each segment makes writing rows four times as dear, so care is for the second time.
    """

    def __init__(self, applying: Applying, way: str, *, carefully: bool = True) -> None:
        self.applying = applying
        self.db = applying.db
        self.keyring = Keyring.load(applying.db)
        self.tally = Tally()
        self._way = way
        self._carefully = carefully
        self._quarantined = quarantine.count(self.db) > 0

    def segment(self, segment: Segment) -> bool:
        """Take one segment in, or put it into quarantine; whether it is in, or waits for its forerunner."""
        taken, reason = self._judged(segment)
        if taken is None:
            self._put_segment_away(segment, reason)
            return False
        self.tally.outcomes[taken.outcome] += 1
        self.tally.lines += taken.lines
        self.tally.unfolded += taken.unfolded
        for follower in taken.broken:
            self._put_segment_away(follower, quarantine.BROKEN)
        if taken.outcome is Outcome.NO_ROOM:
            self.tally.no_room += 1
            return False
        if self._quarantined:
            quarantine.release_segment(self.db, segment.digest)
        return True

    def take(self, segment: Segment) -> None:
        """As `segment`, whatever comes of it."""
        self.segment(segment)

    def _judged(self, segment: Segment) -> tuple[Taken | None, str]:
        """What became of a segment, or why it may not be taken in."""
        try:
            header = parse_header(segment.header)
        except MalformedSegment:
            return None, quarantine.BROKEN
        objection = self.keyring.judge(header, segment.signature)
        if objection is not None:
            return None, objection.value
        taken = self._contained(segment)
        if taken is None:
            return None, quarantine.NOT_APPLICABLE
        return (None, quarantine.BROKEN) if taken.outcome is Outcome.BROKEN else (taken, "")

    def _contained(self, segment: Segment) -> Taken | None:
        """Take a segment in so that a failure over it alone leaves nothing of it; None then."""
        conn = self.db.conn
        if self._carefully:
            conn.execute("SAVEPOINT segment")
        try:
            taken = self.applying.take_in(segment)
        except Exception as fault:
            if isinstance(fault, MemoryError) or _is_the_disks(fault) or not conn.in_transaction:
                raise
            if not self._carefully:
                raise SegmentFailed from fault
            conn.execute("ROLLBACK TO segment")
            taken = None
        if self._carefully:
            conn.execute("RELEASE segment")
        return taken

    def end(self) -> None:
        """What follows once everything was looked at: alarms whose station has a new key since."""
        settle_forks(self.db, self.keyring, self.applying.at)

    def document(self, name: str, body: Any, sender: Member) -> None:
        """Take a document in; a kind that is not known says nothing to this program."""
        if name == "vector" and not sender.revoked:
            self._vector(body, sender.key)
        elif isinstance(body, dict) and name == "keys":
            self.keys(body)
        elif isinstance(body, dict) and name == "receipt":
            self._receipt(body)
        elif isinstance(body, dict) and name == "renewal":
            self._renewal(body)

    def keys(self, body: dict[str, Any]) -> bool:
        """A key list; an older one is no news, one of somebody not trusted waits for a fingerprint to be compared."""
        before = self.keyring.keys
        try:
            take_list(self.db, body, self.applying.at)
        except Refused as refusal:
            if refusal.reason is not Reason.KEY_LIST_OLDER:
                facts = {name: str(fact) for name, fact in refusal.facts.items()}
                self._put_away(Kind.KEYS, refusal.reason, facts, body)
            return refusal.reason is Reason.KEY_LIST_OLDER
        self.keyring = Keyring.load(self.db)
        if self.keyring.keys != before:
            self.tally.new_list = True
            self._after_new_list()
        return True

    def retry(self, keys: Iterable[str] | None = None) -> int:
        """Judge what is in quarantine once more, all of it or these entries; how many are not there any more.

        Refused: UNKNOWN_QUARANTINE.
        """
        found = quarantine.entries(self.db) if keys is None else [quarantine.entry(self.db, key) for key in keys]
        return sum(self._again(entry) for entry in found)

    def _again(self, entry: Entry) -> bool:
        if entry.kind is Kind.SEGMENT:
            return self.segment(quarantine.segment_of(self.db, entry.id))
        body = quarantine.body_of(self.db, entry.id)
        taken = entry.kind is Kind.FILE or (self.keys(body) if entry.kind is Kind.KEYS else self._receipt(body))
        if taken:
            quarantine.release(self.db, entry.id)
        return taken

    def _vector(self, body: Any, sender: str) -> None:
        """What the sender holds and lacks."""
        said = stated(body)
        if said is not None:
            self.tally.stated |= keep_statement(self.db, sender, said, self.applying.now, self._way)

    def _receipt(self, body: dict[str, Any]) -> bool:
        """The hub's receipt, handed on by whomever; to the hub itself it says nothing."""
        if self.keyring.me is not None and self.keyring.me.role is Role.HUB:
            return True
        try:
            take_receipt(self.db, self.keyring, body, self.applying.at)
        except Refused as refusal:
            self._put_away(Kind.RECEIPT, refusal.reason, {}, body)
            return False
        self.tally.receipt = True
        return True

    def _renewal(self, body: dict[str, Any]) -> None:
        """A member's new key, which concerns the issuer of the list; it is told again until the list says it."""
        if not self.keyring.issues_here:
            return
        with suppress(Refused):
            take_renewal(self.db, body, self.applying.at)
            self.keyring = Keyring.load(self.db)

    def _put_segment_away(self, segment: Segment, reason: str) -> None:
        self._quarantined = True
        self.tally.quarantined[reason] += 1
        if not quarantine.put_segment(self.db, segment, reason, self.applying.at):
            self.tally.no_room += 1

    def _put_away(self, kind: Kind, reason: Reason, facts: dict[str, str], body: Any) -> None:
        self._quarantined = True
        self.tally.quarantined[reason.value] += 1
        if not quarantine.put_document(self.db, kind, reason.value, facts, body, self.applying.at):
            self.tally.no_room += 1

    def _after_new_list(self) -> None:
        """What a new list changes about what came before: whom it lets in, whom it strikes off."""
        for segment in parked_segments(self.db):
            objection = self.keyring.judge(parse_header(segment.header), segment.signature)
            if objection is not None:
                drop(self.db, segment.digest)
                self._put_segment_away(segment, objection.value)
        self.retry()


def _is_the_disks(fault: Exception) -> bool:
    """Whether a fault is the disk's or the file's, which concerns more than one segment."""
    return refusal_of(fault) is not fault
