"""What the words after the verb of digests wish: when, in which zone, on which days, on what, in which language.

Pure. Words may come in any order and be left out. A time or a zone that is none, and a name that nobody knows, are
named as what is wrong; words that speak of no digest at all are no wish, and stay a question. What follows "time" or
"zone" is nothing else, so that a form whose fields are put into words says of each what is wrong with it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import time
from difflib import get_close_matches
from typing import Final, Literal

from bot.names import Names, Owner
from bot.schedule import DAILY, WEEKDAYS, zone_named, zones
from bot.zone_names import zone_of_city, zones_like
from knowledge.folding import tokens
from knowledge.value import Language

Act = Literal["show", "on", "off", "preview", "now", "open", "close"]
Wrong = Literal["wrong_time", "wrong_zone", "near_zone", "wrong_name"]

_WORDS: Final[dict[Act, tuple[str, ...]]] = {
    "show": ("show", "zeige", "zeigen"),
    "on": ("on", "an", "ein"),
    "off": ("off", "aus"),
    "preview": ("preview", "vorschau"),
    "now": ("now", "jetzt"),
    "open": ("open", "öffnen"),
    "close": ("close", "schließen"),
}
_ACTS: Final = {word.casefold(): act for act, words in _WORDS.items() for word in words}
_DAYS: Final = {
    **dict.fromkeys(("weekdays", "werktags", "wochentags"), WEEKDAYS),
    **dict.fromkeys(("daily", "täglich", "taeglich"), DAILY),
}
_LANGUAGES: Final[dict[str, Language]] = {
    **dict.fromkeys(("de", "deutsch", "german"), "de"),
    **dict.fromkeys(("en", "englisch", "english"), "en"),
}
_EMPTY_DAYS: Final = {
    **dict.fromkeys(("always", "immer"), True),
    **dict.fromkeys(("silent", "still"), False),
}
_ALL: Final = frozenset({"everything", "all", "alles"})
_TIME_NEXT: Final = frozenset({"time", "uhrzeit"})
_ZONE_NEXT: Final = frozenset({"zone", "zeitzone"})
_SMALL: Final = frozenset({"at", "um", "uhr", "and", "und", "in", "auf", "for", "für", "about", "zu"})
_BETWEEN: Final = _SMALL | _TIME_NEXT | _ZONE_NEXT
"""Words that may stand between all others; within a name they are part of it."""

KEYWORDS: Final = frozenset({*_ACTS, *_DAYS, *_LANGUAGES, *_EMPTY_DAYS, *_ALL, *_BETWEEN})
"""Words that are the same in both languages as far as the language of an answer goes: who speaks German types them."""

_TIME: Final = re.compile(r"^(\d{1,3})(?:[:.h](\d{1,3})?)?(am|pm|uhr|h)?$")
_MIDDAY: Final = 12
_MOST_UNKNOWN: Final = 3
"""Words that may be a name which nobody knows; more of them are a question."""


@dataclass(frozen=True, kw_only=True)
class DigestWish:
    """What is wished; None for what is not said. `on` are names, none for everything; `wrong` says what is `typed`."""

    act: Act
    at: time | None = None
    zone: str | None = None
    days: frozenset[int] | None = None
    language: Language | None = None
    on_empty_days: bool | None = None
    on: tuple[Owner, ...] | None = None
    wrong: Wrong | None = None
    typed: str = ""
    meant: str = ""


def digest_wish(argument: str, names: Names) -> DigestWish | None:
    """The wish that the words after the verb are; None where they are none."""
    first, _, rest = argument.partition(" ")
    act = _ACTS.get(first.casefold()) if first else "show"
    if act is None or (rest and act != "on"):
        return None
    return _ordered(rest.replace(",", " ").split(), names) if act == "on" else DigestWish(act=act)


def _ordered(words: Sequence[str], names: Names) -> DigestWish | None:
    wish = DigestWish(act="on")
    left: list[str] = []
    before = ""
    for word, in_name in zip(words, _in_names(words, names), strict=True):
        understood = None if in_name else _told(before, word, wish) or _understood(word, wish)
        before = word.casefold()
        if understood is None:
            left.append(word)
        elif understood.wrong:
            return understood
        else:
            wish = understood
    return _named(left, wish, names)


def _in_names(words: Sequence[str], names: Names) -> list[bool]:
    """Which words are part of a longer name, where they say nothing of their own: the 500 of "S&P 500" is no time."""
    of_word = [(place, token) for place, word in enumerate(words) for token in tokens(word)]
    matches = [match for match in names.exact([token for _, token in of_word]) if match.end - match.start > 1]
    inside = {of_word[at][0] for match in matches for at in range(match.start, match.end)}
    return [place in inside for place in range(len(words))]


def _told(before: str, word: str, wish: DigestWish) -> DigestWish | None:
    """The wish with what the word before said that this one is; None after any other word."""
    if before in _TIME_NEXT:
        found = _TIME.match(word.casefold())
        at = _time(found) if found else None
        return replace(wish, at=at) if at else replace(wish, wrong="wrong_time", typed=word)
    if before in _ZONE_NEXT:
        zone = zone_named(word)
        return replace(wish, zone=zone) if zone else _no_zone(word.replace("_", " "), wish)
    return None


def _understood(word: str, wish: DigestWish) -> DigestWish | None:
    """The wish with what a word says; None where it may be a name."""
    folded = word.casefold()
    if folded in _DAYS:
        return replace(wish, days=_DAYS[folded])
    if folded in _LANGUAGES:
        return replace(wish, language=_LANGUAGES[folded])
    if folded in _EMPTY_DAYS:
        return replace(wish, on_empty_days=_EMPTY_DAYS[folded])
    if folded in _ALL:
        return replace(wish, on=())
    found = _TIME.match(folded)
    if found:
        at = _time(found)
        return replace(wish, at=at) if at else replace(wish, wrong="wrong_time", typed=word)
    return _zone(word, wish)


def _time(found: re.Match[str]) -> time | None:
    hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
    if half in {"am", "pm"}:
        if not 1 <= hour <= _MIDDAY:
            return None
        hour = hour % _MIDDAY + (_MIDDAY if half == "pm" else 0)
    try:
        return time(hour, minute)
    except ValueError:
        return None


def _zone(word: str, wish: DigestWish) -> DigestWish | None:
    zone = zone_named(word)
    if zone:
        return replace(wish, zone=zone)
    return _no_zone(word, wish) if "/" in word else None


def _no_zone(typed: str, wish: DigestWish) -> DigestWish:
    """The wish with what is no zone, and the one that it may mean."""
    near = zones_like(typed) or get_close_matches(typed.casefold(), [name.casefold() for name in zones()], 1)
    meant = zone_named(near[0]) if near else None
    return replace(wish, wrong="near_zone" if meant else "wrong_zone", typed=typed, meant=meant or "")


def _named(left: Sequence[str], wish: DigestWish, names: Names) -> DigestWish | None:
    """The wish with the names that the words left are; a place without its continent is a zone half told."""
    words = tokens(" ".join(left))
    matches = names.exact(words)
    inside = {place for match in matches for place in range(match.start, match.end)}
    outside = [word for place, word in enumerate(words) if place not in inside and word.folded not in _BETWEEN]
    if not matches and not outside:
        return wish
    near = names.near(outside) if outside else ()
    meant = [match.owners for match in matches] + ([near] if near else [])
    owners = dict.fromkeys(one[0] for one in meant if len(one) == 1 and one[0][0] != "topic")
    if len(owners) == len(set(meant)) and (near or not outside):
        return replace(wish, on=tuple(owners))
    if len(outside) > _MOST_UNKNOWN:
        return None
    typed = " ".join(word.text for word in outside) or " ".join(left)
    zone = zone_of_city(typed)
    if zone:
        return replace(wish, wrong="near_zone", typed=typed, meant=zone)
    return replace(wish, wrong="wrong_name", typed=typed)
