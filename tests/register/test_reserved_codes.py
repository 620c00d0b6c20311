"""Codes on paper receipts: taken out of the counter for good, used once, refused to whoever may not receive."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communedb.desk.receive import receive
from communedb.desk.reserved import MOST_BLANKS, reserve_codes, use_reserved
from communedb.domain.intake import Intake
from communedb.domain.refusal import Reason, Refused
from communedb.stores.reserved import reserved_codes

if TYPE_CHECKING:
    from datetime import date

    from tests.centre import Centre

    from communedb.register import Register


def received(register: Register, name: str) -> tuple[str, str]:
    intake = Intake.model_validate({"procedure_code": "1.004873", "applicant": {"name": name}})
    taken = register.write(receive, intake)
    return taken.dossier, taken.code


def today(centre: Centre) -> date:
    return centre.clock.now.date()


def test_reserved_codes_lie_between_those_of_dossiers_and_are_never_given_again(centre: Centre) -> None:
    register = centre.open("reception")
    _, first = received(register, "Nguyễn Văn Đức")
    blanks = register.write(reserve_codes, today(centre), 3)
    _, last = received(register, "Hồ Thị Lệ")
    assert [first, *blanks, last] == [f"19867.01-261123-{number:04}" for number in range(1, 6)]
    assert [one.code for one in reserved_codes(register.db, unused=True)] == list(blanks)


def test_codes_can_be_reserved_for_the_day_on_which_the_power_will_be_cut(centre: Centre) -> None:
    register = centre.open("reception")
    centre.clock.set("2026-11-24 08:00")
    tomorrow = today(centre)
    centre.clock.set("2026-11-23 16:50")
    blanks = register.write(reserve_codes, tomorrow, 2)
    assert blanks == ("19867.01-261124-0001", "19867.01-261124-0002")
    assert received(register, "Lê Quang Ánh")[1] == "19867.01-261123-0001"
    centre.clock.set("2026-11-24 09:00")
    assert received(register, "Trần Đình Phúc")[1] == "19867.01-261124-0003"


def test_a_reserved_code_is_used_by_one_dossier_only(centre: Centre) -> None:
    register = centre.open("reception")
    first, second = register.write(reserve_codes, today(centre), 2)
    dossier, own_code = received(register, "Nguyễn Văn Đức")
    assert register.write(use_reserved, f" {first} ", dossier) == first
    for code, reason in [(first, Reason.CODE_ALREADY_USED), (own_code, Reason.CODE_NOT_RESERVED)]:
        with pytest.raises(Refused) as refused:
            register.write(use_reserved, code, dossier)
        assert refused.value.reason is reason
    assert [(one.code, one.dossier) for one in reserved_codes(register.db)] == [(first, dossier), (second, None)]


@pytest.mark.parametrize("number", [0, -1, MOST_BLANKS + 1])
def test_a_number_that_makes_no_sense_moves_no_counter(centre: Centre, number: int) -> None:
    register = centre.open("reception")
    with pytest.raises(Refused) as refused:
        register.write(reserve_codes, today(centre), number)
    assert refused.value.reason is Reason.BLANKS_OUT_OF_RANGE
    assert received(register, "Nguyễn Văn Đức")[1].endswith("-0001")


def test_who_may_not_receive_reserves_no_code(centre: Centre) -> None:
    register = centre.open("specialist")
    with pytest.raises(Refused) as refused:
        register.write(reserve_codes, today(centre), 1)
    assert refused.value.reason is Reason.ROLE_NOT_ALLOWED
    assert reserved_codes(register.db) == []
