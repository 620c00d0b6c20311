"""The tour's last chapters: two counters, a stick, a conflict and the hub."""

from __future__ import annotations

from dataclasses import dataclass

from communetui.strings.language import Words


@dataclass(frozen=True, slots=True)
class ExchangeTourText:
    """Titles of the chapters and their lines, with `{name}` to be filled."""

    stick: str
    enrolled: str
    written: str
    taken: str
    conflict: str
    heard: str
    wrote: str
    both: str
    resolved: str
    hub: str
    view: str
    safe: str
    waiting: str
    making: str


exchange_tour = Words(
    ExchangeTourText(
        stick="Hai quầy và một chiếc USB",
        enrolled="Quầy 2 có sổ riêng và được ghi danh sau khi hai bên đối chiếu dấu vân tay: {fingerprint}.",
        written="Quầy 1 ghi {bundles} gói ({size}) vào USB, đọc lại và so từng byte: có thể rút USB.",
        taken="Quầy 2 nhận {lines} dòng nhật ký từ USB; ở đó cũng thấy hồ sơ {code} của {name}.",
        conflict="Hai người sửa cùng một chỗ",
        heard="Công dân gọi điện báo số mới",
        wrote="{at}: {officer} sửa {field} của hồ sơ {code} thành {value}, chưa thấy việc của quầy kia.",
        both="USB qua lại giữa hai quầy: cả hai cùng hiện {field} {second} và báo trái với {first}. Không giá trị nào "
        "bị mất.",
        resolved="{officer} gọi lại cho công dân và giữ {value}; USB sang quầy 2, cả hai quầy hết việc trái nhau.",
        hub="Dữ liệu lên cấp trên: thành phố Huế",
        view="Cấp trên nhận {bundles} gói, {lines} dòng nhật ký, và thấy {commune}: hôm nay nhận {received}, giải quyết "
        "{resolved}, quá hạn {overdue}.",
        safe="Gói trả lời có chữ ký của cấp trên: đã nhận đến {received}; đã an toàn, tức có trong bản sao lưu đã đọc "
        "lại, đến {durable}.",
        waiting="Trong thư mục {stick} có dữ liệu của quầy 2, trong đó có một giá trị trái với quầy này: nhấn F11 để "
        "trao đổi.",
        making="Đang dựng quầy 2 và máy của cấp trên để trao đổi…",
    ),
    ExchangeTourText(
        stick="Two counters and a stick",
        enrolled="Counter 2 has a register of its own, enrolled once both sides compared its fingerprint: {fingerprint}.",
        written="Counter 1 writes {bundles} bundles ({size}) to the stick, reads them back and compares every byte: the "
        "stick may be removed.",
        taken="Counter 2 takes {lines} journal lines from the stick, and shows dossier {code} of {name}, too.",
        conflict="Two officers change the same thing",
        heard="The citizen telephoned with a new number",
        wrote="{at}: {officer} changes {field} of dossier {code} to {value}, without having seen the other counter's.",
        both="The stick goes to and fro: both counters show {field} {second}, and that {first} differs. No value is lost.",
        resolved="{officer} calls the citizen back and keeps {value}; by the stick the conflict is over at both counters.",
        hub="The hub of Huế",
        view="The hub takes {bundles} bundles in, {lines} journal lines, and sees {commune}: received today {received}, "
        "resolved {resolved}, overdue {overdue}.",
        safe="The hub's signed answer: received up to {received}; safe, which is in a backup that was read back, up to "
        "{durable}.",
        waiting="In the folder {stick} is data of counter 2, one value of which differs from this counter's: F11 exchanges.",
        making="Making counter 2 and the hub to exchange with…",
    ),
)
