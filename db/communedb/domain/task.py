"""A task from above as an officer or a plan states it: the facts that stand, apart from what happens to it."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated, Final

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationInfo

from communedb.domain.intake import Line, Prose
from communedb.domain.officer import Role
from communedb.domain.refusal import Reason, Refused
from communedb.domain.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

FIRST_DAY, LAST_DAY = date(1975, 1, 1), date(2099, 12, 31)
"""Days that a task can speak of."""

MOST_MONEY: Final = 10**15
"""Đồng that one task can speak of: more would leave what a column holds once summed."""


class Level(StrEnum):
    """Which level assigned a task."""

    CENTRAL = "central"
    PROVINCE = "province"
    COMMUNE = "commune"


class Rhythm(StrEnum):
    """How often progress is reported."""

    WEEKLY = "weekly"
    MONTHLY = "monthly"
    NONE = "none"


BLOCKS: Final = ("party", "government", "national_assembly", "fatherland_front")
"""The blocks in whose results Resolution 57 is reported; an office may add its own by name (setting `task_blocks`)."""

BLOCK_WORDS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType({
    "party": ("Đảng", "Khối Đảng", "Cơ quan Đảng", "Đảng ủy", "Party"),
    "government": ("Chính quyền", "Chính phủ", "Khối Chính phủ", "Khối chính quyền", "UBND", "Government"),
    "national_assembly": (
        "Quốc hội, HĐND", "Quốc hội", "Khối Quốc hội", "HĐND", "Hội đồng nhân dân", "National Assembly, councils",
    ),
    "fatherland_front": (
        "Mặt trận Tổ quốc", "Mặt trận", "MTTQ", "UBMTTQ", "Khối Mặt trận", "Đoàn thể", "Fatherland Front",
    ),
})  # fmt: skip
"""What people call the four blocks, the usual name first."""

_BLOCK_OF: Final = {fold(word): code for code, words in BLOCK_WORDS.items() for word in (code, *words)}


def block_of(typed: str) -> str:
    """The code of a block that is called so; the name itself of one that is an office's own."""
    return _BLOCK_OF.get(fold(typed), typed)


ANYONE: Final = frozenset({Role.RECEPTION, Role.SPECIALIST, Role.LEADER})
MAY_PLAN: Final = frozenset({Role.SPECIALIST, Role.LEADER})
"""Who enters, imports and corrects tasks."""
MAY_DECIDE: Final = frozenset({Role.LEADER})
"""Who assigns, decides on extensions, reopens, voids, and moves a date that was entered wrongly."""


def in_range(value: date | None, info: ValidationInfo) -> date | None:
    """The day, refused as `DATE_IMPOSSIBLE` when no plan can mean it."""
    if value is not None and not FIRST_DAY <= value <= LAST_DAY:
        raise Refused(Reason.DATE_IMPOSSIBLE, typed=f"{value:%d/%m/%Y}", field=info.field_name or "")
    return value


Day = Annotated[date, AfterValidator(in_range)]
Money = Annotated[int, Field(ge=0, le=MOST_MONEY)]
"""Đồng."""


class TaskFacts(BaseModel):
    """What stands in a task's own row, and may be corrected; officers and the parent are keys, units codes or names.

    `responsible_name` is whom the plan names when nobody of this register bears the name. `block` is one of `BLOCKS`
    or an office's own name.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: Line = ""
    title: Prose
    document_number: Line = ""
    document_on: Day | None = None
    block: Line = "government"
    level: Level = Level.PROVINCE
    lead_unit: Line = ""
    coordinating: tuple[Line, ...] = ()
    responsible_name: Line = ""
    followers: tuple[str, ...] = ()
    parent: str | None = None
    start_on: Day | None = None
    expected: Prose = ""
    reports: Rhythm = Rhythm.NONE
    budget_assigned: Money | None = None
    note: Prose = ""


class NewTask(TaskFacts):
    """A task to be entered: its facts, when it is due (a day; None for no date) and who is responsible (a key).

    Without a code it gets one of this station's.
    """

    due_on: Day | None = None
    responsible: str | None = None


CORRECTABLE: Final = (*TaskFacts.model_fields, "due_on")
"""What may be corrected: the columns of a task, and a due date that was entered wrongly."""
