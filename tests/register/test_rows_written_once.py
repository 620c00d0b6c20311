"""A save writes what changed and no more: unchanged people and search texts are left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communedb.desk.act import act
from communedb.desk.mend import correct
from communedb.desk.receive import receive
from communedb.domain.act import Act
from communedb.domain.dossier_filter import DossierFilter
from communedb.domain.intake import Intake
from communedb.stores.dossier_list import DossierList

if TYPE_CHECKING:
    from tests.centre import Centre

    from communedb.register import Register

WHO = {"name": "Nguyễn Văn Đức", "id_number": "046090012345", "phone": "0905123456"}


def received(register: Register, **more: object) -> str:
    intake = Intake.model_validate({"procedure_code": "1.004873", "applicant": WHO | more})
    return register.write(receive, intake).dossier


def found(register: Register, text: str) -> int:
    return len(DossierList(DossierFilter(text=text), register.now(), register.calendar()).page(register.db, 50))


def test_a_known_person_who_is_unchanged_leaves_no_line(centre: Centre) -> None:
    register = centre.open("reception")
    received(register)
    lines = "SELECT count(*) FROM journal_line WHERE table_name = 'person'"
    before = register.db.conn.execute(lines).fetchone()

    received(register)
    assert register.db.conn.execute(lines).fetchone() == before

    received(register, phone="0914000111")
    assert register.db.conn.execute(lines).fetchone() == (before[0] + 1,)


def test_a_step_leaves_the_search_text_and_a_correction_writes_it(centre: Centre) -> None:
    register = centre.open("leader")
    dossier = received(centre.open("reception"))
    statements: list[str] = []
    register._writing_db.conn.set_trace_callback(statements.append)

    register.write(act, dossier, Act.model_validate({"kind": "decided"}))
    # Other marks, the same letters: nothing that search could tell apart.
    register.write(correct, dossier, "applicant_name", "Nguyễn Văn Đức", "Nguyễn Văn Dực", "Ghi nhầm dấu")
    assert not [text for text in statements if "dossier_search" in text]

    register.write(correct, dossier, "applicant_name", "Nguyễn Văn Dực", "Nguyễn Văn Bê", "Ghi nhầm tên")
    assert [text for text in statements if "INTO dossier_search " in text]
    assert (found(register, "van duc"), found(register, "van be")) == (0, 1)
