"""What Slack tells of a press on a button under an answer: which answer, by whom, where what comes of it belongs."""

from dataclasses import dataclass
from datetime import datetime

from adapters.desk import Said
from adapters.slack_app.arrivals import clicker, is_direct
from adapters.slack_app.elements import Json
from adapters.slack_app.modals import Origin
from adapters.slack_app.recipients import Asker, Click
from bot.people import Person, Place
from bot.settling import Manner
from knowledge.value import Language


@dataclass(frozen=True, slots=True)
class Press:
    """A press on a button under an answer, or a form that came of one.

    Attributes:
        value: the button's, which begins with the key of the answer.
        trigger: what opens a modal within three seconds, once.
        name: what the person is called.
    """

    origin: Origin
    value: str
    person: Person
    name: str
    trigger: str

    @property
    def delivery(self) -> str:
        """The press by a name that no other has, and that it has again when it is told again."""
        return f"slack:{self.person.workspace}:{self.trigger}"

    @property
    def click(self) -> Click:
        """Who is to be told what comes of it where the address of the press is of no use any more."""
        return Click(Asker(self.person.user, self.origin.language), _place(self), None)


def of_button(body: Json) -> Press:
    """A press on a button of a message."""
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
    return Press(origin, str(action["value"]), person, _name(body), body["trigger_id"])


def of_page(body: Json) -> Press:
    """A press on a button of a modal."""
    value = str(body["actions"][0]["value"])
    return Press(Origin.of(body["view"]), value, clicker(body), _name(body), body["trigger_id"])


def of_form(body: Json) -> Press:
    """A form that was sent off; its view is its id, as it can be sent once."""
    return Press(Origin.of(body["view"]), "", clicker(body), _name(body), body["view"]["id"])


def said_by(press: Press, at: datetime) -> Said:
    """A press as the desk takes what was said; what is private is nobody else's to build on."""
    return Said("", press.person, _place(press), at, press.delivery, Manner(language=press.origin.language))


def language_of(ident: str) -> Language:
    """The language in which an id ends."""
    return "de" if ident.endswith(":de") else "en"


def _name(body: Json) -> str:
    user = body["user"]
    return str(user.get("name") or user.get("username") or user["id"])


def _place(press: Press) -> Place:
    origin = press.origin
    return Place(
        platform="slack",
        workspace=press.person.workspace,
        channel=origin.channel,
        thread=None if origin.private else origin.thread,
        direct=is_direct(origin.channel) and not origin.private,
    )
