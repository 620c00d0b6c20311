"""The provinces and communes of Vietnam since July 2025, and how one is found by a few letters."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from communedb.domain.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

TWO_TIERS_SINCE: Final = date(2025, 7, 1)
"""The day from which the units here exist: two tiers of local government, without districts."""


class UnitKind(StrEnum):
    """What a unit is; the Vietnamese word is part of its name."""

    PROVINCE = "province"
    COMMUNE = "commune"
    WARD = "ward"
    SPECIAL_ZONE = "special_zone"


@dataclass(frozen=True)
class Unit:
    """A province or a commune under it, by its General Statistics Office code (two or five digits, as text).

    `province` and `province_name` are empty for a province. The folded texts are made once, by the first search.
    """

    code: str
    name: str
    kind: UnitKind
    province: str = ""
    province_name: str = ""
    valid_from: date = TWO_TIERS_SINCE

    @cached_property
    def own_words(self) -> str:
        """The folded words of the name."""
        return _words(self.name)

    @cached_property
    def all_words(self) -> str:
        """Those of the name and of the province, each after a space."""
        return f" {self.own_words} {_words(self.province_name)}"

    @property
    def full_name(self) -> str:
        """The name with its province: `Xã Quảng Điền, Thành phố Huế`."""
        return f"{self.name}, {self.province_name}" if self.province else self.name


_PROVINCE_DIGITS: Final = 2
_CITY: Final = "Thành phố"
_BREAKS: Final = re.compile(r"[^\w]+")
_APOSTROPHES: Final = str.maketrans("", "", "'’‘`´ʼ")
_TYPE_WORDS: Final = ("xa ", "phuong ", "dac khu ", "tinh ", "thanh pho ")
_SHORT_TYPES: Final = {"tp": "thanh pho", "x": "xa", "p": "phuong", "dk": "dac khu", "t": "tinh"}
_KINDS: Final = {"xã": UnitKind.COMMUNE, "phường": UnitKind.WARD, "đặc khu": UnitKind.SPECIAL_ZONE}


def units() -> list[Unit]:
    """Every unit: 34 provinces, each followed by its communes, by code.

    Read from the data of `vietnam-provinces`, half a megabyte: called when a register is created, not at start-up.
    """
    from vietnam_provinces import NESTED_DIVISIONS_JSON_PATH

    provinces = json.loads(NESTED_DIVISIONS_JSON_PATH.read_text(encoding="utf-8"))
    return [unit for province in sorted(provinces, key=_number) for unit in _with_communes(province)]


def find_units(among: Iterable[Unit], typed: str, limit: int = 20) -> list[Unit]:
    """The units that have a word starting with each typed word in their name or province, the nearest first.

    Marks, case and punctuation do not matter: `quang dien hue` finds `Xã Quảng Điền, Thành phố Huế`, and so do
    `x quang dien` and the code, whole or begun. A whole code or name comes first, then names that start as typed, then
    the rest by name. Nothing typed finds nothing.
    """
    wanted = _words(typed)
    if not wanted:
        return []
    if wanted.isdecimal() and len(wanted) > 1:
        found = [unit for unit in among if unit.code.startswith(wanted)]
    else:
        starts = [f" {word}" for word in re.sub(r"^tp\b", "thanh pho", wanted).split()]
        found = [unit for unit in among if all(start in unit.all_words for start in starts)]
    spelled = _spelled(wanted)
    found.sort(key=lambda unit: (_distance(unit, spelled), _without_type(unit.own_words), unit.code))
    return found[:limit]


def _distance(unit: Unit, wanted: str) -> int:
    """How far a unit is from what was typed: 0 its code, up to 4 for words in any order."""
    bare = _without_type(unit.own_words)
    if unit.code == wanted:
        return 0
    if wanted in {bare, unit.own_words}:
        return 1
    if bare.startswith(wanted):
        return 2
    return 3 if unit.own_words.startswith(wanted) else 4


def _spelled(wanted: str) -> str:
    """What was typed with the short word for a unit's kind written out: `x quang dien` as `xa quang dien`."""
    first, _, rest = wanted.partition(" ")
    return f"{_SHORT_TYPES.get(first, first)} {rest}" if rest else wanted


def _without_type(words: str) -> str:
    """A folded name without the word for its kind."""
    kind = next((kind for kind in _TYPE_WORDS if words.startswith(kind)), "")
    return words[len(kind) :]


def _words(text: str) -> str:
    """Folded words apart by one space; `M'Đrắk` is one word, `Rạch Giá - 1` three."""
    return " ".join(_BREAKS.sub(" ", fold(text.translate(_APOSTROPHES))).split())


def _number(division: dict[str, Any]) -> int:
    """The code as the data has it."""
    return int(division["code"])


def _with_communes(province: dict[str, Any]) -> list[Unit]:
    """One province and the communes under it."""
    name = str(province["name"])
    if not name.startswith(_CITY):
        name = f"Tỉnh {name}"
    code = f"{_number(province):02d}"
    communes = [
        Unit(f"{_number(ward):05d}", str(ward["name"]), _KINDS[ward["division_type"]], code, name)
        for ward in sorted(province["wards"], key=_number)
    ]
    return [Unit(code, name, UnitKind.PROVINCE), *communes]


def is_province(code: str) -> bool:
    """Whether a unit's code is a province's (two digits) and not a commune's (five)."""
    return len(code) == _PROVINCE_DIGITS
