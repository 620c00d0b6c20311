"""Text as it is kept and as it is searched."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communedb.domain.refusal import Reason, Refused
from communedb.domain.text import bounded, clean, fold

VIETNAMESE = st.text("aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ ĐẮẠỸ")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Nguyễn   Thị\tHồng \n", "Nguyễn Thị Hồng"),
        (unicodedata.normalize("NFD", "Phường Mỹ Đình"), "Phường Mỹ Đình"),
        ("Tôn Nữ\u00a0Diệu\u3000Huyền", "Tôn Nữ Diệu Huyền"),
        ("Trần\x00 Văn\x1b[31m B\u202e", "Trần Văn[31m B"),
        ("a\u200d\u0301", "á"),
        ("half \ud800 a pair, \ufffe no character", "half a pair, no character"),
        ("[red]Đơn[/red] [link=x]", "[red]Đơn[/red] [link=x]"),
        ("Cảm ơn 🙏🏽 nhiều 👍", "Cảm ơn 🙏🏽 nhiều 👍"),
        ("a letter of tomorrow: \U0003fffd", "a letter of tomorrow: \U0003fffd"),
        ("", ""),
        (" \u200b\r\n ", ""),
    ],
)
def test_clean_keeps_what_can_be_seen(typed: str, kept: str) -> None:
    assert clean(typed) == kept


@pytest.mark.parametrize(
    ("name", "searched"),
    [
        ("Nguyễn Đức Thuận", "nguyen duc thuan"),
        ("ĐẶNG THỊ KIỀU OANH", "dang thi kieu oanh"),
        ("Xã Quảng Điền", "xa quang dien"),
        ("  H'Hen   Niê ", "h'hen nie"),
        ("1.001193", "1.001193"),
        ("[red]", "[red]"),
    ],
)
def test_fold_gives_what_an_officer_types_without_marks(name: str, searched: str) -> None:
    assert fold(name) == searched
    assert fold(unicodedata.normalize("NFD", name)) == searched


@given(st.text())
def test_clean_text_is_clean_and_can_be_stored(text: str) -> None:
    kept = clean(text)
    assert clean(kept) == kept
    assert unicodedata.is_normalized("NFC", kept)
    assert kept == kept.strip()
    kept.encode("utf-8")
    assert not any(unicodedata.category(c) in {"Cc", "Cf", "Cs"} for c in kept)


@given(st.one_of(st.text(), VIETNAMESE))
def test_fold_is_the_same_for_every_spelling_of_one_text(text: str) -> None:
    folded = fold(text)
    assert fold(folded) == folded
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text)) == folded
    assert fold(clean(text)) == folded


@given(VIETNAMESE)
def test_vietnamese_folds_to_plain_letters_in_either_case(text: str) -> None:
    assert fold(text).isascii()
    assert fold(text.upper()) == fold(text)


def test_text_of_the_limit_is_taken_and_one_more_is_refused_with_its_length() -> None:
    assert bounded("ệ" * 2_000) == "ệ" * 2_000
    with pytest.raises(Refused) as refused:
        bounded("ệ" * 2_001)
    assert refused.value.reason is Reason.TEXT_TOO_LONG
    assert refused.value.facts == {"length": 2_001, "limit": 2_000}


def test_the_limit_counts_letters_as_they_are_kept() -> None:
    decomposed = unicodedata.normalize("NFD", "ệ" * 200)
    assert clean(decomposed, 200) == "ệ" * 200
    with pytest.raises(Refused):
        clean(decomposed + "n", 200)


def test_ten_pasted_megabytes_are_refused_unread() -> None:
    with pytest.raises(Refused) as refused:
        clean("Đơn đề nghị\x00 " * 1_000_000, 2_000)
    assert refused.value.reason is Reason.TEXT_TOO_LONG
