"""What the words after the verb of digests wish: when, in which zone, on which days, on what, in which language.

Pure. Words may come in any order and be left out. A time or a zone that is none, and a name that nobody knows, are
named as what is wrong; words that speak of no digest at all are no wish, and stay a question.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import time
from difflib import get_close_matches
from typing import Final, Literal

from bot.names import Names, Owner
from bot.schedule import DAILY, WEEKDAYS, zone_named, zones
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
_BETWEEN: Final = frozenset({"at", "um", "uhr", "and", "und", "in", "auf", "for", "für", "about", "zu"})
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
    for word in words:
        if word.casefold() in _BETWEEN:
            continue
        understood = _understood(word, wish)
        if understood is None:
            left.append(word)
        elif understood.wrong:
            return understood
        else:
            wish = understood
    return _named(left, wish, names) if left else wish


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
    if "/" not in word:
        return None
    near = get_close_matches(word.casefold(), [name.casefold() for name in zones()], 1)
    meant = zone_named(near[0]) if near else None
    return replace(wish, wrong="near_zone" if meant else "wrong_zone", typed=word, meant=meant or "")


def _named(left: Sequence[str], wish: DigestWish, names: Names) -> DigestWish | None:
    """The wish with the names that the words left are; a place without its continent is a zone half told."""
    words = tokens(" ".join(left))
    matches = names.exact(words)
    inside = {place for match in matches for place in range(match.start, match.end)}
    outside = [word for place, word in enumerate(words) if place not in inside]
    near = names.near(outside) if outside else ()
    meant = [match.owners for match in matches] + ([near] if near else [])
    owners = dict.fromkeys(one[0] for one in meant if len(one) == 1 and one[0][0] != "topic")
    if len(owners) == len(set(meant)) and (near or not outside):
        return replace(wish, on=tuple(owners))
    if len(outside) > _MOST_UNKNOWN:
        return None
    typed = " ".join(word.text for word in outside) or " ".join(left)
    of_a_place = [zone for zone in zones() if zone.rpartition("/")[2].replace("_", " ").casefold() == typed.casefold()]
    if of_a_place:
        return replace(wish, wrong="near_zone", typed=typed, meant=of_a_place[0])
    return replace(wish, wrong="wrong_name", typed=typed)
