"""A plan of the province at its communes: given, worked on there, and seen by the hub as it stands."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from tests.centre import PASSPHRASE
from tests.hub.province import PHONG_THAI, QUANG_DIEN, push_to

from communedb.desk.task_entry import create_task
from communedb.desk.task_mend import correct_task, take_back_task_step, void_task
from communedb.desk.task_steps import note_progress
from communedb.domain.finding import FindingCode
from communedb.domain.refusal import Reason, Refused
from communedb.domain.task import NewTask
from communedb.reports.task_contradictions import task_contradictions
from communedb.stores.task_list import TaskFilter, task_rows
from communedb.stores.task_rules import read_rules
from communedb.task_files.reading import read_plan
from communesync.hub.tasks import give, given_tasks, void_given
from communetui.cli import run

if TYPE_CHECKING:
    from pathlib import Path

    from tests.hub.province import Province

    from communedb.register import Register
    from communedb.stores.task_list import TaskRow

PLAN = """Mã nhiệm vụ,Tên nhiệm vụ,Khối,Cấp giao,Đơn vị chủ trì,Cán bộ phụ trách,Hạn hoàn thành,Thuộc nhiệm vụ
NQ57-01,Rà soát và công bố thủ tục hành chính,Chính quyền,Tỉnh,,Trần Thị Bình,31/12/2026,
NQ57-02,Số hóa hồ sơ hộ tịch còn hiệu lực,Chính quyền,Tỉnh,,,30/11/2026,NQ57-01
NQ57-03,Việc không có ngày,Chính quyền,Tỉnh,,,ngày mai,
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "ke-hoach-117.csv"
    path.write_text(PLAN, encoding="utf-8-sig")
    return path


def tasks(register: Register) -> dict[str, TaskRow]:
    found = task_rows(register.db, TaskFilter(), register.now(), read_rules(register.db))
    return {row.code: row for row in found}


def test_given_a_plan_for_two_communes_then_each_works_on_its_own_and_the_hub_sees_how_far_they_are(
    province: Province, plan: Path
) -> None:
    hub, one, two, other = (province.open(name) for name in ("hub", "qd1", "qd2", "pt1"))
    served = province.serve(hub)
    for register in (one, two, other):
        push_to(register, served.address)
    rows = read_plan(plan).rows

    given = give(hub, rows, "Kế hoạch 117", [QUANG_DIEN, PHONG_THAI])

    assert [(each.unit, each.count("new"), len(each.refused)) for each in given] == [
        (QUANG_DIEN, 2, 0), (PHONG_THAI, 2, 0),
    ]  # fmt: skip
    for register in (one, two, other):
        push_to(register, served.address)
        assert sorted(tasks(register)) == ["NQ57-01", "NQ57-02"]
    # The officer of each commune is meant, though another one has an officer of that name.
    assert tasks(other)["NQ57-01"].responsible == other.by.officer
    assert tasks(one)["NQ57-01"].responsible in {one.by.officer, ""}

    one.write(note_progress, tasks(one)["NQ57-02"].key, 40, "Đã quét 2.100 hồ sơ")
    push_to(one, served.address)
    push_to(two, served.address)
    assert tasks(two)["NQ57-02"].percent == 40
    assert [(row.scope, row.code, row.percent) for row in given_tasks(hub)] == [
        (PHONG_THAI, "NQ57-01", 0), (PHONG_THAI, "NQ57-02", 0), (QUANG_DIEN, "NQ57-01", 0), (QUANG_DIEN, "NQ57-02", 40),
    ]  # fmt: skip
    assert [row.percent for row in given_tasks(hub, QUANG_DIEN)] == [0, 40]

    # Given again with another name: what the commune did stays.
    plan.write_text(PLAN.replace("Số hóa hồ sơ hộ tịch", "Số hóa toàn bộ hồ sơ hộ tịch"), encoding="utf-8-sig")
    again = give(hub, read_plan(plan).rows, "Kế hoạch 117, sửa", [QUANG_DIEN])
    assert [(each.count("updated"), each.count("unchanged")) for each in again] == [(1, 1)]
    push_to(one, served.address)
    changed = tasks(one)["NQ57-02"]
    assert (changed.title, changed.percent) == ("Số hóa toàn bộ hồ sơ hộ tịch còn hiệu lực", 40)
    assert hub.db.conn.execute("SELECT count(*) FROM conflict").fetchone() == (0,)


def test_given_a_task_from_above_then_each_level_keeps_to_its_own(province: Province, plan: Path) -> None:
    hub, one = province.open("hub"), province.open("qd1")
    served = province.serve(hub)
    push_to(one, served.address)
    give(hub, read_plan(plan).rows, "Kế hoạch 117", [QUANG_DIEN])
    push_to(one, served.address)
    task = tasks(one)["NQ57-02"].key

    # What the province stated is corrected there, by giving the plan again; who does it is the commune's.
    for field, old, new in (
        ("title", "Số hóa hồ sơ hộ tịch còn hiệu lực", "Khác"),
        ("due_on", "2026-11-30", "2026-12-31"),
    ):
        with pytest.raises(Refused) as refused:
            one.write(correct_task, task, field, old, new, "sửa")
        assert refused.value.reason is Reason.TASK_OF_ANOTHER
    one.write(correct_task, task, "responsible_name", "", "Tổ số hóa", "phân việc")

    # The hub does not work in the commune's stead: its note would never arrive there.
    with pytest.raises(Refused) as refused:
        hub.write(note_progress, task, 90, "gọi điện hỏi")
    assert refused.value.reason is Reason.WORK_OF_ANOTHER_UNIT
    assert tasks(one)["NQ57-02"].percent == given_tasks(hub)[1].percent == 0


def test_given_a_task_given_by_mistake_then_the_hub_voids_it_and_the_commune_does_not(
    province: Province, plan: Path
) -> None:
    hub, one = province.open("hub"), province.open("qd1")
    served = province.serve(hub)
    push_to(one, served.address)
    give(hub, read_plan(plan).rows, "Kế hoạch 117", [QUANG_DIEN])
    push_to(one, served.address)
    task = tasks(one)["NQ57-02"].key

    with pytest.raises(Refused) as refused:
        one.write(void_task, task, "giao nhầm")
    assert refused.value.reason is Reason.TASK_VOIDED_ABOVE
    own = one.write(create_task, NewTask(title="Việc của xã", code="XA-01")).task
    push_to(one, served.address)
    with pytest.raises(Refused) as refused:
        void_given(hub, QUANG_DIEN, "XA-01", "giao nhầm")
    assert refused.value.reason is Reason.TASK_NOT_GIVEN
    one.write(void_task, own, "trùng")  # its own it voids
    with pytest.raises(Refused) as refused:
        void_given(hub, QUANG_DIEN, "NQ57-01", "giao nhầm")
    assert refused.value.facts["codes"] == "NQ57-02"

    one.write(note_progress, task, 40, "đã quét")  # the hub has not heard of it when it voids
    key, _ = void_given(hub, QUANG_DIEN, "nq57-02", "giao nhầm")
    push_to(one, served.address)
    push_to(one, served.address)
    assert key == task
    assert "NQ57-02" not in tasks(one)
    assert [row.code for row in given_tasks(hub, QUANG_DIEN)] == ["NQ57-01"]
    assert [line.finding.code for line in task_contradictions(one.db)] == [FindingCode.TASK_VOIDED_UNSEEN]
    with pytest.raises(Refused) as refused:
        one.write(take_back_task_step, task, "xã vẫn cần")
    assert refused.value.reason is Reason.TASK_VOIDED_ABOVE


def test_given_a_commune_then_it_gives_no_plan_and_a_trial_writes_nothing(province: Province, plan: Path) -> None:
    hub, one = province.open("hub"), province.open("qd1")
    rows = read_plan(plan).rows
    with pytest.raises(Refused) as refused:
        give(one, rows, "Kế hoạch 117", [PHONG_THAI])
    assert refused.value.reason is Reason.ONLY_A_HUB
    assert give(hub, rows, "Kế hoạch 117", [QUANG_DIEN], dry_run=True)[0].count("new") == 2
    assert given_tasks(hub) == []


def test_the_commands_of_the_hub_tell_what_they_did_and_keep_the_rows_that_were_refused(
    province: Province, plan: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    province.open("hub").close()
    for name, value in {"DIR": str(province.top / "hub"), "PASSPHRASE": PASSPHRASE, "LANG": "vi"}.items():
        monkeypatch.setenv(f"COMMUNETUI_{name}", value)

    def ran(*arguments: str) -> tuple[int, str]:
        capsys.readouterr()
        code = run(["hub", *arguments])
        return code, capsys.readouterr().out

    code, told = ran("task", "import", str(plan), "--to", "Quảng Điền", "--yes", "--json")
    document = json.loads(told)
    assert (code, document["communes"]) == (1, [{"unit": QUANG_DIEN, "new": 2, "updated": 0, "unchanged": 0}])
    assert [each["row"] for each in document["rejected"]] == [4]
    assert "ngày mai" in plan.with_name("ke-hoach-117.rejected.csv").read_text(encoding="utf-8-sig")
    assert "Xã Quảng Điền  NQ57-01" in ran("task", "list")[1]
    assert ran("task", "void", "NQ57-02", "--to", "Quảng Điền")[0] == 1  # a reason is wanted
    code, told = ran("task", "void", "NQ57-02", "--to", "Quảng Điền", "--reason", "giao nhầm")
    assert (code, told.strip()) == (
        0, "Đã hủy nhiệm vụ NQ57-02 giao cho Xã Quảng Điền. Xã biết khi trao đổi lần tới.",
    )  # fmt: skip

    code, told = ran(
        "notice", "add", "--title", "Trực lũ 24/24", "--number", "5/CĐ", "--to", "19867", "--to", "phong thái"
    )
    assert code == 0
    assert "Đã ban hành “Trực lũ 24/24” đến Xã Quảng Điền, Phường Phong Thái" in told
    assert "Trần Thị Bình" not in ran("notice", "list")[1]
    assert "chưa có cán bộ nào trong sổ của tỉnh" in ran("notice", "show", "5/cđ")[1]
    assert ran("notice", "withdraw", "5/CĐ", "--reason", "Nước đã rút")[0] == 0
    assert "đã thu hồi" in ran("notice", "list")[1]
