"""Invented citizens of Quảng Điền: names as they are common there, numbers that fit sex and year of birth."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Final

from communedb.domain.identity import Sex
from communedb.domain.intake import Applicant, Submitter

UNIT: Final = "19867"
"""Quảng Điền commune, city of Huế."""

FAMILIES: Final = (
    *("Nguyễn",) * 12, *("Trần",) * 6, *("Lê",) * 5, *("Phan",) * 4, *("Hoàng",) * 4, *("Hồ",) * 3, *("Phạm",) * 3,
    *("Đặng",) * 2, *("Trương",) * 2, *("Võ",) * 2, "Văn", "Ngô", "Bùi", "Dương", "Cao", "Đỗ", "Mai", "Huỳnh", "Châu",
    "Tôn Thất", "Đoàn", "Lý",
)  # fmt: skip
MIDDLES: Final = {
    Sex.MALE: ("Văn", "Văn", "Đức", "Quang", "Hữu", "Minh", "Xuân", "Đình", "Công", "Thanh", "Ngọc", "Quốc", "Viết"),
    Sex.FEMALE: ("Thị", "Thị", "Thị", "Thị Thu", "Thị Ngọc", "Thị Mỹ", "Thị Kim", "Thị Thanh", "Ngọc", "Thị Diệu"),
}
GIVEN: Final = {
    Sex.MALE: (
        "Hùng", "Dũng", "Tuấn", "Hải", "Sơn", "Long", "Thắng", "Bình", "Phúc", "Lợi", "Thành", "Nam", "Khánh", "Vinh",
        "Tâm", "Đạt", "Huy", "Nghĩa", "Phước", "Quân", "Tiến", "Trung", "Đức", "Hiếu", "Lộc", "Bảo", "An", "Thuận",
    ),
    Sex.FEMALE: (
        "Hoa", "Lan", "Hương", "Hà", "Mai", "Nga", "Thủy", "Hạnh", "Phương", "Liên", "Tuyết", "Yến", "Nhung", "Trang",
        "Linh", "Thảo", "Vân", "Hiền", "Loan", "Ánh", "Sương", "Bé", "Gái", "Xuân", "Nhi", "Quỳnh", "Đào", "My",
    ),
}  # fmt: skip
VILLAGES: Final = (
    "Thôn Phước Yên", "Thôn Niêm Phò", "Thôn La Vân Thượng", "Thôn La Vân Hạ", "Thôn Tân Xuân Lai", "Thôn Phò Nam",
    "Thôn Mai Dương", "Thôn Hà Đồ", "Thôn Thủ Lễ", "Thôn Phước Lâm", "Thôn Phước Lập", "Thôn An Xuân", "Thôn Mỹ Xá",
    "Thôn Đông Xuyên", "Thôn Phú Lương A", "Thôn Phú Lương B", "Thôn Phước Thanh", "Thôn Vân Căn", "Thôn An Gia",
    "Thôn Khuôn Phò", "Thôn Thạch Bình", "Thôn Uất Mậu", "Thôn Tráng Lực", "Thôn Lương Cổ",
)  # fmt: skip
NEIGHBOURS: Final = ("19885", "19873", "19864", "20014", "19942")
"""Communes and wards of the same city, whose citizens may hand in here: Đan Điền, Phong Quảng and others."""

_PLACES: Final = (*("046",) * 44, "045", "045", "044", "048", "049", "079")
_MOBILE: Final = (
    "032", "033", "034", "035", "036", "037", "038", "039", "056", "058", "070", "076", "077", "078", "079",
    "081", "082", "083", "084", "085", "086", "088", "089", "090", "091", "093", "094", "096", "097", "098",
)  # fmt: skip
_ADULT, _OLDEST = timedelta(days=18 * 366), timedelta(days=88 * 365)
_RELATIONS: Final = {Sex.MALE: ("Chồng", "Con trai", "Anh trai", "Bố"), Sex.FEMALE: ("Vợ", "Con gái", "Chị gái", "Mẹ")}


@dataclass(frozen=True, slots=True)
class Citizen:
    """One invented person; `birth` is as the register keeps it, of old people sometimes the year alone."""

    name: str
    sex: Sex
    birth: str
    id_number: str
    phone: str | None
    unit: str
    address: str

    def applicant(self) -> Applicant:
        """The person as reception enters them."""
        return Applicant(
            name=self.name,
            sex=self.sex,
            birth=self.birth,
            id_number=self.id_number,
            phone=self.phone,
            unit=self.unit,
            address=self.address,
        )

    def submitter(self, dice: Random) -> Submitter:
        """The person as somebody who hands in for a relative."""
        relation = dice.choice(_RELATIONS[self.sex])
        return Submitter(name=self.name, id_number=self.id_number, phone=self.phone, relation=relation)


def dice_of(*seed: object) -> Random:
    """Chance that falls the same way every time for the same seed."""
    return Random("/".join(map(str, seed)))  # noqa: S311 - invented people, not secrets


def invent_citizens(dice: Random, count: int, today: date) -> list[Citizen]:
    """Grown-up citizens, no two with one ID number."""
    taken: set[str] = set()
    return [_invent(dice, today, taken) for _ in range(count)]


def invent_name(dice: Random, sex: Sex, family: str = "") -> str:
    """Family, middle and given name."""
    return " ".join((family or dice.choice(FAMILIES), dice.choice(MIDDLES[sex]), dice.choice(GIVEN[sex])))


def family_of(name: str) -> str:
    """The family name, which a child mostly has from its father."""
    return "Tôn Thất" if name.startswith("Tôn Thất ") else name.split()[0]


def _invent(dice: Random, today: date, taken: set[str]) -> Citizen:
    sex = dice.choice(tuple(Sex))
    born = today - timedelta(days=dice.randint(_ADULT.days, _OLDEST.days))
    number = _id_number(dice, sex, born)
    while number in taken:
        number = _id_number(dice, sex, born)
    taken.add(number)
    elsewhere = dice.random() < 0.06
    year_only = born.year < 1955 and dice.random() < 0.2
    return Citizen(
        name=invent_name(dice, sex),
        sex=sex,
        birth=f"{born.year}" if year_only else born.isoformat(),
        id_number=number,
        phone=None if dice.random() < 0.05 else f"{dice.choice(_MOBILE)}{dice.randrange(10**7):07}",
        unit=dice.choice(NEIGHBOURS) if elsewhere else UNIT,
        address=f"Tổ dân phố {dice.randint(1, 12)}" if elsewhere else dice.choice(VILLAGES),
    )


def _id_number(dice: Random, sex: Sex, born: date) -> str:
    """Place, century and sex, year, six free digits (Decree 137/2015, article 13)."""
    century = 2 * (born.year // 100 - 19) + (sex is Sex.FEMALE)
    return f"{dice.choice(_PLACES)}{century}{born.year % 100:02}{dice.randrange(10**6):06}"
