"""A line to the hub that is cut, slow, or changes bytes on their way."""

from __future__ import annotations

import asyncio
import threading
from contextlib import suppress
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable

Passing = "Callable[[bytes, int], bytes | None]"


def whole(chunk: bytes, _at: int) -> bytes:
    return chunk


def cut_after(size: int) -> Callable[[bytes, int], bytes | None]:
    """Every connection dies after so many bytes in this direction."""
    return lambda chunk, at: chunk[: size - at] if at < size else None


class BadLine:
    """Stands between stations and a hub; `up` and `down` say what of a chunk passes; None cuts, b"" waits."""

    def __init__(self, address: str, *, size: int = 65_536) -> None:
        self.up: Callable[[bytes, int], bytes | None] = whole
        self.down: Callable[[bytes, int], bytes | None] = whole
        self.connections = 0
        self.carried = {"up": 0, "down": 0}
        self._target = urlsplit(address)
        self._size = size
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run)
        self._thread.start()
        self._ready.wait()

    def close(self) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join()

    def _run(self) -> None:
        self._loop.run_until_complete(self._serve())
        self._loop.close()

    async def _serve(self) -> None:
        self._stop = asyncio.Event()
        server = await asyncio.start_server(self._connect, "127.0.0.1", 0)
        self.address = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        self._ready.set()
        await self._stop.wait()
        server.close()
        for task in asyncio.all_tasks() - {asyncio.current_task()}:
            task.cancel()
            with suppress(asyncio.CancelledError, OSError):
                await task

    async def _connect(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        there, back = await asyncio.open_connection(self._target.hostname, self._target.port)
        try:
            with suppress(asyncio.CancelledError):
                await asyncio.wait(
                    [
                        asyncio.ensure_future(self._pump(reader, back, "up")),
                        asyncio.ensure_future(self._pump(there, writer, "down")),
                    ],
                    return_when=asyncio.FIRST_COMPLETED,
                )
        finally:
            for end in (writer, back):
                end.close()

    async def _pump(self, source: asyncio.StreamReader, target: asyncio.StreamWriter, way: str) -> None:
        at = 0
        with suppress(OSError):
            while chunk := await source.read(self._size):
                passed = (self.up if way == "up" else self.down)(chunk, at)
                at += len(chunk)
                if passed is None:
                    return
                self.carried[way] += len(passed)
                target.write(passed)
                await target.drain()
                if passed and len(passed) < len(chunk):
                    return
