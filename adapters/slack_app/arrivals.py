"""What Slack tells of, read: which of it is a text for the bot, by whom, where, and where the answer belongs.

Pure. Whatever is not a person's own words to the bot is nothing here: other bots, the bot itself, joins and topics,
link previews, messages in channels that do not mention it.
"""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, Final

from adapters.desk import Said
from adapters.messages import Written
from adapters.slack_app.inbound import first_address, plain_text
from bot.people import Person, Place
from bot.records.port import EDIT_FOR
from bot.settling import Manner
from bot.verbs.grammar import verb_word

Json = dict[str, Any]

_SLACKBOT: Final = "USLACKBOT"
_PLAIN: Final = Manner()


@dataclass(frozen=True, slots=True)
class Arrival:
    """A text for the bot. `ts` names the message that it stands in, or is empty.

    `edited` texts change the reply that was given; a mention that came by editing may be without one (`first`).
    """

    text: str
    person: Person
    place: Place
    delivery: str
    ts: str = ""
    edited: bool = False
    first: bool = True

    @property
    def message(self) -> str:
        """The message by a key that no other has."""
        return f"slack:{self.place.workspace}:{self.place.channel}:{self.ts}"

    def may_be_first(self, at: datetime) -> bool:
        """Whether an edited message without a reply is young enough to be answered."""
        return self.first and at - datetime.fromtimestamp(float(self.ts), UTC) <= EDIT_FOR

    def said(self, at: datetime, manner: Manner = _PLAIN) -> Said:
        """What the desk takes."""
        return Said(self.text, self.person, self.place, at, self.delivery, manner)

    def written(self, at: datetime) -> Written:
        """The message that it stands in, as all platforms' messages are answered."""
        return Written(self.said(at), self.message, edited=self.edited, may_be_first=self.may_be_first(at))


def of_command(command: Json, bot_user: str) -> Arrival:
    """A slash command."""
    team, channel = command["team_id"], command["channel_id"]
    return Arrival(
        text=plain_text(command.get("text") or "", bot_user),
        person=_person(team, command["user_id"]),
        place=Place(platform="slack", workspace=team, channel=channel),
        delivery=_delivery(team, command["trigger_id"]),
    )


def of_event(body: Json, bot_user: str) -> Arrival | None:
    """A mention, a direct message, or either of them edited."""
    event = body["event"]
    changed = event.get("subtype") == "message_changed"
    message: Json = event.get("message", {}) if changed else event
    if not _is_for_the_bot(event, changed=changed) or not _is_of_a_person(message, bot_user):
        return None
    team, channel, ts = body["team_id"], event["channel"], message["ts"]
    direct = is_direct(channel)
    thread = message.get("thread_ts") or (None if direct else ts)
    return Arrival(
        text=plain_text(message.get("text") or "", bot_user),
        person=_person(team, message["user"]),
        place=Place(platform="slack", workspace=team, channel=channel, thread=thread, direct=direct),
        delivery=_delivery(team, body["event_id"]),
        ts=ts,
        edited=changed or "edited" in event,
        first=not changed,
    )


def of_choice(body: Json) -> Arrival:
    """A click on a choice, which asks its value."""
    container = body["container"]
    person, channel = clicker(body), container["channel_id"]
    hidden = bool(container.get("is_ephemeral"))
    thread = body.get("message", {}).get("thread_ts") or container.get("thread_ts")
    direct = is_direct(channel) and not hidden
    return Arrival(
        text=body["actions"][0]["value"],
        person=person,
        place=Place(platform="slack", workspace=person.workspace, channel=channel, thread=thread, direct=direct),
        delivery=_delivery(person.workspace, body["trigger_id"]),
    )


def of_home(body: Json, text: str) -> Arrival:
    """An act in the Home, answered in the direct messages that its view names, or else by the person's id."""
    person = clicker(body)
    channel = body["view"].get("private_metadata") or person.user
    return Arrival(
        text=text,
        person=person,
        place=Place(platform="slack", workspace=person.workspace, channel=channel, direct=True),
        delivery=_delivery(person.workspace, body["trigger_id"]),
    )


def of_shortcut(body: Json, bot_user: str) -> Arrival:
    """A message that somebody asks about; for that one alone, so that nobody else's follow-up builds on it."""
    person, message = clicker(body), body["message"]
    return Arrival(
        text=plain_text(message.get("text") or "", bot_user),
        person=person,
        place=Place(platform="slack", workspace=person.workspace, channel=body["channel"]["id"]),
        delivery=_delivery(person.workspace, body["trigger_id"]),
    )


def of_address(body: Json) -> Arrival:
    """The first address in a message, to be added as an article."""
    arrival = of_shortcut(body, "")
    return replace(arrival, text=f"{verb_word('add', 'en')} {first_address(body['message'].get('text') or '')}".strip())


def clicker(body: Json) -> Person:
    """Who clicked."""
    user = body["user"]
    return _person((body.get("team") or {}).get("id") or user["team_id"], user["id"])


def asker_of(message: Json) -> str | None:
    """Who may delete a message, by its delete button."""
    elements = (element for block in message.get("blocks", []) for element in block.get("elements", []))
    return next((one["value"] for one in elements if one.get("action_id", "").startswith("delete:")), None)


def _is_of_a_person(message: Json, bot_user: str) -> bool:
    marked = message.get("bot_id") or message.get("subtype")
    return not marked and message.get("user") not in {None, bot_user, _SLACKBOT}


def _is_for_the_bot(event: Json, *, changed: bool) -> bool:
    """A mention in a direct message is told as a message too, and answered as that.

    A message that changed may have a reply whatever it says now; it changes without its words when a preview appears.
    """
    if changed:
        return bool(event["message"].get("text") != event.get("previous_message", {}).get("text"))
    if event["type"] not in {"message", "app_mention"}:
        return False
    return bool((event["type"] == "message") == is_direct(event["channel"]))


def is_direct(channel: str) -> bool:
    """Whether a channel is a conversation with nobody else."""
    return channel.startswith("D")


def _person(team: str, user: str) -> Person:
    return Person(platform="slack", workspace=team, user=user)


def _delivery(team: str, ident: str) -> str:
    return f"slack:{team}:{ident}"
