"""A Vietnamese passphrase opens alike from every keyboard, and a weak one is not taken."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communedb.domain.refusal import Reason, Refused
from communedb.keys import KeyFile, Strength
from communedb.keys.passphrase import prepared, prepared_new

if TYPE_CHECKING:
    from pathlib import Path

VIETNAMESE = "aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
phrases = st.text(alphabet=VIETNAMESE + VIETNAMESE.upper() + " 0123456789.,!", min_size=8, max_size=60).filter(
    lambda text: len(text.strip()) >= 8
)
anything = st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs"]), max_size=60)


@given(anything)
def test_composed_and_decomposed_input_give_the_same_bytes(text: str) -> None:
    assert prepared(unicodedata.normalize("NFC", text)) == prepared(unicodedata.normalize("NFD", text))


@given(phrases)
def test_a_half_composed_vietnamese_phrase_gives_the_same_bytes(text: str) -> None:
    # As Windows' own Vietnamese keyboard types: the letter composed, the tone after it.
    tones = "\u0300\u0301\u0303\u0309\u0323"
    typed = ""
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        tone = "".join(mark for mark in parts if mark in tones)
        typed += unicodedata.normalize("NFC", "".join(mark for mark in parts if mark not in tones)) + tone
    assert prepared(typed) == prepared(text)


@given(phrases, st.integers(min_value=0, max_value=59))
def test_case_and_spaces_make_another_phrase(text: str, at: int) -> None:
    at = min(at, len(text) - 1)
    assert prepared(text[:at] + " " + text[at:]) != prepared(text)
    if text[at].isalpha():
        assert prepared(text[:at] + text[at].swapcase() + text[at + 1 :]) != prepared(text)


@given(phrases)
def test_a_phrase_chosen_in_one_form_is_accepted_and_counted_in_the_other(text: str) -> None:
    assert prepared_new(unicodedata.normalize("NFD", text)) == prepared_new(text)


def test_given_a_phrase_set_with_one_input_method_it_opens_with_another(tmp_path: Path) -> None:
    phrase = "Đường Nguyễn Chí Thanh, Sịa"
    made = KeyFile.create(
        tmp_path,
        "r",
        unit=("19867", "Xã Quảng Điền"),
        station=1,
        officer=("1", "Lê Thị Hoa"),
        passphrase=unicodedata.normalize("NFC", phrase),
        strength=Strength(8, 1),
    )
    assert made.keyfile.open("1", unicodedata.normalize("NFD", phrase)) == made.data_key


@pytest.mark.parametrize(
    ("phrase", "reason"),
    [
        ("", Reason.PASSPHRASE_TOO_SHORT),
        ("bảy chữ", Reason.PASSPHRASE_TOO_SHORT),
        (unicodedata.normalize("NFD", "bảy chữ"), Reason.PASSPHRASE_TOO_SHORT),
        (" " * 20, Reason.PASSPHRASE_TOO_SHORT),
        ("   ngắn   ", Reason.PASSPHRASE_TOO_SHORT),
        ("đủ dài\tnhưng có tab", Reason.PASSPHRASE_UNUSABLE),
        ("đủ dài \x00 nhưng có NUL", Reason.PASSPHRASE_UNUSABLE),
        ("không mã hóa được \udcff", Reason.PASSPHRASE_UNUSABLE),
        ("a" * 10_000_000, Reason.PASSPHRASE_UNUSABLE),
    ],
)
def test_given_a_weak_or_untypable_choice_it_is_refused(phrase: str, reason: Reason) -> None:
    with pytest.raises(Refused) as caught:
        prepared_new(phrase)
    assert caught.value.reason is reason


@pytest.mark.parametrize("phrase", ["tám kýtự", "mật khẩu của tôi", "🔑 chìa khóa 🔑", "[red]đỏ[/red]"])
def test_given_a_good_choice_it_is_taken(phrase: str) -> None:
    assert prepared_new(phrase)
