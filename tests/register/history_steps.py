"""What officers may do to a dossier, drawn at random but like life."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from communedb.domain.act import Act
from communedb.domain.event import EventKind
from communedb.domain.status import Status

if TYPE_CHECKING:
    from datetime import datetime

ROLES = ("reception", "specialist", "leader", "administrator")
PEOPLE = (
    ("Nguyễn Văn Đức", "046090012345"), ("Trần Thị Sen", "046190054321"), ("Hồ Thị Sương", None),
    ("Lê Đức Cường", "191234567"),
)  # fmt: skip
PROCEDURES = (
    {"procedure_code": "1.001193"},
    {"procedure_code": "1.004873"},
    {"procedure": {"name": "Xác nhận hộ nuôi trồng thủy sản", "limit": {"amount": 5, "unit": "working_day"}}},
    {"procedure": {"name": "Việc chưa có thời hạn"}},
)
USUAL = {
    Status.RECEIVED: EventKind.HANDED_OVER,
    Status.PROCESSING: EventKind.DECIDED,
    Status.DECIDED: EventKind.RESULT_READY,
    Status.RESULT_READY: EventKind.RETURNED,
    Status.SUPPLEMENT_AWAITED: EventKind.SUPPLEMENT_RECEIVED,
    Status.FEE_AWAITED: EventKind.FEE_PAID,
    Status.AGENCY_AWAITED: EventKind.AGENCY_ANSWERED,
}
WORDS = st.sampled_from(["Thiếu giấy chứng sinh", "Mờ, không đọc được", "Công dân xin rút", ""])
SECONDS = st.integers(0, 3_599) | st.sampled_from([1_799, 1_800, 1_801, 1_859, 1_860])
MINUTES = st.integers(-3 * 24 * 60, 12 * 24 * 60)


@st.composite
def asked(draw: st.DrawFn, kind: EventKind, officers: list[str], now: datetime) -> Act:
    """A step of this kind with whatever may go with it, mostly all that it needs."""
    given = {
        "reason": draw(WORDS),
        "text": draw(WORDS),
        "to_officer": draw(st.sampled_from(officers)),
        "papers": draw(st.sampled_from([[{"name": "Tờ khai", "state": "no"}], []])),
        "amount": draw(st.sampled_from([8_000, 0, None])),
        "agency": draw(st.sampled_from(["Công an xã Quảng Điền", None])),
        "recipient": draw(st.sampled_from([{}, {"is_applicant": False, "name": "Lê Thị Hoa"}, None])),
        "pauses": draw(st.sampled_from([None, True, False])),
        # At any hour of any day: an officer may promise an evening or a Sunday.
        "new_due": (now + timedelta(minutes=draw(MINUTES))).isoformat() if kind is EventKind.EXTENDED else None,
        "happened_at": draw(st.sampled_from([None, None, None, (now - timedelta(hours=1)).isoformat()])),
    }
    return Act.model_validate({"kind": kind} | {name: value for name, value in given.items() if value is not None})
