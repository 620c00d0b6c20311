"""What may not add up in a report: codes, whose sentences are in the app."""

from __future__ import annotations

from enum import StrEnum


class DoubtCode(StrEnum):
    """Why somebody should look before a report goes up."""

    CARRIED_ELSEWHERE = "carried_elsewhere"
    """The report before had it in another row."""
    CARRIED_NOT_SENT = "carried_not_sent"
    """It was there before the period, and the report before does not have it."""
    MAXIMUM_ASSUMED = "maximum_assumed"
    """Points of an indicator that were not read in a text of the decision."""
    NEITHER_OPEN_NOR_DONE = "neither_open_nor_done"
    NOT_ITS_LIST = "not_its_list"
    PERIOD_IN_FUTURE = "period_in_future"
    PERIOD_NOT_OVER = "period_not_over"
    SENT_NOT_CARRIED = "sent_not_carried"
    """The report before left it in progress, and it had ended before this period."""
    SENT_NOT_HERE = "sent_not_here"
    SENT_THEN_VOIDED = "sent_then_voided"
    SUM_DIFFERS = "sum_differs"
