"""Words of the index of Decision 766/QĐ-TTg: its groups and indicators by their numbers."""

from __future__ import annotations

from typing import Final

from communetui.strings.language import Words
from communetui.strings.report_words import ReportWords

INDEX: Final = Words(
    ReportWords(
        title="Bộ chỉ số phục vụ người dân, doanh nghiệp",
        form="Quyết định 766/QĐ-TTg",
        columns={
            "indicator": "Chỉ số",
            "counted": "Đạt",
            "among": "Tổng số",
            "share": "Tỷ lệ",
            "full": "Đủ điểm từ",
            "days": "Số ngày làm việc",
            "points": "Điểm đạt",
            "measured": "Tối đa đo được",
            "maximum": "Điểm tối đa",
        },
        codes={
            "indicator:group:1": "1. Công khai, minh bạch",
            "indicator:1.1": "1.1 Thủ tục công bố đúng hạn",
            "indicator:1.2": "1.2 Nội dung công khai, đồng bộ lên Cổng quốc gia",
            "indicator:group:2": "2. Tiến độ, kết quả giải quyết",
            "indicator:2.1": "2.1 Hồ sơ giải quyết đúng hạn",
            "indicator:2.2": "2.2 Thời gian giải quyết trung bình",
            "indicator:group:3": "3. Số hóa hồ sơ",
            "indicator:3.1": "3.1 Cấp kết quả điện tử",
            "indicator:3.2": "3.2 Số hóa cả giấy tờ và kết quả",
            "indicator:3.3": "3.3 Khai thác, dùng lại giấy tờ đã số hóa",
            "indicator:3.4": "3.4 Khai thác dữ liệu dân cư",
            "indicator:group:4": "4. Cung cấp dịch vụ trực tuyến",
            "indicator:4.1": "4.1 Hồ sơ nộp trực tuyến",
            "indicator:4.2": "4.2 Hồ sơ trực tuyến có kết quả điện tử",
            "indicator:4.3": "4.3 Thanh toán trực tuyến",
            "indicator:group:5": "5. Mức độ hài lòng",
            "indicator:5.1": "5.1 Phản ánh, kiến nghị xử lý đúng hạn",
            "indicator:5.2": "5.2 Phản ánh, kiến nghị không phải mở lại",
            "indicator:5.3": "5.3 Hài lòng trong giải quyết thủ tục",
        },
    ),
    ReportWords(
        title="Index of service to people and enterprises",
        form="Decision 766/QĐ-TTg",
        columns={
            "indicator": "Indicator",
            "counted": "Counted",
            "among": "Among",
            "share": "Share",
            "full": "Full points from",
            "days": "Working days",
            "points": "Points",
            "measured": "Maximum measured",
            "maximum": "Maximum",
        },
        codes={
            "indicator:group:1": "1. Publicity, transparency",
            "indicator:1.1": "1.1 Procedures published in time",
            "indicator:1.2": "1.2 Published content, exchange with the national portal",
            "indicator:group:2": "2. Progress and results",
            "indicator:2.1": "2.1 Dossiers handled in time",
            "indicator:2.2": "2.2 Average time of handling",
            "indicator:group:3": "3. Digitisation",
            "indicator:3.1": "3.1 Electronic results",
            "indicator:3.2": "3.2 Papers and result digitised",
            "indicator:3.3": "3.3 Digitised papers used again",
            "indicator:3.4": "3.4 Use of the population database",
            "indicator:group:4": "4. Online services",
            "indicator:4.1": "4.1 Filed online",
            "indicator:4.2": "4.2 Filed online with an electronic result",
            "indicator:4.3": "4.3 Paid online",
            "indicator:group:5": "5. Satisfaction",
            "indicator:5.1": "5.1 Feedback handled in time",
            "indicator:5.2": "5.2 Feedback not reopened",
            "indicator:5.3": "5.3 Satisfaction with the handling",
        },
    ),
)
