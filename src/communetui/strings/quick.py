"""Texts of the quick counter."""

from __future__ import annotations

from dataclasses import dataclass

from communetui.strings.language import ActionText, Words


@dataclass(frozen=True, slots=True)
class Quick:
    """Texts of the quick counter; `kinds` are short names of its procedures, by code."""

    title: str
    procedure: str
    id_number: str
    name: str
    paper: str
    pages: str
    copies: str
    fee: str
    returned: str
    agreed_on: str
    signer: str
    no_signer: str
    method: str
    series: str
    number: str
    paid: str
    exempt_reason: str
    optional: str
    all_of_it: str
    kinds: dict[str, str]
    returns: dict[str, str]
    methods: dict[str, str]
    total: str
    fee_unknown: str
    exempted: str
    due: str
    due_expected: str
    due_at_once: str
    saved: str
    saved_later: str
    lines_missing: str
    paper_missing: str
    count_unreadable: str
    save_with: str
    compare_name: str
    nothing_to_print: str
    no_procedures: str
    read_only: str
    reopened: str
    clear_question: str
    clear_yes: str
    clear_no: str
    nothing_to_clear: str


quick = Words(
    Quick(
        title="Quầy nhanh: chứng thực",
        procedure="Loại việc",
        id_number="Số định danh",
        name="Người yêu cầu",
        paper="Tên giấy tờ",
        pages="Số trang",
        copies="Số bản",
        fee="Phí",
        returned="Trả kết quả",
        agreed_on="Ngày hẹn",
        signer="Người ký",
        no_signer="chưa có cán bộ nào giữ vai trò lãnh đạo",
        method="Cách thu",
        series="Ký hiệu biên lai",
        number="Số biên lai",
        paid="Thu",
        exempt_reason="Lý do miễn, giảm",
        optional="không bắt buộc; quét thẻ căn cước cũng được",
        all_of_it="để trống là thu đủ",
        kinds={
            "2.000815": "Bản sao",
            "2.000942": "Bản sao giao dịch",
            "2.000884": "Chữ ký",
            "2.000992": "Dịch (cộng tác viên)",
            "2.001008": "Dịch (người khác)",
            "2.001035": "Giao dịch",
            "2.000913": "Sửa, hủy giao dịch",
            "2.000927": "Sửa lỗi giao dịch",
            "2.001016": "Từ chối di sản",
            "2.001019": "Di chúc",
            "2.001406": "Phân chia di sản",
        },
        returns={"at_once": "Trả ngay", "in_time": "Theo hạn", "agreed": "Hẹn ngày"},
        methods={"cash": "Tiền mặt", "transfer": "Chuyển khoản", "online": "Trực tuyến"},
        total="Phí {amount}",
        fee_unknown="Phí: danh mục chưa cho biết, gõ số tiền ở mục Thu",
        exempted="miễn, giảm {amount}",
        due="hẹn {at}",
        due_expected="hẹn {at} (dự kiến)",
        due_at_once="trả ngay",
        saved="Số {numbers} | {name} | {paid} | {code}",
        saved_later="Hẹn {due} (F8 in) | {name} | {paid} | {code}",
        lines_missing="Chưa có giấy tờ nào. Hãy gõ tên giấy tờ.",
        paper_missing="Dòng này có số nhưng chưa có tên giấy tờ.",
        count_unreadable="Số trang, số bản là số từ 1 đến 9999.",
        save_with="Ctrl+S để lưu",
        compare_name="Tên lấy từ mã trên thẻ: {name}. Hãy so lại với thẻ, dấu có thể bị mất.",
        nothing_to_print="Chỉ in giấy hẹn cho hồ sơ vừa lưu mà chưa trả ngay.",
        no_procedures="Danh mục không có thủ tục chứng thực nào đang có hiệu lực.",
        read_only="Sổ đang mở ở cửa sổ khác: ở đây chỉ xem được.",
        reopened="Mở lại phiếu đang nhập dở của {label} ({when}). F9: phiếu trống.",
        clear_question="Bỏ phiếu đang nhập của {label}? Những gì đã nhập sẽ mất.",
        clear_yes="Bỏ phiếu",
        clear_no="Nhập tiếp",
        nothing_to_clear="Phiếu đang trống.",
    ),
    Quick(
        title="Quick counter: certifications",
        procedure="Kind",
        id_number="ID number",
        name="Requested by",
        paper="Paper",
        pages="Pages",
        copies="Copies",
        fee="Fee",
        returned="Returned",
        agreed_on="Day agreed",
        signer="Signed by",
        no_signer="no officer is a leader yet",
        method="Paid",
        series="Receipt series",
        number="Receipt number",
        paid="Amount paid",
        exempt_reason="Exempt because",
        optional="may be left out; an ID card can be scanned",
        all_of_it="all of it if left empty",
        kinds={
            "2.000815": "Copies",
            "2.000942": "Copies of a deal",
            "2.000884": "Signature",
            "2.000992": "Translation (registered)",
            "2.001008": "Translation (other)",
            "2.001035": "Transaction",
            "2.000913": "Change of a deal",
            "2.000927": "Slip in a deal",
            "2.001016": "Refusal of estate",
            "2.001019": "Will",
            "2.001406": "Division of estate",
        },
        returns={"at_once": "At once", "in_time": "In time", "agreed": "Day agreed"},
        methods={"cash": "Cash", "transfer": "Transfer", "online": "Online"},
        total="Fee {amount}",
        fee_unknown="Fee: the catalogue does not say, type the amount paid",
        exempted="exempt {amount}",
        due="due {at}",
        due_expected="due {at} (expected)",
        due_at_once="returned at once",
        saved="No. {numbers} | {name} | {paid} | {code}",
        saved_later="Due {due} (F8 prints) | {name} | {paid} | {code}",
        lines_missing="There is no paper yet. Type its name.",
        paper_missing="This line has a number and no paper.",
        count_unreadable="Pages and copies are numbers from 1 to 9999.",
        save_with="Ctrl+S saves",
        compare_name="The name was read by the scanner: {name}. Compare it with the card; marks may be lost.",
        nothing_to_print="A receipt is printed only for what was just saved and is returned later.",
        no_procedures="The catalogue has no certification in force.",
        read_only="This register is open in another window: here it can be read, not written.",
        reopened="The unsaved form of {label} ({when}) is open again. F9: an empty form.",
        clear_question="Discard the form of {label}? What was entered is lost.",
        clear_yes="Discard",
        clear_no="Go on",
        nothing_to_clear="The form is empty.",
    ),
)

quick_action = Words(
    ActionText("Quầy nhanh", "Mở quầy nhanh: chứng thực bản sao, chữ ký, giao dịch, thu phí và trả ngay."),
    ActionText(
        "Quick counter", "Opens the quick counter: copies, signatures and transactions certified and paid at once."
    ),
)
save = Words(
    ActionText("Lưu", "Tiếp nhận, thu phí, cho số chứng thực và trả kết quả trong một lần; sẵn sàng cho người sau."),
    ActionText("Save", "Receives, takes the fee, gives the numbers and returns in one go; ready for the next citizen."),
)
next_kind = Words(
    ActionText("Loại việc", "Đổi sang loại việc chứng thực tiếp theo."),
    ActionText("Kind", "Changes to the next kind of certification."),
)
print_receipt = Words(
    ActionText("In giấy hẹn", "In giấy tiếp nhận và hẹn trả của hồ sơ vừa lưu mà chưa trả ngay."),
    ActionText("Print receipt", "Prints the receipt of what was just saved and is returned later."),
)
book = Words(
    ActionText("In sổ", "In sổ chứng thực của loại việc này trong tháng."),
    ActionText("Print book", "Prints this month's book of this kind."),
)
waiting = Words(
    ActionText("Chờ ký", "Liệt kê hồ sơ chứng thực chưa vào sổ; Enter: đã ký, cho số."),
    ActionText("To be signed", "Lists what waits for a number; Enter when it is signed."),
)
clear = Words(
    ActionText("Phiếu trống", "Bỏ những gì đang nhập dở, sau khi hỏi lại, và bắt đầu phiếu trống cho người khác."),
    ActionText("Empty form", "Discards what is half filled, after asking, and begins an empty form for somebody else."),
)
