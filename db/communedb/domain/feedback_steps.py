"""The steps of feedback: from which status, by whom, needing what; offered by the screens, enforced by the register."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from communedb.domain.feedback import Category, FeedbackKind
from communedb.domain.feedback_event import FeedbackEventKind
from communedb.domain.officer import Role, holds

if TYPE_CHECKING:
    from collections.abc import Mapping

    from communedb.domain.feedback import FeedbackAct

K = FeedbackEventKind
RECEPTION, SPECIALIST, LEADER = Role.RECEPTION, Role.SPECIALIST, Role.LEADER


class FeedbackStatus(StrEnum):
    """Where feedback stands; a projection of its events."""

    NEW = "new"
    RECEIVED = "received"
    PROCESSING = "processing"
    MORE_AWAITED = "more_awaited"
    ANSWERED = "answered"
    PUBLISHED = "published"
    RESOLVED = "resolved"
    REFUSED = "refused"
    CLOSED = "closed"


S = FeedbackStatus

ENDED: Final = frozenset({S.PUBLISHED, S.RESOLVED, S.REFUSED, S.CLOSED})
"""Nothing more is owed to the sender."""

WORKING: Final = frozenset({S.RECEIVED, S.PROCESSING})


class FeedbackNeed(StrEnum):
    """What an officer has to give for a step."""

    TEXT = "text"
    TO_OFFICER = "to_officer"
    LEVEL = "level"


class FeedbackStep(NamedTuple):
    """One kind of step: allowed `sources`, the `target` status (None: it stays), for which categories."""

    kind: FeedbackEventKind
    sources: frozenset[FeedbackStatus]
    target: FeedbackStatus | None
    roles: frozenset[Role]
    needs: frozenset[FeedbackNeed] = frozenset()
    categories: frozenset[Category] = frozenset(Category)


ANYONE: Final = frozenset({RECEPTION, SPECIALIST, LEADER})
_DECIDE: Final = frozenset({SPECIALIST, LEADER})
_ALIVE: Final = frozenset(S) - {S.NEW}
_TEXT: Final = frozenset({FeedbackNeed.TEXT})
_FROM_PEOPLE: Final = frozenset({Category.FEEDBACK})
_OF_TASKS: Final = frozenset({Category.DIFFICULTY})

STEPS: Final[Mapping[FeedbackEventKind, FeedbackStep]] = {
    step.kind: step
    for step in (
        FeedbackStep(K.RECEIVED, frozenset({S.NEW}), S.RECEIVED, ANYONE),
        FeedbackStep(
            K.ASSIGNED, WORKING | {S.MORE_AWAITED, S.ANSWERED}, None, _DECIDE, frozenset({FeedbackNeed.TO_OFFICER})
        ),
        FeedbackStep(K.REFUSED, WORKING, S.REFUSED, _DECIDE, _TEXT, _FROM_PEOPLE),
        FeedbackStep(K.MORE_ASKED, WORKING, S.MORE_AWAITED, ANYONE, _TEXT),
        FeedbackStep(K.MORE_RECEIVED, frozenset({S.MORE_AWAITED}), S.PROCESSING, ANYONE),
        FeedbackStep(K.ANSWERED, WORKING, S.ANSWERED, _DECIDE, _TEXT, _FROM_PEOPLE),
        FeedbackStep(K.PUBLISHED, frozenset({S.ANSWERED}), S.PUBLISHED, _DECIDE, categories=_FROM_PEOPLE),
        FeedbackStep(K.RESOLVED, WORKING, S.RESOLVED, _DECIDE, _TEXT, _OF_TASKS),
        FeedbackStep(
            K.ESCALATED, WORKING | {S.MORE_AWAITED}, None, frozenset({LEADER}), _TEXT | {FeedbackNeed.LEVEL}
        ),
        FeedbackStep(
            K.CLOSED, WORKING | {S.MORE_AWAITED, S.ANSWERED, S.PUBLISHED, S.RESOLVED}, S.CLOSED, _DECIDE
        ),
        FeedbackStep(
            K.REOPENED, frozenset({S.ANSWERED, S.PUBLISHED, S.RESOLVED, S.REFUSED, S.CLOSED}), S.PROCESSING,
            frozenset({LEADER}), _TEXT,
        ),
        FeedbackStep(K.NOTED, _ALIVE, None, ANYONE, _TEXT),
    )
}  # fmt: skip
"""Every step that moves or documents feedback. Correcting, taking back and voiding mend steps."""

MAY_ADD: Final = ANYONE
MAY_CORRECT: Final = ANYONE
MAY_ASSIGN_OTHERS: Final = frozenset({LEADER})
"""A specialist takes what nobody has, or passes on the own."""
MAY_VOID: Final = frozenset({RECEPTION, LEADER})
MAY_TAKE_BACK_FOR_OTHERS: Final = frozenset({LEADER})

NEVER_TAKEN_BACK: Final = frozenset({K.RECEIVED, K.TAKEN_BACK, K.CORRECTED, K.NOTED})
"""What was entered by mistake is voided; a wrong correction is corrected again."""

_LEADER_ONLY: Final = frozenset({K.REFUSED, K.ANSWERED, K.CLOSED, K.ESCALATED})


def roles_for(step: FeedbackStep, kind: str) -> frozenset[Role]:
    """Who may take a step: what concerns the conduct of an officer is decided by the leader alone."""
    if kind == FeedbackKind.CONDUCT and step.kind in _LEADER_ONLY:
        return frozenset({LEADER})
    return step.roles


def missing(asked: FeedbackAct, status: FeedbackStatus) -> list[FeedbackNeed]:
    """What the step needs from this status and `asked` does not give; closing before the end needs a reason."""
    needs = STEPS[asked.kind].needs
    if asked.kind is K.CLOSED and status not in ENDED:
        needs = _TEXT
    given = {
        FeedbackNeed.TEXT: bool(asked.text),
        FeedbackNeed.TO_OFFICER: bool(asked.to_officer),
        FeedbackNeed.LEVEL: asked.level is not None,
    }
    return [need for need in FeedbackNeed if need in needs and not given[need]]


def offered(status: FeedbackStatus, category: str, kind: str, roles: frozenset[Role]) -> list[FeedbackStep]:
    """The steps that an officer with these roles may take from this status."""
    return [
        step
        for step in STEPS.values()
        if step.kind is not K.RECEIVED
        and status in step.sources
        and category in step.categories
        and holds(roles, roles_for(step, kind))
    ]
