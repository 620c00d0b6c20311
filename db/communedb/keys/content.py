"""What a key file holds, and its form on the disk, checked without any library.

One JSON object. `checksum` is the CRC-32 of the rest in canonical form, in every version: it tells damage from a wrong
passphrase. It is no protection against a forger, and need not be: a wrapped key opens only for the officer and the
register that it was made for.
"""

# No `from __future__ import annotations` here: NamedTuple compiles each annotation that is a text, at every start.
import binascii
import json
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

FORMAT: Final = "communetui-keys"
VERSION: Final = 1
SIZE_LIMIT: Final = 1024 * 1024

# Bounds for what a file may ask of this machine: a doctored file must not take all memory, or minutes.
_MOST_MEMORY_KIB = 256 * 1024
_LEAST_MEMORY_KIB = 8
_MOST_PASSES = 16


class Damaged(Exception):  # noqa: N818 - a state of the file; the caller refuses
    """The bytes are not a whole key file."""


class Newer(Exception):  # noqa: N818 - a state of the file; the caller refuses
    """The file was written by a later version of this program."""


@dataclass(frozen=True, slots=True)
class Strength:
    """What one guess at a passphrase costs: Argon2id (RFC 9106) memory in KiB and passes."""

    memory_kib: int
    passes: int

    def __post_init__(self) -> None:
        if not (_LEAST_MEMORY_KIB <= self.memory_kib <= _MOST_MEMORY_KIB and 1 <= self.passes <= _MOST_PASSES):
            raise ValueError("Argon2id beyond its bounds")


STANDARD: Final = Strength(64 * 1024, 3)
"""The second recommendation of RFC 9106 in one lane; 0.2 s on an old PC."""

LIGHT: Final = Strength(19 * 1024, 2)
"""For machines of 1 GB."""


class Wrapped(NamedTuple):
    """The data key under an officer's passphrase."""

    strength: Strength
    salt: bytes
    nonce: bytes
    sealed: bytes


class SlotOwner(NamedTuple):
    """An officer as the Unlock screen offers them."""

    id: str
    name: str
    active: bool


class Slot(NamedTuple):
    """An officer's place in the file; a disabled officer's has no key any more."""

    officer: str
    name: str
    wrapped: Wrapped | None


class Recovery(NamedTuple):
    """The data key under age, for each of the recipients (`age1…`)."""

    recipients: tuple[str, ...]
    sealed: bytes


class Content(NamedTuple):
    """All that a key file holds; `fingerprint` tells whether a data key is this register's."""

    register: str
    unit_code: str
    unit_name: str
    station: int
    fingerprint: bytes
    slots: tuple[Slot, ...]
    recovery: Recovery


def encode(content: Content) -> bytes:
    """The bytes of a key file, readable to a person with an editor."""
    body = {
        "format": FORMAT,
        "version": VERSION,
        **content._asdict(),
        "fingerprint": _base64(content.fingerprint),
        "slots": [{**slot._asdict(), "wrapped": _wrapped_body(slot.wrapped)} for slot in content.slots],
        "recovery": {"recipients": list(content.recovery.recipients), "sealed": _base64(content.recovery.sealed)},
    }
    return json.dumps({**body, "checksum": _checksum(body)}, ensure_ascii=False, indent=1).encode() + b"\n"


def decode(data: bytes) -> Content:
    """What `encode` wrote, or Damaged, or Newer."""
    if len(data) > SIZE_LIMIT:
        raise Damaged("too large")
    try:
        body = json.loads(data.decode())
        checksum = body.pop("checksum")
        if body["format"] != FORMAT or checksum != _checksum(body):
            raise Damaged("checksum")
        if _whole(body["version"]) > VERSION:
            raise Newer
        return _content(body)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as fault:
        raise Damaged(str(fault)) from fault


def _content(body: dict[str, Any]) -> Content:
    slots = tuple(_slot(slot) for slot in body["slots"])
    if len({slot.officer for slot in slots}) != len(slots):
        raise Damaged("an officer twice")
    recovery = Recovery(tuple(_text(r) for r in body["recovery"]["recipients"]), _bytes(body["recovery"]["sealed"]))
    return Content(
        register=_text(body["register"]),
        unit_code=_text(body["unit_code"]),
        unit_name=_text(body["unit_name"]),
        station=_whole(body["station"]),
        fingerprint=_bytes(body["fingerprint"]),
        slots=slots,
        recovery=recovery,
    )


def _slot(body: dict[str, Any]) -> Slot:
    wrapped = None if body["wrapped"] is None else _wrapped(body["wrapped"])
    return Slot(_text(body["officer"]), _text(body["name"]), wrapped)


def _wrapped(body: dict[str, Any]) -> Wrapped:
    strength = Strength(_whole(body["memory_kib"]), _whole(body["passes"]))
    return Wrapped(strength, _bytes(body["salt"], 16), _bytes(body["nonce"], 24), _bytes(body["sealed"], 48))


def _wrapped_body(wrapped: Wrapped | None) -> dict[str, Any] | None:
    if wrapped is None:
        return None
    return {
        "memory_kib": wrapped.strength.memory_kib,
        "passes": wrapped.strength.passes,
        "salt": _base64(wrapped.salt),
        "nonce": _base64(wrapped.nonce),
        "sealed": _base64(wrapped.sealed),
    }


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("not a text")
    return value


def _whole(value: object) -> int:
    if type(value) is not int:
        raise TypeError("not a whole number")
    return value


def _bytes(value: object, size: int | None = None) -> bytes:
    decoded = binascii.a2b_base64(_text(value), strict_mode=True)
    if size is not None and len(decoded) != size:
        raise ValueError("wrong length")
    return decoded


def _base64(value: bytes) -> str:
    return binascii.b2a_base64(value, newline=False).decode()


def _checksum(body: dict[str, Any]) -> str:
    canonical = json.dumps(body, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return f"{binascii.crc32(canonical.encode()):08x}"
