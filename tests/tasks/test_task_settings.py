"""The settings of tasks: shown in the officer's words, and what is shown is understood when it is typed back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communedb.desk.office import set_setting
from communedb.domain.refusal import Reason, Refused
from communedb.stores.settings import read_settings, setting_id
from communedb.stores.task_rules import read_rules
from communetui.settings.entries import read_entries
from communetui.strings.language import Language, use

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.centre import Centre


@pytest.fixture(params=list(Language))
def spoken(request: pytest.FixtureRequest) -> Iterator[Language]:
    """Each language in turn."""
    use(request.param)
    yield request.param
    use(Language.VI)


def test_what_is_shown_of_a_setting_may_be_typed_and_means_the_same(centre: Centre, spoken: Language) -> None:
    administrator = centre.open("administrator")
    before = read_rules(administrator.db)
    shown = {one.key: one.value for one in read_entries(administrator.db, "19867") if one.key.startswith("task_")}
    assert shown["task_cut_off_week"] == ("T6 17:00" if spoken is Language.VI else "Fri 17:00")
    for name, value in shown.items():
        administrator.write(set_setting, name, value)
    after = read_rules(administrator.db)
    assert (after.blocks, after.units, after.alert) == (before.blocks, before.units, before.alert)
    assert (after.reminders, after.report_reminders) == (before.reminders, before.report_reminders)
    assert [(one.day, one.clock) for one in (after.cut_offs.weekly, after.cut_offs.monthly)] == [
        (one.day, one.clock) for one in (before.cut_offs.weekly, before.cut_offs.monthly)
    ]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("task_red_gap", "101"), ("task_red_gap", "-1"), ("task_red_days", "nhiều"), ("task_reminders", "7; 3"),
        ("task_report_reminders", "7, 400"), ("task_blocks", ";"), ("task_units", " ; "),
        ("task_cut_off_week", "hôm nào đó"), ("task_cut_off_month", "31"),
    ],
)  # fmt: skip
def test_a_setting_that_makes_no_sense_is_refused_and_changes_nothing(centre: Centre, name: str, value: str) -> None:
    administrator = centre.open("administrator")
    before = read_settings(administrator.db)
    with pytest.raises(Refused) as refused:
        administrator.write(set_setting, name, value)
    assert refused.value.reason is Reason.SETTING_NOT_ACCEPTED
    assert read_settings(administrator.db) == before


def test_a_setting_of_a_newer_program_counts_as_its_default(centre: Centre) -> None:
    administrator = centre.open("administrator")
    key = setting_id("19867", "task_red_gap")
    row = {"id": key, "scope": "19867", "name": "task_red_gap", "value": "theo quý"}
    administrator.write(lambda tx: tx.insert("setting", row))
    assert read_rules(administrator.db).alert.gap == 30
    assert read_entries(administrator.db, "19867")
