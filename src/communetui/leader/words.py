"""The figures of the report `leader` as sentences: what presses first, then dossiers, tasks and people."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from communetui.numbers import count_text, share_text
from communetui.strings.leader import leader

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communedb.reports.figures import Figures, Row
    from communetui.strings.leader import Span


class Part(NamedTuple):
    """A heading and its sentences; `presses` marks the part that comes first whenever it is not empty."""

    heading: str
    sentences: tuple[str, ...]
    presses: bool = False


def parts(figures: Figures) -> list[Part]:
    """The page as headings and sentences, the same on the screen, at the command line and on paper."""
    told = _Told(figures)
    said = leader()
    pressing = tuple(_pressing(told))
    return [
        Part(said.pressing, pressing or (said.nothing_pressing,), presses=bool(pressing)),
        Part(said.dossiers, tuple(_dossiers(told))),
        Part(said.tasks, tuple(_tasks(told))),
        Part(said.people, tuple(_people(told))),
    ]


def period_text(figures: Figures) -> str:
    """The days of which the page speaks."""
    said, period = leader(), figures.period
    words = said.one_day if period.first == period.last else said.from_to
    return words.format(first=f"{period.first:%d/%m/%Y}", last=f"{period.last:%d/%m/%Y}")


def title(figures: Figures) -> str:
    """The heading of the page."""
    return leader().title.format(span=span_of(figures).name.upper())


def lines(figures: Figures) -> list[str]:
    """The page as lines of text for a terminal."""
    told = [title(figures), period_text(figures)]
    for part in parts(figures):
        told += ["", part.heading.upper() if part.presses else part.heading, *part.sentences]
    return told


def span_of(figures: Figures) -> Span:
    """How the kind of period is spoken of."""
    spans = leader().spans
    return spans.get(figures.period.kind.value.removeprefix("official_"), spans[""])


class _Told:
    """The counts of the figures by name."""

    def __init__(self, figures: Figures) -> None:
        self.rows = {row.key: row for row in figures.rows}
        self.span = span_of(figures)

    def now(self, name: str) -> int:
        return _count(self.rows.get(name), "now")

    def before(self, name: str) -> int:
        return _count(self.rows.get(name), "before")

    def more(self, name: str) -> str:
        """How it compares with the period before."""
        said, difference = leader(), self.now(name) - self.before(name)
        text = said.same if difference == 0 else said.more if difference > 0 else said.less
        return text.format(count=count_text(abs(difference)), before=self.span.before)

    def starting(self, beginning: str) -> list[Row]:
        return [row for key, row in self.rows.items() if key.startswith(beginning)]


def _count(row: Row | None, column: str) -> int:
    value = row.cells.get(column) if row else None
    return value if isinstance(value, int) else 0


def _pressing(told: _Told) -> Iterator[str]:
    said = leader()
    if told.now("overdue"):
        yield said.overdue_before.format(count=count_text(told.now("overdue")), more=told.more("overdue"))
        names = [
            said.late_officer.format(name=row.cells["about"] or said.unnamed, count=row.cells["now"])
            for row in told.starting("late:")
        ]
        yield said.late_officers.format(names=", ".join(names))
    if told.now("tasks_overdue"):
        yield said.tasks_overdue.format(count=count_text(told.now("tasks_overdue")))
        for row in told.starting("late_task:"):
            due = row.cells["due"]
            day = f"{due:%d/%m/%Y}" if isinstance(due, date) else "-"
            yield _ITEM + said.late_task.format(about=row.cells["about"], due=day)
    if told.now("feedback_overdue"):
        yield said.feedback_overdue.format(count=count_text(told.now("feedback_overdue")))


_ITEM: Final = "- "
"""What a line of a list begins with."""


def _dossiers(told: _Told) -> Iterator[str]:
    said = leader()
    received, returned = told.now("received"), told.now("returned")
    if received or returned:
        yield said.came.format(
            of=told.span.of,
            received=count_text(received),
            received_more=told.more("received"),
            returned=count_text(returned),
            returned_more=told.more("returned"),
        )
    else:
        yield said.nothing_came.format(of=told.span.of)
    yield _resolved(told)
    still = told.now("open")
    yield said.open.format(count=count_text(still)) if still else said.open_nothing
    for name, words in (
        ("due_next", said.due_next), ("with_citizen", said.with_citizen), ("uncollected", said.uncollected),
    ):  # fmt: skip
        if told.now(name):
            yield words.format(count=count_text(told.now(name)))


def _resolved(told: _Told) -> str:
    said = leader()
    count, in_time = told.now("resolved"), told.now("resolved_in_time")
    if not count:
        return said.resolved_nothing
    facts = {"count": count_text(count), "in_time": count_text(in_time), "share": share_text(in_time / count)}
    before = told.before("resolved")
    if not before:
        return said.resolved.format(**facts)
    share_before = share_text(told.before("resolved_in_time") / before)
    return said.resolved_before.format(**facts, before=told.span.before, share_before=share_before)


def _tasks(told: _Told) -> Iterator[str]:
    said = leader()
    total, done = told.now("tasks"), told.now("tasks_done")
    if not total:
        yield said.tasks_none
        return
    yield said.tasks_done.format(
        done=count_text(done),
        total=count_text(total),
        share=share_text(done / total),
        span=told.span.name,
        now=count_text(told.now("tasks_done_now")),
    )
    if told.now("tasks_red"):
        yield said.tasks_red.format(count=count_text(told.now("tasks_red")))
    if told.now("tasks_due_next"):
        yield said.tasks_next.format(count=count_text(told.now("tasks_due_next")))


def _people(told: _Told) -> Iterator[str]:
    said = leader()
    received, still = told.now("feedback"), count_text(told.now("feedback_open"))
    if received:
        yield said.feedback.format(count=count_text(received), more=told.more("feedback"), open=still)
    else:
        yield (said.feedback_open if told.now("feedback_open") else said.feedback_nothing).format(open=still)
    if told.now("difficulties_open") or told.now("difficulties_resolved"):
        yield said.difficulties.format(
            resolved=count_text(told.now("difficulties_resolved")), open=count_text(told.now("difficulties_open"))
        )
    marked, poor = told.now("marked"), told.now("poor")
    if marked:
        pleased = marked - poor
        yield said.marked.format(
            count=count_text(marked), pleased=count_text(pleased), share=share_text(pleased / marked), poor=poor
        )
    if told.now("helped") or told.before("helped"):
        yield said.helped.format(count=count_text(told.now("helped")), more=told.more("helped"))
