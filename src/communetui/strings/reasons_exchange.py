"""Refusals of the exchange: bundles, keys, folders, the hub, conflicts. Vietnamese first, then English."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from communedb.domain.refusal import Reason

if TYPE_CHECKING:
    from collections.abc import Mapping

EXCHANGE: Final[Mapping[Reason, tuple[str, str]]] = {
    Reason.BUNDLE_CHANGED: (
        "Gói {name} đã bị sửa hoặc hỏng, không nhận. Sổ vẫn như cũ. Hãy xin nơi gửi xuất lại gói.",
        "The bundle {name} was changed or damaged: it is not taken in, the register is as it was. Ask for it again.",
    ),
    Reason.BUNDLE_CUT_SHORT: (
        "Gói {name} chưa chép hết (thiếu dữ liệu), không nhận. Sổ vẫn như cũ. Hãy chép lại rồi nhận lại.",
        "The bundle {name} is cut short: it is not taken in, the register is as it was. Copy it again.",
    ),
    Reason.BUNDLE_NEWER: (
        "Gói {name} do bản phần mềm mới hơn tạo ra. Hãy nâng cấp máy này rồi nhận lại; gói vẫn còn nguyên.",
        "The bundle {name} was made by a newer program. Upgrade this one and take it in again; it is as it was.",
    ),
    Reason.BUNDLE_NOT_A_BUNDLE: (
        "{name} không phải gói dữ liệu của phần mềm này. Hãy chọn tệp có đuôi .bundle.",
        "{name} is not a bundle of this program. Choose a file that ends in .bundle.",
    ),
    Reason.BUNDLE_NOT_FOR_US: (
        "Gói {name} không gửi cho máy này nên không mở được. Hãy xin nơi gửi xuất lại cho máy này.",
        "The bundle {name} is not meant for this station and cannot be opened. Ask for one that is.",
    ),
    Reason.BUNDLE_SENDER_UNKNOWN: (
        "Không biết máy đã gửi gói {name}. Hãy ghi danh máy đó, hoặc nhận danh sách khóa mới, rồi nhận lại.",
        "The station that sent {name} is not known here. Enrol it, or take in a newer key list, then try again.",
    ),
    Reason.BUNDLE_TOO_LARGE: (
        "Gói {name} vượt giới hạn cho phép ({what}), không nhận. Hãy xin nơi gửi chia nhỏ gói.",
        "The bundle {name} is beyond what is allowed ({what}): not taken in. Ask the sender to split it.",
    ),
    Reason.CONFLICT_CHANGED: (
        "Có giá trị mới vừa đến cho mục này. Hãy xem lại các giá trị rồi chọn.",
        "A new value has come in for this field. Look at the values again and choose.",
    ),
    Reason.CONFLICT_GONE: (
        "Mục này không còn giá trị nào trái nhau. Không cần làm gì thêm.",
        "This field has no differing values any more. There is nothing to do.",
    ),
    Reason.ENROLMENT_BROKEN: (
        "Tệp ghi danh {name} không đọc được hoặc đã bị sửa. Hãy xuất lại ở máy cần ghi danh.",
        "The enrolment file {name} cannot be read or was changed. Make it again on the station to be enrolled.",
    ),
    Reason.ENROLMENT_FINGERPRINT_DIFFERS: (
        "Dấu vân khóa không khớp với tệp. Không ghi danh. Hãy đọc lại từ màn hình máy kia, hoặc xin tệp mới.",
        "The fingerprint is not the file's. Nobody was enrolled. Read it from the other screen again, or ask for a new file.",
    ),
    Reason.ENROLMENT_IS_ISSUER: (
        "Máy này ký danh sách khóa nên không thu hồi được. Hãy đổi khóa của máy: communetui sync enrol rotate",
        "This station signs the key list and cannot be revoked. Give it a new key: communetui sync enrol rotate",
    ),
    Reason.ENROLMENT_KEY_REVOKED: (
        "Khóa này đã bị thu hồi. Hãy tạo khóa mới ở máy kia rồi ghi danh lại.",
        "This key was revoked. Make a new one on that station, then enrol it again.",
    ),
    Reason.ENROLMENT_NOT_HERE: (
        "Danh sách khóa do máy khác ký ({issuer}). Hãy ghi danh hoặc thu hồi ở đó.",
        "Another station signs the key list ({issuer}). Enrol or revoke there.",
    ),
    Reason.ENROLMENT_NUMBER_TAKEN: (
        "Đã có máy khác mang số {station} của đơn vị này. Hãy ghi danh với số máy khác.",
        "Another station of this unit has the number {station}. Enrol it under another number.",
    ),
    Reason.ENROLMENT_OTHER_UNIT: (
        "Máy xin ghi danh thuộc đơn vị {unit}, không phải đơn vị này. Hãy ghi danh ở cấp trên.",
        "The station is of unit {unit}, not of this one. Enrol it at the hub.",
    ),
    Reason.EXCHANGE_CANCELLED: (
        "Đã dừng trao đổi. Không có gì bị mất; lần sau sẽ tiếp tục.",
        "The exchange was stopped. Nothing is lost; it goes on next time.",
    ),
    Reason.EXCHANGE_FAILED: (
        "Chương trình gặp lỗi khi trao đổi ({what}). Không mất gì và vẫn tự thử lại; hãy báo người phụ trách, tạm dùng USB.",
        "The program failed in the exchange ({what}). Nothing is lost and it is tried again; tell your support, use a stick.",
    ),
    Reason.EXCHANGE_FOLDER_MISSING: (
        "Không thấy thư mục {path}. Hãy cắm USB hoặc nối lại thư mục chung rồi làm lại.",
        "The folder {path} is not there. Put in the stick or connect the shared folder and try again.",
    ),
    Reason.EXCHANGE_NOT_READ_BACK: (
        "Đọc lại gói ở {path} thấy sai, coi như chưa gửi. Hãy dùng USB khác rồi làm lại.",
        "Read back, the bundle at {path} is wrong: it does not count as sent. Use another stick.",
    ),
    Reason.EXCHANGE_UNDERWAY: (
        "Đang trao đổi rồi. Hãy đợi xong.",
        "An exchange is under way. Wait until it is done.",
    ),
    Reason.HUB_EXTRA_MISSING: (
        "Máy này chưa cài phần dịch vụ của trung tâm. Hãy chạy: pip install 'communetui[hub]'",
        "The hub's service is not installed here. Run: pip install 'communetui[hub]'",
    ),
    Reason.HUB_NOT_SET: (
        "Chưa ghi địa chỉ nơi nhận cấp trên. Hãy đặt: communetui setting set hub_address https://…",
        "The hub's address is not known. Set it: communetui setting set hub_address https://…",
    ),
    Reason.HUB_RECEIPT_BAD: (
        "Giấy nhận của cấp trên không đúng chữ ký, coi như chưa an toàn. Sẽ gửi lại lần sau.",
        "The hub's receipt is not rightly signed: nothing counts as safe. It is sent again next time.",
    ),
    Reason.HUB_REFUSED: (
        "Cấp trên không nhận: {why}. Dữ liệu vẫn còn ở máy này và sẽ gửi lại.",
        "The hub did not accept it: {why}. Everything is still here and will be sent again.",
    ),
    Reason.HUB_UNREACHABLE: (
        "Không nối được tới {address} ({why}). Dữ liệu vẫn còn ở máy này; có mạng sẽ gửi lại, hoặc dùng USB.",
        "{address} cannot be reached ({why}). Everything is still here; it is sent when there is a network, or use a stick.",
    ),
    Reason.KEY_LIST_BROKEN: (
        "Danh sách khóa {name} không đọc được hoặc sai chữ ký. Vẫn dùng danh sách cũ.",
        "The key list {name} cannot be read or is not rightly signed. The one before stays in force.",
    ),
    Reason.KEY_LIST_NOT_TRUSTED: (
        "Danh sách khóa này do nơi chưa được tin ({found}) ký. Hãy đối chiếu dấu vân khóa rồi cho phép.",
        "This key list is signed by somebody not trusted here ({found}). Compare the fingerprint, then allow it.",
    ),
    Reason.KEY_LIST_OLDER: (
        "Danh sách khóa số {found} cũ hơn số {present} đang dùng, không nhận.",
        "The key list {found} is older than {present}, which is in force: it is not taken.",
    ),
    Reason.NOBODY_TO_SEND_TO: (
        "Chưa có máy nào khác được ghi danh để gửi. Hãy ghi danh máy khác hoặc nơi nhận cấp trên.",
        "No other station or hub is enrolled to send to. Enrol one first.",
    ),
    Reason.NOT_ENROLLED: (
        "Máy này chưa được ghi danh. Hãy xuất tệp ghi danh: communetui sync enrol request",
        "This station is not enrolled. Make its enrolment file: communetui sync enrol request",
    ),
    Reason.UNKNOWN_QUARANTINE: (
        "Không có mục cách ly {entry}. Hãy xem danh sách: communetui sync quarantine",
        "There is no quarantined entry {entry}. See the list: communetui sync quarantine",
    ),
}
"""One pair of texts per `Reason` of the exchange."""
