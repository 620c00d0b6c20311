"""What the journal costs: bytes for each dossier, and its share of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.bars import Line, Section
from communedb import layout

if TYPE_CHECKING:
    from benchmarks.million import Made

_SAMPLE = 500
_SIZES = "octet_length(changes) + octet_length(row) + octet_length(replica) + octet_length(officer) + 40"
_OF_DOSSIER = " UNION ALL ".join(
    ["SELECT ?1", *(f"SELECT id FROM {table} WHERE dossier = ?1" for table in ("paper", "event", "outside_code"))]
)


def measure(made: Made) -> Section:
    """Lines of a sample of dossiers, as text; the file with its pages, indexes and empty space."""
    with made.open() as register:
        execute = register.db.conn.execute
        (last,) = execute("SELECT max(place) FROM dossier_state").fetchone()
        found = []
        for place in range(1, last, max(1, last // _SAMPLE)):
            (dossier,) = execute("SELECT dossier FROM dossier_state WHERE place = ?", (place,)).fetchone()
            sql = f"SELECT count(*), sum({_SIZES}) FROM journal_line WHERE row IN ({_OF_DOSSIER})"
            found.append(execute(sql, (dossier,)).fetchone())
    lines, size = (sum(column) / len(found) for column in zip(*found, strict=True))
    per_file = layout.database(made.folder).stat().st_size / last
    return Section(
        f"The journal, {made.dossiers:,} dossiers",
        [
            Line("lines for each dossier", lines, "lines"),
            Line("journal text for each dossier", size, "bytes"),
            Line("the file for each dossier", per_file, "bytes"),
            Line("the journal's text in the file", 100 * size / per_file, "%"),
        ],
    )
