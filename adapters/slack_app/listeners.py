"""What the bot listens to, in one place: `manifest.yaml` tells Slack the same, and a test compares the two."""

import re

from slack_bolt.async_app import AsyncApp

from adapters.slack_app.handler import Handler
from adapters.slack_app.leaving import Leaving
from adapters.slack_app.teams import Teams


def listen(app: AsyncApp, teams: Teams, leaving: Leaving) -> None:
    """Register all that is listened to."""
    app.command(re.compile("^/capex"))(teams.at(Handler.command))
    app.event("app_mention")(teams.at(Handler.event))
    app.event("message")(teams.at(Handler.event))
    app.action(re.compile("^ask:"))(teams.at(Handler.choice))
    app.action(re.compile("^delete:"))(teams.at(Handler.delete))
    app.event("app_uninstalled")(leaving.uninstalled)
    app.event("tokens_revoked")(leaving.revoked)
    app.event(re.compile(""))(nothing)
    app.error(Handler.defect)


async def nothing() -> None:
    """An event that means nothing to the bot: acknowledged, so that Slack does not tell it again."""
