"""Merged cells of a workbook: what stands once for several rows holds for each of them."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Final
from zipfile import BadZipFile, ZipFile, is_zipfile

from communedb.tables.cells import Row

if TYPE_CHECKING:
    from pathlib import Path

    from communedb.tables.cells import Cell

_MERGED: Final = re.compile(rb'<(?:\w+:)?mergeCell ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
_SHEET: Final = re.compile(r"<(?:\w+:)?sheet [^>]*?/?>")
_NAME: Final = re.compile(r'\bname="([^"]*)"')
_LINK: Final = re.compile(r'\br:id="([^"]*)"')
_RELATION: Final = re.compile(r"<(?:\w+:)?Relationship [^>]*?/?>")
_CHUNK: Final = 1 << 20
_MOST: Final = 2_000
"""Merged areas that are looked at; a plan has some dozens."""


def fill_merged(path: Path, sheet: str, rows: list[Row]) -> list[Row]:
    """The rows of a sheet with every merged cell filled downwards; the same rows for a file that is no workbook.

    The workbook was opened before, so its size is known to be bounded.
    """
    areas = _areas(path, sheet) if sheet and is_zipfile(path) else []
    if not areas:
        return rows
    cells = {row.number: list(row.cells) for row in rows}
    last = max(cells, default=0)
    for top, bottom, column in areas:
        value = _at(cells.get(top), column)
        if value is None:
            continue
        for number in range(top + 1, min(bottom, last) + 1):
            below = cells.get(number)
            if below is not None and _at(below, column) is None:
                below.extend([None] * (column + 1 - len(below)))
                below[column] = value
    return [Row(row.number, tuple(cells[row.number])) for row in rows]


def _at(cells: list[Cell] | None, column: int) -> Cell:
    return cells[column] if cells is not None and column < len(cells) else None


def _areas(path: Path, sheet: str) -> list[tuple[int, int, int]]:
    """First row, last row and column of each area that is merged downwards."""
    try:
        with ZipFile(path) as archive:
            part = _part(archive, sheet)
            found = _merged(archive, part) if part else []
    except (BadZipFile, OSError, KeyError, UnicodeDecodeError):
        return []
    return [(top, bottom, left) for left, top, _, bottom in found if bottom > top]


def _part(archive: ZipFile, sheet: str) -> str | None:
    """Which part of the archive holds a sheet."""
    book = archive.read("xl/workbook.xml").decode()
    links = archive.read("xl/_rels/workbook.xml.rels").decode()
    wanted = next(
        (link[1] for tag in _SHEET.findall(book) if (link := _LINK.search(tag)) and _named(tag) == sheet), None
    )
    for tag in _RELATION.findall(links):
        if wanted is not None and f'Id="{wanted}"' in tag and (target := re.search(r'Target="([^"]*)"', tag)):
            place = unescape(target[1]).lstrip("/")
            return place if place.startswith("xl/") else f"xl/{place}"
    return None


def _named(tag: str) -> str:
    found = _NAME.search(tag)
    return unescape(found[1]) if found else ""


def _merged(archive: ZipFile, part: str) -> list[tuple[int, int, int, int]]:
    found: list[tuple[int, int, int, int]] = []
    rest = b""
    with archive.open(part) as stream:
        while (chunk := stream.read(_CHUNK)) and len(found) < _MOST:
            text = rest + chunk
            matches = list(_MERGED.finditer(text))
            found += [(_column(m[1]), int(m[2]), _column(m[3]), int(m[4])) for m in matches]
            rest = text[max(matches[-1].end() if matches else 0, len(text) - 100) :]
    return found


def _column(letters: bytes) -> int:
    """The place of a column, from 0."""
    place = 0
    for letter in letters:
        place = place * 26 + letter - 64
    return place - 1
