"""Search as one types: every letter of what officers look for, a query each."""

from __future__ import annotations

import statistics
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from benchmarks.bars import Line, Section, p95
from communedb.domain.dossier_filter import DossierFilter, Sort
from communedb.stores.dossier_list import DossierList
from communedb.stores.people import find_people

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from benchmarks.million import Made
    from communedb.register import Register

PAGE = 50
TYPED = (
    "nguyễn văn đức", "tran thi hoa", "Lê Thị Kim Liên", "046190", "0905123", "19867.01-25", "khai sinh lan",
    "chứng thực nguyễn", "th", "đoàn quý", "hon nhan van", "duc 046", "không có ai tên thế này",
)  # fmt: skip


def measure(made: Made, rounds: int) -> Section:
    """Times of the register's own queries, in milliseconds."""
    with made.open() as register:
        shown = _every_letter(rounds, lambda typed: _list(register, typed, Sort.RECEIVED))
        by_name = _every_letter(1, lambda typed: _list(register, typed, Sort.NAME))
        people = _every_letter(1, lambda typed: find_people(register.db, typed))
    worst = max(shown, key=lambda pair: pair[1])
    times = [spent for _, spent in shown]
    return Section(
        f"Search as one types, {made.dossiers:,} dossiers",
        [
            Line("a letter of a search, p95", p95(times), "ms", 30),
            Line("the same, median", statistics.median(times), "ms"),
            Line("the dearest letter", worst[1], "ms", note=f'"{worst[0]}"'),
            Line("sorted by name, p95", p95([spent for _, spent in by_name]), "ms", 30),
            Line("people, p95", p95([spent for _, spent in people]), "ms", 30),
        ],
    )


def _every_letter(rounds: int, look: Callable[[str], object]) -> list[tuple[str, float]]:
    return [(typed, spent) for _ in range(rounds) for typed, spent in _typing(look)]


def _typing(look: Callable[[str], object]) -> Iterator[tuple[str, float]]:
    for text in TYPED:
        for letters in range(1, len(text) + 1):
            start = time.perf_counter()
            look(text[:letters])
            yield text[:letters], (time.perf_counter() - start) * 1_000


def _list(register: Register, typed: str, sort: Sort) -> None:
    wanted = DossierFilter(text=typed, sort=sort)
    DossierList(wanted, datetime.now(UTC), register.calendar()).page(register.db, PAGE)
