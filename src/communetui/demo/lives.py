"""The life of one dossier from reception to its end, by its fate."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from communedb.desk.mend import correct, take_back, void
from communedb.domain.event import EventKind
from communetui.demo import matters
from communetui.demo.cases import Case, Life
from communetui.demo.plans import Fate

if TYPE_CHECKING:
    from collections.abc import Callable

    from communetui.demo.cases import Desk
    from communetui.demo.plans import Plan

_DAY: Final = 480
"""Working minutes of a working day."""


def live(plan: Plan, desk: Desk) -> Life:
    """All turns of one dossier, in order; some lives stop half-way."""
    case = Case(plan, desk)
    yield from case.receive()
    if plan.fate is Fate.VOIDED:
        reason = "Nhập nhầm thủ tục, đã lập hồ sơ khác"
        yield from case.turn(4, case.reception, lambda tx: void(tx, case.dossier, reason))
        return
    if plan.matter.quick:
        yield from case.pay()
        yield from case.finish(_minutes_left(case, share=case.dice.uniform(0.1, 0.6)))
        yield from case.hand_out()
        return
    yield from case.print_receipt()
    if plan.fate is not Fate.FEE_WAITING_NOW:
        yield from case.pay()
    yield from case.hand_over()
    yield from _TURNS.get(plan.fate, _plain)(case)


def _minutes_left(case: Case, share: float = 1.0) -> int:
    """Working minutes until the promise, or of two days where nothing was promised."""
    if case.due is None:
        return int(2 * _DAY * share)
    return int(case.desk.calendar.working_minutes_between(case.at, case.due) * share)


def _plain(case: Case) -> Life:
    """Done on the last day, as most are."""
    if case.plan.matter.agency and case.dice.random() < 0.7:
        yield from _ask_agency(case)
    left = _minutes_left(case)
    yield from _end(case, left - case.dice.randint(30, max(31, min(left - 30, _DAY - 60))))


def _end(case: Case, minutes: int) -> Life:
    yield from case.finish(minutes)
    yield from case.hand_out()


def _ask_agency(case: Case) -> Life:
    pauses = case.dice.random() < 0.5
    agency = case.plan.matter.agency
    yield from case.step(
        case.dice.randint(60, 600), case.specialist, EventKind.AGENCY_ASKED, agency=agency, pauses=pauses
    )
    yield from case.step(_DAY * case.dice.randint(3, 8), case.specialist, EventKind.AGENCY_ANSWERED)


def _early(case: Case) -> Life:
    yield from _end(case, _minutes_left(case, share=case.dice.uniform(0.2, 0.6)))


def _late(case: Case) -> Life:
    yield from _end(case, _minutes_left(case) + case.dice.randint(60, 4 * _DAY))


def _extended(case: Case) -> Life:
    """An apology with a new date before the old one is missed, and a result by the new one."""
    if case.due is not None:
        calendar = case.desk.calendar
        later = calendar.add_working_days(case.due.date(), case.dice.randint(3, 6))
        reason = case.dice.choice(matters.EXTENSION_REASONS)
        minutes = _minutes_left(case) - case.dice.randint(20, 120)
        new_due = calendar.end_of_work(later)
        yield from case.step(minutes, case.specialist, EventKind.EXTENDED, reason=reason, new_due=new_due)
    yield from _plain(case)


def _supplement(case: Case) -> Life:
    yield from case.ask_supplement(case.dice.randint(60, 400), case.dice.choice(matters.SUPPLEMENT_REASONS))
    yield from case.bring_supplement(case.dice.randint(1, 8))
    yield from _plain(case)


def _two_supplements(case: Case) -> Life:
    yield from case.ask_supplement(case.dice.randint(60, 400), matters.SUPPLEMENT_REASONS[0])
    yield from case.bring_supplement(case.dice.randint(1, 5))
    yield from case.ask_supplement(case.dice.randint(60, 200), matters.SUPPLEMENT_REASONS[1])
    yield from case.bring_supplement(case.dice.randint(1, 5))
    yield from _plain(case)


def _refused(case: Case) -> Life:
    reason = case.dice.choice(matters.REFUSAL_REASONS)
    yield from case.step(_minutes_left(case, share=0.4), case.specialist, EventKind.REFUSED, reason=reason)


def _withdrawn(case: Case) -> Life:
    reason = case.dice.choice(matters.WITHDRAWAL_REASONS)
    yield from case.step(_minutes_left(case, share=0.3), case.reception, EventKind.WITHDRAWN, reason=reason)


def _stopped(case: Case) -> Life:
    yield from case.ask_supplement(case.dice.randint(60, 400), matters.SUPPLEMENT_REASONS[0])
    yield from case.step(30 * _DAY, case.specialist, EventKind.STOPPED, reason=matters.STOP_REASONS[0])


def _corrected(case: Case) -> Life:
    """The citizen's number was misheard: corrected, and a receipt that replaces the first."""
    old = case.plan.citizen.phone
    new = f"0905{case.dice.randrange(10**6):06}"
    reason = "Công dân báo số điện thoại đúng"
    yield from case.turn(20, case.reception, lambda tx: correct(tx, case.dossier, "applicant_phone", old, new, reason))
    yield from case.print_receipt()
    yield from _plain(case)


def _taken_back(case: Case) -> Life:
    yield from case.step(60, case.leader, EventKind.DECIDED)
    reason = "Bấm nhầm hồ sơ, chưa xem xét xong"
    yield from case.turn(3, case.leader, lambda tx: take_back(tx, case.dossier, reason))
    yield from _plain(case)


def _overdue_now(case: Case) -> Life:
    """The specialist has it and nothing has happened since."""
    text = "Đang chờ xác minh nơi cư trú trước đây qua điện thoại"
    yield from case.step(case.dice.randint(100, 400), case.specialist, EventKind.NOTED, text=text)


def _waiting_now(case: Case) -> Life:
    yield from case.ask_supplement(case.dice.randint(60, 300), matters.SUPPLEMENT_REASONS[0])


def _fee_waiting_now(case: Case) -> Life:
    yield from case.step(case.dice.randint(20, 120), case.specialist, EventKind.FEE_REQUESTED, amount=case.fee)


_TURNS: Final[dict[Fate, Callable[[Case], Life]]] = {
    Fate.EARLY: _early,
    Fate.LATE: _late,
    Fate.EXTENDED: _extended,
    Fate.SUPPLEMENT: _supplement,
    Fate.TWO_SUPPLEMENTS: _two_supplements,
    Fate.REFUSED: _refused,
    Fate.WITHDRAWN: _withdrawn,
    Fate.STOPPED: _stopped,
    Fate.CORRECTED: _corrected,
    Fate.TAKEN_BACK: _taken_back,
    Fate.OVERDUE_NOW: _overdue_now,
    Fate.WAITING_NOW: _waiting_now,
    Fate.FEE_WAITING_NOW: _fee_waiting_now,
}
