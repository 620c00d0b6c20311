"""What citizens of a commune come for, how often, and how it goes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from communedb.domain.channel import Channel
from communedb.domain.time_limit import LimitUnit, TimeLimit

if TYPE_CHECKING:
    from random import Random

CIVIL, LAND = 0, 1
"""The two specialists: justice and civil status; land, building and economy."""

_COUNTER: Final = (1.0, 0.0, 0.0)
_MIXED: Final = (0.46, 0.47, 0.07)
_ONLINE: Final = (0.2, 0.78, 0.02)
_SAME_DAY: Final = TimeLimit(amount=1, unit=LimitUnit.SAME_DAY)


@dataclass(frozen=True, slots=True)
class Matter:
    """One procedure as it comes to this desk: `weight` of all dossiers, shares of counter, online and post.

    `quick`: done at the counter the same day. `typed` is the limit that officers type where the catalogue gives none.
    """

    code: str
    weight: float
    content: str
    quick: bool = False
    channels: tuple[float, float, float] = _MIXED
    specialist: int = CIVIL
    typed: TimeLimit | None = None
    agency: str | None = None

    def channel(self, dice: Random) -> Channel:
        """How this one comes in."""
        return dice.choices((Channel.COUNTER, Channel.ONLINE, Channel.POST), self.channels)[0]


CERTIFIED_COPY: Final = "2.000815"
EXTRACT: Final = "2.000635"

MATTERS: Final = (
    Matter(CERTIFIED_COPY, 26, "Chứng thực bản sao {paper}", quick=True, channels=_COUNTER),
    Matter("2.000884", 6, "Chứng thực chữ ký trong {signed}", quick=True, channels=_COUNTER, typed=_SAME_DAY),
    Matter(EXTRACT, 8, "Cấp bản sao {extract}", quick=True),
    Matter("1.001193", 7, "Đăng ký khai sinh cho con: {child}", quick=True),
    Matter("1.000656", 4, "Đăng ký khai tử cho cha, mẹ: {dead}", quick=True),
    Matter("1.004873", 8, "Xác nhận tình trạng hôn nhân để {purpose}"),
    Matter("1.004222", 6, "Đăng ký thường trú tại {village}", channels=_ONLINE),
    Matter("1.004194", 5, "Đăng ký tạm trú tại {village}", channels=_ONLINE),
    Matter("1.010041", 5, "Xác nhận thông tin về cư trú để {purpose}", channels=_ONLINE),
    Matter("1.010038", 2, "Tách hộ tại {village}"),
    Matter("1.001612", 3, "Đăng ký hộ kinh doanh: {trade}", specialist=LAND),
    Matter("1.013225", 3, "Cấp giấy phép xây dựng nhà ở riêng lẻ tại {village}", specialist=LAND),
    Matter(
        "1.012753", 3, "Đăng ký đất đai, cấp Giấy chứng nhận lần đầu, {parcel}, {village}", specialist=LAND,
        agency="Chi nhánh Văn phòng Đăng ký đất đai khu vực Quảng Điền",
    ),
    Matter("1.012796", 1, "Đính chính Giấy chứng nhận, {parcel}, {village}", specialist=LAND),
    Matter("1.012812", 1, "Hòa giải tranh chấp ranh giới {parcel}, {village}", specialist=LAND, channels=_COUNTER),
    Matter("2.001035", 3, "Chứng thực hợp đồng tặng cho quyền sử dụng đất, {parcel}", channels=_COUNTER,
           typed=TimeLimit(amount=2, unit=LimitUnit.WORKING_DAY)),
    Matter("1.000894", 3, "Đăng ký kết hôn với {spouse}"),
    Matter("1.011607", 1, "Công nhận hộ cận nghèo, {village}"),
    Matter("1.014027", 2, "Trợ cấp hưu trí xã hội"),
    Matter("1.013314", 1, "Xác nhận diện tích nhà ở để đăng ký thường trú", specialist=LAND),
    Matter("2.000986", 2, "Đăng ký khai sinh, thường trú, thẻ bảo hiểm y tế cho con: {child}", channels=_ONLINE),
)  # fmt: skip

PHRASES: Final = {
    "paper": (
        "bằng tốt nghiệp trung học phổ thông", "Giấy khai sinh", "thẻ căn cước", "bằng đại học", "học bạ",
        "Giấy chứng nhận quyền sử dụng đất", "Giấy chứng nhận kết hôn", "sổ tiết kiệm", "giấy phép lái xe",
    ),
    "signed": ("sơ yếu lý lịch", "giấy ủy quyền", "đơn xin việc", "giấy cam kết", "bản khai lý lịch"),
    "extract": ("Giấy khai sinh", "trích lục khai tử", "trích lục kết hôn"),
    "purpose": ("mua bán nhà đất", "đăng ký kết hôn", "vay vốn ngân hàng", "xin việc làm", "nhập học cho con"),
    "trade": (
        "bún bò Huế", "tạp hóa", "sửa chữa xe máy", "may mặc", "vật liệu xây dựng", "nuôi trồng thủy sản",
        "rau má Quảng Thọ", "mây tre đan", "quán cà phê", "cắt tóc",
    ),
}  # fmt: skip
"""What fills the contents; the rest comes from the people."""

SUPPLEMENT_REASONS: Final = (
    "Thiếu giấy tờ theo thành phần hồ sơ",
    "Giấy tờ nộp đã hết hạn, đề nghị nộp bản còn hiệu lực",
    "Tờ khai chưa ghi đủ thông tin và chưa ký",
)
REFUSAL_REASONS: Final = (
    "Không thuộc thẩm quyền giải quyết của Ủy ban nhân dân xã",
    "Không đủ điều kiện theo quy định; đã hướng dẫn công dân làm thủ tục phù hợp",
    "Thửa đất đang có tranh chấp, chưa đủ điều kiện giải quyết",
)
WITHDRAWAL_REASONS: Final = ("Công dân không còn nhu cầu", "Công dân nộp nhầm thủ tục, xin rút để nộp lại")
STOP_REASONS: Final = ("Quá thời hạn bổ sung mà công dân không bổ sung hồ sơ",)
EXTENSION_REASONS: Final = (
    "Phải xác minh tại thực địa, thời tiết mưa lũ nên chưa thực hiện được",
    "Chờ kết quả xác minh của địa phương nơi cư trú trước đây",
    "Hồ sơ cần đo đạc lại ranh giới thửa đất",
)
EXTRA_PAPER: Final = "Giấy tờ chứng minh chỗ ở hợp pháp"
"""Asked for where the checklist is not given."""
