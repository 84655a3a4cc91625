"""One delivery from step to step, each written before the next begins; whoever takes it over goes on from there.

The last thing before a message leaves is the note that it does. So where that note is missing nothing was sent, and
where it stands and no answer, only the platform can know: it is asked, and where it cannot tell, nothing is repeated
and whoever set it up is told. A process whose lease is over can write nothing, and does nothing more.
"""

import asyncio
import logging
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any, Final, TypeVar

from adapters.publishing.port import NotSent, Publisher, Refused, Unclear
from bot.digest.wording import Page
from bot.people import Person, Place, Platform
from bot.publishing.composing import Composed, Composing
from bot.publishing.telling import words_on
from bot.records.port_of_digests import DigestRecords
from bot.schedule import CATCH_UP
from bot.subscription import Delivery, Follow, Progress, Subscription
from knowledge.fault import Fault
from knowledge.value import Language

_LOG: Final = logging.getLogger("capex.digest")

_GIVE_UP: Final = timedelta(days=1)
"""How long whoever set it up is tried to be told."""

_BAD: Final[tuple[Progress, ...]] = ("uncertain", "refused", "failed")

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class Pace:
    """How long a delivery is held and how soon it is tried again.

    Attributes:
        every: between two rounds.
        lease: for one step; whoever is silent for longer is taken for dead. Discord remembers a message's key longer.
        post_within: for the platform's answer, less than the lease.
        again_after: before what was not sent is tried again, longer each time, as often as it may still go out.
        quiet: without further news, before an alert goes out; `longest` however many more there are.
        at_once: deliveries under way.
    """

    every: timedelta = timedelta(seconds=2)
    lease: timedelta = timedelta(seconds=90)
    post_within: timedelta = timedelta(seconds=60)
    again_after: timedelta = timedelta(seconds=30)
    quiet: timedelta = timedelta(minutes=5)
    longest: timedelta = timedelta(minutes=30)
    at_once: int = 16


@dataclass(frozen=True)
class _Order:
    """Where a delivery goes and who ordered it; the digest's order or what is followed."""

    place: Place
    by: Person
    language: Language
    digest: Subscription | None
    follows: tuple[Follow, ...] = ()


class Working:
    """Sees deliveries to their end. `now` is the time of the ledger."""

    def __init__(
        self,
        records: DigestRecords,
        composing: Composing,
        publishers: Mapping[Platform, Publisher],
        now: Callable[[], datetime],
        pace: Pace,
    ) -> None:
        self._records = records
        self._composing = composing
        self._publishers = publishers
        self._now = now
        self._pace = pace

    async def see_through(self, delivery: Delivery) -> None:
        """Do what is left to do for a delivery that is the caller's."""
        try:
            if delivery.progress not in _BAD:
                delivery = await self._delivered(delivery)
            if delivery.progress in _BAD:
                await self._told(delivery)
        except _Lost:
            _LOG.warning("a delivery was taken over", extra={"channel": delivery.channel, "slot": delivery.slot})
        except Fault as fault:  # the lease runs out, and whoever is able to goes on
            _LOG.error("a delivery waits for the base", extra={"channel": delivery.channel, "reason": str(fault)})

    async def _delivered(self, delivery: Delivery) -> Delivery:
        order = await _in_thread(lambda: self._order(delivery))
        if order is None or (order.digest and order.digest.standing != "on"):
            return await self._written(delivery, "silent", None)
        if delivery.progress == "claimed" and self._now() >= delivery.due + CATCH_UP:
            return await self._written(delivery, "failed", self._lease())
        composed = await _in_thread(lambda: self._composed(order, delivery))
        if composed.page is None:
            return await self._written(delivery, "silent", None)
        delivery = replace(delivery, aside=composed.aside, claims=composed.claims)
        if delivery.progress != "posted":
            delivery = await self._posted(delivery, order, composed.page)
        return await self._with_rest(delivery, order, composed.page) if delivery.progress == "posted" else delivery

    async def _posted(self, delivery: Delivery, order: _Order, page: Page) -> Delivery:
        """With the first message posted, or with why it is not."""
        if delivery.progress == "sending":
            return await self._looked_for(delivery, order, page, send=True)
        marked = delivery

        async def leaving() -> None:
            nonlocal marked
            marked = await self._written(delivery, "sending", self._lease())

        post = self._publishers[order.place.platform].post(order.place, page.main, _key(delivery), leaving)
        try:
            try:
                message = await self._within(post)
            finally:
                delivery = marked
        except NotSent as why:
            return await self._again(delivery, "claimed", str(why))
        except Refused as why:
            return await self._written(replace(delivery, reason=str(why)), "refused", self._lease())
        except (Unclear, TimeoutError) as why:
            reason = str(why) or "no answer in time"
            return await self._looked_for(replace(delivery, reason=reason), order, page, send=False)
        return await self._arrived(delivery, page, message)

    async def _looked_for(self, delivery: Delivery, order: _Order, page: Page, *, send: bool) -> Delivery:
        """With what was being sent found at the platform; where it is not there it is sent, at once or a little later.

        What the platform cannot tell stays uncertain.
        """
        find = self._publishers[order.place.platform].find(order.place, page.main, _key(delivery), delivery.at)
        try:
            message = await self._within(find)
        except (Unclear, Refused) as why:
            return await self._written(
                replace(delivery, reason=delivery.reason or str(why)), "uncertain", self._lease()
            )
        except (NotSent, TimeoutError) as why:
            late = self._now() >= delivery.due + CATCH_UP
            return await self._again(delivery, "uncertain" if late else "sending", str(why))
        if message:
            return await self._arrived(delivery, page, message)
        if send:
            return await self._posted(replace(delivery, progress="claimed"), order, page)
        return await self._again(delivery, "claimed", delivery.reason)

    async def _arrived(self, delivery: Delivery, page: Page, message: str) -> Delivery:
        posted = replace(delivery, message=message, reason="")
        done = not page.rest
        return await self._written(posted, "done" if done else "posted", None if done else self._lease())

    async def _with_rest(self, delivery: Delivery, order: _Order, page: Page) -> Delivery:
        """With the rest in the thread; each part is begun once, as the digest itself stands there already."""
        publisher = self._publishers[order.place.platform]
        for number, reply in enumerate(page.rest[delivery.pages :], delivery.pages + 1):
            delivery = await self._written(replace(delivery, pages=number), "posted", self._lease())
            try:
                await self._within(publisher.add(order.place, delivery.message, reply))
            except (NotSent, Refused, Unclear, TimeoutError) as why:
                _LOG.warning("the rest of a digest is missing", extra={"channel": delivery.channel, "reason": str(why)})
                break
        return await self._written(delivery, "done", None)

    async def _again(self, delivery: Delivery, progress: Progress, reason: str) -> Delivery:
        """Left to be gone on with later, by whoever makes the next round then."""
        _LOG.warning("a digest could not be sent yet", extra={"channel": delivery.channel, "reason": reason})
        later = self._now() + min(self._pace.again_after * delivery.attempt, timedelta(minutes=15))
        return await self._written(replace(delivery, reason=reason), progress, later)

    async def _told(self, delivery: Delivery) -> None:
        """Tell whoever set it up what became of it; only then is it over.

        Where the platform lets the bot write no more, nothing is sent until somebody wants it again.
        """
        order = await _in_thread(lambda: self._order(delivery))
        if order and delivery.progress == "refused":
            _LOG.warning("a channel is sent no more", extra={"channel": delivery.channel, "reason": delivery.reason})
            await _in_thread(lambda: self._pause(order, delivery.reason))
        late = self._now() >= delivery.due + CATCH_UP + _GIVE_UP
        if order and not late:
            words, publisher = words_on(delivery, order.language), self._publishers[order.place.platform]
            try:
                await self._within(publisher.tell(order.by, order.place, words, order.language))
            except (NotSent, Unclear, TimeoutError) as why:  # to be told twice is better than never
                _LOG.warning("somebody could not be told yet", extra={"reason": str(why)})
                await self._written(delivery, delivery.progress, self._now() + self._pace.again_after)
                return
            except Refused as why:
                _LOG.warning("somebody could not be told", extra={"channel": delivery.channel, "reason": str(why)})
        if order and delivery.progress == "refused":
            await _in_thread(lambda: self._unfollow(order))
        await self._written(delivery, delivery.progress, None)

    def _pause(self, order: _Order, reason: str) -> None:
        """Pause the channel's digest."""
        if order.digest and order.digest.standing == "on":
            self._records.change(order.digest, replace(order.digest, standing="paused", reason=reason), None)

    def _unfollow(self, order: _Order) -> None:
        """Have a channel follow nothing; after it was told, as it is known by what it follows who has to be."""
        for one in order.follows:
            self._records.unfollow(one.place, one.subject, one.metric)

    def _order(self, delivery: Delivery) -> _Order | None:
        if delivery.kind == "digest":
            one = self._records.ordered(delivery.channel)
            return _Order(one.place, one.by, one.language, one) if one else None
        follows = self._records.follows(delivery.channel)
        return _Order(follows[0].place, follows[0].by, follows[0].language, None, follows) if follows else None

    def _composed(self, order: _Order, delivery: Delivery) -> Composed:
        window = delivery.after, delivery.upto
        if order.digest and delivery.day:
            return self._composing.digest(order.digest, delivery.day, window, delivery.due)
        return self._composing.alert(order.follows, delivery, delivery.due.date())

    async def _written(self, delivery: Delivery, progress: Progress, lease: datetime | None) -> Delivery:
        """The delivery as it stands in the ledger now; raises _Lost where it is another one's."""
        new = replace(delivery, progress=progress, at=self._now())
        if not await _in_thread(lambda: self._records.write(new, lease)):
            raise _Lost
        return new

    async def _within(self, call: Coroutine[Any, Any, T]) -> T:
        """What a call of the platform gives; raises TimeoutError where that takes too long for a lease."""
        async with asyncio.timeout(self._pace.post_within.total_seconds()):
            return await call

    def _lease(self) -> datetime:
        return self._now() + self._pace.lease


class _Lost(Exception):
    """The delivery is another process's."""


def _key(delivery: Delivery) -> str:
    """The same for the same message whoever sends it, in as many characters as Discord takes."""
    return sha256(f"{delivery.channel} {delivery.kind} {delivery.slot}".encode()).hexdigest()[:25]


async def _in_thread(act: Callable[[], T]) -> T:
    return await asyncio.to_thread(act)
