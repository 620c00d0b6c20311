"""JSON that comes in: read whole, bounded, and turned into a model, with every problem named by its field."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ValidationError

from communedb.domain.refusal import Reason, Refused
from communetui.cli.faults import Problem
from communetui.strings.cli_fields import field_problem

if TYPE_CHECKING:
    from pathlib import Path

    from pydantic_core import ErrorDetails

Model = TypeVar("Model", bound=BaseModel)

MOST_BYTES = 256 * 1024 * 1024
"""What one command reads; a day of a whole province is smaller."""

MOST_OF_ONE = 1024 * 1024
"""Characters of one document: a dossier with every field at its limit is far smaller."""


@dataclass(frozen=True)
class Item:
    """One document of many: where it stood (line or place in the array, from 1) and its value, or why it has none."""

    place: int
    value: Any = None
    problem: Problem | Refused | None = None


def read_text(file: Path | None) -> str:
    """The text of a file, or of standard input for None; UTF-8, with or without a byte order mark."""
    if file is None:
        content = sys.stdin.buffer.read(MOST_BYTES + 1)
    else:
        with file.open("rb") as handle:
            content = handle.read(MOST_BYTES + 1)
    name = str(file or "-")
    if len(content) > MOST_BYTES:
        raise Refused(Reason.FILE_TOO_LARGE, name=name, megabytes=MOST_BYTES // 1024**2)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise Problem("not_utf8_input", name=name, place=fault.start + 1) from None


def read_one(text: str) -> Any:
    """The one JSON value in a text."""
    return _parsed(text)


def read_many(text: str) -> tuple[list[Item], bool]:
    """The documents in a text, and whether there may be several: one object, an array, or an object on each line."""
    stripped = text.strip()
    if stripped.startswith("["):
        return [_bounded(place, value) for place, value in enumerate(_parsed(stripped), start=1)], True
    lines = [(number, line) for number, line in enumerate(text.split("\n"), start=1) if line.strip()]
    if len(lines) > 1 and _is_whole(lines[0][1]):
        return [_line(number, line) for number, line in lines], True
    return [Item(1, _parsed(text))], False


def as_model(model: type[Model], value: Any) -> Model:
    """The value as a model; a Problem lists each wrong field, a Refused names the first that a rule refuses."""
    if not isinstance(value, dict):
        raise Problem("not_an_object")
    try:
        return model.model_validate(value)
    except ValidationError as fault:
        problems = [_problem(detail) for detail in fault.errors(include_url=False)]
        lines = tuple(f"{problem['field']}: {problem['problem']}" for problem in problems)
        raise Problem("fields_wrong", lines, count=len(problems), problems=problems) from None


def _problem(detail: ErrorDetails) -> dict[str, str]:
    path = ".".join(str(part) for part in detail["loc"]) or "-"
    return {"field": path[:200], "problem": field_problem(detail["type"], detail.get("ctx", {}), detail["msg"])}


def _bounded(place: int, value: Any) -> Item:
    length = len(json.dumps(value, ensure_ascii=False))
    if length > MOST_OF_ONE:
        return Item(place, problem=Refused(Reason.TEXT_TOO_LONG, length=length, limit=MOST_OF_ONE))
    return Item(place, value)


def _line(number: int, line: str) -> Item:
    try:
        return Item(number, _parsed(line))
    except (Problem, Refused) as problem:
        return Item(number, problem=problem)


def _is_whole(line: str) -> bool:
    try:
        _parsed(line)
    except Refused:
        return True
    except Problem:
        return False
    return True


def _parsed(text: str) -> Any:
    if not text.strip():
        raise Problem("json_empty")
    if len(text) > MOST_OF_ONE and not text.startswith("["):
        raise Refused(Reason.TEXT_TOO_LONG, length=len(text), limit=MOST_OF_ONE)
    try:
        value = json.loads(text, parse_constant=_no_number)
        # Half of a surrogate pair, which JSON can spell, is no text that can be kept.
        json.dumps(value, ensure_ascii=False).encode()
        return value
    except json.JSONDecodeError as fault:
        raise Problem("json_unreadable", line=fault.lineno, column=fault.colno) from None
    except (RecursionError, ValueError):
        raise Problem("json_unreadable", line=1, column=1) from None


def _no_number(name: str) -> None:
    raise ValueError(name)
