"""Scans at reception and results as files, by channel: what is asked of a dossier to count as digitised."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from communedb.domain.channel import Channel
from communedb.domain.moment import utc_text
from communedb.domain.status import Status
from communedb.reports.caseload import caseload, is_received, is_resolved
from communedb.reports.figures import Column, Figures, Kind, Row, Unknown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communedb.reports.caseload import Case
    from communedb.reports.figures import Asked, Value
    from communedb.sqlite import Database

NAME: Final = "digitisation"
COLUMNS: Final = (
    Column("channel", Kind.TEXT),
    Column("received"),
    Column("scanned"),
    Column("scanned_share", Kind.SHARE),
    Column("with_result"),
    Column("result_file"),
    Column("result_file_share", Kind.SHARE),
    Column("both"),
    Column("both_share", Kind.SHARE),
)

_RESULT: Final = frozenset({Status.RESULT_READY, Status.RETURNED})


def figures(db: Database, asked: Asked) -> Figures:
    """Papers are asked of what was received in the period, a result file of what came to a result in it.

    Files count that were attached by the period's end and not removed since.
    """
    cases = caseload(db, asked)
    scanned, filed = _files(db, [case.dossier for case in cases], asked)
    rows = []
    for channel in Channel:
        of = [case for case in cases if case.channel == channel]
        rows.append(_row(channel.value, of, asked, scanned, filed))
    return Figures(NAME, asked.period, COLUMNS, tuple(rows), _row("", cases, asked, scanned, filed))


def _row(key: str, cases: Sequence[Case], asked: Asked, scanned: set[str], filed: set[str]) -> Row:
    received = [case.dossier for case in cases if is_received(case, asked)]
    results = [case.dossier for case in cases if is_resolved(case, asked) and case.status in _RESULT]
    behind = {
        "received": tuple(received),
        "scanned": tuple(one for one in received if one in scanned),
        "with_result": tuple(results),
        "result_file": tuple(one for one in results if one in filed),
        "both": tuple(one for one in results if one in filed and one in scanned),
    }
    cells: dict[str, Value] = {"channel": key, **{name: len(keys) for name, keys in behind.items()}}
    for name, whole in (("scanned", received), ("result_file", results), ("both", results)):
        cells[f"{name}_share"] = len(behind[name]) / len(whole) if whole else Unknown.NOTHING_TO_COUNT
    return Row(key, cells, {name: keys for name, keys in behind.items() if keys})


def _files(db: Database, dossiers: Sequence[str], asked: Asked) -> tuple[set[str], set[str]]:
    """The dossiers with papers as files, and those with the result as a file."""
    found = db.conn.execute(
        "SELECT DISTINCT a.subject, a.kind = 'result' FROM json_each(?) AS wanted"
        " CROSS JOIN attachment AS a ON a.subject = wanted.value WHERE a.active = 1 AND a.added_at < ?",
        (json.dumps(dossiers), utc_text(asked.period.end)),
    ).fetchall()
    return {key for key, is_result in found if not is_result}, {key for key, is_result in found if is_result}
