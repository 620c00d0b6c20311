"""The hub over HTTP: health, upload of bundles by digest and offset, answers, receipts.

Annotations are read by FastAPI as the program runs, which is why this module has no `annotations` from the future.
"""

import asyncio
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from hashlib import sha256
from typing import Annotated, Any, Final, TypeVar

from fastapi import Depends, FastAPI, Path, Query, Request, Response
from fastapi.responses import FileResponse, JSONResponse
from starlette.requests import ClientDisconnect

from communedb.domain.refusal import Reason, Refused
from communesync.exchange.statement import stated
from communesync.hub.answers import Answers, receipt_for, statement_for
from communesync.hub.metrics import CONTENT_TYPE_LATEST
from communesync.hub.service import BundleState, Hub
from communesync.hub.state import hub_state
from communesync.hub.store import MOST_BUNDLE, NotTheDigest, TakenOver, Upload, WrongOffset
from communesync.hub.visitors import Caller, Turned, Visitors
from communesync.hub.watch import Watched

T = TypeVar("T")

MOST_CHUNK: Final = 8 * 1024 * 1024
"""Bytes of one upload request; what was signed is compared when it has arrived whole."""

MOST_QUESTION: Final = 4 * 1024 * 1024
"""Bytes of a statement."""

BODY_SECONDS: Final = 30
"""How long a request may send nothing."""

INTAKE_SECONDS: Final = 20
"""How long the last request of an upload waits until the bundle is taken in; after that the station asks."""

READERS: Final = 4
TIDY_SECONDS: Final = 6 * 3_600

Digest = Annotated[str, Path(pattern="^[0-9a-f]{64}$")]
OFFSET: Final = "Upload-Offset"
COMPLETE: Final = "Upload-Complete"


def create_app(hub: Hub, visitors: Visitors, *, metrics_port: int | None = None) -> FastAPI:
    """The service; `/metrics` is answered only on the port that is for it, which is not open to the world."""
    service = _Service(hub, visitors)

    @asynccontextmanager
    async def alive(_: FastAPI) -> AsyncIterator[None]:
        tidying = asyncio.create_task(service.tidy())
        yield
        tidying.cancel()
        service.close()

    app = FastAPI(title="communetui hub", version="1", docs_url=None, redoc_url=None, lifespan=alive)
    app.add_middleware(Watched, log=hub.log, metrics=visitors.metrics)
    app.exception_handler(Turned)(_turned)
    app.exception_handler(Refused)(_refused)

    @app.get("/healthz", summary="Whether the hub can read its register")
    async def health() -> JSONResponse:
        return await service.health()

    @app.get("/metrics", include_in_schema=False)
    async def metrics(request: Request) -> Response:
        if metrics_port is None or request.scope["server"][1] != metrics_port:
            return JSONResponse({"error": "not_found"}, 404)
        return Response(await service.metrics(), media_type=CONTENT_TYPE_LATEST)

    _bundle_routes(app, service)
    _answer_routes(app, service)
    return app


def _bundle_routes(app: FastAPI, service: "_Service") -> None:
    signed_in = Annotated[Caller, Depends(service.caller)]

    @app.head("/v1/bundles/{digest}", summary="As GET, in the headers alone", operation_id="bundle_head")
    @app.get("/v1/bundles/{digest}", summary="How much of a bundle is here", operation_id="bundle")
    async def bundle(digest: Digest, caller: signed_in) -> Response:
        return await service.bundle(caller, digest)

    @app.put("/v1/bundles/{digest}", summary="Upload a bundle in one request")
    async def put(digest: Digest, caller: signed_in, request: Request) -> Response:
        return await service.receive(caller, request, digest, 0, caller.token.size)

    @app.patch("/v1/bundles/{digest}", summary="Upload a bundle from a byte on")
    async def patch(
        digest: Digest,
        caller: signed_in,
        request: Request,
        offset: Annotated[int, Query(ge=0, le=MOST_BUNDLE)],
        length: Annotated[int, Query(ge=1, le=MOST_BUNDLE)],
    ) -> Response:
        return await service.receive(caller, request, digest, offset, length)


def _answer_routes(app: FastAPI, service: "_Service") -> None:
    signed_in = Annotated[Caller, Depends(service.caller)]

    @app.get("/v1/vector", summary="What the hub holds and lacks, and a signed receipt")
    async def vector(caller: signed_in) -> JSONResponse:
        return await service.vector(caller)

    @app.post("/v1/answers", summary="Ask for what a station lacks; the body is its statement")
    async def ask(caller: signed_in, request: Request, rows_only: Annotated[bool, Query()] = False) -> JSONResponse:
        return await service.ask(caller, request, rows_only)

    @app.get("/v1/answers/{digest}", summary="Fetch a bundle of the answer; takes Range")
    async def fetch(digest: Digest, caller: signed_in) -> Response:
        return await service.fetch(caller, digest)


async def _turned(_: Request, turned: Turned) -> Response:
    return JSONResponse({"error": turned.error}, turned.status, headers=turned.headers)


async def _refused(_: Request, refusal: Refused) -> Response:
    """What the register or the disk says no to concerns the hub: the station comes back later, or with less."""
    status = {Reason.DISK_FULL: 507, Reason.BUNDLE_TOO_LARGE: 413}.get(refusal.reason, 503)
    return JSONResponse({"error": refusal.reason.value}, status)


class _Service:
    """What the routes do; whatever reads the register or a file's whole content runs in a thread of its own."""

    def __init__(self, hub: Hub, visitors: Visitors) -> None:
        self._hub = hub
        self._visitors = visitors
        self._answers = Answers(hub)
        self._threads = ThreadPoolExecutor(READERS, "hub-reader")

    def close(self) -> None:
        self._threads.shutdown(cancel_futures=True)

    async def tidy(self) -> None:
        """Now and then remove what nobody went on with."""
        while True:
            await self._in_thread(self._hub.store.sweep)
            await asyncio.sleep(TIDY_SECONDS)

    async def caller(self, request: Request) -> Caller:
        path, query = request.scope["raw_path"], request.scope["query_string"]
        target = (path + (b"?" + query if query else b"")).decode("ascii", "replace")
        address = request.client.host if request.client else ""
        header = request.headers.get("authorization", "")
        # Not in a thread: of a body whose connection dies meanwhile, the server would hand out nothing.
        caller = self._visitors.welcome(header, request.method, target, address)
        request.scope["station"] = caller.member
        return caller

    async def health(self) -> JSONResponse:
        try:
            await self._in_thread(lambda: self._hub.register.db.conn.execute("SELECT 1 FROM installation").fetchone())
        except Refused:
            return JSONResponse({"status": "failing"}, 503)
        return JSONResponse({"status": "ok"})

    async def metrics(self) -> bytes:
        hub = self._hub

        def tell() -> bytes:
            return self._visitors.metrics.text(hub_state(hub.register.db, hub.store, hub.register.now()))

        return await self._in_thread(tell)

    async def bundle(self, caller: Caller, digest: str) -> Response:
        told, offset = await self._in_thread(
            lambda: (self._hub.told(digest), self._hub.store.offset(caller.member.key, digest))
        )
        return _of_bundle(200, told.state, offset, told.reason)

    async def receive(self, caller: Caller, request: Request, digest: str, offset: int, length: int) -> Response:
        key, store, size = caller.member.key, self._hub.store, caller.token.size
        if store.has(digest):
            return await self._taken_in(digest)
        if size > MOST_CHUNK or offset + size > length:
            raise Turned(413, "too_large")
        self._visitors.charge(caller, size)
        try:
            upload = store.upload(key, digest, offset, length)
        except WrongOffset as wrong:
            return _of_bundle(409, BundleState.UNKNOWN, wrong.offset)
        await self._write(request, upload, caller, offset)
        if upload.offset < length:
            return _of_bundle(204, BundleState.UNKNOWN, upload.offset)
        try:
            await self._in_thread(lambda: store.finish(key, digest))
        except NotTheDigest as fault:
            raise Turned(422, "not_the_digest", {OFFSET: "0"}) from fault
        return await self._taken_in(digest)

    async def _write(self, request: Request, upload: Upload, caller: Caller, offset: int) -> None:
        """Every byte is kept as it arrives; a request that came whole is compared with what was signed."""
        whole, size = sha256(), 0
        try:
            async for chunk in _chunks(request):
                size += len(chunk)
                if size > caller.token.size:
                    break
                whole.update(chunk)
                upload.write(chunk)
            if size != caller.token.size or whole.hexdigest() != caller.token.sha256:
                upload.take_back(offset)
                raise Turned(422, "not_as_signed", {OFFSET: str(offset)})
        except (TakenOver, ClientDisconnect) as fault:
            # Nobody reads this answer; the station asks how much is here and goes on from there.
            raise Turned(409, "cut_off") from fault
        finally:
            upload.close()
            self._visitors.metrics.moved("in", size)

    async def _taken_in(self, digest: str) -> Response:
        """Kept it is; whether it was taken in too is told when that does not take long."""
        told = await self._in_thread(lambda: self._hub.told(digest))
        if told.state is BundleState.WAITING:
            waiting = asyncio.wrap_future(self._hub.submit(digest))
            await asyncio.wait([waiting], timeout=INTAKE_SECONDS)
            told = await self._in_thread(lambda: self._hub.told(digest))
        offset = await self._in_thread(lambda: self._hub.store.offset("0" * 64, digest))
        return _of_bundle(200 if told.state is BundleState.TAKEN_IN else 202, told.state, offset, told.reason)

    async def vector(self, caller: Caller) -> JSONResponse:
        register, member = self._hub.register, caller.member

        def tell() -> dict[str, Any]:
            return {"statement": statement_for(register, member).document(), "receipt": receipt_for(register, member)}

        return JSONResponse(await self._in_thread(tell))

    async def ask(self, caller: Caller, request: Request, rows_only: bool) -> JSONResponse:
        body = await _body(request, caller)
        said = stated(body)
        if said is None:
            raise Turned(422, "no_statement")
        answer = await self._in_thread(lambda: self._answers.answer(caller.member, said, rows_only=rows_only))
        self._visitors.charge(caller, sum(each.size for each in answer))
        return JSONResponse({"bundles": [{"digest": each.digest, "size": each.size} for each in answer]})

    async def fetch(self, caller: Caller, digest: str) -> Response:
        path = await self._in_thread(lambda: self._hub.store.answer(caller.member.key, digest))
        if path is None:
            raise Turned(404, "no_such_answer")
        self._visitors.charge(caller, path.stat().st_size)
        self._visitors.metrics.moved("out", path.stat().st_size)
        return FileResponse(path, media_type="application/octet-stream")

    async def _in_thread(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._threads, work)


def _of_bundle(status: int, state: BundleState, offset: int, reason: str = "") -> Response:
    complete = "?1" if state is not BundleState.UNKNOWN else "?0"
    headers = {OFFSET: str(offset), COMPLETE: complete, "Bundle-State": state.value}
    if status == 204:
        return Response(status_code=status, headers=headers)
    return JSONResponse({"state": state.value, "offset": offset, "reason": reason}, status, headers=headers)


async def _chunks(request: Request) -> AsyncIterator[bytes]:
    stream = request.stream()
    while True:
        try:
            chunk = await asyncio.wait_for(anext(stream), BODY_SECONDS)
        except StopAsyncIteration:
            return
        except TimeoutError as fault:
            raise Turned(408, "too_slow") from fault
        yield chunk


async def _body(request: Request, caller: Caller) -> Any:
    """The JSON of a body that is what was signed."""
    import json

    if caller.token.size > MOST_QUESTION:
        raise Turned(413, "too_large")
    body = bytearray()
    async for chunk in _chunks(request):
        body += chunk
        if len(body) > caller.token.size:
            break
    if len(body) != caller.token.size or sha256(body).hexdigest() != caller.token.sha256:
        raise Turned(422, "not_as_signed")
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as fault:
        raise Turned(422, "no_statement") from fault
