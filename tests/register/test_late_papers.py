"""What comes to a dossier after its reception: supplements, codes of other systems, the result file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communedb.desk.act import act
from communedb.desk.attachments import attach, mark_result
from communedb.desk.mend import void
from communedb.desk.outside_codes import note_outside_code
from communedb.desk.receive import receive
from communedb.desk.supplement import receive_supplement
from communedb.domain.act import Act
from communedb.domain.intake import Intake, OutsideCode
from communedb.domain.refusal import Reason, Refused
from communedb.stores.dossier import find_dossier, read_dossier

if TYPE_CHECKING:
    from tests.centre import Centre

    from communedb.register import Register

FORM = "Tờ khai cấp Giấy xác nhận tình trạng hôn nhân theo mẫu"


def received(register: Register) -> str:
    intake = {"procedure_code": "1.004873", "applicant": {"name": "Nguyễn Thị Lụa", "id_number": "046190054321"}}
    return register.write(receive, Intake.model_validate(intake)).dossier


def step(kind: str, **given: object) -> Act:
    return Act.model_validate({"kind": kind, **given})


def states(register: Register, dossier: str) -> dict[str, str]:
    return {paper["name"]: paper["state"] for paper in read_dossier(register.db, dossier).papers}


def test_papers_that_come_late_are_ticked_and_unknown_ones_are_added(centre: Centre) -> None:
    register = centre.open("reception")
    dossier = received(register)
    papers = [{"name": FORM, "state": "no"}, {"name": "Bản án ly hôn", "state": "no"}]
    register.write(act, dossier, step("supplement_requested", papers=papers, reason="Thiếu"))

    register.write(receive_supplement, dossier, step("supplement_received", papers=papers))

    assert states(register, dossier)[FORM] == "yes"
    assert states(register, dossier)["Bản án ly hôn"] == "yes"
    positions = [paper["position"] for paper in read_dossier(register.db, dossier).papers]
    assert positions == sorted(set(positions))


def test_a_supplement_that_is_refused_ticks_nothing(centre: Centre) -> None:
    register = centre.open("reception")
    dossier = received(register)
    before = states(register, dossier)

    with pytest.raises(Refused) as refused:
        register.write(receive_supplement, dossier, step("supplement_received", papers=[{"name": FORM, "state": "no"}]))

    assert refused.value.reason is Reason.STEP_NOT_ALLOWED
    assert states(register, dossier) == before


def test_a_dossier_is_found_by_the_code_of_another_system_and_keeps_each_code_once(centre: Centre) -> None:
    register = centre.open("specialist")
    dossier = received(centre.open("reception"))
    portal = OutsideCode(system="Cổng dịch vụ công", code="G22.99.21-261123-0007")

    register.write(note_outside_code, dossier, portal)

    assert find_dossier(register.db, "g22.99.21-261123-0007") == dossier
    for wrong, reason in (
        (portal, Reason.NOTHING_CHANGED),
        (OutsideCode(system="x", code=""), Reason.OUTSIDE_CODE_MISSING),
    ):
        with pytest.raises(Refused) as refused:
            register.write(note_outside_code, dossier, wrong)
        assert refused.value.reason is reason


def test_a_void_dossier_takes_no_more_codes(centre: Centre) -> None:
    register = centre.open("reception")
    dossier = received(register)
    register.write(void, dossier, "Nhập hai lần")

    with pytest.raises(Refused) as refused:
        register.write(note_outside_code, dossier, OutsideCode(system="", code="G22"))
    assert refused.value.reason is Reason.DOSSIER_VOIDED


def test_a_file_is_marked_as_the_result(centre: Centre) -> None:
    register = centre.open("reception")
    dossier = received(register)
    stored = register.files.store(b"%PDF-1.4\n%%EOF\n")
    file = register.write(attach, dossier, stored, "xac nhan.pdf")

    register.write(mark_result, file)

    (kept,) = read_dossier(register.db, dossier).attachments
    assert kept["kind"] == "result"
