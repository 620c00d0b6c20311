"""What every form in front of a screen says."""

from __future__ import annotations

from dataclasses import dataclass

from communetui.strings.language import ActionText, Words


@dataclass(frozen=True, slots=True)
class EntryTexts:
    """Texts of a form that is filled and saved, or given up."""

    give_up: str
    throw_away: str
    go_on: str
    field_missing: str


entry = Words(
    EntryTexts(
        give_up="Bỏ những gì vừa nhập?",
        throw_away="Bỏ",
        go_on="Nhập tiếp",
        field_missing="Chưa có phần này. Hãy nhập.",
    ),
    EntryTexts(
        give_up="Throw away what was typed?",
        throw_away="Throw away",
        go_on="Go on",
        field_missing="This is missing. Type it.",
    ),
)

save = Words(
    ActionText("Lưu", "Lưu phiếu này. Enter ở ô cuối cũng lưu."),
    ActionText("Save", "Saves this form. Enter in the last field does, too."),
)
cancel = Words(
    ActionText("Thôi", "Đóng phiếu, không lưu; hỏi lại nếu đã nhập gì."),
    ActionText("Cancel", "Closes the form without saving; asks if anything was typed."),
)
