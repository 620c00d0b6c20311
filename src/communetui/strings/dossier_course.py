"""Words of the course of a dossier and of its journal: tables, columns and what an event tells."""

from __future__ import annotations

from dataclasses import dataclass

from communetui.strings.language import Words


@dataclass(frozen=True, slots=True)
class CourseTexts:
    """One event each: `line` is what and who, the others add to it."""

    line: str
    taken_back: str
    takes_back: str
    to_officer: str
    reason: str
    due: str
    paused: str
    form: str
    papers: str
    amount: str
    receipt: str
    agency: str
    recipient_self: str
    recipient: str
    result_code: str
    signer: str
    changed: str
    replaces: str
    entered: str
    late: str
    blank: str
    imported: str
    print_done: str
    print_waits: str
    print_dropped: str
    print_replaces: str
    printed_by: dict[str, str]
    empty: str
    methods: dict[str, str]
    purposes: dict[str, str]
    slips: dict[str, str]


course = Words(
    CourseTexts(
        line="{step} - {officer}",
        taken_back=" (đã thu hồi)",
        takes_back="bước bị thu hồi: {step}",
        to_officer="người nhận: {officer}",
        reason="lý do, nội dung: {reason}",
        due="hẹn trả: {due}",
        paused="tạm dừng tính thời hạn",
        form="mẫu {form}",
        papers="giấy tờ: {papers}",
        amount="số tiền: {amount}",
        receipt="biên lai: {receipt}",
        agency="cơ quan: {agency}",
        recipient_self="người nộp tự nhận; {slip}",
        recipient="người nhận: {name}, số {number}, theo {paper}; {slip}",
        result_code="số kết quả: {code}",
        signer="người ký: {officer}",
        changed="{field}: {old} -> {new}",
        replaces="lần in sau thay cho bản in lần {number}",
        entered="nhập vào lúc {at}",
        late="nhập muộn: nhập lúc {at}, tiếp nhận thực tế {real}",
        blank="theo giấy tiếp nhận viết tay đã in sẵn mã",
        imported="theo tệp {file}",
        print_done="In mẫu {form} lần {number} - {officer}",
        print_waits="Chờ in mẫu {form} lần {number} - {officer}",
        print_dropped="Bỏ in mẫu {form} lần {number} - {officer}",
        print_replaces="thay cho bản in lần {number}",
        printed_by={"thermal": "máy in nhiệt", "dot_matrix": "máy in kim"},
        empty="(trống)",
        purposes={"signature": "Trình ký", "return": "Để trả kết quả", "absence": "Thay người vắng"},
        methods={"cash": "tiền mặt", "transfer": "chuyển khoản", "online": "trực tuyến"},
        slips={
            "handed_in": "đã nộp lại giấy hẹn",
            "lost": "mất giấy hẹn",
            "none_issued": "không có giấy hẹn",
        },
    ),
    CourseTexts(
        line="{step} - {officer}",
        taken_back=" (taken back)",
        takes_back="step taken back: {step}",
        to_officer="to: {officer}",
        reason="reason, text: {reason}",
        due="due: {due}",
        paused="the clock stands still",
        form="form {form}",
        papers="papers: {papers}",
        amount="amount: {amount}",
        receipt="receipt: {receipt}",
        agency="agency: {agency}",
        recipient_self="taken by the applicant; {slip}",
        recipient="taken by: {name}, number {number}, by {paper}; {slip}",
        result_code="result number: {code}",
        signer="signed by: {officer}",
        changed="{field}: {old} -> {new}",
        replaces="the next print replaces print {number}",
        entered="entered at {at}",
        late="entered late: at {at}, really received {real}",
        blank="by a handwritten receipt with a printed code",
        imported="from the file {file}",
        print_done="Form {form} printed, number {number} - {officer}",
        print_waits="Form {form} waits to be printed, number {number} - {officer}",
        print_dropped="Form {form} not printed any more, number {number} - {officer}",
        print_replaces="replaces print {number}",
        printed_by={"thermal": "thermal printer", "dot_matrix": "dot-matrix printer"},
        empty="(empty)",
        purposes={"signature": "To be signed", "return": "To be returned", "absence": "Officer absent"},
        methods={"cash": "cash", "transfer": "bank transfer", "online": "online"},
        slips={"handed_in": "receipt handed in", "lost": "receipt lost", "none_issued": "no receipt was issued"},
    ),
)


@dataclass(frozen=True, slots=True)
class JournalTexts:
    """How the journal is told; `columns` maps the names of columns that people understand, by table."""

    line: str
    created: str
    named: str
    tables: dict[str, str]
    columns: dict[str, dict[str, str]]
    print_states: dict[str, str]
    file_kinds: dict[str, str]
    yes: str
    no: str


journal = Words(
    JournalTexts(
        line="{officer} - {table}{what}",
        created=" (nhập mới)",
        named=" {name}",
        tables={
            "dossier": "hồ sơ",
            "paper": "giấy tờ",
            "outside_code": "mã khác",
            "event": "diễn biến",
            "attachment": "tệp",
            "print": "bản in",
        },
        columns={
            "dossier": {
                "code": "mã hồ sơ",
                "procedure_code": "mã thủ tục",
                "procedure_name": "tên thủ tục",
                "field": "lĩnh vực",
                "applicant_kind": "đối tượng",
                "applicant_old_id_number": "giấy tờ khác",
                "reception_place": "nơi tiếp nhận",
                "fee_amount": "phí, lệ phí",
                "received_at": "tiếp nhận lúc",
            },
            "paper": {
                "name": "tên",
                "state": "đã nộp",
                "copy_kind": "loại bản",
                "quantity": "số bản",
                "condition": "trường hợp",
                "note": "ghi chú",
            },
            "outside_code": {"system": "hệ thống", "code": "mã", "active": "còn dùng"},
            "event": {
                "kind": "bước",
                "happened_at": "xảy ra lúc",
                "to_officer": "người nhận",
                "reason": "lý do, nội dung",
                "form": "mẫu",
                "due_at": "hẹn trả",
            },
            "attachment": {"name": "tên tệp", "kind": "loại", "active": "còn dùng"},
            "print": {"form": "mẫu", "number": "lần in", "state": "tình trạng", "printed_at": "in lúc"},
        },
        print_states={"waiting": "đang chờ", "printed": "đã in", "dropped": "bỏ, không in"},
        file_kinds={"scan": "bản quét", "result": "kết quả"},
        yes="có",
        no="không",
    ),
    JournalTexts(
        line="{officer} - {table}{what}",
        created=" (new)",
        named=" {name}",
        tables={
            "dossier": "dossier",
            "paper": "paper",
            "outside_code": "other code",
            "event": "course",
            "attachment": "file",
            "print": "print",
        },
        columns={
            "dossier": {
                "code": "code",
                "procedure_code": "procedure code",
                "procedure_name": "procedure name",
                "field": "field",
                "applicant_kind": "kind of applicant",
                "applicant_old_id_number": "other paper",
                "reception_place": "place of reception",
                "fee_amount": "fee",
                "received_at": "received at",
            },
            "paper": {
                "name": "name",
                "state": "handed in",
                "copy_kind": "kind of copy",
                "quantity": "copies",
                "condition": "case",
                "note": "note",
            },
            "outside_code": {"system": "system", "code": "code", "active": "in use"},
            "event": {
                "kind": "step",
                "happened_at": "happened at",
                "to_officer": "to",
                "reason": "reason, text",
                "form": "form",
                "due_at": "due",
            },
            "attachment": {"name": "file name", "kind": "kind", "active": "in use"},
            "print": {"form": "form", "number": "print number", "state": "state", "printed_at": "printed at"},
        },
        print_states={"waiting": "waiting", "printed": "printed", "dropped": "not wanted"},
        file_kinds={"scan": "scan", "result": "result"},
        yes="yes",
        no="no",
    ),
)
