"""Bringing in a book of a hundred thousand rows: speed and memory against a bare read, and a run that was killed.

The bare read is openpyxl's own read-only mode over the same file, in the same run. Each side is a process of its own.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any, NamedTuple

from benchmarks import people
from benchmarks.bars import Line, Section
from benchmarks.million import BUILD, PASSPHRASE, say
from communedb.founding import found
from communedb.register import Register

if TYPE_CHECKING:
    from collections.abc import Iterator

ROWS = 100_000
_HEADINGS = (
    "STT", "Mã hồ sơ", "Họ và tên", "Số CCCD/CMND", "Số điện thoại", "Địa chỉ", "Mã TTHC", "Tên thủ tục",
    "Ngày tiếp nhận", "Ngày hẹn trả", "Ngày trả", "Trạng thái",
)  # fmt: skip
_PROCEDURES = (
    ("2.000815", "Chứng thực bản sao từ bản chính"), ("1.004873", "Xác nhận tình trạng hôn nhân"),
    ("", "Xác nhận khác"),
)  # fmt: skip
# Every seventh row is bad: the column, and what stands there.
_BAD: tuple[tuple[int, object], ...] = (
    (1, None), (2, None), (3, "04619O054321"), (3, "12345"), (7, None), (8, "30/02/2025"), (8, "hôm qua"), (8, None),
    (8, 45_726), (9, "01/01/2020"), (10, "01/01/2020"), (10, "01/01/2090"), (11, "chuyển đi đâu rồi"), (11, "1"),
    (2, "=1+1"), (3, "#N/A"), (2, "Nguyễn" * 100),
)  # fmt: skip
_BARE = """
import sys
from openpyxl import load_workbook
book = load_workbook(sys.argv[1], read_only=True, data_only=True)
print(sum(1 for _ in book.worksheets[0].iter_rows(values_only=True)))
"""


class Ran(NamedTuple):
    """How long a process took, what it told, and the most memory that it held, in MB."""

    seconds: float
    told: str
    peak: float


def measure(rows: int = ROWS) -> Section:
    """The bare read, a clean import, the same file again, and one that was killed and run again."""
    folder = BUILD / "importing"
    folder.mkdir(parents=True, exist_ok=True)
    book = _book(folder / f"{rows}.xlsx", rows)
    clean, killed = folder / "clean", folder / "killed"
    officer = _founded(clean, killed)
    bare = _ran([sys.executable, "-c", _BARE, str(book)], {})
    say(f"importing {rows:,} rows")
    first = _ran(*_command(clean, officer, book))
    again = _ran(*_command(clean, officer, book))
    taken = json.loads(first.told)
    _kill_midway(killed, officer, book, taken["new"] // 3)
    rest = json.loads(_ran(*_command(killed, officer, book)).told)
    ours, theirs = _held(clean, officer), _held(killed, officer)
    different = sum(ours.get(code) != theirs.get(code) for code in ours.keys() | theirs.keys())
    return Section(
        f"Importing a workbook of {rows:,} rows, {taken['rejected_count']:,} of them bad",
        [
            Line("rows a second", rows / first.seconds, "rows/s"),
            Line("the same file again, nothing changed", rows / again.seconds, "rows/s"),
            Line("a bare openpyxl read", rows / bare.seconds, "rows/s"),
            Line("importing, against the bare read", first.seconds / bare.seconds, "x", note="time"),
            Line("peak memory", first.peak, "MB"),
            Line("peak memory of the bare read", bare.peak, "MB"),
            Line("changed by the same file again", float(_changed(again.told)), "dossiers", 0),
            Line(
                "killed in the middle and run again: unlike one clean run", float(different), "dossiers", 0,
                note=f"of {len(ours):,}, {rest['unchanged']:,} were in before",
            ),
        ],
    )  # fmt: skip


def _changed(told: str) -> int:
    document = json.loads(told)
    return int(document["new"] + document["updated"])


def _book(path: Path, count: int) -> Path:
    """The workbook, written once."""
    if not path.exists():
        from openpyxl import Workbook

        book = Workbook(write_only=True)
        sheet = book.create_sheet("Sổ theo dõi")
        sheet.append(_HEADINGS)
        for row in _rows(count):
            sheet.append(row)
        book.save(path)
    return path


def _rows(count: int) -> Iterator[list[Any]]:
    random = Random(count)
    begin = datetime(2023, 1, 3)  # noqa: DTZ001 - a day of a spreadsheet has no zone
    known = [people.person(random, "") for _ in range(count // 3)]
    for number in range(count):
        who, procedure = random.choice(known), random.choice(_PROCEDURES)
        day = begin + timedelta(days=number * 1_000 // count)
        row: list[Any] = [
            number + 1, f"H57.19867-{day:%y%m%d}-{number:06}", who.name, who.id_number, who.phone, who.address,
            *procedure, day, f"{day + timedelta(days=5):%d/%m/%Y}", day + timedelta(days=random.randrange(1, 8)),
            "Đã trả kết quả",
        ]  # fmt: skip
        if number % 7 == 3:
            place, cell = _BAD[number // 7 % len(_BAD)]
            row[place] = cell
        elif number % 11 == 5:
            row[1] = f"H57.19867-{day:%y%m%d}-{number - 1:06}"
        yield row


def _founded(clean: Path, killed: Path) -> str:
    """Two registers that are one: its officer's key."""
    for folder in (clean, killed):
        shutil.rmtree(folder, ignore_errors=True)
    officer = found(clean, unit="19867", station=1, officer="Trần Thị Bình", passphrase=PASSPHRASE).officer
    shutil.copytree(clean, killed)
    return officer


def _command(folder: Path, officer: str, book: Path) -> tuple[list[str], dict[str, str]]:
    command = [sys.executable, "-m", "communetui", "import", "dossiers", str(book), "--yes", "--json"]
    told = {"DIR": str(folder), "OFFICER": officer, "PASSPHRASE": PASSPHRASE}
    return command, {f"COMMUNETUI_{name}": value for name, value in told.items()}


def _ran(command: list[str], more: dict[str, str]) -> Ran:
    start = time.perf_counter()
    with tempfile.TemporaryFile() as told:
        process = subprocess.Popen(command, stdout=told, stderr=subprocess.DEVNULL, env=os.environ | more)
        peak = 0.0
        while process.poll() is None:
            peak = max(peak, _peak(process.pid))
            time.sleep(0.05)
        seconds = time.perf_counter() - start
        told.seek(0)
        return Ran(seconds, told.read().decode(), peak)


def _peak(pid: int) -> float:
    """The most memory that a process has held so far, in MB; what `wait` tells counts the parent's before exec, too."""
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace")
    except OSError:
        return 0.0
    line = next((line for line in status.splitlines() if line.startswith("VmHWM")), "VmHWM: 0 kB")
    return int(line.split()[1]) / 1024


def _kill_midway(folder: Path, officer: str, book: Path, after: int) -> None:
    """Start an import and end it as a power cut does, once so many dossiers are in."""
    command, more = _command(folder, officer, book)
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=os.environ | more
    )  # fmt: skip
    with Register.open(folder, officer, PASSPHRASE) as register:
        while process.poll() is None:
            (count,) = register.db.conn.execute("SELECT count(*) FROM dossier").fetchone()
            if count >= after:
                break
            time.sleep(0.05)
    if process.poll() is not None:
        msg = "the import was over before it could be killed"
        raise SystemExit(msg)
    process.send_signal(signal.SIGKILL)
    process.wait()


_DOSSIERS = (
    "SELECT o.code, d.code, d.procedure_name, d.applicant_name, d.applicant_id_number, d.applicant_phone,"
    " d.received_at, s.status, s.due_at, s.returned_on, s.holder, d.id FROM outside_code o"
    " JOIN dossier d ON d.id = o.dossier JOIN dossier_state s ON s.dossier = d.id"
)
_EVENTS = (
    "SELECT kind, CASE happened_at WHEN entered_at THEN '' ELSE happened_at END, due_at, details FROM event"
    " WHERE dossier = ? ORDER BY clock, place"
)


def _held(folder: Path, officer: str) -> dict[str, str]:
    """What a register holds under each code of the book."""
    found = {}
    with Register.open(folder, officer, PASSPHRASE) as register:
        for code, *facts, key in register.db.conn.execute(_DOSSIERS):
            events = register.db.conn.execute(_EVENTS, (key,)).fetchall()
            found[code] = hashlib.sha256(repr((facts, events)).encode()).hexdigest()
    return found
