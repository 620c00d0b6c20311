"""A power cut while a register is created: never a folder that can neither be opened nor used for a new one."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from tests.centre import PASSPHRASE
from tests.faults import founding_cut

from communedb import layout
from communedb.domain.refusal import Reason, Refused
from communedb.keys import KeyFile
from communedb.register import Register

if TYPE_CHECKING:
    from pathlib import Path


def cut_before(step: str, folder: Path) -> None:
    command = [sys.executable, founding_cut.__file__, str(folder), PASSPHRASE, step]
    assert subprocess.run(command, check=False).returncode == 9
    assert not layout.database(folder).exists()


def opens(folder: Path, officer: str) -> bool:
    with Register.open(folder, officer, PASSPHRASE) as register:
        return register.officer.name == "Trần Thị Bình"


@pytest.mark.parametrize("step", ["shape", "rows", "recovery"])
def test_before_the_keys_are_given_out_it_is_simply_done_again(tmp_path: Path, step: str) -> None:
    cut_before(step, tmp_path)
    with pytest.raises(Refused, match="no_register"):
        Register.open(tmp_path, "anybody", PASSPHRASE)
    assert opens(tmp_path, founding_cut.found(tmp_path, PASSPHRASE))


def test_a_recovery_key_that_was_saved_is_not_overwritten(tmp_path: Path) -> None:
    cut_before("keys", tmp_path)
    with pytest.raises(Refused) as refused:
        founding_cut.found(tmp_path, PASSPHRASE)
    assert refused.value.reason is Reason.RECOVERY_FILE_EXISTS
    layout.recovery(tmp_path).unlink()
    assert opens(tmp_path, founding_cut.found(tmp_path, PASSPHRASE))


def test_once_the_keys_are_saved_the_register_is_there(tmp_path: Path) -> None:
    cut_before("name", tmp_path)
    (owner,) = KeyFile.load(tmp_path).officers()
    with pytest.raises(Refused) as refused:
        founding_cut.found(tmp_path, PASSPHRASE)
    assert refused.value.reason is Reason.REGISTER_EXISTS
    assert opens(tmp_path, owner.id)


def test_opening_finishes_it_too(tmp_path: Path) -> None:
    cut_before("name", tmp_path)
    (owner,) = KeyFile.load(tmp_path).officers()
    assert opens(tmp_path, owner.id)
    assert sorted(path.name for path in tmp_path.glob("register.db*")) == ["register.db"]
