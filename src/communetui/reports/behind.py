"""What stands behind a number: dossiers a page at a time by their keys, tasks and feedback by code and title."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final, NamedTuple

from communedb.stores.dossier_list import rows_of
from communetui.dossiers.lines import lines_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communedb.register import Register
    from communedb.sqlite import Database
    from communetui.dossiers.lines import Line


class DossiersBehind:
    """A source of lines over given keys, in their order; a dossier that is not in this register has no line.

    Which of the keys are here is asked once, when the first page is read.
    """

    def __init__(self, register: Register, keys: Sequence[str]) -> None:
        self._register = register
        self._asked = keys
        self._keys: list[str] | None = None
        self._places: dict[str, int] = {}

    def key(self, line: Line) -> str:
        """Where a line stands: at its dossier."""
        return line.row.dossier

    def first(self, size: int) -> list[Line]:
        """The first lines."""
        return self._lines(0, size)

    def last(self, size: int) -> list[Line]:
        """The last lines."""
        return self._lines(max(self.count() - size, 0), self.count())

    def after(self, key: str, size: int) -> list[Line]:
        """The lines after a dossier."""
        begin = self._place(key, -1) + 1
        return self._lines(begin, begin + size)

    def before(self, key: str, size: int) -> list[Line]:
        """The lines before a dossier."""
        end = self._place(key, 0)
        return self._lines(max(end - size, 0), end)

    def count(self) -> int:
        """How many there are here."""
        return len(self._here())

    def _here(self) -> list[str]:
        if self._keys is None:
            here = _here(self._register.db, self._asked)
            # A number of a contested register may count a dossier twice; a list shows it once.
            self._keys = [key for key in dict.fromkeys(self._asked) if key in here]
            self._places = {key: place for place, key in enumerate(self._keys)}
        return self._keys

    def _place(self, key: str, otherwise: int) -> int:
        self._here()
        return self._places.get(key, otherwise)

    def _lines(self, begin: int, end: int) -> list[Line]:
        return lines_of(self._register, rows_of(self._register.db, self._here()[begin:end]))


class SubjectLine(NamedTuple):
    """A task or a feedback: its key, its code, and what it is about."""

    key: str
    code: str
    about: str


def subject_lines(db: Database, subjects: str, keys: Sequence[str]) -> list[SubjectLine]:
    """The tasks or feedback of these keys, in this order; what is not in this register has no line."""
    found = db.conn.execute(_LINES[subjects], (json.dumps(list(keys)),))
    by_key = {line.key: line for line in map(SubjectLine._make, found)}
    return [by_key[key] for key in dict.fromkeys(keys) if key in by_key]


def subjects_of(db: Database, keys: Sequence[str], told: str) -> str:
    """What these keys are: what the report says of all of its own, unless it counts dossiers, tasks and feedback."""
    for subjects, table in _TABLES.items():
        if db.conn.execute(f"SELECT 1 FROM {table} WHERE id = ?", (keys[0],)).fetchone() is not None:
            return subjects
    return told


_TABLES: Final = {"dossier": "dossier", "task": "task", "feedback": "feedback", "support": "support"}
_LINES: Final = {
    "task": "SELECT id, code, title FROM task WHERE id IN (SELECT value FROM json_each(?))",
    "feedback": "SELECT id, code, content FROM feedback WHERE id IN (SELECT value FROM json_each(?))",
    "support": "SELECT id, strftime('%d/%m/%Y', helped_on), coalesce(procedure_name, note, place, '') FROM support"
    " WHERE id IN (SELECT value FROM json_each(?))",
}


def _here(db: Database, keys: Sequence[str]) -> set[str]:
    sql = "SELECT dossier FROM dossier_state WHERE dossier IN (SELECT value FROM json_each(?))"
    return {key for (key,) in db.conn.execute(sql, (json.dumps(list(keys)),))}
