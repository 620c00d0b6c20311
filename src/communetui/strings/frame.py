"""What stands around every screen: product name, notices, dialogs, the page of keys."""

from __future__ import annotations

from dataclasses import dataclass

from communetui.strings.language import Words


@dataclass(frozen=True, slots=True)
class Frame:
    """Texts of the frame that all screens share."""

    product: str
    not_allowed: str
    quit_question: str
    yes: str
    no: str
    confirm_keys: str
    ask_keys: str
    unknown_scan: str
    palette_label: str
    palette_empty: str
    jump_hint: str
    failed: str
    fault: str
    fatal: str


frame = Words(
    Frame(
        product="Một cửa cấp xã",
        not_allowed="Việc này cần vai trò: {roles}.",
        quit_question="Đóng ứng dụng? Những gì đã lưu vẫn còn nguyên.",
        yes="Đồng ý",
        no="Không",
        confirm_keys="Enter: {yes}   Esc: {no}",
        ask_keys="Enter: nhận   Esc: bỏ",
        unknown_scan="Mã vừa quét không dùng được ở đây.",
        palette_label="Tìm lệnh",
        palette_empty="Không có lệnh nào khớp.",
        jump_hint="Bấm chữ cái để đến ô, Esc để thôi.",
        failed="Không làm được: {what}",
        fault="Chương trình gặp lỗi, việc vừa làm có thể chưa được ghi. Hãy xem lại, và gửi tệp {file} cho quản trị.",
        fatal="Chương trình gặp lỗi và phải đóng. Mở lại để làm tiếp: những gì đã lưu và phiếu đang điền dở vẫn còn. "
        "Hãy gửi tệp {file} cho quản trị.",
    ),
    Frame(
        product="Commune one-stop desk",
        not_allowed="This needs the role: {roles}.",
        quit_question="Close the application? Everything saved is kept.",
        yes="Yes",
        no="No",
        confirm_keys="Enter: {yes}   Esc: {no}",
        ask_keys="Enter: accept   Esc: cancel",
        unknown_scan="What was scanned has no use here.",
        palette_label="Find a command",
        palette_empty="No command matches.",
        jump_hint="Press a letter to go to its field, Esc to stop.",
        failed="That did not work: {what}",
        fault="The program met a fault; the last step may not be saved. Look again, and send {file} to the administrator.",
        fatal="The program met a fault and had to close. Open it again to go on: what was saved and the half-filled intake "
        "are kept. Send {file} to the administrator.",
    ),
)


@dataclass(frozen=True, slots=True)
class KeyDocs:
    """Headings of the generated page of keys; `screens` names the screen of each module of actions."""

    title: str
    everywhere: str
    key: str
    action: str
    meaning: str
    screens: dict[str, str]


key_docs = Words(
    KeyDocs(
        title="Phím tắt",
        everywhere="Ở mọi màn hình",
        key="Phím",
        action="Lệnh",
        meaning="Ý nghĩa",
        screens={
            "unlock": "Mở khóa",
            "home": "Trang chính",
            "intake": "Tiếp nhận hồ sơ",
            "received": "Đã tiếp nhận",
            "quick": "Quầy nhanh",
            "certifying": "Chứng thực chờ ký",
            "cash": "Chốt quỹ",
            "parked": "Phiếu để dở",
            "review": "Cần xem lại",
            "conflicts": "Giá trị trái nhau",
            "conflict": "Chọn giá trị đúng",
            "exchange": "Trao đổi dữ liệu",
            "quarantine": "Cách ly",
            "stations": "Các máy",
            "prints": "Hàng chờ in",
            "dossiers": "Danh sách hồ sơ",
            "dossier": "Hồ sơ",
            "feedback": "Phản ánh, khó khăn",
            "concern": "Một phản ánh, khó khăn",
            "scans": "Bản quét",
            "pile": "Chồng hồ sơ",
            "entry": "Phiếu nhập",
            "tasks": "Nhiệm vụ",
            "task": "Một nhiệm vụ",
            "catalogue": "Danh mục thủ tục",
            "procedure": "Thủ tục",
            "evening": "Cuối ngày",
            "reports": "Các báo cáo",
            "report": "Báo cáo",
            "behind": "Sau một con số",
            "points": "Những chỗ cần xem lại",
            "sent": "Báo cáo đã gửi",
            "settings": "Thiết lập",
            "officer": "Cán bộ",
            "passphrase": "Đổi mật khẩu",
            "help": "Trợ giúp",
        },
    ),
    KeyDocs(
        title="Keys",
        everywhere="On every screen",
        key="Key",
        action="Command",
        meaning="Meaning",
        screens={
            "unlock": "Unlock",
            "home": "Home",
            "intake": "Intake",
            "received": "Received",
            "quick": "Quick counter",
            "certifying": "Certifications to be signed",
            "cash": "Cash close",
            "parked": "Half-filled forms",
            "review": "To look at",
            "conflicts": "Differing values",
            "conflict": "Choose the right value",
            "exchange": "Exchange",
            "quarantine": "Quarantine",
            "stations": "Stations",
            "prints": "Print queue",
            "dossiers": "Dossiers",
            "dossier": "Dossier",
            "feedback": "Feedback, difficulties",
            "concern": "One piece of feedback",
            "scans": "Scans",
            "pile": "Pile",
            "entry": "Entry form",
            "tasks": "Tasks",
            "task": "One task",
            "catalogue": "Catalogue",
            "procedure": "Procedure",
            "evening": "End of the day",
            "reports": "Reports",
            "report": "Report",
            "behind": "Behind a number",
            "points": "What to look at again",
            "sent": "What was sent",
            "settings": "Settings",
            "officer": "Officer",
            "passphrase": "Passphrase",
            "help": "Help",
        },
    ),
)
