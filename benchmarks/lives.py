"""What happens to a made-up dossier, from reception to result: quick certified copies, slow papers, waits, mistakes."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from communedb.domain.deadlines import Due, TimeLimit, due, resume
from communedb.domain.event import EventKind as Kind
from communedb.domain.moment import VIETNAM, utc_text
from communedb.domain.status import ENDED, Status
from communedb.domain.time_limit import LimitUnit
from communedb.domain.workflow import STEPS

if TYPE_CHECKING:
    from random import Random

    from communedb.domain.calendar import WorkCalendar

DAY = 86_400
_EAST = 7 * 3_600
_RECEIVED, _HANDED, _ASKED, _BROUGHT = (
    Kind.RECEIVED, Kind.HANDED_OVER, Kind.SUPPLEMENT_REQUESTED, Kind.SUPPLEMENT_RECEIVED,
)  # fmt: skip
_ENDS = {Kind.REFUSED: Status.REFUSED, Kind.WITHDRAWN: Status.WITHDRAWN}
# How an open dossier stands, by how often that is seen.
_OPEN_ENDS = (
    (Kind.RECEIVED, 20), (Kind.HANDED_OVER, 40), (Kind.SUPPLEMENT_REQUESTED, 10), (Kind.FEE_REQUESTED, 5),
    (Kind.DECIDED, 10), (Kind.RESULT_READY, 15),
)  # fmt: skip


class Happening(NamedTuple):
    """One event; times in seconds since 1970."""

    kind: Kind
    at: int
    officer: str
    to_officer: str | None = None
    reason: str | None = None
    due: Due | None = None
    details: str = "{}"


@dataclass
class Life:
    """The events of one dossier, and what they come to."""

    events: list[Happening] = field(default_factory=list)
    status: Status = Status.RECEIVED
    due: Due | None = None
    holder: str = ""
    papers_with: str = ""
    offered_to: str = ""
    paused: bool = False
    supplements: int = 0
    fee_paid: int = 0
    ended: int | None = None
    returned: int | None = None
    voided: bool = False

    def happens(self, kind: Kind, at: int, officer: str, **more: str | Due | None) -> None:
        """Add an event and what it changes."""
        self.events.append(Happening(kind, at, officer, **more))  # type: ignore[arg-type]
        begun = kind is _HANDED and self.status is Status.RECEIVED
        self.status = (
            Status.PROCESSING if begun else STEPS[kind].target or self.status if kind in STEPS else self.status
        )


class Desk(NamedTuple):
    """Who works where these lives are lived, and by which calendar."""

    reception: tuple[str, ...]
    specialists: tuple[str, ...]
    leader: str
    calendar: WorkCalendar


def live(random: Random, desk: Desk, received: int, limit: TimeLimit | None, *, still_open: bool, now: int) -> Life:
    """One dossier's life from this reception on."""
    clerk = random.choice(desk.reception)
    promise = promised(desk.calendar, received, limit) if limit else None
    life = Life(due=promise, holder=clerk, papers_with=clerk)
    life.happens(_RECEIVED, received, clerk, to_officer=clerk, due=promise)
    if still_open:
        _stay_open(random, desk, life, received, now)
    elif random.random() < 0.02:
        _end_early(random, desk, life, received)
    else:
        _finish(random, desk, life, received, quick=limit is None or limit.unit is LimitUnit.SAME_DAY)
    if life.status in ENDED:
        life.offered_to = ""
    if random.random() < 0.002:
        life.events.append(Happening(Kind.VOIDED, life.events[-1].at + 60, clerk, reason="Nhập nhầm người nộp"))
        life.voided = True
    return life


def _finish(random: Random, desk: Desk, life: Life, received: int, *, quick: bool) -> None:
    """The ordinary end: decided, ready, returned."""
    clerk, at = life.holder, received
    if not quick:
        specialist = _hand_over(random, desk, life, received)
        at = _office_hours(random, received, random.randrange(1, 4))
        if random.random() < 0.06:
            at = _supplement(random, desk, life, specialist, at)
    pace = 900 if quick else 7_200
    decided = at + random.randrange(300, pace)
    ready = decided + random.randrange(120, pace)
    life.happens(Kind.DECIDED, decided, desk.leader)
    life.happens(Kind.RESULT_READY, ready, clerk)
    returned = ready + random.randrange(60, 1_800) if quick else _office_hours(random, ready, random.randrange(1, 5))
    life.happens(Kind.RETURNED, returned, clerk, details='{"recipient":{"is_applicant":true,"slip":"handed_in"}}')
    life.ended, life.returned = ready, returned


def _end_early(random: Random, desk: Desk, life: Life, received: int) -> None:
    kind = random.choice((Kind.REFUSED, Kind.WITHDRAWN))
    at = received + random.randrange(600, 7_200)
    life.happens(kind, at, life.holder, reason="Không thuộc thẩm quyền giải quyết của xã")
    life.ended = at


def _hand_over(random: Random, desk: Desk, life: Life, received: int) -> str:
    specialist = random.choice(desk.specialists)
    life.happens(_HANDED, received + random.randrange(120, 3_600), life.holder, to_officer=specialist)
    life.holder = life.offered_to = specialist
    return specialist


def _supplement(random: Random, desk: Desk, life: Life, specialist: str, at: int) -> int:
    """A supplement asked for and brought; the promise moves by what was left. Seconds when it was brought."""
    asked = at
    life.happens(_ASKED, asked, specialist, reason="Thiếu giấy tờ tùy thân", details='{"pauses":true}')
    life.supplements += 1
    brought = _office_hours(random, asked, random.randrange(1, 8))
    if life.due is not None:
        life.due = _resumed(desk.calendar, life.due, asked, brought)
    life.happens(_BROUGHT, brought, specialist, due=life.due)
    return _office_hours(random, brought, 1)


def _stay_open(random: Random, desk: Desk, life: Life, received: int, now: int) -> None:
    kinds, weights = zip(*_OPEN_ENDS, strict=True)
    end = random.choices(kinds, weights)[0]
    if end is _RECEIVED or received + 4 * 3_600 > now:
        return
    _hand_over(random, desk, life, received)
    at = received + 3_600 + random.randrange(60, 1_800)
    if end in {Kind.DECIDED, Kind.RESULT_READY}:
        life.happens(Kind.DECIDED, at, desk.leader)
        if end is Kind.RESULT_READY:
            life.happens(end, at + 900, life.holder)
            life.ended = at + 900
    elif end is not _HANDED:
        reason = "Thiếu giấy tờ tùy thân" if end is _ASKED else None
        details = '{"pauses":true}' if end is _ASKED else '{"amount":20000,"pauses":true}'
        life.happens(end, at, life.holder, reason=reason, details=details)
        life.supplements += end is _ASKED
        life.paused = True


def _office_hours(random: Random, after: int, days: int) -> int:
    """Some moment of the working day so many days later."""
    midnight = (after + _EAST) // DAY * DAY - _EAST
    return midnight + days * DAY + random.randrange(8 * 3_600, 16 * 3_600)


_LONG = TimeLimit(amount=1, unit=LimitUnit.WORKING_DAY)


def _resumed(calendar: WorkCalendar, promise: Due, paused: int, resumed: int) -> Due:
    return resume(promise, _local(paused), _local(resumed), _LONG, calendar)


def promised(calendar: WorkCalendar, received: int, limit: TimeLimit) -> Due:
    """The due date; reckoned once for all dossiers of a day where the minute does not matter."""
    moment = _local(received)
    if limit.unit is LimitUnit.HOUR:
        return due(moment, limit, calendar)
    return _promised_on(id(calendar), calendar, moment.date(), moment.hour < 15, limit)


_known: dict[tuple[int, date, bool, TimeLimit], Due] = {}


def _promised_on(key: int, calendar: WorkCalendar, day: date, early: bool, limit: TimeLimit) -> Due:
    wanted = (key, day, early, limit)
    if wanted not in _known:
        _known[wanted] = due(
            datetime(day.year, day.month, day.day, 9 if early else 16, tzinfo=VIETNAM), limit, calendar
        )
    return _known[wanted]


def _local(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC).astimezone(VIETNAM)


@lru_cache(maxsize=100_000)
def _day_texts(day: int) -> str:
    return (date(1970, 1, 1) + timedelta(days=day)).isoformat()


def utc(seconds: int) -> str:
    """`utc_text` of an instant."""
    rest = seconds % DAY
    return f"{_day_texts(seconds // DAY)}T{rest // 3_600:02}:{rest // 60 % 60:02}:{rest % 60:02}Z"


def local_day(seconds: int) -> str:
    """The date on the desk's wall."""
    return _day_texts((seconds + _EAST) // DAY)


@lru_cache(maxsize=10_000)
def due_text(promise: Due) -> str:
    """The due instant as the register keeps it."""
    return utc_text(promise.at)
