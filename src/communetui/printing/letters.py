"""Forms 02 to 05: the supplement request, the refusal, the apology and the notice of stopping."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communetui.printing.blocks import boxed, dots, due, field, moment, signatures, text, together
from communetui.printing.heading import heading
from communetui.printing.lettering import CENTRE, strong, unbroken
from communetui.printing.paper_table import paper_table
from communetui.printing.people import person, submitter

if TYPE_CHECKING:
    from communetui.printing.editions import FormEdition
    from communetui.printing.models import ApologyForm, RefusalForm, StopForm, SupplementForm
    from communetui.printing.pages import Block

_NUMBER_ROOM = 40.0


def supplement(form: SupplementForm, edition: FormEdition, width: float) -> list[Block]:
    """Form 02: the papers to add or complete, and why."""
    return [
        *heading(form, edition, width, slip=f"{_slip(form.slip)}/HDHS"),
        text(strong(form.office.centre)),
        *person("Tiếp nhận hồ sơ của", form.applicant, width),
        field("Nội dung yêu cầu giải quyết", form.content, width),
        text("Đề nghị Ông/Bà (tổ chức) bổ sung, hoàn thiện hồ sơ gồm những giấy tờ, nội dung sau:"),
        paper_table(form.papers, width, copy_name="Bản photo"),
        field("Lý do", form.reason, width),
        together(
            [
                _contact(form.contact, form.contact_phone, width),
                signatures([("", ""), ("Người hướng dẫn", form.guide)], width),
            ],
            width,
        ),
    ]


def refusal(form: RefusalForm, edition: FormEdition, width: float) -> list[Block]:
    """Form 03: why the dossier is not received."""
    brought_by = form.submitter.name if form.submitter else form.applicant.name
    return [
        *heading(form, edition, width),
        text(strong(form.office.centre)),
        *person("Tiếp nhận hồ sơ của", form.applicant, width),
        *submitter(form.submitter),
        field("Nội dung yêu cầu giải quyết", form.content, width),
        text("Qua xem xét, hồ sơ không được tiếp nhận, giải quyết với lý do cụ thể như sau:"),
        boxed([text(strong(form.reason), after=0)], width) if form.reason.strip() else field("Lý do", "", width),
        together(
            [
                _contact(form.contact, form.contact_phone, width),
                signatures([("Người nộp hồ sơ", brought_by), ("Người tiếp nhận hồ sơ", form.receiver)], width),
            ],
            width,
        ),
    ]


def apology(form: ApologyForm, edition: FormEdition, width: float) -> list[Block]:
    """Form 04: an apology with the reason and the new date."""
    centre = strong(form.office.centre)
    return [
        *heading(form, edition, width, slip=_slip(form.slip)),
        text(f"Kính gửi: {strong(form.applicant.name)}", size=10, align=CENTRE),
        *person("Họ và tên", form.applicant, width)[1:],
        text(f"{centre} đã tiếp nhận hồ sơ của Ông/Bà (tổ chức) lúc {unbroken(moment(form.received_at))}."),
        field("Nội dung yêu cầu giải quyết", form.content, width),
        field("Thời gian hẹn trả kết quả", moment(form.original_due_at), width),
        text("Đến nay hồ sơ chưa có kết quả để trả đúng thời gian đã hẹn."),
        field("Lý do", form.reason, width),
        text(f"{centre} xin lỗi Ông/Bà (tổ chức) vì sự chậm trễ này và đề nghị gia hạn thời gian giải quyết như sau:"),
        due("Thời gian trả kết quả mới", form.new_due_at, width, expected=form.due_expected),
        together(
            [
                text("Rất mong nhận được sự thông cảm của Ông/Bà (tổ chức)."),
                signatures([("", ""), (form.signer_title, form.signer)], width),
            ],
            width,
        ),
    ]


def stop(form: StopForm, edition: FormEdition, width: float) -> list[Block]:
    """Form 05: at whose request, why and at which step the work stops, and what becomes of the money."""
    centre = strong(form.office.centre)
    return [
        *heading(form, edition, width, slip=_slip(form.slip)),
        text(f"Kính gửi: {strong(form.applicant.name)}", size=10, align=CENTRE),
        *person("Họ và tên", form.applicant, width)[1:],
        text(f"{centre} đã tiếp nhận hồ sơ của Ông/Bà (tổ chức) lúc {unbroken(moment(form.received_at))}."),
        field("Nội dung yêu cầu giải quyết", form.content, width),
        text(f"{centre} thông báo dừng giải quyết hồ sơ nêu trên:"),
        field("Theo đề nghị của", form.requested_by, width),
        _reason(form.reason, width),
        field("Hồ sơ đang ở bước", form.stage, width),
        field("Quyết định, văn bản làm căn cứ", form.decision, width),
        field("Phí, lệ phí", form.money, width),
        together(
            [
                _contact(form.office.centre, form.contact_phone, width),
                signatures([("", ""), (form.signer_title, form.signer)], width),
            ],
            width,
        ),
    ]


def _reason(reason: str, width: float) -> Block:
    return boxed([text(f"Lý do: {strong(reason)}", after=0)], width) if reason.strip() else field("Lý do", "", width)


def _slip(number: str) -> str:
    return strong(number) if number.strip() else dots(_NUMBER_ROOM)


def _contact(name: str, phone: str, width: float) -> Block:
    label = "Để được hướng dẫn, xin liên hệ"
    if not phone.strip():
        return field(label, name, width)
    return text(f"{label}: {strong(name)}, số điện thoại {unbroken(phone)}")
