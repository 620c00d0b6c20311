"""What stands in the sections of a task: facts with its relations and files, and the periods with their reports."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from communedb.domain.moment import parse_utc
from communedb.domain.money import format_dong
from communedb.domain.task import Rhythm
from communedb.domain.task_period import came_late, cut_off_of
from communetui.dossier.sections import Target, not_received_text
from communetui.dossier.told import moment_text, size_text
from communetui.strings.conflicts import conflicts
from communetui.strings.feedback_values import feedback_values
from communetui.strings.task import task
from communetui.strings.task_values import block_text, task_values
from communetui.tasks.told import day_text, document_text, mark, period_name, state_text
from communetui.widgets.entries import Entry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communedb.domain.task_event import Report
    from communedb.domain.task_period import DueReport
    from communedb.stores.feedback_subject import About
    from communetui.tasks.lines import Line
    from communetui.tasks.view import View


class Section(IntEnum):
    """The sections, in the order in which Tab shows them."""

    INFO = 0
    PERIODS = 1
    EVENTS = 2
    HISTORY = 3


def section_bar(view: View, chosen: Section) -> str:
    """`[Thông tin]  Báo cáo kỳ 3/4   Diễn biến 6   Lịch sử`."""
    words, state = task(), view.state
    missing = sum(not one.reported for one in view.due)
    count = f"{len(state.reports)}/{len(state.reports) + missing}" if state.reports or missing else "-"
    names = (
        words.info,
        words.periods.format(count=count),
        words.events.format(count=len(view.task.events)),
        words.history,
    )
    return " " + " ".join(f"[{name}]" if at == chosen else f" {name} " for at, name in enumerate(names))


# -- facts


def info_entries(view: View) -> list[Entry]:
    """What is known, those above and below it, its files; Enter on a fact corrects it."""
    entries = [
        Entry(label_of(name), text + _mark_contested(view, name), Target("field", name))
        for name, text in _facts(view)
        if text
    ]
    if view.parent is not None:
        entries.append(Entry(task().parent, relation_text(view.parent), Target("task", view.parent.row.key)))
    entries += [Entry(task().child, relation_text(line), Target("task", line.row.key)) for line in view.children]
    entries += [Entry(task().concern, _concern_text(one), Target("feedback", one.feedback)) for one in view.concerns]
    return entries + [_file_entry(view, file) for file in view.task.attachments]


def label_of(name: str) -> str:
    """The name of a fact at the beginning of a line."""
    said = task_values().field[name]
    return said[:1].upper() + said[1:]


def value_of(view: View, name: str) -> str:
    """A fact in words; empty when it is not known."""
    facts = view.task.facts
    told: dict[str, str] = {
        "block": block_text(facts.block),
        "level": task_values().level[facts.level],
        "reports": task_values().reports[facts.reports],
        "document_on": day_text(facts.document_on),
        "start_on": day_text(facts.start_on),
        "due_on": day_text(view.state.due_on),
        "lead_unit": view.unit(facts.lead_unit),
        "coordinating": "; ".join(view.unit(one) for one in facts.coordinating),
        "followers": ", ".join(view.names.get(one, one) for one in facts.followers),
        "budget_assigned": "" if facts.budget_assigned is None else format_dong(facts.budget_assigned),
        "parent": f"{view.parent.row.code} {view.parent.row.title}" if view.parent else "",
    }
    return told[name] if name in told else str(getattr(facts, name) or "")


def _facts(view: View) -> Iterator[tuple[str, str]]:
    facts = view.task.facts
    yield "title", facts.title
    yield "result", view.state.result
    yield "document_number", document_text(facts.document_number, facts.document_on)
    for name in (
        "level", "block", "lead_unit", "coordinating", "responsible_name", "followers", "start_on", "expected",
        "budget_assigned", "reports", "note",
    ):  # fmt: skip
        yield name, value_of(view, name)


def _mark_contested(view: View, name: str) -> str:
    return f"  {conflicts().mark}" if view.is_contested(view.task.id, name) else ""


def relation_text(line: Line) -> str:
    """Another task in one line: its alert, code, title, how it stands."""
    row = line.row
    said = task().child_line.format(
        mark=mark(row), code=row.code, title=row.title, state=state_text(row), percent=row.percent
    )
    return said.strip()


def _concern_text(about: About) -> str:
    status = feedback_values().status.get(about.status, about.status)
    return task().concern_line.format(code=about.code, status=status.lower())


def _file_entry(view: View, file: dict[str, Any]) -> Entry:
    said = task().file_line.format(
        name=file["name"], size=size_text(file["size"]), added=moment_text(parse_utc(file["added_at"]))
    )
    if str(file["digest"]) in view.not_received:
        said += f"\n{not_received_text(file, 0)}"
    if view.is_contested(str(file["id"])):
        said += f"  {conflicts().mark}"
    return Entry(task().file, said, Target("file", str(file["id"])))


# -- periods


def period_entries(view: View) -> list[Entry]:
    """Every period that was reported or has to be, the newest first; Enter on one that is open reports it."""
    due = {one.period: one for one in view.due}
    every = sorted({*due, *view.state.reports}, reverse=True)
    return [
        Entry(_first_large(period_name(one)), _period_text(view, one, due.get(one)), Target("period", one))
        for one in every
    ]


def no_periods_text(view: View) -> str:
    """Why the section of periods is empty."""
    return task().no_rhythm if view.task.facts.reports is Rhythm.NONE else task().no_periods


def _period_text(view: View, period: str, due: DueReport | None) -> str:
    words = task()
    cut_off = due.cut_off if due else cut_off_of(period, view.rules.cut_offs)
    lines = [words.cut_off.format(at=moment_text(cut_off))]
    report = view.state.reports.get(period)
    if report is not None:
        return "\n".join([*_report_lines(view, report), *lines])
    if due is not None and due.locked:
        lines.insert(0, words.period_locked)
    else:
        lines.insert(0, words.period_missing if period in view.state.reopened else words.period_open)
    return "\n".join(lines)


def _report_lines(view: View, report: Report) -> Iterator[str]:
    words = task()
    officer = view.names.get(report.officer, words.elsewhere)
    yield words.period_reported.format(officer=officer, at=moment_text(report.entered_at))
    if came_late(report, view.rules.cut_offs):
        yield words.period_late
    if report.no_work:
        yield words.no_work
    if report.text:
        yield report.text
    if report.difficulty:
        yield words.difficulty.format(text=report.difficulty)


def _first_large(name: str) -> str:
    return name[:1].upper() + name[1:]
