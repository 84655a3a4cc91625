"""The status beside the bot's name: only while an answer takes long, and never after it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
import pytest

from adapters.slack_app.arrivals import Arrival
from adapters.slack_app.sending import web_client
from adapters.slack_app.thinking import AFTER, Thinking
from bot.people import Person, Place
from tests.fakes.slack import SlackServer

pytestmark = pytest.mark.asyncio


class Time:
    """Time that passes when a test says so."""

    def __init__(self) -> None:
        self.passed = asyncio.Event()
        self.asked: list[float] = []

    async def pause(self, seconds: float) -> None:
        self.asked.append(seconds)
        await self.passed.wait()


def asked(slack: SlackServer, text: str = "meta") -> Arrival:
    channel = slack.workspace.direct(slack.workspace.alice).id
    person = Person(platform="slack", workspace=slack.workspace.id, user=slack.workspace.alice.id)
    place = Place(platform="slack", workspace=slack.workspace.id, channel=channel, direct=True)
    return Arrival(text, person, place, "1", slack.world.ids.ts())


@asynccontextmanager
async def thinking(slack: SlackServer, time: Time) -> AsyncIterator[Thinking]:
    async with aiohttp.ClientSession() as session:
        yield Thinking(web_client(slack.bot_token, slack.api_url, session), time.pause)


def statuses(slack: SlackServer) -> list[str]:
    return [one["status"] for one in slack.world.statuses]


async def test_a_quick_answer_shows_none(slack: SlackServer) -> None:
    async with thinking(slack, Time()) as status, status.on(asked(slack)):
        await asyncio.sleep(0)
    assert slack.calls == []


async def test_a_slow_answer_shows_one_until_it_is_there(slack: SlackServer) -> None:
    time = Time()
    async with thinking(slack, time) as status, status.on(asked(slack)):
        time.passed.set()
        await slack.called("assistant.threads.setStatus")
    assert time.asked == [AFTER]
    assert statuses(slack) == ["is looking it up…", ""]


async def test_it_stands_at_the_message_and_in_its_language(slack: SlackServer) -> None:
    time, arrival = Time(), asked(slack, "Wie hoch sind die Ausgaben?")
    async with thinking(slack, time) as status, status.on(arrival):
        time.passed.set()
        await slack.called("assistant.threads.setStatus")
    [shown, _] = slack.world.statuses
    assert (shown["thread"], shown["channel"]) == (arrival.ts, arrival.place.channel)
    assert shown["status"] == "sieht nach…"


async def test_an_answer_that_fails_takes_it_away_too(slack: SlackServer) -> None:
    time = Time()

    async def failing() -> None:
        async with thinking(slack, time) as status, status.on(asked(slack)):
            time.passed.set()
            await slack.called("assistant.threads.setStatus")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await failing()
    assert statuses(slack) == ["is looking it up…", ""]


async def test_a_slack_that_takes_none_costs_no_answer(slack: SlackServer) -> None:
    time = Time()
    slack.faults.refuse("assistant.threads.setStatus", "missing_scope", times=2)
    async with thinking(slack, time) as status, status.on(asked(slack)):
        time.passed.set()
        await slack.called("assistant.threads.setStatus")
    assert statuses(slack) == []
