"""What comes of a wish for digests or follows: what is ordered then, and what is said of it.

Pure. Nothing is kept here; whoever keeps the order says its reply only when it is kept. What is wrong with a wish is
said in one sentence, and then nothing changes.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time
from typing import Final, Literal, NamedTuple

from bot.names import Names
from bot.people import Orderers, Person, Place
from bot.reply import Line, Note, Reply
from bot.schedule import DAILY, WEEKDAYS, Schedule
from bot.subscription import EVERYTHING, Delivery, Follow, Interest, Subscription
from bot.verbs.digest_words import DigestWish
from bot.wording.habits import day_in
from bot.wording.phrases import phrase
from bot.wording.titles import Titles
from knowledge.value import Language

Rank = Literal["admin", "creator", "member", "guest", "unknown"]
"""What somebody is in a workspace or to a channel, as far as it decides who may order there."""

_USUAL: Final = time(9)
_ON_DISCORD: Final = {
    "cannot_tell": "cannot_tell_in_message",
    "may_not_order": "only_managers_order",
    "may_not_open": "only_managers_open",
    "invite_me": "let_me_write",
    "open_to_admins": "open_to_managers",
    "preview_aside": "preview_by_command",
}
_MOST_NAMED: Final = 6


@dataclass(frozen=True, slots=True)
class Footing:
    """What the platform says of a person and of the bot at a place.

    An admin is whoever may manage the channel, where the platform has a permission for that. `zone` is the person's
    own; `present` whether the bot can write there, None where that is not told.
    """

    rank: Rank = "unknown"
    zone: str | None = None
    present: bool | None = None


class Scene(NamedTuple):
    """Where somebody wishes something, and what is ordered there already."""

    place: Place
    by: Person
    footing: Footing
    orderers: Orderers
    order: Subscription | None
    language: Language


class Ordered(NamedTuple):
    """What is said, and the order that is to be kept before it is."""

    reply: Reply
    order: Subscription | None = None


def refusal(scene: Scene, *, by_admins: bool = False) -> str | None:
    """The phrase that says why somebody may order nothing here; None for who may."""
    rank = scene.footing.rank
    if scene.place.direct:
        return None
    if rank == "unknown":
        return phrase_at(scene.place, "cannot_tell")
    allowed = {"admin"} if by_admins else {"admin", "creator"} | ({"member"} if scene.orderers == "members" else set())
    if rank not in allowed:
        return phrase_at(scene.place, "may_not_open" if by_admins else "may_not_order")
    return phrase_at(scene.place, "invite_me") if scene.footing.present is False else None


def phrase_at(place: Place, key: str) -> str:
    """The phrase for where it is said: on Discord a permission makes an admin, and is named."""
    return _ON_DISCORD.get(key, key) if place.platform == "discord" else key


def ordered(wish: DigestWish, scene: Scene, names: Names, since: int, at: datetime) -> Ordered:
    """What comes of the wish to have a digest; `since` is the change from which on a new one tells."""
    language, known = scene.language, scene.order
    if wish.wrong:
        values = (wish.typed, wish.meant) if wish.meant else (wish.typed,)
        return Ordered(said(language, wish.wrong, *values))
    zone = wish.zone or (known.schedule.zone if known else scene.footing.zone)
    if zone is None:
        return Ordered(said(language, "name_zone"))
    schedule = Schedule(
        at=wish.at or (known.schedule.at if known else _USUAL),
        zone=zone,
        days=wish.days or (known.schedule.days if known else WEEKDAYS),
    )
    order = Subscription(
        place=scene.place,
        by=scene.by,
        schedule=schedule,
        language=wish.language or (known.language if known else language),
        on=(known.on if known else EVERYTHING) if wish.on is None else _interest(wish),
        on_empty_days=known.on_empty_days if known else True,
        since=known.since if known and known.standing == "on" else since,
    )
    if wish.on_empty_days is not None:
        order = replace(order, on_empty_days=wish.on_empty_days)
    told = phrase("digest_ordered", language, *_when(schedule, language))
    reply = replace(shown(order, names, language, at, None), announcement="" if scene.place.direct else told)
    return Ordered(reply, order)


def shown(order: Subscription, names: Names, language: Language, at: datetime, last: Delivery | None) -> Reply:
    """A channel's digest as it is ordered, when the next one comes, and what became of the last."""
    coming = order.schedule.next(at)
    when = phrase("digest_ordered", language, *_when(order.schedule, language))
    lines = [_line("digest_when", when, language), _line("digest_on", _on(order.on, names, language), language)]
    lines.append(_line("digest_language", phrase(f"language_{order.language}", language), language))
    lines.append(
        _line("digest_empty", phrase("empty_line" if order.on_empty_days else "empty_none", language), language)
    )
    if order.standing == "on":
        lines.append(_line("digest_next", day_in(coming.day, language), language))
    else:
        lines.append(_line("digest_standing", phrase(f"digest_{order.standing}", language, order.reason), language))
    if last and last.day:
        lines.append(
            _line("digest_last", f"{day_in(last.day, language)}, {phrase(f'was_{last.progress}', language)}", language)
        )
    return Reply(outcome="help", language=language, headline=phrase("digest", language), lines=tuple(lines))


def followed(follows: Sequence[Follow], names: Names, language: Language, *keys: str) -> Reply:
    """What a channel follows, after something that is said of it."""
    titles = Titles(names, language)
    lines = tuple(
        Line(label="", figure=titles.thing(one.subject or None, one.metric or None, None), is_sentence=True)
        for one in follows
    )
    notes = keys or (("follows_this",) if follows else ("follows_nothing",))
    return Reply(
        outcome="help",
        language=language,
        headline=phrase("follows", language),
        notes=tuple(Note(kind="hint", text=phrase(key, language)) for key in notes),
        lines=lines[:_MOST_NAMED],
        more=lines[_MOST_NAMED:],
    )


def said(language: Language, key: str, *values: object, announced: bool = False) -> Reply:
    """One sentence on digests, told to everybody there where it is announced."""
    text = phrase(key, language, *values)
    note = Note(kind="hint", text=text)
    headline = phrase("digest", language)
    return Reply(
        outcome="help", language=language, headline=headline, notes=(note,), announcement=text if announced else ""
    )


def no_channel(language: Language) -> Reply:
    """The reply where there is no channel that could order anything, as at a terminal."""
    return said(language, "digests_in_chats")


def wanted_of(named: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Each subject with each metric that is named; where only one of them is, that alone."""
    named = list(named)
    subjects = [key for kind, key in named if kind == "subject"] or [""]
    metrics = [key for kind, key in named if kind == "metric"] or [""]
    return [(subject, metric) for subject in subjects for metric in metrics]


def _interest(wish: DigestWish) -> Interest:
    named = wish.on or ()
    return Interest(
        subjects=tuple(key for kind, key in named if kind == "subject"),
        metrics=tuple(key for kind, key in named if kind == "metric"),
    )


def _when(schedule: Schedule, language: Language) -> tuple[str, str, str]:
    named = {WEEKDAYS: "on_weekdays", DAILY: "on_all_days"}
    return (phrase(named[schedule.days], language), schedule.at.strftime("%H:%M"), schedule.zone)


def _on(on: Interest, names: Names, language: Language) -> str:
    titles = Titles(names, language)
    things = [*map(titles.subject, on.subjects), *map(titles.metric, on.metrics)]
    return ", ".join(things) or phrase("on_everything", language)


def _line(key: str, text: str, language: Language) -> Line:
    return Line(label=phrase(key, language), figure=text, is_sentence=True)
