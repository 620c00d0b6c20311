"""Texts of the filters of the list of dossiers: the form, and those that are saved."""

from __future__ import annotations

from dataclasses import dataclass

from communetui.strings.language import Words


@dataclass(frozen=True, slots=True)
class FilterTexts:
    """Texts of the filter form and of the saved filters."""

    title: str
    about: str
    status: str
    due: str
    field: str
    officer: str
    papers_with: str
    offered_to: str
    channel: str
    day_from: str
    day_to: str
    day_hint: str
    open_only: str
    voided: str
    unmatched: str
    no_official_code: str
    any: str
    no: str
    yes: str
    name: str
    saved: str
    dropped: str
    choose: str
    none_saved: str
    keys: str


filter_texts = Words(
    FilterTexts(
        title="Lọc hồ sơ",
        about="Mũi tên trái, phải hoặc chữ cái để chọn. Ctrl+S để lọc.",
        status="Tình trạng",
        due="Thời hạn",
        field="Lĩnh vực",
        officer="Cán bộ phụ trách",
        papers_with="Giấy tờ đang ở",
        offered_to="Chờ nhận bàn giao",
        channel="Cách nộp",
        day_from="Tiếp nhận từ ngày",
        day_to="đến ngày",
        day_hint="ví dụ 01/11/2026",
        open_only="Chỉ đang giải quyết",
        voided="Cả hồ sơ đã hủy",
        unmatched="Chưa gắn thủ tục",
        no_official_code="Chưa có mã chính thức",
        any="tất cả",
        no="không",
        yes="có",
        name="Lưu bộ lọc và cách xếp này với tên:",
        saved="Đã lưu bộ lọc: {name}.",
        dropped="Đã xóa bộ lọc: {name}.",
        choose="Bộ lọc đã lưu",
        none_saved="Chưa lưu bộ lọc nào. Lọc rồi bấm Ctrl+S để lưu.",
        keys="Enter: dùng   Del: xóa   Esc: thôi",
    ),
    FilterTexts(
        title="Filter dossiers",
        about="Left, right or a letter to choose. Ctrl+S filters.",
        status="Status",
        due="Promise",
        field="Field",
        officer="Officer",
        papers_with="Papers with",
        offered_to="Hand-over waits for",
        channel="Channel",
        day_from="Received from",
        day_to="until",
        day_hint="for example 01/11/2026",
        open_only="Open ones only",
        voided="Void ones, too",
        unmatched="Procedure not matched",
        no_official_code="No official code yet",
        any="all",
        no="no",
        yes="yes",
        name="Save this filter and order under the name:",
        saved="Filter saved: {name}.",
        dropped="Filter dropped: {name}.",
        choose="Saved filters",
        none_saved="No filter is saved yet. Filter, then press Ctrl+S to save.",
        keys="Enter: use   Del: drop   Esc: cancel",
    ),
)
