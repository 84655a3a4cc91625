"""What the bot listens to, in one place: `manifest.yaml` tells Slack the same, and a test compares the two."""

import re

from slack_bolt.async_app import AsyncApp

from adapters.slack_app.buttons import BUTTONS, Buttons
from adapters.slack_app.commands import COMMAND
from adapters.slack_app.curating import Curating
from adapters.slack_app.forms import Forms
from adapters.slack_app.handler import Handler
from adapters.slack_app.home import LANGUAGE
from adapters.slack_app.leaving import Leaving
from adapters.slack_app.teams import Teams
from adapters.slack_app.visits import Visits


def listen(app: AsyncApp, teams: Teams, leaving: Leaving) -> None:
    """Register all that is listened to."""
    app.command(re.compile(f"^{COMMAND}"))(teams.at(Handler, Handler.command))
    app.event("app_mention")(teams.at(Handler, Handler.event))
    app.event("message")(teams.at(Handler, Handler.event))
    app.action(re.compile("^ask:"))(teams.at(Handler, Handler.choice))
    app.action(re.compile("^delete:"))(teams.at(Handler, Handler.delete))
    app.shortcut("ask_about_this")(teams.at(Handler, Handler.shortcut))
    app.action(re.compile(f"^({'|'.join(BUTTONS)}):"))(teams.at(Buttons, Buttons.pressed))
    app.action(re.compile("^turn-"))(teams.at(Buttons, Buttons.turned))
    app.options(re.compile("^other:"))(teams.at(Forms, Forms.suggest))
    app.view(re.compile("^compare:"))(teams.at(Forms, Forms.compare))
    app.view(re.compile("^wrong:"))(teams.at(Forms, Forms.report))
    app.action(re.compile("^decide-"))(teams.at(Curating, Curating.pressed))
    app.action(re.compile("^curate:"))(teams.at(Curating, Curating.named))
    app.view(re.compile("^decided-"))(teams.at(Curating, Curating.reasoned))
    app.view(re.compile("^edited:"))(teams.at(Curating, Curating.edited))
    app.shortcut("check_this")(teams.at(Handler, Handler.check))
    app.shortcut("add_as_article")(teams.at(Handler, Handler.add))
    app.event("app_home_opened")(teams.at(Visits, Visits.opened))
    app.event("member_joined_channel")(teams.at(Visits, Visits.joined))
    app.action(re.compile("^start:"))(teams.at(Visits, Visits.started))
    app.action(LANGUAGE)(teams.at(Visits, Visits.chosen))
    app.event("app_uninstalled")(leaving.uninstalled)
    app.event("tokens_revoked")(leaving.revoked)
    app.event(re.compile(""))(nothing)
    app.error(Handler.defect)


async def nothing() -> None:
    """An event that means nothing to the bot: acknowledged, so that Slack does not tell it again."""
