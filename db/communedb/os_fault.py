"""What the operating system says of a file, as a code: its own sentences are in whatever language it speaks."""

from __future__ import annotations

import errno
from typing import Final

_CODES: Final = {
    errno.ENOENT: "missing",
    errno.ENOTDIR: "missing",
    errno.EACCES: "not_permitted",
    errno.EPERM: "not_permitted",
    errno.EROFS: "read_only",
    errno.ENOSPC: "disk_full",
    errno.EISDIR: "not_a_file",
    errno.ENAMETOOLONG: "name_too_long",
    errno.EBUSY: "busy",
    errno.ETXTBSY: "busy",
    errno.EIO: "device",
    errno.ENXIO: "device",
    errno.ENODEV: "device",
    errno.EINVAL: "bad_name",
}

NOT_A_FILE: Final = "not_a_file"
"""A folder, a pipe or a device where a file is wanted."""


def why(fault: Exception) -> str:
    """A code such as `missing` or `not_permitted`; the system's own words for what has no code here."""
    if isinstance(fault, OSError):
        return _CODES.get(fault.errno or 0) or fault.strerror or str(fault)
    return "bad_name" if isinstance(fault, ValueError) and "null" in str(fault) else str(fault)
