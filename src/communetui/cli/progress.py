"""A bar on the terminal while something large is exchanged: bytes, share, time left; on standard error."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from communetui.cli.table import width
from communetui.exchange.told import bar_text

if TYPE_CHECKING:
    from types import TracebackType

_PAUSE = 0.1


class Bar:
    """`with Bar(what) as bar:` and `bar` as `progress`; nothing is written where nobody watches."""

    def __init__(self, what: str, *, quiet: bool = False) -> None:
        self._what = what
        self._shown = not quiet and sys.stderr.isatty()
        self._begun = time.monotonic()
        self._painted = 0.0
        self._widest = 0

    def __enter__(self) -> Bar:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        if self._widest:
            sys.stderr.write("\r" + " " * self._widest + "\r")
            sys.stderr.flush()

    def __call__(self, done: int, total: int, /) -> None:
        """So many bytes of so many."""
        now = time.monotonic()
        if not self._shown or (now - self._painted < _PAUSE and done < total):
            return
        self._painted = now
        text = bar_text(self._what, done, total, now - self._begun)
        self._widest = max(self._widest, width(text))
        sys.stderr.write("\r" + text + " " * (self._widest - width(text)))
        sys.stderr.flush()
