"""An app in a real pty: bytes go in as a terminal sends them, and what it paints is read off a screen.

A simulated key press waits for each key to be handled, which hides that keys overtake each other; only real bursts
show it.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from typing import TYPE_CHECKING

import pyte

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

# pyte prints these instead of passing them over.
_UNREAD = re.compile(rb"\x1b\[[<=>?][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*\$p|\x1bP[^\x1b]*\x1b\\|\x1b_[^\x1b]*\x1b\\")
_STARTED_WITHIN = 30.0
_ANSWERED_WITHIN = 30.0


class PtyApp:
    """A running app, and its screen of `columns` by `rows`."""

    def __init__(
        self, command: Sequence[str], columns: int, rows: int, environment: Mapping[str, str], faults: int | None = None
    ) -> None:
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._lines: dict[int, str] = {}
        self.raw = b""
        self._master, terminal = pty.openpty()
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        kept = {k: v for k, v in os.environ.items() if k not in {"NO_COLOR", "COLUMNS", "LINES"}}
        self._process = subprocess.Popen(
            command,
            stdin=terminal,
            stdout=terminal,
            stderr=terminal if faults is None else faults,
            env={**kept, "TERM": "xterm-256color", "LANG": "C.UTF-8", **environment},
            start_new_session=True,
        )
        os.close(terminal)

    @property
    def text(self) -> str:
        """What stands on the screen now."""
        # Not pyte's `display`: it measures every cell, also of the lines that stand as they stood.
        columns, buffer = range(self._screen.columns), self._screen.buffer
        for y in self._screen.dirty:
            self._lines[y] = "".join(buffer[y][x].data for x in columns).rstrip()
        self._screen.dirty.clear()
        return "\n".join(self._lines.get(y, "") for y in range(self._screen.lines))

    def rows(self) -> list[list[pyte.screens.Char]]:
        """Every cell of the screen, with its colours."""
        return [[self._screen.buffer[y][x] for x in range(self._screen.columns)] for y in range(self._screen.lines)]

    def cells(self, text: str) -> list[pyte.screens.Char]:
        """The cells where this text first stands."""
        for y, line in enumerate(self._screen.display):
            if text in line:
                return self.rows()[y][line.index(text) : line.index(text) + len(text)]
        raise AssertionError(f"{text!r} is not on the screen:\n{self.text}")

    def send(self, *writes: str, apart: float = 0.02) -> None:
        """Type; each argument is one write, seconds `apart`, as an input method or a scanner sends it."""
        for index, piece in enumerate(writes):
            if index:
                self.read_for(apart)
            os.write(self._master, piece.encode())

    def resize(self, columns: int, rows: int) -> None:
        """Change the size of the terminal, as dragging its corner does."""
        self._screen.resize(rows, columns)
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        os.killpg(self._process.pid, signal.SIGWINCH)

    def wait_for(self, wanted: str, within: float = _ANSWERED_WITHIN) -> str:
        """The screen once the regular expression is on it; fails with the screen as it is after `within` seconds."""
        return self._wait(wanted, within, there=True)

    def wait_gone(self, unwanted: str, within: float = _ANSWERED_WITHIN) -> str:
        """The screen once the regular expression is no longer on it."""
        return self._wait(unwanted, within, there=False)

    def _wait(self, wanted: str, within: float, *, there: bool) -> str:
        end = time.monotonic() + within
        while bool(re.search(wanted, self.text)) is not there:
            if time.monotonic() > end:
                raise AssertionError(f"{wanted!r} {'never came' if there else 'stayed'}:\n{self.text}")
            self.read_for(0.05)
        return self.text

    def settle(self, quiet: float = 0.4) -> str:
        """The screen once nothing was written for `quiet` seconds."""
        while self._read(quiet):
            pass
        return self.text

    def read_for(self, seconds: float) -> int:
        """Take in what is written during these seconds; how many bytes it was."""
        before, end = len(self.raw), time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self._read(left)
        return len(self.raw) - before

    def _read(self, wait: float) -> bool:
        ready, _, _ = select.select([self._master], [], [], wait)
        if not ready:
            return False
        with contextlib.suppress(OSError):
            data = os.read(self._master, 65_536)
            self.raw += data
            self._stream.feed(_UNREAD.sub(b"", data))
            return bool(data)
        raise AssertionError(f"the app has ended:\n{self.text}")

    def close(self) -> None:
        """End the app."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        os.close(self._master)


@contextlib.contextmanager
def running(
    script: Path | str, *, ready: str, columns: int = 80, rows: int = 24, faults: int | None = None, **environment: str
) -> Iterator[PtyApp]:
    """A Python script as an app, once the regular expression `ready` is on its screen.

    `faults` is the open file that takes the standard error; the terminal does unless it is given.
    """
    app = PtyApp([sys.executable, str(script)], columns, rows, environment, faults)
    try:
        app.wait_for(ready, _STARTED_WITHIN)
        app.settle(0.2)
        yield app
    finally:
        app.close()
