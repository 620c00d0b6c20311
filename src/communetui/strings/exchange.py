"""Texts of the exchange: stations, what is unsent, what is safe, what is under way, what is to be dealt with."""

from __future__ import annotations

from dataclasses import dataclass

from communetui.strings.language import ActionText, Words


@dataclass(frozen=True, slots=True)
class Exchange:
    """`roles` names those who are no station, `ways` the ways, `work` and `advice` what is to be dealt with."""

    title: str
    station: str
    this_station: str
    unknown_station: str
    roles: dict[str, str]
    ways: dict[str, str]
    unsent: str
    unsent_files: str
    nothing_unsent: str
    nobody: str
    alone: str
    received_all: str
    received_part: str
    received_never: str
    durable: str
    durable_never: str
    no_hub: str
    wanted: str
    place: str
    as_of: str
    way: str
    to_send: str
    never: str
    fresh: str
    bar: str
    left: str
    seconds: str
    minutes: str
    hours: str
    preparing: str
    working: str
    stopping: str
    nothing_running: str
    running: str
    folder: str
    sure_metered: str
    send_now: str
    not_now: str
    lan_told: str
    hub_done: str
    stick_done: str
    stick_nothing: str
    may_remove: str
    left_out: str
    way_failed: str
    stopped: str
    nothing_to_do: str
    work: dict[str, str]
    advice: dict[str, str]


exchange = Words(
    Exchange(
        title="Trao đổi dữ liệu",
        station="quầy {number}",
        this_station="máy này",
        unknown_station="máy chưa biết ({replica})",
        roles={"hub": "cấp trên", "escrow": "nơi giữ khóa dự phòng"},
        ways={"lan": "mạng nội bộ", "http": "internet", "folder": "USB"},
        unsent="Chưa tới nơi: {lines} thay đổi trong {dossiers} hồ sơ",
        unsent_files=", {files} tệp",
        nothing_unsent="Mọi thay đổi ở máy này đã tới nơi.",
        nobody="Chưa ghi danh máy nào khác nên chưa có nơi để gửi. Hãy ghi danh (Ctrl+N ở màn hình Trao đổi).",
        alone="Máy này làm việc một mình.",
        received_all="Cấp trên đã nhận: tất cả, tính đến {at}",
        received_part="Cấp trên đã nhận: đến {at}; sau đó còn {lines} thay đổi",
        received_never="Cấp trên đã nhận: chưa có gì",
        durable="An toàn (đã có trong bản sao lưu của cấp trên): đến {at}",
        durable_never="An toàn (đã có trong bản sao lưu của cấp trên): chưa có gì",
        no_hub="Chưa nối cấp trên: dữ liệu chỉ có ở trung tâm này. Sao lưu mỗi ngày (F12).",
        wanted="Tệp chưa nhận về: {files} ({size}); các máy khác sẽ gửi sau dữ liệu.",
        place="Máy, việc",
        as_of="Tính đến",
        way="Bằng",
        to_send="Còn gửi",
        never="chưa lần nào",
        fresh="{place} {at}",
        bar="{what} [{bar}] {percent}%  {done} / {total}{left}",
        left="  còn {time}",
        seconds="{count} giây",
        minutes="{count} phút",
        hours="{count} giờ",
        preparing="Đang chuẩn bị...",
        working="Đang trao đổi ({way})",
        stopping="Đang dừng...",
        nothing_running="Không có gì đang chạy.",
        running="Đang trao đổi rồi; Ctrl+R để dừng.",
        folder="Thư mục trên USB, ví dụ E:\\TraoDoi hoặc /media/usb",
        sure_metered="Sẽ gửi khoảng {size} qua mạng tính tiền theo dung lượng; tệp đính kèm để sau. Gửi bây giờ?",
        send_now="gửi",
        not_now="để sau",
        lan_told="Mạng nội bộ: các máy nhận trong vài giây.",
        hub_done="Cấp trên: đã gửi {sent} gói ({size}), nhận {taken} thay đổi.",
        stick_done="USB: ghi {count} gói ({size}), nhận {taken} thay đổi.",
        stick_nothing="USB: không có gì mới để ghi, nhận {taken} thay đổi.",
        may_remove="Đã đọc lại đúng: rút USB được rồi.",
        left_out="{count} gói không nhận được: {why}",
        way_failed="{way}: {why}",
        stopped="Đã dừng. Không mất gì; lần sau gửi tiếp từ chỗ dừng.",
        nothing_to_do="Chưa có đường nào: F7 dùng USB, hoặc đặt thư mục chung, địa chỉ cấp trên trong Thiết lập (F9).",
        work={
            "conflicts": "{count} giá trị trái nhau",
            "quarantine": "{count} mục cách ly",
            "parked": "{count} phần đến trước phần đứng trước nó",
            "unfolded": "{count} dòng của bản phần mềm mới hơn",
            "fork": "Một máy bị sao chép: {place}",
            "ahead": "Đồng hồ chạy nhanh: {place}",
            "review": "{count} việc cần xem lại",
        },
        advice={
            "this": "Máy này. Ctrl+S gửi và nhận bằng mọi đường đang có.",
            "station": "{place}: thấy dữ liệu của máy đó đến {at}.\n"
            "Máy đó tắt hay mất mạng thì vẫn làm việc; khi nối lại, dữ liệu tự về.\n"
            "Cần gấp thì dùng USB: F7 ở máy này, rồi F7 ở máy kia.",
            "unheard": "{place}: chưa có dữ liệu nào của máy đó ở đây.\n"
            "Dùng USB: F7 ở máy này, rồi F7 ở máy kia; hoặc đặt cùng một thư mục chung ở hai máy (F9).",
            "hub": "Cấp trên. Chỉ những gì có trong giấy nhận có chữ ký của cấp trên mới tính là đã nhận.\n"
            "Ctrl+S gửi qua internet khi có mạng; không có mạng thì F7, đem USB lên.",
            "conflicts": "Hai nơi ghi khác nhau khi chưa thấy của nhau; không giá trị nào bị mất.\nEnter xem và chọn giá trị đúng.",
            "quarantine": "Những phần không nhận được vào sổ: máy gửi chưa ghi danh, sai chữ ký, hoặc không được phép.\n"
            "Phần còn lại vẫn được nhận. Enter xem từng mục và việc cần làm.",
            "parked": "Dữ liệu đến không theo thứ tự, ví dụ USB thứ hai về trước USB thứ nhất. Chưa mất gì.\n"
            "Hãy nhận nốt các gói còn thiếu; khi đủ, mọi phần tự vào sổ.",
            "unfolded": "Máy khác đã dùng bản phần mềm mới hơn. Dữ liệu được giữ nguyên, chưa hiện.\n"
            "Hãy nâng cấp phần mềm ở máy này; sau đó dữ liệu tự hiện.",
            "fork": "Hai máy cùng dùng một bản sao của sổ: cả hai nhánh đều được giữ. Hãy tìm máy thứ hai.\n"
            "Quản trị mở Các máy (Ctrl+N), ở máy bị chép: F6 đổi khóa, hoặc Delete thu hồi; khi đó báo động tự hết.",
            "ahead": "Đồng hồ máy đó chạy nhanh hơn một ngày. Dữ liệu vẫn nhận; giờ hiện có thể sai.\n"
            "Hãy chỉnh lại ngày giờ của máy đó.",
            "review": "Bước mâu thuẫn, phí thu hai lần, hồ sơ trùng mã, ngày hẹn bị ảnh hưởng.\nEnter xem danh sách.",
        },
    ),
    Exchange(
        title="Exchange",
        station="counter {number}",
        this_station="this PC",
        unknown_station="an unknown station ({replica})",
        roles={"hub": "the hub", "escrow": "escrow"},
        ways={"lan": "local network", "http": "internet", "folder": "stick"},
        unsent="Not received elsewhere: {lines} changes in {dossiers} dossiers",
        unsent_files=", {files} files",
        nothing_unsent="Everything that was written here is received elsewhere, too.",
        nobody="No other station is enrolled yet: there is nobody to send to. Enrol one (Ctrl+N on the Exchange screen).",
        alone="This station works alone.",
        received_all="Received by the hub: everything, as of {at}",
        received_part="Received by the hub: up to {at}; {lines} changes since",
        received_never="Received by the hub: nothing yet",
        durable="Safe (in a backup of the hub): up to {at}",
        durable_never="Safe (in a backup of the hub): nothing yet",
        no_hub="No hub yet: everything is at this centre alone. Back up every day (F12).",
        wanted="Files not yet received: {files} ({size}); the others send them after the data.",
        place="Station, work",
        as_of="As of",
        way="By",
        to_send="To send",
        never="never",
        fresh="{place} {at}",
        bar="{what} [{bar}] {percent}%  {done} / {total}{left}",
        left="  {time} left",
        seconds="{count} s",
        minutes="{count} min",
        hours="{count} h",
        preparing="Preparing...",
        working="Exchanging ({way})",
        stopping="Stopping...",
        nothing_running="Nothing is under way.",
        running="An exchange is under way; Ctrl+R stops it.",
        folder="The folder on the stick, such as E:\\Exchange or /media/usb",
        sure_metered="About {size} will be sent over a metered network, attachments later. Send now?",
        send_now="send",
        not_now="later",
        lan_told="Local network: the stations have it within seconds.",
        hub_done="Hub: {sent} bundles sent ({size}), {taken} changes fetched.",
        stick_done="Stick: {count} bundles written ({size}), {taken} changes taken in.",
        stick_nothing="Stick: nothing new to write, {taken} changes taken in.",
        may_remove="Read back and right: you may remove the stick.",
        left_out="{count} bundles could not be taken in: {why}",
        way_failed="{way}: {why}",
        stopped="Stopped. Nothing is lost; it goes on from there next time.",
        nothing_to_do="There is no way yet: F7 uses a stick, or set a shared folder or the hub's address in the settings (F9).",
        work={
            "conflicts": "{count} differing values",
            "quarantine": "{count} in quarantine",
            "parked": "{count} parts that came before their forerunner",
            "unfolded": "{count} lines of a newer program",
            "fork": "A station was copied: {place}",
            "ahead": "A clock runs ahead: {place}",
            "review": "{count} to look at",
        },
        advice={
            "this": "This PC. Ctrl+S sends and fetches by every way there is.",
            "station": "{place}: its data is here as of {at}.\n"
            "If it is off or cut off it goes on working; connected again, everything comes by itself.\n"
            "In a hurry use a stick: F7 here, then F7 there.",
            "unheard": "{place}: nothing of it has come here yet.\n"
            "By stick: F7 here, then F7 there; or set one shared folder at both (F9).",
            "hub": "The hub. Only what stands in its signed receipt counts as received.\n"
            "Ctrl+S sends over the internet; without a network F7, and carry the stick there.",
            "conflicts": "Two places wrote different things without having seen each other; no value is lost.\n"
            "Enter shows them to choose the right one.",
            "quarantine": "What could not be taken in: its sender is not enrolled, it is wrongly signed, or not allowed.\n"
            "The rest was taken in. Enter shows each entry and what can be done.",
            "parked": "Data came out of order, such as the second stick before the first. Nothing is lost.\n"
            "Take in the bundles that are missing; then every part goes into the register by itself.",
            "unfolded": "Another station has a newer program. The data is kept, not shown yet.\n"
            "Upgrade the program here; then it appears by itself.",
            "fork": "Two PCs use copies of one register: both branches are kept. Find the second PC.\n"
            "An administrator opens Stations (Ctrl+N): F6 there gives it another key, Delete revokes it; that ends the alarm.",
            "ahead": "Its clock is more than a day ahead. Its data is taken; times shown may be wrong.\n"
            "Set the date and time of that PC.",
            "review": "Contradicting steps, fees taken twice, equal codes, promises touched.\nEnter shows the list.",
        },
    ),
)


open_exchange = Words(
    ActionText("Trao đổi", "Mở việc trao đổi dữ liệu: còn gì chưa gửi, đã an toàn đến đâu, các máy mới đến lúc nào."),
    ActionText("Exchange", "Opens the exchange: what is unsent, what is safe, how fresh the other stations are."),
)
send = Words(
    ActionText("Gửi và nhận", "Gửi và nhận tất cả bằng mọi đường đang có: mạng nội bộ, internet, USB."),
    ActionText("Send", "Sends and fetches everything by every way there is: local network, internet, stick."),
)
by_stick = Words(
    ActionText("USB", "Nhận những gì có trên USB và ghi những gì nơi khác chưa có; báo khi rút được."),
    ActionText("Stick", "Takes in what is on the stick and writes what others lack; tells when to remove it."),
)
open_conflicts = Words(
    ActionText("Trái nhau", "Mở danh sách giá trị trái nhau."),
    ActionText("Differing", "Opens the list of differing values."),
)
open_stations = Words(
    ActionText("Các máy", "Ghi danh, thu hồi các máy được trao đổi; dấu vân khóa."),
    ActionText("Stations", "Enrols and revokes the stations that exchange; fingerprints."),
)
stop = Words(
    ActionText("Dừng", "Dừng việc trao đổi đang chạy; không mất gì."),
    ActionText("Stop", "Stops the exchange that is under way; nothing is lost."),
)
