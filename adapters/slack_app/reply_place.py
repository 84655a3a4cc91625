"""Where the reply to a message stands in Slack: in the message's thread, or beside it in a direct message."""

from dataclasses import replace

from adapters.slack_app.announcing import announcement
from adapters.slack_app.blocks import message
from adapters.slack_app.recipients import Asker
from adapters.slack_app.sending import Sender
from bot.people import Person, Place
from bot.reply import Reply


class SlackReplyPlace:
    """See `adapters.messages.ReplyPlace`. A reply is known by its timestamp, and its asker may delete it."""

    def __init__(self, sender: Sender, place: Place, asker: Person) -> None:
        self._sender = sender
        self._place = place
        self._asker = asker

    async def post(self, reply: Reply) -> str | None:
        """Post the reply; its timestamp. What is to be announced is told in the channel besides."""
        content = message(reply, asker=self._asker.user)
        posted = await self._sender.post(self._place, content, self._reader(reply))
        if reply.announcement:
            await self._sender.post(replace(self._place, thread=None), announcement(reply, self._asker.user))
        return posted

    async def update(self, posted: str, reply: Reply) -> None:
        """Put the reply in place of the one with this timestamp."""
        content = message(reply, asker=self._asker.user)
        await self._sender.update(self._place, posted, content, self._reader(reply))

    def _reader(self, reply: Reply) -> Asker:
        return Asker(self._asker.user, reply.language)
