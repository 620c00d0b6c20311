"""Texts of the list of what an officer has to look at: what a merge or a changed day has left as work."""

from __future__ import annotations

from dataclasses import dataclass

from communetui.strings.language import Words


@dataclass(frozen=True, slots=True)
class Review:
    """`why` names each reason, `advice` tells what an officer can do about it."""

    title: str
    reason: str
    code: str
    applicant: str
    promised: str
    by_calendar: str
    nothing: str
    no_administrator: str
    why: dict[str, str]
    advice: dict[str, str]


review = Words(
    Review(
        title="Cần xem lại",
        reason="Vì sao",
        code="Mã hồ sơ",
        applicant="Người nộp",
        promised="Đã hẹn",
        by_calendar="Theo lịch",
        nothing="Không có gì phải xem lại.",
        why={
            "equal_code": "trùng mã",
            "affected": "đổi lịch",
            "conflict": "trái nhau",
            "contradiction": "mâu thuẫn",
            "feedback_contradiction": "mâu thuẫn",
            "task_contradiction": "nhiệm vụ",
            "paid_twice": "thu hai lần",
            "no_administrator": "quản trị",
        },
        no_administrator="Không còn ai là quản trị",
        advice={
            "conflict": "{fields}\n"
            "Hai nơi cùng sửa mà chưa thấy của nhau; mọi giá trị còn nguyên, chờ người chọn.\n"
            "Enter xem từng giá trị, ai ghi, ở đâu, lúc nào, rồi chọn giá trị đúng.",
            "contradiction": "{what}\n"
            "Hai nơi cùng làm một hồ sơ mà chưa thấy của nhau; cả hai bước đều được giữ.\n"
            "Hỏi hai người đã làm; Enter mở hồ sơ, F7 H thu hồi bước sai (lãnh đạo).",
            "feedback_contradiction": "{what}\n"
            "Hai nơi cùng xử lý một phản ánh mà chưa thấy của nhau; cả hai bước đều được giữ.\n"
            "Hỏi hai người đã làm; Enter mở phản ánh, F7 H rút lại bước sai (lãnh đạo).",
            "task_contradiction": "{what}\n"
            "Hai nơi cùng làm một nhiệm vụ mà chưa thấy của nhau; cả hai bước đều được giữ.\n"
            "Hỏi hai người đã làm; Enter mở nhiệm vụ, F7 S sửa, F7 H thu hồi bước sai (lãnh đạo).",
            "paid_twice": "{procedure}\n"
            "Hai quầy cùng thu phí của hồ sơ này, thừa {amount}.\n"
            "Xem hai biên lai; Enter mở hồ sơ, F7 W để trả lại phần thừa cho người dân.",
            "no_administrator": "Hai máy đã bỏ vai trò quản trị của nhau, nên không ai đổi được thiết lập và cán bộ.\n"
            "Mọi việc khác vẫn làm được.\n"
            "Mở lại quyền bằng khóa khôi phục trong phong bì: communetui recover",
            "equal_code": "{procedure}, nhận {received}\n"
            "Hai máy từng cùng một số nên cấp trùng mã. Mã giữ nguyên, phân biệt theo tên.\n"
            "Nếu là một việc nhập hai lần thì mở hồ sơ thừa, F7 Z để hủy.",
            "affected": "{procedure}\n"
            "Ngày nghỉ đã đổi sau khi hẹn; ngày đã hẹn với người dân vẫn giữ nguyên.\n"
            "Kịp thì trả đúng hẹn. Không kịp thì mở hồ sơ, F7 G: gia hạn, in thư xin lỗi.",
        },
    ),
    Review(
        title="To look at",
        reason="Why",
        code="Dossier code",
        applicant="Applicant",
        promised="Promised",
        by_calendar="By calendar",
        nothing="There is nothing to look at.",
        why={
            "equal_code": "equal code",
            "affected": "calendar",
            "conflict": "differing",
            "contradiction": "contradict",
            "feedback_contradiction": "contradict",
            "task_contradiction": "task",
            "paid_twice": "paid twice",
            "no_administrator": "no admin.",
        },
        no_administrator="Nobody is an administrator any more",
        advice={
            "conflict": "{fields}\n"
            "Two places changed it without having seen each other; every value is kept.\n"
            "Enter shows each value, who wrote it, where and when, to choose the right one.",
            "contradiction": "{what}\n"
            "Two places worked on one dossier without having seen each other; both steps are kept.\n"
            "Ask the two; Enter opens the dossier, F7 H takes the wrong step back (leader).",
            "feedback_contradiction": "{what}\n"
            "Two places worked on one piece of feedback without having seen each other; both steps are kept.\n"
            "Ask the two; Enter opens it, F7 H takes the wrong step back (leader).",
            "task_contradiction": "{what}\n"
            "Two places worked on one task without having seen each other; both steps are kept.\n"
            "Ask the two; Enter opens the task, F7 S corrects, F7 H takes the wrong step back (leader).",
            "paid_twice": "{procedure}\n"
            "Two counters took the fee of this dossier, {amount} too much.\n"
            "Look at both receipts; Enter opens the dossier, F7 W pays the rest back.",
            "no_administrator": "Two stations each took the other's administrator away: nobody can change settings.\n"
            "Everything else goes on.\n"
            "The recovery key from the envelope helps: communetui recover",
            "equal_code": "{procedure}, received {received}\n"
            "Two stations once had one number and gave one code. It stays; tell them by name.\n"
            "If it is one matter entered twice, open the one too many: F7 Z voids it.",
            "affected": "{procedure}\n"
            "Days off changed after the promise; the citizen's date stays as it is.\n"
            "In time: return it as promised. If not: open it, F7 G extends and apologises.",
        },
    ),
)
