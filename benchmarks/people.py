"""People of a made-up commune: names as they are distributed in Vietnam, personal numbers, phones, hamlets.

Nobody here is real: the numbers have the right shape and are drawn at random.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from communedb.domain.text import fold

if TYPE_CHECKING:
    from random import Random

_SURNAMES = {
    "Nguyễn": 38, "Trần": 11, "Lê": 10, "Phạm": 6, "Hoàng": 4, "Phan": 5, "Huỳnh": 2, "Võ": 3, "Vũ": 2, "Đặng": 3,
    "Bùi": 2, "Đỗ": 2, "Hồ": 3, "Ngô": 2, "Dương": 1, "Lý": 1, "Trương": 2, "Đoàn": 1, "Tôn Thất": 1, "Cao": 1,
}  # fmt: skip
_MEN = (
    ("Văn", "Hữu", "Đức", "Quốc", "Minh", "Thanh", "Xuân", "Công", "Đình", "Ngọc", "Viết", "Quang", "Bá", "Nhật"),
    (
        "Anh", "Bình", "Châu", "Chiến", "Cường", "Dũng", "Duy", "Đạt", "Đông", "Đức", "Hải", "Hậu", "Hiếu", "Hòa",
        "Hùng", "Huy", "Khánh", "Khoa", "Kiên", "Lâm", "Long", "Lực", "Mạnh", "Minh", "Nam", "Nghĩa", "Phong", "Phú",
        "Phước", "Quân", "Quý", "Sơn", "Tài", "Tâm", "Thắng", "Thành", "Thịnh", "Tiến", "Toàn", "Trung", "Tuấn",
        "Tùng", "Vinh",
    ),
)  # fmt: skip
_WOMEN = (
    ("Thị", "Thị Thu", "Thị Ngọc", "Thị Kim", "Thị Thanh", "Thị Mỹ", "Thị Hồng", "Ngọc", "Thùy", "Diệu", "Bảo"),
    (
        "Ái", "Ánh", "Bích", "Chi", "Cúc", "Diễm", "Dung", "Duyên", "Giang", "Hà", "Hằng", "Hạnh", "Hiền", "Hoa",
        "Hồng", "Huệ", "Hương", "Lan", "Liên", "Linh", "Loan", "Ly", "Mai", "My", "Nga", "Ngân", "Nhi", "Nhung", "Oanh",
        "Phương", "Quyên", "Sương", "Thảo", "Thơm", "Thúy", "Thủy", "Trang", "Trinh", "Tuyết", "Uyên", "Vân", "Xuân",
        "Yến",
    ),
)  # fmt: skip
_HAMLETS = (
    "Thôn 1", "Thôn 2", "Thôn 3", "Thôn Phước Yên", "Thôn Tân Mỹ", "Thôn Hạ Lang", "Thôn An Xuân",
    "Tổ dân phố Khuông Phò", "Tổ dân phố Thạch Bình", "Thôn Lai Trung", "Thôn Mai Dương", "Thôn Thủ Lễ",
    "Thôn Đông Lâm", "Thôn Phú Lương A",
)  # fmt: skip
_OPERATORS = ("090", "091", "094", "098", "096", "097", "086", "035", "038", "077", "083")

_WEIGHTS = list(accumulate(_SURNAMES.values()))
_LIST = tuple(_SURNAMES)
_FOLDED = {part: fold(part) for parts in (_LIST, *_MEN, *_WOMEN) for part in parts}


class Person(NamedTuple):
    """One applicant, as written and as searched."""

    key: str
    name: str
    folded: str
    sex: str
    birth: str
    id_number: str
    phone: str
    address: str

    @property
    def order(self) -> str:
        """Where the name stands in a Vietnamese list: by the given name first."""
        return f"{self.folded.rpartition(' ')[2]} {self.folded}"


def person(random: Random, key: str) -> Person:
    """Draw one person."""
    female = random.random() < 0.5
    middle, given = _WOMEN if female else _MEN
    parts = (random.choices(_LIST, cum_weights=_WEIGHTS)[0], random.choice(middle), random.choice(given))
    year = random.randrange(1945, 2008)
    century = (year // 100 - 19) * 2 + female
    return Person(
        key=key,
        name=" ".join(parts),
        folded=" ".join(_FOLDED[part] for part in parts),
        sex="female" if female else "male",
        birth=f"{year}-{random.randrange(1, 13):02}-{random.randrange(1, 29):02}",
        id_number=f"046{century}{year % 100:02}{random.randrange(1_000_000):06}",
        phone=f"{random.choice(_OPERATORS)}{random.randrange(10_000_000):07}",
        address=random.choice(_HAMLETS),
    )
