"""What this replica holds, and which segments another one lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from communedb.journal.chains import Chains, origin

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from communedb.sqlite import Database

Vector = dict[str, dict[str, list[tuple[int, str]]]]
"""By scope and replica, the last segments held: number and digest. More than one for a replica only after a fork."""


class Ref(NamedTuple):
    """Which lines a segment has."""

    digest: str
    replica: str
    scope: str
    first: int
    last: int


def held(db: Database) -> Vector:
    """Everything that was frozen or applied here."""
    found: Vector = {}
    for scope, chain, number, digest in db.conn.execute(
        "SELECT scope, chain, number, digest FROM journal_head ORDER BY scope, chain"
    ):
        found.setdefault(scope, {}).setdefault(origin(chain), []).append((number, digest))
    return found


def lacking(db: Database, vector: Vector, scopes: Collection[str] | None = None) -> list[Ref]:
    """The segments in these scopes (all, if None) that the owner of a vector lacks, in an order in which they apply."""
    wanted = [scope for (scope,) in db.conn.execute("SELECT DISTINCT scope FROM journal_head ORDER BY scope")]
    found: list[tuple[int, Ref]] = []
    for scope in wanted:
        if scopes is None or scope in scopes:
            found += _lacking_in(db, scope, vector.get(scope, {}))
    # A transaction that two segments share gives them one clock.
    return [ref for _, ref in sorted(found, key=lambda each: (each[0], each[1].replica, each[1].first, each[1]))]


def _lacking_in(db: Database, scope: str, tips: dict[str, list[tuple[int, str]]]) -> Iterable[tuple[int, Ref]]:
    chains = Chains(db, scope)
    (own,) = db.conn.execute("SELECT replica FROM installation").fetchone()
    heads = db.conn.execute("SELECT chain, number FROM journal_head WHERE scope = ?", (scope,)).fetchall()
    for chain, last in heads:
        replica = origin(chain)
        # Nobody but us can be ahead in our own lines.
        ahead = None if replica == own or chains.is_forked(replica) else last
        known = max((_up_to(chains, chain, ahead, *tip) for tip in tips.get(replica, ())), default=0)
        for clock, *ref in db.conn.execute(
            "SELECT clock, digest, replica, scope, first, last FROM journal_segment"
            " WHERE scope = ? AND chain = ? AND last > ?",
            (scope, chain, known),
        ):
            yield clock, Ref(*ref)


def _up_to(chains: Chains, chain: str, ahead: int | None, number: int, digest: str) -> int:
    """How far somebody who holds this segment holds a chain.

    A segment that is not here, of a number that we have, is of a branch, or was cut elsewhere: they get the whole
    chain, and both of us know more afterwards. Beyond `ahead` they are taken to have what we have and more.
    """
    theirs = chains.of_segment(digest)
    if theirs is None:
        return number if ahead is not None and number > ahead else 0
    return chains.shared(theirs, number, chain)
