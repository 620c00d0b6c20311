"""`python -m benchmarks`: measure, and print each figure with its bar and whether it holds."""

from __future__ import annotations

import argparse
import json
import platform
import sys
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import batch, counter, desk, exchange, importing, journalcost, lists, peers, reports, saving, searching
from benchmarks.bars import table
from benchmarks.million import register_of, say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from benchmarks.bars import Section

SMALL = 1_000
_PARTS = ("saving", "search", "lists", "journal", "batch", "exchange", "importing", "counter", "reports", "desk")


def main() -> int:
    """Run what was asked for; 1 when a bar was missed."""
    asked = _arguments()
    missed = 0
    shown: list[Section] = []
    print(f"Python {platform.python_version()}, Textual {version('textual')}, {platform.platform()}\n", flush=True)
    for section in _sections(asked):
        print(table(section), end="\n\n", flush=True)
        shown.append(section)
        missed += sum(line.verdict == "MISSED" for line in section.lines)
    if asked.json:
        found = [
            {"section": section.title, **line._asdict(), "verdict": line.verdict}
            for section in shown
            for line in section.lines
        ]
        asked.json.write_text(json.dumps(found, indent=1, ensure_ascii=False), encoding="utf-8")
    print("Every bar holds." if not missed else f"Bars missed: {missed}.")
    return 1 if missed else 0


def _sections(asked: argparse.Namespace) -> Iterator[Section]:
    small, large = partial(register_of, SMALL), partial(register_of, asked.rows)
    rounds = 2 if asked.quick else 7
    parts: dict[str, Callable[[], Iterable[Section]]] = {
        "saving": lambda: [saving.measure(small(), 60 if asked.quick else 300)],
        "search": lambda: [searching.measure(large(), 1 if asked.quick else 3)],
        "lists": lambda: [lists.measure(large())],
        "journal": lambda: [journalcost.measure(large())],
        "batch": lambda: [batch.measure(large(), rounds)],
        "exchange": lambda: exchange.measure(1 if asked.quick else 3),
        "importing": lambda: [importing.measure(5_000 if asked.quick else importing.ROWS)],
        "counter": lambda: [counter.measure(small())],
        "reports": lambda: [reports.measure(quick=asked.quick)],
        "desk": lambda: desk.measure(small(), large(), rounds),
    }
    for name in asked.only or _PARTS:
        if name in {"desk", "counter", "importing"} and sys.platform != "linux":
            say(f"{name} is measured on Linux only.")
            continue
        say(f"measuring: {name}")
        yield from parts[name]()
    if asked.peers:
        yield peers.measure(rounds)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--peers", action="store_true", help="add posting, harlequin and bagels")
    parser.add_argument("--rows", type=int, default=1_000_000, help="dossiers of the large register")
    parser.add_argument("--quick", action="store_true", help="fewer rounds")
    parser.add_argument("--only", action="append", choices=_PARTS, help="only this part; may be given again")
    parser.add_argument("--json", type=Path, metavar="FILE", help="the figures as JSON, too")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
