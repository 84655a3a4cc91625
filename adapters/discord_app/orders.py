"""The commands of the group by which a channel orders digests and follows something.

Each puts its options into the words of the grammar. A digest's details say when and on what it comes; with an action
that orders none they would go unheard, so that nothing is done then.
"""

from typing import Final

from discord import app_commands

from adapters.discord_app.doors import Doors, Interaction, Suggestions, completing
from adapters.discord_app.places import language_hint
from adapters.discord_app.responding import whisper
from bot.wording.phrases import phrase

_ACTIONS: Final = {
    "on": "Order it, or change what is ordered",
    "show": "Show what is ordered",
    "preview": "Preview, for your eyes only",
    "now": "Send today's digest now",
    "off": "End it",
    "open": "Let all members order here",
    "close": "Let only managers of the channel order here",
}
_DAYS: Final = {"weekdays": "Monday to Friday", "daily": "Every day"}
_LANGUAGES: Final = {"en": "English", "de": "German"}
_QUIET_DAYS: Final = {"always": "A line says that nothing is new", "silent": "No message"}
"""What can be chosen, as the grammar takes it, and what Discord calls it."""

_Time = app_commands.Range[str, 1, 20]
_Zone = app_commands.Range[str, 1, 60]
_Names = app_commands.Range[str, 1, 200]


def add_orders(group: app_commands.Group, doors: Doors, suggestions: Suggestions) -> None:
    """Put these commands into the group."""
    _add_digest(group, doors, suggestions)
    _add_follows(group, doors, suggestions)


def _add_digest(group: app_commands.Group, doors: Doors, suggestions: Suggestions) -> None:
    @group.command(name="digest", description="A daily message to this channel: what is new on AI spending")
    @app_commands.describe(
        action="What to do; leave everything out to see what is ordered",
        at="When, such as 09:00",
        zone="In which time zone: type a city",
        days="On which days",
        about="Only on these companies and metrics: meta, microsoft capex",
        language="In which language",
        quiet_days="What comes when nothing is new",
    )
    @app_commands.choices(
        action=_choices(_ACTIONS),
        days=_choices(_DAYS),
        language=_choices(_LANGUAGES),
        quiet_days=_choices(_QUIET_DAYS),
    )
    async def digest(  # noqa: PLR0913, PLR0917 - one parameter an option
        interaction: Interaction,
        action: str = "",
        at: _Time = "",
        zone: _Zone = "",
        days: str = "",
        about: _Names = "",
        language: str = "",
        quiet_days: str = "",
    ) -> None:
        details = _details(at, zone, days, language, quiet_days, about)
        if details and action not in {"", "on"}:
            await whisper(interaction, phrase("details_with_on", language_hint(interaction.locale)))
        else:
            await doors.asked(interaction, f"digest {action or ('on' if details else '')} {details}".strip())

    digest.autocomplete("zone")(completing(suggestions.zones))
    digest.autocomplete("about")(completing(suggestions.names))


def _add_follows(group: app_commands.Group, doors: Doors, suggestions: Suggestions) -> None:
    @group.command(name="follow", description="Tell this channel when something new is known on a company or a metric")
    @app_commands.describe(what="What to follow: meta, or meta revenue")
    async def follow(interaction: Interaction, what: _Names) -> None:
        await doors.asked(interaction, f"follow {what}")

    @group.command(name="unfollow", description="Follow something in this channel no more")
    @app_commands.describe(followed="What this channel follows")
    async def unfollow(interaction: Interaction, followed: _Names) -> None:
        await doors.asked(interaction, f"unfollow {followed}")

    @group.command(name="follows", description="What this channel follows")
    async def follows(interaction: Interaction) -> None:
        await doors.asked(interaction, "follows")

    follow.autocomplete("what")(completing(suggestions.names))
    unfollow.autocomplete("followed")(completing(suggestions.followed))


def _choices(named: dict[str, str]) -> list[app_commands.Choice[str]]:
    return [app_commands.Choice(name=name, value=value) for value, name in named.items()]


def _details(at: str, zone: str, days: str, language: str, quiet_days: str, about: str) -> str:  # noqa: PLR0913, PLR0917 - as of `digest`
    """The options of a digest in the words of the grammar, in which a time and a zone are one word each."""
    time, place = "".join(at.split()), "_".join(zone.split())
    words = (f"time {time}" if time else "", f"zone {place}" if place else "", days, language, quiet_days, about)
    return " ".join(word for word in words if word.strip())
