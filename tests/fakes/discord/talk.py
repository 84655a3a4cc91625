"""What people say: messages in channels, threads and direct messages, their edits, and the same event told twice."""

from tests.fakes.discord.deliveries import Delivery
from tests.fakes.discord.mentions import named
from tests.fakes.discord.waiting import Waiting
from tests.fakes.discord.world import Channel, Message, User


class Talk(Waiting):
    """Words of people; a message's delivery holds it as `message`."""

    async def say(
        self, text: str, *, user: User | None = None, channel: Channel | None = None, reply_to: Message | None = None
    ) -> Delivery:
        """A message as it is, addressed to nobody unless the text says so."""
        return self._say(text, user, channel, reply_to, ping=True)

    async def mention(self, text: str, *, user: User | None = None, channel: Channel | None = None) -> Delivery:
        """A message that begins with the bot's name."""
        return self._say(f"{self.bot.mention} {text}", user, channel, None, ping=False)

    async def direct_message(self, text: str, *, user: User | None = None, reply_to: Message | None = None) -> Delivery:
        return self._say(text, user, self.direct(user), reply_to, ping=True)

    async def reply_to_bot(
        self, text: str, message: Message, *, user: User | None = None, ping: bool = True
    ) -> Delivery:
        """A reply to a message of the bot; with the ping off the platform does not count it as a mention."""
        assert message.author is self.bot, "this message is not the bot's"
        return self._say(text, user, message.channel, message, ping=ping)

    async def edit_message(self, said: Message | Delivery, text: str) -> Delivery:
        """A person rewrites a message; a mention stays one only if the new text keeps it."""
        message = said.message if isinstance(said, Delivery) else said
        assert message is not None, "this delivery is no message"
        message.content, message.edited_at = text, self.clock.now()
        message.mentions = self._mentioned(message, ping=False)
        return self._told("MESSAGE_UPDATE", message)

    async def delete_message(self, said: Message | Delivery) -> None:
        message = said.message if isinstance(said, Delivery) else said
        assert message is not None, "this delivery is no message"
        message.deleted = True
        self.tell_deleted(message)

    async def redeliver(self, delivery: Delivery) -> None:
        """The same event once more, with the same ids."""
        self._tell(delivery)

    def _say(
        self, text: str, user: User | None, channel: Channel | None, reply_to: Message | None, *, ping: bool
    ) -> Delivery:
        message = Message(self.next_id(), channel or self.channel, user or self.person, self.clock.now(), text)
        message.reference = reply_to
        message.mentions = self._mentioned(message, ping=ping)
        self.history.append(message)
        return self._told("MESSAGE_CREATE", message)

    def _mentioned(self, message: Message, *, ping: bool) -> list[User]:
        """Those named in the text, and with the ping on the author of the message replied to."""
        found = named(message.content, self.users)
        if ping and message.reference is not None and message.reference.author not in found:
            found.append(message.reference.author)
        return found

    def _told(self, event: str, message: Message) -> Delivery:
        delivery = Delivery(self.next_id(), event, message.author, message.channel, self.clock.now(), message=message)
        return self.hand_over(delivery)

    def hand_over(self, delivery: Delivery) -> Delivery:
        """Enter it in the book first: an answer may come before this returns."""
        assert self.gateway.sessions, f"no client is connected. {self.seen()}"
        self.deliveries.add(delivery)
        self._tell(delivery)
        return delivery

    def _tell(self, delivery: Delivery) -> None:
        if delivery.data is None:
            assert delivery.message is not None
            self.tell(delivery.event, delivery.message)
            return
        guild = delivery.channel.guild
        for session in self.gateway.for_guild(guild.id if guild else None):
            session.dispatch(delivery.event, delivery.data)
