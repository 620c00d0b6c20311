"""Pages of PDFs: counted, and taken out or put together, by a process that a hostile file cannot drag along."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Final

from communedb.domain.refusal import Reason, Refused
from communedb.files.attachments import SIZE_LIMIT

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

READ_LIMIT: Final = 100 * 1024 * 1024
"""Bytes of a PDF that pages are taken from; what is taken must fit an attachment."""
COUNT_SECONDS: Final = 3.0
TAKE_SECONDS: Final = 30.0

_HARD_FILES: Final = 3


def count_pages(files: Sequence[Path], *, seconds: float = COUNT_SECONDS) -> list[int | Reason]:
    """The pages of each PDF, or why they cannot be counted: PDF_DAMAGED, PDF_ENCRYPTED, PDF_TOO_HARD. Never raises.

    A file on which `seconds` pass is too hard, and the next ones are counted all the same, until three were.
    """
    known: list[int | Reason] = []
    for _ in range(_HARD_FILES):
        rest = files[len(known) :]
        if not rest:
            return known
        said = _run(["count", *map(_absolute, rest)], seconds).stdout.decode().split()
        known += [int(word) if word.isdigit() else Reason(word) for word in said]
        if len(said) < len(rest):
            known.append(Reason.PDF_TOO_HARD)
    return known + [Reason.PDF_TOO_HARD] * (len(files) - len(known))


def take_pages(parts: Sequence[tuple[Path, str]], *, seconds: float = TAKE_SECONDS) -> bytes:
    """One PDF of some pages of each file, in that order: `[(scan, "1-3,5")]`; an empty text takes every page.

    Refused: PAGES_UNREADABLE, PAGES_NOT_THERE, PDF_ENCRYPTED, PDF_DAMAGED, PDF_TOO_HARD, FILE_TOO_LARGE,
    FILE_UNREADABLE.
    """
    name = parts[0][0].name
    for file, _ in parts:
        _check_size(file)
    words = [word for file, typed in parts for word in (_absolute(file), typed)]
    done = _run(["take", str(SIZE_LIMIT), *words], seconds)
    if done.returncode == 0:
        return done.stdout
    if done.returncode == _STOPPED:
        raise Refused(Reason.PDF_TOO_HARD, name=name)
    try:
        reason, facts = json.loads(done.stderr.decode(errors="replace").strip().rpartition("\n")[2])
        told = Refused(Reason(reason), **facts)
    except (ValueError, TypeError):
        told = Refused(Reason.PDF_DAMAGED, name=name)
    raise told


_STOPPED: Final = -999


def _check_size(file: Path) -> None:
    try:
        size = file.stat().st_size
    except OSError as fault:
        raise Refused(Reason.FILE_UNREADABLE, name=file.name, why="missing") from fault
    if size > READ_LIMIT:
        raise Refused(Reason.FILE_TOO_LARGE, name=file.name, megabytes=READ_LIMIT // 1024**2)


def _absolute(file: Path) -> str:
    return str(file.absolute())


def _run(words: list[str], seconds: float) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-I", "-m", "communedb.files.pdf_worker", *words]
    try:
        return subprocess.run(  # noqa: S603 - our own module, no shell
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=seconds,
            check=False,
            env={name: value for name, value in os.environ.items() if not name.upper().startswith("COMMUNETUI")},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired as late:
        return subprocess.CompletedProcess(command, _STOPPED, late.stdout or b"", late.stderr or b"")
