"""What curators do on Discord: press a button under a matter, give a reason, edit a claim, name each other.

What comes of it takes the place of the matter that was decided on. A form has to be opened at once, so that only what
it cannot do without is looked up before it. Who may not is told so in one sentence, for nobody else to see.
"""

from collections.abc import Awaitable, Callable
from typing import Any, Final

import discord

from adapters.desk import Desk
from adapters.discord_app.curators_forms import edit_form, lines_of, reason_form
from adapters.discord_app.deciding import FORMS
from adapters.discord_app.ids import Deed
from adapters.discord_app.message import message
from adapters.discord_app.modals import given
from adapters.discord_app.patience import Patience
from adapters.discord_app.places import administers, data_of, person_of
from adapters.discord_app.pressing import Pressing
from adapters.discord_app.responding import turn
from adapters.revisits import Refused
from bot.curation.counter import Counter, Who
from bot.curation.office import DECISIONS, REASONED
from bot.people import Person
from bot.reply import Reply
from bot.wording.curating import said
from knowledge.value import Language

Interaction = discord.Interaction[Any]

_MOST_TYPED: Final = 1_500
"""Characters of what was typed in a form that are told back."""


class Curating:
    """Curation on Discord."""

    def __init__(self, desk: Desk, pressing: Pressing) -> None:
        self._desk = desk
        self._patience = Patience()
        self._pressing = pressing

    async def pressed(self, interaction: Interaction, deed: Deed) -> None:
        """A button under a matter."""
        if deed.what in FORMS:
            work: Callable[[Interaction, Deed], Awaitable[None]] = self._open_edit
        elif deed.what == "skip":
            work = self._skip
        else:
            work = self._open_reason if DECISIONS[deed.what] in REASONED else self._decide
        await self._pressing.once(interaction, work, deed)

    async def sent_off(self, interaction: Interaction, deed: Deed) -> None:
        """A form sent off: the decision is made, or the claim is edited, or it is told why not."""
        await self._pressing.once(interaction, self._edit if deed.what in FORMS else self._decide, deed)

    async def named(self, interaction: Interaction, language: Language) -> None:
        """Somebody picked to curate, or to do so no more."""
        await self._pressing.once(interaction, self._toggle, language)

    async def _open_reason(self, interaction: Interaction, deed: Deed) -> None:
        who = _who(interaction, deed.language)
        await self._pressing.soon(self._desk.curate(lambda counter: counter.admit(who), deed.language), deed.language)
        await interaction.response.send_modal(reason_form(deed))

    async def _open_edit(self, interaction: Interaction, deed: Deed) -> None:
        who = _who(interaction, deed.language)
        asked = self._desk.curate(lambda counter: counter.parts(deed.matter, who), deed.language)
        await interaction.response.send_modal(edit_form(deed, await self._pressing.soon(asked, deed.language)))

    async def _skip(self, interaction: Interaction, deed: Deed) -> None:
        who = _who(interaction, deed.language)
        await self._show(interaction, deed.language, lambda counter: counter.next(who, deed.matter))

    async def _decide(self, interaction: Interaction, deed: Deed) -> None:
        who, reason = _who(interaction, deed.language), given(data_of(interaction), "why")
        decision = DECISIONS[deed.what]
        await self._show(
            interaction, deed.language, lambda counter: counter.decide(decision, deed.matter, deed.mark, reason, who)
        )

    async def _edit(self, interaction: Interaction, deed: Deed) -> None:
        """Change what is changed in the form; Discord has closed it, so that a refusal tells what was typed."""
        who, lines = _who(interaction, deed.language), lines_of(data_of(interaction))
        try:
            await self._show(
                interaction, deed.language, lambda counter: counter.edit(deed.matter, deed.mark, lines, who)
            )
        except Refused as refused:
            typed = "; ".join(f"{said(f'part_{name}', deed.language)}: {line}" for name, line in lines.items() if line)
            raise Refused(f"{refused} {said('typed', deed.language, typed[:_MOST_TYPED])}") from None

    async def _toggle(self, interaction: Interaction, language: Language) -> None:
        [chosen] = data_of(interaction).get("values", ())
        who, authority = _who(interaction, language), administers(interaction)
        person = Person(platform="discord", workspace=who.person.workspace, user=str(chosen))
        await self._show(interaction, language, lambda counter: counter.toggle(person, who, authority))

    async def _show(self, interaction: Interaction, language: Language, act: Callable[[Counter], Reply]) -> None:
        """Put what comes of it in place of the matter."""
        reply = await self._patience.in_time(self._desk.curate(act, language), interaction.response.defer)
        await turn(interaction, message(reply))


def _who(interaction: Interaction, language: Language) -> Who:
    return Who(person_of(interaction.user, interaction.guild_id), interaction.created_at, language)
