"""Faults that the simulator must find: each breaks the journal in one small place."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager, nullcontext
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from communedb import register
from communedb.journal import apply, conflicts, fold, marker, overwrite, pen, refold
from communedb.journal.apply import Applying, Outcome, Taken
from communedb.journal.checked import checked
from communedb.journal.freeze import keep_segment
from communedb.journal.vectors import vector_id
from communedb.register import Register

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from communedb.journal.chains import Chains
    from communedb.journal.fold import Entry
    from communedb.journal.segment import Header, Segment
    from communedb.sqlite import Database


def no_gap_check() -> AbstractContextManager[Any]:
    """A segment is applied though its forerunner is missing."""

    def take_in(self: Applying, segment: Segment) -> Taken:
        header = checked(segment)
        if apply._is_here(self.db, segment.digest):
            return Taken(Outcome.DUPLICATE)
        keep_segment(self.db, segment, header.replica, self.at)
        self._store(header, header.replica, segment.lines)
        self._follow_clock(header, segment.lines)
        self._show(header.scope)
        return Taken(Outcome.APPLIED, len(segment.lines))

    return patch.object(Applying, "_take_in", take_in)


def no_freeze_before_apply() -> AbstractContextManager[Any]:
    """Lines of others are taken in while own lines are not frozen yet."""
    real = Register.apply

    def careless(self: Register, job: Any, *args: Any) -> Any:
        with patch.object(self, "_freeze", list):
            return real(self, job, *args)

    return patch.object(Register, "apply", careless)


def arrival_order_wins() -> AbstractContextManager[Any]:
    """What came last is shown, whatever the clocks say."""
    return patch.object(fold.Entry, "order", property(lambda _: (0, "", 0, "", "")))


def clock_not_merged() -> AbstractContextManager[Any]:
    """The clock does not follow what came in."""
    return patch.object(pen, "follow", lambda *_: None)


def far_ahead_clock_adopted() -> AbstractContextManager[Any]:
    """A clock that is days ahead takes everybody with it."""
    return patch.object(apply, "AHEAD", timedelta(days=3650))


def vector_taken_at_save() -> AbstractContextManager[Any]:
    """What arrived while a form was open counts as seen."""
    return patch.object(Register, "write_as_shown", lambda self, _, job: self.write(job))


def vector_moved_before_commit() -> AbstractContextManager[Any]:
    """What a power cut took back counts as shown."""
    real = Register.apply

    def hasty(self: Register, job: Any) -> Any:
        moved: list[tuple[str, str]] = []

        def telling(applying: Applying) -> Any:
            try:
                return job(applying)
            finally:
                moved[:] = _shown(applying.db)

        try:
            return real(self, telling)
        except BaseException:
            for scope, heads in moved:
                vector = vector_id(self.db, heads)
                self.db.conn.execute("UPDATE journal_pen SET current_vector = ? WHERE scope = ?", (vector, scope))
            raise

    return patch.object(Register, "apply", hasty)


def _shown(db: Database) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = db.conn.execute(
        "SELECT scope, heads FROM journal_pen JOIN journal_vector ON journal_vector.id = current_vector"
    ).fetchall()
    return found


def duplicates_by_number_only() -> AbstractContextManager[Any]:
    """A number that is here already is taken for the same line."""

    def same(db: Database, header: Header, chains: Chains, chain: str, lines: Any) -> int:
        number, _ = apply.frozen(db, header.scope, chain)
        return min(len(lines), number - header.first + 1)

    return patch.object(apply, "_same_lines", same)


def ordinary_edit_closes_a_conflict() -> AbstractContextManager[Any]:
    """An edit replaces every head that there was, not only the one that was shown."""
    real = fold._replaces
    return patch.object(
        fold, "_replaces", lambda entry, alive, *rest: real(entry, alive, *rest) if entry.replaces else alive
    )


def edit_replaces_one_of_equal_values() -> AbstractContextManager[Any]:
    """Of two who wrote the same, only one is replaced."""
    real = fold._replaces
    return patch.object(
        fold, "_replaces", lambda entry, *rest: real(entry, *rest) if entry.replaces else real(entry, *rest)[-1:]
    )


def triggers_fire_during_apply() -> AbstractContextManager[Any]:
    """Folding writes lines of its own."""
    return _all(patch.object(module, "applying", lambda _: nullcontext()) for module in (register, conflicts))


def branch_ignored() -> AbstractContextManager[Any]:
    """Same number, other bytes: the second is thrown away."""
    real = Applying._place

    def place(self: Applying, segment: Segment, header: Header, chains: Chains, chain: str) -> Taken:
        _, number, same = apply._common(self.db, header, chains, chain, segment.lines)
        if header.first + same <= min(number, header.last):
            return Taken(Outcome.FORKED)
        return real(self, segment, header, chains, chain)

    return patch.object(Applying, "_place", place)


def branches_told_apart_by_number() -> AbstractContextManager[Any]:
    """Whoever saw a number of one branch counts as having seen it of the other."""
    return patch.object(fold, "_reaches", lambda _, __, number, earlier: earlier.number <= number)


def resolution_replaces_unseen_heads() -> AbstractContextManager[Any]:
    """A resolution ends whatever anybody wrote before it."""
    real_covering, real_replaces = refold.covering, fold._replaces

    def covering(chains: Chains) -> Callable[[Entry, Entry], bool]:
        covers = real_covering(chains)
        return lambda later, earlier: bool(later.replaces) or covers(later, earlier)

    return _all((
        patch.object(refold, "covering", covering),
        patch.object(
            fold, "_replaces", lambda entry, alive, *of: alive if entry.replaces else real_replaces(entry, alive, *of)
        ),
    ))  # fmt: skip


def unread_lines_overwritten() -> AbstractContextManager[Any]:
    """Whoever writes counts as having been shown everything that is here."""
    return patch.object(overwrite, "_knowing", lambda fresh, _: {entry.number for entry in fresh})


def derived_rows_not_rebuilt() -> AbstractContextManager[Any]:
    """Status and search text stay as they were."""
    return patch.object(register, "derive_changed", lambda *_: None)


def marker_ignored() -> AbstractContextManager[Any]:
    """A restored or copied register goes on as the replica that it was."""
    return patch.object(marker, "fits", lambda *_: True)


def copy_does_not_recognise_itself() -> AbstractContextManager[Any]:
    """A register whose mark was copied too goes on under its name when lines of that name come in."""
    return patch.object(Applying, "_know_oneself", lambda *_: None)


@contextmanager
def _all(patches: Any) -> Iterator[None]:
    with ExitStack() as stack:
        for each in patches:
            stack.enter_context(each)
        yield
