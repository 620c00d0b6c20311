"""A slip of the papers that a citizen still has to bring, before any dossier exists; no supplement request."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from communedb.domain.procedure import CopyKind
from communetui.printing.blocks import SMALL, boxed, text
from communetui.printing.lettering import markup, strong
from communetui.printing.plain.sheet import PlainPaper, reach

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from communetui.printing.models import Office
    from communetui.printing.pages import Block

# Read by the citizen, so Vietnamese whatever language the officer works in.
_KINDS: Final = {
    CopyKind.ORIGINAL: "bản chính",
    CopyKind.CERTIFIED: "bản sao có chứng thực",
    CopyKind.COPY: "bản photo, mang theo bản chính để đối chiếu",
    CopyKind.ELECTRONIC: "bản điện tử",
}
_NO_DOSSIER: Final = (
    "Giấy này để nhắc giấy tờ cần mang đến. Hồ sơ chưa được tiếp nhận; đây không phải là phiếu yêu cầu bổ sung, "
    "hoàn thiện hồ sơ."
)


@dataclass(frozen=True, slots=True)
class ToBring:
    """One paper; `condition` says in which case it is asked for."""

    name: str
    kind: CopyKind
    quantity: int
    condition: str = ""


def to_bring_slip(
    office: Office, hours: str, day: date, procedure: str, applicant: str, papers: Sequence[ToBring]
) -> PlainPaper:
    """The slip; `hours` are the opening hours in words, `applicant` may be empty."""

    def story(width: float) -> list[Block]:
        return [
            *([text(f"Kính gửi Ông/Bà: {strong(applicant)}", size=10)] if applicant.strip() else []),
            text(f"Thủ tục: {strong(procedure)}", size=10, after=5),
            text("Để nộp hồ sơ, xin Ông/Bà mang đến:", size=10, after=3),
            *(_line(number, paper) for number, paper in enumerate(papers, start=1)),
            boxed([text(words, after=1) for words in _where(office, hours)], width),
            text(f"{markup(office.place)}, ngày {day:%d/%m/%Y}", after=3),
            text(_NO_DOSSIER, size=SMALL, after=0),
        ]

    return PlainPaper("Giấy tờ cần mang đến", office, (story,))


def _line(number: int, paper: ToBring) -> Block:
    case = f" ({markup(paper.condition)})" if paper.condition.strip() else ""
    many = f"{paper.quantity} " if paper.quantity > 1 else ""
    return text(f"{number}. {strong(paper.name)}{case}: {many}{_KINDS[paper.kind]}", size=10, after=4)


def _where(office: Office, hours: str) -> list[str]:
    lines = [f"Nộp tại: {strong(office.centre)}", f"Giờ làm việc: {markup(hours)}"]
    return [*lines, f"Liên hệ: {markup(reach(office))}"] if reach(office) else lines


def opening_hours(sessions: str, *, saturday_morning: bool) -> str:
    """The office's hours in words, from its settings: `07:30-11:30,13:30-17:30`."""
    parts = " và ".join(part.strip().replace("-", " - ") for part in sessions.split(","))
    saturday = "; sáng thứ Bảy" if saturday_morning else ""
    return f"thứ Hai đến thứ Sáu, {parts}{saturday} (trừ ngày lễ)"
