"""A list is the same by whichever index it is read, and reads no more than it needs."""

from __future__ import annotations

import shutil
from itertools import pairwise, product
from typing import TYPE_CHECKING, Any

import pytest
from tests.centre import Centre

from communedb.desk.act import act
from communedb.desk.receive import receive
from communedb.domain.act import Act
from communedb.domain.dossier_filter import DossierFilter, Sort
from communedb.domain.intake import Intake
from communedb.stores import dossier_path
from communedb.stores.dossier_conditions import conditions
from communedb.stores.dossier_list import DossierList, DossierRow
from communedb.stores.dossier_path import choose, to_count

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from communedb.register import Register

NAMES = ("An", "Bình", "Cường")
FILTERS: tuple[dict[str, Any], ...] = (
    {}, {"voided": True}, {"open_only": True}, {"statuses": ["received"]}, {"statuses": ["received", "withdrawn"]},
    {"field": "Hộ tịch"}, {"channel": "counter"}, {"procedure_code": "1.004873"}, {"unmatched": True},
    {"received_from": "2026-11-23", "received_to": "2026-11-24"}, {"changed_since": "2026-11-23T00:00:00Z"},
    {"due": "overdue"}, {"due": "pressing", "field": "Hộ tịch"},
    {"open_only": True, "field": "Hộ tịch", "channel": "post"},
    {"no_official_code": True}, {"no_official_code": True, "open_only": True, "channel": "post"},
)  # fmt: skip


@pytest.fixture(scope="module")
def register(
    founded_centre: tuple[Path, dict[str, str]], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Register]:
    """Two dozen dossiers over two days, many of one minute, some withdrawn, some typed, some known elsewhere.

    Nothing here writes: all tests read the one register.
    """
    folder, officers = founded_centre
    centre = Centre(shutil.copytree(folder, tmp_path_factory.mktemp("lists") / "register"), officers)
    opened = centre.open("administrator")
    for number in range(24):
        if number == 12:
            centre.clock.set("2026-11-25 09:00")
        applicant = {"name": f"Nguyễn Văn {NAMES[number % 3]}", "id_number": f"0460900000{number:02}"}
        entered: dict[str, Any] = {"applicant": applicant, "channel": ("counter", "post")[number % 2]}
        entered |= {"procedure": {"name": "Xác nhận khác"}} if number % 5 == 4 else {"procedure_code": "1.004873"}
        if number % 6 == 0:
            entered["outside_codes"] = [{"system": "Cổng", "code": f"H57-{number}"}]
        received = opened.write(receive, Intake.model_validate(entered))
        if number % 7 == 0:
            opened.write(act, received.dossier, Act.model_validate({"kind": "withdrawn", "reason": "Đổi ý"}))
        if number % 4 == 0:
            centre.clock.forward(minutes=1)
    yield opened
    centre.close()


def read(register: Register, wanted: DossierFilter) -> tuple[list[DossierRow], list[DossierRow], int]:
    source = DossierList(wanted, register.now(), register.calendar())
    page = forwards = source.page(register.db, 5)
    while len(page) == 5:
        page = source.page(register.db, 5, after=source.key(page[-1]))
        forwards = forwards + page
    page = backwards = source.page(register.db, 5, last=True)
    while len(page) == 5:
        page = source.page(register.db, 5, before=source.key(page[0]))
        backwards = page + backwards
    return forwards, backwards, source.count(register.db)


@pytest.mark.parametrize("more", FILTERS, ids=str)
def test_looked_up_and_walked_lists_are_the_same(
    register: Register, monkeypatch: pytest.MonkeyPatch, more: dict[str, Any]
) -> None:
    everything = more | {"officer": register.officer.id}
    for asked, sort, descending in product((more, everything), Sort, (True, False)):
        wanted = DossierFilter.model_validate(asked | {"sort": sort, "descending": descending})
        looked_up, looked_up_backwards, counted = read(register, wanted)
        with monkeypatch.context() as patched:
            patched.setattr(dossier_path, "FEW", -1)
            patched.setattr(dossier_path, "FEW_OPEN", -1)
            walked, walked_backwards, walked_count = read(register, wanted)

        assert looked_up == looked_up_backwards == walked == walked_backwards
        assert len(walked) == counted == walked_count
        source = DossierList(wanted, register.now(), register.calendar())
        keys = [source.key(row) for row in walked]
        assert all((a > b) if descending else (a < b) for a, b in pairwise(keys))


@pytest.mark.parametrize(("more", "sort"), product(FILTERS, Sort), ids=str)
def test_a_walk_along_an_order_sorts_nothing(
    register: Register, monkeypatch: pytest.MonkeyPatch, more: dict[str, Any], sort: Sort
) -> None:
    monkeypatch.setattr(dossier_path, "FEW", -1)
    monkeypatch.setattr(dossier_path, "FEW_OPEN", -1)
    source = DossierList(DossierFilter.model_validate(more | {"sort": sort}), register.now(), register.calendar())
    seen: list[str] = []
    register.db.conn.set_trace_callback(seen.append)
    for row in source.page(register.db, 1):
        source.page(register.db, 5, after=source.key(row))
    register.db.conn.set_trace_callback(None)

    read_rows = [statement for statement in seen if "ORDER BY" in statement]
    assert read_rows
    for statement in read_rows:
        plan = [row[3] for row in register.db.conn.execute(f"EXPLAIN QUERY PLAN {statement}")]
        assert not [line for line in plan if "TEMP B-TREE" in line], (statement, plan)


def test_the_telling_condition_is_looked_up_first(register: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dossier_path, "FEW", 6)
    wanted = DossierFilter.model_validate({"statuses": ["withdrawn"], "field": "Hộ tịch", "sort": "name"})
    asked = conditions(wanted, register.now(), register.calendar())

    path = choose(register.db, wanted.sort, asked)

    assert path == ("dossier_state_status", False)
    assert to_count(path, asked) == "dossier_state_status"
