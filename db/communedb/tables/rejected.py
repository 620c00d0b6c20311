"""Rows that were not taken, each with its reason, in a file that can be corrected and brought back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from communedb.domain.refusal import Reason, Refused
from communedb.tables.cells import CellFault, cell_text
from communedb.tables.headings import heading_key
from communedb.tables.writing import write_table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from communedb.tables.cells import Cell, Row
    from communedb.tables.writing import Written

ROW_HEADING: Final = "Dòng"
REASON_HEADING: Final = "Lý do"
"""The two columns that a file of rejected rows adds; they are passed over when it comes back corrected."""

OWN_HEADINGS: Final = frozenset(map(heading_key, (ROW_HEADING, REASON_HEADING)))
"""Keys of the headings that such a file adds."""


# A stick may be write-protected, full, or pulled out by now.
_NOT_THERE = frozenset({Reason.FOLDER_READ_ONLY, Reason.DISK_FULL, Reason.WRITE_FAILED})


@dataclass(frozen=True, slots=True)
class RejectedRow:
    """A row of the file and why it was not taken."""

    row: Row
    refusal: Refused


def rejected_file(source: Path) -> Path:
    """The name of the file beside the one that was brought: `danh-muc.rejected.csv`."""
    return source.with_name(f"{source.stem}.rejected.csv")


def write_rejected(
    path: Path, fallback: Path, names: Sequence[str], rows: Iterable[RejectedRow], words: Callable[[Refused], str]
) -> Path:
    """Write the rejected rows with their reasons and say where: in the folder `fallback` when `path` cannot be written.

    `rows` may be gone through twice. `words` puts a refusal into the officer's language. Refused: the faults of disk
    and folder, of the fallback too.
    """
    kept = [place for place, name in enumerate(names) if heading_key(name) not in OWN_HEADINGS]
    headings = [ROW_HEADING, REASON_HEADING, *(names[place] for place in kept)]

    def lines() -> Iterator[list[Written]]:
        for each in rows:
            yield [each.row.number, words(each.refusal), *(_text(each.row.cells, place) for place in kept)]

    try:
        write_table(path, headings, lines())
    except Refused as refused:
        if refused.reason not in _NOT_THERE:
            raise
        path = fallback / path.name
        write_table(path, headings, lines())
    return path


def _text(cells: tuple[Cell, ...], place: int) -> str:
    """A cell as the file had it, faulty or not."""
    if place >= len(cells):
        return ""
    cell = cells[place]
    if isinstance(cell, CellFault):
        return ""
    return cell if isinstance(cell, str) else cell_text(cell, "")
