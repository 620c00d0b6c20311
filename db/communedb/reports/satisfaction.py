"""How citizens found the service: the marks of the results handed out in a period, by field, and who entered them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final, NamedTuple

from communedb.domain.act import Mark, MarkedBy
from communedb.domain.moment import local
from communedb.reports.figures import Column, Figures, Kind, Row
from communedb.reports.on_time import share

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communedb.reports.figures import Asked
    from communedb.sqlite import Database

NAME: Final = "satisfaction"
COLUMNS: Final = (
    Column("field", Kind.TEXT),
    Column("returned"),
    Column("marked"),
    *(Column(mark.value) for mark in Mark),
    Column("share", Kind.SHARE),
    Column("by_citizen"),
    Column("by_officer"),
)
"""`share` is very good and good among those marked; who did not mark says nothing."""

MARKS: Final = frozenset(mark.value for mark in Mark)
"""The marks that count; anything else that arrives in their place does not."""

_PLEASED: Final = frozenset({Mark.VERY_GOOD.value, Mark.GOOD.value})


class Returned(NamedTuple):
    """A result handed out in the period, its mark (nothing for none) and who entered that."""

    dossier: str
    field: str
    mark: str
    marked_by: str


def figures(db: Database, asked: Asked) -> Figures:
    """The report; a mark counts for the period in which the result was handed out, whenever it was given."""
    last = min(asked.period.last, local(asked.now).date())
    values = {"first": asked.period.first.isoformat(), "last": last.isoformat(), "unit": asked.unit}
    found = db.conn.execute(RETURNED, values).fetchall()
    who = _marked_by(db, [dossier for dossier, _, mark in found if mark])
    every = [Returned(dossier, field, mark, who.get(dossier, "")) for dossier, field, mark in found]
    fields: dict[str, list[Returned]] = {}
    for one in every:
        fields.setdefault(one.field, []).append(one)
    rows = tuple(_row(field, field, fields[field]) for field in sorted(fields))
    return Figures(NAME, asked.period, COLUMNS, rows, _row("", "", every))


def _row(key: str, field: str, among: Sequence[Returned]) -> Row:
    marked = [one for one in among if one.mark in MARKS]
    lists = {
        "returned": among,
        "marked": marked,
        **{mark.value: [one for one in marked if one.mark == mark] for mark in Mark},
        "by_citizen": [one for one in marked if one.marked_by == MarkedBy.CITIZEN],
        "by_officer": [one for one in marked if one.marked_by == MarkedBy.OFFICER],
    }
    behind = {name: tuple(one.dossier for one in those) for name, those in lists.items()}
    pleased = sum(one.mark in _PLEASED for one in marked)
    cells = {name: len(keys) for name, keys in behind.items()}
    return Row(key, {"field": field, **cells, "share": share(pleased, len(marked))}, behind)


def _marked_by(db: Database, keys: Sequence[str]) -> dict[str, str]:
    """Who entered the mark that stands: the latest one that was not taken back."""
    found = db.conn.execute(_MARKED_BY, (json.dumps(keys),))
    return {dossier: who or "" for dossier, who, _ in found}


RETURNED: Final = """
SELECT s.dossier, s.field, s.mark FROM dossier_state AS s
WHERE s.returned_on >= :first AND s.returned_on <= :last AND s.voided = 0
  AND (:unit IS NULL OR (SELECT d.scope FROM dossier AS d WHERE d.id = s.dossier) = :unit)
ORDER BY s.returned_on, s.place
"""
"""The results handed out from `first` to `last` in `unit`: dossier, field, mark."""

_MARKED_BY: Final = """
SELECT e.dossier, CASE WHEN json_valid(e.details) THEN e.details ->> 'marked_by' END, max(e.clock)
FROM json_each(?) AS k CROSS JOIN event AS e INDEXED BY event_dossier ON e.dossier = k.value
WHERE e.kind = 'rated' AND NOT EXISTS (
  SELECT 1 FROM event AS t WHERE t.dossier = e.dossier AND t.kind = 'taken_back' AND t.takes_back = e.id
)
GROUP BY e.dossier
"""
