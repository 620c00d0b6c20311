"""The QR on the paper, read back from its black squares by a decoder of this test's own (ISO/IEC 18004)."""

from dataclasses import replace

import pytest

from communetui.printing import Paper, render

_MM = 72 / 25.4
_ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_DATA_CODEWORDS = {1: 16, 2: 28, 3: 44}  # level M, one block each
_MASKS = [
    lambda r, c: (r + c) % 2 == 0,
    lambda r, _: r % 2 == 0,
    lambda _, c: c % 3 == 0,
    lambda r, c: (r + c) % 3 == 0,
    lambda r, c: (r // 2 + c // 3) % 2 == 0,
    lambda r, c: r * c % 2 + r * c % 3 == 0,
    lambda r, c: (r * c % 2 + r * c % 3) % 2 == 0,
    lambda r, c: ((r + c) % 2 + r * c % 3) % 2 == 0,
]


def modules(squares):
    """The matrix of dark modules, top row first, and the side of one module in points."""
    left, right = min(x for x, *_ in squares), max(x + width for x, _, width, _ in squares)
    side = min(width for _, _, width, _ in squares)
    lowest = min(y for _, y, *_ in squares)
    size = round((right - left) / side)
    dark = [[False] * size for _ in range(size)]
    for x, y, width, _ in squares:
        row = size - 1 - round((y - lowest) / side)
        first = round((x - left) / side)
        for column in range(first, first + round(width / side)):
            dark[row][column] = True
    return dark, side


def is_function(row, column, size):
    """Finders with format bits, timing, and the alignment pattern of versions 2 and 3."""
    in_finder = (row < 9 and (column < 9 or column >= size - 8)) or (row >= size - 8 and column < 9)
    aligned = size > 21 and abs(row - (size - 7)) <= 2 and abs(column - (size - 7)) <= 2
    return in_finder or aligned or 6 in (row, column)


def decode(dark):
    size = len(dark)
    version = (size - 17) // 4
    format_bits = int("".join("01"[dark[8][column]] for column in (0, 1, 2, 3, 4)), 2) ^ 0b10101
    assert format_bits >> 3 == 0b00, "error correction level M"
    mask = _MASKS[format_bits & 0b111]
    bits, upward = "", True
    for right in [c for c in range(size - 1, 0, -2) if c > 6] + [5, 3, 1]:
        for row in range(size - 1, -1, -1) if upward else range(size):
            for column in (right, right - 1):
                if not is_function(row, column, size):
                    bits += "01"[dark[row][column] ^ mask(row, column)]
        upward = not upward
    return segments(bits[: 8 * _DATA_CODEWORDS[version]])


def segments(bits):
    at, said = 0, ""

    def take(count):
        nonlocal at
        at += count
        return int(bits[at - count : at], 2)

    while len(bits) - at >= 4 and (mode := take(4)):
        if mode == 0b0100:
            said += bytes(take(8) for _ in range(take(8))).decode()
        elif mode == 0b0010:
            left = take(9)
            for _ in range(left // 2):
                pair = take(11)
                said += _ALPHANUMERIC[pair // 45] + _ALPHANUMERIC[pair % 45]
            said += _ALPHANUMERIC[take(6)] if left % 2 else ""
        else:
            assert mode == 0b0001
            left = take(10)
            while left:
                digits = min(3, left)
                said += f"{take((0, 4, 7, 10)[digits]):0{digits}d}"
                left -= digits
    return said


@pytest.mark.parametrize(
    "code", ["7", "19867.1-261123-0042", "000.19.86.H57-261123-0001", "hs-19867/2026-000123", "QĐ-0042"]
)
def test_the_qr_holds_the_code_of_the_dossier_and_nothing_else(receipt, read_pdf, code):
    (page,) = read_pdf(render(replace(receipt, code=code), Paper.A5))

    dark, _ = modules(page.squares)

    assert decode(dark) == code


def test_the_qr_is_big_enough_for_a_cheap_scanner_and_keeps_its_quiet_zone(receipt, read_pdf):
    (page,) = read_pdf(render(receipt, Paper.A5))

    _, side = modules(page.squares)
    left, right = min(x for x, *_ in page.squares), max(x + width for x, _, width, _ in page.squares)
    low, high = min(y for _, y, *_ in page.squares), max(y + height for _, y, _, height in page.squares)

    assert side >= 0.5 * _MM
    for run in page.runs:
        apart = run.x >= right + 4 * side or run.x + run.width <= left - 4 * side
        assert apart or run.y >= high + 3 * side or run.y + run.size <= low - 3 * side, run


def test_both_copies_on_a4_have_the_qr(receipt, read_pdf):
    (sheet,) = read_pdf(render(receipt, Paper.A4))

    halves = [[square for square in sheet.squares if (square[0] < sheet.width / 2) is half] for half in (True, False)]

    assert [decode(modules(half)[0]) for half in halves] == [receipt.code] * 2
