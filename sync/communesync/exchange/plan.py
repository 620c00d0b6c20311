"""What there is to send, before anything is written: from what each peer said last, never from what we sent."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final, NamedTuple

from communedb.journal.held import Ref, lacking
from communesync.exchange.bundles import bytes_per_line
from communesync.exchange.statement import Statement, last_statement
from communesync.exchange.wanted import Wanted

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from communedb.files.attachments import AttachmentFiles
    from communedb.register import Register
    from communedb.sqlite import Database
    from communesync.keys.members import Member

_ENVELOPE = 6_000
"""Bytes that a bundle costs beside its lines, about."""

OF_A_SPAN: Final = (
    "FROM journal_line WHERE replica IN (SELECT ?1 UNION SELECT chain FROM journal_head WHERE scope = ?2"
    " AND replica = ?1) AND scope = ?2 AND number BETWEEN ?3 AND ?4"
)
"""The lines of a replica in a scope from one number to another; after a fork, those of every branch."""


class Plan(NamedTuple):
    """Segments in an order in which they apply, their lines, the files that go after them; `size` bytes in all, about.

    `size` without the files is `rows_size`.
    """

    refs: list[Ref]
    lines: int
    rows_size: int
    files: list[Wanted]

    @property
    def size(self) -> int:
        """Bytes in all, about."""
        return self.rows_size + sum(file.size - file.received for file in self.files)


def planned(
    register: Register,
    to: Sequence[Member],
    *,
    rows_only: bool = False,
    said: Mapping[str, Statement] | None = None,
    there: Collection[str] = (),
    parts_there: Mapping[str, Sequence[tuple[int, int]]] | None = None,
) -> Plan:
    """What these members lack of what is here, frozen first; everything, of a member that has said nothing yet.

    `said` are statements that are newer than those kept, by key. Segments in `there` are on the way already, and of
    files the parts in `parts_there`: by digest, from where to where.
    """
    register.freeze()
    db = register.db
    statements = {member.key: _statement(db, member.key, said) for member in to}
    lacked = _lacking(db, to, statements)
    refs = [ref for ref in lacked if ref.digest not in there]
    lines = sum(ref.last - ref.first + 1 for ref in refs)
    # Also of rows that are on the way already: their files may not have found room.
    files = [] if rows_only else _files(db, register.files, to, statements, lacked)
    files = [file for file in files if not _covered(file, (parts_there or {}).get(file.digest, ()))]
    return Plan(refs, lines, round(lines * bytes_per_line(db)) + _ENVELOPE if refs else 0, files)


def _statement(db: Database, key: str, said: Mapping[str, Statement] | None) -> Statement | None:
    if said and key in said:
        return said[key]
    heard = last_statement(db, key)
    return heard.statement if heard else None


def _lacking(db: Database, to: Sequence[Member], statements: Mapping[str, Statement | None]) -> list[Ref]:
    """What any of the members lacks."""
    scopes = [scope for (scope,) in db.conn.execute("SELECT DISTINCT scope FROM journal_head")]
    found: list[list[Ref]] = []
    for member in to:
        statement = statements[member.key]
        found.append(lacking(db, statement.vector if statement else {}, list(filter(member.may_read, scopes))))
    if len(found) <= 1:
        return found[0] if found else []
    wanted = {ref.digest for refs in found for ref in refs}
    return [ref for ref in lacking(db, {}, scopes) if ref.digest in wanted] if wanted else []


def _files(
    db: Database,
    files: AttachmentFiles,
    to: Sequence[Member],
    statements: Mapping[str, Statement | None],
    refs: Iterable[Ref],
) -> list[Wanted]:
    """The files of the attachments whose rows are sent, and those that the members asked for, from where they are."""
    found: dict[str, Wanted] = {}
    for member in to:
        statement = statements[member.key]
        for wanted in statement.wanted if statement else ():
            kept = found.get(wanted.digest, wanted)
            if _may_have(db, member, wanted.digest):
                found[wanted.digest] = wanted._replace(received=min(wanted.received, kept.received))
    for digest, size in attachments_in(db, refs).items():
        found.setdefault(digest, Wanted(digest, size, 0))
    return [wanted for wanted in found.values() if files.has(wanted.digest)]


def _covered(wanted: Wanted, parts: Iterable[tuple[int, int]]) -> bool:
    """Whether parts of a file make up all that is lacking of it."""
    end = wanted.received
    for begin, until in sorted(parts):
        if begin <= end:
            end = max(end, until)
    return end >= wanted.size


def _may_have(db: Database, member: Member, digest: str) -> bool:
    """Whether a file belongs to a row that the member may read."""
    return any(map(member.may_read, scopes_of(db, digest)))


def scopes_of(db: Database, digest: str) -> list[str]:
    """The scopes in which a file is attached to something."""
    found = db.conn.execute("SELECT DISTINCT scope FROM attachment WHERE digest = ? ORDER BY scope", (digest,))
    return [scope for (scope,) in found]


def attachments_in(db: Database, refs: Iterable[Ref]) -> dict[str, int]:
    """Digest and size of each file that these segments attach to something."""
    found: dict[str, int] = {}
    for ref in refs:
        for (changes,) in db.conn.execute(
            f"SELECT changes {OF_A_SPAN} AND table_name = 'attachment'", (ref.replica, ref.scope, ref.first, ref.last)
        ):
            row = json.loads(changes)
            if isinstance(row, dict) and isinstance(row.get("digest"), str) and isinstance(row.get("size"), int):
                found[row["digest"]] = row["size"]
    return found
