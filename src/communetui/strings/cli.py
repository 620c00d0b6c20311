"""What the command line says to people; help texts are in `cli_help`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from communetui.strings.language import Words

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Cli:
    """Answers, heads of columns and prompts of the commands."""

    # prompts
    passphrase_of: str
    new_passphrase: str
    new_passphrase_again: str
    which_officer: str
    station: str
    first_officer: str
    unit: str
    which_unit: str
    no_unit: str
    recovery_key_typed: str
    # creating and recovering
    founded: str
    recovery_key: str
    recovery_advice: str
    recovered: str
    # heads
    code: str
    received_on: str
    due: str
    status: str
    applicant: str
    procedure: str
    id_number: str
    phone: str
    address: str
    submitter: str
    fee: str
    holder: str
    outside_codes: str
    note: str
    steps: str
    step: str
    when: str
    officer: str
    reason: str
    what: str
    before: str
    after: str
    number: str
    paper: str
    handed_in: str
    copy_kind: str
    quantity: str
    name: str
    roles: str
    works: str
    value: str
    date: str
    kind: str
    source: str
    field: str
    version: str
    time_limit: str
    result: str
    legal_base: str
    valid: str
    file: str
    # values
    yes: str
    no: str
    not_given: str
    free: str
    no_due: str
    due_is_expected: str
    paper_states: dict[str, str]
    copy_kinds: dict[str, str]
    day_kinds: dict[str, str]
    # answers
    received: str
    received_many: str
    stopped_early: str
    no_dossiers: str
    shown_of: str
    acted: str
    form_to_print: str
    corrected: str
    taken_back: str
    voided: str
    matched: str
    attached: str
    printed: str
    print_waits: str
    print_again: str
    officer_added: str
    officer_changed: str
    officer_disabled: str
    passphrase_set: str
    setting_set: str
    day_entered: str
    day_reopened: str
    sound: str
    unsound: str
    rebuilt: str
    not_utf8: str


cli = Words(
    Cli(
        passphrase_of="Mật khẩu của {officer}",
        new_passphrase="Mật khẩu mới (ít nhất 8 ký tự)",
        new_passphrase_again="Nhập lại mật khẩu mới",
        which_officer="Chọn cán bộ (số thứ tự)",
        station="Số của máy này (1 đến 99)",
        first_officer="Họ tên cán bộ quản trị đầu tiên",
        unit="Xã, phường hoặc đặc khu (gõ vài chữ, có dấu hay không dấu)",
        which_unit="Chọn số thứ tự (0 để gõ lại)",
        no_unit="Không tìm thấy đơn vị nào. Hãy gõ ít chữ hơn.",
        recovery_key_typed="Khóa khôi phục",
        founded="Đã tạo sổ trong {folder}\nĐơn vị:  {unit}\nMáy số:  {station}\nCán bộ:  {officer} ({roles})",
        recovery_key="KHÓA KHÔI PHỤC - chỉ hiện một lần này:",
        recovery_advice="Khóa đã được ghi vào tệp {file}.\n"
        "1. In hoặc chép khóa ra giấy, cho vào phong bì dán kín, cất ở nơi an toàn ngoài máy này.\n"
        "2. Sau đó xóa tệp trên khỏi máy.\n"
        "3. Ai có khóa này đều mở được sổ. Khi quên mật khẩu, dùng lệnh: communetui recover\n"
        "4. Mất cả mật khẩu và khóa này thì không ai mở được sổ nữa.",
        recovered="Đã đặt mật khẩu mới cho {officer}. Khóa khôi phục vẫn dùng được, hãy cất lại.",
        code="Mã hồ sơ",
        received_on="Tiếp nhận",
        due="Hẹn trả",
        status="Trạng thái",
        applicant="Người nộp",
        procedure="Thủ tục",
        id_number="Số định danh",
        phone="Điện thoại",
        address="Địa chỉ",
        submitter="Người nộp thay",
        fee="Phí, lệ phí",
        holder="Đang giữ",
        outside_codes="Mã khác",
        note="Ghi chú",
        steps="Bước có thể làm",
        step="Bước",
        when="Thời điểm",
        officer="Cán bộ",
        reason="Lý do, người nhận",
        what="Mục",
        before="Trước",
        after="Sau",
        number="STT",
        paper="Giấy tờ",
        handed_in="Đã nộp",
        copy_kind="Loại bản",
        quantity="Số lượng",
        name="Tên",
        roles="Vai trò",
        works="Đang làm việc",
        value="Giá trị",
        date="Ngày",
        kind="Loại",
        source="Nguồn",
        field="Lĩnh vực",
        version="Phiên bản",
        time_limit="Thời hạn",
        result="Kết quả",
        legal_base="Căn cứ pháp lý",
        valid="Hiệu lực",
        file="Tệp",
        yes="có",
        no="không",
        not_given="chưa có thông tin",
        free="không thu",
        no_due="chưa xác định ngày hẹn",
        due_is_expected="ngày hẹn dự kiến: lịch nghỉ chưa công bố",
        paper_states={"yes": "có", "no": "chưa", "not_applicable": "không cần"},
        copy_kinds={
            "original": "bản chính",
            "certified": "bản sao chứng thực",
            "copy": "bản sao",
            "electronic": "bản điện tử",
        },
        day_kinds={"holiday": "nghỉ lễ", "makeup": "làm bù", "closed": "đóng cửa"},
        received="Đã tiếp nhận {code}. Hẹn trả: {due}",
        received_many="Đã tiếp nhận {received} hồ sơ, {failed} hồ sơ không nhận được.",
        stopped_early="Đã dừng giữa chừng; các hồ sơ ghi ở trên đã được lưu, phần còn lại chưa nhận.",
        no_dossiers="Không có hồ sơ nào.",
        shown_of="Hiện {shown} trong {count} hồ sơ; dùng --limit 0 để xem hết.",
        acted="{code}: {step}.",
        form_to_print="Cần in mẫu {form}: communetui dossier print {code} --form {form}",
        corrected="{code}: đã sửa {field}.",
        taken_back="{code}: đã thu hồi bước vừa làm.",
        voided="{code}: đã hủy do nhập nhầm; mã này không dùng lại.",
        matched="{code}: đã khớp với thủ tục {procedure}.",
        attached="{code}: đã đính kèm {name}.",
        printed="Đã in mẫu {form} của {code} (lần {number}). Tệp: {file}",
        print_waits="Mẫu {form} của {code} đang chờ in: {why} Tệp: {file}",
        print_again="Mẫu {form} của {code} vừa được in, không in hai lần.",
        officer_added="Đã thêm {officer} ({roles}).",
        officer_changed="Đã đổi {officer} ({roles}).",
        officer_disabled="{officer} không mở được sổ nữa; tên vẫn còn trong lịch sử.",
        passphrase_set="Đã đổi mật khẩu của {officer}.",
        setting_set="{name} = {value}",
        day_entered="{day}: {kind}, {name}.",
        day_reopened="{day}: đã bỏ mục đã nhập.",
        sound="Sổ nguyên vẹn: đã kiểm tra {dossiers} hồ sơ.",
        unsound="Sổ có lỗi:",
        rebuilt="Đã dựng lại số liệu của {dossiers} hồ sơ.",
        not_utf8="không phải chữ UTF-8",
    ),
    Cli(
        passphrase_of="Passphrase of {officer}",
        new_passphrase="New passphrase (at least 8 characters)",
        new_passphrase_again="The new passphrase again",
        which_officer="Choose the officer (number)",
        station="Number of this PC (1 to 99)",
        first_officer="Name of the first administrator",
        unit="Commune, ward or special zone (a few letters, with or without marks)",
        which_unit="Choose a number (0 to type again)",
        no_unit="No unit was found. Type fewer letters.",
        recovery_key_typed="Recovery key",
        founded="The register was created in {folder}\n"
        "Unit:     {unit}\nStation:  {station}\nOfficer:  {officer} ({roles})",
        recovery_key="RECOVERY KEY - shown this once only:",
        recovery_advice="The key was written to the file {file}.\n"
        "1. Print or copy the key, seal it in an envelope, keep it in a safe place away from this PC.\n"
        "2. Then delete that file from the PC.\n"
        "3. Whoever has the key can open the register. For a forgotten passphrase run: communetui recover\n"
        "4. Without any passphrase and without this key nobody can open the register again.",
        recovered="{officer} has a new passphrase. The recovery key still works: put it back in its place.",
        code="Code",
        received_on="Received",
        due="Due",
        status="Status",
        applicant="Applicant",
        procedure="Procedure",
        id_number="ID number",
        phone="Phone",
        address="Address",
        submitter="Submitter",
        fee="Fee",
        holder="In the hands of",
        outside_codes="Other codes",
        note="Note",
        steps="Steps possible now",
        step="Step",
        when="When",
        officer="Officer",
        reason="Reason, taken over by",
        what="What",
        before="Before",
        after="After",
        number="No.",
        paper="Paper",
        handed_in="Handed in",
        copy_kind="Kind of copy",
        quantity="Quantity",
        name="Name",
        roles="Roles",
        works="At work",
        value="Value",
        date="Date",
        kind="Kind",
        source="Source",
        field="Field",
        version="Version",
        time_limit="Time limit",
        result="Result",
        legal_base="Legal base",
        valid="Valid",
        file="File",
        yes="yes",
        no="no",
        not_given="not given",
        free="no fee",
        no_due="no due date yet",
        due_is_expected="expected: the holidays are not announced yet",
        paper_states={"yes": "yes", "no": "not yet", "not_applicable": "not needed"},
        copy_kinds={"original": "original", "certified": "certified copy", "copy": "copy", "electronic": "electronic"},
        day_kinds={"holiday": "holiday", "makeup": "make-up day", "closed": "closed"},
        received="Received {code}. Due: {due}",
        received_many="{received} dossiers were received, {failed} were not.",
        stopped_early="Stopped early; the dossiers told above are saved, the rest was not received.",
        no_dossiers="There are no dossiers.",
        shown_of="Shown are {shown} of {count} dossiers; --limit 0 shows all.",
        acted="{code}: {step}.",
        form_to_print="Form {form} is to be printed: communetui dossier print {code} --form {form}",
        corrected="{code}: {field} was corrected.",
        taken_back="{code}: the last step was taken back.",
        voided="{code}: voided as entered by mistake; the code is not used again.",
        matched="{code}: matched with the procedure {procedure}.",
        attached="{code}: {name} was attached.",
        printed="Form {form} of {code} was printed (print {number}). File: {file}",
        print_waits="Form {form} of {code} waits for a printer: {why} File: {file}",
        print_again="Form {form} of {code} was printed a moment ago, and is not printed twice.",
        officer_added="{officer} was added ({roles}).",
        officer_changed="{officer} was changed ({roles}).",
        officer_disabled="{officer} can no longer open the register; the name stays in the history.",
        passphrase_set="The passphrase of {officer} was changed.",
        setting_set="{name} = {value}",
        day_entered="{day}: {kind}, {name}.",
        day_reopened="{day}: the entry was taken back.",
        sound="The register is sound: {dossiers} dossiers were checked.",
        unsound="The register has faults:",
        rebuilt="What follows from {dossiers} dossiers was rebuilt.",
        not_utf8="no UTF-8 text",
    ),
)

PROBLEMS: Final[Mapping[str, Words[str]]] = {
    "calendar_day_unknown": Words(
        "Ngày {day} không có mục nào do đơn vị tự nhập.",
        "There is no entry of this office for {day}.",
    ),
    "fields_wrong": Words(
        "Dữ liệu có {count} chỗ sai, không ghi gì vào sổ:", "{count} fields are wrong, nothing was written:"
    ),
    "flags_missing": Words(
        "Thiếu thông tin và không có màn hình để hỏi. Hãy ghi đủ --unit, --station và --officer.",
        "Something is missing and there is no terminal to ask. Give --unit, --station and --officer.",
    ),
    "interrupted": Words("Đã dừng.", "Stopped."),
    "json_empty": Words("Không có dữ liệu nào để đọc.", "There is nothing to read."),
    "json_unreadable": Words(
        "Không phải JSON đúng: dòng {line}, cột {column}.",
        "Not valid JSON: line {line}, column {column}.",
    ),
    "kind_differs": Words(
        'Loại bước trong JSON khác với "{kind}" trên dòng lệnh.',
        'The kind in the JSON differs from "{kind}" on the command line.',
    ),
    "new_passphrase_missing": Words(
        "Chưa có mật khẩu mới. Đặt biến COMMUNETUI_NEW_PASSPHRASE hoặc dùng --new-passphrase-file.",
        "There is no new passphrase. Set COMMUNETUI_NEW_PASSPHRASE or use --new-passphrase-file.",
    ),
    "no_terminal": Words(
        "Màn hình chỉ mở được trong cửa sổ dòng lệnh. Xem các lệnh khác: communetui --help",
        "The screens need a terminal. For other commands see: communetui --help",
    ),
    "not_an_object": Words(
        'Mỗi hồ sơ hoặc bước phải là một đối tượng JSON: {{"...": ...}}.',
        'Each dossier or step is one JSON object: {{"...": ...}}.',
    ),
    "not_utf8_file": Words("Tệp {name} không phải chữ UTF-8.", "The file {name} is no UTF-8 text."),
    "not_utf8_input": Words(
        "Dữ liệu vào không phải UTF-8, từ byte thứ {place}. Hãy lưu tệp dạng UTF-8.",
        "The input is not UTF-8, from byte {place} on. Save the file as UTF-8.",
    ),
    "officer_ambiguous": Words(
        'Có nhiều cán bộ tên "{officer}". Hãy dùng mã:',
        'Several officers are called "{officer}". Use a key:',
    ),
    "officer_not_chosen": Words(
        "Sổ có nhiều cán bộ. Đặt biến COMMUNETUI_OFFICER là tên một người:",
        "The register has several officers. Set COMMUNETUI_OFFICER to one of them:",
    ),
    "paper_unknown": Words(
        "Hồ sơ không có giấy tờ số {paper}.",
        "The dossier has no paper number {paper}.",
    ),
    "passphrase_missing": Words(
        "Chưa có mật khẩu. Đặt biến COMMUNETUI_PASSPHRASE hoặc dùng --passphrase-file.",
        "There is no passphrase. Set COMMUNETUI_PASSPHRASE or use --passphrase-file.",
    ),
    "passphrases_differ": Words("Hai lần nhập không giống nhau. Hãy làm lại.", "The two entries differ. Try again."),
    "recovery_key_missing": Words(
        "Chưa có khóa khôi phục. Dùng --recovery-file hoặc đặt biến COMMUNETUI_RECOVERY_KEY.",
        "There is no recovery key. Use --recovery-file or set COMMUNETUI_RECOVERY_KEY.",
    ),
    "secret_file_empty": Words("Tệp {name} trống.", "The file {name} is empty."),
    "see_help": Words("Xem hướng dẫn: {command}", "For help: {command}"),
    "system": Words("Máy báo lỗi: {why} {name}", "The system says: {why} {name}"),
    "unit_ambiguous": Words(
        'Có nhiều đơn vị khớp với "{unit}". Hãy dùng mã:',
        'Several units match "{unit}". Use a code:',
    ),
    "unit_not_found": Words('Không có đơn vị nào khớp với "{unit}".', 'No unit matches "{unit}".'),
}
"""Why the command line itself says no, by reason."""
