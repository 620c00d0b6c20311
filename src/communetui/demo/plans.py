"""Who comes when and for what, and how each matter is to end: decided before the first dossier is received."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from communedb.domain.moment import VIETNAM, local
from communetui.demo.intakes import make_intake
from communetui.demo.matters import MATTERS, Matter
from communetui.demo.people import dice_of, invent_citizens

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from random import Random

    from communedb.domain.calendar import WorkCalendar
    from communedb.domain.intake import Intake
    from communedb.domain.procedure import Procedure
    from communetui.demo.people import Citizen

YEAR: Final = timedelta(days=365)


class Fate(StrEnum):
    """How a matter goes; those that end in `_now` are still open at the end of the history."""

    PLAIN = "plain"
    EARLY = "early"
    LATE = "late"
    EXTENDED = "extended"
    SUPPLEMENT = "supplement"
    TWO_SUPPLEMENTS = "two_supplements"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    STOPPED = "stopped"
    CORRECTED = "corrected"
    TAKEN_BACK = "taken_back"
    VOIDED = "voided"
    OVERDUE_NOW = "overdue_now"
    WAITING_NOW = "waiting_now"
    FEE_WAITING_NOW = "fee_waiting_now"


_QUOTAS: Final = {
    # Share of all dossiers, and the least number whatever the size of the sample.
    Fate.OVERDUE_NOW: (0.003, 4),
    Fate.WAITING_NOW: (0.004, 4),
    Fate.FEE_WAITING_NOW: (0.001, 1),
    Fate.LATE: (0.04, 2),
    Fate.SUPPLEMENT: (0.055, 3),
    Fate.TWO_SUPPLEMENTS: (0.004, 1),
    Fate.EXTENDED: (0.012, 1),
    Fate.REFUSED: (0.012, 1),
    Fate.WITHDRAWN: (0.008, 1),
    Fate.STOPPED: (0.003, 1),
    Fate.CORRECTED: (0.02, 1),
    Fate.TAKEN_BACK: (0.004, 1),
    Fate.VOIDED: (0.002, 1),
}
_EARLY_SHARE: Final = 0.25

# Some fates need a matter of their own kind: a short promise that is broken by now, a fee that is still awaited.
_MATTER_OF: Final = {Fate.OVERDUE_NOW: "1.004873", Fate.FEE_WAITING_NOW: "1.001612"}
# So many working days before the end of the history such a dossier came in.
_DAYS_AGO: Final = {Fate.OVERDUE_NOW: (6, 14), Fate.WAITING_NOW: (3, 9), Fate.FEE_WAITING_NOW: (2, 4)}

_BY_WEEKDAY: Final = (1.35, 1.1, 1.0, 0.95, 0.9, 0.5, 0.5)
# Few come around Tết, many in the months of enrolment.
_BY_MONTH: Final = (0.9, 0.6, 1.1, 1.0, 1.0, 1.2, 1.3, 1.2, 1.0, 0.9, 0.9, 1.0)
_MORNING_SHARE: Final = 0.62


@dataclass(frozen=True, slots=True)
class Plan:
    """One dossier to come: when it is handed in, by whom, and how it is to go."""

    number: int
    at: datetime
    matter: Matter
    fate: Fate
    citizen: Citizen
    relative: Citizen
    intake: Intake
    dice: Random


def make_plans(
    seed: str, count: int, calendar: WorkCalendar, until: datetime, procedures: Mapping[str, Procedure]
) -> list[Plan]:
    """The dossiers of the year before `until`, in the order in which they come in."""
    dice = dice_of(seed, "plans")
    end = local(until)
    days = working_days(calendar, end)
    people = invent_citizens(dice, max(20, count * 3 // 5), end.date())
    weights = [_BY_WEEKDAY[day.weekday()] * _BY_MONTH[day.month - 1] for day in days]
    plans = []
    for number, (matter, fate) in enumerate(_matters_and_fates(dice, count)):
        own = dice_of(seed, number)
        at = _reception(own, calendar, _day(own, days, weights, fate), end)
        citizen, relative = own.choice(people), own.choice(people)
        intake = make_intake(own, matter, procedures[matter.code], citizen, relative, at, lacking=fate in _LACKING)
        plans.append(Plan(number, at, matter, fate, citizen, relative, intake, own))
    return sorted(plans, key=lambda plan: (plan.at, plan.number))


_LACKING: Final = frozenset({Fate.SUPPLEMENT, Fate.TWO_SUPPLEMENTS, Fate.WAITING_NOW, Fate.STOPPED})
"""Fates of which a paper is missing at reception."""


def working_days(calendar: WorkCalendar, until: datetime) -> list[date]:
    """The working days of the year before a moment, its own day only where its work has begun."""
    last = until.date()
    every = (last - timedelta(days=ago) for ago in range(YEAR.days, -1, -1))
    days = [day for day in every if calendar.is_working_day(day)]
    if days and days[-1] == last and until <= _start_of(calendar, last) + timedelta(minutes=30):
        days.pop()
    return days


def _start_of(calendar: WorkCalendar, day: date) -> datetime:
    return datetime.combine(day, calendar.sessions_of(day)[0].start, VIETNAM)


def _matters_and_fates(dice: Random, count: int) -> Iterator[tuple[Matter, Fate]]:
    drawn = dice.choices(MATTERS, [matter.weight for matter in MATTERS], k=count)
    slow = [place for place, matter in enumerate(drawn) if not matter.quick]
    dice.shuffle(slow)
    fates = dict(zip(slow, _special_fates(count), strict=False))
    by_code = {matter.code: matter for matter in MATTERS}
    for place, matter in enumerate(drawn):
        fate = fates.get(place)
        if fate is None:
            early = not matter.quick and dice.random() < _EARLY_SHARE
            yield matter, Fate.EARLY if early else Fate.PLAIN
        else:
            yield by_code.get(_MATTER_OF.get(fate, ""), matter), fate


def _special_fates(count: int) -> Iterator[Fate]:
    for fate, (share, least) in _QUOTAS.items():
        yield from (fate,) * max(least, round(share * count))


def _day(dice: Random, days: Sequence[date], weights: Sequence[float], fate: Fate) -> date:
    if fate in _DAYS_AGO:
        return days[-1 - dice.randint(*_DAYS_AGO[fate])]
    return dice.choices(days, weights)[0]


def _reception(dice: Random, calendar: WorkCalendar, day: date, end: datetime) -> datetime:
    """A moment within the sessions of a day, more often in the morning, and not after the end of the history."""
    sessions = calendar.sessions_of(day)
    session = sessions[0] if len(sessions) == 1 or dice.random() < _MORNING_SHARE else sessions[-1]
    first = datetime.combine(day, session.start, VIETNAM)
    length = (datetime.combine(day, session.end, VIETNAM) - first) // timedelta(minutes=1)
    at = first + timedelta(minutes=dice.randint(3, length - 10))
    if at <= end:
        return at
    begun = datetime.combine(day, time(), VIETNAM)
    passed = calendar.working_minutes_between(begun, end)
    return calendar.after_working_minutes(begun, dice.randint(1, passed))
