"""Digests in Slack: posted without anybody asking, and what each refusal means."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
import pytest_asyncio

from adapters.publishing import NotSent, Refused, Unclear
from bot.line import Line
from bot.people import Person, Place
from bot.reply import Line as ReplyLine
from bot.reply import Reply
from tests.adapters.slack_app.ordering import Bot, admin, command, ordering
from tests.fakes.slack import SlackServer

pytestmark = pytest.mark.asyncio
REPLY = Reply(
    outcome="found", language="en", headline="Title <!channel>", lines=(ReplyLine(label="a", figure="US$1 bn"),)
)


async def nothing() -> None:
    """Nothing is done before it leaves."""


@pytest_asyncio.fixture
async def bot(slack: SlackServer, shipped: Line) -> AsyncIterator[Bot]:
    async with ordering(slack, shipped) as found:
        yield found


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
