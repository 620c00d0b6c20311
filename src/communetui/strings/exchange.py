"""Texts of the exchange: stations, what is unsent, what is safe, what is under way."""

from __future__ import annotations

from dataclasses import dataclass

from communetui.strings.language import Words


@dataclass(frozen=True, slots=True)
class Exchange:
    """`roles` names those who are no station."""

    station: str
    this_station: str
    unknown_station: str
    roles: dict[str, str]


exchange = Words(
    Exchange(
        station="quầy {number}",
        this_station="máy này",
        unknown_station="máy chưa biết ({replica})",
        roles={"hub": "cấp trên", "escrow": "nơi giữ khóa dự phòng"},
    ),
    Exchange(
        station="counter {number}",
        this_station="this PC",
        unknown_station="an unknown station ({replica})",
        roles={"hub": "the hub", "escrow": "escrow"},
    ),
)
