"""`/response/{id}`: the address that comes with a command or a click, good for five answers within thirty minutes."""

import json

from aiohttp import web

from .faults import Faults
from .methods_chat import NOTHING
from .values import Breach, Json, Refusal
from .world import URL_LIFETIME, URL_USES, ResponseUrl, World

NAME = "response_url"


class Responses:
    """Takes the answers that bots send to their response addresses."""

    def __init__(self, world: World, faults: Faults) -> None:
        self._world = world
        self._faults = faults

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """One answer."""
        fault = self._faults.next(NAME)
        if fault:
            await fault.wait()
            if fault.kind == "cut" and request.transport is not None and not fault.after:
                request.transport.abort()
            if fault.kind == "garbled":
                return web.Response(text=fault.text, status=fault.status, headers=fault.headers)
            if fault.kind in {"cut", "status", "error"} and not fault.after:
                return web.json_response(fault.body, status=fault.status, headers=fault.headers)
        answer = self._answered(request.match_info["id"], await request.text())
        if fault and fault.after and request.transport is not None:
            request.transport.abort()
        return answer

    def _answered(self, ident: str, text: str) -> web.Response:
        fields: Json = {}
        try:
            fields = _fields(text)
            self._take(ident, fields)
        except Breach as breach:
            self._world.broke(NAME, breach.error, breach.problems, fields)
            return web.json_response(breach.answer(), status=400)
        except Refusal as refusal:
            return web.json_response(refusal.answer(), status=404)
        return web.Response(text="ok")

    def _take(self, ident: str, fields: Json) -> None:
        url = self._world.urls.get(ident)
        if url is None:
            raise Refusal("no_such_url")
        if self._world.clock.now() - url.born > URL_LIFETIME:
            raise Refusal("expired_url")
        if url.uses >= URL_USES:
            raise Refusal("used_url")
        if fields.get("response_type") not in (None, "ephemeral", "in_channel"):
            raise Breach("invalid_response_type", str(fields["response_type"]))
        before = self._world.log.latest(str(url.delivery.channel), url.original or "")
        if fields.get("delete_original"):
            if before is None:
                raise Refusal("message_not_found")
            self._show(url, "delete", fields, before.ts, before.to)
        elif fields.get("replace_original") and before is not None:
            self._show(url, "update", fields, before.ts, before.to)
        else:
            public = fields.get("response_type") == "in_channel"
            self._show(url, "post" if public else "ephemeral", fields, None, None if public else url.delivery.user)
        url.uses += 1

    def _show(self, url: ResponseUrl, kind: str, fields: Json, ts: str | None, to: str | None) -> None:
        delivery = url.delivery
        said = NOTHING if kind == "delete" else self._world.content(NAME, fields)
        more = {"to": to, "team": delivery.team, "body": fields, "delivery": delivery}
        known = self._world.log.latest(str(delivery.channel), ts) if ts else None
        thread = known.thread if known else fields.get("thread_ts")
        entry = self._world.show(kind, str(delivery.channel), said, NAME, ts=ts, thread=thread, **more)  # type: ignore[arg-type]
        url.original = url.original or entry.ts


def _fields(text: str) -> Json:
    try:
        fields = json.loads(text)
    except ValueError:
        raise Breach("invalid_payload", text[:200]) from None
    if not isinstance(fields, dict):
        raise Breach("invalid_payload", text[:200])
    return fields
