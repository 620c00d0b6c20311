"""A dossier keeps the procedure that it was received by; the same version is kept once for all its dossiers."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from communedb.desk.catalogue import add_version
from communedb.desk.receive import receive
from communedb.domain.deadlines import LimitUnit, TimeLimit
from communedb.domain.intake import Intake
from communedb.domain.procedure import copy_id
from communedb.stores.dossier import read_dossier
from communedb.stores.procedures import procedure_on

if TYPE_CHECKING:
    from tests.centre import Centre

    from communedb.register import Register

MARITAL = "1.004873"


def received(register: Register, **more: object) -> str:
    given = {"procedure_code": MARITAL, "applicant": {"name": "Hoàng Thị Lài"}} | more
    return register.write(receive, Intake.model_validate(given)).dossier


def copies(register: Register) -> list[tuple[str]]:
    return register.db.conn.execute("SELECT id FROM procedure_copy").fetchall()


def test_a_newer_version_changes_no_dossier_that_was_received_before(centre: Centre) -> None:
    reception, office = centre.open("reception"), centre.open("administrator")
    before = received(reception)
    old = procedure_on(office.db, MARITAL, date(2026, 11, 23))
    five_days = TimeLimit(amount=5, unit=LimitUnit.WORKING_DAY)
    changes = {"id": "v2", "version": "2026-11-23", "valid_from": date(2026, 11, 23), "limits": (five_days,)}
    newer = old.model_validate(old.model_dump() | changes)
    office.write(add_version, newer)
    after = received(reception)

    assert [read_dossier(reception.db, dossier).procedure.limits[0].amount for dossier in (before, after)] == [3, 5]


def test_dossiers_of_one_version_share_one_copy_with_one_line_in_the_journal(centre: Centre) -> None:
    register = centre.open("reception")
    for _ in range(3):
        received(register)
    assert len(copies(register)) == 1
    lines = register.db.conn.execute("SELECT count(*) FROM journal_line WHERE table_name = 'procedure_copy'")
    assert lines.fetchone() == (1,)

    received(register, procedure_code=None, procedure={"name": "Xác nhận hộ nghèo"})
    assert len(copies(register)) == 2


def test_two_stations_of_a_unit_name_the_same_version_alike_and_two_units_do_not(centre: Centre) -> None:
    register = centre.open("reception")
    received(register)
    version = procedure_on(register.db, MARITAL, date(2026, 11, 23))
    # What another station of the same commune would write.
    assert copies(register) == [(copy_id("19867", version.text),)]
    assert copy_id("19867", version.text) != copy_id("19819", version.text)
