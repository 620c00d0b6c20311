"""Who is behind a replica or a station's key, as officers call a station: counter 2, the hub, this PC."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from communedb.domain.refusal import Refused
from communedb.journal.installation import replica_of
from communedb.stores.units import unit_name
from communetui.strings.exchange import exchange

if TYPE_CHECKING:
    from communedb.sqlite import Database
    from communesync.keys.keyring import Keyring
    from communesync.keys.members import Member


class Place(NamedTuple):
    """A station: whether it is this one, its role, unit, number and the name that the key list gives it."""

    here: bool
    role: str
    unit: str
    own_unit: bool
    number: int
    name: str


def place_text(place: Place | None, replica: str = "") -> str:
    """What a station is called: its name, else its number, with its unit where that is another one."""
    words = exchange()
    if place is None:
        return words.unknown_station.format(replica=replica[-6:])
    if place.here:
        return words.this_station
    if place.name:
        return place.name
    if place.role != "station":
        return words.roles[place.role]
    station = words.station.format(number=place.number)
    return station if place.own_unit else f"{station}, {place.unit}"


class Stations:
    """The places of replicas and keys as the register knows them at this moment."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._own = replica_of(db)
        (self._unit,) = db.conn.execute("SELECT unit FROM installation").fetchone()
        self._mine = {key for (key,) in db.conn.execute("SELECT sign_public FROM station_key")}
        self.keyring = _keyring(db)
        self._by_replica: dict[str, Place | None] = {}

    def of_replica(self, replica: str) -> Place | None:
        """The station that writes as a replica; None for one that nobody here knows."""
        if replica not in self._by_replica:
            self._by_replica[replica] = self._find(replica)
        return self._by_replica[replica]

    def of_key(self, key: str) -> Place | None:
        """The station with a signing key."""
        member = self.keyring.member(key) if self.keyring else None
        if key in self._mine:
            return Place(True, "station", "", True, 0, "")
        return self.of_member(member) if member else None

    def of_member(self, member: Member) -> Place:
        """A member of the key list as a place."""
        own = member.unit == self._unit
        unit = "" if own else unit_name(self._db, member.unit)
        return Place(member.key in self._mine, member.role.value, unit, own, member.station, member.name)

    def _find(self, replica: str) -> Place | None:
        if replica == self._own:
            return Place(True, "station", "", True, 0, "")
        found = self._db.conn.execute(
            "SELECT json_extract(CAST(header AS TEXT), '$.key') FROM journal_segment WHERE replica = ?"
            " ORDER BY first DESC LIMIT 1",
            (replica,),
        ).fetchone()
        return self.of_key(found[0]) if found else None


def _keyring(db: Database) -> Keyring | None:
    from communesync.keys.keyring import Keyring

    try:
        return Keyring.load(db)
    except Refused:
        return None
