"""Texts of the cash close."""

from __future__ import annotations

from dataclasses import dataclass

from communetui.strings.language import ActionText, Words


@dataclass(frozen=True, slots=True)
class Cash:
    """Texts of the screen; `methods` names the ways of paying."""

    title: str
    since: str
    since_midnight: str
    payments: str
    refunds: str
    undone: str
    exempted: str
    receipts: str
    methods: dict[str, str]
    note: str
    total: str
    total_hint: str
    explanation: str
    counted: str
    none: str
    not_counted: str
    closed: str
    last_close: str
    closed_with: str
    nothing_to_print: str


cash = Words(
    Cash(
        title="Chốt quỹ tiền mặt",
        since="Từ lần chốt {at}",
        since_midnight="Từ đầu ngày hôm nay (chưa chốt lần nào trên máy này)",
        payments="{count} lần thu",
        refunds="{count} lần trả lại",
        undone="bớt {amount} đã thu hồi hoặc hủy sau lần chốt trước",
        exempted="miễn, giảm {amount}",
        receipts="Biên lai {series} số {first} đến {last} ({count} tờ)",
        methods={
            "cash": "Tiền mặt",
            "transfer": "Chuyển khoản",
            "online": "Trực tuyến",
            "unstated": "Không ghi cách thu",
        },
        note="Số tờ {worth}",
        total="Hoặc tổng số tiền",
        total_hint="để trống nếu đã đếm từng loại tờ",
        explanation="Lý do chênh lệch",
        counted="Đếm được {counted} | theo sổ {recorded} | chênh lệch {difference}",
        none="không",
        not_counted="Chưa đếm. Hãy gõ số tờ từng loại hoặc tổng số tiền (0 nếu không có tiền mặt).",
        closed="Đã chốt quỹ: {counted}, chênh lệch {difference}. F8 in phiếu để ký.",
        last_close="Lần chốt gần nhất {at}: {counted}, chênh lệch {difference}",
        closed_with="Ctrl+S để chốt quỹ",
        nothing_to_print="Chưa có lần chốt quỹ nào để in phiếu.",
    ),
    Cash(
        title="Cash close",
        since="Since the close of {at}",
        since_midnight="Since the start of today (no close on this PC yet)",
        payments="paid {count} times",
        refunds="paid back {count} times",
        undone="less {amount} taken back or void since the last close",
        exempted="exempt {amount}",
        receipts="Receipts {series} {first} to {last} ({count})",
        methods={"cash": "Cash", "transfer": "Transfer", "online": "Online", "unstated": "Method not given"},
        note="Notes of {worth}",
        total="Or the sum",
        total_hint="empty if the notes are counted",
        explanation="Why it differs",
        counted="Counted {counted} | recorded {recorded} | difference {difference}",
        none="none",
        not_counted="Nothing is counted. Type the number of notes or the sum (0 if there is no cash).",
        closed="Closed with {counted}, difference {difference}. F8 prints the slip to sign.",
        last_close="Last close {at}: {counted}, difference {difference}",
        closed_with="Ctrl+S closes",
        nothing_to_print="There is no close yet whose slip could be printed.",
    ),
)

cash_action = Words(
    ActionText("Chốt quỹ", "Đếm tiền mặt, so với sổ, chốt quỹ trưa hoặc chiều và in phiếu để ký."),
    ActionText("Cash close", "Counts the cash against the record, closes the till and prints a slip to sign."),
)
close = Words(
    ActionText("Chốt quỹ", "Chốt quỹ với số tiền đã đếm; lần sau tính từ đây."),
    ActionText("Close", "Closes the till with what was counted; the next close begins here."),
)
print_slip = Words(
    ActionText("In phiếu", "In phiếu chốt quỹ gần nhất để hai bên ký."),
    ActionText("Print slip", "Prints the slip of the last close for two signatures."),
)
