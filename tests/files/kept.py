"""Two scans, and ways to look at what was kept of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communedb.domain.refusal import Reason, Refused

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


PDF = b"%PDF-1.7\n" + "Giấy khai sinh của Nguyễn Văn A".encode() + b"\n%%EOF\n"
OTHER = b"%PDF-1.7\n" + "Giấy khai sinh của Trần Thị B..".encode() + b"\n%%EOF\n"


def refused(call: Callable[[], object]) -> Reason:
    with pytest.raises(Refused) as caught:
        call()
    return caught.value.reason


def everything_in(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def only_file(folder: Path) -> Path:
    (found,) = everything_in(folder)
    return found
