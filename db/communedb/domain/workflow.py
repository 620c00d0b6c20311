"""The steps of a dossier: from which status, by whom, needing what, printing which form.

One table says it all; the screens offer steps from it, the register enforces it, the documentation prints it.
Form numbers: Appendix I of Circular 03/2025/TT-VPCP. National codes: `status.NATIONAL_CODES`.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from communedb.domain.event import EventKind
from communedb.domain.officer import Role, holds
from communedb.domain.status import ENDED, WAITING, Status

K, S = EventKind, Status

RECEPTION, SPECIALIST, LEADER = Role.RECEPTION, Role.SPECIALIST, Role.LEADER
ANYONE = frozenset({RECEPTION, SPECIALIST, LEADER})


class Need(StrEnum):
    """What an officer has to give for a step."""

    REASON = "reason"
    TO_OFFICER = "to_officer"
    PAPERS = "papers"
    AMOUNT = "amount"
    AGENCY = "agency"
    NEW_DUE = "new_due"
    RECIPIENT = "recipient"
    TEXT = "text"
    MARK = "mark"


class Step(NamedTuple):
    """One kind of step: allowed `sources`, the `target` status (None: it stays, or goes back to before the wait)."""

    kind: EventKind
    sources: frozenset[Status]
    target: Status | None
    roles: frozenset[Role]
    needs: frozenset[Need] = frozenset()
    form: str | None = None
    resumes: bool = False


_WORKING = frozenset({S.RECEIVED, S.PROCESSING})
_OPEN = frozenset(S) - ENDED - {S.DRAFT}
_RECEIVED = frozenset(S) - {S.DRAFT}

STEPS: dict[EventKind, Step] = {
    step.kind: step
    for step in (
        Step(K.RECEIVED, frozenset({S.DRAFT}), S.RECEIVED, frozenset({RECEPTION}), form="01"),
        Step(K.HANDED_OVER, _OPEN, None, ANYONE, frozenset({Need.TO_OFFICER})),
        Step(K.ACCEPTED, _OPEN, None, ANYONE),
        Step(K.DECLINED, _OPEN, None, ANYONE, frozenset({Need.REASON})),
        Step(
            K.SUPPLEMENT_REQUESTED, _WORKING, S.SUPPLEMENT_AWAITED, frozenset({RECEPTION, SPECIALIST}),
            frozenset({Need.PAPERS, Need.REASON}), form="02",
        ),
        Step(
            K.SUPPLEMENT_RECEIVED, frozenset({S.SUPPLEMENT_AWAITED}), None, frozenset({RECEPTION, SPECIALIST}),
            resumes=True, form="01",
        ),
        Step(K.FEE_REQUESTED, _WORKING, S.FEE_AWAITED, frozenset({RECEPTION, SPECIALIST}), frozenset({Need.AMOUNT})),
        Step(K.FEE_PAID, _OPEN, None, frozenset({RECEPTION}), frozenset({Need.AMOUNT}), resumes=True),
        Step(
            K.FEE_EXEMPTED, _OPEN, None, frozenset({RECEPTION, LEADER}), frozenset({Need.AMOUNT, Need.REASON}),
            resumes=True,
        ),
        Step(K.FEE_REFUNDED, _RECEIVED, None, frozenset({RECEPTION}), frozenset({Need.AMOUNT, Need.REASON})),
        Step(K.AGENCY_ASKED, _WORKING, S.AGENCY_AWAITED, frozenset({SPECIALIST, LEADER}), frozenset({Need.AGENCY})),
        Step(
            K.AGENCY_ANSWERED, frozenset({S.AGENCY_AWAITED}), None, frozenset({RECEPTION, SPECIALIST, LEADER}),
            resumes=True,
        ),
        Step(
            K.EXTENDED, _OPEN - {S.RESULT_READY, S.SUPPLEMENT_AWAITED, S.FEE_AWAITED}, None,
            frozenset({SPECIALIST, LEADER}), frozenset({Need.REASON, Need.NEW_DUE}), form="04",
        ),
        Step(K.DECIDED, _WORKING, S.DECIDED, frozenset({LEADER})),
        Step(K.SENT_BACK, frozenset({S.DECIDED, S.RESULT_READY}), S.PROCESSING, frozenset({LEADER, SPECIALIST}),
             frozenset({Need.REASON})),
        Step(K.RESULT_READY, frozenset({S.DECIDED}), S.RESULT_READY, frozenset({SPECIALIST, RECEPTION, LEADER})),
        Step(K.RETURNED, frozenset({S.RESULT_READY}), S.RETURNED, frozenset({RECEPTION}), frozenset({Need.RECIPIENT})),
        Step(K.RATED, frozenset({S.RETURNED}), None, frozenset({RECEPTION, LEADER}), frozenset({Need.MARK})),
        Step(
            K.REFUSED, _WORKING | WAITING, S.REFUSED, frozenset({RECEPTION, SPECIALIST, LEADER}),
            frozenset({Need.REASON}), form="03",
        ),
        Step(K.WITHDRAWN, _WORKING | WAITING, S.WITHDRAWN, frozenset({RECEPTION}), frozenset({Need.REASON})),
        Step(
            K.STOPPED, _WORKING | WAITING, S.STOPPED, frozenset({SPECIALIST, LEADER}), frozenset({Need.REASON}),
            form="05",
        ),
        Step(K.NOTED, frozenset(S), None, ANYONE, frozenset({Need.TEXT})),
    )
}  # fmt: skip
"""Every step that moves or documents a dossier. Correcting, taking back and voiding mend steps: `mending`."""

MAY_CORRECT = ANYONE
MAY_VOID = frozenset({RECEPTION, LEADER})
MAY_TAKE_BACK_FOR_OTHERS = frozenset({LEADER})
MAY_REASSIGN = frozenset({LEADER})
"""Who passes an absent officer's work on."""

NEVER_TAKEN_BACK = frozenset({K.RECEIVED, K.TAKEN_BACK, K.CORRECTED, K.NOTED})
"""A reception entered by mistake is voided; a wrong correction is corrected again."""


def offered(status: Status, roles: frozenset[Role], *, voided: bool = False) -> list[Step]:
    """The steps that an officer with these roles may take from this status."""
    if voided:
        return []
    return [s for s in STEPS.values() if status in s.sources and s.kind is not K.RECEIVED and holds(roles, s.roles)]
