"""The chains of segments of a scope: one for each replica, and one more for each branch of a fork.

A chain is named by its replica, a branch by the replica and the digest of its first segment. In a line's vector a
replica's number goes with the segment's digest, so that it is known which branch had been shown.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from communedb.sqlite import Database

SHORT: Final = 16
"""Digits of a segment's digest in a vector and in the name of a branch."""


def origin(chain: str) -> str:
    """The replica that wrote a chain."""
    return chain.partition("~")[0]


def branch(replica: str, digest: str) -> str:
    """The name of the branch that begins with a segment."""
    return f"{replica}~{digest[:SHORT]}"


class Chains:
    """How the chains of one scope hang together."""

    def __init__(self, db: Database, scope: str) -> None:
        self._db = db
        self._scope = scope
        self._segments: dict[str, str | None] = {}

    @cached_property
    def _forks(self) -> dict[str, tuple[str, int]]:
        """By branch: the chain that it left, and the number of its first own line."""
        found = self._db.conn.execute(
            "SELECT chain, parent, number FROM journal_fork WHERE scope = ?", (self._scope,)
        ).fetchall()
        return {chain: (parent, number) for chain, parent, number in found}

    @cached_property
    def _forked(self) -> frozenset[str]:
        return frozenset(origin(chain) for chain in self._forks)

    @property
    def has_forks(self) -> bool:
        """Whether any replica's lines in this scope lie in more than one chain."""
        return bool(self._forks)

    def is_forked(self, replica: str) -> bool:
        """Whether a replica's lines lie in more than one chain."""
        return replica in self._forked

    def of_replica(self, replica: str) -> list[str]:
        """Every chain that holds lines of a replica."""
        return [replica, *(chain for chain in self._forks if origin(chain) == replica)]

    def of_segment(self, digest: str) -> str | None:
        """The chain that ends with a segment, known by the beginning of its digest; None when it is not here."""
        short = digest[:SHORT]
        if short not in self._segments:
            found = self._db.conn.execute(
                "SELECT chain FROM journal_segment WHERE digest >= ? AND digest < ? AND scope = ?",
                (short, short + "g", self._scope),
            ).fetchone()
            self._segments[short] = found[0] if found else None
        return self._segments[short]

    def shared(self, chain: str, number: int, other: str) -> int:
        """Up to which number somebody who holds `chain` up to `number` holds `other` too; 0 for nothing of it."""
        while True:
            if chain == other:
                return number
            if chain not in self._forks:
                return 0
            chain, first = self._forks[chain]
            number = min(number, first - 1)

    def home(self, chain: str, number: int) -> str:
        """The chain in which a line of a chain lies: its own, or one that it branched from."""
        while chain in self._forks and number < self._forks[chain][1]:
            chain = self._forks[chain][0]
        return chain

    def path(self, chain: str, first: int) -> list[tuple[str, int, int | None]]:
        """Where a chain's lines from `first` on lie: (chain, from, before), the oldest part first."""
        parts: list[tuple[str, int, int | None]] = []
        before: int | None = None
        while True:
            parent, begin = self._forks.get(chain, ("", 0))
            parts.append((chain, max(first, begin), before))
            if first >= begin:
                return parts[::-1]
            chain, before = parent, begin if before is None else min(before, begin)
