"""What Slack tells of a click under an answer, read: which answer, by whom, and where what comes of it belongs."""

from dataclasses import dataclass
from datetime import datetime

from adapters.desk import Said
from adapters.slack_app.arrivals import clicker, is_direct
from adapters.slack_app.elements import Json
from adapters.slack_app.modals import Origin
from bot.people import Person, Place
from knowledge.value import Language


@dataclass(frozen=True, slots=True)
class Click:
    """A click on a button under an answer.

    Attributes:
        value: the button's, which begins with the key of the answer.
        trigger: what opens a modal within three seconds, once.
        name: what the clicker is called.
    """

    origin: Origin
    value: str
    person: Person
    name: str
    trigger: str

    @property
    def delivery(self) -> str:
        """The click by a name that no other has, and that it has again when it is told again."""
        return f"slack:{self.person.workspace}:{self.trigger}"


def of_click(body: Json) -> Click:
    """A click on a button of a message."""
    action, container, person = body["actions"][0], body["container"], clicker(body)
    private, message = bool(container.get("is_ephemeral")), body.get("message", {})
    channel = container["channel_id"]
    within = message.get("thread_ts") or container.get("thread_ts")
    origin = Origin(
        key=str(action["value"]).partition(" ")[0],
        language=language_of(action["action_id"]),
        channel=channel,
        thread=within or (None if private or is_direct(channel) else container["message_ts"]),
        url=body["response_url"],
        private=private,
    )
    return Click(origin, str(action["value"]), person, _name(body), body["trigger_id"])


def of_page(body: Json) -> Click:
    """A click on a button of a modal."""
    value = str(body["actions"][0]["value"])
    return Click(Origin.of(body["view"]), value, clicker(body), _name(body), body["trigger_id"])


def of_form(body: Json) -> Click:
    """A form that was sent off; its view is its id, as it can be sent once."""
    return Click(Origin.of(body["view"]), "", clicker(body), _name(body), body["view"]["id"])


def said_by(click: Click, at: datetime) -> Said:
    """A click as the desk takes what was said; what is private is nobody else's to build on."""
    origin = click.origin
    place = Place(
        platform="slack",
        workspace=click.person.workspace,
        channel=origin.channel,
        thread=None if origin.private else origin.thread,
        direct=is_direct(origin.channel) and not origin.private,
    )
    return Said("", click.person, place, at, click.delivery, origin.language)


def language_of(ident: str) -> Language:
    """The language in which an id ends."""
    return "de" if ident.endswith(":de") else "en"


def _name(body: Json) -> str:
    user = body["user"]
    return str(user.get("name") or user.get("username") or user["id"])
