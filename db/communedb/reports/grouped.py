"""Reports that count the same things by several traits: one heading with the sums for each trait, its values below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from communedb.reports.figures import Row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from communedb.reports.figures import Value

One = TypeVar("One")
Counted = TypeVar("Counted", contravariant=True)


class Counting(Protocol[Counted]):
    """What makes the row of some of the things that a report counts."""

    def __call__(self, key: str, name: Value, among: Sequence[Counted], /) -> Row:
        """The row, under this key and name."""
        ...


def by_trait(
    trait: str,
    among: Sequence[One],
    value_of: Callable[[One], str],
    row_of: Counting[One],
    name_of: Callable[[str], str] = str,
) -> Iterator[Row]:
    """The heading of a trait, `kind:`, and a row for each value that occurs, `kind:conduct`; most frequent first.

    Of nothing there is no heading.
    """
    if not among:
        return
    held: dict[str, list[One]] = {}
    for one in among:
        held.setdefault(value_of(one), []).append(one)
    heading = row_of(f"{trait}:", f"by_{trait}", among)
    yield Row(heading.key, heading.cells, heading.behind, heading=True)
    for value, those in sorted(held.items(), key=lambda item: (-len(item[1]), item[0])):
        yield row_of(f"{trait}:{value}", name_of(value), those)


def counts(lists: dict[str, list[str]]) -> tuple[dict[str, Value], dict[str, tuple[str, ...]]]:
    """Cells and what lies behind them, for columns that count keys."""
    return {name: len(keys) for name, keys in lists.items()}, {name: tuple(keys) for name, keys in lists.items()}
