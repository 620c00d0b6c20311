"""The six officers of the sample centre, all invented."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from communedb.domain.officer import Role

PASSPHRASE: Final = "ho so dung hen"  # noqa: S105 - shown on the screen; plain letters, so that any keyboard types it


@dataclass(frozen=True, slots=True)
class DemoOfficer:
    """A name with its role; `post` is the short name by which the demo calls them."""

    post: str
    name: str
    role: Role


OFFICERS: Final = (
    DemoOfficer("administrator", "Văn Thị Ngọc Hà", Role.ADMINISTRATOR),
    DemoOfficer("reception", "Lê Thị Hoài Thương", Role.RECEPTION),
    DemoOfficer("reception_2", "Trần Quốc Bảo", Role.RECEPTION),
    DemoOfficer("specialist", "Nguyễn Hữu Thắng", Role.SPECIALIST),
    DemoOfficer("specialist_2", "Phan Thị Diệu Linh", Role.SPECIALIST),
    DemoOfficer("leader", "Hoàng Đình Phúc", Role.LEADER),
)
"""The administrator first: the register is founded with one."""
