"""Refusals of what is done: with dossiers, procedures, officers and settings. Vietnamese first, then English."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from communedb.domain.refusal import Reason

if TYPE_CHECKING:
    from collections.abc import Mapping

DESK: Final[Mapping[Reason, tuple[str, str]]] = {
    Reason.ADMINISTRATOR_NEEDED: (
        "Phải có ít nhất một cán bộ quản trị. Hãy chọn vai trò quản trị.",
        "At least one officer must be an administrator. Choose that role.",
    ),
    Reason.CHANGED_MEANWHILE: (
        "Mục {field} vừa được người khác đổi thành: {value}. Hãy xem lại rồi sửa.",
        "Someone has just changed {field} to: {value}. Look again, then correct it.",
    ),
    Reason.DOSSIER_VOIDED: (
        "Hồ sơ đã hủy do nhập nhầm, không làm gì thêm được.",
        "The dossier is void, entered by mistake; nothing more can be done with it.",
    ),
    Reason.FIELD_NOT_CORRECTABLE: (
        "Mục {field} không sửa được. Nếu nhập nhầm, hãy hủy hồ sơ và tiếp nhận lại.",
        "{field} cannot be corrected. If it was entered by mistake, void the dossier and receive it again.",
    ),
    Reason.FILTER_NAME_MISSING: (
        "Chưa có tên bộ lọc. Hãy đặt tên.",
        "The filter has no name. Give it one.",
    ),
    Reason.INTAKE_ALREADY_SAVED: (
        "Hồ sơ này đã được lưu rồi, không lưu lần nữa.",
        "This intake has been saved already; it is not saved twice.",
    ),
    Reason.LATE_ENTRY_LACKS_REASON: (
        "Hồ sơ nhập muộn phải có lý do. Hãy ghi lý do, ví dụ: mất điện.",
        "A late entry needs its reason. Give it, for instance: no power.",
    ),
    Reason.LATE_ENTRY_LACKS_TIME: (
        "Hồ sơ nhập muộn phải có ngày, giờ tiếp nhận thực tế. Hãy ghi theo giấy tiếp nhận đã viết tay.",
        "A late entry needs the real day and time of reception. Take them from the handwritten receipt.",
    ),
    Reason.LAST_ACTIVE_OFFICER: (
        "Đây là cán bộ cuối cùng còn dùng được sổ, không khóa được. Hãy thêm người khác trước.",
        "This is the last officer who can open the register. Add another one first.",
    ),
    Reason.LAST_ADMINISTRATOR: (
        "Đây là người quản trị cuối cùng. Hãy giao vai trò quản trị cho người khác trước.",
        "This is the last administrator. Give that role to someone else first.",
    ),
    Reason.NEW_DUE_NOT_LATER: (
        "Ngày hẹn mới phải sau ngày hẹn hiện tại ({due}).",
        "The new due date must be after the present one ({due}).",
    ),
    Reason.NOTHING_CHANGED: (
        "Mục {field} không có gì thay đổi.",
        "Nothing has changed in {field}.",
    ),
    Reason.NOT_OFFERED_TO_YOU: (
        "Hồ sơ này không có bàn giao nào đang chờ bạn nhận.",
        "No hand-over of this dossier is waiting for you.",
    ),
    Reason.PILE_FULL: (
        "Chồng đã đủ {most} hồ sơ, không thêm được nữa. Hãy làm xong chồng này trước.",
        "The pile holds {most} dossiers and takes no more. Finish this pile first.",
    ),
    Reason.NOTHING_TO_TAKE_BACK: (
        "Không có bước nào thu hồi được.",
        "There is no step that can be taken back.",
    ),
    Reason.REFUND_TOO_LARGE: (
        "Chỉ mới thu {paid}; không trả lại nhiều hơn số đã thu.",
        "Only {paid} was paid; no more than that can be paid back.",
    ),
    Reason.OFFICER_DISABLED: (
        "Cán bộ này đã bị khóa. Hãy liên hệ người quản trị.",
        "This officer is disabled. Ask the administrator.",
    ),
    Reason.OFFICER_NAME_MISSING: (
        "Chưa có họ tên cán bộ. Hãy nhập họ tên.",
        "The officer's name is missing. Type it.",
    ),
    Reason.OUTSIDE_CODE_MISSING: (
        "Chưa có mã. Hãy nhập mã của hệ thống kia.",
        "The code is missing. Type the other system's code.",
    ),
    Reason.PERIOD_REVERSED: (
        "Ngày cuối ở trước ngày đầu. Hãy sửa lại.",
        "The last day is before the first. Correct it.",
    ),
    Reason.PROCEDURE_ALREADY_MATCHED: (
        "Hồ sơ này đã gắn với một thủ tục trong danh mục.",
        "This dossier is matched with a procedure of the catalogue already.",
    ),
    Reason.PROCEDURE_NAME_MISSING: (
        "Chưa có tên thủ tục. Hãy chọn trong danh mục hoặc nhập tên.",
        "The procedure's name is missing. Choose one of the catalogue or type it.",
    ),
    Reason.PROCEDURE_VERSION_EXISTS: (
        "Thủ tục {code} đã có phiên bản {version}.",
        "Procedure {code} has a version {version} already.",
    ),
    Reason.REASON_MISSING: (
        "Chưa có lý do. Hãy ghi lý do.",
        "The reason is missing. Give one.",
    ),
    Reason.RECEPTION_IN_FUTURE: (
        "Giờ tiếp nhận {received} ở sau hiện tại. Hãy kiểm tra giờ đã nhập và đồng hồ máy.",
        "The reception time {received} is in the future. Check what was typed and the PC's clock.",
    ),
    Reason.RESUMED_BEFORE_PAUSE: (
        "Giờ tiếp tục {resumed} ở trước giờ tạm dừng {paused}. Hãy sửa lại.",
        "It resumes at {resumed}, before it pauses at {paused}. Correct it.",
    ),
    Reason.ROLE_NOT_ALLOWED: (
        "Việc này cần vai trò: {roles}.",
        "This needs the role: {roles}.",
    ),
    Reason.ROLES_MISSING: (
        "Cán bộ chưa có vai trò nào. Hãy chọn ít nhất một vai trò.",
        "The officer has no role yet. Choose at least one.",
    ),
    Reason.SETTING_NOT_ACCEPTED: (
        "Thiết lập {name} không nhận giá trị: {value}",
        "The setting {name} does not take this value: {value}",
    ),
    Reason.STATION_OUT_OF_RANGE: (
        "Số máy trạm {station} không dùng được.",
        "Station number {station} cannot be used.",
    ),
    Reason.STEP_BEFORE_LAST: (
        "Thời điểm {happened} ở trước bước gần nhất ({last}). Hãy sửa thời điểm.",
        "{happened} is before the last step ({last}). Correct the time.",
    ),
    Reason.STEP_IN_FUTURE: (
        "Thời điểm {happened} ở sau hiện tại. Hãy sửa thời điểm.",
        "{happened} is in the future. Correct the time.",
    ),
    Reason.STEP_NEEDS_MORE: (
        "Để {step}, còn thiếu: {needs}.",
        "To {step}, this is missing: {needs}.",
    ),
    Reason.STEP_NOT_ALLOWED: (
        'Hồ sơ đang ở trạng thái "{status}", không {step} được.',
        'The dossier\'s status is "{status}"; this step is not possible: {step}.',
    ),
    Reason.TAKE_BACK_NOT_ALLOWED: (
        "Chỉ người đã làm bước này, trong cùng ngày, hoặc lãnh đạo mới thu hồi được.",
        "Only the officer who took this step, on the same day, or the leader can take it back.",
    ),
    Reason.UNKNOWN_DOSSIER: (
        "Không có hồ sơ này trong sổ. Hãy kiểm tra lại mã hồ sơ.",
        "There is no such dossier in the register. Check the dossier code.",
    ),
    Reason.FORM_NOT_OF_DOSSIER: (
        "Hồ sơ chưa có việc để in mẫu {form}.",
        "Nothing has happened in the dossier that form {form} would tell.",
    ),
    Reason.UNKNOWN_LIMIT: (
        "Thủ tục không có trường hợp thời hạn này. Hãy chọn lại.",
        "The procedure has no such case of its time limit. Choose again.",
    ),
    Reason.UNKNOWN_OFFICER: (
        "Không có cán bộ này trong sổ. Hãy kiểm tra lại họ tên.",
        "There is no such officer in the register. Check the name.",
    ),
    Reason.UNKNOWN_PAPER: (
        "Hồ sơ không có giấy tờ này.",
        "The dossier has no such paper.",
    ),
    Reason.UNKNOWN_PROCEDURE: (
        "Danh mục không có thủ tục {code}.",
        "The catalogue has no procedure {code}.",
    ),
    Reason.UNKNOWN_SETTING: (
        "Không có thiết lập {name}.",
        "There is no setting {name}.",
    ),
    Reason.UNKNOWN_UNIT: (
        "Không có đơn vị hành chính {unit}. Hãy chọn trong danh sách.",
        "There is no unit {unit}. Choose one of the list.",
    ),
    Reason.VALUE_NOT_ACCEPTED: (
        "Mục {field} không nhận giá trị: {value}",
        "{field} does not take this value: {value}",
    ),
}
"""(Vietnamese, English) for each reason of this area."""
