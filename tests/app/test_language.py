"""Every text exists in both languages, says the same facts, and is really translated."""

from __future__ import annotations

import dataclasses
import pkgutil
import string
import unicodedata
from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest

import communetui.strings as package
from communedb.domain.finding import Finding, FindingCode
from communedb.domain.refusal import Reason, Refused
from communetui.strings.findings import FINDINGS, finding_text
from communetui.strings.language import Language, Words, other, use
from communetui.strings.reasons import REASONS, reason_text

if TYPE_CHECKING:
    from collections.abc import Iterator

SAME_IN_BOTH = {"PDF", "QR", "internet", "Excel", "CSV", "XLSX", "Enter Esc", "Tiếng Việt", "English"}
"""Names that no language translates; each language has its own name in both."""


def pairs(vi: Any, en: Any, place: str) -> Iterator[tuple[str, str, str]]:
    """Every two texts that say the same, and where they stand."""
    assert type(vi) is type(en), place
    if isinstance(vi, str):
        yield place, vi, en
    elif dataclasses.is_dataclass(vi):
        for field in dataclasses.fields(vi):
            yield from pairs(getattr(vi, field.name), getattr(en, field.name), f"{place}.{field.name}")
    elif isinstance(vi, dict):
        assert vi.keys() == en.keys(), place
        for key in vi:
            yield from pairs(vi[key], en[key], f"{place}[{key}]")
    elif isinstance(vi, tuple | list):
        assert len(vi) == len(en), place
        for index, (one, two) in enumerate(zip(vi, en, strict=True)):
            yield from pairs(one, two, f"{place}[{index}]")


def said(thing: Any, place: str) -> Iterator[tuple[str, str, str]]:
    if isinstance(thing, Words):
        yield from pairs(thing.vi, thing.en, place)
    elif hasattr(thing, "items") and not isinstance(thing, type):
        for key, value in thing.items():
            yield from said(value, f"{place}[{key}]")


def all_texts() -> list[tuple[str, str, str]]:
    modules = [import_module(f"{package.__name__}.{m.name}") for m in pkgutil.iter_modules(package.__path__)]
    return [
        pair
        for module in modules
        for name, thing in vars(module).items()
        if not name.startswith("__")
        for pair in said(thing, f"{module.__name__.rpartition('.')[2]}.{name}")
    ]


def words(text: str) -> str:
    """The text without facts and signs."""
    plain = "".join(literal for literal, _, _, _ in string.Formatter().parse(text))
    return " ".join("".join(c if c.isalpha() else " " for c in plain).split())


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_given_all_texts_when_both_languages_are_compared_then_none_is_untranslated_or_empty():
    texts = all_texts()
    assert len(texts) > 200

    assert [place for place, vi, en in texts if vi == en and words(vi) not in SAME_IN_BOTH | {""}] == []
    assert [place for place, vi, en in texts if not vi.strip() or not en.strip()] == []


def test_given_all_texts_when_they_name_facts_then_both_languages_name_the_same():
    assert [place for place, vi, en in all_texts() if placeholders(vi) != placeholders(en)] == []


def test_given_all_texts_when_they_are_shown_then_they_are_nfc_and_without_emoji():
    shown = "".join(vi + en for _, vi, en in all_texts())

    assert unicodedata.is_normalized("NFC", shown)
    assert [c for c in set(shown) if ord(c) > 0xFFFF or unicodedata.category(c) in {"So", "Cs", "Co"}] == []


def test_given_every_reason_and_finding_then_each_has_words():
    assert set(REASONS) == set(Reason)
    assert set(FINDINGS) == set(FindingCode)


@pytest.mark.parametrize(
    ("refusal", "vi", "en"),
    [
        (
            Refused(Reason.STEP_NOT_ALLOWED, step="returned", status="processing"),
            'Hồ sơ đang ở trạng thái "Đang xử lý", không trả kết quả được.',
            'The dossier\'s status is "In progress"; this step is not possible: return the result.',
        ),
        (
            Refused(Reason.STEP_NEEDS_MORE, step="extended", needs="new_due, reason"),
            "Để gia hạn và xin lỗi, còn thiếu: ngày hẹn mới, lý do.",
            "To extend with an apology, this is missing: the new due date, a reason.",
        ),
        (
            Refused(Reason.RECEPTION_IN_FUTURE, received="2026-11-23T02:15:00Z"),
            "Giờ tiếp nhận 09:15 23/11/2026 ở sau hiện tại. Hãy kiểm tra giờ đã nhập và đồng hồ máy.",
            "The reception time 09:15 23/11/2026 is in the future. Check what was typed and the PC's clock.",
        ),
        (
            Refused(Reason.TEXT_TOO_LONG, length=10_000_000, limit=2_000),
            "Nội dung dài 10.000.000 ký tự, tối đa 2.000. Hãy rút gọn rồi nhập lại.",
            "The text has 10.000.000 characters, at most 2.000 are taken. Shorten it and try again.",
        ),
        (
            Refused(Reason.DATE_IMPOSSIBLE, typed="{0}[red]"),
            "Không có ngày {0}[red]. Hãy nhập lại, ví dụ 23/11/2026.",
            "There is no such date: {0}[red]. Type it again, for example 23/11/2026.",
        ),
    ],
)
def test_given_a_refusal_when_it_is_said_then_its_facts_read_as_people_write_them(refusal, vi, en):
    assert reason_text(refusal) == vi
    use(Language.EN)
    assert reason_text(refusal) == en


def test_given_a_finding_when_it_is_said_then_its_facts_are_filled_in():
    finding = Finding(code=FindingCode.SECOND_SUPPLEMENT, facts={"count": "2"})

    assert finding_text(finding).startswith("Đây là lần yêu cầu bổ sung thứ 2:")


def test_given_one_language_when_the_other_is_asked_for_then_it_is_the_other_one():
    assert other() is Language.EN
    use(Language.EN)
    assert other() is Language.VI
