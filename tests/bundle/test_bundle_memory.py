"""A bundle is written and read in little memory, however large it is."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOM = 40 << 20
SIZE = 48 << 20

_PROGRAM = """
import sys
from os import urandom
from pathlib import Path
from communesync.bundle import read, write
from tests.bundle.made import AT, COUNTER, HUB, REPLICA, write_day

def peak():
    status = Path("/proc/self/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1]) << 10

class Scan:
    def read(self, size):
        return urandom(size)

folder, size, keep = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3] == "keep"
write_day(folder)
before, kept = peak(), []
written = write.write_files(
    folder, sender=COUNTER, sender_replica=REPLICA, recipients=[HUB.recipient], to=[], at=AT,
    files=[write.Source("ab" * 32, size, 0, Scan())],
)
bundle = read.open_bundle(written.path)
bundle.verify({COUNTER.public})
bundle.files(HUB, on_bytes=lambda part, at, chunk: kept.append(chunk) if keep else None)
print(written.size, peak() - before)
"""


def grown(folder: Path, keep: str) -> int:
    """Bytes by which writing and reading a bundle made the program grow."""
    root = Path(__file__).parents[2]
    ran = subprocess.run(
        [sys.executable, "-c", _PROGRAM, str(folder), str(SIZE), keep],
        capture_output=True,
        text=True,
        check=True,
        cwd=root,
    )
    size, growth = map(int, ran.stdout.split())
    assert size > SIZE
    return growth


@pytest.mark.skipif(sys.platform != "linux", reason="the peak is read from /proc")
def test_a_large_bundle_needs_little_memory(tmp_path: Path) -> None:
    assert grown(tmp_path, "stream") < ROOM
    # The control: who keeps what is handed out does grow.
    assert grown(tmp_path, "keep") > ROOM
