"""The port of the records for digests: what channels have ordered, and the ledger of what they were sent.

The ledger has one delivery for a channel and slot, whoever opens it. Whoever has a delivery holds it by a lease and
knows it by the number of the attempt: when the lease is over another one may take it, and from then on the first can
write nothing any more. A delivery without a lease is over.
"""

from datetime import datetime, timedelta
from typing import Final, Protocol

from bot.people import Place, Platform
from bot.subscription import Delivery, Follow, Kind, Subscription

DELIVERY_FOR: Final = timedelta(days=400)
"""How long a delivery that is over is kept."""


class DigestRecords(Protocol):
    """Subscriptions and follows, and the ledger of deliveries."""

    def subscribe(self, subscription: Subscription, next_at: datetime | None) -> None:
        """Keep a channel's subscription in place of its earlier one; None where nothing will be due."""

    def change(self, known: Subscription, changed: Subscription, next_at: datetime | None) -> bool:
        """Keep `changed`, and when it is due next, if the channel's subscription is still the one that is known."""

    def unsubscribe(self, place: Place) -> bool:
        """Forget a channel's subscription; whether there was one."""

    def subscription(self, place: Place) -> Subscription | None:
        """The channel's subscription."""

    def subscriptions(self) -> tuple[Subscription, ...]:
        """All of them, by channel."""

    def ordered(self, channel: str) -> Subscription | None:
        """The subscription of the channel with this key."""

    def due(self, platform: Platform, now: datetime, most: int) -> tuple[Subscription, ...]:
        """Those of a platform that are due, the longest due first."""

    def follow(self, follow: Follow) -> None:
        """Keep what a channel follows, unless it does already."""

    def unfollow(self, place: Place, subject: str, metric: str) -> bool:
        """Forget it; whether it was followed."""

    def follows(self, channel: str) -> tuple[Follow, ...]:
        """What the channel with this key follows."""

    def all_follows(self) -> tuple[Follow, ...]:
        """What all channels follow, by channel."""

    def open(self, delivery: Delivery, lease: datetime) -> bool:
        """Whether this is the first delivery for its channel and slot; then it is in the ledger, and the caller's."""

    def take(self, platform: Platform, now: datetime, lease: datetime, most: int) -> tuple[Delivery, ...]:
        """Deliveries of a platform whose lease is over, each now the caller's alone."""

    def write(self, delivery: Delivery, lease: datetime | None) -> bool:
        """Keep how far a delivery is, if it is still the caller's; without a lease it is over."""

    def delivery(self, channel: str, slot: str) -> Delivery | None:
        """The delivery of a channel and slot."""

    def deliveries(self, channel: str, kind: Kind, since: datetime) -> tuple[Delivery, ...]:
        """The deliveries to a channel for which something was done since, the newest first."""

    def told(self, channel: str, kind: Kind) -> int:
        """The change up to which a channel has been told; 0 where it was told nothing."""
