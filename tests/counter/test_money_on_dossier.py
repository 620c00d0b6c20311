"""Money on the dossier's own screen: the receipt counts up, a refund is told, what is left is right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communedb.desk.act import act
from communedb.desk.receive import receive
from communedb.domain.act import Act
from communedb.domain.intake import Intake
from communetui.dossier.head import fee_text
from communetui.dossier.view import read_view

if TYPE_CHECKING:
    from tests.centre import Centre

FEE = [{"label": "Phí chứng thực giao dịch", "amount": 50_000}]


def test_the_next_receipt_stands_in_the_form_and_a_refund_is_told(centre: Centre) -> None:
    reception = centre.open("reception")
    intake = {"procedure_code": "2.001035", "applicant": {"name": "Phan Văn Tài"}, "fee": FEE}
    dossier = reception.write(receive, Intake.model_validate(intake)).dossier
    paid = {"kind": "fee_paid", "amount": 50_000, "method": "cash", "receipt_series": "AA/26", "receipt_number": "0099"}
    reception.write(act, dossier, Act.model_validate(paid))
    view = read_view(reception, dossier)

    assert view.next_receipt == ("AA/26", "0100")
    assert fee_text(view) == "50.000 đ, đã thu 50.000 đ"

    back = {"kind": "fee_refunded", "amount": 20_000, "method": "cash", "reason": "Thu thừa"}
    reception.write(act, dossier, Act.model_validate(back))
    told = fee_text(read_view(reception, dossier))
    assert told == "50.000 đ, đã thu 50.000 đ, đã trả lại 20.000 đ, còn 20.000 đ"
