"""The golden register's table of events as it is written in `register.txt`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from communedb.domain.moment import VIETNAM

TABLE = Path(__file__).with_name("register.txt")
VOICES = Path(__file__).with_name("voices.txt")
CODES = {
    "birth": "1.001193", "death": "1.000656", "marital": "1.004873", "guardian": "1.004837", "copy": "2.000815",
    "signature": "2.000884", "permanent": "1.004222", "temporary": "1.004194", "stay": "2.001159",
    "business": "1.001612", "land": "1.012812", "pension": "1.014027",
}  # fmt: skip
"""The catalogue's procedures by the words of the table."""


class Step(NamedTuple):
    """What one officer enters at one moment; `happened` when that was earlier."""

    at: datetime
    what: str
    given: tuple[str, ...]
    happened: datetime | None


@dataclass(frozen=True)
class Line:
    """One dossier of the table."""

    number: str
    received: datetime
    entered: datetime
    procedure: str
    competent: str | None
    reception: str | None
    home: str | None
    channel: str
    fee: int | None
    scanned: bool
    has_result_file: bool
    due: datetime | None
    steps: tuple[Step, ...]

    @property
    def late_entry(self) -> bool:
        """Whether it was entered later than it was received."""
        return self.entered > self.received


class Voice(NamedTuple):
    """One piece of feedback of the table; `about` is the number of a dossier, or nothing."""

    number: str
    received: datetime
    source: str
    kind: str
    about: str
    steps: tuple[Step, ...]


def voices() -> list[Voice]:
    """Every line of the table of feedback in its order."""
    found = []
    for text in VOICES.read_text(encoding="utf-8").splitlines():
        if not text.startswith("#"):
            number, received, source, kind, about, steps = (part.strip() for part in text.split("|"))
            found.append(Voice(number, at(received), source, kind, about.strip("-"), tuple(_steps(steps))))
    return found


def lines() -> list[Line]:
    """Every line of the table in its order."""
    return [_line(text) for text in TABLE.read_text(encoding="utf-8").splitlines() if not text.startswith("#")]


def at(text: str) -> datetime:
    """`29/12 09:00` of 2026, other months of 2027, on the desk's clock."""
    moment = datetime.strptime(f"{text} 2027", "%d/%m %H:%M %Y").replace(tzinfo=VIETNAM)
    return moment.replace(year=2026) if moment.month == 12 else moment


def _line(text: str) -> Line:
    number, received, procedure, channel, fee, files, due, steps = (part.strip() for part in text.split("|"))
    times = re.findall(r"\d\d/\d\d \d\d:\d\d", received)
    name, *place = procedure.split()
    other = dict([place]) if place else {}
    return Line(
        number=number,
        received=at(times[0]),
        entered=at(times[-1]),
        procedure=CODES[name],
        competent=other.get("to"),
        reception=other.get("from"),
        home=other.get("home"),
        channel=channel,
        fee=None if fee == "-" else int(fee),
        scanned="s" in files,
        has_result_file="r" in files,
        due=None if due == "-" else at(due),
        steps=tuple(_steps(steps)),
    )


_STEP = re.compile(r"(?:(\d\d/\d\d) )?(\d\d:\d\d) (\w+)([^(]*)(?:\((.+)\))?")


def _steps(text: str) -> list[Step]:
    found: list[Step] = []
    day = ""
    for part in filter(None, (one.strip() for one in text.split(";"))):
        match = _STEP.fullmatch(part)
        assert match, part
        day = match[1] or day
        happened = at(match[5]) if match[5] else None
        found.append(Step(at(f"{day} {match[2]}"), match[3], tuple(match[4].split()), happened))
    return found
