"""An app in a real terminal, as its user sees it: a pty, an emulated screen, a stopwatch.

A measurement ends when the text is on the screen, not when a process says that it is ready. What the app writes is
stamped as it is read and emulated only while the app is quiet, so the emulator's own work is in no figure. Linux only:
it reads /proc.
"""

from __future__ import annotations

import contextlib
import os
import re
import select
import signal
import struct
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pyte

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from benchmarks.keyboard import Key

SIZE = (120, 40)
_READ = 1 << 20
_QUIET = 0.05
"""Seconds without output after which a key's paint counts as finished."""

_SETTINGS = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}
_UNSET = ("COLUMNS", "LINES", "TMUX", "NO_COLOR", "PYTHONDONTWRITEBYTECODE")

# What apps ask their terminal, and what a plain xterm says: unanswered, some wait for a second.
_ANSWERS: tuple[tuple[re.Pattern[bytes], Callable[[pyte.Screen], bytes]], ...] = (
    (re.compile(rb"\x1b\[\??6n"), lambda screen: b"\x1b[%d;%dR" % (screen.cursor.y + 1, screen.cursor.x + 1)),
    (re.compile(rb"\x1b\[0?c"), lambda _: b"\x1b[?62;22c"),
    (re.compile(rb"\x1b\[\?2026\$p"), lambda _: b"\x1b[?2026;2$y"),
    (re.compile(rb"\x1b\[\?2048\$p"), lambda _: b"\x1b[?2048;0$y"),
    (re.compile(rb"\x1b\[\?u"), lambda _: b"\x1b[?0u"),
    (re.compile(rb"\x1b\]1[01];\?(?:\x07|\x1b\\)"), lambda _: b"\x1b]11;rgb:0000/0000/0000\x07"),
)
# Sequences that pyte would paint as text.
_UNKNOWN = re.compile(rb"\x1b\[[<=>][0-9;]*[a-zA-Z]|\x1b[P_][^\x1b]*\x1b\\|\x1b\[\?[0-9;]*\$p")


# Textual brackets each paint, where the terminal says that it understands this.
_PAINTED = b"\x1b[?2026l"

_AT_REST = 0.02
"""The share of a CPU below which an app is at rest."""


class Painted(NamedTuple):
    """Seconds from a key until its answer is on the screen, and until the last byte that it brought about."""

    shown: float
    done: float


class Usage(NamedTuple):
    """What the processes of an app have used: CPU seconds so far, resident megabytes now."""

    cpu: float
    rss: float


class Terminal:
    """One app in one pty."""

    def __init__(
        self, command: Sequence[str], *, env: Mapping[str, str] | None = None, cwd: Path | None = None,
        size: tuple[int, int] = SIZE,
    ) -> None:  # fmt: skip
        if sys.platform != "linux":
            msg = "apps are measured in a terminal on Linux only"
            raise SystemExit(msg)
        import fcntl
        import pty
        import termios

        self._screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self._screen)
        self._unseen: list[tuple[float, bytes]] = []
        self.written = 0
        self.alive = True
        environ = (
            {name: value for name, value in os.environ.items() if name not in _UNSET} | _SETTINGS | dict(env or {})
        )
        self._fd, inner = pty.openpty()
        fcntl.ioctl(inner, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))

        def own_terminal() -> None:
            os.setsid()
            fcntl.ioctl(0, termios.TIOCSCTTY, 0)

        self.started = time.perf_counter()
        self._process = subprocess.Popen(
            command, stdin=inner, stdout=inner, stderr=inner, env=environ, cwd=cwd, preexec_fn=own_terminal
        )
        os.close(inner)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        os.close(self._fd)

    @property
    def text(self) -> str:
        """What is on the screen."""
        self._emulate()
        return "\n".join(self._screen.display)

    def usage(self) -> Usage:
        """CPU and memory of the app and of every process that it started."""
        family = _family(self._process.pid)
        return Usage(sum(map(_cpu, family)), sum(map(_rss, family)))

    def wait_for(self, text: str, seconds: float = 30.0) -> float | None:
        """Seconds since the start until the text was painted, None if it never was. Text is a regular expression."""
        wanted = re.compile(text)
        end = time.perf_counter() + seconds
        while True:
            stamp = self._emulate(wanted)
            if stamp is not None:
                return stamp - self.started
            if not self.alive or time.perf_counter() > end:
                return None
            # Gather what comes until the app pauses, but look at least every second and a half.
            look = time.perf_counter() + 1.5
            while self._read(0.1) and time.perf_counter() < look:
                pass

    def settle(self, quiet: float = 0.4, seconds: float = 5.0) -> None:
        """Wait until the app has written nothing for so long, and works no more on something that it will write."""
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            before = self.usage().cpu
            if not self._read(quiet) and self.usage().cpu - before < quiet * _AT_REST:
                break
        self._emulate()

    def press(self, key: Key) -> Painted | None:
        """How long a key takes until `key.until`, or else its first paint, is on the screen, and to its last byte.

        The last byte is the one that nothing follows for a moment. None when nothing was painted.
        """
        while self._read(0):
            pass
        self._emulate()
        pressed = time.perf_counter()
        os.write(self._fd, key.data)
        if key.until:
            found = self.wait_for(key.until, 10.0)
            if found is None:
                return None
            shown = found + self.started
        else:
            self._read(1.0)
        while self._read(_QUIET) and time.perf_counter() < pressed + 10.0:
            pass
        if not key.until:
            if not self._unseen:
                return None
            shown = next((stamp for stamp, data in self._unseen if _PAINTED in data), self._unseen[-1][0])
        last = self._unseen[-1][0] if self._unseen else shown
        self._emulate()
        return Painted(shown - pressed, last - pressed)

    def idle(self, seconds: float) -> tuple[float, float]:
        """CPU per cent and bytes a second while nobody presses anything."""
        self.settle()
        before, written, start = self.usage().cpu, self.written, time.perf_counter()
        while (left := start + seconds - time.perf_counter()) > 0:
            self._read(left)
        spent = time.perf_counter() - start
        return 100 * (self.usage().cpu - before) / spent, (self.written - written) / spent

    def _read(self, wait: float) -> bool:
        """Read what is there or comes within so many seconds; answer what the app asks."""
        if not self.alive or not select.select([self._fd], [], [], wait)[0]:
            return False
        try:
            data = os.read(self._fd, _READ)
        except OSError:  # Linux says EIO when the other side is closed
            data = b""
        if not data:
            self.alive = False
            return False
        self._unseen.append((time.perf_counter(), data))
        self.written += len(data)
        for question, answer in _ANSWERS:
            if question.search(data):
                os.write(self._fd, answer(self._screen))
        return True

    def _emulate(self, wanted: re.Pattern[str] | None = None) -> float | None:
        """Paint what was read; the stamp of the piece after which the wanted text stood on the screen."""
        for stamp, data in self._unseen:
            self._stream.feed(_UNKNOWN.sub(b"", data))
            if wanted is not None and wanted.search("\n".join(self._screen.display)):
                del self._unseen[: [s for s, _ in self._unseen].index(stamp) + 1]
                return stamp
        self._unseen.clear()
        if wanted is not None and wanted.search("\n".join(self._screen.display)):
            return time.perf_counter()
        return None


def _family(pid: int) -> list[int]:
    """A process and its descendants."""
    found, ahead = [], [pid]
    while ahead:
        found.append(ahead.pop())
        for task in Path(f"/proc/{found[-1]}/task").glob("*/children"):
            try:
                ahead += map(int, task.read_text().split())
            except OSError:
                continue
    return found


def _cpu(pid: int) -> float:
    """CPU seconds of a process and its threads, those that have ended too, to the nanosecond."""
    process_clock = (~pid << 3) | 2  # as clock_getcpuclockid(3) makes it
    try:
        return time.clock_gettime_ns(process_clock) / 1e9
    except OSError:
        return 0.0


def _rss(pid: int) -> float:
    try:
        found = re.search(r"^VmRSS:\s+(\d+) kB", Path(f"/proc/{pid}/status").read_text(), re.MULTILINE)
    except OSError:
        return 0.0
    return int(found[1]) / 1024 if found else 0.0
