"""Why a channel got its digest of a day, or did not: told from what was ordered and what the ledger holds."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Final

from bot.schedule import CATCH_UP
from bot.subscription import Delivery, Progress, Subscription

_PROGRESS: Final[dict[Progress, str]] = {
    "claimed": "a process has claimed it and has sent nothing yet",
    "sending": "a process was sending it when it was last heard of; the next round finds out",
    "posted": "it was posted; its thread is not complete yet",
    "done": "it was posted",
    "silent": "there was nothing to post: nothing was new, or the digest was switched off meanwhile",
    "uncertain": "it may have been posted: its answer never came, and it was not repeated",
    "refused": "the platform refused it, and the digest was paused",
    "failed": "it could not be sent for as long as it was worth it",
}


def explained(order: Subscription | None, delivery: Delivery | None, day: date, now: datetime) -> Iterator[str]:
    """What is known of a channel's digest of a day, a sentence each."""
    if delivery:
        yield from _of_delivery(delivery)
    elif order is None:
        yield "This channel has no digest, and none of that day is on record."
    else:
        yield _missing(order, day, now)
    if order and order.standing != "on":
        yield f"The digest is {order.standing} now{f': {order.reason}' if order.reason else ''}."


def _of_delivery(delivery: Delivery) -> Iterator[str]:
    yield f"Due at {_moment(delivery.due)}: {_PROGRESS[delivery.progress]}."
    yield f"Last touched at {_moment(delivery.at)}, at attempt {delivery.attempt}."
    yield f"It tells the changes of the base after {delivery.after} and up to {delivery.upto}."
    if delivery.message:
        yield f"Its message is {delivery.message}."
    if delivery.reason:
        yield f"The reason on record: {delivery.reason}."


def _missing(order: Subscription, day: date, now: datetime) -> str:
    due = order.schedule.due_on(day)
    if due is None:
        return f"None was due: {day} is no day on which this channel has one."
    if due > now:
        return f"It will be due at {_moment(due)}."
    if due + CATCH_UP > now and order.standing == "on":
        return f"It was due at {_moment(due)}; the next round of a running capex serve sends it."
    return (
        f"It would have been due at {_moment(due)}, and nothing claimed it: the digest was not ordered then, was off "
        f"or paused, or no capex serve ran from then until {_moment(due + CATCH_UP)}."
    )


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S UTC")
