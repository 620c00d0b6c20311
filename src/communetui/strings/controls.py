"""What fields, lists and choices say by themselves."""

from __future__ import annotations

from dataclasses import dataclass

from communetui.strings.language import Words


@dataclass(frozen=True, slots=True)
class Controls:
    """Texts of the widgets."""

    too_long: str
    paste_too_long: str
    searching: str
    nothing_found: str
    empty_list: str
    reading: str
    position: str
    position_unknown: str
    check_yes: str
    check_no: str
    check_not_applicable: str
    check_open: str
    check_keys: str
    menu_keys: str
    tick_keys: str
    check_more: str


controls = Words(
    Controls(
        too_long="Tối đa {limit} ký tự; chữ vừa gõ không được nhận.",
        paste_too_long="Đoạn dán dài {length} ký tự, ô này tối đa {limit}; không nhận đoạn dán.",
        searching="Đang tìm...",
        nothing_found="Không tìm thấy.",
        empty_list="Không có dòng nào.",
        reading="Đang đọc...",
        position="{at}/{total}",
        position_unknown="-/{total}",
        check_yes="có",
        check_no="không",
        check_not_applicable="không cần",
        check_open="chưa xem",
        check_keys="C: có   K: không   O: không cần",
        check_more="T: đủ cả   ←→: loại   + -: số bản",
        menu_keys="Chữ cái hoặc Enter: chọn   Esc: thôi",
        tick_keys="Dấu cách: đánh dấu   Tab: tiếp",
    ),
    Controls(
        too_long="At most {limit} characters; what was typed is not taken.",
        paste_too_long="The pasted text has {length} characters, this field takes {limit}; it is not taken.",
        searching="Searching...",
        nothing_found="Nothing found.",
        empty_list="No rows.",
        reading="Reading...",
        position="{at} of {total}",
        position_unknown="- of {total}",
        check_yes="yes",
        check_no="no",
        check_not_applicable="not needed",
        check_open="not checked",
        check_keys="Y: yes   N: no   O: not needed",
        check_more="A: all   ←→: kind   + -: copies",
        menu_keys="Letter or Enter: choose   Esc: cancel",
        tick_keys="Space: tick   Tab: go on",
    ),
)
