"""What the intake form answers and asks, the screen after a save, the list of parked forms, and their actions."""

from __future__ import annotations

from dataclasses import dataclass

from communetui.strings.language import ActionText, Words


@dataclass(frozen=True, slots=True)
class Said:
    """Answers and questions of the form."""

    title: str
    drafts: str
    check_with_card: str
    replace_person: str
    replace: str
    keep: str
    paper_name: str
    known: str
    parked: str
    resumed: str
    interrupted: str
    empty: str
    checked: str
    nothing_to_check: str
    nothing_to_bring: str
    to_bring_printed: str
    to_bring_saved: str


said = Words(
    Said(
        title="Tiếp nhận hồ sơ",
        drafts="phiếu dở: {count}",
        check_with_card="cần kiểm tra với thẻ",
        replace_person="Phiếu đang có {old}. Thay bằng người trên thẻ, {new}?",
        replace="Thay",
        keep="Giữ nguyên",
        paper_name="Tên giấy tờ thêm vào danh mục của hồ sơ này",
        known="Đã có trong sổ: {name}.",
        parked="Đã để dở phiếu của {label}. F8: mở lại.",
        resumed="Đã mở lại phiếu của {label}.",
        interrupted="Còn phiếu chưa lưu của {label} ({when}). F8: mở lại.",
        empty="Phiếu còn trống.",
        checked="Đã đánh dấu là đã kiểm tra với thẻ.",
        nothing_to_check="Không có gì cần kiểm tra với thẻ.",
        nothing_to_bring="Không thiếu giấy tờ nào. Ở ô giấy tờ, đánh dấu K cho giấy còn thiếu.",
        to_bring_printed="Đã gửi giấy nhắc {count} giấy tờ cần mang đến máy in.",
        to_bring_saved="Chưa in được, giấy nhắc nằm ở {path}. {why}",
    ),
    Said(
        title="Intake",
        drafts="half-filled: {count}",
        check_with_card="compare with the card",
        replace_person="The form has {old}. Replace with the person on the card, {new}?",
        replace="Replace",
        keep="Keep",
        paper_name="Name of the paper to add to this dossier's list",
        known="Known in the register: {name}.",
        parked="Parked the form of {label}. F8: open again.",
        resumed="Opened the form of {label} again.",
        interrupted="There is an unsaved form of {label} ({when}). F8: open it.",
        empty="The form is empty.",
        checked="Marked as compared with the card.",
        nothing_to_check="Nothing is to be compared with the card.",
        nothing_to_bring="No paper is missing. Mark missing ones with K in the papers.",
        to_bring_printed="The slip of {count} papers to bring went to the printer.",
        to_bring_saved="Not printed, the slip is at {path}. {why}",
    ),
)


@dataclass(frozen=True, slots=True)
class Received:
    """The screen after a save."""

    title: str
    saved: str
    code: str
    applicant: str
    procedure: str
    due: str
    due_expected: str
    no_due: str
    fee: str
    missing: str
    keys: str
    keys_paper: str
    printed: str
    printed_before: str
    print_waits: str
    waits: dict[str, str]
    printing: str


received = Words(
    Received(
        title="Đã tiếp nhận",
        saved="Hồ sơ đã được lưu.",
        code="Mã hồ sơ",
        applicant="Người nộp",
        procedure="Thủ tục",
        due="Hẹn trả",
        due_expected="{at} (dự kiến, lịch nghỉ chưa công bố)",
        no_due="chưa hẹn ngày: thủ tục chưa có thời hạn",
        fee="Phí, lệ phí",
        missing="Còn thiếu",
        keys="Enter: in giấy tiếp nhận và hẹn trả     F2: người tiếp theo\n"
        "F7: cùng người, thủ tục khác            F8: mở hồ sơ vừa lưu",
        keys_paper="Công dân đã có giấy tiếp nhận viết tay, không in lại.\n"
        "Enter, F2: người tiếp theo     F7: cùng người, thủ tục khác     F8: mở hồ sơ vừa lưu",
        printed="Đã gửi giấy tiếp nhận đến máy in. F2: người tiếp theo.",
        printed_before="Giấy này vừa được in, không in thêm lần nữa.",
        print_waits="Chưa in được: {why}. Phiếu đang chờ; vào trang chính bấm F8 để in lại.",
        waits={
            "no_program": "máy này chưa có lệnh in",
            "refused": "máy in không nhận",
            "too_slow": "máy in không trả lời",
            "no_file": "tệp để in không còn",
            "not_set": "máy này chưa khai máy in nhiệt, máy in kim",
            "no_device": "không thấy máy in, xem dây và nguồn",
        },
        printing="Đang in...",
    ),
    Received(
        title="Received",
        saved="The dossier is saved.",
        code="Dossier code",
        applicant="Applicant",
        procedure="Procedure",
        due="Due",
        due_expected="{at} (expected, holidays not announced)",
        no_due="no date: the procedure has no time limit",
        fee="Fee",
        missing="Missing",
        keys="Enter: print the receipt                F2: next citizen\n"
        "F7: same citizen, next procedure        F8: open this dossier",
        keys_paper="The citizen has the handwritten receipt; none is printed.\n"
        "Enter, F2: next citizen     F7: same citizen, next procedure     F8: open this dossier",
        printed="The receipt went to the printer. F2: next citizen.",
        printed_before="It was printed a moment ago, not again.",
        print_waits="Not printed: {why}. It waits; F8 on the home page prints it.",
        waits={
            "no_program": "this PC has no command to print",
            "refused": "the printer did not take it",
            "too_slow": "the printer does not answer",
            "no_file": "the file to print is gone",
            "not_set": "no thermal or dot-matrix printer is set up here",
            "no_device": "the printer is not there, see cable and power",
        },
        printing="Printing...",
    ),
)


@dataclass(frozen=True, slots=True)
class Parked:
    """The list of half-filled forms."""

    title: str
    when: str
    who: str
    state: str
    parked: str
    interrupted: str
    empty: str
    keys: str
    discard: str
    discard_yes: str
    discard_no: str
    discarded: str


parked = Words(
    Parked(
        title="Phiếu để dở",
        when="Lưu lúc",
        who="Công dân, thủ tục",
        state="Tình trạng",
        parked="để dở",
        interrupted="bị ngắt giữa chừng",
        empty="Không có phiếu nào để dở.",
        keys=" Enter: mở lại   Delete: bỏ   Esc: quay lại",
        discard="Bỏ hẳn phiếu của {label}? Những gì đã nhập sẽ mất.",
        discard_yes="Bỏ phiếu",
        discard_no="Giữ lại",
        discarded="Đã bỏ phiếu của {label}.",
    ),
    Parked(
        title="Half-filled forms",
        when="Saved at",
        who="Citizen, procedure",
        state="State",
        parked="parked",
        interrupted="interrupted",
        empty="Nothing is parked.",
        keys=" Enter: open again   Delete: discard   Esc: back",
        discard="Discard the form of {label}? What was entered is lost.",
        discard_yes="Discard",
        discard_no="Keep",
        discarded="Discarded the form of {label}.",
    ),
)

save = Words(
    ActionText("Lưu", "Lưu hồ sơ và chuyển sang in giấy tiếp nhận và hẹn trả."),
    ActionText("Save", "Saves the dossier and goes on to the receipt."),
)
park = Words(
    ActionText("Để dở", "Cất phiếu đang nhập dưới tên công dân và mở phiếu trống cho người tiếp theo."),
    ActionText("Park", "Puts the form aside under the citizen's name and opens an empty one for the next."),
)
drafts = Words(
    ActionText("Phiếu dở", "Mở danh sách phiếu để dở của tôi để nhập tiếp hoặc bỏ."),
    ActionText("Parked", "Lists my half-filled forms, to go on or discard."),
)
submitter = Words(
    ActionText("Nộp thay", "Mở phần người nộp thay: họ tên, số định danh, điện thoại, quan hệ."),
    ActionText("On behalf", "Opens the part for a person who hands in for the applicant."),
)
elsewhere = Words(
    ActionText("Nơi khác", "Mở phần tiếp nhận cho xã, phường khác trong tỉnh, thành phố."),
    ActionText("Elsewhere", "Opens the part for reception on behalf of another commune of the province."),
)
add_paper = Words(
    ActionText("Thêm giấy tờ", "Thêm một giấy tờ vào danh mục của hồ sơ này."),
    ActionText("Add paper", "Adds a paper to this dossier's list."),
)
late = Words(
    ActionText(
        "Nhập muộn", "Mở phần nhập muộn: ngày, giờ tiếp nhận thực tế, lý do, mã trên giấy viết tay; lần nữa: đóng."
    ),
    ActionText("Late entry", "Opens the part of a late entry: real time, reason, code on paper; again: closes it."),
)
to_bring = Words(
    ActionText(
        "Giấy cần mang", "In giấy nhắc những giấy tờ còn thiếu cần mang đến; chưa tiếp nhận, không phải mẫu 02."
    ),
    ActionText("To bring", "Prints a slip of the papers still to bring; no dossier, no supplement request."),
)
checked = Words(
    ActionText("Đã kiểm tra", "Xác nhận họ tên và địa chỉ đã được đối chiếu với thẻ căn cước."),
    ActionText("Compared", "Confirms that name and address were compared with the ID card."),
)
print_receipt = Words(
    ActionText("In giấy hẹn", "In giấy tiếp nhận hồ sơ và hẹn trả kết quả; không có máy in thì phiếu chờ in."),
    ActionText("Print receipt", "Prints the receipt; without a printer it waits."),
)
next_citizen = Words(
    ActionText("Người tiếp theo", "Mở phiếu trống cho công dân tiếp theo."),
    ActionText("Next citizen", "Opens an empty form for the next citizen."),
)
same_citizen = Words(
    ActionText("Cùng người", "Mở phiếu mới với người nộp này, cho thủ tục tiếp theo."),
    ActionText("Same citizen", "Opens a new form with this applicant for the next procedure."),
)
open_dossier = Words(
    ActionText("Mở hồ sơ", "Mở hồ sơ vừa lưu."),
    ActionText("Open dossier", "Opens the dossier just saved."),
)
discard = Words(
    ActionText("Bỏ phiếu", "Bỏ hẳn phiếu đang chọn sau khi hỏi lại."),
    ActionText("Discard", "Throws the chosen form away after asking."),
)
