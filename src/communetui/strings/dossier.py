"""Texts of the screen of one dossier: its sections, what it answers."""

from __future__ import annotations

from dataclasses import dataclass

from communetui.strings.language import Words


@dataclass(frozen=True, slots=True)
class DossierTexts:
    """Sections, what stands in them, and what the screen answers."""

    title: str
    reading: str
    nothing_open: str
    info: str
    papers: str
    events: str
    history: str
    code: str
    received: str
    kind: str
    field: str
    limit: str
    places: str
    reception_place: str
    fee_lines: str
    prints: str
    no_papers: str
    no_events: str
    to_check: str
    paper: str
    paper_states: dict[str, str]
    copy_kinds: dict[str, str]
    condition: str
    file: str
    result_file: str
    file_line: str
    file_not_received: str
    file_partly_received: str
    file_on_its_way: str
    files_of_dossier: str
    menu: str
    menu_none: str
    print_menu: str
    pdf_menu: str
    form_names: dict[str, str]
    form_line: str
    form_printed: str
    saved: str
    due_now: str
    ask_print: str
    print_now: str
    later: str
    printed: str
    reprinted: str
    printed_again: str
    pdf_saved: str
    pdf_not_opened: str
    corrected: str
    taken_back: str
    voided: str
    void_sure: str
    matched: str
    outside_added: str
    checked: str
    checked_reason: str
    choose_field: str
    attached: str
    detached: str
    detach_sure: str
    is_result_now: str
    paper_saved: str
    opened: str
    not_opened: str
    not_a_file: str
    not_a_choice: str
    not_correctable: str
    already_result: str
    nothing_to_check: str
    already_matched: str


dossier = Words(
    DossierTexts(
        title="Hồ sơ",
        reading="Đang đọc hồ sơ...",
        nothing_open="Chưa mở hồ sơ nào.",
        info="Thông tin",
        papers="Giấy tờ {there}/{all}, tệp {files}",
        events="Diễn biến {count}",
        history="Lịch sử",
        code="mã hồ sơ",
        received="tiếp nhận lúc",
        kind="đối tượng",
        field="lĩnh vực",
        limit="thời hạn giải quyết",
        places="nơi",
        reception_place="nơi tiếp nhận",
        fee_lines="phí, lệ phí",
        prints="đã in",
        no_papers="Hồ sơ chưa có giấy tờ nào. Ctrl+N: thêm giấy tờ, Ctrl+F: đính kèm tệp.",
        no_events="Chưa có gì.",
        to_check="(cần kiểm tra)",
        paper="giấy tờ",
        paper_states={"yes": "có", "no": "chưa có", "not_applicable": "không cần"},
        copy_kinds={
            "original": "bản chính",
            "certified": "bản sao chứng thực",
            "copy": "bản sao",
            "electronic": "bản điện tử",
        },
        condition="khi: {condition}",
        file="  tệp",
        result_file="  tệp kết quả",
        file_line="{name} ({size}, {added})",
        file_not_received="tệp chưa nhận về",
        file_partly_received="tệp chưa nhận về hết ({percent}%)",
        file_on_its_way="Tệp {name} chưa nhận về máy này. Tệp đến sau dữ liệu; F11 xem việc trao đổi.",
        files_of_dossier="tệp của hồ sơ",
        menu="Làm gì với hồ sơ {code}?",
        menu_none="Không có việc nào làm được với hồ sơ này lúc này.",
        print_menu="In mẫu nào?",
        pdf_menu="Lưu PDF mẫu nào?",
        form_names={
            "01": "Giấy tiếp nhận hồ sơ và hẹn trả kết quả",
            "02": "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ",
            "03": "Phiếu từ chối tiếp nhận giải quyết hồ sơ",
            "04": "Văn bản xin lỗi và đề nghị gia hạn",
            "05": "Thông báo dừng giải quyết hồ sơ",
            "06": "Phiếu kiểm soát quá trình giải quyết hồ sơ",
            "BG": "Danh sách bàn giao hồ sơ",
        },
        form_line="Mẫu {form}: {name}{when}{times}",
        form_printed=", đã in {count} lần",
        saved="Đã ghi: {step}.",
        due_now="Hẹn trả: {due}.",
        ask_print="{said} In mẫu {form} ({name}) ngay bây giờ?",
        print_now="In",
        later="Để sau (F8)",
        printed="Đã in mẫu {form}.",
        reprinted="Đã in lại mẫu {form}, lần {number}; trên giấy có ghi là bản in lại.",
        printed_again="Mẫu {form} vừa được in, không in lần nữa.",
        pdf_saved="Đã lưu {file}",
        pdf_not_opened="Đã lưu {file}, nhưng máy này không mở được tệp PDF.",
        corrected="Đã sửa {field}. Lần in giấy tiếp nhận sau sẽ ghi thay cho bản nào.",
        taken_back="Đã thu hồi: {step}.",
        voided="Đã hủy hồ sơ do nhập nhầm. Mã vẫn được giữ và hồ sơ không tính vào số liệu.",
        void_sure="Hủy hồ sơ {code} do nhập nhầm? Mã hồ sơ không dùng lại nữa.",
        matched="Đã gắn với thủ tục {procedure}. Ngày hẹn và giấy tờ giữ nguyên.",
        outside_added="Đã ghi mã {code}.",
        checked="Đã ghi là đã kiểm tra với thẻ.",
        checked_reason="Đã đối chiếu với thẻ căn cước",
        choose_field="Sửa thông tin nào?",
        attached="Đã đính kèm {name}.",
        detached="Đã gỡ {name} khỏi hồ sơ.",
        detach_sure="Gỡ tệp {name} khỏi hồ sơ? Lịch sử vẫn ghi lại.",
        is_result_now="Đã đánh dấu {name} là kết quả.",
        paper_saved="Đã lưu giấy tờ: {name}.",
        opened="Đang mở {name}. Bản tạm bị xóa khi rời màn hình này.",
        not_opened="Máy này không mở được loại tệp này. {detail}",
        not_a_file="Hãy đặt con trỏ vào một tệp trong mục Giấy tờ.",
        not_a_choice="Dòng này không mở và không sửa được.",
        not_correctable="Mục này không sửa được. Nếu nhập nhầm, hãy hủy hồ sơ và tiếp nhận lại.",
        already_result="Tệp này đã là kết quả.",
        nothing_to_check="Không có gì cần kiểm tra với thẻ.",
        already_matched="Hồ sơ này đã gắn với một thủ tục trong danh mục.",
    ),
    DossierTexts(
        title="Dossier",
        reading="Reading the dossier...",
        nothing_open="No dossier is open.",
        info="Facts",
        papers="Papers {there}/{all}, files {files}",
        events="Course {count}",
        history="History",
        code="dossier code",
        received="received at",
        kind="kind of applicant",
        field="field",
        limit="time limit",
        places="places",
        reception_place="place of reception",
        fee_lines="fee",
        prints="printed",
        no_papers="The dossier has no papers yet. Ctrl+N: add a paper, Ctrl+F: attach a file.",
        no_events="Nothing yet.",
        to_check="(to be checked)",
        paper="paper",
        paper_states={"yes": "there", "no": "not there", "not_applicable": "not needed"},
        copy_kinds={
            "original": "original",
            "certified": "certified copy",
            "copy": "copy",
            "electronic": "electronic",
        },
        condition="if: {condition}",
        file="  file",
        result_file="  result file",
        file_line="{name} ({size}, {added})",
        file_not_received="file not yet received",
        file_partly_received="file not yet received in full ({percent}%)",
        file_on_its_way="The file {name} has not arrived at this PC. Files follow after the data; F11 shows the exchange.",
        files_of_dossier="files of the dossier",
        menu="What to do with dossier {code}?",
        menu_none="Nothing can be done with this dossier now.",
        print_menu="Print which form?",
        pdf_menu="Save which form as PDF?",
        form_names={
            "01": "Receipt with appointment",
            "02": "Supplement request",
            "03": "Refusal",
            "04": "Apology with new date",
            "05": "Notice of stopping",
            "06": "Control slip",
            "BG": "Hand-over list",
        },
        form_line="Form {form}: {name}{when}{times}",
        form_printed=", printed {count} times",
        saved="Done: {step}.",
        due_now="Due: {due}.",
        ask_print="{said} Print form {form} ({name}) now?",
        print_now="Print",
        later="Later (F8)",
        printed="Form {form} was printed.",
        reprinted="Form {form} was printed again, number {number}; the paper says that it is a reprint.",
        printed_again="Form {form} was printed a moment ago; it is not printed twice.",
        pdf_saved="Saved {file}",
        pdf_not_opened="Saved {file}, but this PC could not open the PDF.",
        corrected="Corrected: {field}. The next receipt will say which print it replaces.",
        taken_back="Taken back: {step}.",
        voided="The dossier is void. Its code stays used, and it is out of every count.",
        void_sure="Make dossier {code} void, entered by mistake? Its code is not used again.",
        matched="Matched with procedure {procedure}. Due date and papers stay as they are.",
        outside_added="Noted the code {code}.",
        checked="Noted as compared with the card.",
        checked_reason="Compared with the ID card",
        choose_field="Correct what?",
        attached="Attached {name}.",
        detached="Took {name} off the dossier.",
        detach_sure="Take the file {name} off the dossier? The history keeps it.",
        is_result_now="{name} is marked as the result.",
        paper_saved="Paper saved: {name}.",
        opened="Opening {name}. The copy is deleted when this screen is left.",
        not_opened="This PC could not open this kind of file. {detail}",
        not_a_file="Put the cursor on a file in the papers section.",
        not_a_choice="This line cannot be opened or changed.",
        not_correctable="This cannot be corrected. If it was a mistake, void the dossier and receive it again.",
        already_result="This file is the result already.",
        nothing_to_check="Nothing is to be compared with the card.",
        already_matched="This dossier is matched with a procedure of the catalogue already.",
    ),
)
