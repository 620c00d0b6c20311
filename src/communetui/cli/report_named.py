"""`communetui report NAME`: one command for each report, for any period, in every form."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from communedb.domain.moment import local
from communedb.domain.refusal import Reason, Refused
from communetui.cli.faults import Problem
from communetui.cli.kinds import DAY, TEXT
from communetui.cli.lazy import command, start_of
from communetui.cli.opening import opened
from communetui.cli.output import answer, say, write_json
from communetui.strings.reports import REPORTS, shared

if TYPE_CHECKING:
    from datetime import date

    from communedb.domain.period import Period
    from communedb.register import Register
    from communedb.reports.figures import Figures
    from communedb.stores.sent_reports import Difference, Sent
    from communetui.cli.start import Start
    from communetui.report_files.about import About

_FORMS = ("table", "json", "csv", "xlsx", "pdf")
_CHART = "chart"
"""Only on the terminal."""


def __getattr__(name: str) -> click.Command:
    """The command of a report, made when it is asked for."""
    if name not in REPORTS:
        raise AttributeError(name)
    return _command(name)


def _command(name: str) -> click.Command:
    @command(f"report {name}")
    @click.option("--from", "since", type=DAY)
    @click.option("--to", "until", type=DAY)
    @click.option("--period", type=TEXT)
    @click.option("--at", type=DAY)
    @click.option("--unit", type=TEXT)
    @click.option("--sent", "as_sent", is_flag=True)
    @click.option("--mark-sent", is_flag=True)
    @click.option("--note", type=TEXT, default="")
    @click.option("--format", "form", type=click.Choice((*_FORMS, _CHART)))
    @click.option("--file", type=click.Path(path_type=Path))
    @click.option("--yes", is_flag=True)
    @start_of
    def made(start: Start, **wanted: Any) -> None:
        """Make the report, or show it as it was sent."""
        _run(start, name, **wanted)

    return made


def _run(
    start: Start,
    name: str,
    *,
    since: date | None,
    until: date | None,
    period: str | None,
    at: date | None,
    unit: str | None,
    as_sent: bool,
    mark_sent: bool,
    note: str,
    form: str | None,
    file: Path | None,
    yes: bool,
) -> None:
    from communetui.cli.report_period import asked_period

    form = _form(start, form, file)
    if file is not None and file.exists() and not yes:
        raise Refused(Reason.TABLE_FILE_EXISTS, path=str(file))
    with opened(start) as register:
        asked = asked_period(local(register.now()).date(), since, until, period, at)
        if mark_sent:
            _send(register, name, asked, note)
        given = _as_sent(register, name, asked, unit) if as_sent else _as_now(register, name, asked, unit)
        if file is not None:
            _write(register, given, file)
    if file is not None:
        answer(start, {"file": file, "doubts": list(given.told.doubts)}, lambda: shared().saved.format(file=file))
    elif form == "json" or start.as_json:
        write_json(_document(given))
    else:
        _show(start, given, drawn=form == _CHART)


class _Given:
    """A report as it is given out, what stands around it, and how it differs from what was sent."""

    def __init__(self, figures: Figures, told: About, sent: Sent | None, now: Figures) -> None:
        from communedb.stores.sent_reports import differs

        self.figures, self.told, self.sent, self.now = figures, told, sent, now
        self.differences: list[Difference] = differs(sent, now) if sent is not None else []


def _form(start: Start, form: str | None, file: Path | None) -> str:
    """The form asked for, by name or by the file's ending. A Problem when the two differ or a file is needed."""
    by_name = file.suffix.lower().removeprefix(".") if file is not None else ""
    if file is None:
        if form in {"csv", "xlsx", "pdf"}:
            raise Problem("report_file_missing", format=form)
        return form or ("json" if start.as_json else "table")
    if by_name not in _FORMS[1:]:
        raise Refused(Reason.REPORT_FORMAT_UNKNOWN, name=file.name, known=", ".join(_FORMS[1:]))
    if form is not None and form != by_name:
        raise Problem("report_format_differs", file=file.name, format=form)
    return by_name


def _send(register: Register, name: str, period: Period, note: str) -> None:
    from communedb.desk.sent_reports import send_report
    from communetui.report_files.wording import title_of
    from communetui.reports.period_words import period_text

    register.write(send_report, name, period, note)
    say(shared().marked.format(title=title_of(name), period=period_text(period)))


def _as_now(register: Register, name: str, period: Period, unit: str | None) -> _Given:
    from communedb.reports.figures import Asked
    from communedb.reports.named import report
    from communedb.stores.sent_reports import sent
    from communetui.report_files.about import about

    of = _unit(register, unit)
    now = register.now()
    figures = report(register.db, name, Asked(period, now, register.calendar(), of))
    return _Given(figures, about(register.db, figures, now, of), sent(register.db, name, period, of), figures)


def _as_sent(register: Register, name: str, period: Period, unit: str | None) -> _Given:
    """The report as it went up. Refused: REPORT_NOT_SENT."""
    from communedb.stores.officers import officer_names
    from communetui.report_files.about import about_sent
    from communetui.reports.period_words import period_text

    given = _as_now(register, name, period, unit)
    if given.sent is None:
        raise Refused(Reason.REPORT_NOT_SENT, period=period_text(period))
    officer = officer_names(register.db).get(given.sent.officer, "")
    given.figures, given.told = given.sent.figures, about_sent(register.db, given.sent, officer)
    return given


def _unit(register: Register, typed: str | None) -> str | None:
    from communedb.stores.units import reported_unit

    if typed is None:
        return reported_unit(register.db)
    from communetui.cli.init import choose_unit

    return choose_unit(typed, near=register.by.unit).code


def _write(register: Register, given: _Given, file: Path) -> None:
    from communetui.report_files.given_out import save_report

    save_report(register, given.figures, file, given.told)


def _document(given: _Given) -> dict[str, Any]:
    from communetui.report_files.writing import as_document

    document = as_document(given.figures, given.told)
    if given.figures.report == "leader":
        from communetui.leader.words import parts

        document["words"] = [{"heading": part.heading, "sentences": part.sentences} for part in parts(given.figures)]
    if given.sent is not None:
        document["sent"] = {
            "id": given.sent.id, "at": given.sent.sent_at, "officer": given.sent.officer, "note": given.sent.note,
            "corrects": given.sent.corrects,
        }  # fmt: skip
        document["differs"] = given.differences
    return document


def _show(start: Start, given: _Given, *, drawn: bool) -> None:
    from communetui.cli.report_told import chart_told, differences_told, report_told

    parts = [(chart_told if drawn else report_told)(given.figures, given.told)]
    if given.sent is not None:
        parts.append(differences_told(given.sent, given.now, given.differences))
    answer(start, None, lambda: "\n\n".join(parts))
