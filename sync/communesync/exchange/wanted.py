"""Attachments whose row is here and whose file is not: asked for until they come."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Annotated, Final, NamedTuple

from pydantic import Field

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from communedb.files.attachments import AttachmentFiles
    from communedb.register import Register
    from communedb.sqlite import Database
    from communedb.transaction import Write


MOST_FILE: Final = 1 << 30
"""Bytes that a file which is asked for may have."""

_is_digest = re.compile("[0-9a-f]{64}").fullmatch


class Wanted(NamedTuple):
    """A file that is lacking: SHA-256, size in bytes, and how many bytes from its beginning are here already."""

    digest: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    size: Annotated[int, Field(ge=1, le=MOST_FILE)]
    received: Annotated[int, Field(ge=0, le=MOST_FILE)]


def wanted_files(db: Database, most: int, may_read: Callable[[str], bool] = lambda _: True) -> list[Wanted]:
    """The files that are lacking, those asked for longest first; of rows in the scopes that `may_read` names."""
    scopes = [scope for (scope,) in db.conn.execute("SELECT DISTINCT scope FROM attachment") if may_read(scope)]
    found = db.conn.execute(
        "SELECT digest, size, received FROM file_wanted WHERE EXISTS (SELECT 1 FROM attachment WHERE attachment.digest"
        " = file_wanted.digest AND scope IN (SELECT value FROM json_each(?))) ORDER BY at, digest LIMIT ?",
        (json.dumps(scopes), most),
    )
    return [Wanted(*row) for row in found]


def not_received(db: Database, digests: Iterable[str]) -> set[str]:
    """Which of these files have not come yet: what a screen shows beside an attachment."""
    sql = "SELECT digest FROM file_wanted WHERE digest IN (SELECT value FROM json_each(?))"
    return {digest for (digest,) in db.conn.execute(sql, (json.dumps(list(digests)),))}


def wanted_count(db: Database) -> tuple[int, int]:
    """How many files are lacking, and the bytes that are still to come."""
    count, size = db.conn.execute("SELECT count(*), coalesce(sum(size - received), 0) FROM file_wanted").fetchone()
    return int(count), int(size)


def last_attachment(db: Database) -> int:
    """A mark after which `want_new` looks."""
    (last,) = db.conn.execute("SELECT coalesce(max(rowid), 0) FROM attachment").fetchone()
    return int(last)


def want_new(db: Database, files: AttachmentFiles, after: int, at: str) -> int:
    """Ask for the files of the attachments that came since a mark, in the caller's transaction; how many lack."""
    found = db.conn.execute("SELECT DISTINCT digest, size FROM attachment WHERE rowid > ?", (after,)).fetchall()
    missing = [(digest, size, 0, at) for digest, size in found if _can_be(digest, size) and not files.has(digest)]
    db.conn.executemany("INSERT INTO file_wanted VALUES (?, ?, ?, ?) ON CONFLICT (digest) DO NOTHING", missing)
    return len(missing)


def _can_be(digest: str, size: int) -> bool:
    """Whether a row speaks of a file that there can be."""
    return _is_digest(digest) is not None and 1 <= size <= MOST_FILE


def look_again(register: Register) -> int:
    """Compare every attachment's row with the files that are there, as after a restore; how many files lack."""
    return register.write(_look_again, register.files)


def _look_again(tx: Write, files: AttachmentFiles) -> int:
    here = [digest for (digest,) in tx.db.conn.execute("SELECT digest FROM file_wanted") if files.has(digest)]
    tx.db.conn.executemany("DELETE FROM file_wanted WHERE digest = ?", [(digest,) for digest in here])
    return want_new(tx.db, files, 0, tx.stamp())


def is_wanted(db: Database, digest: str) -> Wanted | None:
    """A file as it is lacking here, None when it is not."""
    found = db.conn.execute("SELECT digest, size, received FROM file_wanted WHERE digest = ?", (digest,)).fetchone()
    return None if found is None else Wanted(*found)
