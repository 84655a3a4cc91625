"""Digests in this process; see `memory`."""

from dataclasses import replace
from datetime import datetime

from bot.people import Place, Platform, Workspace
from bot.records.port import channel_key
from bot.records.port_of_digests import DELIVERY_FOR
from bot.subscription import TOLD, Delivery, Follow, Kind, Subscription


class MemoryDigests:
    """See `DigestRecords`."""

    def __init__(self) -> None:
        self._subscriptions: dict[str, tuple[datetime | None, Subscription]] = {}
        self._follows: dict[tuple[str, str, str], Follow] = {}
        self._ledger: dict[str, dict[str, Delivery]] = {}
        self._leases: dict[tuple[str, str], datetime] = {}

    def subscribe(self, subscription: Subscription, next_at: datetime | None) -> None:
        """See `DigestRecords.subscribe`."""
        self._subscriptions[channel_key(subscription.place)] = next_at, subscription

    def change(self, known: Subscription, changed: Subscription, next_at: datetime | None) -> bool:
        """See `DigestRecords.change`."""
        if self.subscription(known.place) != known:
            return False
        self.subscribe(changed, next_at)
        return True

    def unsubscribe(self, place: Place) -> bool:
        """See `DigestRecords.unsubscribe`."""
        return self._subscriptions.pop(channel_key(place), None) is not None

    def subscription(self, place: Place) -> Subscription | None:
        """See `DigestRecords.subscription`."""
        return self.ordered(channel_key(place))

    def subscriptions(self) -> tuple[Subscription, ...]:
        """See `DigestRecords.subscriptions`."""
        return tuple(self._subscriptions[channel][1] for channel in sorted(self._subscriptions))

    def ordered(self, channel: str) -> Subscription | None:
        """See `DigestRecords.ordered`."""
        return self._subscriptions.get(channel, (None, None))[1]

    def due(self, platform: Platform, now: datetime, most: int) -> tuple[Subscription, ...]:
        """See `DigestRecords.due`."""
        known = [(at, channel) for channel, (at, one) in self._subscriptions.items() if one.place.platform == platform]
        found = [(at, channel) for at, channel in known if at and at <= now]
        return tuple(self._subscriptions[channel][1] for _, channel in sorted(found)[:most])

    def follow(self, follow: Follow) -> None:
        """See `DigestRecords.follow`."""
        self._follows.setdefault((channel_key(follow.place), follow.subject, follow.metric), follow)

    def unfollow(self, place: Place, subject: str, metric: str) -> bool:
        """See `DigestRecords.unfollow`."""
        return self._follows.pop((channel_key(place), subject, metric), None) is not None

    def follows(self, channel: str) -> tuple[Follow, ...]:
        """See `DigestRecords.follows`."""
        return tuple(self._follows[key] for key in sorted(self._follows) if key[0] == channel)

    def all_follows(self) -> tuple[Follow, ...]:
        """See `DigestRecords.all_follows`."""
        return tuple(self._follows[key] for key in sorted(self._follows))

    def open(self, delivery: Delivery, lease: datetime) -> bool:
        """See `DigestRecords.open`."""
        slots = self._ledger.setdefault(delivery.channel, {})
        if delivery.slot in slots:
            return False
        self._keep(delivery, lease)
        return True

    def take(self, platform: Platform, now: datetime, lease: datetime, most: int) -> tuple[Delivery, ...]:
        """See `DigestRecords.take`."""
        known = [(until, key) for key, until in self._leases.items() if key[0].startswith(f"{platform}:")]
        over = sorted((until, key) for until, key in known if until <= now)[:most]
        held = [self._ledger[channel][slot] for _, (channel, slot) in over]
        taken = tuple(replace(one, attempt=one.attempt + 1) for one in held)
        for one in taken:
            self._keep(one, lease)
        return taken

    def write(self, delivery: Delivery, lease: datetime | None) -> bool:
        """See `DigestRecords.write`."""
        known = self.delivery(delivery.channel, delivery.slot)
        leased = (delivery.channel, delivery.slot) in self._leases
        if known is None or not leased or known.attempt != delivery.attempt:
            return False
        self._keep(delivery, lease)
        return True

    def delivery(self, channel: str, slot: str) -> Delivery | None:
        """See `DigestRecords.delivery`."""
        return self._ledger.get(channel, {}).get(slot)

    def deliveries(self, channel: str, kind: Kind, since: datetime) -> tuple[Delivery, ...]:
        """See `DigestRecords.deliveries`."""
        found = [one for one in self._of(channel, kind) if one.at >= since]
        return tuple(sorted(found, key=lambda one: (one.at, one.slot), reverse=True))

    def told(self, channel: str, kind: Kind) -> int:
        """See `DigestRecords.told`."""
        return max((one.upto for one in self._of(channel, kind) if one.progress in TOLD), default=0)

    def forget(self, workspace: Workspace) -> None:
        """Forget what its channels have ordered."""
        prefix = f"{workspace.key}:"
        self._subscriptions = {key: kept for key, kept in self._subscriptions.items() if not key.startswith(prefix)}
        self._follows = {key: kept for key, kept in self._follows.items() if not key[0].startswith(prefix)}
        self._ledger = {key: kept for key, kept in self._ledger.items() if not key.startswith(prefix)}
        self._leases = {key: until for key, until in self._leases.items() if not key[0].startswith(prefix)}

    def clean_up(self, at: datetime) -> None:
        """Forget deliveries that were over 400 days ago."""
        for channel, slots in self._ledger.items():
            kept = [one for one in slots.values() if (channel, one.slot) in self._leases or at - one.at <= DELIVERY_FOR]
            self._ledger[channel] = {one.slot: one for one in kept}

    def _keep(self, delivery: Delivery, lease: datetime | None) -> None:
        self._ledger.setdefault(delivery.channel, {})[delivery.slot] = delivery
        self._leases.pop((delivery.channel, delivery.slot), None)
        if lease:
            self._leases[delivery.channel, delivery.slot] = lease

    def _of(self, channel: str, kind: Kind) -> list[Delivery]:
        return [one for one in self._ledger.get(channel, {}).values() if one.kind == kind]
