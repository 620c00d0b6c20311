"""What the demo says before the screens open, and around the tour."""

from __future__ import annotations

from dataclasses import dataclass

from communetui.strings.language import Words


@dataclass(frozen=True, slots=True)
class DemoText:
    """Texts with `{name}` to be filled."""

    making: str
    progress: str
    made: str
    found: str
    invented: str
    who: str
    officer: str
    passphrase: str
    enter: str
    tour_next: str
    tour_title: str
    files_title: str
    register_at: str
    prints_at: str
    open_again: str
    moment: str


demo = Words(
    DemoText(
        making="Đang dựng trung tâm mẫu của xã Quảng Điền với {count} hồ sơ…",
        progress="  đến ngày {day}: {received} hồ sơ",
        made="Đã dựng trung tâm mẫu của xã Quảng Điền: {count} hồ sơ, trong đó {open} hồ sơ chưa xong.",
        found="Dùng lại trung tâm mẫu đã có: {count} hồ sơ, trong đó {open} hồ sơ chưa xong.",
        invented="Cán bộ và công dân trong sổ mẫu đều là nhân vật hư cấu; thủ tục, lịch và quy tắc là thật.",
        who="Cán bộ của trung tâm mẫu:",
        officer="  {name} – {role}",
        passphrase="Mật khẩu chung: {passphrase}",
        enter="Nhấn Enter để mở màn hình làm việc, Ctrl+C để thôi.",
        tour_next="Xem kịch bản một ngày làm việc: communetui demo --tour --dir {folder}",
        tour_title="MỘT NGÀY LÀM VIỆC TẠI TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG XÃ QUẢNG ĐIỀN",
        files_title="Các tệp",
        register_at="Sổ mẫu (đã mã hóa): {path}",
        prints_at="Các biểu mẫu, kế hoạch và báo cáo: {path}",
        open_again="Mở sổ này: communetui --dir {folder} (mật khẩu: {passphrase})",
        moment="{clock} ngày {day}",
    ),
    DemoText(
        making="Making the sample centre of Quảng Điền commune with {count} dossiers…",
        progress="  up to {day}: {received} dossiers",
        made="Made the sample centre of Quảng Điền commune: {count} dossiers, {open} of them open.",
        found="Using the sample centre that is there: {count} dossiers, {open} of them open.",
        invented="Officers and citizens of the sample are invented; procedures, calendar and rules are real.",
        who="Officers of the sample centre:",
        officer="  {name} – {role}",
        passphrase="Passphrase of all: {passphrase}",
        enter="Press Enter to open the screens, Ctrl+C to leave.",
        tour_next="See a working day played: communetui demo --tour --dir {folder}",
        tour_title="A WORKING DAY AT THE PUBLIC ADMINISTRATION SERVICE CENTRE OF QUẢNG ĐIỀN",
        files_title="Files",
        register_at="The sample register (encrypted): {path}",
        prints_at="Forms, the plan and reports: {path}",
        open_again="Open this register: communetui --dir {folder} (passphrase: {passphrase})",
        moment="{clock} on {day}",
    ),
)
