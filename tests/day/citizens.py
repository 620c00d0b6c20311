"""Thirty citizens of a Monday morning in Quảng Điền, in the order in which they come; the fees are worked out by hand.

The n-th citizen gets the n-th code of the day.
"""

from __future__ import annotations

from typing import NamedTuple

COPIES, SIGNATURE, DEAL = "2.000815", "2.000884", "2.001035"
"""What the quick counter does: certified copies, signatures, transactions."""

BIRTH, DEATH, MARRIAGE, EXTRACT = "1.001193", "1.000656", "1.004873", "2.000635"
GUARDIAN, RESIDENCE, SPLIT, BUSINESS = "1.004837", "1.004222", "1.010038", "1.001612"
CONFIRMED, AREA, UPDATE = "1.010041", "1.013314", "1.010039"
"""What is received on the form, in civil status, residence and business."""


class Line(NamedTuple):
    """One original at the quick counter."""

    paper: str
    pages: int = 1
    copies: int = 1


class Citizen(NamedTuple):
    """Who comes when, for what.

    `card` is what the scanner reads off the ID card; without one number and name are typed, and of a `known` citizen
    the number alone. `lines` are those of the quick counter. `paid` is in đồng, at once, by `method`; `exempt` is why
    the fee is not taken.
    """

    at: str
    name: str
    number: str
    procedure: str
    lines: tuple[Line, ...] = ()
    card: str = ""
    known: bool = False
    paid: int = 0
    method: str = "cash"
    exempt: str = ""


def _card(number: str, name: str, born: str, sex: str, address: str) -> str:
    return f"{number}||{name}|{born}|{sex}|{address}, Quảng Điền, Thừa Thiên Huế|01012021"


CITIZENS = (
    Citizen("07:32", "Nguyễn Văn An", "046090012345", BIRTH,
            card=_card("046090012345", "Nguyễn Văn An", "01011990", "Nam", "Thôn 1, Quảng Phước")),
    Citizen("07:38", "Trần Thị Bưởi", "046185002201", COPIES, (Line("Giấy khai sinh", 1, 3),), paid=6_000),
    # Twelve pages: two at 2.000, ten at 1.000; two copies.
    Citizen("07:43", "Lê Văn Cảnh", "046075003302", COPIES, (Line("Quyết định hưởng trợ cấp", 12, 2),), paid=28_000),
    Citizen("07:50", "Phạm Thị Dung", "046168004403", DEATH),
    Citizen("07:57", "Hoàng Văn Em", "046096005504", MARRIAGE,
            card=_card("046096005504", "Hoàng Văn Em", "12051996", "Nam", "Thôn La Vân Thượng")),
    Citizen("08:04", "Đỗ Thị Giang", "046199006605", COPIES,
            (Line("Bằng tốt nghiệp", 1, 2), Line("Học bạ", 4, 1)), paid=10_000,
            card=_card("046199006605", "Đỗ Thị Giang", "20101999", "Nữ", "Thôn Bác Vọng Đông")),
    Citizen("08:11", "Võ Văn Hải", "046082007706", EXTRACT, paid=8_000),
    Citizen("08:18", "Ngô Thị Hạnh", "046191008807", RESIDENCE, paid=20_000,
            card=_card("046191008807", "Ngô Thị Hạnh", "03031991", "Nữ", "Tổ dân phố An Gia")),
    Citizen("08:26", "Bùi Văn Khoa", "046201009908", SIGNATURE, (Line("Sơ yếu lý lịch"),), paid=10_000,
            card=_card("046201009908", "Bùi Văn Khoa", "09092001", "Nam", "Tổ dân phố Vĩnh Hòa")),
    Citizen("08:33", "Đặng Thị Lan", "046177010109", SIGNATURE, (Line("Giấy ủy quyền nhận lương hưu"),), paid=10_000),
    Citizen("08:41", "Hồ Văn Long", "046080011210", SPLIT, exempt="Hộ nghèo"),
    Citizen("08:49", "Nguyễn Thị Mận", "046194012311", BIRTH,
            card=_card("046194012311", "Nguyễn Thị Mận", "25121994", "Nữ", "Thôn Xuân Tùy")),
    Citizen("09:05", "Phan Văn Nam", "046088013412", COPIES, (Line("Căn cước", 2, 2),), paid=8_000),
    Citizen("09:12", "Cao Thị Oanh", "046189014513", BUSINESS, paid=50_000, method="transfer"),
    Citizen("09:20", "Dương Văn Phú", "046200015614", SIGNATURE, (Line("Sơ yếu lý lịch"),), paid=10_000),
    Citizen("09:28", "Lý Thị Quế", "046195016715", CONFIRMED,
            card=_card("046195016715", "Lý Thị Quế", "17071995", "Nữ", "Thôn Thủy Lập")),
    Citizen("09:36", "Mai Văn Rạng", "046072017816", GUARDIAN),
    Citizen("10:02", "Tạ Thị Sen", "046170018917", COPIES,
            (Line("Giấy chứng nhận quyền sử dụng đất", 4, 3),), paid=18_000),
    Citizen("10:08", "Vũ Văn Tài", "046065019018", DEATH,
            card=_card("046065019018", "Vũ Văn Tài", "30041965", "Nam", "Thôn Hạ Lang")),
    Citizen("10:15", "Trịnh Thị Uyên", "046197020119", BIRTH),
    Citizen("10:22", "Đinh Văn Vinh", "046070021220", DEAL,
            (Line("Hợp đồng tặng cho quyền sử dụng đất", 6),), paid=50_000),
    Citizen("10:30", "Lương Thị Xuân", "046192022321", EXTRACT, paid=8_000),
    Citizen("10:38", "Nguyễn Văn An", "046090012345", COPIES, (Line("Giấy khai sinh", 1, 5),), known=True, paid=10_000),
    Citizen("10:45", "Huỳnh Văn Yên", "046093023422", AREA,
            card=_card("046093023422", "Huỳnh Văn Yên", "08081993", "Nam", "Thôn Mỹ Xá")),
    Citizen("10:51", "Châu Thị Ái", "046198024523", UPDATE,
            card=_card("046198024523", "Châu Thị Ái", "02091998", "Nữ", "Thôn Phú Lương")),
    Citizen("10:58", "Lâm Văn Bình", "046203025624", SIGNATURE, (Line("Sơ yếu lý lịch"),), paid=10_000),
    Citizen("11:03", "Nguyễn Văn An", "046090012345", RESIDENCE, known=True, paid=20_000),
    Citizen("11:08", "Quách Thị Chi", "046184026725", COPIES, (Line("Học bạ", 3, 2),), paid=10_000),
    Citizen("11:13", "Thái Văn Đông", "046086027826", BUSINESS, paid=50_000,
            card=_card("046086027826", "Thái Văn Đông", "15061986", "Nam", "Tổ dân phố Khuông Phò")),
    Citizen("11:18", "Kiều Thị Gấm", "046196028927", MARRIAGE),
)  # fmt: skip


def code(place: int) -> str:
    """The code of the n-th citizen of the day."""
    return f"19867.01-261123-{place:04}"
