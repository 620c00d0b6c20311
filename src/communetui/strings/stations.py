"""Texts of the list of stations and of enrolment."""

from __future__ import annotations

from dataclasses import dataclass

from communetui.strings.language import ActionText, Words


@dataclass(frozen=True, slots=True)
class Stations:
    """Texts of the list of stations and of enrolment."""

    title: str
    station: str
    role: str
    state: str
    key: str
    role_station: str
    active: str
    revoked: str
    carried: str
    me: str
    issuer: str
    not_listed: str
    fingerprint: str
    issuer_here: str
    issuer_elsewhere: str
    request_folder: str
    requested: str
    accept_file: str
    join_file: str
    compare_accept: str
    compare_join: str
    compared: str
    compare_hint: str
    accepted: str
    joined: str
    sure_revoke: str
    revoked_now: str
    sure_rotate: str
    rotated: str
    printed: str
    saved_only: str
    nothing_to_revoke: str
    no_file: str


stations = Words(
    Stations(
        title="Các máy",
        station="Máy",
        role="Vai trò",
        state="Tình trạng",
        key="Khóa",
        role_station="máy",
        active="đang dùng",
        revoked="đã thu hồi",
        carried="theo danh sách cũ",
        me="{name} (máy này)",
        issuer="{name}, lập danh sách",
        not_listed="Máy này chưa có trong danh sách nào. F7 xuất tệp ghi danh, đem đến máy quản trị.",
        fingerprint="Dấu vân khóa máy này: {fingerprint}",
        issuer_here="Danh sách số {version}, lập ở máy này: ghi danh máy mới bằng F8.",
        issuer_elsewhere="Danh sách số {version}, do {issuer} lập: máy mới được ghi danh ở đó.",
        request_folder="Ghi tệp ghi danh của máy này vào thư mục nào (USB)?",
        requested="Đã ghi {file}. Ở máy quản trị bấm F8, và đọc dấu vân khóa ở trên.",
        accept_file="Tệp ghi danh của máy mới",
        join_file="Tệp danh sách máy, do máy quản trị hoặc cấp trên lập",
        compare_accept="Máy mới: {station}, đơn vị {unit}. Gõ dấu vân khóa đọc từ MÀN HÌNH MÁY MỚI, không chép từ tệp.",
        compare_join="Danh sách do {issuer} lập, có {count} nơi. Gõ dấu vân khóa đọc từ MÀN HÌNH NƠI LẬP, hoặc từ giấy của nơi đó.",
        compared="Dấu vân khóa",
        compare_hint="40 số; cách hay không đều được, hoặc quét mã vuông",
        accepted="Đã ghi danh {station}. Đem {file} về máy đó rồi bấm Ctrl+F ở đó.",
        joined="Đã dùng danh sách số {version} ({count} nơi). Từ nay các máy trao đổi với nhau.",
        sure_revoke="Thu hồi {station}? Những gì máy đó ghi từ nay không được nhận nữa. Dùng khi máy bị mất, hỏng hoặc bị chép.",
        revoked_now="Đã thu hồi {station}. Gửi dữ liệu (F11, Ctrl+S) để các máy khác biết.",
        sure_rotate="Đổi khóa của máy này? Dùng khi nghi khóa bị lộ hoặc máy bị chép.",
        rotated="Đã có khóa mới; khóa cũ còn dùng cho đến khi danh sách mới đến.",
        printed="Đã in dấu vân khóa.",
        saved_only="Chưa in được, trang giấy nằm ở {path}. {why}",
        nothing_to_revoke="Chọn máy khác trong danh sách để thu hồi.",
        no_file="Không thấy tệp {path}.",
    ),
    Stations(
        title="Stations",
        station="Station",
        role="Role",
        state="State",
        key="Key",
        role_station="station",
        active="active",
        revoked="revoked",
        carried="by the former list",
        me="{name} (this PC)",
        issuer="{name}, issues the list",
        not_listed="This station is on no list yet. F7 makes its enrolment file for the administrator's station.",
        fingerprint="This PC's fingerprint: {fingerprint}",
        issuer_here="List {version}, issued here: F8 enrols a new station.",
        issuer_elsewhere="List {version}, issued by {issuer}: new stations are enrolled there.",
        request_folder="Write this station's enrolment file into which folder (stick)?",
        requested="Written: {file}. Press F8 at the administrator's station, and read out the fingerprint above.",
        accept_file="The new station's enrolment file",
        join_file="The list of stations, made at the administrator's station or the hub",
        compare_accept="New station: {station}, unit {unit}. Type the fingerprint from THE NEW STATION'S SCREEN, not from the file.",
        compare_join="A list by {issuer} with {count} members. Type the fingerprint from THE ISSUER'S SCREEN or its paper.",
        compared="Fingerprint",
        compare_hint="40 digits, with or without spaces, or scan the square code",
        accepted="{station} is enrolled. Take {file} there and press Ctrl+F there.",
        joined="List {version} ({count} members) is in force. The stations exchange from now on.",
        sure_revoke="Revoke {station}? What it writes from now on is not taken. For a station that is lost, broken or copied.",
        revoked_now="{station} is revoked. Send (F11, Ctrl+S), so that the others know.",
        sure_rotate="Give this PC another key? For a key that may be known, or a PC that was copied.",
        rotated="There is a new key; the old one serves until the new list has come.",
        printed="The fingerprint is printed.",
        saved_only="Not printed, the page is at {path}. {why}",
        nothing_to_revoke="Choose another station of the list to revoke it.",
        no_file="There is no file {path}.",
    ),
)

make_request = Words(
    ActionText("Tệp ghi danh", "Ghi tệp ghi danh của máy này để đem đến máy quản trị."),
    ActionText("Enrolment file", "Writes this station's enrolment file for the administrator's station."),
)
accept_request = Words(
    ActionText("Ghi danh", "Nhận tệp ghi danh của máy mới, sau khi so dấu vân khóa."),
    ActionText("Enrol", "Takes a new station's enrolment file, after comparing the fingerprint."),
)
join_list = Words(
    ActionText("Nhận danh sách", "Dùng danh sách máy do nơi khác lập, sau khi so dấu vân khóa."),
    ActionText("Take list", "Goes by the list of another issuer, after comparing the fingerprint."),
)
print_fingerprint = Words(
    ActionText("In dấu vân", "In dấu vân khóa của máy này kèm mã vuông."),
    ActionText("Print it", "Prints this PC's fingerprint with its square code."),
)
show_qr = Words(
    ActionText("Mã vuông", "Hiện mã vuông của dấu vân khóa để quét từ màn hình."),
    ActionText("Square code", "Shows the fingerprint's square code to be scanned from the screen."),
)
revoke = Words(
    ActionText("Thu hồi", "Thu hồi máy đang chọn: bị mất, hỏng hoặc bị chép."),
    ActionText("Revoke", "Revokes the station under the cursor: lost, broken or copied."),
)
rotate = Words(
    ActionText("Đổi khóa", "Đổi khóa của máy này."),
    ActionText("New key", "Gives this station another key."),
)
