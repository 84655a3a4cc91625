"""What is due, claimed in the ledger: a channel's digest by its local day, its alerts by the change that they follow.

Claiming is one insert that either happens or meets another one's, so of many processes one has it. Only then is the
subscription set to its next time; a process that dies in between leaves a subscription that is due, and a day that is
claimed already.
"""

import logging
from collections.abc import Collection, Iterator
from datetime import datetime
from itertools import groupby
from typing import Final

from adapters.publishing.working import Pace
from bot.people import Platform
from bot.publishing.composing import Composing, NewsBase
from bot.records.port import channel_key
from bot.records.port_of_digests import DigestRecords
from bot.subscription import Delivery, Follow, Subscription, slot_of_alert, slot_of_day

_LOG: Final = logging.getLogger("capex.digest")


class Claiming:
    """Claims deliveries for the platforms of this process."""

    def __init__(
        self,
        records: DigestRecords,
        base: NewsBase,
        composing: Composing,
        platforms: Collection[Platform],
        pace: Pace,
    ) -> None:
        self._records = records
        self._base = base
        self._composing = composing
        self._platforms = platforms
        self._pace = pace
        self._looked: int | None = None
        self._waiting: set[str] = set()

    def taken_over(self, now: datetime, most: int) -> list[Delivery]:
        """Deliveries that nobody works on any more."""
        until = now + self._pace.lease
        return [one for platform in self._platforms for one in self._records.take(platform, now, until, most)]

    def digests(self, now: datetime, most: int) -> list[Delivery]:
        """The digests that are due."""
        due = (order for platform in self._platforms for order in self._records.due(platform, now, most))
        return [claimed for order in due if (claimed := self._digest(order, now))]

    def alerts(self, now: datetime) -> list[Delivery]:
        """The alerts on what has come in, when no more comes or the first of it has waited long enough."""
        number = self._base.change_number()
        if number == self._looked and not self._waiting:
            return []
        followed = self._followed()
        wanted = list(self._concerned(followed, number))
        self._looked, self._waiting = number, set()
        return [one for channel in wanted if (one := self._alert(channel, followed[channel], number, now))]

    def _digest(self, order: Subscription, now: datetime) -> Delivery | None:
        due, coming = order.schedule.last(now), order.schedule.next(now).at
        claimed = None
        if due:
            channel = channel_key(order.place)
            after = max(order.since, self._records.told(channel, "digest"))
            claimed = Delivery(
                channel=channel,
                slot=slot_of_day(due.day),
                kind="digest",
                progress="claimed",
                attempt=1,
                due=due.at,
                at=now,
                after=after,
                upto=max(after, self._base.change_number()),
            )
            claimed = claimed if self._records.open(claimed, now + self._pace.lease) else None
        else:
            _LOG.warning("a digest is too late to go out", extra={"channel": channel_key(order.place)})
        self._records.change(order, order, coming)
        return claimed

    def _followed(self) -> dict[str, list[Follow]]:
        """What each channel of the platforms follows."""
        known = (one for one in self._records.all_follows() if one.place.platform in self._platforms)
        return {channel: list(follows) for channel, follows in groupby(known, lambda one: channel_key(one.place))}

    def _concerned(self, followed: dict[str, list[Follow]], number: int) -> Iterator[str]:
        """The channels that may have something to be told: at first all of them."""
        for channel, follows in followed.items():
            looked = self._looked
            if looked is None or channel in self._waiting or self._composing.followed(follows, looked, number):
                yield channel

    def _alert(self, channel: str, follows: list[Follow], number: int, now: datetime) -> Delivery | None:
        after = max(self._records.told(channel, "alert"), min(one.since for one in follows))
        news = self._composing.followed(follows, after, number)
        if not news:
            return None
        times = sorted(one.at for one in self._base.news(after, number).touched if one.claim in set(news))
        if times and now < times[-1] + self._pace.quiet and now < times[0] + self._pace.longest:
            self._waiting.add(channel)
            return None
        claimed = Delivery(
            channel=channel,
            slot=slot_of_alert(after),
            kind="alert",
            progress="claimed",
            attempt=1,
            due=now,
            at=now,
            after=after,
            upto=number,
        )
        return claimed if self._records.open(claimed, now + self._pace.lease) else None
