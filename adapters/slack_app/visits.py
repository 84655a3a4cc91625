"""What happens around questions: somebody looks at the bot's Home or messages, the bot comes to a channel.

All of it is work of its own, after the acknowledgement. A welcome is given once a channel and day, whichever process
hears of it and however often; a Home is published anew whenever it may have changed. Where a workspace has switched a
surface off, Slack says so, that is logged, and nothing else suffers.
"""

import logging
from collections.abc import Callable, Coroutine
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from slack_bolt.async_app import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from adapters.apology import language_of, sorry, unanswered
from adapters.desk import Desk
from adapters.slack_app.arrivals import Arrival, of_choice, of_home
from adapters.slack_app.blocks import message
from adapters.slack_app.elements import Json
from adapters.slack_app.home import asked_by, empty_view, home_view
from adapters.slack_app.people import People
from adapters.slack_app.recipients import click_of
from adapters.slack_app.refusals import code_of
from adapters.slack_app.sending import Sender
from adapters.slack_app.under_way import UnderWay
from bot.people import Person, Place
from bot.verbs.welcome import welcome
from bot.wording.phrases import phrase

_LOG = logging.getLogger("capex.slack")

Tell = Callable[[Json], Coroutine[Any, Any, None]]
"""Puts a message where an answer belongs."""


class Visits:
    """Welcomes and shows around in one workspace."""

    def __init__(  # noqa: PLR0913, PLR0917 - what it works with
        self, desk: Desk, client: AsyncWebClient, sender: Sender, people: People, bot_user: str, under_way: UnderWay
    ) -> None:
        self._desk = desk
        self._client = client
        self._sender = sender
        self._people = people
        self._bot_user = bot_user
        self._under_way = under_way

    async def opened(self, body: Json) -> None:
        """Somebody looks at the bot: its Home is drawn, or questions are suggested beside the messages."""
        event = body["event"]
        person = Person(platform="slack", workspace=body["team_id"], user=event["user"])
        suggests = event.get("tab") == "messages"
        self._start(self._suggest(person, event["channel"]) if suggests else self.publish(person, event["channel"]))

    async def joined(self, body: Json) -> None:
        """Somebody came to a channel; where it is the bot, it says hello."""
        event = body["event"]
        if event["user"] == self._bot_user:
            self._start(self._welcome(body["team_id"], event["channel"], event.get("inviter")))

    async def started(self, ack: AsyncAck, body: Json) -> None:
        """A click on a question of the Home, answered by direct message, or of the welcome, for the clicker alone."""
        await ack()
        arrival = of_home(body, body["actions"][0]["value"]) if "view" in body else of_choice(body)
        tell = self._by_message(arrival) if "view" in body else self._aside(body, arrival)
        self._under_way.start(self._answer(arrival, tell), lambda error: self._sorry(arrival, tell, error))

    async def chosen(self, ack: AsyncAck, body: Json) -> None:
        """A language chosen in the Home."""
        await ack()
        self._start(self._prefer(body))

    async def publish(self, person: Person, channel: str = "") -> None:
        """Draw the Home of a person; `channel` is that of their direct messages, where it is known."""
        overview = await self._desk.overview(person, _now(), await self._people.language(person.user))
        if overview is None:
            language = await self._people.language(person.user) or "en"
            view = empty_view(unanswered(language))
        else:
            view = home_view(overview, channel)
        await self._client.views_publish(user_id=person.user, view=view)

    async def _suggest(self, person: Person, channel: str) -> None:
        """Suggest questions in the agent view, for the whole conversation: it takes no thread."""
        overview = await self._desk.overview(person, _now(), await self._people.language(person.user))
        prompts = [{"title": one.label, "message": one.ask} for one in overview.help.actions] if overview else []
        if overview and prompts:
            title = phrase("to_begin_with", overview.help.language)
            await self._client.assistant_threads_setSuggestedPrompts(channel_id=channel, prompts=prompts, title=title)

    async def _welcome(self, team: str, channel: str, inviter: str | None) -> None:
        now = _now()
        if not await self._desk.ledger.is_new(f"slack:welcome:{team}:{channel}", now):
            return
        person = Person(platform="slack", workspace=team, user=inviter or self._bot_user)
        overview = await self._desk.overview(person, now, await self._people.language(inviter) if inviter else None)
        if overview is None:
            return
        reply = welcome(overview.help)
        content = message(replace(reply, actions=()))
        if reply.actions:
            content["text"] = message(reply)["text"]
            content["blocks"].append(asked_by((action.label, action.ask) for action in reply.actions))
        await self._sender.post(Place(platform="slack", workspace=team, channel=channel), content)

    async def _answer(self, arrival: Arrival, tell: Tell) -> None:
        said = replace(arrival.said(_now()), manner=await self._people.manner(arrival))
        reply = await self._desk.answer(said)
        if reply:
            await tell(message(reply))

    def _by_message(self, arrival: Arrival) -> Tell:
        async def post(content: Json) -> None:
            await self._sender.post(arrival.place, content)

        return post

    def _aside(self, body: Json, arrival: Arrival) -> Tell:
        click = click_of(body, arrival.place, language_of(arrival.text))

        async def respond(content: Json) -> None:
            await self._sender.respond(body["response_url"], content, replace=False, click=click)

        return respond

    async def _sorry(self, arrival: Arrival, tell: Tell, error: BaseException) -> None:
        await _log(error)
        self._start(tell({"text": sorry(arrival.text)}))

    async def _prefer(self, body: Json) -> None:
        arrival = of_home(body, f"settings language {body['actions'][0]['selected_option']['value']}")
        await self._desk.answer(arrival.said(_now()))
        await self.publish(arrival.person, body["view"].get("private_metadata", ""))

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        self._under_way.start(work, _log)


async def _log(error: BaseException) -> None:
    _LOG.error("a visit failed", extra={"defect": type(error).__name__, "code": code_of(error)})


def _now() -> datetime:
    return datetime.now(UTC)
