"""The Web API under `/api/{method}`: trouble first, then who asks, then the method, then the answer on record."""

from collections.abc import Callable

from aiohttp import web

from . import methods_agent, methods_chat, methods_team, methods_views
from .asked import Asked, arguments, basic_of, token_of
from .faults import Fault, Faults
from .socket_mode import SocketMode
from .values import Breach, Json, Refusal
from .workspace import Workspace
from .world import Call, World

Method = Callable[[World, Asked], Json]

METHODS: dict[str, Method] = {
    **methods_team.METHODS,
    **methods_chat.METHODS,
    **methods_views.METHODS,
    **methods_agent.METHODS,
}
DOOR = "apps.connections.open"
WITHOUT_TOKEN = frozenset({"oauth.v2.access", "api.test"})


class Api:
    """Answers the calls of one world."""

    def __init__(self, world: World, faults: Faults, sockets: SocketMode, home: Workspace) -> None:
        self._world = world
        self._faults = faults
        self._sockets = sockets
        self._home = home

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """One call over HTTP."""
        method = request.match_info["method"]
        fault = self._faults.next(method)
        if fault:
            await fault.wait()
        if fault and not fault.after and fault.kind in {"cut", "status", "error", "garbled"}:
            return self._trouble(request, method, fault)
        args: Json = {}
        try:
            args = await arguments(request)
            answer = self._answer(request, method, args)
        except Breach as breach:
            self._world.broke(method, breach.error, breach.problems, args)
            answer = breach.answer()
        except Refusal as refusal:
            answer = refusal.answer()
        self._record(method, args, token_of(request, args), answer)
        if fault and fault.after:
            return self._trouble(request, method, fault)
        return web.json_response(answer, headers={"X-OAuth-Scopes": self._world.scopes})

    def _answer(self, request: web.Request, method: str, args: Json) -> Json:
        if method != DOOR and method not in METHODS and method not in WITHOUT_TOKEN:
            raise Breach("unknown_method")
        token = token_of(request, args)
        if method == "api.test":
            return {"ok": True, "args": args}
        if method in WITHOUT_TOKEN:
            return METHODS[method](self._world, Asked(method, args, token, self._home, basic_of(request)))
        grant = self._world.tokens.grant(token, app_level=method == DOOR)
        if method == DOOR:
            return {"ok": True, "url": self._sockets.invite()}
        return METHODS[method](self._world, Asked(method, args, token, grant.workspace))

    def _trouble(self, request: web.Request, method: str, fault: Fault) -> web.StreamResponse:
        if fault.kind == "cut":
            if request.transport is not None:
                request.transport.abort()
            self._struck(method, fault, {"ok": False, "error": "(cut)"}, 0)
            return web.Response(status=500)
        self._struck(method, fault, fault.body, fault.status)
        if fault.kind == "garbled":
            return web.Response(text=fault.text, status=fault.status, headers=fault.headers)
        return web.json_response(fault.body, status=fault.status, headers=fault.headers)

    def _struck(self, method: str, fault: Fault, answer: Json, status: int) -> None:
        """A call that took effect is on record already, with the answer that got lost."""
        if not fault.after:
            self._record(method, {}, None, answer, status)

    def _record(self, method: str, args: Json, token: str | None, answer: Json, status: int = 200) -> None:
        number = len(self._world.calls) + 1
        self._world.calls.append(Call(number, method, args, token, answer, status))
        self._world.changes.tell()
