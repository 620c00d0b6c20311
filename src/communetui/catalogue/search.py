"""Finding procedures by a few letters, the nearest first, wherever an officer looks for one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from communedb.domain.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from communedb.domain.procedure import Procedure


class _Entry(NamedTuple):
    procedure: Procedure
    words: str
    names: tuple[str, ...]


class ProcedureSearch:
    """Procedures by the words of their code, name, popular names and field."""

    def __init__(self, procedures: Iterable[Procedure] = ()) -> None:
        self._entries = [_entry(procedure) for procedure in procedures]

    def find(self, typed: str) -> list[Procedure]:
        """Those in which each typed word begins a word: by code, a whole name, a piece of one, words anywhere.

        The same letters find the same procedure first every day. Nothing typed finds all, in the order they came in.
        """
        wanted = fold(typed)
        words = [f" {word}" for word in wanted.split()]
        found = [entry for entry in self._entries if all(word in entry.words for word in words)]
        if wanted:
            found.sort(key=lambda entry: _distance(entry, wanted))
        return [entry.procedure for entry in found]

    def of_code(self, code: str) -> Procedure | None:
        """The one with this code."""
        return next((entry.procedure for entry in self._entries if entry.procedure.code == code), None)


def _entry(procedure: Procedure) -> _Entry:
    # The words "Thủ tục" before a name tell nothing and would make one name longer than its like.
    names = (fold(procedure.name_vi).removeprefix("thu tuc "), *map(fold, procedure.also_called))
    return _Entry(procedure, f" {procedure.search_text}", names)


def _distance(entry: _Entry, wanted: str) -> tuple[int, int, str]:
    """How far a procedure is from what was typed."""
    if entry.procedure.code.startswith(wanted):
        far = 0
    elif wanted in entry.names:
        far = 1
    else:
        far = 2 if any(f" {wanted}" in f" {name}" for name in entry.names) else 3
    # A popular name is shorter than the official one, so the shortest name tells how much of it was typed.
    nearest = min((len(name) for name in entry.names if wanted in name), default=len(entry.words))
    return far, nearest, entry.procedure.code
