"""Whether a register is sound: its pages as written, its structure, and what is derived against what was entered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from communedb.sqlite import DatabaseError, one_moment, refusal_of
from communedb.stores.dossier_derived import stale

if TYPE_CHECKING:
    from communedb.sqlite import Database


_NUMBERS: Final = "SELECT (SELECT count(*) FROM dossier), (SELECT count(*) FROM task), (SELECT count(*) FROM feedback)"


@dataclass(frozen=True)
class Integrity:
    """What was found: faults of `pages` and `structure` in the database's own words, keys of what is `stale`.

    `dossiers`, `tasks` and `feedback` are how many were looked at.
    """

    dossiers: int
    tasks: int
    feedback: int
    pages: list[str]
    structure: list[str]
    stale: list[str]

    @property
    def sound(self) -> bool:
        """Whether nothing was found."""
        return not (self.pages or self.structure or self.stale)


def damaged_pages(db: Database) -> list[str]:
    """What the keyed digest of each page finds wrong, in the database's own words; reads the whole file once."""
    return [str(fault) for (fault,) in db.conn.execute("PRAGMA cipher_integrity_check")]


def integrity(db: Database) -> Integrity:
    """Read the whole register as it is at this moment; fold its log first, for the pages are read from the file itself.

    Every page carries a keyed digest (HMAC-SHA512): one flipped bit is found. Refused with REGISTER_DAMAGED when so
    much is broken that it cannot be read to its end.
    """
    # The pages alone are looked at every day; this is not.
    from communedb.stores.feedback_derived import stale_feedback
    from communedb.stores.task_derived import stale_tasks

    try:
        with one_moment(db):
            pages = damaged_pages(db)
            structure = [str(line) for (line,) in db.conn.execute("PRAGMA quick_check") if line != "ok"]
            if pages or structure:
                return Integrity(0, 0, 0, pages, structure, [])
            dossiers, tasks, feedback = db.conn.execute(_NUMBERS).fetchone()
            found = [*stale(db), *stale_feedback(db), *stale_tasks(db)]
            return Integrity(dossiers, tasks, feedback, pages, structure, found)
    except DatabaseError as error:
        raise refusal_of(error) from error
