"""Mistakes are mended by events: corrected, taken back, voided. Nothing is erased."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communedb.desk.act import act
from communedb.desk.mend import correct, take_back, void
from communedb.desk.prints import ask_print, note_print
from communedb.desk.receive import receive
from communedb.domain.act import Act
from communedb.domain.dossier_filter import DossierFilter
from communedb.domain.intake import Intake
from communedb.domain.refusal import Reason, Refused
from communedb.domain.status import Status
from communedb.journal.history import subject_history
from communedb.reports.today import today
from communedb.stores.dossier import find_dossier, read_dossier
from communedb.stores.dossier_list import DossierList

if TYPE_CHECKING:
    from tests.centre import Centre

    from communedb.register import Register

TYPO, RIGHT = "Nguyễn Văn Đúc", "Nguyễn Văn Đức"


def received(register: Register) -> str:
    applicant = {"name": TYPO, "id_number": "046090012345"}
    return register.write(
        receive, Intake.model_validate({"procedure_code": "1.004873", "applicant": applicant})
    ).dossier


def test_a_correction_keeps_old_value_new_value_reason_and_who(centre: Centre) -> None:
    reception = centre.open("reception")
    dossier = received(reception)
    centre.clock.forward(minutes=5)
    reception.write(correct, dossier, "applicant_name", TYPO, "  Nguyễn  Văn Đức ", "Đọc sai dấu")

    found = read_dossier(reception.db, dossier)
    assert found.row["applicant_name"] == RIGHT
    assert found.events[-1].details == {"field": "applicant_name", "old": TYPO, "new": RIGHT}
    (change,) = [c for c in subject_history(reception.db, dossier) if c.column == "applicant_name" and not c.created]
    assert (change.old, change.new, change.officer) == (TYPO, RIGHT, centre.officers["reception"])
    listed = DossierList(DossierFilter(text="duc"), reception.now(), reception.calendar()).page(reception.db, 5)
    assert [row.applicant_name for row in listed] == [RIGHT]


@pytest.mark.parametrize(
    ("field", "old", "new", "why", "reason"),
    [
        ("applicant_name", "Nguyễn Văn Đưc", RIGHT, "Sai", Reason.CHANGED_MEANWHILE),
        ("applicant_name", TYPO, TYPO, "Sai", Reason.NOTHING_CHANGED),
        ("applicant_name", TYPO, " ", "Sai", Reason.APPLICANT_NAME_MISSING),
        ("applicant_name", TYPO, RIGHT, " ", Reason.REASON_MISSING),
        ("applicant_name", TYPO, "x" * 10_000_000, "Sai", Reason.TEXT_TOO_LONG),
        ("code", None, "1", "Sai", Reason.FIELD_NOT_CORRECTABLE),
        ("sets", "1", "nhiều", "Sai", Reason.VALUE_NOT_ACCEPTED),
        ("applicant_id_number", "046090012345", "04609001234A", "Sai", Reason.ID_NUMBER_NOT_DIGITS),
        ("applicant_birth", None, "30/02/1990", "Sai", Reason.DATE_IMPOSSIBLE),
    ],
)
def test_a_refused_correction_leaves_everything_as_it_was(
    centre: Centre, field: str, old: str | None, new: str, why: str, reason: Reason
) -> None:
    reception = centre.open("reception")
    dossier = received(reception)
    before = read_dossier(reception.db, dossier)
    with pytest.raises(Refused) as refused:
        reception.write(correct, dossier, field, old, new, why)
    assert refused.value.reason is reason
    assert read_dossier(reception.db, dossier) == before


def test_the_receipt_after_a_correction_says_which_print_it_replaces(centre: Centre) -> None:
    reception = centre.open("reception")
    dossier = received(reception)
    first = reception.write(ask_print, dossier, "01", "a5")
    reception.write(note_print, first.id)
    centre.clock.forward(minutes=1)
    again = reception.write(ask_print, dossier, "01", "a5")
    centre.clock.forward(minutes=1)
    reception.write(correct, dossier, "applicant_name", TYPO, RIGHT, "Đọc sai dấu")
    centre.clock.forward(minutes=1)
    replacing = reception.write(ask_print, dossier, "01", "a5")

    assert (first.number, first.is_reprint, first.replaces) == (1, False, None)
    assert (again.number, again.is_reprint, again.replaces) == (2, True, None)
    assert (replacing.number, replacing.is_reprint, replacing.replaces) == (3, False, 2)
    assert read_dossier(reception.db, dossier).events[-1].details["replaces_print"] == 2


def test_the_receipt_after_a_supplement_carries_the_new_date_and_replaces_the_old_one(centre: Centre) -> None:
    reception = centre.open("reception")
    dossier = received(reception)
    reception.write(ask_print, dossier, "01", "a5")
    asked = {"kind": "supplement_requested", "reason": "Thiếu", "papers": [{"name": "Tờ khai", "state": "no"}]}
    reception.write(act, dossier, Act.model_validate(asked))
    centre.clock.forward(days=3)
    reception.write(act, dossier, Act.model_validate({"kind": "supplement_received"}))
    again = reception.write(ask_print, dossier, "01", "a5")
    assert (again.number, again.is_reprint, again.replaces) == (2, False, 1)


def test_two_quick_presses_print_once(centre: Centre) -> None:
    reception = centre.open("reception")
    dossier = received(reception)
    first = reception.write(ask_print, dossier, "01", "a5")
    centre.clock.forward(seconds=1)
    second = reception.write(ask_print, dossier, "01", "a5")
    assert second.id == first.id
    assert second.again


def test_the_last_step_is_taken_back_by_the_same_officer_on_the_same_day_or_by_the_leader(centre: Centre) -> None:
    reception, leader = centre.open("reception"), centre.open("leader")
    dossier = received(reception)
    withdrawn = Act.model_validate({"kind": "withdrawn", "reason": "Công dân xin rút"})

    reception.write(act, dossier, withdrawn)
    reception.write(take_back, dossier, "Nhầm hồ sơ")
    assert read_dossier(reception.db, dossier).state.status is Status.RECEIVED

    reception.write(act, dossier, withdrawn)
    with pytest.raises(Refused, match="take_back_not_allowed"):
        centre.open("specialist").write(take_back, dossier, "Nhầm")
    centre.clock.forward(days=1)
    with pytest.raises(Refused, match="take_back_not_allowed"):
        reception.write(take_back, dossier, "Nhầm")
    leader.write(take_back, dossier, "Công dân đổi ý")

    found = read_dossier(leader.db, dossier)
    assert found.state.status is Status.RECEIVED
    assert len(found.events) == 5  # nothing was erased
    with pytest.raises(Refused, match="nothing_to_take_back"):
        leader.write(take_back, dossier, "Nữa")


def test_a_voided_dossier_keeps_its_code_and_is_out_of_every_count(centre: Centre) -> None:
    reception = centre.open("reception")
    dossier = received(reception)
    code = read_dossier(reception.db, dossier).code
    reception.write(void, dossier, "Nhập trùng")

    numbers = today(reception.db, centre.officers["reception"], reception.now(), reception.calendar())
    assert (numbers.received, numbers.open, numbers.mine) == (0, 0, 0)
    assert find_dossier(reception.db, code) == dossier
    everything = DossierList(DossierFilter(voided=True), reception.now(), reception.calendar())
    assert [row.code for row in everything.page(reception.db, 5)] == [code]
    usual = DossierList(DossierFilter(), reception.now(), reception.calendar())
    assert usual.page(reception.db, 5) == []
    assert read_dossier(reception.db, received(reception)).code != code
    with pytest.raises(Refused, match="dossier_voided"):
        reception.write(act, dossier, Act.model_validate({"kind": "withdrawn", "reason": "x"}))
