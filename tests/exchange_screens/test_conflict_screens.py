"""Two counters changed one field without having seen each other: the officer sees both values and chooses."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.desk.dossier_steps import LUA, done, open_dossier, received, said, shown, type_keys
from tests.desk.test_review_and_prints import open_number
from tests.journal.stations import send
from tests.keyboard import at_rest

from communedb.desk.conflicts import enter_value, keep_value
from communedb.desk.mend import correct
from communedb.desk.officers import change_officer
from communedb.desk.receive import receive
from communedb.domain.intake import Intake
from communedb.domain.officer import Role
from communedb.domain.refusal import Reason, Refused
from communedb.journal.conflicts import conflicts
from communedb.reports.contradictions import contradictions, paid_twice, without_administrator
from communedb.stores.dossier import read_dossier
from communetui.home.numbers import Numbers
from communetui.screens.conflict import ConflictScreen
from communetui.screens.conflicts import ConflictsScreen
from communetui.screens.dossier import DossierScreen
from communetui.strings.language import Language, use


def both(one, two):
    """Each gets what it lacks."""
    send(one, two)
    send(two, one)
    send(one, two)


@pytest.fixture
def contested(stations):
    """A phone number that two counters corrected differently."""
    one, two = stations.add("counter 1", "reception"), stations.add("counter 2", "reception")
    dossier = received(one)
    both(one, two)
    for register, phone in ((one, "0905111222"), (two, "0914333444")):
        stations.clock.forward(minutes=3)
        register.write(correct, dossier, "applicant_phone", "0914123456", phone, "gọi không được")
    both(one, two)
    return one, two, dossier


async def test_given_two_counters_changed_a_phone_then_home_leads_to_both_values_and_one_is_chosen(
    contested, stations, desk_at
):
    one, two, dossier = contested
    async with desk_at(one) as pilot:
        assert pilot.app.screen.query_one(Numbers).counts["to_review"] == 1
        await open_number(pilot, "to_review")
        assert "trái nhau" in shown(pilot)
        assert "Số điện thoại" in shown(pilot)
        await type_keys(pilot, "enter", "enter")
        assert isinstance(pilot.app.screen, ConflictScreen)
        text = shown(pilot)
        assert "0905111222" in text
        assert "0914333444" in text
        assert "Lê Thị Hoa, máy này, 08:03 23/11/2026" in text
        assert "đang hiện ở các màn hình" in text
        await type_keys(pilot, "down", "enter", "enter")
        assert said(pilot).startswith('* Đã chọn số điện thoại: "0905111222"')
        assert isinstance(pilot.app.screen, ConflictsScreen)
    both(one, two)
    for register in (one, two):
        assert conflicts(register.db) == []
        assert read_dossier(register.db, dossier).row["applicant_phone"] == "0905111222"


async def test_given_a_dossier_with_differing_values_then_it_says_so_and_enter_leads_to_them(contested, desk_at):
    one, _, dossier = contested
    async with desk_at(one) as pilot:
        await open_dossier(pilot, dossier)
        assert "! Có giá trị trái nhau: số điện thoại." in shown(pilot)
        assert "≠ trái nhau" in shown(pilot)
        while pilot.app.screen.target.key != "applicant_phone":
            await type_keys(pilot, "down")
        await type_keys(pilot, "enter")
        assert isinstance(pilot.app.screen, ConflictScreen)
        await type_keys(pilot, "f8")
        assert isinstance(pilot.app.screen, DossierScreen)


async def test_given_no_value_is_right_then_another_is_entered_and_checked_as_in_its_form(contested, desk_at):
    one, _, dossier = contested
    async with desk_at(one) as pilot:
        await pilot.app.show("conflict", row=dossier, column="applicant_phone")
        await type_keys(pilot, "f7", *["backspace"] * 10, "=0936555777", "enter")
        assert 'Đã chọn số điện thoại: "0936555777"' in said(pilot)
    assert read_dossier(one.db, dossier).row["applicant_phone"] == "0936555777"


def test_given_an_id_number_in_conflict_when_nonsense_is_entered_then_it_is_refused(stations):
    one, two = stations.add("counter 1", "reception"), stations.add("counter 2", "reception")
    dossier = received(one)
    both(one, two)
    for register, number in ((one, "046190054322"), (two, "046190054323")):
        register.write(correct, dossier, "applicant_id_number", "046190054321", number, "gõ nhầm")
    both(one, two)
    (conflict,) = conflicts(one.db)
    heads = [(head.replica, head.number) for head in conflict.heads]

    with pytest.raises(Refused) as refusal:
        one.write(enter_value, dossier, "applicant_id_number", "12", heads)
    assert refusal.value.reason in {Reason.ID_NUMBER_LENGTH, Reason.VALUE_NOT_ACCEPTED}
    with pytest.raises(Refused) as refusal:
        one.write(keep_value, dossier, "applicant_id_number", heads[0], heads[:1])
    assert refusal.value.reason is Reason.CONFLICT_CHANGED
    assert conflicts(one.db) == [conflict]


async def test_given_a_value_arrives_while_the_choice_is_open_then_nothing_unseen_is_overwritten(
    contested, stations, desk_at
):
    one, two, dossier = contested
    three = stations.add("counter 3", "reception")
    async with desk_at(one) as pilot:
        await pilot.app.show("conflict", row=dossier, column="applicant_phone")
        await type_keys(pilot, "enter")  # the question is open
        send(two, three)
        three.write(correct, dossier, "applicant_phone", "0914333444", "0999888777", "khách gọi lại")
        send(three, one)
        await type_keys(pilot, "enter")
        assert "Có giá trị mới vừa đến" in said(pilot)
        assert "0999888777" in shown(pilot)
    assert len(conflicts(one.db)) == 1


def test_given_both_stations_took_the_administrator_away_then_it_is_work_and_no_resolution_does_it(stations):
    one, two = stations.add("counter 1"), stations.add("counter 2")
    other = stations.officers["leader"]
    both(one, two)
    one.write(change_officer, one.folder, other, name="Phan Thị Mai", roles=frozenset({Role.ADMINISTRATOR}))
    both(one, two)
    boss = stations.officers["administrator"]
    one.write(change_officer, one.folder, other, name="Phan Thị Mai", roles=frozenset({Role.LEADER}))
    two.write(change_officer, two.folder, boss, name="Trần Thị Bình", roles=frozenset({Role.LEADER}))
    assert not without_administrator(one.db)

    both(one, two)

    assert without_administrator(one.db)
    assert without_administrator(two.db)


async def test_given_a_result_was_returned_at_two_counters_then_the_contradiction_is_listed_with_what_to_do(
    stations, desk_at
):
    one, two = stations.add("counter 1", "reception"), stations.add("counter 2", "reception")
    dossier = received(one)
    both(one, two)
    for register in (one, two):
        stations.clock.forward(minutes=1)
        done(register, dossier, "withdrawn", reason="Công dân xin rút")
    both(one, two)
    assert [each.dossier for each in contradictions(one.db)] == [dossier]
    async with desk_at(one) as pilot:
        await open_number(pilot, "to_review")
        text = shown(pilot)
        assert "mâu thuẫn" in text
        assert "F7 H thu hồi bước sai" in text
        await type_keys(pilot, "enter")
        assert isinstance(pilot.app.screen, DossierScreen)


@pytest.mark.parametrize(("where", "listed"), [((0, 1), 1), ((0, 0), 0)], ids=["two counters", "one counter"])
def test_given_the_fee_was_taken_twice_then_it_is_work_only_where_two_counters_did_it(stations, where, listed):
    counters = [stations.add("counter 1", "reception"), stations.add("counter 2", "reception")]
    intake = {"procedure_code": "1.004873", "applicant": LUA, "fee": [{"label": "Lệ phí", "amount": 8_000}]}
    dossier = counters[0].write(receive, Intake.model_validate(intake)).dossier
    for number, register in enumerate(counters):
        register.by = replace(register.by, station=f"station {number}")
    both(*counters)
    for at in where:
        done(counters[at], dossier, "fee_paid", amount=8_000, method="cash")
    both(*counters)

    for register in counters:
        assert [each.too_much for each in paid_twice(register.db)] == [8_000] * listed


async def test_given_the_other_language_then_the_choice_is_told_in_it(contested, desk_at):
    one, _, dossier = contested
    use(Language.EN)
    async with desk_at(one, size=(120, 40)) as pilot:
        await pilot.app.show("conflict", row=dossier, column="applicant_phone")
        await at_rest(pilot)
        text = shown(pilot)
        assert "Phone:" in text
        assert "Lê Thị Hoa, this PC, 08:03 23/11/2026" in text
