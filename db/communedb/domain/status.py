"""The business status of a dossier and the national portal's code for each."""

from __future__ import annotations

from enum import StrEnum


class Status(StrEnum):
    """Where a dossier stands; a projection of its events."""

    DRAFT = "draft"
    RECEIVED = "received"
    PROCESSING = "processing"
    SUPPLEMENT_AWAITED = "supplement_awaited"
    FEE_AWAITED = "fee_awaited"
    AGENCY_AWAITED = "agency_awaited"
    DECIDED = "decided"
    RESULT_READY = "result_ready"
    RETURNED = "returned"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    STOPPED = "stopped"


ENDED = frozenset({Status.RETURNED, Status.REFUSED, Status.WITHDRAWN, Status.STOPPED})
"""Nothing more is owed to the citizen, except papers to hand back."""

WAITING = frozenset({Status.SUPPLEMENT_AWAITED, Status.FEE_AWAITED, Status.AGENCY_AWAITED})
"""Somebody else has to act before the desk can go on."""

WITH_CITIZEN = frozenset({Status.SUPPLEMENT_AWAITED, Status.FEE_AWAITED})
"""It is the citizen who has to act."""

# The ten codes that four independent provincial systems send to the National Portal. A signed decision that has not yet
# reached the counter is still 4: the portal's 9 tells the citizen to come.
NATIONAL_CODES: dict[Status, int] = {
    Status.DRAFT: 1,
    Status.RECEIVED: 2,
    Status.REFUSED: 3,
    Status.PROCESSING: 4,
    Status.AGENCY_AWAITED: 4,
    Status.DECIDED: 4,
    Status.SUPPLEMENT_AWAITED: 5,
    Status.FEE_AWAITED: 6,
    Status.WITHDRAWN: 7,
    Status.STOPPED: 8,
    Status.RESULT_READY: 9,
    Status.RETURNED: 10,
}
"""Status to the national portal's code 1-10 (trạng thái hồ sơ)."""
