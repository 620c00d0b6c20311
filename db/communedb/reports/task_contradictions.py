"""Tasks whose steps or places contradict each other after a merge: listed as work, changed never."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from communedb.domain.finding import Finding, FindingCode
from communedb.domain.moment import utc_text
from communedb.domain.refusal import Refused
from communedb.domain.task_period import came_late, cut_off_of
from communedb.stores.task_rules import read_rules
from communedb.stores.tasks import day_of, task_state

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from communedb.domain.task_event import TaskState
    from communedb.domain.task_rules import TaskRules
    from communedb.sqlite import Database


class TaskContradiction(NamedTuple):
    """One task and the last thing about it that cannot be; `more` counts what else there is."""

    task: str
    code: str
    title: str
    finding: Finding
    more: int


def task_contradictions(db: Database) -> list[TaskContradiction]:
    """Every task that has findings, by code; a void one only when its void contradicts the work of another station."""
    found: dict[str, list[Finding]] = {}
    for task, findings in (
        *_of_states(db),
        *_children(db),
        *_below_void(db),
        *_equal_codes(db),
        *_loops(db),
        *_late_reports(db),
    ):
        found.setdefault(task, []).extend(findings)
    named = {
        key: (code, title)
        for key, code, title in db.conn.execute(
            "SELECT id, code, title FROM task WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(list(found)),)
        )
    }
    lines = [
        TaskContradiction(key, *named[key], all_[-1], len(all_) - 1) for key, all_ in found.items() if key in named
    ]
    return sorted(lines, key=lambda line: (line.code, line.task))


def task_findings(db: Database, task: str, state: TaskState) -> list[Finding]:
    """What is odd about one task: its steps, its reports, its code, its place among the others."""
    elsewhere = [*_children(db), *_below_void(db), *_equal_codes(db), *_loops(db)]
    return [
        *state.findings,
        *_of_reports(state, read_rules(db)),
        *(finding for key, findings in elsewhere if key == task for finding in findings),
    ]


def _of_states(db: Database) -> Iterator[tuple[str, list[Finding]]]:
    found = db.conn.execute("SELECT task, findings, voided FROM task_state WHERE findings <> '[]'").fetchall()
    for task, kept, voided in found:
        findings = [Finding.model_validate(one) for one in json.loads(kept)]
        if voided:
            findings = [one for one in findings if one.code is FindingCode.TASK_VOIDED_UNSEEN]
        if findings:
            yield task, findings


def _children(db: Database) -> Iterator[tuple[str, list[Finding]]]:
    """Tasks that end after the task above them."""
    found = db.conn.execute(
        "SELECT t.id, s.due_on, p.code, p.due_on FROM task t JOIN task_state s ON s.task = t.id"
        " JOIN task_state p ON p.task = t.parent WHERE s.voided = 0 AND p.voided = 0 AND s.completed_on IS NULL"
        " AND p.due_on IS NOT NULL AND (s.due_on IS NULL OR s.due_on > p.due_on)"
    ).fetchall()
    for task, due_on, parent, parent_due in found:
        facts = {"parent": parent, "due": _day(due_on), "parent_due": _day(parent_due)}
        yield task, [Finding(code=FindingCode.TASK_CHILD_AFTER_PARENT, facts=facts)]


def _below_void(db: Database) -> Iterator[tuple[str, list[Finding]]]:
    """Tasks that live on below one that another station voided without knowing them."""
    found = db.conn.execute(
        "SELECT t.id, p.code FROM task t JOIN task_state s ON s.task = t.id JOIN task_state p ON p.task = t.parent"
        " WHERE s.voided = 0 AND p.voided = 1"
    ).fetchall()
    for task, parent in found:
        yield task, [Finding(code=FindingCode.TASK_PARENT_VOIDED, facts={"parent": parent})]


def _equal_codes(db: Database) -> Iterator[tuple[str, list[Finding]]]:
    """Tasks of one unit that bear one code, case and marks aside as where codes are entered."""
    found = db.conn.execute(
        "WITH live AS (SELECT t.id, t.scope, t.code, s.code_key FROM task_state s JOIN task t ON t.id = s.task"
        " WHERE s.voided = 0), twice AS (SELECT scope, code_key, count(*) AS number FROM live"
        " GROUP BY scope, code_key HAVING count(*) > 1)"
        " SELECT live.id, live.code, twice.number FROM live JOIN twice USING (scope, code_key)"
    ).fetchall()
    for task, code, number in found:
        yield task, [Finding(code=FindingCode.TASK_CODE_TWICE, facts={"code": code, "count": str(number)})]


def _loops(db: Database) -> Iterator[tuple[str, list[Finding]]]:
    """Tasks that lie below themselves: two stations each put one under the other."""
    above = dict(db.conn.execute("SELECT id, parent FROM task WHERE parent IS NOT NULL").fetchall())
    for task in above:
        seen, place = {task}, above[task]
        while place in above and place not in seen:
            seen.add(place)
            place = above[place]
        if place == task:
            yield task, [Finding(code=FindingCode.TASK_PARENT_IN_LOOP)]


def _late_reports(db: Database) -> Iterator[tuple[str, list[Finding]]]:
    """Reports that were written after their cut-off; only tasks with one that might be are read whole."""
    rules = read_rules(db)
    written = db.conn.execute(
        "SELECT task, period, max(entered_at) FROM task_event"
        " WHERE period IS NOT NULL AND kind = 'reported' GROUP BY period, task"
    ).fetchall()
    ends: dict[str, str] = {}
    suspects = dict.fromkeys(task for task, period, at in written if at >= _end_text(period, rules, ends))
    for task in suspects:
        state = task_state(db, task)
        findings = [] if state.voided else _of_reports(state, rules)
        if findings:
            yield task, findings


def _end_text(period: str, rules: TaskRules, known: dict[str, str]) -> str:
    """The cut-off of a period as columns hold instants; nothing where the writer's own cut-off has to be looked at."""
    if period not in known:
        try:
            end = cut_off_of(period, rules.cut_offs)
        except Refused:
            known[period] = "9"
        else:
            known[period] = "" if _changed_since(end, rules) else utc_text(end)
    return known[period]


def _changed_since(end: datetime, rules: TaskRules) -> bool:
    changes = (rules.cut_offs.weekly.since, rules.cut_offs.monthly.since)
    return any(since is not None and end <= since for since in changes)


def _of_reports(state: TaskState, rules: TaskRules) -> list[Finding]:
    return [
        Finding(
            code=FindingCode.TASK_REPORT_AFTER_CUT_OFF,
            facts={
                "period": report.period,
                "entered": utc_text(report.entered_at),
                "cut_off": utc_text(report.cut_off or cut_off_of(report.period, rules.cut_offs)),
            },
        )
        for report in state.reports.values()
        if came_late(report, rules.cut_offs)
    ]


def _day(text: str | None) -> str:
    day = day_of(text)
    return f"{day:%d/%m/%Y}" if day else "-"
