"""Each officer's passphrase opens the same register, and nothing else does."""

from __future__ import annotations

import binascii
import copy
import json
import pickle
from typing import TYPE_CHECKING, Any

import pytest

from communedb.domain.refusal import Reason, Refused
from communedb.keys import LIGHT, STANDARD, Created, DataKey, KeyFile, Strength, sealing

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CHEAP = Strength(8, 1)
REGISTER = "0199c0de-0000-7000-8000-000000000001"
BINH = ("binh", "Nguyễn Thị Bình")
DUC = ("duc", "Trần Văn Đức")
BINH_SAYS = "sông Hương núi Ngự"
DUC_SAYS = "Cầu Trường Tiền 6 vài"


def created(folder: Path, register_id: str = REGISTER, strength: Strength = CHEAP) -> Created:
    made = KeyFile.create(
        folder,
        register_id,
        unit=("19867", "Xã Quảng Điền"),
        station=1,
        officer=BINH,
        passphrase=BINH_SAYS,
        strength=strength,
    )
    made.keyfile.add(DUC, DUC_SAYS, made.data_key, CHEAP)
    made.keyfile.save()
    return made


def refused(call: Callable[[], object]) -> Reason:
    with pytest.raises(Refused) as caught:
        call()
    return caught.value.reason


def forge(folder: Path, change: Callable[[dict[str, Any]], None]) -> None:
    """Change the file as one who knows its format does, checksum included, in both copies."""
    body = json.loads((folder / "keys.json").read_text("utf-8"))
    del body["checksum"]
    change(body)
    canonical = json.dumps(body, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    body["checksum"] = f"{binascii.crc32(canonical.encode()):08x}"
    for name in ("keys.json", "keys.json.bak"):
        (folder / name).write_text(json.dumps(body), "utf-8")


def test_given_two_officers_each_passphrase_opens_the_same_key(tmp_path: Path) -> None:
    made = created(tmp_path)
    read = KeyFile.load(tmp_path)
    assert read.open("binh", BINH_SAYS) == made.data_key
    assert read.open("duc", DUC_SAYS) == made.data_key
    assert (read.register_id, read.unit, read.station) == (REGISTER, ("19867", "Xã Quảng Điền"), 1)
    assert read.officers() == [(*BINH, True), (*DUC, True)]


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "sông hương núi ngự",
        "sông Hương  núi Ngự",
        "sông Hương núi Ngự ",
        DUC_SAYS,
        "a" * 10_000_000,
        "\ud83d",
        "a\n",
    ],
    ids=["empty", "case", "two spaces", "space at the end", "another officer's", "10 MB", "surrogate", "new line"],
)
def test_given_any_other_passphrase_the_register_stays_closed(tmp_path: Path, typed: str) -> None:
    created(tmp_path)
    assert refused(lambda: KeyFile.load(tmp_path).open("binh", typed)) is Reason.WRONG_PASSPHRASE


def test_given_an_unknown_officer_it_says_so(tmp_path: Path) -> None:
    assert refused(lambda: created(tmp_path).keyfile.open("nobody", BINH_SAYS)) is Reason.UNKNOWN_OFFICER


@pytest.mark.parametrize("strength", [STANDARD, LIGHT])
def test_given_a_real_strength_it_is_written_in_the_slot_and_read_back(tmp_path: Path, strength: Strength) -> None:
    made = created(tmp_path, strength=strength)
    wrapped = json.loads((tmp_path / "keys.json").read_text("utf-8"))["slots"][0]["wrapped"]
    assert (wrapped["memory_kib"], wrapped["passes"]) == (strength.memory_kib, strength.passes)
    assert KeyFile.load(tmp_path).open("binh", BINH_SAYS) == made.data_key


def test_given_a_changed_passphrase_only_the_new_one_opens_also_from_the_copy(tmp_path: Path) -> None:
    made = created(tmp_path)
    made.keyfile.change_passphrase("binh", BINH_SAYS, "phá Tam Giang 2026", CHEAP)
    made.keyfile.save()
    for _ in ("from the file", "from the copy"):
        read = KeyFile.load(tmp_path)
        assert read.open("binh", "phá Tam Giang 2026") == made.data_key
        assert refused(lambda read=read: read.open("binh", BINH_SAYS)) is Reason.WRONG_PASSPHRASE
        (tmp_path / "keys.json").unlink(missing_ok=True)
    assert read.from_copy


def test_given_a_wrong_old_passphrase_nothing_changes(tmp_path: Path) -> None:
    made = created(tmp_path)
    change = lambda: made.keyfile.change_passphrase("binh", "không phải thế", "phá Tam Giang 2026", CHEAP)  # noqa: E731
    assert refused(change) is Reason.WRONG_PASSPHRASE
    assert made.keyfile.open("binh", BINH_SAYS) == made.data_key


def test_given_a_disabled_officer_no_key_of_theirs_is_left_on_the_disk(tmp_path: Path) -> None:
    made = created(tmp_path)
    sealed = json.loads((tmp_path / "keys.json").read_text("utf-8"))["slots"][1]["wrapped"]["sealed"]
    made.keyfile.disable("duc")
    made.keyfile.save()
    read = KeyFile.load(tmp_path)
    assert read.officers() == [(*BINH, True), (*DUC, False)]
    assert refused(lambda: read.open("duc", DUC_SAYS)) is Reason.OFFICER_DISABLED
    assert not [path for path in tmp_path.iterdir() if sealed in path.read_text("utf-8")]
    read.reset_passphrase("duc", "trở lại làm việc", made.data_key, CHEAP)
    assert read.open("duc", "trở lại làm việc") == made.data_key


def test_given_one_active_officer_disabling_them_is_refused(tmp_path: Path) -> None:
    keyfile = created(tmp_path).keyfile
    keyfile.disable("duc")
    assert refused(lambda: keyfile.disable("binh")) is Reason.LAST_ACTIVE_OFFICER


def test_given_a_new_name_the_key_still_opens(tmp_path: Path) -> None:
    made = created(tmp_path)
    made.keyfile.rename("binh", "Nguyễn Thị Thanh Bình")
    made.keyfile.save()
    read = KeyFile.load(tmp_path)
    assert read.officers()[0].name == "Nguyễn Thị Thanh Bình"
    assert read.open("binh", BINH_SAYS) == made.data_key


def test_given_a_second_slot_for_one_officer_or_another_registers_key_it_is_refused(tmp_path: Path) -> None:
    made = created(tmp_path)
    other = created(tmp_path / "other", register_id="0199c0de-0000-7000-8000-000000000002")
    assert refused(lambda: made.keyfile.add(DUC, DUC_SAYS, made.data_key, CHEAP)) is Reason.OFFICER_HAS_KEY
    newcomer = ("hoa", "Lê Thị Hoa")
    assert refused(lambda: made.keyfile.add(newcomer, DUC_SAYS, other.data_key, CHEAP)) is Reason.WRONG_DATA_KEY


def move_ducs_key_to_binh(body: dict[str, Any]) -> None:
    body["slots"][0]["wrapped"] = copy.deepcopy(body["slots"][1]["wrapped"])


def test_given_a_slot_moved_to_another_officer_its_passphrase_does_not_open_it(tmp_path: Path) -> None:
    created(tmp_path)
    forge(tmp_path, move_ducs_key_to_binh)
    assert refused(lambda: KeyFile.load(tmp_path).open("binh", DUC_SAYS)) is Reason.WRONG_PASSPHRASE


def test_negative_control_without_associated_data_the_moved_slot_would_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sealing, "associated_data", lambda owner: b"")
    made = created(tmp_path)
    forge(tmp_path, move_ducs_key_to_binh)
    assert KeyFile.load(tmp_path).open("binh", DUC_SAYS) == made.data_key


def test_given_a_slot_of_another_register_it_does_not_open_here(tmp_path: Path) -> None:
    created(tmp_path / "a")
    created(tmp_path / "b", register_id="0199c0de-0000-7000-8000-000000000002")
    foreign = json.loads((tmp_path / "b" / "keys.json").read_text("utf-8"))["slots"][0]
    forge(tmp_path / "a", lambda body: body["slots"].__setitem__(0, foreign))
    assert refused(lambda: KeyFile.load(tmp_path / "a").open("binh", BINH_SAYS)) is Reason.WRONG_PASSPHRASE


@pytest.mark.parametrize(
    ("field", "value"),
    [("memory_kib", 100 * 1024**2), ("memory_kib", 0), ("memory_kib", 8.5), ("passes", 2**32), ("passes", True)],
)
def test_given_a_doctored_strength_the_file_is_refused_before_any_memory_is_taken(
    tmp_path: Path, field: str, value: object
) -> None:
    created(tmp_path)
    forge(tmp_path, lambda body: body["slots"][0]["wrapped"].__setitem__(field, value))
    assert refused(lambda: KeyFile.load(tmp_path)) is Reason.KEY_FILE_DAMAGED


@pytest.mark.parametrize("field", ["salt", "nonce", "sealed"])
def test_given_a_forged_bit_in_a_slot_no_key_comes_out(tmp_path: Path, field: str) -> None:
    created(tmp_path)

    def flip(body: dict[str, Any], index: int) -> None:
        value = bytearray(binascii.a2b_base64(body["slots"][0]["wrapped"][field]))
        value[index] ^= 1 << index % 8
        body["slots"][0]["wrapped"][field] = binascii.b2a_base64(value, newline=False).decode()

    for index in range({"salt": 16, "nonce": 24, "sealed": 48}[field]):
        forge(tmp_path, lambda body, index=index: flip(body, index))
        assert refused(lambda: KeyFile.load(tmp_path).open("binh", BINH_SAYS)) is Reason.WRONG_PASSPHRASE
        forge(tmp_path, lambda body, index=index: flip(body, index))


def test_a_data_key_is_not_shown_by_accident(tmp_path: Path) -> None:
    made = created(tmp_path)
    secret = made.data_key.raw
    for shown in (repr(made.data_key), str(made.data_key), f"{made.data_key}", repr(made), repr(made.keyfile)):
        assert secret.hex() not in shown
        assert str(secret) not in shown
        assert made.recovery_text not in shown
    with pytest.raises(TypeError):
        pickle.dumps(made.data_key)
    with pytest.raises(ValueError, match="32 bytes"):
        DataKey(b"short")
