"""What an office seldom changes and every save asks for, in memory: officers, settings, calendar, catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Concatenate, Final, ParamSpec, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from communedb.sqlite import Database

P = ParamSpec("P")
T = TypeVar("T")

OFFICE_TABLES: Final = frozenset({"officer", "setting", "station_setting", "calendar_day", "procedure"})
"""Tables whose every change is counted by triggers in `office_version`, whoever makes it."""


class Answers:
    """Answers of reading functions about the office, each read once."""

    def __init__(self) -> None:
        self._kept: dict[Any, Any] = {}

    def known(self, db: Database, read: Callable[Concatenate[Database, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """What `read(db, ...)` answers; its arguments are hashable, and a refusal is not kept."""
        key = (read, args, *kwargs.items())
        if key not in self._kept:
            self._kept[key] = read(db, *args, **kwargs)
        found: T = self._kept[key]
        return found


class OfficeMemory:
    """The answers that hold at present, let go when any process has changed one of the office's tables."""

    def __init__(self) -> None:
        self._at: tuple[int, Answers] = (-1, Answers())

    def now(self, db: Database) -> Answers:
        """The answers that hold for what this connection reads."""
        (version,) = db.conn.execute("SELECT number FROM office_version").fetchone()
        at, answers = self._at
        if at != version:
            answers = Answers()
            self._at = (version, answers)
        return answers
