"""`communetui feedback show`: everything about one piece of feedback or one difficulty."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from communedb.domain.feedback_event import FeedbackEventKind
from communedb.domain.feedback_steps import offered
from communetui.cli.kinds import TEXT
from communetui.cli.lazy import command, start_of
from communetui.cli.opening import opened
from communetui.cli.output import answer
from communetui.cli.showing import findings, moment, outside
from communetui.cli.table import pairs, table
from communetui.feedback.told import told_moment
from communetui.strings.cli_feedback import cli_feedback
from communetui.strings.concern import concern
from communetui.strings.feedback_values import feedback_values

if TYPE_CHECKING:
    from communedb.register import Register
    from communedb.stores.feedback import Feedback
    from communetui.cli.start import Start


@command("feedback show")
@click.argument("code", type=TEXT)
@start_of
def show(start: Start, code: str) -> None:
    """Show feedback or a difficulty by its code or key."""
    from communedb.stores.feedback import find_feedback, read_feedback
    from communedb.stores.feedback_subject import subject_of
    from communedb.stores.officers import officer_names

    with opened(start) as register:
        found = read_feedback(register.db, find_feedback(register.db, code))
        names = officer_names(register.db)
        subject = subject_of(register.db, found.row["subject_kind"], found.row["subject"])
        document = _document(register, found, names) | {"subject": subject._asdict() if subject else None}
    answer(start, document, lambda: _told(found, document, names))


def _document(register: Register, found: Feedback, names: dict[str, str]) -> dict[str, Any]:
    state, row = found.state, found.row
    due_at, expected = state.due
    return {
        "feedback": outside(row) | {"anonymous": bool(row["anonymous"])},
        "state": {
            "status": state.status,
            "voided": state.voided,
            "open": state.open,
            "paused": state.paused,
            "due_at": due_at,
            "due_expected": expected,
            "refuse_due_at": state.refuse_due_at,
            "ask_due_at": state.ask_due_at,
            "handle_due_at": state.handle_due_at,
            "publish_due_at": state.publish_due_at,
            "holder": {"id": state.holder, "name": names.get(state.holder, "")} if state.holder else None,
            "answer": state.answer,
            "handled_at": state.handled_at,
            "answered_at": state.answered_at,
            "published_at": state.published_at,
            "closed_at": state.closed_at,
            "escalated_to": state.escalated_to,
            "findings": findings(state.findings),
        },
        "related": _codes(register, [row["escalated_from"], *state.escalated_to]),
        "attachments": [outside(file) for file in found.attachments],
        "events": [
            {**event.model_dump(mode="json"), "officer_name": names.get(event.officer, "")} for event in found.events
        ],
        "steps": _steps(register, found),
    }


def _codes(register: Register, keys: list[str | None]) -> dict[str, str]:
    """The codes of other feedback by key: what this came from, and what it became at the higher level."""
    found = register.db.conn.execute(
        "SELECT id, code FROM feedback WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(keys),)
    )
    return dict(found.fetchall())


def _steps(register: Register, found: Feedback) -> list[str]:
    """The steps that this officer may take now."""
    state, row = found.state, found.row
    if state.voided:
        return []
    steps = offered(state.status, row["category"], row["kind"], register.officer.roles)
    return [one.kind for one in steps if one.kind is not FeedbackEventKind.ESCALATED or not state.escalated_to]


def _told(found: Feedback, document: dict[str, Any], names: dict[str, str]) -> str:
    said, named, row, state = cli_feedback(), feedback_values(), found.row, found.state
    subject = document["subject"]
    status = named.status[state.status] if not state.voided else named.step["voided"]
    facts = pairs(
        [
            (named.field["code"], row["code"]),
            (named.field["category"], named.category.get(row["category"], row["category"])),
            (named.field["kind"], named.kind.get(row["kind"], row["kind"])),
            (named.field["topic"], row["topic"]),
            (said.status, status),
            (named.field["received_at"], told_moment(row["received_at"])),
            (said.due, moment(state.due[0]) if state.open and not state.paused else ""),
            (said.holder, names.get(state.holder, "")),
            (named.field["source"], named.source.get(row["source"], row["source"])),
            (named.field["sender_name"], said.anonymous if row["anonymous"] else row["sender_name"] or ""),
            (named.field["sender_phone"], row["sender_phone"] or ""),
            (named.field["subject_kind"], f"{subject['code']} {subject['title']}" if subject else ""),
            (named.field["level"], named.level.get(row["level"], row["level"])),
            (named.field["content"], row["content"]),
            (named.field["escalated_from"], document["related"].get(row["escalated_from"], "")),
            (concern().escalated_to, ", ".join(document["related"].get(key, key) for key in state.escalated_to)),
            (named.step["answered"], state.answer),
        ]
    )
    events = [
        (moment(e.happened_at), named.step[e.kind], names.get(e.officer, e.officer),
         e.reason or names.get(e.to_officer or "", ""))
        for e in found.events
    ]  # fmt: skip
    parts = [facts, table(said.event_columns, events)]
    if steps := ", ".join(f"{kind} ({named.step[kind]})" for kind in document["steps"]):
        parts.append(f"{said.steps}: {steps}")
    return "\n\n".join([*parts, *(finding["message"] for finding in document["state"]["findings"])])
