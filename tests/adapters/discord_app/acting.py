"""What tests of buttons do over and over: ask, press, and look at what is shown to whom."""

from collections.abc import Iterator
from typing import Any

from adapters.discord_app.ids import Act, Deed
from tests.fakes.discord import Delivery, DiscordServer, Message
from tests.fakes.discord.components import walk


def controls(message: Message) -> Iterator[dict[str, Any]]:
    """The buttons and selects of a message."""
    return (one for _, one in walk(message.components) if one.get("custom_id"))


def ids(message: Message) -> list[str]:
    """Their ids."""
    return [str(one["custom_id"]) for one in controls(message)]


def labels(message: Message) -> list[str]:
    """What stands on the buttons."""
    return [str(one["label"]) for one in controls(message) if "label" in one]


def act_id(message: Message, act: str) -> str:
    """The id of the button that does something."""
    return next(one for one in ids(message) if one.startswith(f"{act}:"))


def deed_id(message: Message, what: str) -> str:
    """The id of the button that does something about a matter."""
    return next(one for one in ids(message) if (deed := Deed.of(one)) and deed.what == what)


def keys(message: Message) -> set[str]:
    """The keys of answers in the buttons of a message."""
    return {act.key for one in ids(message) if (act := Act.of(one))}


async def asked(discord: DiscordServer, question: str = "meta") -> Message:
    """The private answer to a command."""
    return await discord.reply(await discord.slash("capex", question=question))


async def told(discord: DiscordServer, delivery: Delivery) -> Message:
    """The one message that comes of what somebody did."""
    reply = await discord.reply(delivery)
    await discord.settled()
    assert discord.replies_to(delivery) == [reply]
    return reply


async def pressed(discord: DiscordServer, message: Message, act: str, **who: Any) -> Message:
    """The one message that comes of a press."""
    return await told(discord, await discord.click(act_id(message, act), message=message, **who))


async def opened(discord: DiscordServer, message: Message, act: str) -> Delivery:
    """The press that opened a form."""
    press = await discord.click(act_id(message, act), message=message)
    await discord.acknowledged(press)
    assert press.modal is not None
    return press
