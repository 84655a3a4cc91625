"""A server of Discord's wire protocol for tests: gateway and HTTP, honest about limits and errors.

    async with DiscordServer() as server:
        with pointed_at(server):           # from `.genuine`; or start a process with server.environment
            ...                            # run the bot
            await server.connected()
            asked = await server.slash("capex", question="meta")
            reply = await server.reply(asked)
            assert not server.violations

The genuine library is spoken to over real sockets and knows no difference; what it sends is judged by Discord's own
OpenAPI description and by the limits that no schema knows.
"""

from tests.fakes.discord.clock import Clock
from tests.fakes.discord.deliveries import Delivery
from tests.fakes.discord.faults import Fault, connection_cut, held, rate_limited, refusal, server_error
from tests.fakes.discord.server import DiscordServer
from tests.fakes.discord.world import Channel, Guild, Message, User

__all__ = [
    "Channel",
    "Clock",
    "Delivery",
    "DiscordServer",
    "Fault",
    "Guild",
    "Message",
    "User",
    "connection_cut",
    "held",
    "rate_limited",
    "refusal",
    "server_error",
]
