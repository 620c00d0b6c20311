"""The names of the reports, as the command line has them; it loads nothing, because every start asks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

NAMES: Final[Mapping[str, str]] = {
    "ii06a": "communedb.reports.ii06a",
    "daily": "communedb.reports.daily",
    "late": "communedb.reports.late",
    "carried-over": "communedb.reports.carried_over",
    "non-boundary": "communedb.reports.non_boundary",
    "payments": "communedb.reports.payments",
    "digitisation": "communedb.reports.digitisation",
    "apologies": "communedb.reports.apologies",
    "register-book": "communedb.reports.register_book",
    "decision-766": "communedb.reports.decision_766",
    "tasks": "communedb.reports.task_progress",
    "feedback": "communedb.reports.feedback",
    "difficulties": "communedb.reports.difficulties",
    "satisfaction": "communedb.reports.satisfaction",
    "support": "communedb.reports.support",
    "by-day": "communedb.reports.by_day",
    "due-ahead": "communedb.reports.due_ahead",
    "on-time": "communedb.reports.on_time",
    "leader": "communedb.reports.leader",
}
"""A report's name and its module, which has NAME, COLUMNS and `figures(db, asked)`; its words are in the app."""
