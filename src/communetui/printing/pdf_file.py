"""Where a printed form is kept as a file: a safe name, written whole or not at all."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from communedb.files.atomic import make_folder, write_atomically

if TYPE_CHECKING:
    from pathlib import Path

_UNSAFE: Final = re.compile(r"[^A-Za-z0-9.-]+")
_LONGEST: Final = 60


def save_pdf(pdf: bytes, folder: Path, form: str, code: str, number: int = 1) -> Path:
    """Write a PDF under a name made of form, dossier code and print number; readable by its owner only.

    Refused: DISK_FULL, FOLDER_READ_ONLY, WRITE_FAILED.
    """
    return keep_pdf(pdf, folder, pdf_name(form, code, number))


def keep_pdf(pdf: bytes, folder: Path, name: str) -> Path:
    """Write a PDF under a name that is safe already. Refused as `save_pdf`."""
    make_folder(folder)
    path = folder / name
    write_atomically(path, pdf)
    return path


def pdf_name(form: str, code: str, number: int = 1) -> str:
    """A file name that every system accepts; two codes that look alike once made safe still get two names."""
    safe = _UNSAFE.sub("_", code)[:_LONGEST].strip("._")
    if safe != code:
        safe = f"{safe}_{sha256(code.encode(errors='surrogatepass')).hexdigest()[:8]}"
    return f"mau-{_UNSAFE.sub('_', form)}_{safe}_lan-{number}.pdf"
