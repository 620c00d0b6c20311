"""What the list of tasks shows comes back after a power cut, and its groups add up to what is shown."""

from __future__ import annotations

import json
from datetime import date
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communedb.domain.task_status import TaskStatus
from communedb.stores.task_list import TaskFilter
from communetui.screens.tasks import TasksScreen
from communetui.strings.language import Language, use
from communetui.tasks.groups import Grouping, Head, grouped, tally
from communetui.tasks.lines import Line, Order, Wanted, in_number_order


@pytest.mark.parametrize(
    "wanted",
    [
        Wanted(),
        Wanted(TaskFilter(search="hộ tịch", status=TaskStatus.IN_PROGRESS_LATE, block="party"), "", Order.CODE),
        Wanted(TaskFilter(mine="01a2", open_only=True), "late"),
        Wanted(TaskFilter(officer=""), "unassigned", Order.PERCENT),
    ],
)
def test_given_what_is_wanted_when_it_was_kept_as_a_place_then_the_screen_comes_back_with_it(wanted):
    kept = json.loads(json.dumps({**wanted.as_place(), "by": "officer", "board": True}))

    screen = TasksScreen.at_place(kept)

    assert screen.wanted == wanted
    assert screen.place() == kept


@pytest.mark.parametrize(
    "kept", [{"filter": {"colour": "red"}}, {"filter": {"status": "gone"}}, {"ready": "soonest"}, {"by": "weight"}]
)
def test_given_a_place_of_another_version_then_the_screen_is_not_opened_rather_than_wrong(kept):
    with pytest.raises((ValueError, TypeError)):
        TasksScreen.at_place(kept)


def test_given_codes_with_numbers_then_ten_stands_after_nine():
    codes = ["NQ57-10", "NQ57-9", "KH-2", "kh-1", "9", "10"]

    assert sorted(codes, key=in_number_order) == ["9", "10", "kh-1", "KH-2", "NQ57-9", "NQ57-10"]


def line(told: tuple[TaskStatus, str, str, bool]) -> Line:
    status, block, officer, voided = told
    row = SimpleNamespace(
        status=status, block=block, voided=voided, red=status.late and not status.done,
        document_number="57-NQ/TW", document_on=date(2024, 12, 22),
    )  # fmt: skip
    return Line(row, officer, "Công an")


TOLD = st.tuples(
    st.sampled_from(TaskStatus),
    st.sampled_from(["party", "government", "Khối thi đua", ""]),
    st.sampled_from(["Phan Thị Mai", "Lê Thị Hoa", ""]),
    st.booleans(),
)


@settings(max_examples=60)
@given(st.lists(TOLD, max_size=9), st.sampled_from(Grouping), st.booleans())
def test_given_any_tasks_when_they_are_grouped_then_every_one_stands_once_and_the_figures_add_up(told, by, fold):
    use(Language.VI)
    lines = [line(one) for one in told]
    heads = [row for row in grouped(lines, by, ()) if isinstance(row, Head)]

    shown = grouped(lines, by, {head.name for head in heads} if fold else ())

    tasks = [row for row in shown if not isinstance(row, Head)]
    assert tasks == [] if fold and by is not Grouping.NONE else sorted(map(id, tasks)) == sorted(map(id, lines))
    if by is not Grouping.NONE:
        total = tally(lines)
        assert sum(head.count.all for head in heads) == total.all
        assert sum(head.count.red for head in heads) == total.red
        assert total.all == total.not_started + total.in_progress + total.completed
