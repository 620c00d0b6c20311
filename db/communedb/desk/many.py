"""Doing one thing with many dossiers: those that cannot stay as they were, with the reason; the others go through."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from communedb.desk.act import Done, act
from communedb.domain.event import EventKind
from communedb.domain.refusal import Refused
from communedb.transaction import new_id

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from communedb.domain.act import Act
    from communedb.transaction import Write

T = TypeVar("T")

AT_ONCE = 500
"""So many dossiers of a pile in one transaction: about a second, and nobody else waits longer than that to save."""


@dataclass(frozen=True)
class Outcome(Generic[T]):
    """What became of one dossier: what was done, or why nothing was."""

    dossier: str
    done: T | None
    refusal: Refused | None = None


class _OnlyTried(Exception):  # noqa: N818 - no fault: it undoes what was tried
    """Everything would have gone through."""


def for_each(
    tx: Write, dossiers: Iterable[str], job: Callable[[Write, str], T], *, only_try: bool = False
) -> list[Outcome[T]]:
    """Do `job` with each dossier, once; of one that is refused nothing stays in the transaction.

    With `only_try` nothing stays at all: the answers say what would become of each. A fault of the disk is no answer of
    a dossier; it ends the transaction.
    """
    return [_one(tx, dossier, job, only_try=only_try) for dossier in dict.fromkeys(dossiers)]


def _one(tx: Write, dossier: str, job: Callable[[Write, str], T], *, only_try: bool) -> Outcome[T]:
    done: T | None = None
    try:
        with tx.attempt():
            done = job(tx, dossier)
            if only_try:
                raise _OnlyTried
    except Refused as refusal:
        return Outcome(dossier, None, refusal)
    except _OnlyTried:
        pass
    return Outcome(dossier, done)


def act_on_many(tx: Write, dossiers: Iterable[str], asked: Act, *, only_try: bool = False) -> list[Outcome[Done]]:
    """Take the same step with each dossier, by the rules of `act`; what is handed over together gets one batch."""
    step = in_one_batch(asked)
    return for_each(tx, dossiers, lambda tx, dossier: act(tx, dossier, step), only_try=only_try)


def in_one_batch(asked: Act) -> Act:
    """The step with a batch of its own where it is a hand-over, so that one list of all of them can be printed."""
    if asked.kind is not EventKind.HANDED_OVER or asked.batch:
        return asked
    return asked.model_copy(update={"batch": new_id()})
