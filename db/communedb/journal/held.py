"""What this replica holds, and which segments another one lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from communedb.journal.chains import Chains, origin

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

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
    return [ref for _, ref in sorted(found, key=lambda each: (each[0], each[1].replica, each[1].scope, each[1].first))]


def _lacking_in(db: Database, scope: str, tips: dict[str, list[tuple[int, str]]]) -> Iterator[tuple[int, Ref]]:
    chains = Chains(db, scope)
    (own,) = db.conn.execute("SELECT replica FROM installation").fetchone()
    for replica, last in db.conn.execute(
        "SELECT chain, number FROM journal_head WHERE scope = ? AND chain = replica", (scope,)
    ).fetchall():
        theirs, forked = tips.get(replica, []), chains.is_forked(replica)
        known = _ancestry(db, scope, replica, theirs) if forked else frozenset()
        # Nobody but us can be ahead in our own lines.
        ahead = None if replica == own else last
        beyond = 0 if forked else max((_up_to(chains, ahead, *tip) for tip in theirs), default=0)
        for clock, *ref in db.conn.execute(
            "SELECT clock, digest, replica, scope, first, last FROM journal_segment"
            " WHERE scope = ? AND replica = ? AND last > ?",
            (scope, replica, beyond),
        ):
            if ref[0] not in known:
                yield clock, Ref(*ref)


def _up_to(chains: Chains, ahead: int | None, number: int, digest: str) -> int:
    """How far somebody who holds this segment holds its replica's lines, of which there is one chain.

    A segment that is not here, of a number that we have, is of a branch, or was cut elsewhere: they get the whole
    chain, and both of us know more afterwards. Beyond `ahead` they are taken to have what we have and more.
    """
    is_known = chains.of_segment(digest) is not None or (ahead is not None and number > ahead)
    return number if is_known else 0


def _ancestry(db: Database, scope: str, replica: str, tips: Iterable[tuple[int, str]]) -> frozenset[str]:
    """The segments that somebody holds who holds these: after a fork there is more than one way to a number."""
    before = dict(
        db.conn.execute(
            "SELECT digest, previous FROM journal_segment WHERE scope = ? AND replica = ?", (scope, replica)
        ).fetchall()
    )
    found: set[str] = set()
    for _, digest in tips:
        while digest in before and digest not in found:
            found.add(digest)
            digest = before[digest]
    return frozenset(found)
