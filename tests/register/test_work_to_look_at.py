"""What needs an officer's eye: equal codes after a merge, and promises that a newer calendar touches."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest

from communedb.desk.act import act
from communedb.desk.mend import void
from communedb.desk.office import close_day, reopen_day
from communedb.desk.receive import receive
from communedb.domain.act import Act
from communedb.domain.calendar import DayKind
from communedb.domain.intake import Intake
from communedb.domain.moment import VIETNAM
from communedb.reports.affected import affected_now
from communedb.reports.equal_codes import equal_codes
from communedb.stores.derived import derive

if TYPE_CHECKING:
    from tests.centre import Centre

    from communedb.register import Register
    from communedb.transaction import Write

MARITAL_STATUS = "1.004873"
"""Three working days: from Monday 23 November, over Culture Day, to the Friday."""
PAPERS = [{"name": "Tờ khai", "state": "no"}]


def certificate(name: str, procedure: str = MARITAL_STATUS) -> Intake:
    return Intake.model_validate({"procedure_code": procedure, "applicant": {"name": name}})


def at(text: str) -> datetime:
    return datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=VIETNAM)


def take_code(tx: Write, dossier: str, code: str) -> None:
    """What a merge with a station of the same number brings."""
    tx.update("dossier", dossier, {"code": code})
    derive(tx.db, [("dossier", dossier)])


def same_code(register: Register, *names: str) -> list[str]:
    received = [register.write(receive, certificate(name)) for name in names]
    for other in received[1:]:
        register.write(take_code, other.dossier, received[0].code)
    return [one.dossier for one in received]


def listed(register: Register) -> list[str]:
    return [one.applicant_name for one in affected_now(register.db)]


# -- equal codes


def test_given_two_stations_with_one_number_when_merged_then_both_dossiers_are_listed(centre: Centre) -> None:
    register = centre.open()
    sen, dong = same_code(register, "Trần Thị Sen", "Hồ Văn Đông")
    register.write(receive, certificate("Lê Văn Khác"))
    found = equal_codes(register.db)
    assert [(one.dossier, one.applicant_name) for one in found] == [(sen, "Trần Thị Sen"), (dong, "Hồ Văn Đông")]
    assert len({one.code for one in found}) == 1


def test_given_one_of_them_voided_then_the_other_bears_its_code_alone(centre: Centre) -> None:
    register = centre.open()
    _, dong = same_code(register, "Trần Thị Sen", "Hồ Văn Đông")
    register.write(void, dong, "Nhập hai lần")
    assert equal_codes(register.db) == []


def test_given_both_closed_then_they_are_no_longer_work_and_one_that_is_open_brings_both_back(centre: Centre) -> None:
    register = centre.open()
    dossiers = same_code(register, "Trần Thị Sen", "Hồ Văn Đông")
    withdrawn = Act.model_validate({"kind": "withdrawn", "reason": "Người dân rút hồ sơ"})
    register.write(act, dossiers[0], withdrawn)
    assert len(equal_codes(register.db)) == 2
    register.write(act, dossiers[1], withdrawn)
    assert equal_codes(register.db) == []


# -- promises that a newer calendar touches


def test_given_a_flood_when_a_day_is_closed_then_the_promises_over_it_are_told_and_none_moves(centre: Centre) -> None:
    register = centre.open()
    promised = register.write(receive, certificate("Trần Thị Sen")).due_at
    register.write(receive, certificate("Nguyễn Văn Đức", "1.001193"))  # the same day: the flood comes later
    assert affected_now(register.db) == []

    changed = centre.open("administrator").write(close_day, date(2026, 11, 25), "Nghỉ do lũ lụt")

    assert changed.affected == 1
    (one,) = affected_now(register.db)
    assert (one.applicant_name, one.due_at) == ("Trần Thị Sen", promised)
    assert one.newer_at.date() > one.due_at.date()


def test_given_a_promise_made_after_the_day_was_closed_then_it_allows_for_it_and_is_not_listed(centre: Centre) -> None:
    register = centre.open()
    centre.open("administrator").write(close_day, date(2026, 11, 25), "Nghỉ do lũ lụt")
    register.write(receive, certificate("Trần Thị Sen"))
    assert listed(register) == []


def test_given_a_day_that_is_opened_again_then_who_was_promised_with_it_closed_is_listed(centre: Centre) -> None:
    register, administrator = centre.open(), centre.open("administrator")
    register.write(receive, certificate("Trần Thị Sen"))
    entry = administrator.write(close_day, date(2026, 11, 25), "Nghỉ do lũ lụt").entry
    register.write(receive, certificate("Hồ Văn Đông"))
    assert listed(register) == ["Trần Thị Sen"]
    assert administrator.write(reopen_day, entry).affected == 1
    assert listed(register) == ["Hồ Văn Đông"]


def test_given_an_affected_promise_when_it_is_extended_then_it_is_settled_unless_its_new_day_is_closed_too(
    centre: Centre,
) -> None:
    register, administrator = centre.open(), centre.open("administrator")
    dossier = register.write(receive, certificate("Trần Thị Sen")).dossier
    administrator.write(close_day, date(2026, 11, 25), "Nghỉ do lũ lụt")
    extended = Act(kind="extended", reason="Nghỉ do lũ lụt", new_due=at("2027-01-15 17:30"))  # type: ignore[arg-type]
    centre.open("leader").write(act, dossier, extended)
    assert listed(register) == []
    administrator.write(close_day, date(2027, 1, 15), "Bão", DayKind.CLOSED)
    assert listed(register) == ["Trần Thị Sen"]


def test_given_a_clock_that_stands_still_then_its_promise_is_listed_only_when_it_goes_on(centre: Centre) -> None:
    register = centre.open()
    dossier = register.write(receive, certificate("Trần Thị Sen")).dossier
    ask = {"kind": "supplement_requested", "reason": "Thiếu giấy tờ", "papers": PAPERS, "pauses": True}
    register.write(act, dossier, Act.model_validate(ask))
    assert centre.open("administrator").write(close_day, date(2026, 11, 25), "Nghỉ do lũ lụt").affected == 0
    centre.clock.set("2026-11-24 09:00")
    register.write(act, dossier, Act.model_validate({"kind": "supplement_received"}))
    (one,) = affected_now(register.db)
    # Three days were left on Monday; two of them were reckoned from the date that was promised before the flood.
    assert (one.due_at, one.newer_at) == (at("2026-11-27 17:30"), at("2026-11-30 17:30"))


@pytest.mark.parametrize("kind", ["withdrawn", "refused"])
def test_given_an_affected_promise_when_its_dossier_ends_then_it_is_settled(centre: Centre, kind: str) -> None:
    register = centre.open()
    dossier = register.write(receive, certificate("Trần Thị Sen")).dossier
    centre.open("administrator").write(close_day, date(2026, 11, 25), "Nghỉ do lũ lụt")
    register.write(act, dossier, Act.model_validate({"kind": kind, "reason": "Không đủ điều kiện"}))
    assert listed(register) == []
