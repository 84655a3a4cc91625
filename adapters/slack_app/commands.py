"""Commands that come over HTTP, answered without bolt's chain where their workspace is known.

A command is most of what is asked, and all that is wanted of its form is the form: bolt would make a client, look at
what it might be instead, and ask each listener in turn. What is no command, whose workspace has not installed the bot,
and what comes for a whole organisation is bolt's. A defect ends the task of its command alone and is told as elsewhere.
"""

import asyncio
from typing import Final
from urllib.parse import parse_qsl

from slack_bolt.response import BoltResponse

from adapters.slack_app.elements import Json
from adapters.slack_app.handler import Handler
from adapters.slack_app.teams import Teams

COMMAND: Final = "/capex"
"""What a command begins with; a workspace may have named its own after it."""

_FORM: Final = "application/x-www-form-urlencoded"


class Commands:
    """Answers commands in all workspaces."""

    def __init__(self, teams: Teams) -> None:
        self._teams = teams

    async def answer(self, body: str, content_type: str) -> BoltResponse | None:
        """What is answered to a request with this body; None where it is bolt's."""
        command = _command_in(body, content_type)
        if command is None:
            return None
        [answer] = await asyncio.gather(self._answer(command), return_exceptions=True)
        return await Handler.defect(answer, command) if isinstance(answer, BaseException) else answer

    async def _answer(self, command: Json) -> BoltResponse | None:
        seat = await self._teams.seated(command["team_id"])
        return await seat.of(Handler).command(command) if seat else None


def _command_in(body: str, content_type: str) -> Json | None:
    if not content_type.startswith(_FORM) or "command=" not in body:
        return None
    form = dict(parse_qsl(body, keep_blank_values=True))
    is_ours = form.get("command", "").startswith(COMMAND) and "payload" not in form
    return form if is_ours and "team_id" in form and form.get("is_enterprise_install") != "true" else None
