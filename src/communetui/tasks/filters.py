"""The filters of the list of tasks: the form, those that are ready, and the line that tells what is shown."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from communedb.domain.task_status import TaskStatus
from communedb.stores.officers import officer_names
from communedb.stores.task_list import TaskFilter, task_rows
from communedb.stores.task_rules import read_rules
from communetui.screens.entry import EntryForm, Part
from communetui.strings.task_forms import task_forms
from communetui.strings.task_values import block_text, task_values
from communetui.strings.tasks import tasks
from communetui.tasks.groups import tally
from communetui.tasks.lines import Order, Ready, unit_text
from communetui.tasks.parts import label
from communetui.widgets.choice import Choice, Option
from communetui.widgets.menu import Item

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from communedb.register import Register
    from communetui.tasks.lines import Line, Wanted


class FilterFacts(NamedTuple):
    """What the form offers to choose from: blocks, officers and units by key with their names, directives."""

    blocks: list[str]
    officers: Mapping[str, str]
    units: Mapping[str, str]
    documents: list[str]


def read_facts(register: Register) -> FilterFacts:
    """Read what there is to choose from; from a thread."""
    db = register.db
    rules = read_rules(db)
    rows = task_rows(db, TaskFilter(voided=True), register.now(), rules)
    names = officer_names(db)
    responsible = {row.responsible for row in rows}
    return FilterFacts(
        blocks=list(dict.fromkeys([*rules.blocks, *(row.block for row in rows)])),
        officers={key: name for key, name in names.items() if key in responsible},
        units={unit: unit_text(db, unit) for unit in sorted({row.lead_unit for row in rows if row.lead_unit})},
        documents=sorted({row.document_number for row in rows if row.document_number}),
    )


def filter_form(wanted: Wanted, facts: FilterFacts) -> EntryForm[Wanted]:
    """The form, filled with the present filter; the search stays as it is."""

    def work(given: dict[str, Any]) -> Wanted:
        order = given.pop("order")
        return replace(wanted, filter=replace(wanted.filter, **given), ready="", order=order)

    now = wanted.filter
    parts = [
        _choice("status", list(TaskStatus), lambda one: task_values().status[one], now.status),
        _choice("block", facts.blocks, block_text, now.block),
        _choice("officer", list(facts.officers), lambda one: facts.officers[one], now.officer),
        _choice("lead_unit", list(facts.units), lambda one: facts.units[one], now.lead_unit),
        _choice("document", facts.documents, str, now.document),
        _yes_no("red", now.red),
        _yes_no("voided", now.voided),
        Part(
            "order",
            label("order"),
            Choice([_named(one, lambda o: task_forms().orders[o]) for one in Order], value=wanted.order),
        ),
    ]
    return EntryForm(
        lambda: task_forms().filter_title, parts, work, about=lambda: task_forms().filter_about, help_about="tasks"
    )


def _named(value: Any, said: Callable[[Any], str]) -> Option[Any]:
    return Option(value, lambda: said(value))


def _choice(name: str, known: Sequence[Any], said: Callable[[Any], str], value: Any) -> Part:
    offered: list[Option[Any]] = [Option(None, lambda: task_forms().any), *(_named(one, said) for one in known)]
    return Part(name, label(name), Choice(offered, value=value))


def _yes_no(name: str, value: bool) -> Part:
    options = [Option(False, lambda: task_forms().no), Option(True, lambda: task_forms().yes)]
    return Part(name, label(name), Choice(options, value=value))


def ready_items() -> list[Item[str]]:
    """The filters that are ready, each by its digit; the last shows all again."""
    words = task_forms().ready
    items = [Item(one.value, words[one], str(number)) for number, one in enumerate(Ready, start=1)]
    return [*items, Item("", words["all"], "0")]


def summary_text(wanted: Wanted, lines: Sequence[Line], officers: Mapping[str, str]) -> str:
    """What is filtered, and how those that are left stand."""
    words, count = tasks(), tally(lines)
    said = words.summary.format(
        not_started=count.not_started,
        in_progress=count.in_progress,
        completed=count.completed,
        late=count.late,
    )
    red = words.summary_red.format(red=count.red) if count.red else ""
    return _narrowed(wanted, officers) + "; ".join(part for part in (said, red) if part)


def _narrowed(wanted: Wanted, officers: Mapping[str, str]) -> str:
    """What the list is narrowed to, in brackets."""
    now, words = wanted.filter, task_forms()
    told = [
        words.ready["mine"] if now.mine else "",
        words.ready.get(wanted.ready, ""),
        task_values().status[now.status] if now.status else "",
        block_text(now.block) if now.block else "",
        officers.get(now.officer, "") if now.officer else "",
        now.lead_unit or "",
        now.document or "",
        words.ready["red"] if now.red else "",
        words.ready["voided"] if now.voided else "",
    ]
    narrowed = ", ".join(part for part in told if part)
    return f"[{narrowed}] " if narrowed else ""
