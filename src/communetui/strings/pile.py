"""Texts of the pile: many dossiers at once."""

from __future__ import annotations

from dataclasses import dataclass

from communetui.strings.language import ActionText, Words


@dataclass(frozen=True, slots=True)
class PileTexts:
    """Texts of the pile, of what is done with it, and of laying rows of a list on it."""

    title: str
    how: str
    empty: str
    number: str
    status: str
    detail: str
    ask_code: str
    added: str
    twice: str
    unknown: str
    removed: str
    clear_sure: str
    cleared: str
    on_pile: str
    gathering: str
    gathered: str
    no_mark: str
    choose_absent: str
    menu: str
    about: str
    question: str
    step_to: str
    cannot: str
    none_can: str
    going_on: str
    done: str
    stayed: str
    ask_list: str
    print_now: str
    later: str
    choose_form: str
    ask_print: str
    printed: str
    prints_wait: str
    nothing_offered: str
    how_to_accept: str


pile_texts = Words(
    PileTexts(
        title="Chồng hồ sơ: {count}",
        how="Quét giấy hẹn để thêm vào chồng. F7: làm một việc với cả chồng.",
        empty="Chồng trống. Quét giấy hẹn, hoặc đánh dấu trong danh sách (F3, phím cách).",
        number="TT",
        status="Tình trạng hoặc lý do",
        detail="Hẹn {due}, {hands}",
        ask_code="Mã hồ sơ trên giấy hẹn:",
        added="Thêm số {number}: {code} {name}.",
        twice="{code} đã có trong chồng, số {number}; không thêm lần nữa.",
        unknown="Không có hồ sơ mã {code}; không thêm vào chồng.",
        removed="Đã bỏ {code} ra khỏi chồng.",
        clear_sure="Bỏ cả {count} hồ sơ ra khỏi chồng? Hồ sơ không bị thay đổi gì.",
        cleared="Đã bỏ mọi dấu; chồng không còn hồ sơ nào.",
        on_pile="{title}; trong chồng: {count}",
        gathering="Đang thêm vào chồng: {count}...",
        gathered="Trong chồng có {count} hồ sơ. F7: làm một việc với cả chồng.",
        no_mark="Chưa đánh dấu dòng nào. Bấm phím cách ở dòng đầu, rồi phím này ở dòng cuối.",
        choose_absent="Chuyển việc đang làm của cán bộ nào?",
        menu="Làm với cả chồng: {count} hồ sơ",
        about="Áp dụng cho {count} hồ sơ trong chồng. Lưu xong còn hỏi lại một lần.",
        question="{step}: {count} hồ sơ?",
        step_to="{step} cho {name} ({purpose})",
        cannot="{count} hồ sơ không làm được, giữ nguyên:\n{reasons}",
        none_can="{step}: không hồ sơ nào làm được.\n{reasons}",
        going_on="Đã làm {count}/{all}...",
        done="{step}: xong {count} hồ sơ.",
        stayed="{count} hồ sơ không làm được, lý do ghi ở từng dòng của chồng.",
        ask_list="{said} In danh sách bàn giao để hai bên ký?",
        print_now="In",
        later="Để sau",
        choose_form="In mẫu nào cho cả chồng?",
        ask_print="In mẫu {form} ({name}) cho {count} hồ sơ?",
        printed="Đã in {count} bản.",
        prints_wait="{count} bản chờ in.",
        nothing_offered="Không có hồ sơ nào chờ bạn nhận bàn giao.",
        how_to_accept="Ctrl+R: nhận hết. Thiếu giấy tờ của hồ sơ nào thì mở hồ sơ ấy, F7 J.",
    ),
    PileTexts(
        title="Pile of dossiers: {count}",
        how="Scan a receipt to lay it on the pile. F7: do one thing with the whole pile.",
        empty="The pile is empty. Scan receipts, or mark rows in the list (F3, space bar).",
        number="No.",
        status="Status, or why not",
        detail="Due {due}, {hands}",
        ask_code="Dossier code on the receipt:",
        added="Number {number} added: {code} {name}.",
        twice="{code} is on the pile already, number {number}; not added again.",
        unknown="There is no dossier with the code {code}; nothing was added.",
        removed="{code} was taken off the pile.",
        clear_sure="Take all {count} dossier(s) off the pile? Nothing about them changes.",
        cleared="All marks are off; the pile is empty.",
        on_pile="{title}; on the pile: {count}",
        gathering="Adding to the pile: {count}...",
        gathered="The pile holds {count} dossier(s). F7: do one thing with all of them.",
        no_mark="No row is marked yet. Press the space bar on the first row, then this key on the last one.",
        choose_absent="Whose open work is to be passed on?",
        menu="With the whole pile: {count} dossier(s)",
        about="For the {count} dossier(s) of the pile. You are asked once more after saving.",
        question="{step}: {count} dossier(s)?",
        step_to="{step} to {name} ({purpose})",
        cannot="{count} cannot and stay as they are:\n{reasons}",
        none_can="{step}: possible for none of them.\n{reasons}",
        going_on="Done {count} of {all}...",
        done="{step}: {count} dossier(s) done.",
        stayed="{count} could not; the reason stands beside each on the pile.",
        ask_list="{said} Print the hand-over list for both to sign?",
        print_now="Print",
        later="Later",
        choose_form="Which form for the whole pile?",
        ask_print="Print form {form} ({name}) of {count} dossier(s)?",
        printed="{count} printed.",
        prints_wait="{count} wait to be printed.",
        nothing_offered="No hand-over is waiting for you.",
        how_to_accept="Ctrl+R accepts all. Open the one whose papers are missing, then F7 J.",
    ),
)

open_pile = Words(
    ActionText("Chồng hồ sơ", "Mở chồng hồ sơ: đánh dấu hoặc quét nhiều hồ sơ rồi làm một việc với tất cả."),
    ActionText("Pile", "Opens the pile: mark or scan many dossiers, then do one thing with all of them."),
)
mark_to_here = Words(
    ActionText("Đánh dấu đến đây", "Đưa vào chồng mọi dòng từ dòng vừa đánh dấu (phím cách) đến dòng này."),
    ActionText("Mark to here", "Lays all rows from the one marked last (space bar) to this one on the pile."),
)
mark_all = Words(
    ActionText("Đánh dấu hết", "Đưa vào chồng mọi hồ sơ đang lọc ra, nhiều nhất 5.000."),
    ActionText("Mark all", "Lays every dossier that the filter shows on the pile, 5,000 at most."),
)
unmark_all = Words(
    ActionText("Bỏ mọi dấu", "Bỏ mọi hồ sơ ra khỏi chồng; hồ sơ không bị thay đổi."),
    ActionText("Unmark all", "Takes every dossier off the pile; nothing about them changes."),
)
accept_offered = Words(
    ActionText("Nhận hết", "Nhận mọi hồ sơ đang được bàn giao cho tôi, sau khi hỏi lại."),
    ActionText("Accept all", "Accepts every dossier that is being handed over to me, after asking."),
)
menu = Words(
    ActionText("Làm cả chồng", "Chọn một việc để làm với mọi hồ sơ trong chồng."),
    ActionText("Do with all", "Chooses one thing to do with every dossier of the pile."),
)
add_code = Words(
    ActionText("Gõ mã", "Thêm một hồ sơ bằng cách gõ mã, khi giấy hẹn không quét được."),
    ActionText("Type a code", "Adds a dossier by typing its code, when the receipt cannot be scanned."),
)
remove = Words(
    ActionText("Bỏ ra", "Bỏ hồ sơ ở dòng này ra khỏi chồng."),
    ActionText("Take off", "Takes the dossier of this row off the pile."),
)
clear = Words(
    ActionText("Bỏ hết", "Bỏ mọi hồ sơ ra khỏi chồng, sau khi hỏi lại."),
    ActionText("Clear", "Takes every dossier off the pile, after asking."),
)
absent = Words(
    ActionText("Việc người vắng", "Đưa vào chồng mọi hồ sơ đang giải quyết của một cán bộ vắng mặt, để bàn giao lại."),
    ActionText("Absent officer", "Lays every open dossier of an absent officer on the pile, to hand them over."),
)
hand_over_all = Words(
    ActionText("Bàn giao", "Bàn giao cả chồng cho một cán bộ; in danh sách hai bên ký."),
    ActionText("Hand over", "Hands the whole pile over to an officer; prints a list that both sign."),
)
signature_all = Words(
    ActionText("Trình ký", "Bàn giao cả chồng cho lãnh đạo để ký."),
    ActionText("Submit for signature", "Hands the whole pile over to the leader for signature."),
)
accept_all = Words(
    ActionText("Nhận bàn giao", "Nhận cả chồng, những hồ sơ đang được bàn giao cho mình."),
    ActionText("Accept", "Accepts the dossiers of the pile that are handed over to you."),
)
decline_all = Words(
    ActionText("Không nhận bàn giao", "Không nhận những hồ sơ của chồng đang được bàn giao cho mình, nêu lý do."),
    ActionText("Decline", "Declines the dossiers of the pile that are handed over to you, with a reason."),
)
decide_all = Words(
    ActionText("Ra quyết định", "Ghi lãnh đạo đã ký, quyết định cho cả chồng."),
    ActionText("Decide", "Notes the leader's decision on every dossier of the pile."),
)
ready_all = Words(
    ActionText("Có kết quả", "Ghi đã có kết quả để trả cho cả chồng."),
    ActionText("Result ready", "Notes for every dossier of the pile that its result can be handed out."),
)
print_all = Words(
    ActionText("In một mẫu", "In một mẫu cho từng hồ sơ trong chồng."),
    ActionText("Print a form", "Prints a form of every dossier of the pile."),
)
