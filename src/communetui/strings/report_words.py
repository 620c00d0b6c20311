"""What the words of one report are; the reports themselves are in `reports_dossiers` and `reports_measures`."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ReportWords:
    """The words of one report; headings and codes that several reports share are in `strings.reports`.

    `form` is the number of the official form, if there is one; `numbered` says that its columns are known by number. `columns` has the headings that are this report's own,
    `groups` what stands above several columns, by column; `codes` the words of values, as `column:value`.
    """

    title: str
    form: str | None = None
    columns: dict[str, str] = field(default_factory=dict)
    groups: dict[str, str] = field(default_factory=dict)
    codes: dict[str, str] = field(default_factory=dict)
    numbered: bool = False
