"""Writing a file to a printer's device: a program of its own, since one that waits for a printer can only be stopped.

`python -m communetui.printing.device FILE DEVICE`; says why on standard error.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

from communedb.os_fault import why

_CHUNK: Final = 4_096


def write_to(device: str, content: bytes) -> None:
    r"""Write to a device that is there (`/dev/usb/lp0`, `LPT1`) or to a printer shared by another PC (`\\PC\name`)."""
    flags = os.O_WRONLY | getattr(os, "O_BINARY", 0)
    if device.startswith("\\\\"):
        flags |= os.O_CREAT  # how Windows opens a shared printer
    handle = os.open(device, flags)
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(handle, rest[:_CHUNK]) :]
    finally:
        os.close(handle)


def main(file: str, device: str) -> int:
    """0 once the device has taken the last byte."""
    try:
        write_to(device, Path(file).read_bytes())
    except OSError as fault:
        sys.stderr.write(why(fault) + "\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
