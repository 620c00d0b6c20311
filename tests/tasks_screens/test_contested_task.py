"""Two stations that correct the same fact of a task: it is told in the officer's words, and chosen like any other."""

from __future__ import annotations

from datetime import date

import pytest
from tests.journal.stations import Stations, send

from communedb.desk.task_entry import create_task
from communedb.desk.task_mend import correct_task
from communedb.domain.task import NewTask
from communetui.conflicts.reading import read_conflicts
from communetui.conflicts.told import about_text, column_text, shown_value, subject_text
from communetui.strings.conflicts import conflicts
from communetui.tasks.head import head_text
from communetui.tasks.sections import info_entries
from communetui.tasks.view import read_view


@pytest.fixture
def stations(founded_centre, tmp_path):
    made = Stations(*founded_centre, tmp_path)
    yield made
    made.close()


def test_given_a_fact_corrected_at_two_stations_then_both_values_are_told_on_the_task_and_among_the_conflicts(stations):
    one, two = stations.add("one"), stations.add("two")
    new = NewTask(code="NQ57-07", title="Lập sổ sức khỏe điện tử", block="government", due_on=date(2026, 12, 31))
    task = one.write(create_task, new).task
    above = one.write(create_task, NewTask(code="NQ57", title="Nghị quyết 57", due_on=date(2027, 1, 1))).task
    send(one, two)
    one.write(correct_task, task, "block", "government", "party", "Đảng ủy nhận")
    two.write(correct_task, task, "block", "government", "fatherland_front", "MTTQ nhận")
    two.write(correct_task, task, "parent", "", above, "Thuộc kế hoạch")
    send(two, one)

    found = read_conflicts(one.db, [task])
    (conflict,) = found.lines
    assert (about_text(conflict), subject_text(conflict)) == ("NQ57-07", "Lập sổ sức khỏe điện tử")
    assert column_text("task", "block") == "Khối"
    told = {shown_value(found, conflict, head.value) for head in conflict.conflict.heads}
    assert told == {"Đảng", "Mặt trận Tổ quốc"}

    view = read_view(one, task)
    assert f"! {conflicts().on_dossier.format(fields='Khối')}" in head_text(view, 80)
    assert any("NQ57 Nghị quyết 57" in entry.text for entry in info_entries(view))
    assert [entry.label for entry in info_entries(view) if conflicts().mark in entry.text] == ["Khối"]
