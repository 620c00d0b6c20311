"""A form that is open while rows arrive: what the officer has not seen is not overwritten."""

from __future__ import annotations

import pytest
from tests.desk.dossier_steps import LUA, received, type_keys
from tests.journal.stations import send, waiting

from communedb.desk.office import set_setting
from communedb.desk.officers import change_officer
from communedb.desk.prints import ask_print
from communedb.desk.receive import receive
from communedb.domain.intake import Intake
from communedb.domain.officer import Role
from communedb.stores.officers import read_officer
from communedb.stores.people import person_by_id_number
from communedb.stores.prints import prints_of, waiting_prints
from communetui.widgets.pagedlist import PagedList


async def test_given_a_setting_is_being_typed_when_another_one_arrives_then_both_are_kept(stations, desk_at):
    one, two = stations.add("counter 1"), stations.add("counter 2")
    one.write(set_setting, "centre_phone", "0234 1")
    send(one, two)
    async with desk_at(one, "administrator") as pilot:
        await type_keys(pilot, "f9")
        entries = pilot.app.screen.query_one(PagedList)
        while entries.row.key != "centre_phone":
            await type_keys(pilot, "down")
        await type_keys(pilot, "enter", "backspace", "=5")
        two.write(set_setting, "centre_phone", "0234 2")
        send(two, one)
        await type_keys(pilot, "enter")
    assert [(column, set(values)) for _, column, values in waiting(one)] == [("value", {"0234 2", "0234 5"})]


async def test_given_an_officers_form_is_open_when_new_roles_arrive_then_saving_a_name_leaves_them(stations, desk_at):
    one, two = stations.add("counter 1"), stations.add("counter 2")
    send(one, two)
    leader = stations.officers["leader"]
    async with desk_at(one, "administrator") as pilot:
        await type_keys(pilot, "f9")
        entries = pilot.app.screen.query_one(PagedList)
        while entries.row.key != leader:
            await type_keys(pilot, "down")
        await type_keys(pilot, "enter", *["backspace"] * 12, "=Phan Mai")
        both_roles = frozenset({Role.LEADER, Role.SPECIALIST})
        two.write(change_officer, two.folder, leader, name="Phan Thị Mai", roles=both_roles)
        send(two, one)
        await type_keys(pilot, "down", *["enter"] * 7)
    kept = read_officer(one.db, leader)
    assert (kept.name, kept.roles) == ("Phan Mai", both_roles)
    assert waiting(one) == []


@pytest.mark.parametrize(("typed", "differing"), [(None, 0), ("0905777888", 1)], ids=["untouched", "changed"])
async def test_given_an_intake_filled_from_the_directory_when_a_newer_phone_arrives_then_it_is_not_lost(
    stations, desk_at, typed, differing
):
    one, two = stations.add("counter 1", "reception"), stations.add("counter 2", "reception")
    received(one)
    send(one, two)
    async with desk_at(one) as pilot:
        await type_keys(pilot, "f2", "=1.004873", "enter", f"={LUA['id_number']}", "enter")
        form = pilot.app.screen.form
        assert form.state.phone == LUA["phone"]
        newer = {"procedure_code": "1.001193", "applicant": {**LUA, "phone": "0977111222"}}
        two.write(receive, Intake.model_validate(newer))
        send(two, one)
        if typed:
            form.control("phone").value = typed
        await type_keys(pilot, "ctrl+s")
    assert len(waiting(one)) == differing
    person = person_by_id_number(one.db, LUA["id_number"])
    assert person is not None
    assert person["phone"] == (typed or "0977111222")


def test_given_a_receipt_waits_at_counter_1_then_counter_2_does_not_print_it_too(stations):
    one, two = stations.add("counter 1", "reception"), stations.add("counter 2", "reception")
    dossier = received(one)
    one.write(ask_print, dossier, "01", "a5", None)
    send(one, two)

    assert [row["form"] for row in waiting_prints(one.db)] == ["01"]
    assert waiting_prints(two.db) == []
    assert [row["state"] for row in prints_of(two.db, dossier)] == ["waiting"]
