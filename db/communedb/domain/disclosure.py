"""Publishing counts of people's dealings so that no small number can be read or reckoned from them.

Counts lie in a tree (month, field, procedure). Small ones are not blanked, which a sum would undo, but put together
with their smallest neighbours until the sum is large enough. What is published are the leaves alone: each is at least
the threshold, no dossier is in two of them, so whatever is added up or subtracted is again a sum of whole leaves.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

POOLED: Final = "pooled"
"""Stands for the values that were put together."""

UNSTATED: Final = "unstated"
"""Stands for a value that is not given."""

Path = tuple[str, ...]


def pooled(counts: Mapping[Path, int], threshold: int, *, apart: int = 0) -> dict[Path, int]:
    """The leaves to publish for these counts by path, all paths of one length.

    The first `apart` steps are never put together: where what lies below one (a month) is less than the threshold, it
    is left out, and no sum that contains it may be published.
    """
    leaves: Counter[Path] = Counter()
    # A value may be called `POOLED` already, by an earlier table: its rest and the other small ones are one leaf then.
    for path, count in _leaves((), Counter(counts), threshold, apart) if counts else ():
        leaves[path] += count
    return dict(leaves)


def _leaves(above: Path, counts: Counter[Path], threshold: int, apart: int) -> Iterator[tuple[Path, int]]:
    depth = len(above)
    length = len(next(iter(counts), ()))
    if depth == length:
        yield above, counts.total()
        return
    children: dict[str, Counter[Path]] = {}
    for path, count in counts.items():
        if count:
            children.setdefault(path[depth] or UNSTATED, Counter())[path] += count
    totals = {name: held.total() for name, held in children.items()}
    is_apart = depth < apart
    small = {name for name in totals if totals[name] < threshold} if is_apart else _small(totals, threshold)
    for name, held in sorted(children.items()):
        if name not in small:
            yield from _leaves((*above, name), held, threshold, apart)
    if small and not is_apart:
        rest = (POOLED,) * (length - depth)
        yield (*above, *rest), sum(totals[name] for name in small)


def _small(totals: Mapping[str, int], threshold: int) -> set[str]:
    """The children to put together: those below the threshold, and the smallest others until it is reached."""
    ordered = sorted(totals, key=lambda name: (totals[name], name))
    taken = {name for name in ordered if totals[name] < threshold}
    if not taken:
        return taken
    for name in ordered:
        if sum(totals[one] for one in taken) >= threshold:
            break
        taken.add(name)
    return taken
