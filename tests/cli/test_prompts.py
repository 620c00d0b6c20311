"""Commands that ask: `init` through a real terminal, as the one who sets up the PC meets it."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from communedb.keys import KeyFile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

pty = pytest.importorskip("pty", reason="terminals are made in another way on Windows")

SECRET = "quê hương là chùm khế ngọt"


class Terminal:
    """A command on a terminal: waits for words, then types."""

    def __init__(self, *arguments: str) -> None:
        self._master, slave = pty.openpty()
        kept = {name: value for name, value in os.environ.items() if not name.startswith("COMMUNETUI")}
        command = [sys.executable, "-m", "communetui", *arguments]
        self._process = subprocess.Popen(
            command, stdin=slave, stdout=slave, stderr=slave, env=kept, start_new_session=True
        )
        os.close(slave)
        self.seen = ""

    def expect(self, words: str, seconds: float = 20.0) -> None:
        """Read until these words are on the screen."""
        until = time.monotonic() + seconds
        while words not in self.seen:
            assert time.monotonic() < until, self.seen
            if not self._read():
                pytest.fail(f"ended without {words!r}: {self.seen}")

    def type(self, text: str, after: str) -> None:
        """Type a line once the prompt is there; what was asked before is done with."""
        self.expect(after)
        self.seen = self.seen.partition(after)[2]
        time.sleep(0.1)
        os.write(self._master, f"{text}\n".encode())

    def end(self, seconds: float = 20.0) -> int:
        """Read to the end and return the exit code."""
        until = time.monotonic() + seconds
        while self._read() and time.monotonic() < until:
            pass
        os.close(self._master)
        return self._process.wait(5)

    def interrupt(self) -> None:
        """Press Ctrl+C while the command waits for a line."""
        time.sleep(0.5)
        self._process.send_signal(signal.SIGINT)

    def close(self) -> None:
        """End a command that a failed test left waiting."""
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()

    def _read(self) -> bool:
        """Take in what comes within a moment; False once the command has closed the terminal."""
        if not select.select([self._master], [], [], 0.2)[0]:
            return self._process.poll() is None
        try:
            chunk = os.read(self._master, 65_536)
        except OSError:
            return False
        self.seen += chunk.decode(errors="replace")
        return bool(chunk)


@pytest.fixture
def on_terminal() -> Iterator[Callable[..., Terminal]]:
    """Starts commands on terminals of their own, and ends what is left of them."""
    started: list[Terminal] = []

    def start(*arguments: str) -> Terminal:
        started.append(Terminal(*arguments))
        return started[-1]

    yield start
    for terminal in started:
        terminal.close()


def test_everything_that_no_flag_says_is_asked(on_terminal: Callable[..., Terminal], tmp_path: Path) -> None:
    folder = tmp_path / "register"
    terminal = on_terminal("--dir", str(folder), "init", "--light")
    terminal.type("quang dien", after="có dấu hay không dấu)")
    terminal.expect("Xã Quảng Điền, Thành phố Huế")
    terminal.type("1", after="0 để gõ lại)")
    terminal.type("2", after="(1 đến 99)")
    terminal.type("Trần Thị B", after="quản trị đầu tiên")
    terminal.type(SECRET, after="Mật khẩu mới")
    terminal.type(SECRET, after="Nhập lại mật khẩu mới")
    terminal.expect("AGE-SECRET-KEY-1")
    assert terminal.end() == 0
    assert SECRET not in terminal.seen
    keys = KeyFile.load(folder)
    assert keys.unit == ("19867", "Xã Quảng Điền, Thành phố Huế")
    assert keys.station == 2
    assert keys.open(keys.officers()[0].id, SECRET)


def test_two_entries_that_differ_found_nothing(on_terminal: Callable[..., Terminal], tmp_path: Path) -> None:
    folder = tmp_path / "register"
    terminal = on_terminal("--dir", str(folder), "init", "--unit", "19867", "--station", "1", "--officer", "B")
    terminal.type(SECRET, after="Mật khẩu mới")
    terminal.type(SECRET.upper(), after="Nhập lại mật khẩu mới")
    terminal.expect("không giống nhau")
    assert terminal.end() == 1
    assert not folder.exists()


def test_ctrl_c_at_a_prompt_stops_without_a_trace(on_terminal: Callable[..., Terminal], tmp_path: Path) -> None:
    folder = tmp_path / "register"
    terminal = on_terminal("--dir", str(folder), "init")
    terminal.expect("có dấu hay không dấu)")
    terminal.interrupt()
    assert terminal.end() == 130
    assert "Traceback" not in terminal.seen
    assert not folder.exists()
