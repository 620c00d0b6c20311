"""What a member says that it holds and lacks: where every sending to it begins.

Never our memory of what was sent or acknowledged: a member that was restored from a backup states less, and is
refilled.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any, Final, NamedTuple

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from communedb.domain.moment import parse_utc, utc_text
from communedb.journal.held import Vector, held
from communedb.journal.installation import replica_of
from communesync.exchange.wanted import Wanted, wanted_files

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from communedb.sqlite import Database

MOST_SCOPES: Final = 10_000
MOST_REPLICAS: Final = 10_000
MOST_TIPS: Final = 100
MOST_WANTED: Final = 500
"""Files that one statement asks for; the others are asked for in the next."""

_Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
_Number = Annotated[int, Field(ge=1, le=2**53 - 1)]
_Tips = Annotated[list[tuple[_Number, _Digest]], Field(max_length=MOST_TIPS)]
_Name = Annotated[str, Field(min_length=1, max_length=64)]
_Replicas = Annotated[dict[_Name, _Tips], Field(max_length=MOST_REPLICAS)]
StatedVector = Annotated[dict[_Name, _Replicas], Field(max_length=MOST_SCOPES)]
"""A vector that came from elsewhere, within limits."""


def _moment(text: str) -> str:
    if utc_text(parse_utc(text)) != text:
        raise ValueError("no moment")
    return text


Moment = Annotated[
    str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"), AfterValidator(_moment)
]
"""An instant that there is, as `utc_text` writes it."""


class Statement(BaseModel):
    """A member's words: as which replica it writes, when it said so, what it holds, which files it lacks."""

    model_config = ConfigDict(frozen=True)

    replica: _Name
    as_of: Moment
    vector: StatedVector
    wanted: Annotated[tuple[Wanted, ...], Field(max_length=MOST_WANTED)] = ()

    def document(self) -> dict[str, Any]:
        """As it travels."""
        return self.model_dump(mode="json")


def stated(document: object) -> Statement | None:
    """The statement in a document, None when it is none."""
    try:
        return Statement.model_validate(document)
    except ValidationError:
        return None


def own_statement(db: Database, now: datetime, may_read: Callable[[str], bool]) -> Statement:
    """What this station says to somebody who may read only some scopes: of the others it says nothing."""
    vector: Vector = {scope: replicas for scope, replicas in held(db).items() if may_read(scope)}
    # Nobody is asked for what he cannot have: what another commune has lost would take the places of his files.
    wanted = tuple(wanted_files(db, MOST_WANTED, may_read))
    return Statement(replica=replica_of(db), as_of=utc_text(now), vector=vector, wanted=wanted)


class Heard(NamedTuple):
    """The last statement of a member, when it came and by which way."""

    statement: Statement
    at: str
    way: str


def keep_statement(db: Database, key: str, said: Statement, now: datetime, way: str) -> bool:
    """Keep a member's statement, in the caller's transaction, unless a later one is kept; whether it was kept."""
    present = last_statement(db, key)
    if present is not None and said.as_of < present.statement.as_of <= utc_text(now):
        # One that seems to come from the future was said by a clock that ran ahead: it does not stand in the way.
        return False
    db.conn.execute(
        "INSERT INTO peer (sign_public, statement, heard_at, as_of, way) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (sign_public) DO UPDATE SET statement = excluded.statement, heard_at = excluded.heard_at,"
        " as_of = excluded.as_of, way = excluded.way",
        (key, said.model_dump_json(), utc_text(now), said.as_of, way),
    )
    return True


def last_statement(db: Database, key: str) -> Heard | None:
    """What a member said last; None when nothing was heard of it."""
    found = db.conn.execute("SELECT statement, heard_at, way FROM peer WHERE sign_public = ?", (key,)).fetchone()
    if found is None or not found[0]:
        return None
    said = stated(json.loads(found[0]))
    return None if said is None else Heard(said, found[1], found[2])
