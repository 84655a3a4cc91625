"""The digest or the alert that a delivery stands for, composed from the base.

The same delivery is composed alike whoever does it and however often: its news are those between two changes, and what
is worth knowing is fixed by channel, base and ledger. Digests for many channels share their windows.
"""

from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import islice
from typing import Any, Final, Protocol, TypeVar

from bot.digest.aside import LITTLE, NOT_AGAIN_FOR, aside_for
from bot.digest.content import Window, digest
from bot.digest.digest import Told
from bot.digest.wording import Page, headline_of, worded
from bot.names import Names
from bot.records.port import channel_key
from bot.records.port_of_digests import DigestRecords
from bot.subscription import TOLD, Delivery, Follow, Interest, Subscription, slot_of_day
from bot.wording.phrases import phrase
from bot.wording.titles import Titles
from knowledge.claim import Claim
from knowledge.evidence import Evidence, News
from knowledge.value import Language

_MOST_SHARED: Final = 512
"""Windows, digests and pages that are kept for the next channel that wants the same."""

_MOST_NAMED: Final = 3
"""Followed things that an alert's headline names."""


T = TypeVar("T")


class NewsBase(Protocol):
    """What is needed of the base."""

    def change_number(self) -> int:
        """The number of the last change."""

    def news(self, after: int, upto: int, subjects: Collection[str] = (), metrics: Collection[str] = ()) -> News:
        """What changes after one and up to another have touched."""

    def evidence(self, subjects: Collection[str], metrics: Collection[str]) -> Evidence:
        """What is known of the subjects and metrics."""

    def evidence_of(self, claims: Collection[str]) -> Evidence:
        """These claims, as far as they are approved."""


@dataclass(frozen=True)
class Composed:
    """What a channel is sent: nothing where `page` is None. `aside` and `claims` are kept with the delivery."""

    page: Page | None
    aside: str = ""
    claims: tuple[str, ...] = ()


class _Whole:
    """A window of everything, of which parts can be taken."""

    def __init__(self, window: Window) -> None:
        self.window = window
        self._known: dict[str, list[Claim]] = {}
        for claim in window.known:
            self._known.setdefault(claim.subject, []).append(claim)

    def part(self, on: Interest) -> Window:
        """The news on any of the subjects, with any of the metrics."""
        subjects, metrics = set(on.subjects), set(on.metrics)
        news = [
            claim
            for claim in self.window.news
            if (not subjects or not subjects.isdisjoint((claim.subject, *claim.about)))
            and (not metrics or claim.metric in metrics)
        ]
        known = [claim for subject in {one.subject for one in news} for claim in self._known.get(subject, ())]
        ids = {claim.id for claim in news}
        before = {key: claim for key, claim in self.window.before.items() if key in ids}
        return Window(news=news, before=before, known=known, articles=self.window.articles, total=len(news))


class Composing:
    """Composes what deliveries stand for."""

    def __init__(self, base: NewsBase, names: Callable[[], Names], records: DigestRecords) -> None:
        self.base = base
        self._names = names
        self._records = records
        self._made: OrderedDict[tuple[object, ...], Any] = OrderedDict()

    def digest(self, order: Subscription, day: date, window: tuple[int, int], at: datetime) -> Composed:
        """A channel's digest of a day: the news between two changes, for whoever composes it at this moment."""
        names, on = self._names(), _widened(order.on, self._names())
        state = (*window, on, day, self.base.change_number())
        found = self._shared(state, lambda: digest(self._window(window, on), day, _firms(names)))
        aside = self._aside(order, day, at, names) if found.size <= LITTLE else None
        if found.is_empty and not order.on_empty_days:
            return Composed(None)
        language, told = order.language, aside.claim.id if aside else ""
        headline = headline_of(day, language)
        page = self._shared(
            (*state, language, told), lambda: worded(replace(found, aside=aside), headline, names, language)
        )
        return Composed(page, told)

    def alert(self, follows: Collection[Follow], delivery: Delivery, day: date) -> Composed:
        """The alert of a channel: the news on what it follows, but those that it was alerted of before."""
        known = {key for one in self._earlier(delivery) for key in one.claims}
        keys = [key for key in self.followed(follows, delivery.after, delivery.upto) if key not in known]
        if not keys:
            return Composed(None)
        names, language = self._names(), next(iter(follows)).language
        found = digest(self._held(self.base.news(delivery.after, delivery.upto), set(keys)), day, _firms(names))
        if found.is_empty:
            return Composed(None)
        return Composed(worded(found, _headline(follows, names, language), names, language), "", tuple(keys))

    def followed(self, follows: Iterable[Follow], after: int, upto: int) -> list[str]:
        """The claims that changes have touched on what is followed, none from before it was."""
        names = self._names()
        found: dict[str, None] = {}
        for one in follows:
            on = _widened(Interest(subjects=_given(one.subject), metrics=_given(one.metric)), names)
            touched = self.base.news(after, upto, on.subjects, on.metrics).touched
            found.update((each.claim, None) for each in touched if each.number > one.since)
        return list(found)

    def _shared(self, key: tuple[object, ...], make: Callable[[], T]) -> T:
        """What was made under a key before; a key names all that it depends on, the state of the base among it."""
        if key in self._made:
            self._made.move_to_end(key)
        else:
            self._made[key] = make()
            while len(self._made) > _MOST_SHARED:
                self._made.popitem(last=False)
        made: T = self._made[key]
        return made

    def _window(self, window: tuple[int, int], on: Interest) -> Window:
        """The window of these changes: a part of the one of everything, where that leaves nothing out."""
        whole = self._shared((*window, self.base.change_number()), lambda: self._whole(window))
        if not on.subjects and not on.metrics:
            return whole.window
        if whole.window.total > len(whole.window.news):
            return self._held(self.base.news(*window, on.subjects, on.metrics))
        return whole.part(on)

    def _whole(self, window: tuple[int, int]) -> "_Whole":
        return _Whole(self._held(self.base.news(*window)))

    def _held(self, news: News, only: Collection[str] | None = None) -> Window:
        touched = [one for one in news.touched if only is None or one.claim in only]
        new = self.base.evidence_of([one.claim for one in touched])
        known = self._known(new.claims)
        return Window(
            news=new.claims,
            before={one.claim: one.before for one in touched if one.before},
            known=known.claims,
            articles={**known.articles, **new.articles},
            total=news.total if only is None else len(touched),
        )

    def _known(self, claims: Iterable[Claim]) -> Evidence:
        """What is known of the things that the claims are figures of, asked subject by subject: each has its bound."""
        metrics: dict[str, set[str]] = {}
        for claim in claims:
            if claim.metric:
                metrics.setdefault(claim.subject, set()).add(claim.metric)
        known = self.base.evidence((), ())
        for subject, own in metrics.items():
            known = known.joined(self.base.evidence([subject], own))
        return known

    def _aside(self, order: Subscription, day: date, at: datetime, names: Names) -> Told | None:
        on, channel = _widened(order.on, names), channel_key(order.place)
        pool = self.base.evidence(on.subjects, on.metrics or (() if on.subjects else tuple(names.metrics)))
        said = self._records.deliveries(channel, "digest", at - NOT_AGAIN_FOR)
        lately = {one.aside for one in said if one.progress in TOLD and one.slot != slot_of_day(day)}
        claim = aside_for(channel, pool.claims, lately)
        return Told(claim, pool.articles[claim.article]) if claim else None

    def _earlier(self, delivery: Delivery) -> Iterable[Delivery]:
        said = self._records.deliveries(delivery.channel, "alert", datetime.min.replace(tzinfo=delivery.at.tzinfo))
        return (one for one in said if one.slot != delivery.slot and one.progress in TOLD)


def _widened(on: Interest, names: Names) -> Interest:
    """With the members of groups, and the metrics that a broad one covers."""
    known = [subject for subject in on.subjects if subject in names.subjects]
    members = (member for subject in known for member in (subject, *names.members_of(subject)))
    covered = (key for metric in on.metrics if metric in names.metrics for key in names.covered(metric))
    return Interest(
        subjects=tuple(dict.fromkeys(members)) or on.subjects, metrics=tuple(dict.fromkeys(covered)) or on.metrics
    )


def _firms(names: Names) -> Callable[[str], str | None]:
    return lambda person: next(iter(names.firm_of(person)), None) if person in names.subjects else None


def _headline(follows: Collection[Follow], names: Names, language: Language) -> str:
    titles = Titles(names, language)
    followed = [titles.thing(one.subject or None, one.metric or None, None) for one in islice(follows, _MOST_NAMED)]
    return phrase("alert_on", language, ", ".join([*followed, *(["…"] if len(follows) > _MOST_NAMED else [])]))


def _given(key: str) -> tuple[str, ...]:
    return (key,) if key else ()
