"""Help of the reports on the command line, and of what only they ask."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from communedb.reports.names import NAMES
from communetui.strings.language import Language, Words

if TYPE_CHECKING:
    from collections.abc import Mapping

_PERIODS_VI: Final = (
    "Kỳ báo cáo: --from và --to, hoặc --period với --at, hoặc tên kỳ như 2026-11, 2026-Q4, official-2026-11. Không ghi gì "
    "thì là tháng này."
)
_PERIODS_EN: Final = (
    "For which days: --from and --to, or --period with --at, or a period by its name, such as 2026-11, 2026-Q4, "
    "official-2026-11. Without any of them: this month."
)

_OPTIONS: Final[Mapping[str, Words[str]]] = {
    "--period": Words(
        "Loại kỳ (day, week, month, quarter, half, year, official_month, official_quarter, official_half, official_year) "
        "hoặc tên kỳ.",
        "The kind of period (day, week, month, quarter, half, year, official_month, official_quarter, official_half, "
        "official_year), or its name.",
    ),
    "--at": Words("Một ngày trong kỳ; mặc định là hôm nay.", "A day in the period; today if not given."),
    "--from": Words("Từ ngày, tính cả ngày ấy (01/11/2026).", "The first day, counted (01/11/2026)."),
    "--to": Words("Đến hết ngày.", "The last day, counted."),
    "--unit": Words(
        "Chỉ đơn vị này, theo mã hoặc vài chữ của tên (ở máy cấp trên).",
        "Only this unit, by its code or a few letters of its name (at the hub).",
    ),
    "--sent": Words(
        "Xem báo cáo như đã gửi, và nay khác ở đâu.", "Show the report as it was sent, and what differs now."
    ),
    "--mark-sent": Words(
        "Ghi nhận là đã gửi; gửi lần nữa là đính chính.", "Mark as sent; sent again, it is a correction."
    ),
    "--note": Words("Ghi chú cho lần gửi.", "A note for what is sent."),
    "--format": Words("Dạng báo cáo.", "In which form."),
    "--file": Words(
        "Ghi vào tệp này; tên tệp quyết định dạng (.csv, .xlsx, .pdf, .json).",
        "Save it as this file; the name tells the form (.csv, .xlsx, .pdf, .json).",
    ),
    "--yes": Words("Ghi đè tệp đã có.", "Replace the file if it exists."),
}


class _Told(Words[str]):
    """The help of one report, made of its title: every start of the program has it, and hardly any asks for it."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name

    def said_in(self, chosen: Language) -> str:
        """The words in this language."""
        from communetui.strings.reports import REPORTS

        periods = _PERIODS_VI if chosen is Language.VI else _PERIODS_EN
        return f"{REPORTS[self.name].said_in(chosen).title}.\n\n{periods}"

    @property
    def vi(self) -> str:  # type: ignore[override]
        """The Vietnamese words."""
        return self.said_in(Language.VI)

    @property
    def en(self) -> str:  # type: ignore[override]
        """The English words."""
        return self.said_in(Language.EN)


REPORT_HELP: Final[Mapping[str, Words[str]]] = {
    "report sent": Words("Liệt kê các báo cáo đã gửi.", "List the reports that were sent."),
    **{f"report {name}": _Told(name) for name in NAMES},
    **{f"report {name} {option}": said for name in NAMES for option, said in _OPTIONS.items()},
}
"""One text per report and per option of a report."""
