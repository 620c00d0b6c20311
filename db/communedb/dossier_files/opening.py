"""An open file of dossiers: its columns are known, and it was read through once before a row of it is taken."""

from __future__ import annotations

from array import array
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from communedb.domain.refusal import Refused
from communedb.domain.text import clean
from communedb.dossier_files.columns import Column
from communedb.dossier_files.match import match_columns
from communedb.tables.cells import cell_text
from communedb.tables.reading import open_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from communedb.tables.cells import Row, Table
    from communedb.tables.headings import Headed


@dataclass(frozen=True)
class DossierFile:
    """A file whose columns are known: how many rows it has, and the codes that stand in it twice with other facts.

    `twice` gives the numbers of the rows, by the code's `hash`.
    """

    table: Table
    headed: Headed[Column]
    rows: int
    twice: Mapping[int, str]


@contextmanager
def open_dossiers(path: Path, said: Mapping[str, str], *, sheet: str | None = None) -> Iterator[DossierFile]:
    """Open a file, find its columns and read it through: what cannot be read whole is refused before it is begun.

    Refused as `open_table` and `match_columns`.
    """
    with open_headed(path, said, sheet=sheet) as (_, headed):
        count, twice = _survey(headed)
    with open_headed(path, said, sheet=sheet) as (table, headed):
        yield DossierFile(table, headed, count, twice)


@contextmanager
def open_headed(
    path: Path, said: Mapping[str, str], *, sheet: str | None = None
) -> Iterator[tuple[Table, Headed[Column]]]:
    """Open a file and find its columns."""
    with open_table(path, sheet=sheet) as table:
        yield table, match_columns(table, said)


def _survey(headed: Headed[Column]) -> tuple[int, dict[int, str]]:
    """Count the rows, and find each code that stands in several rows that do not say the same.

    Which of those is right is for the office to say. Twenty-four bytes are kept of a row.
    """
    codes, contents, numbers = array("q"), array("q"), array("q")
    count = 0
    for row in headed.rows:
        count += 1
        code = _code(headed, row)
        if code:
            codes.append(hash(code))
            contents.append(hash(tuple(headed.cell(row, column) for column in headed.places)))
            numbers.append(row.number)
    repeated = {one for one, other in pairwise(sorted(codes)) if one == other}
    said: dict[int, set[int]] = {}
    places: dict[int, list[int]] = {}
    for code_hash, content, number in zip(codes, contents, numbers, strict=True):
        if code_hash in repeated:
            said.setdefault(code_hash, set()).add(content)
            places.setdefault(code_hash, []).append(number)
    differing = (one for one, found in said.items() if len(found) > 1)
    return count, {one: ", ".join(map(str, places[one][:20])) for one in differing}


def _code(headed: Headed[Column], row: Row) -> str:
    """The code of a row, nothing where it cannot be read."""
    try:
        return clean(cell_text(headed.cell(row, Column.CODE), ""))
    except Refused:
        return ""
