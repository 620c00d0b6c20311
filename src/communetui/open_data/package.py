"""Tables as a Frictionless data package (Data Package 1.0, Tabular Data Resource): a descriptor and CSV files."""

from __future__ import annotations

import csv
import io
import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from communedb.domain.disclosure import POOLED, UNSTATED
from communedb.domain.moment import utc_text
from communedb.domain.refusal import Reason, Refused
from communedb.files.atomic import make_folder, write_atomically, write_faults_refused
from communetui.strings.open_data import open_data

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime
    from pathlib import Path

    from communedb.reports.open_data import OpenTable

DESCRIPTOR: Final = "datapackage.json"
COUNT: Final = "dossiers"
"""The last column of each table."""


def write_package(
    folder: Path,
    tables: Sequence[OpenTable],
    *,
    name: str,
    centre: str,
    period: tuple[date, date],
    threshold: int,
    made_at: datetime,
    replace: bool = False,
) -> Path:
    """Write the package and return its descriptor, which is written last: a folder without one is not finished.

    A package that is there already is replaced; other files of the same names only with `replace`. `name` is
    lower-case and made of letters, digits and `-`. Refused: TABLE_FILE_EXISTS, DISK_FULL, FOLDER_READ_ONLY,
    WRITE_FAILED.
    """
    make_folder(folder)
    _make_room(folder, tables, replace=replace)
    resources = []
    for table in tables:
        content = _csv(table)
        write_atomically(folder / f"{table.name}.csv", content)
        resources.append(_resource(table, content))
    said = open_data()
    facts = {"first": f"{period[0]:%m/%Y}", "last": f"{period[1]:%m/%Y}", "threshold": threshold}
    descriptor = {
        "profile": "tabular-data-package",
        "name": name,
        "title": said.title.format(centre=centre),
        "description": said.description.format(**facts),
        "created": utc_text(made_at),
        "contributors": [{"title": centre, "role": "publisher"}],
        "resources": resources,
    }
    path = folder / DESCRIPTOR
    write_atomically(path, (json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n").encode())
    return path


def _make_room(folder: Path, tables: Sequence[OpenTable], *, replace: bool) -> None:
    if (folder / DESCRIPTOR).exists():
        # Until the new one is there, nobody takes new tables for what the old descriptor says of them.
        with write_faults_refused(folder / DESCRIPTOR):
            (folder / DESCRIPTOR).unlink()
        return
    for table in tables:
        path = folder / f"{table.name}.csv"
        if path.exists() and not replace:
            raise Refused(Reason.TABLE_FILE_EXISTS, path=str(path))


def _csv(table: OpenTable) -> bytes:
    """UTF-8 without a byte order mark and with the line ends of RFC 4180, as the specification has it."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([*table.columns, COUNT])
    writer.writerows([*path, count] for path, count in zip(table.rows, table.counts, strict=True))
    return out.getvalue().encode()


def _resource(table: OpenTable, content: bytes) -> dict[str, Any]:
    title, description = open_data().tables[table.name]
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "title": title,
        "description": description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{sha256(content).hexdigest()}",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True},
        "schema": {
            "fields": [_field(name) for name in (*table.columns, COUNT)],
            "missingValues": [""],
            "primaryKey": list(table.columns),
        },
    }


def _field(name: str) -> dict[str, Any]:
    said = open_data()
    title, description = said.columns[name]
    meanings = said.values.get(name, {})
    if meanings:
        description += " " + "; ".join(f"{code}: {meaning}" for code, meaning in meanings.items())
    told: dict[str, Any] = {"name": name, "title": title, "description": description}
    if name == COUNT:
        return {**told, "type": "integer", "constraints": {"required": True, "minimum": 1}}
    if name == "month":
        return {**told, "type": "yearmonth", "constraints": {"required": True}}
    constraints: dict[str, Any] = {"required": True}
    if meanings:
        constraints["enum"] = [*meanings, POOLED, UNSTATED]
    return {**told, "type": "string", "constraints": constraints}
