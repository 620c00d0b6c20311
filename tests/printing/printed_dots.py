"""What a thermal or a dot-matrix printer would put on paper: an own reader of the bytes, by the makers' manuals."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Paper:
    """Rows of dots, True for black, and what happened to the paper."""

    rows: list[list[bool]] = field(default_factory=list)
    cuts: int = 0


def thermal(told: bytes) -> Paper:
    """ESC/POS: `ESC @`, `GS v 0`, `ESC d`, `GS V`; anything else is an error."""
    paper, at = Paper(), 0
    while at < len(told):
        if told[at : at + 2] == b"\x1b@":
            at += 2
        elif told[at : at + 4] == b"\x1dv0\x00":
            across, down = (int.from_bytes(told[at + n : at + n + 2], "little") for n in (4, 6))
            at += 8
            for _ in range(down):
                row = told[at : at + across]
                assert len(row) == across, "the data ends before the picture"
                paper.rows.append([bool(byte >> (7 - bit) & 1) for byte in row for bit in range(8)])
                at += across
        elif told[at : at + 2] == b"\x1bd":
            at += 3
        elif told[at : at + 2] == b"\x1dV":
            assert told[at + 2] == 0x42
            paper.cuts += 1
            at += 4
        else:
            raise AssertionError(f"no command at {at}: {told[at : at + 4]!r}")
    return paper


def dot_matrix(told: bytes, across: int) -> list[Paper]:
    """ESC/P with 24 pins: one `Paper` for each form feed, its rows `across` dots wide."""
    pages, page, line, at = [], Paper(), 0, 0
    step = 0
    while at < len(told):
        two = told[at : at + 2]
        if two in {b"\x1b@", b"\x1bO"}:
            at += 2
        elif two == b"\x1b3":
            step = told[at + 2]
            at += 3
        elif two in {b"\x1bU", b"\x1bC"}:
            at += 3
        elif told[at : at + 3] == b"\x1b*\x27":
            columns = int.from_bytes(told[at + 3 : at + 5], "little")
            at += 5
            _strike(page, line, told[at : at + 3 * columns], across)
            at += 3 * columns
        elif two == b"\r\n":
            line += step
            at += 2
        elif two == b"\r\x0c":
            pages.append(page)
            page, line = Paper(), 0
            at += 2
        else:
            raise AssertionError(f"no command at {at}: {told[at : at + 4]!r}")
    return pages


def _strike(page: Paper, line: int, columns: bytes, across: int) -> None:
    while len(page.rows) < line + 24:
        page.rows.append([False] * across)
    for place in range(len(columns) // 3):
        pins = int.from_bytes(columns[3 * place : 3 * place + 3], "big")
        for pin in range(24):
            if pins >> (23 - pin) & 1:
                page.rows[line + pin][place] = True
