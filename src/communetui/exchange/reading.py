"""What the Exchange screen shows, read at once, in a thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from communedb.reports.contradictions import paid_twice, without_administrator
from communetui.exchange.stations import Place, Stations

if TYPE_CHECKING:
    from collections.abc import Mapping

    from communedb.register import Register
    from communesync.exchange.freshness import Fresh
    from communesync.exchange.statement import Statement
    from communesync.exchange.status import Status
    from communesync.keys.members import Member
    from communetui.exchange.service import ExchangeService


@dataclass(frozen=True)
class Line:
    """One line of the list: a station, or something to be dealt with (`work`), with the words' facts."""

    kind: str
    place: Place | None = None
    fresh: Fresh | None = None
    to_send: int = 0
    count: int = 0
    replica: str = ""


@dataclass(frozen=True)
class Seen:
    """Where the exchange stands; `size` are the bytes that a sending comes to, `alone` that nobody else is enrolled."""

    status: Status
    size: int
    lines: list[Line]
    alone: bool


def read_seen(register: Register, service: ExchangeService) -> Seen:
    """Read it. Refused: NOT_ENROLLED for a register without keys."""
    from communesync.exchange.peers import peers
    from communesync.exchange.plan import planned
    from communesync.exchange.status import status
    from communesync.keys.keyring import Keyring

    db, heard = register.db, service.heard
    keyring = Keyring.load(db)
    to = peers(keyring)
    found = status(db, keyring, heard)
    hub = [member for member in to if keyring.hub and member.key == keyring.hub.key]
    size = planned(register, hub or to, said=heard).size if to and (found.unsent.lines or found.unsent.files) else 0
    stations = Stations(db)
    members = {member.key: member for member in to}
    lines = [
        Line(
            "hub" if fresh.role.value == "hub" else "station",
            stations.of_member(members[fresh.key]),
            fresh,
            _to_send(register, members[fresh.key], heard),
        )
        for fresh in found.peers
    ]
    return Seen(found, size, [*lines, *_work(register, found, stations)], alone=not to)


def _to_send(register: Register, member: Member, heard: Mapping[str, Statement]) -> int:
    """Lines that a member lacks, by its last word."""
    from communesync.exchange.plan import planned

    return planned(register, [member], rows_only=True, said=heard).lines


def _work(register: Register, found: Status, stations: Stations) -> list[Line]:
    from communesync.exchange.forks import alarms

    db, attention = register.db, found.attention
    review = attention.contradictions + attention.equal_codes + len(paid_twice(db)) + without_administrator(db)
    counted = {
        "conflicts": attention.conflicts,
        "quarantine": attention.quarantined,
        "parked": attention.parked,
        "unfolded": attention.unfolded,
        "review": review,
    }
    forked = dict.fromkeys(alarm.fork.replica for alarm in alarms(db))
    lines = [Line("fork", stations.of_replica(replica), replica=replica) for replica in forked]
    lines += [Line(kind, count=count) for kind, count in counted.items() if count]
    ahead = db.conn.execute("SELECT replica FROM journal_ahead ORDER BY noticed_at")
    return [*lines, *(Line("ahead", stations.of_replica(replica), replica=replica) for (replica,) in ahead)]
