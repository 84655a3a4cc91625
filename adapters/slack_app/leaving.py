"""Workspaces that leave: Slack tells that the app was removed, or its token revoked, and all of theirs is forgotten.

Slack may tell it late, after the workspace has installed the bot again: what was given since stays. Where it cannot
be done now Slack is asked to tell it again.
"""

import logging
from datetime import UTC, datetime
from typing import Final

from slack_bolt.response import BoltResponse

from adapters.ledger import Ledger
from adapters.slack_app.elements import Json
from adapters.slack_app.teams import Teams
from bot.people import Workspace
from knowledge.fault import Fault

_LOG = logging.getLogger("capex.slack")
_AGAIN: Final = 503


class Leaving:
    """Sees workspaces off."""

    def __init__(self, ledger: Ledger, teams: Teams) -> None:
        self._ledger = ledger
        self._teams = teams

    async def uninstalled(self, body: Json) -> BoltResponse | None:
        """`app_uninstalled`: the app was removed."""
        return await self._leave(body)

    async def revoked(self, body: Json) -> BoltResponse | None:
        """`tokens_revoked`: of people, which the bot has none of, or of the bot itself."""
        return await self._leave(body) if body["event"]["tokens"].get("bot") else None

    async def _leave(self, body: Json) -> BoltResponse | None:
        team, until = body["team_id"], datetime.fromtimestamp(body["event_time"], UTC)
        try:
            left = await self._ledger.forget_workspace(Workspace(platform="slack", id=team), until)
        except Fault as fault:
            _LOG.error("a workspace could not be forgotten", extra={"reason": str(fault)})
            return BoltResponse(status=_AGAIN)
        if left:
            self._teams.forget(team)
            _LOG.info("a workspace has removed the bot and is forgotten", extra={"team": team})
        return None
