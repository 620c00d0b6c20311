"""The log of the Community Digital Technology Team: entered, corrected, struck, added up."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communedb.desk.support import add_support, correct_support, void_support
from communedb.domain.refusal import Reason, Refused
from communedb.domain.support import NewSupport, SupportKind
from communedb.stores.support import SupportFilter, SupportTotal, read_support, support_rows, support_totals
from communetui.support.told import total_lines

MONDAY = date(2026, 11, 23)


def help_of(day=MONDAY, people=1, **facts):
    return NewSupport(helped_on=day, people=people, **{"helper": "Hồ Văn Minh"} | facts)


def test_given_a_month_of_help_then_it_adds_up_by_month_and_kind_without_what_was_struck(centre):
    register = centre.open("specialist")
    for line in (
        help_of(date(2026, 10, 31), 4),
        help_of(date(2026, 11, 1), 12, filed_online=True, procedure_code="1.001193"),
        help_of(date(2026, 11, 20), 3, filed_online=True),
        help_of(date(2026, 11, 21), 30, kind=SupportKind.IDENTITY),
    ):
        register.write(add_support, line)
    twice = register.write(add_support, help_of(date(2026, 11, 21), 30, kind=SupportKind.IDENTITY))
    register.write(void_support, twice, "Ghi hai lần")

    assert support_totals(register.db) == [
        SupportTotal("2026-11", "filing", 2, 15, 2),
        SupportTotal("2026-11", "identity", 1, 30, 0),
        SupportTotal("2026-10", "filing", 1, 4, 0),
    ]
    assert support_totals(register.db, date(2026, 11, 20), MONDAY)[0] == SupportTotal("2026-11", "filing", 1, 3, 1)
    assert [line[2:] for line in total_lines(support_totals(register.db))] == [
        ("2", "15", "2"), ("1", "30", "0"), ("3", "45", "2"), ("1", "4", "0"),
    ]  # fmt: skip
    assert len(support_rows(register.db)) == 4
    struck = support_rows(register.db, SupportFilter(voided=True))[0]
    assert (struck.active, struck.void_reason) == (False, "Ghi hai lần")


def test_a_search_finds_by_words_without_marks_in_any_text(centre):
    register = centre.open("specialist")
    register.write(add_support, help_of(place="Nhà văn hóa thôn Vĩnh Tu", procedure_name="Đăng ký khai sinh"))
    register.write(add_support, help_of(note="Cài VNeID", helper="Đoàn Thị Lan"))
    found = {
        words: len(support_rows(register.db, SupportFilter(search=words))) for words in ("vinh tu", "doan vneid", "x")
    }
    assert found == {"vinh tu": 1, "doan vneid": 1, "x": 0}


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (help_of(date(2026, 11, 24)), Reason.SUPPORT_DAY_IN_FUTURE),
        (help_of(people=0), Reason.SUPPORT_PEOPLE_OUT_OF_RANGE),
        (help_of(people=5_001), Reason.SUPPORT_PEOPLE_OUT_OF_RANGE),
        (help_of(helper=" "), Reason.SUPPORT_HELPER_MISSING),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(centre, line, reason):
    register = centre.open("specialist")
    kept = register.write(add_support, help_of())
    for job in (lambda tx: add_support(tx, line), lambda tx: correct_support(tx, kept, line)):
        with pytest.raises(Refused) as refused:
            register.write(job)
        assert refused.value.reason is reason
    assert [one.people for one in support_rows(register.db)] == [1]


def test_who_corrects_and_strikes_a_line_and_what_history_keeps(centre):
    specialist, reception, leader = (centre.open(role) for role in ("specialist", "reception", "leader"))
    key = specialist.write(add_support, help_of(people=3))

    def refusal(register, job, *args):
        with pytest.raises(Refused) as refused:
            register.write(job, key, *args)
        return refused.value.reason

    assert refusal(reception, correct_support, help_of(people=5)) is Reason.ROLE_NOT_ALLOWED
    assert refusal(specialist, correct_support, help_of(people=3)) is Reason.NOTHING_CHANGED
    assert leader.write(correct_support, key, help_of(people=5, note="Đếm lại")) == ("people", "note")
    assert refusal(reception, void_support, "Nhầm") is Reason.ROLE_NOT_ALLOWED
    assert refusal(specialist, void_support, "") is Reason.REASON_MISSING
    specialist.write(void_support, key, "Nhầm")
    assert refusal(leader, correct_support, help_of(people=6)) is Reason.SUPPORT_VOIDED
    lines = specialist.db.conn.execute(
        "SELECT changes FROM journal_line WHERE row = ? ORDER BY clock", (key,)
    ).fetchall()
    assert '"people":3' in lines[0][0]
    assert lines[1][0] == '{"people":5,"note":"Đếm lại"}'
    assert read_support(leader.db, key).people == 5


@given(
    st.lists(
        st.builds(
            SupportTotal,
            st.sampled_from(["2026-11", "2026-10"]),
            st.sampled_from(["filing", "skills", "một loại mới"]),
            st.integers(0, 99), st.integers(0, 999), st.integers(0, 99),
        ),
        unique_by=lambda one: one[:2],
    )
)  # fmt: skip
def test_a_months_sum_is_that_of_its_kinds(totals):
    lines = total_lines(totals)
    for month in {one.month for one in totals}:
        numbers = [[int(cell) for cell in line[2:]] for line in lines if line[0] == f"{month[5:]}/2026"]
        if len(numbers) > 1:
            assert [sum(column) for column in zip(*numbers[:-1], strict=True)] == numbers[-1]
