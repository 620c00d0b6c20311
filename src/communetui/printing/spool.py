"""From a PDF to a printer: a command with a time limit and without a shell; a missing printer is an answer."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryFile
from threading import Thread
from typing import TYPE_CHECKING, Final

from communedb.domain.refusal import Refused
from communedb.domain.text import clean
from communedb.files.atomic import write_atomically
from communedb.os_fault import why

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import IO

    from communetui.printing.paper import Paper

SECONDS = 20.0
"""How long a printer's command may take to accept a file; it prints in its own time afterwards."""
_OPENING: Final = 3.0

_CUPS: Final = ("lp", "{file}")
_OPENERS: Final = {"darwin": ("open", "{file}"), "linux": ("xdg-open", "{file}")}
_WORD: Final = re.compile(r'"([^"]*)"|(\S+)')
_LONGEST_DETAIL: Final = 200


class Waits(StrEnum):
    """Why a print is still waiting."""

    NO_PROGRAM = "no_program"
    """The command, or a program that prints PDFs, is not on this PC."""
    REFUSED = "refused"
    """The command ran and said no: no printer is set up, or it does not answer."""
    TOO_SLOW = "too_slow"
    """The command did not end in time and was stopped."""
    NO_FILE = "no_file"
    """The file to print is gone."""
    NOT_SET = "not_set"
    """No thermal or dot-matrix printer is set up on this station."""
    NO_DEVICE = "no_device"
    """The device that was set up is not there: unplugged, or switched off."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of a print: taken by the printer, or waiting for a reason; `detail` is in the system's own words."""

    waits: Waits | None = None
    detail: str = ""

    @property
    def printed(self) -> bool:
        """Whether the printer took it."""
        return self.waits is None


def parse_command(text: str) -> tuple[str, ...]:
    """A command as an administrator types it, in words; double quotes hold a word with spaces together.

    `{file}` stands for the PDF, at the end if it is not named, and `{paper}` for A5 or A4. Empty text is the system's
    own way. A backslash is an ordinary sign, as paths of Windows need it.
    """
    words = tuple(quoted or bare for quoted, bare in _WORD.findall(text))
    return (*words, "{file}") if words and not any("{file}" in word for word in words) else words


def send(path: Path, paper: Paper, command: Sequence[str] = (), *, seconds: float = SECONDS) -> Sent:
    """Hand a PDF to the printer, by the command or by the system's own way, without a shell. Never raises."""
    if not path.is_file():
        return Sent(Waits.NO_FILE, str(path))
    if command:
        return _run(_filled(command, path, paper), seconds)
    if sys.platform == "win32":
        return _ask_windows(path, "print")
    return _run(_filled(_CUPS, path, paper), seconds)


def send_raw(content: bytes, file: Path, target: str, paper: Paper, *, seconds: float = SECONDS) -> Sent:
    r"""Hand bytes in a printer's own language to it. Never raises.

    `target` with `{file}` is a command (`lp -d may-in-nhiet -o raw {file}`); anything else is a device that is written
    to directly: `/dev/usb/lp0`, `LPT1`, `\\quay-2\may-in`. `file` is where the bytes lie meanwhile.
    """
    if not target.strip():
        return Sent(Waits.NOT_SET)
    is_command = "{file}" in target
    if not is_command and not _is_device(target):
        return Sent(Waits.NO_DEVICE, target)
    # The file is absolute, so neither it nor a device is taken for an option.
    writer = (sys.executable, "-I", "-m", "communetui.printing.device", "{file}", target)
    try:
        write_atomically(file, content)
        return _run(_filled(parse_command(target) if is_command else writer, file, paper), seconds)
    except Refused as refusal:
        return Sent(Waits.NO_FILE, refusal.reason.value)
    finally:
        with suppress(OSError):
            file.unlink(missing_ok=True)


def _is_device(target: str) -> bool:
    """Whether this can be written to as a device; an ordinary file never is: it would be spoilt."""
    path = Path(target)
    if sys.platform == "win32":
        return not path.is_file()
    return path.exists() and not path.is_file() and not path.is_dir()


def open_pdf(path: Path, *, seconds: float = _OPENING) -> Sent:
    """Show a PDF in the viewer that the system has for it, and leave it open. Never raises."""
    if not path.is_file():
        return Sent(Waits.NO_FILE, str(path))
    if sys.platform == "win32":
        return _ask_windows(path, "open")
    opener = _OPENERS.get(sys.platform, _OPENERS["linux"])
    return _run([word.replace("{file}", str(path.resolve())) for word in opener], seconds, stays_open=True)


def _filled(command: Sequence[str], path: Path, paper: Paper) -> list[str]:
    # An absolute path never looks like an option.
    file = str(path.resolve())
    return [word.replace("{paper}", paper.size).replace("{file}", file) for word in command]


def _run(words: list[str], seconds: float, *, stays_open: bool = False) -> Sent:
    """Run a command and wait for its end; a program that `stays_open` is left alone when the time is up."""
    try:
        # A file, not a pipe: a child that keeps a pipe open would keep us waiting for it.
        with TemporaryFile() as said:
            return _watch(_start(words, said), said, seconds, stays_open=stays_open)
    except (OSError, ValueError) as fault:
        return Sent(Waits.NO_PROGRAM, _short(why(fault)))


def _start(words: list[str], said: IO[bytes]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 - the administrator's own command, no shell
        words,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=said,
        env=_without_secrets(os.environ),
        start_new_session=os.name == "posix",
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _watch(process: subprocess.Popen[bytes], said: IO[bytes], seconds: float, *, stays_open: bool) -> Sent:
    try:
        code = process.wait(seconds)
    except subprocess.TimeoutExpired:
        if stays_open:
            Thread(target=process.wait, daemon=True).start()
            return Sent()
        _stop(process)
        return Sent(Waits.TOO_SLOW, _last_line(said))
    return Sent() if code == 0 else Sent(Waits.REFUSED, _last_line(said) or str(code))


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End a command and, where the system has process groups, whatever it started."""
    if sys.platform == "win32":
        process.kill()
    else:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _without_secrets(environment: Mapping[str, str]) -> dict[str, str]:
    """The environment without our own variables: a printer's program has no business with a passphrase."""
    return {name: value for name, value in environment.items() if not name.upper().startswith("COMMUNETUI")}


def _last_line(said: IO[bytes]) -> str:
    said.seek(0)
    lines = [line for line in said.read(64_000).decode(errors="replace").splitlines() if line.strip()]
    return _short(lines[-1]) if lines else ""


def _short(words: str) -> str:
    return clean(words)[:_LONGEST_DETAIL]


if sys.platform == "win32":

    def _ask_windows(path: Path, verb: str) -> Sent:
        """Ask the program that Windows has for PDFs; it answers at once, whatever the printer does later."""
        try:
            os.startfile(path.resolve(), verb)  # noqa: S606 - the program that Windows has for PDFs
        except OSError as fault:
            return Sent(Waits.NO_PROGRAM, _short(why(fault)))
        return Sent()
