"""The derived row of a dossier, and the text under which it is found: what its own row and its events add up to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communedb.domain.moment import local, utc_text
from communedb.sqlite import rows
from communedb.stores.events import read_state
from communedb.stores.search_text import digest, fold_again, folded, write_search
from communedb.transaction import as_json

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from communedb.domain.event import Event
    from communedb.domain.projection import State
    from communedb.sqlite import Database


def stale(db: Database) -> Iterator[str]:
    """The keys of dossiers whose derived rows are not what their events say, or stand without a dossier."""
    for dossier in rows(db, f"SELECT {_READ} FROM dossier ORDER BY id"):
        kept = next(rows(db, "SELECT * FROM dossier_state WHERE dossier = ?", (dossier["id"],)), None)
        expected, _ = follows(db, dossier)
        if kept is None or any(kept[name] != value for name, value in expected.items()) or not _found(db, kept):
            yield dossier["id"]
    lone = "SELECT dossier FROM dossier_state WHERE dossier NOT IN (SELECT id FROM dossier)"
    yield from (key for (key,) in db.conn.execute(lone))


def _found(db: Database, state: dict[str, Any]) -> bool:
    """Whether there is search text for a dossier; what it says cannot be read back."""
    found = db.conn.execute("SELECT 1 FROM dossier_search WHERE rowid = ?", (state["place"],)).fetchone()
    return found is not None


def follows(db: Database, dossier: dict[str, Any]) -> tuple[dict[str, Any], str]:
    """What follows from a dossier's own row, its events and its codes: the derived row, and its search text."""
    found = db.conn.execute("SELECT code FROM outside_code WHERE dossier = ? AND active = 1", (dossier["id"],))
    codes = [code for (code,) in found]
    text = folded([*(dossier[name] for name in _SEARCHED), *codes])
    row = _state_row(dossier, read_state(db, dossier["id"]))
    return {**row, "has_outside_code": int(bool(codes)), "search_digest": digest(text)}, text


def derive_dossier(db: Database, key: str) -> None:
    """Write again what follows from a dossier; one whose own row has not arrived yet stays hidden until it does."""
    dossier = next(rows(db, f"SELECT {_READ} FROM dossier WHERE id = ?", (key,)), None)
    if dossier is None:
        return
    row, text = follows(db, dossier)
    kept = next(rows(db, "SELECT * FROM dossier_state WHERE dossier = ?", (dossier["id"],)), None)
    if kept is None:
        marks = ", ".join("?" * len(row))
        insert = f"INSERT INTO dossier_state ({', '.join(row)}) VALUES ({marks})"
        place = db.conn.execute(insert, tuple(row.values())).lastrowid
        write_search(db, "dossier_search", place, text)
        return
    changed = {name: value for name, value in row.items() if kept[name] != value}
    if changed:
        # Only what changed: an index is written again when one of its columns is named, even to the same value.
        names = ", ".join(f"{name} = ?" for name in changed)
        db.conn.execute(f"UPDATE dossier_state SET {names} WHERE place = ?", (*changed.values(), kept["place"]))
    if "search_digest" in changed:
        write_search(db, "dossier_search", kept["place"], text, again=True)


NO_DUE = "9999"
"""Where a dossier without a due date stands among those that have one: last."""


# No dossier stands before its reception in any order by time: `stores.dossier_list` begins to read there.
def _state_row(dossier: dict[str, Any], state: State) -> dict[str, Any]:
    last = state.last
    return {
        "dossier": dossier["id"],
        "code": dossier["code"],
        "status": state.status.value,
        "voided": int(state.voided),
        "open": int(state.open),
        "late": int(state.late),
        "paused": int(state.paused),
        "received_at": dossier["received_at"],
        "received_on": dossier["received_on"],
        "due_at": utc_text(state.due_at) if state.due_at else None,
        "due_order": max(utc_text(state.due_at), dossier["received_at"]) if state.due_at else NO_DUE,
        "due_expected": int(state.due_expected),
        "ended_at": utc_text(state.ended_at) if state.ended_at else None,
        "returned_on": local(state.returned_at).date().isoformat() if state.returned_at and not state.voided else None,
        "changed_at": max(_last_told(state), dossier["received_at"]),
        "changed_by": last.officer if last else "",
        "supplements": state.supplements,
        "holder": state.holder,
        "papers_with": state.papers_with,
        "offered_to": state.offered_to,
        "channel": dossier["channel"],
        "field": dossier["field"],
        "procedure_code": dossier["procedure_code"],
        "procedure_name": dossier["procedure_name"],
        "applicant_name": dossier["applicant_name"],
        "applicant_key": _name_key(dossier["applicant_name"]),
        "person": dossier["person"],
        "fee_due": dossier["fee_amount"],
        "fee_paid": state.fee_paid,
        "fee_exempt": state.fee_exempt,
        "mark": state.mark,
        "findings": as_json([f.model_dump(mode="json") for f in state.findings]),
    }


def _last_told(state: State) -> str:
    """When there was news of it last: nothing in its life happened after that, whatever a clock said (`reports`)."""
    if state.last is None or state.latest is None:
        return ""
    return utc_text(max(_told_at(state.last), state.latest))


def _told_at(event: Event) -> datetime:
    """When an event became news: a book of last year that is brought in today is none for anybody."""
    return event.happened_at if "imported" in event.details else event.entered_at


def _name_key(name: str) -> str:
    """The order of Vietnamese lists: given name first, then the whole name."""
    words = fold_again(name).split()
    return " ".join([*words[-1:], *words])


_SEARCHED = (
    "code", "applicant_name", "applicant_id_number", "applicant_old_id_number", "applicant_phone", "submitter_name",
    "submitter_id_number", "procedure_code", "procedure_name", "content",
)  # fmt: skip
_READ = ", ".join(
    dict.fromkeys((
        "id", *_SEARCHED, "received_at", "received_on", "channel", "field", "person", "fee_amount",
    ))
)  # fmt: skip
"""The columns of a dossier from which something follows."""
