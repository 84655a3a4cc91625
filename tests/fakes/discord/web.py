"""The HTTP side: every call is authorised, perhaps spoiled by a fault, judged, done, and its answer judged too.

What is wrong is refused like Discord does (50035 with the place of each problem) and recorded as a violation, because
a test wants to fail for it even where the bot copes with the refusal.
"""

import asyncio
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from aiohttp import web

from tests.fakes.discord.errors import INVALID_FORM, ApiError, invalid_form, refused
from tests.fakes.discord.faults import Fault

if TYPE_CHECKING:
    from tests.fakes.discord.state import State

BASE = "/api/v10"
JSON = "application/json"
UNAUTHORISED = ("/interactions/", "/webhooks/")


@dataclass
class Call:
    """One request, taken apart; `at` is when it came, before the time that it takes to be judged."""

    server: "State"
    operation: str
    params: Mapping[str, str]
    query: Mapping[str, str]
    body: Any = None
    files: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    at: float = 0.0

    def id(self, name: str) -> int:
        return int(self.params[name]) if self.params[name].isdigit() else 0


@dataclass
class Exchange:
    """A call as recorded: what was asked, what was answered (0 where the connection was cut)."""

    operation: str
    path: str
    body: Any
    files: dict[str, tuple[str, bytes]]
    at: float
    status: int = 0
    answer: Any = None

    def __str__(self) -> str:
        return f"{self.operation.split()[0]} {self.path} -> {self.status}"


@dataclass(frozen=True)
class Violation:
    """Something no correct bot (or, for `answer`, no correct fake) sends."""

    operation: str
    words: str
    body: Any = None

    def __str__(self) -> str:
        return f"{self.operation}: {self.words}"


Handler = Callable[[Call], Any]


def application(server: "State", handlers: Mapping[str, Handler]) -> web.Application:
    """Every operation at its path, the gateway, and a refusal for everything else."""
    app = web.Application(client_max_size=30 * 2**20)
    for operation, handler in handlers.items():
        method, _, path = operation.partition(" ")
        app.router.add_route(method, BASE + path, _served(server, operation, handler))
    for path in ("/gateway", "/gateway/", "/resume/"):
        app.router.add_get(path, server.gateway.connect)
    app.router.add_route("*", "/{unknown:.*}", _unknown(server))
    return app


def _served(server: "State", operation: str, handler: Handler) -> Callable[[web.Request], Any]:
    async def serve(request: web.Request) -> web.StreamResponse:
        exchange = Exchange(operation, request.path, None, {}, server.clock.now())
        server.exchanges.append(exchange)
        server.busy += 1
        try:
            return await _answer(server, request, exchange, handler)
        except Exception as error:
            server.violate(operation, f"this server failed: {error!r}", exchange.body)
            raise
        finally:
            server.busy -= 1
            server.changed()

    return serve


async def _answer(server: "State", request: web.Request, exchange: Exchange, handler: Handler) -> web.StreamResponse:
    call = Call(server, exchange.operation, request.match_info, request.query)
    fault = server.faults.take(exchange.operation)
    try:
        call.body, call.files = await _read(request)
        exchange.body, exchange.files = call.body, call.files
        _authorise(server, request)
        await _spoil(fault)
        if fault is not None and fault.cut and not fault.afterwards:
            return _cut(request)
        call.at = server.clock.now()
        _judge(server, call)
        answer = handler(call)
    except ApiError as error:
        ordered = fault is not None and error is fault.error
        if error.code == INVALID_FORM and not ordered:
            server.violate(call.operation, json.dumps(error.extra["errors"], ensure_ascii=False), call.body)
        return _respond(exchange, error.status, error.body(), error.headers)
    if fault is not None and fault.afterwards:
        server.changed()
        return _cut(request)
    status = 204 if answer is None else 200
    for problem in server.judge.answer_problems(call.operation, status, answer):
        server.violate(f"answer to {call.operation}", str(problem), answer)
    return _respond(exchange, status, answer, {})


async def _read(request: web.Request) -> tuple[Any, dict[str, tuple[str, bytes]]]:
    if not request.can_read_body:
        return None, {}
    if request.content_type == JSON:
        return _json(await request.text()), {}
    if request.content_type != "multipart/form-data":
        raise ApiError(400, 50035, f"Unsupported content type {request.content_type}", {"errors": {}})
    body: Any = None
    files: dict[str, tuple[str, bytes]] = {}
    for name, part in (await request.post()).items():
        if name == "payload_json":
            body = _json(part.file.read().decode() if isinstance(part, web.FileField) else str(part))
        elif isinstance(part, web.FileField):
            files[name.removeprefix("files[").removesuffix("]")] = (part.filename, part.file.read())
    return body, files


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        raise refused(50109) from None


def _authorise(server: "State", request: web.Request) -> None:
    if request.path.removeprefix(BASE).startswith(UNAUTHORISED):
        return
    if request.headers.get("Authorization") != f"Bot {server.token}":
        raise refused(0)


async def _spoil(fault: Fault | None) -> None:
    if fault is not None and fault.gate is not None:
        await fault.gate.wait()
    if fault is not None and fault.error is not None:
        raise fault.error


def _judge(server: "State", call: Call) -> None:
    problems, integers = server.judge.request_problems(call.operation, {} if call.body is None else call.body)
    if integers:
        server.integer_ids.append(call.operation)
    if problems and not (call.body is None and call.operation.startswith(("GET", "DELETE"))):
        raise invalid_form(problems)


def _respond(exchange: Exchange, status: int, answer: Any, headers: Mapping[str, str]) -> web.Response:
    """The content type is exactly `application/json`: with a charset the library would not read it as JSON."""
    exchange.status, exchange.answer = status, answer
    if answer is None:
        return web.Response(status=status)
    body = json.dumps(answer, ensure_ascii=False).encode()
    return web.Response(status=status, body=body, headers={"Content-Type": JSON, **headers})


def _cut(request: web.Request) -> web.Response:
    if request.transport is not None:
        request.transport.abort()
    return web.Response(status=499)


def _unknown(server: "State") -> Callable[[web.Request], Any]:
    async def serve(request: web.Request) -> web.Response:
        await asyncio.sleep(0)
        operation = f"{request.method} {request.path}"
        server.violate(operation, "this server has no such route")
        exchange = Exchange(operation, request.path, None, {}, server.clock.now())
        server.exchanges.append(exchange)
        server.changed()
        return _respond(exchange, 404, {"message": "404: Not Found", "code": 0}, {})

    return serve
