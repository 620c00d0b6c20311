"""A commune's plan of tasks, and the real app on it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from tests.desk.conftest import desk, vietnamese

from communedb.desk.task_entry import create_task
from communedb.desk.task_steps import complete_task, note_progress
from communedb.domain.task import NewTask

if TYPE_CHECKING:
    from tests.centre import Centre

__all__ = ["desk", "vietnamese"]

NQ57 = {"document_number": "02-KH/BCĐTW", "document_on": date(2025, 6, 19), "level": "central"}
PLAN: list[dict[str, Any]] = [
    {
        "code": "NQ57-01", "title": "Hướng dẫn 100 % người dân đến Trung tâm kích hoạt định danh điện tử mức độ 2",
        "block": "government", "lead_unit": "Công an", "due_on": date(2026, 11, 30), "reports": "weekly",
        "start_on": date(2026, 9, 1), "expected": "100 % người đến giao dịch có tài khoản", **NQ57,
    },
    {
        "code": "NQ57-02", "title": "Số hóa hồ sơ, giấy tờ hộ tịch còn hiệu lực tại xã",
        "block": "government", "lead_unit": "Phòng Văn hóa - Xã hội", "due_on": date(2026, 12, 31),
        "reports": "monthly",
        "start_on": date(2026, 7, 1), "budget_assigned": 120_000_000, **NQ57,
    },
    {
        "code": "NQ57-03", "title": "Thành lập và tập huấn Tổ công nghệ số cộng đồng ở 12 thôn",
        "block": "fatherland_front", "lead_unit": "Ủy ban MTTQ", "due_on": date(2026, 11, 15),
        "start_on": date(2026, 8, 1), **NQ57,
    },
    {
        "code": "NQ57-04", "title": "Quán triệt Nghị quyết 57-NQ/TW đến toàn thể đảng viên",
        "block": "party", "lead_unit": "Đảng ủy", "due_on": date(2026, 10, 31), "start_on": date(2026, 8, 1),
        "document_number": "57-NQ/TW", "document_on": date(2024, 12, 22), "level": "central",
    },
    {
        "code": "KH-118", "title": "Giám sát của HĐND xã về giải quyết thủ tục hành chính 6 tháng cuối năm",
        "block": "national_assembly", "lead_unit": "HĐND", "due_on": date(2027, 1, 15), "start_on": date(2026, 11, 1),
        "document_number": "118/KH-UBND", "document_on": date(2026, 10, 5), "level": "province",
    },
]  # fmt: skip


@pytest.fixture
def plan(centre: Centre) -> dict[str, str]:
    """The tasks by code, entered by the leader: one done late, one overdue, one red, two in time."""
    leader = centre.open("leader")
    specialist = centre.officers["specialist"]
    keys = {}
    for told in PLAN:
        made = leader.write(create_task, NewTask.model_validate({**told, "responsible": specialist}))
        keys[made.code] = made.task
    leader.write(note_progress, keys["NQ57-01"], 30, "Đã hướng dẫn 7 thôn")
    leader.write(note_progress, keys["NQ57-02"], 55)
    leader.write(note_progress, keys["NQ57-03"], 60)
    leader.write(complete_task, keys["NQ57-04"], "Đã quán triệt 412/412 đảng viên", happened_on=date(2026, 11, 4))
    leader.close()
    return keys
