"""`communetui report sent`: what was marked as sent, by whom and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communetui.cli.lazy import command, start_of
from communetui.cli.opening import opened
from communetui.cli.output import answer
from communetui.cli.table import table
from communetui.strings.reports import shared

if TYPE_CHECKING:
    from communedb.stores.sent_reports import Sent
    from communetui.cli.start import Start


@command("report sent")
@start_of
def list_sent(start: Start) -> None:
    """List the reports that this unit sent, or those of every commune of a province; the last first."""
    from communedb.stores.officers import officer_names
    from communedb.stores.sent_reports import sent_reports
    from communedb.stores.units import reported_unit, unit_name

    with opened(start) as register:
        found = sent_reports(register.db, of_all=reported_unit(register.db) is None)
        names = officer_names(register.db)
        units = {one.unit: unit_name(register.db, one.unit) for one in found}
    document = [
        {
            "id": one.id, "unit": one.unit, "report": one.report, "period": one.period.name, "from": one.period.first,
            "to": one.period.last, "sent_at": one.sent_at, "officer": names.get(one.officer, one.officer),
            "note": one.note, "corrects": one.corrects,
        }
        for one in found
    ]  # fmt: skip
    answer(start, {"count": len(found), "reports": document}, lambda: _told(found, names, units))


def _told(found: list[Sent], names: dict[str, str], units: dict[str, str]) -> str:
    from communetui.report_files.about import moment_text
    from communetui.report_files.wording import title_of
    from communetui.reports.period_words import period_text

    words = shared()
    if not found:
        return words.none_sent
    rows = [
        (moment_text(one.sent_at), units[one.unit], title_of(one.report), period_text(one.period),
         names.get(one.officer, ""), words.is_correction if one.corrects else "", one.note)
        for one in found
    ]  # fmt: skip
    return table(words.sent_heads, rows)
