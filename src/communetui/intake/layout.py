"""Where the controls of the intake form stand: one column, short ones two on a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from communedb.domain.channel import Channel
from communedb.domain.identity import Sex
from communedb.domain.intake import ApplicantKind, ReturnMethod
from communedb.domain.time_limit import LimitUnit
from communetui.intake.feelines import FeeLines
from communetui.intake.papers import Papers
from communetui.strings.intake import choices, hints, labels
from communetui.widgets.choice import Choice, Option
from communetui.widgets.field import Field
from communetui.widgets.picker import Found, Picker
from communetui.widgets.row import Row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from textual.widget import Widget

    from communetui.strings.language import Text

V = TypeVar("V")
Search = "Callable[[str], Sequence[Found[Any]]]"

LONG = 500
PROSE = 2_000


def named(value: V, names: Callable[[], Mapping[str, str]]) -> Option[V]:
    """An option whose words are looked up by the value's code."""
    return Option(value, lambda: names()[str(value or "")])


def options(values: Sequence[V], names: Callable[[], Mapping[str, str]]) -> list[Option[V]]:
    """Options for these values."""
    return [named(value, names) for value in values]


def label(name: str) -> Text:
    """The label of a row, by its name in `Labels`."""
    return lambda: str(getattr(labels(), name))


def row(name: str, control: Widget, *, hidden: bool = False) -> Row:
    """A row whose control's id is the name of its label."""
    made = Row(label(name), control, id=f"{name}_row")
    made.display = not hidden
    return made


def field(name: str, limit: int = 200, **more: Any) -> Row:
    """A row with a text field."""
    return row(name, Field(id=name, limit=limit, **more))


class HalfRow(Row):
    """A row that shares its line with another; its note has the whole width under both."""

    def __init__(self, name: str, control: Widget) -> None:
        super().__init__(label(name) if name else lambda: "", control, id=f"{control.id}_row")
        self._told = ""

    @property
    def note(self) -> str:
        """What is written under the control."""
        return self._told

    def write_note(self, text: str) -> None:
        """Write this under the pair."""
        if text == self._told:
            return
        self._told = text
        pair = self.parent.parent if self.parent is not None else None
        if isinstance(pair, Pair):
            pair.tell()


class Pair(Vertical):
    """Two short rows on one line, and a line for their notes while there are any."""

    def __init__(self, left: HalfRow, right: HalfRow, *, id: str | None = None, hidden: bool = False) -> None:  # noqa: A002
        self._rows = (left, right)
        right.add_class("right")
        self._notes = Static("", markup=False, classes="notes")
        self._notes.display = False
        super().__init__(Horizontal(left, right), self._notes, classes="pair", id=id)
        self.display = not hidden

    def tell(self) -> None:
        """Show the notes of both rows."""
        text = "\n".join(row.note for row in self._rows if row.note)
        self._notes.update(text)
        self._notes.display = bool(text)


def half(name: str, limit: int = 200, **more: Any) -> HalfRow:
    """Half a line with a text field."""
    return HalfRow(name, Field(id=name, limit=limit, **more))


class Searches:
    """The searches of the pickers; all of them run in threads."""

    procedures: Callable[[str], Sequence[Found[Any]]]
    people: Callable[[str], Sequence[Found[Any]]]
    units: Callable[[str], Sequence[Found[Any]]]

    def __init__(
        self,
        procedures: Callable[[str], Sequence[Found[Any]]],
        people: Callable[[str], Sequence[Found[Any]]],
        units: Callable[[str], Sequence[Found[Any]]],
    ) -> None:
        self.procedures, self.people, self.units = procedures, people, units


def people_rows(search: Searches) -> Iterator[Widget]:
    """When it was received if not now, the procedure, the applicant, who hands in."""
    yield Vertical(
        field("late_code", limit=100, hint=lambda: hints().late_code),
        Pair(
            half("late_day", limit=20, hint=lambda: hints().late_day),
            half("late_time", limit=20, hint=lambda: hints().late_time),
        ),
        field("late_reason", limit=PROSE, hint=lambda: hints().late_reason),
        id="late_part",
        classes="part",
    )
    yield row("procedure", Picker(search.procedures, id="procedure", limit=LONG, hint=lambda: hints().procedure))
    yield row("limit", Choice[int](id="limit"), hidden=True)
    yield Pair(
        half("limit_amount", limit=4),
        HalfRow("", Choice(options(list(LimitUnit), lambda: choices().limit_unit), id="limit_unit")),
        id="typed_limit",
        hidden=True,
    )
    yield row("kind", Choice(options(list(ApplicantKind), lambda: choices().kind), id="kind"))
    yield Pair(half("id_number", limit=20), half("old_id_number", limit=40))
    yield row("name", Picker(search.people, free=True, least=2, id="name"))
    yield Pair(
        half("birth", limit=20, hint=lambda: hints().birth),
        HalfRow("sex", Choice(options([None, *Sex], lambda: choices().sex), id="sex")),
    )
    yield Pair(half("phone", limit=30), half("email", limit=100))
    yield field("address", hint=lambda: hints().address)
    yield row("unit", Picker(search.units, id="unit", hint=lambda: hints().unit))
    yield Vertical(
        field("submitter_name"),
        Pair(half("submitter_id_number", limit=20), half("submitter_relation", limit=100)),
        field("submitter_phone", limit=30),
        id="submitter_part",
        classes="part",
    )


def matter_rows(search: Searches) -> Iterator[Widget]:
    """What is handed in, what is paid, how it comes and goes."""
    yield field("content", limit=PROSE)
    yield row("papers", Papers(id="papers"))
    yield row("fees", FeeLines(id="fees"), hidden=True)
    yield field("fee_typed", limit=20, hint=lambda: hints().fee_typed)
    yield row("channel", Choice(options(list(Channel), lambda: choices().channel), id="channel"))
    yield row("return_method", Choice(options(list(ReturnMethod), lambda: choices().return_method), id="return_method"))
    yield Pair(half("sets", limit=4), half("portal_code", limit=100))
    yield field("other_codes", limit=LONG, hint=lambda: hints().other_codes)
    yield Vertical(
        *(
            row(name, Picker(search.units, free=True, id=name))
            for name in ("reception_place", "official_place", "competent_agency")
        ),
        id="elsewhere_part",
        classes="part",
    )
    yield field("note", limit=PROSE)
