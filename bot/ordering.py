"""Orders of digests and follows as they stand in the records, and what is written there when somebody changes them.

What comes of a wish is decided elsewhere; here it is looked up and kept. That a digest comes now is kept as a delivery
that nobody works on yet: whoever makes the next round sends it, as the day's one.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final, Protocol

from bot.names import Names
from bot.people import Person, Place
from bot.publishing.composing import Composing, NewsBase
from bot.records.port import Records, channel_key
from bot.reply import Reply
from bot.schedule import Schedule
from bot.settling import Manner, Settled
from bot.subscription import Delivery, Follow, Subscription, slot_of_day
from bot.verbs.commands import Command
from bot.verbs.ordering import Scene, followed, ordered, phrase_at, refusal, said, shown, wanted_of
from bot.wording.phrases import phrase
from bot.wording.titles import Titles
from knowledge.value import Language

_FIRST_TELLS: Final = timedelta(days=7)
"""How far back the first digest of a channel tells."""

_SHOWN_FOR: Final = timedelta(days=40)
"""How far back the last delivery is looked for."""


class OrderBase(NewsBase, Protocol):
    """What is needed of the base."""

    def number_before(self, at: datetime) -> int:
        """The number of the last change before a moment."""


class Ordering:
    """Shows and changes what channels have ordered."""

    def __init__(self, base: OrderBase, names: Callable[[], Names], records: Records) -> None:
        self._base = base
        self._names = names
        self._records = records
        self.composing = Composing(base, names, records.digests)

    def settled(self, command: Command, person: Person, place: Place, at: datetime, manner: Manner) -> Settled:
        """What comes of a command; nothing is kept yet."""
        scene = self._scene(person, _of(person, place), manner, command.language)
        if command.verb == "digest":
            return self._of_digest(command, scene, at, manner)
        follows = self._records.digests.follows(channel_key(scene.place))
        if command.verb == "follows" or not command.named:
            return Settled(followed(follows, self._names(), scene.language), None)
        why = refusal(scene)
        if why:
            return Settled(said(scene.language, why), None)
        return self._follow(command, scene, follows) if command.verb == "follow" else self._unfollow(command, scene)

    def preview(self, order: Subscription, at: datetime) -> Reply | None:
        """The digest as it would come now; None where nothing would."""
        channel = channel_key(order.place)
        after = max(order.since, self._records.digests.told(channel, "digest"))
        number = self._base.change_number()
        page = self.composing.digest(order, order.schedule.day_of(at), (after, max(number, after)), at).page
        return replace(page.main, more=tuple(line for reply in page.rest for line in reply.lines)) if page else None

    def followed(self, person: Person, place: Place, language: Language) -> list[str]:
        """What is followed at a place, by names that can be typed to follow it no more."""
        titles = Titles(self._names(), language)
        follows = self._records.digests.follows(channel_key(_of(person, place)))
        named = (titles.thing(one.subject or None, one.metric or None, None) for one in follows)
        return sorted(named, key=str.casefold)

    def _scene(self, person: Person, place: Place, manner: Manner, language: Language) -> Scene:
        order = self._records.digests.subscription(place)
        return Scene(place, person, manner.footing, self._records.orderers(place), order, language)

    def _of_digest(self, command: Command, scene: Scene, at: datetime, manner: Manner) -> Settled:
        wish, language = command.digest, scene.language
        if wish is None:
            raise LookupError("a command on digests without a wish")
        if wish.act in {"show", "preview"}:
            looked = self._show(scene, at) if wish.act == "show" else self._preview(scene, at, manner)
            return Settled(looked, None)
        why = refusal(scene, by_admins=wish.act in {"open", "close"})
        if why:
            return Settled(said(language, why), None)
        match wish.act:
            case "on":
                reply, order = ordered(wish, scene, self._names(), self._since(scene, at), at)
                return Settled(reply, (lambda: self._keep(order, at)) if order else None)
            case "off":
                return self._off(scene)
            case "now":
                return self._now(scene, at)
        return self._open_to(scene, at, opened=wish.act == "open")

    def _show(self, scene: Scene, at: datetime) -> Reply:
        if scene.order is None:
            return said(scene.language, "no_digest")
        sent = self._records.digests.deliveries(channel_key(scene.place), "digest", at - _SHOWN_FOR)
        return shown(scene.order, self._names(), scene.language, at, next(iter(sent), None))

    def _preview(self, scene: Scene, at: datetime, manner: Manner) -> Reply:
        if not manner.aside:
            return said(scene.language, phrase_at(scene.place, "preview_aside"))
        order = scene.order or self._usual(scene, at)
        return self.preview(order, at) or said(scene.language, "nothing_to_tell")

    def _usual(self, scene: Scene, at: datetime) -> Subscription:
        """What a channel would get that has ordered nothing."""
        schedule = Schedule(at=at.time().replace(tzinfo=None), zone=scene.footing.zone or "UTC")
        since = self._base.number_before(at - _FIRST_TELLS)
        return Subscription(place=scene.place, by=scene.by, schedule=schedule, language=scene.language, since=since)

    def _since(self, scene: Scene, at: datetime) -> int:
        """From which change on a new order tells: one that was there before replays nothing."""
        return self._base.change_number() if scene.order else self._base.number_before(at - _FIRST_TELLS)

    def _keep(self, order: Subscription, at: datetime) -> None:
        self._records.digests.subscribe(order, order.schedule.next(at).at)

    def _off(self, scene: Scene) -> Settled:
        order = scene.order
        if order is None or order.standing == "off":
            return Settled(said(scene.language, "no_digest"), None)
        ended = replace(order, standing="off", reason="")
        reply = said(scene.language, "digest_ended", announced=not scene.place.direct)
        return Settled(reply, lambda: self._records.digests.subscribe(ended, None))

    def _now(self, scene: Scene, at: datetime) -> Settled:
        order, language = scene.order, scene.language
        if order is None or order.standing != "on":
            return Settled(said(language, "no_digest"), None)
        channel, slot = channel_key(scene.place), slot_of_day(order.schedule.day_of(at))
        if self._records.digests.delivery(channel, slot):
            return Settled(said(language, "came_today"), None)
        after = max(order.since, self._records.digests.told(channel, "digest"))
        delivery = Delivery(
            channel=channel,
            slot=slot,
            kind="digest",
            progress="claimed",
            attempt=0,
            due=at,
            at=at,
            after=after,
            upto=max(after, self._base.change_number()),
        )

        def keep() -> None:
            self._records.digests.open(delivery, at)

        return Settled(said(language, "comes_now"), keep)

    def _open_to(self, scene: Scene, at: datetime, *, opened: bool) -> Settled:
        key = phrase_at(scene.place, "open_to_members" if opened else "open_to_admins")
        reply = said(scene.language, key, announced=not scene.place.direct)
        return Settled(reply, lambda: self._records.let_order(scene.place, "members" if opened else "admins", at))

    def _follow(self, command: Command, scene: Scene, follows: tuple[Follow, ...]) -> Settled:
        since, language = self._base.change_number(), follows[0].language if follows else scene.language
        new = [
            Follow(place=scene.place, by=scene.by, language=language, subject=subject, metric=metric, since=since)
            for subject, metric in wanted_of(command.named)
        ]

        def keep() -> None:
            for one in new:
                self._records.digests.follow(one)

        known = {(one.subject, one.metric) for one in follows}
        after = (*follows, *(one for one in new if (one.subject, one.metric) not in known))
        return Settled(self._announced(followed(after, self._names(), scene.language, "now_follows"), scene), keep)

    def _unfollow(self, command: Command, scene: Scene) -> Settled:
        gone = set(wanted_of(command.named))
        follows = self._records.digests.follows(channel_key(scene.place))
        if gone.isdisjoint((one.subject, one.metric) for one in follows):
            return Settled(followed(follows, self._names(), scene.language, "not_followed"), None)

        def keep() -> None:
            for subject, metric in gone:
                self._records.digests.unfollow(scene.place, subject, metric)

        left = [one for one in follows if (one.subject, one.metric) not in gone]
        return Settled(self._announced(followed(left, self._names(), scene.language, "now_follows"), scene), keep)

    @staticmethod
    def _announced(reply: Reply, scene: Scene) -> Reply:
        if scene.place.direct:
            return reply
        things = ", ".join(line.figure for line in (*reply.lines, *reply.more))
        told = phrase("follows_now", scene.language, things) if things else phrase("follows_nothing", scene.language)
        return replace(reply, announcement=told)


def _of(person: Person, place: Place) -> Place:
    """Where orders stand that are given at a place: a direct message is known by its person, a thread has none."""
    return replace(place, channel=person.user if place.direct else place.channel, thread=None)
