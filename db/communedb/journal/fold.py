"""A row is a pure function of its journal lines, in any order of arrival and with any repetition.

A line replaces, column by column, the value that was shown at its vector, and nothing else; a resolution replaces the
heads that it names. Lines that no line replaced are the column's heads. Shown is the latest head by clock, replica and
number; heads with more than one distinct value are a conflict, until an officer resolves it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from communedb.journal.chains import origin

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from communedb.journal.chains import Chains


class Entry(NamedTuple):
    """A line of the journal as it is folded; `chain` is where it lies here, `heads` what was shown of others."""

    chain: str
    number: int
    clock: int
    officer: str
    row: str
    changes: dict[str, Any]
    seen: int
    heads: dict[str, list[tuple[int, str]]]
    replaces: frozenset[tuple[str, int]]
    text: str

    @property
    def order(self) -> tuple[int, str, int, str, str]:
        """Where the line stands among others that had not seen each other; the rest tells branches of a fork apart."""
        return (self.clock, origin(self.chain), self.number, self.text, self.officer)


class Head(NamedTuple):
    """A value that no line replaced: from where, by whom, when (the journal's clock)."""

    replica: str
    number: int
    clock: int
    officer: str
    value: Any


@dataclass
class Folded:
    """What a row's lines add up to: shown values, and for columns in conflict every head, the shown one last."""

    values: dict[str, Any] = field(default_factory=dict)
    conflicts: dict[str, tuple[Head, ...]] = field(default_factory=dict)


def covering(chains: Chains) -> Callable[[Entry, Entry], bool]:
    """Whether whoever wrote the one line had been shown the other."""

    def covers(later: Entry, earlier: Entry) -> bool:
        if later.chain == earlier.chain and later.clock == earlier.clock:
            # One transaction: it knows what it has just written, whatever had been shown before it.
            return earlier.number < later.number
        replica = origin(earlier.chain)
        if replica == origin(later.chain) and later.clock == earlier.clock:
            # The same, where a branch begins within a transaction.
            return _reaches(chains, later.chain, later.number - 1, earlier)
        if not chains.is_forked(replica):
            if later.chain == earlier.chain:
                return earlier.number <= later.seen
            return any(earlier.number <= number for number, _ in later.heads.get(replica, ()))
        if replica == origin(later.chain) and _reaches(chains, later.chain, later.seen, earlier):
            return True
        return any(
            _reaches(chains, chains.of_segment(digest) or replica, number, earlier)
            for number, digest in later.heads.get(replica, ())
        )

    return covers


def _reaches(chains: Chains, chain: str, number: int, earlier: Entry) -> bool:
    return earlier.number <= chains.shared(chain, number, earlier.chain)


def in_order(entries: Iterable[Entry], covers: Callable[[Entry, Entry], bool]) -> list[Entry]:
    """Lines by what had been seen first, then by the clock: a clock that is days off turns nothing round."""
    left = sorted(entries, key=lambda entry: entry.order)
    done: list[Entry] = []
    while left:
        first = next((e for e in left if not any(covers(e, other) for other in left if other is not e)), left[0])
        left.remove(first)
        done.append(first)
    return done


def fold(entries: Sequence[Entry], covers: Callable[[Entry, Entry], bool], *, grows: bool = False) -> Folded:
    """What the lines of one row add up to; in a table that only grows (`grows`), no edit replaces anything."""
    if not entries:
        return Folded()
    if len(entries) == 1:
        return Folded(entries[0].changes)
    folded = Folded()
    if not grows and _by_one_writer(entries):
        for entry in entries:
            folded.values.update(entry.changes)
        return folded
    entries = sorted(entries, key=lambda entry: entry.order)
    if not grows and _one_after_the_other(entries, covers):
        for entry in entries:
            folded.values.update(entry.changes)
        return folded
    entries = in_order(entries, covers)
    for column in dict.fromkeys(name for entry in entries for name in entry.changes):
        heads = _heads(column, [entry for entry in entries if column in entry.changes], covers, grows)
        shown = max(heads, key=lambda entry: entry.order)
        folded.values[column] = shown.changes[column]
        if len({_key(entry.changes[column]) for entry in heads}) > 1:
            folded.conflicts[column] = tuple(
                Head(origin(e.chain), e.number, e.clock, e.officer, e.changes[column])
                for e in sorted(heads, key=lambda entry: entry.order)
            )
    return folded


def _key(value: Any) -> tuple[type, Any]:
    return (type(value), value)


def _by_one_writer(entries: Sequence[Entry]) -> bool:
    """Whether all lines are one replica's, in order, each written with the one before in view: most rows are so."""
    before = entries[0]
    for entry in entries[1:]:
        if entry.chain != before.chain or entry.number < before.number:
            return False
        if entry.seen < before.number and entry.clock != before.clock:
            return False
        before = entry
    return True


def _one_after_the_other(entries: Sequence[Entry], covers: Callable[[Entry, Entry], bool]) -> bool:
    """Whether each line was written by somebody who had been shown all lines before it."""
    last: dict[str, Entry] = {}
    for entry in entries:
        if not all(covers(entry, before) for before in last.values()):
            return False
        known = last.get(entry.chain)
        if known is None or known.number < entry.number:
            last[entry.chain] = entry
    return True


def _heads(column: str, entries: Sequence[Entry], covers: Callable[[Entry, Entry], bool], grows: bool) -> list[Entry]:
    """The lines of one column that no line replaced, out of lines in order."""
    replaced_by: list[list[int]] = [[] for _ in entries]
    for at, entry in enumerate(entries):
        if grows and not entry.replaces:
            continue
        shown = {before for before in range(at) if covers(entry, entries[before])}
        alive = [before for before in shown if shown.isdisjoint(replaced_by[before])]
        for before in _replaces(entry, alive, entries, column):
            replaced_by[before].append(at)
    return [entry for entry, by in zip(entries, replaced_by, strict=True) if not by]


def _replaces(entry: Entry, alive: list[int], entries: Sequence[Entry], column: str) -> list[int]:
    if entry.replaces:
        return [at for at in alive if (origin(entries[at].chain), entries[at].number) in entry.replaces]
    if not alive:
        return []
    # Whoever saw a value saw it of everybody who had written the same.
    shown = _key(entries[max(alive, key=lambda at: entries[at].order)].changes[column])
    return [at for at in alive if _key(entries[at].changes[column]) == shown]
