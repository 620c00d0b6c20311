"""The PC of the counter in a pty: the keys as a terminal sends them, and what officers do on it."""

from __future__ import annotations

import re
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tests.terminal.pty_app import PtyApp

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.centre import Centre

PC = Path(__file__).with_name("pc.py")
ENTER, DOWN, RIGHT, TAB, SHIFT_TAB, ESCAPE, DEL = "\r", "\x1b[B", "\x1b[C", "\t", "\x1b[Z", "\x1b", "\x7f"
F2, F3, F4, F7, F8, F10 = "\x1bOQ", "\x1bOR", "\x1bOS", "\x1b[18~", "\x1b[19~", "\x1b[21~"
SAVE = "\x13"

TELEX = (
    "q", "u", "e", f"{DEL}ê", " ", "huo", f"{DEL * 2}ươ", "n", "g", " ", "la", f"{DEL}à", " ", f"chum{DEL * 2}ùm ",
    "kh", f"e{DEL}ê", f"{DEL}ế", " ", f"ngot{DEL * 2}ọt",
)  # fmt: skip
"""The passphrase as Unikey sends it: the letters first, then Backspaces and the letters with their marks."""


def write_clock(file: Path, time: str) -> None:
    """Set the clock of the PC; whoever reads the file finds the whole of it."""
    new = file.with_suffix(".new")
    new.write_text(time, encoding="ascii")
    new.replace(file)


class Counter:
    """The PC of the counter, and what officers do on it; `sent` is all that was typed."""

    def __init__(self, app: PtyApp, clock: Path) -> None:
        self.app = app
        self.sent: list[str] = []
        self._clock = clock

    def set_clock(self, time: str) -> None:
        """It is `09:40` of 23 November 2026 now."""
        write_clock(self._clock, f"2026-11-23 {time}")

    def come_in(self, downs: int, name: str, until: str = "") -> None:
        """Choose the officer, type the passphrase as an input method does; then Home, or where the officer was."""
        self.app.wait_for(r"Mật khẩu")
        self.app.send(DOWN * downs)
        self.app.wait_for(rf"[<\[] ?{name} ?[>\]]")
        self.app.send(*TELEX, ENTER)
        self.app.wait_for(until or rf"\|  {name}")
        if not until:
            self.app.send(F4)
            self.app.wait_for(rf"Trang chính - .*{name}")
            self.shows("Đã nhận hôm nay", r"\d+")

    def lock(self) -> str:
        """Lock; the screen that the next officer finds."""
        self.app.send(F10)
        self.app.wait_for("Mật khẩu")
        return self.app.settle()

    def do(self, *writes: str, until: str) -> str:
        """Type, and wait for what must come of it."""
        self.sent += writes
        self.app.send(*writes)
        return self.app.wait_for(until)

    def shows(self, label: str, number: str) -> None:
        """Wait until a figure of the home page stands."""
        self.app.wait_for(rf"{re.escape(label)}\s+{number}\b")


@contextmanager
def counter(centre: Centre, clock: str, *, size: tuple[int, int] = (80, 24), **environment: str) -> Iterator[Counter]:
    """Start the program; it is killed at the end, as a power cut does."""
    file = centre.folder.with_name("clock")
    write_clock(file, clock)
    app = PtyApp(
        [sys.executable, str(PC), "--dir", str(centre.folder)],
        *size,
        {"DESK_CLOCK": str(file), "PATH": str(centre.folder), **environment},
    )
    try:
        yield Counter(app, file)
    finally:
        app.close()
