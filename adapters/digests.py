"""The commands for digests: what channels have ordered, a look at what one would get, and why one did or did not come.

A channel is named as the log names it: platform, workspace and channel, such as slack:T012:C034.
"""

import json
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import click

from adapters.base import opened_records, opened_store
from knowledge.fault import Fault

if TYPE_CHECKING:
    from bot.people import Place
    from bot.records import SqlRecords
    from bot.subscription import Subscription

_CHANNEL_PARTS = 3


@click.group()
def subscriptions() -> None:
    """Keep the digests that channels have ordered."""


@subscriptions.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
def list_(as_json: bool) -> None:  # noqa: FBT001 - a flag
    """List them, with when the next one is due."""
    with opened_records() as records:
        orders = records.digests.subscriptions()
    if not orders and not as_json:
        click.echo("No channel has ordered a digest.")
    for order in orders:
        told = _told(order)
        # Not by click, which takes an output that knows ASCII only for a mistake and writes UTF-8 to it.
        sys.stdout.write(f"{json.dumps(told) if as_json else '  '.join(str(one) for one in told.values() if one)}\n")


@subscriptions.command()
@click.argument("channel")
@click.argument("words", nargs=-1)
@click.option("--tell", required=True, metavar="USER", help="Whom to tell when one cannot be sent, by platform id.")
def add(channel: str, words: tuple[str, ...], tell: str) -> None:
    """Order a digest for a channel, such as: add slack:T012:C034 09:00 Europe/Berlin weekdays meta de."""
    from bot.line import Line
    from bot.ordering import Ordering
    from bot.people import Person
    from bot.settling import Manner
    from bot.verbs.commands import command_in
    from bot.verbs.ordering import Footing

    place = _place(channel)
    line = Line(opened_store())
    command = command_in(f"digest on {' '.join(words)}", line.names(), "en", "en")
    if command is None:
        raise click.UsageError("These words are no order; write them as: 09:00 Europe/Berlin weekdays meta de")
    with opened_records() as records:
        ordering = Ordering(line.base, line.names, records)
        person = Person(platform=place.platform, workspace=place.workspace, user=tell)
        manner = Manner(footing=Footing(rank="admin", present=True))
        settled = ordering.settled(command, person, place, datetime.now(UTC), manner)
        if settled.keep is None:
            raise Fault(settled.reply.notes[0].text)
        settled.keep()
        _show_order(records, place)


@subscriptions.command()
@click.argument("channel")
def remove(channel: str) -> None:
    """Take a channel's digest back."""
    with opened_records() as records:
        gone = records.digests.unsubscribe(_place(channel))
    click.echo("Removed." if gone else "This channel has no digest.")


@subscriptions.command()
@click.argument("channel")
@click.option("--reason", default="by the operator", help="Why, in one line; the channel is shown it.")
def pause(channel: str, reason: str) -> None:
    """Send a channel none until it is ordered again there."""
    from dataclasses import replace

    with opened_records() as records:
        order = records.digests.subscription(_place(channel))
        if order is None:
            raise Fault(f"the channel {channel} has no digest")
        records.digests.subscribe(replace(order, standing="paused", reason=" ".join(reason.split())), None)
    click.echo("Paused.")


@click.group()
def digest() -> None:
    """Look at digests."""


@digest.command()
@click.argument("channel")
def preview(channel: str) -> None:
    """Show what a channel would get now; nothing is sent."""
    from adapters.terminal.render import show_whole
    from bot.line import Line
    from bot.ordering import Ordering

    line = Line(opened_store())
    with opened_records() as records:
        order = records.digests.subscription(_place(channel))
        if order is None:
            raise Fault(f"the channel {channel} has no digest")
        reply = Ordering(line.base, line.names, records).preview(order, datetime.now(UTC))
    if reply is None:
        click.echo("Nothing is new, and on such days this channel gets no message.")
    else:
        show_whole(reply)


@digest.command()
@click.argument("channel")
@click.argument("day", metavar="DATE", type=click.DateTime(["%Y-%m-%d"]))
def explain(channel: str, day: datetime) -> None:
    """Say why a channel got its digest of a day, or why not."""
    from bot.publishing.explaining import explained
    from bot.subscription import slot_of_day

    place = _place(channel)
    with opened_records() as records:
        order = records.digests.subscription(place)
        delivery = records.digests.delivery(channel, slot_of_day(day.date()))
    for sentence in explained(order, delivery, day.date(), datetime.now(UTC)):
        click.echo(sentence)


def _show_order(records: "SqlRecords", place: "Place") -> None:
    order = records.digests.subscription(place)
    if order:
        click.echo("  ".join(str(one) for one in _told(order).values() if one))


def _told(order: "Subscription") -> dict[str, Any]:
    """An order in plain values."""
    from bot.records.port import channel_key
    from bot.schedule import DAILY, WEEKDAYS

    schedule = order.schedule
    days = {WEEKDAYS: "weekdays", DAILY: "daily"}[schedule.days]
    coming = schedule.next(datetime.now(UTC)).at.isoformat(timespec="minutes") if order.standing == "on" else None
    return {
        "channel": channel_key(order.place),
        "at": schedule.at.strftime("%H:%M"),
        "zone": schedule.zone,
        "days": days,
        "on": ",".join((*order.on.subjects, *order.on.metrics)) or "everything",
        "language": order.language,
        "empty_days": "always" if order.on_empty_days else "silent",
        "standing": order.standing,
        "reason": order.reason or None,
        "next": coming,
    }


def _place(channel: str) -> "Place":
    """The place of a channel's name; raises UsageError."""
    from bot.people import Place

    parts = channel.split(":")
    if len(parts) != _CHANNEL_PARTS or not parts[2]:
        raise click.UsageError(f"'{channel}' is no channel; name one as slack:T012:C034.")
    if parts[0] == "slack":
        return Place(platform="slack", workspace=parts[1], channel=parts[2])
    if parts[0] == "discord":
        return Place(platform="discord", workspace=parts[1], channel=parts[2])
    raise click.UsageError(f"'{parts[0]}' is no platform; there are slack and discord.")
