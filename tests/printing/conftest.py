"""Sample forms of one centre, and the reader of printed pages."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from tests.printing.pdf_reader import PrintedPage, bare, read_pdf

from communetui.printing.models import (
    ApologyForm,
    ControlForm,
    HandLine,
    HandOverForm,
    ListedDossier,
    Office,
    PaperLine,
    Person,
    ReceiptForm,
    RefusalForm,
    StopForm,
    Submitter,
    SupplementForm,
)

VIETNAM = timezone(timedelta(hours=7))
OFFICE = Office(
    agency="Ủy ban nhân dân xã Quảng Điền",
    centre="Trung tâm Phục vụ hành chính công xã Quảng Điền",
    place="Quảng Điền",
    address="Thôn Khuông Phò, xã Quảng Điền, thành phố Huế",
    phone="0234 3554 123",
)
APPLICANT = Person("Nguyễn Thị Ánh Nguyệt", "Thôn Phước Yên, xã Quảng Điền", "0912 345 678", "anhnguyet@example.vn")
PAPERS = (
    PaperLine("Tờ khai đăng ký khai sinh theo mẫu", original=1),
    PaperLine("Giấy chứng sinh do cơ sở khám bệnh, chữa bệnh cấp", original=2),
    PaperLine("Giấy chứng nhận kết hôn", certified=3, copy=4, note="trường hợp cha, mẹ đã đăng ký kết hôn"),
)
DOSSIER: dict[str, Any] = {
    "office": OFFICE,
    "code": "19867.1-261123-0042",
    "applicant": APPLICANT,
    "content": "Đăng ký khai sinh",
}
CONTACT: dict[str, Any] = {"contact": "Trần Thị Bích", "contact_phone": "0234 3554 124"}


@pytest.fixture
def receipt() -> ReceiptForm:
    return ReceiptForm(
        **DOSSIER,
        issued_on=date(2026, 11, 23),
        procedure_code="1.001193",
        papers=PAPERS,
        received_at=datetime(2026, 11, 23, 7, 5, tzinfo=UTC),
        due_at=datetime(2026, 11, 25, 17, 30, tzinfo=VIETNAM),
        statutory_time="Trong ngày làm việc",
        result_place="Quầy số 2, Trung tâm Phục vụ hành chính công xã Quảng Điền",
        fee="8.000 đ",
        receiver="Trần Thị Bích",
        submitter=Submitter("Lê Văn Đức", "cha của trẻ", "046090012345", "0905 111 222"),
        register_book="03",
        register_line="118",
    )


@pytest.fixture
def supplement() -> SupplementForm:
    return SupplementForm(
        **DOSSIER,
        issued_on=date(2026, 11, 24),
        papers=PAPERS,
        reason="Giấy chứng sinh bị mờ phần ngày sinh của trẻ.",
        **CONTACT,
        guide="Hoàng Hữu Phước",
        slip="17",
    )


@pytest.fixture
def refusal() -> RefusalForm:
    return RefusalForm(
        **DOSSIER,
        issued_on=date(2026, 11, 24),
        reason="Trẻ đã được đăng ký khai sinh tại xã Phong Điền ngày 02/10/2026.",
        **CONTACT,
        receiver="Trần Thị Bích",
    )


@pytest.fixture
def apology() -> ApologyForm:
    return ApologyForm(
        **DOSSIER | {"content": "Hòa giải tranh chấp đất đai"},
        issued_on=date(2026, 11, 25),
        received_at=datetime(2026, 10, 12, 8, 0, tzinfo=VIETNAM),
        original_due_at=datetime(2026, 11, 25, 17, 30, tzinfo=VIETNAM),
        reason="Cần xác minh ranh giới thửa đất với các hộ liền kề.",
        new_due_at=datetime(2026, 12, 4, 16, 0, tzinfo=VIETNAM),
        signer="Hồ Văn Long",
        signer_title="Giám đốc Trung tâm",
    )


@pytest.fixture
def stop() -> StopForm:
    return StopForm(
        **DOSSIER | {"content": "Hòa giải tranh chấp đất đai"},
        issued_on=date(2026, 11, 26),
        received_at=datetime(2026, 10, 12, 8, 0, tzinfo=VIETNAM),
        requested_by="Ông Nguyễn Văn Tâm, bên tranh chấp",
        reason="Hai bên đã tự thỏa thuận và rút đơn.",
        stage="Đang xử lý, người thụ lý Hoàng Hữu Phước",
        decision="Quyết định số 45/QĐ-UBND ngày 26/11/2026",
        money="Đã nộp 500.000 đ, chưa trả lại",
        contact_phone="0234 3554 123",
        signer="Hồ Văn Long",
        signer_title="Giám đốc Trung tâm",
    )


@pytest.fixture
def without_spaces() -> Callable[[str], str]:
    return bare


@pytest.fixture(name="read_pdf")
def reading_pdf() -> Callable[[bytes], list[PrintedPage]]:
    return read_pdf


@pytest.fixture
def control() -> ControlForm:
    return ControlForm(
        **DOSSIER,
        issued_on=date(2026, 11, 23),
        received_at=datetime(2026, 11, 23, 7, 5, tzinfo=UTC),
        due_at=datetime(2026, 11, 25, 17, 30, tzinfo=VIETNAM),
        hands=(
            HandLine(
                "Người nộp hồ sơ",
                "Trần Thị Bích",
                datetime(2026, 11, 23, 7, 5, tzinfo=UTC),
                datetime(2026, 11, 23, 7, 5, tzinfo=UTC),
                "Còn trong hạn",
            ),
            HandLine(
                "Trần Thị Bích",
                "Hồ Văn Long",
                datetime(2026, 11, 23, 9, 30, tzinfo=VIETNAM),
                None,
                note="Trình ký; Chồng sáng",
            ),
        ),
    )


@pytest.fixture
def handed_over() -> HandOverForm:
    return HandOverForm(
        office=OFFICE,
        code="BG-261123-1E38F2",
        issued_on=date(2026, 11, 23),
        giver="Trần Thị Bích",
        taker="Hồ Văn Long",
        given_at=datetime(2026, 11, 23, 11, 30, tzinfo=VIETNAM),
        purpose="Trình ký",
        note="Chồng buổi sáng",
        dossiers=tuple(
            ListedDossier(f"19867.1-261123-{n:04}", f"Nguyễn Văn <{n}> & con", "Đăng ký khai sinh", "25/11/2026")
            for n in range(1, 61)
        ),
    )
