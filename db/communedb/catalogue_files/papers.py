"""Papers in a cell: `Giấy chứng sinh {loại: bản chính; số lượng: 1; trường hợp: ...; ghi chú: ...}`."""

from __future__ import annotations

from collections import Counter
from typing import Final

from communedb.catalogue_files.items import Item, parse_items, write_items
from communedb.catalogue_files.values import COPY_KINDS
from communedb.domain.procedure import CopyKind, PaperItem
from communedb.domain.refusal import Reason, Refused
from communedb.domain.text import TEXT_LIMIT, bounded, fold

_KIND: Final = "loại"
_QUANTITY: Final = "số lượng"
_CONDITION: Final = "trường hợp"
_NOTE: Final = "ghi chú"
_KNOWN: Final = ", ".join((_KIND, _QUANTITY, _CONDITION, _NOTE))
_KINDS: Final = {fold(word): kind for kind, word in COPY_KINDS.items()} | {kind.value: kind for kind in CopyKind}
_MOST: Final = 1_000


def parse_papers(cell: str, known: tuple[PaperItem, ...] | None) -> tuple[PaperItem, ...]:
    """The papers of a cell; one given by its name alone, without `{}`, keeps what the catalogue knew of it.

    Refused: PROCEDURE_DETAIL_UNKNOWN, TEXT_TOO_LONG.
    """
    names = Counter(fold(paper.name) for paper in known or ())
    by_name = {fold(paper.name): paper for paper in known or () if names[fold(paper.name)] == 1}
    return tuple(_paper(item, by_name.get(fold(item.text))) for item in parse_items(cell) if item.text)


def write_papers(papers: tuple[PaperItem, ...]) -> str:
    """The cell that `parse_papers` reads as these papers."""
    return write_items(Item(paper.name, _details(paper)) for paper in papers)


def _paper(item: Item, known: PaperItem | None) -> PaperItem:
    name = bounded(item.text, TEXT_LIMIT)
    if item.details is None:
        return known.model_copy(update={"name": name}) if known else PaperItem(name=name)
    told: dict[str, object] = {}
    for key, value in item.details:
        told |= _detail(key, value)
    return PaperItem.model_validate({"name": name} | told)


def _detail(key: str, value: str) -> dict[str, object]:
    match fold(key):
        case "loai" if fold(value) in _KINDS:
            return {"copy_kind": _KINDS[fold(value)]}
        case "so luong" if value.isdecimal() and len(value) <= 4 and 1 <= int(value) <= _MOST:
            return {"quantity": int(value)}
        case "truong hop" | "dieu kien":
            return {"condition": value or None}
        case "ghi chu":
            return {"note": value}
    raise Refused(Reason.PROCEDURE_DETAIL_UNKNOWN, typed=f"{key}: {value}"[:120], known=_KNOWN)


def _details(paper: PaperItem) -> tuple[tuple[str, str], ...] | None:
    """What is told of a paper; None for nothing."""
    told = (
        (_KIND, COPY_KINDS[paper.copy_kind] if paper.copy_kind else ""),
        (_QUANTITY, str(paper.quantity) if paper.quantity != 1 else ""),
        (_CONDITION, paper.condition or ""),
        (_NOTE, paper.note),
    )
    return tuple((key, value) for key, value in told if value) or None
