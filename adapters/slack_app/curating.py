"""What curators do in Slack: press a button under a matter, give a reason, edit a claim, name each other.

A press is acknowledged at once and worked on by itself (see `pressing`). What comes of it takes the place of the matter
that was decided on. A form that does not pass the proof stays open and says why.
"""

from slack_bolt.async_app import AsyncAck

from adapters.desk import Desk
from adapters.revisits import Refused
from adapters.slack_app.blocks import message
from adapters.slack_app.curators_forms import edit_form, lines_of, reason_form
from adapters.slack_app.deciding import matter_of
from adapters.slack_app.elements import Json
from adapters.slack_app.modals import Origin, given
from adapters.slack_app.people import People
from adapters.slack_app.presses import Press, of_button, of_form
from adapters.slack_app.pressing import Pressing, now
from adapters.slack_app.sending import Sender
from adapters.slack_app.views import Views
from bot.curation.counter import Who
from bot.curation.office import DECISIONS, REASONED, Decision
from bot.people import Person
from bot.reply import Reply


class Curating:
    """Curation in one workspace."""

    def __init__(self, desk: Desk, sender: Sender, views: Views, pressing: Pressing, people: People) -> None:
        self._desk = desk
        self._sender = sender
        self._views = views
        self._pressing = pressing
        self._people = people

    async def pressed(self, ack: AsyncAck, body: Json) -> None:
        """A button under a matter."""
        await ack()
        name = str(body["actions"][0]["action_id"]).removeprefix("decide-").partition(":")[0]

        async def work(press: Press) -> None:
            if name == "edit":
                await self._edit(press)
            elif name == "skip":
                await self._skip(press)
            elif DECISIONS[name] in REASONED:
                await self._views.open(press.trigger, reason_form(press.origin, name), press.origin.language)
            else:
                await self._show(press.origin, await self._decided(DECISIONS[name], "", press), press)

        self._pressing.start(of_button(body), work)

    async def reasoned(self, ack: AsyncAck, body: Json) -> None:
        """A reason sent off: the decision is made, and what comes next takes the matter's place."""
        await ack()
        view = body["view"]
        decision = DECISIONS[str(view["callback_id"]).removeprefix("decided-").partition(":")[0]]

        async def work(press: Press) -> None:
            await self._show(press.origin, await self._decided(decision, given(view, "why"), press), press)

        self._pressing.start(of_form(body), work)

    async def edited(self, ack: AsyncAck, body: Json) -> None:
        """An edited claim sent off: kept and shown in its place, or the form says why not."""
        press, view = of_form(body), body["view"]
        ident, mark = matter_of(press.origin.key)
        who, lines = _who(press), lines_of(view)
        try:
            reply = await self._desk.curate(lambda counter: counter.edit(ident, mark, lines, who), who.language)
        except Refused as refused:
            await ack(response_action="errors", errors={_FIRST: str(refused)[:_LONGEST_ERROR]})
            return
        await ack()

        async def work(press: Press) -> None:
            await self._show(press.origin, reply, press)

        self._pressing.start(press, work)

    async def named(self, ack: AsyncAck, body: Json) -> None:
        """Somebody chosen to curate, or to do so no more."""
        await ack()
        user = body["actions"][0]["selected_user"]
        press = of_button(_with_value(body))

        async def work(press: Press) -> None:
            who, team = _who(press), press.person.workspace
            authority = await self._people.administers(press.person.user, team)
            person = Person(platform="slack", workspace=team, user=user)
            told = await self._desk.curate(lambda counter: counter.toggle(person, who, authority), who.language)
            await self._show(press.origin, told, press)

        self._pressing.start(press, work)

    async def _edit(self, press: Press) -> None:
        ident, _ = matter_of(press.origin.key)
        who = _who(press)
        parts = await self._desk.curate(lambda counter: counter.parts(ident, who), who.language)
        await self._views.open(press.trigger, edit_form(press.origin, parts), who.language)

    async def _skip(self, press: Press) -> None:
        ident, _ = matter_of(press.origin.key)
        who = _who(press)
        reply = await self._desk.curate(lambda counter: counter.next(who, ident), who.language)
        await self._show(press.origin, reply, press)

    async def _decided(self, decision: Decision, reason: str, press: Press) -> Reply:
        ident, mark = matter_of(press.origin.key)
        who = _who(press)
        return await self._desk.curate(lambda counter: counter.decide(decision, ident, mark, reason, who), who.language)

    async def _show(self, origin: Origin, reply: Reply, press: Press) -> None:
        await self._sender.respond(origin.url, message(reply), replace=True, click=press.click)


_FIRST = "subject"
"""The part of the form at which it says why it was not taken."""
_LONGEST_ERROR = 1_900


def _who(press: Press) -> Who:
    return Who(press.person, now(), press.origin.language)


def _with_value(body: Json) -> Json:
    """A press on a picker in the form of one on a button."""
    return body | {"actions": [{**body["actions"][0], "value": ""}]}
