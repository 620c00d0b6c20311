"""Work that waits (the register, files, printers) leaves the screen free: it runs in a thread and comes back."""

from __future__ import annotations

import asyncio
from inspect import isawaitable
from typing import TYPE_CHECKING, TypeVar
from weakref import WeakKeyDictionary

from communedb.domain.refusal import Refused

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.dom import DOMNode

    from communetui.desk import Desk

T = TypeVar("T")

_LATEST: WeakKeyDictionary[DOMNode, dict[str, object]] = WeakKeyDictionary()
"""The latest work of each group of a node."""


def run_in_thread(
    node: DOMNode,
    work: Callable[[], T],
    then: Callable[[T], object],
    *,
    refused: Callable[[Refused], object],
    group: str = "work",
    hold: bool = False,
) -> None:
    """Run `work` in a thread, then `then(result)` or `refused(refusal)` back where screens may be touched.

    Either may be a coroutine function. Of the works of one group of a node only the latest answers; when the node has
    gone, nobody does. With `hold` the keys typed meanwhile wait for the answer (a save, an unlock): they belong to what
    comes next.
    """
    desk: Desk = node.app  # type: ignore[assignment]  # the only app there is
    turns = _LATEST.setdefault(node, {})
    turns[group] = turn = object()

    def answer(take: Callable[[], object]) -> object:
        # A node that is being taken down has lost its children before it has gone itself.
        there = node.is_attached and not node._pruning
        return take() if turns[group] is turn and there else None

    async def job() -> None:
        try:
            try:
                result = await asyncio.to_thread(work)
                answered = answer(lambda: then(result))
            except Refused as refusal:
                told = refusal
                answered = answer(lambda: refused(told))
            except Exception as fault:
                if not desk.take_fault(fault):
                    raise
                answered = None
            if isawaitable(answered):
                await answered
        finally:
            if hold:
                desk.release_keys()
            desk.after_key()

    if hold:
        desk.hold_keys()
    node.app.run_worker(job(), group=group)  # the app's, so that its end, which lets the keys in, is sure to come
