"""What tests of buttons do over and over: start a bot, ask it, and look at what a click has told the clicker."""

from adapters.desk import Desk
from adapters.slack_app import SlackPlatform
from adapters.slack_app.patience import Patience
from bot.conversation import Conversation
from bot.line import Line
from bot.records import Records
from bot.settings import Settings
from tests.adapters.slack_app.looks import Json, buttons
from tests.adapters.slack_app.test_answers import only_reply
from tests.fakes.slack import Delivery, Entry, SlackServer


async def started(slack: SlackServer, line: Line, records: Records) -> tuple[SlackPlatform, Desk]:
    """A bot that is connected, and its desk."""
    desk = Desk(Conversation(line, records), in_threads=False)
    at_once = Patience(pace=0)  # the pace of a channel has tests of its own
    platform = SlackPlatform(desk, Settings.from_environment(slack.environment), patience=at_once)
    await platform.start()
    await slack.connected()
    return platform, desk


async def asked(slack: SlackServer, text: str = "meta") -> Entry:
    """The private answer to a command."""
    return await only_reply(slack, await slack.slash("/capex", text))


async def said_to(slack: SlackServer, act: Delivery) -> Entry:
    """The one thing that is said because of what somebody did."""
    reply = await slack.reply(act)
    await slack.quiet()
    assert slack.replies_to(act) == [reply]
    return reply


def labels(content: Json) -> list[str]:
    """What stands on the buttons."""
    return [str(one["text"]["text"]) for one in buttons(content)]


def keys(entry: Entry) -> set[str]:
    """The keys of answers in the buttons of a message."""
    return {str(one["value"]).partition(" ")[0] for one in buttons({"blocks": entry.blocks})}
