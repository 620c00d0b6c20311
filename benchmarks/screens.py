"""What the desk is told and what it answers: the one place that knows its keys and the texts on its screens."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from benchmarks.keyboard import Key, key, typed

if TYPE_CHECKING:
    from pathlib import Path

UNLOCK = "Mật khẩu"
HOME = r"Đang giải quyết +[\d.]+"
"""The numbers of the day are there, not only the frame around them."""

HOME_READ = r"(?s)Cần làm trước.* 1/[\d.]+"
"""The rows below and how many there are: nothing more is read."""

LIST = r"(?s)Danh sách hồ sơ.*19867\.01-\d{6}-\d+ "
"""The list, with a row in it."""

INTAKE = "Tiếp nhận hồ sơ"
CHOSEN = "có 0, thiếu 0"
"""The checklist of the chosen procedure is on the form."""

OPEN_LIST = key("f3", LIST)
OPEN_INTAKE = key("f2", INTAKE)
CHOOSE = (*typed("1.001193", "procedure"), key("enter", CHOSEN))
"""In the intake form: a procedure by its code."""

NAME = "Nguyễn Thị Thu Hương"
_ROWS = {"name": "Họ và tên", "address": "Địa chỉ"}
SEARCHES = ("nguyễn thị hoa", "046190", "khai sinh lê")


def command(folder: Path) -> list[str]:
    """The desk on a register."""
    return [sys.executable, "-m", "communetui", "--dir", str(folder)]


def written_in(row: str) -> list[Key]:
    """The name, typed into a row of the intake form: each letter ends when it stands there, a space when painted."""
    keys = typed(NAME, row)
    ends = (f"{_ROWS[row]} +│{NAME[: place + 1]}" for place in range(len(NAME)))
    return [
        pressed if pressed.data == b" " else pressed._replace(until=end)
        for pressed, end in zip(keys, ends, strict=True)
    ]


def erase(text: str) -> list[Key]:
    """As many backspaces as the text has letters."""
    return [key("backspace")] * len(text)
