"""Texts of the mark that a citizen gives once the result is in hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from communetui.strings.language import ActionText, Words

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Satisfaction:
    """`marks` and `by` name the codes that an event keeps; `choices` are the lines of the menu by its digits."""

    choose: str
    choices: Mapping[str, str]
    ask: str
    noted: str
    told: str
    not_rated: str
    label: str
    marks: Mapping[str, str]
    by: Mapping[str, str]


satisfaction = Words(
    Satisfaction(
        choose="{code}: người dân thấy thế nào?",
        choices={
            "1": "Rất tốt, cán bộ ghi thay",
            "2": "Tốt, cán bộ ghi thay",
            "3": "Chưa tốt, cán bộ ghi thay",
            "4": "Rất tốt, người dân tự chọn",
            "5": "Tốt, người dân tự chọn",
            "6": "Chưa tốt, người dân tự chọn",
        },
        ask="Hỏi người dân: Ins rồi 1 rất tốt, 2 tốt, 3 chưa tốt.",
        noted="Đã ghi mức độ hài lòng: {mark}.",
        told="{mark}, {by}",
        not_rated="chưa ghi (Ins)",
        label="Hài lòng",
        marks={"very_good": "rất tốt", "good": "tốt", "poor": "chưa tốt"},
        by={"citizen": "người dân tự chọn", "officer": "cán bộ ghi thay"},
    ),
    Satisfaction(
        choose="{code}: how did the citizen find it?",
        choices={
            "1": "Very good, entered by the officer",
            "2": "Good, entered by the officer",
            "3": "Poor, entered by the officer",
            "4": "Very good, chosen by the citizen",
            "5": "Good, chosen by the citizen",
            "6": "Poor, chosen by the citizen",
        },
        ask="Ask the citizen: Ins, then 1 very good, 2 good, 3 poor.",
        noted="Satisfaction noted: {mark}.",
        told="{mark}, {by}",
        not_rated="not noted (Ins)",
        label="Satisfaction",
        marks={"very_good": "very good", "good": "good", "poor": "poor"},
        by={"citizen": "chosen by the citizen", "officer": "entered by the officer"},
    ),
)


def mark_text(mark: str, by: str) -> str:
    """`tốt, cán bộ ghi thay`; what no desk writes is told as it came."""
    words = satisfaction()
    told = words.marks.get(mark, mark)
    return words.told.format(mark=told, by=words.by.get(by, by)) if mark and by else told


rated = Words(
    ActionText("Mức độ hài lòng", "Ghi người dân thấy thế nào: rất tốt, tốt, chưa tốt; ghi lần nữa là sửa."),
    ActionText("Satisfaction", "Notes how the citizen found it: very good, good, poor; a second mark corrects it."),
)
