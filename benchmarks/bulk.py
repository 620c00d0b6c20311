"""Rows of many dossiers at once, as the register's own functions would have written them one by one."""

from __future__ import annotations

from datetime import date
from itertools import accumulate
from typing import TYPE_CHECKING, Any, NamedTuple

from benchmarks import lives
from benchmarks.people import Person, person
from communedb.domain.codes import DEFAULT_PATTERN, CodePattern
from communedb.domain.procedure import copy_id
from communedb.domain.status import ENDED
from communedb.domain.text import fold
from communedb.domain.workflow import STEPS
from communedb.sqlite import rows
from communedb.stores.dossier_derived import NO_DUE, follows
from communedb.stores.procedures import procedures_on
from communedb.stores.search_text import digest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from communedb.domain.procedure import Procedure
    from communedb.domain.time_limit import TimeLimit
    from communedb.sqlite import Database

# What a counter mostly does; the rest of the catalogue shares what is left.
_OFTEN = {
    "2.000815": 480,
    "1.004873": 90,
    "1.001193": 80,
    "2.000884": 70,
    "1.000894": 35,
    "1.004222": 60,
    "1.000656": 25,
}
_OPEN = 3_000
_TABLES = ("person", "procedure_copy", "dossier", "paper", "event")
_HASH, _PLAIN_HASH = 64 << 20, 1 << 20

Row = tuple[Any, ...]


class Derived(NamedTuple):
    """The derived rows of one dossier."""

    dossier: str
    state: Row
    text: str


class Kind(NamedTuple):
    """A procedure with what every dossier of it shares."""

    procedure: Procedure
    copy: str
    limit: TimeLimit | None
    limit_text: str | None
    folded: str
    papers: tuple[Row, ...]


class Batch:
    """The rows of some thousand dossiers."""

    def __init__(self) -> None:
        self.rows: dict[str, list[Row]] = {table: [] for table in _TABLES}
        self.derived: list[Derived] = []
        self.people: list[tuple[int, Person]] = []
        self.places: list[int] = []
        self.until = 0

    def write(self, db: Database) -> None:
        """Travelling rows under the pen that is held, and the derived rows beside them."""
        for table, found in self.rows.items():
            if found:
                db.conn.executemany(f"INSERT INTO {table} ({COLUMNS[table]}) VALUES ({_marks(found[0])})", found)
        states = [(place, *row.state) for place, row in zip(self.places, self.derived, strict=True)]
        db.conn.executemany(f"INSERT INTO dossier_state ({_STATE}) VALUES ({_marks(states[0])})", states)
        texts = ((place, row.text) for place, row in zip(self.places, self.derived, strict=True))
        db.conn.executemany("INSERT INTO dossier_search (rowid, body) VALUES (?, ?)", texts)
        db.conn.executemany("INSERT INTO person_state VALUES (?, ?)", ((place, p.key) for place, p in self.people))
        searched = ((place, f"{p.folded} {p.id_number} {p.phone}") for place, p in self.people)
        db.conn.executemany("INSERT INTO person_search (rowid, body) VALUES (?, ?)", searched)


class Maker:
    """Draws dossiers, their people and their lives."""

    def __init__(self, db: Database, desk: lives.Desk, random: Random, now: int) -> None:
        self.db, self.desk, self.random, self.now = db, desk, random, now
        self.unit, self.station = db.conn.execute("SELECT unit, station FROM installation").fetchone()
        self.kinds, self.weights = _kinds(db, self.unit)
        self.people: list[Person] = []
        self.pattern = CodePattern.parse(DEFAULT_PATTERN)
        self.counters: dict[str, int] = {}
        self.codes: dict[str, str] = {}
        self.number = 0

    def batch(self, numbers: range, of: int, years: int) -> Batch:
        """The dossiers with these numbers out of so many over so many years."""
        made = Batch()
        if not numbers.start:
            made.rows["procedure_copy"] += ((kind.copy, self.unit, kind.procedure.text) for kind in self.kinds)
        span = years * 365 * lives.DAY
        still_open = min(_OPEN, of // 5)
        for number in numbers:
            received = self._moment(self.now - span + span * (number + 1) // of)
            near_end = number >= of - 2 * still_open
            is_open = self.random.random() < (0.45 if near_end else 0.1 * still_open / of)
            self._dossier(made, number + 1, received, is_open)
            made.until = max(made.until, received)
        return made

    def finish(self) -> None:
        """Leave the counters of codes where these dossiers brought them."""
        self.db.conn.executemany("INSERT INTO code_counter VALUES (?, ?)", self.counters.items())

    def _moment(self, about: int) -> int:
        """A moment of working time near this one, and not after now."""
        day = about // lives.DAY * lives.DAY
        if (day // lives.DAY + 4) % 7 in {0, 6}:  # 1970 began on a Thursday
            day -= 2 * lives.DAY
        return min(
            day + self.random.choice((1, 2, 3, 6, 7, 8, 9)) * 3_600 + self.random.randrange(3_600), self.now - 60
        )

    def _key(self, seconds: int) -> str:
        """A UUIDv7 of that moment."""
        self.number += 1
        stamp = seconds * 1000 + self.number % 1000
        return (
            f"{stamp >> 16:08x}-{stamp & 0xFFFF:04x}-7{self.number & 0xFFF:03x}-"
            f"8{self.number >> 12 & 0xFFF:03x}-{self.random.getrandbits(48):012x}"
        )

    def _person(self, made: Batch, received: int) -> Person:
        if self.people and self.random.random() < 0.6:
            return self.random.choice(self.people)
        drawn = person(self.random, self._key(received))
        self.people.append(drawn)
        made.people.append((len(self.people), drawn))
        facts = (drawn.name, drawn.sex, drawn.birth, drawn.id_number, drawn.phone, self.unit, drawn.address)
        made.rows["person"].append((drawn.key, self.unit, "citizen", *facts))
        return drawn

    def _code(self, received: int) -> str:
        day = lives.local_day(received)
        if day not in self.codes:
            shown = self.pattern.format(unit=self.unit, station=1, day=date.fromisoformat(day), counter=1)
            self.codes[day] = shown.removesuffix("0001")
        period = self.pattern.period(date.fromisoformat(day))
        self.counters[period] = self.counters.get(period, 0) + 1
        return f"{self.codes[day]}{self.counters[period]:04}"

    def _dossier(self, made: Batch, place: int, received: int, is_open: bool) -> None:
        random = self.random
        kind = random.choices(self.kinds, cum_weights=self.weights)[0]
        who = self._person(made, received)
        life = lives.live(random, self.desk, received, kind.limit, still_open=is_open, now=self.now)
        key, code = self._key(received), self._code(received)
        channel = random.choices(("counter", "online", "post"), (78, 20, 2))[0]
        at, on = lives.utc(received), lives.local_day(received)
        p = kind.procedure
        made.rows["dossier"].append((
            key, self.unit, code, self.station, p.id, p.code, p.name_vi, kind.copy, p.field, kind.limit_text, p.name_vi,
            who.key, "citizen", who.name, who.sex, who.birth, who.id_number, who.phone, self.unit, who.address, channel,
            1, self.unit, self.unit, self.unit, "counter", 0, "[]", at, on,
        ))  # fmt: skip
        for paper in kind.papers:
            made.rows["paper"].append((self._key(received), self.unit, key, *paper))
        self._events(made, key, life)
        made.places.append(place)
        made.derived.append(self._derived(key, code, kind, who, life, (at, on, channel)))

    def _events(self, made: Batch, dossier: str, life: lives.Life) -> None:
        for event in life.events:
            at = lives.utc(event.at)
            promise = event.due
            step = STEPS.get(event.kind)
            made.rows["event"].append((
                self._key(event.at), self.unit, dossier, event.kind.value, event.at * 1000 << 16, 1, at,
                lives.local_day(event.at), at, self.station, event.officer, event.to_officer, event.reason,
                step.form if step else None, lives.due_text(promise) if promise else None,
                int(promise.expected) if promise else None, event.details,
            ))  # fmt: skip

    def _derived(
        self, key: str, code: str, kind: Kind, who: Person, life: lives.Life, received: tuple[str, str, str]
    ) -> Derived:
        at, on, channel = received
        last, p = life.events[-1], kind.procedure
        is_open = not life.voided and life.status not in ENDED
        text = f"{code.lower()} {who.folded} {who.id_number} {who.phone} {kind.folded}"
        state = (
            key, code, life.status.value, int(life.voided), int(is_open), 0, int(life.paused), at, on,
            *_due_columns(life), int(life.due.expected) if life.due else 0,
            lives.utc(life.ended) if life.ended else None,
            lives.local_day(life.returned) if life.returned and not life.voided else None,
            lives.utc(last.at), last.officer, life.supplements, life.holder, life.papers_with, life.offered_to, channel,
            p.field, p.code, p.name_vi, who.name, who.order, who.key, 0, life.fee_paid, 0, "", 0, "[]", digest(text),
        )  # fmt: skip
        return Derived(key, state, text)


def roomy_search(db: Database) -> None:
    """Let the full-text indexes gather more in memory before they write, for the length of the build."""
    _hash_size(db, _HASH)


def plain_search(db: Database) -> None:
    """Back to what a new register has."""
    _hash_size(db, _PLAIN_HASH)


def state_of(db: Database, dossier: str) -> dict[str, Any]:
    """The derived row of a dossier."""
    return next(rows(db, "SELECT * FROM dossier_state WHERE dossier = ?", (dossier,)))


def search_text_of(db: Database, dossier: str) -> str:
    """The text under which the register finds a dossier."""
    return follows(db, next(rows(db, "SELECT * FROM dossier WHERE id = ?", (dossier,))))[1]


def _hash_size(db: Database, size: int) -> None:
    for table in ("dossier_search", "person_search"):
        db.conn.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('hashsize', {size})")


def _kinds(db: Database, scope: str) -> tuple[list[Kind], list[int]]:
    """The catalogue, and how often each procedure comes, added up."""
    found = [_kind(procedure, scope) for procedure in procedures_on(db, date(2026, 11, 23))]
    return found, list(accumulate(_OFTEN.get(kind.procedure.code, 1) for kind in found))


def _kind(procedure: Procedure, scope: str) -> Kind:
    limit = procedure.limits[0] if procedure.limits else None
    papers = tuple(_papers(procedure))
    name = fold(procedure.name_vi)
    return Kind(
        procedure, copy_id(scope, procedure.text), limit, limit.model_dump_json() if limit else None,
        f"{procedure.code} {name} {name}", papers,
    )  # fmt: skip


def _papers(procedure: Procedure) -> Iterator[Row]:
    """The checklist, as far as it is asked of everybody."""
    asked = [item for item in procedure.papers or () if item.condition is None]
    for position, item in enumerate(asked, start=1):
        yield position, item.name, "yes", item.copy_kind.value if item.copy_kind else "original", item.quantity


def _due_columns(life: lives.Life) -> tuple[str | None, str]:
    """The due instant, and what stands for it in the order of a list."""
    return (lives.due_text(life.due), lives.due_text(life.due)) if life.due else (None, NO_DUE)


def _marks(row: Row) -> str:
    return ", ".join("?" * len(row))


_STATE = (
    "place, dossier, code, status, voided, open, late, paused, received_at, received_on, due_at, due_order,"
    " due_expected, ended_at, returned_on, changed_at, changed_by, supplements, holder, papers_with, offered_to,"
    " channel, field, procedure_code, procedure_name, applicant_name, applicant_key, person, fee_due, fee_paid,"
    " fee_exempt, mark, has_outside_code, findings, search_digest"
)
COLUMNS = {
    "person": "id, scope, kind, name, sex, birth, id_number, phone, unit, address",
    "dossier": "id, scope, code, station, procedure, procedure_code, procedure_name, procedure_copy, field, time_limit,"
    " content, person, applicant_kind, applicant_name, applicant_sex, applicant_birth, applicant_id_number,"
    " applicant_phone, applicant_unit, applicant_address, channel, sets, reception_place, official_place,"
    " competent_agency, return_method, fee_amount, fee_body, received_at, received_on",
    "procedure_copy": "id, scope, body",
    "paper": "id, scope, dossier, position, name, state, copy_kind, quantity",
    "event": "id, scope, dossier, kind, clock, place, happened_at, happened_on, entered_at, station, officer,"
    " to_officer, reason, form, due_at, due_expected, details",
}  # fmt: skip
