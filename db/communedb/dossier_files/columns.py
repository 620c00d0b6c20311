"""The columns of a file of dossiers: what they are called when written, and what they may be called when read."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from communedb.tables.headings import heading_key

if TYPE_CHECKING:
    from collections.abc import Mapping


class Column(StrEnum):
    """One column; the order is the one in which they are written."""

    CODE = "code"
    OUTSIDE_CODES = "outside_codes"
    PROCEDURE_CODE = "procedure_code"
    PROCEDURE_NAME = "procedure_name"
    FIELD = "field"
    KIND = "applicant_kind"
    NAME = "applicant_name"
    SEX = "applicant_sex"
    BIRTH = "applicant_birth"
    ID_NUMBER = "applicant_id_number"
    OLD_ID_NUMBER = "applicant_old_id_number"
    PHONE = "applicant_phone"
    EMAIL = "applicant_email"
    ADDRESS = "applicant_address"
    UNIT = "applicant_unit"
    SUBMITTER = "submitter_name"
    SUBMITTER_ID = "submitter_id_number"
    SUBMITTER_PHONE = "submitter_phone"
    SUBMITTER_RELATION = "submitter_relation"
    CONTENT = "content"
    CHANNEL = "channel"
    RETURN_METHOD = "return_method"
    SETS = "sets"
    FEE = "fee"
    RECEIVED = "received"
    DUE = "due"
    ENDED = "ended"
    RETURNED = "returned"
    STATUS = "status"
    OFFICER = "officer"
    NOTE = "note"


# Register books of offices (form 07 and its many relatives), exports of provincial systems, and the payload that the
# national portal takes (MaHoSo ... GhiChu, as provincial systems send it).
_NAMES: Final[Mapping[Column, tuple[str, ...]]] = {
    Column.CODE: (
        "Mã hồ sơ", "Số hồ sơ", "Mã số hồ sơ", "Số hồ sơ tiếp nhận", "Mã HS", "Số HS", "Mã hồ sơ DVC", "Số biên nhận",
        "Mã biên nhận", "Mã tiếp nhận", "Số tiếp nhận", "MaHoSo", "SoHoSo", "Dossier code", "Code",
    ),
    Column.OUTSIDE_CODES: (
        "Mã của hệ thống khác", "Mã khác", "Mã hồ sơ quốc gia", "Mã cổng DVC quốc gia", "Mã hồ sơ trên cổng",
        "MaHoSoKhac", "Other codes", "Outside codes",
    ),
    Column.PROCEDURE_CODE: (
        "Mã TTHC", "Mã thủ tục", "Mã số TTHC", "Mã thủ tục hành chính", "Mã số thủ tục", "MaTTHC", "Procedure code",
    ),
    Column.PROCEDURE_NAME: (
        "Thủ tục", "Tên thủ tục", "Tên TTHC", "TTHC", "Thủ tục hành chính", "Tên thủ tục hành chính", "Loại hồ sơ",
        "Loại thủ tục", "TenTTHC", "Procedure", "Procedure name",
    ),
    Column.FIELD: ("Lĩnh vực", "Tên lĩnh vực", "TenLinhVuc", "LinhVuc", "Field"),
    Column.KIND: ("Loại đối tượng", "Đối tượng", "Đối tượng nộp", "LoaiDoiTuong", "Applicant kind"),
    Column.NAME: (
        "Họ và tên", "Họ tên", "Chủ hồ sơ", "Tên chủ hồ sơ", "Họ và tên chủ hồ sơ", "Họ tên chủ hồ sơ", "Người yêu cầu",
        "Họ tên người yêu cầu", "Họ và tên người yêu cầu", "Tên công dân", "Họ tên công dân", "Tên cá nhân, tổ chức",
        "Tên tổ chức, cá nhân", "Tổ chức, cá nhân", "Cá nhân, tổ chức", "Công dân", "Tên khách hàng", "ChuHoSo",
        "TenChuHoSo", "Applicant", "Name",
    ),
    Column.SEX: ("Giới tính", "Nam/Nữ", "Phái", "GioiTinh", "Sex", "Gender"),
    Column.BIRTH: ("Ngày sinh", "Ngày tháng năm sinh", "Năm sinh", "NgaySinh", "Date of birth", "Birth"),
    Column.ID_NUMBER: (
        "Số CCCD", "CCCD", "Số CCCD/CMND", "CCCD/CMND", "CMND/CCCD", "Số CMND/CCCD", "Số CMND", "CMND", "Số căn cước",
        "Căn cước", "Căn cước công dân", "Số căn cước công dân", "Số định danh", "Số định danh cá nhân", "Mã số thuế",
        "Số giấy tờ", "Số giấy tờ tùy thân", "MaDoiTuong", "SoCCCD", "SoCMND", "ID number",
    ),
    Column.OLD_ID_NUMBER: (
        "Số giấy tờ cũ", "Số CMND cũ", "CMND cũ", "Số hộ chiếu", "Hộ chiếu", "Old ID number", "Passport",
    ),
    Column.PHONE: (
        "Số điện thoại", "Điện thoại", "SĐT", "Số ĐT", "ĐT", "Điện thoại liên hệ", "Số điện thoại liên hệ",
        "Di động", "SoDienThoai", "DienThoai", "Phone",
    ),
    Column.EMAIL: ("Email", "E-mail", "Thư điện tử", "Hộp thư điện tử", "Địa chỉ email", "Mail"),
    Column.ADDRESS: (
        "Địa chỉ", "Địa chỉ liên hệ", "Địa chỉ thường trú", "Nơi cư trú", "Nơi ở", "Chỗ ở", "Thường trú",
        "Địa chỉ chủ hồ sơ", "DiaChi", "Address",
    ),
    Column.UNIT: ("Mã xã", "Mã đơn vị hành chính", "Mã phường, xã", "MaXa", "Unit code"),
    Column.SUBMITTER: (
        "Người nộp", "Người nộp hồ sơ", "Họ tên người nộp", "Họ và tên người nộp", "Tên người nộp", "Người nộp thay",
        "Họ tên người nộp hồ sơ", "Họ và tên người nộp hồ sơ", "NguoiNop", "Submitter",
    ),
    Column.SUBMITTER_ID: (
        "Số CCCD người nộp", "CCCD người nộp", "Số định danh người nộp", "Số định danh người nộp thay", "Submitter ID",
    ),
    Column.SUBMITTER_PHONE: (
        "Số điện thoại người nộp", "Điện thoại người nộp", "SĐT người nộp", "Điện thoại người nộp thay",
        "Submitter phone",
    ),
    Column.SUBMITTER_RELATION: ("Quan hệ với chủ hồ sơ", "Quan hệ", "Relation"),
    Column.CONTENT: (
        "Nội dung", "Trích yếu", "Trích yếu hồ sơ", "Nội dung yêu cầu", "Nội dung yêu cầu giải quyết", "Nội dung hồ sơ",
        "Về việc", "TrichYeuHoSo", "Content",
    ),
    Column.CHANNEL: (
        "Hình thức nộp", "Hình thức tiếp nhận", "Cách nộp", "Kênh tiếp nhận", "Kênh thực hiện", "Hình thức",
        "Phương thức tiếp nhận", "HinhThuc", "KenhThucHien", "Channel",
    ),
    Column.RETURN_METHOD: (
        "Hình thức trả", "Hình thức trả kết quả", "Cách nhận kết quả", "Hình thức nhận kết quả", "Nơi trả kết quả",
        "Phương thức nhận kết quả", "HinhThucTra", "HinhThucTraKetQua", "Return method",
    ),
    Column.SETS: ("Số bộ", "Số bộ hồ sơ", "Số lượng hồ sơ", "Số lượng", "SoBoHoSo", "Sets"),
    Column.FEE: (
        "Lệ phí", "Phí, lệ phí", "Phí", "Số tiền", "Tổng phí", "Tổng tiền", "Phí và lệ phí", "Mức thu", "LePhi", "Fee",
    ),
    Column.RECEIVED: (
        "Ngày tiếp nhận", "Ngày nhận", "Ngày nhận hồ sơ", "Ngày giờ tiếp nhận", "Thời gian tiếp nhận",
        "Thời điểm tiếp nhận", "Tiếp nhận", "Ngày, giờ tiếp nhận", "NgayTiepNhan", "Received",
    ),
    Column.DUE: (
        "Ngày hẹn trả", "Ngày hẹn", "Hẹn trả", "Ngày hẹn trả kết quả", "Hạn trả", "Hạn xử lý", "Hạn giải quyết",
        "Thời gian hẹn trả", "Ngày trả dự kiến", "Thời hạn trả kết quả", "NgayHenTra", "Due",
    ),
    Column.ENDED: (
        "Ngày kết thúc xử lý", "Ngày xử lý xong", "Ngày hoàn thành", "Ngày có kết quả", "Ngày giải quyết xong",
        "Ngày kết thúc", "Thời gian hoàn thành", "NgayKetThucXuLy", "Finished", "Ended",
    ),
    Column.RETURNED: (
        "Ngày trả", "Ngày trả kết quả", "Ngày nhận kết quả", "Ngày trả thực tế", "Thời gian trả", "Trả kết quả",
        "Ngày trả KQ", "NgayTra", "NgayTraKetQua", "Returned",
    ),
    Column.STATUS: (
        "Trạng thái", "Tình trạng", "Trạng thái hồ sơ", "Tình trạng hồ sơ", "Trạng thái xử lý", "Tình trạng xử lý",
        "Kết quả xử lý", "TrangThaiHoSo", "TrangThai", "Status",
    ),
    Column.OFFICER: (
        "Cán bộ", "Cán bộ xử lý", "Cán bộ thụ lý", "Người xử lý", "Người thụ lý", "Cán bộ giải quyết", "Đang giữ",
        "NguoiXuLy", "Officer",
    ),
    Column.NOTE: ("Ghi chú", "GhiChu", "Chú thích", "Note", "Notes"),
}  # fmt: skip

HEADINGS: Final[Mapping[Column, str]] = MappingProxyType({column: names[0] for column, names in _NAMES.items()})
"""What each column is called in a file that is written, and in what is shown of a match."""

WORDS: Final[Mapping[str, Column]] = MappingProxyType(
    {heading_key(name): column for column, names in _NAMES.items() for name in names}
)
"""Every heading that is understood, as `heading_key` gives it."""

WIDTHS: Final[Mapping[Column, int]] = MappingProxyType(
    dict.fromkeys(Column, 14)
    | {Column.PROCEDURE_NAME: 50, Column.CONTENT: 40, Column.ADDRESS: 40, Column.NOTE: 30}
    | dict.fromkeys((Column.CODE, Column.NAME, Column.SUBMITTER, Column.OUTSIDE_CODES, Column.FIELD), 24)
)
"""Widths in a workbook, in characters."""

EXPECTED: Final = ", ".join(
    HEADINGS[column]
    for column in (Column.CODE, Column.NAME, Column.PROCEDURE_NAME, Column.RECEIVED, Column.DUE, Column.STATUS)
)
"""The headings to name when none was understood."""
