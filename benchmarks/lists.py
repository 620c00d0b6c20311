"""Pages of the dossier list: every filter in every order, at both ends and in the middle; and the day's numbers."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from itertools import product
from typing import TYPE_CHECKING, Any

from benchmarks.bars import Line, Section, p95
from communedb.domain.channel import Channel
from communedb.domain.dossier_filter import DossierFilter, DueFilter, Sort
from communedb.domain.moment import local
from communedb.domain.status import Status
from communedb.reports.today import today
from communedb.stores.dossier_list import DossierList

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from benchmarks.million import Made
    from communedb.register import Register

PAGE = 50
ROUNDS = 5
_SLOW = 300.0


def measure(made: Made) -> Section:
    """The dearest page of each filter, in milliseconds; the bar is that of a search, since both follow a key."""
    with made.open() as register:
        found = {name: _pages(register, more) for name, more in _filters(register).items()}
        counts = {name: _count(register, more) for name, more in _filters(register).items()}
        home = _times(ROUNDS, lambda: _home(register))
    everything = [spent for pages in found.values() for _, spent in pages]
    lines = [Line("a page, whatever filter and order, p95", p95(everything), "ms", 30)]
    for name, pages in found.items():
        what, spent = max(pages, key=lambda pair: pair[1])
        lines.append(Line(f"dearest page: {name}", spent, "ms", 30, what))
    counted = max(counts, key=lambda name: counts[name])
    lines.append(Line("dearest count, in a thread beside the page", counts[counted], "ms", note=counted))
    lines.append(Line("the day's numbers of Home", p95(home), "ms", 100))
    return Section(f"Pages of the list, {made.dossiers:,} dossiers", lines)


def _filters(register: Register) -> dict[str, dict[str, Any]]:
    day = local(datetime.now(UTC)).date()
    officer = register.db.conn.execute("SELECT id FROM officer WHERE roles = 'specialist' LIMIT 1").fetchone()[0]
    months = {"received_from": day - timedelta(days=500), "received_to": day - timedelta(days=440)}
    (person,) = register.db.conn.execute("SELECT person FROM dossier_state ORDER BY place DESC LIMIT 1").fetchone()
    return {
        "all": {},
        "open": {"open_only": True},
        "overdue": {"due": DueFilter.OVERDUE},
        "due today": {"due": DueFilter.TODAY},
        "due soon": {"due": DueFilter.SOON},
        "waiting": {"due": DueFilter.WAITING},
        "processing": {"statuses": (Status.PROCESSING,)},
        "returned": {"statuses": (Status.RETURNED,)},
        "refused or withdrawn": {"statuses": (Status.REFUSED, Status.WITHDRAWN)},
        "an officer's": {"officer": officer},
        "an officer's open ones": {"officer": officer, "open_only": True},
        "civil status": {"field": "Hộ tịch"},
        "a rare field": {"field": "Thủy sản"},
        "by post": {"channel": Channel.POST},
        "online": {"channel": Channel.ONLINE},
        "one procedure": {"procedure_code": "1.001193"},
        "two months of last year": months,
        "two months, civil status": months | {"field": "Hộ tịch"},
        "one person": {"person": person},
        "returned today": {"returned_on": day},
        "unmatched": {"unmatched": True},
        "changed since yesterday": {"changed_since": f"{day - timedelta(days=1)}T00:00:00Z"},
        "with voided ones": {"voided": True},
    }


def _pages(register: Register, more: dict[str, Any]) -> list[tuple[str, float]]:
    found = []
    for sort, descending in product(Sort, (True, False)):
        wanted = DossierFilter(sort=sort, descending=descending, **more)
        direction = "falling" if descending else "rising"
        found += [(f"by {sort}, {direction}, {what}", spent) for what, spent in _page_times(register, wanted)]
    return found


def _page_times(register: Register, wanted: DossierFilter) -> Iterator[tuple[str, float]]:
    """First page, the page after it, a page in the middle of all time, the page before that, the last page."""
    now = datetime.now(UTC)
    listed = DossierList(wanted, now, register.calendar())
    db = register.db
    yield "first", _best(lambda: DossierList(wanted, now, register.calendar()).page(db, PAGE))
    yield "last", _best(lambda: listed.page(db, PAGE, last=True))
    page = listed.page(db, PAGE)
    if len(page) < PAGE:
        return
    mark = listed.key(page[-1])
    yield "next", _best(lambda: listed.page(db, PAGE, after=mark))
    yield "back", _best(lambda: listed.page(db, PAGE, before=mark))
    if wanted.sort is Sort.RECEIVED:
        (middle,) = db.conn.execute("SELECT max(place) / 2 FROM dossier_state").fetchone()
        (value,) = db.conn.execute("SELECT received_at FROM dossier_state WHERE place = ?", (middle,)).fetchone()
        far = type(mark)(value, middle)
        yield "middle", _best(lambda: listed.page(db, PAGE, after=far))
        yield "middle, back", _best(lambda: listed.page(db, PAGE, before=far))


def _count(register: Register, more: dict[str, Any]) -> float:
    listed = DossierList(DossierFilter(**more), datetime.now(UTC), register.calendar())
    return _best(lambda: listed.count(register.db))


def _best(look: Callable[[], object]) -> float:
    """The median of three looks, so that one slow moment of the machine is not called a slow query."""
    (first,) = _times(1, look)
    return first if first > _SLOW else sorted([first, *_times(2, look)])[1]


def _times(rounds: int, look: Callable[[], object]) -> list[float]:
    found = []
    for _ in range(rounds):
        start = time.perf_counter()
        look()
        found.append((time.perf_counter() - start) * 1_000)
    return found


def _home(register: Register) -> None:
    today(register.db, register.officer.id, datetime.now(UTC), register.calendar())
