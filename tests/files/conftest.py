"""The attachments of a register."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communedb.files.age import Identity
from communedb.files.attachments import AttachmentFiles

if TYPE_CHECKING:
    from pathlib import Path


PDF = b"%PDF-1.7\n" + "Giấy khai sinh của Nguyễn Văn A".encode() + b"\n%%EOF\n"
OTHER = b"%PDF-1.7\n" + "Giấy khai sinh của Trần Thị B..".encode() + b"\n%%EOF\n"


@pytest.fixture
def identity() -> Identity:
    return Identity.generate()


@pytest.fixture
def files(tmp_path: Path, identity: Identity) -> AttachmentFiles:
    return AttachmentFiles(tmp_path / "files", identity)
