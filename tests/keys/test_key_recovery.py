"""When every passphrase is forgotten, the printed recovery key lets the centre in again."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest

from communedb.domain.refusal import Reason, Refused
from communedb.files import age
from communedb.keys import Created, KeyFile, Strength
from communedb.keys.recovery import recover, save_recovery

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CHEAP = Strength(8, 1)


def created(folder: Path, escrow: tuple[str, ...] = ()) -> Created:
    made = KeyFile.create(
        folder,
        "0199c0de-0000-7000-8000-000000000001",
        unit=("19867", "Xã Quảng Điền"),
        station=1,
        officer=("binh", "Nguyễn Thị Bình"),
        passphrase="đã quên mất rồi",
        strength=CHEAP,
        escrow=escrow,
    )
    made.keyfile.save()
    return made


def in_blocks(text: str) -> str:
    pieces = [text[at : at + 6].lower() for at in range(0, len(text), 6)]
    return "Khóa khôi phục:\n" + " ".join(pieces[:7]) + "\n" + " ".join(pieces[7:]) + "\nCất giữ nơi an toàn.\n"


@pytest.mark.parametrize("as_printed", [str, in_blocks, lambda text: f"\ufeff  {text}\r\n"])
def test_given_the_recovery_key_a_new_passphrase_opens_the_same_register(
    tmp_path: Path, as_printed: Callable[[str], str]
) -> None:
    made = created(tmp_path)
    keyfile = KeyFile.load(tmp_path)
    typed = as_printed(made.recovery_text)
    assert recover(keyfile, typed, "binh", "nhớ kỹ lần này", CHEAP) == made.data_key
    keyfile.save()
    assert KeyFile.load(tmp_path).open("binh", "nhớ kỹ lần này") == made.data_key


def test_given_the_escrow_of_the_province_its_key_recovers_too(tmp_path: Path) -> None:
    province = age.Identity.generate()
    made = created(tmp_path, (f" {province.recipient}\n",))
    keyfile = KeyFile.load(tmp_path)
    assert recover(keyfile, province.secret_text, "binh", "tỉnh mở giúp xã", CHEAP) == made.data_key
    assert keyfile.recovery.recipients[1] == province.recipient


def test_given_a_disabled_officer_recovery_lets_them_in_again(tmp_path: Path) -> None:
    made = created(tmp_path)
    made.keyfile.add(("duc", "Trần Văn Đức"), "cầu Trường Tiền", made.data_key, CHEAP)
    made.keyfile.disable("binh")
    recover(made.keyfile, made.recovery_text, "binh", "nhớ kỹ lần này", CHEAP)
    assert [owner.active for owner in made.keyfile.officers()] == [True, True]


def mistyped(text: str) -> str:
    return text[:30] + ("Q" if text[30] != "Q" else "P") + text[31:]


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (mistyped, Reason.RECOVERY_KEY_UNREADABLE),
        (lambda text: text[:-1], Reason.RECOVERY_KEY_UNREADABLE),
        (lambda _: "", Reason.RECOVERY_KEY_UNREADABLE),
        (lambda _: "x" * 10_000_000, Reason.RECOVERY_KEY_UNREADABLE),
        (lambda _: age.Identity.generate().secret_text, Reason.RECOVERY_KEY_WRONG),
    ],
    ids=["one letter", "cut", "empty", "10 MB", "another register's"],
)
def test_given_a_wrong_recovery_key_it_says_which_way_and_changes_nothing(
    tmp_path: Path, spoil: Callable[[str], str], reason: Reason
) -> None:
    made = created(tmp_path)
    with pytest.raises(Refused) as caught:
        recover(made.keyfile, spoil(made.recovery_text), "binh", "nhớ kỹ lần này", CHEAP)
    assert caught.value.reason is reason
    assert made.keyfile.open("binh", "đã quên mất rồi") == made.data_key


def test_given_a_recovery_slot_sealed_by_a_forger_its_key_is_not_taken(tmp_path: Path) -> None:
    # Anybody can encrypt to the printed recipient; the fingerprint tells that it is not this register's key.
    made = created(tmp_path)
    content = made.keyfile._content
    forged = content.recovery._replace(sealed=age.encrypt(bytes(32), content.recovery.recipients))
    keyfile = KeyFile(tmp_path, content._replace(recovery=forged), None)
    with pytest.raises(Refused) as caught:
        recover(keyfile, made.recovery_text, "binh", "nhớ kỹ lần này", CHEAP)
    assert caught.value.reason is Reason.RECOVERY_KEY_WRONG


def test_given_an_escrow_recipient_with_a_slip_creation_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused) as caught:
        created(tmp_path, ("age1khôngphải",))
    assert caught.value.reason is Reason.RECIPIENT_UNREADABLE
    assert not list(tmp_path.iterdir())


def test_the_recovery_text_is_saved_once_and_for_its_owner_only(tmp_path: Path) -> None:
    made = created(tmp_path / "register")
    path = tmp_path / "khoa-khoi-phuc.txt"
    save_recovery(path, in_blocks(made.recovery_text))
    if os.name != "nt":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with pytest.raises(Refused) as caught:
        save_recovery(path, "của một máy khác")
    assert caught.value.reason is Reason.RECOVERY_FILE_EXISTS
    assert recover(made.keyfile, path.read_text("utf-8"), "binh", "nhớ kỹ lần này", CHEAP) == made.data_key


def test_the_recovery_text_is_nowhere_in_the_registers_folder(tmp_path: Path) -> None:
    made = created(tmp_path)
    assert not [path for path in tmp_path.iterdir() if made.recovery_text.encode() in path.read_bytes()]
