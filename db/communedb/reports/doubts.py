"""What may not add up in a report: codes, whose sentences are in the app."""

from __future__ import annotations

from enum import StrEnum


class DoubtCode(StrEnum):
    """Why somebody should look before a report goes up."""

    CARRIED_NOT_SENT = "carried_not_sent"
    NOT_ITS_LIST = "not_its_list"
    PERIOD_IN_FUTURE = "period_in_future"
    PERIOD_NOT_OVER = "period_not_over"
    SENT_NOT_CARRIED = "sent_not_carried"
    SUM_DIFFERS = "sum_differs"
