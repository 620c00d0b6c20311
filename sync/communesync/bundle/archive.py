"""The tar around label and payload: two regular members, each with the one header that it may have.

Read by comparing with what would be written, so links, paths, extensions and third members have no way in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from communedb.domain.refusal import Reason, Refused
from communesync.bundle.limits import MOST_LABEL, MOST_PAYLOAD

if TYPE_CHECKING:
    from typing import BinaryIO

LABEL_NAME: Final = "label.json"
PAYLOAD_NAME: Final = "payload.age"
BLOCK: Final = 512
TRAILER: Final = bytes(2 * BLOCK)

_BEGINNING = LABEL_NAME.encode() + b"\0"
_SIZE_AT = 124
_SIZE_DIGITS = 11


def header(name: str, size: int) -> bytes:
    """The ustar header of a member: mode 0644, no owner, no time."""
    fields = (
        name.encode().ljust(100, b"\0"), b"0000644\0", b"0000000\0", b"0000000\0", b"%011o\0" % size, b"%011o\0" % 0,
        b" " * 8, b"0", bytes(100), b"ustar\0", b"00", bytes(32), bytes(32), bytes(16), bytes(155), bytes(12),
    )  # fmt: skip
    made = b"".join(fields)
    return made[:148] + b"%06o\0 " % sum(made) + made[156:]


def padding(size: int) -> int:
    """How many zero bytes follow a member of this size."""
    return -size % BLOCK


class Layout(NamedTuple):
    """Where the two members lie in the file."""

    label_size: int
    payload_at: int
    payload_size: int

    @property
    def file_size(self) -> int:
        """Bytes of the whole file."""
        return self.payload_at + self.payload_size + padding(self.payload_size) + len(TRAILER)


def layout(label_size: int, payload_size: int) -> Layout:
    """Where members of these sizes lie."""
    return Layout(label_size, 2 * BLOCK + label_size + padding(label_size), payload_size)


def read_layout(file: BinaryIO, file_size: int, name: str) -> Layout:
    """Find the members, look at every byte that is not theirs, and leave the file at the label.

    Refused: BUNDLE_NOT_A_BUNDLE, BUNDLE_CUT_SHORT, BUNDLE_CHANGED, BUNDLE_TOO_LARGE.
    """
    begin = file.read(BLOCK)
    if begin[: len(_BEGINNING)] != _BEGINNING[: len(begin)]:
        raise Refused(Reason.BUNDLE_NOT_A_BUNDLE, name=name)
    label_size = _member_size(begin, LABEL_NAME, MOST_LABEL, name)
    payload_header_at = BLOCK + label_size + padding(label_size)
    file.seek(BLOCK + label_size)
    gap = file.read(padding(label_size))
    payload_size = _member_size(_header_at(file, payload_header_at), PAYLOAD_NAME, MOST_PAYLOAD, name)
    found = layout(label_size, payload_size)
    if file_size < found.file_size:
        raise Refused(Reason.BUNDLE_CUT_SHORT, name=name)
    file.seek(found.payload_at + payload_size)
    end = file.read(padding(payload_size) + len(TRAILER))
    if file_size > found.file_size or any(gap) or any(end):
        raise Refused(Reason.BUNDLE_CHANGED, name=name)
    file.seek(BLOCK)
    return found


def _header_at(file: BinaryIO, at: int) -> bytes:
    file.seek(at)
    return file.read(BLOCK)


def _member_size(found: bytes, member: str, most: int, name: str) -> int:
    """The size that a header gives, if it is the header that this member has."""
    if len(found) < BLOCK:
        raise Refused(Reason.BUNDLE_CUT_SHORT, name=name)
    digits = found[_SIZE_AT : _SIZE_AT + _SIZE_DIGITS]
    size = int(digits, 8) if digits.isdigit() and b"8" not in digits and b"9" not in digits else 0
    if found != header(member, size) or not size:
        raise Refused(Reason.BUNDLE_CHANGED, name=name)
    if size > most:
        raise Refused(Reason.BUNDLE_TOO_LARGE, name=name, what=member)
    return size
