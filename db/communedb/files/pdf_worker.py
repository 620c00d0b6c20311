"""Reads PDFs in a process of its own, with little memory and time: whoever made the file may have meant harm.

`count FILE...` writes a line for each file, its pages or what is wrong with it. `take LIMIT FILE PAGES ...` writes one
PDF of those pages; what is wrong is the last line on standard error, as a reason and its facts in JSON.
"""

from __future__ import annotations

import json
import logging
import sys
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pypdf import PdfReader, PdfWriter
from pypdf.errors import DependencyError

from communedb.domain.page_range import pages_of
from communedb.domain.refusal import Reason, Refused

if TYPE_CHECKING:
    from collections.abc import Sequence

MEMORY: Final = 768 * 1024**2
"""Bytes that the process may take where the system can hold it to that."""


def count_pages(file: Path) -> int:
    """How many pages a PDF has. Refused: PDF_ENCRYPTED, PDF_DAMAGED."""
    return len(_opened(file).pages)


def take_pages(parts: Sequence[tuple[Path, str]], limit: int) -> bytes:
    """One PDF of some pages of each file, at most `limit` bytes.

    Refused as `count_pages` and `pages_of`, and FILE_TOO_LARGE.
    """
    writer = PdfWriter()
    for file, typed in parts:
        reader = _opened(file)
        for page in pages_of(typed, len(reader.pages)):
            writer.add_page(reader.pages[page - 1])
    made = BytesIO()
    writer.write(made)
    if made.tell() > limit:
        raise Refused(Reason.FILE_TOO_LARGE, name=parts[0][0].name, megabytes=limit // 1024**2)
    return made.getvalue()


def _opened(file: Path) -> PdfReader:
    reader = PdfReader(BytesIO(file.read_bytes()))
    # Many scanners lock a PDF against changes only: it opens with an empty password.
    with suppress(DependencyError):
        if not reader.is_encrypted or reader.decrypt(""):
            return reader
    raise Refused(Reason.PDF_ENCRYPTED, name=file.name)


def _count(files: Sequence[str]) -> int:
    for file in files:
        try:
            said = str(count_pages(Path(file)))
        except Refused as refusal:
            said = refusal.reason.value
        except Exception:  # whatever a reader stumbles over in a file that is none
            said = Reason.PDF_DAMAGED.value
        sys.stdout.write(said + "\n")
        sys.stdout.flush()
    return 0


def _take(limit: str, words: Sequence[str]) -> int:
    parts = [(Path(file), pages) for file, pages in zip(words[::2], words[1::2], strict=True)]
    try:
        made = take_pages(parts, int(limit))
    except Refused as refusal:
        sys.stderr.write("\n" + json.dumps([refusal.reason.value, refusal.facts]) + "\n")
        return 1
    sys.stdout.buffer.write(made)
    return 0


def _hold() -> None:
    """Take no more memory than a scan needs; Windows has no such limit, there the time alone is bounded."""
    logging.disable(logging.CRITICAL)
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


if __name__ == "__main__":
    _hold()
    task, *given = sys.argv[1:]
    sys.exit(_count(given) if task == "count" else _take(given[0], given[1:]))
