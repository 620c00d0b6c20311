"""The form for each step of a task, and what is said when it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from communedb.desk.feedback import add_feedback
from communedb.desk.task_extension import answer_counter, ask_extension, decide_extension
from communedb.desk.task_mend import take_back_task_step, void_task
from communedb.desk.task_reports import Reported, reopen_period, report_period
from communedb.desk.task_steps import assign_task, complete_task, note_progress, note_task, reopen_task
from communedb.domain.feedback import Category, FeedbackKind, NewFeedback, Source, SubjectKind
from communedb.domain.refusal import Reason, Refused
from communedb.domain.task_event import TaskKind
from communedb.domain.task_extension import Decision
from communedb.stores.task_reports import replaced_report
from communetui.dossier.told import moment_text
from communetui.screens.entry import EntryForm
from communetui.strings import task_actions
from communetui.strings.feedback_values import feedback_values
from communetui.strings.task import task
from communetui.strings.task_forms import task_forms
from communetui.tasks.course import step_name
from communetui.tasks.offering import locked_periods, open_periods
from communetui.tasks.parts import day, line, money, one_named, one_of, percent, prose, said_beside
from communetui.tasks.told import day_text, period_name

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from communedb.desk.feedback import AddedFeedback
    from communedb.register import Register
    from communetui.screens.entry import Part
    from communetui.strings.language import Text
    from communetui.tasks.view import View

_LONG: Final = 2_000

Given = dict[str, Any]
Work = tuple[Any, ...]
"""What is done: a function of the desk and what it takes after the task."""


def form_title(name: str, view: View) -> Text:
    """What is done, with which task."""

    def said() -> str:
        step = getattr(task_actions, name)().name
        return task_forms().title.format(step=step, code=view.task.code, title=view.row.title)

    return said


def step_form(
    name: str, view: View, register: Register, refused: Callable[[Refused], object], **prefilled: Any
) -> EntryForm[Given]:
    """The form of a step; saved, it answers with what was given and, as `answer`, what the register said."""

    def work(given: Given) -> Given:
        with said_beside(parts):
            job, *arguments = _WORK[name](given)
            answer = register.write_as_shown(view.task.shown, job, view.task.id, *arguments)
        replaced = replaced_report(register.db, view.task.id, answer.event) if name == "report" else None
        return given | {"answer": answer, "replaced": replaced}

    parts = _PARTS[name](view, prefilled)
    return EntryForm(
        form_title(name, view), parts, work, about=lambda: about_text(name, view), refused=refused, help_about="task"
    )


def about_text(name: str, view: View) -> str:
    """What stands above the first row."""
    state, words = view.state, task_forms()
    asked = view.last(TaskKind.EXTENSION_ASKED)
    last = state.undoable
    facts = {
        "code": view.task.code,
        "due": day_text(state.due_on) or words.none,
        "percent": state.percent,
        "asked": day_text(state.asked_due_on),
        "offered": day_text(state.offered_due_on),
        "officer": view.names.get(state.asked_by, "-"),
        "reason": (asked.reason if asked else None) or "-",
    }
    if name == "assign":
        facts["officer"] = view.line.responsible or task().nobody
    if name == "take_back" and last is not None:
        facts |= {"step": step_name(last.kind), "at": moment_text(last.happened_at)}
        facts["officer"] = view.names.get(last.officer, "-")
    return words.about.get(name, "").format(**facts)


# -- which values a step asks for


def _progress(view: View, _: Given) -> list[Part]:
    return [
        percent("percent", view.state.percent),
        line("text", limit=_LONG),
        money("disbursed", aside=True),
        day("happened_on", view.today, aside=True),
    ]


def _complete(view: View, prefilled: Given) -> list[Part]:
    return [
        line("result", prefilled.get("result", ""), limit=_LONG),
        day("happened_on", view.today),
        money("disbursed", aside=True),
    ]


def _report(view: View, prefilled: Given) -> list[Part]:
    offered = open_periods(view)
    missing = [one for one in offered if one not in view.state.reports]
    chosen = prefilled.get("period") or (missing[-1] if missing else offered[0])
    present = view.state.reports.get(chosen)

    written = any(not view.state.reports[one].no_work for one in offered if one in view.state.reports)

    def worked(given: Mapping[str, Any]) -> bool:
        return given.get("no_work") == "no"

    def works() -> dict[str, str]:
        """That no work goes over a report that is written is a choice of its own."""
        return {key: said for key, said in task_forms().no_work.items() if key != "over" or written}

    # The period is mostly the right one, so it comes last; a week without work is two keys.
    return [
        one_of("no_work", works, "yes" if present and present.no_work else "no"),
        prose("report", present.text if present else "", shown=worked),
        line("difficulty", present.difficulty if present else "", limit=_LONG),
        one_of("period", lambda: {one: period_name(one) for one in offered}, chosen),
        line("topic", aside=True),
    ]


def _reopen_period(view: View, prefilled: Given) -> list[Part]:
    offered = locked_periods(view)
    chosen = prefilled.get("period") or offered[0]
    return [
        one_of("period", lambda: {one: period_name(one) for one in offered}, chosen),
        line("reason", limit=_LONG),
    ]


def _decide(view: View, _: Given) -> list[Part]:
    def countered(given: Mapping[str, Any]) -> bool:
        return given.get("decision") == Decision.COUNTER

    return [
        one_of("decision", lambda: task_forms().decisions),
        day("offered", view.today, shown=countered),
        line("reason", limit=_LONG),
    ]


def _difficulty(_view: View, _: Given) -> list[Part]:
    return [
        one_of("kind", lambda: feedback_values().kind, FeedbackKind.OTHER),
        line("topic"),
        prose("content"),
        one_of("source", lambda: feedback_values().source, Source.OFFICE, aside=True),
    ]


def _reason(_view: View, _: Given) -> list[Part]:
    return [line("reason", limit=_LONG)]


_PARTS: Final[Mapping[str, Callable[[View, Given], list[Part]]]] = {
    "progress": _progress,
    "complete": _complete,
    "report": _report,
    "reopen_period": _reopen_period,
    "ask_extension": lambda view, _: [day("new_due", view.today), line("reason", limit=_LONG)],
    "decide_extension": _decide,
    "answer_counter": lambda view, _: [one_of("accept", lambda: task_forms().answers), line("text", limit=_LONG)],
    "assign": lambda view, _: [one_named("to_officer", view.colleagues), line("text", limit=_LONG)],
    "difficulty": _difficulty,
    "noted": lambda view, _: [line("text", limit=_LONG)],
    "reopen": _reason,
    "take_back": _reason,
    "void": _reason,
}


# -- from what was typed to what is asked of the register


def _needed(given: Given, name: str) -> Any:
    """A value that must be there; its row says when it is not."""
    if given.get(name) is None:
        raise Refused(Reason.STEP_NEEDS_MORE, step="", needs=name)
    return given[name]


def _reported(given: Given) -> Work:
    none, over = given["no_work"] in {"yes", "over"}, given["no_work"] == "over"

    def job(tx: Any, key: str) -> Reported:
        text = "" if none else given["report"] or ""
        return report_period(tx, key, given["period"], text, none, given["difficulty"], given["topic"], replace=over)

    return (job,)


def _decided(given: Given) -> Work:
    decision = Decision(_needed(given, "decision"))
    offered = _needed(given, "offered") if decision is Decision.COUNTER else None
    return (decide_extension, decision, given["reason"] or "", offered)


def _difficult(given: Given) -> Work:
    def job(tx: Any, key: str) -> AddedFeedback:
        new = NewFeedback(
            category=Category.DIFFICULTY,
            kind=given["kind"],
            topic=given["topic"] or "",
            source=given["source"],
            content=given["content"] or "",
            subject_kind=SubjectKind.TASK,
            subject=key,
        )
        return add_feedback(tx, new)

    return (job,)


def _completed(given: Given) -> Work:
    def job(tx: Any, key: str) -> str:
        return complete_task(
            tx, key, given["result"] or "", disbursed=given["disbursed"], happened_on=given["happened_on"]
        )

    return (job,)


_WORK: Final[Mapping[str, Callable[[Given], Work]]] = {
    "progress": lambda g: (note_progress, g["percent"], g["text"] or "", g["disbursed"], g["happened_on"]),
    "complete": _completed,
    "report": _reported,
    "reopen_period": lambda g: (reopen_period, g["period"], g["reason"] or ""),
    "ask_extension": lambda g: (ask_extension, _needed(g, "new_due"), g["reason"] or ""),
    "decide_extension": _decided,
    "answer_counter": lambda g: (answer_counter, _needed(g, "accept") == "yes", g["text"] or ""),
    "assign": lambda g: (assign_task, _needed(g, "to_officer"), g["text"] or ""),
    "difficulty": _difficult,
    "noted": lambda g: (note_task, g["text"] or ""),
    "reopen": lambda g: (reopen_task, g["reason"] or ""),
    "take_back": lambda g: (take_back_task_step, g["reason"] or ""),
    "void": lambda g: (void_task, g["reason"] or ""),
}


def said_of(name: str, given: Given, view: View) -> str:
    """What is said after a step."""
    words, state = task(), view.state
    if name == "ask_extension":
        return words.asked.format(day=day_text(given["new_due"]))
    if name == "decide_extension":
        told = {"approve": words.approved, "reject": words.rejected, "counter": words.countered}[given["decision"]]
        days = {"approve": state.asked_due_on, "reject": state.due_on, "counter": given.get("offered")}
        return told.format(day=day_text(days[given["decision"]]))
    if name == "answer_counter":
        accepted = given["accept"] == "yes"
        return (words.approved if accepted else words.rejected).format(
            day=day_text(state.offered_due_on if accepted else state.due_on)
        )
    if name == "report":
        return _said_of_report(given, view)
    if name == "take_back":
        return words.taken_back.format(step=step_name(state.undoable.kind) if state.undoable else "-")
    if name == "void":
        return words.voided
    if name == "difficulty":
        return words.difficulty_noted.format(code=given["answer"].code)
    return words.saved.format(step=getattr(task_actions, name)().name.lower())


def _said_of_report(given: Given, view: View) -> str:
    """What is said after a report: whose it replaces, and under which code its difficulty is followed."""
    words = task()
    told = [words.reported.format(period=period_name(given["period"]))]
    if (before := given["replaced"]) is not None:
        writer = view.names.get(before.officer, words.elsewhere)
        told.append(words.replaced.format(officer=writer, at=moment_text(before.entered_at)))
    if (noted := given["answer"].difficulty) is not None:
        told.append(words.difficulty_noted.format(code=noted.code))
    return " ".join(told)
