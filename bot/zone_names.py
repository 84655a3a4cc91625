"""Which time zones may be meant by what is typed: by city, country or area, in English or in German.

Pure. The likeliest come first: whose city it is, then whose city begins so, then the cities of a country, then zones
of whose names each word typed begins one. Accents, capitals, spaces and underscores make no difference, and a city that
is missed by a slip is offered where nothing else is.
"""

import unicodedata
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache
from typing import Final, NamedTuple

from bot.schedule import zones

MOST: Final = 25
_ALIKE: Final = 0.75
"""How much of a name a slip leaves; with less, short names resemble each other."""

_NONE: Final = 5
"""The rank of what does not fit."""

_USUAL: Final = (
    *("Europe/Berlin", "Europe/Vienna", "Europe/Zurich", "Europe/London", "Europe/Paris", "Europe/Madrid"),
    *("Europe/Warsaw", "Europe/Stockholm", "Europe/Athens", "Europe/Istanbul", "America/New_York", "America/Chicago"),
    *("America/Denver", "America/Los_Angeles", "America/Toronto", "America/Sao_Paulo", "Africa/Johannesburg"),
    *("Asia/Dubai", "Asia/Kolkata", "Asia/Singapore", "Asia/Shanghai", "Asia/Tokyo", "Australia/Sydney"),
    *("Pacific/Auckland", "UTC"),
)
"""Where most people are, to begin with."""

_LETTERS: Final = str.maketrans({"_": " ", "/": " ", "-": " ", ",": " "})


class _Named(NamedTuple):
    """A zone by the city of its own name, its other cities, its countries, and every word of all these."""

    zone: str
    own: str
    cities: frozenset[str]
    countries: frozenset[str]
    words: frozenset[str]


def zones_like(typed: str) -> list[str]:
    """The zones that may be meant, the likeliest first, no more than can be offered."""
    wanted = _plain(typed)
    if not wanted:
        return list(_USUAL)
    ranked = [(*_rank(one, wanted), one.zone) for one in _all()]
    found = [zone for rank, _, zone in sorted(ranked) if rank < _NONE]
    return (found or [one.zone for one in _missed(wanted)])[:MOST]


def zone_of_city(typed: str) -> str | None:
    """The zone of a city that is called so; None for anything else."""
    wanted = _plain(typed)
    ranked = sorted((*_rank(one, wanted), one.zone) for one in _all()) if wanted else []
    return ranked[0][-1] if ranked and not ranked[0][0] else None


def _rank(one: _Named, wanted: str) -> tuple[int, bool]:
    """How well a zone fits, 0 best; those alike are told apart by whether it is the zone's own name."""
    is_own = one.own.startswith(wanted)
    if wanted in one.cities:
        return 0, one.own != wanted
    if any(city.startswith(wanted) for city in one.cities):
        return 1, not is_own
    if any(f" {wanted}" in city for city in one.cities):
        return 2, False
    if any(country.startswith(wanted) for country in one.countries):
        return 3, False
    fits = all(any(word.startswith(part) for word in one.words) for part in wanted.split())
    return (4 if fits else _NONE), False


def _missed(wanted: str) -> Iterator[_Named]:
    """Those whose city is missed by a slip."""
    cities = sorted({city for one in _all() for city in one.cities})
    for near in get_close_matches(wanted, cities, cutoff=_ALIKE):
        yield from (one for one in _all() if near in one.cities)


@cache
def _all() -> tuple[_Named, ...]:
    from babel import Locale  # rare, and slow to load
    from babel.core import get_global

    languages = [Locale(code) for code in ("en", "de")]
    lands = get_global("zone_territories")
    found = []
    for zone in zones():
        own = _plain(zone.rpartition("/")[2])
        called = (language.time_zones.get(zone, {}).get("city", "") for language in languages)
        cities = frozenset({own, *map(_plain, called)} - {""})
        named = (language.territories.get(lands.get(zone, ""), "") for language in languages)
        countries = frozenset(map(_plain, named)) - {""}
        words = " ".join((_plain(zone), *cities, *countries)).split()
        found.append(_Named(zone, own, cities, countries, frozenset(words)))
    return tuple(found)


def _plain(name: str) -> str:
    """A name without accents, capitals and what joins its words."""
    letters = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    return " ".join("".join(letter for letter in letters if not unicodedata.combining(letter)).split())
