"""A request of the Web API, whatever its form: query, form, multipart or JSON body, token in a header or an argument.

The genuine SDK uses all of them, and Slack does not mind. Arguments that are JSON inside a form stay text here; the
method that needs them decodes them.
"""

import base64
import json
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from .values import Breach, Json, Refusal
from .workspace import Workspace


@dataclass(frozen=True, slots=True)
class Asked:
    """A method with its arguments, and who asks."""

    method: str
    args: Json
    token: str | None
    workspace: Workspace
    basic: tuple[str, str] | None = None

    def need(self, name: str) -> Any:
        """An argument that must be there."""
        value = self.args.get(name)
        if value in (None, ""):
            raise Breach("invalid_arguments", f"missing required field: {name} [json-pointer:/{name}]")
        return value

    def structure(self, name: str) -> Any:
        """An argument that is JSON, or JSON as text."""
        value = self.need(name)
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value)
        except ValueError:
            raise Breach("invalid_arguments", f"must be valid json [json-pointer:/{name}]") from None


async def arguments(request: web.Request) -> Json:
    """All arguments of a request."""
    found: Json = dict(request.query)
    if request.content_type == "application/json":
        try:
            body = json.loads(await request.text() or "{}")
        except ValueError:
            raise Breach("invalid_json") from None
        if not isinstance(body, dict):
            raise Breach("json_not_object")
        return found | body
    if request.content_type not in {
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "application/octet-stream",
    }:
        raise Breach("invalid_post_type")
    return found | dict(await request.post())


def token_of(request: web.Request, args: Json) -> str | None:
    """The token with which a request comes."""
    kind, _, value = request.headers.get("Authorization", "").partition(" ")
    if kind == "Bearer" and value:
        return value.strip()
    given = args.get("token")
    return given if isinstance(given, str) else None


def basic_of(request: web.Request) -> tuple[str, str] | None:
    """Client id and secret, as OAuth sends them."""
    kind, _, value = request.headers.get("Authorization", "").partition(" ")
    if kind != "Basic":
        return None
    try:
        name, _, secret = base64.b64decode(value).decode().partition(":")
    except ValueError:
        raise Refusal("invalid_auth") from None
    return name, secret
