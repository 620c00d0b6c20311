"""Texts of the quarantine: why something may not be taken in, and what can be done about it."""

from __future__ import annotations

from dataclasses import dataclass

from communetui.strings.language import ActionText, Words


@dataclass(frozen=True, slots=True)
class Quarantine:
    """`reasons` says why something may not be taken in, `remedies` what can be done."""

    title: str
    at: str
    what: str
    why: str
    nothing: str
    lines: str
    kinds: dict[str, str]
    reasons: dict[str, str]
    remedies: dict[str, str]
    other_reason: str
    taken: str
    still: str


quarantine = Words(
    Quarantine(
        title="Cách ly",
        at="Lúc",
        what="Của",
        why="Vì sao",
        nothing="Không có gì bị cách ly.",
        lines="{place}, dòng {first}-{last}",
        kinds={
            "segment": "dữ liệu",
            "keys": "danh sách máy",
            "receipt": "giấy nhận của cấp trên",
            "file": "tệp đính kèm",
        },
        reasons={
            "unknown_key": "máy ghi chưa được ghi danh",
            "bad_signature": "sai chữ ký",
            "scope_not_allowed": "máy đó không được ghi cho đơn vị này",
            "replica_of_another": "nhận là của máy khác",
            "before_valid_from": "ghi trước khi khóa có hiệu lực",
            "beyond_last_valid": "ghi sau khi máy bị thu hồi",
            "revoked": "máy đã bị thu hồi",
            "broken": "dữ liệu bị hỏng hoặc bị sửa",
            "not_applicable": "chương trình không xử lý được",
            "file_wrong": "tệp nhận về không đúng nội dung",
            "key_list_not_trusted": "danh sách do nơi chưa được tin lập",
            "key_list_broken": "danh sách hỏng hoặc sai chữ ký",
            "hub_receipt_bad": "giấy nhận sai chữ ký",
        },
        remedies={
            "newer_list": "Máy gửi chưa có trong danh sách: quản trị ghi danh máy đó, hoặc nhận danh sách mới.\n"
            "Khi có danh sách mới, mục này tự được thử lại. Enter thử ngay.",
            "send_again": "Xin nơi gửi xuất lại gói và nhận gói mới. Bản hỏng được giữ lại để xem xét.\nEnter thử nhận lại.",
            "administrator": "Máy đó không được ghi những dòng này. Báo quản trị: có thể máy bị mất hoặc bị chép.\n"
            "Nếu là máy thật, quản trị ghi danh lại; sau đó Enter thử nhận lại.",
            "fingerprint": "Danh sách này chưa được tin. Quản trị so dấu vân khóa với nơi lập, rồi nhận ở Các máy (Ctrl+N).\n"
            "Không khớp thì không nhận, và báo nơi gửi.",
            "upgrade": "Có thể do bản phần mềm cũ. Nâng cấp phần mềm, rồi Enter thử nhận lại.\nVẫn không được thì gửi tệp lỗi cho quản trị.",
        },
        other_reason="không nhận được ({reason})",
        taken="Đã nhận được {taken} mục.",
        still="Vẫn chưa nhận được; lý do như đã ghi.",
    ),
    Quarantine(
        title="Quarantine",
        at="At",
        what="From",
        why="Why",
        nothing="Nothing is in quarantine.",
        lines="{place}, lines {first}-{last}",
        kinds={"segment": "data", "keys": "list of stations", "receipt": "the hub's receipt", "file": "attachment"},
        reasons={
            "unknown_key": "its writer is not enrolled",
            "bad_signature": "wrongly signed",
            "scope_not_allowed": "that station may not write for this unit",
            "replica_of_another": "claims to be another station's",
            "before_valid_from": "written before its key was valid",
            "beyond_last_valid": "written after the station was revoked",
            "revoked": "the station is revoked",
            "broken": "damaged or changed",
            "not_applicable": "the program failed over it",
            "file_wrong": "the file is not the one that was named",
            "key_list_not_trusted": "a list by somebody not trusted",
            "key_list_broken": "a damaged or wrongly signed list",
            "hub_receipt_bad": "a wrongly signed receipt",
        },
        remedies={
            "newer_list": "Its sender is not on the list: an administrator enrols it, or takes a newer list in.\n"
            "With a newer list it is tried again by itself. Enter tries now.",
            "send_again": "Ask the sender for the bundle again. The damaged one is kept to be looked into.\nEnter tries again.",
            "administrator": "That station may not write these lines. Tell the administrator: it may be lost or copied.\n"
            "If it is genuine, enrol it again; then Enter tries again.",
            "fingerprint": "This list is not trusted. An administrator compares the fingerprint and takes it under Stations (Ctrl+N).\n"
            "If it does not match, do not take it, and tell the sender.",
            "upgrade": "The program may be too old. Upgrade it, then Enter tries again.\nIf that does not help send the fault file.",
        },
        other_reason="could not be taken in ({reason})",
        taken="{taken} entries were taken in.",
        still="It could not be taken in yet, for the reason given.",
    ),
)


retry_all = Words(
    ActionText("Thử lại hết", "Thử nhận lại mọi mục cách ly."),
    ActionText("Try all again", "Tries every entry in quarantine again."),
)
