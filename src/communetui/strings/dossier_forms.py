"""Texts of the forms of the steps, and of correcting, papers and files."""

from __future__ import annotations

from dataclasses import dataclass

from communetui.strings.language import Words


@dataclass(frozen=True, slots=True)
class FormTexts:
    """Labels of the rows by the name of the value, hints, and what stands above the first row."""

    title: str
    labels: dict[str, str]
    hints: dict[str, str]
    about: dict[str, str]
    methods: dict[str, str]
    purposes: dict[str, str]
    slips: dict[str, str]
    recipients: dict[str, str]
    kinds: dict[str, str]
    no: str
    yes: str
    now: str
    dossier_itself: str
    no_papers: str
    nothing_asked: str
    correct_about: str
    take_back_about: str


form_texts = Words(
    FormTexts(
        title="{step}: {code}, {name}",
        labels={
            "to_officer": "Chuyển cho",
            "purpose": "Để",
            "reason": "Lý do",
            "why": "Lý do (nếu có)",
            "text": "Nội dung",
            "papers": "Giấy tờ cần nộp",
            "received": "Giấy tờ đã nhận",
            "more": "Giấy tờ khác",
            "amount": "Số tiền (đồng)",
            "method": "Cách thu",
            "receipt_series": "Ký hiệu biên lai",
            "receipt_number": "Số biên lai",
            "agency": "Cơ quan",
            "pauses": "Tạm dừng thời hạn",
            "new_due": "Hẹn lại ngày",
            "new_hour": "Giờ",
            "result_code": "Số kết quả",
            "requested_by": "Theo đề nghị của",
            "decision": "Quyết định số",
            "recipient": "Người nhận",
            "name": "Họ tên",
            "id_number": "Số định danh",
            "authorisation": "Giấy ủy quyền",
            "slip": "Giấy hẹn",
            "happened_at": "Lúc",
            "old": "Đang ghi",
            "new": "Sửa thành",
            "procedure": "Thủ tục",
            "system": "Hệ thống",
            "code": "Mã",
            "path": "Tệp",
            "pages": "Trang",
            "kind": "Loại",
            "paper": "Thuộc giấy tờ",
            "paper_name": "Tên giấy tờ",
            "state": "Đã nộp",
            "copy_kind": "Loại bản",
            "quantity": "Số bản",
            "note": "Ghi chú",
        },
        hints={
            "more": "nhiều giấy tờ thì cách nhau bằng dấu ;",
            "new_due": "ví dụ 30/11/2026",
            "new_hour": "để trống: hết giờ làm việc",
            "happened_at": "để trống: bây giờ; ví dụ 14:05, hoặc 14:05 22/11/2026",
            "procedure": "vài chữ của tên hoặc mã thủ tục",
            "system": "ví dụ Cổng dịch vụ công, phần mềm hộ tịch",
            "path": "đường dẫn; gõ vài chữ để chọn",
            "pages": "mọi trang; hoặc 1-3,5 của tệp PDF",
            "authorisation": "số, ngày, nơi chứng thực",
            "result_code": "số giấy tờ, nếu có",
            "requested_by": "người nộp, cơ quan nào; in trên mẫu 05",
            "decision": "số, ngày văn bản, nếu có",
        },
        about={
            "supplement_requested": "Thời hạn tạm dừng cho đến khi nhận đủ giấy tờ. Ctrl+S để lưu và in mẫu 02.",
            "supplement_received": "Thời hạn tính tiếp từ bây giờ. Giấy tờ đã đánh dấu được ghi là có.",
            "fee_requested": "Thời hạn tạm dừng cho đến khi thu phí.",
            "extended": "Đang hẹn trả {due}. Ctrl+S để lưu và in mẫu 04.",
            "returned": "Quét thẻ căn cước của người nhận để điền họ tên và số.",
            "refused": "Ctrl+S để lưu và in mẫu 03.",
            "stopped": "Ctrl+S để lưu và in mẫu 05.",
            "void": "Chỉ dùng khi nhập nhầm. Mã hồ sơ vẫn được giữ và không dùng lại.",
            "match": "Thủ tục nhập tay: {name}",
            "attach": "Nhận PDF, ảnh và tệp văn phòng. Tệp được mã hóa trong sổ; tệp gốc vẫn ở chỗ cũ.",
        },
        purposes={"work": "Giải quyết", "signature": "Trình ký", "return": "Trả kết quả", "absence": "Thay người vắng"},
        methods={"": "-", "cash": "Tiền mặt", "transfer": "Chuyển khoản", "online": "Trực tuyến"},
        slips={"handed_in": "Đã nộp lại", "lost": "Bị mất", "none_issued": "Không có"},
        recipients={"self": "Chính người nộp", "other": "Người được ủy quyền"},
        kinds={"scan": "Bản quét", "result": "Kết quả"},
        no="Không",
        yes="Có",
        now="bây giờ",
        dossier_itself="Cả hồ sơ",
        no_papers="Hồ sơ chưa có danh mục giấy tờ; hãy ghi vào ô dưới.",
        nothing_asked="Không có giấy tờ nào đang chờ.",
        correct_about="Đang ghi: {old}",
        take_back_about="Thu hồi bước: {step}, {at}, {officer}.",
    ),
    FormTexts(
        title="{step}: {code}, {name}",
        labels={
            "to_officer": "To",
            "purpose": "For",
            "reason": "Reason",
            "why": "Reason (if any)",
            "text": "Text",
            "papers": "Papers wanted",
            "received": "Papers received",
            "more": "Other papers",
            "amount": "Amount (đồng)",
            "method": "Paid by",
            "receipt_series": "Receipt series",
            "receipt_number": "Receipt number",
            "agency": "Agency",
            "pauses": "Clock stands still",
            "new_due": "New due date",
            "new_hour": "Hour",
            "result_code": "Result number",
            "requested_by": "Requested by",
            "decision": "Decision number",
            "recipient": "Taken by",
            "name": "Name",
            "id_number": "ID number",
            "authorisation": "Authorisation",
            "slip": "Receipt",
            "happened_at": "At",
            "old": "Now",
            "new": "Change to",
            "procedure": "Procedure",
            "system": "System",
            "code": "Code",
            "path": "File",
            "pages": "Pages",
            "kind": "Kind",
            "paper": "Belongs to",
            "paper_name": "Name of the paper",
            "state": "Handed in",
            "copy_kind": "Kind of copy",
            "quantity": "Copies",
            "note": "Note",
        },
        hints={
            "more": "several are separated by ;",
            "new_due": "for example 30/11/2026",
            "new_hour": "empty: end of work",
            "happened_at": "empty: now; for example 14:05, or 14:05 22/11/2026",
            "procedure": "a few letters of the name, or the code",
            "system": "for example the portal, civil-status software",
            "path": "path; type a few letters to choose",
            "pages": "every page; or 1-3,5 of a PDF",
            "authorisation": "number, date, certified where",
            "result_code": "number of the paper, if any",
            "requested_by": "applicant, or which agency; printed on form 05",
            "decision": "number and date of the paper, if any",
        },
        about={
            "supplement_requested": "The clock stands still until the papers come. Ctrl+S saves and prints form 02.",
            "supplement_received": "The clock runs on from now. Ticked papers are noted as handed in.",
            "fee_requested": "The clock stands still until the fee is paid.",
            "extended": "Now due {due}. Ctrl+S saves and prints form 04.",
            "returned": "Scan the ID card of who takes it to fill in name and number.",
            "refused": "Ctrl+S saves and prints form 03.",
            "stopped": "Ctrl+S saves and prints form 05.",
            "void": "Only for what was entered by mistake. The code stays used.",
            "match": "Procedure typed by hand: {name}",
            "attach": "Takes PDF, pictures and office files. The file is kept encrypted; the original stays where it is.",
        },
        purposes={
            "work": "To work on",
            "signature": "To be signed",
            "return": "To be returned",
            "absence": "Officer absent",
        },
        methods={"": "-", "cash": "Cash", "transfer": "Bank transfer", "online": "Online"},
        slips={"handed_in": "Handed in", "lost": "Lost", "none_issued": "None"},
        recipients={"self": "The applicant", "other": "Somebody authorised"},
        kinds={"scan": "Scan", "result": "Result"},
        no="No",
        yes="Yes",
        now="now",
        dossier_itself="The whole dossier",
        no_papers="The dossier has no list of papers; write them below.",
        nothing_asked="No paper is awaited.",
        correct_about="Now: {old}",
        take_back_about="Take back: {step}, {at}, {officer}.",
    ),
)
