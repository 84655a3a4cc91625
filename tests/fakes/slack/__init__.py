"""Slack's platform at its wire protocol, for a bot that runs on the genuine SDK.

Nothing in the bot is replaced: it gets tokens and the address of this server, calls the Web API over HTTP and hears of
people's acts over websockets or signed requests. The fake is strict where Slack is, answers as Slack answers, and keeps
every rule that was broken in `SlackServer.violations`.
"""

from .blocks import nothing_wrong
from .delivery import Ack, Attempt, Delivery
from .faults import Fault, Faults
from .http_mode import HttpAnswer, HttpMode
from .messages import Entry
from .server import SlackServer
from .socket_mode import Socket, SocketMode
from .values import Violation
from .workspace import Channel, User, Workspace
from .world import Call

__all__ = [
    "Ack",
    "Attempt",
    "Call",
    "Channel",
    "Delivery",
    "Entry",
    "Fault",
    "Faults",
    "HttpAnswer",
    "HttpMode",
    "SlackServer",
    "Socket",
    "SocketMode",
    "User",
    "Violation",
    "Workspace",
    "nothing_wrong",
]
