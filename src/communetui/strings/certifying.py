"""Texts of the list of certifications that wait for a signature."""

from __future__ import annotations

from dataclasses import dataclass

from communetui.strings.language import Words


@dataclass(frozen=True, slots=True)
class Certifying:
    """Texts of the list."""

    title: str
    due: str
    code: str
    requester: str
    papers: str
    empty: str
    sure: str
    done: str


certifying = Words(
    Certifying(
        title="Chứng thực chờ ký; người ký: {signer}",
        due="Hẹn trả",
        code="Mã hồ sơ",
        requester="Người yêu cầu",
        papers="Giấy tờ",
        empty="Không có hồ sơ chứng thực nào chờ ký.",
        sure="{signer} đã ký hồ sơ {code} của {name}? Số chứng thực cho rồi không lấy lại.",
        done="Số {numbers}: {name}. Hồ sơ đã có kết quả.",
    ),
    Certifying(
        title="Certifications to be signed; signed by: {signer}",
        due="Due",
        code="Dossier code",
        requester="Requested by",
        papers="Papers",
        empty="No certification waits for a signature.",
        sure="Has {signer} signed dossier {code} of {name}? A number that is given is never taken back.",
        done="No. {numbers}: {name}. The result is ready.",
    ),
)
