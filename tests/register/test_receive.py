"""Receiving a dossier: code, promise, snapshot, person, and all of it or nothing."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from communedb.desk.drafts import keep_draft
from communedb.desk.office import close_day, set_setting
from communedb.desk.receive import receive
from communedb.domain.finding import FindingCode
from communedb.domain.intake import Intake
from communedb.domain.moment import VIETNAM, local
from communedb.domain.refusal import Reason, Refused
from communedb.stores.dossier import find_dossier, likely_duplicates, read_dossier
from communedb.stores.dossier_list import DossierList
from communedb.stores.drafts import DraftForm
from communedb.stores.people import find_people, person_by_id_number

if TYPE_CHECKING:
    from tests.centre import Centre

    from communedb.register import Register

BIRTH, MARITAL_STATUS, RESIDENCE = "1.001193", "1.004873", "1.004222"


def intake(
    code: str | None = MARITAL_STATUS, name: str = "Nguyễn Văn Đức", number: str = "046090012345", **more: object
) -> Intake:
    applicant = {"name": name, "id_number": number}
    return Intake.model_validate({"procedure_code": code, "applicant": applicant} | more)


NOT_IDS = [("04609001234A", Reason.ID_NUMBER_NOT_DIGITS), ("0460900", Reason.ID_NUMBER_LENGTH)]


@pytest.mark.parametrize(("number", "reason"), NOT_IDS)
def test_an_id_number_that_is_none_is_refused_with_its_field(number: str, reason: Reason) -> None:
    with pytest.raises(Refused) as refused:
        intake(number=number)
    assert refused.value.reason is reason
    assert refused.value.facts["field"] == "id_number"


def test_a_number_that_does_not_fit_the_sex_warns_and_is_taken(centre: Centre) -> None:
    applicant = {"name": "Nguyễn Văn Đức", "id_number": "046190012345", "sex": "male", "birth": "1990"}
    received = centre.open("reception").write(receive, intake(applicant=applicant))
    assert [f.code for f in received.findings] == [FindingCode.ID_NUMBER_SEX_DIFFERS]


def counts(register: Register) -> list[int]:
    tables = ("dossier", "event", "paper", "person", "journal_line", "dossier_state", "code_counter")
    return [register.db.conn.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables]


def test_a_dossier_gets_a_code_a_promise_and_the_procedure_as_it_is_today(centre: Centre) -> None:
    register = centre.open("reception")

    received = register.write(receive, intake())

    assert local(received.due_at) == datetime(2026, 11, 27, 17, 30, tzinfo=VIETNAM)  # 24 November is a holiday
    dossier = read_dossier(register.db, received.dossier)
    assert dossier.code == received.code
    assert dossier.procedure.code == MARITAL_STATUS
    assert dossier.row["applicant_name"] == "Nguyễn Văn Đức"
    assert len(dossier.papers) == len(dossier.procedure.papers or ())


def test_codes_count_on_per_day_and_are_never_used_twice(centre: Centre) -> None:
    register = centre.open("reception")
    first, second = (register.write(receive, intake()).code for _ in range(2))
    centre.clock.forward(days=2)
    next_day = register.write(receive, intake()).code

    assert len({first, second, next_day}) == 3
    assert find_dossier(register.db, f" {second} ") != find_dossier(register.db, first)


@pytest.mark.parametrize(
    ("at", "due"),
    [("2026-11-23 14:59", "23/11/2026 17:30"), ("2026-11-23 15:00", "25/11/2026 17:30")],
)
def test_a_same_day_result_after_three_is_due_on_the_next_working_day(centre: Centre, at: str, due: str) -> None:
    register = centre.open("reception")
    centre.clock.set(at)
    received = register.write(receive, intake(BIRTH))
    assert received.due_at is not None
    assert f"{local(received.due_at):%d/%m/%Y %H:%M}" == due


def test_a_day_closed_for_the_flood_moves_new_promises_and_no_old_one(centre: Centre) -> None:
    register = centre.open("administrator")
    before = register.write(receive, intake())
    register.write(close_day, datetime(2026, 11, 26).date(), "Nghỉ do lũ lụt")  # noqa: DTZ001 - a date
    after = register.write(receive, intake(number="046190054321", name="Trần Thị Sen"))

    assert before.due_at is not None
    assert after.due_at == before.due_at + timedelta(days=3)  # over the weekend
    assert read_dossier(register.db, before.dossier).state.due_at == before.due_at


def test_what_is_written_is_found_by_any_of_its_words_without_marks(centre: Centre) -> None:
    register = centre.open("reception")
    received = register.write(
        receive, intake(outside_codes=[{"system": "Cổng DVC", "code": "G09.20-20261123-0092637"}])
    )
    from communedb.domain.dossier_filter import DossierFilter

    for typed in ("duc", "Đức", "van nguyen", "0460900", "tinh trang hon nhan", "0092637", received.code):
        found = DossierList(DossierFilter(text=typed), register.now(), register.calendar()).page(register.db, 10)
        assert [row.dossier for row in found] == [received.dossier], typed
    assert find_dossier(register.db, "g09.20-20261123-0092637") == received.dossier


def test_a_known_person_is_found_again_and_not_doubled(centre: Centre) -> None:
    register = centre.open("reception")
    register.write(
        receive, intake(applicant={"name": "Nguyễn Văn Đức", "id_number": "046090012345", "phone": "0905123456"})
    )
    register.write(receive, intake(BIRTH))

    assert [p["name"] for p in find_people(register.db, "van duc")] == ["Nguyễn Văn Đức"]
    person = person_by_id_number(register.db, "046090012345")
    assert person is not None
    assert person["phone"] == "0905123456"
    duplicates = likely_duplicates(register.db, "046090012345", BIRTH)
    assert len(duplicates) == 1


def test_later_changes_of_the_person_move_no_dossier(centre: Centre) -> None:
    register = centre.open("reception")
    first = register.write(receive, intake())
    register.write(receive, intake(BIRTH, name="Nguyễn Văn Đức (Tý)"))
    assert read_dossier(register.db, first.dossier).row["applicant_name"] == "Nguyễn Văn Đức"


def test_a_procedure_that_is_not_in_the_list_is_taken_as_typed(centre: Centre) -> None:
    register = centre.open("reception")
    typed = {"name": "Xác nhận hộ nuôi trồng thủy sản", "limit": {"amount": 5, "unit": "working_day"}}
    received = register.write(receive, intake(None, procedure=typed))
    dossier = read_dossier(register.db, received.dossier)
    assert dossier.row["procedure"] is None
    assert dossier.row["procedure_name"] == "Xác nhận hộ nuôi trồng thủy sản"
    assert received.due_at is not None


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        (intake("9.999999"), Reason.UNKNOWN_PROCEDURE),
        (intake(limit=7), Reason.UNKNOWN_LIMIT),
        (intake(name=" "), Reason.APPLICANT_NAME_MISSING),
        (intake(received_at="2026-11-23T09:00:00+07:00"), Reason.RECEPTION_IN_FUTURE),
        (intake(draft="gone"), Reason.INTAKE_ALREADY_SAVED),
    ],
)
def test_a_refused_reception_leaves_everything_as_it_was(centre: Centre, wrong: Intake, reason: Reason) -> None:
    register = centre.open("reception")
    before = counts(register)
    with pytest.raises(Refused) as refused:
        register.write(receive, wrong)
    assert refused.value.reason is reason
    assert counts(register) == before


def test_a_second_enter_on_the_same_form_saves_nothing_twice(centre: Centre) -> None:
    register = centre.open("reception")
    draft = register.write(keep_draft, None, DraftForm.INTAKE, "Nguyễn Văn Đức", {"name": "Đức"}, parked=False)
    register.write(receive, intake(draft=draft))
    with pytest.raises(Refused, match="intake_already_saved"):
        register.write(receive, intake(draft=draft))


def test_only_reception_receives(centre: Centre) -> None:
    for role in ("specialist", "leader"):
        with pytest.raises(Refused, match="role_not_allowed"):
            centre.open(role).write(receive, intake())


def test_the_office_decides_how_codes_look(centre: Centre) -> None:
    register = centre.open("administrator")
    register.write(set_setting, "code_pattern", "000.00.00.H57-{date:%y%m%d}-{station:02}{counter:04}")
    assert register.write(receive, intake()).code == "000.00.00.H57-261123-010001"
