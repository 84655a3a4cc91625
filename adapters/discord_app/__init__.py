"""Discord: a slash command, mentions and direct messages, answered from the one desk.

Two pure translators (`inbound`, `message`) and a small handler; the SDK's types go no further than this folder.
"""

from adapters.discord_app.platform import DiscordPlatform

__all__ = ["DiscordPlatform"]
