"""`communetui export open-data`: counts of dossiers without people, as a Frictionless data package."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from communedb.reports.open_data import LEAST_THRESHOLD, THRESHOLD
from communetui.cli.kinds import DAY
from communetui.cli.lazy import command, start_of
from communetui.cli.opening import opened
from communetui.cli.output import answer
from communetui.strings.open_data import open_data

if TYPE_CHECKING:
    from datetime import date

    from communetui.cli.start import Start


@command("export open-data")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--from", "since", type=DAY)
@click.option("--to", "until", type=DAY)
@click.option("--threshold", type=click.IntRange(LEAST_THRESHOLD, 1_000), default=THRESHOLD)
@click.option("--yes", is_flag=True)
@start_of
def export_open_data(
    start: Start, folder: Path, since: date | None, until: date | None, threshold: int, *, yes: bool
) -> None:
    """Write the package for whole months, at most until the month before this one.

    Months that the package in the folder told already stay as they were told, but for --yes.
    """
    from communedb.domain.period import of_range
    from communedb.reports.open_data import last_whole_month, open_tables
    from communedb.stores.units import reported_unit
    from communetui.open_data.package import write_package
    from communetui.open_data.published import with_published
    from communetui.printing.office import office_of

    with opened(start) as register:
        whole = last_whole_month(register.now())
        last = min(until or whole, whole)
        period = of_range((since or last.replace(month=1)).replace(day=1), last)
        tables = open_tables(register.db, period.first, period.last, reported_unit(register.db), threshold)
        unit, months = register.by.unit, (period.first, period.last)
        name, kept = f"thu-tuc-hanh-chinh-{unit}", list[str]()
        if not yes:
            tables, kept = with_published(folder, tables, name=name, period=months, threshold=threshold)
        descriptor = write_package(
            folder, tables, name=name, centre=office_of(register.db, unit).centre,
            period=months, threshold=threshold, made_at=register.now(), replace=yes,
        )  # fmt: skip
    left_out = max(table.left_out for table in tables)
    document = {
        "descriptor": descriptor,
        "from": period.first,
        "to": period.last,
        "threshold": threshold,
        "tables": {table.name: len(table.rows) for table in tables},
        "left_out": left_out,
        "kept": kept,
    }
    said = open_data()
    lines = [
        said.written.format(
            tables=len(tables), rows=sum(len(table.rows) for table in tables), folder=folder, threshold=threshold
        ),
        *([said.kept.format(months=", ".join(kept))] if kept else []),
        *([said.left_out.format(count=left_out)] if left_out else []),
        *([said.not_over.format(last=f"{whole:%d/%m/%Y}")] if until and until > whole else []),
    ]
    answer(start, document, lambda: "\n".join(lines))
