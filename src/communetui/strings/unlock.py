"""The Unlock screen."""

from __future__ import annotations

from dataclasses import dataclass

from communetui.strings.language import ActionText, Words


@dataclass(frozen=True, slots=True)
class Unlock:
    """Texts of the Unlock screen."""

    title: str
    greeting: str
    officer: str
    phrase: str
    keys: str
    reading: str
    nobody: str
    empty: str
    opening: str
    again: str
    wait: str


unlock = Words(
    Unlock(
        title="Mở khóa",
        greeting="Trung tâm Phục vụ hành chính công cấp xã",
        officer="Cán bộ",
        phrase="Mật khẩu",
        keys="Mũi tên lên, xuống: chọn cán bộ. Enter: mở.",
        reading="Đang đọc danh sách cán bộ...",
        nobody="Sổ chưa có cán bộ nào. Hãy chạy lệnh: communetui init",
        empty="Hãy nhập mật khẩu.",
        opening="Đang mở sổ...",
        again="{reason} Đã sai {count} lần: hãy kiểm tra phím Caps Lock và tắt bộ gõ tiếng Việt.",
        wait="Đã sai {count} lần. Hãy chờ {seconds} giây rồi thử lại.",
    ),
    Unlock(
        title="Unlock",
        greeting="Commune public administration service centre",
        officer="Officer",
        phrase="Passphrase",
        keys="Up and down arrows: choose the officer. Enter: open.",
        reading="Reading the list of officers...",
        nobody="The register has no officer yet. Run: communetui init",
        empty="Type the passphrase.",
        opening="Opening the register...",
        again="{reason} Wrong {count} times: check Caps Lock and turn the Vietnamese input method off.",
        wait="Wrong {count} times. Wait {seconds} seconds and try again.",
    ),
)

leave = Words(
    ActionText("Thoát", "Đóng ứng dụng."),
    ActionText("Quit", "Closes the application."),
)
