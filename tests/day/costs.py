"""What each citizen of the morning cost, as a page."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.day.morning import Cost

PAGE = Path("build/morning.md")


def write_costs(costs: Sequence[Cost]) -> None:
    """Write the table, and show it to whoever runs the test with -s."""
    rows = [
        f"| {place} | {cost.citizen.at} | {cost.citizen.name} | {cost.citizen.procedure} | {cost.scans} | {cost.keys} "
        f"| {cost.letters} | {cost.seconds:.1f} |"
        for place, cost in enumerate(costs, start=1)
    ]
    total = (
        f"| | | all thirty | | {sum(c.scans for c in costs)} | {sum(c.keys for c in costs)} "
        f"| {sum(c.letters for c in costs)} | {sum(c.seconds for c in costs):.1f} |"
    )
    head = "| | at | citizen | procedure | cards read | keys | letters | seconds |\n|---|---|---|---|---|---|---|---|"
    PAGE.parent.mkdir(exist_ok=True)
    page = "\n".join([head, *rows, total, ""])
    PAGE.write_text(page, encoding="utf-8")
    sys.stdout.write(page)
