"""What the commands of the exchange answer, and their help."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from communetui.strings.language import Words

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Sync:
    """Answers of `sync`; `..._columns` are heads of tables."""

    requested: str
    page_saved: str
    accepted: str
    joined: str
    revoke_sure: str
    revoked: str
    rotated: str
    escrow_named: str
    fingerprint_asked: str
    role_station: str
    state_active: str
    state_revoked: str
    station_columns: tuple[str, ...]
    peer_columns: tuple[str, ...]
    quarantine_columns: tuple[str, ...]
    quarantine_empty: str
    retried: str
    conflict_line: str
    written: str
    nothing_to_write: str
    by_mail: str
    larger: str
    taken: str
    nothing_taken: str
    refused_line: str


sync = Words(
    Sync(
        requested="Tệp ghi danh: {file}\nDấu vân khóa của máy này: {fingerprint}\n"
        "Mang tệp đến máy quản trị và đọc dấu vân khóa cho người quản trị: communetui sync enrol accept TỆP",
        page_saved="Trang in: {file}",
        accepted="Đã ghi danh {station}. Danh sách mới: {file}\nMang danh sách về máy đó: communetui sync enrol join TỆP",
        joined="Máy này dùng danh sách số {version}, có {count} nơi. Từ nay trao đổi được.",
        revoke_sure="Thu hồi {station}? Những gì máy đó ghi sau này không được nhận nữa; những gì đã nhận vẫn còn.",
        revoked="Đã thu hồi {station}; danh sách số {version}. Gửi dữ liệu để các máy khác biết.",
        rotated="Đã tạo khóa mới cho máy này. Dấu vân khóa: {fingerprint}\nKhóa mới thay khóa cũ sau lần trao đổi tới.",
        escrow_named="Từ danh sách số {version}, mọi gói cũng mở được bằng khóa dự phòng.",
        fingerprint_asked="Dấu vân khóa đọc từ màn hình hoặc tờ giấy của máy kia (40 số)",
        role_station="máy",
        state_active="đang dùng",
        state_revoked="đã thu hồi",
        station_columns=("Máy", "Vai trò", "Đơn vị", "Tình trạng", "Khóa"),
        peer_columns=("Máy", "Tính đến", "Đường", "Chưa gửi"),
        quarantine_columns=("Số", "Lúc", "Của", "Vì sao"),
        quarantine_empty="Không có gì bị cách ly.",
        retried="Đã nhận được {taken} mục, còn {left} mục.",
        conflict_line="[{id}] {about} {of}: {field}",
        written="Đã ghi {count} gói ({size}, {files} tệp đính kèm) vào {folder}; đọc lại đúng. Rút USB được rồi.",
        nothing_to_write="Không có gì mới để ghi.",
        by_mail="Mỗi gói là một tệp để gửi thư.",
        larger="Có gói lớn hơn mức đã định ({size}), không chia nhỏ hơn được. Nếu thư không nhận, hãy dùng USB.",
        taken="Đã nhận {count} gói: {lines} thay đổi, {files} tệp.",
        nothing_taken="Không có gói nào mới.",
        refused_line="Không nhận {name}: {why}",
    ),
    Sync(
        requested="Enrolment file: {file}\nThis station's fingerprint: {fingerprint}\n"
        "Take the file to the administrator's station and read the fingerprint out: communetui sync enrol accept FILE",
        page_saved="Page to be printed: {file}",
        accepted="{station} is enrolled. The new list: {file}\nTake it to that station: communetui sync enrol join FILE",
        joined="This station goes by list {version}, with {count} members. It can exchange now.",
        revoke_sure="Revoke {station}? What it writes from now on is not taken any more; what was taken stays.",
        revoked="{station} is revoked; list {version}. Send, so that the others know.",
        rotated="This station has a new key. Fingerprint: {fingerprint}\nIt takes over with the next exchange.",
        escrow_named="From list {version} on every bundle can be opened by the escrow, too.",
        fingerprint_asked="The fingerprint from the other station's screen or paper (40 digits)",
        role_station="station",
        state_active="active",
        state_revoked="revoked",
        station_columns=("Station", "Role", "Unit", "State", "Key"),
        peer_columns=("Station", "As of", "Way", "Unsent"),
        quarantine_columns=("Id", "At", "From", "Why"),
        quarantine_empty="Nothing is in quarantine.",
        retried="{taken} entries were taken in, {left} are left.",
        conflict_line="[{id}] {about} {of}: {field}",
        written="{count} bundles ({size}, {files} attachments) are in {folder} and were read back. You may remove the stick.",
        nothing_to_write="There is nothing new to write.",
        by_mail="Each bundle is one file to be mailed.",
        larger="One is larger than was asked for ({size}) and cannot be cut further. If mail refuses it, use a stick.",
        taken="{count} bundles taken in: {lines} changes, {files} files.",
        nothing_taken="There is no new bundle.",
        refused_line="Not taken in, {name}: {why}",
    ),
)

SYNC_HELP: Final[Mapping[str, Words[str]]] = {
    "sync": Words(
        "Trao đổi dữ liệu với các máy khác và cấp trên, bằng USB, mạng nội bộ hoặc internet.",
        "Exchange with the other stations and the hub, by stick, local network or internet.",
    ),
    "sync status": Words(
        "Xem còn gì chưa gửi, cấp trên đã nhận và giữ an toàn đến đâu, các máy khác mới đến lúc nào.",
        "Show what is unsent, up to when the hub has it and has it safely, and how fresh the others are.",
    ),
    "sync export": Words(
        "Ghi những gì nơi khác chưa có vào một thư mục (USB) và đọc lại để chắc là đúng.\n\n"
        "Gói được mã hóa, chỉ các máy đã ghi danh và cấp trên mở được. --max-size chia thành nhiều gói để gửi thư.",
        "Write what others lack into a folder (a stick) and read it back.\n\n"
        "Bundles are encrypted to the enrolled stations and the hub. --max-size splits them for mail.",
    ),
    "sync import": Words(
        "Nhận các gói trong tệp hoặc thư mục; nhận lại nhiều lần cũng không sao.",
        "Take in bundles from files or folders; doing it again changes nothing.",
    ),
    "sync push": Words(
        "Gửi lên cấp trên và nhận về qua internet.",
        "Send to the hub and fetch from it over the internet.",
    ),
    "sync conflicts": Words(
        "Liệt kê những thông tin mà hai nơi ghi khác nhau, từng giá trị có ai ghi, ở đâu, lúc nào.",
        "List fields in which two places differ, each value with who wrote it, where and when.",
    ),
    "sync resolve": Words(
        "Chọn giá trị đúng của một thông tin trái nhau.\n\nSố trong ngoặc vuông là của đúng các giá trị đã xem: nếu có giá trị "
        "mới đến thì số đó không dùng được nữa.",
        "Choose the right one of differing values.\n\nThe number in brackets stands for the values that were listed: it is "
        "refused when another one has come in since.",
    ),
    "sync quarantine": Words(
        "Liệt kê những gì không nhận được và vì sao; thử nhận lại.",
        "List what could not be taken in and why; try it again.",
    ),
    "sync enrol": Words("Ghi danh các máy được trao đổi với nhau.", "Enrol the stations that exchange."),
    "sync enrol request": Words(
        "Ghi tệp ghi danh của máy này và hiện dấu vân khóa.",
        "Write this station's enrolment file and show its fingerprint.",
    ),
    "sync enrol accept": Words(
        "Ghi danh máy có tệp này, sau khi so dấu vân khóa (quản trị).\n\nDanh sách mới được ghi cạnh tệp, để mang về máy đó.",
        "Enrol the station of a file after comparing its fingerprint (administrator).\n\nThe new list is written beside it.",
    ),
    "sync enrol join": Words(
        "Dùng danh sách do nơi khác lập, sau khi so dấu vân khóa (quản trị).",
        "Go by the list of another issuer, after comparing its fingerprint (administrator).",
    ),
    "sync enrol list": Words("Liệt kê các máy trong danh sách đang dùng.", "List the stations of the list in force."),
    "sync enrol revoke": Words(
        "Thu hồi khóa của một máy bị mất hoặc hỏng (quản trị).",
        "Revoke the key of a station that is lost or broken (administrator).",
    ),
    "sync enrol rotate": Words("Đổi khóa của máy này (quản trị).", "Give this station another key (administrator)."),
    "sync enrol fingerprint": Words(
        "Hiện dấu vân khóa của máy này kèm mã QR.", "Show this station's fingerprint with its QR."
    ),
    "sync enrol escrow": Words(
        "Thêm khóa dự phòng (age1...) mở được mọi gói, ví dụ của tỉnh (quản trị).",
        "Add an escrow's key (age1...) that opens every bundle, such as the province's (administrator).",
    ),
    "sync export --to": Words("Chỉ cho máy này: số máy, hoặc hub.", "For this station only: its number, or hub."),
    "--max-size": Words("Mỗi gói không quá, ví dụ 20M.", "No bundle larger than this, for example 20M."),
    "--rows-only": Words("Chỉ gửi dữ liệu, tệp đính kèm để sau.", "Send rows only, attachments later."),
    "--keep": Words("Giữ giá trị thứ mấy trong danh sách.", "Keep the value of this number in the list."),
    "sync resolve --value": Words("Ghi giá trị khác.", "Record another value."),
    "--retry": Words("Thử nhận lại mục này; dùng được nhiều lần.", "Try this entry again; may be given several times."),
    "--retry-all": Words("Thử nhận lại tất cả.", "Try all of them again."),
    "--fingerprint": Words("Dấu vân khóa đã đọc từ máy kia.", "The fingerprint as read from the other station."),
    "sync enrol request --name": Words("Tên máy hiện trong danh sách.", "The name that lists show for this station."),
    "sync enrol escrow --name": Words("Tên nơi giữ khóa.", "The name of who keeps the key."),
    "sync enrol fingerprint --print": Words("In thành một trang giấy.", "Print it as a page."),
    "sync enrol revoke --up-to": Words(
        "Vẫn tin đến hết mục cách ly này (số ở sync quarantine); dùng được nhiều lần.",
        "Still believe it up to this quarantined entry (its id in sync quarantine); may be given several times.",
    ),
    "sync enrol revoke --yes": Words("Thu hồi mà không hỏi lại.", "Revoke without asking."),
}
"""Help by command and option, as `cli_help.HELP`."""
