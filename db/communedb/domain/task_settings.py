"""The settings of tasks with their defaults; lists are parted by semicolons, days by commas."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

TASK_DEFAULTS: Final[Mapping[str, str]] = MappingProxyType({
    "task_blocks": "party; government; national_assembly; fatherland_front",
    "task_units": (
        "Đảng ủy; HĐND; UBND; Ủy ban MTTQ; Văn phòng HĐND và UBND; Phòng Kinh tế; Phòng Văn hóa - Xã hội; "
        "Trung tâm Phục vụ hành chính công; Công an; Ban Chỉ huy Quân sự; Trạm Y tế"
    ),
    "task_red_gap": "30",
    "task_red_days": "7",
    "task_reminders": "7, 3, 1",
    "task_report_reminders": "3, 1",
    "task_cut_off_week": "fri 17:00",
    "task_cut_off_month": "10 23:30",
})  # fmt: skip
"""What `domain.task_rules` reads; apart from it, so that whoever reads the settings loads no rule of tasks."""
