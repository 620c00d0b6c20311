"""Texts of the catalogue and of one procedure."""

from __future__ import annotations

from dataclasses import dataclass

from communetui.strings.language import Words


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Texts of the two screens."""

    title: str
    search: str
    code: str
    name: str
    field: str
    limit: str
    fee: str
    result: str
    papers: str
    legal_base: str
    validity: str
    source: str
    notes: str
    versions: str
    stages: str
    not_given: str
    no_papers: str
    free: str
    cap: str
    from_quantity: str
    per: dict[str, str]
    channels: dict[str, str]
    copies: dict[str, str]
    if_case: str
    exempt: str
    since: str
    until: str
    unbounded: str
    nothing: str
    own_code: str


catalogue = Words(
    Catalogue(
        title="Danh mục thủ tục",
        search="Tìm thủ tục",
        code="Mã",
        name="Tên thủ tục",
        field="Lĩnh vực",
        limit="Thời hạn",
        fee="Phí, lệ phí",
        result="Kết quả",
        papers="Thành phần hồ sơ",
        legal_base="Căn cứ pháp lý",
        validity="Hiệu lực",
        source="Nguồn",
        notes="Ghi chú",
        versions="Các phiên bản",
        stages="Thời hạn từng khâu",
        not_given="chưa có",
        no_papers="không cần giấy tờ",
        free="không thu",
        cap="tối đa {amount}",
        from_quantity="từ {unit} thứ {quantity}: {amount}",
        per={
            "dossier": "hồ sơ",
            "page": "trang",
            "copy": "bản",
            "transaction": "việc",
            "person": "người",
            "case": "trường hợp",
            "sheet": "tờ",
        },
        channels={"counter": "trực tiếp", "online": "trực tuyến", "post": "bưu chính"},
        copies={"original": "bản chính", "certified": "bản chứng thực", "copy": "bản sao", "electronic": "bản điện tử"},
        if_case="nếu {condition}",
        exempt="giảm {percent}%: {label}",
        since="từ {day}",
        until="đến {day}",
        unbounded="không ghi",
        nothing="Không có thủ tục nào khớp.",
        own_code="(chưa có mã)",
    ),
    Catalogue(
        title="Catalogue",
        search="Find a procedure",
        code="Code",
        name="Procedure",
        field="Field",
        limit="Time limit",
        fee="Fee",
        result="Result",
        papers="Papers",
        legal_base="Legal base",
        validity="Validity",
        source="Source",
        notes="Notes",
        versions="Versions",
        stages="Limits of stages",
        not_given="not given",
        no_papers="no papers needed",
        free="free",
        cap="at most {amount}",
        from_quantity="from {unit} {quantity}: {amount}",
        per={
            "dossier": "dossier",
            "page": "page",
            "copy": "copy",
            "transaction": "transaction",
            "person": "person",
            "case": "case",
            "sheet": "sheet",
        },
        channels={"counter": "at the counter", "online": "online", "post": "by post"},
        copies={"original": "original", "certified": "certified copy", "copy": "copy", "electronic": "electronic"},
        if_case="if {condition}",
        exempt="{percent}% off: {label}",
        since="from {day}",
        until="to {day}",
        unbounded="not stated",
        nothing="No procedure matches.",
        own_code="(no code yet)",
    ),
)
