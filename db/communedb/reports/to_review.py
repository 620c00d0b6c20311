"""How much there is that an officer has to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communedb.reports.affected import affected_now
from communedb.reports.contradictions import (
    contradictions,
    feedback_contradictions,
    paid_twice,
    task_contradiction_count,
    without_administrator,
)
from communedb.reports.equal_codes import equal_codes

if TYPE_CHECKING:
    from communedb.sqlite import Database


def review_count(db: Database) -> int:
    """The lines of the list of what is to be looked at."""
    (contested,) = db.conn.execute("SELECT count(DISTINCT row) FROM conflict").fetchone()
    broken = len(contradictions(db)) + len(feedback_contradictions(db)) + len(paid_twice(db))
    broken += task_contradiction_count(db) + without_administrator(db)
    return int(contested) + broken + len(affected_now(db)) + len(equal_codes(db))
