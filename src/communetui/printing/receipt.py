"""Form 01: the receipt with the appointment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communetui.printing.blocks import (
    NOT_DETERMINED,
    SMALL,
    dots,
    due,
    field,
    fields,
    moment,
    signatures,
    text,
    together,
)
from communetui.printing.heading import heading
from communetui.printing.lettering import markup, strong
from communetui.printing.paper_table import paper_table
from communetui.printing.people import person, submitter

if TYPE_CHECKING:
    from communetui.printing.editions import FormEdition
    from communetui.printing.models import Office, ReceiptForm
    from communetui.printing.pages import Block


def receipt(form: ReceiptForm, edition: FormEdition, width: float) -> list[Block]:
    """The form from head to signatures."""
    story = [
        *heading(form, edition, width),
        *person("Tiếp nhận hồ sơ của", form.applicant, width),
        *submitter(form.submitter),
        field("Nội dung yêu cầu giải quyết", _content(form), width),
    ]
    if form.competent_agency.strip():
        story.append(field("Cơ quan có thẩm quyền giải quyết", form.competent_agency, width))
    story += [
        text("1. Thành phần hồ sơ nộp gồm:"),
        paper_table(form.papers, width, copy_name="Bản sao"),
        *fields(
            [
                ("2. Số lượng hồ sơ", f"{form.sets:02d} (bộ)", 0.32),
                ("3. Thời gian giải quyết theo quy định", form.statutory_time or NOT_DETERMINED, 0.68),
            ],
            width,
        ),
        field("4. Thời gian nhận hồ sơ", moment(form.received_at), width),
        due("5. Thời gian trả kết quả", form.due_at, width, expected=form.due_expected),
        field("6. Đăng ký nhận kết quả tại", form.result_place, width),
        field("7. Phí, lệ phí", form.fee or NOT_DETERMINED, width),
        together(
            [
                _register(form, width),
                signatures([("Người nộp hồ sơ", _who_signs(form)), ("Người tiếp nhận hồ sơ", form.receiver)], width),
                text(_advice(form.office), size=SMALL, after=0),
            ],
            width,
        ),
    ]
    return story


def _content(form: ReceiptForm) -> str:
    return f"{form.content} (mã thủ tục {form.procedure_code})" if form.procedure_code.strip() else form.content


def _register(form: ReceiptForm, width: float) -> Block:
    book = strong(form.register_book) if form.register_book.strip() else dots(0.2 * width)
    line = strong(form.register_line) if form.register_line.strip() else dots(0.2 * width)
    return text(f"Vào Sổ theo dõi hồ sơ: Quyển số {book} Số thứ tự {line}")


def _who_signs(form: ReceiptForm) -> str:
    return form.submitter.name if form.submitter else form.applicant.name


def _advice(office: Office) -> str:
    reach = ", ".join(part for part in (office.address, office.phone and f"ĐT {office.phone}") if part.strip())
    bring = "Khi nhận kết quả, xin mang theo giấy này và giấy tờ tùy thân; người nhận thay mang thêm giấy ủy quyền."
    return markup(f"{bring} Liên hệ: {reach}." if reach else bring)
