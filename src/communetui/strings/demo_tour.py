"""The story of one working day, told line by line; every figure in it is read back from the register."""

from __future__ import annotations

from dataclasses import dataclass

from communetui.strings.language import Words


@dataclass(frozen=True, slots=True)
class TourText:
    """Titles of the chapters and their lines, with `{name}` to be filled."""

    morning: str
    begins: str
    numbers: str
    birth: str
    scanned: str
    sexes: dict[str, str]
    received: str
    promised: str
    no_promise: str
    printed: str
    not_allowed: str
    copy: str
    fee_step: str
    fee_total: str
    fee_paid: str
    done_at_once: str
    supplement: str
    asked: str
    clock_stopped: str
    correction: str
    pressed_twice: str
    corrected: str
    replaces: str
    void: str
    duplicate: str
    voided: str
    take_back: str
    decided: str
    taken_back: str
    decided_again: str
    returned_self: str
    brought: str
    was_waiting: str
    due_moved: str
    returned_other: str
    nobody_waits: str
    late: str
    was_late: str
    apologised: str
    nobody_late: str
    search: str
    found: str
    history: str
    history_count: str
    step: str
    changed: str
    evening: str
    ends: str


tour = Words(
    TourText(
        morning="Mở cửa",
        begins="{at}: {officer} mở sổ bằng mật khẩu của mình.",
        numbers="Hôm nay đã nhận {received}, đã trả {returned}; chưa xong {open}, sắp đến hạn {due_soon}, quá hạn "
        "{overdue}, chờ người dân {waiting}, có kết quả chờ trả {ready}.",
        birth="Tiếp nhận đăng ký khai sinh",
        scanned="Quét mã QR trên thẻ căn cước: {name}, {number}, sinh {birth}, {sex}.",
        sexes={"male": "nam", "female": "nữ"},
        received="{at}: tiếp nhận hồ sơ {code} ({procedure}) của {name}.",
        promised="Hẹn trả kết quả: {due}.",
        no_promise="Thủ tục chưa có thời hạn, nên chưa có ngày hẹn.",
        printed="Mẫu {form}, bản in thứ {number}: {path}",
        not_allowed="{officer} ({role}) thử ra quyết định, sổ không cho: {words}",
        copy="Chứng thực bản sao, phí theo bậc",
        fee_step="{quantity} trang × {each} = {amount}",
        fee_total="{copies} bản, phí phải nộp: {fee}.",
        fee_paid="Đã thu {paid}, biên lai {receipt}.",
        done_at_once="{leader} ký chứng thực, {at} trả ngay cho công dân; trạng thái: {status}.",
        supplement="Yêu cầu bổ sung",
        asked="{officer} yêu cầu bổ sung: {paper}. Lý do: {reason}",
        clock_stopped="Trạng thái: {status}; thời hạn tạm dừng từ {at}.",
        correction="Sửa thông tin đã in",
        pressed_twice="Nhấn in hai lần liền nhau: vẫn chỉ in một bản.",
        corrected="Sửa họ tên “{old}” thành “{new}”, lý do: {reason}.",
        replaces="Bản in thứ {number} ghi rõ: thay thế bản in thứ {replaces}.",
        void="Hủy do nhập nhầm",
        duplicate="Nhập lần nữa hồ sơ của {name}: sổ nhắc đã có hồ sơ {code} cùng thủ tục đang giải quyết.",
        voided="Hủy hồ sơ {code}: mã vẫn còn trong sổ, không tính vào số hồ sơ nhận trong ngày ({received}).",
        take_back="Thu hồi bước vừa làm, rồi quyết định và trả kết quả",
        decided="{at}: {officer} ra quyết định nhầm hồ sơ {code}; trạng thái: {status}.",
        taken_back="Thu hồi với lý do “{reason}”; trạng thái trở lại: {status}.",
        decided_again="{at}: quyết định lại và báo có kết quả; trạng thái: {status}.",
        returned_self="{at}: trả cho chính người nộp, đã thu lại giấy hẹn; trạng thái: {status}.",
        brought="Công dân bổ sung hồ sơ, trả cho người được ủy quyền",
        was_waiting="Hồ sơ {code} của {name} chờ bổ sung từ {since}; hẹn trả cũ: {due}.",
        due_moved="{at}: nhận giấy tờ bổ sung, ngày hẹn chuyển từ {old} sang {new}.",
        returned_other="{at}: trả cho {name}, số định danh {number}, theo {paper}; công dân báo mất giấy hẹn.",
        nobody_waits="Hôm nay không có hồ sơ nào chờ bổ sung từ những ngày trước.",
        late="Hồ sơ quá hạn: xin lỗi và hẹn lại",
        was_late="Hồ sơ {code} của {name} hẹn trả {due}, nay đã quá hạn.",
        apologised="{officer} xin lỗi với lý do “{reason}”, hẹn lại {due}; số hồ sơ quá hạn từ {before} còn {after}.",
        nobody_late="Không có hồ sơ nào quá hạn.",
        search="Tìm kiếm không dấu",
        found="Gõ “{typed}”: thấy {count} hồ sơ, trong đó có {code} – {name}.",
        history="Nhật ký của hồ sơ {code}",
        history_count="Nhật ký giữ {count} giá trị đã ghi của hồ sơ này. Các bước:",
        step="{at}  {step} – {officer}",
        changed="{at}  {officer} đổi {field}: “{old}” → “{new}”",
        evening="Cuối ngày",
        ends="So với đầu ngày: nhận thêm {received}, trả thêm {returned}, quá hạn {overdue}.",
    ),
    TourText(
        morning="Opening",
        begins="{at}: {officer} opens the register with an own passphrase.",
        numbers="Today received {received}, returned {returned}; open {open}, due soon {due_soon}, overdue {overdue}, "
        "waiting for citizens {waiting}, results to collect {ready}.",
        birth="Receiving a birth registration",
        scanned="The QR of the ID card is scanned: {name}, {number}, born {birth}, {sex}.",
        sexes={"male": "male", "female": "female"},
        received="{at}: received dossier {code} ({procedure}) of {name}.",
        promised="The result is due {due}.",
        no_promise="The procedure has no time limit yet, so nothing is promised.",
        printed="Form {form}, print {number}: {path}",
        not_allowed="{officer} ({role}) tries to decide, and the register says no: {words}",
        copy="Certified copies, fee by tiers",
        fee_step="{quantity} pages × {each} = {amount}",
        fee_total="{copies} copies, fee to pay: {fee}.",
        fee_paid="Paid {paid}, money receipt {receipt}.",
        done_at_once="{leader} certifies, returned at {at}; status: {status}.",
        supplement="Requesting a supplement",
        asked="{officer} asks for: {paper}. Reason: {reason}",
        clock_stopped="Status: {status}; the clock stands still since {at}.",
        correction="Correcting what was printed",
        pressed_twice="Print pressed twice in a row: one paper comes out.",
        corrected="The name “{old}” becomes “{new}”, reason: {reason}.",
        replaces="Print {number} says that it replaces print {replaces}.",
        void="Void, entered by mistake",
        duplicate="The dossier of {name} is entered once more: the register points to {code}, same matter, still open.",
        voided="Dossier {code} is void: its code stays listed, it is not among the {received} received today.",
        take_back="Taking back a step, then deciding and returning",
        decided="{at}: {officer} decides {code} by mistake; status: {status}.",
        taken_back="Taken back, reason “{reason}”; status again: {status}.",
        decided_again="{at}: decided again, and the result is ready; status: {status}.",
        returned_self="{at}: returned to the applicant, who handed in the receipt; status: {status}.",
        brought="A citizen brings the supplement, the result goes to somebody authorised",
        was_waiting="Dossier {code} of {name} waited for a supplement since {since}; it was due {due}.",
        due_moved="{at}: the papers came, and the due date moves from {old} to {new}.",
        returned_other="{at}: returned to {name}, ID number {number}, by {paper}; the receipt was lost.",
        nobody_waits="No dossier of an earlier day waits for a supplement today.",
        late="An overdue dossier: an apology and a new date",
        was_late="Dossier {code} of {name} was due {due} and is overdue.",
        apologised="{officer} apologises, reason “{reason}”, new date {due}; overdue dossiers: {before}, now {after}.",
        nobody_late="No dossier is overdue.",
        search="Searching without marks",
        found="“{typed}” finds {count} dossiers, {code} – {name} among them.",
        history="The journal of dossier {code}",
        history_count="The journal holds {count} values written for this dossier. Its steps:",
        step="{at}  {step} – {officer}",
        changed="{at}  {officer} changed {field}: “{old}” → “{new}”",
        evening="End of the day",
        ends="Since the morning: {received} more received, {returned} more returned, overdue {overdue}.",
    ),
)
