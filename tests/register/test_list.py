"""Lists of dossiers: filtered, sorted, paged by key forwards and backwards without gap or repeat."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communedb.desk.act import act
from communedb.desk.receive import receive
from communedb.domain.act import Act
from communedb.domain.dossier_filter import DossierFilter, DueFilter, Sort
from communedb.domain.intake import Intake
from communedb.domain.status import Status
from communedb.reports.today import today
from communedb.stores import dossier_list, dossier_path
from communedb.stores.dossier_list import DossierList, DossierRow

if TYPE_CHECKING:
    from tests.centre import Centre

    from communedb.register import Register

NAMES = ("Nguyễn Văn An", "Trần Thị Bê", "Lê Đức Cường", "Đặng Thị Đào", "Hồ Văn Ý", "Võ Thị Ánh", "An Văn Nguyên")


@pytest.fixture
def register(centre: Centre) -> Register:
    """Fourteen dossiers over two days: two of each name, birth and marital status."""
    opened = centre.open("administrator")
    for day in ("2026-11-23 08:00", "2026-11-25 09:00"):
        centre.clock.set(day)
        for number, name in enumerate(NAMES):
            applicant = {"name": name, "id_number": f"0460900000{number:02}"}
            procedure = "1.001193" if number % 2 else "1.004873"
            opened.write(receive, Intake.model_validate({"procedure_code": procedure, "applicant": applicant}))
            centre.clock.forward(minutes=1)
    return opened


def listed(register: Register, **wanted: object) -> list[DossierRow]:
    return DossierList(DossierFilter.model_validate(wanted), register.now(), register.calendar()).page(register.db, 100)


@pytest.mark.parametrize("sort", list(Sort))
@pytest.mark.parametrize("descending", [True, False])
@pytest.mark.parametrize("text", ["", "van"])
def test_pages_join_without_gap_or_repeat(register: Register, sort: Sort, descending: bool, text: str) -> None:
    source = DossierList(
        DossierFilter(sort=sort, descending=descending, text=text), register.now(), register.calendar()
    )
    whole = source.page(register.db, 100)
    forwards = source.page(register.db, 4)
    while more := source.page(register.db, 4, after=source.key(forwards[-1])):
        forwards += more
    backwards = source.page(register.db, 4, last=True)
    while more := source.page(register.db, 4, before=source.key(backwards[0])):
        backwards = more + backwards

    assert forwards == whole == backwards
    assert len(whole) == source.count(register.db) == (6 if text else 14)


def test_names_sort_by_given_name_as_vietnamese_lists_do(register: Register) -> None:
    names = [row.applicant_name for row in listed(register, sort="name", descending=False)][::2]
    assert names == [
        "Nguyễn Văn An", "Võ Thị Ánh", "Trần Thị Bê", "Lê Đức Cường", "Đặng Thị Đào", "An Văn Nguyên", "Hồ Văn Ý",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("wanted", "number"),
    [
        ({"text": "dao"}, 2),
        ({"text": "0460900000"}, 14),
        ({"text": "khai sinh duc"}, 0),
        ({"text": '"; DROP TABLE dossier; --'}, 0),
        ({"text": "   "}, 14),
        ({"procedure_code": "1.001193"}, 6),
        ({"statuses": ["received"]}, 14),
        ({"statuses": ["returned", "stopped"]}, 0),
        ({"received_from": "2026-11-25"}, 7),
        ({"received_to": "2026-11-24"}, 7),
        ({"channel": "online"}, 0),
        ({"due": "overdue"}, 3),
        ({"due": "today"}, 3),
        ({"due": "soon"}, 7),
        ({"due": "waiting"}, 0),
        ({"unmatched": True}, 0),
    ],
)
def test_filters(register: Register, centre: Centre, wanted: dict[str, object], number: int) -> None:
    centre.clock.set("2026-11-25 10:00")
    assert len(listed(register, **wanted)) == number


def test_home_and_the_lists_behind_it_count_alike(register: Register, centre: Centre) -> None:
    centre.clock.set("2026-11-25 10:00")
    first, *_ = listed(register, due="overdue")
    asked = {"kind": "supplement_requested", "reason": "Thiếu", "papers": [{"name": "Tờ khai", "state": "no"}]}
    register.write(act, first.dossier, Act.model_validate(asked))
    numbers = today(register.db, centre.officers["administrator"], register.now(), register.calendar())

    assert numbers.overdue == len(listed(register, due=DueFilter.OVERDUE)) == 2
    assert numbers.due_soon == len(listed(register, due=DueFilter.SOON)) == 7
    assert numbers.waiting == len(listed(register, due=DueFilter.WAITING)) == 1
    assert numbers.received == len(listed(register, received_from="2026-11-25")) == 7
    assert numbers.mine == len(listed(register, officer=centre.officers["administrator"], open_only=True)) == 14
    assert len(listed(register, statuses=[Status.SUPPLEMENT_AWAITED])) == 1


@pytest.mark.parametrize(
    ("at", "overdue", "today_due"),
    [("2026-11-25 17:30:00", 3, 3), ("2026-11-25 17:30:59", 3, 3), ("2026-11-25 17:31:00", 6, 0)],
)
def test_a_list_counts_a_promise_to_the_minute_as_its_dossier_does(
    register: Register, centre: Centre, at: str, overdue: int, today_due: int
) -> None:
    centre.clock.set(at[:16])
    centre.clock.forward(seconds=int(at[17:]))
    assert len(listed(register, due=DueFilter.OVERDUE)) == overdue
    assert len(listed(register, due=DueFilter.TODAY)) == today_due


def test_a_promise_for_the_evening_is_due_soon_until_that_evening(register: Register, centre: Centre) -> None:
    centre.clock.set("2026-11-25 10:00")
    first, *_ = listed(register, due=DueFilter.TODAY)
    late = {"kind": "extended", "reason": "Mất điện", "new_due": "2026-11-27T20:00:00+07:00"}
    register.write(act, first.dossier, Act.model_validate(late))
    assert first.dossier in {row.dossier for row in listed(register, due=DueFilter.SOON)}
    assert first.dossier in {row.dossier for row in listed(register, due=DueFilter.PRESSING)}


def test_a_filter_and_a_text_find_what_meets_both_however_many_meet_the_text_alone(
    register: Register, centre: Centre, monkeypatch: pytest.MonkeyPatch
) -> None:
    centre.clock.set("2026-11-25 10:00")
    monkeypatch.setattr(dossier_list, "MOST_FOUND", 2)  # as if there were thousands
    assert len(listed(register, text="0460900", due="overdue")) == 3
    assert len(listed(register, text="0460900", received_to="2026-11-24")) == 7
    monkeypatch.setattr(dossier_path, "FEW", 0)  # as if the filter, too, met thousands
    monkeypatch.setattr(dossier_path, "FEW_OPEN", 0)
    early = listed(register, text="0460900", received_to="2026-11-24")
    assert [row.received_at[:10] for row in early] == ["2026-11-23"] * 2
