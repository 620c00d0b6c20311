"""What the sample centre was told to do, what people said to it, and where its digital team helped."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

PLAN: Final = "02-KH/BCĐTW"
"""The plan of 19 June 2025 by which communes carry out Resolution 57."""


@dataclass(frozen=True, slots=True)
class TaskMatter:
    """One task: begun so many working days ago, due so many days later, and what was done on which working day ago.

    `below` is the place of the task above it; `asks` for so many days more, since yesterday.
    """

    title: str
    block: str
    unit: str
    post: str
    begun: int
    days: int
    expected: str = ""
    reports: str = "none"
    progress: tuple[tuple[int, int, str], ...] = ()
    done: int | None = None
    result: str = ""
    below: int | None = None
    asks: int = 0
    why: str = ""


_CENTRE: Final = "Trung tâm Phục vụ hành chính công"

TASKS: Final = (
    TaskMatter(
        "Phong trào Bình dân học vụ số: phổ cập kỹ năng số cho người dân 12 thôn",
        "party",
        "Đảng ủy",
        "leader",
        60,
        130,
        "80% hộ có người biết nộp hồ sơ trực tuyến",
        "weekly",
        ((40, 30, "Đã mở lớp ở 4 thôn"), (5, 60, "Đã mở lớp ở 8 thôn, 610 lượt người")),
    ),
    TaskMatter(
        "Số hóa hồ sơ, kết quả giải quyết thủ tục hành chính còn hiệu lực",
        "government",
        _CENTRE,
        "specialist",
        55,
        95,
        "100% kết quả còn hiệu lực được số hóa",
        "weekly",
        ((30, 20, "Xong năm 2024"), (10, 45, "Xong năm 2022, 2023"), (2, 70, "Còn hồ sơ đất đai")),
    ),
    TaskMatter(
        "Số hóa sổ hộ tịch từ năm 1995 đến nay",
        "government",
        "Phòng Văn hóa - Xã hội",
        "specialist",
        50,
        75,
        progress=((20, 50, "Đã quét 9 quyển"), (6, 80, "Còn 3 quyển khai tử")),
        below=1,
    ),
    TaskMatter(
        "Rà soát, nâng cấp đường truyền và thiết bị tại bộ phận một cửa",
        "government",
        "Văn phòng HĐND và UBND",
        "specialist_2",
        60,
        60,
        progress=((50, 50, "Đã khảo sát, lập dự toán"),),
        done=30,
        result="Đã lắp đường truyền dự phòng, thay 2 máy quét",
    ),
    TaskMatter(
        "Lắp ki-ốt tra cứu và nộp hồ sơ tại nhà văn hóa các thôn",
        "government",
        "Phòng Kinh tế",
        "specialist_2",
        50,
        60,
        "6 ki-ốt hoạt động",
        "weekly",
        ((20, 40, "Đã có 2 ki-ốt, nhà thầu giao chậm"),),
    ),
    TaskMatter(
        "Tập huấn chữ ký số cho cán bộ, công chức xã",
        "government",
        "Văn phòng HĐND và UBND",
        "specialist",
        58,
        45,
        progress=((30, 70, "Còn 5 người chưa có thiết bị"),),
        done=20,
        result="42/42 người ký số được",
    ),
    TaskMatter(
        "Kiện toàn Tổ công nghệ số cộng đồng ở 12 thôn",
        "fatherland_front",
        "Ủy ban MTTQ",
        "specialist_2",
        60,
        30,
        done=45,
        result="12 tổ, 74 thành viên",
    ),
    TaskMatter(
        "Giám sát việc giải quyết thủ tục hành chính quá hạn",
        "national_assembly",
        "HĐND",
        "specialist",
        20,
        33,
        "Báo cáo giám sát",
    ),
    TaskMatter(
        "Vận động hội viên, đoàn viên nộp hồ sơ trực tuyến tại nhà",
        "fatherland_front",
        "Ủy ban MTTQ",
        "specialist_2",
        45,
        72,
        "",
        "weekly",
        ((12, 50, "Đã vận động 6/12 thôn"),),
        asks=14,
        why="Mưa lũ, hai thôn phải hoãn lịch",
    ),
    TaskMatter(
        "Làm sạch dữ liệu dân cư, hộ tịch trên địa bàn",
        "government",
        "Công an",
        "specialist",
        30,
        80,
        "Dữ liệu khớp với Cơ sở dữ liệu quốc gia về dân cư",
        "monthly",
        ((8, 35, "Đã rà soát 5/12 thôn"),),
    ),
)
"""The ten tasks of the plan: done in time and late, on their way, overdue, red, and one that asks for more time."""


@dataclass(frozen=True, slots=True)
class Said:
    """Feedback or a difficulty: heard so many working days ago, and the steps taken since; no name is anonymous."""

    category: str
    kind: str
    source: str
    name: str
    content: str
    ago: int
    steps: tuple[tuple[int, str, str, str], ...] = ()
    topic: str = ""


FEEDBACK: Final = (
    Said("feedback", "agency_delay", "citizen", "Phan Văn Hòa",
         "Hồ sơ đất đai chờ Chi nhánh Văn phòng Đăng ký đất đai quá lâu, đề nghị cho biết khi nào có kết quả.", 25,
         ((24, "leader", "assigned", "Giao kiểm tra"), (18, "specialist", "answered", "Đã đôn đốc, hẹn ngày trả mới"),
          (17, "specialist", "published", ""))),
    Said("feedback", "other", "citizen", "Lê Thị Bé", "Đề nghị xã sửa đường bê tông thôn Phước Yên.", 30,
         ((29, "specialist", "refused", "Không thuộc lĩnh vực thủ tục hành chính; đã chuyển Phòng Kinh tế"),)),
    Said("feedback", "software_error", "enterprise", "Hợp tác xã Quảng Thọ II",
         "Nộp hồ sơ trên Cổng báo lỗi khi thanh toán lệ phí.", 18, ((17, "leader", "assigned", "Kiểm tra với đơn vị "
         "cung cấp"),)),
    Said("feedback", "conduct", "citizen", "", "Cán bộ hướng dẫn qua loa, phải đi lại hai lần.", 9,
         ((8, "leader", "assigned", "Xem lại lượt tiếp ngày đó"),)),
    Said("feedback", "unclear_law", "citizen", "Hồ Thị Lài",
         "Không rõ hồ sơ trợ cấp hưu trí xã hội cần những giấy tờ gì.", 6,
         ((4, "specialist", "more_asked", "Đề nghị cho biết năm sinh của người hưởng"),)),
    Said("feedback", "equipment_network", "citizen", "Nguyễn Đình Tuấn", "Máy lấy số ở sảnh hỏng từ sáng.", 2),
    Said("difficulty", "equipment_network", "locality", "", "Mất điện, mất mạng khi mưa lũ, không số hóa được.", 28,
         ((12, "leader", "resolved", "Đã có máy phát và đường truyền dự phòng"),), "Đường truyền, thiết bị"),
    Said("difficulty", "lost_exchange", "locality", "",
         "Hồ sơ có trên Cổng nhưng không có trong phần mềm hộ tịch, phải nhập tay.", 10, (), "Phần mềm hộ tịch"),
)  # fmt: skip

NOTICES: Final = (
    # Working days ago, kind, number, title, text, due after so many days, who has read it.
    (12, "directive", "45/CT-UBND", "Chấn chỉnh việc giải quyết hồ sơ quá hạn",
     "Các xã, phường rà soát hồ sơ quá hạn, xin lỗi và hẹn lại đúng quy định; báo cáo trước ngày ghi trên.",
     20, ("reception", "reception_2", "specialist", "specialist_2")),
    (5, "notice", "112/TB-UBND", "Lịch bảo trì hệ thống thông tin giải quyết thủ tục hành chính",
     "Hệ thống tạm dừng từ 22 giờ thứ Bảy đến 4 giờ Chủ nhật.", None, ("reception", "specialist")),
    (1, "directive", "50/CT-UBND", "Tăng cường trả kết quả bản điện tử",
     "Từ tháng sau, mọi kết quả đều có bản điện tử ký số kèm theo.", 30, ()),
)  # fmt: skip

SUPPORT: Final = (
    # Working days ago, kind, people, whether a procedure was filed online, where.
    (38, "skills", 24, False, "Nhà văn hóa thôn La Vân Thượng"), (31, "filing", 6, True, "Nhà văn hóa thôn Phước Yên"),
    (24, "identity", 15, False, "Nhà văn hóa thôn Hà Cảng"), (17, "filing", 4, True, "Bộ phận một cửa"),
    (11, "payment", 7, False, "Chợ Sịa"), (4, "filing", 9, True, "Nhà văn hóa thôn Khuông Phò"),
    (1, "signature", 3, False, "Bộ phận một cửa"),
)  # fmt: skip

HELPERS: Final = ("Tổ công nghệ số thôn La Vân Thượng", "Tổ công nghệ số thôn Phước Yên", "Đoàn Thanh niên xã")
