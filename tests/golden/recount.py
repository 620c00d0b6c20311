"""Counting a period naively: every event of every dossier read again, by the words of the definitions alone.

A dossier counts from its reception on, by the times at which things happened. Its handling ends with the result ready,
or with a refusal, withdrawal or stop; sent back, it goes on. Steps that were taken back and voided dossiers never were.
"""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communedb.sqlite import Database

_EAST = timedelta(hours=7)
_ENDS = {"result_ready", "returned", "refused", "withdrawn", "stopped"}
_GOES_ON = {"sent_back"}


class Seen(NamedTuple):
    """A dossier as at some moment."""

    dossier: str
    field: str
    channel: str
    received: datetime
    due: datetime | None
    ended: datetime | None
    how: str
    waits: str
    since: datetime | None
    supplements: int


class Days(NamedTuple):
    """From the first day's midnight to the midnight after the last, by the desk's clock."""

    first: date
    last: date

    @property
    def begin(self) -> datetime:
        return datetime.combine(self.first, time(), UTC) - _EAST

    @property
    def end(self) -> datetime:
        return datetime.combine(self.last + timedelta(days=1), time(), UTC) - _EAST


def seen(db: Database, moment: datetime) -> list[Seen]:
    """Every dossier received before a moment, as it stood then."""
    own = db.conn.execute("SELECT id, field, channel, received_at FROM dossier").fetchall()
    lives: dict[str, list[dict[str, Any]]] = defaultdict(list)
    cursor = db.conn.execute("SELECT * FROM event ORDER BY clock, place, id")
    names = [column[0] for column in cursor.description]
    for row in cursor.fetchall():
        event = dict(zip(names, row, strict=True))
        lives[event["dossier"]].append(event)
    found = (_stood(key, field, channel, received, lives[key], moment) for key, field, channel, received in own)
    return [one for one in found if one is not None]


def _stood(
    key: str, field: str, channel: str, received: str, life: list[dict[str, Any]], moment: datetime
) -> Seen | None:
    undone = {event["takes_back"] for event in life if event["kind"] == "taken_back"}
    kept = [event for event in life if event["id"] not in undone]
    if at(received) >= moment or any(event["kind"] == "voided" for event in kept):
        return None
    ended, how, due, waits, since = None, "", None, "", None
    past = [event for event in kept if at(event["happened_at"]) < moment]
    for event in past:
        kind, happened = event["kind"], at(event["happened_at"])
        if event["due_at"]:
            due = at(event["due_at"])
        if kind in _ENDS:
            ended, how, waits = ended or happened, kind, ""
        elif kind in _GOES_ON:
            ended, how = None, ""
        elif json.loads(event["details"]).get("pauses"):
            waits, since = kind, happened
        elif waits and kind in _ENDS_WAIT[waits]:
            waits = ""
    supplements = sum(event["kind"] == "supplement_requested" for event in past)
    return Seen(key, field, channel, at(received), due, ended, how, waits, since, supplements)


_ENDS_WAIT = {
    "supplement_requested": {"supplement_received"},
    "fee_requested": {"fee_paid", "fee_exempted"},
    "agency_asked": {"agency_answered"},
}


def ii06a(db: Database, days: Days, now: datetime) -> dict[str, dict[str, set[str]]]:
    """By field and column of form II.06a, the dossiers."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for one in seen(db, days.end):
        if one.ended is None or one.ended >= days.begin:
            found[one.field][_in(one, days)].add(one.dossier)
            found[one.field][_out(one, min(days.end, now))].add(one.dossier)
    return {field: dict(columns) for field, columns in found.items()}


def lists(db: Database, days: Days, now: datetime) -> dict[str, set[str]]:
    """By report, the dossiers that it lists or counts: in time, extended, handed out."""
    there = [one for one in seen(db, days.end) if one.ended is None or one.ended >= days.begin]
    new = {one.dossier for one in there if one.received >= days.begin}
    until = min(days.end, now)
    return {
        "daily": new,
        "register-book": new,
        "carried-over": {one.dossier for one in there} - new,
        "late": {one.dossier for one in there if _is_late(one, until)},
        "decision-766": {one.dossier for one in there if _is_timely(one, until)},
        "on-time": {one.dossier for one in there if _is_timely(one, until)},
        "apologies": {dossier for dossier, kind, _ in _kept(db, days) if kind == "extended"},
        "by-day": {dossier for dossier, day in handed_out(db).items() if days.first <= day <= days.last},
    }


def handed_out(db: Database) -> dict[str, date]:
    """When the result of each dossier that has been handed out went to the citizen."""
    found: dict[str, date] = {}
    for dossier, kind, happened in _kept(db, Days(date(2020, 1, 1), date(2030, 1, 1))):
        if kind == "returned":
            found.setdefault(dossier, day(happened))
        elif kind in _GOES_ON:
            found.pop(dossier, None)
    return found


def _kept(db: Database, days: Days) -> Iterator[tuple[str, str, datetime]]:
    """What happened within these days in the lives that count, in its order."""
    every = db.conn.execute("SELECT id, dossier, kind, happened_at, takes_back FROM event ORDER BY clock, place, id")
    rows = every.fetchall()
    undone = {row[4] for row in rows if row[2] == "taken_back"}
    voided = {row[1] for row in rows if row[2] == "voided" and row[0] not in undone}
    for key, dossier, kind, happened, _ in rows:
        if key not in undone and dossier not in voided and days.begin <= at(happened) < days.end:
            yield dossier, kind, at(happened)


def _is_late(one: Seen, until: datetime) -> bool:
    if one.due is None or (one.ended is None and one.waits):
        return False
    return _minute(one.ended or until) > _minute(one.due)


def _is_timely(one: Seen, until: datetime) -> bool:
    """Decision 766, 2.1: more than one request for papers is late; who waits for the first was asked in time or not."""
    if one.supplements > 1:
        return False
    if one.due is not None and one.ended is None and one.waits == "supplement_requested":
        return one.since is not None and _minute(one.since) <= _minute(one.due)
    return not _is_late(one, until)


def money(db: Database, days: Days) -> dict[str, int]:
    """Paid by way, paid back and let off within these days, in dong; "" is what was paid in all."""
    found: dict[str, int] = defaultdict(int)
    for kind, amount, method in _moved(db, days):
        found[{"fee_refunded": "refunded", "fee_exempted": "exempted"}.get(kind, method)] += amount
    return found


def _moved(db: Database, days: Days) -> Iterator[tuple[str, int, str]]:
    every = db.conn.execute("SELECT id, dossier, kind, happened_at, takes_back, details FROM event").fetchall()
    undone = {row[4] for row in every if row[2] == "taken_back"}
    voided = {row[1] for row in every if row[2] == "voided" and row[0] not in undone}
    for key, dossier, kind, happened, _, details in every:
        counts = key not in undone and dossier not in voided and days.begin <= at(happened) < days.end
        if counts and kind in {"fee_paid", "fee_exempted", "fee_refunded"}:
            told = json.loads(details)
            yield kind, told.get("amount", 0), told.get("method", "")


def _in(one: Seen, days: Days) -> str:
    if one.received < days.begin:
        return "carried_over"
    return "received_online" if one.channel == "online" else "received_direct"


def _out(one: Seen, until: datetime) -> str:
    if one.ended is None:
        late = one.due is not None and not one.waits and _minute(until) > _minute(one.due)
        return "in_progress_overdue" if late else "in_progress_in_time"
    if one.how in {"refused", "withdrawn", "stopped"} or one.due is None:
        return "resolved_on_time"
    if _minute(one.ended) > _minute(one.due):
        return "resolved_overdue"
    return "resolved_early" if day(one.ended) < day(one.due) else "resolved_on_time"


def at(text: str) -> datetime:
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)


def _minute(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)


def day(moment: datetime) -> date:
    return (moment + _EAST).date()
