"""Subscriptions, follows and the ledger of deliveries in a database, each step one statement.

That a delivery is opened once is the insert's doing, that it is taken once the update's: of two processes the second
waits for the first, looks again at the lease, and finds it renewed. A write names the attempt that it is of.
"""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import ColumnElement, bindparam, delete, func, select, tuple_, update

from bot.people import Place, Platform
from bot.records.database import Database
from bot.records.port import channel_key
from bot.records.port_of_digests import DELIVERY_FOR
from bot.records.schema import delivery, follow, subscription
from bot.subscription import TOLD, Delivery, Follow, Kind, Subscription
from knowledge.store.statements import Values

_SUBSCRIPTION = TypeAdapter(Subscription)
_FOLLOW = TypeAdapter(Follow)


def _on(channel: ColumnElement[str]) -> ColumnElement[bool]:
    """Whether a channel is on the platform: a key begins with it."""
    return func.substr(channel, 1, bindparam("length")) == bindparam("platform")


_OF_CHANNEL = subscription.c.channel == bindparam("of")
_ONE = select(subscription.c.document).where(_OF_CHANNEL)
_ALL = select(subscription.c.document).order_by(subscription.c.channel)
_DUE = (
    select(subscription.c.document)
    .where(subscription.c.next_at <= bindparam("now"), _on(subscription.c.channel))
    .order_by(subscription.c.next_at, subscription.c.channel)
    .limit(bindparam("most"))
)
_CHANGE = (
    update(subscription)
    .where(_OF_CHANNEL, subscription.c.document == bindparam("known"))
    .values(document=bindparam("changed"), next_at=bindparam("soon"))
    .returning(subscription.c.channel)
)
_UNSUBSCRIBE = delete(subscription).where(_OF_CHANNEL).returning(subscription.c.channel)
_FOLLOWS = (
    select(follow.c.document).where(follow.c.channel == bindparam("of")).order_by(follow.c.subject, follow.c.metric)
)
_ALL_FOLLOWS = select(follow.c.document).order_by(follow.c.channel, follow.c.subject, follow.c.metric)
_UNFOLLOW = (
    delete(follow)
    .where(
        follow.c.channel == bindparam("of"),
        follow.c.subject == bindparam("named"),
        follow.c.metric == bindparam("measured"),
    )
    .returning(follow.c.channel)
)
_OVER = select(delivery.c.channel, delivery.c.slot).where(delivery.c.lease <= bindparam("now"), _on(delivery.c.channel))
_TAKE = (
    update(delivery)
    .where(
        delivery.c.lease <= bindparam("now"),
        tuple_(delivery.c.channel, delivery.c.slot).in_(_OVER.order_by(delivery.c.lease).limit(bindparam("most"))),
    )
    .values(lease=bindparam("until"), attempt=delivery.c.attempt + 1)
    .returning(*delivery.c)
)
_WRITE = (
    update(delivery)
    .where(
        delivery.c.channel == bindparam("of"),
        delivery.c.slot == bindparam("in_slot"),
        delivery.c.attempt == bindparam("by"),
        delivery.c.lease.is_not(None),
    )
    .values(
        {
            name: bindparam(f"new_{name}")
            for name in ("progress", "lease", "at", "message", "pages", "reason", "aside", "claims")
        }
    )
    .returning(delivery.c.channel)
)
_DELIVERY = select(delivery).where(delivery.c.channel == bindparam("of"), delivery.c.slot == bindparam("in_slot"))
_DELIVERIES = (
    select(delivery)
    .where(
        delivery.c.channel == bindparam("of"),
        delivery.c.kind == bindparam("wanted"),
        delivery.c.at >= bindparam("since"),
    )
    .order_by(delivery.c.at.desc(), delivery.c.slot.desc())
)
_TOLD = select(func.max(delivery.c.upto).label("upto")).where(
    delivery.c.channel == bindparam("of"), delivery.c.kind == bindparam("wanted"), delivery.c.progress.in_(TOLD)
)
_OLD = delete(delivery).where(delivery.c.at < bindparam("before"), delivery.c.lease.is_(None))


class Digests:
    """See `DigestRecords`."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._subscribe = database.replacing(subscription)
        self._follow = database.inserting(follow).on_conflict_do_nothing()
        self._open = database.inserting(delivery).on_conflict_do_nothing().returning(delivery.c.channel)

    def subscribe(self, subscription: Subscription, next_at: datetime | None) -> None:
        """See `DigestRecords.subscribe`."""
        channel = channel_key(subscription.place)
        row = {"channel": channel, "next_at": _written_or_none(next_at), "document": _document(subscription)}
        self._database.write(self._subscribe, row)

    def change(self, known: Subscription, changed: Subscription, next_at: datetime | None) -> bool:
        """See `DigestRecords.change`."""
        documents = {"known": _document(known), "changed": _document(changed)}
        values = documents | {"of": channel_key(known.place), "soon": _written_or_none(next_at)}
        return bool(self._database.rows(_CHANGE, values))

    def unsubscribe(self, place: Place) -> bool:
        """See `DigestRecords.unsubscribe`."""
        return bool(self._database.rows(_UNSUBSCRIBE, {"of": channel_key(place)}))

    def subscription(self, place: Place) -> Subscription | None:
        """See `DigestRecords.subscription`."""
        return self.ordered(channel_key(place))

    def subscriptions(self) -> tuple[Subscription, ...]:
        """See `DigestRecords.subscriptions`."""
        return _subscriptions(self._database.rows(_ALL, {}))

    def ordered(self, channel: str) -> Subscription | None:
        """See `DigestRecords.ordered`."""
        return next(iter(_subscriptions(self._database.rows(_ONE, {"of": channel}))), None)

    def due(self, platform: Platform, now: datetime, most: int) -> tuple[Subscription, ...]:
        """See `DigestRecords.due`."""
        return _subscriptions(self._database.rows(_DUE, {"now": _written(now), "most": most, **_prefix(platform)}))

    def follow(self, follow: Follow) -> None:
        """See `DigestRecords.follow`."""
        key = {"channel": channel_key(follow.place), "subject": follow.subject, "metric": follow.metric}
        document = _FOLLOW.dump_json(follow, exclude_defaults=True).decode()
        self._database.write(self._follow, key | {"document": document})

    def unfollow(self, place: Place, subject: str, metric: str) -> bool:
        """See `DigestRecords.unfollow`."""
        named = {"of": channel_key(place), "named": subject, "measured": metric}
        return bool(self._database.rows(_UNFOLLOW, named))

    def follows(self, channel: str) -> tuple[Follow, ...]:
        """See `DigestRecords.follows`."""
        return _follows(self._database.rows(_FOLLOWS, {"of": channel}))

    def all_follows(self) -> tuple[Follow, ...]:
        """See `DigestRecords.all_follows`."""
        return _follows(self._database.rows(_ALL_FOLLOWS, {}))

    def open(self, delivery: Delivery, lease: datetime) -> bool:
        """See `DigestRecords.open`."""
        fixed: Values = {
            "channel": delivery.channel,
            "slot": delivery.slot,
            "kind": delivery.kind,
            "attempt": delivery.attempt,
            "due": _written(delivery.due),
            "after": delivery.after,
            "upto": delivery.upto,
        }
        return bool(self._database.rows(self._open, {**fixed, **_moving(delivery, lease)}))

    def take(self, platform: Platform, now: datetime, lease: datetime, most: int) -> tuple[Delivery, ...]:
        """See `DigestRecords.take`."""
        values = {"now": _written(now), "until": _written(lease), "most": most, **_prefix(platform)}
        taken = self._database.rows(_TAKE, values)
        return tuple(map(_delivery, taken))

    def write(self, delivery: Delivery, lease: datetime | None) -> bool:
        """See `DigestRecords.write`."""
        new = {f"new_{name}": value for name, value in _moving(delivery, lease).items()}
        values = {"of": delivery.channel, "in_slot": delivery.slot, "by": delivery.attempt, **new}
        return bool(self._database.rows(_WRITE, values))

    def delivery(self, channel: str, slot: str) -> Delivery | None:
        """See `DigestRecords.delivery`."""
        found = self._database.row(_DELIVERY, {"of": channel, "in_slot": slot})
        return _delivery(found) if found else None

    def deliveries(self, channel: str, kind: Kind, since: datetime) -> tuple[Delivery, ...]:
        """See `DigestRecords.deliveries`."""
        found = self._database.rows(_DELIVERIES, {"of": channel, "wanted": kind, "since": _written(since)})
        return tuple(map(_delivery, found))

    def told(self, channel: str, kind: Kind) -> int:
        """See `DigestRecords.told`."""
        found = self._database.row(_TOLD, {"of": channel, "wanted": kind})
        return (found.upto if found else None) or 0

    def clean_up(self, at: datetime) -> None:
        """Forget deliveries that were over 400 days ago."""
        self._database.write(_OLD, {"before": _written(at - DELIVERY_FOR)})


def _prefix(platform: Platform) -> dict[str, str | int]:
    return {"platform": f"{platform}:", "length": len(platform) + 1}


def _moving(delivery: Delivery, lease: datetime | None) -> dict[str, str | int | None]:
    """What changes of a delivery."""
    return {
        "progress": delivery.progress,
        "lease": _written_or_none(lease),
        "at": _written(delivery.at),
        "message": delivery.message,
        "pages": delivery.pages,
        "reason": delivery.reason,
        "aside": delivery.aside,
        "claims": json.dumps(delivery.claims),
    }


def _delivery(row: Any) -> Delivery:
    return Delivery(
        channel=row.channel,
        slot=row.slot,
        kind=row.kind,
        progress=row.progress,
        attempt=row.attempt,
        due=datetime.fromisoformat(row.due),
        at=datetime.fromisoformat(row.at),
        after=row.after,
        upto=row.upto,
        message=row.message,
        pages=row.pages,
        reason=row.reason,
        aside=row.aside,
        claims=tuple(json.loads(row.claims)),
    )


def _document(subscription: Subscription) -> str:
    return _SUBSCRIPTION.dump_json(subscription, exclude_defaults=True).decode()


def _subscriptions(rows: Sequence[Any]) -> tuple[Subscription, ...]:
    return tuple(one for row in rows if (one := _read(_SUBSCRIPTION, row.document)))


def _follows(rows: Sequence[Any]) -> tuple[Follow, ...]:
    return tuple(one for row in rows if (one := _read(_FOLLOW, row.document)))


def _read(kind: TypeAdapter[Any], document: str) -> Any:
    try:
        return kind.validate_json(document)
    except ValidationError:  # kept by another version, whose orders had another shape
        return None


def _written(at: datetime) -> str:
    """A time so that text sorts as time does, whatever the zone it came in."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def _written_or_none(at: datetime | None) -> str | None:
    return _written(at) if at else None
