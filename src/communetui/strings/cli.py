"""What the commands ask and answer; help is in `cli_help`, heads of columns in `cli_heads`."""

from __future__ import annotations

from dataclasses import dataclass

from communetui.strings.language import Words


@dataclass(frozen=True, slots=True)
class Cli:
    """Prompts and answers."""

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
    founded: str
    recovery_key: str
    recovery_advice: str
    recovered: str
    received: str
    received_many: str
    stopped_early: str
    no_dossiers: str
    shown_of: str
    acted: str
    acted_many: str
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
    promises_affected: str
    nothing_affected: str
    no_equal_codes: str
    sound: str
    unsound: str
    stale: str
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
        received="Đã tiếp nhận {code}. Hẹn trả: {due}",
        received_many="Đã tiếp nhận {received} hồ sơ, {failed} hồ sơ không nhận được.",
        stopped_early="Đã dừng giữa chừng; các hồ sơ ghi ở trên đã được lưu, phần còn lại chưa nhận.",
        no_dossiers="Không có hồ sơ nào.",
        shown_of="Hiện {shown} trong {count} hồ sơ; dùng --limit 0 để xem hết.",
        acted="{code}: {step}.",
        acted_many="{step}: {done} hồ sơ; {failed} hồ sơ không làm được.",
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
        promises_affected="{count} hồ sơ đã hẹn chịu ảnh hưởng; ngày hẹn giữ nguyên. Xem: communetui report affected",
        nothing_affected="Không có ngày hẹn nào chịu ảnh hưởng của ngày nghỉ đã đổi.",
        no_equal_codes="Không có hồ sơ nào trùng mã.",
        sound="Sổ nguyên vẹn: đã kiểm tra {dossiers} hồ sơ, {tasks} nhiệm vụ, {feedback} phản ánh và khó khăn.",
        unsound="Sổ có lỗi:",
        stale="Số liệu suy ra không khớp: {row}. Hãy chạy: communetui rebuild",
        rebuilt="Đã dựng lại số liệu của {dossiers} hồ sơ, {tasks} nhiệm vụ, {feedback} phản ánh và khó khăn.",
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
        received="Received {code}. Due: {due}",
        received_many="{received} dossiers were received, {failed} were not.",
        stopped_early="Stopped early; the dossiers told above are saved, the rest was not received.",
        no_dossiers="There are no dossiers.",
        shown_of="Shown are {shown} of {count} dossiers; --limit 0 shows all.",
        acted="{code}: {step}.",
        acted_many="{step}: {done} dossiers; {failed} could not.",
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
        promises_affected="{count} promises are affected and stay as they are. See: communetui report affected",
        nothing_affected="No promise is affected by a changed day.",
        no_equal_codes="No two dossiers have the same code.",
        sound="The register is sound: {dossiers} dossiers, {tasks} tasks, {feedback} feedback and difficulties were checked.",
        unsound="The register has faults:",
        stale="A derived row is out of date: {row}. Run: communetui rebuild",
        rebuilt="What follows from {dossiers} dossiers, {tasks} tasks, {feedback} feedback and difficulties was rebuilt.",
        not_utf8="no UTF-8 text",
    ),
)
