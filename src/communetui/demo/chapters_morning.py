"""The morning of the tour: receptions, fees, a supplement, and mistakes mended."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from communedb.desk.mend import correct, void
from communedb.desk.prints import ask_print
from communedb.domain.act import PaymentMethod, ReceiptSlip, Recipient
from communedb.domain.event import EventKind
from communedb.domain.fees import compute
from communedb.domain.idcard import read_card
from communedb.domain.intake import Applicant, Intake, PaperEntry, PaperState
from communedb.domain.moment import local
from communedb.domain.money import format_dong
from communedb.domain.refusal import Reason, Refused
from communedb.domain.status import Status
from communedb.stores.dossier import likely_duplicates
from communedb.stores.procedures import procedure_on
from communetui.demo.narrator import StoryFailed, moment, sure
from communetui.demo.people import UNIT
from communetui.strings.demo_tour import tour
from communetui.strings.reasons import reason_text
from communetui.strings.values import values

if TYPE_CHECKING:
    from communedb.desk.receive import Received
    from communetui.demo.scene import Scene

BIRTH, COPY, MARITAL = "1.001193", "2.000815", "1.004873"
CARD: Final = "046090012345||Nguyễn Văn An|01011990|Nam|Thôn Phước Yên, Quảng Thọ, Quảng Điền, Thừa Thiên Huế|01012021"
"""What a scanner types from an invented ID card."""

_TYPO, _NAME = "Phan Thị Thanh Nhàng", "Phan Thị Thanh Nhàn"
_MARITAL_APPLICANT: Final = Applicant.model_validate(
    {"name": _TYPO, "sex": "female", "birth": "1998-03-12", "id_number": "046198004321", "phone": "0914123456",
     "unit": UNIT, "address": "Thôn La Vân Thượng"}
)  # fmt: skip
_PAGES, _COPIES = 5, 2


def morning(scene: Scene) -> None:
    """The counter opens."""
    scene.clock.reach("07:30")
    said, numbers = tour(), scene.today()
    scene.morning = numbers
    scene.narrator.chapter(said.morning)
    scene.narrator.tell(said.begins, at=scene.clock(), officer=scene.name("reception"))
    scene.narrator.tell(said.numbers, **vars(numbers))


def birth(scene: Scene) -> None:
    """A father scans his card; the register knows who may decide."""
    scene.clock.reach("07:40")
    said = tour()
    scene.narrator.chapter(said.birth)
    card = read_card(CARD)
    if card is None or card.birth is None or card.sex is None:
        raise StoryFailed("the card is read")
    sex = said.sexes[card.sex.value]
    scene.narrator.tell(said.scanned, name=card.name, number=card.number, birth=card.birth.shown, sex=sex)
    applicant = Applicant(
        name=card.name, sex=card.sex, birth=card.birth.text, id_number=card.number, phone="0905111222", unit=UNIT,
        address="Thôn Phước Yên",
    )  # fmt: skip
    content = "Đăng ký khai sinh cho con: Nguyễn Bảo Ngọc"
    got = scene.receive(
        # No lines, which is not the same as no fee given: a birth is registered free of charge.
        Intake(procedure_code=BIRTH, applicant=applicant, content=content, fee=(), papers=_papers(scene, BIRTH))
    )
    scene.kept["birth"] = got.dossier
    _tell_received(scene, got)
    scene.print_form("reception", got.dossier, "01")
    try:
        scene.act("reception", got.dossier, EventKind.DECIDED)
    except Refused as refusal:
        sure(refusal.reason is Reason.ROLE_NOT_ALLOWED, "reception may not decide")
        role = values().role["reception"]
        words = reason_text(refusal)
        scene.narrator.tell(said.not_allowed, officer=scene.name("reception"), role=role, words=words)
    sure(scene.read(got.dossier).state.status is Status.RECEIVED, "nothing was decided")


def copies(scene: Scene) -> None:
    """Two certified copies of five pages: 2.000 đ for each of two pages, 1.000 đ from the third on."""
    scene.clock.reach("08:00")
    said = tour()
    scene.narrator.chapter(said.copy)
    procedure = procedure_on(scene.desk("reception").db, COPY, local(scene.clock()).date())
    line = compute(procedure.fee.rules[0], Intake.model_fields["channel"].default, _PAGES, copies=_COPIES)
    applicant = Applicant.model_validate({"name": "Hồ Văn Lợi", "sex": "male", "birth": "1971", "unit": UNIT,
                                          "id_number": "046071000777", "address": "Thôn Mai Dương"})  # fmt: skip
    content = "Chứng thực bản sao Giấy chứng nhận quyền sử dụng đất"
    got = scene.receive(
        Intake(procedure_code=COPY, applicant=applicant, content=content, fee=(line,), papers=_papers(scene, COPY))
    )
    scene.kept["copies"] = got.dossier
    _tell_received(scene, got)
    read = scene.read(got.dossier)
    for step in read.fee_lines[0]["steps"]:
        money = {name: format_dong(step[name]) for name in ("each", "amount")}
        scene.narrator.tell(said.fee_step, quantity=step["quantity"], **money)
    fee = read.row["fee_amount"]
    sure(fee == _COPIES * (2 * 2_000 + (_PAGES - 2) * 1_000), "the fee follows the tiers")
    scene.narrator.tell(said.fee_total, copies=_COPIES, fee=format_dong(fee))
    _pay_and_return(scene, got.dossier, fee)


def _pay_and_return(scene: Scene, dossier: str, fee: int) -> None:
    receipt = "0000123"
    scene.act("reception", dossier, EventKind.FEE_PAID, amount=fee, method=PaymentMethod.CASH, receipt_number=receipt)
    paid = scene.read(dossier).state.fee_paid
    sure(paid == fee, "the fee is paid")
    scene.narrator.tell(tour().fee_paid, paid=format_dong(paid), receipt=receipt)
    scene.clock.reach("08:12")
    scene.act("leader", dossier, EventKind.DECIDED)
    scene.act("reception", dossier, EventKind.RESULT_READY)
    scene.act("reception", dossier, EventKind.RETURNED, recipient=Recipient(slip=ReceiptSlip.NONE_ISSUED))
    state = scene.read(dossier).state
    sure(state.status is Status.RETURNED, "the copies are returned")
    scene.narrator.tell(
        tour().done_at_once, leader=scene.name("leader"), at=state.returned_at, status=scene.status(dossier)
    )


def correction(scene: Scene) -> None:
    """A name was typed wrong and printed: corrected, and the next receipt says which print it replaces."""
    scene.clock.reach("08:30")
    said = tour()
    scene.narrator.chapter(said.correction)
    intake = Intake(
        procedure_code=MARITAL, applicant=_MARITAL_APPLICANT, content="Xác nhận tình trạng hôn nhân để đăng ký kết hôn",
        papers=_papers(scene, MARITAL),
    )  # fmt: skip
    got = scene.receive(intake)
    dossier = scene.kept["marital"] = got.dossier
    _tell_received(scene, got)
    first = scene.print_form("reception", dossier, "01")
    pressed = scene.desk("reception").write(ask_print, dossier, "01", "a5")
    sure(pressed.again and len(scene.read(dossier).prints) == 1, "two quick presses print once")
    scene.narrator.tell(said.pressed_twice)
    scene.clock.reach("08:45")
    reason = "Gõ thừa một chữ, đối chiếu lại với thẻ căn cước"
    scene.desk("reception").write(correct, dossier, "applicant_name", _TYPO, _NAME, reason)
    row = scene.read(dossier).row
    sure(row["applicant_name"] == _NAME, "the name is corrected")
    scene.narrator.tell(said.corrected, old=_TYPO, new=row["applicant_name"], reason=reason)
    second = scene.print_form("reception", dossier, "01")
    replaced = scene.read(dossier).prints[-1]["replaces"]
    sure((replaced, second) == (first, first + 1), "the second print replaces the first")
    scene.narrator.tell(said.replaces, number=second, replaces=replaced)


def supplement(scene: Scene) -> None:
    """A paper is missing: form 02, and the clock stands still."""
    scene.clock.reach("09:05")
    said, dossier = tour(), scene.kept["marital"]
    scene.narrator.chapter(said.supplement)
    specialist = scene.centre.officers["specialist"]
    scene.act("reception", dossier, EventKind.HANDED_OVER, to_officer=specialist)
    scene.clock.reach("09:30")
    paper = PaperEntry(name="Trích lục ghi chú ly hôn hoặc bản án ly hôn đã có hiệu lực", state=PaperState.NO)
    reason = "Tờ khai ghi đã ly hôn nhưng chưa có giấy tờ chứng minh"
    done = scene.act("specialist", dossier, EventKind.SUPPLEMENT_REQUESTED, papers=(paper,), reason=reason)
    scene.narrator.tell(said.asked, officer=scene.name("specialist"), paper=paper.name, reason=reason)
    scene.print_form("specialist", dossier, "02", done.event)
    state = scene.read(dossier).state
    sure(state.status is Status.SUPPLEMENT_AWAITED and state.paused, "the clock stands still")
    scene.narrator.tell(said.clock_stopped, status=scene.status(dossier), at=state.pauses[-1].start)


def voiding(scene: Scene) -> None:
    """The same matter is entered a second time by mistake."""
    scene.clock.reach("09:50")
    said = tour()
    scene.narrator.chapter(said.void)
    register = scene.desk("reception")
    number = _MARITAL_APPLICANT.id_number
    first = scene.read(scene.kept["marital"]).code
    known = [row["code"] for row in likely_duplicates(register.db, number, MARITAL)]
    sure(first in known, "the duplicate is noticed")
    scene.narrator.tell(said.duplicate, name=_NAME, code=first)
    before = scene.today().received
    twice = scene.receive(
        Intake(procedure_code=MARITAL, applicant=_MARITAL_APPLICANT.model_copy(update={"name": _NAME}))
    )
    sure(scene.today().received == before + 1, "the second dossier counts until it is void")
    scene.clock.reach("09:55")
    register.write(void, twice.dossier, "Nhập trùng hồ sơ")
    numbers = scene.today()
    kept = scene.read(twice.dossier)
    sure(kept.state.voided and kept.code == twice.code and numbers.received == before, "void, listed, not counted")
    scene.narrator.tell(said.voided, code=kept.code, received=numbers.received)


def _papers(scene: Scene, code: str) -> tuple[PaperEntry, ...]:
    """All papers that always apply, handed in."""
    procedure = procedure_on(scene.desk("reception").db, code, local(scene.clock()).date())
    return tuple(
        PaperEntry(
            name=item.name,
            state=PaperState.YES if item.condition is None else PaperState.NOT_APPLICABLE,
            copy_kind=item.copy_kind or PaperEntry.model_fields["copy_kind"].default,
            condition=item.condition,
        )
        for item in procedure.papers or ()
    )


def _tell_received(scene: Scene, got: Received) -> None:
    said, read = tour(), scene.read(got.dossier)
    sure(read.code == got.code and read.state.status is Status.RECEIVED, "the dossier is received")
    row = read.row
    name = row["applicant_name"]
    scene.narrator.tell(said.received, at=read.state.received_at, code=read.code, procedure=row["content"], name=name)
    due = read.state.due_at
    scene.narrator.tell(said.promised if due else said.no_promise, due=moment(due))
