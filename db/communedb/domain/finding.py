"""What the rules point out without ever blocking the officer."""

from __future__ import annotations

from enum import StrEnum

from pydantic import BaseModel, ConfigDict


class FindingCode(StrEnum):
    """What was noticed; the app holds the words for each."""

    CLOCK_SET_BACK = "clock_set_back"
    CONTRADICTING_EVENT = "contradicting_event"
    DISK_NEARLY_FULL = "disk_nearly_full"
    EVENT_UNREADABLE = "event_unreadable"
    FEEDBACK_ASKED_LATE = "feedback_asked_late"
    FEEDBACK_CONTRADICTION = "feedback_contradiction"
    FEEDBACK_ESCALATED_TWICE = "feedback_escalated_twice"
    FEEDBACK_EVENT_UNREADABLE = "feedback_event_unreadable"
    FEEDBACK_REFUSED_LATE = "feedback_refused_late"
    ID_NUMBER_PLACE_UNKNOWN = "id_number_place_unknown"
    ID_NUMBER_SEX_DIFFERS = "id_number_sex_differs"
    ID_NUMBER_YEAR_DIFFERS = "id_number_year_differs"
    ID_NUMBER_YEAR_UNLIKELY = "id_number_year_unlikely"
    LIMIT_WITHOUT_UNIT = "limit_without_unit"
    LOG_MISSING = "log_missing"
    NO_TIME_LIMIT = "no_time_limit"
    PAGES_DAMAGED = "pages_damaged"
    PROCEDURE_CODE_RESTORED = "procedure_code_restored"
    SECOND_SUPPLEMENT = "second_supplement"
    TABLE_COLUMNS_UNUSED = "table_columns_unused"
    TABLE_SHEETS_UNREAD = "table_sheets_unread"
    TASK_CHILD_AFTER_PARENT = "task_child_after_parent"
    TASK_CODE_TWICE = "task_code_twice"
    TASK_EVENT_UNREADABLE = "task_event_unreadable"
    TASK_PARENT_IN_LOOP = "task_parent_in_loop"
    TASK_PARENT_VOIDED = "task_parent_voided"
    TASK_REPORT_AFTER_CUT_OFF = "task_report_after_cut_off"
    TASK_REPORTED_APART = "task_reported_apart"
    TASK_STEP_CONTRADICTS = "task_step_contradicts"
    TASK_VOIDED_UNSEEN = "task_voided_unseen"


class Finding(BaseModel):
    """One thing worth a second look; `facts` fill its message."""

    model_config = ConfigDict(frozen=True)

    code: FindingCode
    facts: dict[str, str] = {}
