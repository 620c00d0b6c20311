"""The procedures that ship with a new register."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

import pytest

from communedb.domain.channel import Channel
from communedb.domain.fees import compute
from communedb.domain.procedure import CopyKind, Fact, Procedure, procedure_id
from communedb.reference.catalogue import starter_catalogue

ALL = starter_catalogue()
BY_CODE = {procedure.code: procedure for procedure in ALL}


def limits(code: str) -> list[str]:
    return [f"{limit.amount} {limit.unit.value}" for limit in BY_CODE[code].limits]


def test_a_commune_starts_with_more_than_180_procedures_in_their_fields() -> None:
    assert len(ALL) >= 180
    fields = Counter(procedure.field for procedure in ALL)
    assert fields["Hộ tịch"] >= 40
    assert fields["Chứng thực"] >= 12
    assert fields["Đăng ký, quản lý cư trú"] >= 13
    assert fields["Đất đai"] >= 17
    assert fields["Bảo trợ xã hội"] >= 6


def test_codes_are_national_codes_and_each_stands_once() -> None:
    assert all(re.fullmatch(r"\d\.\d{6}", procedure.code) for procedure in ALL)
    assert len(BY_CODE) == len(ALL)
    assert [procedure.code for procedure in ALL] == sorted(BY_CODE)


def test_keys_follow_from_code_and_version() -> None:
    assert all(procedure.id == procedure_id(procedure.code, procedure.version) for procedure in ALL)


@pytest.mark.parametrize("procedure", ALL, ids=lambda procedure: procedure.code)
def test_every_procedure_survives_being_frozen_into_a_dossier(procedure: Procedure) -> None:
    text = procedure.model_dump_json()
    assert Procedure.model_validate_json(text) == procedure
    assert Procedure.model_validate_json(text).model_dump_json() == text


def test_every_procedure_has_a_name_in_both_languages_a_field_and_a_source() -> None:
    for procedure in ALL:
        assert procedure.name_vi
        assert 0 < len(procedure.name_en) <= 70, procedure.code
        assert procedure.name_en.isascii(), procedure.code
        assert procedure.field
        assert procedure.field_en
        assert re.fullmatch(r"[a-z-]+", procedure.field_code)
        assert procedure.version == "2026-07"
        assert procedure.source


def test_a_field_has_one_name_and_one_code() -> None:
    assert (
        len({p.field for p in ALL}) == len({p.field_code for p in ALL}) == len({(p.field, p.field_code) for p in ALL})
    )


def test_all_words_are_composed_and_clean() -> None:
    for procedure in ALL:
        papers = procedure.papers or ()
        words = [procedure.name_vi, procedure.field, procedure.result or "", *procedure.notes, *procedure.also_called]
        words += [part for paper in papers for part in (paper.name, paper.condition or "", paper.note)]
        for text in words:
            assert text == unicodedata.normalize("NFC", text).strip(), (procedure.code, text)
            assert "  " not in text, (procedure.code, text)


@pytest.mark.parametrize(
    ("code", "name", "expected"),
    [
        ("1.001193", "Thủ tục đăng ký khai sinh", ["1 same_day"]),
        ("1.000656", "Thủ tục đăng ký khai tử", ["1 same_day"]),
        ("1.000894", "Thủ tục đăng ký kết hôn", []),
        ("1.004873", "Thủ tục cấp Giấy xác nhận tình trạng hôn nhân", ["3 working_day"]),
        ("2.000635", "Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh", ["1 same_day"]),
        ("2.000908", "Thủ tục cấp bản sao từ sổ gốc", ["1 same_day"]),
        ("2.001019", "Chứng thực di chúc", []),
        ("1.004222", "Đăng ký thường trú", ["7 working_day"]),
        ("1.004194", "Đăng ký tạm trú", ["3 working_day"]),
        ("1.001612", "Đăng ký thành lập hộ kinh doanh", ["3 working_day"]),
        ("1.012812", "Hòa giải tranh chấp đất đai", ["40 calendar_day"]),
        (
            "1.013967",
            "Giải quyết tranh chấp đất đai thuộc thẩm quyền của Chủ tịch Ủy ban nhân dân cấp xã",
            ["60 calendar_day"],
        ),
        ("2.001159", "Thông báo lưu trú", ["1 hour"]),
        ("1.010040", None, ["5 working_day", "30 working_day"]),
        ("3.000228", None, ["3 working_day", "7 working_day"]),
        ("2.000815", None, ["1 same_day", "2 working_day"]),
        ("2.000986", None, ["20 calendar_day"]),
        ("1.013225", None, ["15 calendar_day"]),
        ("1.001699", "Xác định, xác định lại mức độ khuyết tật và cấp Giấy xác nhận khuyết tật", []),
    ],
)
def test_names_and_time_limits_are_those_of_the_national_portal(
    code: str, name: str | None, expected: list[str]
) -> None:
    assert limits(code) == expected
    assert name is None or BY_CODE[code].name_vi == name


@pytest.mark.parametrize(
    ("code", "channel", "quantity", "paid"),
    [
        ("2.000635", Channel.COUNTER, 3, 24_000),
        ("2.000815", Channel.COUNTER, 1, 2_000),
        ("2.000815", Channel.COUNTER, 2, 4_000),
        ("2.000815", Channel.COUNTER, 3, 5_000),
        ("2.000815", Channel.COUNTER, 198, 200_000),
        ("2.000815", Channel.COUNTER, 199, 200_000),
        ("2.000884", Channel.COUNTER, 1, 10_000),
        ("2.001008", Channel.COUNTER, 1, 10_000),
        ("2.001035", Channel.COUNTER, 1, 50_000),
        ("2.000913", Channel.COUNTER, 1, 30_000),
        ("2.000927", Channel.COUNTER, 1, 25_000),
        ("2.001019", Channel.COUNTER, 1, 50_000),
        ("1.004222", Channel.COUNTER, 1, 20_000),
        ("1.004222", Channel.ONLINE, 1, 10_000),
        ("1.004194", Channel.ONLINE, 1, 7_000),
        ("1.001612", Channel.COUNTER, 1, 50_000),
        ("1.001612", Channel.ONLINE, 1, 150_000),
        ("2.001263", Channel.COUNTER, 1, 400_000),
        ("1.003005", Channel.COUNTER, 1, 4_500_000),
        ("1.014064", Channel.COUNTER, 1, 70_000),
        ("2.001827", Channel.COUNTER, 1, 700_000),
        ("1.004088", Channel.COUNTER, 1, 70_000),
    ],
)
def test_fees_are_those_of_the_national_portal(code: str, channel: Channel, quantity: int, paid: int) -> None:
    assert compute(BY_CODE[code].fee.rules[0], channel, quantity).amount == paid


def test_temporary_residence_by_list_is_paid_per_person() -> None:
    by_list = BY_CODE["1.004194"].fee.rules[1]
    assert compute(by_list, Channel.COUNTER, 12).amount == 120_000


@pytest.mark.parametrize("code", ["1.001193", "1.000894", "2.000908", "2.000986", "1.010039", "1.011607"])
def test_what_is_free_is_told_to_be_free(code: str) -> None:
    assert BY_CODE[code].fee.free


@pytest.mark.parametrize("code", ["1.000656", "1.004873", "1.002755", "1.013225", "1.012812"])
def test_a_fee_that_the_province_sets_is_not_given_and_not_free(code: str) -> None:
    assert Fact.FEE in BY_CODE[code].missing
    assert not BY_CODE[code].fee.free


def test_a_number_without_its_unit_is_noted_and_promises_nothing() -> None:
    marriage = BY_CODE["1.000894"]
    assert Fact.LIMIT in marriage.missing
    assert "Cổng Dịch vụ công quốc gia ghi thời hạn “1” mà không ghi đơn vị." in marriage.notes


def test_limits_by_case_say_for_which_case_they_hold() -> None:
    for procedure in ALL:
        if len(procedure.limits) > 1:
            assert all(limit.label for limit in procedure.limits[1:]), procedure.code


def test_social_procedures_are_known_by_code_and_name_only() -> None:
    allowance = BY_CODE["1.001776"]
    assert allowance.name_vi == (
        "Thực hiện, điều chỉnh, thôi hưởng trợ cấp xã hội hàng tháng, hỗ trợ kinh phí chăm sóc, nuôi dưỡng hàng tháng"
    )
    assert allowance.missing == tuple(Fact)
    assert allowance.notes


def test_the_common_procedures_have_a_real_checklist() -> None:
    with_papers = [procedure for procedure in ALL if procedure.papers]
    assert len(with_papers) >= 200
    assert sum(len(procedure.papers or ()) >= 3 for procedure in ALL) >= 100
    for paper in (paper for procedure in ALL for paper in procedure.papers or ()):
        assert paper.copy_kind is not None
        assert len(paper.name) <= 120
        assert paper.condition is None or paper.condition.startswith(("Trường hợp ", "Trừ "))


def test_the_checklist_of_a_birth_tells_what_is_always_asked_from_what_is_asked_in_some_cases() -> None:
    papers = BY_CODE["1.001193"].papers or ()
    always = [paper.name for paper in papers if paper.condition is None]
    assert always[0] == "Tờ khai đăng ký khai sinh theo mẫu"
    assert "Giấy chứng sinh" in always
    proxy = next(paper for paper in papers if paper.name.startswith("Văn bản ủy quyền"))
    assert proxy.condition == "Trường hợp ủy quyền cho người khác đi đăng ký"
    assert proxy.copy_kind is CopyKind.ORIGINAL


def test_no_checklist_names_a_paper_twice() -> None:
    for procedure in ALL:
        names = [(paper.name, paper.condition) for paper in procedure.papers or ()]
        assert len(names) == len(set(names)), procedure.code


def test_procedures_of_customs_treasury_and_banks_are_left_out() -> None:
    fields = " ".join(procedure.field for procedure in ALL).lower()
    assert not any(word in fields for word in ("hải quan", "thuế", "kho bạc", "ngân hàng", "bảo hiểm xã hội"))


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("sao y", "2.000815"),
        ("giay doc than", "1.004873"),
        ("so do", "1.013978"),
        ("ho khau", "1.004222"),
        ("ct07", "1.010041"),
    ],
)
def test_what_people_say_at_the_counter_finds_the_procedure(typed: str, code: str) -> None:
    assert typed in BY_CODE[code].search_text
