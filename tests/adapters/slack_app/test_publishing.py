"""Digests in Slack: ordered where they are wanted, posted without anybody asking, and what each refusal means."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
import pytest_asyncio

from adapters.desk import Desk
from adapters.publishing import NotSent, Publisher, Refused, Rounds, Unclear
from adapters.slack_app import SlackPlatform
from adapters.slack_app.patience import Patience
from bot.conversation import Conversation
from bot.line import Line
from bot.people import Person, Place, Platform
from bot.records import MemoryRecords
from bot.reply import Line as ReplyLine
from bot.reply import Reply
from bot.settings import Settings
from tests.fakes.slack import Channel, Entry, SlackServer, User

pytestmark = pytest.mark.asyncio
REPLY = Reply(
    outcome="found", language="en", headline="Title <!channel>", lines=(ReplyLine(label="a", figure="US$1 bn"),)
)


async def nothing() -> None:
    """Nothing is done before it leaves."""


@dataclass
class Bot:
    """A bot over the shipped base, with rounds that a test lets pass at the time it wants."""

    slack: SlackServer
    platform: SlackPlatform
    records: MemoryRecords
    rounds: Rounds
    now: datetime

    async def passes(self, by: timedelta) -> None:
        self.now += by
        for _ in range(2):
            await self.rounds.round()
            await self.rounds.finish()

    async def comes_due(self) -> None:
        """It is the time of the next digest."""
        [order] = self.records.digests.subscriptions()
        await self.passes(order.schedule.next(self.now).at - self.now)

    @property
    def place(self) -> Place:
        space = self.slack.workspace
        return Place(platform="slack", workspace=space.id, channel=space.general.id)

    def posts(self) -> list[Entry]:
        return [entry for entry in self.slack.messages if entry.via == "chat.postMessage"]


@pytest_asyncio.fixture
async def bot(slack: SlackServer, shipped: Line) -> AsyncIterator[Bot]:
    records = MemoryRecords()
    conversation = Conversation(shipped, records)
    desk = Desk(conversation, in_threads=False)
    patience = Patience(pace=0, tries=0)
    platform = SlackPlatform(desk, Settings.from_environment(slack.environment), patience=patience)
    await platform.start()
    await slack.connected()
    composing = conversation.ordering.composing
    publishers: dict[Platform, Publisher] = {"slack": platform.publisher}
    rounds = Rounds(records.digests, shipped.base, composing, publishers, now=lambda: found.now)
    found = Bot(slack, platform, records, rounds, datetime.now(UTC))
    yield found
    await platform.stop()
    await desk.finish()


def admin(bot: Bot) -> User:
    return bot.slack.workspace.add_user("ada", rank="is_admin")


async def command(bot: Bot, text: str, user: User, channel: Channel | None = None) -> list[Entry]:
    """All that is said to a command."""
    delivery = await bot.slack.slash("/capex", text, user=user, channel=channel)
    await bot.slack.reply(delivery)
    await bot.slack.quiet()
    return bot.slack.replies_to(delivery)


class TestOrdering:
    async def test_an_admin_orders_all_are_told_and_the_digest_comes_on_its_day(self, bot: Bot) -> None:
        ada = admin(bot)
        reply, announced = await command(bot, "digest on 09:00 daily meta", ada)
        assert (reply.to, "every day at 09:00 (Europe/Berlin)" in reply.text) == (ada.id, True)
        assert (announced.to, announced.text) == (None, f"Digest: every day at 09:00 (Europe/Berlin) (<@{ada.id}>)")
        assert bot.posts() == []
        await bot.comes_due()
        digest, *rest = bot.posts()
        assert (digest.channel, digest.thread) == (bot.place.channel, None)
        assert "Meta · capital expenditure · 2024 guidance: US$35–40 bn" in digest.text
        assert {one.thread for one in rest} == {digest.ts}

    @pytest.mark.parametrize(
        ("rank", "text"),
        [("", "Only admins and the creator of this channel can order here"), ("is_restricted", "Only admins")],
    )
    async def test_nobody_else_does(self, bot: Bot, rank: str, text: str) -> None:
        bot.slack.workspace.general.creator = admin(bot).id
        user = bot.slack.workspace.add_user("ben", rank=rank)
        [reply] = await command(bot, "digest on", user)
        assert (reply.to, text in reply.text) == (user.id, True)
        assert bot.records.digests.subscriptions() == ()

    async def test_who_made_the_channel_does(self, bot: Bot) -> None:
        alice = bot.slack.workspace.alice
        bot.slack.workspace.general.creator = alice.id
        await command(bot, "digest on", alice)
        [order] = bot.records.digests.subscriptions()
        assert order.by.user == alice.id

    async def test_where_the_bot_is_not_it_asks_to_be_invited(self, bot: Bot) -> None:
        elsewhere = bot.slack.workspace.add_channel("elsewhere", with_bot=False)
        hidden = bot.slack.workspace.add_channel("hidden", private=True, with_bot=False)
        for channel in (elsewhere, hidden):
            [reply] = await command(bot, "digest on", admin(bot), channel)
            assert "invite me first" in reply.text
        assert bot.records.digests.subscriptions() == ()

    async def test_a_preview_is_for_its_asker_also_where_answers_are_for_all(self, bot: Bot) -> None:
        ada = admin(bot)
        await command(bot, "settings channel public", ada)
        [reply] = await command(bot, "digest preview", ada)
        assert (reply.to, "AI spending · " in reply.text) == (ada.id, True)

    async def test_a_preview_is_not_shown_in_answer_to_a_mention(self, bot: Bot) -> None:
        reply = await bot.slack.reply(await bot.slack.mention("digest preview"))
        assert reply.text.endswith("Type /capex digest preview: then only you see it.")

    async def test_the_digest_of_now_comes_at_the_next_round_and_once(self, bot: Bot) -> None:
        ada = admin(bot)
        await command(bot, "digest on 09:00 daily", ada)
        await command(bot, "digest now", ada)
        await bot.passes(timedelta(seconds=2))
        assert len([one for one in bot.posts() if not one.thread]) == 1
        [reply] = await command(bot, "digest now", ada)
        assert "already" in reply.text

    async def test_a_direct_message_has_a_digest_of_its_own_however_it_is_ordered(self, bot: Bot) -> None:
        alice = bot.slack.workspace.alice
        direct = bot.slack.workspace.direct(alice)
        await command(bot, "digest on 09:00 daily", alice, direct)
        shown = await bot.slack.reply(await bot.slack.direct_message("digest", user=alice))
        assert "every day at 09:00" in shown.text
        await bot.comes_due()
        posts = [one for one in bot.posts() if one.text.startswith("AI spending") and not one.thread]
        assert [one.channel for one in posts] == [direct.id]

    async def test_a_workspace_that_removes_the_bot_gets_nothing_more(self, bot: Bot) -> None:
        await command(bot, "digest on", admin(bot))
        await bot.slack.event({"type": "app_uninstalled", "event_ts": bot.slack.world.ids.ts()})
        await bot.slack.quiet()
        assert bot.records.digests.subscriptions() == ()


class TestPosting:
    async def test_what_is_posted_is_inert_and_known_by_its_time(self, bot: Bot) -> None:
        ts = await bot.platform.publisher.post(bot.place, REPLY, "key", nothing)
        [post] = bot.posts()
        assert (post.ts, "<!channel>" in post.text) == (ts, False)

    async def test_whether_a_lost_post_stands_there_cannot_be_told(self, bot: Bot) -> None:
        with pytest.raises(Unclear):
            await bot.platform.publisher.find(bot.place, REPLY, "key", bot.now)

    @pytest.mark.parametrize("code", ["channel_not_found", "is_archived", "not_in_channel", "restricted_action"])
    async def test_a_channel_that_refuses_refuses_for_good(self, bot: Bot, code: str) -> None:
        bot.slack.faults.refuse("chat.postMessage", code)
        with pytest.raises(Refused, match=code):
            await bot.platform.publisher.post(bot.place, REPLY, "key", nothing)

    async def test_what_slack_has_no_time_for_is_not_sent(self, bot: Bot) -> None:
        bot.slack.faults.rate_limit("chat.postMessage", retry_after=99)
        with pytest.raises(NotSent):
            await bot.platform.publisher.post(bot.place, REPLY, "key", nothing)

    @pytest.mark.parametrize("status", [500, 502])
    async def test_what_slack_had_trouble_with_may_be_sent(self, bot: Bot, status: int) -> None:
        bot.slack.faults.fail("chat.postMessage", status=status)
        with pytest.raises(Unclear):
            await bot.platform.publisher.post(bot.place, REPLY, "key", nothing)

    async def test_a_line_that_breaks_may_have_carried_it(self, bot: Bot) -> None:
        bot.slack.faults.cut("chat.postMessage", after=True)
        with pytest.raises(Unclear):
            await bot.platform.publisher.post(bot.place, REPLY, "key", nothing)
        assert len(bot.posts()) == 1

    @pytest.mark.parametrize("reused", [False, True])
    async def test_it_is_noted_before_the_first_byte_when_the_connection_stands(
        self, bot: Bot, *, reused: bool
    ) -> None:
        seen: list[int] = []

        async def leaving() -> None:
            seen.append(len([call for call in bot.slack.calls if call.method == "chat.postMessage"]))

        if reused:
            await bot.platform.publisher.post(bot.place, REPLY, "other", nothing)
        await bot.platform.publisher.post(bot.place, REPLY, "key", leaving)
        assert seen == [int(reused)]

    async def test_where_slack_cannot_be_reached_nothing_is_noted(self, bot: Bot) -> None:
        async def leaving() -> None:
            raise AssertionError("nothing leaves")

        sender = await bot.platform._senders.of(bot.place.workspace)  # noqa: SLF001 - an address where nobody listens
        assert sender is not None
        sender._once.base_url = "http://127.0.0.1:9/api/"  # noqa: SLF001
        with pytest.raises(NotSent):
            await bot.platform.publisher.post(bot.place, REPLY, "key", leaving)

    async def test_another_workspace_is_not_this_processs(self, bot: Bot) -> None:
        elsewhere = Place(platform="slack", workspace="T0ELSEWHERE", channel="C1")
        with pytest.raises(NotSent):
            await bot.platform.publisher.post(elsewhere, REPLY, "key", nothing)

    async def test_a_person_is_told_in_private_with_the_channel(self, bot: Bot) -> None:
        alice = bot.slack.workspace.alice
        person = Person(platform="slack", workspace=bot.place.workspace, user=alice.id)
        await bot.platform.publisher.tell(person, bot.place, "Words <!here>.", "en")
        [post] = bot.posts()
        assert post.channel == bot.slack.workspace.direct(alice).id
        assert post.blocks[0]["elements"][0]["elements"][0] == {"type": "channel", "channel_id": bot.place.channel}


class TestDelivering:
    async def test_a_channel_that_is_archived_pauses_its_digest_and_who_ordered_it_is_told(self, bot: Bot) -> None:
        ada = admin(bot)
        await command(bot, "digest on 09:00 daily", ada)
        bot.slack.workspace.general.archived = True
        await bot.comes_due()
        await bot.comes_due()
        [order] = bot.records.digests.subscriptions()
        assert (order.standing, order.reason) == ("paused", "is_archived")
        [told] = [one for one in bot.posts() if one.channel == bot.slack.workspace.direct(ada).id]
        assert "is_archived" in told.text

    async def test_a_post_whose_answer_is_lost_is_not_repeated_and_is_told(self, bot: Bot) -> None:
        ada = admin(bot)
        await command(bot, "digest on 09:00 daily", ada)
        bot.slack.faults.cut("chat.postMessage", after=True)
        await bot.comes_due()
        await bot.passes(timedelta(hours=1))
        digests = [one for one in bot.posts() if one.text.startswith("AI spending · ") and not one.thread]
        assert len(digests) == 1
        [told] = [one for one in bot.posts() if one.channel == bot.slack.workspace.direct(ada).id]
        assert "may have arrived" in told.text
