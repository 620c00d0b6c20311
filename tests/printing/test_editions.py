"""Which circular's form is printed for which day."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from communetui.printing import Paper, render
from communetui.printing.editions import FormNumber, edition_on
from communetui.printing.from_dossier import FORMS


@pytest.mark.parametrize(
    ("day", "base"),
    [
        (date(2017, 1, 3), "Thông tư số 01/2018/TT-VPCP ngày 23/11/2018"),
        (date(2018, 11, 23), "Thông tư số 01/2018/TT-VPCP ngày 23/11/2018"),
        (date(2025, 9, 14), "Thông tư số 01/2018/TT-VPCP ngày 23/11/2018"),
        (date(2025, 9, 15), "Phụ lục I Thông tư số 03/2025/TT-VPCP ngày 15/9/2025"),
        (date(2026, 11, 23), "Phụ lục I Thông tư số 03/2025/TT-VPCP ngày 15/9/2025"),
    ],
)
@pytest.mark.parametrize("number", [FormNumber.RECEIPT, FormNumber.SUPPLEMENT, FormNumber.REFUSAL, FormNumber.APOLOGY])
def test_every_form_has_one_edition_on_any_day(number, day, base):
    edition = edition_on(number, day)

    assert edition.number is number
    assert edition.legal_base == base
    assert edition.imprint == f"Mẫu số {number.value} - {base}"


@pytest.mark.parametrize("day", [date(2017, 1, 3), date(2026, 11, 23)])
def test_forms_05_to_07_are_those_of_2025_and_an_offices_own_list_names_no_circular(day):
    control = edition_on(FormNumber.CONTROL, day)
    stop, book = edition_on(FormNumber.STOP, day), edition_on(FormNumber.REGISTER_BOOK, day)

    assert control.imprint == "Mẫu số 06 - Phụ lục I Thông tư số 03/2025/TT-VPCP ngày 15/9/2025"
    assert (stop.title, stop.number) == ("Thông báo dừng giải quyết hồ sơ", "05")
    assert stop.legal_base == control.legal_base
    assert book.imprint == "Mẫu số 07 - Phụ lục I Thông tư số 03/2025/TT-VPCP ngày 15/9/2025"
    assert edition_on(FormNumber.HAND_OVER, day).imprint == "Danh sách bàn giao hồ sơ"


def test_form_04_changed_its_name_with_the_circular_of_2025():
    assert edition_on(FormNumber.APOLOGY, date(2025, 9, 14)).title == "Phiếu xin lỗi và hẹn lại ngày trả kết quả"
    assert (
        edition_on(FormNumber.APOLOGY, date(2025, 9, 15)).title
        == "Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết"
    )


def test_a_dossier_received_under_the_old_circular_is_printed_with_the_old_form_however_late(
    receipt, read_pdf, without_spaces
):
    # 17:00 UTC on the 14th is midnight of the 15th at the desk: local days count.
    last = replace(receipt, received_at=datetime(2025, 9, 14, 16, 59, tzinfo=UTC))
    first = replace(receipt, received_at=datetime(2025, 9, 14, 17, 0, tzinfo=UTC))

    (old,) = read_pdf(render(last, Paper.A5))
    (new,) = read_pdf(render(first, Paper.A5))

    assert without_spaces("Mẫu số 01 - Thông tư số 01/2018/TT-VPCP") in old.text()
    assert without_spaces("Mẫu số 01 - Phụ lục I Thông tư số 03/2025/TT-VPCP") in new.text()


def test_all_seven_forms_of_the_circular_of_2025_are_printed():
    numbered = {number.value for number in FormNumber if number.value.isdigit()}

    assert numbered == {"01", "02", "03", "04", "05", "06", "07"}
    assert {edition_on(number, date(2026, 11, 23)).valid_from for number in FormNumber} == {date(2025, 9, 15)}
    assert frozenset({*FORMS, "07"}) >= numbered
