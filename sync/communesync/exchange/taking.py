"""One transaction that takes in what came: documents first, then segment by segment, each judged on its own."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from communedb.domain.refusal import Reason, Refused
from communedb.journal.apply import Outcome, Taken
from communedb.journal.parked import parked, withdraw
from communedb.journal.segment import MalformedSegment, Segment, parse_header
from communesync.exchange import quarantine, receipts
from communesync.exchange.forks import settle_forks
from communesync.exchange.quarantine import Kind
from communesync.exchange.statement import keep_statement, stated
from communesync.keys.key_list import adopt
from communesync.keys.keyring import Keyring
from communesync.keys.renewal import take_renewal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from communedb.journal.apply import Applying
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


class Taking:
    """The open transaction, the members as they are known at this moment in it, and the tally."""

    def __init__(self, applying: Applying, way: str) -> None:
        self.applying = applying
        self.db = applying.db
        self.keyring = Keyring.load(applying.db)
        self.tally = Tally()
        self._way = way

    def segment(self, segment: Segment) -> bool:
        """Take one segment in, or put it into quarantine; whether it is in, or waits for its forerunner."""
        taken, reason = self._judged(segment)
        if taken is None:
            self.tally.quarantined[reason] += 1
            if not quarantine.put_segment(self.db, segment, reason, self.applying.at):
                self.tally.no_room += 1
            return False
        self.tally.outcomes[taken.outcome] += 1
        self.tally.lines += taken.lines
        self.tally.unfolded += taken.unfolded
        if taken.outcome is Outcome.NO_ROOM:
            self.tally.no_room += 1
            return False
        return True

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
        conn.execute("SAVEPOINT segment")
        try:
            taken = self.applying.take_in(segment)
        except Exception as fault:
            if isinstance(fault, (Refused, MemoryError)) or told_by_disk(fault) or not conn.in_transaction:
                raise
            conn.execute("ROLLBACK TO segment")
            taken = None
        conn.execute("RELEASE segment")
        return taken

    def document(self, name: str, body: Any, sender: Member) -> None:
        """Take a document in; a kind that is not known says nothing to this program."""
        take = _DOCUMENTS.get(name)
        if take is not None and not (sender.revoked and name == "vector"):
            take(self, body, sender)

    def vector(self, body: Any, sender: Member) -> None:
        """What the sender holds and lacks."""
        said = stated(body)
        if said is not None:
            self.tally.stated |= keep_statement(self.db, sender.key, said, self.applying.now, self._way)

    def keys(self, body: Any, _: Member | None = None) -> None:
        """A key list; an older one is no news, one of somebody not trusted waits for a fingerprint."""
        if not isinstance(body, dict):
            return
        before = self.keyring.keys
        try:
            adopt(self.db, body, self.applying.at)
        except Refused as refusal:
            if refusal.reason is not Reason.KEY_LIST_OLDER:
                facts = {name: str(fact) for name, fact in refusal.facts.items()}
                self._put_away(Kind.KEYS, refusal.reason, facts, body)
            return
        self.keyring = Keyring.load(self.db)
        if self.keyring.keys != before:
            self.tally.new_list = True
            self._after_new_list()

    def receipt(self, body: Any, _: Member) -> None:
        """The hub's receipt, handed on by whomever."""
        if not isinstance(body, dict):
            return
        try:
            receipts.take_receipt(self.db, self.keyring, body, self.applying.at)
            self.tally.receipt = True
        except Refused as refusal:
            self._put_away(Kind.RECEIPT, refusal.reason, {}, body)

    def renewal(self, body: Any, _: Member) -> None:
        """A member's new key, which concerns the issuer of the list."""
        if not isinstance(body, dict) or not self.keyring.issues_here:
            return
        try:
            take_renewal(self.db, body, self.applying.at)
        except Refused:
            # Told again at every exchange until the list says it; a wrong one vouches for nothing.
            return
        self.keyring = Keyring.load(self.db)

    def _put_away(self, kind: Kind, reason: Reason, facts: Mapping[str, str], body: Any) -> None:
        self.tally.quarantined[reason.value] += 1
        if not quarantine.put_document(self.db, kind, reason.value, dict(facts), body, self.applying.at):
            self.tally.no_room += 1

    def _after_new_list(self) -> None:
        """What a new list changes about what came before: whom it lets in, whom it strikes off, which alarms end."""
        for waiting in parked(self.db):
            segment = withdraw(self.db, waiting.digest)
            if segment is not None:
                self.segment(segment)
        retry_quarantined(self)
        settle_forks(self.db, self.keyring, self.applying.at)


def retry_quarantined(taking: Taking, keys: list[str] | None = None) -> int:
    """Judge what is in quarantine once more, all of it or these entries; how many are in now."""
    found = quarantine.entries(taking.db) if keys is None else [quarantine.entry(taking.db, key) for key in keys]
    done = 0
    for entry in found:
        body = quarantine.body_of(taking.db, entry.id) if entry.kind is not Kind.SEGMENT else None
        segment = quarantine.segment_of(taking.db, entry.id) if entry.kind is Kind.SEGMENT else None
        # Taken out first: what is refused again is put away again, for the reason that holds now.
        quarantine.release(taking.db, entry.id)
        if segment is not None:
            done += taking.segment(segment)
        else:
            done += _again(taking, entry.kind, body)
    return done


def _again(taking: Taking, kind: Kind, body: Any) -> bool:
    return False


_DOCUMENTS: dict[str, Callable[[Taking, Any, Member], None]] = {
    "vector": Taking.vector,
    "keys": Taking.keys,
    "receipt": Taking.receipt,
    "renewal": Taking.renewal,
}


def told_by_disk(fault: Exception) -> bool:
    """Whether a fault is the disk's or the file's, which concerns more than one segment."""
    from communedb.sqlite import refusal_of

    return isinstance(refusal_of(fault), Refused)
