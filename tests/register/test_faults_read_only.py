"""A folder in which nothing can be written: refused in words that say so, at opening and at founding."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.centre import CHEAP, PASSPHRASE

from communedb.domain.refusal import Reason, Refused
from communedb.founding import found
from communedb.register import Register

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.centre import Centre

NOBODY = 65_534


def reason_of(opening: Callable[[], object]) -> Reason:
    with pytest.raises(Refused) as refused:
        opening()
    return refused.value.reason


@contextmanager
def as_ordinary_user() -> Iterator[None]:
    """Modes bind everybody but root."""
    if os.geteuid() != 0:
        yield
        return
    os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)


@pytest.fixture
def read_only_folder(centre: Centre) -> Iterator[Path]:
    """A register in a folder that its user may only read."""
    top = Path(tempfile.mkdtemp())
    folder = top / "register"
    shutil.copytree(centre.folder, folder)
    for path in (top, folder, *folder.iterdir()):
        if os.geteuid() == 0:
            os.chown(path, NOBODY, NOBODY)
        if path is not top:
            path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        yield folder
    finally:
        for path in (folder, *folder.iterdir()):
            path.chmod(0o700)
        shutil.rmtree(top)


@pytest.mark.parametrize("read_only", [False, True])
def test_a_read_only_folder_is_refused(centre: Centre, read_only_folder: Path, read_only: bool) -> None:
    officer = centre.officers["reception"]
    with as_ordinary_user():
        reason = reason_of(lambda: Register.open(read_only_folder, officer, PASSPHRASE, read_only=read_only))
    assert reason is Reason.FOLDER_READ_ONLY


def test_founding_in_a_read_only_folder_is_refused(centre: Centre, read_only_folder: Path) -> None:
    with as_ordinary_user():
        reason = reason_of(
            lambda: found(
                read_only_folder / "new", unit="19867", station=1, officer="Trần Thị Bình", passphrase=PASSPHRASE,
                strength=CHEAP,
            )
        )  # fmt: skip
    assert reason is Reason.FOLDER_READ_ONLY
